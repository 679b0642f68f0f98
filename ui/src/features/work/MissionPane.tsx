import { Link } from "@tanstack/react-router";
import { ArrowUpRight, X } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { CommandError } from "@/api/client";
import type { ImportSummary } from "@/api/generated/contracts";
import { useCommand } from "@/api/queries";
import { formatClock, formatCount } from "@/app/format";
import { importOf, resumeRule } from "@/app/missions";
import { useRights } from "@/app/rights";
import { useShortcuts } from "@/app/shortcuts";
import { Button, IconButton } from "@/components/Button";
import { ErrorBanner } from "@/components/ErrorBanner";
import { Hint } from "@/components/Hint";
import { Delayed } from "@/components/states";
import { When } from "@/components/When";
import { MissionChip } from "./MissionChip";
import { MissionProgress } from "./MissionProgress";
import type { MissionActions } from "./useMissionActions";
import type { LiveMission } from "./useMissions";

interface MissionPaneProps {
  mission: LiveMission;
  imports: readonly ImportSummary[];
  actions: MissionActions;
  onClose: () => void;
}

/** One piece of work: how far it is, what went wrong, who and when, its log, and what can be done about it. */
export function MissionPane({ mission, imports, actions, onClose }: MissionPaneProps) {
  useShortcuts("panel", { back: onClose });
  const { may } = useRights();
  const importId = importOf(mission);
  const about = imports.find(({ import_id }) => import_id === importId);
  const ended = mission.state !== "running" && mission.state !== "done";
  const stuck = ended && !resumeRule(mission, imports).possible;
  return (
    <aside
      aria-label={mission.title}
      data-testid="mission-pane"
      className="flex w-100 shrink-0 flex-col border-l border-line bg-surface"
    >
      <header className="flex items-center gap-2.5 border-b border-line py-2 pr-2 pl-4">
        <h2 className="min-w-0 truncate font-semibold" title={mission.title}>
          {mission.title}
        </h2>
        <MissionChip state={mission.state} />
        <IconButton label="Close" action="back" side="left" className="ml-auto" onClick={onClose}>
          <X className="size-4" />
        </IconButton>
      </header>
      <section
        aria-label="About this work"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard has to reach that.
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto"
      >
        <div className="flex flex-col gap-3 border-b border-line px-4 py-3.5">
          <MissionProgress mission={mission} errorBelow />
          {actions.error && <ErrorBanner error={actions.error} testId="mission-refused" />}
          {mission.state === "failed" && mission.error && !actions.error && (
            <ErrorBanner error={new CommandError(mission.error)} testId="mission-error" />
          )}
          {stuck && (
            <p className="text-muted" data-testid="mission-stuck">
              {about
                ? "Its import has moved on since, so there is nothing left to resume."
                : "Nothing of it was kept, so it can only be started anew."}
            </p>
          )}
          <Buttons actions={actions} />
        </div>
        <dl className="grid grid-cols-[92px_1fr] gap-x-3 gap-y-1 border-b border-line px-4 py-3">
          <Line name="Begun">
            <When at={mission.created_at} /> by {mission.created_by.id}
          </Line>
          <Line name={mission.state === "running" ? "Last sign" : "Ended"}>
            <When at={mission.updated_at} />
          </Line>
          <Line name="Attempts">{formatCount(mission.attempts)}</Line>
          {about && may("read_evidence") && (
            <Line name="Import">
              <Link
                to="/imports/$id"
                params={{ id: about.import_id }}
                data-testid="mission-import"
                className="inline-flex max-w-full items-center gap-1 rounded-sm text-accent-ink hover:underline"
              >
                <span className="truncate">{about.file_name}</span>
                <ArrowUpRight className="size-3.5 shrink-0" aria-hidden="true" />
              </Link>
            </Line>
          )}
        </dl>
        <Log mission={mission} />
      </section>
    </aside>
  );
}

function Buttons({ actions }: { actions: MissionActions }) {
  const { stop, resume, stopping, resuming } = actions;
  if (stopping) return <p className="text-muted">Stopping at the next step…</p>;
  if (resuming) return <p className="text-muted">Going on where it stopped…</p>;
  if (!stop && !resume) return null;
  return (
    <div className="flex gap-2">
      {resume && (
        <Hint text="Go on where it stopped" action="resumeWork">
          <Button look="primary" data-testid="mission-resume" onClick={resume}>
            Resume
          </Button>
        </Hint>
      )}
      {stop && (
        <Hint text="What is saved stays; it can be resumed" action="stopWork">
          <Button data-testid="mission-stop" onClick={stop}>
            Stop
          </Button>
        </Hint>
      )}
    </div>
  );
}

function Log({ mission }: { mission: LiveMission }) {
  const detail = useCommand("mission_show", { mission_id: mission.mission_id });
  // The end of another process's work is no event: the list finds it, and the log follows the list.
  const { refetch } = detail;
  const stand = `${mission.state} ${mission.attempts}`;
  const seen = useRef(stand);
  useEffect(() => {
    if (seen.current === stand) return;
    seen.current = stand;
    void refetch();
  }, [stand, refetch]);
  return (
    <section aria-label="Log" className="px-4 py-3" data-testid="mission-log">
      <h3 className="pb-1.5 text-sm font-medium text-faint">Log</h3>
      {detail.isPending && (
        <Delayed>
          <div role="status" aria-label="Loading the log" className="skeleton h-10" />
        </Delayed>
      )}
      {detail.isError && (
        <p role="alert" className="text-muted">
          {detail.error.message} {detail.error.hint}
        </p>
      )}
      {detail.isSuccess && (
        <ol className="flex flex-col gap-1" data-selectable>
          {detail.data.log.map(({ at, line }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever appended.
            <li key={i} className="grid grid-cols-[140px_1fr] gap-x-3">
              <time dateTime={at} className="text-sm leading-5 whitespace-nowrap text-faint tabular-nums">
                {formatClock(at)}
              </time>
              <span className="min-w-0 break-words">{line}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-faint">{name}</dt>
      <dd className="min-w-0" data-selectable>
        {children}
      </dd>
    </>
  );
}
