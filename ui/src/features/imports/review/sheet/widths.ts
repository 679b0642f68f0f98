import type { ColumnMapping } from "@/api/generated/contracts";

const LETTER = 7.5;
const SIDES = 22;
const LEAST = 64;
const MOST = 240;

/** How wide each column of the sheet is: as its header and its samples want, within bounds that keep a row readable. */
export function sheetWidths(headers: readonly string[], columns: readonly ColumnMapping[]): number[] {
  const samples = new Map(columns.map((column) => [column.index, column.samples]));
  return headers.map((header, index) => {
    const longest = Math.max(header.length, ...(samples.get(index) ?? []).map((sample) => sample.length));
    return Math.max(LEAST, Math.min(MOST, Math.round(longest * LETTER) + SIDES));
  });
}
