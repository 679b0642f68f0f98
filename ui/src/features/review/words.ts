// What a proposal is, what its verdicts are called, and what it would do, in words.
import type { DecideResult, ReviewField, ReviewItem, Role, Verdict } from "@/api/generated/contracts";
import { plural } from "@/app/format";
import { entityName, listWords } from "@/app/words";

const KIND: Record<string, readonly [one: string, many: string]> = {
  create: ["New record", "New records"],
  update: ["Change", "Changes"],
  merge: ["Merge", "Merges"],
  link: ["Link", "Links"],
  resolve_conflict: ["Conflict", "Conflicts"],
  writeback: ["Suggestion", "Suggestions"],
  enrichment: ["Enrichment", "Enrichments"],
};

export const kindName = (kind: string): string => KIND[kind]?.[0] ?? kind.replaceAll("_", " ");

export const kindNames = (kind: string): string => KIND[kind]?.[1] ?? kind.replaceAll("_", " ");

export interface VerdictWords {
  approve: string;
  reject: string;
}

export function verdictWords(item: ReviewItem): VerdictWords {
  if (item.stale)
    return { approve: "Propose it anew", reject: item.kind === "merge" ? "Not the same" : "Reject" };
  switch (item.kind) {
    case "merge":
      return { approve: "Merge", reject: "Not the same" };
    case "create":
      return { approve: `Create the ${entityName(item.entity.entity)}`, reject: "Reject" };
    case "link":
      return { approve: "Approve the link", reject: "Reject" };
    default:
      return { approve: "Approve the change", reject: "Reject" };
  }
}

type Shape = Record<string, unknown>;

/** What makes two items of a list the same: the value, not how it was received. */
function itemKey(item: unknown): string {
  if (typeof item !== "object" || item === null) return String(item);
  const { value, system } = item as Shape;
  return value === undefined ? JSON.stringify(item) : `${String(system ?? "")} ${JSON.stringify(value)}`;
}

const items = (value: unknown): readonly unknown[] =>
  value === null || value === undefined ? [] : Array.isArray(value) ? value : [value];

export interface ShownItem {
  value: unknown;
  /** Not there yet. */
  fresh: boolean;
}

/** The proposed items of a field, and which of them are new. */
export function proposedItems(field: ReviewField): readonly ShownItem[] {
  const known = new Set(items(field.now).map(itemKey));
  return items(field.proposed).map((value) => ({ value, fresh: !known.has(itemKey(value)) }));
}

export const nowItems = (field: ReviewField): readonly unknown[] => items(field.now);

/** The effect as it is: a list to which nothing new comes stays the same. */
export function effectOf(field: ReviewField): string {
  if (field.effect !== "add") return field.effect;
  return proposedItems(field).some(({ fresh }) => fresh) ? "add" : "same";
}

/** What approving would do, from the fields, where the core says nothing of its own. */
export function effectSentence(item: ReviewItem): string {
  const count = (effect: string) => item.fields.filter((field) => effectOf(field) === effect).length;
  const added = item.fields
    .filter((field) => effectOf(field) === "add")
    .reduce((sum, field) => sum + proposedItems(field).filter(({ fresh }) => fresh).length, 0);
  if (item.kind === "create") {
    return `makes a new ${entityName(item.entity.entity)} with ${plural(item.fields.length, "fact")}`;
  }
  const parts = [
    count("overwrite") > 0 && `overwrites ${plural(count("overwrite"), "field")}`,
    added > 0 && `adds ${plural(added, "value")}`,
    count("fill") > 0 && `fills ${plural(count("fill"), "empty field")}`,
    count("keep") > 0 &&
      `keeps ${plural(count("keep"), "field")} that differ${count("keep") === 1 ? "s" : ""}`,
  ].filter((part) => part !== false);
  if (item.links.length > 0) parts.push(`makes ${plural(item.links.length, "link")}`);
  return listWords(parts) || "changes no field";
}

const ROLE_NOUN: Record<string, string> = {
  owner: "an owner",
  reviewer: "a reviewer",
  operator: "an operator",
  presenter: "a presenter",
  agent: "an agent",
} satisfies Record<Role, string>;

/** `An owner or a reviewer decides this.` */
export function decidersSentence(deciders: readonly string[]): string {
  if (deciders.length === 0) return "Nobody may decide this under the policy.";
  const names = deciders.map((role) => ROLE_NOUN[role] ?? role);
  const said =
    names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names[names.length - 1]}`;
  return `${said.charAt(0).toUpperCase()}${said.slice(1)} decides this.`;
}

/** What a verdict did, in one line. `asked`: what follows from it is asked about next. */
export function outcomeWords(
  item: ReviewItem,
  verdict: Verdict,
  result: DecideResult,
  asked: boolean,
): string {
  if (verdict === "defer") return `${item.title}: left for later.`;
  if (verdict === "reject") {
    const said = `${item.title}: ${item.kind === "merge" ? "not the same" : "rejected"}.`;
    if (result.follow_up.length === 0) return said;
    const kind = entityName(item.entity.entity);
    return asked
      ? `${said} Next: whether the row becomes a new ${kind}.`
      : `${said} The row becomes a new ${kind} when its import is approved.`;
  }
  const done = item.kind === "merge" ? "merged" : "approved";
  const changes = result.changes > 0 ? plural(result.changes, "change") : "nothing had to change";
  return `${item.title}: ${done}, ${changes}.`;
}
