import type {
  ColumnChoice,
  ColumnMapping,
  ColumnStatus,
  EntityType,
  ImportMappingManifest,
} from "@/api/generated/contracts";

/** Every column of the file, in the file's order. */
export function allColumns(manifest: ImportMappingManifest): ColumnMapping[] {
  return [...manifest.column_mappings, ...manifest.unmapped_columns].sort((a, b) => a.index - b.index);
}

/** Unresolved first, then open questions, then doubtful ones, then the file's order. */
export function reviewOrder(columns: readonly ColumnMapping[]): number[] {
  const rank = (column: ColumnMapping): number => {
    if (column.status === "unresolved") return 0;
    if (column.question && !column.date_order) return 1;
    return column.status === "mapped" && column.confidence < 0.6 ? 2 : 3;
  };
  return [...columns].sort((a, b) => rank(a) - rank(b) || a.index - b.index).map(({ index }) => index);
}

export function countStatuses(columns: readonly ColumnMapping[]): Record<ColumnStatus, number> {
  const counts = { mapped: 0, ignored: 0, unresolved: 0 };
  for (const { status } of columns) counts[status] += 1;
  return counts;
}

/** `Is NRI?` → `is_nri`. Letters of any script stay. */
export function slugOf(header: string): string {
  const slug = header
    .normalize("NFC")
    .toLocaleLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "_")
    .replaceAll(/^_+|_+$/g, "")
    .slice(0, 64);
  return slug || "field";
}

export const customField = (entity: EntityType, header: string): string =>
  `${entity}.custom.${slugOf(header)}`;

/** Keeps every unresolved column that holds something, each under a name of its own. */
export function keepAll(columns: readonly ColumnMapping[], entity: EntityType): ColumnChoice[] {
  const taken = new Set(columns.flatMap(({ field }) => field ?? []));
  return columns
    .filter(({ status, filled }) => status === "unresolved" && filled > 0)
    .map((column) => {
      const wanted = customField(entity, column.header);
      let field = wanted;
      for (let n = 2; taken.has(field); n += 1) field = `${wanted}_${n}`;
      taken.add(field);
      return choiceFor(column, { status: "mapped", field, label: null });
    });
}

/** The same column with something else said about it. */
export function choiceFor(column: ColumnMapping, change: Partial<ColumnChoice>): ColumnChoice {
  const { index, status, field, label, date_order } = column;
  const choice = { column: index, status, field, label, date_order, ...change };
  return choice.status === "mapped" ? choice : { ...choice, field: null, label: null, date_order: null };
}

const TAKES_LABEL = /\.(phone|email|website)\[\]$/;

export const takesLabel = (field: string | null): boolean => field !== null && TAKES_LABEL.test(field);

export const LABELS: readonly string[] = ["mobile", "work", "home", "whatsapp", "fax", "other"];

const KEY_FIELDS = [
  "full_name",
  "name",
  "given_name",
  "family_name",
  "company_name",
  "email[]",
  "phone[]",
  "amount",
  "stage",
];

/** The few columns by which a person recognises a row. */
export function keyColumns(columns: readonly ColumnMapping[], most: number): ColumnMapping[] {
  const named = KEY_FIELDS.flatMap((key) => {
    const found = columns.find(({ field }) => field !== null && field.slice(field.indexOf(".") + 1) === key);
    return found ? [found] : [];
  });
  // Then what holds words, before numbers and dates: a serial number tells nobody who a row is about.
  const wordy = ({ samples }: ColumnMapping) => samples.some((sample) => /\p{L}{3}/u.test(sample));
  const rest = columns
    .filter((column) => !named.includes(column) && column.filled > 0)
    .sort((a, b) => Number(wordy(b)) - Number(wordy(a)) || b.filled - a.filled || a.index - b.index);
  return [...named, ...rest].slice(0, most);
}
