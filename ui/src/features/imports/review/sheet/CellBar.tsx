import { formatCount } from "@/app/format";
import { Chip } from "@/components/Chip";
import { Kbd } from "@/components/Kbd";
import type { SheetCell } from "./Sheet";

interface CellBarProps {
  cell: SheetCell | null;
  headers: readonly string[];
  mayEdit: boolean;
}

/** The cell under the cursor in full: what is read, what was received, what is doubtful. */
export function CellBar({ cell, headers, mayEdit }: CellBarProps) {
  if (!cell) return <div className="h-15 shrink-0 border-b border-line" />;
  const { row, column, state } = cell;
  const changed = state.text !== state.received;
  return (
    <div
      className="flex h-15 shrink-0 flex-col justify-center gap-0.5 border-b border-line px-5"
      data-testid="cell-bar"
    >
      <div className="flex min-w-0 items-center gap-2.5">
        <span className="shrink-0 text-faint tabular-nums">
          Row {formatCount(row.row_number)} · {headers[column] ?? `Cell ${column + 1}`}
        </span>
        <span className="min-w-0 truncate font-medium" title={state.text} data-selectable>
          {state.text || <span className="font-normal text-faint">empty</span>}
        </span>
        {state.drafted && <Chip tone="proposal">Not applied yet</Chip>}
        {!state.drafted && state.corrected && <Chip tone="accent">Corrected</Chip>}
        {mayEdit && (
          <span className="ml-auto inline-flex shrink-0 items-center gap-3 text-sm text-faint">
            {(state.drafted || state.corrected) && (
              <span className="inline-flex items-center gap-1.5">
                <Kbd action="takeBack" /> take back
              </span>
            )}
            <span className="inline-flex items-center gap-1.5">
              <Kbd action="edit" /> edit
            </span>
          </span>
        )}
      </div>
      <p className="truncate text-sm text-muted">
        {changed && (
          <span data-testid="cell-received" data-selectable>
            Received: {state.received || "nothing"}
            {state.issues.length > 0 && " · "}
          </span>
        )}
        {state.issues.length > 0 ? (
          <span className="text-warn">{state.issues.join(" ")}</span>
        ) : (
          !changed && (row.reason || "Exactly as received")
        )}
      </p>
    </div>
  );
}
