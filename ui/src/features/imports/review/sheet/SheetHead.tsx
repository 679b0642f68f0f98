import type { VirtualItem } from "@tanstack/react-virtual";
import { cx } from "@/components/cx";

interface SheetHeadProps {
  headers: readonly string[];
  columns: readonly VirtualItem[];
  /** Width of the row numbers. */
  number: number;
  current: number;
}

export function SheetHead({ headers, columns, number, current }: SheetHeadProps) {
  return (
    <div role="row" tabIndex={-1} className="sticky top-0 z-20 h-8 border-b border-line-strong bg-sunken">
      <span
        role="columnheader"
        tabIndex={-1}
        className="sticky left-0 z-10 inline-flex h-full items-center justify-end border-r border-line bg-sunken pr-2.5 text-faint"
        style={{ width: number }}
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
          className={cx(
            "absolute top-0 h-full truncate border-r border-line px-2.5 leading-8 font-medium",
            column.index === current ? "bg-pressed text-ink" : "text-muted",
          )}
          style={{ left: column.start, width: column.size }}
        >
          {headers[column.index]}
        </span>
      ))}
    </div>
  );
}
