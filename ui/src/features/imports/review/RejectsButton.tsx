import { Download } from "lucide-react";
import { useState } from "react";
import { chooseTarget, offers } from "@/api/client";
import type { ImportDetail } from "@/api/generated/contracts";
import { useAction } from "@/api/queries";
import { plural } from "@/app/format";
import { useShortcuts } from "@/app/shortcuts";
import { currentFates } from "@/app/words";
import { Button, IconButton } from "@/components/Button";
import { ErrorBanner } from "@/components/ErrorBanner";
import { Modal, ModalActions } from "@/components/Modal";
import { fileName } from "../intake";

/** `leads.csv` → `leads rejected.csv`. */
export const rejectsName = (name: string): string => name.replace(/(\.[^.]+)?$/, (end) => ` rejected${end}`);

/** Rejected rows in the file's own dialect, each with its reason, to be mended where they come from. */
export function RejectsButton({ detail }: { detail: ImportDetail }) {
  const { summary } = detail;
  const rejected = offers("import_rejects") ? currentFates(summary).reject : 0;
  const write = useAction("import_rejects");
  const [done, setDone] = useState<string | null>(null);
  const run = async () => {
    const path = await chooseTarget("Save the rejected rows", rejectsName(summary.file_name)).catch(
      () => null,
    );
    if (!path) return;
    const answer = await write.mutateAsync({ import_id: summary.import_id, path }).catch(() => null);
    if (answer) setDone(`${plural(answer.rows, "row")} with reasons written to ${fileName(answer.path)}`);
  };
  const ready = rejected > 0 && !write.isPending;
  useShortcuts("screen", { ...(ready && { rejects: () => void run() }) });
  if (rejected === 0) return null;
  return (
    <>
      <span className="sr-only" aria-live="polite">
        {done}
      </span>
      <IconButton
        label={done ?? `Save ${plural(rejected, "rejected row")} with reasons`}
        action="rejects"
        data-testid="rejects"
        disabled={!ready}
        onClick={() => void run()}
      >
        <Download className="size-4" aria-hidden="true" />
      </IconButton>
      <Modal
        open={write.isError}
        onOpenChange={(next) => !next && write.reset()}
        title="The rejected rows were not saved"
        testId="rejects-refused"
      >
        {write.isError && (
          <div className="px-5 pt-3">
            <ErrorBanner error={write.error} />
          </div>
        )}
        <ModalActions>
          <Button onClick={() => write.reset()}>Close</Button>
        </ModalActions>
      </Modal>
    </>
  );
}
