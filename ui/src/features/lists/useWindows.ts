import { type InfiniteData, keepPreviousData, type QueryKey, useInfiniteQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { type AnswerOf, type CommandError, call } from "@/api/client";
import type { ListQuery, Page } from "@/api/generated/contracts";

export type ListCommand = "people_list" | "accounts_list";
export type RowOf<K extends ListCommand> = AnswerOf<K>["rows"][number];

const FIRST = 100;
const NEXT = 500;

/** Keyset windows of a list, one after the other: a small first one for speed, larger ones for scrolling. */
export function useWindows<K extends ListCommand>(name: K, query: Omit<ListQuery, "cursor" | "limit">) {
  type Row = RowOf<K>;
  const result = useInfiniteQuery<
    Page<Row>,
    CommandError,
    InfiniteData<Page<Row>, string | null>,
    QueryKey,
    string | null
  >({
    queryKey: [name, query],
    queryFn: ({ pageParam }) =>
      call(name, { ...query, cursor: pageParam, limit: pageParam === null ? FIRST : NEXT }) as Promise<
        Page<Row>
      >,
    initialPageParam: null,
    getNextPageParam: (last) => last.next_cursor,
    placeholderData: keepPreviousData,
  });
  const { data, fetchNextPage, isFetchingNextPage } = result;
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data]);
  const loadMore = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, isFetchingNextPage]);
  return { result, rows, total: data?.pages[0]?.total ?? 0, loadMore };
}
