import { ArrowRight } from "lucide-react";
import type { ColumnChoice, ColumnMapping, EntityType, FieldInfo } from "@/api/generated/contracts";
import { formatCount } from "@/app/format";
import { Confidence } from "@/components/Confidence";
import { cx } from "@/components/cx";
import { PickOne } from "@/components/PickOne";
import { choiceFor, LABELS, takesLabel } from "./columns";
import { DateQuestion } from "./DateQuestion";
import { FieldSelect } from "./FieldSelect";

interface ColumnRowProps {
  column: ColumnMapping;
  rowEntity: EntityType;
  fields: readonly FieldInfo[];
  rows: number;
  readOnly: boolean;
  busy: boolean;
  saving: boolean;
  current: boolean;
  onPoint: () => void;
  onChoose: (choice: ColumnChoice) => void;
}

export function ColumnRow(props: ColumnRowProps) {
  const { column, rowEntity, fields, rows, readOnly, busy, saving, current, onPoint, onChoose } = props;
  const labels = [...new Set([...LABELS, ...(column.label ? [column.label] : [])])];
  const disabled = readOnly || busy;
  const mapped = (column.value_map ?? []).length;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list's cursor moves by keys.
    <li
      data-testid={`column-row-${column.index}`}
      data-status={column.status}
      data-column={column.index}
      aria-current={current}
      onClick={onPoint}
      className={cx(
        "grid scroll-my-2 grid-cols-[24px_minmax(0,1fr)_14px_minmax(0,1fr)_76px] items-start gap-x-3 border-b border-line py-2.5 pr-4 pl-4",
        current ? "bg-selected shadow-[inset_2px_0_0_var(--accent-ink)]" : "hover:bg-hover",
        saving && "opacity-60",
      )}
    >
      <span className="pt-1 text-right text-sm text-faint tabular-nums">{column.index + 1}</span>
      <div className="min-w-0 pt-0.5">
        <p className="flex items-baseline gap-2">
          <span className="truncate font-medium" title={column.header}>
            {column.header}
          </span>
          <span
            className="shrink-0 text-sm text-faint tabular-nums"
            title={`${formatCount(column.distinct)} different values`}
          >
            {column.filled === 0 ? "empty" : `${formatCount(column.filled)} of ${formatCount(rows)}`}
          </span>
        </p>
        <p
          className="truncate font-mono text-sm text-muted"
          title={column.samples.join("\n")}
          data-selectable
        >
          {column.samples.length > 0 ? column.samples.slice(0, 4).join("  ·  ") : "no values"}
        </p>
      </div>
      <ArrowRight className="mt-2 size-3.5 text-faint" aria-hidden="true" />
      <div className="flex min-w-0 items-center gap-1.5">
        <FieldSelect
          column={column}
          rowEntity={rowEntity}
          fields={fields}
          disabled={disabled}
          settled={readOnly}
          onChoose={(change) => onChoose(choiceFor(column, change))}
        />
        {column.status === "mapped" && takesLabel(column.field) && (
          <PickOne
            label={`Label of ${column.header}`}
            testId={`column-label-${column.index}`}
            value={column.label ?? ""}
            options={[{ value: "", name: "no label" }, ...labels.map((value) => ({ value, name: value }))]}
            disabled={disabled}
            onChange={(label) => onChoose(choiceFor(column, { label: label || null }))}
          />
        )}
      </div>
      <div className="min-w-0 pt-1 text-right">
        {column.status === "mapped" &&
          (column.by_person ? (
            <span className="text-sm text-muted">By a person</span>
          ) : (
            <Confidence value={column.confidence} />
          ))}
        {mapped > 0 && <p className="text-sm text-faint">{formatCount(mapped)} mapped</p>}
      </div>
      {column.question && (
        <div className="col-span-4 col-start-2 mt-2">
          <DateQuestion
            column={column}
            disabled={disabled}
            current={current}
            onAnswer={(date_order) => onChoose(choiceFor(column, { date_order }))}
          />
        </div>
      )}
    </li>
  );
}
