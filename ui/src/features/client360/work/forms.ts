// What is written by hand around a client: the fields of each kind of record, in the order in which they are asked for.
import type { EntityType, Fact, TypedField } from "@/api/generated/contracts";
import { localSecond } from "@/app/now";

export type Asked = "line" | "lines" | "date" | "time" | "one";

export interface FormField {
  field: string;
  label: string;
  asked: Asked;
  /** The answers to choose from. */
  options?: readonly string[];
  hint?: string;
  /** Of several that are there each is corrected where it stands: one line can't say which is which. */
  lone?: true;
}

/** The way of a deal; a workspace that names its stages otherwise keeps its own names beside these. */
export const STAGES = ["New enquiry", "Qualified", "Site visit", "Negotiation", "Booking"] as const;

/** The ladder of a property interest, from the first step to the last. */
export const LADDER = [
  "interested",
  "saved",
  "viewing_requested",
  "viewed",
  "offer",
  "booked",
  "dropped",
] as const;

const line = (field: string, label: string, hint?: string): FormField => ({
  field,
  label,
  asked: "line",
  ...(hint ? { hint } : {}),
});

export const FORMS: Record<EntityType, { title: string; fields: readonly FormField[] }> = {
  opportunity: {
    title: "Opportunity",
    fields: [
      line("name", "Name"),
      { field: "stage", label: "Stage", asked: "one", options: STAGES },
      line("amount", "Amount", "2.5 Cr, AED 3M"),
      line("probability", "Probability, %"),
      { field: "close_date", label: "Expected close", asked: "date" },
      line("owner", "Owner"),
      { field: "description", label: "Description", asked: "lines" },
    ],
  },
  requirement: {
    title: "Requirement",
    fields: [
      { field: "purpose", label: "Purpose", asked: "one", options: ["buy", "rent", "invest"] },
      line("property_type", "Property type"),
      line("budget_min", "Budget from", "1.5 Cr"),
      line("budget_max", "Budget to", "2.5 Cr"),
      line("bedrooms_min", "Bedrooms from"),
      line("bedrooms_max", "Bedrooms to"),
      line("area_min", "Area from", "1,200 sq ft"),
      line("locality", "Localities", "Alipore, Ballygunge"),
      line("city", "Cities"),
      line("must_have", "Must have", "pool, two car parks"),
      line("exclude", "Not at all", "ground floor"),
      line("timeframe", "Timeframe"),
      line("financing", "Financing"),
    ],
  },
  interest: {
    title: "Property interest",
    fields: [
      line("property.name", "Property"),
      line("property.project", "Project"),
      line("property.unit", "Unit"),
      line("property.price", "Price", "2.5 Cr"),
      { field: "stage", label: "Interest", asked: "one", options: LADDER },
      line("price", "Offered price"),
    ],
  },
  task: {
    title: "Task",
    fields: [
      line("title", "What is to be done"),
      { field: "due_at", label: "Due", asked: "time" },
      { field: "reminder_at", label: "Remind at", asked: "time" },
      { field: "priority", label: "Priority", asked: "one", options: ["High", "Normal", "Low"] },
      line("assignee", "Who does it"),
      { field: "description", label: "Description", asked: "lines" },
    ],
  },
  household: {
    title: "Household and advisers",
    fields: [
      line("spouse.full_name", "Spouse"),
      line("spouse.phone", "Spouse: phone"),
      line("spouse.email", "Spouse: e-mail"),
      line("children", "Children"),
      line("assistant.name", "Assistant"),
      line("assistant.phone", "Assistant: phone"),
      line("manager.name", "Wealth manager"),
    ],
  },
  account: {
    title: "Account",
    fields: [
      line("name", "Name"),
      { ...line("website", "Website", "example.com"), lone: true },
      { ...line("phone", "Phone", "+91 33 4000 1234"), lone: true },
      { ...line("email", "E-mail", "office@example.com"), lone: true },
      line("industry", "Industry"),
      line("owner", "Owner"),
      { field: "description", label: "Description", asked: "lines" },
    ],
  },
  interaction: {
    title: "Call or message",
    fields: [
      line("subject", "Subject"),
      {
        field: "channel",
        label: "Channel",
        asked: "one",
        options: ["call", "whatsapp", "email", "visit", "meeting", "note"],
      },
      { field: "at", label: "When", asked: "time" },
      line("outcome", "Outcome"),
      line("assignee", "By"),
      { field: "body", label: "What was said", asked: "lines" },
    ],
  },
  person: {
    title: "Owner, status and tags",
    fields: [
      line("owner", "Owner"),
      line("assignee", "Assignee"),
      line("lead_status", "Lead status"),
      line("lifecycle_stage", "Lifecycle stage"),
      line("tags", "Tags", "vip, nri"),
    ],
  },
};

/** The fields that a form asks for, of a new record or of one with these facts. */
export const askedOf = (kind: EntityType, facts: readonly Fact[]): readonly FormField[] =>
  FORMS[kind].fields.filter(
    ({ field, lone }) => !lone || facts.filter((fact) => fact.field === field).length < 2,
  );

const part = (value: unknown, name: string): string =>
  typeof value === "object" && value !== null ? String((value as Record<string, unknown>)[name] ?? "") : "";

/** A value as a person would type it, so that the importer reads it as it is. */
export function typedValue({ kind, value }: Fact): string {
  if (typeof value !== "object" || value === null) return value === null ? "" : String(value);
  if (kind === "money") return [part(value, "currency"), part(value, "amount")].filter(Boolean).join(" ");
  if (kind === "area")
    return [part(value, "value"), part(value, "unit").replaceAll("_", " ")].filter(Boolean).join(" ");
  return part(value, "value") || part(value, "received");
}

/** What the form shows of a record: several values of a field stand in one line. */
export function typedFacts(kind: EntityType, facts: readonly Fact[]): Record<string, string> {
  return Object.fromEntries(
    FORMS[kind].fields.map(({ field, asked }) => {
      const values = facts.filter((fact) => fact.field === field).map(typedValue);
      const text = values.join(", ");
      return [field, asked === "time" ? text.slice(0, 16) : text];
    }),
  );
}

/** Only what was changed, as it is sent; a time to the minute gets its seconds. */
export function changedFields(
  kind: EntityType,
  before: Record<string, string>,
  after: Record<string, string>,
): TypedField[] {
  return FORMS[kind].fields.flatMap(({ field, asked }) => {
    const text = (after[field] ?? "").trim();
    if (text === (before[field] ?? "").trim()) return [];
    return [{ field, text: asked === "time" && /T\d\d:\d\d$/.test(text) ? `${text}:00` : text }];
  });
}

/** The fields of a deal that moves to a stage, and of one that is won or lost. */
export const moveTo = (stage: string): TypedField[] => [{ field: "stage", text: stage }];

export const won = (now = localSecond()): TypedField[] => [
  { field: "stage", text: "Won" },
  { field: "status", text: "Won" },
  { field: "probability", text: "100" },
  { field: "won_at", text: now },
];

export const lost = (reason: string, now = localSecond()): TypedField[] => [
  { field: "stage", text: "Lost" },
  { field: "status", text: "Lost" },
  { field: "probability", text: "0" },
  { field: "lost_at", text: now },
  { field: "lost_reason", text: reason },
];
