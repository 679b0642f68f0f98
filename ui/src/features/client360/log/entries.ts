import type { TypedField } from "@/api/generated/contracts";

/** What is written down: how people were in touch, or something to do. */
export type What = "call" | "whatsapp" | "email" | "visit" | "meeting" | "note" | "task";

export const WHAT: readonly { id: What; label: string; done: string }[] = [
  { id: "call", label: "Call", done: "Call logged" },
  { id: "whatsapp", label: "WhatsApp", done: "Message logged" },
  { id: "email", label: "E-mail", done: "E-mail logged" },
  { id: "visit", label: "Visit", done: "Visit logged" },
  { id: "meeting", label: "Meeting", done: "Meeting logged" },
  { id: "note", label: "Note", done: "Note kept" },
  { id: "task", label: "To do", done: "Task noted" },
];

export const OUTCOMES: Partial<Record<What, readonly string[]>> = {
  call: ["Reached", "No answer", "Left a message", "Call back", "Wrong number"],
  visit: ["Liked it", "Undecided", "Not for them"],
};

export interface Entry {
  what: What;
  text: string;
  outcome: string;
  /** `2026-11-21T13:05`, local; of a task when it is due, and empty where it has no date. */
  at: string;
}

/** The longest first line that is a subject by itself. */
const SUBJECT = 80;

const titled = (text: string): { subject: string; body: string } => {
  const line = text.split("\n", 1)[0]?.trim() ?? "";
  if (line.length <= SUBJECT) return { subject: line, body: line === text.trim() ? "" : text.trim() };
  const cut = line.slice(0, SUBJECT);
  const words = cut.slice(0, cut.lastIndexOf(" ") + 1).trim() || cut;
  return { subject: `${words}…`, body: text.trim() };
};

export const canSave = ({ what, text, outcome }: Entry): boolean =>
  text.trim() !== "" || (outcome !== "" && what !== "task" && what !== "note");

/** The fields of the record that an entry becomes, as typed text. */
export function fieldsOf({ what, text, outcome, at }: Entry): TypedField[] {
  const { subject, body } = titled(text);
  const all =
    what === "task"
      ? { title: subject, description: body, due_at: seconds(at), status: "open" }
      : { channel: what, subject: subject || outcome, body, at: seconds(at), outcome };
  return Object.entries(all).flatMap(([field, text]) => (text ? [{ field, text }] : []));
}

const seconds = (at: string): string => (/T\d\d:\d\d$/.test(at) ? `${at}:00` : at);

/** Local time to the minute, as a time field takes it. */
export function localMinute(now: Date): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}T${two(now.getHours())}:${two(now.getMinutes())}`;
}
