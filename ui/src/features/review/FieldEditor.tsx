import { useEffect, useRef, useState } from "react";
import type { ProposalId } from "@/api/generated/contracts";
import { useAction } from "@/api/queries";
import { copyValue } from "@/app/values";
import type { CompareField } from "./compare";
import { itemsOf } from "./words";

interface FieldEditorProps {
  proposal: ProposalId;
  row: CompareField;
  value: unknown;
  onDone: (value: unknown) => void;
  onLeave: () => void;
}

/** Writes a field in place. The core reads what was typed as it reads cells, and says what it can't read. */
export function FieldEditor({ proposal, row, value, onDone, onLeave }: FieldEditorProps) {
  const { many, field, title } = row.of;
  const [text, setText] = useState(() => itemsOf(value).map(copyValue).join("\n"));
  const read = useAction("review_read");
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    box.current?.focus();
    box.current?.select();
  }, []);
  const done = () =>
    read.mutate({ proposal_id: proposal, field, text }, { onSuccess: (answer) => onDone(answer.value) });
  return (
    <span className="block">
      <textarea
        ref={box}
        rows={many ? Math.max(2, text.split("\n").length) : 1}
        aria-label={many ? `${title}: one value a line` : title}
        aria-invalid={read.isError}
        data-testid="review-editor"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          const enter = event.key === "Enter" && (!many || event.ctrlKey || event.metaKey || !event.shiftKey);
          if (enter) {
            event.preventDefault();
            event.stopPropagation();
            done();
          } else if (event.key === "Escape") {
            event.preventDefault();
            event.stopPropagation();
            onLeave();
          }
        }}
        className="control block w-full resize-none rounded-md border border-focus bg-surface px-2 py-1"
      />
      {read.isError ? (
        <span role="alert" className="block pt-0.5 text-sm text-risk" data-testid="review-editor-problem">
          {read.error.message} {read.error.hint}
        </span>
      ) : (
        <span className="block pt-0.5 text-sm text-faint">
          {many
            ? "One a line. Enter keeps it, Shift Enter begins a line, Esc leaves it"
            : "Enter keeps it, Esc leaves it"}
        </span>
      )}
    </span>
  );
}
