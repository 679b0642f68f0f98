import type { SetAside } from "@/api/generated/contracts";
import { formatCount, plural } from "@/app/format";
import { byRole, roleWords } from "./records";

interface SetAsideListProps {
  aside: readonly SetAside[];
  /** Makes a record the header; null: the reading can't be changed. */
  onHeader: ((record: number) => void) | null;
}

const MOST = 20;

/** Records beside the data, role by role: nothing of the file is lost from sight. */
export function SetAsideList({ aside, onHeader }: SetAsideListProps) {
  if (aside.length === 0) return null;
  return (
    <section aria-label="Records set aside" className="pt-5" data-testid="set-aside">
      <h2 className="font-semibold">Set aside</h2>
      <p className="pb-2 text-muted">{plural(aside.length, "record")} beside the data, kept with the file.</p>
      {byRole(aside).map(([role, records]) => (
        <div key={role} className="pb-2.5" data-testid={`aside-${role}`}>
          <h3 className="pb-1 text-sm text-faint">
            {formatCount(records.length)} {roleWords(role, records.length)}
          </h3>
          {role === "blank" ? (
            <p className="text-sm text-muted tabular-nums" data-selectable>
              {records.length === 1 ? "Record" : "Records"}{" "}
              {records
                .slice(0, MOST)
                .map(({ record }) => formatCount(record))
                .join(", ")}
              {records.length > MOST && ` and ${formatCount(records.length - MOST)} more`}
            </p>
          ) : (
            <ul className="flex flex-col divide-y divide-line rounded-md border border-line">
              {records.slice(0, MOST).map(({ record, text }) => (
                <li key={record} className="group flex items-center gap-2.5 px-2.5 py-1">
                  <span className="w-8 shrink-0 text-right text-sm text-faint tabular-nums">
                    {formatCount(record)}
                  </span>
                  <span
                    className="line-clamp-2 min-w-0 flex-1 break-words font-mono text-sm text-muted"
                    title={text}
                    data-selectable
                  >
                    {text || "(blank)"}
                  </span>
                  {onHeader && role !== "footer" && (
                    <button
                      type="button"
                      data-testid="aside-header"
                      title="This record is the header"
                      onClick={() => onHeader(record)}
                      className="shrink-0 rounded-sm px-1 text-sm text-accent-ink hover:underline"
                    >
                      header?
                    </button>
                  )}
                </li>
              ))}
              {records.length > MOST && (
                <li className="px-2.5 py-1 text-sm text-faint">
                  and {formatCount(records.length - MOST)} more
                </li>
              )}
            </ul>
          )}
        </div>
      ))}
    </section>
  );
}
