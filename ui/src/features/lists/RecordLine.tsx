import { ArchiveRestore, Check } from "lucide-react";
import { type MouseEvent, memo, useLayoutEffect, useRef, useState } from "react";
import type { ListField } from "@/api/generated/contracts";
import { Button } from "@/components/Button";
import { cx } from "@/components/cx";
import { CellEditor } from "./CellEditor";
import { Cell, isOver, typedText } from "./cells";
import { cellSides, type Kind, type Shown } from "./kinds";
import type { CellEdit, Edits } from "./useEdits";
import type { Found } from "./usePages";

/** What is done at a line. The same for all of them and for as long as the list is there. */
export interface LineActs {
  click: (event: MouseEvent, line: number, record: Found) => void;
  select: (line: number, id: string, range: boolean) => void;
  edit: (record: Found, field: ListField) => void;
  edited: (record: Found, field: ListField, text: string, step: -1 | 0 | 1) => void;
  cancel: () => void;
  /** Back from the archive. */
  restore: (id: string) => void;
}

interface RecordLineProps {
  id: string;
  /** Its number, from 0. */
  line: number;
  kind: Kind;
  record: Found;
  columns: readonly Shown[];
  template: string;
  top: number;
  height: number;
  current: boolean;
  /** The cell that the cursor is on, -1: none in this row. */
  column: number;
  selected: boolean;
  edits: Edits;
  editing: string | null;
  /** It is archived, and whoever looks may bring it back. */
  restores: boolean;
  act: LineActs;
}

const OWN = [
  "id",
  "line",
  "kind",
  "columns",
  "template",
  "top",
  "height",
  "current",
  "column",
  "selected",
  "restores",
] as const;

/** Whoever scrolls moves all lines at once: one that shows the same is not drawn anew. */
const same = (was: RecordLineProps, is: RecordLineProps): boolean =>
  OWN.every((name) => was[name] === is[name]) &&
  was.record.row === is.record.row &&
  was.record.columns === is.record.columns &&
  was.edits.cells === is.edits.cells &&
  was.editing === is.editing &&
  was.act === is.act;

/** One record of a list. */
export const RecordLine = memo(function RecordLine(props: RecordLineProps) {
  const { kind, line, record, columns, current, selected, edits, editing, act } = props;
  const { row } = record;
  const over = isOver(record.columns, row.cells);
  const ground = current ? "bg-selected" : selected ? "bg-accent-soft" : "bg-canvas group-hover/row:bg-hover";
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid's cursor opens rows with Enter.
    <div
      id={props.id}
      role="row"
      tabIndex={-1}
      aria-rowindex={line + 2}
      aria-selected={selected}
      data-current={current ? "" : undefined}
      data-testid={`${kind.testId}-row`}
      data-id={row.id}
      onClick={(event) => act.click(event, line, record)}
      className={cx(
        "group/row absolute inset-x-0 grid border-b border-line outline-none",
        ground,
        !current && !selected && "hover:bg-hover",
        editing !== null && "z-10",
      )}
      style={{ top: props.top, height: props.height, gridTemplateColumns: props.template }}
    >
      <div
        role="gridcell"
        tabIndex={-1}
        className={cx(
          "sticky left-0 z-[1] flex items-center justify-center",
          ground,
          current && "shadow-[inset_2px_0_0_var(--accent-ink)]",
        )}
      >
        <button
          type="button"
          role="checkbox"
          tabIndex={-1}
          aria-checked={selected}
          aria-label={`Select ${row.title}`}
          data-testid="select-row"
          onClick={(event) => {
            event.stopPropagation();
            act.select(line, row.id, event.shiftKey);
          }}
          className={cx(
            "inline-flex size-4 items-center justify-center rounded-sm border",
            selected
              ? "border-transparent bg-accent text-on-accent"
              : "border-line-strong bg-surface opacity-0 group-hover/row:opacity-100",
            current && "opacity-100",
          )}
        >
          {selected && <Check className="size-3" strokeWidth={3} aria-hidden="true" />}
        </button>
      </div>
      {columns.map((column, i) => {
        const { info } = column;
        const edit = edits.cell(row.id, column.field);
        const own = row.cells[record.columns.indexOf(column.field)];
        const value = edit && edit.error === null ? edit.value : own;
        const here = i === props.column;
        const named = column.field === kind.named;
        return (
          <div
            key={column.field}
            role="gridcell"
            tabIndex={-1}
            data-testid={`cell-${column.field}`}
            data-cell={here ? "" : undefined}
            aria-busy={edit?.error === null}
            onDoubleClick={() => act.edit(record, info)}
            className={cx(
              "relative flex min-w-0 items-center",
              cellSides(info),
              column.pinned && cx("sticky z-[1]", ground),
              here && "rounded-sm shadow-[inset_0_0_0_1.5px_var(--focus)]",
              edit?.error && "rounded-sm shadow-[inset_0_0_0_1.5px_var(--risk)]",
              (editing === column.field || edit?.error) && "z-20",
              edit && edit.error === null && "opacity-60",
            )}
            style={column.pinned ? { left: column.left } : undefined}
          >
            <div className="min-w-0 truncate">
              <Cell
                field={info}
                value={value}
                id={row.id}
                title={named && edit?.error === null ? String(edit.value ?? "") : row.title}
                entity={kind.entity}
                named={named}
                over={over}
              />
            </div>
            {edit?.error && <Refusal edit={edit} full={here} />}
            {editing === column.field && (
              <CellEditor
                entity={kind.entity}
                field={info}
                title={row.title}
                initial={typedText(own)}
                onDone={(text, step) => act.edited(record, info, text, step)}
                onCancel={act.cancel}
              />
            )}
          </div>
        );
      })}
      {props.restores && (
        <div
          role="gridcell"
          tabIndex={-1}
          className="pointer-events-none absolute inset-0 z-[2] flex justify-end"
        >
          <span
            className={cx(
              "pointer-events-auto sticky right-0 flex items-center pr-2 pl-4",
              ground,
              !current && "invisible group-hover/row:visible",
            )}
          >
            <Button
              size="small"
              tabIndex={-1}
              aria-label={`Bring back ${row.title}`}
              data-testid="row-restore"
              onClick={(event) => {
                event.stopPropagation();
                act.restore(row.id);
              }}
            >
              <ArchiveRestore className="size-3" aria-hidden="true" />
              Bring back
            </Button>
          </span>
        </div>
      )}
    </div>
  );
}, same);

/** Why a change was refused, under the cell whose value stands as it was. */
function Refusal({ edit, full }: { edit: CellEdit; full: boolean }) {
  // Under a cell at the edge of the window it grows to the left.
  const [left, setLeft] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (full && box.current && box.current.getBoundingClientRect().right > window.innerWidth) setLeft(true);
  }, [full]);
  if (!edit.error) return null;
  const { message, hint } = edit.error;
  if (!full) return <span className="sr-only">{message}</span>;
  return (
    <div
      ref={box}
      role="alert"
      data-testid="cell-refused"
      className={cx(
        "popup absolute top-full z-30 mt-1 w-72 border-risk-line px-2.5 py-2 whitespace-normal",
        left ? "right-0" : "left-0",
      )}
    >
      <p className="font-medium text-risk">{message}</p>
      {hint && <p className="text-muted">{hint}</p>}
    </div>
  );
}
