// One listener for the whole window. Screens lay their actions over the shell's; the topmost layer that knows a key
// answers it. Typing in a field and open overlays (menus, dialogs, cards) keep their keys for themselves.
import { useEffect, useRef } from "react";
import { type ActionId, KEYMAP, type KeyEntry, type KeyGroup } from "./keymap";

/** An action is told the keys that asked for it: `3`, `l 2`. */
export type Actions = Partial<Record<ActionId, (keys: string) => void>>;

const RANK = { app: 0, screen: 1, panel: 2, menu: 3 } as const;
export type Scope = keyof typeof RANK;

interface Layer {
  scope: Scope;
  actions: Actions;
}

const layers: Layer[] = [];
/** Work even while something is open or typed into. */
const ALWAYS: ReadonlySet<ActionId> = new Set<ActionId>(["palette"]);
/** Belong to a field while one types in it, as everywhere. */
const OF_FIELDS: ReadonlySet<string> = new Set(["mod+a", "mod+ArrowLeft", "mod+ArrowRight", "mod+ArrowDown"]);
const PREFIX_MS = 1_200;
let prefix: { key: string; at: number } | null = null;

/** `mod+k`, `?`, `j`, as the keymap writes them. */
export function keyName(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey">): string {
  const mod = event.ctrlKey || event.metaKey;
  const name = event.key === " " ? "Space" : event.key;
  if (!mod) return name;
  const key = name.length === 1 ? name.toLowerCase() : name;
  return `mod+${event.shiftKey ? "shift+" : ""}${key}`;
}

/** The actions that a key, after an optional first key, stands for. */
export function matchActions(first: string | null, key: string): { hits: ActionId[]; isPrefix: boolean } {
  const sequence = first === null ? key : `${first} ${key}`;
  const ids = Object.keys(KEYMAP) as ActionId[];
  const alternatives = (id: ActionId): readonly string[] => KEYMAP[id].keys;
  return {
    hits: ids.filter((id) => alternatives(id).includes(sequence)),
    isPrefix: first === null && ids.some((id) => alternatives(id).some((keys) => keys.startsWith(`${key} `))),
  };
}

function isTyping(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  // A list that is closed again keeps the focus: arrows are its own, letters are the screen's.
  if (target.matches("button[role='combobox']")) return key.length !== 1;
  return target.isContentEditable || target.matches("input, textarea, select, [role='combobox']");
}

/** Enter and Space belong to the control that has the focus. */
function isControl(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("button, a, [role='button'], [role='tab']") !== null;
}

function find(
  hits: readonly ActionId[],
  allowed: (id: ActionId) => boolean,
): ((keys: string) => void) | undefined {
  const ordered = [...layers].sort((a, b) => RANK[b.scope] - RANK[a.scope]);
  for (const { actions } of ordered) {
    for (const id of hits) {
      const run = actions[id];
      if (run && allowed(id)) return run;
    }
  }
  return undefined;
}

/** Moving about is no command that anybody looks for; what works anywhere the palette names itself. */
const UNLISTED: ReadonlySet<KeyGroup> = new Set<KeyGroup>(["Anywhere"]);
const MOVES: ReadonlySet<ActionId> = new Set<ActionId>([
  "down",
  "up",
  "pageDown",
  "pageUp",
  "first",
  "last",
  "left",
  "right",
  "fieldDown",
  "fieldUp",
  "createRecord",
]);

/** What the screen in view can do at the moment, for the palette. */
export function actionsHere(): { id: ActionId; run: () => void }[] {
  const ordered = [...layers]
    .filter(({ scope }) => scope !== "app")
    .sort((a, b) => RANK[b.scope] - RANK[a.scope]);
  const found = new Map<ActionId, () => void>();
  for (const { actions } of ordered) {
    for (const [name, run] of Object.entries(actions)) {
      const id = name as ActionId;
      const entry: KeyEntry = KEYMAP[id];
      if (!found.has(id) && !UNLISTED.has(entry.group) && !MOVES.has(id) && !entry.range) {
        found.set(id, () => run(entry.keys[0] ?? ""));
      }
    }
  }
  return [...found].map(([id, run]) => ({ id, run }));
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.isComposing || event.altKey) return;
  const key = keyName(event);
  const withMod = key.startsWith("mod+");
  const busy =
    document.querySelector("[data-overlay]:not([data-closed])") !== null ||
    (isTyping(event.target, key) && (!withMod || OF_FIELDS.has(key)));
  if ((key === "Enter" || key === "Space") && isControl(event.target)) return;
  const first = prefix && event.timeStamp - prefix.at < PREFIX_MS ? prefix.key : null;
  prefix = null;
  let { hits, isPrefix } = matchActions(first, key);
  let keys = first === null ? key : `${first} ${key}`;
  if (first !== null && hits.length === 0) {
    ({ hits, isPrefix } = matchActions(null, key));
    keys = key;
  }
  const run = find(hits, (id) => !busy || ALWAYS.has(id));
  if (run) {
    event.preventDefault();
    event.stopPropagation();
    run(keys);
  } else if (isPrefix && !busy) {
    prefix = { key, at: event.timeStamp };
  }
}

/** Lays actions over those below, for as long as the component is mounted. */
export function useShortcuts(scope: Scope, actions: Actions): void {
  const newest = useRef(actions);
  newest.current = actions;
  useEffect(() => {
    const layer: Layer = {
      scope,
      get actions() {
        return newest.current;
      },
    };
    if (layers.length === 0) window.addEventListener("keydown", onKeyDown, true);
    layers.push(layer);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
      if (layers.length === 0) window.removeEventListener("keydown", onKeyDown, true);
    };
  }, [scope]);
}
