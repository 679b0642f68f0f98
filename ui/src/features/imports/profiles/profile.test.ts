import { expect, test } from "vitest";
import { fieldTitle, readProfile } from "./profile";

test("a profile's text is read into what a person asks of it", () => {
  const read = readProfile(
    JSON.stringify({
      id: "kunden",
      match: { all: ["Kunde"], any: ["Ruf 1", "Ruf 2"] },
      columns: [
        { header: "Kunde", field: "person.full_name", localized: { en: ["Client"] } },
        { header: "Ruf N", field: "person.phone[]", label: "mobile", sentinels: ["0"] },
        { header: "Geb.", field: "person.birth_date", date_order: "DMY" },
        { header: "Lfd.", ignored: "a serial number" },
      ],
    }),
  );
  expect(read?.least).toBe(1);
  expect(read?.lines.map(({ remark }) => remark)).toEqual([
    "",
    "mobile · empty where it says 0",
    "day first",
    "a serial number",
  ]);
  expect(read?.lines[0]?.also).toEqual(["Client"]);
  expect(read?.lines[3]?.field).toBeNull();
});

test("a text that is no profile is said to be none, and half of one shows what it has", () => {
  expect(readProfile("{")).toBeNull();
  expect(readProfile("[]")?.lines).toEqual([]);
  expect(readProfile('{"columns":[3]}')?.lines).toHaveLength(1);
  expect(fieldTitle("person.custom.is_nri", [])).toBe("Custom · Is nri");
});
