import { useState } from "react";
import type { RecordPanel } from "@/api/generated/contracts";
import { Button } from "@/components/Button";
import { Modal, ModalActions } from "@/components/Modal";

const REASONS = ["Price", "Chose another project", "Loan refused", "Plans changed", "No answer any more"];

interface LostDialogProps {
  deal: RecordPanel | null;
  onClose: () => void;
  onLost: (deal: RecordPanel, reason: string) => void;
}

/** Why a deal was lost, in a word or in one's own. */
export function LostDialog({ deal, onClose, onLost }: LostDialogProps) {
  const [reason, setReason] = useState("");
  const lose = () => {
    if (deal && reason.trim() !== "") onLost(deal, reason.trim());
    setReason("");
  };
  return (
    <Modal
      open={deal !== null}
      onOpenChange={(open) => !open && onClose()}
      title="Why was it lost?"
      about={deal?.title}
      testId="lost-dialog"
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          lose();
        }}
      >
        <div className="flex flex-wrap gap-1 px-5 pt-3">
          {REASONS.map((word) => (
            <Button key={word} size="small" aria-pressed={reason === word} onClick={() => setReason(word)}>
              {word}
            </Button>
          ))}
        </div>
        <div className="px-5 pt-3">
          <input
            aria-label="Why it was lost"
            data-testid="lost-reason"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            placeholder="In your own words"
            className="control h-8 w-full rounded-md border border-line-strong bg-surface px-2 placeholder:text-faint"
          />
        </div>
        <ModalActions>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit" data-testid="lost-confirm" disabled={reason.trim() === ""}>
            Close it as lost
          </Button>
        </ModalActions>
      </form>
    </Modal>
  );
}
