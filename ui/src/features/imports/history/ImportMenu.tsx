import { Menu } from "@base-ui/react/menu";
import { BookmarkPlus, Ellipsis, History, RotateCcw, Undo2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { offers } from "@/api/client";
import type { ImportId, ImportSummary } from "@/api/generated/contracts";
import { useRights } from "@/app/rights";
import { SaveProfileDialog } from "../profiles/SaveProfileDialog";
import { UndoDialog } from "../review/UndoDialog";
import { ReplayDialog } from "./ReplayDialog";
import { VersionsDialog } from "./VersionsDialog";

type Asked = "replay" | "versions" | "profile" | "undo" | null;

const ITEM = "flex h-8 items-center gap-2 rounded-sm px-2 outline-none data-highlighted:bg-pressed";

/** Opens the menu of an import that is on the page, as a click on it would. */
export function openImportMenu(id: ImportId): void {
  const trigger = document.querySelector<HTMLElement>(`[data-testid="import-menu"][data-import="${id}"]`);
  trigger?.focus();
  trigger?.click();
}

/** What can be done with an import whenever it was: replay, versions of its mapping, its mapping as a profile, undo. */
export function ImportMenu({ summary, small = false }: { summary: ImportSummary; small?: boolean }) {
  const [asked, setAsked] = useState<Asked>(null);
  const { may } = useRights();
  const { state } = summary;
  const close = (open: boolean) => !open && setAsked(null);
  const item = (what: Asked, icon: ReactNode, words: string) => (
    <Menu.Item className={ITEM} data-testid={`import-menu-${what}`} onClick={() => setAsked(what)}>
      <span className="text-faint [&_svg]:size-3.5" aria-hidden="true">
        {icon}
      </span>
      {words}
    </Menu.Item>
  );
  const any =
    offers("import_replay") ||
    offers("import_manifests") ||
    offers("profile_save") ||
    (may("undo") && state !== "undone");
  if (state === "staging" || !any) return null;
  return (
    <>
      <Menu.Root>
        <Menu.Trigger
          aria-label={`More about ${summary.file_name}`}
          title="More: replay, versions, profile, undo (.)"
          data-testid="import-menu"
          data-import={summary.import_id}
          onClick={(event) => event.stopPropagation()}
          className={`control inline-flex shrink-0 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-ink data-popup-open:bg-pressed ${small ? "size-6" : "size-8"}`}
        >
          <Ellipsis className="size-4" aria-hidden="true" />
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner align="end" sideOffset={4} className="z-50">
            <Menu.Popup
              data-overlay
              className="popup min-w-56 p-1 outline-none"
              onClick={(event) => event.stopPropagation()}
            >
              {offers("import_replay") && item("replay", <RotateCcw />, "Replay it and compare")}
              {offers("import_manifests") && item("versions", <History />, "Versions of its mapping")}
              {may("import_files") &&
                offers("profile_save") &&
                item("profile", <BookmarkPlus />, "Save as source profile…")}
              {may("undo") &&
                state !== "undone" &&
                item("undo", <Undo2 />, state === "proposed" ? "Put it aside…" : "Undo this import…")}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      <ReplayDialog open={asked === "replay"} onOpenChange={close} summary={summary} />
      <VersionsDialog open={asked === "versions"} onOpenChange={close} summary={summary} />
      <SaveProfileDialog open={asked === "profile"} onOpenChange={close} summary={summary} />
      <UndoDialog open={asked === "undo"} onOpenChange={close} summary={summary} />
    </>
  );
}
