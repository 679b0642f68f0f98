import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from "react";
import type { EntityType, ListField } from "@/api/generated/contracts";
import { useCommand } from "@/api/queries";
import { formatCount } from "@/app/format";
import { cx } from "@/components/cx";

interface ValueInputProps {
  entity: EntityType;
  field: ListField;
  value: string;
  onChange: (text: string) => void;
  onDone: () => void;
  onCancel: () => void;
  /** Where the next cell is: Tab and Shift+Tab. */
  onTab?: (back: boolean) => void;
  className?: string;
  autoFocus?: boolean;
  testId: string;
  label: string;
}

const OFFERED = 7;

/** A value typed in, with those that other records hold offered under it. */
export function ValueInput(props: ValueInputProps) {
  const { entity, field, value, onChange, onDone, onCancel, onTab, testId, label } = props;
  const input = useRef<HTMLInputElement>(null);
  const list = useId();
  const [marked, setMarked] = useState(-1);
  const [prefix, setPrefix] = useState("");
  const offers = (field.kind === "choice" || field.groupable) && field.visibility === "full";
  const answer = useCommand(
    "field_values",
    { entity, field: field.name, limit: OFFERED, ...(prefix ? { starts_with: prefix } : {}) },
    { enabled: offers },
  );
  const found =
    field.kind === "bool"
      ? [
          { value: "yes", count: null },
          { value: "no", count: null },
        ]
      : offers
        ? (answer.data ?? [])
        : [];
  const { autoFocus = false } = props;
  useLayoutEffect(() => {
    if (!autoFocus) return;
    input.current?.focus();
    input.current?.select();
  }, [autoFocus]);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const stop = () => {
      event.preventDefault();
      event.stopPropagation();
    };
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      stop();
      const step = event.key === "ArrowDown" ? 1 : -1;
      const next = Math.max(-1, Math.min(found.length - 1, marked + step));
      setMarked(next);
      const one = found[next];
      if (one) onChange(one.value);
    } else if (event.key === "Enter") {
      stop();
      onDone();
    } else if (event.key === "Escape") {
      stop();
      onCancel();
    } else if (event.key === "Tab" && onTab) {
      stop();
      onTab(event.shiftKey);
    }
  };
  return (
    <div className={cx("relative", props.className)}>
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={found.length > 0}
        aria-controls={list}
        spellCheck={false}
        autoComplete="off"
        data-testid={testId}
        value={value}
        placeholder={field.kind === "date" || field.kind === "date_time" ? "2026-12-31" : undefined}
        onChange={(event) => {
          setPrefix(event.target.value);
          setMarked(-1);
          onChange(event.target.value);
        }}
        onKeyDown={onKeyDown}
        className="h-7 w-full rounded-sm border border-focus bg-surface px-1.5 outline-none"
      />
      {found.length > 0 && (
        <div
          role="listbox"
          id={list}
          aria-label={`Values of ${field.title}`}
          className="popup absolute top-full left-0 z-30 mt-1 max-h-60 w-full min-w-44 overflow-y-auto p-1"
        >
          {found.map((one, i) => (
            <div
              key={one.value}
              role="option"
              tabIndex={-1}
              aria-selected={i === marked}
              onMouseDown={(event) => {
                event.preventDefault();
                onChange(one.value);
              }}
              className={cx(
                "flex h-7 items-center gap-2 rounded-sm px-2",
                i === marked ? "bg-pressed" : "hover:bg-hover",
              )}
            >
              <span className="min-w-0 flex-1 truncate">{one.value}</span>
              {one.count !== null && (
                <span className="text-sm text-faint tabular-nums">{formatCount(one.count)}</span>
              )}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
