import type { ReactNode } from "react";
import type { Fate } from "@/api/generated/contracts";
import { formatCount, plural } from "@/app/format";
import { FATE_WORDS, FATES, sumFates } from "@/app/words";
import { cx } from "@/components/cx";

interface FateTabsProps {
  counts: Record<Fate, number>;
  rows: number;
  chosen: Fate | null;
  happened: boolean;
  onChoose: (fate: Fate | null) => void;
  /** What else can be done with the rows. */
  children?: ReactNode;
}

export function FateTabs({ counts, rows, chosen, happened, onChoose, children }: FateTabsProps) {
  const tabs = [null, ...FATES.filter((fate) => counts[fate] > 0 || fate === chosen)];
  return (
    <div
      className="flex h-11 shrink-0 items-center gap-1 border-b border-line px-5"
      role="group"
      aria-label="Fates"
    >
      {tabs.map((fate) => (
        <button
          key={fate ?? "all"}
          type="button"
          aria-pressed={chosen === fate}
          data-testid={`fate-tab-${fate ?? "all"}`}
          onClick={() => onChoose(fate)}
          className={cx(
            "control inline-flex h-7 items-center gap-1.5 rounded-md border px-2.5",
            chosen === fate
              ? "border-line-strong bg-pressed text-ink"
              : "border-transparent text-muted hover:bg-hover",
          )}
        >
          {fate && (
            <span
              className="size-1.5 rounded-full"
              style={{ background: `var(--fate-${fate})` }}
              aria-hidden="true"
            />
          )}
          {fate ? FATE_WORDS[fate][happened ? "done" : "plan"] : "All"}
          <span className="text-faint">{formatCount(fate ? counts[fate] : sumFates(counts))}</span>
        </button>
      ))}
      <span
        className="ml-auto min-w-0 truncate pr-2 text-muted"
        data-testid="fate-sum"
        title="Every row of the file has one fate"
      >
        {sumFates(counts) === rows
          ? `Adds up to ${plural(rows, "row")}`
          : `${formatCount(sumFates(counts))} of ${plural(rows, "row")}`}
      </span>
      {children}
    </div>
  );
}
