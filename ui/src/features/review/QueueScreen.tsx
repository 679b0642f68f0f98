import { useNavigate, useSearch } from "@tanstack/react-router";
import { Scale } from "lucide-react";
import { useCallback, useMemo } from "react";
import { useCommand } from "@/api/queries";
import type { QueueSearch } from "@/app/addresses";
import { useShortcuts } from "@/app/shortcuts";
import { Button } from "@/components/Button";
import { Kbd } from "@/components/Kbd";
import { ScreenHeader } from "@/components/ScreenHeader";
import { EmptyState } from "@/components/states";
import { Decisions } from "./Decisions";
import { DecisionsMade } from "./DecisionsMade";
import { FilterBar } from "./FilterBar";
import { filtersOf, isNarrowed, NO_FILTERS, queryOf } from "./filters";
import { ScanButton } from "./ScanButton";
import { SittingLine } from "./SittingLine";
import { isSending } from "./sitting";
import { useQueue } from "./useQueue";
import { useSitting } from "./useSitting";

/** What waits for a person: every kind of proposal, oldest first; and what this person decided. */
export function QueueScreen() {
  const navigate = useNavigate();
  const search: QueueSearch = useSearch({ from: "/review" });
  const status = useCommand("app_status", null);
  const { sitting } = useSitting();
  const of = useMemo(() => queryOf(search), [search]);
  const queue = useQueue(of);
  const { result, total } = queue;
  const keep = useCallback(
    (change: QueueSearch) =>
      void navigate({ to: "/review", search: (now: QueueSearch) => ({ ...now, ...change }), replace: true }),
    [navigate],
  );
  const onRest = useCallback((sel: string) => keep({ sel }), [keep]);
  const made = search.made === true;
  const toggleMade = () => keep({ made: made ? undefined : true } as QueueSearch);
  useShortcuts("screen", { decisionsMade: toggleMade });
  const narrowed = isNarrowed(search);
  const filters = filtersOf(queue.filters, search);
  const asked = queue.filters?.requested ?? 0;

  return (
    <section
      aria-label="Review"
      data-testid="queue"
      // What is on its way to the host: programs that drive the window wait for it.
      data-sending={isSending(sitting) || undefined}
      className="flex min-h-0 flex-1 flex-col"
    >
      <ScreenHeader
        title={made ? "Decisions" : "Review"}
        remark={result.isSuccess && <SittingLine sitting={sitting} waiting={total} />}
      >
        {!made && <ScanButton />}
        <Button data-testid="decisions-toggle" aria-pressed={made} onClick={toggleMade}>
          {made ? "What waits" : "Decisions"}
          <Kbd action="decisionsMade" />
        </Button>
      </ScreenHeader>
      {made ? (
        status.data?.user && <DecisionsMade user={status.data.user} />
      ) : (
        <>
          {(filters.length > 0 || asked > 0 || narrowed) && (
            <FilterBar filters={filters} asked={asked} search={search} onChange={keep} />
          )}
          <Decisions
            queue={queue}
            initial={search.sel}
            onRest={onRest}
            setOf={of}
            empty={
              <EmptyState
                icon={Scale}
                title={narrowed ? "Nothing of this kind waits" : "Nothing waits for a decision"}
                action={narrowed && <Button onClick={() => keep(NO_FILTERS)}>Show all that waits</Button>}
              >
                {narrowed
                  ? "Other proposals may wait: show all of them."
                  : "Suspected duplicates, overwrites that matter and suggestions of machines come here before anything is written. Import a file, or look for duplicates."}
              </EmptyState>
            }
          />
        </>
      )}
    </section>
  );
}
