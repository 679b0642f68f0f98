// What a person says about an import before it is approved: one place that sends it, shows how far the new plan is,
// and keeps corrections of cells until they are applied together.
import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";
import { type CommandError, call } from "@/api/client";
import type { ImportDetail, ImportRevision } from "@/api/generated/contracts";
import { useAction } from "@/api/queries";
import { formatCount } from "@/app/format";
import { useRights } from "@/app/rights";
import { useProgress, type Work } from "@/app/useProgress";
import { Button } from "@/components/Button";
import { ErrorBanner } from "@/components/ErrorBanner";
import { cellKey, type Drafts, draftRevision } from "./sheet/drafts";

interface Plan {
  /** Why nothing may be changed, as a sentence; null: it may. */
  locked: string | null;
  busy: boolean;
  /** What is being planned. */
  inFlight: ImportRevision | null;
  work: Work | null;
  error: CommandError | null;
  revise: (revision: ImportRevision, done?: () => void) => void;
  drafts: Drafts;
  /** A cell written anew; null takes its correction back, undefined forgets the draft. */
  draft: (row: number, column: number, value: string | null | undefined) => void;
  discard: () => void;
  /** Applies every draft at once. */
  apply: () => void;
}

const Context = createContext<Plan | null>(null);
const NONE: Drafts = new Map();

function lockOf(detail: ImportDetail, mayImport: boolean): string | null {
  const { state, duplicate_of_batch: repeats } = detail.summary;
  if (state === "staging") return "This can be changed once the file has been read";
  if (state !== "proposed") return "The mapping is fixed once an import is approved";
  if (repeats) return "The mapping of a file that stands already is fixed";
  return mayImport ? null : "Your role looks at the mapping; a colleague changes it";
}

export function PlanProvider({ detail, children }: { detail: ImportDetail; children: ReactNode }) {
  const client = useQueryClient();
  const importId = detail.summary.import_id;
  const { mutate, isPending, variables, error } = useAction("import_revise");
  const work = useProgress(isPending);
  const [drafts, setDrafts] = useState<Drafts>(NONE);
  const locked = lockOf(detail, useRights().may("import_files"));

  const revise = useCallback<Plan["revise"]>(
    (revision, done) =>
      mutate(
        { import_id: importId, revision },
        {
          onSuccess: (answer) => {
            client.setQueryData(["import_show", { import_id: importId }], answer);
            done?.();
          },
        },
      ),
    [mutate, importId, client],
  );
  const draft = useCallback<Plan["draft"]>((row, column, value) => {
    setDrafts((now) => {
      const next = new Map(now);
      if (value === undefined) next.delete(cellKey(row, column));
      else next.set(cellKey(row, column), value);
      return next;
    });
  }, []);
  const discard = useCallback(() => setDrafts(NONE), []);
  const apply = useCallback(() => {
    if (drafts.size > 0) revise(draftRevision(drafts), () => setDrafts(NONE));
  }, [drafts, revise]);

  const plan = useMemo<Plan>(
    () => ({
      locked,
      busy: isPending,
      inFlight: isPending ? (variables?.revision ?? null) : null,
      work,
      error: error && error.code !== "cancelled" ? error : null,
      revise,
      drafts,
      draft,
      discard,
      apply,
    }),
    [locked, isPending, variables, work, error, revise, drafts, draft, discard, apply],
  );
  return <Context.Provider value={plan}>{children}</Context.Provider>;
}

export function usePlan(): Plan {
  const plan = useContext(Context);
  if (!plan) throw new Error("usePlan stands outside its provider");
  return plan;
}

/** Why the new plan was refused. */
export function PlanRefused() {
  const { busy, error } = usePlan();
  if (!error || busy) return null;
  return (
    <div className="px-5 pt-3">
      <ErrorBanner error={error} testId="plan-refused" />
    </div>
  );
}

/** How far the new plan is, at the end of the row of panes: what is worked on below keeps its place. */
export function PlanStatus() {
  const { busy, work } = usePlan();
  if (!busy) return null;
  const counted = work !== null && work.total > 0;
  return (
    <div
      role="status"
      data-testid="replanning"
      className="ml-auto flex min-w-0 items-center gap-3 pl-4 text-muted tabular-nums"
    >
      <span className="truncate">
        Planning again
        {counted ? `: ${formatCount(work.done)} of ${formatCount(work.total)}` : "…"}
      </span>
      {work && (
        <Button size="small" onClick={() => void call("cancel", null).catch(() => undefined)}>
          Cancel
        </Button>
      )}
      <span
        aria-hidden="true"
        className="absolute bottom-[-1px] left-0 h-0.5 bg-accent transition-[width] duration-100"
        style={{ width: counted ? `${Math.min(100, (work.done / work.total) * 100)}%` : 0 }}
      />
    </div>
  );
}
