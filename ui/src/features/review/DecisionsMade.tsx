import { useNavigate } from "@tanstack/react-router";
import { History } from "lucide-react";
import { useState } from "react";
import type { DecisionRow, Verdict } from "@/api/generated/contracts";
import { useAction, useCommand } from "@/api/queries";
import { plural } from "@/app/format";
import { placeOf } from "@/app/places";
import { useRights } from "@/app/rights";
import { useShortcuts } from "@/app/shortcuts";
import { Button } from "@/components/Button";
import { Chip } from "@/components/Chip";
import { Kbd } from "@/components/Kbd";
import { EmptyState, ErrorState, SkeletonRows } from "@/components/states";
import { useRowCursor } from "@/components/useRowCursor";
import { type Column, VirtualTable } from "@/components/VirtualTable";
import { When } from "@/components/When";
import { type Outcome, OutcomeLine } from "./OutcomeLine";
import { kindName, undoneWords } from "./words";

const SHOWN = 200;
const VERDICTS: Record<Verdict, string> = {
  approve: "Approved",
  correct: "Approved with changes",
  reject: "Rejected",
  defer: "Put off",
};
const rowId = (row: DecisionRow): string => row.decision_id;

function verdictOf(row: DecisionRow): string {
  if (row.asks !== null) return `Asked: ${VERDICTS[row.asks].toLowerCase()}`;
  if (row.verdict === "reject" && row.kind.endsWith("merge")) return "Not the same";
  return VERDICTS[row.verdict];
}

const seconds = (ms: number | null): string => (ms === null ? "" : `${(ms / 1_000).toFixed(1)} s`);

const COLUMNS: readonly Column<DecisionRow>[] = [
  { id: "when", header: "When", track: "120px", cell: (row) => <When at={row.at} className="text-muted" /> },
  { id: "verdict", header: "Decided", track: "160px", cell: verdictOf },
  {
    id: "what",
    header: "What",
    track: "minmax(160px, 1.4fr)",
    cell: (row) => (
      <span className="flex items-baseline gap-2">
        <span className="min-w-0 truncate font-medium">{row.title}</span>
        {row.kind !== "set" && <span className="shrink-0 text-sm text-proposal">{kindName(row.kind)}</span>}
        {row.count > 1 && (
          <span className="shrink-0 text-sm text-faint">{plural(row.count, "proposal")}</span>
        )}
      </span>
    ),
  },
  {
    id: "notes",
    header: "Note",
    track: "minmax(80px, 1fr)",
    cell: (row) => <span className="text-muted">{row.notes}</span>,
  },
  { id: "took", header: "Took", track: "64px", numeric: true, cell: (row) => seconds(row.took_ms) },
  {
    id: "stands",
    header: "Stands",
    track: "minmax(120px, 0.4fr)",
    cell: (row) =>
      row.taken_back ? (
        <Chip>Taken back</Chip>
      ) : (
        <span className="text-faint">{row.stands > 0 ? plural(row.stands, "change") : ""}</span>
      ),
  },
];

/** This person's decisions, newest first: what, when, why, and how long it took. Each can be taken back. */
export function DecisionsMade({ user }: { user: string }) {
  const navigate = useNavigate();
  const { may } = useRights();
  const made = useCommand("review_decisions", {
    reviewer: user,
    since: null,
    verdict: null,
    cursor: null,
    limit: SHOWN,
  });
  const rows = made.data?.rows ?? [];
  const open = (row: DecisionRow) => {
    if (row.entity) void navigate(placeOf(row.entity));
  };
  const cursor = useRowCursor({ rows, rowId, onOpen: open });
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
      <EmptyState icon={History} title="You have decided nothing yet">
        Every verdict you give is kept here with its reason, and can be taken back.
      </EmptyState>
    );
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col" data-testid="decisions-made">
      <VirtualTable
        label="My decisions"
        columns={COLUMNS}
        rows={rows}
        rowId={rowId}
        cursor={cursor}
        onOpen={() => undefined}
        testId="decision-row"
        minWidth={860}
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
