import { FileText } from "lucide-react";
import type { CellEvidence } from "@/api/generated/contracts";
import { formatCount } from "@/app/format";
import { cx } from "@/components/cx";
import { neighbours } from "./chain";

/** The raw cell, marked, among the cells beside it, exactly as the file has them. */
export function CellNeighbours({ evidence }: { evidence: CellEvidence }) {
  const shown = neighbours(evidence);
  const rest = evidence.row.length - shown.length;
  return (
    <section
      aria-label={`Row ${evidence.row_number} of ${evidence.file_name}`}
      className="border-b border-line"
    >
      <p className="flex items-center gap-2 px-4 pt-2.5 pb-2 text-muted">
        <FileText className="size-3.5 shrink-0" aria-hidden="true" />
        <span className="truncate font-medium text-ink" title={`SHA-256 ${evidence.file_sha256}`}>
          {evidence.file_name}
        </span>
        <span
          className="ml-auto shrink-0"
          title={`Bytes ${evidence.byte_range[0]}–${evidence.byte_range[1]} of the file`}
        >
          row {formatCount(evidence.row_number)}
        </span>
      </p>
      <table className="w-full table-fixed border-t border-line text-sm">
        <tbody>
          {shown.map(({ column, header, text }) => {
            const it = column === evidence.cell.column;
            return (
              <tr key={column} className={cx("align-top", it && "bg-accent-soft")}>
                <th
                  scope="row"
                  className={cx(
                    "w-36 truncate py-1 pr-2 pl-4 text-left font-normal",
                    it ? "text-accent-ink" : "text-faint",
                  )}
                  title={header}
                >
                  {header}
                </th>
                <td
                  data-testid={it ? "provenance-cell" : undefined}
                  data-selectable
                  className={cx(
                    "py-1 pr-4 font-mono whitespace-pre-wrap break-words",
                    it ? "font-semibold text-ink" : "line-clamp-1 text-muted",
                  )}
                >
                  {text}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {rest > 0 && (
        <p className="px-4 pt-0.5 pb-2 text-sm text-faint">and {rest} more filled cells in this row</p>
      )}
    </section>
  );
}
