import { useMemo } from "react";
import type { ImportId, ImportSummary } from "@/api/generated/contracts";
import { importOf } from "@/app/missions";
import { type LiveMission, useMissions } from "@/features/work/useMissions";

/** A file whose reading has not come to its end, and the work that reads or read it. */
export interface Reading {
  summary: ImportSummary;
  mission: LiveMission | undefined;
}

interface Staging {
  /** Beside the one that this window reads anyway. */
  readings: readonly Reading[];
  /** Imports that nobody is reading. */
  cutOff: ReadonlySet<ImportId>;
}

/** Imports still in staging: being read by somebody, or cut off by a crash, a stop or an error. */
export function useStaging(imports: readonly ImportSummary[], intake: string | null): Staging {
  const open = imports.filter(({ state }) => state === "staging");
  const { result, missions } = useMissions(open.length > 0);
  const ids = open.map(({ import_id: id }) => id).join(" ");
  const settled = result.isSuccess;
  return useMemo(() => {
    const readings = imports
      .filter(({ state }) => state === "staging")
      .map((summary) => ({
        summary,
        // Newest first: an earlier attempt at the same file says less.
        mission: missions.find(
          (mission) => mission.kind === "import" && importOf(mission) === summary.import_id,
        ),
      }));
    const idle = readings.filter(({ mission }) => settled && mission?.state !== "running");
    return {
      readings: ids === "" || !settled ? [] : readings.filter(({ summary }) => summary.file_name !== intake),
      cutOff: new Set(idle.map(({ summary }) => summary.import_id)),
    };
  }, [imports, missions, ids, settled, intake]);
}
