// What the queue is narrowed to: by the address, and in the words of the chips.
import type { FilterCount, QueueFilters, ReviewQuery } from "@/api/generated/contracts";
import type { QueueSearch } from "@/app/addresses";
import { entityNames } from "@/app/words";
import { kindNames, RISK_WORDS } from "./words";

/** What an address asks of the queue. */
export function queryOf(search: QueueSearch): Partial<ReviewQuery> {
  return {
    ...(search.kind && { kind: search.kind }),
    ...(search.source && { source: search.source }),
    ...(search.import && { import_id: search.import }),
    ...(search.risk && { risk: search.risk }),
    ...(search.age && { age: search.age }),
    ...(search.subject && { subject: search.subject }),
    ...(search.about && { about: search.about }),
    ...(search.asked && { requested: true }),
  };
}

export type FilterName = "kind" | "source" | "import" | "risk" | "age" | "subject";

export interface Filter {
  name: FilterName;
  title: string;
  chosen: string | null;
  options: readonly { value: string; name: string; count: number }[];
}

const SOURCES: Record<string, string> = {
  import: "Imports",
  identity_scan: "Looks for duplicates",
  operator: "People",
  restore: "Restores",
  oracle: "Oracle",
  nemoclaw: "NemoClaw",
  enrichment: "Providers",
  sync_conflict: "Sync",
  interaction: "Conversations",
};
const AGES: Record<string, string> = { day: "Today", week: "This week", older: "Longer" };

/** Filters that would narrow something, and those that do. */
export function filtersOf(filters: QueueFilters | null, search: QueueSearch): readonly Filter[] {
  if (filters === null) return [];
  const filter = (
    name: FilterName,
    title: string,
    counts: readonly FilterCount[],
    words: (count: FilterCount) => string,
  ): Filter => ({
    name,
    title,
    chosen: search[name] ?? null,
    options: counts.map((count) => ({ value: count.value, name: words(count), count: count.count })),
  });
  return [
    filter("kind", "Kind", filters.kinds, ({ value }) => kindNames(value)),
    filter("risk", "Risk", filters.risks, ({ value, title }) => RISK_WORDS[value as "low"] ?? title),
    filter("import", "File", filters.imports, ({ title }) => title),
    filter("source", "From", filters.sources, ({ value, title }) => SOURCES[value] ?? title),
    filter("age", "Waits", filters.ages, ({ value, title }) => AGES[value] ?? title),
    filter("subject", "About", filters.subjects, ({ value }) => {
      const many = entityNames(value as "person");
      return many.charAt(0).toUpperCase() + many.slice(1);
    }),
  ].filter(({ chosen, options }) => chosen !== null || options.length > 1);
}

export const isNarrowed = (search: QueueSearch): boolean => Object.keys(queryOf(search)).length > 0;

export const NO_FILTERS: QueueSearch = {
  kind: undefined,
  source: undefined,
  import: undefined,
  risk: undefined,
  age: undefined,
  subject: undefined,
  about: undefined,
  asked: undefined,
  sel: undefined,
} as QueueSearch;
