// The lines of Today: each says what asks for somebody and opens what it names.
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type {
  ChangedBy,
  DueTask,
  KindCount,
  OpenImport,
  RiskWeight,
  ToCall,
} from "@/api/generated/contracts";
import { formatCount, formatExact, formatPhone, plural } from "@/app/format";
import { placeOf } from "@/app/places";
import { STATE_WORDS } from "@/app/words";
import { Avatar } from "@/components/Avatar";
import { Chip, type Tone } from "@/components/Chip";
import { cx } from "@/components/cx";
import { When } from "@/components/When";
import { kindNames } from "@/features/review/words";

export const TONES: Record<RiskWeight, Tone> = { high: "risk", medium: "warn", low: "plain" };

const LINE =
  "control flex min-h-9 items-center gap-2.5 rounded-md px-2 py-1.5 hover:bg-hover focus-visible:bg-selected";

export function CallLine({ call, testId }: { call: ToCall; testId: string }) {
  // The deal is named once.
  const inReason = call.deal_title !== "" && call.reason.includes(call.deal_title);
  return (
    <li>
      <Link {...placeOf(call.client)} data-line data-testid={testId} className={LINE} title={call.reason}>
        <Avatar id={call.client.id} name={call.title} />
        <span className="min-w-0 flex-1">
          <span className="flex items-center gap-2">
            <span className="max-w-3/5 shrink-0 truncate font-medium">{call.title}</span>
            <span className="min-w-0 flex-1 truncate text-muted">{inReason ? "" : call.deal_title}</span>
            <Chip tone={TONES[call.weight]}>{call.words}</Chip>
          </span>
          <span className="flex items-baseline gap-3 text-sm text-muted">
            <span className="min-w-0 flex-1 truncate">{call.reason}</span>
            {call.phone && <span className="shrink-0 tabular-nums">{formatPhone(call.phone)}</span>}
          </span>
        </span>
      </Link>
    </li>
  );
}

export function TaskLine({ task, actions }: { task: DueTask; actions: ReactNode }) {
  const late = task.late_days > 0;
  return (
    <li className="group flex items-center gap-1">
      <Link
        {...placeOf(task.client ?? task.task)}
        data-line
        data-task={task.task.id}
        data-testid="today-task"
        className={cx(LINE, "min-w-0 flex-1")}
      >
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium">{task.title}</span>
          <span className="block truncate text-sm text-muted">
            {[task.client_title, task.assignee].filter(Boolean).join(" · ") || "About nobody in particular"}
          </span>
        </span>
        {late ? (
          <Chip tone={task.late_days > 7 ? "risk" : "warn"} title={formatExact(task.due_at)}>
            {plural(task.late_days, "day")} late
          </Chip>
        ) : (
          <span className="shrink-0 text-sm text-muted tabular-nums" title={formatExact(task.due_at)}>
            {/T\d\d:\d\d/.test(task.due_at) ? task.due_at.slice(11, 16) : "today"}
          </span>
        )}
      </Link>
      {actions}
    </li>
  );
}

export function ReviewLine({ kind }: { kind: KindCount }) {
  return (
    <li>
      <Link to="/review" search={{ kind: kind.kind }} data-line data-testid="today-review" className={LINE}>
        <span className="min-w-0 flex-1 truncate">{kindNames(kind.kind)}</span>
        <Chip tone="proposal">{formatCount(kind.count)} waiting</Chip>
      </Link>
    </li>
  );
}

export function ImportLine({ one }: { one: OpenImport }) {
  return (
    <li>
      <Link
        to="/imports/$id"
        params={{ id: one.import_id }}
        data-line
        data-testid="today-import"
        className={LINE}
      >
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium">{one.file_name}</span>
          <span className="block truncate text-sm text-muted">
            {plural(one.rows, "row")}, begun by {one.created_by.id} <When at={one.created_at} />
          </span>
        </span>
        <Chip tone="proposal">{STATE_WORDS[one.state]}</Chip>
      </Link>
    </li>
  );
}

const DID: Record<string, string> = {
  decision: "decided on",
  rule: "filled in by rule",
  edit: "changed",
  confirm: "confirmed",
  undo: "took back changes of",
  unmerge: "took apart",
};

export function ChangeLine({ by }: { by: ChangedBy }) {
  const first = by.some[0];
  const names = by.some.map(({ title }) => title).join(", ");
  const rest = by.records - by.some.length;
  const words = (
    <>
      <Avatar id={by.actor.id} name={by.actor.id} />
      <span className="min-w-0 flex-1">
        <span className="block truncate">
          <span className="font-medium">{by.actor.id}</span>{" "}
          <span className="text-muted">
            {DID[by.cause] ?? by.cause} {plural(by.records, "record")}
          </span>
        </span>
        <span className="block truncate text-sm text-muted">
          {names}
          {rest > 0 && names !== "" && ` and ${formatCount(rest)} more`}
        </span>
      </span>
      <When at={by.at} className="shrink-0 text-sm text-faint" />
    </>
  );
  return (
    <li>
      {first ? (
        <Link {...placeOf(first.entity)} data-line data-testid="today-change" className={LINE}>
          {words}
        </Link>
      ) : (
        <span className={LINE} data-testid="today-change">
          {words}
        </span>
      )}
    </li>
  );
}
