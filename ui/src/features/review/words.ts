// What a proposal is, what its verdicts are called, and what it would do, in words.
import type {
  DecideResult,
  DecisionUndone,
  ReviewItem,
  Risk,
  Role,
  SetDecided,
  Verdict,
} from "@/api/generated/contracts";
import { plural } from "@/app/format";
import { entityName } from "@/app/words";

const KIND: Record<string, readonly [one: string, many: string]> = {
  create: ["New record", "New records"],
  update: ["Change", "Changes"],
  overwrite: ["Overwrite", "Overwrites"],
  merge: ["Merge", "Merges"],
  account_merge: ["Company merge", "Company merges"],
  unmerge: ["Unmerge", "Unmerges"],
  link: ["Link", "Links"],
  restore: ["Restore", "Restores"],
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

export const isMerge = ({ kind }: Pick<ReviewItem, "kind">): boolean =>
  kind === "merge" || kind === "account_merge";

export function verdictWords(item: ReviewItem, chosen: boolean): VerdictWords {
  const reject = isMerge(item) ? "Not the same" : "Reject";
  if (item.stale) return { approve: "Propose it anew", reject };
  const as = chosen ? " as chosen" : "";
  switch (item.kind) {
    case "merge":
    case "account_merge": {
      const n = item.merge ? item.merge.absorbed.length + 1 : 2;
      return { approve: `Merge${n > 2 ? ` all ${n}` : ""}${as}`, reject };
    }
    case "create":
      return { approve: `Create the ${entityName(item.entity.entity)}${as}`, reject };
    case "link":
      return { approve: "Approve the link", reject };
    case "overwrite":
      return { approve: `Overwrite${as}`, reject: "Keep what stands" };
    case "unmerge":
      return { approve: `Take them apart${as}`, reject: "Leave them merged" };
    case "restore":
      return { approve: `Bring it back${as}`, reject: "Leave it as it is" };
    default:
      return { approve: `Approve the change${as}`, reject };
  }
}

export const RISK_WORDS: Record<Risk, string> = { low: "Low risk", medium: "Medium risk", high: "High risk" };

type Shape = Record<string, unknown>;

/** What makes two items of a list the same: the value, not how it was received. */
export function itemKey(item: unknown): string {
  if (typeof item !== "object" || item === null) return String(item);
  const { value, system } = item as Shape;
  return value === undefined ? JSON.stringify(item) : `${String(system ?? "")} ${JSON.stringify(value)}`;
}

export const itemsOf = (value: unknown): readonly unknown[] =>
  value === null || value === undefined ? [] : Array.isArray(value) ? value : [value];

/** What approving does, each once: what merely stays is counted, for the table says which. */
export function consequencesOf({ effects, consequences }: ReviewItem): readonly string[] {
  const kept = effects.filter(({ kind }) => kind === "keeps").length;
  const rest = effects.filter(({ kind }) => kind !== "keeps").map(({ sentence }) => sentence);
  const said = effects.length > 0 ? rest : consequences;
  const stays = kept > 0 ? [`keeps ${plural(kept, "field")} that differ${kept === 1 ? "s" : ""}`] : [];
  const all = [...said, ...stays];
  return all.length > 0 ? all : ["changes no field"];
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
  if (result.requested) return `${item.title}: left to whoever may decide it.`;
  if (verdict === "defer") return `${item.title}: left for later.`;
  if (verdict === "reject") {
    const connected = result.link ? ", and connected" : "";
    const said = `${item.title}: ${isMerge(item) ? "not the same" : "rejected"}${connected}.`;
    if (result.follow_up.length === 0) return said;
    const kind = entityName(item.entity.entity);
    return asked
      ? `${said} Next: whether the row becomes a new ${kind}.`
      : `${said} The row becomes a new ${kind} when its import is approved.`;
  }
  const done = isMerge(item) ? "merged" : item.kind === "unmerge" ? "taken apart" : "approved";
  const changes = result.changes > 0 ? plural(result.changes, "change") : "nothing had to change";
  return `${item.title}: ${done}, ${changes}.`;
}

/** What taking a verdict back did. */
export function undoneWords(title: string, undone: DecisionUndone | null): string {
  if (undone?.requested) return `${title}: left to a reviewer, who decides whether it is taken back.`;
  if (undone === null || undone.reversed === 0) return `${title}: back in the queue.`;
  const kept =
    undone.kept.length > 0 ? `; ${plural(undone.kept.length, "value")} stay, for they changed since` : "";
  return `${title}: taken back, ${plural(undone.reversed, "change")}${kept}.`;
}

/** What a verdict on many did. */
export function setWords(title: string, verdict: Verdict, result: SetDecided): string {
  const done = verdict === "reject" ? "rejected" : `approved, ${plural(result.changes, "change")}`;
  const left = result.left_out.reduce((sum, { count }) => sum + count, 0);
  return `${title}: ${done}${left > 0 ? `; ${plural(left, "proposal")} still wait` : ""}.`;
}
