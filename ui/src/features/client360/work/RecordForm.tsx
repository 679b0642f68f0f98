import { ChevronDown } from "lucide-react";
import { type FormEvent, Fragment, useId, useState } from "react";
import type { EditResult, EntityRef, EntityType, RecordPanel } from "@/api/generated/contracts";
import { useAction, useCommand } from "@/api/queries";
import { choiceWords } from "@/app/words";
import { Button } from "@/components/Button";
import { Keys } from "@/components/Kbd";
import { Modal, ModalActions } from "@/components/Modal";
import { askedOf, changedFields, FORMS, type FormField, typedFacts } from "./forms";
import { NearAccounts } from "./NearAccounts";
import { type Client, PickClient } from "./PickClient";

/** What is being written: a new record about the client, or one that is there. */
export interface Writing {
  kind: EntityType;
  record: RecordPanel | null;
}

interface RecordFormProps {
  writing: Writing | null;
  /** What a new one is about; null: whose it is, is asked for. */
  about: EntityRef | null;
  onDone: (words: string, result: EditResult) => void;
  onClose: () => void;
}

/** A record made or changed by hand. */
export function RecordForm({ writing, ...rest }: RecordFormProps) {
  const title = writing ? FORMS[writing.kind].title : "";
  return (
    <Modal
      open={writing !== null}
      onOpenChange={(open) => !open && rest.onClose()}
      title={writing?.record ? title : `New ${title.toLocaleLowerCase()}`}
      className="top-[8vh] w-140"
      testId="record-form"
    >
      {writing && (
        <Form key={`${writing.kind} ${writing.record?.entity.id ?? ""}`} writing={writing} {...rest} />
      )}
    </Modal>
  );
}

type FormProps = RecordFormProps & { writing: Writing };

/** What has a client of its own, and is asked for it where none is given. */
const OF_A_CLIENT: ReadonlySet<EntityType> = new Set<EntityType>(["opportunity", "task"]);

function Form({ writing, about, onDone, onClose }: FormProps) {
  const { kind, record } = writing;
  const { title } = FORMS[kind];
  const fields = askedOf(kind, record?.facts ?? []);
  const [before] = useState(() => typedFacts(kind, record?.facts ?? []));
  const user = useCommand("app_status", null).data?.user ?? "";
  // From a list nothing says what it is about: its name does. Whoever writes it down there has it, unless they say who else.
  const fresh = record === null && about === null;
  const mine = fields.find(({ field }) => field === "assignee" || field === "owner")?.field;
  const [now, setNow] = useState<Record<string, string>>(() => ({
    ...before,
    ...(record === null && kind === "opportunity" && { stage: "New enquiry" }),
    ...(fresh && mine && { [mine]: user }),
  }));
  const create = useAction("record_create");
  const update = useAction("record_update");
  const [client, setClient] = useState<Client | null>(null);
  const error = create.error ?? update.error;
  const changed = changedFields(kind, before, now);
  const busy = create.isPending || update.isPending;
  const named = fields[0]?.field ?? "";
  const ready = changed.length > 0 && !(fresh && (now[named] ?? "").trim() === "");
  const asks = fresh && OF_A_CLIENT.has(kind);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!ready || busy) return;
    const done = (words: string) => ({
      onSuccess: (result: EditResult) => {
        onDone(words, result);
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
        { entity: kind, fields: [...changed, ...more], about: about ? [about] : client ? [client.at] : [] },
        done(`${title} written down`),
      );
    }
  };
  return (
    <form onSubmit={save}>
      <div className="grid max-h-[62vh] grid-cols-2 gap-x-4 gap-y-2.5 overflow-y-auto px-5 pt-3 pb-1">
        {fields.map((field) => (
          <Fragment key={field.field}>
            <Field
              field={field}
              value={now[field.field] ?? ""}
              wrong={error?.field === field.field}
              onChange={(text) => setNow((last) => ({ ...last, [field.field]: text }))}
            />
            {asks && field.field === named && <PickClient value={client} onChange={setClient} />}
          </Fragment>
        ))}
      </div>
      {fresh && kind === "account" && <NearAccounts name={now[named] ?? ""} onLeave={onClose} />}
      {error && (
        <p role="alert" data-testid="form-error" className="px-5 pt-3 text-risk">
          {error.message} <span className="text-muted">{error.hint}</span>
        </p>
      )}
      <ModalActions>
        <Button look="quiet" onClick={onClose}>
          Cancel <Keys keys="Escape" />
        </Button>
        <Button look="primary" type="submit" data-testid="form-save" disabled={busy || !ready}>
          {record
            ? "Save the changes"
            : `${fresh ? "Create" : "Write down"} the ${title.toLocaleLowerCase()}`}
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
        <span className="relative block">
          <select {...shared} className={`${BOX} appearance-none pr-7`}>
            <option value="" />
            {[...new Set([...(options ?? []), ...(value ? [value] : [])])].map((option) => (
              <option key={option} value={option}>
                {choiceWords(option)}
              </option>
            ))}
          </select>
          <ChevronDown
            className="pointer-events-none absolute top-2.25 right-2 size-3.5 text-faint"
            aria-hidden="true"
          />
        </span>
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
