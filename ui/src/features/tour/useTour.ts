import { useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";
import { call } from "@/api/client";
import type { WorkspaceInfo } from "@/api/generated/contracts";
import { setProgress, useProgressOf } from "./progress";
import { type Place, STEPS } from "./steps";

/** The tour of a demo: null in a workspace that holds real work. */
export function useTour(workspace: WorkspaceInfo | null | undefined) {
  const path = workspace?.path ?? "";
  const progress = useProgressOf(path);
  const navigate = useNavigate();
  const show = useCallback(
    async (place: Place) => {
      if (place === null) return;
      if (place !== "dossier") {
        void navigate({ to: place });
        return;
      }
      try {
        // Whoever has most to tell: a task, else an open deal, else whoever is first.
        const { tasks, calls } = await call("today", {});
        const told = tasks.find(({ client }) => client?.entity === "person")?.client ?? calls[0]?.client;
        const id = told?.id ?? (await call("records_list", { entity: "person", limit: 1 })).rows[0]?.id;
        if (id) void navigate({ to: "/people/$id", params: { id } });
      } catch {
        // Whoever may not list them reads the step where they are.
      }
    },
    [navigate],
  );
  const go = useCallback(
    (step: number) => {
      const next = STEPS[step];
      if (!next) {
        setProgress(path, { step: 0, on: false, done: true });
        return;
      }
      setProgress(path, { step, on: true });
      void show(next.place);
    },
    [path, show],
  );
  if (!workspace?.demo) return null;
  const step = Math.max(0, Math.min(progress.step, STEPS.length - 1));
  return {
    ...progress,
    step,
    /** Begins, or goes on where it was left. */
    start: () => go(step),
    next: () => go(step + 1),
    back: () => go(Math.max(0, step - 1)),
    /** Puts it aside; it goes on from here. */
    leave: () => setProgress(path, { on: false }),
    show: () => void show(STEPS[step]?.place ?? null),
  };
}

export type TourState = NonNullable<ReturnType<typeof useTour>>;
