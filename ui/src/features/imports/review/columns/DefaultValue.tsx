import { useState } from "react";
import type { ColumnChoice, ColumnMapping } from "@/api/generated/contracts";
import { plural } from "@/app/format";
import { Button } from "@/components/Button";

interface DefaultValueProps {
  column: ColumnMapping;
  empty: number;
  disabled: boolean;
  onChoose: (change: Partial<ColumnChoice>) => void;
}

/** What is read in place of an empty cell; nothing unless a person says so. */
export function DefaultValue({ column, empty, disabled, onChoose }: DefaultValueProps) {
  const stands = column.default_value ?? "";
  const [text, setText] = useState(stands);
  const set = () => text !== stands && onChoose({ default_value: text.trim() });
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <input
        type="text"
        aria-label={`Read in place of ${plural(empty, "empty cell")}`}
        placeholder="stay empty"
        maxLength={500}
        spellCheck={false}
        data-testid="column-default"
        disabled={disabled}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") set();
          else if (event.key === "Escape") setText(stands);
        }}
        className="control h-7.5 w-full min-w-0 flex-1 rounded-md border border-line-strong bg-surface px-2 placeholder:text-faint disabled:border-line disabled:bg-transparent"
      />
      {text !== stands && (
        <Button size="small" disabled={disabled} data-testid="column-default-set" onClick={set}>
          Set
        </Button>
      )}
    </span>
  );
}
