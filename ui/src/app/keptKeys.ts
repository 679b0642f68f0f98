// Whoever types quickly is on the third row before the list is there: keys that move in a list, and those that do
// something where they led to, wait for its rows and are done in their order, each where the one before led to.
import { type RefObject, useEffect, useRef, useState } from "react";
import type { ActionId } from "./keymap";
import type { Actions } from "./shortcuts";

/** Keys that were typed while rows were on their way. */
export type KeptKeys = { id: ActionId; keys: string }[];

const WAIT: readonly ActionId[] = [
  "down",
  "up",
  "pageDown",
  "pageUp",
  "first",
  "last",
  "left",
  "right",
  "selectDown",
  "selectUp",
  "select",
  "open",
  "edit",
];

/** Actions that keep their keys for later; of `among`, where only those have a meaning. */
export function keeping(kept: RefObject<KeptKeys>, among?: Actions): Actions {
  const ids = among ? WAIT.filter((id) => among[id]) : WAIT;
  return Object.fromEntries(ids.map((id) => [id, (keys: string) => kept.current.push({ id, keys })]));
}

/** The actions of a list: while it waits for its rows their keys are kept, and then done one after the other. */
export function useKeptKeys(waiting: boolean, actions: Actions, from?: RefObject<KeptKeys>): Actions {
  const own = useRef<KeptKeys>([]);
  const kept = from ?? own;
  const [, drawAgain] = useState(0);
  useEffect(() => {
    if (waiting) return;
    const next = kept.current.shift();
    if (!next) return;
    actions[next.id]?.(next.keys);
    // What comes next starts from where this led to.
    drawAgain((done) => done + 1);
  });
  // Whoever goes on typing comes after what was kept.
  return waiting || kept.current.length > 0
    ? { ...actions, ...keeping(kept, waiting ? undefined : actions) }
    : actions;
}
