import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import type { ProposalId, ReviewQuery } from "@/api/generated/contracts";
import { useCommand } from "@/api/queries";
import { setPreferences, usePreferences } from "@/app/preferences";
import { useRights } from "@/app/rights";
import { useShortcuts } from "@/app/shortcuts";
import { ErrorState, SkeletonRows } from "@/components/states";
import { useRowCursor } from "@/components/useRowCursor";
import { DecisionPane } from "./DecisionPane";
import { useDrafts } from "./drafts";
import { type Outcome, OutcomeLine } from "./OutcomeLine";
import { itemId, QueueList } from "./QueueList";
import { SetDialog } from "./SetDialog";
import { deferredIds, isSending } from "./sitting";
import { useFollowUps } from "./useFollowUps";
import type { Queue } from "./useQueue";
import { useSitting } from "./useSitting";
import { useVerdicts } from "./useVerdicts";

interface DecisionsProps {
  queue: Queue;
  initial: string | undefined;
  onRest: (id: string) => void;
  /** Where the keyboard is on a new item: on its first field, or on none, so that digits keep their meaning. */
  field?: 0 | -1;
  /** What is alike among these may be decided together. */
  setOf?: Partial<ReviewQuery>;
  /** What is shown when nothing waits. */
  empty: ReactNode;
}

/** What waits, one at a time: the list left, the proposal right, a verdict in one key. */
export function Decisions({ queue, initial, onRest, field = 0, setOf, empty }: DecisionsProps) {
  const { result, items: waits, total, loadMore } = queue;
  // Asked here, so that what follows from a decision knows its import.
  useCommand("import_list", null);
  const { sitting } = useSitting();
  const { may } = useRights();
  const { foldedQueue } = usePreferences();
  const { rows: items, follow } = useFollowUps(waits);
  const drafts = useDrafts(field);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [evidence, setEvidence] = useState(false);
  const detail = useRef<HTMLElement>(null);
  const rest = useCallback((id: string) => onRest(id), [onRest]);
  const cursor = useRowCursor({
    rows: items,
    rowId: itemId,
    initialId: initial,
    onOpen: () => detail.current?.focus(),
    onRest: rest,
  });

  // A decided item leaves the list: the one that takes its place is next.
  const { index, moveTo } = cursor;
  const place = useRef(0);
  useEffect(() => {
    if (index >= 0) place.current = index;
    else if (items.length > 0) moveTo(place.current);
  }, [index, items.length, moveTo]);
  const wanted = useRef<ProposalId | null>(null);
  useEffect(() => {
    const at = items.findIndex((item) => item.proposal_id === wanted.current);
    if (at < 0) return;
    wanted.current = null;
    moveTo(at);
  }, [items, moveTo]);
  // Already while the cursor moves there: the verdicts never leave the screen.
  const at = index >= 0 ? index : Math.min(place.current, items.length - 1);
  const item = items[at];
  const shown = item?.proposal_id;
  const lookedAt = useRef<ProposalId | null>(null);
  lookedAt.current = shown ?? null;
  const since = useRef(0);
  // Each item is read from its top, and timed from when it came.
  useEffect(() => {
    if (shown === undefined) return;
    since.current = performance.now();
    detail.current?.scrollTo({ top: 0 });
  }, [shown]);

  const [set, setSet] = useState<Partial<ReviewQuery> | null>(null);
  const { decide, decideSet, takeBack } = useVerdicts({
    drafts,
    follow,
    lookedAt: () => lookedAt.current,
    took: () => Math.round(performance.now() - since.current),
    onOutcome: setOutcome,
    onNext: () => moveTo(at + 1),
    onBack: (id) => {
      wanted.current = id;
    },
  });
  useShortcuts("panel", {
    ...(item && { evidence: () => setEvidence((now) => !now) }),
    ...(sitting.made.length > 0 && { undoDecision: takeBack }),
  });
  useShortcuts("screen", {
    foldQueue: () => setPreferences({ foldedQueue: !foldedQueue }),
    ...(setOf && item && may("decide") && { decideSet: () => setSet({ ...setOf, kind: item.kind }) }),
  });

  if (result.isPending && items.length === 0) return <SkeletonRows label="Loading the queue" />;
  if (result.isError && items.length === 0) {
    return (
      <ErrorState
        error={result.error}
        what="The queue could not be read"
        onRetry={() => void result.refetch()}
      />
    );
  }
  if (items.length === 0) {
    return (
      <>
        {isSending(sitting) ? (
          <p role="status" className="flex flex-1 items-center justify-center text-muted">
            Writing the last decisions…
          </p>
        ) : (
          empty
        )}
        <OutcomeLine outcome={outcome} />
      </>
    );
  }
  return (
    <div className="flex min-h-0 flex-1">
      {!foldedQueue && (
        <QueueList
          items={items}
          total={total}
          cursor={cursor}
          sitting={sitting}
          deferred={deferredIds(sitting)}
          hasMore={result.hasNextPage}
          loadMore={loadMore}
        />
      )}
      {item && (
        <DecisionPane
          pane={detail}
          item={item}
          draft={drafts.of(item)}
          onDraft={(change) => drafts.change(item, change)}
          onDecide={decide}
          evidence={evidence}
          outcome={outcome}
          returned={sitting.returned.get(item.proposal_id)}
        />
      )}
      <SetDialog of={set} onClose={() => setSet(null)} onDecide={decideSet(set ?? {})} />
    </div>
  );
}
