import { Menu } from "@base-ui/react/menu";
import { House, ListTodo, Plus, Tags, Target, TrendingUp, UserPlus, UsersRound } from "lucide-react";
import type { ReactNode } from "react";
import type { RecordPanel } from "@/api/generated/contracts";
import { useShortcuts } from "@/app/shortcuts";
import { Kbd } from "@/components/Kbd";
import { useWork } from "./work";

const ITEM = "flex h-8 items-center gap-2 rounded-sm px-2 outline-none data-highlighted:bg-pressed";

function openMenu(): void {
  const trigger = document.querySelector<HTMLElement>("[data-testid='add-menu']");
  trigger?.focus();
  trigger?.click();
}

/** Everything that can be written down around a client beside calls and notes. */
export function AddMenu({ client }: { client: RecordPanel }) {
  const work = useWork();
  useShortcuts("screen", work ? { addRecord: openMenu } : {});
  if (!work) return null;
  const item = (id: string, icon: ReactNode, words: string, run: () => void) => (
    <Menu.Item className={ITEM} data-testid={`add-${id}`} onClick={run}>
      <span className="text-faint [&_svg]:size-3.5" aria-hidden="true">
        {icon}
      </span>
      {words}
    </Menu.Item>
  );
  return (
    <Menu.Root>
      <Menu.Trigger
        data-testid="add-menu"
        className="control inline-flex h-8 items-center gap-1.5 rounded-md border border-line-strong bg-surface px-3 font-medium hover:bg-hover data-popup-open:bg-pressed"
      >
        <Plus className="size-3.5" aria-hidden="true" />
        Add
        <Kbd action="addRecord" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner align="start" sideOffset={4} className="z-50">
          <Menu.Popup data-overlay className="popup min-w-56 p-1 outline-none">
            {item("opportunity", <TrendingUp />, "Opportunity…", () => work.write("opportunity"))}
            {item("requirement", <Target />, "What they look for…", () => work.write("requirement"))}
            {item("interest", <House />, "Property interest…", () => work.write("interest"))}
            {item("task", <ListTodo />, "Task with a reminder…", () => work.write("task"))}
            {item("household", <UsersRound />, "Household or adviser…", () => work.write("household"))}
            {item("link", <UserPlus />, "Link to somebody…", work.relate)}
            {item("person", <Tags />, "Owner, status and tags…", () => work.write("person", client))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
