import { useVirtualizer } from "@tanstack/react-virtual";
import { Pencil } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { Fate, ImportRow } from "@/api/generated/contracts";
import { formatCount } from "@/app/format";
import { useShortcuts } from "@/app/shortcuts";
import { cx } from "@/components/cx";
import { ErrorState, SkeletonRows } from "@/components/states";
import { usePlan } from "../plan";
import { CellEditor } from "./CellEditor";
import { type CellState, cellState, draftOf } from "./drafts";
import { SheetHead } from "./SheetHead";
import { useSheetRows } from "./useSheetRows";

interface SheetProps {
  importId: string;
  headers: readonly string[];
  /** How wide each column is. */
  widths: readonly number[];
  total: number;
  fate?: Fate | null;
  /** Cells can be written anew. */
  editable: boolean;
  /** The row to begin at, from the address. */
  startRow?: number | undefined;
  startColumn?: number | undefined;
  /** What the cell under the cursor is, said above the grid. */
  about: (cell: SheetCell | null) => ReactNode;
  /** Told where the cursor rests. */
  onRow?: (row: ImportRow) => void;
  testId: string;
}

export interface SheetCell {
  row: ImportRow;
  column: number;
  state: CellState;
}

const HEIGHT = 28;
const NUMBER = 72;
const WIDTH = 152;
const PAGE = 16;

/** The file as a grid of cells: only what is in view is drawn, header and row numbers stay, one cell has the cursor. */
export function Sheet(props: SheetProps) {
  const { importId, headers, widths, total, editable, fate = null, testId, onRow } = props;
  const { drafts, draft, locked, busy } = usePlan();
  const rows = useSheetRows(importId, total, fate);
  const box = useRef<HTMLDivElement>(null);
  const base = useId();
  const [at, setAt] = useState({
    row: fate === null ? Math.max(0, (props.startRow ?? 1) - 1) : 0,
    column: props.startColumn ?? 0,
  });
  const [editing, setEditing] = useState(false);
  const mayEdit = editable && locked === null && !busy;

  const down = useVirtualizer({
    count: rows.count,
    getScrollElement: () => box.current,
    estimateSize: () => HEIGHT,
    overscan: 10,
    scrollPaddingStart: 32,
  });
  const across = useVirtualizer({
    horizontal: true,
    count: headers.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => widths[index] ?? WIDTH,
    paddingStart: NUMBER,
    scrollPaddingStart: NUMBER,
    overscan: 3,
  });
  const items = down.getVirtualItems();
  const columns = across.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items[items.length - 1]?.index ?? 0;
  const { inView } = rows;
  useEffect(() => inView(first, last), [inView, first, last]);

  const lastRow = rows.count - 1;
  const lastColumn = headers.length - 1;
  const move = (row: number, column: number) => {
    const next = {
      row: Math.max(0, Math.min(lastRow, row)),
      column: Math.max(0, Math.min(lastColumn, column)),
    };
    setAt(next);
    setEditing(false);
    down.scrollToIndex(next.row, { align: "auto" });
    across.scrollToIndex(next.column, { align: "auto" });
    box.current?.focus({ preventScroll: true });
  };
  // The address may send the cursor to another row while the sheet is open.
  const sent = useRef<string | null>(null);
  const { startRow, startColumn } = props;
  const wanted = startRow === undefined ? -1 : rows.indexOf(startRow);
  useEffect(() => {
    const key = `${startRow}:${startColumn}`;
    if (wanted < 0 || sent.current === key) return;
    sent.current = key;
    setAt((now) => ({ row: wanted, column: startColumn ?? now.column }));
    down.scrollToIndex(wanted, { align: "center" });
    if (startColumn !== undefined) across.scrollToIndex(startColumn, { align: "center" });
  }, [wanted, startRow, startColumn, down, across]);

  const row = rows.row(Math.min(at.row, lastRow));
  const cell: SheetCell | null = row
    ? { row, column: at.column, state: cellState(row, at.column, drafts, !editable) }
    : null;
  const told = row?.row_number;
  useEffect(() => {
    if (told !== undefined && row) onRow?.(row);
  }, [told, row, onRow]);

  const write = (value: string) => {
    if (cell) draft(cell.row.row_number, cell.column, draftOf(cell.row, cell.column, value));
  };
  useShortcuts("screen", {
    down: () => move(at.row + 1, at.column),
    up: () => move(at.row - 1, at.column),
    left: () => move(at.row, at.column - 1),
    right: () => move(at.row, at.column + 1),
    pageDown: () => move(at.row + PAGE, at.column),
    pageUp: () => move(at.row - PAGE, at.column),
    first: () => move(0, at.column),
    last: () => move(lastRow, at.column),
    ...(mayEdit &&
      cell && {
        edit: () => setEditing(true),
        open: () => setEditing(true),
        clearCell: () => write(""),
        ...(cell.state.drafted && {
          takeBack: () => draft(cell.row.row_number, cell.column, undefined),
        }),
        ...(!cell.state.drafted &&
          cell.state.corrected && {
            takeBack: () => draft(cell.row.row_number, cell.column, null),
          }),
      }),
  });

  if (rows.error) {
    return <ErrorState error={rows.error} what="The rows could not be read" onRetry={rows.retry} />;
  }
  const idOf = (r: number, c: number) => `${base}-${r}-${c}`;
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      {props.about(cell)}
      {rows.pending ? (
        <div className="flex-1">
          <SkeletonRows label="Loading rows" />
        </div>
      ) : (
        <div
          ref={box}
          role="grid"
          tabIndex={0}
          aria-label="Cells of the file"
          aria-rowcount={rows.count + 1}
          aria-colcount={headers.length + 1}
          aria-activedescendant={cell ? idOf(at.row, at.column) : undefined}
          data-testid={testId}
          className="min-h-0 min-w-0 flex-1 overflow-auto text-sm outline-offset-[-2px]"
        >
          <div role="presentation" style={{ width: across.getTotalSize() }}>
            <SheetHead headers={headers} columns={columns} number={NUMBER} current={at.column} />
            <div role="rowgroup" className="relative" style={{ height: down.getTotalSize() }}>
              {items.map((item) => {
                const shown = rows.row(item.index);
                const currentRow = item.index === at.row;
                return (
                  <div
                    key={item.key}
                    role="row"
                    tabIndex={-1}
                    aria-rowindex={item.index + 2}
                    className={cx("absolute inset-x-0 border-b border-line", currentRow && "bg-hover")}
                    style={{ height: item.size, transform: `translateY(${item.start}px)` }}
                  >
                    <span
                      role="rowheader"
                      tabIndex={-1}
                      title={shown && shown.shape !== "ok" ? `This row is ${shown.shape}` : undefined}
                      className={cx(
                        "sticky left-0 z-10 inline-flex h-full items-center justify-end gap-1.5 border-r border-line bg-sunken pr-2.5 tabular-nums",
                        currentRow ? "font-medium text-ink" : "text-faint",
                      )}
                      style={{ width: NUMBER }}
                    >
                      {shown && shown.shape !== "ok" && <span className="text-warn">{shown.shape}</span>}
                      {shown ? formatCount(shown.row_number) : <span className="skeleton h-2 w-6" />}
                    </span>
                    {shown &&
                      columns.map((column) => {
                        const state = cellState(shown, column.index, drafts, !editable);
                        const current = currentRow && column.index === at.column;
                        return (
                          // biome-ignore lint/a11y/useKeyWithClickEvents: the sheet's cursor moves by arrows.
                          <span
                            key={column.key}
                            id={idOf(item.index, column.index)}
                            role="gridcell"
                            tabIndex={-1}
                            aria-selected={current}
                            data-state={state.drafted ? "draft" : state.corrected ? "corrected" : undefined}
                            data-testid={`cell-${shown.row_number}-${column.index}`}
                            title={state.issues[0] ?? state.text}
                            onClick={() => move(item.index, column.index)}
                            onDoubleClick={() => mayEdit && setEditing(true)}
                            className={cx(
                              "absolute top-0 flex h-full items-center gap-1 border-r border-line px-2.5",
                              state.drafted
                                ? "bg-proposal-soft"
                                : state.corrected
                                  ? "bg-accent-soft"
                                  : state.issues.length > 0 && "bg-warn-soft",
                              current && "z-5 shadow-[inset_0_0_0_2px_var(--focus)]",
                            )}
                            style={{ left: column.start, width: column.size }}
                          >
                            {current && editing ? (
                              <CellEditor
                                label={`${headers[column.index]}, row ${shown.row_number}`}
                                value={state.text}
                                onWrite={write}
                                onLeave={(step) => {
                                  setEditing(false);
                                  move(
                                    at.row + (step === "down" ? 1 : 0),
                                    at.column + (step === "next" ? 1 : step === "before" ? -1 : 0),
                                  );
                                }}
                              />
                            ) : (
                              <>
                                <span className="min-w-0 flex-1 truncate">{state.text}</span>
                                {state.corrected && !state.drafted && (
                                  <Pencil
                                    className="size-3 shrink-0 text-accent-ink"
                                    aria-label="Corrected"
                                  />
                                )}
                              </>
                            )}
                          </span>
                        );
                      })}
                  </div>
                );
              })}
            </div>
          </div>
        </div>
      )}
    </div>
  );
}
