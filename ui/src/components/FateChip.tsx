import type { Fate } from "@/api/generated/contracts";
import { FATE_WORDS } from "@/app/words";
import { Chip, type Tone } from "./Chip";

const TONES: Record<Fate, Tone> = {
  create: "accent",
  update: "pending",
  merge: "proposal",
  unchanged: "plain",
  hold: "warn",
  reject: "risk",
};

export function FateChip({ fate, happened }: { fate: Fate; happened: boolean }) {
  const { plan, done, about } = FATE_WORDS[fate];
  return (
    <Chip tone={TONES[fate]} title={`${happened ? done : plan}: ${about}`}>
      {happened ? done : plan}
    </Chip>
  );
}
