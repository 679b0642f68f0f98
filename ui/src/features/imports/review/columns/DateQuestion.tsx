import { CircleHelp } from "lucide-react";
import type { ColumnMapping, DateOrder } from "@/api/generated/contracts";
import { plural } from "@/app/format";
import { Button } from "@/components/Button";
import { Kbd } from "@/components/Kbd";
import { dateQuestion, orderWords, readingsOf } from "./dates";

interface DateQuestionProps {
  column: ColumnMapping;
  disabled: boolean;
  /** The keys answer it now. */
  current: boolean;
  onAnswer: (order: DateOrder) => void;
}

const ORDERS = [
  ["DMY", "dayFirst"],
  ["MDY", "monthFirst"],
] as const;

/** A date with two readings: the question in words, each answer a key away. */
export function DateQuestion({ column, disabled, current, onAnswer }: DateQuestionProps) {
  const exact = readingsOf(column) !== null;
  return (
    <div
      data-testid={`column-question-${column.index}`}
      className="flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded-md border border-warn-line bg-warn-soft px-3 py-1.5"
    >
      <CircleHelp className="size-4 shrink-0 text-warn" aria-hidden="true" />
      <p className="min-w-0 flex-1" title={column.question ?? undefined}>
        {dateQuestion(column)}{" "}
        {exact && <span className="text-muted">For all {plural(column.filled, "date")}.</span>}
      </p>
      <span className="inline-flex gap-1.5">
        {ORDERS.map(([order, action]) => (
          <Button
            key={order}
            size="small"
            look={column.date_order === order ? "primary" : "plain"}
            aria-pressed={column.date_order === order}
            data-testid={`column-${column.index}-${order}`}
            title={
              exact
                ? `${order === "DMY" ? "The day comes first" : "The month comes first"} in the whole column`
                : undefined
            }
            disabled={disabled}
            onClick={() => onAnswer(order)}
          >
            {orderWords(column, order)}
            {current && column.date_order !== order && <Kbd action={action} />}
          </Button>
        ))}
      </span>
    </div>
  );
}
