import { BadgeCheck, PencilLine } from "lucide-react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { CommandError } from "@/api/client";
import type { EditResult, EntityRef, Fact } from "@/api/generated/contracts";
import { useAction } from "@/api/queries";
import { useRights } from "@/app/rights";
import { copyValue } from "@/app/values";
import { useWrittenIfAny } from "@/app/written";
import { Button } from "@/components/Button";
import { Keys } from "@/components/Kbd";
import { When } from "@/components/When";

/** Values of several parts, and those that only a source gives, are not written in one line. */
const NOT_TYPED: readonly Fact["kind"][] = ["address", "external_id"];

interface SayOfFactProps {
  entity: EntityRef;
  fact: Fact;
  /** The field as it reads now, all its values. */
  whole: unknown;
  onDone: () => void;
}

/** What a person says of a value with its provenance in view: it is so, or it is otherwise. */
export function SayOfFact({ entity, fact, whole, onDone }: SayOfFactProps) {
  const { may } = useRights();
  const written = useWrittenIfAny();
  const confirm = useAction("fact_confirm");
  const correct = useAction("fact_correct");
  const [text, setText] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const editing = text !== null;
  useEffect(() => {
    if (editing) input.current?.select();
  }, [editing]);
  const { confirmed } = fact.source;
  const last = confirmed && (
    <p className="text-sm text-muted" data-testid="last-confirmed">
      Last confirmed by {confirmed.by.id} <When at={confirmed.at} />
    </p>
  );
  if (!may("edit_records")) return last ? <div className="border-b border-line px-4 py-2">{last}</div> : null;

  const at = { entity: entity.entity, id: entity.id, field: fact.field };
  const many = Array.isArray(whole) ? whole.length : 1;
  const done = (words: string) => (result: EditResult) => {
    written?.note(words, result);
    onDone();
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (text === null || correct.isPending) return;
    correct.mutate({ ...at, seen: fact.value, text }, { onSuccess: done(`${fact.title} corrected`) });
  };
  const error: CommandError | null = correct.error ?? confirm.error;
  return (
    <section aria-label="Say of it" className="flex flex-col gap-2 border-b border-line px-4 py-2.5">
      {last}
      {editing ? (
        <form className="flex items-center gap-2" onSubmit={save}>
          <input
            ref={input}
            aria-label={`${fact.title}, corrected`}
            data-testid="correct-text"
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== "Escape") return;
              event.stopPropagation();
              setText(null);
            }}
            className="control h-8 min-w-0 flex-1 rounded-md border border-line-strong bg-surface px-2 text-read"
          />
          <Button look="primary" type="submit" data-testid="correct-save" disabled={correct.isPending}>
            {text.trim() === "" ? "Take away" : "Correct"}
          </Button>
        </form>
      ) : (
        <div className="flex items-center gap-2">
          <Button
            size="small"
            data-testid="fact-confirm"
            disabled={confirm.isPending}
            onClick={() => {
              // What is confirmed is the field as it reads now, which is known a moment after the card opens.
              if (whole === null) return;
              confirm.mutate({ ...at, seen: whole }, { onSuccess: done(`${fact.title} confirmed`) });
            }}
          >
            <BadgeCheck className="size-3.5" aria-hidden="true" />
            {many > 1 ? `Confirm all ${many}` : "Confirm"}
          </Button>
          {!NOT_TYPED.includes(fact.kind) && (
            <Button size="small" data-testid="fact-correct" onClick={() => setText(typed(fact))}>
              <PencilLine className="size-3.5" aria-hidden="true" />
              Correct…
            </Button>
          )}
          <span className="ml-auto text-sm text-faint">
            <Keys keys="Escape" />
          </span>
        </div>
      )}
      {error && (
        <p role="alert" data-testid="say-error" className="text-risk">
          {error.message} <span className="text-muted">{error.hint}</span>
        </p>
      )}
    </section>
  );
}

/** The value as a person would type it, so that the importer reads it as it is. */
function typed({ value, kind }: Fact): string {
  if (typeof value !== "object" || value === null) return copyValue(value);
  const part = (name: string): string => String((value as Record<string, unknown>)[name] ?? "");
  if (kind === "money") return [part("currency"), part("amount")].filter(Boolean).join(" ");
  if (kind === "area") return [part("value"), part("unit").replaceAll("_", " ")].filter(Boolean).join(" ");
  return copyValue(value);
}
