import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useId } from "react";
import { rowHeight, usePreferences } from "@/app/preferences";
import { cx } from "./cx";
import { TableHead } from "./TableHead";
import type { RowCursor } from "./useRowCursor";

export interface Column<T> {
  id: string;
  header: string;
  /** A grid track: `120px`, `minmax(140px, 1.5fr)`. */
  track: string;
  sort?: string;
  numeric?: boolean;
  cell: (row: T) => ReactNode;
}

export interface Sorting {
  by: string;
  descending: boolean;
}

interface VirtualTableProps<T> {
  label: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  rowId: (row: T) => string;
  cursor: RowCursor;
  onOpen: (row: T) => void;
  sorting?: Sorting;
  onSort?: (by: string) => void;
  hasMore?: boolean;
  loadMore?: () => void;
  /** How many there are in all, loaded or not. */
  total?: number;
  testId: string;
  /** Pixels; null: by the person's density. */
  height?: number | null;
  minWidth?: number;
}

const AHEAD = 30;

/** A grid that draws only the rows in view and asks for the next window before its end is reached. */
export function VirtualTable<T>(props: VirtualTableProps<T>) {
  const { label, columns, rows, rowId, cursor, onOpen, hasMore = false, loadMore, testId } = props;
  const own = rowHeight(usePreferences());
  const height = props.height ?? own;
  const box = cursor.grid;
  const base = useId();
  const virtual = useVirtualizer({
    count: rows.length + (hasMore ? 1 : 0),
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 12,
    scrollPaddingStart: 32,
  });
  const items = virtual.getVirtualItems();
  const lastShown = items[items.length - 1]?.index ?? 0;

  useEffect(() => {
    if (height > 0) virtual.measure();
  }, [height, virtual]);
  useEffect(() => {
    if (hasMore && lastShown >= rows.length - AHEAD) loadMore?.();
  }, [hasMore, lastShown, rows.length, loadMore]);
  const { index } = cursor;
  useEffect(() => {
    if (index >= 0) virtual.scrollToIndex(index, { align: "auto" });
  }, [index, virtual]);

  const template = columns.map((column) => column.track).join(" ");
  const idOf = (i: number) => `${base}-${i}`;
  return (
    <div
      ref={box}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={(props.total ?? rows.length) + 1}
      aria-colcount={columns.length}
      aria-activedescendant={index >= 0 ? idOf(index) : undefined}
      className="min-h-0 flex-1 overflow-auto"
    >
      <div style={{ minWidth: props.minWidth }} role="presentation">
        <TableHead
          columns={columns}
          template={template}
          {...(props.sorting ? { sorting: props.sorting } : {})}
          {...(props.onSort ? { onSort: props.onSort } : {})}
        />
        <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index];
            const place = { height: item.size, transform: `translateY(${item.start}px)` };
            if (row === undefined) {
              return (
                <div key="more" className="absolute inset-x-0 flex items-center px-5" style={place}>
                  <span className="skeleton h-2.5 w-1/3" />
                </div>
              );
            }
            const current = item.index === index;
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the grid's cursor opens rows with Enter.
              <div
                key={rowId(row)}
                id={idOf(item.index)}
                role="row"
                tabIndex={-1}
                aria-rowindex={item.index + 2}
                aria-selected={current}
                data-testid={testId}
                data-id={rowId(row)}
                onClick={(event) => {
                  // React hands on clicks from menus and dialogs that a cell opened elsewhere in the page.
                  if (!event.currentTarget.contains(event.target as Node)) return;
                  cursor.moveTo(item.index);
                  onOpen(row);
                }}
                className={cx(
                  "absolute inset-x-0 grid items-center gap-x-2.5 border-b border-line px-5 outline-none",
                  current ? "bg-selected shadow-[inset_2px_0_0_var(--accent-ink)]" : "hover:bg-hover",
                )}
                style={{ ...place, gridTemplateColumns: template }}
              >
                {columns.map((column) => (
                  <div
                    key={column.id}
                    role="gridcell"
                    tabIndex={-1}
                    className={cx(
                      "min-w-0 truncate py-1 outline-none",
                      column.numeric && "text-right tabular-nums",
                    )}
                  >
                    {column.cell(row)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
