import { Checkbox } from "@base-ui/react/checkbox";
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import type { ColumnChoice, ColumnMapping, DateOrder, Unread } from "@/api/generated/contracts";
import { formatCount, formatShare, plural } from "@/app/format";
import { Confidence } from "@/components/Confidence";
import { PickOne } from "@/components/PickOne";
import { choiceFor } from "./columns";
import { DefaultValue } from "./DefaultValue";
import { ValueMap } from "./ValueMap";

interface ColumnPanelProps {
  column: ColumnMapping;
  rows: number;
  disabled: boolean;
  onChoose: (choice: ColumnChoice) => void;
}

const UNREAD: readonly { value: Unread; name: string }[] = [
  { value: "ask", name: "List them as a problem" },
  { value: "leave_empty", name: "Leave the field empty" },
  { value: "keep_in_notes", name: "Keep them in the notes" },
];

/** The column in view: why it was taken for what it is, what its values are, and what becomes of them. */
export function ColumnPanel({ column, rows, disabled, onChoose }: ColumnPanelProps) {
  const why = [...column.evidence].sort((a, b) => b.weight - a.weight);
  const empty = Math.max(0, rows - column.filled);
  const mapped = column.status === "mapped";
  const say = (change: Partial<ColumnChoice>) => onChoose(choiceFor(column, change));
  return (
    <aside
      aria-label={`Column ${column.header}`}
      data-testid="column-panel"
      className="flex w-84 shrink-0 flex-col border-l border-line bg-surface min-[1400px]:w-100"
    >
      <header className="border-b border-line px-4 py-2.5">
        <h2 className="truncate font-semibold" title={column.header}>
          {column.header}
        </h2>
        <p className="text-sm text-faint tabular-nums">
          Column {column.index + 1} · {plural(column.filled, "cell")} filled, {formatCount(column.distinct)}{" "}
          different
        </p>
      </header>
      <div
        role="group"
        aria-label="Reading of the column"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard has to reach that.
        tabIndex={0}
        data-testid="column-reading"
        className="min-h-0 flex-1 overflow-y-auto outline-offset-[-2px]"
      >
        <Part title="Why" aside={mapped && !column.by_person && <Confidence value={column.confidence} />}>
          {why.length === 0 ? (
            <p className="text-muted">Nothing tells what this column holds. Choose a field, or ignore it.</p>
          ) : (
            <ul className="flex flex-col gap-1">
              {why.map((item) => (
                <li key={item.why} className="flex gap-2 text-muted" data-selectable>
                  <span
                    className="mt-2 h-1 w-8 shrink-0 overflow-hidden rounded-full bg-pressed"
                    title={`Weight ${formatShare(item.weight)}`}
                  >
                    <span
                      className="block h-full rounded-full bg-accent"
                      style={{ width: formatShare(item.weight).replace(" ", "") }}
                    />
                  </span>
                  <span className="min-w-0">{item.why}</span>
                </li>
              ))}
            </ul>
          )}
        </Part>
        {column.filled > 0 && <ValueMap column={column} disabled={disabled || !mapped} onChoose={say} />}
        {mapped && (
          <Part title="What becomes of">
            <dl className="grid grid-cols-[92px_minmax(0,1fr)] items-center gap-x-3 gap-y-2">
              {(column.date_order === "DMY" || column.date_order === "MDY") && (
                <>
                  <dt className="text-muted">Dates</dt>
                  <dd>
                    <PickOne
                      label="What comes first in its dates"
                      testId="column-order"
                      value={column.date_order}
                      options={[
                        { value: "DMY", name: "The day comes first" },
                        { value: "MDY", name: "The month comes first" },
                      ]}
                      disabled={disabled}
                      onChange={(order) => say({ date_order: order as DateOrder })}
                    />
                  </dd>
                </>
              )}
              <dt className="text-muted">Empty cells</dt>
              <dd>
                <DefaultValue
                  key={`${column.index}:${column.default_value ?? ""}`}
                  column={column}
                  empty={empty}
                  disabled={disabled}
                  onChoose={say}
                />
              </dd>
              <dt className="text-muted">Unreadable</dt>
              <dd>
                <PickOne
                  label="What becomes of values that can't be read"
                  testId="column-unread"
                  value={column.unread ?? "ask"}
                  options={UNREAD}
                  disabled={disabled}
                  onChange={(unread) => say({ unread: unread as Unread })}
                />
              </dd>
              <dt className="text-muted">N/A, 0, “-”</dt>
              <dd>
                {/* biome-ignore lint/a11y/noLabelWithoutControl: the checkbox inside is the control. */}
                <label className="inline-flex items-center gap-2">
                  <Checkbox.Root
                    checked={column.keep_sentinels === true}
                    disabled={disabled}
                    data-testid="column-sentinels"
                    onCheckedChange={(keep_sentinels) => say({ keep_sentinels })}
                    className="control inline-flex size-4 items-center justify-center rounded-sm border border-line-strong bg-surface data-checked:border-transparent data-checked:bg-accent data-disabled:opacity-50"
                  >
                    <Checkbox.Indicator className="text-on-accent">
                      <Check className="size-3" aria-hidden="true" />
                    </Checkbox.Indicator>
                  </Checkbox.Root>
                  are values here
                </label>
              </dd>
            </dl>
          </Part>
        )}
      </div>
    </aside>
  );
}

export function Part({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section aria-label={title} className="border-b border-line px-4 py-3 last:border-b-0">
      <h3 className="flex items-center pb-1.5 text-sm font-medium text-faint">
        {title}
        {aside && <span className="ml-auto">{aside}</span>}
      </h3>
      {children}
    </section>
  );
}
