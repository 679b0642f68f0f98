import { useDeferredValue, useState } from "react";
import type { EntityRef } from "@/api/generated/contracts";
import { useAction, useCommand } from "@/api/queries";
import { entityName } from "@/app/words";
import { useWritten } from "@/app/written";
import { Avatar } from "@/components/Avatar";
import { Modal } from "@/components/Modal";

interface RelateDialogProps {
  open: boolean;
  client: EntityRef;
  onClose: () => void;
}

/** Finds a person or a company by words, and links the client to it. */
export function RelateDialog({ open, client, onClose }: RelateDialogProps) {
  const [text, setText] = useState("");
  const words = useDeferredValue(text.trim());
  const found = useCommand("search", { text: words, limit: 8 }, { enabled: open && words.length > 1 });
  const link = useAction("records_link");
  const { note } = useWritten();
  const hits = (found.data?.hits ?? []).filter(
    ({ entity, id }) => (entity === "person" || entity === "account") && id !== client.id,
  );
  const choose = (to: EntityRef, title: string) =>
    link.mutate(
      { from: client, to },
      {
        onSuccess: (result) => {
          note(`Linked to ${title}`, result);
          setText("");
          onClose();
        },
      },
    );
  return (
    <Modal
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title="Link to somebody"
      about="Family, an adviser, a referrer, or a company they work at."
      testId="relate-dialog"
    >
      <div className="px-5 pt-3 pb-4">
        <input
          aria-label="Name, phone or e-mail"
          data-testid="relate-text"
          value={text}
          maxLength={200}
          onChange={(event) => setText(event.target.value)}
          placeholder="Name, phone or e-mail"
          className="control h-8 w-full rounded-md border border-line-strong bg-surface px-2 placeholder:text-faint"
        />
        <ul className="-mx-2 flex min-h-20 flex-col pt-2">
          {hits.map(({ entity, id, title, subtitle }) => (
            <li key={id}>
              <button
                type="button"
                data-testid="relate-hit"
                disabled={link.isPending}
                onClick={() => choose({ entity, id }, title)}
                className="control flex h-9 w-full items-center gap-2.5 rounded-md px-2 text-left hover:bg-hover"
              >
                <Avatar id={id} name={title} kind={entity === "person" ? "person" : "account"} />
                <span className="font-medium">{title}</span>
                <span className="min-w-0 flex-1 truncate text-muted">{subtitle}</span>
                <span className="text-sm text-faint">{entityName(entity)}</span>
              </button>
            </li>
          ))}
          {words.length > 1 && found.isSuccess && hits.length === 0 && (
            <li className="px-2 text-muted">Nobody matches.</li>
          )}
        </ul>
        {(link.error ?? found.error) && (
          <p role="alert" className="text-risk">
            {(link.error ?? found.error)?.message}
          </p>
        )}
      </div>
    </Modal>
  );
}
