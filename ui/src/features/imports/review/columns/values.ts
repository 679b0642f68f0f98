import type { ColumnMapping, ValueChoice } from "@/api/generated/contracts";

export interface ValueLine {
  value: string;
  count: number;
  /** What is read in its place; undefined: the value itself, null: nothing. */
  to: string | null | undefined;
}

/** The column's distinct values with what a person made of each; replaced ones stay listed wherever they are. */
export function valueLines(column: ColumnMapping): ValueLine[] {
  const map = new Map((column.value_map ?? []).map(({ from, to }) => [from, to]));
  const listed = (column.choices ?? []).map(({ value, count }) => ({ value, count, to: map.get(value) }));
  const seen = new Set(listed.map(({ value }) => value));
  const rest = [...map].filter(([from]) => !seen.has(from)).map(([value, to]) => ({ value, count: 0, to }));
  return [...listed, ...rest];
}

/** The whole map with one value said anew; undefined lets it stand as received. */
export function withValue(column: ColumnMapping, from: string, to: string | null | undefined): ValueChoice[] {
  const rest = (column.value_map ?? []).filter((choice) => choice.from !== from);
  return to === undefined || to === from ? rest : [...rest, { from, to }];
}

/** What was typed beside values: empty text stands for the value itself, as the field shows it. */
export type ValueDrafts = ReadonlyMap<string, string | null | undefined>;

/** The map after everything drafted. */
export function mapWith(column: ColumnMapping, drafts: ValueDrafts): ValueChoice[] {
  let next = column;
  for (const [from, to] of drafts) next = { ...next, value_map: withValue(next, from, to) };
  return next.value_map ?? [];
}
