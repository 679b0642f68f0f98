import { useNavigate } from "@tanstack/react-router";
import {
  Archive,
  BookmarkPlus,
  Columns3,
  Download,
  PhoneCall,
  SearchX,
  SquareKanban,
  Table2,
} from "lucide-react";
import { type ReactNode, type RefObject, useCallback, useRef, useState } from "react";
import { call, chooseTarget, toCommandError } from "@/api/client";
import type { ListField, RecordsQuery } from "@/api/generated/contracts";
import { useCommand } from "@/api/queries";
import { type KeptKeys, keeping } from "@/app/keptKeys";
import { placeOf } from "@/app/places";
import { useRights } from "@/app/rights";
import { useShortcuts } from "@/app/shortcuts";
import { countEntities } from "@/app/words";
import { Button, IconButton } from "@/components/Button";
import { FilterBox } from "@/components/FilterBox";
import { PickOne } from "@/components/PickOne";
import { ScreenHeader } from "@/components/ScreenHeader";
import { EmptyState, ErrorState, SkeletonRows } from "@/components/states";
import { peopleOf, useStartCalls } from "@/features/calls/useCalls";
import { useIntake } from "@/features/imports/intake";
import { BoardView } from "./BoardView";
import { BulkDialog } from "./BulkDialog";
import { ColumnsDialog } from "./ColumnsDialog";
import { FilterBar } from "./FilterBar";
import type { Kind } from "./kinds";
import { ListFooter } from "./ListFooter";
import { forBulk, isSelected, matchKey, NOTHING, sizeOf, useSelection } from "./selection";
import { TableView } from "./TableView";
import { useEdits } from "./useEdits";
import { useGroups } from "./useGroups";
import { focusList, type List, useList } from "./useList";
import { useTotal } from "./usePages";
import { ViewDialog } from "./ViewDialog";
import { ViewTabs } from "./ViewTabs";

interface RecordScreenProps {
  kind: Kind;
  /** Buttons of this kind alone, in the header. */
  actions?: ReactNode;
}

/** A list of any kind of record. */
export function RecordScreen({ kind, actions }: RecordScreenProps) {
  const list = useList(kind);
  const keptKeys = useRef<KeptKeys>([]);
  useShortcuts("screen", list.ready ? {} : keeping(keptKeys));
  return (
    <section aria-label={kind.title} className="relative flex min-h-0 flex-1 flex-col">
      {list.ready ? (
        <Ready kind={kind} list={list} actions={actions} keptKeys={keptKeys} />
      ) : (
        <>
          <ScreenHeader title={kind.title}>{actions}</ScreenHeader>
          {list.error ? (
            <ErrorState error={list.error} what={`${kind.title} could not be listed`} onRetry={list.retry} />
          ) : (
            <SkeletonRows label={`Loading ${kind.title.toLowerCase()}`} />
          )}
        </>
      )}
    </section>
  );
}

interface ReadyProps extends RecordScreenProps {
  list: List;
  /** Keys that were typed before this was there. */
  keptKeys: RefObject<KeptKeys>;
}

type Dialog = "columns" | "view" | "bulk" | "archive" | null;
const FOCUS_MS = 60;
const UNGROUPED: ReadonlySet<string> = new Set();

function Ready({ kind, list, actions, keptKeys }: ReadyProps) {
  const { entity } = kind;
  const navigate = useNavigate();
  const { maySearch, may } = useRights();
  const status = useCommand("app_status", null).data;
  const { shape, fields, query, change, text, archived } = list;
  const [writing, setWriting] = useState<string | null>(null);
  const [dialog, setDialog] = useState<Dialog>(null);
  const [folded, setFolded] = useState(UNGROUPED);
  const [exporting, setExporting] = useState(false);
  /** The column that the cursor is in: a bulk edit is probably of it. */
  const column = useRef<ListField | null>(null);
  const edits = useEdits(entity);
  const start = useStartCalls();

  const board = shape.layout === "board";
  const groupable = [...fields.values()].filter((field) => field.groupable);
  const boardBy = fields.get(shape.group ?? kind.board?.by ?? "") ?? groupable[0] ?? null;
  const by = board ? boardBy : (fields.get(shape.group ?? "") ?? null);
  const grouped = by?.groupable ?? false;
  const sum = fields.get(kind.board?.sum ?? "");
  const groups = useGroups(
    query,
    grouped ? by : null,
    sum?.visibility === "full" ? sum : null,
    board ? UNGROUPED : folded,
  );
  const counted = useTotal(query, !grouped || groups.more);
  const total = grouped && !groups.more ? groups.total : counted;
  const { selection, set } = useSelection(status?.workspace?.path ?? "", entity, query);
  const selected = sizeOf(selection, total);
  const read = useCommand("filter_read", { entity, ...(shape.filter ? { filter: shape.filter } : {}) });
  const sentence = read.data?.sentence ?? "";

  const open = useCallback(
    async (id: string) => {
      await list.rest(id);
      void navigate(placeOf({ entity, id }));
    },
    [list.rest, navigate, entity],
  );
  const onCondition = (field: ListField) => {
    const name = field.name.startsWith("custom.") ? field.name : field.name.replaceAll("_", " ");
    setWriting(sentence ? `${sentence} and ${name} ` : `${name} `);
  };
  const selectAll = () => set({ kind: "all", of: matchKey(query), except: new Set() });
  const fold = (key: string) =>
    setFolded((now) => {
      const next = new Set(now);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  const clear = () => change({ filter: { kind: "all", of: [] }, q: undefined });
  const exports = may("export_data");
  const exportShown = async () => {
    const path = await chooseTarget(
      `Export ${kind.title.toLowerCase()} as shown`,
      `${kind.title.toLowerCase()}.csv`,
    ).catch(() => null);
    if (path === null) return;
    setExporting(true);
    try {
      const what: RecordsQuery = query;
      const done = await call("records_export", { query: what, path });
      edits.say({ words: `${countEntities(done.rows, entity)} written to ${done.path}`, error: null });
    } catch (thrown) {
      edits.say({ words: "", error: toCommandError(thrown) });
    }
    setExporting(false);
  };
  const mayBulk = edits.mayEdit && [...fields.values()].some(({ edits: name }) => name !== null);
  const boards = groupable.length > 0;
  const callThem = async () => {
    try {
      const some = selection.kind === "some" && selection.ids.size > 0;
      const ids = some
        ? [...selection.ids]
        : (await peopleOf(query)).filter((id) => selection.kind === "some" || isSelected(selection, id));
      const at = selected === 0 ? ids.indexOf(list.search.sel ?? "") : 0;
      start(ids, kind.title, "/contacts", Math.max(0, at));
    } catch (thrown) {
      edits.say({ words: "", error: toCommandError(thrown) });
    }
  };
  const calls = entity === "person" && total !== 0 && !archived;
  const toggleArchived = () => change({ archived: archived ? undefined : true });
  const move = () => {
    if (selected !== 0) setDialog("archive");
    else if (list.search.sel) void edits.archive(list.search.sel, !archived);
  };
  const moves = edits.mayArchive && (selected !== 0 || list.search.sel !== undefined);
  const toggleBoard = () => change(board ? { board: false } : { board: true });
  useShortcuts("screen", {
    filterList: () => setWriting(sentence),
    clearList: clear,
    columns: () => setDialog("columns"),
    keepView: () => setDialog("view"),
    selectAll,
    ...(boards && { board: toggleBoard }),
    ...(calls && { callMode: () => void callThem() }),
    ...(mayBulk && selected !== 0 && { bulkEdit: () => setDialog("bulk") }),
    ...(moves && { [archived ? "restoreRecord" : "archiveRecord"]: move }),
    archivedOnes: toggleArchived,
    ...(exports && !exporting && { exportList: () => void exportShown() }),
    ...(edits.mayUndo && { undoEdit: () => void edits.undo() }),
  });

  const narrowed = Boolean(shape.filter) || text !== "";
  const nothing = total === 0 && !groups.pending && !groups.error;
  return (
    <>
      <ScreenHeader
        title={kind.title}
        remark={
          total !== null && (
            <span data-testid="list-total" data-total={total} className="tabular-nums">
              {countEntities(total, entity)}
              {archived ? " in the archive" : narrowed ? (total === 1 ? " matches" : " match") : ""}
            </span>
          )
        }
      >
        {maySearch && (
          <FilterBox
            label={`Find in ${kind.title.toLowerCase()}`}
            value={text}
            onChange={(q) => change({ q: q || undefined })}
            testId="list-filter"
          />
        )}
        {actions}
      </ScreenHeader>
      <ViewTabs list={list} />
      <FilterBar list={list} writing={writing} onWrite={setWriting}>
        {groupable.length > 0 && (
          <PickOne
            label="Group by"
            value={by?.groupable ? by.name : ""}
            options={[
              ...(board ? [] : [{ value: "", name: "No groups" }]),
              ...groupable.map(({ name, title }) => ({ value: name, name: `By ${title.toLowerCase()}` })),
            ]}
            onChange={(group) => {
              change({ group });
              // The menu gives the focus back to its button, which keeps keys for itself.
              setTimeout(focusList, FOCUS_MS);
            }}
            testId="group-by"
          />
        )}
        {boards && (
          <IconButton
            label={board ? "Show it as a table" : "Show it as a board"}
            action="board"
            data-testid="board-toggle"
            onClick={toggleBoard}
          >
            {board ? <Table2 className="size-4" /> : <SquareKanban className="size-4" />}
          </IconButton>
        )}
        <IconButton
          label="Columns"
          action="columns"
          data-testid="columns-open"
          onClick={() => setDialog("columns")}
        >
          <Columns3 className="size-4" />
        </IconButton>
        <IconButton
          label="Save the view"
          action="keepView"
          data-testid="view-open"
          onClick={() => setDialog("view")}
        >
          <BookmarkPlus className="size-4" />
        </IconButton>
        {calls && (
          <IconButton
            label="Call them one after the other"
            action="callMode"
            data-testid="list-call-mode"
            onClick={() => void callThem()}
          >
            <PhoneCall className="size-4" />
          </IconButton>
        )}
        <IconButton
          label={archived ? "Show what is in use" : "Show what is archived"}
          aria-pressed={archived}
          data-testid="archived-toggle"
          onClick={toggleArchived}
          className={archived ? "bg-pressed text-ink" : ""}
        >
          <Archive className="size-4" />
        </IconButton>
        {exports && (
          <IconButton
            label="Export what is shown"
            action="exportList"
            data-testid="list-export"
            disabled={exporting}
            onClick={() => void exportShown()}
          >
            <Download className="size-4" />
          </IconButton>
        )}
      </FilterBar>
      <div className="relative flex min-h-0 flex-1 flex-col">
        {nothing ? (
          <Nothing
            kind={kind}
            sentence={sentence}
            text={text}
            narrowed={narrowed}
            onClear={clear}
            onLeave={archived ? toggleArchived : null}
          />
        ) : board && boardBy ? (
          <BoardView
            key={`${list.view?.view_id} ${boardBy.name}`}
            kind={kind}
            list={list}
            by={boardBy}
            groups={groups}
            edits={edits}
            selection={selection}
            onSelection={set}
            onOpen={(id) => void open(id)}
          />
        ) : (
          <TableView
            kind={kind}
            list={list}
            groups={grouped ? groups : null}
            total={total}
            edits={edits}
            selection={selection}
            onSelection={set}
            onOpen={(id) => void open(id)}
            onFold={fold}
            keptKeys={keptKeys}
            onCondition={onCondition}
            onRestore={archived && edits.mayArchive ? (id) => void edits.archive(id, false) : null}
            onColumn={(field) => {
              column.current = field;
            }}
          />
        )}
      </div>
      {grouped && groups.more && (
        <p className="border-t border-line px-5 py-1.5 text-muted">
          Only the first 500 groups are shown: filter the list, or group it by something else.
        </p>
      )}
      <ListFooter
        entity={entity}
        edits={edits}
        selected={selected}
        all={selection.kind === "all"}
        onBulk={mayBulk ? () => setDialog("bulk") : null}
        onAll={selectAll}
        onNone={() => set(NOTHING)}
      />
      <ColumnsDialog
        kind={kind}
        list={list}
        open={dialog === "columns"}
        onOpenChange={(next) => setDialog(next ? "columns" : null)}
      />
      <ViewDialog
        kind={kind}
        list={list}
        open={dialog === "view"}
        onOpenChange={(next) => setDialog(next ? "view" : null)}
      />
      <BulkDialog
        kind={kind}
        list={list}
        edits={edits}
        selection={forBulk(selection, query)}
        open={dialog === "bulk" || dialog === "archive"}
        onOpenChange={(next) => setDialog(next ? "bulk" : null)}
        archive={dialog === "archive" || archived}
        field={board ? by : column.current}
        onDone={() => set(NOTHING)}
      />
    </>
  );
}

interface NothingProps {
  kind: Kind;
  sentence: string;
  text: string;
  narrowed: boolean;
  onClear: () => void;
  /** From the archive back to what is in use; null: this is in use. */
  onLeave: (() => void) | null;
}

function Nothing({ kind, sentence, text, narrowed, onClear, onLeave }: NothingProps) {
  const intake = useIntake();
  if (narrowed) {
    return (
      <EmptyState
        icon={SearchX}
        title={text ? `Nothing matches “${text}”` : "Nothing matches"}
        action={
          <Button data-testid="filter-clear" onClick={onClear}>
            Show everything
          </Button>
        }
      >
        {sentence
          ? `No ${kind.title.toLowerCase()} of which this holds: ${sentence}.`
          : "Parts of words, accents and phone numbers in any format are understood."}
      </EmptyState>
    );
  }
  if (onLeave) {
    return (
      <EmptyState
        icon={Archive}
        title="Nothing is archived"
        action={
          <Button data-testid="archive-leave" onClick={onLeave}>
            Show what is in use
          </Button>
        }
      >
        What is archived leaves the lists, is kept with all its history, and is brought back from here.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={kind.icon}
      title={kind.empty.title}
      action={
        intake.allowed && (
          <Button look="primary" data-testid="empty-import" onClick={intake.choose}>
            Import a file…
          </Button>
        )
      }
    >
      {intake.allowed ? kind.empty.about : kind.empty.waiting}
    </EmptyState>
  );
}
