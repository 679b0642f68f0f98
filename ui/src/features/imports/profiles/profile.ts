import type { FieldInfo } from "@/api/generated/contracts";
import { entityName, fieldWords } from "@/app/words";

/** One known column of a profile, as a person reads it. */
export interface ProfileLine {
  header: string;
  /** Other spellings and languages. */
  also: readonly string[];
  /** The field's path; null: left out. */
  field: string | null;
  /** Label, date order and the like, or why it is left out. */
  remark: string;
}

export interface ProfileReading {
  /** Every one of these headers, */
  all: readonly string[];
  /** and so many of those. */
  least: number;
  any: readonly string[];
  lines: readonly ProfileLine[];
}

const object = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const words = (value: unknown): string[] =>
  list(value).filter((item): item is string => typeof item === "string");
const text = (value: unknown): string => (typeof value === "string" ? value : "");

function lineOf(value: unknown): ProfileLine {
  const column = object(value);
  const order = text(column.date_order);
  const remarks = [
    text(column.label),
    order && (order === "MDY" ? "month first" : order === "DMY" ? "day first" : "year first"),
    column.inverted === true && "yes means no",
    words(column.sentinels).length > 0 && `empty where it says ${words(column.sentinels).join(", ")}`,
    text(column.ignored),
  ];
  return {
    header: text(column.header),
    also: [...words(column.also), ...Object.values(object(column.localized)).flatMap(words)],
    field: text(column.field) || null,
    remark: remarks.filter(Boolean).join(" · "),
  };
}

/** What a profile's text says (`docs/source-profile.schema.json`); null: it is no JSON. */
export function readProfile(source: string): ProfileReading | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(source);
  } catch {
    return null;
  }
  const profile = object(parsed);
  const match = object(profile.match);
  const any = words(match.any);
  const least = match.min_any;
  return {
    all: words(match.all),
    any,
    least: typeof least === "number" ? least : any.length > 0 ? 1 : 0,
    lines: list(profile.columns).map(lineOf),
  };
}

/** `Contact · E-mail`, by the dictionary where it knows the field. */
export function fieldTitle(path: string, fields: readonly FieldInfo[]): string {
  const known = fields.find((field) => field.path === path);
  if (known) return `${fieldWords(entityName(known.entity))} · ${known.title}`;
  const custom = /^\w+\.custom\.(.+)$/.exec(path);
  return custom ? `Custom · ${fieldWords(custom[1] ?? "")}` : path;
}
