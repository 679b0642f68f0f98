import type { RecordPanel } from "@/api/generated/contracts";
import { daysLater, localSecond } from "@/app/now";
import { isDone } from "@/features/client360/work/CardActions";

export const OUTCOMES = ["Reached", "No answer", "Left a message", "Call back", "Wrong number"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What is probably to be done next, and in how many days. */
export function suggestion(outcome: Outcome, name: string): { title: string; days: number } {
  switch (outcome) {
    case "Reached":
      return { title: `Follow up with ${name}`, days: 7 };
    case "Call back":
      return { title: `Call ${name} back`, days: 1 };
    case "Wrong number":
      return { title: `Find the right number of ${name}`, days: 1 };
    default:
      return { title: `Call ${name} again`, days: 1 };
  }
}

export const WHEN = [
  { words: "Tomorrow", days: 1 },
  { words: "In 3 days", days: 3 },
  { words: "In a week", days: 7 },
  { words: "In 2 weeks", days: 14 },
] as const;

/** That many days from now, at ten: `2026-11-22T10:00:00`. */
export const dayAt = (days: number, now: Date = new Date()): string =>
  `${daysLater(localSecond(now), days).slice(0, 10)}T10:00:00`;

export const textOf = (record: RecordPanel, field: string): string => {
  const value = record.facts.find((fact) => fact.field === field)?.value;
  return typeof value === "string" ? value : "";
};

/** Tasks that are open, the one that is due first before the others. */
export const openTasks = (tasks: readonly RecordPanel[]): RecordPanel[] =>
  tasks
    .filter((task) => !isDone(task))
    .sort((a, b) => (textOf(a, "due_at") || "~").localeCompare(textOf(b, "due_at") || "~"));
