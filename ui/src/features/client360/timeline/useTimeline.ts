import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type CommandError, call } from "@/api/client";
import type { TimelineKind, TimelinePage } from "@/api/generated/contracts";
import { localNow } from "@/app/now";

/** As many as are read at a glance; older ones are one key away. */
const WINDOW = 20;

/** A client's timeline, window by window. What is written meanwhile is asked for again like any other answer. */
export function useTimeline(id: string, kinds: readonly TimelineKind[], text: string) {
  const [now] = useState(localNow);
  return useInfiniteQuery<TimelinePage, CommandError, TimelinePage[], unknown[], string | null>({
    queryKey: ["timeline", { id, kinds, text }],
    queryFn: ({ pageParam }) =>
      call("timeline", {
        id,
        now,
        limit: WINDOW,
        ...(kinds.length > 0 && { kinds: [...kinds] }),
        ...(text !== "" && { text }),
        ...(pageParam !== null && { cursor: pageParam }),
      }),
    initialPageParam: null,
    getNextPageParam: (page) => page.next_cursor,
    select: ({ pages }) => pages,
    placeholderData: keepPreviousData,
  });
}
