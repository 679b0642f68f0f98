import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { ImportSummary, ProfileInfo } from "@/api/generated/contracts";
import { useAction, useCommand } from "@/api/queries";
import { plural } from "@/app/format";
import { Button } from "@/components/Button";
import { ErrorBanner } from "@/components/ErrorBanner";
import { Modal, ModalActions } from "@/components/Modal";
import { PickOne } from "@/components/PickOne";

interface SaveProfileDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  summary: ImportSummary;
}

/** Keeps the mapping for the next file of the same system: under a new name, or over a profile of one's own. */
export function SaveProfileDialog({ open, onOpenChange, summary }: SaveProfileDialogProps) {
  return (
    <Modal
      open={open}
      onOpenChange={onOpenChange}
      title="Save this mapping as a source profile"
      about="The next file with these columns is read the same way: fields, values, date orders. No row of this file goes into it."
      testId="save-profile-dialog"
    >
      {open && <Form summary={summary} onClose={() => onOpenChange(false)} />}
    </Modal>
  );
}

function Form({ summary, onClose }: { summary: ImportSummary; onClose: () => void }) {
  const profiles = useCommand("profile_list", null);
  const save = useAction("profile_save");
  const own = (profiles.data ?? []).filter(({ origin }) => origin === "saved");
  const used = own.find(({ id }) => id === summary.source_profile.id);
  const [title, setTitle] = useState(
    used?.title ?? summary.file_name.replace(/\.[^.]+$/, "").replaceAll(/[_-]+/g, " "),
  );
  const [over, setOver] = useState(used?.id ?? "");
  const [saved, setSaved] = useState<ProfileInfo | null>(null);
  const ready = title.trim() !== "" && title.trim().length <= 80 && !save.isPending;
  const run = async () => {
    if (!ready) return;
    const args = { import_id: summary.import_id, title: title.trim(), ...(over && { id: over }) };
    setSaved(await save.mutateAsync(args).catch(() => null));
  };
  if (saved) {
    return (
      <>
        <p className="px-5 pt-4 text-read" data-testid="profile-saved">
          {saved.title} knows {plural(saved.columns, "column")} now.{" "}
          <Link to="/profiles" search={{ sel: saved.id }} className="text-accent-ink hover:underline">
            Look at it
          </Link>
        </p>
        <ModalActions>
          <Button look="primary" onClick={onClose} autoFocus>
            Done
          </Button>
        </ModalActions>
      </>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      <div className="flex flex-col gap-3 px-5 pt-4">
        <label className="flex flex-col gap-1">
          <span className="text-muted">Name</span>
          <input
            type="text"
            // biome-ignore lint/a11y/noAutofocus: the dialog asks for one thing.
            autoFocus
            maxLength={80}
            data-testid="profile-title"
            value={title}
            onChange={(event) => setTitle(event.target.value)}
            className="control h-8 rounded-md border border-line-strong bg-surface px-2.5"
          />
        </label>
        {own.length > 0 && (
          <div className="flex items-center gap-2">
            <span className="text-muted">Keep it as</span>
            <PickOne
              label="A new profile, or in place of one"
              value={over}
              options={[
                { value: "", name: "a new profile" },
                ...own.map((profile) => ({ value: profile.id, name: `in place of ${profile.title}` })),
              ]}
              onChange={setOver}
            />
          </div>
        )}
        {save.isError && <ErrorBanner error={save.error} />}
      </div>
      <ModalActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button look="primary" type="submit" data-testid="profile-save" disabled={!ready}>
          Save the profile
        </Button>
      </ModalActions>
    </form>
  );
}
