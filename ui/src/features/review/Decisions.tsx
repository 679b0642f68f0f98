import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import type { ProposalId, ReviewItem, Verdict } from "@/api/generated/contracts";
import { useAction, useCommand } from "@/api/queries";
import { Chip } from "@/components/Chip";
import { ErrorState, SkeletonRows } from "@/components/states";
import { useRowCursor } from "@/components/useRowCursor";
import { type Column, VirtualTable } from "@/components/VirtualTable";
import { When } from "@/components/When";
import { DecisionBar, type Outcome, OutcomeLine } from "./DecisionBar";
import { ProposalDetail } from "./ProposalDetail";
import { useFollowUps } from "./useFollowUps";
import type { useQueue } from "./useQueue";
import { strongest } from "./waterfall";
import { kindName, outcomeWords } from "./words";

const rowId = (row: ReviewItem): string => row.proposal_id;

/** What speaks for a merge says more in a narrow line than that it is one. */
const brief = (row: ReviewItem): string =>
  strongest(row.candidates[0]?.evidence ?? [])?.sentence ?? row.reason;

const columns = (deferred: ReadonlySet<ProposalId>, mixed: boolean): readonly Column<ReviewItem>[] => [
  {
    id: "item",
    header: "Oldest first",
    track: "1fr",
    cell: (row) => (
      <span className="block min-w-0">
        <span className="flex items-baseline gap-2">
          <span className="min-w-0 truncate font-medium">{row.title}</span>
          {mixed && <span className="shrink-0 text-sm text-proposal">{kindName(row.kind)}</span>}
          {row.stale && <Chip tone="warn">Out of date</Chip>}
          {deferred.has(row.proposal_id) && <span className="shrink-0 text-sm text-faint">Later</span>}
          <When at={row.filed_at} className="ml-auto shrink-0 text-sm text-faint" />
        </span>
        <span className="block truncate text-sm text-muted" title={row.reason}>
          {brief(row)}
        </span>
      </span>
    ),
  },
];

interface DecisionsProps {
  queue: Pick<ReturnType<typeof useQueue>, "result" | "items" | "loadMore">;
  /** How many wait in all, loaded or not. */
  total: number;
  initial: string | undefined;
  onRest: (id: string) => void;
  /** What is shown when nothing waits. */
  empty: ReactNode;
}

/** What waits, one at a time: the list left, the proposal right, a verdict in one key. */
export function Decisions({ queue, total, initial, onRest, empty }: DecisionsProps) {
  const { result, items: waits, loadMore } = queue;
  // Asked here, so that every item knows its file, and what follows from a decision knows its import.
  useCommand("import_list", null);
  const { rows: items, follow, drop } = useFollowUps(waits);
  const mixed = items.some((item) => item.kind !== items[0]?.kind);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [deferred, setDeferred] = useState<ReadonlySet<ProposalId>>(new Set());
  const rest = useCallback((id: string) => onRest(id), [onRest]);
  const detail = useRef<HTMLElement>(null);
  const cursor = useRowCursor({
    rows: items,
    rowId,
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
  // Each item is read from its top.
  const shown = item?.proposal_id;
  useEffect(() => {
    if (shown !== undefined) detail.current?.scrollTo({ top: 0 });
  }, [shown]);

  const decide = useAction("review_decide");
  const [note, setNote] = useState("");
  const give = (about: ReviewItem) => (verdict: Verdict) => {
    const next = items[at + 1]?.proposal_id ?? null;
    decide.mutate(
      {
        proposal_id: about.proposal_id,
        decision: verdict,
        seen: about.seen,
        notes: note.trim() || null,
        corrections: [],
      },
      {
        onSuccess: (answer) => {
          setNote("");
          if (verdict === "defer") {
            setOutcome({ done: outcomeWords(about, verdict, answer, false) });
            setDeferred((now) => new Set(now).add(about.proposal_id));
            moveTo(at + 1);
            return;
          }
          drop(about.proposal_id);
          void follow(about, verdict === "reject" ? answer.follow_up : [], next).then((followed) => {
            setOutcome({ done: outcomeWords(about, verdict, answer, followed !== null) });
            wanted.current = followed?.proposal_id ?? null;
          });
        },
        onError: (error) => {
          // Proposing anew is refused as an approval, and that is what was asked for.
          setOutcome(
            about.stale && verdict === "approve" && error.code === "refused"
              ? { done: `${about.title}: ${error.hint}` }
              : { about: about.title, refused: error },
          );
          // What was decided elsewhere, or proposed anew, is not asked again.
          drop(about.proposal_id);
        },
      },
    );
  };

  return result.isPending ? (
    <SkeletonRows label="Loading the queue" />
  ) : result.isError && items.length === 0 ? (
    <ErrorState
      error={result.error}
      what="The queue could not be read"
      onRetry={() => void result.refetch()}
    />
  ) : items.length === 0 ? (
    <>
      {empty}
      <OutcomeLine outcome={outcome} />
    </>
  ) : (
    <div className="flex min-h-0 flex-1">
      <div className="flex w-72 shrink-0 min-[1280px]:w-84 flex-col border-r border-line">
        <VirtualTable
          label="Waiting for a decision"
          columns={columns(deferred, mixed)}
          rows={items}
          rowId={rowId}
          cursor={cursor}
          onOpen={() => undefined}
          hasMore={result.hasNextPage}
          loadMore={loadMore}
          total={total}
          testId="queue-row"
          height={56}
        />
      </div>
      <div className="flex min-w-0 flex-1 flex-col">
        <section
          ref={detail}
          aria-label="Proposal"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard has to reach that.
          tabIndex={0}
          data-testid="review-item"
          data-id={shown}
          className="min-h-0 flex-1 overflow-y-auto outline-offset-[-2px]"
        >
          {item && <ProposalDetail item={item} />}
        </section>
        <OutcomeLine outcome={outcome} />
        {item && (
          <DecisionBar
            item={item}
            busy={decide.isPending}
            note={note}
            onNote={setNote}
            onDecide={give(item)}
          />
        )}
      </div>
    </div>
  );
}
