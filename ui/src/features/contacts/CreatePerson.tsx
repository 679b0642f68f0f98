import { useNavigate } from "@tanstack/react-router";
import { useEffect, useId, useState } from "react";
import type { EditResult, TypedField } from "@/api/generated/contracts";
import { useAction } from "@/api/queries";
import { Button } from "@/components/Button";
import { ErrorBanner } from "@/components/ErrorBanner";
import { Modal, ModalActions } from "@/components/Modal";
import { NearMatches } from "./NearMatches";

interface CreatePersonProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onMade: (words: string, result: EditResult) => void;
}

/** A contact typed by hand. Whoever it may be already is shown beneath while typing. */
export function CreatePerson({ open, onOpenChange, onMade }: CreatePersonProps) {
  return (
    <Modal
      open={open}
      onOpenChange={onOpenChange}
      title="New contact"
      about="Whoever is like them already stands beneath while you type."
      className="w-160"
      testId="create-person"
    >
      <Form onLeave={() => onOpenChange(false)} onMade={onMade} />
    </Modal>
  );
}

const FIELDS = [
  { field: "given_name", title: "First name", placeholder: "" },
  { field: "family_name", title: "Last name", placeholder: "" },
  { field: "phone", title: "Phone", placeholder: "+91 98300 12345" },
  { field: "email", title: "E-mail", placeholder: "name@example.com" },
  { field: "company_name", title: "Company", placeholder: "" },
  { field: "birth_date", title: "Birth date", placeholder: "1980-02-29" },
] as const;

/** A person who types is not interrupted by every letter. */
const REST_MS = 120;

function Form({ onLeave, onMade }: { onLeave: () => void; onMade: CreatePersonProps["onMade"] }) {
  const navigate = useNavigate();
  const create = useAction("record_create");
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [rested, setRested] = useState<readonly TypedField[]>([]);
  const base = useId();
  useEffect(() => {
    const timer = setTimeout(() => setRested(fieldsOf(typed)), REST_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const fields = fieldsOf(typed);
  // The address of the form goes with the screen.
  const open = (id: string) => void navigate({ to: "/people/$id", params: { id } });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (fields.length === 0 || create.isPending) return;
        create.mutate(
          { entity: "person", fields },
          { onSuccess: (result) => onMade("Contact created", result) },
        );
      }}
    >
      <div className="flex flex-col gap-3 px-5 pt-4">
        {create.isError && <ErrorBanner error={create.error} />}
        <div className="grid grid-cols-2 gap-3">
          {FIELDS.map(({ field, title, placeholder }, n) => (
            <div key={field} className="flex flex-col gap-1">
              <label htmlFor={`${base}-${field}`} className="text-sm text-faint">
                {title}
              </label>
              <input
                id={`${base}-${field}`}
                data-testid={`create-${field}`}
                // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type here.
                autoFocus={n === 0}
                autoComplete="off"
                aria-invalid={create.error?.field === field}
                value={typed[field] ?? ""}
                placeholder={placeholder}
                onChange={(event) => setTyped((now) => ({ ...now, [field]: event.target.value }))}
                className="h-8 rounded-md border border-line-strong bg-surface px-2.5 placeholder:text-faint aria-invalid:border-risk-line"
              />
            </div>
          ))}
        </div>
        <NearMatches fields={rested} onOpen={open} />
      </div>
      <ModalActions>
        <Button look="quiet" onClick={onLeave}>
          Cancel
        </Button>
        <Button
          type="submit"
          look="primary"
          data-testid="create-person-submit"
          disabled={fields.length === 0 || create.isPending}
        >
          Create the contact
        </Button>
      </ModalActions>
    </form>
  );
}

const fieldsOf = (typed: Readonly<Record<string, string>>): TypedField[] =>
  FIELDS.flatMap(({ field }) => {
    const text = (typed[field] ?? "").trim();
    return text === "" ? [] : [{ field, text }];
  });
