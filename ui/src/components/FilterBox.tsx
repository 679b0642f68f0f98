import { Search, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useShortcuts } from "@/app/shortcuts";
import { Kbd } from "./Kbd";

interface FilterBoxProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  testId: string;
}

const PAUSE_MS = 120;

/** Narrows the list in view. Down or Enter goes on into the list, Esc empties, then leaves. */
export function FilterBox({ label, value, onChange, testId }: FilterBoxProps) {
  const [text, setText] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  const sent = useRef(value);
  useShortcuts("screen", {
    search: () => {
      field.current?.focus();
      field.current?.select();
    },
  });

  useEffect(() => {
    if (value !== sent.current) {
      sent.current = value;
      setText(value);
    }
  }, [value]);
  useEffect(() => {
    if (text === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = text;
      onChange(text);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, onChange]);

  return (
    <div className="relative">
      <Search className="pointer-events-none absolute top-2 left-2 size-3.5 text-faint" aria-hidden="true" />
      <input
        ref={field}
        type="text"
        aria-label={label}
        placeholder={label}
        spellCheck={false}
        maxLength={200}
        data-testid={testId}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && text !== "") setText("");
          else if (["Escape", "Enter", "ArrowDown"].includes(event.key)) {
            event.preventDefault();
            event.currentTarget.blur();
            document.querySelector<HTMLElement>("[role='grid']")?.focus();
          }
        }}
        className="control h-7.5 w-72 rounded-md border border-line-strong bg-surface pr-8 pl-7 text-base placeholder:text-faint"
      />
      {text === "" ? (
        <Kbd action="search" className="pointer-events-none absolute top-1.5 right-1.5" />
      ) : (
        <button
          type="button"
          aria-label="Clear the filter"
          onClick={() => {
            setText("");
            field.current?.focus();
          }}
          className="absolute top-1.5 right-1.5 inline-flex size-4.5 items-center justify-center rounded-sm text-faint hover:bg-hover hover:text-ink"
        >
          <X className="size-3" aria-hidden="true" />
        </button>
      )}
    </div>
  );
}
