// After "not the same" a row is proposed as a record of its own. While its import waits, the import's approval takes
// it; once that is over nobody would ask again, so the proposal comes next in the queue.
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { call } from "@/api/client";
import type { ImportSummary, ProposalId, ReviewItem } from "@/api/generated/contracts";

interface FollowUp {
  item: ReviewItem;
  /** It stands before this one; null: at the end. */
  before: ProposalId | null;
}

export interface FollowUps {
  /** The queue with what follows from this person's own decisions. */
  rows: readonly ReviewItem[];
  /** Brings what followed into the queue; the answer says what is next, if anything. */
  follow: (
    from: ReviewItem,
    ids: readonly ProposalId[],
    before: ProposalId | null,
  ) => Promise<ReviewItem | null>;
  drop: (id: ProposalId) => void;
}

export function useFollowUps(items: readonly ReviewItem[]): FollowUps {
  const client = useQueryClient();
  const [extra, setExtra] = useState<readonly FollowUp[]>([]);
  const rows = useMemo(() => {
    const all = [...items];
    for (const { item, before } of extra) {
      if (all.some(({ proposal_id: id }) => id === item.proposal_id)) continue;
      const at = all.findIndex(({ proposal_id: id }) => id === before);
      all.splice(at < 0 ? all.length : at, 0, item);
    }
    return all;
  }, [items, extra]);

  const follow = useCallback<FollowUps["follow"]>(
    async (from, ids, before) => {
      const imports = client.getQueryData<ImportSummary[]>(["import_list", null]);
      const over = imports?.find(({ import_id: id }) => id === from.import_id)?.state === "committed";
      if (!over) return null;
      for (const id of ids) {
        const item = await call("review_show", { proposal_id: id }).catch(() => null);
        if (item?.state !== "proposed" || item.entity.entity !== from.entity.entity) continue;
        setExtra((now) => [...now, { item, before }]);
        return item;
      }
      return null;
    },
    [client],
  );
  const drop = useCallback(
    (id: ProposalId) => setExtra((now) => now.filter(({ item }) => item.proposal_id !== id)),
    [],
  );
  return { rows, follow, drop };
}
