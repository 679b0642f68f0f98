import { Braces, Download, Pencil, Rows3, Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { chooseTarget } from "@/api/client";
import type { ProfileInfo } from "@/api/generated/contracts";
import { useAction, useCommand } from "@/api/queries";
import { plural } from "@/app/format";
import { useShortcuts } from "@/app/shortcuts";
import { Button } from "@/components/Button";
import { ErrorBanner } from "@/components/ErrorBanner";
import { Hint } from "@/components/Hint";
import { Kbd } from "@/components/Kbd";
import { Modal, ModalActions } from "@/components/Modal";
import { ErrorState, SkeletonRows } from "@/components/states";
import { When } from "@/components/When";
import { ProfileColumns } from "./ProfileColumns";

interface ProfileTextProps {
  info: ProfileInfo;
  mayChange: boolean;
}

/** One profile as the data file that it is: to read, to edit where it is one's own, to hand on. */
export function ProfileText({ info, mayChange }: ProfileTextProps) {
  const detail = useCommand("profile_show", { id: info.id });
  const write = useAction("profile_write");
  const remove = useAction("profile_remove");
  const hand = useAction("profile_export");
  const [draft, setDraft] = useState<string | null>(null);
  const [asText, setAsText] = useState(false);
  const [asking, setAsking] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const own = mayChange && info.origin !== "shipped";
  const text = draft ?? detail.data?.text ?? "";
  const edit = () => {
    setDraft(detail.data?.text ?? "");
    requestAnimationFrame(() => field.current?.focus());
  };
  const keep = async () => {
    if (draft === null || write.isPending) return;
    if (await write.mutateAsync({ text: draft }).catch(() => null)) setDraft(null);
  };
  const exportIt = async () => {
    const path = await chooseTarget("Save the source profile", `${info.id}.json`).catch(() => null);
    if (path) hand.mutate({ id: info.id, path });
  };
  useShortcuts("screen", {
    ...(own && draft === null && { edit }),
    ...(draft === null && { profileText: () => setAsText((now) => !now) }),
    ...(draft !== null && { apply: () => void keep() }),
  });
  if (detail.isPending) return <SkeletonRows label="Loading the profile" />;
  if (detail.isError) {
    return (
      <ErrorState
        error={detail.error}
        what="This profile could not be read"
        onRetry={() => void detail.refetch()}
      />
    );
  }
  return (
    <div className="flex min-w-0 flex-1 flex-col" data-testid="profile-detail">
      <header className="flex items-center gap-2 border-b border-line px-5 py-2.5">
        <div className="min-w-0 flex-1">
          <h2 className="truncate text-lg font-semibold tracking-tight">{info.title}</h2>
          <p className="truncate text-sm text-faint">
            <span data-selectable>{info.id}</span>
            {info.saved_at ? (
              <>
                {" "}
                · saved <When at={info.saved_at} /> by {info.saved_by?.id}
              </>
            ) : (
              " · came with Velocity, to read and hand on"
            )}
          </p>
        </div>
        {draft === null ? (
          <>
            <Hint
              text={asText ? "What it reads, column by column" : "The data file itself"}
              action="profileText"
            >
              <Button
                size="small"
                aria-pressed={asText}
                data-testid="profile-as-text"
                onClick={() => setAsText(!asText)}
              >
                {asText ? (
                  <Rows3 className="size-3.5" aria-hidden="true" />
                ) : (
                  <Braces className="size-3.5" aria-hidden="true" />
                )}
                {asText ? "Columns" : "Text"}
                <Kbd action="profileText" />
              </Button>
            </Hint>
            <Button size="small" data-testid="profile-export" onClick={() => void exportIt()}>
              <Download className="size-3.5" aria-hidden="true" />
              Export…
            </Button>
            {own && (
              <>
                <Hint text="Edit the text" action="edit">
                  <Button size="small" data-testid="profile-edit" onClick={edit}>
                    <Pencil className="size-3.5" aria-hidden="true" />
                    Edit
                  </Button>
                </Hint>
                <Button
                  size="small"
                  look="quiet"
                  data-testid="profile-remove"
                  onClick={() => setAsking(true)}
                >
                  <Trash2 className="size-3.5" aria-hidden="true" />
                  Remove
                </Button>
              </>
            )}
          </>
        ) : (
          <>
            <Button size="small" look="quiet" data-testid="profile-discard" onClick={() => setDraft(null)}>
              Discard
            </Button>
            <Button
              size="small"
              look="primary"
              data-testid="profile-keep"
              disabled={write.isPending}
              onClick={() => void keep()}
            >
              Keep the text
              <Kbd
                action="apply"
                className="[&_kbd]:border-on-accent/40 [&_kbd]:bg-transparent [&_kbd]:text-on-accent"
              />
            </Button>
          </>
        )}
      </header>
      {(write.isError || hand.isError || remove.isError) && (
        <div className="px-5 py-3">
          {[write, hand, remove].map(
            ({ error }) =>
              error && <ErrorBanner key={error.message} error={error} testId="profile-refused" />,
          )}
        </div>
      )}
      {draft === null && !asText ? (
        <ProfileColumns text={text} />
      ) : (
        <textarea
          ref={field}
          aria-label={`Text of ${info.title}`}
          data-testid="profile-text"
          readOnly={draft === null}
          spellCheck={false}
          value={text}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            event.preventDefault();
            event.currentTarget.blur();
            document.querySelector<HTMLElement>("[role='grid']")?.focus();
          }}
          className="min-h-0 flex-1 resize-none bg-transparent px-5 py-3 font-mono text-sm leading-5 outline-offset-[-2px] read-only:text-muted"
        />
      )}
      <Modal
        question
        open={asking}
        onOpenChange={setAsking}
        title={`Remove the profile ${info.title}?`}
        about={
          info.used > 0
            ? `${plural(info.used, "import")} rest on it and keep the mapping that they have. New files are no longer compared with it.`
            : "New files are no longer compared with it."
        }
        testId="profile-remove-dialog"
      >
        <ModalActions>
          <Button onClick={() => setAsking(false)}>Keep it</Button>
          <Button
            look="danger"
            data-testid="profile-remove-confirm"
            onClick={() => {
              setAsking(false);
              remove.mutate({ id: info.id });
            }}
          >
            Remove the profile
          </Button>
        </ModalActions>
      </Modal>
    </div>
  );
}
