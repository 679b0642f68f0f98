import {
  keepPreviousData,
  type QueryClient,
  useQueries,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { type CommandError, call } from "@/api/client";
import type { RecordRow, RecordsPage, RecordsQuery } from "@/api/generated/contracts";
import { useCommand } from "@/api/queries";

/** Rows of a page. */
export const PAGE = 100;
/** A page out of sight is forgotten after this: a list of a million rows is never held. */
const FORGET_MS = 20_000;

/** A stretch of a list that is drawn: a whole list, one group of it, one column of a board. */
export interface Stretch {
  key: string;
  query: RecordsQuery;
  /** Pages in sight, in rising order. */
  pages: readonly number[];
}

interface KeptPage extends RecordsPage {
  /** What it was asked with: the cursor of the page before, or nothing where it was asked by number. */
  after: string | null;
}

const keyOf = (query: RecordsQuery, page: number) => ["records_list", query, page] as const;

async function fetchPage(client: QueryClient, query: RecordsQuery, page: number): Promise<KeptPage> {
  const after =
    page === 0 ? null : (client.getQueryData<KeptPage>(keyOf(query, page - 1))?.next_cursor ?? null);
  const from = page * PAGE;
  const byNumber = () => call("records_list", { ...query, from, limit: PAGE });
  if (page === 0) return { ...(await call("records_list", { ...query, limit: PAGE })), after: null };
  if (after === null) return { ...(await byNumber()), after: null };
  try {
    return { ...(await call("records_list", { ...query, cursor: after, limit: PAGE })), after };
  } catch (thrown) {
    // The record that the cursor stood on was removed in the meantime.
    if ((thrown as CommandError).field !== "cursor") throw thrown;
    return { ...(await byNumber()), after: null };
  }
}

/** The first window of a list, as its screen will ask for it. */
export const firstPage = (client: QueryClient, query: RecordsQuery) => ({
  queryKey: keyOf(query, 0),
  queryFn: () => fetchPage(client, query, 0),
});

/** A row with the columns that its cells stand for. */
export interface Found {
  row: RecordRow;
  columns: readonly string[];
}

/** How many a list has: said by its first window where that is cheap, else counted apart. Null: not known yet. */
export function useTotal(query: RecordsQuery, enabled: boolean): number | null {
  const client = useQueryClient();
  const first = useQuery({
    ...firstPage(client, query),
    enabled,
    placeholderData: keepPreviousData,
  });
  const { sorts: _, columns: __, ...what } = query;
  const apart = useCommand("records_count", what, { enabled: enabled && first.data?.total === null });
  return first.data?.total ?? apart.data?.total ?? null;
}

export interface Pages {
  row: (stretch: string, index: number) => Found | undefined;
  /** Where a record stands, if it is near what is in sight. */
  find: (id: string) => { stretch: string; index: number } | null;
  /** How many are known to be there, counted or not. */
  atLeast: (stretch: string) => { rows: number; ended: boolean };
  total: (stretch: string) => number | null;
  pending: boolean;
  error: CommandError | null;
  refetch: () => void;
}

/** Windows of a list around what is in sight: the page after a known one by its cursor, any other by its number. */
export function usePages(stretches: readonly Stretch[]): Pages {
  const client = useQueryClient();
  const asked = useMemo(
    () => stretches.flatMap(({ key, query, pages }) => pages.map((page) => ({ key, query, page }))),
    [stretches],
  );
  const results = useQueries({
    queries: asked.map(({ query, page }) => ({
      queryKey: keyOf(query, page),
      queryFn: () => fetchPage(client, query, page),
      gcTime: FORGET_MS,
    })),
  });

  const held = useRef(new Map<string, Map<number, KeptPage>>());
  const pages = useMemo(() => {
    const map = new Map<string, Map<number, KeptPage>>();
    asked.forEach(({ key, page }, i) => {
      // What stood there stays in sight until the answer comes: a list never blinks.
      const data = results[i]?.data ?? held.current.get(key)?.get(page);
      if (!data) return;
      const of = map.get(key) ?? new Map<number, KeptPage>();
      of.set(page, data);
      map.set(key, of);
    });
    return map;
  }, [asked, results]);
  useEffect(() => {
    held.current = pages;
  }, [pages]);

  // Rows came or went above: a page that was asked for with an old cursor is asked for again.
  useEffect(() => {
    for (const { key, query, page } of asked) {
      const [mine, before] = [pages.get(key)?.get(page), pages.get(key)?.get(page - 1)];
      if (!mine?.after || !before || before.next_cursor === mine.after) continue;
      const state = client.getQueryState(keyOf(query, page));
      const behind = client.getQueryState(keyOf(query, page - 1));
      if (state?.fetchStatus === "idle" && behind?.fetchStatus === "idle") {
        void client.invalidateQueries({ queryKey: keyOf(query, page), exact: true });
      }
    }
  }, [asked, pages, client]);

  const row = useCallback(
    (key: string, index: number) => {
      const page = pages.get(key)?.get(Math.floor(index / PAGE));
      const found = page?.rows[index % PAGE];
      return page && found ? { row: found, columns: page.columns } : undefined;
    },
    [pages],
  );
  const find = useCallback(
    (id: string) => {
      for (const [stretch, of] of pages) {
        for (const [page, { rows }] of of) {
          const at = rows.findIndex((found) => found.id === id);
          if (at >= 0) return { stretch, index: page * PAGE + at };
        }
      }
      return null;
    },
    [pages],
  );
  return {
    row,
    find,
    atLeast: (key) => {
      const of = pages.get(key);
      const last = of ? Math.max(...of.keys()) : -1;
      const page = of?.get(last);
      return page
        ? { rows: last * PAGE + page.rows.length, ended: page.next_cursor === null }
        : { rows: 0, ended: false };
    },
    total: (key) => [...(pages.get(key)?.values() ?? [])].find(({ total }) => total !== null)?.total ?? null,
    pending: results.length > 0 && results.every(({ isPending }) => isPending) && pages.size === 0,
    error: results.find(({ error }) => error !== null)?.error ?? null,
    refetch: () => {
      for (const result of results) void result.refetch();
    },
  };
}

/** Rows beyond those in sight that are asked for, too. */
const AHEAD = 50;

/** The pages that hold these rows of so many, and a little around them. */
export function pagesOf(first: number, last: number, count: number): number[] {
  const end = Math.min(count - 1, last + AHEAD);
  if (end < first) return [];
  const [from, to] = [Math.floor(Math.max(0, first - AHEAD) / PAGE), Math.floor(end / PAGE)];
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
