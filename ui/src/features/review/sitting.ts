// One sitting at the queue as plain data: what was decided, what is on its way to the host, what came back.
import type { CommandError } from "@/api/client";
import type { DecisionId, ProposalId, Timestamp, Verdict } from "@/api/generated/contracts";

export interface Made {
  /** Counts the verdicts of this sitting. */
  n: number;
  title: string;
  /** The proposals it decides: one, or those of a set. */
  ids: readonly ProposalId[];
  verdict: Verdict;
  state: "sending" | "done" | "returned" | "undone";
  /** It was left to somebody who may decide it. */
  asked: boolean;
  decision: DecisionId | null;
}

export interface Sitting {
  since: Timestamp;
  /** Every verdict of the sitting, oldest first. */
  made: readonly Made[];
  /** Why items came back to the queue. */
  returned: ReadonlyMap<ProposalId, CommandError>;
  /** What a verdict on something else set aside. */
  aside: ReadonlySet<ProposalId>;
}

export const newSitting = (since: Timestamp): Sitting => ({
  since,
  made: [],
  returned: new Map(),
  aside: new Set(),
});

export type SittingEvent =
  | { is: "gives"; n: number; title: string; ids: readonly ProposalId[]; verdict: Verdict; asked: boolean }
  | { is: "done"; n: number; decision: DecisionId; asked: boolean; aside: readonly ProposalId[] }
  | { is: "refused"; n: number; error: CommandError }
  | { is: "undone"; n: number }
  /** It was out of date: set aside, and its row is proposed anew. */
  | { is: "renewed"; n: number };

/** What becomes of a sitting. */
export function sittingAfter(now: Sitting, event: SittingEvent): Sitting {
  if (event.is === "gives") {
    const { is: _, ...given } = event;
    const returned = new Map(now.returned);
    for (const id of given.ids) returned.delete(id);
    const made: Made = { ...given, state: "sending", decision: null };
    return { ...now, made: [...now.made, made], returned };
  }
  const about = now.made.find(({ n }) => n === event.n);
  if (!about) return now;
  const set = (change: Partial<Made>): readonly Made[] =>
    now.made.map((one) => (one === about ? { ...one, ...change } : one));
  switch (event.is) {
    case "done":
      return {
        ...now,
        made: set({ state: "done", decision: event.decision, asked: event.asked }),
        aside: event.aside.length > 0 ? new Set([...now.aside, ...event.aside]) : now.aside,
      };
    case "undone":
      return { ...now, made: set({ state: "undone" }) };
    case "renewed":
      return { ...now, made: set({ state: "undone" }), aside: new Set([...now.aside, ...about.ids]) };
    case "refused": {
      const returned = new Map(now.returned);
      for (const id of about.ids) returned.set(id, event.error);
      return { ...now, made: set({ state: "returned" }), returned };
    }
  }
}

const counts = ({ state }: Made): boolean => state === "sending" || state === "done";

/** It stays in the queue: put off, or left to somebody else. */
const stays = ({ verdict, asked }: Made): boolean => verdict === "defer" || asked;

/** What is decided, or about to be: it leaves the queue before the host has answered. */
export const decidedIds = ({ made }: Sitting): ReadonlySet<ProposalId> =>
  new Set(made.filter((one) => counts(one) && !stays(one)).flatMap(({ ids }) => ids));

/** What was put off, or left to somebody else, and not decided since. */
export function deferredIds(sitting: Sitting): ReadonlySet<ProposalId> {
  const decided = decidedIds(sitting);
  const later = sitting.made.filter((one) => counts(one) && stays(one));
  return new Set(later.flatMap(({ ids }) => ids).filter((id) => !decided.has(id)));
}

/** Those of them that were left to somebody else, whatever was done with them before. */
export function askedIds(sitting: Sitting): ReadonlySet<ProposalId> {
  const open = deferredIds(sitting);
  const asked = sitting.made.filter((one) => counts(one) && one.asked);
  return new Set(asked.flatMap(({ ids }) => ids).filter((id) => open.has(id)));
}

/** The newest verdict that can be taken back: what was left to somebody else changed nothing. */
export const newest = ({ made }: Sitting): Made | undefined =>
  made.findLast((one) => counts(one) && !one.asked);

export const isSending = ({ made }: Sitting): boolean => made.some(({ state }) => state === "sending");
