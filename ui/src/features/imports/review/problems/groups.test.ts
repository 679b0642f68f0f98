import { expect, test } from "vitest";
import type { ProblemGroup } from "@/api/generated/contracts";
import { grouped, openProblems, problemOrder, problemTitle } from "./groups";

const group = (kind: string, more: Partial<ProblemGroup> = {}): ProblemGroup => ({
  kind,
  column: null,
  message: "",
  count: 1,
  rows: [],
  title: "",
  accepted: false,
  fixes: [],
  ...more,
});
const fix = { id: "accept", title: "Let them be", consequence: "Nothing changes.", revision: {} };

test("what can be settled at once comes first, what was let be last", () => {
  const groups = [
    group("seen", { accepted: true, count: 90 }),
    group("rare", { fixes: [fix], count: 2 }),
    group("stuck", { count: 50 }),
    group("common", { fixes: [fix], count: 40 }),
  ];
  expect(problemOrder(groups).map(({ kind }) => kind)).toEqual(["common", "rare", "stuck", "seen"]);
  expect(openProblems(groups)).toHaveLength(3);
});

test("a group is named by its title and its column", () => {
  expect(
    problemTitle(group("phone_unparsed", { title: "Phone numbers that can't be read", column: 1 }), [
      "A",
      "Mobile",
    ]),
  ).toBe("Phone numbers that can't be read in Mobile");
  expect(problemTitle(group("row_long"), [])).toBe("Row long");
});

test("a sentence of the host has its count grouped as every count is", () => {
  const many = group("number_unparsed", { count: 2484 });
  expect(grouped("Leave 2484 numbers empty", many)).toBe("Leave 2,484 numbers empty");
  expect(grouped('"98312484" becomes +12484', many)).toBe('"98312484" becomes +12484');
  expect(grouped("Leave 12 numbers empty", group("number_unparsed", { count: 12 }))).toBe(
    "Leave 12 numbers empty",
  );
});
