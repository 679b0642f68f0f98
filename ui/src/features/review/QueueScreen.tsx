import { useNavigate, useSearch } from "@tanstack/react-router";
import { Scale } from "lucide-react";
import { useCallback } from "react";
import type { QueueSearch } from "@/app/addresses";
import { formatCount } from "@/app/format";
import { Button } from "@/components/Button";
import { ScreenHeader } from "@/components/ScreenHeader";
import { EmptyState } from "@/components/states";
import { Decisions } from "./Decisions";
import { KindTabs } from "./KindTabs";
import { ScanButton } from "./ScanButton";
import { useQueue } from "./useQueue";
import { kindNames } from "./words";

/** What waits for a person: every kind of proposal, oldest first. */
export function QueueScreen() {
  const navigate = useNavigate();
  const search: QueueSearch = useSearch({ from: "/review" });
  const kind = search.kind ?? null;
  const queue = useQueue(kind);
  const { result, counts } = queue;
  const waiting = counts.reduce((sum, { count }) => sum + count, 0);
  const keep = useCallback(
    (change: QueueSearch) =>
      void navigate({ to: "/review", search: (now: QueueSearch) => ({ ...now, ...change }), replace: true }),
    [navigate],
  );
  const onRest = useCallback((sel: string) => keep({ sel }), [keep]);

  return (
    <section aria-label="Review" data-testid="queue" className="flex min-h-0 flex-1 flex-col">
      <ScreenHeader
        title="Review"
        remark={
          result.isSuccess && (
            <span data-testid="queue-total">
              {waiting > 0 ? `${formatCount(waiting)} waiting for a decision` : "Nothing waits"}
            </span>
          )
        }
      >
        <ScanButton />
      </ScreenHeader>
      {counts.length > 1 && (
        <KindTabs
          counts={counts}
          chosen={kind}
          onChoose={(next) => keep({ kind: next ?? undefined, sel: undefined })}
        />
      )}
      <Decisions
        queue={queue}
        total={counts.find((count) => count.kind === kind)?.count ?? waiting}
        initial={search.sel}
        onRest={onRest}
        empty={
          <EmptyState
            icon={Scale}
            title={kind ? `No ${kindNames(kind).toLowerCase()} wait` : "Nothing waits for a decision"}
            action={kind && <Button onClick={() => keep({ kind: undefined })}>Show all kinds</Button>}
          >
            Suspected duplicates, overwrites that matter and suggestions of machines come here before anything
            is written.
          </EmptyState>
        }
      />
    </section>
  );
}
