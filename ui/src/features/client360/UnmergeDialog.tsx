import { useEffect, useRef, useState } from "react";
import type { AbsorbedRecord, EntityId, ProposalId, UnmergeView } from "@/api/generated/contracts";
import { useAction, useCommand } from "@/api/queries";
import { plural } from "@/app/format";
import { useRights } from "@/app/rights";
import { useWritten } from "@/app/written";
import { Button } from "@/components/Button";
import { ErrorBanner } from "@/components/ErrorBanner";
import { Keys } from "@/components/Kbd";
import { Modal, ModalActions } from "@/components/Modal";
import { Delayed } from "@/components/states";
import { EditPlacement, type Place } from "./EditPlacement";

interface UnmergeDialogProps {
  record: AbsorbedRecord | null;
  onClose: () => void;
  /** It was left to somebody who may do it. */
  onAsked: (proposal: ProposalId) => void;
}

/** Takes a merge apart: what comes back, and every edit made since with the record that it goes to. */
export function UnmergeDialog({ record, onClose, onAsked }: UnmergeDialogProps) {
  return (
    <Modal
      open={record !== null}
      onOpenChange={(open) => !open && onClose()}
      question
      title={record ? `Take ${record.title} apart again` : "Take apart"}
      className="w-180"
      testId="unmerge-dialog"
    >
      {record && <Apart record={record} onClose={onClose} onAsked={onAsked} />}
    </Modal>
  );
}

type ApartProps = UnmergeDialogProps & { record: AbsorbedRecord };

function Apart({ record, onClose, onAsked }: ApartProps) {
  const { may } = useRights();
  const mine = may("merge_records");
  const [why, setWhy] = useState("");
  const { note } = useWritten();
  const view = useCommand("unmerge_view", { id: record.entity.id });
  const unmerge = useAction("unmerge");
  const [placed, setPlaced] = useState<ReadonlyMap<string, EntityId | null>>(new Map());
  const [notTheSame, setNotTheSame] = useState(true);
  const [at, setAt] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const ready = view.isSuccess;
  useEffect(() => {
    if (ready) box.current?.focus();
  }, [ready]);
  const { data } = view;
  const places = data ? placesOf(data) : [];
  const put = (n: number, to: EntityId | null) => {
    const edit = data?.edits[n];
    if (edit) setPlaced((now) => new Map(now).set(edit.edit, to));
  };
  const apply = () => {
    if (!data || unmerge.isPending) return;
    unmerge.mutate(
      {
        id: record.entity.id,
        seen: data.seen,
        placements: [...placed].map(([edit, to]) => ({ edit, to })),
        not_the_same: notTheSame,
        ...(why.trim() && { notes: why.trim() }),
      },
      {
        onSuccess: (result) => {
          if (result.requested) onAsked(result.requested);
          else note(`${data.survivor_title} and ${record.title} stand apart again`, result);
          onClose();
        },
      },
    );
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement && event.target.type === "text") return;
    const last = (data?.edits.length ?? 0) - 1;
    const place = places[Number(event.key) - 1];
    if (event.key === "ArrowDown" || event.key === "j") setAt(Math.min(at + 1, last));
    else if (event.key === "ArrowUp" || event.key === "k") setAt(Math.max(at - 1, 0));
    else if (event.key === "r") setNotTheSame(!notTheSame);
    else if (event.key === "Enter" && event.target === box.current) apply();
    else if (place) put(at, place.id);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div
        ref={box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys of the list are heard here.
        tabIndex={0}
        role="group"
        aria-label="What was edited since"
        onKeyDown={onKeyDown}
        data-testid="unmerge-body"
        className="flex max-h-[60vh] flex-col gap-3 overflow-y-auto px-5 pt-2 outline-none"
      >
        {view.isPending && (
          <Delayed>
            <p role="status" className="text-muted">
              Working out what it would do…
            </p>
          </Delayed>
        )}
        {view.isError && <ErrorBanner error={view.error} />}
        {unmerge.isError && <ErrorBanner error={unmerge.error} />}
        {data && (
          <>
            <p data-testid="unmerge-consequences" className="first-letter:uppercase" data-selectable>
              {data.consequences.join(", ")}
            </p>
            {data.edits.length === 0 ? (
              <p className="text-muted">
                Nothing was edited since: both stand again exactly as they were before the merge.
              </p>
            ) : (
              <section aria-label="Edits since">
                <h3 className="pb-1 text-sm font-medium text-faint">
                  {plural(data.edits.length, "edit")} since: to whom each goes
                </h3>
                <ul>
                  {data.edits.map((edit, n) => (
                    <EditPlacement
                      key={edit.edit}
                      edit={edit}
                      places={places}
                      to={placed.has(edit.edit) ? (placed.get(edit.edit) ?? null) : edit.proposed}
                      current={n === at}
                      onPut={(to) => {
                        setAt(n);
                        put(n, to);
                      }}
                    />
                  ))}
                </ul>
              </section>
            )}
            {data.kept.length > 0 && (
              <ul className="text-muted">
                {data.kept.map((kept) => (
                  <li key={`${kept.field}-${kept.why}`}>{kept.why}</li>
                ))}
              </ul>
            )}
            <label className="flex items-center gap-2">
              <input
                type="checkbox"
                checked={notTheSame}
                onChange={(event) => setNotTheSame(event.target.checked)}
                data-testid="unmerge-not-the-same"
                className="accent-accent"
              />
              Remember that they are not the same, so that nobody is asked again
              <Keys keys="r" />
            </label>
            {!mine && (
              <>
                <p className="text-muted" data-testid="unmerge-not-mine">
                  Your role does not take merges apart: it is left to a reviewer as a request.
                </p>
                <input
                  type="text"
                  aria-label="Why, optional"
                  placeholder="Why, optional"
                  maxLength={500}
                  value={why}
                  onChange={(event) => setWhy(event.target.value)}
                  data-testid="unmerge-note"
                  className="control h-7.5 w-full rounded-md border border-line-strong bg-surface px-2.5"
                />
              </>
            )}
          </>
        )}
      </div>
      <ModalActions>
        <Button look="quiet" onClick={onClose}>
          Cancel
          <Keys keys="Escape" />
        </Button>
        <Button
          look="primary"
          data-testid="unmerge-apply"
          disabled={!data || unmerge.isPending}
          onClick={apply}
        >
          {mine ? "Take them apart" : "Ask for it"}
          <Keys keys="Enter" />
        </Button>
      </ModalActions>
    </>
  );
}

/** Where an edit can go: to whoever stood for all, to one who comes back, to all of them. */
function placesOf({ survivor, survivor_title: title, comes_back: back }: UnmergeView): readonly Place[] {
  return [
    { id: survivor.id, name: title },
    ...back.map(({ entity, title: name }) => ({ id: entity.id, name })),
    { id: null, name: back.length > 1 ? "All" : "Both" },
  ];
}
