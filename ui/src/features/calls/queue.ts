// Who is called one after the other, how far that is, and what came of it. It stays when the screen is left, for as long
// as the window is open; it holds ids and outcomes, no values of anybody.
import { useSyncExternalStore } from "react";
import type { GroupId } from "@/api/generated/contracts";

export interface Called {
  id: string;
  /** Null: passed over. */
  outcome: string | null;
  /** The next action that was noted. */
  next: string | null;
  /** What was written, oldest first: taken back from the end. */
  groups: readonly GroupId[];
}

export interface CallQueue {
  workspace: string;
  /** The list that they come from: `Today`, `Contacts`. */
  from: string;
  back: "/today" | "/contacts";
  ids: readonly string[];
  at: number;
  called: readonly Called[];
}

const KEY = "velocity.calls";
const hearers = new Set<() => void>();
let queue: CallQueue | null | undefined;

function read(): CallQueue | null {
  if (queue !== undefined) return queue;
  try {
    queue = JSON.parse(sessionStorage.getItem(KEY) ?? "null") as CallQueue | null;
  } catch {
    queue = null;
  }
  return queue ?? null;
}

export function setQueue(next: CallQueue | null): void {
  queue = next;
  try {
    if (next) sessionStorage.setItem(KEY, JSON.stringify(next));
    else sessionStorage.removeItem(KEY);
  } catch {
    // A full store forgets the round when the page is loaded anew, nothing else.
  }
  for (const hear of hearers) hear();
}

export function useQueue(workspace: string): CallQueue | null {
  const now = useSyncExternalStore((hear) => {
    hearers.add(hear);
    return () => hearers.delete(hear);
  }, read);
  return now?.workspace === workspace ? now : null;
}

/** Called, or passed over: the next one is on. */
export const after = (now: CallQueue, called: Called): CallQueue => ({
  ...now,
  at: now.at + 1,
  called: [...now.called, called],
});

/** The last one is on again. */
export const before = (now: CallQueue): CallQueue => ({
  ...now,
  at: Math.max(0, now.at - 1),
  called: now.called.slice(0, -1),
});

/** `Reached 3, No answer 1`, in the order in which they first came. */
export function tally(called: readonly Called[]): { outcome: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { outcome } of called) {
    const name = outcome ?? "Passed over";
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([outcome, count]) => ({ outcome, count }));
}
