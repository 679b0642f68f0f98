import { expect, test } from "vitest";
import { column, importDetail } from "@/testing/samples";
import { versionLines } from "./versions";

const first = importDetail({}, [
  column(0, { header: "Kind", status: "unresolved", field: null }),
  column(1, { header: "Born", field: "person.birth_date" }),
]).manifest;
const second = {
  ...importDetail({}, [
    column(0, { header: "Kind", field: "person.lead_status", value_map: [{ from: "x", to: null }] }),
    column(1, { header: "Born", field: "person.birth_date", date_order: "DMY" }),
  ]).manifest,
  version: 2,
  handling: { corrections: [{ row_number: 3, column: 0, value: "a" }] },
};

test("a version says what it changed, column by column", () => {
  expect(versionLines(undefined, first)).toEqual(["As found: 1 column settled"]);
  const lines = versionLines(first, second as typeof first);
  expect(lines).toHaveLength(3);
  expect(lines[0]).toMatch(/^Kind: unresolved → contact, .*, 1 value mapped$/);
  expect(lines[1]).toBe("Born: the day comes first");
  expect(lines[2]).toBe("1 cell corrected");
  expect(versionLines(second as typeof first, second as typeof first)).toEqual(["Nothing else is said"]);
});
