import { Check } from "lucide-react";
import { useState } from "react";
import { call } from "@/api/client";
import type { ImportDetail } from "@/api/generated/contracts";
import { useAction } from "@/api/queries";
import type { Pane } from "@/app/addresses";
import { plural } from "@/app/format";
import { useRights } from "@/app/rights";
import { useShortcuts } from "@/app/shortcuts";
import { useProgress } from "@/app/useProgress";
import { approveLabel, orderSafe, safeWords, stageWords } from "@/app/words";
import { Button } from "@/components/Button";
import { Chip } from "@/components/Chip";
import { ErrorBanner } from "@/components/ErrorBanner";
import { Hint } from "@/components/Hint";
import { ProgressBar } from "@/components/ProgressBar";
import { allColumns, countStatuses } from "./columns/columns";
import { UndoDialog } from "./UndoDialog";

interface ProposalCardProps {
  detail: ImportDetail;
  onShow: (pane: Pane) => void;
}

/** The proposal in words, and the one button that makes it so. */
export function ProposalCard({ detail, onShow }: ProposalCardProps) {
  const approve = useAction("import_approve");
  const work = useProgress(approve.isPending);
  const { summary } = detail;
  const safe = orderSafe(detail.safe, summary.row_entity);
  const unfinished = summary.state === "committing";
  const columns = allColumns(detail.manifest);
  const { unresolved } = countStatuses(columns);
  const questions = columns.filter(({ question, date_order }) => question && !date_order).length;
  const [asking, setAsking] = useState(false);
  const { may } = useRights();
  const ready = (safe.length > 0 || unfinished) && !approve.isPending && may("approve_imports");
  const run = () => approve.mutate({ import_id: summary.import_id, actions: null, min_confidence: null });
  useShortcuts("screen", {
    ...(ready && { approveImport: run }),
    ...(!approve.isPending && may("undo") && { undoImport: () => setAsking(true) }),
  });
  const label = unfinished ? "Go on with the approval" : approveLabel(detail.safe, summary.row_entity);

  return (
    <section
      aria-label="Proposal"
      className="rounded-lg border border-dashed border-proposal-line bg-surface p-5"
      data-testid="proposal"
    >
      <div className="flex items-center gap-2.5 pb-3">
        <Chip tone="proposal">Proposal</Chip>
        <span className="text-muted">
          {approve.isPending
            ? "Being written to your records. What is written already stays if you stop here."
            : unfinished
              ? "The approval was begun and not finished. It goes on where it stopped."
              : "Nothing has been written yet."}
        </span>
      </div>
      {safe.length > 0 ? (
        <ul className="flex flex-col gap-1 text-read" data-testid="safe">
          {safe.map((item) => (
            <li key={`${item.entity}-${item.action}`} className="flex items-center gap-2">
              <Check className="size-4 text-accent-ink" aria-hidden="true" />
              {safeWords(item)}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-read" data-testid="safe-none">
          Nothing in this file is new and certain enough to approve.
        </p>
      )}
      {(unresolved > 0 || questions > 0) && !unfinished && !summary.duplicate_of_batch && (
        <p className="pt-3 text-muted">
          {[
            unresolved > 0 && `${plural(unresolved, "column")} unresolved`,
            questions > 0 && `${plural(questions, "question")} about dates open`,
          ]
            .filter(Boolean)
            .join(", ")}
          : those cells stay with the file.{" "}
          <button
            type="button"
            className="rounded-sm text-accent-ink hover:underline"
            onClick={() => onShow("columns")}
          >
            Look at the columns
          </button>
        </p>
      )}
      {approve.isError && approve.error.code !== "cancelled" && (
        <div className="pt-4">
          <ErrorBanner error={approve.error} />
        </div>
      )}
      <div className="pt-5">
        {approve.isPending ? (
          <div className="flex items-start gap-4">
            <div className="min-w-0 flex-1" data-testid="approve-progress">
              <ProgressBar
                label={work ? stageWords(work.stage) : "Recording the decision"}
                unit="row"
                done={work?.done ?? 0}
                total={work?.total ?? 0}
                elapsedMs={work?.elapsedMs ?? 0}
                pace={work}
              />
            </div>
            <Button size="small" onClick={() => void call("cancel", null).catch(() => undefined)}>
              Stop here
            </Button>
          </div>
        ) : (
          <div className="flex items-center gap-2">
            {may("approve_imports") && (
              <Hint text={label} action="approveImport">
                <Button
                  look="primary"
                  size="large"
                  data-testid="import-approve"
                  disabled={!ready}
                  onClick={run}
                >
                  {label}
                </Button>
              </Hint>
            )}
            {may("undo") && (
              <Hint text="Nothing of it enters your records; the file stays kept" action="undoImport">
                <Button look="quiet" size="large" data-testid="import-aside" onClick={() => setAsking(true)}>
                  {unfinished ? "Undo this import" : "Put this import aside"}
                </Button>
              </Hint>
            )}
            {!may("approve_imports") && !may("undo") && (
              <p className="text-muted">Your role looks at imports; a colleague approves them.</p>
            )}
          </div>
        )}
      </div>
      <UndoDialog open={asking} onOpenChange={setAsking} summary={summary} />
    </section>
  );
}
