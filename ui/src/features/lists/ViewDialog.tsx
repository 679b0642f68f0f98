import { type FormEvent, useState } from "react";
import { useAction, useCommand } from "@/api/queries";
import { Button } from "@/components/Button";
import { ErrorBanner } from "@/components/ErrorBanner";
import { Modal, ModalActions } from "@/components/Modal";
import type { Kind } from "./kinds";
import type { List } from "./useList";

interface ViewDialogProps {
  kind: Kind;
  list: List;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Keeps what the list shows under a name; renames, shares or deletes one's own view. */
export function ViewDialog(props: ViewDialogProps) {
  return (
    <Modal
      open={props.open}
      onOpenChange={props.onOpenChange}
      title="Save the view"
      about="Its conditions, order, columns, groups, and whether it is a board."
      testId="view-dialog"
    >
      {props.open && <Form {...props} />}
    </Modal>
  );
}

function Form({ kind, list, onOpenChange }: ViewDialogProps) {
  const user = useCommand("app_status", null).data?.user;
  const { view, shape } = list;
  const mine = view !== null && !view.shipped && view.owner?.id === user;
  const [name, setName] = useState(mine ? view.name : "");
  const [shared, setShared] = useState(mine ? view.shared : false);
  const save = useAction("view_save");
  const remove = useAction("view_delete");
  const keep = (id: string | null) =>
    save.mutate(
      { entity: kind.entity, name, shared, shape, ...(id === null ? {} : { view_id: id }) },
      {
        onSuccess: ({ view_id }) => {
          onOpenChange(false);
          list.show(view_id);
        },
      },
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep(mine ? view.view_id : null);
  };
  const error = save.error ?? remove.error;
  return (
    <form onSubmit={submit}>
      <div className="flex flex-col gap-3 px-5 pt-4">
        <label className="flex flex-col gap-1">
          <span className="text-muted">Name</span>
          <input
            type="text"
            // biome-ignore lint/a11y/noAutofocus: the dialog was opened to write the name.
            autoFocus
            maxLength={60}
            data-testid="view-name"
            value={name}
            onChange={(event) => setName(event.target.value)}
            className="h-8 rounded-md border border-line-strong bg-surface px-2"
          />
        </label>
        <label className="flex items-center gap-2">
          <input
            type="checkbox"
            data-testid="view-shared"
            checked={shared}
            onChange={(event) => setShared(event.target.checked)}
            className="size-4 accent-accent"
          />
          Everybody who opens this workspace sees it
        </label>
        {error && <ErrorBanner error={error} testId="view-error" />}
      </div>
      <ModalActions>
        {view && (mine || view.shipped) && (
          <Button
            look="quiet"
            className="mr-auto"
            data-testid="view-delete"
            disabled={remove.isPending}
            onClick={() =>
              remove.mutate(
                { view_id: view.view_id },
                {
                  onSuccess: () => {
                    onOpenChange(false);
                    const next = list.views.find(({ view_id }) => view_id !== view.view_id);
                    if (next) list.show(next.view_id);
                  },
                },
              )
            }
          >
            {mine ? `Delete “${view.name}”` : `Hide “${view.name}”`}
          </Button>
        )}
        {mine && (
          <Button data-testid="view-save-new" disabled={save.isPending} onClick={() => keep(null)}>
            Save as a new one
          </Button>
        )}
        <Button
          look="primary"
          type="submit"
          data-testid="view-save"
          disabled={save.isPending || name.trim() === ""}
        >
          {mine ? "Save the changes" : "Save the view"}
        </Button>
      </ModalActions>
    </form>
  );
}
