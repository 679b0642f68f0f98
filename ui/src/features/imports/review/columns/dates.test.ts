import { expect, test } from "vitest";
import { column } from "@/testing/samples";
import { dateQuestion, orderWords, readingsOf } from "./dates";

test("the question takes a date that has two readings, and its answers say both", () => {
  const born = column(2, {
    samples: ["31/01/1980", "05/05/1990", "03/04/2024 10:15"],
    question: "Which first?",
  });
  expect(dateQuestion(born)).toBe("Which day is 03/04/2024 10:15?");
  expect(orderWords(born, "DMY")).toBe("3 April 2024");
  expect(orderWords(born, "MDY")).toBe("4 March 2024");
});

test("without such a date the core's own question stands", () => {
  const born = column(2, { samples: ["13/13/2024", "2024-03-04", ""], question: "Which comes first?" });
  expect(readingsOf(born)).toBeNull();
  expect(dateQuestion(born)).toBe("Which comes first?");
  expect(orderWords(born, "DMY")).toBe("Day first");
});

test("dots, dashes and short years are dates too", () => {
  expect(readingsOf({ samples: ["3.4.24"] })?.DMY).toBe("3 April 24");
  expect(readingsOf({ samples: ["03-04-2024"] })?.MDY).toBe("4 March 2024");
  expect(readingsOf({ samples: ["1203/04/2024"] })).toBeNull();
});
