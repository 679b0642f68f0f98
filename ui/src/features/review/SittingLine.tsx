import { formatCount } from "@/app/format";
import { askedIds, decidedIds, deferredIds, type Sitting } from "./sitting";

/** How the sitting goes: `41 decided, 12 left, 1 for later`; before the first verdict only what waits. */
export function SittingLine({ sitting, waiting }: { sitting: Sitting; waiting: number }) {
  const decided = decidedIds(sitting).size;
  const open = deferredIds(sitting).size;
  const asked = askedIds(sitting).size;
  const later = open - asked;
  const left = Math.max(0, waiting - open);
  if (decided + open === 0) {
    return (
      <span data-testid="queue-total">
        {waiting > 0 ? `${formatCount(waiting)} waiting for a decision` : "Nothing waits"}
      </span>
    );
  }
  const share = decided + left > 0 ? (decided / (decided + left)) * 100 : 100;
  return (
    <span className="inline-flex items-center gap-2.5">
      <span className="inline-block h-1.5 w-24 overflow-hidden rounded-full bg-pressed" aria-hidden="true">
        <span className="block h-full rounded-full bg-accent" style={{ width: `${share}%` }} />
      </span>
      <span data-testid="queue-total" className="tabular-nums">
        {formatCount(decided)} decided, {formatCount(left)} left
        {later > 0 && `, ${formatCount(later)} for later`}
        {asked > 0 && `, ${formatCount(asked)} asked for`}
      </span>
    </span>
  );
}
