import { useEffect, useRef } from "react";
import type { ReviewItem, ReviewQuery, SetPreview, Verdict } from "@/api/generated/contracts";
import { useCommand } from "@/api/queries";
import { formatCount, plural } from "@/app/format";
import { Button } from "@/components/Button";
import { ErrorBanner } from "@/components/ErrorBanner";
import { Keys } from "@/components/Kbd";
import { Modal, ModalActions } from "@/components/Modal";
import { Delayed } from "@/components/states";
import { queueQuery } from "./useQueue";
import { kindName, kindNames } from "./words";

interface SetDialogProps {
  /** What chooses them; null: closed. */
  of: Partial<ReviewQuery> | null;
  onClose: () => void;
  onDecide: (title: string, preview: SetPreview, verdict: Verdict) => void;
}

/** Many alike, decided together: how many, some of them, and what would happen; one key, and one to take it back. */
export function SetDialog({ of, onClose, onDecide }: SetDialogProps) {
  return (
    <Modal
      open={of !== null}
      onOpenChange={(open) => !open && onClose()}
      question
      title={of?.kind ? `${kindNames(of.kind)} that are alike, decided together` : "Decide together"}
      className="w-160"
      testId="set-dialog"
    >
      {of !== null && <Preview of={of} onClose={onClose} onDecide={onDecide} />}
    </Modal>
  );
}

function Preview({ of, onClose, onDecide }: Omit<SetDialogProps, "of"> & { of: Partial<ReviewQuery> }) {
  const preview = useCommand("review_set_preview", { of: queueQuery(of), only: [] });
  const { data } = preview;
  const approve = useRef<HTMLButtonElement>(null);
  const ready = data !== undefined && data.count > 0;
  useEffect(() => {
    if (ready) approve.current?.focus();
  }, [ready]);
  const name = of.kind ? kindNames(of.kind).toLowerCase() : "proposals";
  const one = of.kind ? kindName(of.kind).toLowerCase() : "proposal";
  const decide = (verdict: Verdict) => {
    if (!data || !ready) return;
    onDecide(plural(data.count, one, name), data, verdict);
    onClose();
  };
  return (
    <>
      <div className="flex max-h-[56vh] flex-col gap-3 overflow-y-auto px-5 pt-2">
        {preview.isPending && (
          <Delayed>
            <p role="status" className="text-muted">
              Working out what it would do…
            </p>
          </Delayed>
        )}
        {preview.isError && <ErrorBanner error={preview.error} />}
        {data && <Contents data={data} name={name} />}
      </div>
      <ModalActions>
        <Button look="quiet" onClick={onClose}>
          Cancel
          <Keys keys="Escape" />
        </Button>
        <Button data-testid="set-reject" disabled={!ready} onClick={() => decide("reject")}>
          Reject all
        </Button>
        <Button
          look="primary"
          ref={approve}
          data-testid="set-approve"
          disabled={!ready}
          onClick={() => decide("approve")}
        >
          Approve {data ? plural(data.count, one, name) : "them"}
        </Button>
      </ModalActions>
    </>
  );
}

function Contents({ data, name }: { data: SetPreview; name: string }) {
  return (
    <>
      {data.count === 0 ? (
        <p data-testid="set-none">None of these is alike and of low risk: each wants a look of its own.</p>
      ) : (
        <>
          <section aria-label="What happens">
            <h3 className="pb-0.5 text-sm font-medium text-faint">Approving all of them</h3>
            <ul data-testid="set-effects" data-selectable>
              {data.effects.map(({ kind, what, sentence }) => (
                <li key={`${kind}-${what}`} className="first-letter:uppercase">
                  {sentence}
                </li>
              ))}
            </ul>
          </section>
          <section aria-label="Some of them">
            <h3 className="pb-0.5 text-sm font-medium text-faint">
              {data.samples.length < data.count
                ? `${data.samples.length} of the ${formatCount(data.count)}`
                : "All of them"}
            </h3>
            <ul>
              {data.samples.map((item) => (
                <Sample key={item.proposal_id} item={item} />
              ))}
            </ul>
          </section>
        </>
      )}
      {data.left_out.length > 0 && (
        <section aria-label={`${name} left out`}>
          <h3 className="pb-0.5 text-sm font-medium text-faint">Decided one by one</h3>
          <ul className="text-muted">
            {data.left_out.map(({ why, count }) => (
              <li key={why}>
                {formatCount(count)}: {why}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Sample({ item }: { item: ReviewItem }) {
  return (
    <li
      className="flex items-baseline gap-3 border-b border-line py-1.5 last:border-b-0"
      data-testid="set-sample"
    >
      <span className="shrink-0 font-medium">{item.title}</span>
      <span className="min-w-0 truncate text-muted" title={item.consequences.join(", ")}>
        {item.consequences.join(", ")}
      </span>
    </li>
  );
}
