import { type InfiniteData, type QueryKey, useInfiniteQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { type CommandError, call } from "@/api/client";
import type { Fate, ImportRow, ImportRows } from "@/api/generated/contracts";

const FIRST = 100;
const NEXT = 500;
const NONE: readonly ImportRow[] = [];

/** Rows of an import as received, window after window. */
export function useImportRows(importId: string, fate: Fate | null, enabled = true) {
  const result = useInfiniteQuery<
    ImportRows,
    CommandError,
    InfiniteData<ImportRows, number | null>,
    QueryKey,
    number | null
  >({
    enabled,
    queryKey: ["import_rows", { import_id: importId, fate }],
    queryFn: ({ pageParam }) =>
      call("import_rows", {
        import_id: importId,
        fate,
        after: pageParam,
        limit: pageParam === null ? FIRST : NEXT,
      }),
    initialPageParam: null,
    getNextPageParam: (last) => last.next_after,
  });
  const { data, fetchNextPage, isFetchingNextPage } = result;
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? NONE, [data]);
  const loadMore = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, isFetchingNextPage]);
  return { result, rows, loadMore };
}
