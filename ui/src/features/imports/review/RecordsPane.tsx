import { useNavigate, useSearch } from "@tanstack/react-router";
import { Grid3x3, Rows3, TriangleAlert } from "lucide-react";
import { useCallback, useMemo, useState } from "react";
import type { ImportDetail } from "@/api/generated/contracts";
import type { ReviewSearch } from "@/app/addresses";
import { formatCount } from "@/app/format";
import { useShortcuts } from "@/app/shortcuts";
import { currentFates } from "@/app/words";
import { Button } from "@/components/Button";
import { Hint } from "@/components/Hint";
import { Kbd } from "@/components/Kbd";
import { allColumns } from "./columns/columns";
import { FateTabs } from "./FateTabs";
import { usePlan } from "./plan";
import { openProblems } from "./problems/groups";
import { ProblemsPanel } from "./problems/ProblemsPanel";
import { RejectsButton } from "./RejectsButton";
import { RowList } from "./RowList";
import { ApplyBar } from "./sheet/ApplyBar";
import { CellBar } from "./sheet/CellBar";
import { Sheet } from "./sheet/Sheet";
import { sheetWidths } from "./sheet/widths";

/** Every row of the file with what becomes of it: as a list with reasons, or as a sheet to correct cells in. */
export function RecordsPane({ detail }: { detail: ImportDetail }) {
  const navigate = useNavigate();
  const search: ReviewSearch = useSearch({ from: "/imports/$id" });
  const { locked } = usePlan();
  const fate = search.fate ?? null;
  const { sheet = false, problems = false } = search;
  const { summary, batch } = detail;
  const counts = currentFates(summary);
  const open = openProblems(detail.problems).length;
  const widths = useMemo(
    () => sheetWidths(batch.headers, allColumns(detail.manifest)),
    [batch, detail.manifest],
  );
  const [resting, setResting] = useState<number | undefined>(search.row);

  const params = useMemo(() => ({ id: summary.import_id }), [summary.import_id]);
  const keep = useCallback(
    (change: ReviewSearch) =>
      void navigate({
        to: "/imports/$id",
        params,
        search: (now: ReviewSearch) => ({ ...now, ...change }),
        replace: true,
      }),
    [navigate, params],
  );
  const toSheet = () => keep({ sheet: true, row: search.row ?? resting });
  const toggleSheet = () =>
    sheet ? keep({ sheet: undefined, row: undefined, column: undefined }) : toSheet();
  const toggleProblems = () => keep({ problems: problems ? undefined : true });
  useShortcuts("screen", {
    sheet: toggleSheet,
    problems: toggleProblems,
    // From the list, editing a row is editing it in the sheet.
    ...(!sheet && locked === null && { edit: toSheet }),
  });

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <FateTabs
        counts={counts}
        rows={summary.rows.total}
        chosen={fate}
        happened={summary.state === "committed"}
        onChoose={(next) => keep({ fate: next ?? undefined, row: undefined, column: undefined })}
      >
        <RejectsButton detail={detail} />
        {detail.problems.length > 0 && (
          <Hint text="Problems, and one fix for all of a kind" action="problems">
            <Button
              size="small"
              aria-pressed={problems}
              data-testid="problems-toggle"
              onClick={toggleProblems}
            >
              <TriangleAlert className={open > 0 ? "size-3.5 text-warn" : "size-3.5"} aria-hidden="true" />
              Problems
              <span className="text-faint">{formatCount(open)}</span>
            </Button>
          </Hint>
        )}
        <Hint text={sheet ? "The rows as a list with reasons" : "The cells as a sheet"} action="sheet">
          <Button size="small" aria-pressed={sheet} data-testid="sheet-toggle" onClick={toggleSheet}>
            {sheet ? (
              <Rows3 className="size-3.5" aria-hidden="true" />
            ) : (
              <Grid3x3 className="size-3.5" aria-hidden="true" />
            )}
            {sheet ? "List" : "Sheet"}
            <Kbd action="sheet" />
          </Button>
        </Hint>
      </FateTabs>
      <div className="flex min-h-0 flex-1">
        {sheet ? (
          <Sheet
            key={fate ?? "all"}
            importId={summary.import_id}
            headers={batch.headers}
            widths={widths}
            total={summary.rows.total}
            fate={fate}
            editable
            startRow={search.row}
            startColumn={search.column}
            about={(cell) => <CellBar cell={cell} headers={batch.headers} mayEdit={locked === null} />}
            testId="sheet"
          />
        ) : (
          <RowList
            detail={detail}
            fate={fate}
            openRow={search.row}
            keep={keep}
            narrow={problems}
            onRow={setResting}
          />
        )}
        {problems && (
          <ProblemsPanel
            detail={detail}
            onClose={() => keep({ problems: undefined })}
            onJump={(row, column) =>
              keep({ sheet: true, fate: undefined, row, ...(column !== null && { column }) })
            }
            onValues={(column) => keep({ pane: "columns", column, problems: undefined })}
          />
        )}
      </div>
      <ApplyBar />
    </div>
  );
}
