import type { GroupSum } from "@/api/generated/contracts";
import { formatMoney, formatMoneyExact } from "@/app/format";

/** Sums, one for each currency: amounts of two currencies are never added. */
export function Sums({ sums }: { sums: readonly GroupSum[] }) {
  const shown = sums.filter(({ amount }) => Number(amount) !== 0);
  if (shown.length === 0) return null;
  return (
    <span className="flex min-w-0 items-center gap-2 text-muted tabular-nums" data-testid="sums">
      {shown.map(({ amount, currency }) => (
        <span
          key={currency ?? ""}
          data-amount={amount}
          data-currency={currency ?? ""}
          title={formatMoneyExact(amount, currency)}
          className="truncate"
        >
          {formatMoney(amount, currency)}
        </span>
      ))}
    </span>
  );
}
