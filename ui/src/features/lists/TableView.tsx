import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ListField, ViewColumn } from "@/api/generated/contracts";
import { type KeptKeys, useKeptKeys } from "@/app/keptKeys";
import { rowHeight, usePreferences } from "@/app/preferences";
import { useShortcuts } from "@/app/shortcuts";
import { ErrorState, SkeletonRows } from "@/components/states";
import { typedText } from "./cells";
import { type Kind, largestFirst, type Shown } from "./kinds";
import { linesOf, rowsBetween, type Section } from "./lines";
import { type Editing, HEAD, RecordTable } from "./RecordTable";
import { isSelected, NOTHING, type Selection, sizeOf, toggled, withRow } from "./selection";
import { useCursor } from "./useCursor";
import type { Edits } from "./useEdits";
import type { Groups } from "./useGroups";
import type { List } from "./useList";
import { type Found, pagesOf, type Stretch, usePages } from "./usePages";
import { useRows } from "./useRows";

interface TableViewProps {
  kind: Kind;
  list: List;
  /** Null: the list is not grouped. */
  groups: Groups | null;
  total: number | null;
  edits: Edits;
  selection: Selection;
  onSelection: (selection: Selection) => void;
  onOpen: (id: string) => void;
  onFold: (key: string) => void;
  /** Writes a condition on this field. */
  onCondition: (field: ListField) => void;
  /** Keys that were typed before this was there. */
  keptKeys: RefObject<KeptKeys>;
  /** Brings a record back from the archive; null: nobody is to. */
  onRestore: ((id: string) => void) | null;
  /** Told of the column that the cursor is in. */
  onColumn: (field: ListField | null) => void;
}

const STEP = 12;

/** What a cell's text would be as a value, until the core has read it. */
const asTyped = (field: ListField, text: string): unknown =>
  field.kind === "tag" ? text.split(/[;,]/).flatMap((tag) => tag.trim() || []) : text;

const asSent = (field: ListField, text: string): string =>
  field.kind === "tag" && text.trim() ? JSON.stringify(asTyped(field, text)) : text;

/** A list as rows and columns, with its keyboard. */
export function TableView(props: TableViewProps) {
  const { kind, list, groups, total, edits, selection, onSelection } = props;
  const { columns, query, change } = list;
  const height = rowHeight(usePreferences());
  const [known, setKnown] = useState<{ query: unknown; rows: number }>({ query, rows: 0 });
  const [editing, setEditing] = useState<Editing | null>(null);
  const anchor = useRef<number | null>(null);

  const begun = known.query === query ? known.rows : 0;
  const sections: readonly Section[] = useMemo(
    () =>
      groups?.sections ?? [
        { key: "all", heading: null, folded: false, count: total ?? Math.max(1, begun), query },
      ],
    [groups?.sections, total, begun, query],
  );
  const lines = useMemo(() => linesOf(sections), [sections]);
  const grid = useRef<HTMLDivElement>(null);
  const [broken, setBroken] = useState(false);
  const rows = useRows(grid, lines.total, height, HEAD, broken);
  const stretches: readonly Stretch[] = useMemo(
    () =>
      rowsBetween(sections, lines, rows.first, rows.last).map(({ section, first, last }) => ({
        key: section.key,
        query: section.query,
        pages: pagesOf(first, last, section.count),
      })),
    [sections, lines, rows.first, rows.last],
  );
  const pages = usePages(stretches);
  const { rows: seen, ended } = pages.atLeast("all");
  useEffect(() => {
    const rows = seen + (ended ? 0 : 1);
    if (!groups && rows > begun) setKnown({ query, rows });
  }, [groups, seen, ended, begun, query]);

  const onRest = useCallback((id: string) => void list.rest(id), [list.rest]);
  const cursor = useCursor({
    grid,
    place: `${kind.to} ${list.view?.view_id ?? ""}`,
    lines,
    pages,
    columns: columns.length,
    initialId: list.search.sel,
    onRest,
  });
  const failed = pages.error !== null && pages.row("all", 0) === undefined;
  useEffect(() => setBroken(failed), [failed]);

  const here = lines.at(cursor.line);
  const found = here?.kind === "row" ? pages.row(here.section.key, here.index) : undefined;
  const column = columns[cursor.column];
  useEffect(() => props.onColumn(column?.info ?? null));
  const step = (next: number) => {
    cursor.focus();
    const left = column && found ? edits.cell(found.row.id, column.field) : undefined;
    if (left?.error && column && found) edits.forget(found.row.id, column.field);
    cursor.moveTo(next);
  };

  const begin = (record: Found, { info, field }: Pick<Shown, "info" | "field">) => {
    if (!edits.mayEdit) return;
    const value = record.row.cells[record.columns.indexOf(field)];
    const several = Array.isArray(value) && value.length > 1 && info.kind !== "tag";
    if (info.edits === null) {
      const why = info.computed ? "is worked out from other records" : "can’t be changed from here";
      edits.say({ words: `${info.title} ${why}`, error: null });
    } else if (several) {
      edits.say({ words: `${record.row.title} has several: open the record to change them`, error: null });
    } else {
      edits.forget(record.row.id, field);
      setEditing({ id: record.row.id, field });
    }
  };
  const close = () => {
    setEditing(null);
    // Whoever went on elsewhere stays there.
    const held = document.activeElement;
    if (held === document.body || grid.current?.contains(held)) cursor.focus();
  };
  const finish = (record: Found, field: ListField, text: string, go: -1 | 0 | 1) => {
    close();
    const before = typedText(record.row.cells[record.columns.indexOf(field.name)]);
    if (text.trim() !== before.trim()) {
      const said = text.trim() === "" ? "emptied" : `set to ${text.trim()}`;
      void edits.edit({
        id: record.row.id,
        version: record.row.version,
        field,
        text: asSent(field, text),
        value: asTyped(field, text),
        words: `${field.title} of ${record.row.title} ${said}`,
      });
    }
    if (go === 0) return;
    for (let at = cursor.column + go; at >= 0 && at < columns.length; at += go) {
      const next = columns[at];
      if (next?.info.edits) {
        cursor.toColumn(at);
        begin(record, next);
        return;
      }
    }
  };

  const idAt = (line: number): string | null => {
    const at = lines.at(line);
    return at?.kind === "row" ? (pages.row(at.section.key, at.index)?.row.id ?? null) : null;
  };
  const select = (id: string, line: number, range: boolean) => {
    if (!range || anchor.current === null) {
      anchor.current = line;
      onSelection(toggled(selection, id));
      return;
    }
    let next = selection;
    let missed = 0;
    const [from, to] = [Math.min(anchor.current, line), Math.max(anchor.current, line)];
    for (let at = from; at <= to; at += 1) {
      const one = idAt(at);
      if (one) next = withRow(next, one, true);
      else if (lines.at(at)?.kind === "row") missed += 1;
    }
    if (missed > 0) {
      edits.say({ words: "Rows far out of sight were left out: select all, or filter first", error: null });
    }
    onSelection(next);
  };
  const stretch = (by: 1 | -1) => {
    cursor.focus();
    if (!found) return cursor.moveTo(cursor.line + by);
    if (anchor.current === null) anchor.current = cursor.line;
    const next = idAt(cursor.line + by);
    let chosen = withRow(selection, found.row.id, true);
    if (next) chosen = withRow(chosen, next, true);
    onSelection(chosen);
    cursor.moveTo(cursor.line + by);
  };
  const sortBy = (info: ListField, further: boolean) =>
    info.sortable && list.sort(info, largestFirst(info), further);
  const fold = () => here?.kind === "heading" && props.onFold(here.section.key);

  const waiting = pages.pending || (groups?.pending ?? false);
  const actions = useKeptKeys(
    waiting,
    {
      down: () => step(cursor.line + 1),
      up: () => step(cursor.line < 0 ? 0 : cursor.line - 1),
      pageDown: () => step(cursor.line + STEP),
      pageUp: () => step(cursor.line - STEP),
      first: () => step(0),
      last: () => step(lines.total - 1),
      left: () => (here?.kind === "heading" ? fold() : cursor.toColumn(cursor.column - 1)),
      right: () => (here?.kind === "heading" ? fold() : cursor.toColumn(cursor.column + 1)),
      open: () => (found ? props.onOpen(found.row.id) : fold()),
      select: () => {
        cursor.focus();
        if (found) select(found.row.id, cursor.line, false);
      },
      selectDown: () => stretch(1),
      selectUp: () => stretch(-1),
      ...(edits.mayEdit && { edit: () => found && column && begin(found, column) }),
      ...(column && {
        sortBy: () => sortBy(column.info, false),
        sortThen: () => sortBy(column.info, true),
        ...(column.info.visibility === "full" && { addCondition: () => props.onCondition(column.info) }),
        groupBy: () => {
          if (list.shape.group) change({ group: "" });
          else if (column.info.groupable) change({ group: column.field });
          else edits.say({ words: `${column.info.title} makes no groups`, error: null });
        },
      }),
      ...((sizeOf(selection, total) !== 0 || found) && {
        back: () => {
          anchor.current = null;
          const refused = found && column && edits.cell(found.row.id, column.field)?.error;
          if (refused && found && column) edits.forget(found.row.id, column.field);
          else onSelection(NOTHING);
        },
      }),
    },
    props.keptKeys,
  );
  useShortcuts("screen", actions);

  const onWidth = (field: string, pixels: number) => {
    const cols: ViewColumn[] = list.shape.columns.map((own) =>
      own.field === field ? { ...own, width: pixels } : own,
    );
    change({ cols });
  };

  if (groups?.error) {
    return <ErrorState error={groups.error} what="The groups could not be made" onRetry={groups.retry} />;
  }
  if (failed && pages.error) {
    return (
      <ErrorState error={pages.error} what={`${kind.title} could not be listed`} onRetry={pages.refetch} />
    );
  }
  return (
    <>
      {waiting && (
        <div className="absolute inset-x-0 top-8 z-10 bg-canvas">
          <SkeletonRows label={`Loading ${kind.title.toLowerCase()}`} />
        </div>
      )}
      <RecordTable
        kind={kind}
        columns={columns}
        lines={lines}
        pages={pages}
        rows={rows}
        cursor={cursor}
        sorts={list.shape.sorts}
        edits={edits}
        editing={editing}
        isSelected={(id) => isSelected(selection, id)}
        onOpen={({ row }) => props.onOpen(row.id)}
        onSelect={select}
        onFold={({ key }) => props.onFold(key)}
        onSort={({ info }, further) => sortBy(info, further)}
        onWidth={onWidth}
        onEdit={(record, info) => begin(record, { info, field: info.name })}
        onEdited={finish}
        onCancel={close}
        onRestore={props.onRestore}
        total={total}
      />
    </>
  );
}
