import { useIsMutating } from "@tanstack/react-query";
import type { ImportState } from "@/api/generated/contracts";
import { STATE_WORDS } from "@/app/words";
import { Chip, type Tone } from "@/components/Chip";

/** Waiting is a proposal and looks like one; approved is plain truth. */
const TONES: Record<ImportState, Tone> = {
  staging: "accent",
  proposed: "proposal",
  committing: "warn",
  undoing: "warn",
  committed: "plain",
  undone: "plain",
};

interface StateChipProps {
  state: ImportState;
  repeats: boolean;
  /** Nobody is at it: the reading was cut off. */
  cutOff?: boolean;
}

export function StateChip({ state, repeats, cutOff = false }: StateChipProps) {
  const approving = useIsMutating({ mutationKey: ["import_approve"] }) > 0;
  // A file that repeats an import waits for nothing.
  if (repeats && state === "proposed") {
    return (
      <Chip tone="plain" data-testid="import-state" data-state="repeats">
        Same file as before
      </Chip>
    );
  }
  if (cutOff && state === "staging") {
    return (
      <Chip tone="warn" data-testid="import-state" data-state="cut_off">
        Cut off
      </Chip>
    );
  }
  if (state === "committing" && approving) {
    return (
      <Chip tone="accent" data-testid="import-state" data-state="approving">
        Being approved
      </Chip>
    );
  }
  return (
    <Chip tone={TONES[state]} data-testid="import-state" data-state={state}>
      {STATE_WORDS[state]}
    </Chip>
  );
}
