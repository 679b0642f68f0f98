import type { Progress } from "@/api/generated/contracts";
import { formatBytes, formatCount, formatRate, formatTimeLeft, leftWords, rateWords } from "@/app/format";

interface ProgressBarProps {
  label: string;
  done: number;
  /** 0 while unknown. */
  total: number;
  elapsedMs: number;
  /** What is counted, for the rate. */
  unit?: "row" | "byte";
  /** What the host measured, which knows of the work before this window looked. */
  pace?: Pick<Progress, "rate" | "seconds_left"> | null | undefined;
}

export function ProgressBar({ label, done, total, elapsedMs, unit, pace }: ProgressBarProps) {
  const known = total > 0;
  const seconds = pace?.seconds_left ?? null;
  const left =
    seconds !== null && done < total ? leftWords(seconds * 1_000) : formatTimeLeft(done, total, elapsedMs);
  const amount = unit === "byte" ? formatBytes : formatCount;
  const measured = pace?.rate ?? null;
  const rate = !unit
    ? null
    : measured !== null
      ? rateWords(measured, unit)
      : formatRate(done, elapsedMs, unit);
  return (
    <div className="flex flex-col gap-1.5">
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        {...(known ? { "aria-valuemax": total, "aria-valuenow": done } : {})}
        className="h-1.5 overflow-hidden rounded-full bg-pressed"
      >
        {known ? (
          <div
            className="h-full rounded-full bg-accent transition-[width] duration-100"
            style={{ width: `${Math.min(100, (done / total) * 100)}%` }}
          />
        ) : (
          <div className="h-full w-1/3 animate-[sweep_1.4s_ease-in-out_infinite] rounded-full bg-accent" />
        )}
      </div>
      <div className="flex justify-between gap-4 text-sm text-muted" aria-live="polite">
        <span>{label}</span>
        <span className="whitespace-nowrap tabular-nums">
          {known ? `${amount(done)} of ${amount(total)}` : done > 0 ? amount(done) : ""}
          {rate && ` · ${rate}`}
          {left && ` · ${left}`}
        </span>
      </div>
    </div>
  );
}
