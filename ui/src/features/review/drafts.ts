// What a reviewer prepares before the verdict, item by item; it is kept while they look at others.
import { useCallback, useState } from "react";
import type { EntityId, ProposalId, ReviewItem } from "@/api/generated/contracts";
import type { Choices } from "./compare";

export interface Draft {
  choices: Choices;
  /** Who stays instead of whom the rules propose. */
  survivor: EntityId | null;
  leftOut: readonly EntityId[];
  /** Edits of a merge that is taken apart, each with the record it goes to; null: all of them. */
  places: ReadonlyMap<string, EntityId | null> | null;
  note: string;
  /** The row of the comparison that the keyboard is on; −1: none. */
  at: number;
  /** Fields that say the same are shown too. */
  all: boolean;
}

const FRESH: Draft = { choices: {}, survivor: null, leftOut: [], places: null, note: "", at: 0, all: false };

type Drafted = Pick<ReviewItem, "proposal_id" | "apart">;

export interface Drafts {
  of: (item: Drafted) => Draft;
  change: (item: Drafted, change: Partial<Draft>) => void;
  forget: (id: ProposalId) => void;
}

/** `at`: where the keyboard is on an item that is looked at for the first time. */
export function useDrafts(at: number): Drafts {
  const [drafts, setDrafts] = useState<ReadonlyMap<ProposalId, Draft>>(new Map());
  // The digits of a merge that is taken apart place its edits: no field of it is stood on.
  const fresh = useCallback(({ apart }: Drafted): Draft => ({ ...FRESH, at: apart ? -1 : at }), [at]);
  const of = useCallback((item: Drafted) => drafts.get(item.proposal_id) ?? fresh(item), [drafts, fresh]);
  const change = useCallback(
    (item: Drafted, change: Partial<Draft>) =>
      setDrafts((now) =>
        new Map(now).set(item.proposal_id, { ...(now.get(item.proposal_id) ?? fresh(item)), ...change }),
      ),
    [fresh],
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
