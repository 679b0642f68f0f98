// One record out of the lists, or back in them: from the menu of its page, from the palette; `z` takes either back.
import { Menu } from "@base-ui/react/menu";
import { Archive, ArchiveRestore, Ellipsis } from "lucide-react";
import type { EntityRef } from "@/api/generated/contracts";
import { useAction } from "@/api/queries";
import { useRights } from "@/app/rights";
import { useShortcuts } from "@/app/shortcuts";
import { entityName } from "@/app/words";
import { useWritten } from "@/app/written";
import { Button } from "@/components/Button";
import { Chip } from "@/components/Chip";

interface Archived {
  of: EntityRef;
  title: string;
  archived: boolean;
}

function useArchiving({ of: { entity, id }, title, archived }: Archived) {
  const { may } = useRights();
  const { note, refuse } = useWritten();
  const archive = useAction("record_archive");
  const restore = useAction("record_restore");
  const busy = archive.isPending || restore.isPending;
  const allowed = may("archive_records");
  const run = () => {
    if (busy) return;
    const { mutate } = archived ? restore : archive;
    mutate(
      { entity, id },
      {
        onSuccess: (result) =>
          note(archived ? `${title} is in the lists again` : `${title} archived`, result),
        onError: refuse,
      },
    );
  };
  return { allowed, busy, run };
}

/** Says that a record is archived, with the way back for whoever may. */
export function ArchivedMark(props: Archived) {
  const { allowed, busy, run } = useArchiving(props);
  const offered = props.archived && allowed;
  useShortcuts("screen", offered ? { restoreRecord: run } : {});
  if (!props.archived) return null;
  return (
    <>
      <Chip tone="warn" data-testid="archived" title="It is in no list, and nobody is reminded of it">
        Archived
      </Chip>
      {offered && (
        <Button size="small" data-testid="record-restore" disabled={busy} onClick={run}>
          <ArchiveRestore className="size-3" aria-hidden="true" />
          Bring back
        </Button>
      )}
    </>
  );
}

/** What is done with a record as a whole, now and then. */
export function RecordMenu(props: Archived) {
  const { allowed, busy, run } = useArchiving(props);
  const offered = allowed && !props.archived;
  useShortcuts("screen", offered ? { archiveRecord: run } : {});
  if (!offered) return null;
  return (
    <Menu.Root>
      <Menu.Trigger
        aria-label={`More about ${props.title}`}
        title="More: archive"
        data-testid="record-menu"
        className="control inline-flex size-8 shrink-0 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-ink data-popup-open:bg-pressed"
      >
        <Ellipsis className="size-4" aria-hidden="true" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner align="end" sideOffset={4} className="z-50">
          <Menu.Popup data-overlay className="popup min-w-48 p-1 outline-none">
            <Menu.Item
              className="flex h-8 items-center gap-2 rounded-sm px-2 outline-none data-highlighted:bg-pressed"
              data-testid="record-archive"
              disabled={busy}
              onClick={run}
            >
              <Archive className="size-3.5 text-faint" aria-hidden="true" />
              Archive the {entityName(props.of.entity)}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
