// Missions as they stand, with what running ones have told since.
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import { onProgress } from "@/api/client";
import type { MissionId, MissionInfo } from "@/api/generated/contracts";
import { invalidate, useCommand } from "@/api/queries";

/** A mission, and for how long its stage has run in this window: what is left can be told from that. */
export interface LiveMission extends MissionInfo {
  elapsedMs: number;
}

interface Told {
  stage: string;
  done: number;
  total: number;
  began: number;
  elapsedMs: number;
}

const RUNNING_MS = 1_000;
const IDLE_MS = 5_000;

/** Whether the list knows already that this mission runs. */
function knowsItRuns(client: QueryClient, id: MissionId): boolean {
  const known = client.getQueryData<MissionInfo[]>(["mission_list", null]);
  return known?.some((mission) => mission.mission_id === id && mission.state === "running") ?? false;
}

/**
 * The newest missions. Work of this window tells how far it is; that of another process, or its end, is found by
 * looking again, often while something runs.
 */
export function useMissions(enabled = true) {
  const client = useQueryClient();
  const [told, setTold] = useState<ReadonlyMap<MissionId, Told>>(new Map());
  const result = useCommand("mission_list", null, {
    enabled,
    again: (missions) => (missions?.some(({ state }) => state === "running") ? RUNNING_MS : IDLE_MS),
  });

  useEffect(
    () =>
      onProgress(({ mission_id: id, stage, done, total }) => {
        if (id === null) return;
        if (!knowsItRuns(client, id)) void invalidate(client, ["missions"]);
        setTold((now) => {
          const before = now.get(id);
          const at = performance.now();
          const began = before?.stage === stage && before.done <= done ? before.began : at;
          return new Map(now).set(id, { stage, done, total, began, elapsedMs: at - began });
        });
      }),
    [client],
  );

  // Work that ended in another process changed its import without a word.
  const ran = useRef<readonly MissionId[]>([]);
  useEffect(() => {
    const runs = (result.data ?? [])
      .filter(({ state }) => state === "running")
      .map((mission) => mission.mission_id);
    const ended = ran.current.some((id) => !runs.includes(id));
    ran.current = runs;
    if (ended) void invalidate(client, ["imports", "missions"]);
  }, [client, result.data]);

  const missions = useMemo<readonly LiveMission[]>(
    () =>
      (result.data ?? []).map((mission) => {
        const news = mission.state === "running" ? told.get(mission.mission_id) : undefined;
        if (!news || news.done < mission.done) return { ...mission, elapsedMs: 0 };
        return {
          ...mission,
          stage: news.stage,
          done: news.done,
          total: news.total,
          elapsedMs: news.elapsedMs,
        };
      }),
    [result.data, told],
  );
  return { result, missions };
}
