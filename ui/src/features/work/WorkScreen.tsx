import { useNavigate, useSearch } from "@tanstack/react-router";
import { Activity } from "lucide-react";
import { useCallback, useMemo } from "react";
import type { ImportSummary } from "@/api/generated/contracts";
import { useCommand } from "@/api/queries";
import type { WorkSearch } from "@/app/addresses";
import { formatCount } from "@/app/format";
import { resumeRule } from "@/app/missions";
import { useShortcuts } from "@/app/shortcuts";
import { ScreenHeader } from "@/components/ScreenHeader";
import { EmptyState, ErrorState, SkeletonRows } from "@/components/states";
import { useRowCursor } from "@/components/useRowCursor";
import { type Column, VirtualTable } from "@/components/VirtualTable";
import { When } from "@/components/When";
import { MissionChip } from "./MissionChip";
import { MissionPane } from "./MissionPane";
import { MissionProgress } from "./MissionProgress";
import { useMissionActions } from "./useMissionActions";
import { type LiveMission, useMissions } from "./useMissions";

const NONE: readonly ImportSummary[] = [];

const rowId = (row: LiveMission): string => row.mission_id;

const TITLE: Column<LiveMission> = {
  id: "title",
  header: "Work",
  track: "minmax(200px, 1.3fr)",
  cell: (row) => (
    <span className="font-medium" title={row.title}>
      {row.title}
    </span>
  ),
};
const STATE: Column<LiveMission> = {
  id: "state",
  header: "State",
  track: "88px",
  cell: (row) => <MissionChip state={row.state} />,
};
const PROGRESS: Column<LiveMission> = {
  id: "progress",
  header: "How far",
  track: "minmax(220px, 1.4fr)",
  cell: (row) => (
    <span className="block min-w-0 pr-4">
      <MissionProgress mission={row} />
    </span>
  ),
};
const BEGUN: Column<LiveMission> = {
  id: "begun",
  header: "Begun",
  track: "128px",
  cell: (row) => (
    <span className="block min-w-0">
      <When at={row.created_at} className="block" />
      <span className="block truncate text-sm text-faint">by {row.created_by.id}</span>
    </span>
  ),
};
const ATTEMPTS: Column<LiveMission> = {
  id: "attempts",
  header: "Attempts",
  track: "64px",
  numeric: true,
  cell: (row) => <span className="text-muted">{formatCount(row.attempts)}</span>,
};

const WIDE = [TITLE, STATE, PROGRESS, BEGUN, ATTEMPTS];
const BESIDE_PANE = [TITLE, STATE, BEGUN];

/** Long work of this workspace: what runs, what was cut off, what is done, and the way to stop or resume it. */
export function WorkScreen() {
  const navigate = useNavigate();
  const { sel }: WorkSearch = useSearch({ from: "/jobs" });
  const { result, missions } = useMissions();
  const imports = useCommand("import_list", null);
  const known = imports.data ?? NONE;

  const show = useCallback(
    (next: string | undefined) =>
      void navigate({ to: "/jobs", search: next === undefined ? {} : { sel: next }, replace: true }),
    [navigate],
  );
  const cursor = useRowCursor({
    rows: missions,
    rowId,
    waiting: result.isPending,
    initialId: sel,
    onOpen: (row) => show(row.mission_id),
    // With the pane open, the cursor leads it from one piece of work to the next.
    onRest: sel === undefined ? undefined : show,
  });
  const opened = missions.find(({ mission_id: id }) => id === sel);
  const current = opened ?? missions[cursor.index];
  const actions = useMissionActions(current, known);
  useShortcuts("screen", {
    ...(actions.stop && { stopWork: actions.stop }),
    ...(actions.resume && { resumeWork: actions.resume }),
  });

  const remark = useMemo(() => {
    const running = missions.filter(({ state }) => state === "running").length;
    const open = missions.filter((mission) => resumeRule(mission, known).possible).length;
    const parts = [
      [running, "running"],
      [open, "to resume"],
    ] as const;
    return parts
      .filter(([n]) => n > 0)
      .map(([n, word]) => `${formatCount(n)} ${word}`)
      .join(", ");
  }, [missions, known]);

  return (
    <section aria-label="Work" data-testid="work" className="flex min-h-0 flex-1 flex-col">
      <ScreenHeader
        title="Work"
        remark={result.isSuccess && missions.length > 0 && (remark || "Nothing is running")}
      />
      {result.isPending ? (
        <SkeletonRows rows={8} label="Loading work" />
      ) : result.isError ? (
        <ErrorState
          error={result.error}
          what="The work could not be listed"
          onRetry={() => void result.refetch()}
        />
      ) : missions.length === 0 ? (
        <EmptyState icon={Activity} title="No long work yet">
          Reading a file, approving it and undoing it show here while they run, and stay on record afterwards.
        </EmptyState>
      ) : (
        <div className="flex min-h-0 flex-1">
          <div className="flex min-w-0 flex-1 flex-col">
            <VirtualTable
              label="Work"
              columns={opened ? BESIDE_PANE : WIDE}
              rows={missions}
              rowId={rowId}
              cursor={cursor}
              onOpen={(row) => show(row.mission_id)}
              testId="work-row"
              height={52}
              minWidth={opened ? 460 : 820}
            />
          </div>
          {opened && (
            <MissionPane
              key={opened.mission_id}
              mission={opened}
              imports={known}
              actions={actions}
              onClose={() => show(undefined)}
            />
          )}
        </div>
      )}
    </section>
  );
}
