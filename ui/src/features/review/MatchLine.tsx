import type { MatchEvidence, MergeCandidate } from "@/api/generated/contracts";
import { formatShare } from "@/app/format";
import { fieldWords } from "@/app/words";
import { cx } from "@/components/cx";
import { Kbd } from "@/components/Kbd";
import { RecordLink } from "@/features/imports/review/RecordLink";
import { byVerdict, verdictOf } from "./verdicts";
import { bitsWords, stepName } from "./waterfall";

const MICRO = 1_000_000;
const SHOWN = 7;
/** Steps of the weighing that compare no values: whoever wants all of it opens the evidence. */
const OF_NO_FIELD: ReadonlySet<string> = new Set(["prior", "household", "contact"]);

/** The share in words; nothing that is weighed is certain. */
const likely = (share: number): string => (share > 0.99 ? "More than 99 %" : formatShare(share));

interface MatchLineProps {
  candidate: MergeCandidate;
  /** Its name, where the item says it. */
  title: string | undefined;
  /** The evidence's key is shown. */
  opens: boolean;
}

/** One record it may be, in a line: how likely, what speaks for it and, first, what speaks against. */
export function MatchLine({ candidate, title, opens }: MatchLineProps) {
  const evidence = byVerdict(candidate.evidence.filter(({ field }) => !OF_NO_FIELD.has(field)));
  return (
    <li
      data-testid="review-candidate"
      className="flex flex-wrap items-center gap-x-2 gap-y-1"
      data-selectable
    >
      <RecordLink record={candidate.entity} title={title} absent="not in your records yet" />
      {candidate.evidence.length > 0 && (
        <span className="shrink-0 tabular-nums text-muted" data-testid="review-likely">
          {likely(candidate.score)} likely
        </span>
      )}
      {evidence.slice(0, SHOWN).map((one) => (
        <Piece key={`${one.field}-${one.level}-${one.left}`} evidence={one} />
      ))}
      {evidence.length > SHOWN && (
        <span className="text-sm text-faint">and {evidence.length - SHOWN} more</span>
      )}
      {opens && candidate.evidence.length > 0 && <Kbd action="evidence" className="ml-auto" />}
    </li>
  );
}

function Piece({ evidence }: { evidence: MatchEvidence }) {
  const against = evidence.weight === undefined ? verdictOf(evidence) === "against" : evidence.weight < 0;
  return (
    <span
      title={evidence.sentence}
      className={cx(
        "inline-flex h-5 items-center gap-1 rounded-sm px-1.5 text-xs whitespace-nowrap",
        against ? "bg-warn-soft text-warn" : "bg-accent-soft text-accent-ink",
      )}
    >
      <span className="sr-only">{against ? "Against: " : "For: "}</span>
      <span aria-hidden="true">{against ? "≠" : "="}</span>
      {stepName(evidence.field) ?? fieldWords(evidence.field)}
      {evidence.weight !== undefined && (
        <span className="tabular-nums">{bitsWords(evidence.weight / MICRO)}</span>
      )}
    </span>
  );
}
