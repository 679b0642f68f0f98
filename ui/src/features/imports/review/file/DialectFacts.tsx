import type { Dialect, ImportDetail } from "@/api/generated/contracts";
import { formatBytes, formatCount, plural } from "@/app/format";

const NAMES: Record<string, string> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "pipe",
  " ": "space",
  ":": "colon",
  '"': "double quote",
  "'": "single quote",
  "\\": "backslash",
};

export const named = (char: string): string => {
  const name = NAMES[char];
  const seen = char.trim() === "" ? "" : ` ${char}`;
  return name ? `${name}${seen}` : `“${char}”`;
};

function facts(dialect: Dialect): [name: string, value: string][] {
  return [
    ["Encoding", `${dialect.encoding.toUpperCase()}${dialect.bom ? ", with byte order mark" : ""}`],
    ["Delimiter", named(dialect.delimiter)],
    ["Quotes", dialect.quote ? named(dialect.quote) : "none"],
    ...(dialect.escape ? ([["Escape", named(dialect.escape)]] as [string, string][]) : []),
    ["Line ending", dialect.line_ending],
    ["Before header", dialect.preamble_rows === 0 ? "nothing" : plural(dialect.preamble_rows, "record")],
    ["Header", dialect.header_row === null ? "none; columns are numbered" : `record ${dialect.header_row}`],
    ["After data", dialect.footer_rows === 0 ? "nothing" : plural(dialect.footer_rows, "record")],
    ["Blank records", formatCount(dialect.blank_rows)],
  ];
}

export function DialectFacts({ detail }: { detail: ImportDetail }) {
  const { batch, summary } = detail;
  const { rows } = summary;
  const odd = [
    rows.short > 0 && `${formatCount(rows.short)} with fewer cells`,
    rows.long > 0 && `${formatCount(rows.long)} with more cells`,
    rows.unparsable > 0 && `${formatCount(rows.unparsable)} unreadable`,
  ].filter(Boolean);
  const lines: [string, string][] = [
    ...facts(batch.dialect),
    ["Columns", formatCount(batch.headers.length)],
    ["Data rows", `${formatCount(rows.total)}${odd.length > 0 ? `, ${odd.join(", ")}` : ""}`],
    ["Size", formatBytes(batch.byte_len)],
  ];
  return (
    <section aria-label="Dialect">
      <h2 className="pb-1.5 font-semibold">How it is written</h2>
      <dl className="grid grid-cols-[124px_1fr] gap-x-2 gap-y-1" data-testid="dialect">
        {lines.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-faint">{name}</dt>
            <dd data-selectable>{value}</dd>
          </div>
        ))}
        <dt className="text-faint">SHA-256</dt>
        <dd className="truncate font-mono text-sm leading-5 text-muted" title={batch.sha256} data-selectable>
          {batch.sha256}
        </dd>
      </dl>
    </section>
  );
}
