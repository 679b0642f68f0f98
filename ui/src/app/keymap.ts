// Every shortcut once: what the handler listens for, what tooltips and the map show.

export type KeyGroup = "Anywhere" | "Lists" | "Import review" | "Review queue" | "Work" | "Dossier";

export interface KeyEntry {
  /** Alternatives; `g c` is one key after another, `mod` is Ctrl or ⌘. */
  keys: readonly string[];
  label: string;
  group: KeyGroup;
}

export const KEYMAP = {
  palette: { keys: ["mod+k"], label: "Find anything, run any command", group: "Anywhere" },
  search: { keys: ["/"], label: "Search, or filter the list in view", group: "Anywhere" },
  goContacts: { keys: ["g c"], label: "Go to Contacts", group: "Anywhere" },
  goAccounts: { keys: ["g a"], label: "Go to Accounts", group: "Anywhere" },
  goImports: { keys: ["g i"], label: "Go to Imports", group: "Anywhere" },
  goReview: { keys: ["g r"], label: "Go to Review", group: "Anywhere" },
  goWork: { keys: ["g w"], label: "Go to Work", group: "Anywhere" },
  importFile: { keys: ["mod+i"], label: "Import a file…", group: "Anywhere" },
  toggleSide: { keys: ["["], label: "Fold or unfold the side bar", group: "Anywhere" },
  toggleTheme: { keys: ["mod+shift+l"], label: "Switch between light and dark", group: "Anywhere" },
  help: { keys: ["?"], label: "Show this map", group: "Anywhere" },
  back: { keys: ["Escape"], label: "Close, or go back", group: "Anywhere" },
  down: { keys: ["j", "ArrowDown"], label: "Next row", group: "Lists" },
  up: { keys: ["k", "ArrowUp"], label: "Previous row", group: "Lists" },
  pageDown: { keys: ["PageDown"], label: "One page down", group: "Lists" },
  pageUp: { keys: ["PageUp"], label: "One page up", group: "Lists" },
  first: { keys: ["Home"], label: "First row", group: "Lists" },
  last: { keys: ["End"], label: "Last loaded row", group: "Lists" },
  open: { keys: ["Enter"], label: "Open the row", group: "Lists" },
  paneFile: { keys: ["1"], label: "File", group: "Import review" },
  paneColumns: { keys: ["2"], label: "Columns", group: "Import review" },
  paneRecords: { keys: ["3"], label: "Records", group: "Import review" },
  paneCommit: { keys: ["4"], label: "Commit", group: "Import review" },
  approveImport: { keys: ["a"], label: "Approve what is safe", group: "Import review" },
  undoImport: { keys: ["z"], label: "Undo the import, or put it aside", group: "Import review" },
  approveItem: { keys: ["a"], label: "Approve the proposal", group: "Review queue" },
  rejectItem: { keys: ["x", "r"], label: "Reject it: not the same", group: "Review queue" },
  deferItem: { keys: ["d"], label: "Leave it for later", group: "Review queue" },
  noteItem: { keys: ["n"], label: "Write a note with the decision", group: "Review queue" },
  stopWork: { keys: ["s"], label: "Stop what runs", group: "Work" },
  resumeWork: { keys: ["r"], label: "Resume what was cut off", group: "Work" },
  copyEmail: { keys: ["c e"], label: "Copy the first e-mail", group: "Dossier" },
  copyPhone: { keys: ["c p"], label: "Copy the first phone", group: "Dossier" },
} as const satisfies Record<string, KeyEntry>;

export type ActionId = keyof typeof KEYMAP;

const MAC = typeof navigator !== "undefined" && /Mac/.test(navigator.platform);

const GLYPHS: Record<string, string> = {
  mod: MAC ? "⌘" : "Ctrl",
  shift: MAC ? "⇧" : "Shift",
  Escape: "Esc",
  ArrowDown: "↓",
  ArrowUp: "↑",
};

/** The caps to draw for one alternative: `mod+k` → `Ctrl`, `K`. */
export function keyCaps(keys: string): string[] {
  return keys
    .split(" ")
    .flatMap((step) =>
      step.split("+").map((part) => GLYPHS[part] ?? (step.includes("+") ? part.toUpperCase() : part)),
    );
}

export function firstKeys(action: ActionId): string {
  return KEYMAP[action].keys[0];
}
