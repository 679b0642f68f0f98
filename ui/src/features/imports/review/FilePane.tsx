import type { ImportDetail } from "@/api/generated/contracts";
import { formatCount, plural } from "@/app/format";
import { DialectFacts } from "./DialectFacts";
import { RawGrid } from "./RawGrid";

/** How the file is written, what stands beside its rows, and the rows exactly as received. */
export function FilePane({ detail }: { detail: ImportDetail }) {
  const { set_aside: aside, summary } = detail;
  return (
    <div className="flex min-h-0 flex-1">
      <aside
        aria-label="How the file is written"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard has to reach that.
        tabIndex={0}
        className="w-76 shrink-0 overflow-y-auto border-r border-line px-5 py-4"
      >
        <DialectFacts detail={detail} />
        {detail.manifest.resolver_notes.length > 0 && (
          <section aria-label="Remarks" className="pt-5">
            <h2 className="pb-1 font-semibold">Remarks</h2>
            <ul className="flex flex-col gap-1 text-muted" data-selectable>
              {detail.manifest.resolver_notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          </section>
        )}
        {aside.length > 0 && (
          <section aria-label="Records set aside" className="pt-5" data-testid="set-aside">
            <h2 className="font-semibold">Set aside</h2>
            <p className="pb-1.5 text-muted">
              {plural(aside.length, "record")} beside the data, kept with the file.
            </p>
            <ul className="flex flex-col divide-y divide-line rounded-md border border-line">
              {aside.slice(0, 50).map((record) => (
                <li key={record.record} className="flex gap-3 px-2.5 py-1.5">
                  <span className="w-14 shrink-0 text-sm text-faint">
                    {formatCount(record.record)}
                    <br />
                    {record.role}
                  </span>
                  <span
                    className="line-clamp-3 min-w-0 break-words font-mono text-sm text-muted"
                    data-selectable
                  >
                    {record.text || "(blank)"}
                  </span>
                </li>
              ))}
            </ul>
            {aside.length > 50 && <p className="pt-1 text-sm text-faint">and {aside.length - 50} more</p>}
          </section>
        )}
      </aside>
      <RawGrid importId={summary.import_id} headers={detail.batch.headers} total={summary.rows.total} />
    </div>
  );
}
