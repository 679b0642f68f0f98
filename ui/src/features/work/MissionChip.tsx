import type { MissionState } from "@/api/generated/contracts";
import { MISSION_WORDS } from "@/app/missions";
import { Chip, type Tone } from "@/components/Chip";

const TONES: Record<MissionState, Tone> = {
  running: "accent",
  interrupted: "warn",
  failed: "risk",
  cancelled: "plain",
  done: "plain",
};

export function MissionChip({ state }: { state: MissionState }) {
  return (
    <Chip tone={TONES[state]} data-testid="mission-state" data-state={state}>
      {MISSION_WORDS[state]}
    </Chip>
  );
}
