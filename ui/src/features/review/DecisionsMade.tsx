import { useNavigate } from "@tanstack/react-router";
import { History } from "lucide-react";
import { useMemo, useState } from "react";
import type { DecisionRow, Verdict } from "@/api/generated/contracts";
import { useAction, useCommand } from "@/api/queries";
import { plural } from "@/app/format";
import { placeOf } from "@/app/places";
import { useRights } from "@/app/rights";
import { useShortcuts } from "@/app/shortcuts";
import { Button } from "@/components/Button";
import { Chip } from "@/components/Chip";
import { Kbd } from "@/components/Kbd";
import { PickOne } from "@/components/PickOne";
import { EmptyState, ErrorState, SkeletonRows } from "@/components/states";
import { useRowCursor } from "@/components/useRowCursor";
import { type Column, VirtualTable } from "@/components/VirtualTable";
import { When } from "@/components/When";
import { Figures, seconds } from "./Figures";
import { type Outcome, OutcomeLine } from "./OutcomeLine";
import { kindName, undoneWords } from "./words";

const SHOWN = 200;
const VERDICTS: Record<Verdict, string> = {
  approve: "Approved",
  correct: "Approved with changes",
  reject: "Rejected",
  defer: "Put off",
};
const ASKED: Record<Verdict, string> = {
  approve: "Asked for it",
  correct: "Asked, with changes",
  reject: "Asked to refuse it",
  defer: "Put off",
};
/** What these are, and how many, their titles say. */
const SAYS_ITSELF: ReadonlySet<string> = new Set(["set", "mapping"]);
const rowId = (row: DecisionRow): string => row.decision_id;

function verdictOf(row: DecisionRow): string {
  if (row.asks !== null) return ASKED[row.asks];
  if (row.verdict === "reject" && row.kind.endsWith("merge")) return "Not the same";
  return VERDICTS[row.verdict];
}

const NAME: Column<DecisionRow> = {
  id: "by",
  header: "Who",
  track: "84px",
  cell: (row) => row.by,
};

const COLUMNS: readonly Column<DecisionRow>[] = [
  { id: "when", header: "When", track: "92px", cell: (row) => <When at={row.at} className="text-muted" /> },
  { id: "verdict", header: "Decided", track: "148px", cell: verdictOf },
  {
    id: "what",
    header: "What",
    track: "minmax(140px, 1.4fr)",
    cell: (row) => (
      <span className="flex items-baseline gap-2">
        <span className="min-w-0 truncate font-medium">{row.title}</span>
        {!SAYS_ITSELF.has(row.kind) && (
          <span className="shrink-0 text-sm text-proposal">{kindName(row.kind)}</span>
        )}
        {row.count > 1 && !SAYS_ITSELF.has(row.kind) && (
          <span className="shrink-0 text-sm text-faint">{plural(row.count, "proposal")}</span>
        )}
      </span>
    ),
  },
  {
    id: "notes",
    header: "Note",
    track: "minmax(56px, 1fr)",
    cell: (row) => <span className="text-muted">{row.notes}</span>,
  },
  { id: "took", header: "Took", track: "52px", numeric: true, cell: (row) => seconds(row.took_ms) },
  {
    id: "stands",
    header: "Stands",
    track: "minmax(88px, 0.4fr)",
    cell: (row) =>
      row.taken_back ? (
        <Chip>Taken back</Chip>
      ) : (
        <span className="text-faint">{row.stands > 0 ? plural(row.stands, "change") : ""}</span>
      ),
  },
];

const WITH_NAMES = [...COLUMNS.slice(0, 1), NAME, ...COLUMNS.slice(1)];

const SINCE = [
  { value: "ever", name: "Since ever", days: null },
  { value: "day", name: "Last 24 hours", days: 1 },
  { value: "week", name: "Last 7 days", days: 7 },
  { value: "month", name: "Last 30 days", days: 30 },
] as const;
const GIVEN = [
  { value: "any", name: "Every verdict" },
  ...Object.entries(VERDICTS).map(([value, name]) => ({ value, name })),
];
const WHOSE = [
  { value: "mine", name: "Mine" },
  { value: "all", name: "Everybody’s" },
];

/** So many days ago, to the minute, so that the same question is asked once. */
const daysAgo = (days: number): string => {
  const minute = 60_000;
  return new Date(Math.floor(Date.now() / minute) * minute - days * 24 * 60 * minute).toISOString();
};

/** Decisions, newest first: what, when, why, and how long it took; and how reviewing goes. Each can be taken back. */
export function DecisionsMade({ user }: { user: string }) {
  const [chosen, setChosen] = useState({ whose: "mine", verdict: "any", since: "ever" });
  const days = SINCE.find(({ value }) => value === chosen.since)?.days ?? null;
  const since = useMemo(() => (days === null ? null : daysAgo(days)), [days]);
  const reviewer = chosen.whose === "mine" ? user : null;
  const put = (change: Partial<typeof chosen>) => setChosen({ ...chosen, ...change });
  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col">
        <div
          role="toolbar"
          aria-label="Filters"
          className="flex h-11 shrink-0 items-center gap-1.5 border-b border-line px-5"
        >
          <PickOne
            label="Whose decisions"
            testId="decisions-whose"
            value={chosen.whose}
            options={WHOSE}
            onChange={(whose) => put({ whose })}
          />
          <PickOne
            label="Verdict"
            testId="decisions-verdict"
            value={chosen.verdict}
            options={GIVEN}
            onChange={(verdict) => put({ verdict })}
          />
          <PickOne
            label="Since"
            testId="decisions-since"
            value={chosen.since}
            options={SINCE}
            onChange={(next) => put({ since: next })}
          />
        </div>
        <DecisionList
          reviewer={reviewer}
          since={since}
          verdict={chosen.verdict === "any" ? null : (chosen.verdict as Verdict)}
        />
      </div>
      <Figures reviewer={reviewer} since={since} />
    </div>
  );
}

interface DecisionListProps {
  reviewer: string | null;
  since: string | null;
  verdict: Verdict | null;
}

function DecisionList({ reviewer, since, verdict }: DecisionListProps) {
  const navigate = useNavigate();
  const { may } = useRights();
  const made = useCommand("review_decisions", {
    reviewer,
    since,
    verdict,
    cursor: null,
    limit: SHOWN,
  });
  const rows = made.data?.rows ?? [];
  const open = (row: DecisionRow) => {
    if (row.entity) void navigate(placeOf(row.entity));
  };
  const cursor = useRowCursor({ rows, rowId, waiting: made.isPending, onOpen: open });
  const current = rows[Math.max(0, cursor.index)];
  const undo = useAction("review_undo");
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const takeBack = () => {
    if (!current || current.stands === 0 || undo.isPending) return;
    undo.mutate(
      { decision_id: current.decision_id },
      {
        onSuccess: (undone) => setOutcome({ done: undoneWords(current.title, undone), undoable: false }),
        onError: (refused) => setOutcome({ about: current.title, id: null, refused }),
      },
    );
  };
  useShortcuts("panel", may("undo") ? { undoDecision: takeBack } : {});
  if (made.isPending) return <SkeletonRows label="Loading your decisions" />;
  if (made.isError) {
    return (
      <ErrorState
        error={made.error}
        what="Your decisions could not be read"
        onRetry={() => void made.refetch()}
      />
    );
  }
  if (rows.length === 0) {
    return (
      <EmptyState
        icon={History}
        title={verdict === null && since === null ? "Nothing was decided yet" : "No decision like that"}
      >
        Every verdict is kept here with its reason, and can be taken back.
      </EmptyState>
    );
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col" data-testid="decisions-made">
      <VirtualTable
        label="Decisions"
        columns={reviewer === null ? WITH_NAMES : COLUMNS}
        rows={rows}
        rowId={rowId}
        cursor={cursor}
        onOpen={() => undefined}
        testId="decision-row"
        minWidth={720}
      />
      <OutcomeLine outcome={outcome} />
      {may("undo") && (
        <div className="flex items-center gap-2 border-t border-line bg-surface px-5 py-2.5">
          <Button
            data-testid="decision-undo"
            disabled={!current || current.stands === 0 || undo.isPending}
            onClick={takeBack}
          >
            Take this back
            <Kbd action="undoDecision" />
          </Button>
          <span className="min-w-0 truncate text-muted">{current?.title}</span>
        </div>
      )}
    </div>
  );
}
