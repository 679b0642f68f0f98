import { useRef, useState } from "react";
import type { EntityType, ListField } from "@/api/generated/contracts";
import { ValueInput } from "./ValueInput";

interface CellEditorProps {
  entity: EntityType;
  field: ListField;
  title: string;
  initial: string;
  /** What was typed; then where to go on: nowhere, or a cell further. */
  onDone: (text: string, step: -1 | 0 | 1) => void;
  onCancel: () => void;
}

/** The value of a cell while it is typed, in the cell's place. */
export function CellEditor({ entity, field, title, initial, onDone, onCancel }: CellEditorProps) {
  const [text, setText] = useState(initial);
  // Giving the focus back to the list is no second answer.
  const over = useRef(false);
  const once = (answer: () => void) => {
    if (over.current) return;
    over.current = true;
    answer();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the row must not open while one types in it.
    // biome-ignore lint/a11y/useKeyWithClickEvents: nothing happens here on a click.
    <div
      className="absolute inset-x-0 top-1/2 z-30 -translate-y-1/2 px-0.5"
      onClick={(event) => event.stopPropagation()}
      onBlur={(event) => {
        // Another window in front ends nothing; another place in this one takes the value as it is.
        if (document.hasFocus() && !event.currentTarget.contains(event.relatedTarget)) {
          once(() => onDone(text, 0));
        }
      }}
    >
      <ValueInput
        entity={entity}
        field={field}
        value={text}
        onChange={setText}
        onDone={() => once(() => onDone(text, 0))}
        onCancel={() => once(onCancel)}
        onTab={(back) => once(() => onDone(text, back ? -1 : 1))}
        autoFocus
        label={`${field.title} of ${title}`}
        testId="cell-editor"
      />
    </div>
  );
}
