import type { ImportDetail } from "@/api/generated/contracts";
import type { Pane } from "@/app/addresses";
import { ApprovedCard } from "./ApprovedCard";
import { Doubts, Waiting } from "./CommitLists";
import { ProposalCard } from "./ProposalCard";
import { UndoneCard } from "./UndoneCard";

/** What would change, what waits and why; one button. Afterwards: what happened, and the way back. */
export function CommitPane({ detail, onShow }: { detail: ImportDetail; onShow: (pane: Pane) => void }) {
  const { state } = detail.summary;
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto flex w-full max-w-200 flex-col gap-5 px-5 py-5">
        {(state === "proposed" || state === "committing") && <ProposalCard detail={detail} onShow={onShow} />}
        {state === "staging" && (
          <p className="py-6 text-center text-muted" data-testid="not-yet">
            Nothing to approve yet: the file has to be read to its end first.
          </p>
        )}
        {state === "undoing" && (
          <p className="py-6 text-center text-muted" data-testid="undoing">
            This import is being taken back, some records at a time. If that was cut off, Work shows it and
            goes on with it.
          </p>
        )}
        {state === "committed" && <ApprovedCard detail={detail} />}
        {state === "undone" && <UndoneCard detail={detail} />}
        {state !== "undone" && state !== "staging" && (
          <Waiting
            groups={detail.waiting}
            merges={detail.summary.proposals.merge}
            happened={state === "committed"}
          />
        )}
        <Doubts problems={detail.problems} headers={detail.batch.headers} />
      </div>
    </div>
  );
}
