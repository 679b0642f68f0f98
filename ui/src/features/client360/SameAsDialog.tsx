import { Command } from "cmdk";
import { useEffect, useState } from "react";
import type { EntityRef, ReviewItem, SearchHit } from "@/api/generated/contracts";
import { useAction, useCommand } from "@/api/queries";
import { formatPhone } from "@/app/format";
import { whyWords } from "@/app/words";
import { Avatar } from "@/components/Avatar";
import { ErrorBanner } from "@/components/ErrorBanner";
import { Modal } from "@/components/Modal";

interface SameAsProps {
  open: boolean;
  of: EntityRef;
  title: string;
  onClose: () => void;
  onAsked: (item: ReviewItem) => void;
}

const PAUSE_MS = 60;

/** Finds the other record of somebody who is there twice, and asks for the two to become one. */
export function SameAsDialog(props: SameAsProps) {
  return (
    <Modal
      open={props.open}
      onOpenChange={(open) => !open && props.onClose()}
      title={`${props.of.entity === "person" ? "Who" : "Which"} else is ${props.title}?`}
      className="w-152 overflow-hidden"
      testId="same-as"
    >
      <Finder {...props} />
    </Modal>
  );
}

function Finder({ of, title, onClose, onAsked }: SameAsProps) {
  const [text, setText] = useState(title);
  const [asked, setAsked] = useState(title.slice(0, 200));
  const ask = useAction("merge_ask");
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim().slice(0, 200)), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const found = useCommand("search", { text: asked, limit: 20 }, { enabled: asked.length >= 2 });
  const hits = (found.data?.hits ?? []).filter(({ entity, id }) => entity === of.entity && id !== of.id);
  const choose = ({ id }: SearchHit) => {
    if (ask.isPending) return;
    ask.mutate(
      { entity: of.entity, ids: [of.id, id] },
      {
        onSuccess: (item) => {
          onClose();
          onAsked(item);
        },
      },
    );
  };
  return (
    <Command shouldFilter={false} loop label="Find the other record">
      <Command.Input
        autoFocus
        data-testid="same-as-input"
        value={text}
        onValueChange={setText}
        onFocus={(event) => event.currentTarget.select()}
        maxLength={200}
        placeholder="A name, phone, e-mail or company"
        className="mt-2 h-11 w-full border-y border-line bg-transparent px-5 text-read outline-none placeholder:text-faint"
      />
      {ask.isError && (
        <div className="px-5 pt-3">
          <ErrorBanner error={ask.error} />
        </div>
      )}
      <Command.List className="max-h-[46vh] overflow-y-auto px-2.5 py-1.5">
        {hits.map((hit) => (
          <Command.Item
            key={hit.id}
            value={hit.id}
            data-testid="same-as-hit"
            onSelect={() => choose(hit)}
            className="flex min-h-9 items-center gap-2.5 rounded-md px-2.5 py-1 data-[selected=true]:bg-selected"
          >
            <Avatar id={hit.id} name={hit.title} kind={hit.entity === "person" ? "person" : "account"} />
            <span className="min-w-0 flex-1 truncate">
              <span className="font-medium">{hit.title}</span>
              <span className="text-muted"> {formatPhone(hit.subtitle)}</span>
            </span>
            <span className="max-w-52 shrink-0 truncate text-sm text-faint">{whyWords(hit.why)}</span>
          </Command.Item>
        ))}
        {found.isError && (
          <p role="alert" className="px-2.5 py-2 text-risk">
            {found.error.message}
          </p>
        )}
        {hits.length === 0 && !found.isFetching && (
          <Command.Item disabled value="nothing" className="px-2.5 py-6 text-center text-muted">
            {asked.length < 2 ? "Type a name, a phone or an e-mail." : "Nobody else matches these words."}
          </Command.Item>
        )}
      </Command.List>
      <p className="border-t border-line px-5 py-2.5 text-sm text-muted">
        Nothing is merged yet: the two are laid side by side in the review queue.
      </p>
    </Command>
  );
}
