// The product's vocabulary: one name for each kind, state and fate, and the sentences built from them.
import {
  type EntityType,
  type Fate,
  type FateCounts,
  FIELD_TITLES,
  type ImportState,
  type ImportSummary,
  type ProposalAction,
  type SafeCount,
  type SearchWhy,
} from "@/api/generated/contracts";
import { formatCount, plural } from "./format";

const ENTITY: Record<EntityType, readonly [one: string, many: string]> = {
  person: ["contact", "contacts"],
  account: ["company", "companies"],
  household: ["household", "households"],
  opportunity: ["opportunity", "opportunities"],
  requirement: ["requirement", "requirements"],
  interest: ["property interest", "property interests"],
  task: ["task", "tasks"],
  interaction: ["call or message", "calls and messages"],
};

export const ENTITY_TYPES = Object.keys(ENTITY) as readonly EntityType[];

export const entityName = (entity: EntityType): string => ENTITY[entity][0];

/** `a contact`, `an opportunity`. */
export const anEntity = (entity: EntityType): string =>
  `${/^[aeiou]/.test(entityName(entity)) ? "an" : "a"} ${entityName(entity)}`;

export const entityNames = (entity: EntityType): string => ENTITY[entity][1];

export const countEntities = (n: number, entity: EntityType): string => plural(n, ...ENTITY[entity]);

export const FATES: readonly Fate[] = ["create", "update", "merge", "unchanged", "hold", "reject"];

/** What a row is called while it is planned, and what it is once it happened. */
export const FATE_WORDS: Record<Fate, { plan: string; done: string; about: string }> = {
  create: { plan: "Create", done: "Created", about: "makes new records" },
  update: { plan: "Update", done: "Updated", about: "changes known records" },
  merge: { plan: "Merge", done: "Merge", about: "believed known; waits for a decision" },
  unchanged: { plan: "Unchanged", done: "Unchanged", about: "says nothing new" },
  hold: { plan: "Held", done: "Held", about: "waits for a person" },
  reject: { plan: "Rejected", done: "Rejected", about: "has nothing to import" },
};

export const sumFates = (counts: FateCounts): number => FATES.reduce((sum, fate) => sum + counts[fate], 0);

/** What happened where something happened, else what is planned. */
export const currentFates = (summary: ImportSummary): FateCounts => summary.fates ?? summary.planned;

export const STATE_WORDS: Record<ImportState, string> = {
  staging: "Being read",
  proposed: "Waiting for approval",
  committing: "Approval unfinished",
  committed: "Approved",
  undoing: "Being undone",
  undone: "Undone",
};

const ACTION: Record<ProposalAction, (n: number, entity: EntityType) => string> = {
  create: (n, entity) => `${formatCount(n)} new ${ENTITY[entity][n === 1 ? 0 : 1]}`,
  update: (n, entity) => `${plural(n, "change")} to ${ENTITY[entity][1]}`,
  merge: (n, entity) => `${plural(n, "merge")} of ${ENTITY[entity][1]}`,
  link: (n, entity) => `${plural(n, "link")} between known ${ENTITY[entity][1]}`,
  resolve_conflict: (n, entity) => `${plural(n, "conflict")} about ${ENTITY[entity][1]}`,
  unmerge: (n, entity) => `${plural(n, "unmerge")} of ${ENTITY[entity][1]}`,
};

const ACTION_RANK: Record<ProposalAction, number> = {
  create: 0,
  update: 1,
  link: 2,
  merge: 3,
  resolve_conflict: 4,
  unmerge: 5,
};
const ENTITY_RANK: readonly EntityType[] = [
  "person",
  "account",
  "opportunity",
  "requirement",
  "interest",
  "household",
  "task",
  "interaction",
];

/** The counts in the order in which a person thinks of them; what the rows describe comes first. */
export function orderSafe(safe: readonly SafeCount[], rowEntity: EntityType): SafeCount[] {
  const rank = (item: SafeCount) =>
    ACTION_RANK[item.action] * 10 + (item.entity === rowEntity ? 0 : 1 + ENTITY_RANK.indexOf(item.entity));
  return safe.filter((item) => item.count > 0).sort((a, b) => rank(a) - rank(b));
}

export const safeWords = (item: SafeCount): string => ACTION[item.action](item.count, item.entity);

/** `Approve 214 new contacts`. */
export function approveLabel(safe: readonly SafeCount[], rowEntity: EntityType): string {
  const first = orderSafe(safe, rowEntity)[0];
  return first ? `Approve ${safeWords(first)}` : "Nothing to approve";
}

/** `214 new contacts, 31 new companies and 12 changes to contacts`. */
export function listWords(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words[words.length - 1]}`;
}

const STAGE: Record<string, string> = {
  begun: "Beginning",
  reading: "Reading the file",
  keeping: "Keeping the file",
  staging: "Keeping the file",
  proposing: "Working out what every row would do",
  approving: "Writing the approved records",
  undoing: "Taking the import back",
  indexing: "Making the records searchable",
  comparing: "Looking who of the file may be one person",
  finding_keys: "Noting what people are found by",
  scanning: "Comparing people",
  writing: "Writing made-up clients",
};

/** What the stages of an import count: its first look at a file counts bytes, for it knows no rows yet. */
export const stageUnit = (stage: string | undefined): "row" | "byte" =>
  stage === "reading" ? "byte" : "row";

export const stageWords = (stage: string): string => STAGE[stage] ?? stage;

const LINK: Record<string, string> = {
  works_at: "works at",
  household_of: "household of",
  contact_of: "contact of",
  account_of: "account of",
  requirement_of: "requirement of",
  interest_of: "interest of",
  task_of: "task of",
  interaction_of: "with",
  same_household: "one household with",
  shares_contact: "shares a line with",
  related_to: "has to do with",
};

export const linkWords = (kind: string): string => LINK[kind] ?? kind.replaceAll("_", " ");

const CHOICE: Record<string, string> = { email: "E-mail", sms: "SMS", whatsapp: "WhatsApp" };

/** One of a closed set as a person reads it: `viewing_requested` → `Viewing requested`. What a person wrote with capitals stays. */
export function choiceWords(value: string): string {
  const said = value.replaceAll("_", " ");
  const known = CHOICE[said];
  if (known) return known;
  return said === said.toLocaleLowerCase() ? said.charAt(0).toLocaleUpperCase() + said.slice(1) : said;
}

/** `family_name` → `Last name` as the dictionary calls it, `custom.is_nri` → `Is nri`. */
export function fieldWords(field: string): string {
  const known = FIELD_TITLES[field];
  if (known) return known;
  const name = field.replace(/^(custom\.|property\.)/, "").replaceAll(/[._]/g, " ");
  return name.charAt(0).toLocaleUpperCase() + name.slice(1);
}

/** `person.email[]` → `contact, email`. */
export function pathWords(path: string): string {
  const dot = path.indexOf(".");
  const entity = ENTITY[path.slice(0, dot) as EntityType];
  const rest = fieldWords(path.slice(dot + 1).replaceAll("[]", "")).toLocaleLowerCase();
  return entity ? `${entity[0]}, ${rest}` : rest;
}

const NAMES = new Set(["full_name", "given_name", "middle_name", "family_name", "nickname"]);

/** Briefly by what a record was found: `name by sound, phone digits`. */
export function whyWords(why: readonly SearchWhy[]): string {
  const words = why.map(({ field, how }) => {
    const name = NAMES.has(field) ? "name" : fieldWords(field).toLocaleLowerCase();
    return BRIEFLY[how]?.(name) ?? name;
  });
  return [...new Set(words)].slice(0, 3).join(", ");
}

const BRIEFLY: Record<string, (field: string) => string> = {
  digits: (field) => `${field} digits`,
  infix: (field) => `part of ${field}`,
  typo: (field) => `similar ${field}`,
  "sounds like": (field) => `${field} by sound`,
  "other script": (field) => `${field} in another script`,
  initial: () => "initials",
};

const HOW: Record<string, string> = {
  exact: "whole word",
  prefix: "start of a word",
  infix: "part of a word",
  digits: "digits",
  typo: "a letter or two apart",
  "sounds like": "sounds alike",
  "other script": "written in another script",
  initial: "initials",
  note: "words of it",
};

/** The same in full, for hovering: `Family name: start of a word`. */
export function whyInFull(why: readonly SearchWhy[]): string {
  return why
    .map(({ field, how, part }) => `${fieldWords(field)}: ${HOW[how] ?? how}${part ? ` (${part})` : ""}`)
    .join("\n");
}
