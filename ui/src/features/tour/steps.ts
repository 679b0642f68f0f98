import type { ActionId } from "@/app/keymap";

/** Where a step stands: a screen, or the dossier of whoever is first among the contacts. */
export type Place = "/today" | "/contacts" | "/opportunities" | "/imports" | "/review" | "dossier" | null;

export interface Step {
  title: string;
  words: string;
  place: Place;
  /** What it speaks of on that screen: the first of these that is there. */
  anchors: readonly string[];
  keys: readonly ActionId[];
}

/** Read at leisure they take five minutes. Every step is true of any demo, also of one in which somebody worked already. */
export const STEPS: readonly Step[] = [
  {
    title: "A day begins here",
    words:
      "Whom to call and why, what is due, what waits for a decision. Each line opens what it names; C calls them one after the other, with a brief before each.",
    place: "/today",
    anchors: ["[data-testid='today-calls']", "[data-testid='today']"],
    keys: ["down", "open", "callMode"],
  },
  {
    title: "Every client in one list",
    words:
      "A filter is a sentence: try “owner is not empty and email is empty”. Sort, group, change a cell or a thousand; the last change is always taken back with z.",
    place: "/contacts",
    anchors: ["[data-testid='filter-bar']"],
    keys: ["filterList", "edit", "undoEdit"],
  },
  {
    title: "A dossier that knows its sources",
    words:
      "A dotted underline opens the card of a value: the file, row and cell that it came from, who approved it, and a way to confirm or correct it.",
    place: "dossier",
    anchors: ["[data-testid='client-name']", "[data-testid='client360']"],
    keys: ["logCall", "writeNote", "newTask"],
  },
  {
    title: "Deals on a board",
    words:
      "A card goes to the next stage with L or with the mouse, and comes back with z. The sums are of what is shown.",
    place: "/opportunities",
    anchors: ["[data-testid='board']", "[data-testid='filter-bar']"],
    keys: ["cardLeft", "cardRight", "undoEdit"],
  },
  {
    title: "An export that waits for you",
    words:
      "A file is read, understood and shown row by row before anything is written. Approve what is safe with one key, and undo the whole import at any later time.",
    place: "/imports",
    anchors: ["main section"],
    keys: ["open", "approveImport", "undoImport"],
  },
  {
    title: "Nobody is merged behind your back",
    words:
      "What may be one person stands side by side, with the evidence. Approve, reject or leave it for later; a no is remembered and never asked again.",
    place: "/review",
    anchors: ["[data-testid='review-item']", "[data-testid='queue']"],
    keys: ["approveItem", "rejectItem", "deferItem"],
  },
  {
    title: "Everything from one field",
    words:
      "Find a client by a slip of the pen or a piece of a number, run any command, or paste a signature, a vCard or a chat: whoever is meant opens, or a draft shows.",
    place: null,
    anchors: ["[data-testid='open-palette']"],
    keys: ["palette", "help"],
  },
  {
    title: "Now your own",
    words:
      "Nothing here touches real work. “Create a workspace…” in the palette begins your own; bring in the export of the CRM that you use today.",
    place: null,
    anchors: ["[data-testid='workspace-menu']", "aside button"],
    keys: ["palette", "importFile"],
  },
];
