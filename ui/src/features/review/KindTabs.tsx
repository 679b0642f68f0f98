import type { KindCount } from "@/api/generated/contracts";
import { formatCount } from "@/app/format";
import { cx } from "@/components/cx";
import { kindNames } from "./words";

interface KindTabsProps {
  counts: readonly KindCount[];
  chosen: string | null;
  onChoose: (kind: string | null) => void;
}

/** The queue by kind, with what waits of each. */
export function KindTabs({ counts, chosen, onChoose }: KindTabsProps) {
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <div
      role="group"
      aria-label="Kinds"
      className="flex h-11 shrink-0 items-center gap-1 border-b border-line px-5"
    >
      {[{ kind: null, count: all }, ...counts].map(({ kind, count }) => (
        <button
          key={kind ?? "all"}
          type="button"
          aria-pressed={chosen === kind}
          data-testid={`queue-kind-${kind ?? "all"}`}
          onClick={() => onChoose(kind)}
          className={cx(
            "control inline-flex h-7 items-center gap-1.5 rounded-md border px-2.5",
            chosen === kind
              ? "border-line-strong bg-pressed text-ink"
              : "border-transparent text-muted hover:bg-hover",
          )}
        >
          {kind === null ? "All" : kindNames(kind)}
          <span className="text-faint">{formatCount(count)}</span>
        </button>
      ))}
    </div>
  );
}
