import { Menu } from "@base-ui/react/menu";
import { Check, ChevronsUpDown, FolderOpen, LogOut, Plus } from "lucide-react";
import type { ReactNode } from "react";
import type { AppStatus, WorkspaceInfo } from "@/api/generated/contracts";
import { cx } from "@/components/cx";
import { DemoMark } from "./DemoMark";
import { useWorkspaces } from "./useWorkspaces";

interface WorkspaceMenuProps {
  status: AppStatus;
  workspace: WorkspaceInfo;
  narrow: boolean;
  onCreate: () => void;
}

export function WorkspaceMenu({ status, workspace, narrow, onCreate }: WorkspaceMenuProps) {
  const workspaces = useWorkspaces();
  const others = status.recent.filter(({ path, exists }) => exists && path !== workspace.path);
  return (
    <Menu.Root>
      <Menu.Trigger
        data-testid="workspace-menu"
        aria-label={narrow ? `Workspace ${workspace.name}${workspace.demo ? ", demo" : ""}` : undefined}
        className={cx(
          "control flex h-9 w-full min-w-0 items-center gap-2 rounded-md hover:bg-hover data-popup-open:bg-pressed",
          narrow ? "justify-center" : "px-1.5",
        )}
      >
        <span
          aria-hidden="true"
          className="relative inline-flex size-6 shrink-0 items-center justify-center rounded-md bg-accent text-sm font-semibold text-on-accent"
        >
          {workspace.name.charAt(0).toUpperCase() || "V"}
          {narrow && workspace.demo && <DemoMark className="absolute -bottom-2.5" />}
        </span>
        {!narrow && (
          <>
            <span className="min-w-0 flex-1 truncate text-left font-semibold">{workspace.name}</span>
            {workspace.demo && <DemoMark />}
            <ChevronsUpDown className="size-3.5 shrink-0 text-faint" aria-hidden="true" />
          </>
        )}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="start" className="z-50">
          <Menu.Popup data-overlay className="popup w-68 p-1 outline-none">
            <Item
              testId="workspace-current"
              hint={workspace.path}
              demo={workspace.demo}
              icon={<Check className="size-4" />}
            >
              {workspace.name}
            </Item>
            {others.map((other) => (
              <Item
                key={other.path}
                hint={other.path}
                demo={other.demo}
                testId="workspace-recent"
                onClick={() => workspaces.open(other.path)}
              >
                {other.name}
              </Item>
            ))}
            <Menu.Separator className="-mx-1 my-1 h-px bg-line" />
            {status.permissions.includes("create_workspace") && (
              <Item testId="workspace-create" icon={<Plus className="size-4" />} onClick={onCreate}>
                Create a workspace…
              </Item>
            )}
            <Item
              testId="workspace-open"
              icon={<FolderOpen className="size-4" />}
              onClick={() => void workspaces.openFolder()}
            >
              Open a workspace folder…
            </Item>
            <Item testId="workspace-close" icon={<LogOut className="size-4" />} onClick={workspaces.close}>
              Close this workspace
            </Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

interface ItemProps {
  children: ReactNode;
  icon?: ReactNode;
  hint?: string;
  demo?: boolean;
  testId: string;
  onClick?: () => void;
}

function Item({ children, icon, hint, demo, testId, onClick }: ItemProps) {
  return (
    <Menu.Item
      data-testid={testId}
      onClick={onClick}
      className="flex items-center gap-2 rounded-sm px-2 py-1.5 outline-none data-highlighted:bg-pressed"
    >
      <span className="inline-flex size-4 shrink-0 items-center justify-center text-faint" aria-hidden="true">
        {icon}
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate">{children}</span>
        {hint && (
          <span className="block truncate text-sm text-faint" title={hint}>
            {hint}
          </span>
        )}
      </span>
      {demo && <DemoMark />}
    </Menu.Item>
  );
}
