import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import type {
  Filter,
  ListField,
  RecordsQuery,
  SavedView,
  SortKey,
  ViewColumn,
  ViewShape,
} from "@/api/generated/contracts";
import { useCommand } from "@/api/queries";
import type { ListSearch } from "@/app/addresses";
import { type Kind, type Shown, shownColumns } from "./kinds";

const EVERYTHING: Filter = { kind: "all", of: [] };
const NO_FIELDS: ReadonlyMap<string, ListField> = new Map();

/** How the list differs from its view; what is undefined is the view's. */
export type Change = Partial<Omit<ListSearch, "view" | "sel" | "create">>;

/** Puts the keyboard back on the list in view. */
export const focusList = (): void =>
  document.querySelector<HTMLElement>("[role='grid'], [data-testid='board']")?.focus();

/** The core says null where a view has no filter. */
export const saysNothing = (filter: Filter | null | undefined): boolean =>
  filter === undefined || filter === null || (filter.kind === "all" && filter.of.every(saysNothing));

/** What a list shows: its view, what the address changes of it, and the query that follows. */
export function useList(kind: Kind) {
  const { entity, to, named } = kind;
  const navigate = useNavigate();
  const search: ListSearch = useSearch({ from: to });
  const about = useCommand("list_fields", { entity });
  const views = useCommand("view_list", { entity });
  const view: SavedView | null =
    views.data?.find(({ view_id }) => view_id === search.view) ?? views.data?.[0] ?? null;

  const fields = useMemo(
    () => (about.data ? new Map(about.data.fields.map((field) => [field.name, field])) : NO_FIELDS),
    [about.data],
  );
  const own: readonly ViewColumn[] = useMemo(
    () => (about.data?.columns ?? []).map((field) => ({ field, pinned: field === named })),
    [about.data, named],
  );
  const shape: ViewShape = useMemo(() => {
    const base = view?.shape;
    const columns = search.cols ?? (base && base.columns.length > 0 ? base.columns : [...own]);
    const sorts = search.sorts ?? (base && base.sorts.length > 0 ? base.sorts : (about.data?.sorts ?? []));
    const filter = search.filter ?? base?.filter;
    const group = search.group ?? base?.group ?? "";
    const board = search.board ?? base?.layout === "board";
    return {
      ...(saysNothing(filter) ? {} : { filter }),
      sorts: [...sorts],
      columns: [...columns],
      ...(group === "" ? {} : { group }),
      layout: board ? "board" : "table",
    };
  }, [view, search.cols, search.sorts, search.filter, search.group, search.board, own, about.data]);

  const columns: readonly Shown[] = useMemo(
    () => shownColumns(shape.columns, fields, kind),
    [shape.columns, fields, kind],
  );
  const text = search.q ?? "";
  const query: RecordsQuery = useMemo(
    () => ({
      entity,
      ...(shape.filter ? { filter: shape.filter } : {}),
      ...(text ? { text } : {}),
      sorts: shape.sorts,
      columns: columns.map(({ field }) => field),
    }),
    [entity, shape.filter, shape.sorts, columns, text],
  );

  const change = useCallback(
    (next: Change) =>
      void navigate({
        to,
        search: (now: ListSearch) => ({ ...now, ...next, sel: undefined }),
        replace: true,
      }),
    [navigate, to],
  );
  const rest = useCallback(
    (sel: string) => navigate({ to, search: (now: ListSearch) => ({ ...now, sel }), replace: true }),
    [navigate, to],
  );
  /** Another view as it was saved, or this one as it was. */
  const show = useCallback(
    (id: string) => void navigate({ to, search: () => ({ view: id }) as ListSearch, replace: true }),
    [navigate, to],
  );
  const setFilter = useCallback(
    (filter: Filter | null) => change({ filter: filter ?? EVERYTHING }),
    [change],
  );
  const sort = useCallback(
    (field: ListField, first: boolean, further: boolean) => {
      const at = shape.sorts.findIndex((key) => key.field === field.name);
      const turned: SortKey = {
        field: field.name,
        descending: at < 0 ? first : !(shape.sorts[at]?.descending ?? false),
      };
      const others = shape.sorts.filter((key) => key.field !== field.name);
      if (!further) return change({ sorts: [turned] });
      if (at < 0) return change({ sorts: [...others, turned] });
      change({ sorts: shape.sorts.map((key, i) => (i === at ? turned : key)) });
    },
    [shape.sorts, change],
  );

  const changed = [search.filter, search.sorts, search.cols, search.group, search.board].some(
    (part) => part !== undefined,
  );
  return {
    ready: about.isSuccess && !views.isPending,
    error: about.error,
    retry: () => void about.refetch(),
    search,
    fields,
    views: views.data ?? [],
    view,
    shape,
    columns,
    query,
    text,
    changed,
    change,
    rest,
    show,
    setFilter,
    sort,
  };
}

export type List = ReturnType<typeof useList>;
