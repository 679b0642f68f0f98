import type {
  CellEvidence,
  EvidenceCell,
  Explanation,
  Fact,
  ProvenanceChain,
} from "@/api/generated/contracts";

/** The chain of exactly this value: by value first, since places in a list may move. */
export function chainFor(explanation: Explanation, fact: Fact): ProvenanceChain | undefined {
  const wanted = JSON.stringify(fact.value);
  return (
    explanation.chains.find((chain) => JSON.stringify(chain.value) === wanted) ??
    explanation.chains.find((chain) => chain.delta.delta_id === fact.source.delta_id) ??
    explanation.chains[fact.index ?? 0] ??
    explanation.chains[0]
  );
}

const AROUND = 3;

/** The cell with the filled cells next to it, in the order of the file. */
export function neighbours({ cell, row }: CellEvidence): EvidenceCell[] {
  const at = row.findIndex(({ column }) => column === cell.column);
  if (at < 0) return [cell, ...row.slice(0, AROUND * 2)];
  const from = Math.max(0, Math.min(at - AROUND, row.length - (AROUND * 2 + 1)));
  return row.slice(from, from + AROUND * 2 + 1);
}
