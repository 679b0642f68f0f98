import { expect, test } from "vitest";
import { importDetail } from "@/testing/samples";
import { joinReadAs, readAs, readingOf } from "./readAs";

const { dialect } = importDetail().batch;

test("only what a person changed is said", () => {
  const found = readingOf(dialect, "person");
  expect(readAs(dialect, "person", found)).toBeNull();
  expect(readAs(dialect, "person", { ...found, delimiter: ";", header: 0 })).toEqual({
    encoding: null,
    delimiter: ";",
    quote: null,
    header_row: 0,
  });
});

test("no quotes is a choice of its own", () => {
  expect(readAs(dialect, "person", { ...readingOf(dialect, "person"), quote: "" })?.quote).toBe("");
});

test("a second reading keeps what the first was told", () => {
  const first = { encoding: "windows-1252", delimiter: null, quote: null, header_row: 3 };
  const second = { encoding: null, delimiter: ";", quote: "", header_row: 0 };
  expect(joinReadAs(first, second)).toEqual({
    encoding: "windows-1252",
    delimiter: ";",
    quote: "",
    header_row: 0,
  });
});

test("what each row describes is said like the rest, and kept", () => {
  const said = readAs(dialect, "person", { ...readingOf(dialect, "person"), rows: "interaction" });
  expect(said?.rows_are).toBe("interaction");
  const first = { encoding: null, delimiter: null, quote: null, header_row: null, rows_are: "task" as const };
  const second = { encoding: null, delimiter: ";", quote: null, header_row: null };
  expect(joinReadAs(first, second).rows_are).toBe("task");
});
