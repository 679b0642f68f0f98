import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import type {
  Filter,
  ListField,
  ListFields,
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

/** A view, what an address changes of it, and the query that follows. */
export interface Listed {
  view: SavedView | null;
  fields: ReadonlyMap<string, ListField>;
  shape: ViewShape;
  columns: readonly Shown[];
  query: RecordsQuery;
}

/** What a list shows once its fields and views are known, and nothing before that. */
export function listed(
  kind: Kind,
  about: ListFields | undefined,
  views: readonly SavedView[] | undefined,
  search: ListSearch,
): Listed {
  const { entity, named } = kind;
  const view = views?.find(({ view_id }) => view_id === search.view) ?? views?.[0] ?? null;
  const fields = about ? new Map(about.fields.map((field) => [field.name, field])) : NO_FIELDS;
  const own: ViewColumn[] = (about?.columns ?? []).map((field) => ({ field, pinned: field === named }));
  const base = view?.shape;
  const filter = search.filter ?? base?.filter;
  const group = search.group ?? base?.group ?? "";
  const board = search.board ?? base?.layout === "board";
  const shape: ViewShape = {
    ...(saysNothing(filter) ? {} : { filter }),
    sorts: [...(search.sorts ?? (base && base.sorts.length > 0 ? base.sorts : (about?.sorts ?? [])))],
    columns: [...(search.cols ?? (base && base.columns.length > 0 ? base.columns : own))],
    ...(group === "" ? {} : { group }),
    layout: board ? "board" : "table",
  };
  const columns = shownColumns(shape.columns, fields, kind);
  const query: RecordsQuery = {
    entity,
    ...(shape.filter ? { filter: shape.filter } : {}),
    ...(search.q ? { text: search.q } : {}),
    ...(search.archived ? { archived: true } : {}),
    sorts: shape.sorts,
    columns: columns.map(({ field }) => field),
  };
  return { view, fields, shape, columns, query };
}

/** What a list shows: its view, what the address changes of it, and the query that follows. */
export function useList(kind: Kind) {
  const { entity, to } = kind;
  const navigate = useNavigate();
  const search: ListSearch = useSearch({ from: to });
  const about = useCommand("list_fields", { entity });
  const views = useCommand("view_list", { entity });
  // What else the address says (who is chosen, a form that is open) does not change the list.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the parts of `search` that are read
  const { view, fields, shape, columns, query } = useMemo(
    () => listed(kind, about.data, views.data, search),
    [
      kind,
      about.data,
      views.data,
      search.view,
      search.cols,
      search.sorts,
      search.filter,
      search.group,
      search.board,
      search.q,
      search.archived,
    ],
  );
  const text = search.q ?? "";
  const archived = search.archived ?? false;
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
    archived,
    changed,
    change,
    rest,
    show,
    setFilter,
    sort,
  };
}

export type List = ReturnType<typeof useList>;
