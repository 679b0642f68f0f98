// A queue that answers as the host does, for the tests of its screen.
import { screen } from "@testing-library/react";
import type { DecideResult, ReviewItem, ReviewPage } from "@/api/generated/contracts";
import { type Host, refuse } from "./host";

export const page = (items: ReviewItem[]): ReviewPage => ({
  items,
  next_after: null,
  next_cursor: null,
  next_ids: [],
  counts: [{ kind: "merge", count: items.length }],
  total: items.length,
  filters: null,
});

export const result = (more: Partial<DecideResult> = {}): DecideResult => ({
  decision_id: "d-1",
  state: "applied",
  group: "g-1",
  changes: 12,
  entities: [],
  follow_up: [],
  requested: false,
  set_aside: [],
  link: null,
  next: [],
  ...more,
});

/** A queue that forgets what was decided. */
export function queue(
  items: ReviewItem[],
  decide: (id: string) => DecideResult = () => result(),
): Host["answers"] {
  let open = items;
  return {
    review_list: () => page(open),
    entity_get: () => refuse("gone", "", "not_found"),
    review_decide: ({ proposal_id: id, decision }) => {
      const answer = decide(id);
      if (decision !== "defer") open = open.filter((item) => item.proposal_id !== id);
      return answer;
    },
  };
}

export const shown = () => screen.getByTestId("review-item").getAttribute("data-id");
