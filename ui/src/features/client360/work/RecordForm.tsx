import { type FormEvent, useId, useState } from "react";
import type { EntityRef, RecordPanel } from "@/api/generated/contracts";
import { useAction } from "@/api/queries";
import { choiceWords } from "@/app/words";
import { useWritten } from "@/app/written";
import { Button } from "@/components/Button";
import { Keys } from "@/components/Kbd";
import { Modal, ModalActions } from "@/components/Modal";
import { changedFields, FORMS, type FormField, type FormKind, typedFacts } from "./forms";

/** What is being written: a new record about the client, or one that is there. */
export interface Writing {
  kind: FormKind;
  record: RecordPanel | null;
}

interface RecordFormProps {
  writing: Writing | null;
  about: EntityRef;
  onClose: () => void;
}

/** A record around the client, made or changed by hand. */
export function RecordForm({ writing, about, onClose }: RecordFormProps) {
  const title = writing ? FORMS[writing.kind].title : "";
  return (
    <Modal
      open={writing !== null}
      onOpenChange={(open) => !open && onClose()}
      title={writing?.record ? title : `New ${title.toLocaleLowerCase()}`}
      className="top-[8vh] w-140"
      testId="record-form"
    >
      {writing && (
        <Form
          key={`${writing.kind} ${writing.record?.entity.id ?? ""}`}
          writing={writing}
          about={about}
          onClose={onClose}
        />
      )}
    </Modal>
  );
}

function Form({ writing, about, onClose }: { writing: Writing; about: EntityRef; onClose: () => void }) {
  const { kind, record } = writing;
  const { title, fields } = FORMS[kind];
  const [before] = useState(() => typedFacts(kind, record?.facts ?? []));
  const [now, setNow] = useState<Record<string, string>>(() =>
    record === null && kind === "opportunity" ? { ...before, stage: "New enquiry" } : before,
  );
  const create = useAction("record_create");
  const update = useAction("record_update");
  const { note } = useWritten();
  const error = create.error ?? update.error;
  const changed = changedFields(kind, before, now);
  const busy = create.isPending || update.isPending;
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (changed.length === 0 || busy) return;
    const done = (words: string) => ({
      onSuccess: (result: Parameters<typeof note>[1]) => {
        note(words, result);
        onClose();
      },
    });
    if (record) {
      update.mutate(
        { entity: kind, id: record.entity.id, fields: changed },
        done(`${title}: ${changed.length === 1 ? "one field" : `${changed.length} fields`} changed`),
      );
    } else {
      const more = kind === "opportunity" || kind === "task" ? [{ field: "status", text: "Open" }] : [];
      create.mutate(
        { entity: kind, fields: [...changed, ...more], about: [about] },
        done(`${title} written down`),
      );
    }
  };
  return (
    <form onSubmit={save}>
      <div className="grid max-h-[62vh] grid-cols-2 gap-x-4 gap-y-2.5 overflow-y-auto px-5 pt-3">
        {fields.map((field) => (
          <Field
            key={field.field}
            field={field}
            value={now[field.field] ?? ""}
            wrong={error?.field === field.field}
            onChange={(text) => setNow((last) => ({ ...last, [field.field]: text }))}
          />
        ))}
      </div>
      {error && (
        <p role="alert" data-testid="form-error" className="px-5 pt-3 text-risk">
          {error.message} <span className="text-muted">{error.hint}</span>
        </p>
      )}
      <ModalActions>
        <Button look="quiet" onClick={onClose}>
          Cancel <Keys keys="Escape" />
        </Button>
        <Button look="primary" type="submit" data-testid="form-save" disabled={busy || changed.length === 0}>
          {record ? "Save the changes" : `Write down the ${title.toLocaleLowerCase()}`}
        </Button>
      </ModalActions>
    </form>
  );
}

interface FieldProps {
  field: FormField;
  value: string;
  wrong: boolean;
  onChange: (text: string) => void;
}

const BOX =
  "control h-8 w-full rounded-md border border-line-strong bg-surface px-2 placeholder:text-faint aria-invalid:border-risk";

function Field({ field: { field, label, asked, options, hint }, value, wrong, onChange }: FieldProps) {
  const id = useId();
  const shared = {
    id,
    "data-testid": `form-${field}`,
    "aria-invalid": wrong || undefined,
    value,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  return (
    <div className={asked === "lines" ? "col-span-2" : "min-w-0"}>
      <label htmlFor={id} className="block pb-0.5 text-sm text-muted">
        {label}
      </label>
      {asked === "lines" ? (
        <textarea {...shared} rows={2} className={`${BOX} h-auto py-1.5`} />
      ) : asked === "one" ? (
        <select {...shared} className={BOX}>
          <option value="" />
          {[...new Set([...(options ?? []), ...(value ? [value] : [])])].map((option) => (
            <option key={option} value={option}>
              {choiceWords(option)}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...shared}
          type={asked === "date" ? "date" : asked === "time" ? "datetime-local" : "text"}
          {...(hint ? { placeholder: hint } : {})}
          className={BOX}
        />
      )}
    </div>
  );
}
