import { expect, test } from "vitest";
import { column } from "@/testing/samples";
import { choiceFor, keepAll, keyColumns, reviewOrder, slugOf } from "./columns";

test("headers become names of custom fields, in any script", () => {
  expect(slugOf("Is NRI?")).toBe("is_nri");
  expect(slugOf("  Avg. Price (₹) ")).toBe("avg_price");
  expect(slugOf("पता")).toMatch(/^\S+$/);
  expect(slugOf("???")).toBe("field");
});

test("keeping all gives every filled unresolved column a name of its own", () => {
  const columns = [
    column(0, { header: "Area", status: "unresolved", field: null }),
    column(1, { header: "area", status: "unresolved", field: null }),
    column(2, { header: "Empty", status: "unresolved", field: null, filled: 0 }),
    column(3, { header: "Name", field: "person.full_name" }),
  ];
  expect(keepAll(columns, "person").map(({ column: at, field }) => [at, field])).toEqual([
    [0, "person.custom.area"],
    [1, "person.custom.area_2"],
  ]);
});

test("ignoring a column drops what it was mapped to", () => {
  const choice = choiceFor(column(4, { label: "work", date_order: "DMY" }), { status: "ignored" });
  expect(choice).toEqual({ column: 4, status: "ignored", field: null, label: null, date_order: null });
});

test("review begins with what needs a person", () => {
  const columns = [
    column(0),
    column(1, { confidence: 0.3 }),
    column(2, { question: "Which first?" }),
    column(3, { status: "unresolved", field: null }),
  ];
  expect(reviewOrder(columns)).toEqual([3, 2, 1, 0]);
});

test("rows are recognised by name, company, e-mail and phone", () => {
  const columns = [
    column(0, { field: "person.notes" }),
    column(1, { field: "person.phone[]" }),
    column(2, { field: "person.given_name" }),
  ];
  expect(keyColumns(columns, 2).map(({ index }) => index)).toEqual([2, 1]);
});

test("where nothing is mapped, words tell who a row is about before numbers and dates do", () => {
  const open = { status: "unresolved", field: null } as const;
  const columns = [
    column(0, { ...open, header: "Sr", samples: ["1", "850"], filled: 90 }),
    column(1, { ...open, header: "Dt.", samples: ["24/08/2025"], filled: 90 }),
    column(2, { ...open, header: "Customer Nm", samples: ["Madhura Bhonsle"], filled: 90 }),
  ];
  expect(keyColumns(columns, 2).map(({ header }) => header)).toEqual(["Customer Nm", "Sr"]);
});
