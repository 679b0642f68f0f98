import type { ColumnMapping, FilePreview } from "@/api/generated/contracts";
import { formatCount, plural } from "@/app/format";
import { pathWords } from "@/app/words";
import { cx } from "@/components/cx";
import { named } from "./review/file/DialectFacts";

const COLUMNS = 24;
const ROWS = 3;

const becomes = ({ status, field }: ColumnMapping): string => {
  if (status === "ignored") return "left out";
  return field === null ? "open" : pathWords(field);
};

/** What the start of a file and samples of it show, while all of it is being read. */
export function FirstLook({ look }: { look: FilePreview }) {
  const { columns, dialect, first_rows: rows } = look;
  const understood = columns.filter(({ status }) => status === "mapped").length;
  const shown = columns.slice(0, COLUMNS);
  return (
    <section aria-label="A first look" data-testid="first-look" className="pt-3">
      <p className="pb-2 text-muted" data-selectable>
        {look.source_profile.title} · {dialect.encoding.toUpperCase()}, {named(dialect.delimiter)} ·{" "}
        {formatCount(understood)} of {plural(columns.length, "column")} understood
        {look.sampled && " so far"}
      </p>
      <div
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard has to reach that.
        tabIndex={0}
        className="overflow-x-auto rounded-md border border-line outline-offset-[-2px]"
      >
        <table className="text-left text-sm whitespace-nowrap">
          <thead>
            <tr>
              {shown.map((column) => (
                <th key={column.index} scope="col" className="max-w-48 truncate px-2.5 pt-1 font-medium">
                  {column.header}
                  <span
                    className={cx(
                      "block truncate font-normal",
                      column.status === "unresolved" ? "text-warn" : "text-faint",
                    )}
                  >
                    {becomes(column)}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, ROWS).map((cells, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other name.
              <tr key={row} className="border-t border-line">
                {shown.map(({ index }) => (
                  <td key={index} className="max-w-48 truncate px-2.5 py-1 text-muted" data-selectable>
                    {cells[index] ?? ""}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {columns.length > COLUMNS && (
        <p className="pt-1 text-sm text-faint">and {plural(columns.length - COLUMNS, "more column")}</p>
      )}
    </section>
  );
}
