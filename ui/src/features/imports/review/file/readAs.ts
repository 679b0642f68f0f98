import type { Dialect, EntityType, ReadAs } from "@/api/generated/contracts";

/** How a person wants the bytes read, as a form holds it. */
export interface Reading {
  encoding: string;
  delimiter: string;
  /** Empty: nothing quotes. */
  quote: string;
  /** 0: the file has no header. */
  header: number;
  /** What a row describes. */
  rows: EntityType;
}

export const readingOf = (dialect: Dialect, rows: EntityType): Reading => ({
  encoding: dialect.encoding,
  delimiter: dialect.delimiter,
  quote: dialect.quote ?? "",
  header: dialect.header_row ?? 0,
  rows,
});

/** What differs from what was found; null: nothing does. */
export function readAs(found: Dialect, rows: EntityType, wanted: Reading): ReadAs | null {
  const now = readingOf(found, rows);
  const said: ReadAs = {
    encoding: wanted.encoding === now.encoding ? null : wanted.encoding,
    delimiter: wanted.delimiter === now.delimiter ? null : wanted.delimiter,
    quote: wanted.quote === now.quote ? null : wanted.quote,
    header_row: wanted.header === now.header ? null : wanted.header,
    ...(wanted.rows === now.rows ? {} : { rows_are: wanted.rows }),
  };
  return Object.values(said).every((part) => part === null) ? null : said;
}

/** What was said before and what is said now: the later word on a part counts. */
export const joinReadAs = (before: ReadAs | undefined, now: ReadAs): ReadAs => ({
  ...((now.rows_are ?? before?.rows_are) ? { rows_are: now.rows_are ?? before?.rows_are } : {}),
  encoding: now.encoding ?? before?.encoding ?? null,
  delimiter: now.delimiter ?? before?.delimiter ?? null,
  quote: now.quote ?? before?.quote ?? null,
  header_row: now.header_row ?? before?.header_row ?? null,
});
