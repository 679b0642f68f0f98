// A list as lines: its rows, or headings of groups with the rows of those that are unfolded.
import type { GroupSum, RecordsQuery } from "@/api/generated/contracts";

export interface Section {
  key: string;
  /** Null: the list is not grouped, there is no heading. */
  heading: { label: string; value: string | null; sums: readonly GroupSum[] } | null;
  folded: boolean;
  count: number;
  query: RecordsQuery;
}

export type Line = { kind: "heading"; section: Section } | { kind: "row"; section: Section; index: number };

export interface Lines {
  total: number;
  at: (line: number) => Line | null;
  /** The line of a row. */
  of: (section: string, index: number) => number;
}

const length = ({ heading, folded, count }: Section): number => (heading ? 1 : 0) + (folded ? 0 : count);

export function linesOf(sections: readonly Section[]): Lines {
  const begins: number[] = [];
  let total = 0;
  for (const section of sections) {
    begins.push(total);
    total += length(section);
  }
  return {
    total,
    at: (line) => {
      if (line < 0 || line >= total) return null;
      let [low, high] = [0, sections.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((begins[middle] ?? 0) <= line) low = middle;
        else high = middle - 1;
      }
      const section = sections[low];
      if (!section) return null;
      const inside = line - (begins[low] ?? 0) - (section.heading ? 1 : 0);
      return inside < 0 ? { kind: "heading", section } : { kind: "row", section, index: inside };
    },
    of: (key, index) => {
      const found = sections.findIndex((section) => section.key === key);
      const section = sections[found];
      if (!section || section.folded) return -1;
      return (begins[found] ?? 0) + (section.heading ? 1 : 0) + index;
    },
  };
}

/** Rows of each section between two lines, for what has to be loaded. */
export function rowsBetween(
  sections: readonly Section[],
  lines: Lines,
  first: number,
  last: number,
): { section: Section; first: number; last: number }[] {
  return sections.flatMap((section) => {
    if (section.folded || section.count === 0) return [];
    const begin = lines.of(section.key, 0);
    const [from, to] = [Math.max(0, first - begin), Math.min(section.count - 1, last - begin)];
    return to >= from ? [{ section, first: from, last: to }] : [];
  });
}
