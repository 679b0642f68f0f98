import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { call, toCommandError } from "@/api/client";
import type { Completion, EntityType, Filter, FilterProblem } from "@/api/generated/contracts";
import { formatCount } from "@/app/format";
import { cx } from "@/components/cx";

interface SentenceInputProps {
  entity: EntityType;
  initial: string;
  onApply: (filter: Filter | null) => void;
  /** Whether the focus goes back to the list: not where somebody went on elsewhere. */
  onClose: (back: boolean) => void;
}

const KIND_WORDS: Record<string, string> = {
  field: "field",
  operator: "is how",
  value: "value",
  word: "word",
};
const FACE = "w-full px-2 text-base leading-7.5 whitespace-pre";

/** What may be said of a completion beside it. */
function remark({ kind, detail }: Completion): string {
  if (kind === "value" && /^\d+$/.test(detail)) return formatCount(Number(detail));
  return detail || (KIND_WORDS[kind] ?? kind);
}

/** A filter as a sentence: completed as it is typed, what is wrong underlined where it stands. */
export function SentenceInput({ entity, initial, onApply, onClose }: SentenceInputProps) {
  const [text, setText] = useState(initial);
  const [caret, setCaret] = useState(initial.length);
  const [marked, setMarked] = useState(-1);
  /** Asked for by Enter: then what is wrong is said at once. */
  const [judged, setJudged] = useState<{ text: string; problem: FilterProblem } | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const mirror = useRef<HTMLDivElement>(null);
  const list = useId();
  const args = { entity, sentence: text, caret };
  const read = useQuery({
    queryKey: ["filter_read", args],
    queryFn: () => call("filter_read", args),
    placeholderData: keepPreviousData,
    gcTime: 5_000,
  });
  const fresh = !read.isPlaceholderData;
  const completions = read.data?.completions ?? [];
  const from = read.data?.completes_from ?? text.length;
  // While the end is still being typed it is no mistake yet.
  const found = fresh ? (read.data?.problem ?? null) : null;
  const unfinished = found !== null && found.end >= text.trimEnd().length && caret === text.length;
  const problem = judged?.text === text ? judged.problem : unfinished ? null : found;
  const said = refused ?? read.error?.message ?? problem?.message ?? null;

  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(initial.length, initial.length);
  }, [initial]);
  useEffect(() => {
    if (mirror.current && field.current) mirror.current.scrollLeft = field.current.scrollLeft;
  });

  const write = (next: string, at: number) => {
    setText(next);
    setCaret(at);
    setMarked(-1);
    setRefused(null);
    requestAnimationFrame(() => field.current?.setSelectionRange(at, at));
  };
  const take = ({ text: word }: Completion) => {
    const space = text.slice(caret).startsWith(" ") ? "" : " ";
    write(text.slice(0, from) + word + space + text.slice(caret), from + word.length + 1);
  };
  const mend = (word: string) => {
    if (!problem) return;
    write(text.slice(0, problem.start) + word + text.slice(problem.end), problem.start + word.length);
  };
  const apply = async () => {
    try {
      const answer = await call("filter_read", { entity, sentence: text });
      if (answer.problem) setJudged({ text, problem: answer.problem });
      else {
        onApply(text.trim() === "" ? null : answer.filter);
        onClose(true);
      }
    } catch (thrown) {
      setRefused(toCommandError(thrown).message);
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const marks = completions[marked];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setMarked((now) => Math.max(-1, Math.min(completions.length - 1, now + step)));
    } else if (event.key === "Tab" && !event.shiftKey) {
      const mended = marks ? undefined : problem?.suggestions[0];
      const word = fresh ? (marks ?? completions[0]) : undefined;
      // Without anything to take, Tab goes on as anywhere.
      if (mended === undefined && !word) return;
      event.preventDefault();
      if (mended !== undefined) mend(mended);
      else if (word) take(word);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (marks) take(marks);
      else void apply();
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      onClose(true);
    }
  };
  const end = problem ? Math.max(problem.end, problem.start + 1) : 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: leaving the field closes it, whatever takes the focus.
    <div
      className="relative min-w-0 flex-1"
      onBlur={(event) => {
        if (document.hasFocus() && !event.currentTarget.contains(event.relatedTarget)) onClose(false);
      }}
    >
      <div className="relative h-7.5 rounded-md border border-line-strong bg-surface focus-within:border-focus">
        <div
          ref={mirror}
          aria-hidden="true"
          className={cx("pointer-events-none absolute inset-0 overflow-hidden text-transparent", FACE)}
        >
          {problem && (
            <>
              {text.slice(0, problem.start)}
              <span
                data-testid="filter-underline"
                className="underline decoration-risk decoration-wavy decoration-1 underline-offset-3"
              >
                {text.slice(problem.start, end) || "   "}
              </span>
              {text.slice(end)}
            </>
          )}
        </div>
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-label="Filter by a sentence"
          aria-expanded={completions.length > 0}
          aria-controls={list}
          aria-invalid={problem !== null}
          aria-activedescendant={marked >= 0 ? `${list}-${marked}` : undefined}
          placeholder="owner is me and qd > 70 and not contacted for 14 days"
          spellCheck={false}
          autoComplete="off"
          maxLength={2000}
          data-testid="filter-sentence"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setCaret(event.target.selectionStart ?? event.target.value.length);
            setMarked(-1);
            setRefused(null);
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart ?? 0)}
          onScroll={(event) => {
            if (mirror.current) mirror.current.scrollLeft = event.currentTarget.scrollLeft;
          }}
          onKeyDown={onKeyDown}
          className={cx("relative bg-transparent outline-none placeholder:text-faint", FACE)}
        />
      </div>
      <div
        className="popup absolute top-full left-0 z-30 mt-1 w-112 max-w-full p-1"
        data-testid="filter-help"
      >
        {said && (
          <div
            role="alert"
            data-testid="filter-problem"
            className="mb-1 rounded-sm bg-risk-soft px-2 py-1.5 text-risk"
          >
            {said}
            {problem?.suggestions.map((word) => (
              <button
                key={word}
                type="button"
                data-testid="filter-suggestion"
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => {
                  mend(word);
                  field.current?.focus();
                }}
                className="control ml-2 rounded-sm border border-risk-line bg-surface px-1.5 text-ink hover:bg-hover"
              >
                {word}
              </button>
            ))}
          </div>
        )}
        <div role="listbox" id={list} aria-label="What may come next" className="max-h-72 overflow-y-auto">
          {completions.map((completion, i) => (
            <div
              key={`${completion.kind} ${completion.text}`}
              id={`${list}-${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={i === marked}
              data-testid="filter-completion"
              onMouseDown={(event) => {
                event.preventDefault();
                take(completion);
              }}
              className={cx(
                "flex h-7 items-center gap-3 rounded-sm px-2",
                i === marked ? "bg-pressed" : "hover:bg-hover",
              )}
            >
              <span className="min-w-0 flex-1 truncate">{completion.text}</span>
              <span className="shrink-0 text-sm text-faint tabular-nums">{remark(completion)}</span>
            </div>
          ))}
        </div>
        <p className="flex gap-4 px-2 pt-1.5 pb-1 text-sm text-faint">
          <span>Tab takes the first</span>
          <span>Enter filters</span>
          <span>Esc leaves it as it was</span>
        </p>
      </div>
    </div>
  );
}
