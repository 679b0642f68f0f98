import { Check, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { ImportDetail, ProblemGroup } from "@/api/generated/contracts";
import { formatCount, plural } from "@/app/format";
import { useShortcuts } from "@/app/shortcuts";
import { Button, IconButton } from "@/components/Button";
import { cx } from "@/components/cx";
import { usePlan } from "../plan";
import {
  grouped,
  openProblems,
  problemId,
  problemKey,
  problemOrder,
  problemTitle,
  withoutHeader,
} from "./groups";

interface ProblemsPanelProps {
  detail: ImportDetail;
  onClose: () => void;
  onJump: (row: number, column: number | null) => void;
  /** A fix that needs values filled in: where that is done. */
  onValues: (column: number) => void;
}

/** Doubts about values, kind by kind, each with the ways to settle all of them at once and what then happens. */
export function ProblemsPanel({ detail, onClose, onJump, onValues }: ProblemsPanelProps) {
  const panel = useRef<HTMLDivElement>(null);
  const [inside, setInside] = useState(false);
  const groups = problemOrder(detail.problems);
  const open = openProblems(detail.problems);
  const cells = open.reduce((sum, { count }) => sum + count, 0);
  const step = (by: number) => {
    const places = [...(panel.current?.querySelectorAll<HTMLElement>("[data-problem]") ?? [])];
    const at = places.findIndex((place) => place.contains(document.activeElement));
    const next = places[Math.max(0, Math.min(places.length - 1, at + by))];
    next?.scrollIntoView({ block: "nearest" });
    const fix = next?.querySelector<HTMLElement>("[data-testid^='fix-']:not(:disabled)");
    (fix ?? next?.querySelector<HTMLElement>("button:not(:disabled)") ?? next)?.focus();
  };
  // A fix plans anew and its button goes; the keyboard goes on with the next problem rather than nowhere.
  const { busy } = usePlan();
  const worked = useRef(false);
  useEffect(() => {
    if (worked.current && !busy && document.activeElement === document.body) step(0);
    worked.current = busy;
  });
  useShortcuts("panel", {
    back: onClose,
    problems: () => (inside ? onClose() : step(0)),
    ...(inside && { down: () => step(1), up: () => step(-1) }),
  });
  return (
    <aside
      aria-label="Problems"
      data-testid="problems-panel"
      className="flex w-100 shrink-0 flex-col border-l border-line bg-surface"
    >
      <header className="flex items-center gap-2.5 border-b border-line py-2 pr-2 pl-4">
        <h2 className="font-semibold">Problems</h2>
        <span className="text-muted" data-testid="problems-open">
          {open.length === 0 ? "None left" : `${plural(open.length, "kind")}, ${plural(cells, "cell")}`}
        </span>
        <IconButton label="Close" action="problems" side="left" className="ml-auto" onClick={onClose}>
          <X className="size-4" />
        </IconButton>
      </header>
      <div
        ref={(node) => {
          // Opened by a key, the keyboard goes there.
          if (node && !panel.current) requestAnimationFrame(() => step(0));
          panel.current = node;
        }}
        role="group"
        aria-label="Kinds of problems"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard has to reach that.
        tabIndex={0}
        onFocus={() => setInside(true)}
        onBlur={(event) => setInside(event.currentTarget.contains(event.relatedTarget))}
        className="min-h-0 flex-1 overflow-y-auto outline-offset-[-2px]"
      >
        {groups.map((group) => (
          <Group
            key={problemId(group)}
            group={group}
            headers={detail.batch.headers}
            onJump={onJump}
            onValues={onValues}
          />
        ))}
        {groups.length === 0 && (
          <p className="px-4 py-8 text-center text-muted">Nothing in this file is doubtful.</p>
        )}
      </div>
    </aside>
  );
}

interface GroupProps extends Pick<ProblemsPanelProps, "onJump" | "onValues"> {
  group: ProblemGroup;
  headers: readonly string[];
}

function Group({ group, headers, onJump, onValues }: GroupProps) {
  const { locked, busy, revise } = usePlan();
  const { kind, column, count, message, rows, accepted } = group;
  const may = locked === null && !busy;
  return (
    <section
      aria-label={problemTitle(group, headers)}
      data-problem={kind}
      data-testid={`problem-${kind}-${column ?? "file"}`}
      data-accepted={accepted}
      tabIndex={-1}
      className={cx("border-b border-line px-4 py-3 outline-none", accepted && "text-muted")}
    >
      <h3 className="flex items-baseline gap-2">
        <span className="min-w-0 flex-1 font-medium">{problemTitle(group, headers)}</span>
        <span className="shrink-0 text-sm text-faint tabular-nums">
          {plural(count, column === null ? "row" : "cell")}
        </span>
      </h3>
      <p className="pt-0.5 text-muted" data-selectable>
        {withoutHeader(message, column === null ? undefined : headers[column])}
      </p>
      {rows.length > 0 && (
        <p className="flex flex-wrap items-baseline gap-x-2 pt-1 text-sm text-faint">
          {rows.length === 1 ? "Row" : "Rows"}
          {rows.slice(0, 8).map((row) => (
            <button
              key={row}
              type="button"
              data-testid="problem-row"
              onClick={() => onJump(row, column)}
              className="rounded-sm text-accent-ink tabular-nums hover:underline"
            >
              {formatCount(row)}
            </button>
          ))}
          {count > Math.min(8, rows.length) && "and more"}
        </p>
      )}
      {accepted ? (
        <p className="flex items-center gap-1.5 pt-2 text-sm text-muted">
          <Check className="size-3.5 text-accent-ink" aria-hidden="true" />
          Let be.
          {locked === null && (
            <button
              type="button"
              disabled={!may}
              onClick={() => revise({ reopen: [problemKey(group)] })}
              className="rounded-sm text-accent-ink hover:underline"
            >
              Ask again
            </button>
          )}
        </p>
      ) : (
        locked === null &&
        group.fixes.length > 0 && (
          <ul className="flex flex-col gap-2.5 pt-3">
            {group.fixes.map((fix) => {
              const { revision } = fix;
              if (!revision && column === null) return null;
              return (
                <li key={fix.id}>
                  <Button
                    size="small"
                    className="max-w-full"
                    data-testid={`fix-${fix.id}`}
                    disabled={!may}
                    onClick={() => (revision ? revise(revision) : column !== null && onValues(column))}
                  >
                    <span className="truncate">{grouped(fix.title, group)}</span>
                  </Button>
                  <p className="pt-1 text-sm text-muted">{grouped(fix.consequence, group)}</p>
                </li>
              );
            })}
          </ul>
        )
      )}
    </section>
  );
}
