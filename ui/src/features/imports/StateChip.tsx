import type { ImportState } from "@/api/generated/contracts";
import { STATE_WORDS } from "@/app/words";
import { Chip, type Tone } from "@/components/Chip";

/** Waiting is a proposal and looks like one; approved is plain truth. */
const TONES: Record<ImportState, Tone> = {
  staging: "warn",
  proposed: "proposal",
  committing: "warn",
  committed: "plain",
  undone: "plain",
};

export function StateChip({ state, repeats }: { state: ImportState; repeats: boolean }) {
  // A file that repeats an import waits for nothing.
  if (repeats && state === "proposed") {
    return (
      <Chip tone="plain" data-testid="import-state" data-state="repeats">
        Same file as before
      </Chip>
    );
  }
  return (
    <Chip tone={TONES[state]} data-testid="import-state" data-state={state}>
      {STATE_WORDS[state]}
    </Chip>
  );
}
