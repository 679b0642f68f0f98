import { Check, Import, PhoneCall, Sun } from "lucide-react";
import type { ReactNode } from "react";
import type { TodayView } from "@/api/generated/contracts";
import { useAction } from "@/api/queries";
import { formatCount, formatDay } from "@/app/format";
import { localSecond } from "@/app/now";
import { usePainted } from "@/app/painted";
import { useRights } from "@/app/rights";
import { useShortcuts } from "@/app/shortcuts";
import { useWritten, WrittenLine, WrittenProvider } from "@/app/written";
import { Button, IconButton } from "@/components/Button";
import { Kbd } from "@/components/Kbd";
import { Panel } from "@/components/Panel";
import { ScreenHeader } from "@/components/ScreenHeader";
import { EmptyState, ErrorState, SkeletonRows } from "@/components/states";
import { When } from "@/components/When";
import { useStartCalls } from "@/features/calls/useCalls";
import { useIntake } from "@/features/imports/intake";
import { CallLine, ChangeLine, ImportLine, ReviewLine, TaskLine } from "./lines";
import { useLines } from "./useLines";
import { useToday } from "./useToday";

/** What a day begins with: whom to call and why, what is due, what waits, what others changed. */
export function TodayScreen() {
  const today = useToday();
  const start = useStartCalls();
  usePainted("today", today.isSuccess);
  const people = [...(today.data?.calls ?? []), ...(today.data?.neglected ?? [])].map(
    ({ client }) => client.id,
  );
  const callThem = () => start(people, "Today", "/today");
  useShortcuts("screen", people.length > 0 ? { callMode: callThem } : {});
  return (
    <section aria-label="Today" data-testid="today" className="flex min-h-0 flex-1 flex-col">
      <ScreenHeader title="Today" remark={today.data && formatDay(today.data.day)}>
        {people.length > 0 && (
          <Button data-testid="today-call-mode" onClick={callThem}>
            <PhoneCall className="size-3.5" aria-hidden="true" />
            Call them one after the other <Kbd action="callMode" />
          </Button>
        )}
      </ScreenHeader>
      {today.isPending ? (
        <SkeletonRows rows={10} label="Loading today" />
      ) : today.isError ? (
        <ErrorState
          error={today.error}
          what="Today could not be put together"
          onRetry={() => void today.refetch()}
        />
      ) : (
        <WrittenProvider>
          <Day view={today.data} />
        </WrittenProvider>
      )}
    </section>
  );
}

/** Whether nothing at all asks for anybody. */
const isQuiet = (view: TodayView): boolean =>
  view.calls.length +
    view.neglected.length +
    view.tasks.length +
    view.changes.by.length +
    (view.review?.length ?? 0) +
    (view.imports?.length ?? 0) ===
  0;

function Day({ view }: { view: TodayView }) {
  const { may } = useRights();
  const { note, refuse } = useWritten();
  const intake = useIntake();
  const update = useAction("record_update");
  const mayEdit = may("edit_records");
  const done = (id: string) => {
    if (!mayEdit || update.isPending) return;
    const fields = [
      { field: "status", text: "done" },
      { field: "done_at", text: localSecond() },
    ];
    const title = view.tasks.find(({ task }) => task.id === id)?.title;
    update.mutate(
      { entity: "task", id, fields },
      { onSuccess: (result) => note(title ? `Done: ${title}` : "Done", result), onError: refuse },
    );
  };
  const lines = useLines(done);
  const { calls, neglected, tasks, review, imports, changes } = view;
  const waiting = (review ?? []).reduce((sum, { count }) => sum + count, 0);
  if (isQuiet(view)) {
    return (
      <div ref={lines} className="flex min-h-0 flex-1 flex-col">
        <div className="px-5 pt-2">
          <WrittenLine testId="today-outcome" />
        </div>
        <EmptyState
          icon={Sun}
          title="Nothing asks for you today"
          action={
            intake.allowed && (
              <Button onClick={intake.choose}>
                <Import className="size-3.5" aria-hidden="true" />
                Import a file…
              </Button>
            )
          }
        >
          Clients to call, tasks that are due and proposals that wait show here as soon as there are any.
        </EmptyState>
      </div>
    );
  }
  return (
    <div ref={lines} className="min-h-0 flex-1 overflow-y-auto" tabIndex={-1}>
      <div className="px-5 pt-2 empty:hidden">
        <WrittenLine testId="today-outcome" />
      </div>
      <div className="grid max-w-400 gap-4 p-5 pt-3 min-[1180px]:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          <Section title="Who to call" testId="today-calls" total={view.calls_total} shown={calls.length}>
            {calls.map((call) => (
              <CallLine key={call.client.id} call={call} testId="today-call" />
            ))}
            {calls.length === 0 && <Nobody>Nobody is waiting for a call.</Nobody>}
          </Section>
          {neglected.length > 0 && (
            <Section
              title="Neglected clients"
              testId="today-neglected"
              total={view.neglected_total}
              shown={neglected.length}
            >
              {neglected.map((call) => (
                <CallLine key={call.client.id} call={call} testId="today-left-alone" />
              ))}
            </Section>
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Panel
            title="Tasks"
            testId="today-tasks"
            remark={
              <span data-testid="today-tasks-count">
                {formatCount(view.due_today)} due today, {formatCount(view.overdue)} overdue
              </span>
            }
          >
            <ul className="-mx-2 flex flex-col">
              {tasks.map((task) => (
                <TaskLine
                  key={task.task.id}
                  task={task}
                  actions={
                    mayEdit && (
                      <IconButton
                        label={`Done: ${task.title}`}
                        action="taskDone"
                        side="left"
                        data-testid="today-task-done"
                        disabled={update.isPending}
                        onClick={() => done(task.task.id)}
                      >
                        <Check className="size-4" />
                      </IconButton>
                    )
                  }
                />
              ))}
              {tasks.length === 0 && <Nobody>Nothing is due.</Nobody>}
            </ul>
          </Panel>
          {review && waiting > 0 && (
            <Section title="Waits for review" testId="today-reviews" total={waiting} shown={waiting}>
              {review.map((kind) => (
                <ReviewLine key={kind.kind} kind={kind} />
              ))}
            </Section>
          )}
          <Changes view={view} />
          {imports && imports.length > 0 && (
            <Section title="Imports" testId="today-imports" total={imports.length} shown={imports.length}>
              {imports.map((one) => (
                <ImportLine key={one.import_id} one={one} />
              ))}
            </Section>
          )}
          {changes.by.length === 0 && changes.looked_at === null && (
            <p className="px-1 text-sm text-muted">
              From now on this page also tells what others changed since you last looked.
            </p>
          )}
        </div>
      </div>
    </div>
  );
}

function Changes({ view: { changes } }: { view: TodayView }) {
  if (changes.by.length === 0) return null;
  return (
    <Panel
      title="Changed since you last looked"
      testId="today-changes"
      remark={
        <>
          <When at={changes.looked_at} />
          {changes.capped && ", of the newest 2,000 changes"}
        </>
      }
    >
      <ul className="-mx-2 flex flex-col">
        {changes.by.map((by) => (
          <ChangeLine key={`${by.actor.id} ${by.cause}`} by={by} />
        ))}
      </ul>
    </Panel>
  );
}

interface SectionProps {
  title: string;
  testId: string;
  total: number;
  shown: number;
  children: ReactNode;
}

function Section({ title, testId, total, shown, children }: SectionProps) {
  const words = shown < total ? `${formatCount(total)}, the first ${formatCount(shown)}` : formatCount(total);
  return (
    <Panel
      title={title}
      testId={testId}
      {...(total > 0 ? { remark: <span data-testid={`${testId}-count`}>{words}</span> } : {})}
    >
      <ul className="-mx-2 flex flex-col">{children}</ul>
    </Panel>
  );
}

function Nobody({ children }: { children: string }) {
  return <li className="px-2 text-muted">{children}</li>;
}
