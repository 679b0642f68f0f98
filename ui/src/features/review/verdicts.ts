import type { MatchEvidence } from "@/api/generated/contracts";

const AGAINST: readonly string[] = ["different", "conflict", "contradicts"];
const FOR: readonly string[] = ["exact", "same", "normalised"];

export type EvidenceVerdict = "for" | "weak" | "against";

export const verdictOf = ({ level }: Pick<MatchEvidence, "level">): EvidenceVerdict =>
  AGAINST.includes(level) ? "against" : FOR.includes(level) ? "for" : "weak";

const RANK: Record<EvidenceVerdict, number> = { against: 0, for: 1, weak: 2 };

/** What speaks against first: it is what a person would miss. */
export const byVerdict = (evidence: readonly MatchEvidence[]): MatchEvidence[] =>
  [...evidence].sort((a, b) => RANK[verdictOf(a)] - RANK[verdictOf(b)]);
