import { Link, useLocation } from "@tanstack/react-router";
import {
  Activity,
  Building2,
  CalendarCheck2,
  Handshake,
  House,
  Import,
  Keyboard,
  KeyRound,
  ListTodo,
  Lock,
  type LucideIcon,
  MessagesSquare,
  Moon,
  PanelLeft,
  Scale,
  Search,
  Sun,
  UsersRound,
} from "lucide-react";
import type { AppStatus, WorkspaceInfo } from "@/api/generated/contracts";
import { Avatar } from "@/components/Avatar";
import { IconButton } from "@/components/Button";
import { cx } from "@/components/cx";
import { Hint } from "@/components/Hint";
import { Kbd } from "@/components/Kbd";
import { TourLink } from "@/features/tour/Tour";
import { WorkspaceMenu } from "@/features/workspace/WorkspaceMenu";
import type { ListPath } from "./addresses";
import { formatCount } from "./format";
import type { ActionId } from "./keymap";
import { isDark, setPreferences, toggleTheme, usePreferences } from "./preferences";
import { ROLE_WORDS, useRights } from "./rights";

interface NavItem {
  to: "/today" | ListPath | "/imports" | "/review" | "/jobs";
  /** Other addresses that belong to it. */
  covers: readonly string[];
  name: string;
  icon: LucideIcon;
  action: ActionId;
  count?: number | undefined;
  /** What the count waits for, where it waits: `for approval`. */
  waits?: string;
}

interface SidebarProps {
  status: AppStatus;
  workspace: WorkspaceInfo;
  onPalette: () => void;
  onMap: () => void;
  onCreate: () => void;
}

export function Sidebar({ status, workspace, onPalette, onMap, onCreate }: SidebarProps) {
  const preferences = usePreferences();
  const narrow = preferences.narrowSide;
  const dark = isDark(preferences);
  const { counts } = status;
  const seesWorkflow = useRights().may("read_workflow");
  const items: NavItem[] = [
    { to: "/today", covers: [], name: "Today", icon: CalendarCheck2, action: "goToday" },
    {
      to: "/contacts",
      covers: ["/people"],
      name: "Contacts",
      icon: UsersRound,
      action: "goContacts",
      count: counts?.people,
    },
    {
      to: "/accounts",
      covers: ["/records/account"],
      name: "Accounts",
      icon: Building2,
      action: "goAccounts",
      count: counts?.accounts,
    },
    {
      to: "/households",
      covers: ["/records/household"],
      name: "Households",
      icon: House,
      action: "goHouseholds",
    },
    {
      to: "/opportunities",
      covers: ["/records/opportunity"],
      name: "Opportunities",
      icon: Handshake,
      action: "goOpportunities",
    },
    { to: "/tasks", covers: ["/records/task"], name: "Tasks", icon: ListTodo, action: "goTasks" },
    {
      to: "/activity",
      covers: ["/records/interaction"],
      name: "Activity",
      icon: MessagesSquare,
      action: "goActivity",
    },
    {
      to: "/properties",
      covers: ["/records/interest"],
      name: "Properties",
      icon: KeyRound,
      action: "goProperties",
    },
  ];
  const workflow: NavItem[] = [
    {
      to: "/imports",
      covers: ["/profiles"],
      name: "Imports",
      icon: Import,
      action: "goImports",
      count: counts?.imports_waiting,
      waits: "for approval",
    },
    {
      to: "/review",
      covers: ["/review"],
      name: "Review",
      icon: Scale,
      action: "goReview",
      count: counts?.reviews_waiting,
      waits: "for a decision",
    },
  ];
  const work: NavItem = { to: "/jobs", covers: [], name: "Work", icon: Activity, action: "goWork" };
  return (
    <aside
      aria-label="Side bar"
      className="flex shrink-0 flex-col border-r border-line bg-side transition-[width] duration-(--quick)"
      style={{ width: narrow ? "var(--side-narrow)" : "var(--side-width)" }}
    >
      <div className="flex h-12 shrink-0 items-center px-2">
        <WorkspaceMenu status={status} workspace={workspace} narrow={narrow} onCreate={onCreate} />
      </div>
      <div className="px-2 pt-1 pb-2">
        <Hint text="Find anything, run any command" action="palette" side="right">
          <button
            type="button"
            data-testid="open-palette"
            aria-label={narrow ? "Find anything, run any command" : undefined}
            onClick={onPalette}
            className={cx(
              "control flex h-7.5 w-full items-center gap-2 rounded-md border border-line-strong bg-surface text-faint hover:text-ink",
              narrow ? "justify-center" : "px-2",
            )}
          >
            <Search className="size-3.5 shrink-0" aria-hidden="true" />
            {!narrow && (
              <>
                <span className="flex-1 text-left">Find…</span>
                <Kbd action="palette" />
              </>
            )}
          </button>
        </Hint>
      </div>
      <nav aria-label="Main" className="flex flex-1 flex-col gap-px px-2">
        {[...items, ...(seesWorkflow ? workflow : [])].map((item) => (
          <NavLink key={item.to} item={item} narrow={narrow} />
        ))}
        {seesWorkflow && (
          <div className="mt-auto pb-2">
            <NavLink item={work} narrow={narrow} />
          </div>
        )}
      </nav>
      {status.read_only && (
        <p
          data-testid="read-only"
          title="The disk of this workspace is read-only: everything can be looked at, nothing can be saved"
          className={cx(
            "flex items-center gap-2 border-t border-line py-2 text-warn",
            narrow ? "justify-center" : "px-3.5",
          )}
        >
          <Lock className="size-3.5 shrink-0" aria-hidden="true" />
          <span className={cx(narrow && "sr-only")}>Read-only disk</span>
        </p>
      )}
      <TourLink workspace={workspace} narrow={narrow} />
      <div className={cx("flex items-center border-t border-line p-2", narrow && "flex-col gap-1")}>
        <span
          className={cx("flex min-w-0 items-center gap-2", narrow ? "py-1" : "flex-1 pl-1")}
          title={status.role ? `${status.user}, ${ROLE_WORDS[status.role]}` : status.user}
        >
          <Avatar id={status.user} name={status.user} />
          {!narrow && (
            <span className="flex min-w-0 flex-col leading-4" data-testid="who">
              <span className="truncate text-muted">{status.user}</span>
              <span className="truncate text-xs text-faint" data-testid="role">
                {status.role ? ROLE_WORDS[status.role] : "No role"}
              </span>
            </span>
          )}
        </span>
        <IconButton
          label={dark ? "Switch to light" : "Switch to dark"}
          action="toggleTheme"
          data-testid="theme-toggle"
          onClick={toggleTheme}
        >
          {dark ? <Sun className="size-4" /> : <Moon className="size-4" />}
        </IconButton>
        <IconButton label="Keyboard shortcuts" action="help" data-testid="shortcuts-open" onClick={onMap}>
          <Keyboard className="size-4" />
        </IconButton>
        <IconButton
          label={narrow ? "Unfold the side bar" : "Fold the side bar"}
          action="toggleSide"
          aria-expanded={!narrow}
          data-testid="side-toggle"
          onClick={() => setPreferences({ narrowSide: !narrow })}
        >
          <PanelLeft className="size-4" />
        </IconButton>
      </div>
    </aside>
  );
}

function NavLink({ item, narrow }: { item: NavItem; narrow: boolean }) {
  const { icon: Icon, name, count, waits } = item;
  const here = useLocation({
    select: ({ pathname }) => [item.to, ...item.covers].some((place) => pathname.startsWith(place)),
  });
  // Unfolded, the link is named by what it shows: people who speak to their computer say what they see.
  const said = waits && count ? `${name}, ${count} waiting ${waits}` : name;
  return (
    <Hint text={name} action={item.action} side="right">
      <Link
        to={item.to}
        data-testid={`nav-${name.toLowerCase()}`}
        aria-label={narrow ? said : undefined}
        aria-current={here ? "page" : undefined}
        className={cx(
          "control flex h-8 items-center gap-2.5 rounded-md font-medium",
          narrow ? "justify-center" : "px-2",
          here ? "bg-pressed text-ink" : "text-muted hover:bg-hover hover:text-ink",
        )}
      >
        <span className="relative">
          <Icon className="size-4" strokeWidth={1.75} aria-hidden="true" />
          {narrow && waits && !!count && (
            <span className="absolute -top-1 -right-1 size-2 rounded-full border border-side bg-proposal" />
          )}
        </span>
        {!narrow && <span className="flex-1">{name}</span>}
        {!narrow && count !== undefined && !waits && (
          <span className="text-sm font-normal text-faint tabular-nums">{formatCount(count)}</span>
        )}
        {!narrow && waits && !!count && (
          <span
            data-testid={`${name.toLowerCase()}-waiting`}
            title={`${count} waiting ${waits}`}
            className="rounded-full border border-dashed border-proposal-line bg-proposal-soft px-1.5 text-xs font-semibold text-proposal"
          >
            {formatCount(count)}
            <span className="sr-only"> waiting {waits}</span>
          </span>
        )}
      </Link>
    </Hint>
  );
}
