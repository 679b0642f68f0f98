import { describe, expect, it, test } from "vitest";
import {
  confidenceBand,
  formatBytes,
  formatDay,
  formatExact,
  formatMoney,
  formatMoneyExact,
  formatPhone,
  formatRate,
  formatTimeLeft,
  formatWhen,
  groupingLocale,
  initials,
} from "./format";

describe("money", () => {
  test.each([
    ["90000000.50", "INR", "₹9 Cr", "₹9,00,00,000.50"],
    ["8500000", "INR", "₹85 L", "₹85,00,000"],
    ["45000", "INR", "₹45,000", "₹45,000"],
    ["4200000", "AED", "AED 4.2M", "AED 4,200,000"],
    ["950000", "AED", "AED 950,000", "AED 950,000"],
    ["2500000000", "USD", "$2.5B", "$2,500,000,000"],
    ["-125000", "INR", "−₹1.25 L", "−₹1,25,000"],
    ["12500", null, "12,500", "12,500"],
    ["on request", "INR", "on request", "on request"],
  ])("%s %s is short %s, exactly %s", (amount, currency, short, exact) => {
    expect(formatMoney(amount, currency)).toBe(short);
    expect(formatMoneyExact(amount, currency)).toBe(exact);
  });

  it("never rounds the exact form", () => {
    expect(formatMoneyExact("12345678901234567.89", "USD")).toBe("$12,345,678,901,234,567.89");
  });
});

describe("dates", () => {
  const now = new Date(2026, 2, 10, 15, 0);
  test.each([
    ["2026-03-10T14:58:00", "2 min ago"],
    ["2026-03-10T09:00:00", "6 h ago"],
    ["2026-03-09T23:59:00", "yesterday"],
    ["2026-03-04", "6 days ago"],
    ["2026-03-10", "today"],
    ["2026-03-11", "tomorrow"],
    ["2026-03-15", "in 5 days"],
    ["2026-03-02", "2 Mar 2026"],
    ["2025-12-31T10:00:00", "31 Dec 2025"],
    ["--09-23", "23 Sep"],
    ["after Diwali", "after Diwali"],
  ])("%s is %s", (text, words) => {
    expect(formatWhen(text, now)).toBe(words);
  });

  it("names the minute on hover, and only where there is one", () => {
    expect(formatExact("2026-03-02 16:19:00")).toBe("2 Mar 2026, 16:19");
    expect(formatExact("2026-03-02")).toBe("2 Mar 2026");
    expect(formatDay("1986-09-23")).toBe("23 Sep 1986");
  });
});

test.each([
  ["+919830012345", "+91 98300 12345"],
  ["+913322871234", "+91 33 2287 1234"],
  ["+911244363731", "+91 124 436 3731"],
  ["+971508153694", "+971 50 815 3694"],
  ["+97143334444", "+971 4 333 4444"],
  ["+966551789315", "+966 55 178 9315"],
  ["+447911123456", "+44 7911 123456"],
  ["+14155550100", "+1 415 555 0100"],
  ["+441314960691", "+44 131 496 0691"],
  ["+97338044228", "+973 3804 4228"],
  ["033 2287 (main)", "033 2287 (main)"],
])("the phone %s is shown as %s", (text, shown) => {
  expect(formatPhone(text)).toBe(shown);
});

test("confidence falls into three bands", () => {
  expect([0.97, 0.85, 0.84, 0.6, 0.59].map(confidenceBand)).toEqual([
    "high",
    "high",
    "medium",
    "medium",
    "low",
  ]);
});

test("time left is silent until it can be known", () => {
  expect(formatTimeLeft(0, 100, 5_000)).toBeNull();
  expect(formatTimeLeft(50, 0, 5_000)).toBeNull();
  expect(formatTimeLeft(10, 100, 500)).toBeNull();
  expect(formatTimeLeft(10, 100, 5_000)).toBe("about 45 s left");
  expect(formatTimeLeft(90, 100, 9_000)).toBe("a few seconds left");
});

test("counts are grouped by region, sizes and initials are short", () => {
  expect(groupingLocale("en-IN", "Europe/London")).toBe("en-IN");
  expect(groupingLocale("en-GB", "Asia/Kolkata")).toBe("en-IN");
  expect(groupingLocale("en-AE", "Asia/Dubai")).toBe("en-US");
  expect(formatBytes(512)).toBe("512 bytes");
  expect(formatBytes(84_213)).toBe("82.2 kB");
  expect(initials("Ananya (NRI) Lahiri")).toBe("AL");
  expect(initials("فاطمة الكندي")).toHaveLength(2);
  expect(initials("")).toBe("?");
});

test("a rate is said once a second has passed, in round numbers", () => {
  expect(formatRate(500, 900, "row")).toBeNull();
  expect(formatRate(0, 5_000, "row")).toBeNull();
  expect(formatRate(2_468, 2_000, "row")).toMatch(/^1,230 rows\/s$/);
  expect(formatRate(1, 1_000, "row")).toBe("1 row/s");
});
