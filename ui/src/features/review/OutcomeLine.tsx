import { Check, X } from "lucide-react";
import type { CommandError } from "@/api/client";
import type { ProposalId } from "@/api/generated/contracts";
import { Kbd } from "@/components/Kbd";
import { RuleLine } from "@/components/RuleLine";

/** What the last verdict did, or why it was refused. */
export type Outcome =
  | { done: string; undoable: boolean }
  | { about: string; id: ProposalId | null; refused: CommandError };

export function OutcomeLine({ outcome }: { outcome: Outcome | null }) {
  return (
    <div aria-live="polite" data-testid="review-outcome" className="shrink-0">
      {outcome && "done" in outcome && (
        <p className="flex items-center gap-2 border-t border-line px-5 py-1.5 text-muted">
          <Check className="size-3.5 shrink-0 text-accent-ink" aria-hidden="true" />
          <span className="min-w-0 truncate">{outcome.done}</span>
          {outcome.undoable && (
            <span className="ml-auto inline-flex shrink-0 items-center gap-1.5">
              Take back
              <Kbd action="undoDecision" />
            </span>
          )}
        </p>
      )}
      {outcome && "refused" in outcome && (
        <div
          data-testid="review-refused"
          className="flex items-start gap-2 border-t border-risk-line bg-risk-soft px-5 py-2"
          data-selectable
        >
          <X className="mt-0.75 size-3.5 shrink-0 text-risk" aria-hidden="true" />
          <div>
            <p>
              {outcome.about}: {outcome.refused.message}{" "}
              <span className="text-muted">{outcome.refused.hint}</span>
            </p>
            <RuleLine error={outcome.refused} />
          </div>
        </div>
      )}
    </div>
  );
}
