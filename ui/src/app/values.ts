// A canonical value as one line of text, by its kind or, where the kind is unknown, by its shape.
import type { FieldKind } from "@/api/generated/contracts";
import { formatDay, formatExact, formatMoney, formatMoneyExact, formatPhone, formatWhen } from "./format";

export interface Shown {
  /** The line itself. */
  text: string;
  /** More exact, for hovering. */
  exact: string | null;
  /** Work, home, mobile… */
  label: string | null;
  primary: boolean;
}

type Shape = Record<string, unknown>;

const isShape = (value: unknown): value is Shape =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const str = (value: unknown): string =>
  typeof value === "string" ? value : value == null ? "" : String(value);

const plain = (text: string, more: Partial<Shown> = {}): Shown => ({
  text,
  exact: null,
  label: null,
  primary: false,
  ...more,
});

const ADDRESS = [
  "street",
  "street2",
  "po_box",
  "locality",
  "city",
  "region",
  "postal_code",
  "country",
] as const;

function address(value: Shape): string {
  const parts = ADDRESS.map((part) => str(value[part]).trim()).filter(Boolean);
  const line = parts.filter((part, i) => parts.indexOf(part) === i).join(", ");
  return line || str(value.formatted).replaceAll(/\s*\n\s*/g, ", ");
}

function money(value: Shape): Shown {
  const amount = str(value.amount);
  const currency = str(value.currency) || null;
  if (!amount) return plain(str(value.received));
  const received = str(value.received);
  const exact = formatMoneyExact(amount, currency);
  return plain(formatMoney(amount, currency), {
    exact: received && received !== amount ? `${exact}, received as “${received}”` : exact,
  });
}

function structured(value: Shape, kind: FieldKind | null): Shown {
  const more = { label: str(value.label) || str(value.network) || null, primary: value.is_primary === true };
  if ("amount" in value) return money(value);
  if (kind === "address" || "city" in value || "formatted" in value) return plain(address(value), more);
  if (kind === "area" || "unit" in value) return plain(`${str(value.value)} ${str(value.unit)}`.trim());
  if (kind === "external_id" || "system" in value) {
    return plain(str(value.value), { label: str(value.system) || null });
  }
  const text = str(value.value) || str(value.received);
  const received = str(value.received);
  const exact = received && received !== text ? `Received as “${received}”` : null;
  return plain(kind === "phone" || text.startsWith("+") ? formatPhone(text) : text, { ...more, exact });
}

/** How a value is shown. */
export function showValue(value: unknown, kind: FieldKind | null = null): Shown {
  if (value === null || value === undefined || value === "") return plain("");
  if (Array.isArray(value)) return plain(value.map((item) => showValue(item, kind).text).join(", "));
  if (isShape(value)) return structured(value, kind);
  if (typeof value === "boolean") return plain(value ? "Yes" : "No");
  const text = str(value);
  if (kind === "date") return plain(formatDay(text));
  if (kind === "date_time" || (kind === null && /^\d{4}-\d{2}-\d{2}T/.test(text))) {
    return plain(formatWhen(text), { exact: formatExact(text) });
  }
  if (kind === null && /^\d{4}-\d{2}-\d{2}$/.test(text)) return plain(formatDay(text));
  if (kind === "phone") return plain(formatPhone(text));
  return plain(text);
}

/** What goes to the clipboard: the value itself, not its dress. */
export function copyValue(value: unknown): string {
  if (isShape(value)) return str(value.value) || str(value.amount) || showValue(value).text;
  return Array.isArray(value) ? showValue(value).text : str(value);
}
