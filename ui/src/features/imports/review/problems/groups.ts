import type { ProblemGroup, ProblemKey } from "@/api/generated/contracts";
import { formatCount } from "@/app/format";

export const problemKey = ({ kind, column }: ProblemGroup): ProblemKey => ({ kind, column });

export const problemId = ({ kind, column }: ProblemGroup): string => `${kind}:${column ?? ""}`;

/** Those that nobody let be. */
export const openProblems = (problems: readonly ProblemGroup[]): readonly ProblemGroup[] =>
  problems.filter(({ accepted }) => !accepted);

/** Open ones first, those that can be settled at once before those that can't; each by how many cells it has. */
export function problemOrder(problems: readonly ProblemGroup[]): ProblemGroup[] {
  const rank = (group: ProblemGroup) => (group.accepted ? 2 : group.fixes.length > 0 ? 0 : 1);
  return [...problems].sort((a, b) => rank(a) - rank(b) || b.count - a.count);
}

/** What the group is called: its title, in the column it is about. */
export function problemTitle(group: ProblemGroup, headers: readonly string[]): string {
  const title = group.title || group.kind.replaceAll("_", " ").replace(/^./, (c) => c.toLocaleUpperCase());
  const header = group.column === null ? undefined : headers[group.column];
  return header && !title.includes(header) ? `${title} in ${header}` : title;
}

/** A message without the column's name, where that stands beside it already. */
export const withoutHeader = (message: string, header: string | undefined): string =>
  header && message.startsWith(`${header}: `) ? message.slice(header.length + 2) : message;

/** A sentence of the host with the group's count written as counts are here: `2484 cells` beside `2,484 cells` are two hands. */
export const grouped = (sentence: string, { count }: ProblemGroup): string =>
  sentence.replace(new RegExp(`(?<!\\d)${count}(?!\\d)`), () => formatCount(count));
