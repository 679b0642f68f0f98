import { describe, expect, it } from "vitest";
import { fact } from "@/testing/samples";
import { askedOf, changedFields, lost, typedFacts, won } from "./forms";

describe("forms of what is written by hand", () => {
  it("show values as people type them, and send only what was changed", () => {
    const facts = [
      fact("budget_max", { amount: "25000000", currency: "INR", received: "2.5 Cr" }, { kind: "money" }),
      fact("area_min", { value: "1200", unit: "sq_ft" }, { kind: "area" }),
      fact("locality", "Alipore", { index: 0 }),
      fact("locality", "Ballygunge", { index: 1 }),
    ];
    const before = typedFacts("requirement", facts);
    expect(before).toMatchObject({
      budget_max: "INR 25000000",
      area_min: "1200 sq ft",
      locality: "Alipore, Ballygunge",
      must_have: "",
    });
    expect(changedFields("requirement", before, { ...before, must_have: " pool ", locality: "" })).toEqual([
      { field: "locality", text: "" },
      { field: "must_have", text: "pool" },
    ]);
  });

  it("give a time to the minute its seconds", () => {
    const before = typedFacts("task", [fact("due_at", "2026-11-21T18:00:00", { kind: "date_time" })]);
    expect(before.due_at).toBe("2026-11-21T18:00");
    expect(changedFields("task", before, { ...before, due_at: "2026-11-22T09:30" })).toEqual([
      { field: "due_at", text: "2026-11-22T09:30:00" },
    ]);
  });

  it("leave a number out where several stand, and ask for it where none or one does", () => {
    const phone = (index: number) => fact("phone", { value: "+913340001234" }, { kind: "phone", index });
    const asked = (n: number) =>
      askedOf(
        "account",
        Array.from({ length: n }, (_, i) => phone(i)),
      ).some(({ field }) => field === "phone");
    expect([0, 1, 2].map(asked)).toEqual([true, true, false]);
  });

  it("close a deal with its status, its day and, where it was lost, the reason", () => {
    const fields = Object.fromEntries(lost("Price", "2026-11-21T10:00:00").map((f) => [f.field, f.text]));
    expect(fields).toMatchObject({ status: "Lost", lost_at: "2026-11-21T10:00:00", lost_reason: "Price" });
    expect(won("2026-11-21T10:00:00")).toContainEqual({ field: "won_at", text: "2026-11-21T10:00:00" });
  });
});
