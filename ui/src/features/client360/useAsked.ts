import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { ReviewItem } from "@/api/generated/contracts";

/** What becomes of a request: who may decide it goes on to it in the queue, others are told that it waits. */
export function useAsked() {
  const navigate = useNavigate();
  const [waits, setWaits] = useState(false);
  const asked = (item: ReviewItem) => {
    if (item.not_mine !== null) {
      setWaits(true);
      return;
    }
    void navigate({ to: "/review", search: { about: item.entity.id, sel: item.proposal_id } });
  };
  return { waits, setWaits, asked };
}

export const WAITS = "Left to a reviewer: it waits in the queue.";
