import type { CommandError } from "@/api/client";

/** The policy rule that refused, in small type; nothing where none did. */
export function RuleLine({ error }: { error: CommandError }) {
  if (!error.policy) return null;
  return (
    <p className="mt-1 text-xs text-faint" data-testid="policy-rule">
      Rule {error.policy}
    </p>
  );
}
