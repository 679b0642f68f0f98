import { expect, test } from "vitest";
import { copyValue, showValue } from "./values";

test("a phone shows in groups, says what was received, and copies as E.164", () => {
  const phone = { value: "+919830012345", received: "098300 12345", label: "mobile", is_primary: true };
  expect(showValue(phone, "phone")).toEqual({
    text: "+91 98300 12345",
    exact: "Received as “098300 12345”",
    label: "mobile",
    primary: true,
  });
  expect(copyValue(phone)).toBe("+919830012345");
});

test("a phone that could not be read stays as received", () => {
  expect(showValue({ value: "", received: "office ext 12", label: "work" }, "phone").text).toBe(
    "office ext 12",
  );
});

test("money is short, with the exact amount and the received text on hover", () => {
  const shown = showValue({ amount: "34400000", currency: "INR", received: "3.44 Cr" }, "money");
  expect(shown.text).toBe("₹3.44 Cr");
  expect(shown.exact).toBe("₹3,44,00,000, received as “3.44 Cr”");
});

test("addresses, areas, source ids, flags and lists become one line", () => {
  expect(showValue({ street: "44A", city: "Kolkata", country: "India", region: null }, "address").text).toBe(
    "44A, Kolkata, India",
  );
  expect(showValue({ formatted: "44A\nKolkata", city: null }, "address").text).toBe("44A, Kolkata");
  expect(showValue({ value: "1850", unit: "sq ft" }, "area").text).toBe("1850 sq ft");
  expect(showValue({ system: "hubspot", value: "151" }, "external_id")).toMatchObject({
    text: "151",
    label: "hubspot",
  });
  expect(showValue(false, "bool").text).toBe("No");
  expect(showValue(["NRI", "VIP"]).text).toBe("NRI, VIP");
  expect(showValue(null).text).toBe("");
});
