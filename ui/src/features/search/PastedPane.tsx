import { useNavigate } from "@tanstack/react-router";
import { Check } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { EntityRef, GroupId, PastedDraft, PasteReading } from "@/api/generated/contracts";
import { useAction, useCommand } from "@/api/queries";
import { formatPhone, plural } from "@/app/format";
import { type ActionId, KEYMAP } from "@/app/keymap";
import { localSecond } from "@/app/now";
import { placeOf } from "@/app/places";
import { useRights } from "@/app/rights";
import { fieldWords } from "@/app/words";
import { Avatar } from "@/components/Avatar";
import { Button } from "@/components/Button";
import { Chip } from "@/components/Chip";
import { Confidence } from "@/components/Confidence";
import { cx } from "@/components/cx";
import { ErrorBanner } from "@/components/ErrorBanner";
import { Kbd, Keys } from "@/components/Kbd";
import { pastedWords } from "./pasting";

interface PastedPaneProps {
  text: string;
  /** Back to the palette, with nothing in it. */
  onBack: () => void;
  onClose: () => void;
}

/** What a pasted text says: who is there already, or a draft of somebody new, each value with what it was read from. */
export function PastedPane({ text, onBack, onClose }: PastedPaneProps) {
  const reading = useCommand("paste_read", { text });
  if (reading.isPending) return <p className="p-5 text-muted">Reading what was pasted…</p>;
  if (reading.isError) {
    return (
      <div className="p-5">
        <ErrorBanner error={reading.error} />
      </div>
    );
  }
  if (reading.data.drafts.length === 0) return <Nobody onBack={onBack} />;
  return <Drafts text={text} reading={reading.data} onClose={onClose} />;
}

function Nobody({ onBack }: { onBack: () => void }) {
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  return (
    <div className="flex flex-col items-start gap-3 p-5" data-testid="pasted-nobody">
      <p>
        Nothing in the text names anybody.{" "}
        <span className="text-muted">
          A phone number, an e-mail address, a signature, a vCard or a WhatsApp chat does.
        </span>
      </p>
      <Button ref={back} onClick={onBack}>
        Search for something else <Keys keys="Enter" />
      </Button>
    </div>
  );
}

interface Kept {
  draft: number;
  words: string;
  client: EntityRef;
  group: GroupId;
}

const is = (event: KeyboardEvent, action: ActionId): boolean =>
  !event.ctrlKey && !event.metaKey && (KEYMAP[action].keys as readonly string[]).includes(event.key);

function Drafts({ text, reading, onClose }: { text: string; reading: PasteReading; onClose: () => void }) {
  const navigate = useNavigate();
  const { may } = useRights();
  const keep = useAction("paste_keep");
  const undo = useAction("undo");
  const [at, setAt] = useState(0);
  const [without, setWithout] = useState<Readonly<Record<number, readonly number[]>>>({});
  const [kept, setKept] = useState<Kept | null>(null);
  const pane = useRef<HTMLDivElement>(null);
  const draft = reading.drafts[at];
  const mayCreate = may("edit_records");
  const left = without[at] ?? [];
  const found = draft?.found[0]?.entity.id;
  // The likeliest answer has the focus: whoever is found, else the draft that becomes somebody, else the way on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the focus goes depends on what is shown.
  useEffect(() => {
    pane.current?.querySelector<HTMLElement>("[data-first]")?.focus();
  }, [at, kept, found]);
  if (!draft) return null;

  const open = (entity: EntityRef) => {
    onClose();
    void navigate(placeOf(entity));
  };
  const save = (about: EntityRef | null, words: string) => {
    if (!mayCreate || keep.isPending || kept) return;
    keep.mutate(
      { text, draft: at, without: [...left], now: localSecond(), ...(about ? { about } : {}) },
      { onSuccess: ({ entity, group }) => setKept({ draft: at, words, client: entity, group }) },
    );
  };
  const first = draft.found[0];
  const create = () => save(null, `${draft.title} is a contact now, with the text on the timeline`);
  const addTo = () => first && save(first.entity, `The text is on the timeline of ${first.title}`);
  const takeBack = () => {
    if (kept && may("undo")) undo.mutate({ group: kept.group }, { onSuccess: () => setKept(null) });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const number = Number(event.key);
    if (kept) {
      if (is(event, "undoLast")) takeBack();
      return;
    }
    if (is(event, "pasteCreate")) create();
    else if (is(event, "pasteKeep")) addTo();
    else if (number >= 1 && number <= reading.drafts.length) setAt(number - 1);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of what stands inside; each has its button as well.
    <div ref={pane} onKeyDown={onKeyDown} data-testid="pasted">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line px-5 py-3">
        <h3 className="font-medium">{pastedWords(reading, text)}</h3>
        {reading.drafts.length > 1 && (
          <span className="flex flex-wrap gap-1">
            {reading.drafts.map(({ title }, n) => (
              <button
                // biome-ignore lint/suspicious/noArrayIndexKey: two people of one text may have one name.
                key={n}
                type="button"
                aria-pressed={n === at}
                data-testid="pasted-who"
                disabled={kept !== null}
                onClick={() => setAt(n)}
                className={cx(
                  "control inline-flex h-6 max-w-44 items-center gap-1.5 rounded-md border px-2 text-sm",
                  n === at
                    ? "border-accent bg-accent-soft text-accent-ink"
                    : "border-line text-muted hover:bg-hover",
                )}
              >
                <Keys keys={String(n + 1)} />
                <span className="truncate">{title}</span>
              </button>
            ))}
          </span>
        )}
        {reading.left_out > 0 && (
          <span className="text-sm text-muted">
            {plural(reading.left_out, "more person", "more people")} in the text; import it as a file for all
            of them.
          </span>
        )}
      </header>
      {kept ? (
        <div className="flex flex-wrap items-center gap-2 px-5 py-4" data-testid="pasted-kept" role="status">
          <Check className="size-4 shrink-0 text-accent-ink" aria-hidden="true" />
          <span className="min-w-0 flex-1">{kept.words}.</span>
          {may("undo") && (
            <Button look="quiet" onClick={takeBack} disabled={undo.isPending} data-testid="pasted-undo">
              Take it back <Kbd action="undoLast" />
            </Button>
          )}
          <Button data-first look="primary" onClick={() => open(kept.client)} data-testid="pasted-open">
            Open the contact <Keys keys="Enter" className={ON_ACCENT} />
          </Button>
          {undo.isError && <ErrorBanner error={undo.error} />}
        </div>
      ) : (
        <>
          <div className="flex max-h-[54vh] flex-col gap-3 overflow-y-auto px-5 py-3">
            {keep.isError && <ErrorBanner error={keep.error} />}
            <There draft={draft} onOpen={open} />
            <Fields
              draft={draft}
              left={left}
              onLeft={(next) => setWithout((now) => ({ ...now, [at]: next }))}
            />
          </div>
          <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-5 py-3">
            <p className="mr-auto max-w-60 text-sm text-muted">
              The text is kept word for word on the timeline.
            </p>
            {first && mayCreate && (
              <Button onClick={addTo} disabled={keep.isPending} data-testid="pasted-keep">
                <span className="max-w-40 truncate">Keep it with {first.title}</span>{" "}
                <Kbd action="pasteKeep" />
              </Button>
            )}
            {mayCreate && (
              <Button
                {...(first ? {} : { "data-first": true })}
                look={first ? "plain" : "primary"}
                onClick={create}
                disabled={keep.isPending || left.length === draft.fields.length}
                data-testid="pasted-create"
              >
                Create the contact <Kbd action="pasteCreate" {...(first ? {} : { className: ON_ACCENT })} />
              </Button>
            )}
          </footer>
        </>
      )}
    </div>
  );
}

const ON_ACCENT = "[&_kbd]:border-on-accent/40 [&_kbd]:bg-transparent [&_kbd]:text-on-accent";
const SHOWN = (field: string, text: string): string => (field === "phone" ? formatPhone(text) : text);

/** Who is in the records already: by the same value first, then whoever is like them. */
function There({ draft, onOpen }: { draft: PastedDraft; onOpen: (entity: EntityRef) => void }) {
  const { found, near } = draft;
  if (found.length + near.length === 0) {
    return (
      <p className="text-muted" data-testid="pasted-new">
        Nobody in your records has any of this.
      </p>
    );
  }
  const row =
    "control flex w-full items-center gap-2.5 rounded-md px-2 py-1.5 text-left hover:bg-hover focus-visible:bg-selected";
  return (
    <section aria-label="In your records">
      <h4 className="pb-1 text-sm text-faint">In your records</h4>
      <ul className="-mx-2">
        {found.map(({ entity, title, subtitle, field, value }, n) => (
          <li key={entity.id}>
            <button
              type="button"
              {...(n === 0 ? { "data-first": true } : {})}
              data-testid="pasted-found"
              onClick={() => onOpen(entity)}
              className={row}
            >
              <Avatar id={entity.id} name={title} kind={entity.entity === "person" ? "person" : "account"} />
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{title}</span>
                <span className="block truncate text-sm text-muted">{subtitle}</span>
              </span>
              <Chip tone="accent">
                Same {fieldWords(field).toLocaleLowerCase()}
                {field === "full_name" ? "" : ` ${SHOWN(field, value)}`}
              </Chip>
              {n === 0 && <Keys keys="Enter" />}
            </button>
          </li>
        ))}
        {near.map(({ entity, title, subtitle, sure, related, candidate }) => (
          <li key={entity.id}>
            <button type="button" data-testid="pasted-near" onClick={() => onOpen(entity)} className={row}>
              <Avatar id={entity.id} name={title} />
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{title}</span>
                <span className="block truncate text-sm text-muted">{subtitle}</span>
              </span>
              {sure && <Chip tone="warn">Probably the same</Chip>}
              {related && <Chip tone="proposal">Perhaps of one household</Chip>}
              {!sure && !related && <Confidence value={candidate.score} suffix=" match" />}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface FieldsProps {
  draft: PastedDraft;
  left: readonly number[];
  onLeft: (left: readonly number[]) => void;
}

/** What was read, each value with the line that it was read from. Space leaves one out. */
function Fields({ draft, left, onLeft }: FieldsProps) {
  return (
    <fieldset>
      <legend className="pb-1 text-sm text-faint">Read from the text</legend>
      <ul className="flex flex-col">
        {draft.fields.map(({ field, text, read_from, line, confidence }, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the fields of a draft never move.
          <li key={n} data-testid="pasted-field">
            <label className="flex min-h-7 cursor-pointer items-center gap-2.5 rounded-md py-0.5">
              <input
                type="checkbox"
                checked={!left.includes(n)}
                onChange={() => onLeft(left.includes(n) ? left.filter((one) => one !== n) : [...left, n])}
                className="size-3.5 shrink-0 accent-(--accent)"
              />
              <span className="w-26 shrink-0 truncate text-muted">{fieldWords(field)}</span>
              <span className={cx("min-w-0 flex-1 truncate", left.includes(n) && "text-faint line-through")}>
                {SHOWN(field, text)}
              </span>
              {confidence < 0.9 && <Confidence value={confidence} />}
              <span
                className="max-w-44 shrink-0 truncate text-sm text-faint"
                title={`Line ${line}: ${read_from}`}
              >
                line {line}: {read_from}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
