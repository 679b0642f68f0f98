import { expect, test } from "vitest";
import { importRow } from "@/testing/samples";
import { cellKey, cellState, draftOf, draftRevision } from "./drafts";

const row = importRow(7, {
  cells: ["Asha", "98300", ""],
  corrected: [{ column: 1, value: "+91 98300 12345" }],
  issues: [{ kind: "phone_unparsed", message: "98300 is no whole number.", column: 1 }],
});

test("drafts become one revision in the order of the file", () => {
  const drafts = new Map<string, string | null>([
    [cellKey(12, 1), "b"],
    [cellKey(2, 3), "a"],
    [cellKey(7, 1), null],
  ]);
  expect(draftRevision(drafts)).toEqual({
    corrections: [
      { row_number: 2, column: 3, value: "a" },
      { row_number: 12, column: 1, value: "b" },
    ],
    uncorrect: [[7, 1]],
  });
});

test("a cell shows what is read, and keeps what was received", () => {
  expect(cellState(row, 1, new Map())).toEqual({
    received: "98300",
    text: "+91 98300 12345",
    corrected: true,
    drafted: false,
    issues: ["98300 is no whole number."],
  });
  const back = cellState(row, 1, new Map([[cellKey(7, 1), null]]));
  expect(back).toMatchObject({ text: "98300", corrected: false, drafted: true });
  expect(cellState(row, 0, new Map([[cellKey(7, 0), ""]]))).toMatchObject({ text: "", drafted: true });
});

test("writing what is read already is no draft, writing what was received takes the correction back", () => {
  expect(draftOf(row, 0, "Asha")).toBeUndefined();
  expect(draftOf(row, 0, "Asha Rao")).toBe("Asha Rao");
  expect(draftOf(row, 1, "+91 98300 12345")).toBeUndefined();
  expect(draftOf(row, 1, "98300")).toBeNull();
  expect(draftOf(row, 2, "x")).toBe("x");
});
