import { useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";
import { call } from "@/api/client";
import type { RecordsQuery } from "@/api/generated/contracts";
import { useCommand } from "@/api/queries";
import { type CallQueue, setQueue } from "./queue";

/** More is no round that anybody calls in a day. */
export const MOST = 200;

/** Begins to call people one after the other. */
export function useStartCalls() {
  const navigate = useNavigate();
  const workspace = useCommand("app_status", null).data?.workspace?.path ?? "";
  return useCallback(
    (ids: readonly string[], from: string, back: CallQueue["back"], at = 0) => {
      if (ids.length === 0) return;
      const some = [...new Set(ids)].slice(0, MOST);
      setQueue({ workspace, from, back, ids: some, at: Math.min(at, some.length - 1), called: [] });
      void navigate({ to: "/calls" });
    },
    [navigate, workspace],
  );
}

/** The first people of a list as it is shown, in its order. */
export async function peopleOf(query: RecordsQuery): Promise<string[]> {
  const page = await call("records_list", { ...query, limit: MOST });
  return page.rows.map(({ id }) => id);
}
