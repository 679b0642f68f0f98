import type { CellRef, MergeCandidate, ReviewItem, ValueOrigin } from "@/api/generated/contracts";
import { useCommand } from "@/api/queries";
import { useRights } from "@/app/rights";
import { Delayed } from "@/components/states";
import { When } from "@/components/When";
import { CellNeighbours } from "@/features/provenance/CellNeighbours";
import type { CompareField } from "./compare";
import { Candidate } from "./Evidence";

interface EvidencePaneProps {
  item: ReviewItem;
  row: CompareField | undefined;
}

/** Two are seen beside each other without scrolling. */
const CELLS_SHOWN = 2;

/** What lies behind a field and behind the match: the cells in their rows, and what each piece of evidence weighs. */
export function EvidencePane({ item, row }: EvidencePaneProps) {
  const mayRead = useRights().may("read_evidence");
  const origins = row?.of.values.flatMap(({ origins }) => origins) ?? [];
  const cells = mayRead ? distinctCells(origins).slice(0, CELLS_SHOWN) : [];
  const typed = origins.filter(({ cell, by }) => cell === null && by !== null);
  const candidates = item.candidates.filter(({ evidence }) => evidence.length > 0);
  if (cells.length + typed.length + candidates.length === 0) {
    return (
      <p className="px-3 py-2 text-muted" data-testid="review-evidence">
        Nothing is kept behind this: it was {item.import_id === null ? "suggested" : "read"} as it is.
      </p>
    );
  }
  return (
    <div
      data-testid="review-evidence"
      className="grid grid-cols-[repeat(auto-fit,minmax(320px,1fr))] items-start gap-3 p-3"
    >
      {cells.map((cell) => (
        <Cell key={`${cell.batch_id}-${cell.row_number}-${cell.column}`} cell={cell} />
      ))}
      {cells.length === 0 && typed.length > 0 && <Typed origins={typed} />}
      <Weights candidates={candidates} />
    </div>
  );
}

function distinctCells(origins: readonly ValueOrigin[]): readonly CellRef[] {
  const cells = new Map<string, CellRef>();
  for (const { cell } of origins)
    if (cell) cells.set(`${cell.batch_id} ${cell.row_number} ${cell.column}`, cell);
  return [...cells.values()];
}

/** One raw cell among the cells of its row. */
function Cell({ cell }: { cell: CellRef }) {
  const { batch_id, row_number, column } = cell;
  const found = useCommand("review_evidence", { batch_id, row_number, column, around: 0 });
  return (
    <div className="min-w-0 overflow-hidden rounded-md border border-line bg-surface">
      {found.isSuccess && <CellNeighbours evidence={found.data.cell} />}
      {found.isPending && (
        <Delayed>
          <p role="status" className="px-4 py-3 text-muted">
            Looking the row up…
          </p>
        </Delayed>
      )}
      {found.isError && (
        <p role="alert" className="px-4 py-3 text-risk">
          {found.error.message} {found.error.hint}
        </p>
      )}
    </div>
  );
}

/** Values that no file gave. */
function Typed({ origins }: { origins: readonly ValueOrigin[] }) {
  return (
    <ul className="rounded-md border border-line bg-surface px-4 py-2.5 text-muted">
      {origins.map(({ by, at, value }) => (
        <li key={JSON.stringify(value)}>
          Written by {by?.id}
          {at !== null && (
            <>
              {" "}
              <When at={at} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Weights({ candidates }: { candidates: readonly MergeCandidate[] }) {
  if (candidates.length === 0) return null;
  return (
    <ul className="col-span-full flex min-w-0 flex-col gap-2.5 rounded-md border border-line bg-surface px-3 py-2.5">
      {candidates.map((candidate) => (
        <Candidate key={candidate.entity.id} candidate={candidate} />
      ))}
    </ul>
  );
}
