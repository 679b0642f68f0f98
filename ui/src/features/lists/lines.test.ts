import { describe, expect, it } from "vitest";
import { linesOf, rowsBetween, type Section } from "./lines";

const section = (key: string, count: number, more: Partial<Section> = {}): Section => ({
  key,
  heading: { label: key, value: key, sums: [] },
  folded: false,
  count,
  query: { entity: "task" },
  ...more,
});

describe("The lines of a list", () => {
  it("are its rows where it is not grouped", () => {
    const lines = linesOf([section("all", 3, { heading: null })]);
    expect(lines.total).toBe(3);
    expect(lines.at(2)).toMatchObject({ kind: "row", index: 2 });
    expect(lines.at(3)).toBeNull();
  });

  it("are headings, and rows of the groups that are unfolded", () => {
    const sections = [section("new", 2), section("won", 5, { folded: true }), section("lost", 1)];
    const lines = linesOf(sections);
    expect(lines.total).toBe(3 + 1 + 2);
    const said = Array.from({ length: lines.total }, (_, i) => {
      const line = lines.at(i);
      return line?.kind === "row" ? `${line.section.key} ${line.index}` : line?.section.key;
    });
    expect(said).toEqual(["new", "new 0", "new 1", "won", "lost", "lost 0"]);
    expect(lines.of("lost", 0)).toBe(5);
    expect(lines.of("won", 0)).toBe(-1);
  });

  it("load only the rows in sight, of each group", () => {
    const sections = [section("a", 1000), section("b", 1000)];
    const found = rowsBetween(sections, linesOf(sections), 990, 1010);
    expect(found.map(({ section: { key }, first, last }) => [key, first, last])).toEqual([
      ["a", 989, 999],
      ["b", 0, 8],
    ]);
  });
});
