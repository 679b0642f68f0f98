// Long work in words, and what may be done about it.
import type {
  ImportId,
  ImportState,
  ImportSummary,
  MissionInfo,
  MissionState,
  Permission,
} from "@/api/generated/contracts";
import { formatCount, plural } from "./format";

export const MISSION_WORDS: Record<MissionState, string> = {
  running: "Running",
  interrupted: "Cut off",
  failed: "Failed",
  cancelled: "Stopped",
  done: "Done",
};

type Shape = Record<string, unknown>;

const shape = (value: unknown): Shape =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Shape) : {};

const number = (value: unknown): number => (typeof value === "number" ? value : 0);

/** The import that a mission works on, if any. */
export function importOf(mission: MissionInfo): ImportId | null {
  const id = shape(mission.input).import_id;
  return typeof id === "string" ? id : null;
}

/** Where an import has to stand for a mission of each kind to have something left to do. */
const GOES_ON_FROM: Record<string, { needs: Permission; states: readonly ImportState[] }> = {
  import: { needs: "import_files", states: ["staging"] },
  approve: { needs: "approve_imports", states: ["proposed", "committing"] },
  undo: { needs: "undo", states: ["proposed", "committing", "committed", "undoing"] },
};

/** Work that stops between two steps. */
const STOPS: readonly string[] = ["import", "approve", "undo", "identity_scan", "synth"];

export const canStop = (mission: MissionInfo): boolean =>
  mission.state === "running" && STOPS.includes(mission.kind);

export interface ResumeRule {
  /** There is something left to do. */
  possible: boolean;
  /** What the person has to be allowed, beside running work at all. */
  needs: Permission | null;
}

export function resumeRule(mission: MissionInfo, imports: readonly ImportSummary[]): ResumeRule {
  const rule = GOES_ON_FROM[mission.kind];
  const ended = mission.state !== "running" && mission.state !== "done";
  // A scan works on no import: there is always somebody left to look at.
  if (mission.kind === "identity_scan") return { possible: ended, needs: "propose" };
  if (mission.kind === "synth") return { possible: ended, needs: "create_workspace" };
  const id = importOf(mission);
  const found = imports.find(({ import_id }) => import_id === id);
  const possible = ended && rule !== undefined && found !== undefined && rule.states.includes(found.state);
  return { possible, needs: rule?.needs ?? null };
}

/** `1,500 of 6,000 rows`; nothing while nothing is known. */
export function farWords({ kind, done, total }: Pick<MissionInfo, "kind" | "done" | "total">): string {
  const people = kind === "identity_scan" || kind === "synth";
  const all = people ? plural(total, "person", "people") : plural(total, "row");
  return total > 0 ? `${formatCount(done)} of ${all}` : "";
}

/** `at row 1,500 of 6,000`, or before it began. */
export function whereWords({ done, total }: Pick<MissionInfo, "done" | "total">): string {
  return total > 0 && done > 0
    ? `at row ${formatCount(done)} of ${formatCount(total)}`
    : "before its first rows";
}

/** What came out of finished work: `264 created, 19 held`. */
export function resultWords(mission: MissionInfo): string {
  const output = shape(mission.output);
  switch (mission.kind) {
    case "import":
      return `${plural(number(output.rows) || mission.total, "row")} read`;
    case "approve": {
      const applied = shape(output.applied);
      const parts = [
        [applied.create, "created"],
        [applied.update, "changed"],
        [applied.link, "linked"],
        [output.held, "held"],
      ] as const;
      const said = parts
        .filter(([n]) => number(n) > 0)
        .map(([n, word]) => `${formatCount(number(n))} ${word}`);
      return said.join(", ") || "Nothing was written";
    }
    case "undo":
      return number(output.reversed) > 0
        ? `${plural(number(output.reversed), "change")} taken back`
        : "Put aside";
    case "identity_scan": {
      const [pairs, related] = [number(output.pairs), number(output.related)];
      const links = related > 0 ? `, ${plural(related, "link")}` : "";
      return pairs + related > 0 ? `${plural(pairs, "merge")}${links} proposed` : "Nobody new is there twice";
    }
    case "synth":
      return `${plural(number(output.clients), "client")} made up`;
    default:
      return farWords(mission);
  }
}
