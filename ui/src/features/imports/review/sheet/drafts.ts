import type { ImportRevision, ImportRow } from "@/api/generated/contracts";

/** Cells written anew and not applied yet, by row and column; null: the correction that stands is to be taken back. */
export type Drafts = ReadonlyMap<string, string | null>;

export const cellKey = (row: number, column: number): string => `${row}:${column}`;

const parse = (key: string): [row: number, column: number] => {
  const [row = "0", column = "0"] = key.split(":");
  return [Number(row), Number(column)];
};

/** All drafts as one revision, in the order of rows and columns. */
export function draftRevision(drafts: Drafts): ImportRevision {
  const cells = [...drafts]
    .map(([key, value]) => ({ at: parse(key), value }))
    .sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1]);
  const corrections = cells.flatMap(({ at: [row_number, column], value }) =>
    value === null ? [] : [{ row_number, column, value }],
  );
  const uncorrect = cells.flatMap(({ at, value }) => (value === null ? [at] : []));
  return {
    ...(corrections.length > 0 && { corrections }),
    ...(uncorrect.length > 0 && { uncorrect }),
  };
}

export interface CellState {
  /** What the file holds. */
  received: string;
  /** What is read now: the draft, else the correction, else the cell. */
  text: string;
  /** A correction stands on it. */
  corrected: boolean;
  /** It waits to be applied. */
  drafted: boolean;
  /** What is doubtful about it. */
  issues: readonly string[];
}

/** `asReceived`: whatever was written over it. */
export function cellState(row: ImportRow, column: number, drafts: Drafts, asReceived = false): CellState {
  const received = row.cells[column] ?? "";
  if (asReceived) return { received, text: received, corrected: false, drafted: false, issues: [] };
  const correction = row.corrected.find((cell) => cell.column === column);
  const draft = drafts.get(cellKey(row.row_number, column));
  const text = draft === undefined ? (correction?.value ?? received) : (draft ?? received);
  const issues = row.issues.filter((issue) => issue.column === column).map(({ message }) => message);
  return {
    received,
    text,
    corrected: correction !== undefined && draft !== null,
    drafted: draft !== undefined,
    issues,
  };
}

/** What writing `value` into a cell means: a draft, or nothing where it says what is read already. */
export function draftOf(row: ImportRow, column: number, value: string): string | null | undefined {
  const received = row.cells[column] ?? "";
  const correction = row.corrected.find((cell) => cell.column === column);
  if (value === (correction?.value ?? received)) return undefined;
  // Written as received: the correction is taken back rather than repeated.
  return correction && value === received ? null : value;
}
