import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { call } from "@/api/client";
import type { Client360View, GroupId, TypedField } from "@/api/generated/contracts";
import { useAction, useCommand } from "@/api/queries";
import { copyText } from "@/app/clipboard";
import { localSecond } from "@/app/now";
import { placeOf } from "@/app/places";
import { useRights } from "@/app/rights";
import { useShortcuts } from "@/app/shortcuts";
import { copyValue } from "@/app/values";
import { Button } from "@/components/Button";
import { ErrorBanner } from "@/components/ErrorBanner";
import { Kbd, Keys } from "@/components/Kbd";
import { ErrorState, SkeletonRows } from "@/components/states";
import { factsOf } from "@/features/client360/groups";
import { ProvenanceProvider } from "@/features/provenance/provenance";
import { Brief } from "./Brief";
import { NextAction } from "./NextAction";
import { OUTCOMES, type Outcome } from "./outcomes";
import { after, type CallQueue, setQueue } from "./queue";

interface OneCallProps {
  queue: CallQueue;
  id: string;
  /** Who comes after, so that they are there at once. */
  following: string | undefined;
  /** Takes the outcome before this one back. */
  onTakeBack: (() => void) | null;
}

/** One client of the round. */
export function OneCall(props: OneCallProps) {
  const { id, following } = props;
  const client = useQueryClient();
  const view = useCommand("client360", { id });
  useEffect(() => {
    if (!following) return;
    const args = { id: following };
    void client.prefetchQuery({ queryKey: ["client360", args], queryFn: () => call("client360", args) });
  }, [client, following]);
  if (view.isPending) return <SkeletonRows rows={8} label="Loading the brief" />;
  if (view.isError) {
    return (
      <>
        <ErrorState
          error={view.error}
          what="The brief could not be opened"
          onRetry={() => void view.refetch()}
        />
        <PassOver {...props} />
      </>
    );
  }
  return (
    <ProvenanceProvider>
      <Ready {...props} view={view.data} />
    </ProvenanceProvider>
  );
}

const pass = (queue: CallQueue, id: string) =>
  setQueue(after(queue, { id, outcome: null, next: null, groups: [] }));

function PassOver({ queue, id, onTakeBack }: OneCallProps) {
  const skip = () => pass(queue, id);
  useShortcuts("screen", { callSkip: skip, ...(onTakeBack && { undoLast: onTakeBack }) });
  return (
    <footer className="flex justify-end border-t border-line px-5 py-3">
      <Button data-testid="call-skip" onClick={skip}>
        Pass over <Kbd action="callSkip" />
      </Button>
    </footer>
  );
}

interface Written {
  outcome: Outcome;
  group: GroupId;
}

function Ready({ queue, id, view, onTakeBack }: OneCallProps & { view: Client360View }) {
  const navigate = useNavigate();
  const { may } = useRights();
  const mayWrite = may("edit_records");
  const user = useCommand("app_status", null).data?.user;
  const create = useAction("record_create");
  const undo = useAction("undo");
  const hand = useAction("hand_off");
  const [note, setNote] = useState("");
  const [written, setWritten] = useState<Written | null>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  const place = useRef<HTMLDivElement>(null);
  // Keys belong to the round: whatever had the focus is gone with the client before.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step begins without a field.
  useEffect(() => place.current?.focus({ preventScroll: true }), [written]);
  const name = view.identity.title;
  const about = [view.client_ref];
  const busy = create.isPending || undo.isPending;

  const log = (outcome: Outcome) => {
    if (!mayWrite || busy || written) return;
    const [subject = "", ...rest] = note.trim().split("\n");
    const body = rest.length > 0 || subject.length > 80 ? note.trim() : "";
    const fields: TypedField[] = [
      { field: "channel", text: "call" },
      { field: "direction", text: "outbound" },
      { field: "at", text: localSecond() },
      { field: "outcome", text: outcome },
      { field: "subject", text: subject.slice(0, 80) || outcome },
      ...(body ? [{ field: "body", text: body }] : []),
      ...(user ? [{ field: "assignee", text: user }] : []),
    ];
    create.mutate(
      { entity: "interaction", fields, about },
      { onSuccess: ({ group }) => setWritten({ outcome, group }) },
    );
  };
  const next = (task: { title: string; due: string } | null) => {
    if (!written || busy) return;
    const done = { id, outcome: written.outcome };
    if (!task) {
      setQueue(after(queue, { ...done, next: null, groups: [written.group] }));
      return;
    }
    const fields: TypedField[] = [
      { field: "title", text: task.title },
      { field: "due_at", text: task.due },
      { field: "status", text: "open" },
      ...(user ? [{ field: "assignee", text: user }] : []),
    ];
    create.mutate(
      { entity: "task", fields, about },
      {
        onSuccess: ({ group }) =>
          setQueue(after(queue, { ...done, next: task.title, groups: [written.group, group] })),
      },
    );
  };
  const takeBack = () => {
    if (!written) onTakeBack?.();
    else if (may("undo") && !busy)
      undo.mutate({ group: written.group }, { onSuccess: () => setWritten(null) });
  };
  const phones = factsOf(view.identity.facts, "phone");
  const handOver = (to: "telephone" | "whatsapp", phone = 0) => {
    if (phones.length > 0) hand.mutate({ id: view.client_ref.id, phone, to });
  };
  const copy = () => phones[0] && void copyText(copyValue(phones[0].value));
  useShortcuts("screen", {
    callDial: () => handOver("telephone"),
    callWhatsapp: () => handOver("whatsapp"),
    copyPhone: copy,
    callOpen: () => void navigate(placeOf(view.client_ref)),
    undoLast: takeBack,
    ...(written === null && {
      callSkip: () => pass(queue, id),
      ...(mayWrite && {
        writeNote: () => text.current?.focus(),
        callOutcome: (keys: string) => {
          const outcome = OUTCOMES[Number(keys) - 1];
          if (outcome) log(outcome);
        },
      }),
    }),
  });
  const error = create.error ?? undo.error ?? hand.error;
  return (
    <div ref={place} tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none" data-testid="call">
      <div className="min-h-0 flex-1 overflow-y-auto">
        <Brief view={view} phones={phones} onHandOver={handOver} handed={hand.data?.address ?? null} />
      </div>
      <footer className="flex shrink-0 flex-col gap-2.5 border-t border-line bg-surface px-5 py-3">
        {error && <ErrorBanner error={error} />}
        {written ? (
          <NextAction outcome={written.outcome} name={name} busy={busy} onNext={next} />
        ) : (
          <>
            {mayWrite && (
              <textarea
                ref={text}
                rows={2}
                maxLength={20_000}
                value={note}
                onChange={(event) => setNote(event.target.value)}
                onKeyDown={(event) => {
                  if (event.key === "Escape" || (event.key === "Enter" && !event.shiftKey)) {
                    event.preventDefault();
                    event.stopPropagation();
                    place.current?.focus();
                  }
                }}
                aria-label="What was said"
                placeholder="What was said (n), then one key for how it ended"
                data-testid="call-note"
                className="control w-full resize-none rounded-md border border-line-strong bg-surface px-2.5 py-1.5 text-read placeholder:text-faint"
              />
            )}
            <div className="flex flex-wrap items-center gap-2">
              {mayWrite &&
                OUTCOMES.map((outcome, n) => (
                  <Button
                    key={outcome}
                    data-testid="call-outcome"
                    disabled={busy}
                    onClick={() => log(outcome)}
                  >
                    {outcome} <Keys keys={String(n + 1)} />
                  </Button>
                ))}
              <Button
                look="quiet"
                className="ml-auto"
                data-testid="call-skip"
                onClick={() => pass(queue, id)}
              >
                Pass over <Kbd action="callSkip" />
              </Button>
            </div>
          </>
        )}
      </footer>
    </div>
  );
}
