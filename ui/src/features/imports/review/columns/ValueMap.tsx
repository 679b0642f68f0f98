import { useState } from "react";
import type { ColumnChoice, ColumnMapping } from "@/api/generated/contracts";
import { formatCount, plural } from "@/app/format";
import { Button } from "@/components/Button";
import { cx } from "@/components/cx";
import { Kbd } from "@/components/Kbd";
import { Part } from "./ColumnPanel";
import { mapWith, type ValueDrafts, valueLines } from "./values";

interface ValueMapProps {
  column: ColumnMapping;
  disabled: boolean;
  onChoose: (change: Partial<ColumnChoice>) => void;
}

const NONE: ValueDrafts = new Map();

/** The distinct values of a column, each to be read as another, or as nothing. One new plan for all of them. */
export function ValueMap({ column, disabled, onChoose }: ValueMapProps) {
  const [drafts, setDrafts] = useState<ValueDrafts>(NONE);
  const lines = valueLines(column);
  if (lines.length === 0) {
    return (
      <Part title="Samples from the whole column">
        <ul className="flex flex-col gap-0.5 font-mono text-sm text-muted" data-selectable>
          {column.samples.map((sample) => (
            <li key={sample} className="truncate" title={sample}>
              {sample}
            </li>
          ))}
        </ul>
      </Part>
    );
  }
  const say = (from: string, to: string | null | undefined) => setDrafts((now) => new Map(now).set(from, to));
  const apply = () => drafts.size > 0 && onChoose({ value_map: mapWith(column, drafts) });
  return (
    <Part title="Values" aside={!disabled && <Kbd action="mapValues" />}>
      <ul className="flex flex-col" data-testid="column-values">
        {lines.map(({ value, count, to }) => {
          const now = drafts.has(value) ? drafts.get(value) : to;
          return (
            <li key={value} className="flex h-8 items-center gap-2">
              <span className="min-w-0 flex-1 truncate" title={value} data-selectable>
                {value}
              </span>
              <span className="w-10 shrink-0 text-right text-sm text-faint tabular-nums">
                {formatCount(count)}
              </span>
              <input
                type="text"
                aria-label={`${value} is read as`}
                placeholder={now === null ? "nothing" : "as it is"}
                spellCheck={false}
                maxLength={500}
                disabled={disabled}
                data-testid="value-to"
                data-value={value}
                value={now ?? ""}
                onChange={(event) => say(value, event.target.value || undefined)}
                onKeyDown={(event) => {
                  if (event.key === "Enter") apply();
                  else if (event.key === "Escape") {
                    setDrafts(NONE);
                    event.currentTarget.blur();
                  }
                }}
                className={cx(
                  "control h-7 w-28 shrink-0 rounded-md border bg-surface px-2 placeholder:text-faint disabled:border-line disabled:bg-transparent",
                  drafts.has(value) ? "border-proposal-line border-dashed" : "border-line-strong",
                )}
              />
              <Button
                size="small"
                look="quiet"
                aria-pressed={now === null}
                aria-label={`Read ${value} as nothing`}
                title="Read it as nothing"
                data-testid="value-nothing"
                data-value={value}
                disabled={disabled}
                className={cx(now === null && "bg-pressed text-ink")}
                onClick={() => say(value, now === null ? undefined : null)}
              >
                ∅
              </Button>
            </li>
          );
        })}
      </ul>
      {drafts.size > 0 && (
        <div className="flex justify-end gap-2 pt-2">
          <Button size="small" look="quiet" onClick={() => setDrafts(NONE)}>
            Discard
          </Button>
          <Button size="small" look="primary" disabled={disabled} data-testid="values-apply" onClick={apply}>
            Map {plural(drafts.size, "value")}
          </Button>
        </div>
      )}
    </Part>
  );
}
