import { useRef, useState } from "react";
import type { RelationKind, ReviewItem, Verdict } from "@/api/generated/contracts";
import { useRights } from "@/app/rights";
import { useShortcuts } from "@/app/shortcuts";
import { Button } from "@/components/Button";
import { Kbd } from "@/components/Kbd";
import { RelateBar } from "./RelateBar";
import { isMerge, verdictWords } from "./words";

interface DecisionBarProps {
  item: ReviewItem;
  /** Something stands otherwise than proposed. */
  chosen: boolean;
  note: string;
  onNote: (note: string) => void;
  onDecide: (verdict: Verdict, relation?: RelationKind) => void;
}

/** The verdicts, each a key away. Whoever may not decide asks for them, if they may do that. */
export function DecisionBar({ item, chosen, note, onNote, onDecide }: DecisionBarProps) {
  const { may, readOnly } = useRights();
  const field = useRef<HTMLInputElement>(null);
  const [relating, setRelating] = useState(false);
  const mine = item.not_mine === null;
  const speaks = mine ? may("decide") : may("propose");
  const words = verdictWords(item, chosen);
  useShortcuts("screen", {
    ...(speaks && {
      approveItem: () => onDecide("approve"),
      rejectItem: () => onDecide("reject"),
      noteItem: () => field.current?.focus(),
    }),
    ...(speaks && mine && { deferItem: () => onDecide("defer") }),
    ...(speaks && isMerge(item) && { relateItem: () => setRelating(true) }),
  });
  if (readOnly) {
    return (
      <p className="border-t border-line px-5 py-3.5 text-muted" data-testid="review-read-only">
        This workspace lies on a read-only disk, so nothing can be decided here. Copy its folder to where it
        may be written to, and open the copy.
      </p>
    );
  }
  if (!speaks) {
    return (
      <p className="border-t border-line px-5 py-3.5 text-muted" data-testid="review-not-mine">
        {item.not_mine ?? "Your role looks at this; somebody else decides it."}
      </p>
    );
  }
  if (relating) {
    return (
      <RelateBar
        onRelate={(relation) => {
          setRelating(false);
          onDecide("reject", relation);
        }}
        onLeave={() => setRelating(false)}
      />
    );
  }
  return (
    <div className="border-t border-line bg-surface" data-testid="review-bar">
      {!mine && (
        <p className="px-5 pt-2.5 text-muted" data-testid="review-not-mine">
          {item.not_mine} Your choice is left to them as a request.
        </p>
      )}
      <div className="flex flex-wrap items-center gap-2 px-5 py-2.5">
        <Button
          look={mine ? "primary" : "plain"}
          data-testid="review-approve"
          onClick={() => onDecide("approve")}
        >
          {mine ? words.approve : `Ask: ${words.approve.toLowerCase()}`}
          <Kbd action="approveItem" {...(mine ? { className: ON_ACCENT } : {})} />
        </Button>
        <Button data-testid="review-reject" onClick={() => onDecide("reject")}>
          {mine ? words.reject : `Ask: ${words.reject.toLowerCase()}`}
          <Kbd action="rejectItem" />
        </Button>
        {isMerge(item) && (
          <Button look="quiet" data-testid="review-relate" onClick={() => setRelating(true)}>
            {mine ? "But connected" : "Ask: but connected"}
            <Kbd action="relateItem" />
          </Button>
        )}
        {mine && (
          <Button look="quiet" data-testid="review-defer" onClick={() => onDecide("defer")}>
            Later
            <Kbd action="deferItem" />
          </Button>
        )}
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
    </div>
  );
}

const ON_ACCENT = "[&_kbd]:border-on-accent/40 [&_kbd]:bg-transparent [&_kbd]:text-on-accent";
