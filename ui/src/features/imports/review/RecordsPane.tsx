import { useNavigate, useSearch } from "@tanstack/react-router";
import { Rows3 } from "lucide-react";
import { useCallback, useMemo } from "react";
import type { ColumnMapping, Fate, ImportDetail, ImportRow } from "@/api/generated/contracts";
import type { ReviewSearch } from "@/app/addresses";
import { formatCount, plural } from "@/app/format";
import { currentFates, FATE_WORDS, FATES, sumFates } from "@/app/words";
import { cx } from "@/components/cx";
import { FateChip } from "@/components/FateChip";
import { EmptyState, ErrorState, SkeletonRows } from "@/components/states";
import { useRowCursor } from "@/components/useRowCursor";
import { type Column, VirtualTable } from "@/components/VirtualTable";
import { allColumns, keyColumns } from "./columns";
import { RowPanel } from "./RowPanel";
import { useImportRows } from "./useImportRows";

const rowId = (row: ImportRow): string => String(row.row_number);

function tableColumns(keys: readonly ColumnMapping[], happened: boolean): Column<ImportRow>[] {
  return [
    {
      id: "number",
      header: "Row",
      track: "52px",
      numeric: true,
      cell: (row) => <span className="text-faint">{formatCount(row.row_number)}</span>,
    },
    {
      id: "fate",
      header: "Fate",
      track: "84px",
      cell: (row) => <FateChip fate={row.fate} happened={happened} />,
    },
    ...keys.map((key) => ({
      id: `c${key.index}`,
      header: key.header,
      track: key.field === "person.external_id" || key.distinct <= 2 ? "96px" : "minmax(104px, 1fr)",
      cell: (row: ImportRow) => <span title={row.cells[key.index]}>{row.cells[key.index]}</span>,
    })),
    {
      id: "reason",
      header: "Why",
      track: "minmax(180px, 2fr)",
      cell: (row) => (
        <span className="text-muted" title={row.reason}>
          {row.reason}
        </span>
      ),
    },
  ];
}

/** Every row of the file with what becomes of it, and why. */
export function RecordsPane({ detail }: { detail: ImportDetail }) {
  const navigate = useNavigate();
  const search: ReviewSearch = useSearch({ from: "/imports/$id" });
  const fate = search.fate ?? null;
  const openRow = search.row;
  const { summary, manifest } = detail;
  const happened = summary.state === "committed";
  const counts = currentFates(summary);
  const { result, rows, loadMore } = useImportRows(summary.import_id, fate);
  const columns = useMemo(
    () => tableColumns(keyColumns(allColumns(manifest), openRow === undefined ? 4 : 2), happened),
    [manifest, happened, openRow],
  );

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
  const open = (row: ImportRow) => keep({ row: row.row_number });
  const cursor = useRowCursor({
    rows,
    rowId,
    onOpen: open,
    initialId: openRow === undefined ? undefined : String(openRow),
    // With the panel open, the cursor leads it from row to row.
    onRest: openRow === undefined ? undefined : (id) => keep({ row: Number(id) }),
  });
  const shown = rows.find((row) => row.row_number === openRow);

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <FateTabs
        counts={counts}
        rows={summary.rows.total}
        chosen={fate}
        happened={happened}
        onChoose={(next) => keep({ fate: next ?? undefined, row: undefined })}
      />
      <div className="flex min-h-0 flex-1">
        <div className="flex min-w-0 flex-1 flex-col">
          {result.isPending ? (
            <SkeletonRows label="Loading rows" />
          ) : result.isError ? (
            <ErrorState
              error={result.error}
              what="The rows could not be read"
              onRetry={() => void result.refetch()}
            />
          ) : rows.length === 0 ? (
            <EmptyState icon={Rows3} title="No row has this fate">
              Choose another fate, or All, to see the file's rows.
            </EmptyState>
          ) : (
            <VirtualTable
              label="Rows of the file"
              columns={columns}
              rows={rows}
              rowId={rowId}
              cursor={cursor}
              onOpen={open}
              hasMore={result.hasNextPage}
              loadMore={loadMore}
              total={fate ? counts[fate] : summary.rows.total}
              testId="record-row"
            />
          )}
        </div>
        {shown && (
          <RowPanel
            row={shown}
            detail={detail}
            happened={happened}
            onClose={() => keep({ row: undefined })}
          />
        )}
      </div>
    </div>
  );
}

interface FateTabsProps {
  counts: Record<Fate, number>;
  rows: number;
  chosen: Fate | null;
  happened: boolean;
  onChoose: (fate: Fate | null) => void;
}

function FateTabs({ counts, rows, chosen, happened, onChoose }: FateTabsProps) {
  const tabs = [null, ...FATES.filter((fate) => counts[fate] > 0 || fate === chosen)];
  return (
    <div
      className="flex h-11 shrink-0 items-center gap-1 border-b border-line px-5"
      role="group"
      aria-label="Fates"
    >
      {tabs.map((fate) => (
        <button
          key={fate ?? "all"}
          type="button"
          aria-pressed={chosen === fate}
          data-testid={`fate-tab-${fate ?? "all"}`}
          onClick={() => onChoose(fate)}
          className={cx(
            "control inline-flex h-7 items-center gap-1.5 rounded-md border px-2.5",
            chosen === fate
              ? "border-line-strong bg-pressed text-ink"
              : "border-transparent text-muted hover:bg-hover",
          )}
        >
          {fate && (
            <span
              className="size-1.5 rounded-full"
              style={{ background: `var(--fate-${fate})` }}
              aria-hidden="true"
            />
          )}
          {fate ? FATE_WORDS[fate][happened ? "done" : "plan"] : "All"}
          <span className="text-faint">{formatCount(fate ? counts[fate] : sumFates(counts))}</span>
        </button>
      ))}
      <span className="ml-auto text-muted" data-testid="fate-sum">
        {sumFates(counts) === rows
          ? `Adds up to the file's ${plural(rows, "row")}`
          : `${formatCount(sumFates(counts))} of the file's ${plural(rows, "row")}`}
      </span>
    </div>
  );
}
