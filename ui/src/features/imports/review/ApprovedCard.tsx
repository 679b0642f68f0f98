import { Link } from "@tanstack/react-router";
import { Undo2 } from "lucide-react";
import { useState } from "react";
import type { ImportDetail } from "@/api/generated/contracts";
import { plural } from "@/app/format";
import { useRights } from "@/app/rights";
import { useShortcuts } from "@/app/shortcuts";
import { currentFates } from "@/app/words";
import { Button } from "@/components/Button";
import { Hint } from "@/components/Hint";
import { SegmentBar } from "@/components/SegmentBar";
import { When } from "@/components/When";
import { UndoDialog } from "./UndoDialog";

/** What the approval did, and the way back for as long as the workspace lives. */
export function ApprovedCard({ detail }: { detail: ImportDetail }) {
  const [asking, setAsking] = useState(false);
  const mayUndo = useRights().may("undo");
  useShortcuts("screen", { ...(mayUndo && { undoImport: () => setAsking(true) }) });
  const { summary, decisions } = detail;
  const fates = currentFates(summary);
  const decision = decisions.findLast(({ decision: verdict }) => verdict === "approve");
  const written = fates.create + fates.update;
  return (
    <section
      aria-label="Result"
      className="rounded-lg border border-line bg-surface p-5"
      data-testid="approved"
    >
      <h2 className="text-lg font-semibold">
        {written > 0
          ? `${plural(written, "row")} of ${summary.file_name} are in your records`
          : "Nothing was written"}
      </h2>
      {decision && (
        <p className="pt-0.5 text-muted">
          Approved by {decision.reviewer_ref} <When at={decision.decided_at} />
        </p>
      )}
      <SegmentBar counts={fates} happened legend className="pt-4" />
      <div className="flex items-center gap-2 pt-5">
        <Link
          to={summary.row_entity === "account" ? "/accounts" : "/contacts"}
          data-testid="see-records"
          className="control inline-flex h-8 items-center rounded-md border border-line-strong bg-surface px-3 font-medium hover:bg-hover"
        >
          See {summary.row_entity === "account" ? "accounts" : "contacts"}
        </Link>
        {mayUndo && (
          <Hint text="Undo this import" action="undoImport">
            <Button data-testid="import-undo" onClick={() => setAsking(true)}>
              <Undo2 className="size-3.5" aria-hidden="true" />
              Undo this import
            </Button>
          </Hint>
        )}
      </div>
      <UndoDialog open={asking} onOpenChange={setAsking} summary={summary} />
    </section>
  );
}
