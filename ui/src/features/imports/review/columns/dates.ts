import type { ColumnMapping, DateOrder } from "@/api/generated/contracts";

const MONTH = new Intl.DateTimeFormat("en-GB", { month: "long" });
const NUMBERS = /(?:^|\D)(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})(?!\d)/;

/** `3 April 2024`; a year of two digits stays as it is written. */
const inWords = (day: number, month: number, year: string): string =>
  `${day} ${MONTH.format(new Date(2000, month - 1))} ${year}`;

export interface Readings {
  /** The date as received. */
  example: string;
  DMY: string;
  MDY: string;
}

/** Both readings of the first sample that has two; null: no sample shows the doubt. */
export function readingsOf({ samples }: Pick<ColumnMapping, "samples">): Readings | null {
  for (const sample of samples) {
    const found = NUMBERS.exec(sample);
    if (!found) continue;
    const [first, second, year] = [Number(found[1]), Number(found[2]), found[3] ?? ""];
    if (first === second || first < 1 || second < 1 || first > 12 || second > 12) continue;
    return {
      example: sample.trim(),
      DMY: inWords(first, second, year),
      MDY: inWords(second, first, year),
    };
  }
  return null;
}

/** The question in words, each answer on its own button: `Which day is 03/04/2024?` */
export function dateQuestion(column: ColumnMapping): string {
  const readings = readingsOf(column);
  if (!readings) return column.question ?? "";
  return `Which day is ${readings.example}?`;
}

/** What a button for one order says. */
export function orderWords(column: ColumnMapping, order: DateOrder): string {
  const readings = readingsOf(column);
  if (!readings || order === "YMD") return order === "MDY" ? "Month first" : "Day first";
  return readings[order];
}
