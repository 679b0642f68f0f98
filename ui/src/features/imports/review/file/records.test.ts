import { expect, test } from "vitest";
import type { SetAside } from "@/api/generated/contracts";
import { importDetail } from "@/testing/samples";
import { byRole, recordOfRow } from "./records";

const aside = (record: number, role: string): SetAside => ({ record, role, text: role });
const { dialect } = importDetail().batch;

test("a data row's record counts what was set aside before it", () => {
  const records = [aside(1, "preamble"), aside(2, "blank"), aside(6, "section"), aside(99, "footer")];
  const at = { ...dialect, header_row: 3 };
  expect([1, 2, 3, 4].map((row) => recordOfRow(row, records, at))).toEqual([4, 5, 7, 8]);
  expect(recordOfRow(1, [], { ...dialect, header_row: null })).toBe(1);
});

test("what was set aside is grouped in the order of a file", () => {
  const groups = byRole([
    aside(9, "odd"),
    aside(2, "blank"),
    aside(8, "footer"),
    aside(1, "preamble"),
    aside(5, "blank"),
  ]);
  expect(groups.map(([role, records]) => [role, records.length])).toEqual([
    ["preamble", 1],
    ["footer", 1],
    ["blank", 2],
    ["odd", 1],
  ]);
});
