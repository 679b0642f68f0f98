import { ArrowLeftRight, Check, Dot, X } from "lucide-react";
import type { MatchEvidence, MergeCandidate } from "@/api/generated/contracts";
import { fieldWords } from "@/app/words";
import { Confidence } from "@/components/Confidence";
import { RecordLink } from "@/features/imports/review/RecordLink";
import { byVerdict, verdictOf } from "./verdicts";
import { WaterfallChart } from "./WaterfallChart";
import { waterfall } from "./waterfall";

/** One record the row may be: how sure that is, and field by field what speaks for it and what against. */
export function Candidate({ candidate }: { candidate: MergeCandidate }) {
  const weights = waterfall(candidate);
  return (
    <li data-testid="review-candidate">
      <div className="flex items-center gap-3 pb-1">
        <RecordLink record={candidate.entity} absent="not in your records yet" />
        <Confidence value={candidate.score} suffix=" match" />
      </div>
      {weights && candidate.evidence.length > 0 ? (
        <WaterfallChart of={weights} candidate={candidate} />
      ) : (
        <Sentences evidence={candidate.evidence} />
      )}
    </li>
  );
}

/** Evidence of a candidate that was found by exact keys: nothing of it was weighed. */
function Sentences({ evidence: all }: { evidence: readonly MatchEvidence[] }) {
  return (
    <ul className="flex flex-col">
      {byVerdict(all).map((evidence) => (
        <li
          key={`${evidence.field}-${evidence.level}-${evidence.left}`}
          className="grid grid-cols-[16px_112px_minmax(0,1fr)] items-start gap-x-2 py-0.5"
          data-selectable
        >
          <Mark evidence={evidence} />
          <span className="truncate text-faint">{fieldWords(evidence.field)}</span>
          <span className="min-w-0">
            {evidence.sentence}
            <Sides evidence={evidence} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Both values, where they are written differently. */
function Sides({ evidence: { left, right } }: { evidence: MatchEvidence }) {
  if (!left || !right || left === right) return null;
  return (
    <span className="flex items-center gap-1.5 text-sm text-muted">
      <span className="truncate">{left}</span>
      <ArrowLeftRight className="size-3 shrink-0 text-faint" aria-label="against" />
      <span className="truncate">{right}</span>
    </span>
  );
}

const MARKS = {
  for: { Icon: Check, ink: "text-accent-ink", name: "Speaks for it" },
  weak: { Icon: Dot, ink: "text-muted", name: "Speaks a little for it" },
  against: { Icon: X, ink: "text-warn", name: "Speaks against it" },
};

function Mark({ evidence }: { evidence: MatchEvidence }) {
  const { Icon, ink, name } = MARKS[verdictOf(evidence)];
  return <Icon className={`mt-0.75 size-3.5 shrink-0 ${ink}`} aria-label={name} />;
}
