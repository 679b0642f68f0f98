import type { ColumnMapping, ImportMappingManifest } from "@/api/generated/contracts";
import { plural } from "@/app/format";
import { pathWords } from "@/app/words";
import { allColumns } from "../review/columns/columns";

const taken = ({ status, field }: ColumnMapping): string =>
  status === "mapped" && field ? pathWords(field) : status;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What one version says otherwise than the one before it, a line for each column and for the file. */
export function versionLines(
  before: ImportMappingManifest | undefined,
  now: ImportMappingManifest,
): string[] {
  if (!before) return [`As found: ${plural(now.column_mappings.length, "column")} settled`];
  const earlier = new Map(allColumns(before).map((column) => [column.index, column]));
  const lines = allColumns(now).flatMap((column) => {
    const was = earlier.get(column.index);
    if (!was) return [];
    const parts = [
      taken(was) !== taken(column) && `${taken(was)} → ${taken(column)}`,
      was.label !== column.label && (column.label ? `labelled ${column.label}` : "no label"),
      was.date_order !== column.date_order &&
        column.date_order &&
        (column.date_order === "MDY" ? "the month comes first" : "the day comes first"),
      !same(was.value_map ?? [], column.value_map ?? []) &&
        `${plural((column.value_map ?? []).length, "value")} mapped`,
      was.default_value !== column.default_value &&
        (column.default_value ? `empty cells read “${column.default_value}”` : "empty cells stay empty"),
      (was.unread ?? "ask") !== (column.unread ?? "ask") && "unreadable values settled",
      (was.keep_sentinels ?? false) !== (column.keep_sentinels ?? false) &&
        (column.keep_sentinels ? "N/A and the like are values" : "N/A and the like mean nothing"),
    ].filter((part) => part !== false && part !== null);
    return parts.length > 0 ? [`${column.header}: ${parts.join(", ")}`] : [];
  });
  const cells = (now.handling?.corrections?.length ?? 0) - (before.handling?.corrections?.length ?? 0);
  if (cells !== 0)
    lines.push(
      cells > 0 ? `${plural(cells, "cell")} corrected` : `${plural(-cells, "correction")} taken back`,
    );
  const seen = (now.handling?.accepted?.length ?? 0) - (before.handling?.accepted?.length ?? 0);
  if (seen > 0) lines.push(`${plural(seen, "kind")} of problems let be`);
  if (before.phone_region !== now.phone_region && now.phone_region) lines.push(`Phones: ${now.phone_region}`);
  return lines.length > 0 ? lines : ["Nothing else is said"];
}
