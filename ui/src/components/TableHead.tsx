import { ArrowDown, ArrowUp } from "lucide-react";
import { cx } from "./cx";
import type { Column, Sorting } from "./VirtualTable";

interface TableHeadProps<T> {
  columns: readonly Column<T>[];
  template: string;
  sorting?: Sorting;
  onSort?: (by: string) => void;
}

const HEAD = "flex h-8 min-w-0 items-center gap-1 text-sm font-medium text-faint";

export function TableHead<T>({ columns, template, sorting, onSort }: TableHeadProps<T>) {
  return (
    <div role="rowgroup" className="sticky top-0 z-10 border-b border-line bg-canvas">
      <div
        role="row"
        tabIndex={-1}
        aria-rowindex={1}
        className="grid gap-x-2.5 px-5"
        style={{ gridTemplateColumns: template }}
      >
        {columns.map((column) => {
          const by = column.sort;
          const active = by !== undefined && sorting?.by === by;
          const Arrow = sorting?.descending ? ArrowDown : ArrowUp;
          const order = sorting?.descending ? "descending" : "ascending";
          const inner = (
            <>
              <span className="truncate">{column.header}</span>
              {active && <Arrow className="size-3 shrink-0" aria-hidden="true" />}
            </>
          );
          return (
            <div
              key={column.id}
              role="columnheader"
              tabIndex={-1}
              aria-sort={by === undefined ? undefined : active ? order : "none"}
              className={cx(HEAD, column.numeric && "justify-end")}
            >
              {by !== undefined && onSort ? (
                <button
                  type="button"
                  data-testid={`sort-${by}`}
                  title={`Sort by ${column.header.toLowerCase()}`}
                  onClick={() => onSort(by)}
                  className={cx(
                    "control -mx-1 flex min-w-0 items-center gap-1 rounded-sm px-1 hover:text-ink",
                    active && "text-ink",
                  )}
                >
                  {inner}
                </button>
              ) : (
                inner
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
