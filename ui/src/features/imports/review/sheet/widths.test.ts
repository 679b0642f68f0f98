import { expect, test } from "vitest";
import { column } from "@/testing/samples";
import { sheetWidths } from "./widths";

test("a column of the sheet is as wide as its longest sample or its header, within bounds", () => {
  const columns = [
    column(0, { samples: ["1", "850"] }),
    column(1, { samples: ["Asha Rao-Chatterjee"] }),
    column(2, { samples: ["x".repeat(400)] }),
  ];
  const [serial = 0, name = 0, notes = 0, unknown = 0] = sheetWidths(
    ["Sr", "Name", "Notes", "Preferred location"],
    columns,
  );
  expect(serial).toBeLessThan(name);
  expect(name).toBeLessThan(notes);
  expect(notes).toBe(240);
  expect(unknown).toBeGreaterThan(serial);
});
