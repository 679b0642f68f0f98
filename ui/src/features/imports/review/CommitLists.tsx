import { Link } from "@tanstack/react-router";
import type { ProblemGroup, ReasonGroup } from "@/api/generated/contracts";
import type { ReviewSearch } from "@/app/addresses";
import { formatCount, plural } from "@/app/format";
import { FateChip } from "@/components/FateChip";
import { usePlan } from "./plan";
import { openProblems } from "./problems/groups";

/** Rows named of each kind; the problems panel leads to the others. */
const SHOWN = 8;
const BOX = "flex flex-col divide-y divide-line rounded-lg border border-line bg-surface";

interface WaitingProps {
  groups: readonly ReasonGroup[];
  /** How many rows are suspected to be people known already. */
  merges: number;
  happened: boolean;
}

/** Rows that an approval does not touch, with the reason of each group. */
export function Waiting({ groups, merges, happened }: WaitingProps) {
  if (groups.length === 0) return null;
  const rows = groups.reduce((sum, { count }) => sum + count, 0);
  return (
    <section aria-label="What stays outside" data-testid="waiting">
      <h2 className="pb-0.5 font-semibold">What stays outside</h2>
      <p className="pb-2 text-muted">
        {plural(rows, "row")} {happened ? "stayed" : "will stay"} outside the approval.{" "}
        {merges > 0 && (
          <Link
            to="/imports/$id"
            from="/imports/$id"
            search={(now: ReviewSearch) => ({ ...now, pane: "matches" as const })}
            data-testid="waiting-review"
            className="rounded-sm text-accent-ink underline"
          >
            Decide on suspected duplicates
          </Link>
        )}
      </p>
      <ul className={BOX}>
        {groups.map(({ fate, reason, example, count }) => (
          <li key={`${fate}-${reason}`} className="flex items-start gap-3 px-4 py-2.5">
            <span className="w-20 shrink-0">
              <FateChip fate={fate} happened={happened} />
            </span>
            <span className="min-w-0 flex-1" data-selectable>
              {reason}
              {example && (
                <span className="block text-sm text-faint">
                  {count > 1 ? "For example: " : ""}
                  {example}
                </span>
              )}
            </span>
            <Link
              to="/imports/$id"
              from="/imports/$id"
              search={(now: ReviewSearch) => ({ ...now, pane: "records" as const, fate, row: undefined })}
              className="shrink-0 rounded-sm text-accent-ink hover:underline"
            >
              {plural(count, "row")}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface DoubtsProps {
  problems: readonly ProblemGroup[];
  headers: readonly string[];
}

/** Whether the words say themselves which column they are about, or are about none. */
function namesItsColumn({ column, message }: ProblemGroup, headers: readonly string[]): boolean {
  const header = column === null ? undefined : headers[column];
  return header === undefined || message.startsWith(header);
}

/** Cells whose text could not become a value, by kind. The text itself is kept. */
export function Doubts({ problems, headers }: DoubtsProps) {
  const { locked } = usePlan();
  const open = locked === null && openProblems(problems).length > 0;
  if (problems.length === 0) return null;
  return (
    <section aria-label="Doubts and remarks" data-testid="problems">
      <h2 className="pb-0.5 font-semibold">Doubts and remarks</h2>
      <p className="pb-2 text-muted">
        The text is kept as received, whatever could be read of it.{" "}
        {open && (
          <Link
            to="/imports/$id"
            from="/imports/$id"
            search={(now: ReviewSearch) => ({ ...now, pane: "records" as const, problems: true })}
            data-testid="settle-problems"
            className="rounded-sm text-accent-ink underline"
          >
            Settle {plural(openProblems(problems).length, "kind")} of them
          </Link>
        )}
      </p>
      <ul className={BOX}>
        {problems.map((problem) => (
          <li
            key={`${problem.kind}-${problem.column ?? ""}-${problem.message}`}
            className="flex items-start gap-3 px-4 py-2.5"
          >
            <span className="min-w-0 flex-1" data-selectable>
              {namesItsColumn(problem, headers) || (
                <span className="text-faint">{headers[problem.column ?? -1]}: </span>
              )}
              {problem.message}
              <span className="block text-sm text-faint">
                {problem.rows.length > 0 &&
                  `${problem.rows.length === 1 ? "Row" : "Rows"} ${problem.rows.slice(0, SHOWN).map(formatCount).join(", ")}${
                    problem.count > Math.min(SHOWN, problem.rows.length) ? " and more" : ""
                  }`}
              </span>
            </span>
            <span className="shrink-0 text-muted">
              {plural(problem.count, problem.column === null ? "row" : "cell")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
