import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { CommandError } from "@/api/client";
import { Button } from "@/components/Button";
import { cx } from "@/components/cx";
import { Keys } from "@/components/Kbd";
import { canSave, type Entry, localMinute, OUTCOMES, WHAT, type What } from "./entries";

interface LogFormProps {
  initial: What;
  busy: boolean;
  error: CommandError | null;
  onSave: (entry: Entry) => void;
  onClose: () => void;
}

/** One line and Enter: a call is written down while the telephone is still warm. */
export function LogForm({ initial, busy, error, onSave, onClose }: LogFormProps) {
  const [entry, setEntry] = useState<Entry>(() => ({
    what: initial,
    text: "",
    outcome: "",
    at: first(initial),
  }));
  const text = useRef<HTMLTextAreaElement>(null);
  useEffect(() => text.current?.focus(), []);
  const change = (part: Partial<Entry>) => setEntry((now) => ({ ...now, ...part }));
  const isTask = entry.what === "task";
  const save = () => {
    if (canSave(entry) && !busy) onSave(entry);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      onClose();
    }
  };
  return (
    <form
      aria-label={isTask ? "Something to do" : "Log a call or message"}
      data-testid="log-form"
      className="rounded-lg border border-line-strong bg-surface px-4 py-3"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <fieldset className="flex flex-wrap gap-1" aria-label="What it was">
        {WHAT.map(({ id, label }) => (
          <Choice
            key={id}
            name="log-what"
            label={label}
            chosen={entry.what === id}
            onChoose={() => change({ what: id, outcome: "", at: id === "task" ? "" : entry.at || first(id) })}
          />
        ))}
      </fieldset>
      <textarea
        ref={text}
        rows={2}
        maxLength={20_000}
        aria-label={isTask ? "What is to be done" : "What was said"}
        placeholder={isTask ? "What is to be done" : "What was said"}
        data-testid="log-text"
        value={entry.text}
        onChange={(event) => change({ text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
            event.preventDefault();
            save();
          }
        }}
        className="control mt-2.5 w-full resize-y rounded-md border border-line-strong bg-surface px-2.5 py-1.5 text-read placeholder:text-faint"
      />
      {OUTCOMES[entry.what] && (
        <fieldset className="mt-2 flex flex-wrap gap-1" aria-label="How it ended">
          {OUTCOMES[entry.what]?.map((outcome) => (
            <Choice
              key={outcome}
              name="log-outcome"
              label={outcome}
              chosen={entry.outcome === outcome}
              onChoose={() => change({ outcome: entry.outcome === outcome ? "" : outcome })}
            />
          ))}
        </fieldset>
      )}
      <div className="mt-2.5 flex flex-wrap items-center gap-2">
        <label className="flex items-center gap-2 text-sm text-muted">
          {isTask ? "Due" : "When"}
          <input
            type="datetime-local"
            data-testid="log-at"
            value={entry.at}
            onChange={(event) => change({ at: event.target.value })}
            className="control h-8 rounded-md border border-line-strong bg-surface px-2 text-base tabular-nums text-ink"
          />
        </label>
        <span className="ml-auto flex gap-2">
          <Button look="quiet" onClick={onClose}>
            Cancel <Keys keys="Escape" />
          </Button>
          <Button look="primary" type="submit" data-testid="log-save" disabled={busy || !canSave(entry)}>
            {isTask ? "Note the task" : "Save"} <Keys keys="Enter" className={ON_ACCENT} />
          </Button>
        </span>
      </div>
      {error && (
        <p role="alert" data-testid="log-error" className="pt-2 text-risk">
          {error.message} <span className="text-muted">{error.hint}</span>
        </p>
      )}
    </form>
  );
}

const ON_ACCENT = "[&_kbd]:border-on-accent/40 [&_kbd]:bg-transparent [&_kbd]:text-on-accent";

/** What happened, happened now unless it is said otherwise; what is to be done has no date until it gets one. */
const first = (what: What): string => (what === "task" ? "" : localMinute(new Date()));

interface ChoiceProps {
  name: string;
  label: string;
  chosen: boolean;
  onChoose: () => void;
}

function Choice({ name, label, chosen, onChoose }: ChoiceProps) {
  return (
    <label
      className={cx(
        "inline-flex h-6 cursor-pointer items-center rounded-md border px-2 text-sm has-focus-visible:outline-2 has-focus-visible:outline-accent",
        chosen ? "border-accent bg-accent-soft text-accent-ink" : "border-line text-muted hover:bg-hover",
      )}
    >
      <input
        type="radio"
        name={name}
        checked={chosen}
        onChange={onChoose}
        onClick={() => chosen && onChoose()}
        className="sr-only"
      />
      {label}
    </label>
  );
}
