import { describe, expect, it } from "vitest";
import { daysLater, localNow, localSecond } from "./now";

describe("the time here", () => {
  it("carries its offset, so that the same words mean the same instant", () => {
    const now = new Date(2026, 10, 21, 15, 50, 7);
    expect(localNow(now)).toMatch(/^2026-11-21T15:50:07[+-]\d\d:\d\d$/);
    expect(new Date(localNow(now)).getTime()).toBe(now.getTime());
    expect(localSecond(now)).toBe("2026-11-21T15:50:07");
  });

  it("goes over the ends of months", () => {
    expect(daysLater("2026-11-30T18:00:00", 1)).toBe("2026-12-01T18:00:00");
    expect(daysLater("2026-12-30", 7)).toBe("2027-01-06T09:00:00");
  });
});
