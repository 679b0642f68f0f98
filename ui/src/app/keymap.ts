// Every shortcut once: what the handler listens for, what tooltips and the map show.

export type KeyGroup =
  | "Anywhere"
  | "Lists"
  | "List tools"
  | "Cells"
  | "Import review"
  | "Source profiles"
  | "Review queue"
  | "Work"
  | "Today"
  | "Dossier"
  | "Calls"
  | "After a call"
  | "Pasted text"
  | "Tour of the demo";

export interface KeyEntry {
  /** Alternatives; `g c` is one key after another, `mod` is Ctrl or ⌘. None: a menu and the palette have it. */
  keys: readonly string[];
  label: string;
  group: KeyGroup;
  /** How many alternatives are shown: `1 … 9` is the first and the last of nine. */
  range?: true;
}

const DIGITS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;

export const KEYMAP = {
  palette: { keys: ["mod+k"], label: "Find anything, run any command", group: "Anywhere" },
  search: { keys: ["/"], label: "Search, or filter the list in view", group: "Anywhere" },
  goToday: { keys: ["g d"], label: "Go to Today", group: "Anywhere" },
  goContacts: { keys: ["g c"], label: "Go to Contacts", group: "Anywhere" },
  goAccounts: { keys: ["g a"], label: "Go to Accounts", group: "Anywhere" },
  goHouseholds: { keys: ["g h"], label: "Go to Households", group: "Anywhere" },
  goOpportunities: { keys: ["g o"], label: "Go to Opportunities", group: "Anywhere" },
  goTasks: { keys: ["g t"], label: "Go to Tasks", group: "Anywhere" },
  goActivity: { keys: ["g l"], label: "Go to Activity", group: "Anywhere" },
  goProperties: { keys: ["g b"], label: "Go to Properties", group: "Anywhere" },
  goImports: { keys: ["g i"], label: "Go to Imports", group: "Anywhere" },
  goReview: { keys: ["g r"], label: "Go to Review", group: "Anywhere" },
  goProfiles: { keys: ["g p"], label: "Go to Source profiles", group: "Anywhere" },
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
  left: { keys: ["ArrowLeft"], label: "Cell to the left", group: "Cells" },
  right: { keys: ["ArrowRight"], label: "Cell to the right", group: "Cells" },
  open: { keys: ["Enter"], label: "Open the row", group: "Lists" },
  viewNumber: { keys: DIGITS, label: "That saved view", group: "List tools", range: true },
  filterList: { keys: ["f"], label: "Filter by a sentence", group: "List tools" },
  addCondition: { keys: ["F"], label: "Add a condition on the column", group: "List tools" },
  clearList: { keys: ["U"], label: "Filter no more", group: "List tools" },
  sortBy: { keys: ["s"], label: "Sort by the column", group: "List tools" },
  sortThen: { keys: ["S"], label: "Then by the column, too", group: "List tools" },
  groupBy: { keys: ["G"], label: "Group by the column, or no more", group: "List tools" },
  board: { keys: ["b"], label: "Board, or table", group: "List tools" },
  columns: { keys: [","], label: "Columns…", group: "List tools" },
  keepView: { keys: ["w"], label: "Save the view…", group: "List tools" },
  select: { keys: ["x"], label: "Select the row", group: "List tools" },
  selectDown: { keys: ["J"], label: "Select it and go on", group: "List tools" },
  selectUp: { keys: ["K"], label: "Select it and go back", group: "List tools" },
  selectAll: { keys: ["mod+a"], label: "Select all that match", group: "List tools" },
  bulkEdit: { keys: ["E"], label: "Change all that are selected…", group: "List tools" },
  exportList: { keys: ["mod+e"], label: "Export what is shown…", group: "List tools" },
  undoEdit: { keys: ["z"], label: "Take the last change back", group: "List tools" },
  cardLeft: { keys: ["H"], label: "Card to the stage before", group: "List tools" },
  cardRight: { keys: ["L"], label: "Card to the stage after", group: "List tools" },
  createRecord: { keys: ["c"], label: "New contact, account, opportunity or task", group: "Lists" },
  archivedOnes: { keys: [], label: "Show what is archived, or what is in use", group: "List tools" },
  archiveRecord: { keys: [], label: "Archive", group: "List tools" },
  restoreRecord: { keys: [], label: "Bring back from the archive", group: "List tools" },
  paneFile: { keys: ["1"], label: "File", group: "Import review" },
  paneColumns: { keys: ["2"], label: "Columns", group: "Import review" },
  paneRecords: { keys: ["3"], label: "Records", group: "Import review" },
  paneMatches: { keys: ["4"], label: "Matches", group: "Import review" },
  paneCommit: { keys: ["5"], label: "Commit", group: "Import review" },
  problems: { keys: ["p"], label: "Problems, and one fix for all of a kind", group: "Import review" },
  sheet: { keys: ["s"], label: "Rows as a sheet, or as a list", group: "Import review" },
  edit: { keys: ["e", "F2"], label: "Edit the cell, or the text", group: "Cells" },
  clearCell: { keys: ["Delete", "Backspace"], label: "Empty the cell", group: "Cells" },
  takeBack: { keys: ["z"], label: "Take the correction of a cell back", group: "Cells" },
  apply: { keys: ["mod+Enter"], label: "Apply the corrections, keep the text", group: "Cells" },
  chooseField: { keys: ["f"], label: "Choose the field of a column", group: "Import review" },
  dayFirst: { keys: ["d"], label: "Dates: the day comes first", group: "Import review" },
  monthFirst: { keys: ["m"], label: "Dates: the month comes first", group: "Import review" },
  mapValues: { keys: ["v"], label: "Values of a column", group: "Import review" },
  headerHere: { keys: ["h"], label: "This row is the header", group: "Import review" },
  readAgain: { keys: ["r"], label: "Read the file another way", group: "Import review" },
  saveProfile: { keys: ["w"], label: "Save the mapping as a source profile", group: "Import review" },
  profileText: { keys: ["t"], label: "Its columns, or its text", group: "Source profiles" },
  moreOfImport: { keys: ["."], label: "Replay, versions, profile, undo…", group: "Import review" },
  rejects: { keys: ["t"], label: "Save the rejected rows with their reasons", group: "Import review" },
  approveImport: { keys: ["a"], label: "Approve what is safe", group: "Import review" },
  undoImport: { keys: ["z"], label: "Undo the import, or put it aside", group: "Import review" },
  approveItem: { keys: ["a"], label: "Approve the proposal", group: "Review queue" },
  rejectItem: { keys: ["r", "x"], label: "Reject it: not the same", group: "Review queue" },
  relateItem: { keys: ["w"], label: "Not the same, but connected…", group: "Review queue" },
  deferItem: { keys: ["d"], label: "Leave it for later", group: "Review queue" },
  undoDecision: { keys: ["z"], label: "Take the last decision back", group: "Review queue" },
  noteItem: { keys: ["n"], label: "Write a note with the decision", group: "Review queue" },
  decideSet: { keys: ["A"], label: "Decide all that are alike together…", group: "Review queue" },
  fieldDown: { keys: ["ArrowDown"], label: "Next field", group: "Review queue" },
  fieldUp: { keys: ["ArrowUp"], label: "Previous field", group: "Review queue" },
  takeSide: {
    keys: DIGITS,
    label: "Take that side’s value, keep or leave that one",
    group: "Review queue",
    range: true,
  },
  fixField: { keys: ["f"], label: "Write the field’s value", group: "Review queue" },
  asProposed: { keys: ["Backspace"], label: "The field as proposed", group: "Review queue" },
  asAsked: { keys: ["t"], label: "Choose it as it was asked for", group: "Review queue" },
  evidence: { keys: ["Space"], label: "Evidence: cells and weights", group: "Review queue" },
  sameFields: { keys: ["o"], label: "Fields that say the same", group: "Review queue" },
  otherSurvivor: { keys: ["s"], label: "Another record stays", group: "Review queue" },
  leaveOut: {
    keys: ["l 1", "l 2", "l 3", "l 4", "l 5", "l 6", "l 7", "l 8", "l 9"],
    label: "Leave that record out of the merge",
    group: "Review queue",
    range: true,
  },
  filterQueue: { keys: ["F"], label: "Filter what waits", group: "Review queue" },
  clearFilters: { keys: ["C"], label: "Show all that waits", group: "Review queue" },
  foldQueue: { keys: ["]"], label: "Fold or unfold what waits", group: "Review queue" },
  decisionsMade: { keys: ["h"], label: "What was decided, or what waits", group: "Review queue" },
  scanDuplicates: { keys: ["D"], label: "Look for duplicates", group: "Review queue" },
  stopWork: { keys: ["s"], label: "Stop what runs", group: "Work" },
  resumeWork: { keys: ["r"], label: "Resume what was cut off", group: "Work" },
  taskDone: { keys: ["x"], label: "The task is done", group: "Today" },
  addRecord: { keys: ["a"], label: "Add an opportunity, a requirement, a link…", group: "Dossier" },
  logCall: { keys: ["l"], label: "Log a call or a visit", group: "Dossier" },
  writeNote: { keys: ["n"], label: "Write a note", group: "Dossier" },
  newTask: { keys: ["t"], label: "Note something to do", group: "Dossier" },
  undoLast: { keys: ["z"], label: "Take back what was just written", group: "Dossier" },
  copyEmail: { keys: ["c e"], label: "Copy the first e-mail", group: "Dossier" },
  unmerge: { keys: ["u"], label: "Take the newest merge apart…", group: "Dossier" },
  sameAs: { keys: ["m"], label: "Same as somebody else…", group: "Dossier" },
  copyPhone: { keys: ["c p"], label: "Copy the first phone", group: "Dossier" },
  callMode: { keys: ["C"], label: "Call them one after the other", group: "Calls" },
  callDial: { keys: ["d"], label: "Dial the first number", group: "Calls" },
  callWhatsapp: { keys: ["w"], label: "Write in WhatsApp", group: "Calls" },
  callOutcome: {
    keys: ["1", "2", "3", "4", "5"],
    label: "How the call ended",
    group: "Calls",
    range: true,
  },
  callWhen: {
    keys: ["1", "2", "3", "4"],
    label: "When the next action is due",
    group: "After a call",
    range: true,
  },
  callNothing: { keys: ["0"], label: "Nothing, on to the next client", group: "After a call" },
  callSkip: { keys: ["s"], label: "Pass the client over", group: "Calls" },
  callOpen: { keys: ["o"], label: "Open the dossier", group: "Calls" },
  pasteCreate: { keys: ["c"], label: "Create the contact that was read", group: "Pasted text" },
  pasteKeep: { keys: ["t"], label: "Keep the text with who was found", group: "Pasted text" },
  pasteWho: {
    keys: ["1", "2", "3", "4", "5"],
    label: "That person of the text",
    group: "Pasted text",
    range: true,
  },
  tourStart: { keys: ["g ."], label: "Begin the tour, or go on with it", group: "Tour of the demo" },
  tourNext: { keys: ["mod+ArrowRight"], label: "Next step", group: "Tour of the demo" },
  tourBack: { keys: ["mod+ArrowLeft"], label: "Step before", group: "Tour of the demo" },
  tourLeave: { keys: ["mod+ArrowDown"], label: "Leave it for now", group: "Tour of the demo" },
} as const satisfies Record<string, KeyEntry>;

export type ActionId = keyof typeof KEYMAP;

const MAC = typeof navigator !== "undefined" && /Mac/.test(navigator.platform);

const GLYPHS: Record<string, string> = {
  mod: MAC ? "⌘" : "Ctrl",
  shift: MAC ? "⇧" : "Shift",
  Escape: "Esc",
  Space: "Space",
  ArrowDown: "↓",
  ArrowUp: "↑",
  ArrowLeft: "←",
  ArrowRight: "→",
  Delete: "Del",
  Backspace: "⌫",
  Enter: "Enter",
};

/** The caps to draw for one alternative: `mod+k` → `Ctrl`, `K`. */
export function keyCaps(keys: string): string[] {
  return keys
    .split(" ")
    .flatMap((step) =>
      step.split("+").map((part) => GLYPHS[part] ?? (step.includes("+") ? part.toUpperCase() : part)),
    );
}

/** Its first alternative; empty where it has no key. */
export function firstKeys(action: ActionId): string {
  const { keys }: KeyEntry = KEYMAP[action];
  return keys[0] ?? "";
}
