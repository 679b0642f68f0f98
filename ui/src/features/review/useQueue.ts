import { type InfiniteData, keepPreviousData, type QueryKey, useInfiniteQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { type CommandError, call } from "@/api/client";
import type { ProposalId, ReviewItem, ReviewPage, ReviewQuery } from "@/api/generated/contracts";
import { decidedIds } from "./sitting";
import { useSitting } from "./useSitting";

const PAGE = 50;
const NONE: readonly ReviewItem[] = [];

/** A query of the queue as the host wants it: everything that is not named is left open. */
export const queueQuery = (of: Partial<ReviewQuery>): ReviewQuery => ({
  kind: null,
  source: null,
  import_id: null,
  risk: null,
  age: null,
  subject: null,
  about: null,
  requested: false,
  not_deferred_since: null,
  sort: null,
  cursor: null,
  no_counts: false,
  all: false,
  after: null,
  limit: null,
  ...of,
});

/**
 * What waits for a decision, oldest first, page after page; every item comes whole, so the next one is there. What this
 * sitting decided is gone at once; the host is asked again when nothing is on its way to it.
 */
export function useQueue(of: Partial<ReviewQuery>) {
  const { sitting, resting } = useSitting();
  const result = useInfiniteQuery<
    ReviewPage,
    CommandError,
    InfiniteData<ReviewPage, string | null>,
    QueryKey,
    string | null
  >({
    queryKey: ["review_list", of],
    queryFn: ({ pageParam }) =>
      call(
        "review_list",
        queueQuery({ ...of, cursor: pageParam, no_counts: pageParam !== null, limit: PAGE }),
      ),
    initialPageParam: null,
    getNextPageParam: (last) => last.next_cursor,
    placeholderData: keepPreviousData,
    enabled: ({ state }) => resting || state.data === undefined,
  });
  const { data, fetchNextPage, isFetchingNextPage } = result;
  const loaded = useMemo(() => data?.pages.flatMap((page) => page.items) ?? NONE, [data]);
  const items = useMemo(() => {
    const decided = decidedIds(sitting);
    const gone = (id: ProposalId): boolean => decided.has(id) || sitting.aside.has(id);
    return loaded.filter(({ proposal_id: id }) => !gone(id));
  }, [loaded, sitting]);
  const loadMore = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, isFetchingNextPage]);
  const first = data?.pages[0];
  return {
    result,
    items,
    /** How many match in all, loaded or not, without what was decided since they were counted. */
    total: Math.max(items.length, (first?.total ?? loaded.length) - (loaded.length - items.length)),
    filters: first?.filters ?? null,
    loadMore,
  };
}

export type Queue = ReturnType<typeof useQueue>;
