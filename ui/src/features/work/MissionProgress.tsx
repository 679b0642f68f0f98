import { resultWords, whereWords } from "@/app/missions";
import { stageWords } from "@/app/words";
import { ProgressBar } from "@/components/ProgressBar";
import type { LiveMission } from "./useMissions";

interface MissionProgressProps {
  mission: LiveMission;
  /** Its error is told beside it: here only how far it came. */
  errorBelow?: boolean;
}

/** How far a mission is, or came: a moving bar while it runs, a still one where it stopped, words when it is done. */
export function MissionProgress({ mission, errorBelow = false }: MissionProgressProps) {
  const { state, done, total } = mission;
  if (state === "done") return <span className="text-muted">{resultWords(mission)}</span>;
  if (state === "running") {
    return (
      <ProgressBar
        label={stageWords(mission.stage)}
        done={done}
        total={total}
        elapsedMs={mission.elapsedMs}
      />
    );
  }
  const where = `Ended ${whereWords(mission)}`;
  const words = (!errorBelow && state === "failed" && mission.error?.message) || where;
  return (
    <span className="block min-w-0">
      <StillBar done={done} total={total} />
      <span className="block truncate pt-1 text-sm text-muted tabular-nums" title={words}>
        {words}
      </span>
    </span>
  );
}

function StillBar({ done, total }: { done: number; total: number }) {
  const share = total > 0 ? Math.min(100, (done / total) * 100) : 0;
  return (
    <span aria-hidden="true" className="block h-1.5 overflow-hidden rounded-full bg-pressed">
      <span className="block h-full rounded-full bg-line-strong" style={{ width: `${share}%` }} />
    </span>
  );
}
