import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import { formatCount } from "@/app/format";
import { ErrorState, SkeletonRows } from "@/components/states";
import { useImportRows } from "./useImportRows";

interface RawGridProps {
  importId: string;
  headers: readonly string[];
  total: number;
}

const HEIGHT = 28;
const NUMBER = 64;
const WIDTH = 152;

/** The file as a grid, cells exactly as received; header and row numbers stay in view. */
export function RawGrid({ importId, headers, total }: RawGridProps) {
  const { result, rows, loadMore } = useImportRows(importId, null);
  const box = useRef<HTMLDivElement>(null);
  const down = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => HEIGHT,
    overscan: 10,
  });
  const across = useVirtualizer({
    horizontal: true,
    count: headers.length,
    getScrollElement: () => box.current,
    estimateSize: () => WIDTH,
    paddingStart: NUMBER,
    overscan: 3,
  });
  const items = down.getVirtualItems();
  const columns = across.getVirtualItems();
  const last = items[items.length - 1]?.index ?? 0;
  const { hasNextPage } = result;
  useEffect(() => {
    if (hasNextPage && last > rows.length - 40) loadMore();
  }, [hasNextPage, last, rows.length, loadMore]);

  if (result.isPending) {
    return (
      <div className="flex-1">
        <SkeletonRows label="Loading rows" />
      </div>
    );
  }
  if (result.isError) {
    return (
      <ErrorState
        error={result.error}
        what="The rows could not be read"
        onRetry={() => void result.refetch()}
      />
    );
  }
  return (
    <div
      ref={box}
      role="grid"
      tabIndex={0}
      aria-label="Rows as received"
      aria-rowcount={total + 1}
      aria-colcount={headers.length + 1}
      data-testid="raw-grid"
      className="min-w-0 flex-1 overflow-auto text-sm"
    >
      <div role="presentation" style={{ width: across.getTotalSize() }}>
        <div role="row" tabIndex={-1} className="sticky top-0 z-20 h-8 border-b border-line-strong bg-sunken">
          <span
            role="columnheader"
            tabIndex={-1}
            className="sticky left-0 z-10 inline-flex h-full items-center justify-end border-r border-line bg-sunken pr-2.5 text-faint"
            style={{ width: NUMBER }}
          >
            Row
          </span>
          {columns.map((column) => (
            <span
              key={column.key}
              role="columnheader"
              tabIndex={-1}
              aria-colindex={column.index + 2}
              title={headers[column.index]}
              className="absolute top-0 h-full truncate border-r border-line px-2.5 leading-8 font-medium"
              style={{ left: column.start, width: column.size }}
            >
              {headers[column.index]}
            </span>
          ))}
        </div>
        <div role="rowgroup" className="relative" style={{ height: down.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index];
            if (!row) return null;
            return (
              <div
                key={item.key}
                role="row"
                tabIndex={-1}
                aria-rowindex={item.index + 2}
                className="absolute inset-x-0 border-b border-line"
                style={{ height: item.size, transform: `translateY(${item.start}px)` }}
              >
                <span
                  role="rowheader"
                  tabIndex={-1}
                  title={row.shape === "ok" ? undefined : `This row is ${row.shape}`}
                  className="sticky left-0 z-10 inline-flex h-full items-center justify-end gap-1 border-r border-line bg-sunken pr-2.5 text-faint"
                  style={{ width: NUMBER }}
                >
                  {row.shape !== "ok" && <span className="text-warn">{row.shape}</span>}
                  {formatCount(row.row_number)}
                </span>
                {columns.map((column) => {
                  const text = row.cells[column.index];
                  return (
                    <span
                      key={column.key}
                      role="gridcell"
                      tabIndex={-1}
                      title={text}
                      data-selectable
                      className="absolute top-0 h-full truncate border-r border-line px-2.5 leading-7"
                      style={{ left: column.start, width: column.size }}
                    >
                      {text}
                    </span>
                  );
                })}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
