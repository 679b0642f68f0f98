import { type Band, confidenceBand, formatShare } from "@/app/format";
import { cx } from "./cx";

const WORDS: Record<Band, string> = { high: "High", medium: "Medium", low: "Low" };
const BARS: Record<Band, number> = { high: 3, medium: 2, low: 1 };
const INK: Record<Band, string> = { high: "text-muted", medium: "text-muted", low: "text-warn" };

/** A band, with the number on hover. Three small bars say it a second time without colour. */
export function Confidence({ value, suffix = "" }: { value: number; suffix?: string }) {
  const band = confidenceBand(value);
  return (
    <span
      className={cx("inline-flex items-center gap-1.5 whitespace-nowrap text-sm", INK[band])}
      title={`Confidence ${formatShare(value)}`}
    >
      <span className="inline-flex items-end gap-px" aria-hidden="true">
        {[1, 2, 3].map((n) => (
          <span
            key={n}
            className={cx("w-1 rounded-[1px]", n <= BARS[band] ? "bg-current" : "bg-line-strong")}
            style={{ height: 3 + n * 2 }}
          />
        ))}
      </span>
      {WORDS[band]}
      {suffix}
    </span>
  );
}
