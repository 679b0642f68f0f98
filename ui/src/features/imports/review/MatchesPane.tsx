import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { UsersRound } from "lucide-react";
import { useCallback } from "react";
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
  const queue = useQueue({ kind: "merge", import_id: id });
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
        queue={queue}
        // Digits are the panes' here until the keyboard is on a field.
        field={-1}
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
