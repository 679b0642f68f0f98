import { useNavigate } from "@tanstack/react-router";
import {
  Activity,
  ArrowRightLeft,
  BookMarked,
  Building2,
  CalendarCheck2,
  CornerDownLeft,
  FolderOpen,
  Handshake,
  History,
  House,
  Import,
  Keyboard,
  KeyRound,
  ListTodo,
  LogOut,
  type LucideIcon,
  MessagesSquare,
  Monitor,
  PanelLeft,
  PhoneCall,
  Plus,
  Route,
  Rows3,
  Scale,
  SunMoon,
  UserPlus,
  UsersRound,
} from "lucide-react";
import { useState } from "react";
import { offers } from "@/api/client";
import type { AppStatus } from "@/api/generated/contracts";
import type { ListPath } from "@/app/addresses";
import { type ActionId, KEYMAP } from "@/app/keymap";
import { setPreferences, toggleTheme, usePreferences } from "@/app/preferences";
import { useRights } from "@/app/rights";
import { actionsHere } from "@/app/shortcuts";
import { useIntake } from "@/features/imports/intake";
import { useTour } from "@/features/tour/useTour";
import { useWorkspaces } from "@/features/workspace/useWorkspaces";

export interface PaletteCommand {
  id: string;
  title: string;
  /** Other words that people type for it. */
  more?: string;
  icon: LucideIcon;
  action?: ActionId;
  run: () => void;
}

/** What is made by hand from its list. */
const NEW = [
  { id: "new-contact", title: "New contact…", more: "create person add", icon: UserPlus, to: "/contacts" },
  {
    id: "new-account",
    title: "New account…",
    more: "create company add",
    icon: Building2,
    to: "/accounts",
  },
  {
    id: "new-opportunity",
    title: "New opportunity…",
    more: "create deal add",
    icon: Handshake,
    to: "/opportunities",
  },
  { id: "new-task", title: "New task…", more: "create to do reminder add", icon: ListTodo, to: "/tasks" },
] as const;

interface Needs {
  status: AppStatus;
  onMap: () => void;
  onCreate: () => void;
}

export function usePaletteCommands({ status, onMap, onCreate }: Needs): PaletteCommand[] {
  const navigate = useNavigate();
  const intake = useIntake();
  const workspaces = useWorkspaces();
  const { density, narrowSide } = usePreferences();
  const dense = density === "dense";
  const others = status.recent.filter(({ path, exists }) => exists && path !== status.workspace?.path);
  const { may } = useRights();
  const go = (to: "/today" | ListPath | "/imports" | "/review" | "/jobs") => () => void navigate({ to });
  const profiles: PaletteCommand = {
    id: "go-profiles",
    title: "Go to Source profiles",
    more: "mapping systems",
    icon: BookMarked,
    action: "goProfiles",
    run: () => {
      void navigate({ to: "/profiles" });
    },
  };
  const [here] = useState(actionsHere);
  const tour = useTour(status.workspace);
  const workflow: PaletteCommand[] = [
    ...(offers("profile_list") ? [profiles] : []),
    {
      id: "go-imports",
      title: "Go to Imports",
      more: "files",
      icon: Import,
      action: "goImports",
      run: go("/imports"),
    },
    {
      id: "go-review",
      title: "Go to Review",
      more: "queue merges decide proposals",
      icon: Scale,
      action: "goReview",
      run: go("/review"),
    },
    {
      id: "decisions-made",
      title: "My decisions",
      more: "review history undo",
      icon: History,
      run: () => void navigate({ to: "/review", search: { made: true } }),
    },
    {
      id: "go-work",
      title: "Go to Work",
      more: "missions jobs progress resume stop",
      icon: Activity,
      action: "goWork",
      run: go("/jobs"),
    },
  ];
  return [
    {
      id: "go-today",
      title: "Go to Today",
      more: "start home call tasks due",
      icon: CalendarCheck2,
      action: "goToday",
      run: go("/today"),
    },
    {
      id: "go-contacts",
      title: "Go to Contacts",
      more: "people clients",
      icon: UsersRound,
      action: "goContacts",
      run: go("/contacts"),
    },
    {
      id: "go-accounts",
      title: "Go to Accounts",
      more: "companies",
      icon: Building2,
      action: "goAccounts",
      run: go("/accounts"),
    },
    {
      id: "go-households",
      title: "Go to Households",
      more: "families spouse",
      icon: House,
      action: "goHouseholds",
      run: go("/households"),
    },
    {
      id: "go-opportunities",
      title: "Go to Opportunities",
      more: "deals pipeline board stages",
      icon: Handshake,
      action: "goOpportunities",
      run: go("/opportunities"),
    },
    {
      id: "go-tasks",
      title: "Go to Tasks",
      more: "to do reminders overdue",
      icon: ListTodo,
      action: "goTasks",
      run: go("/tasks"),
    },
    {
      id: "go-activity",
      title: "Go to Activity",
      more: "calls messages visits notes",
      icon: MessagesSquare,
      action: "goActivity",
      run: go("/activity"),
    },
    {
      id: "go-properties",
      title: "Go to Properties",
      more: "interests flats units",
      icon: KeyRound,
      action: "goProperties",
      run: go("/properties"),
    },
    {
      id: "go-calls",
      title: "Go on with the calls",
      more: "round telephone dial",
      icon: PhoneCall,
      run: () => void navigate({ to: "/calls" }),
    },
    ...(may("read_workflow") ? workflow : []),
    ...(may("edit_records")
      ? [
          ...NEW.map(({ to, ...command }) => ({
            ...command,
            run: () => void navigate({ to, search: { create: true } }),
          })),
          // What is always somebody's is written down where they are.
          {
            id: "new-beside",
            title: "New household, requirement or property interest: in the client’s dossier",
            more: "create add",
            icon: House,
            run: go("/contacts"),
          },
        ]
      : []),
    ...(intake.allowed
      ? [
          {
            id: "import-file",
            title: "Import a file…",
            more: "csv bring in upload",
            icon: Import,
            action: "importFile" as const,
            run: intake.choose,
          },
        ]
      : []),
    {
      id: "theme",
      title: "Switch between light and dark",
      more: "theme",
      icon: SunMoon,
      action: "toggleTheme",
      run: toggleTheme,
    },
    {
      id: "theme-system",
      title: "Follow the system's theme",
      more: "light dark",
      icon: Monitor,
      run: () => setPreferences({ theme: "system" }),
    },
    {
      id: "density",
      title: dense ? "Use comfortable rows" : "Use dense rows",
      more: "density height",
      icon: Rows3,
      run: () => setPreferences({ density: dense ? "comfortable" : "dense" }),
    },
    {
      id: "side",
      title: narrowSide ? "Unfold the side bar" : "Fold the side bar",
      more: "sidebar collapse",
      icon: PanelLeft,
      action: "toggleSide",
      run: () => setPreferences({ narrowSide: !narrowSide }),
    },
    ...(tour
      ? [
          {
            id: "tour",
            title: "Five-minute tour of the demo",
            more: "guide help begin resume",
            icon: Route,
            action: "tourStart" as const,
            run: tour.start,
          },
        ]
      : []),
    { id: "map", title: "Keyboard shortcuts", more: "help keys", icon: Keyboard, action: "help", run: onMap },
    ...here.map(({ id, run }) => ({
      id: `here-${id}`,
      title: KEYMAP[id].label,
      more: KEYMAP[id].group,
      icon: CornerDownLeft,
      action: id,
      run,
    })),
    ...others.map((workspace) => ({
      id: `switch-${workspace.path}`,
      title: `Switch to ${workspace.name}${workspace.demo ? " (demo)" : ""}`,
      more: "workspace open",
      icon: ArrowRightLeft,
      run: () => workspaces.open(workspace.path),
    })),
    ...(may("create_workspace")
      ? [
          {
            id: "workspace-create",
            title: "Create a workspace…",
            more: "new",
            icon: Plus,
            run: onCreate,
          },
        ]
      : []),
    {
      id: "workspace-open",
      title: "Open a workspace folder…",
      more: "switch",
      icon: FolderOpen,
      run: () => void workspaces.openFolder(),
    },
    {
      id: "workspace-close",
      title: "Close this workspace",
      more: "exit",
      icon: LogOut,
      run: workspaces.close,
    },
  ];
}
