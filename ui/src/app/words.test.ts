import { expect, test } from "vitest";
import type { SafeCount } from "@/api/generated/contracts";
import { approveLabel, listWords, orderSafe, pathWords, safeWords, whyWords } from "./words";

const safe: SafeCount[] = [
  { entity: "account", action: "create", count: 31 },
  { entity: "person", action: "update", count: 1 },
  { entity: "person", action: "create", count: 214 },
  { entity: "household", action: "create", count: 0 },
];

test("the button names what the rows describe and how many", () => {
  expect(approveLabel(safe, "person")).toBe("Approve 214 new contacts");
  expect(approveLabel(safe, "account")).toBe("Approve 31 new companies");
  expect(approveLabel([{ entity: "person", action: "create", count: 1 }], "person")).toBe(
    "Approve 1 new contact",
  );
  expect(approveLabel([], "person")).toBe("Nothing to approve");
});

test("new records come before changes, and what counts nothing is left out", () => {
  expect(orderSafe(safe, "person").map(safeWords)).toEqual([
    "214 new contacts",
    "31 new companies",
    "1 change to contacts",
  ]);
});

test("lists, paths and reasons read as words", () => {
  expect(listWords(["a", "b", "c"])).toBe("a, b and c");
  expect(pathWords("person.email[]")).toBe("contact, e-mail");
  expect(
    whyWords([
      { field: "full_name", how: "prefix" },
      { field: "family_name", how: "prefix" },
      { field: "phone", how: "digits" },
    ]),
  ).toBe("name, phone digits");
  expect(whyWords([])).toBe("");
});
