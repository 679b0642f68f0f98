import type { MatchEvidence, MergeCandidate } from "@/api/generated/contracts";

const MICRO = 1_000_000;

/** What the steps that belong to no field are called. */
const NAMES: Record<string, string> = {
  prior: "Before looking",
  household: "Same household?",
  contact: "Shared line?",
  through: "A third record",
  given_name: "Given name",
  family_name: "Family name",
  other_names: "Other names",
  place: "Place",
  born: "Date of birth",
};

export type Step = {
  evidence: MatchEvidence;
  /** Bits that it adds. */
  bits: number;
  /** Where its bar begins and how long it is, in hundredths of the whole width. */
  start: number;
  width: number;
};

export type Waterfall = { steps: Step[]; sum: number; zero: number };

export const stepName = (field: string): string | undefined => NAMES[field];

/** `+12.3`, `−4.1`: a real minus, and always a sign. */
export const bitsWords = (bits: number): string =>
  `${bits < 0 ? "−" : "+"}${Math.abs(bits).toLocaleString(undefined, { minimumFractionDigits: 1, maximumFractionDigits: 1 })}`;

/** A candidate's weights one after the other, each from where the last one ended; nothing where none were weighed. */
export function waterfall({ weight, evidence }: MergeCandidate): Waterfall | null {
  if (weight === undefined) return null;
  const ends: number[] = [0];
  for (const { weight: own = 0 } of evidence) ends.push((ends.at(-1) ?? 0) + own);
  const low = Math.min(...ends);
  const span = Math.max(...ends) - low || 1;
  const place = (at: number): number => ((at - low) / span) * 100;
  const steps = evidence.map((one, n) => {
    const [from, to] = [ends[n] ?? 0, ends[n + 1] ?? 0];
    return {
      evidence: one,
      bits: (one.weight ?? 0) / MICRO,
      start: place(Math.min(from, to)),
      width: Math.abs(place(to) - place(from)),
    };
  });
  return { steps, sum: weight / MICRO, zero: place(0) };
}

/** The evidence that says most: what a list tells of a candidate. */
export function strongest(evidence: readonly MatchEvidence[]): MatchEvidence | undefined {
  const weighed = evidence.filter(({ field, weight }) => weight !== undefined && field !== "prior");
  if (weighed.length === 0) return evidence.find(({ field }) => field !== "prior");
  return weighed.reduce((best, one) => ((one.weight ?? 0) > (best.weight ?? 0) ? one : best));
}
