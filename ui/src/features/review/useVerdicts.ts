import { useRef } from "react";
import type {
  EntityId,
  ProposalId,
  RelationKind,
  ReviewItem,
  ReviewQuery,
  SetPreview,
  Verdict,
} from "@/api/generated/contracts";
import { correctionsOf } from "./compare";
import type { Drafts } from "./drafts";
import type { Outcome } from "./OutcomeLine";
import type { FollowUps } from "./useFollowUps";
import { queueQuery } from "./useQueue";
import { useSitting } from "./useSitting";
import { outcomeWords, setWords, undoneWords } from "./words";

interface VerdictsOf {
  drafts: Drafts;
  follow: FollowUps["follow"];
  /** What is on the screen by now. */
  lookedAt: () => ProposalId | null;
  /** How long it has been there, in milliseconds. */
  took: () => number;
  onOutcome: (outcome: Outcome) => void;
  /** To the item after this one, which stays. */
  onNext: () => void;
  /** To an item that comes back. */
  onBack: (id: ProposalId) => void;
}

/** Verdicts by one key: the next item is there before the host has answered; what it refuses comes back with the reason. */
export function useVerdicts({ drafts, follow, lookedAt, took, onOutcome, onNext, onBack }: VerdictsOf) {
  const { give, giveSet, takeBack } = useSitting();
  // Only the newest verdict speaks.
  const newest = useRef(0);
  const speak = (n: number, outcome: Outcome) => {
    if (n === newest.current || "refused" in outcome) onOutcome(outcome);
  };

  const decide = (item: ReviewItem, verdict: Verdict, relation?: RelationKind) => {
    newest.current += 1;
    const n = newest.current;
    const draft = drafts.of(item);
    const approves = verdict === "approve" && !item.stale;
    const corrections = approves ? correctionsOf(draft.choices) : [];
    const leaveOut: EntityId[] = approves ? [...draft.leftOut] : [];
    const stays = verdict === "defer" || item.not_mine !== null;
    const sent = give(item, {
      decision: corrections.length > 0 ? "correct" : verdict,
      notes: draft.note.trim() || null,
      corrections,
      ...(approves && draft.survivor !== null && { survivor: draft.survivor }),
      ...(leaveOut.length > 0 && { leave_out: leaveOut }),
      ...(approves &&
        draft.places !== null && {
          placements: [...draft.places].map(([edit, to]) => ({ edit, to })),
        }),
      ...(relation !== undefined && { relation }),
      // A word that only others may write makes a request of it, too.
      ...((item.not_mine !== null || corrections.length > 0) && { or_ask: true }),
      took_ms: took(),
    });
    if (stays) onNext();
    void sent.then(async (answer) => {
      if ("refused" in answer) {
        const { refused } = answer;
        // Proposing anew is refused as an approval, and that is what was asked for.
        const anew = item.stale && verdict === "approve" && refused.code === "refused";
        speak(
          n,
          anew
            ? { done: `${item.title}: ${refused.hint}`, undoable: false }
            : { about: item.title, id: item.proposal_id, refused },
        );
        return;
      }
      drafts.forget(item.proposal_id);
      const { result } = answer;
      const followed = await follow(item, verdict === "reject" ? result.follow_up : [], lookedAt);
      speak(n, { done: outcomeWords(item, verdict, result, followed), undoable: !result.requested });
    });
  };

  const decideSet = (of: Partial<ReviewQuery>) => (title: string, preview: SetPreview, verdict: Verdict) => {
    newest.current += 1;
    const n = newest.current;
    const set = { of: queueQuery(of), only: [] };
    void giveSet(title, preview, { set, decision: verdict, seen: preview.seen, took_ms: took() }).then(
      (answer) =>
        speak(
          n,
          "refused" in answer
            ? { about: title, id: null, refused: answer.refused }
            : { done: setWords(title, verdict, answer.result), undoable: true },
        ),
    );
  };

  const back = () => {
    const taken = takeBack();
    if (!taken) return;
    newest.current += 1;
    const n = newest.current;
    void taken.then(({ about, answer }) => {
      if ("refused" in answer) {
        speak(n, { about: about.title, id: null, refused: answer.refused });
        return;
      }
      const [id] = answer.result?.asked_anew ?? about.ids;
      if (id !== undefined && !answer.result?.requested) onBack(id);
      speak(n, { done: undoneWords(about.title, answer.result), undoable: false });
    });
  };
  return { decide, decideSet, takeBack: back };
}
