import { Check, X } from "lucide-react";
import { useRef } from "react";
import type { CommandError } from "@/api/client";
import type { ReviewItem, Verdict } from "@/api/generated/contracts";
import { useRights } from "@/app/rights";
import { useShortcuts } from "@/app/shortcuts";
import { Button } from "@/components/Button";
import { Kbd } from "@/components/Kbd";
import { RuleLine } from "@/components/RuleLine";
import { verdictWords } from "./words";

/** What the last verdict did, or why it was refused. */
export type Outcome = { done: string } | { about: string; refused: CommandError };

interface DecisionBarProps {
  item: ReviewItem;
  busy: boolean;
  note: string;
  onNote: (note: string) => void;
  onDecide: (verdict: Verdict) => void;
}

/** The verdicts, each a key away; only those that this person's role may give. */
export function DecisionBar({ item, busy, note, onNote, onDecide }: DecisionBarProps) {
  const { role, may } = useRights();
  const field = useRef<HTMLInputElement>(null);
  const mine = may("decide") && role !== null && item.deciders.includes(role);
  const words = verdictWords(item);
  useShortcuts("screen", {
    ...(mine &&
      !busy && {
        approveItem: () => onDecide("approve"),
        rejectItem: () => onDecide("reject"),
        deferItem: () => onDecide("defer"),
      }),
    ...(mine && { noteItem: () => field.current?.focus() }),
  });
  if (!mine) {
    return (
      <p className="border-t border-line px-5 py-3.5 text-muted" data-testid="review-not-mine">
        Your role looks at this; somebody else decides it.
      </p>
    );
  }
  return (
    <div
      className="flex flex-wrap items-center gap-2 border-t border-line bg-surface px-5 py-3"
      data-testid="review-bar"
    >
      <Button look="primary" data-testid="review-approve" disabled={busy} onClick={() => onDecide("approve")}>
        {words.approve}
        <Kbd action="approveItem" className={ON_ACCENT} />
      </Button>
      <Button data-testid="review-reject" disabled={busy} onClick={() => onDecide("reject")}>
        {words.reject}
        <Kbd action="rejectItem" />
      </Button>
      <Button look="quiet" data-testid="review-defer" disabled={busy} onClick={() => onDecide("defer")}>
        Later
        <Kbd action="deferItem" />
      </Button>
      <div className="relative ml-auto min-w-40 flex-1">
        <input
          ref={field}
          type="text"
          aria-label="Note with the decision, optional"
          placeholder="Note, optional"
          maxLength={500}
          data-testid="review-note"
          value={note}
          onChange={(event) => onNote(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Escape" && event.key !== "Enter") return;
            event.preventDefault();
            event.currentTarget.blur();
            document.querySelector<HTMLElement>("[role='grid']")?.focus();
          }}
          className="control h-8 w-full rounded-md border border-line-strong bg-surface pr-8 pl-2.5 placeholder:text-faint"
        />
        {note === "" && <Kbd action="noteItem" className="pointer-events-none absolute top-1.75 right-2" />}
      </div>
    </div>
  );
}

const ON_ACCENT = "[&_kbd]:border-on-accent/40 [&_kbd]:bg-transparent [&_kbd]:text-on-accent";

export function OutcomeLine({ outcome }: { outcome: Outcome | null }) {
  return (
    <div aria-live="polite" data-testid="review-outcome" className="shrink-0">
      {outcome && "done" in outcome && (
        <p className="flex items-center gap-2 border-t border-line px-5 py-2 text-muted">
          <Check className="size-3.5 shrink-0 text-accent-ink" aria-hidden="true" />
          {outcome.done}
        </p>
      )}
      {outcome && "refused" in outcome && (
        <div
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
