import type { ImportState } from "@/api/generated/contracts";
import { STATE_WORDS } from "@/app/words";
import { Chip, type Tone } from "@/components/Chip";

/** Waiting is a proposal and looks like one; approved is plain truth. */
const TONES: Record<ImportState, Tone> = {
  proposed: "proposal",
  committing: "warn",
  committed: "plain",
  undone: "plain",
};

export function StateChip({ state }: { state: ImportState }) {
  return (
    <Chip tone={TONES[state]} data-testid="import-state" data-state={state}>
      {STATE_WORDS[state]}
    </Chip>
  );
}
