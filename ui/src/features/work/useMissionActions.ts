import type { ImportSummary, MissionInfo } from "@/api/generated/contracts";
import { useAction } from "@/api/queries";
import { canStop, resumeRule } from "@/app/missions";
import { useRights } from "@/app/rights";

/** What this person can do about a mission now. Absent: not offered. */
export interface MissionActions {
  stop: (() => void) | undefined;
  resume: (() => void) | undefined;
  /** Asked to stop, and not stopped yet. */
  stopping: boolean;
  /** Asked to go on, and not heard of yet. */
  resuming: boolean;
  error: ReturnType<typeof useAction<"mission_resume">>["error"];
}

export function useMissionActions(
  mission: MissionInfo | undefined,
  imports: readonly ImportSummary[],
): MissionActions {
  const { may } = useRights();
  const stopping = useAction("mission_cancel");
  const resuming = useAction("mission_resume");
  const id = mission?.mission_id;
  const rule = mission ? resumeRule(mission, imports) : null;
  const allowed = may("run_missions");
  const about = (args: { mission_id: string } | undefined) => args?.mission_id === id;
  const mineStops = about(stopping.variables) && mission?.state === "running";
  const isStopping = mineStops && (stopping.isPending || stopping.isSuccess);
  const isResuming = about(resuming.variables) && resuming.isPending && mission?.state !== "running";
  const ask = about(resuming.variables) ? resuming.error : null;
  const stopError = about(stopping.variables) ? stopping.error : null;
  return {
    stop:
      mission && allowed && canStop(mission) && !isStopping
        ? () => stopping.mutate({ mission_id: mission.mission_id })
        : undefined,
    resume:
      mission && rule?.possible && allowed && (rule.needs === null || may(rule.needs)) && !isResuming
        ? () => {
            stopping.reset();
            resuming.mutate({ mission_id: mission.mission_id });
          }
        : undefined,
    stopping: isStopping,
    resuming: isResuming,
    error: (ask?.code === "cancelled" ? null : ask) ?? stopError,
  };
}
