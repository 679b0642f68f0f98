import { FileClock } from "lucide-react";
import { useState } from "react";
import { whereWords } from "@/app/missions";
import { useRights } from "@/app/rights";
import { stageWords } from "@/app/words";
import { Button } from "@/components/Button";
import { ErrorBanner } from "@/components/ErrorBanner";
import { ProgressBar } from "@/components/ProgressBar";
import { useMissionActions } from "@/features/work/useMissionActions";
import { UndoDialog } from "./review/UndoDialog";
import type { Reading } from "./useStaging";

const WHY = { interrupted: "cut off", cancelled: "stopped", failed: "ended by an error" } as const;

/** A file that is not read to its end: how far it is, or where it was cut off and the two ways on. */
export function ReadingCard({ summary, mission }: Reading) {
  const [asking, setAsking] = useState(false);
  const { may } = useRights();
  const { stop, resume, stopping, resuming, error } = useMissionActions(mission, [summary]);
  const name = summary.file_name;
  if (mission?.state === "running") {
    return (
      <section
        aria-label={`Reading ${name}`}
        data-testid="reading"
        className="rounded-lg border border-line-strong bg-surface p-4"
      >
        <div className="flex h-6 items-center gap-3">
          <p className="min-w-0 flex-1 truncate font-medium">{name}</p>
          {stopping && <span className="text-sm text-muted">Stopping at the next step…</span>}
          {stop && (
            <Button size="small" data-testid="reading-stop" onClick={stop}>
              Stop
            </Button>
          )}
        </div>
        <div className="pt-3">
          <ProgressBar
            label={stageWords(mission.stage)}
            unit="row"
            done={mission.done}
            total={mission.total}
            elapsedMs={mission.elapsedMs}
          />
        </div>
      </section>
    );
  }
  const why = mission && mission.state !== "done" ? WHY[mission.state] : "cut off";
  const where = whereWords(mission ?? { done: 0, total: summary.rows.total });
  return (
    <section
      aria-label={`${name} is not read to its end`}
      data-testid="cut-off"
      className="rounded-lg border border-warn-line bg-warn-soft px-4 py-3"
    >
      <div className="flex items-center gap-3">
        <FileClock className="size-4 shrink-0 text-warn" aria-hidden="true" />
        <div className="min-w-0 flex-1">
          <p className="font-medium">
            Reading of {name} was {why} {where}
          </p>
          <p className="text-muted">
            {mission?.state === "failed" && mission.error
              ? `${mission.error.message} ${mission.error.hint}`
              : "What was read is kept. Nothing is in your records."}
          </p>
        </div>
        <div className="flex shrink-0 items-center gap-2">
          {may("undo") && (
            <Button data-testid="cut-off-aside" disabled={resuming} onClick={() => setAsking(true)}>
              Put it aside
            </Button>
          )}
          {resuming ? (
            <Button look="primary" disabled>
              Resuming…
            </Button>
          ) : (
            resume && (
              <Button look="primary" data-testid="cut-off-resume" onClick={resume}>
                Resume
              </Button>
            )
          )}
        </div>
      </div>
      {error && (
        <div className="pt-3">
          <ErrorBanner error={error} />
        </div>
      )}
      <UndoDialog open={asking} onOpenChange={setAsking} summary={summary} />
    </section>
  );
}
