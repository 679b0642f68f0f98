import { useState } from "react";
import type { ProposalId, ReviewSide } from "@/api/generated/contracts";
import { formatCount, plural } from "@/app/format";
import { useShortcuts } from "@/app/shortcuts";
import { cx } from "@/components/cx";
import { Kbd } from "@/components/Kbd";
import { type Beside, CompareRow } from "./CompareRow";
import { type CompareField, type Comparison, choose, take } from "./compare";
import type { Draft } from "./drafts";

interface CompareTableProps {
  proposal: ProposalId;
  comparison: Comparison;
  draft: Draft;
  onDraft: (change: Partial<Draft>) => void;
  /** The reviewer may put something else in a field's place. */
  editable: boolean;
  /** The sides are all there is, and no result: what becomes of one record, or two that are to be connected. */
  beside?: Beside;
  /** What stands under the row that the keyboard is on. */
  evidence: ((row: CompareField | undefined) => React.ReactNode) | null;
}

/** Side by side, what differs first; what all say alike stays folded. Each field ends in what would stand. */
export function CompareTable(props: CompareTableProps) {
  const { proposal, comparison, draft, onDraft, editable, evidence, beside = null } = props;
  const { sides, differing, same } = comparison;
  const rows = draft.all ? [...differing, ...same] : differing;
  const [writing, setWriting] = useState(false);
  const at = Math.min(draft.at, rows.length - 1);
  const current = rows[at];
  const moveTo = (next: number) => {
    setWriting(false);
    onDraft({ at: Math.max(0, Math.min(rows.length - 1, next)) });
  };
  const put = (row: CompareField, value: unknown) => {
    setWriting(false);
    onDraft({ choices: choose(row, draft.choices, value) });
  };
  useShortcuts("panel", {
    ...(rows.length > 0 && { fieldDown: () => moveTo(at + 1), fieldUp: () => moveTo(at - 1) }),
    ...(same.length > 0 && { sameFields: () => onDraft({ all: !draft.all }) }),
    ...(editable &&
      current && {
        takeSide: (keys: string) => onDraft({ choices: take(current, draft.choices, Number(keys) - 1) }),
        fixField: () => setWriting(true),
        asProposed: () => put(current, current.of.result),
      }),
  });
  const alone = sides.length < 2;
  if (rows.length === 0 && same.length === 0) return evidence?.(undefined) ?? null;
  return (
    <section aria-label="Fields">
      <table className="w-full table-fixed border-collapse" data-testid="review-fields">
        <caption className="sr-only">Fields, side by side, and what would stand</caption>
        <colgroup>
          <col className="w-24 min-[1200px]:w-32" />
          {!alone && sides.map((side, n) => <col key={sideKey(side, n)} />)}
          {beside === null && <col className={alone ? undefined : "w-[34%]"} />}
        </colgroup>
        <thead>
          <tr className="border-b border-line-strong">
            <th scope="col" className={cx(HEAD, "pl-2.5")}>
              Field
            </th>
            {!alone &&
              sides.map((side, n) => (
                <th key={sideKey(side, n)} scope="col" className={HEAD} title={sideAbout(side)}>
                  <SideName side={side} n={n} beside={beside} />
                </th>
              ))}
            {beside === null && (
              <th scope="col" className={cx(HEAD, "pl-3 text-ink")}>
                {alone ? "Proposed" : "Result"}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, n) => (
            <CompareRow
              key={row.of.field}
              proposal={proposal}
              row={row}
              alone={alone}
              beside={beside}
              draft={draft}
              current={n === at}
              editable={editable}
              writing={writing && n === at}
              onStand={() => moveTo(n)}
              onTake={(side) => onDraft({ at: n, choices: take(row, draft.choices, side) })}
              onWrite={(value) => put(row, value)}
              onWriting={setWriting}
              evidence={n === at ? (evidence?.(row) ?? null) : null}
            />
          ))}
        </tbody>
      </table>
      {at < 0 && evidence?.(undefined)}
      {same.length > 0 && (
        <button
          type="button"
          data-testid="review-same"
          aria-expanded={draft.all}
          onClick={() => onDraft({ all: !draft.all })}
          className="mt-2 inline-flex items-center gap-1.5 rounded-sm text-sm text-accent-ink hover:underline"
        >
          {draft.all ? "Fold" : "Show"} {plural(same.length, "field")} that say{same.length === 1 ? "s" : ""}{" "}
          the same
          <Kbd action="sameFields" />
        </button>
      )}
    </section>
  );
}

const HEAD = "pb-1 pr-3 text-left align-bottom text-sm font-medium text-faint";

const sideKey = (side: ReviewSide, n: number): string => side.entity?.id ?? `${side.role}-${n}`;

const ROLE: Record<ReviewSide["role"], string> = {
  survivor: "Stays",
  absorbed: "Joins it",
  known: "Existing",
  row: "Incoming",
  proposed: "Proposed",
};

/** What a column is, for hovering. */
function sideAbout({ title, subtitle, facts, links, file_name: file, row_number: row }: ReviewSide): string {
  const from = file === null || row === null ? "" : `row ${formatCount(row)} of ${file}`;
  const holds = `${plural(facts, "fact")}, ${plural(links, "link")}`;
  return [title, subtitle, from || holds].filter(Boolean).join(" · ");
}

/** What tells the records apart; a row by its number, a suggestion by nothing more. */
function sideWords({ role, row_number: row, subtitle, title }: ReviewSide): string {
  if (role === "proposed") return "";
  if (role === "survivor" || role === "absorbed") return title;
  return role === "row" && row !== null ? `row ${formatCount(row)}` : subtitle || title;
}

const APART: Partial<typeof ROLE> = { known: "Now", absorbed: "Comes back" };

function SideName({ side, n, beside }: { side: ReviewSide; n: number; beside: Beside }) {
  return (
    <span className="flex min-w-0 items-baseline gap-1.5" data-testid={`review-side-${n + 1}`}>
      {beside !== "pair" && (
        <span className="shrink-0">{(beside === "apart" && APART[side.role]) || ROLE[side.role]}</span>
      )}
      <span className="truncate font-normal text-muted">
        {beside === null ? sideWords(side) : side.title}
      </span>
    </span>
  );
}
