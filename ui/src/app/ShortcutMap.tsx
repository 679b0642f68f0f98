import { type CommandName, offers } from "@/api/client";
import { Keys } from "@/components/Kbd";
import { Modal } from "@/components/Modal";
import { type ActionId, KEYMAP, type KeyEntry, type KeyGroup } from "./keymap";

const COLUMNS: readonly (readonly KeyGroup[])[] = [
  ["Anywhere", "Lists", "Source profiles", "Work", "Today"],
  ["Review queue", "Dossier", "Tour of the demo"],
  ["Import review", "Cells", "Pasted text"],
  ["List tools", "Calls", "After a call"],
];
const ENTRIES = (Object.entries(KEYMAP) as [ActionId, KeyEntry][]).filter(([, { keys }]) => keys.length > 0);
/** Keys of what the host may not offer: the map names them only where they do something. */
const NEEDS: Partial<Record<ActionId, CommandName>> = {
  readAgain: "import_read_again",
  headerHere: "import_read_again",
  saveProfile: "profile_save",
  goProfiles: "profile_list",
  rejects: "import_rejects",
};
const shown = (action: ActionId): boolean => {
  const command = NEEDS[action];
  return command === undefined || offers(command);
};

interface ShortcutMapProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function ShortcutMap({ open, onOpenChange }: ShortcutMapProps) {
  return (
    <Modal open={open} onOpenChange={onOpenChange} title="Keyboard" className="w-308" testId="shortcut-map">
      <section
        aria-label="Keys"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: in a low window it scrolls, and the keyboard has to reach that.
        tabIndex={0}
        className="mt-3 grid max-h-[74vh] grid-cols-4 gap-x-7 overflow-y-auto px-5 pb-9 outline-none [mask-image:linear-gradient(to_bottom,black_calc(100%-2.25rem),transparent)]"
      >
        {COLUMNS.map((column) => (
          <div key={column[0]} className="flex flex-col gap-4">
            {column.map((group) => (
              <section key={group} aria-label={group}>
                <h3 className="pb-1 text-sm font-medium text-faint">{group}</h3>
                <dl>
                  {ENTRIES.filter(([action, entry]) => entry.group === group && shown(action)).map(
                    ([action, { label, keys, range }]) => (
                      <div
                        key={action}
                        className="flex min-h-7 items-center justify-between gap-4 py-0.5 leading-4"
                      >
                        <dt className="text-muted">{label}</dt>
                        <dd className="flex items-center gap-1.5">
                          {range ? (
                            <span className="inline-flex items-center gap-1">
                              <span className="sr-only">{`${keys[0]} to ${keys.at(-1)}`}</span>
                              <Keys keys={keys[0] ?? ""} />
                              <span className="text-faint">…</span>
                              <Keys keys={(keys.at(-1) ?? "").split(" ").at(-1) ?? ""} />
                            </span>
                          ) : (
                            keys.map((alternative) => (
                              <span key={alternative}>
                                <span className="sr-only">{alternative}</span>
                                <Keys keys={alternative} />
                              </span>
                            ))
                          )}
                        </dd>
                      </div>
                    ),
                  )}
                </dl>
              </section>
            ))}
          </div>
        ))}
      </section>
    </Modal>
  );
}
