import { useState } from "react";
import type { EntityRef, HistoryEntry } from "@/api/generated/contracts";
import { useAction, useCommand } from "@/api/queries";
import { plural } from "@/app/format";
import { useRights } from "@/app/rights";
import { Button } from "@/components/Button";
import { ErrorBanner } from "@/components/ErrorBanner";
import { Panel } from "@/components/Panel";
import { Delayed } from "@/components/states";
import { When } from "@/components/When";
import { ChangeLines, type ChangeLinesProps } from "./ChangeLines";
import { useAsked, WAITS } from "./useAsked";

interface ChangeHistoryProps {
  entity: EntityRef;
  names: ReadonlyMap<string, string>;
}

const FIRST = 8;

/** Every change of the record, newest first: what it was, what it became, who, why, from which file. */
export function ChangeHistory({ entity, names }: ChangeHistoryProps) {
  const history = useCommand("history", { entity: entity.entity, id: entity.id, field: null });
  const [all, setAll] = useState(false);
  const entries = history.data ?? [];
  const { may } = useRights();
  const ask = useAction("restore_ask");
  const { waits, asked } = useAsked();
  // Newest first: what a field's newest change left is what stands.
  const stands = new Map<string, unknown>();
  for (const { changes } of entries)
    for (const { field, after } of changes) if (!stands.has(field)) stands.set(field, after);
  // What stood before a change is what the one before it had left.
  const bringBack = (before: HistoryEntry | undefined) => {
    if (!before || !may("propose")) return null;
    return (field: string) => ask.isPending || bring(before, field);
  };
  const bring = ({ delta_id }: HistoryEntry, field: string) => {
    ask.mutate({ entity: entity.entity, id: entity.id, delta_id, fields: [field] }, { onSuccess: asked });
  };
  return (
    <Panel
      title="Change history"
      testId="history"
      {...(entries.length > 0 ? { remark: plural(entries.length, "change") } : {})}
    >
      {history.isPending && (
        <Delayed>
          <div role="status" aria-label="Loading changes" className="skeleton h-16" />
        </Delayed>
      )}
      {history.isError && (
        <p role="alert" className="text-muted">
          {history.error.message} {history.error.hint}
        </p>
      )}
      {history.isSuccess && entries.length === 0 && <p className="text-muted">Nothing has changed yet.</p>}
      {ask.isError && <ErrorBanner error={ask.error} />}
      {waits && (
        <p role="status" data-testid="restore-asked" className="pb-2 text-pending">
          {WAITS}
        </p>
      )}
      <ol className="flex flex-col">
        {(all ? entries : entries.slice(0, FIRST)).map((entry, n) => (
          <Entry
            key={entry.delta_id}
            entry={entry}
            names={names}
            restore={bringBack(entries[n + 1])}
            stands={stands}
          />
        ))}
      </ol>
      {!all && entries.length > FIRST && (
        <Button size="small" look="quiet" className="-ml-2 mt-1" onClick={() => setAll(true)}>
          Show all {plural(entries.length, "change")}
        </Button>
      )}
    </Panel>
  );
}

const OPS: Record<HistoryEntry["op"], string> = {
  create: "Created",
  update: "Changed",
  link: "Linked",
  unlink: "Unlinked",
  archive: "Archived",
  restore: "Restored",
  merge: "Merged into another",
  unmerge: "Separated again",
  remove: "Removed",
};

const CAUSES: Record<string, string> = {
  decision: "by decision",
  rule: "by a rule",
  edit: "by hand",
  confirm: "by confirming",
  undo: "by undoing",
  unmerge: "by separating a merge",
};

interface EntryProps extends Omit<ChangeLinesProps, "entry"> {
  entry: HistoryEntry;
}

function Entry({ entry, ...lines }: EntryProps) {
  const { op, at, actor, cause, file_name: file } = entry;
  return (
    <li data-testid="history-entry" className="relative pb-3 pl-5 last:pb-0">
      <span aria-hidden="true" className="absolute top-1.75 left-0 size-1.5 rounded-full bg-line-strong" />
      <span
        aria-hidden="true"
        className="absolute top-4 bottom-[-3px] left-[2.5px] w-px bg-line [li:last-child>&]:hidden"
      />
      <p className="flex flex-wrap items-baseline gap-x-1.5">
        <span className="font-medium">{OPS[op]}</span>
        <span className="text-muted">
          {CAUSES[cause.kind] ?? cause.kind}, {actor.id}
        </span>
        <When at={at} className="ml-auto text-sm text-faint" />
      </p>
      <ChangeLines entry={entry} {...lines} />
      {file && (
        <p className="truncate text-sm text-faint" title={file}>
          {file}
          {cause.row_number !== null && `, row ${cause.row_number}`}
        </p>
      )}
    </li>
  );
}
