import { useNavigate } from "@tanstack/react-router";
import { Command } from "cmdk";
import { UserPlus } from "lucide-react";
import { type ClipboardEvent, useEffect, useState } from "react";
import type { AppStatus } from "@/api/generated/contracts";
import { useCommand } from "@/api/queries";
import { placeOf } from "@/app/places";
import { useRights } from "@/app/rights";
import { Kbd } from "@/components/Kbd";
import { Modal } from "@/components/Modal";
import { Hit } from "./Hit";
import { PastedPane } from "./PastedPane";
import { isContact, isMaterial } from "./pasting";
import { type PaletteCommand, usePaletteCommands } from "./usePaletteCommands";

interface PaletteProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  status: AppStatus;
  onMap: () => void;
  onCreate: () => void;
}

export function Palette(props: PaletteProps) {
  return (
    <Modal
      open={props.open}
      onOpenChange={props.onOpenChange}
      title="Find anything, run any command"
      hideTitle
      className="w-152 overflow-hidden"
      testId="palette"
    >
      <PaletteOrPasted {...props} />
    </Modal>
  );
}

function PaletteOrPasted(props: PaletteProps) {
  const [pasted, setPasted] = useState<string | null>(null);
  return pasted === null ? (
    <PaletteBody {...props} onPasted={setPasted} />
  ) : (
    <PastedPane text={pasted} onBack={() => setPasted(null)} onClose={() => props.onOpenChange(false)} />
  );
}

/** What is longer is cut off in a field of the palette, and refused by the core with the way out. */
const LONGEST = 20_001;
const PAUSE_MS = 60;
const ROW = "flex min-h-9 items-center gap-2.5 rounded-md px-2.5 py-1 data-[selected=true]:bg-selected";
const GROUP =
  "px-1.5 pb-1.5 [&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-sm [&_[cmdk-group-heading]]:text-faint";

interface PaletteBodyProps extends PaletteProps {
  onPasted: (text: string) => void;
}

function PaletteBody({ onOpenChange, status, onMap, onCreate, onPasted }: PaletteBodyProps) {
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const [asked, setAsked] = useState("");
  const commands = usePaletteCommands({ status, onMap, onCreate });
  const { may, maySearch } = useRights();
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim().slice(0, 200)), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const found = useCommand("search", { text: asked, limit: 8 }, { enabled: maySearch && asked.length >= 2 });
  const hits = text.trim().length >= 2 ? (found.data?.hits ?? []) : [];
  // A number or an address that nobody has can become somebody.
  const contact = maySearch && may("edit_records") && isContact(asked);
  const read = useCommand("paste_read", { text: asked }, { enabled: contact });
  const draft = contact && text.trim() === asked ? read.data?.drafts[0] : undefined;
  const fresh = draft && draft.found.length === 0 ? draft : undefined;
  const paste = (event: ClipboardEvent) => {
    const material = event.clipboardData.getData("text/plain").slice(0, LONGEST);
    if (!maySearch || !isMaterial(material)) return;
    event.preventDefault();
    onPasted(material);
  };
  const shown = matching(commands, text);

  // The cursor stands on the best answer until a person moves it, also when answers arrive after the commands.
  const first = hits[0] ? `hit-${hits[0].id}` : fresh ? "pasted" : shown[0]?.id;
  const [cursor, setCursor] = useState("");
  useEffect(() => setCursor(first ?? ""), [first]);

  const run = (act: () => void) => {
    onOpenChange(false);
    act();
  };
  return (
    <Command
      shouldFilter={false}
      loop
      value={cursor}
      onValueChange={setCursor}
      label="Find anything, run any command"
    >
      <Command.Input
        data-testid="palette-input"
        value={text}
        onValueChange={setText}
        onPaste={paste}
        maxLength={200}
        placeholder={
          maySearch ? "A name, part of a number, what was said, a command; or paste a signature" : "A command"
        }
        className="h-12 w-full border-b border-line bg-transparent px-4 text-read outline-none placeholder:text-faint"
      />
      <Command.List className="max-h-[52vh] overflow-y-auto py-1">
        {hits.length > 0 && (
          <Command.Group heading="Records" className={GROUP}>
            {hits.map((hit) => (
              <Command.Item
                key={hit.id}
                value={`hit-${hit.id}`}
                data-testid="palette-hit"
                onSelect={() => run(() => void navigate(placeOf(hit.about?.entity ?? hit)))}
                className={ROW}
              >
                <Hit hit={hit} />
              </Command.Item>
            ))}
          </Command.Group>
        )}
        {fresh && (
          <Command.Group heading="Not in your records" className={GROUP}>
            <Command.Item
              value="pasted"
              data-testid="palette-fresh"
              onSelect={() => onPasted(asked)}
              className={ROW}
            >
              <span className="inline-flex size-5 shrink-0 items-center justify-center text-faint">
                <UserPlus className="size-4" strokeWidth={1.75} aria-hidden="true" />
              </span>
              <span className="min-w-0 flex-1 truncate">New contact with {asked}…</span>
            </Command.Item>
          </Command.Group>
        )}
        {shown.length > 0 && (
          <Command.Group heading="Commands" className={GROUP}>
            {shown.map((command) => (
              <Command.Item
                key={command.id}
                value={command.id}
                data-testid={`palette-${command.id}`}
                onSelect={() => run(command.run)}
                className={ROW}
              >
                <span className="inline-flex size-5 shrink-0 items-center justify-center text-faint">
                  <command.icon className="size-4" strokeWidth={1.75} aria-hidden="true" />
                </span>
                <span className="min-w-0 flex-1 truncate">{command.title}</span>
                {command.action && <Kbd action={command.action} />}
              </Command.Item>
            ))}
          </Command.Group>
        )}
        {found.isError && (
          <p role="alert" className="px-4 py-2 text-risk">
            {found.error.message}
          </p>
        )}
        {/* A list box holds options: what it says when there is none is one that can't be chosen. */}
        {hits.length === 0 && shown.length === 0 && !fresh && !found.isFetching && (
          <Command.Item disabled value="nothing" className="px-4 py-6 text-center text-muted">
            {maySearch
              ? `Nothing matches “${text.trim()}”. Try part of a name, the last digits of a phone, or a word that was said.`
              : "Your role looks through the lists: words would find what it sees masked."}
          </Command.Item>
        )}
      </Command.List>
    </Command>
  );
}

/** Commands whose words all begin something in the title. */
function matching(commands: readonly PaletteCommand[], text: string): readonly PaletteCommand[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return commands.filter(({ title, more = "" }) => {
    const hay = ` ${title} ${more}`.toLowerCase();
    return words.every((word) => hay.includes(` ${word}`));
  });
}
