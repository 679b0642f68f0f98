import type { Dialect, SetAside } from "@/api/generated/contracts";

/** The record of the file that a data row stands in: data rows are numbered without what was set aside. */
export function recordOfRow(row: number, aside: readonly SetAside[], dialect: Dialect): number {
  const skipped = new Set(aside.map(({ record }) => record));
  if (dialect.header_row !== null) skipped.add(dialect.header_row);
  let record = row;
  for (const skip of [...skipped].sort((a, b) => a - b)) if (skip <= record) record += 1;
  return record;
}

const ROLES: Record<string, readonly [one: string, many: string]> = {
  preamble: ["before the header", "before the header"],
  header: ["header said again", "headers said again"],
  section: ["section title", "section titles"],
  subtotal: ["subtotal", "subtotals"],
  footer: ["after the data", "after the data"],
  blank: ["blank", "blank"],
};

export const roleWords = (role: string, n: number): string => ROLES[role]?.[n === 1 ? 0 : 1] ?? role;

const ORDER = ["preamble", "header", "section", "subtotal", "footer", "blank"];

/** What was set aside, role by role in the order in which a person meets it. */
export function byRole(aside: readonly SetAside[]): [role: string, records: SetAside[]][] {
  const groups = new Map<string, SetAside[]>();
  for (const record of aside) groups.set(record.role, [...(groups.get(record.role) ?? []), record]);
  const rank = (role: string) => (ORDER.includes(role) ? ORDER.indexOf(role) : ORDER.length);
  return [...groups].sort(([a], [b]) => rank(a) - rank(b));
}
