// After "not the same" a row is proposed as a record of its own. While its import waits, the import's approval takes
// it; once that is over nobody would ask again, so the proposal comes next in the queue.
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { call } from "@/api/client";
import type { ImportSummary, ProposalId, ReviewItem } from "@/api/generated/contracts";
import { decidedIds, deferredIds } from "./sitting";
import { useSitting } from "./useSitting";

interface FollowUp {
  item: ReviewItem;
  /** It stands after this one; null: first. */
  after: ProposalId | null;
}

export interface FollowUps {
  /** The queue with what follows from this person's own decisions. */
  rows: readonly ReviewItem[];
  /** Brings what followed into the queue, after the item that is looked at by then; the answer says whether anything did. */
  follow: (
    from: ReviewItem,
    ids: readonly ProposalId[],
    lookedAt: () => ProposalId | null,
  ) => Promise<boolean>;
}

export function useFollowUps(items: readonly ReviewItem[]): FollowUps {
  const client = useQueryClient();
  const { sitting } = useSitting();
  const [extra, setExtra] = useState<readonly FollowUp[]>([]);
  const rows = useMemo(() => {
    const [decided, deferred] = [decidedIds(sitting), deferredIds(sitting)];
    let all = [...items];
    for (const { item, after } of extra) {
      const id = item.proposal_id;
      if (decided.has(id) || deferred.has(id)) continue;
      all = all.filter(({ proposal_id }) => proposal_id !== id);
      const at = all.findIndex(({ proposal_id }) => proposal_id === after);
      all.splice(at + 1, 0, item);
    }
    return all;
  }, [items, extra, sitting]);

  const follow = useCallback<FollowUps["follow"]>(
    async (from, ids, lookedAt) => {
      const imports = client.getQueryData<ImportSummary[]>(["import_list", null]);
      const over = imports?.find(({ import_id: id }) => id === from.import_id)?.state === "committed";
      if (!over) return false;
      for (const id of ids) {
        const item = await call("review_show", { proposal_id: id }).catch(() => null);
        if (item?.state !== "proposed" || item.entity.entity !== from.entity.entity) continue;
        setExtra((now) => [...now, { item, after: lookedAt() }]);
        return true;
      }
      return false;
    },
    [client],
  );
  return { rows, follow };
}
