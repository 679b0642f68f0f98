import type { EntityType, ListField } from "@/api/generated/contracts";
import { formatCount, formatExact } from "@/app/format";
import { showValue } from "@/app/values";
import { choiceWords } from "@/app/words";
import { Avatar } from "@/components/Avatar";
import { Chip, type Tone } from "@/components/Chip";
import { cx } from "@/components/cx";
import { When } from "@/components/When";

/** Stages and states that are over: quieter than what is still at work. */
const OVER = /^(done|completed|closed|cancelled|lost|closed lost|dropped|unqualified)$/i;
const WON = /^(won|closed won|booked|converted)$/i;
const URGENT = /^(urgent|high)$/i;

function toneOf(field: string, text: string): Tone {
  if (field === "priority") return URGENT.test(text) ? "warn" : "plain";
  return WON.test(text) ? "accent" : "plain";
}

/** A day by which something was to be done, and nobody has. */
const DUE = /^(due_at|next_task_due|close_date)$/;
const isLate = (field: string, value: string, over: boolean): boolean =>
  DUE.test(field) && !over && value.slice(0, 10) < new Date().toISOString().slice(0, 10);

/** Whether the row's state, where it is shown, says that it is over. */
export const isOver = (columns: readonly string[], cells: readonly unknown[]): boolean =>
  ["status", "stage", "done", "closed"].some((field) => {
    const value = cells[columns.indexOf(field)];
    return value === true || (typeof value === "string" && (OVER.test(value) || WON.test(value)));
  });

/** Numbers that say nothing without their unit, which their field leaves out. */
const UNIT: Readonly<Record<string, string>> = { probability: " %" };
const withUnit = (field: string, text: string): string =>
  /^\d+([.,]\d+)?$/.test(text) ? `${text}${UNIT[field] ?? ""}` : text;

interface CellProps {
  field: ListField;
  value: unknown;
  /** The record that it is of. */
  id: string;
  title: string;
  entity: EntityType;
  /** It names the record. */
  named: boolean;
  over?: boolean;
}

/** A value in a list, by its kind. */
export function Cell({ field, value, id, title, entity, named, over = false }: CellProps) {
  if (named) {
    const face = entity === "person" || entity === "account";
    return (
      <span className="flex min-w-0 items-center gap-2.5" title={title}>
        {face && <Avatar id={id} name={title} kind={entity === "account" ? "account" : "person"} />}
        <span className="truncate font-medium">{title || "No name"}</span>
      </span>
    );
  }
  if (value === null || value === undefined || value === "") return null;
  if (field.kind === "date_time" && typeof value === "string") {
    return (
      <When at={value} className={isLate(field.name, value, over) ? "font-medium text-risk" : "text-muted"} />
    );
  }
  if (field.kind === "date" && typeof value === "string") {
    const late = isLate(field.name, value, over);
    const text = DUE.test(field.name) ? <When at={value} /> : showValue(value, "date").text;
    return (
      <span
        className={cx("tabular-nums", late ? "font-medium text-risk" : "text-muted")}
        title={formatExact(value)}
      >
        {text}
      </span>
    );
  }
  if (field.kind === "tag") return <Tags values={Array.isArray(value) ? value : [value]} />;
  if (field.kind === "choice" && typeof value === "string" && !field.many) {
    const said = choiceWords(value);
    return (
      <Chip
        tone={toneOf(field.name, said)}
        className={cx("max-w-full", OVER.test(said) && "border-transparent bg-transparent")}
        title={said}
      >
        <span className="truncate">{said}</span>
      </Chip>
    );
  }
  if (typeof value === "number" && field.computed) {
    return <span className={value === 0 ? "text-faint" : undefined}>{formatCount(value)}</span>;
  }
  if (Array.isArray(value)) {
    const shown = value.map((item) => showValue(item, field.kind).text).filter(Boolean);
    const unique = shown.filter((text, i) => shown.indexOf(text) === i);
    return (
      <span className="flex min-w-0 items-center gap-1 text-muted tabular-nums" title={unique.join("\n")}>
        <span className="truncate">{unique[0]}</span>
        {unique.length > 1 && <span className="shrink-0 text-sm text-faint">+{unique.length - 1}</span>}
      </span>
    );
  }
  const { text, exact } = showValue(value, field.kind);
  return (
    <span
      className={cx(field.kind === "money" ? "text-ink" : "text-muted", "tabular-nums")}
      title={exact ?? text}
    >
      {withUnit(field.name, text)}
    </span>
  );
}

function Tags({ values }: { values: readonly unknown[] }) {
  const texts = values.map((value) => showValue(value).text);
  return (
    <span className="flex min-w-0 items-center gap-1" title={texts.join(", ")}>
      {texts.slice(0, 2).map((text) => (
        <Chip key={text} className="min-w-0 shrink">
          <span className="truncate">{text}</span>
        </Chip>
      ))}
      {texts.length > 2 && <span className="text-sm text-faint">+{texts.length - 2}</span>}
    </span>
  );
}

/** A value as a person types it, for the editor: what the core reads back as the same value. */
export function typedText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.map(typedText).filter(Boolean).join("; ");
  if (typeof value === "object") {
    const part = (name: string) => {
      const found = (value as Record<string, unknown>)[name];
      return typeof found === "string" ? found : "";
    };
    if (part("amount")) return [part("amount"), part("currency")].filter(Boolean).join(" ");
    return [part("value") || part("formatted") || part("received"), part("unit")].filter(Boolean).join(" ");
  }
  return String(value);
}
