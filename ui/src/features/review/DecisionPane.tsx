import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { RefObject } from "react";
import { type CommandError, call } from "@/api/client";
import type { RelationKind, ReviewItem, Verdict } from "@/api/generated/contracts";
import { useShortcuts } from "@/app/shortcuts";
import { ErrorBanner } from "@/components/ErrorBanner";
import { correctionsOf } from "./compare";
import { DecisionBar } from "./DecisionBar";
import type { Draft } from "./drafts";
import { type Outcome, OutcomeLine } from "./OutcomeLine";
import { ProposalDetail } from "./ProposalDetail";
import { mergedIds } from "./SurvivorLine";

interface DecisionPaneProps {
  pane: RefObject<HTMLElement | null>;
  item: ReviewItem;
  draft: Draft;
  onDraft: (change: Partial<Draft>) => void;
  onDecide: (shown: ReviewItem, verdict: Verdict, relation?: RelationKind) => void;
  evidence: boolean;
  outcome: Outcome | null;
  /** Why this item came back, if it did. */
  returned: CommandError | undefined;
}

/** The item that is looked at, as the reviewer would have it, and the verdicts on it. */
export function DecisionPane(props: DecisionPaneProps) {
  const { pane, item, draft, onDraft, evidence, outcome, returned } = props;
  const preview = usePreview(item, draft);
  const shown = preview.data ?? item;
  const editable = item.kind !== "link" && item.kind !== "unmerge";
  const { merge } = item;
  const everybody = merge ? mergedIds(merge) : [];
  const stays = draft.survivor ?? merge?.proposed_survivor.id;
  useShortcuts("panel", {
    ...(everybody.length > 1 && {
      otherSurvivor: () => {
        const able = everybody.filter((id) => !draft.leftOut.includes(id));
        const next = able[(able.indexOf(stays ?? "") + 1) % able.length];
        onDraft({ survivor: next === merge?.proposed_survivor.id ? null : (next ?? null) });
      },
    }),
    ...(everybody.length > 2 && {
      leaveOut: (keys: string) => {
        const id = everybody[Number(keys.split(" ")[1]) - 1];
        if (id === undefined || id === stays) return;
        const out = draft.leftOut.includes(id)
          ? draft.leftOut.filter((one) => one !== id)
          : [...draft.leftOut, id];
        // Two have to be left to be joined.
        if (everybody.length - out.length >= 2) onDraft({ leftOut: out });
      },
    }),
  });
  // What came back says itself why.
  const said =
    outcome && "refused" in outcome && returned && outcome.id === item.proposal_id ? null : outcome;
  const chosen =
    Object.keys(draft.choices).length > 0 ||
    draft.survivor !== null ||
    draft.leftOut.length > 0 ||
    draft.places !== null;
  return (
    <div className="flex min-w-0 flex-1 flex-col">
      <section
        ref={pane}
        aria-label="Proposal"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard has to reach that.
        tabIndex={0}
        data-testid="review-item"
        data-id={item.proposal_id}
        data-kind={item.kind}
        className="min-h-0 flex-1 overflow-y-auto outline-offset-[-2px]"
      >
        {returned && (
          <div className="px-5 pt-3.5" data-testid="review-returned">
            <ErrorBanner error={returned} />
          </div>
        )}
        {preview.isError && (
          <div className="px-5 pt-3.5">
            <ErrorBanner error={preview.error} />
          </div>
        )}
        <ProposalDetail
          item={item}
          shown={shown}
          draft={draft}
          onDraft={onDraft}
          editable={editable}
          evidence={evidence}
        />
      </section>
      <OutcomeLine outcome={said} />
      <DecisionBar
        key={item.proposal_id}
        item={shown}
        chosen={chosen}
        note={draft.note}
        onNote={(note) => onDraft({ note })}
        onDecide={(verdict, relation) => props.onDecide(shown, verdict, relation)}
      />
    </div>
  );
}

/** A merge as the reviewer would have it: what would stand and what it would do, planned by the core. */
function usePreview({ proposal_id, merge, stale }: ReviewItem, { survivor, leftOut, choices }: Draft) {
  const wanted = survivor !== null || leftOut.length > 0 || Object.keys(choices).length > 0;
  const args = {
    proposal_id,
    ...(survivor === null ? {} : { survivor }),
    leave_out: [...leftOut],
    corrections: correctionsOf(choices),
  };
  return useQuery<ReviewItem, CommandError>({
    queryKey: ["review_preview", args],
    queryFn: () => call("review_preview", args),
    enabled: wanted && merge !== null && !stale,
    placeholderData: (before, query) =>
      before?.proposal_id === proposal_id && query ? keepPreviousData(before) : undefined,
  });
}
