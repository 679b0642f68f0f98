import type { FateCounts } from "@/api/generated/contracts";
import { formatCount } from "@/app/format";
import { FATE_WORDS, FATES, sumFates } from "@/app/words";
import { cx } from "./cx";

interface SegmentBarProps {
  counts: FateCounts;
  happened: boolean;
  /** Counts beside the colours, so that colour never speaks alone. */
  legend?: boolean;
  className?: string;
}

/** The fates of a file's rows as one thin bar. */
export function SegmentBar({ counts, happened, legend = false, className }: SegmentBarProps) {
  const total = sumFates(counts);
  const present = FATES.filter((fate) => counts[fate] > 0);
  const word = happened ? "done" : "plan";
  const words = present.map((fate) => `${formatCount(counts[fate])} ${FATE_WORDS[fate][word].toLowerCase()}`);
  return (
    <div className={cx("flex flex-col gap-1", className)} title={words.join(" · ")}>
      <div
        role="img"
        aria-label={`Rows: ${words.join(", ")}`}
        className="flex h-1.5 w-full gap-px overflow-hidden rounded-full bg-pressed"
      >
        {present.map((fate) => (
          <span
            key={fate}
            className="h-full min-w-0.5"
            style={{ width: `${(counts[fate] / total) * 100}%`, background: `var(--fate-${fate})` }}
          />
        ))}
      </div>
      {legend && (
        <ul className="flex flex-wrap gap-x-3 text-sm text-muted tabular-nums">
          {present.map((fate) => (
            <li key={fate} className="inline-flex items-center gap-1.5 whitespace-nowrap">
              <span className="size-1.5 rounded-full" style={{ background: `var(--fate-${fate})` }} />
              {formatCount(counts[fate])} {FATE_WORDS[fate][word].toLowerCase()}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
