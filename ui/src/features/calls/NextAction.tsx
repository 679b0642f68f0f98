import { useRef, useState } from "react";
import { formatDay } from "@/app/format";
import { useShortcuts } from "@/app/shortcuts";
import { Button } from "@/components/Button";
import { Kbd, Keys } from "@/components/Kbd";
import { dayAt, type Outcome, suggestion, WHEN } from "./outcomes";

interface NextActionProps {
  outcome: Outcome;
  name: string;
  busy: boolean;
  onNext: (task: { title: string; due: string } | null) => void;
}

/** What is to be done next, and when: what is likely stands there and Enter takes it. */
export function NextAction({ outcome, name, busy, onNext }: NextActionProps) {
  const likely = suggestion(outcome, name);
  const [title, setTitle] = useState(likely.title);
  const [due, setDue] = useState(() => dayAt(likely.days).slice(0, 10));
  const field = useRef<HTMLInputElement>(null);
  const note = (at: string) => title.trim() !== "" && onNext({ title: title.trim(), due: at });
  const accept = () => note(/^\d{4}-\d\d-\d\d$/.test(due) ? `${due}T10:00:00` : dayAt(likely.days));
  useShortcuts("screen", {
    open: accept,
    edit: () => field.current?.select(),
    callNothing: () => onNext(null),
    callWhen: (keys) => {
      const when = WHEN[Number(keys) - 1];
      if (when) note(dayAt(when.days));
    },
  });
  return (
    <form
      data-testid="call-next"
      className="flex flex-col gap-2.5"
      onSubmit={(event) => {
        event.preventDefault();
        accept();
      }}
    >
      <p className="text-muted" role="status">
        <span className="font-medium text-ink">{outcome}</span> is noted. What is to be done next?
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <span className="relative min-w-60 flex-1">
          <input
            ref={field}
            aria-label="Next action"
            data-testid="call-next-title"
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== "Escape") return;
              event.stopPropagation();
              event.currentTarget.blur();
            }}
            className="control h-8 w-full rounded-md border border-line-strong bg-surface px-2.5 pr-8"
          />
          <Keys keys="e" className="pointer-events-none absolute top-1.5 right-2" />
        </span>
        <input
          type="date"
          aria-label="Due"
          data-testid="call-next-due"
          value={due}
          onChange={(event) => setDue(event.target.value)}
          className="control h-8 rounded-md border border-line-strong bg-surface px-2 tabular-nums"
        />
        <Button
          look="primary"
          type="submit"
          disabled={busy || title.trim() === ""}
          data-testid="call-next-accept"
        >
          Note it, next client{" "}
          <Keys
            keys="Enter"
            className="[&_kbd]:border-on-accent/40 [&_kbd]:bg-transparent [&_kbd]:text-on-accent"
          />
        </Button>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {WHEN.map(({ words, days }, n) => (
          <Button
            key={words}
            disabled={busy}
            title={formatDay(dayAt(days))}
            data-testid="call-when"
            onClick={() => note(dayAt(days))}
          >
            {words} <Keys keys={String(n + 1)} />
          </Button>
        ))}
        <Button
          look="quiet"
          className="ml-auto"
          disabled={busy}
          data-testid="call-nothing"
          onClick={() => onNext(null)}
        >
          Nothing, next client <Kbd action="callNothing" />
        </Button>
      </div>
    </form>
  );
}
