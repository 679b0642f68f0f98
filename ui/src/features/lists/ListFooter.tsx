import { Check, CircleAlert, Undo2, X } from "lucide-react";
import type { EntityType } from "@/api/generated/contracts";
import { countEntities } from "@/app/words";
import { Button } from "@/components/Button";
import { Kbd } from "@/components/Kbd";
import { RuleLine } from "@/components/RuleLine";
import type { Edits } from "./useEdits";

interface ListFooterProps {
  entity: EntityType;
  edits: Edits;
  /** Null: being counted. */
  selected: number | null;
  /** All that match, and not single rows. */
  all: boolean;
  onBulk: (() => void) | null;
  onAll: () => void;
  onNone: () => void;
}

/** What is selected and what can be done with it; what was done last, and the way back. */
export function ListFooter({ entity, edits, selected, all, onBulk, onAll, onNone }: ListFooterProps) {
  const { notice } = edits;
  if (selected === 0 && !notice) return null;
  return (
    <div className="flex min-h-10 shrink-0 items-center gap-2 border-t border-line bg-surface px-5 py-1">
      {selected !== 0 && (
        <>
          <span className="font-medium tabular-nums" data-testid="selected-count">
            {selected === null ? "All that match" : countEntities(selected, entity)} selected
          </span>
          {onBulk && (
            <Button size="small" data-testid="bulk-open" onClick={onBulk}>
              Change them…
              <Kbd action="bulkEdit" />
            </Button>
          )}
          {!all && (
            <Button look="quiet" size="small" data-testid="select-all" onClick={onAll}>
              Select all that match
              <Kbd action="selectAll" />
            </Button>
          )}
          <Button look="quiet" size="small" data-testid="select-none" onClick={onNone}>
            <X className="size-3" aria-hidden="true" />
            Select none
          </Button>
        </>
      )}
      <div aria-live="polite" className="ml-auto flex min-w-0 items-center gap-2">
        {notice && (
          <>
            {notice.error ? (
              <CircleAlert className="size-3.5 shrink-0 text-risk" aria-hidden="true" />
            ) : (
              <Check className="size-3.5 shrink-0 text-accent-ink" aria-hidden="true" />
            )}
            <span className="min-w-0 truncate text-muted" data-testid="list-notice" title={notice.words}>
              {notice.error ? (
                <span className="text-risk">
                  {notice.error.message} {notice.error.hint}
                </span>
              ) : (
                notice.words
              )}
            </span>
            {notice.error && <RuleLine error={notice.error} />}
            {edits.undoable && edits.mayUndo && (
              <Button look="quiet" size="small" data-testid="list-undo" onClick={() => void edits.undo()}>
                <Undo2 className="size-3" aria-hidden="true" />
                Take it back
                <Kbd action="undoEdit" />
              </Button>
            )}
          </>
        )}
      </div>
    </div>
  );
}
