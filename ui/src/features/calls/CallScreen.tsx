import { useNavigate } from "@tanstack/react-router";
import { PhoneCall, PhoneOff } from "lucide-react";
import { useState } from "react";
import type { CommandError } from "@/api/client";
import { useAction, useCommand } from "@/api/queries";
import { formatCount, plural } from "@/app/format";
import { useRights } from "@/app/rights";
import { useShortcuts } from "@/app/shortcuts";
import { Button } from "@/components/Button";
import { ErrorBanner } from "@/components/ErrorBanner";
import { Kbd, Keys } from "@/components/Kbd";
import { ScreenHeader } from "@/components/ScreenHeader";
import { EmptyState } from "@/components/states";
import { OneCall } from "./OneCall";
import { before, type CallQueue, setQueue, tally, useQueue } from "./queue";

/** People called one after the other: a brief, one key for what came of it, the next action, the next one. */
export function CallScreen() {
  const workspace = useCommand("app_status", null).data?.workspace?.path ?? "";
  const navigate = useNavigate();
  const queue = useQueue(workspace);
  const leave = () => void navigate({ to: queue?.back ?? "/today" });
  useShortcuts("screen", { back: leave });
  return (
    <section aria-label="Calls" data-testid="calls" className="flex min-h-0 flex-1 flex-col">
      {queue ? (
        <Round queue={queue} onLeave={leave} />
      ) : (
        <>
          <ScreenHeader title="Calls" />
          <EmptyState
            icon={PhoneCall}
            title="Nobody is being called"
            action={
              <Button onClick={() => void navigate({ to: "/today" })}>
                Go to Today <Kbd action="goToday" />
              </Button>
            }
          >
            Today and the list of contacts call their people one after the other.
          </EmptyState>
        </>
      )}
    </section>
  );
}

function Round({ queue, onLeave }: { queue: CallQueue; onLeave: () => void }) {
  const { may } = useRights();
  const undo = useAction("undo");
  const [error, setError] = useState<CommandError | null>(null);
  const last = queue.called.at(-1);
  const takesBack = last !== undefined && (last.groups.length === 0 || may("undo")) && !undo.isPending;
  const takeBack = async () => {
    if (!last || !takesBack) return;
    setError(null);
    try {
      for (const group of last.groups.toReversed()) await undo.mutateAsync({ group });
      setQueue(before(queue));
    } catch (thrown) {
      setError(thrown as CommandError);
    }
  };
  const id = queue.ids[queue.at];
  const count = queue.ids.length;
  const share = Math.round((queue.at / count) * 100);
  return (
    <>
      <ScreenHeader
        title="Calls"
        remark={
          <span data-testid="calls-progress" className="tabular-nums">
            {id === undefined
              ? `${formatCount(count)} of ${formatCount(count)} done`
              : `${formatCount(queue.at + 1)} of ${formatCount(count)} from ${queue.from}`}
          </span>
        }
      >
        {last && (
          <span className="flex min-w-0 items-center gap-2 text-sm text-muted" data-testid="calls-last">
            <span className="truncate">Last: {last.outcome ?? "passed over"}</span>
            {takesBack && (
              <Button look="quiet" size="small" data-testid="calls-undo" onClick={() => void takeBack()}>
                Take it back <Kbd action="undoLast" />
              </Button>
            )}
          </span>
        )}
        <Button look="quiet" onClick={onLeave}>
          Leave <Keys keys="Escape" />
        </Button>
      </ScreenHeader>
      <div
        role="progressbar"
        aria-label="Calls done"
        aria-valuenow={share}
        aria-valuemin={0}
        aria-valuemax={100}
        className="h-0.5 shrink-0 bg-sunken"
      >
        <div className="h-full bg-accent" style={{ width: `${share}%` }} />
      </div>
      {error && (
        <div className="px-5 pt-3">
          <ErrorBanner error={error} />
        </div>
      )}
      {id === undefined ? (
        <Finished queue={queue} onLeave={onLeave} onTakeBack={takesBack ? () => void takeBack() : null} />
      ) : (
        <OneCall
          key={`${queue.at} ${id}`}
          queue={queue}
          id={id}
          following={queue.ids[queue.at + 1]}
          onTakeBack={takesBack ? () => void takeBack() : null}
        />
      )}
    </>
  );
}

interface FinishedProps {
  queue: CallQueue;
  onLeave: () => void;
  onTakeBack: (() => void) | null;
}

function Finished({ queue, onLeave, onTakeBack }: FinishedProps) {
  const next = queue.called.filter((one) => one.next !== null).length;
  useShortcuts("screen", { open: onLeave, ...(onTakeBack && { undoLast: onTakeBack }) });
  return (
    <div data-testid="calls-finished" className="flex min-h-0 flex-1 flex-col">
      <EmptyState
        icon={PhoneOff}
        title={`${plural(queue.called.length, "client")} called through`}
        action={
          <Button look="primary" onClick={onLeave}>
            Back to {queue.from}{" "}
            <Keys
              keys="Enter"
              className="[&_kbd]:border-on-accent/40 [&_kbd]:bg-transparent [&_kbd]:text-on-accent"
            />
          </Button>
        }
      >
        {tally(queue.called)
          .map(({ outcome, count }) => `${outcome} ${formatCount(count)}`)
          .join(" · ")}
        {next > 0 && ` · ${plural(next, "next action")} noted`}
      </EmptyState>
    </div>
  );
}
