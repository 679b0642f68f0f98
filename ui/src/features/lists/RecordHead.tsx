import { ArrowDown, ArrowUp } from "lucide-react";
import { type PointerEvent, useState } from "react";
import type { SortKey } from "@/api/generated/contracts";
import { cx } from "@/components/cx";
import { cellSides, NARROWEST, type Shown, WIDEST } from "./kinds";

interface RecordHeadProps {
  columns: readonly Shown[];
  template: string;
  sorts: readonly SortKey[];
  onSort: (column: Shown, further: boolean) => void;
  onWidth: (field: string, pixels: number) => void;
  /** The column that the cell cursor is in. */
  current: number;
}

/** The heads of a list's columns: sort, sort further with Shift, drag their edge. */
export function RecordHead({ columns, template, sorts, onSort, onWidth, current }: RecordHeadProps) {
  return (
    <div role="rowgroup" className="sticky top-0 z-20 border-b border-line bg-canvas">
      <div
        role="row"
        aria-rowindex={1}
        tabIndex={-1}
        className="grid"
        style={{ gridTemplateColumns: template }}
      >
        <div role="columnheader" tabIndex={-1} className="sticky left-0 z-10 bg-canvas">
          <span className="sr-only">Selected</span>
        </div>
        {columns.map((column, i) => (
          <Head
            key={column.field}
            column={column}
            sorts={sorts}
            onSort={onSort}
            onWidth={onWidth}
            here={i === current}
          />
        ))}
      </div>
    </div>
  );
}

interface HeadProps {
  column: Shown;
  sorts: readonly SortKey[];
  onSort: RecordHeadProps["onSort"];
  onWidth: RecordHeadProps["onWidth"];
  here: boolean;
}

function Head({ column, sorts, onSort, onWidth, here }: HeadProps) {
  const { info, pinned } = column;
  const at = sorts.findIndex(({ field }) => field === column.field);
  const falls = sorts[at]?.descending ?? false;
  const Arrow = falls ? ArrowDown : ArrowUp;
  return (
    <div
      role="columnheader"
      tabIndex={-1}
      aria-sort={!info.sortable ? undefined : at < 0 ? "none" : falls ? "descending" : "ascending"}
      className={cx(
        "group/head relative flex h-8 min-w-0 items-center gap-1 text-sm font-medium text-faint",
        cellSides(info),
        pinned && "sticky z-10 bg-canvas",
        here && "text-muted",
      )}
      style={pinned ? { left: column.left } : undefined}
    >
      {info.sortable ? (
        <button
          type="button"
          tabIndex={-1}
          data-testid={`sort-${column.field}`}
          title={`Sort by ${info.title.toLowerCase()}; with Shift as a further one`}
          onClick={(event) => onSort(column, event.shiftKey)}
          className={cx(
            "control -mx-1 flex min-w-0 items-center gap-1 rounded-sm px-1 hover:text-ink",
            at >= 0 && "text-ink",
          )}
        >
          <span className="truncate">{info.title}</span>
          {at >= 0 && <Arrow className="size-3 shrink-0" aria-hidden="true" />}
          {at >= 0 && sorts.length > 1 && <span className="text-xs tabular-nums">{at + 1}</span>}
        </button>
      ) : (
        <span className="truncate">{info.title}</span>
      )}
      <Edge column={column} onWidth={onWidth} />
    </div>
  );
}

/** The edge of a column's head, dragged to make it wider. */
function Edge({ column, onWidth }: { column: Shown; onWidth: RecordHeadProps["onWidth"] }) {
  const [began, setBegan] = useState<{ x: number; width: number } | null>(null);
  const widthAt = (event: PointerEvent) =>
    Math.round(Math.max(NARROWEST, Math.min(WIDEST, (began?.width ?? 0) + event.clientX - (began?.x ?? 0))));
  return (
    <div
      aria-hidden="true"
      data-testid={`resize-${column.field}`}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        const width = event.currentTarget.parentElement?.getBoundingClientRect().width ?? column.pixels;
        setBegan({ x: event.clientX, width });
      }}
      onPointerMove={(event) => began && onWidth(column.field, widthAt(event))}
      onPointerUp={() => setBegan(null)}
      className={cx(
        "absolute inset-y-1.5 right-0 w-1.5 cursor-col-resize rounded-full",
        began ? "bg-accent" : "group-hover/head:bg-line-strong",
      )}
    />
  );
}
