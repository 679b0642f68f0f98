import { plural } from "@/app/format";
import { useShortcuts } from "@/app/shortcuts";
import { Button } from "@/components/Button";
import { Kbd } from "@/components/Kbd";
import { usePlan } from "../plan";

/** Corrections wait here until they are applied together: one new plan for all of them. */
export function ApplyBar() {
  const { drafts, apply, discard, busy } = usePlan();
  const ready = drafts.size > 0 && !busy;
  useShortcuts("screen", { ...(ready && { apply }) });
  if (drafts.size === 0) return null;
  return (
    <div
      className="flex shrink-0 items-center gap-2 border-t border-dashed border-proposal-line bg-proposal-soft px-5 py-2.5"
      data-testid="apply-bar"
    >
      <p className="min-w-0 flex-1">
        {plural(drafts.size, "correction")} not applied yet.{" "}
        <span className="text-muted">The file itself stays as received.</span>
      </p>
      <Button look="quiet" disabled={busy} data-testid="apply-discard" onClick={discard}>
        Discard
      </Button>
      <Button look="primary" disabled={!ready} data-testid="apply-corrections" onClick={apply}>
        Apply {plural(drafts.size, "correction")}
        <Kbd
          action="apply"
          className="[&_kbd]:border-on-accent/40 [&_kbd]:bg-transparent [&_kbd]:text-on-accent"
        />
      </Button>
    </div>
  );
}
