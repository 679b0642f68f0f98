import { useEffect, useRef, useState } from "react";

interface CellEditorProps {
  label: string;
  value: string;
  onWrite: (value: string) => void;
  onLeave: (step: "stay" | "down" | "next" | "before") => void;
}

/** A cell being written: Enter keeps it and goes down, Tab keeps it and goes on, Esc leaves it as it was. */
export function CellEditor({ label, value, onWrite, onLeave }: CellEditorProps) {
  const [text, setText] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  const left = useRef(false);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const leave = (keep: boolean, step: "stay" | "down" | "next" | "before") => {
    if (left.current) return;
    left.current = true;
    if (keep) onWrite(text);
    onLeave(step);
  };
  return (
    <input
      ref={field}
      type="text"
      aria-label={label}
      data-testid="cell-editor"
      spellCheck={false}
      maxLength={32_000}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onClick={(event) => event.stopPropagation()}
      onBlur={() => {
        if (left.current) return;
        left.current = true;
        onWrite(text);
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        const step =
          event.key === "Enter"
            ? "down"
            : event.key === "Tab"
              ? event.shiftKey
                ? "before"
                : "next"
              : event.key === "Escape"
                ? "stay"
                : null;
        event.stopPropagation();
        if (step === null) return;
        event.preventDefault();
        leave(event.key !== "Escape", step);
      }}
      className="-mx-2.5 h-full w-[calc(100%+20px)] min-w-0 bg-surface px-2.5 outline-none"
    />
  );
}
