// How far somebody is on the tour of a demo, kept beside their preferences. It says nothing about any record.
import { useSyncExternalStore } from "react";

export interface TourProgress {
  /** The step that is next, from 0. */
  step: number;
  on: boolean;
  done: boolean;
}

const PREFIX = "velocity.tour.";
const INITIAL: TourProgress = { step: 0, on: false, done: false };
const known = new Map<string, TourProgress>();
const hearers = new Set<() => void>();

function read(workspace: string): TourProgress {
  const found = known.get(workspace);
  if (found) return found;
  let progress = INITIAL;
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PREFIX + workspace) ?? "{}");
    if (typeof kept === "object" && kept !== null) progress = { ...INITIAL, ...kept };
  } catch {
    // A tour that can't be remembered begins anew.
  }
  known.set(workspace, progress);
  return progress;
}

export function setProgress(workspace: string, change: Partial<TourProgress>): void {
  const next = { ...read(workspace), ...change };
  known.set(workspace, next);
  try {
    localStorage.setItem(PREFIX + workspace, JSON.stringify(next));
  } catch {
    // A full store forgets the place, nothing else.
  }
  for (const hear of hearers) hear();
}

export function useProgressOf(workspace: string): TourProgress {
  return useSyncExternalStore(
    (hear) => {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    () => read(workspace),
  );
}
