import { describe, expect, it } from "vitest";
import type { RecordsQuery } from "@/api/generated/contracts";
import {
  forBulk,
  isSelected,
  matchKey,
  NOTHING,
  type Selection,
  sizeOf,
  toggled,
  withRow,
} from "./selection";

const query: RecordsQuery = { entity: "person", text: "asha", sorts: [{ field: "name", descending: false }] };

describe("A selection", () => {
  it("toggles rows and remembers them by their record", () => {
    const two = toggled(toggled(NOTHING, "a"), "b");
    expect(sizeOf(two, 9)).toBe(2);
    expect(sizeOf(toggled(two, "a"), 9)).toBe(1);
    expect(forBulk(two, query)).toEqual({ kind: "ids", entity: "person", ids: ["a", "b"] });
  });

  it("of all that match leaves out what is taken away, and takes it in again", () => {
    const all: Selection = { kind: "all", of: matchKey(query), except: new Set() };
    const but = toggled(all, "a");
    expect(isSelected(but, "a")).toBe(false);
    expect(isSelected(but, "b")).toBe(true);
    expect(sizeOf(but, 100)).toBe(99);
    expect(sizeOf(but, null)).toBeNull();
    expect(forBulk(but, query)).toEqual({ kind: "matching", query, except: ["a"] });
    expect(sizeOf(withRow(but, "a", true), 100)).toBe(100);
  });

  it("knows what a query matches whatever its order", () => {
    expect(matchKey({ ...query, sorts: [], columns: ["name"] })).toBe(matchKey(query));
    expect(matchKey({ ...query, text: "bela" })).not.toBe(matchKey(query));
  });
});
