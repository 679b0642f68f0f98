import { useQueryClient } from "@tanstack/react-query";
import type { ImportSummary } from "@/api/generated/contracts";
import { useAction } from "@/api/queries";
import { formatCount, plural } from "@/app/format";
import { useProgress } from "@/app/useProgress";
import { stageWords } from "@/app/words";
import { Button } from "@/components/Button";
import { ErrorBanner } from "@/components/ErrorBanner";
import { Modal, ModalActions } from "@/components/Modal";
import { ProgressBar } from "@/components/ProgressBar";
import { undoResultKey } from "./UndoneCard";

interface UndoDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  summary: ImportSummary;
}

export function UndoDialog({ open, onOpenChange, summary }: UndoDialogProps) {
  const client = useQueryClient();
  const undo = useAction("import_undo");
  const work = useProgress(undo.isPending);
  const { create, update } = summary.fates ?? summary.planned;
  const aside = summary.state === "proposed" || summary.state === "staging";
  const run = async () => {
    const result = await undo.mutateAsync({ import_id: summary.import_id }).catch(() => null);
    if (result) client.setQueryData(undoResultKey(summary.import_id), result);
  };
  return (
    <Modal
      question
      open={open}
      onOpenChange={(next) => !undo.isPending && onOpenChange(next)}
      title={aside ? `Put ${summary.file_name} aside?` : `Undo the import of ${summary.file_name}?`}
      about={
        aside ? (
          "Nothing of it is in your records. The file and its rows stay kept, and it may be brought in again."
        ) : (
          <>
            What {plural(create, "row")} created is removed
            {update > 0 && <> and what {formatCount(update)} changed goes back to what it was</>}. Anything
            edited since stays as it is. The file, its rows and the decision remain on record.
          </>
        )
      }
      testId="undo-dialog"
    >
      {undo.isPending && (
        <div className="px-5 pt-4">
          <ProgressBar
            label={work ? stageWords(work.stage) : "Taking the import back"}
            done={work?.done ?? 0}
            total={work?.total ?? 0}
            elapsedMs={work?.elapsedMs ?? 0}
            pace={work}
          />
        </div>
      )}
      {undo.isError && (
        <div className="px-5 pt-4">
          <ErrorBanner error={undo.error} />
        </div>
      )}
      <ModalActions>
        <Button disabled={undo.isPending} onClick={() => onOpenChange(false)}>
          Keep the import
        </Button>
        <Button
          look={aside ? "primary" : "danger"}
          data-testid="undo-confirm"
          disabled={undo.isPending}
          onClick={() => void run()}
        >
          {aside ? "Put it aside" : "Undo import"}
        </Button>
      </ModalActions>
    </Modal>
  );
}
