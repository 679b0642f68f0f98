import { ChevronDown, ChevronRight } from "lucide-react";
import { useEffect, useId, useLayoutEffect, useMemo, useRef } from "react";
import type { ListField, SortKey } from "@/api/generated/contracts";
import { formatCount } from "@/app/format";
import { usePainted } from "@/app/painted";
import { rowHeight, usePreferences } from "@/app/preferences";
import { countEntities } from "@/app/words";
import { cx } from "@/components/cx";
import { GUTTER, type Kind, type Shown } from "./kinds";
import type { Lines, Section } from "./lines";
import { RecordHead } from "./RecordHead";
import { type LineActs, RecordLine } from "./RecordLine";
import { Sums } from "./Sums";
import type { Cursor } from "./useCursor";
import type { Edits } from "./useEdits";
import type { Found, Pages } from "./usePages";
import type { Rows } from "./useRows";

export const HEAD = 33;

export interface Editing {
  id: string;
  field: string;
}

interface RecordTableProps {
  kind: Kind;
  columns: readonly Shown[];
  lines: Lines;
  pages: Pages;
  rows: Rows;
  cursor: Cursor;
  sorts: readonly SortKey[];
  edits: Edits;
  editing: Editing | null;
  isSelected: (id: string) => boolean;
  onOpen: (found: Found) => void;
  onSelect: (id: string, line: number, range: boolean) => void;
  onFold: (section: Section) => void;
  onSort: (column: Shown, further: boolean) => void;
  onWidth: (field: string, pixels: number) => void;
  onEdit: (found: Found, field: ListField) => void;
  onEdited: (found: Found, field: ListField, text: string, step: -1 | 0 | 1) => void;
  onCancel: () => void;
  /** Brings a record back from the archive; null: nobody is to. */
  onRestore: ((id: string) => void) | null;
  /** How many there are in all. */
  total: number | null;
}

/** One grid for every kind of record: only the lines in sight are drawn, only their pages are held. */
export function RecordTable(props: RecordTableProps) {
  const { kind, columns, lines, pages, rows, cursor } = props;
  const height = rowHeight(usePreferences());
  const base = useId();
  const { reveal } = rows;
  const { line: current, grid } = cursor;
  useEffect(() => reveal(current), [reveal, current]);
  const top = lines.at(rows.first);
  usePainted("list", top?.kind === "row" && pages.row(top.section.key, top.index) !== undefined);

  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  const act: LineActs = useMemo(
    () => ({
      click: (event, line, record) => {
        latest.current.cursor.moveTo(line);
        if (event.shiftKey || event.ctrlKey || event.metaKey) {
          latest.current.onSelect(record.row.id, line, event.shiftKey);
        } else latest.current.onOpen(record);
      },
      select: (line, id, range) => {
        latest.current.cursor.moveTo(line);
        latest.current.onSelect(id, line, range);
      },
      edit: (record, field) => latest.current.onEdit(record, field),
      edited: (record, field, text, step) => latest.current.onEdited(record, field, text, step),
      cancel: () => latest.current.onCancel(),
      restore: (id) => latest.current.onRestore?.(id),
    }),
    [],
  );

  // Behind a column that is held at the left stands the next one that is: only the last of them may grow.
  const lastHeld = columns.findLastIndex(({ pinned }) => pinned);
  const template = [
    `${GUTTER}px`,
    ...columns.map(({ width, pinned, pixels }, at) =>
      width !== undefined || (pinned && at < lastHeld) ? `${pixels}px` : `minmax(${pixels}px, ${pixels}fr)`,
    ),
  ].join(" ");
  const wide = GUTTER + columns.reduce((sum, { pixels }) => sum + pixels, 0);
  const drawn: number[] = [];
  for (let line = rows.first; line <= rows.last; line += 1) drawn.push(line);
  return (
    <div
      ref={grid}
      role="grid"
      tabIndex={0}
      aria-label={kind.title}
      aria-rowcount={(props.total ?? lines.total) + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable="true"
      aria-activedescendant={current >= 0 ? `${base}-${current}` : undefined}
      className="min-h-0 flex-1 overflow-auto"
    >
      <div role="presentation" className="pr-3" style={{ minWidth: wide }}>
        <RecordHead
          columns={columns}
          template={template}
          sorts={props.sorts}
          onSort={props.onSort}
          onWidth={props.onWidth}
          current={current >= 0 ? cursor.column : -1}
        />
        <div role="rowgroup" className="relative" style={{ height: rows.tall }}>
          <div role="presentation" className="absolute inset-x-0" style={{ top: rows.origin }}>
            {drawn.map((line) => {
              const found = lines.at(line);
              if (!found) return null;
              const place = { top: rows.topOf(line), height };
              if (found.kind === "heading") {
                return (
                  <Heading
                    key={found.section.key}
                    id={`${base}-${line}`}
                    section={found.section}
                    kind={kind}
                    current={line === current}
                    row={line + 2}
                    place={place}
                    onFold={() => {
                      cursor.moveTo(line);
                      props.onFold(found.section);
                    }}
                  />
                );
              }
              const record = pages.row(found.section.key, found.index);
              if (!record) {
                return (
                  <div
                    key={`wait-${line}`}
                    className="absolute inset-x-0 flex items-center gap-3 border-b border-line px-10"
                    style={place}
                  >
                    <span className="skeleton h-2.5 w-1/5" />
                    <span className="skeleton h-2.5 w-1/3" />
                  </div>
                );
              }
              const { id } = record.row;
              return (
                <RecordLine
                  key={`${found.section.key} ${id}`}
                  id={`${base}-${line}`}
                  kind={kind}
                  record={record}
                  columns={columns}
                  template={template}
                  line={line}
                  top={place.top}
                  height={height}
                  current={line === current}
                  column={line === current ? cursor.column : -1}
                  selected={props.isSelected(id)}
                  edits={props.edits}
                  editing={props.editing?.id === id ? props.editing.field : null}
                  restores={props.onRestore !== null}
                  act={act}
                />
              );
            })}
          </div>
        </div>
      </div>
    </div>
  );
}

interface HeadingProps {
  id: string;
  section: Section;
  kind: Kind;
  current: boolean;
  row: number;
  place: { top: number; height: number };
  onFold: () => void;
}

function Heading({ id, section, kind, current, row, place, onFold }: HeadingProps) {
  const Arrow = section.folded ? ChevronRight : ChevronDown;
  const label = section.heading?.label ?? "";
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid's cursor folds groups with Enter and the arrows.
    <div
      id={id}
      role="row"
      tabIndex={-1}
      aria-rowindex={row}
      data-testid="group-heading"
      data-group={label}
      data-count={section.count}
      onClick={onFold}
      className={cx(
        "absolute inset-x-0 flex items-center border-b border-line bg-sunken",
        current && "shadow-[inset_2px_0_0_var(--accent-ink)]",
      )}
      style={place}
    >
      <div role="gridcell" tabIndex={-1} className="sticky left-0 px-3">
        {/* A click on it is a click on its row. */}
        <button
          type="button"
          tabIndex={-1}
          aria-expanded={!section.folded}
          className="flex items-center gap-2 outline-none"
        >
          <Arrow className="size-3.5 text-faint" aria-hidden="true" />
          <span className="font-medium">{label}</span>
          <span className="text-faint tabular-nums" title={countEntities(section.count, kind.entity)}>
            {formatCount(section.count)}
          </span>
          <Sums sums={section.heading?.sums ?? []} />
        </button>
      </div>
    </div>
  );
}
