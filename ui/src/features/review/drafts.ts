// What a reviewer prepares before the verdict, item by item; it is kept while they look at others.
import { useCallback, useState } from "react";
import type { EntityId, ProposalId } from "@/api/generated/contracts";
import type { Choices } from "./compare";

export interface Draft {
  choices: Choices;
  /** Who stays instead of whom the rules propose. */
  survivor: EntityId | null;
  leftOut: readonly EntityId[];
  note: string;
  /** The row of the comparison that the keyboard is on; −1: none. */
  at: number;
  /** Fields that say the same are shown too. */
  all: boolean;
}

const FRESH: Draft = { choices: {}, survivor: null, leftOut: [], note: "", at: 0, all: false };

export interface Drafts {
  of: (id: ProposalId) => Draft;
  change: (id: ProposalId, change: Partial<Draft>) => void;
  forget: (id: ProposalId) => void;
}

/** `at`: where the keyboard is on an item that is looked at for the first time. */
export function useDrafts(at: number): Drafts {
  const [drafts, setDrafts] = useState<ReadonlyMap<ProposalId, Draft>>(new Map());
  const of = useCallback((id: ProposalId) => drafts.get(id) ?? { ...FRESH, at }, [drafts, at]);
  const change = useCallback(
    (id: ProposalId, change: Partial<Draft>) =>
      setDrafts((now) => new Map(now).set(id, { ...(now.get(id) ?? { ...FRESH, at }), ...change })),
    [at],
  );
  const forget = useCallback(
    (id: ProposalId) =>
      setDrafts((now) => {
        const rest = new Map(now);
        rest.delete(id);
        return rest;
      }),
    [],
  );
  return { of, change, forget };
}
