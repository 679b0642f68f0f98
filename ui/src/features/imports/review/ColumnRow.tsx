import { ArrowRight, CircleHelp } from "lucide-react";
import type {
  ColumnChoice,
  ColumnMapping,
  DateOrder,
  EntityType,
  FieldInfo,
} from "@/api/generated/contracts";
import { formatCount } from "@/app/format";
import { Button } from "@/components/Button";
import { Confidence } from "@/components/Confidence";
import { cx } from "@/components/cx";
import { PickOne } from "@/components/PickOne";
import { choiceFor, LABELS, takesLabel } from "./columns";
import { FieldSelect } from "./FieldSelect";

interface ColumnRowProps {
  column: ColumnMapping;
  rowEntity: EntityType;
  fields: readonly FieldInfo[];
  rows: number;
  readOnly: boolean;
  busy: boolean;
  saving: boolean;
  onChoose: (choice: ColumnChoice) => void;
}

const ORDERS: readonly [DateOrder, string][] = [
  ["DMY", "Day first"],
  ["MDY", "Month first"],
];

export function ColumnRow(props: ColumnRowProps) {
  const { column, rowEntity, fields, rows, readOnly, busy, saving, onChoose } = props;
  const why = [...column.evidence].sort((a, b) => b.weight - a.weight);
  const labels = [...new Set([...LABELS, ...(column.label ? [column.label] : [])])];
  return (
    <li
      data-testid={`column-row-${column.index}`}
      data-status={column.status}
      className={cx(
        "grid grid-cols-[28px_minmax(0,1.1fr)_16px_minmax(0,1fr)_minmax(0,1.1fr)] items-start gap-x-3 border-b border-line px-5 py-2.5",
        saving && "opacity-60",
      )}
    >
      <span className="pt-1 text-right text-sm text-faint">{column.index + 1}</span>
      <div className="min-w-0 pt-0.5">
        <p className="flex items-baseline gap-2">
          <span className="truncate font-medium" title={column.header}>
            {column.header}
          </span>
          <span
            className="shrink-0 text-sm text-faint"
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
          disabled={readOnly || busy}
          onChoose={(change) => onChoose(choiceFor(column, change))}
        />
        {column.status === "mapped" && takesLabel(column.field) && (
          <PickOne
            label={`Label of ${column.header}`}
            testId={`column-label-${column.index}`}
            value={column.label ?? ""}
            options={[{ value: "", name: "no label" }, ...labels.map((value) => ({ value, name: value }))]}
            disabled={readOnly || busy}
            onChange={(label) => onChoose(choiceFor(column, { label: label || null }))}
          />
        )}
      </div>
      <div className="min-w-0 pt-1">
        {column.status === "mapped" && (
          <span className="float-right ml-3">
            {column.by_person ? (
              <span className="text-sm text-muted">Set by a person</span>
            ) : (
              <Confidence value={column.confidence} />
            )}
          </span>
        )}
        <p className="line-clamp-2 text-muted" title={why.map((item) => item.why).join("\n")}>
          {why[0]?.why ?? (column.status === "unresolved" ? "Nothing tells what this column holds." : "")}
        </p>
      </div>
      {column.question && (
        <div
          data-testid={`column-question-${column.index}`}
          className="col-span-4 col-start-2 mt-2 flex items-center gap-3 rounded-md border border-warn-line bg-warn-soft px-3 py-1.5"
        >
          <CircleHelp className="size-4 shrink-0 text-warn" aria-hidden="true" />
          <p className="min-w-0 flex-1">{column.question}</p>
          {ORDERS.map(([order, name]) => (
            <Button
              key={order}
              size="small"
              look={column.date_order === order ? "primary" : "plain"}
              aria-pressed={column.date_order === order}
              data-testid={`column-${column.index}-${order}`}
              disabled={readOnly || busy}
              onClick={() => onChoose(choiceFor(column, { date_order: order }))}
            >
              {name}
            </Button>
          ))}
        </div>
      )}
    </li>
  );
}
