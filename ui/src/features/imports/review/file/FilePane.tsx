import { useNavigate, useSearch } from "@tanstack/react-router";
import { FileCog } from "lucide-react";
import { useMemo, useState } from "react";
import { offers } from "@/api/client";
import type { ImportDetail, ImportRow } from "@/api/generated/contracts";
import type { ReviewSearch } from "@/app/addresses";
import { formatCount, plural } from "@/app/format";
import { useRights } from "@/app/rights";
import { useShortcuts } from "@/app/shortcuts";
import { Button } from "@/components/Button";
import { Hint } from "@/components/Hint";
import { Kbd } from "@/components/Kbd";
import { allColumns } from "../columns/columns";
import { usePlan } from "../plan";
import { problemId, problemTitle } from "../problems/groups";
import { Sheet } from "../sheet/Sheet";
import { sheetWidths } from "../sheet/widths";
import { DialectFacts } from "./DialectFacts";
import { ReadAgain } from "./ReadAgain";
import { recordOfRow } from "./records";
import { SetAsideList } from "./SetAsideList";

/** How the file is written, what stands beside its rows, and the rows exactly as received; each part can be said anew. */
export function FilePane({ detail }: { detail: ImportDetail }) {
  const navigate = useNavigate();
  const search: ReviewSearch = useSearch({ from: "/imports/$id" });
  const { set_aside: aside, summary, batch, manifest } = detail;
  const { locked, busy } = usePlan();
  const widths = useMemo(() => sheetWidths(batch.headers, allColumns(manifest)), [batch, manifest]);
  const [row, setRow] = useState<ImportRow | null>(null);
  const [asking, setAsking] = useState<{ header: number | null } | null>(null);
  const mayImport = useRights().may("import_files");
  // The bytes of an import that was undone are kept: they can be read again without the file.
  const undone = summary.state === "undone" && summary.duplicate_of_batch === null && mayImport;
  const may = (locked === null || undone) && !busy && offers("import_read_again");
  const structure = detail.problems.filter(({ column }) => column === null);
  const here = row ? recordOfRow(row.row_number, aside, batch.dialect) : null;
  // The header that is in force is said above; beside the data stand those that repeat it.
  const beside = aside.filter(({ record }) => record !== batch.dialect.header_row);
  const ask = (header: number | null) => setAsking({ header });
  useShortcuts("screen", {
    ...(may && {
      readAgain: () => ask(null),
      ...(here !== null && { headerHere: () => ask(here) }),
    }),
  });
  const jump = (to: number) =>
    void navigate({
      to: "/imports/$id",
      params: { id: summary.import_id },
      search: (now: ReviewSearch) => ({ ...now, row: to }),
      replace: true,
    });
  return (
    <div className="flex min-h-0 flex-1">
      <aside
        aria-label="How the file is written"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard has to reach that.
        tabIndex={0}
        className="w-80 shrink-0 overflow-y-auto border-r border-line px-5 py-4 outline-offset-[-2px]"
      >
        <DialectFacts detail={detail} />
        {may && (
          <Hint text="Another header, delimiter, quote or encoding" action="readAgain">
            <Button size="small" className="mt-3" data-testid="read-again-open" onClick={() => ask(null)}>
              <FileCog className="size-3.5" aria-hidden="true" />
              Read it another way…
            </Button>
          </Hint>
        )}
        {structure.length > 0 && (
          <section aria-label="Problems of structure" className="pt-5" data-testid="structure">
            <h2 className="pb-1 font-semibold">Problems of structure</h2>
            <ul className="flex flex-col gap-2">
              {structure.map((group) => (
                <li key={problemId(group)} data-selectable>
                  <p>
                    {problemTitle(group, batch.headers)}{" "}
                    <span className="text-faint tabular-nums">{formatCount(group.count)}</span>
                  </p>
                  <p className="text-muted">{group.message}</p>
                  {group.rows.length > 0 && (
                    <p className="flex flex-wrap gap-x-2 text-sm text-faint">
                      {group.rows.length === 1 ? "Row" : "Rows"}
                      {group.rows.slice(0, 8).map((at) => (
                        <button
                          key={at}
                          type="button"
                          onClick={() => jump(at)}
                          className="rounded-sm text-accent-ink tabular-nums hover:underline"
                        >
                          {formatCount(at)}
                        </button>
                      ))}
                    </p>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )}
        {manifest.resolver_notes.length > 0 && (
          <section aria-label="Remarks" className="pt-5">
            <h2 className="pb-1 font-semibold">Remarks</h2>
            <ul className="flex flex-col divide-y divide-line text-muted" data-selectable>
              {manifest.resolver_notes.map((note) => (
                <li key={note} className="py-1.5 first:pt-0">
                  {note}
                </li>
              ))}
            </ul>
          </section>
        )}
        <SetAsideList aside={beside} onHeader={may ? ask : null} />
      </aside>
      <Sheet
        importId={summary.import_id}
        headers={batch.headers}
        widths={widths}
        total={summary.rows.total}
        editable={false}
        onRow={setRow}
        startRow={search.row}
        testId="raw-grid"
        about={(cell) => (
          <div className="flex h-9 shrink-0 items-center gap-3 border-b border-line px-4 text-muted">
            {cell && here !== null ? (
              <span className="min-w-0 truncate" data-selectable>
                <span className="text-faint tabular-nums">
                  Row {formatCount(cell.row.row_number)}, record {formatCount(here)} of the file
                </span>{" "}
                {cell.state.received}
              </span>
            ) : (
              plural(summary.rows.total, "data row")
            )}
            {may && here !== null && (
              <Button
                size="small"
                look="quiet"
                className="ml-auto"
                data-testid="header-here"
                onClick={() => ask(here)}
              >
                This row is the header
                <Kbd action="headerHere" />
              </Button>
            )}
          </div>
        )}
      />
      <ReadAgain
        open={asking !== null}
        onOpenChange={(open) => !open && setAsking(null)}
        detail={detail}
        header={asking?.header ?? null}
      />
    </div>
  );
}
