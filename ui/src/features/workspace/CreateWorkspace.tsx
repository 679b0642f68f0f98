import { Folder } from "lucide-react";
import { useId, useState } from "react";
import { chooseFolder } from "@/api/client";
import type { AppStatus } from "@/api/generated/contracts";
import { Banner } from "@/components/Banner";
import { Button } from "@/components/Button";
import { Modal, ModalActions } from "@/components/Modal";
import { useWorkspaces } from "./useWorkspaces";

interface CreateWorkspaceProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  status: AppStatus;
}

export function CreateWorkspace({ open, onOpenChange, status }: CreateWorkspaceProps) {
  return (
    <Modal
      open={open}
      onOpenChange={onOpenChange}
      title="Create a workspace"
      about="One folder on this computer holds the database and every file you bring in."
      testId="create-workspace"
    >
      <CreateForm status={status} onCancel={() => onOpenChange(false)} />
    </Modal>
  );
}

function CreateForm({ status, onCancel }: { status: AppStatus; onCancel: () => void }) {
  const workspaces = useWorkspaces();
  const [name, setName] = useState("");
  const [folder, setFolder] = useState<string | null>(null);
  const field = useId();
  const shownFolder = folder ?? status.suggested_folder;

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) workspaces.create(name.trim(), folder);
      }}
    >
      <div className="flex flex-col gap-4 px-5 pt-4">
        {workspaces.error && (
          <Banner tone="risk" title={workspaces.error.message}>
            {workspaces.error.hint}
          </Banner>
        )}
        <div className="flex flex-col gap-1">
          <label htmlFor={field} className="font-medium">
            Name
          </label>
          <input
            id={field}
            data-testid="create-name"
            value={name}
            maxLength={80}
            placeholder="Kolkata desk"
            onChange={(event) => setName(event.target.value)}
            className="h-8 rounded-md border border-line-strong bg-surface px-2.5 placeholder:text-faint"
          />
        </div>
        <div className="flex flex-col gap-1">
          <span className="font-medium">Folder</span>
          <div className="flex items-center gap-2">
            <span
              title={shownFolder}
              className="flex h-8 min-w-0 flex-1 items-center gap-2 rounded-md border border-line bg-sunken px-2.5 text-muted"
            >
              <Folder className="size-3.5 shrink-0" aria-hidden="true" />
              <span className="truncate">{shownFolder}</span>
            </span>
            <Button
              onClick={async () => {
                const chosen = await chooseFolder(
                  "Choose a folder for the workspace",
                  status.suggested_folder,
                );
                if (chosen) setFolder(chosen);
              }}
            >
              Choose a folder…
            </Button>
          </div>
          <p className="text-sm text-faint">
            The workspace and its files are kept in this folder. Any new or empty one will do.
          </p>
        </div>
      </div>
      <ModalActions>
        <Button onClick={onCancel}>Cancel</Button>
        <Button
          type="submit"
          look="primary"
          data-testid="create-submit"
          disabled={!name.trim() || workspaces.busy}
        >
          {workspaces.busy ? "Creating the workspace…" : "Create workspace"}
        </Button>
      </ModalActions>
    </form>
  );
}
