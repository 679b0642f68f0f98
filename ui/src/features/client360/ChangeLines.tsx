import { ArrowRight } from "lucide-react";
import { useState } from "react";
import type { EntityRef, FieldChange, HistoryEntry } from "@/api/generated/contracts";
import { plural } from "@/app/format";
import { showValue } from "@/app/values";
import { entityName, fieldWords, linkWords } from "@/app/words";

interface LinkShape {
  kind: string;
  from: EntityRef;
  to: EntityRef;
}

function isLink(value: unknown): value is LinkShape {
  return typeof value === "object" && value !== null && "kind" in value && "from" in value && "to" in value;
}

export interface ChangeLinesProps {
  entry: HistoryEntry;
  names: ReadonlyMap<string, string>;
  /** What stands now, by field. */
  stands: ReadonlyMap<string, unknown>;
  /** Asks for what stood before the change; null: not by this role, or nothing stood. */
  restore: ((field: string) => void) | null;
}

/** The fields of one change. A creation sets many at once, so it opens on demand. */
export function ChangeLines({ entry, names, stands, restore }: ChangeLinesProps) {
  const [open, setOpen] = useState(false);
  const { changes, op } = entry;
  const folded = changes.length > 3 && !open;
  if (folded) {
    return (
      <button
        type="button"
        className="rounded-sm text-left text-accent-ink hover:underline"
        onClick={() => setOpen(true)}
      >
        {plural(changes.length, "field")}
        {op === "create" ? " set" : ""}:{" "}
        {changes
          .slice(0, 3)
          .map(({ field }) => fieldWords(field))
          .join(", ")}
        …
      </button>
    );
  }
  return (
    <ul>
      {changes.map((change) => (
        <li key={change.field} className="group flex min-w-0 items-start gap-2">
          <Line change={change} names={names} />
          {restore && isPast(change, stands) && (
            <button
              type="button"
              data-testid="restore-value"
              aria-label={`Restore what ${fieldWords(change.field)} was before`}
              onClick={() => restore(change.field)}
              className="ml-auto shrink-0 rounded-sm text-sm text-accent-ink opacity-0 group-hover:opacity-100 hover:underline focus-visible:opacity-100"
            >
              Restore
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Something stood before the change, and is not what stands now. */
function isPast({ field, before }: FieldChange, stands: ReadonlyMap<string, unknown>): boolean {
  if (before === null || isLink(before)) return false;
  return JSON.stringify(stands.get(field) ?? null) !== JSON.stringify(before);
}

function Line({ change, names }: { change: FieldChange; names: ReadonlyMap<string, string> }) {
  const value = change.after ?? change.before;
  if (isLink(value)) {
    const { kind, from, to } = value;
    return (
      <span className="text-muted">
        {names.get(from.id) ?? `a ${entityName(from.entity)}`} {linkWords(kind)}{" "}
        {names.get(to.id) ?? `a ${entityName(to.entity)}`}
      </span>
    );
  }
  const before = showValue(change.before).text;
  const after = showValue(change.after).text;
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-1.5" data-selectable>
      <span className="text-faint">{fieldWords(change.field)}</span>
      {before !== "" && (
        <span className="break-words text-muted line-through decoration-faint">{before}</span>
      )}
      {before !== "" && <ArrowRight className="size-3 shrink-0 text-faint" aria-label="became" />}
      <span className="min-w-0 break-words">{after || <em className="text-faint">empty</em>}</span>
    </span>
  );
}
