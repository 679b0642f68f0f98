import { formatCount } from "@/app/format";
import { cx } from "./cx";

interface FilterChipProps {
  active: boolean;
  count: number;
  onClick: () => void;
  testId: string;
  children: string;
}

/** Narrows the list in view to one kind. */
export function FilterChip({ active, count, onClick, testId, children }: FilterChipProps) {
  return (
    <button
      type="button"
      aria-pressed={active}
      data-testid={testId}
      onClick={onClick}
      className={cx(
        "control inline-flex h-7 shrink-0 items-center gap-1.5 rounded-md border px-2.5",
        active ? "border-line-strong bg-pressed text-ink" : "border-transparent text-muted hover:bg-hover",
      )}
    >
      {children}
      <span className="text-faint tabular-nums">{formatCount(count)}</span>
    </button>
  );
}
