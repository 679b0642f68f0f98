import type { MergeCandidate } from "@/api/generated/contracts";
import { formatShare } from "@/app/format";
import { fieldWords } from "@/app/words";
import { cx } from "@/components/cx";
import { bitsWords, type Step, stepName, type Waterfall } from "./waterfall";

/** Why a candidate weighs what it does: each step where the last one ended, in bits, down to the sum. */
export function WaterfallChart({ of, candidate }: { of: Waterfall; candidate: MergeCandidate }) {
  return (
    <div data-testid="review-waterfall">
      <ol aria-label="What it weighs, step by step">
        {of.steps.map((step) => (
          <Row
            key={`${step.evidence.field}-${step.evidence.level}-${step.evidence.left}`}
            step={step}
            zero={of.zero}
          />
        ))}
      </ol>
      <p className="mt-1 flex items-baseline gap-x-2 border-t border-line pt-1" data-testid="review-weight">
        <span className="shrink-0 whitespace-nowrap font-medium tabular-nums">{bitsWords(of.sum)} bits</span>
        <span className="shrink-0 whitespace-nowrap text-muted">
          {likely(candidate.score)} likely to be one person
        </span>
        {candidate.found_by !== undefined && candidate.found_by.length > 0 && (
          <span className="ml-auto truncate text-sm text-faint">
            Found by {candidate.found_by.join(", ")}
          </span>
        )}
      </p>
    </div>
  );
}

/** Nothing that is weighed is certain. */
const likely = (share: number): string => (share > 0.99 ? "More than 99 %" : formatShare(share));

function Row({ step: { evidence, bits, start, width }, zero }: { step: Step; zero: number }) {
  const speaks = bits >= 0 ? "Speaks for it" : "Speaks against it";
  const told = evidence.left === "" && evidence.right === "";
  const differ = evidence.left !== "" && evidence.right !== "" && evidence.left !== evidence.right;
  return (
    <li
      className="grid grid-cols-[112px_minmax(0,1fr)_52px_minmax(96px,28%)] items-center gap-x-3 py-0.5"
      data-selectable
    >
      <span className="truncate text-faint">{stepName(evidence.field) ?? fieldWords(evidence.field)}</span>
      <span className={cx("min-w-0", !told && "truncate")} title={evidence.sentence}>
        {told ? evidence.sentence : evidence.left || "–"}
        {differ && <span className="text-muted"> against {evidence.right}</span>}
      </span>
      <span className={cx("text-right tabular-nums", bits < 0 ? "text-warn" : "text-accent-ink")}>
        <span className="sr-only">{speaks}: </span>
        {bitsWords(bits)}
      </span>
      <span className="relative h-3 rounded-xs bg-sunken" aria-hidden="true">
        <span className="absolute inset-y-0 w-px bg-line-strong" style={{ left: `${zero}%` }} />
        <span
          className={cx("absolute inset-y-0.5 min-w-0.5 rounded-xs", bits < 0 ? "bg-warn" : "bg-accent")}
          style={{ left: `${start}%`, width: `${width}%` }}
        />
      </span>
    </li>
  );
}
