import { Rows3 } from "lucide-react";
import { useMemo } from "react";
import type { ColumnMapping, Fate, ImportDetail, ImportRow } from "@/api/generated/contracts";
import type { ReviewSearch } from "@/app/addresses";
import { formatCount } from "@/app/format";
import { currentFates } from "@/app/words";
import { FateChip } from "@/components/FateChip";
import { EmptyState, ErrorState, SkeletonRows } from "@/components/states";
import { useRowCursor } from "@/components/useRowCursor";
import { type Column, VirtualTable } from "@/components/VirtualTable";
import { allColumns, keyColumns } from "./columns/columns";
import { RowPanel } from "./RowPanel";
import { useImportRows } from "./useImportRows";

const rowId = (row: ImportRow): string => String(row.row_number);

/** The reason has room where rows have one: a row that is simply created needs none. */
function tableColumns(
  keys: readonly ColumnMapping[],
  happened: boolean,
  reasons: boolean,
): Column<ImportRow>[] {
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
      track: key.field === "person.external_id" || key.distinct <= 2 ? "96px" : "minmax(112px, 1fr)",
      cell: (row: ImportRow) => {
        const correction = row.corrected.find((cell) => cell.column === key.index);
        return correction ? (
          <span className="text-accent-ink" title={`Received: ${row.cells[key.index] || "nothing"}`}>
            {correction.value || "empty"}
          </span>
        ) : (
          <span title={row.cells[key.index]}>{row.cells[key.index]}</span>
        );
      },
    })),
    ...(reasons
      ? [
          {
            id: "reason",
            header: "Why",
            track: "minmax(140px, 1.4fr)",
            cell: (row: ImportRow) => (
              <span className="text-muted" title={row.reason}>
                {row.reason}
              </span>
            ),
          },
        ]
      : []),
  ];
}

interface RowListProps {
  detail: ImportDetail;
  fate: Fate | null;
  openRow: number | undefined;
  keep: (change: ReviewSearch) => void;
  /** A side panel is open already. */
  narrow: boolean;
  onRow: (row: number) => void;
}

/** Every row with what becomes of it and why; one of them in full beside the list. */
export function RowList({ detail, fate, openRow, keep, narrow, onRow }: RowListProps) {
  const { summary, manifest } = detail;
  const happened = summary.state === "committed";
  const { result, rows, loadMore } = useImportRows(summary.import_id, fate);
  const few = narrow || openRow !== undefined;
  // Beside a panel there is room for who a row is about only; the panel says why.
  const reasons = !few && (fate === null || rows.some(({ reason }) => reason !== ""));
  const columns = useMemo(
    () => tableColumns(keyColumns(allColumns(manifest), few ? 2 : 4), happened, reasons),
    [manifest, happened, few, reasons],
  );
  const open = (row: ImportRow) => keep({ row: row.row_number });
  const cursor = useRowCursor({
    rows,
    rowId,
    waiting: result.isPending,
    onOpen: open,
    initialId: openRow === undefined ? undefined : String(openRow),
    // With the panel open, the cursor leads it from row to row.
    onRest: (id) => {
      onRow(Number(id));
      if (openRow !== undefined) keep({ row: Number(id) });
    },
  });
  const shown = rows.find((row) => row.row_number === openRow);
  return (
    <>
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
            total={fate ? currentFates(summary)[fate] : summary.rows.total}
            testId="record-row"
          />
        )}
      </div>
      {shown && (
        <RowPanel row={shown} detail={detail} happened={happened} onClose={() => keep({ row: undefined })} />
      )}
    </>
  );
}
