// A proposal side by side: what each side says of a field, what would stand afterwards, and what the reviewer chose instead.
import type { Correction, ReviewField, ReviewItem, ReviewSide } from "@/api/generated/contracts";
import { itemKey, itemsOf } from "./words";

export interface CompareField {
  of: ReviewField;
  /** What each side says, by its column; null: nothing. */
  values: readonly unknown[];
}

export interface Comparison {
  sides: readonly ReviewSide[];
  differing: readonly CompareField[];
  same: readonly CompareField[];
}

/** What a reviewer put in a field's place; fields that are not named stand as proposed. */
export type Choices = Readonly<Record<string, unknown>>;

/** Alike, whatever dress each was received in. */
function alike(a: unknown, b: unknown): boolean {
  const [left, right] = [itemsOf(a).map(itemKey), itemsOf(b).map(itemKey)];
  return left.length === right.length && left.every((key) => right.includes(key));
}

/** Items of all sides, each once, in the order of the sides. */
function unionOf(values: readonly unknown[]): readonly unknown[] {
  const seen = new Map<string, unknown>();
  for (const item of values.flatMap(itemsOf)) if (!seen.has(itemKey(item))) seen.set(itemKey(item), item);
  return [...seen.values()];
}

/** A row that changes nothing and that nobody says anything else of. */
const says = ({ effect, differs }: ReviewField): boolean => effect !== "same" || differs;

/**
 * The columns and rows of an item: what differs, and what all sides say alike. Rows stay where the item was first shown
 * with them, whatever its plan by the reviewer's wishes brings to the top.
 */
export function comparisonOf({ sides, fields }: ReviewItem, first: ReviewItem): Comparison {
  const places = new Map(first.fields.map(({ field }, n) => [field, n]));
  const place = ({ field }: ReviewField): number => places.get(field) ?? places.size;
  const rows = [...fields]
    .sort((a, b) => place(a) - place(b))
    .map((of) => ({
      of,
      values: sides.map((_, n) => of.values.find(({ side }) => side === n)?.value ?? null),
    }));
  return {
    sides,
    differing: rows.filter(({ of }) => says(of)),
    same: rows.filter(({ of }) => !says(of)),
  };
}

/** What would stand in a field: the reviewer's word, else what is proposed. */
export const standsAfter = ({ of }: CompareField, choices: Choices): unknown =>
  of.field in choices ? choices[of.field] : of.result;

export const isChosen = ({ of }: CompareField, choices: Choices): boolean => of.field in choices;

/** Puts a value in a field; the value that is proposed anyway is no choice. */
export function choose({ of }: CompareField, choices: Choices, value: unknown): Choices {
  const { [of.field]: _, ...others } = choices;
  return alike(value, of.result) ? others : { ...others, [of.field]: value };
}

/** Every value that a field of several may keep: of all sides, and what the reviewer wrote. */
export const optionsOf = (row: CompareField, choices: Choices): readonly unknown[] =>
  unionOf([row.of.result, ...row.values, choices[row.of.field]]);

export const isKept = (row: CompareField, choices: Choices, item: unknown): boolean =>
  itemsOf(standsAfter(row, choices)).some((one) => itemKey(one) === itemKey(item));

/** The n-th side's value, or the n-th of several values kept or left. Nothing where there is none. */
export function take(row: CompareField, choices: Choices, n: number): Choices {
  if (!row.of.many) return n < row.values.length ? choose(row, choices, row.values[n] ?? null) : choices;
  const options = optionsOf(row, choices);
  const target = options[n];
  if (target === undefined) return choices;
  const kept = new Set(itemsOf(standsAfter(row, choices)).map(itemKey));
  if (!kept.delete(itemKey(target))) kept.add(itemKey(target));
  return choose(
    row,
    choices,
    options.filter((item) => kept.has(itemKey(item))),
  );
}

/** Which side's value it is that stands, if any. */
export function sideOf(row: CompareField, choices: Choices): number {
  const stands = standsAfter(row, choices);
  if (itemsOf(stands).length === 0) return -1;
  return row.values.findIndex((value) => value !== null && alike(value, stands));
}

/** What the verdict carries with it. */
export const correctionsOf = (choices: Choices): Correction[] =>
  Object.entries(choices).map(([field, value]) => ({ field, value }));
