import { X } from "lucide-react";
import { type KeyboardEvent, useDeferredValue, useId, useState } from "react";
import type { EntityRef } from "@/api/generated/contracts";
import { useCommand } from "@/api/queries";
import { formatPhone } from "@/app/format";
import { entityName } from "@/app/words";
import { Avatar } from "@/components/Avatar";
import { cx } from "@/components/cx";

/** Whose a deal or a task is. */
export interface Client {
  at: EntityRef;
  title: string;
}

interface PickClientProps {
  value: Client | null;
  onChange: (client: Client | null) => void;
}

const BOX = "control h-8 w-full rounded-md border border-line-strong bg-surface px-2";

/** Finds a contact or a company by words, as the search does: part of a name, a number, an address. */
export function PickClient({ value, onChange }: PickClientProps) {
  const id = useId();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const words = useDeferredValue(text.trim().slice(0, 200));
  const found = useCommand("search", { text: words, limit: 8 }, { enabled: words.length > 1 });
  const hits =
    words.length > 1
      ? (found.data?.hits ?? []).filter(({ entity }) => entity === "person" || entity === "account")
      : [];
  const nobody = words.length > 1 && found.isSuccess && hits.length === 0;
  const choose = (n: number) => {
    const hit = hits[n];
    if (!hit) return;
    onChange({ at: { entity: hit.entity, id: hit.id }, title: hit.title });
    setText("");
    setAt(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || text.trim() === "") return;
    if (event.key === "ArrowDown") setAt(Math.min(at + 1, hits.length - 1));
    else if (event.key === "ArrowUp") setAt(Math.max(at - 1, 0));
    // What was typed means somebody: Enter takes them, and never the form without them.
    else if (event.key === "Enter") choose(at);
    else if (event.key === "Escape") setText("");
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="relative min-w-0">
      <label htmlFor={id} className="block pb-0.5 text-sm text-muted">
        Client
      </label>
      {value ? (
        <div className={cx(BOX, "flex items-center gap-2 pr-1")} data-testid="client-picked">
          <Avatar
            id={value.at.id}
            name={value.title}
            kind={value.at.entity === "person" ? "person" : "account"}
          />
          <span className="min-w-0 flex-1 truncate">{value.title}</span>
          <button
            type="button"
            id={id}
            aria-label={`Client: ${value.title}. Choose another`}
            data-testid="client-clear"
            onClick={() => onChange(null)}
            className="control inline-flex size-6 shrink-0 items-center justify-center rounded-sm text-faint hover:bg-hover hover:text-ink"
          >
            <X className="size-3.5" aria-hidden="true" />
          </button>
        </div>
      ) : (
        <input
          id={id}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={hits.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={hits[at] ? `${id}-${at}` : undefined}
          data-testid="client-text"
          autoComplete="off"
          value={text}
          maxLength={200}
          placeholder="Name, phone or e-mail"
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          className={cx(BOX, "placeholder:text-faint")}
        />
      )}
      {(hits.length > 0 || nobody) && text.trim() !== "" && (
        <div className="popup absolute inset-x-0 top-full z-10 mt-1 max-h-56 overflow-y-auto p-1">
          {nobody && <p className="px-2 py-1.5 text-muted">Nobody matches.</p>}
          <div id={`${id}-list`} role="listbox" aria-label="Clients">
            {hits.map((hit, n) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field above hears the keys.
              <div
                key={hit.id}
                id={`${id}-${n}`}
                role="option"
                tabIndex={-1}
                aria-selected={n === at}
                data-testid="client-hit"
                onPointerMove={() => setAt(n)}
                onClick={() => choose(n)}
                className={cx("flex h-8 items-center gap-2 rounded-sm px-2", n === at && "bg-pressed")}
              >
                <Avatar id={hit.id} name={hit.title} kind={hit.entity === "person" ? "person" : "account"} />
                <span className="truncate">{hit.title}</span>
                <span className="min-w-0 flex-1 truncate text-right text-sm text-muted">
                  {formatPhone(hit.subtitle) || entityName(hit.entity)}
                </span>
              </div>
            ))}
          </div>
        </div>
      )}
      {found.isError && (
        <p role="alert" className="pt-1 text-risk">
          {found.error.message}
        </p>
      )}
    </div>
  );
}
