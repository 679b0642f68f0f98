// One entry for each kind of list: where it is, what it is called, how wide its columns are, what its board is made of.
import {
  Building2,
  Handshake,
  House,
  KeyRound,
  ListTodo,
  type LucideIcon,
  MessagesSquare,
  UsersRound,
} from "lucide-react";
import type { EntityType, FieldKind, ListField, ViewColumn } from "@/api/generated/contracts";
import type { ListPath } from "@/app/addresses";

export interface Kind {
  entity: EntityType;
  to: ListPath;
  title: string;
  /** Test ids of its rows and buttons begin with it. */
  testId: string;
  icon: LucideIcon;
  /** What names a record. */
  named: string;
  /** How wide names are, in pixels. */
  wide: number;
  /** The board's columns, and what is summed in their heads. */
  board?: { by: string; sum?: string };
  /** Said where nothing is there yet, with and without the right to bring files in. */
  empty: { title: string; about: string; waiting: string };
}

const FROM_FILES = "They appear here once a colleague has brought them in.";

export const KINDS = {
  contacts: {
    entity: "person",
    to: "/contacts",
    title: "Contacts",
    testId: "contacts",
    icon: UsersRound,
    named: "name",
    wide: 208,
    board: { by: "lead_status" },
    empty: {
      title: "No contacts yet",
      about: "Bring in an export of your CRM or address book; you decide row by row what becomes a contact.",
      waiting: FROM_FILES,
    },
  },
  accounts: {
    entity: "account",
    to: "/accounts",
    title: "Accounts",
    testId: "accounts",
    icon: Building2,
    named: "name",
    wide: 224,
    empty: {
      title: "No accounts yet",
      about: "Press c to write one down; a file that names companies brings them, linked to who works there.",
      waiting: FROM_FILES,
    },
  },
  households: {
    entity: "household",
    to: "/households",
    title: "Households",
    testId: "households",
    icon: House,
    named: "name",
    wide: 208,
    empty: {
      title: "No households yet",
      about:
        "Open a client and press a to write down their household; a file that names a spouse or children brings it, too.",
      waiting: "Open a client and press a to write down their household.",
    },
  },
  opportunities: {
    entity: "opportunity",
    to: "/opportunities",
    title: "Opportunities",
    testId: "opportunities",
    icon: Handshake,
    named: "name",
    wide: 280,
    board: { by: "stage", sum: "amount" },
    empty: {
      title: "No opportunities yet",
      about: "Press c to write one down; files bring them with their stage, amount and close date.",
      waiting: FROM_FILES,
    },
  },
  tasks: {
    entity: "task",
    to: "/tasks",
    title: "Tasks",
    testId: "tasks",
    icon: ListTodo,
    named: "title",
    wide: 300,
    board: { by: "status" },
    empty: {
      title: "No tasks yet",
      about: "Press c to write down what is to be done; files bring tasks, too.",
      waiting: "They appear here once somebody has noted something to do.",
    },
  },
  activity: {
    entity: "interaction",
    to: "/activity",
    title: "Activity",
    testId: "activity",
    icon: MessagesSquare,
    named: "subject",
    wide: 240,
    empty: {
      title: "No calls or messages yet",
      about: "Open a client and press l to log a call; files bring calls and messages, too.",
      waiting: "They appear here once somebody has logged a call.",
    },
  },
  properties: {
    entity: "interest",
    to: "/properties",
    title: "Properties",
    testId: "properties",
    icon: KeyRound,
    named: "name",
    wide: 186,
    board: { by: "stage" },
    empty: {
      title: "No properties of interest yet",
      about:
        "Open a client and press a to note a property that they like; files that say what was saved or visited bring them, too.",
      waiting: "Open a client and press a to note a property that they like.",
    },
  },
} as const satisfies Record<string, Kind>;

const NUMERIC: ReadonlySet<FieldKind> = new Set(["number", "money", "area"]);

export const isNumeric = ({ kind }: Pick<ListField, "kind">): boolean => NUMERIC.has(kind);

/** The room at the sides of a cell: numbers stand at the right edge, apart from the text of the next column. */
export const cellSides = (info: Pick<ListField, "kind">): string =>
  isNumeric(info) ? "justify-end pl-1.5 pr-4" : "px-1.5";

/** Whether its first sort is largest first: money, counts, and days that lie behind us. */
export const largestFirst = (field: ListField): boolean =>
  isNumeric(field) || (field.kind === "date_time" && !/due|next|reminder/.test(field.name));

const WIDTHS: Partial<Record<FieldKind, number>> = {
  phone: 152,
  email: 176,
  date: 110,
  date_time: 104,
  money: 104,
  number: 92,
  area: 92,
  bool: 72,
  choice: 112,
  tag: 148,
  long_text: 220,
  website: 150,
  address: 190,
};
const BY_NAME: Record<string, number> = {
  city: 92,
  owner: 104,
  assignee: 104,
  client: 150,
  qd: 58,
  stage: 134,
};
export const NARROWEST = 56;
export const WIDEST = 560;

/** How wide a column is until somebody drags it. */
export function widthOf(field: ListField, kind: Pick<Kind, "named" | "wide">): number {
  if (field.name === kind.named) return kind.wide;
  return BY_NAME[field.name] ?? WIDTHS[field.kind] ?? 128;
}

/** A column as it is drawn. */
export interface Shown extends ViewColumn {
  info: ListField;
  pixels: number;
  /** Where a pinned one sticks. */
  left: number;
}

export const GUTTER = 36;

/** Pinned ones first; what the role does not see at all is left out. */
export function shownColumns(
  columns: readonly ViewColumn[],
  fields: ReadonlyMap<string, ListField>,
  kind: Kind,
): Shown[] {
  const known = columns.flatMap((column) => {
    const info = fields.get(column.field);
    return info && info.visibility !== "hidden" ? [{ ...column, info }] : [];
  });
  let left = GUTTER;
  return [...known.filter(({ pinned }) => pinned), ...known.filter(({ pinned }) => !pinned)].map((column) => {
    const pixels = column.width ?? widthOf(column.info, kind);
    const shown = { ...column, pixels, left };
    left += pixels;
    return shown;
  });
}
