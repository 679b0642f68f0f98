import { formatExact, formatWhen } from "@/app/format";
import { cx } from "./cx";

/** A moment, relative within a week, exact on hover. */
export function When({ at, className }: { at: string | null; className?: string }) {
  if (!at) return null;
  return (
    <time dateTime={at} title={formatExact(at)} className={cx("tabular-nums", className)}>
      {formatWhen(at)}
    </time>
  );
}
