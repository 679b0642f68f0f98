import { type InfiniteData, keepPreviousData, type QueryKey, useInfiniteQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { type CommandError, call } from "@/api/client";
import type { ImportId, ReviewItem, ReviewPage } from "@/api/generated/contracts";

const PAGE = 50;
const NONE: readonly ReviewItem[] = [];

/** What waits for a decision, of one import or of all, oldest first, page after page; every item comes whole, so the next one is there. */
export function useQueue(kind: string | null, importId: ImportId | null = null) {
  const result = useInfiniteQuery<
    ReviewPage,
    CommandError,
    InfiniteData<ReviewPage, number | null>,
    QueryKey,
    number | null
  >({
    queryKey: ["review_list", { kind, import_id: importId }],
    queryFn: ({ pageParam }) =>
      call("review_list", {
        kind,
        source: null,
        import_id: importId,
        all: false,
        after: pageParam,
        limit: PAGE,
      }),
    initialPageParam: null,
    getNextPageParam: (last) => last.next_after,
    placeholderData: keepPreviousData,
  });
  const { data, fetchNextPage, isFetchingNextPage } = result;
  const items = useMemo(() => data?.pages.flatMap((page) => page.items) ?? NONE, [data]);
  const loadMore = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, isFetchingNextPage]);
  return { result, items, counts: data?.pages[0]?.counts ?? [], loadMore };
}
