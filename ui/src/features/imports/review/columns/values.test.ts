import { expect, test } from "vitest";
import { column } from "@/testing/samples";
import { mapWith, valueLines, withValue } from "./values";

const stage = column(3, {
  choices: [
    { value: "Hot", count: 40 },
    { value: "hot!!", count: 2 },
  ],
  value_map: [
    { from: "hot!!", to: "Hot" },
    { from: "gone", to: null },
  ],
});

test("every value is listed with its count and what it becomes, mapped ones that the file lacks too", () => {
  expect(valueLines(stage)).toEqual([
    { value: "Hot", count: 40, to: undefined },
    { value: "hot!!", count: 2, to: "Hot" },
    { value: "gone", count: 0, to: null },
  ]);
});

test("a value mapped to itself is not mapped", () => {
  expect(withValue(stage, "hot!!", "hot!!")).toEqual([{ from: "gone", to: null }]);
  expect(withValue(stage, "gone", undefined)).toEqual([{ from: "hot!!", to: "Hot" }]);
});

test("drafts join what stands, the later word on a value counts", () => {
  expect(
    mapWith(
      stage,
      new Map([
        ["Hot", "Warm"],
        ["hot!!", null],
      ]),
    ),
  ).toEqual([
    { from: "gone", to: null },
    { from: "Hot", to: "Warm" },
    { from: "hot!!", to: null },
  ]);
});
