import { cx } from "@/components/cx";

/** Demo data is never taken for real work. */
export function DemoMark({ className }: { className?: string }) {
  return (
    <span
      data-testid="demo-mark"
      title="Demo data, apart from real work"
      className={cx(
        "shrink-0 rounded-sm bg-ink px-1 text-[9px] leading-3.5 font-bold tracking-wider text-canvas",
        className,
      )}
    >
      DEMO
    </span>
  );
}
