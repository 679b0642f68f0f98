import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { UsersRound } from "lucide-react";
import { useCallback, useEffect, useMemo } from "react";
import type { ImportDetail } from "@/api/generated/contracts";
import type { ReviewSearch } from "@/app/addresses";
import { plural } from "@/app/format";
import { currentFates } from "@/app/words";
import { EmptyState } from "@/components/states";
import { Decisions } from "@/features/review/Decisions";
import { useQueue } from "@/features/review/useQueue";

/** Rows that may be people known already: values side by side, what speaks for and against, a verdict in one key. */
export function MatchesPane({ detail }: { detail: ImportDetail }) {
  const navigate = useNavigate();
  const search: ReviewSearch = useSearch({ from: "/imports/$id" });
  const { import_id: id } = detail.summary;
  const queue = useQueue("merge");
  const { result, items, loadMore } = queue;
  // The queue is the whole workspace's: it is read to its end for those of this file.
  const { hasNextPage } = result;
  const { length } = items;
  useEffect(() => {
    if (hasNextPage && length >= 0) loadMore();
  }, [hasNextPage, length, loadMore]);
  const mine = useMemo(() => items.filter((item) => item.import_id === id), [items, id]);
  const onRest = useCallback(
    (sel: string) =>
      void navigate({
        to: "/imports/$id",
        params: { id },
        search: (now: ReviewSearch) => ({ ...now, sel }),
        replace: true,
      }),
    [navigate, id],
  );
  const held = currentFates(detail.summary).hold;
  return (
    <div data-testid="matches" className="flex min-h-0 flex-1 flex-col">
      <Decisions
        queue={{ result, items: mine, loadMore }}
        total={mine.length}
        initial={search.sel}
        onRest={onRest}
        empty={
          <EmptyState
            icon={UsersRound}
            title="No row waits for a match to be decided"
            action={
              held > 0 && (
                <Link
                  to="/imports/$id"
                  params={{ id }}
                  search={{ pane: "records", fate: "hold" }}
                  className="rounded-sm text-accent-ink hover:underline"
                >
                  Look at {plural(held, "held row")}
                </Link>
              )
            }
          >
            Rows that are believed to be people known already are compared here, side by side, before they
            touch anything.
          </EmptyState>
        }
      />
    </div>
  );
}
