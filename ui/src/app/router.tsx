import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  type RouterHistory,
  redirect,
} from "@tanstack/react-router";
import type {
  ColumnStatus,
  EntityType,
  Filter,
  ReviewAge,
  Risk,
  SortKey,
  ViewColumn,
} from "@/api/generated/contracts";
import { EntityScreen } from "@/features/accounts/EntityScreen";
import { CallScreen } from "@/features/calls/CallScreen";
import { Client360Screen } from "@/features/client360/Client360Screen";
import { ContactsScreen } from "@/features/contacts/ContactsScreen";
import { ImportsScreen } from "@/features/imports/ImportsScreen";
import { ProfilesScreen } from "@/features/imports/profiles/ProfilesScreen";
import { ReviewScreen } from "@/features/imports/review/ReviewScreen";
import {
  AccountsScreen,
  ActivityScreen,
  HouseholdsScreen,
  OpportunitiesScreen,
  PropertiesScreen,
  TasksScreen,
} from "@/features/lists/screens";
import { QueueScreen } from "@/features/review/QueueScreen";
import { TodayScreen } from "@/features/today/TodayScreen";
import { WorkScreen } from "@/features/work/WorkScreen";
import {
  type ListSearch,
  PANES,
  type ProfileSearch,
  type QueueSearch,
  type ReviewSearch,
  type WorkSearch,
} from "./addresses";
import { NotFound } from "./NotFound";
import { Root } from "./Root";
import { ENTITY_TYPES, FATES } from "./words";

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : typeof value === "number" ? String(value) : undefined;

const oneOf = <T extends string>(value: unknown, choices: readonly T[]): T | undefined =>
  choices.find((choice) => choice === value);

const whole = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);

/** Leaves out what is not set, so that addresses stay short. */
function present<T extends object>(search: T): T {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as T;
}

const shaped = <T,>(value: unknown): T | undefined =>
  typeof value === "object" && value !== null ? (value as T) : undefined;

/** Filters, sorts and columns are the core's to check: it says what does not fit, and the screen says it on. */
const listSearch = (raw: Record<string, unknown>): ListSearch =>
  present<ListSearch>({
    view: text(raw.view),
    filter: shaped<Filter>(raw.filter),
    sorts: Array.isArray(raw.sorts) ? (raw.sorts as SortKey[]) : undefined,
    cols: Array.isArray(raw.cols) ? (raw.cols as ViewColumn[]) : undefined,
    group: typeof raw.group === "string" ? raw.group : undefined,
    board: typeof raw.board === "boolean" ? raw.board : undefined,
    q: text(raw.q),
    archived: raw.archived === true ? true : undefined,
    sel: text(raw.sel),
    create: raw.create === true ? true : undefined,
  });

const STATUSES: readonly ColumnStatus[] = ["unresolved", "mapped", "ignored"];

const reviewSearch = (raw: Record<string, unknown>): ReviewSearch =>
  present<ReviewSearch>({
    pane: oneOf(raw.pane, PANES),
    fate: oneOf(raw.fate, FATES),
    status: oneOf(raw.status, STATUSES),
    row: whole(raw.row),
    column: whole(raw.column),
    sheet: raw.sheet === true ? true : undefined,
    problems: raw.problems === true ? true : undefined,
    sel: text(raw.sel),
  });

const RISKS: readonly Risk[] = ["low", "medium", "high"];
const AGES: readonly ReviewAge[] = ["day", "week", "older"];

const queueSearch = (raw: Record<string, unknown>): QueueSearch =>
  present<QueueSearch>({
    kind: text(raw.kind),
    source: text(raw.source),
    import: text(raw.import),
    risk: oneOf(raw.risk, RISKS),
    age: oneOf(raw.age, AGES),
    subject: oneOf(raw.subject, ENTITY_TYPES),
    about: text(raw.about),
    asked: raw.asked === true ? true : undefined,
    made: raw.made === true ? true : undefined,
    sel: text(raw.sel),
  });

const root = createRootRoute({ component: Root, notFoundComponent: NotFound });

const index = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/today", replace: true });
  },
});

const today = createRoute({ getParentRoute: () => root, path: "/today", component: TodayScreen });

const calls = createRoute({ getParentRoute: () => root, path: "/calls", component: CallScreen });

const contacts = createRoute({
  getParentRoute: () => root,
  path: "/contacts",
  validateSearch: listSearch,
  component: ContactsScreen,
});

const accounts = createRoute({
  getParentRoute: () => root,
  path: "/accounts",
  validateSearch: listSearch,
  component: AccountsScreen,
});

const households = createRoute({
  getParentRoute: () => root,
  path: "/households",
  validateSearch: listSearch,
  component: HouseholdsScreen,
});

const opportunities = createRoute({
  getParentRoute: () => root,
  path: "/opportunities",
  validateSearch: listSearch,
  component: OpportunitiesScreen,
});

const tasks = createRoute({
  getParentRoute: () => root,
  path: "/tasks",
  validateSearch: listSearch,
  component: TasksScreen,
});

const activity = createRoute({
  getParentRoute: () => root,
  path: "/activity",
  validateSearch: listSearch,
  component: ActivityScreen,
});

const properties = createRoute({
  getParentRoute: () => root,
  path: "/properties",
  validateSearch: listSearch,
  component: PropertiesScreen,
});

const person = createRoute({
  getParentRoute: () => root,
  path: "/people/$id",
  component: Client360Screen,
});

const entity = createRoute({
  getParentRoute: () => root,
  path: "/records/$entity/$id",
  parseParams: (raw) => ({ id: raw.id, entity: raw.entity as EntityType }),
  component: EntityScreen,
});

const imports = createRoute({ getParentRoute: () => root, path: "/imports", component: ImportsScreen });

const review = createRoute({
  getParentRoute: () => root,
  path: "/imports/$id",
  validateSearch: reviewSearch,
  component: ReviewScreen,
});

const queue = createRoute({
  getParentRoute: () => root,
  path: "/review",
  validateSearch: queueSearch,
  component: QueueScreen,
});

const profiles = createRoute({
  getParentRoute: () => root,
  path: "/profiles",
  validateSearch: (raw: Record<string, unknown>): ProfileSearch =>
    present<ProfileSearch>({ sel: text(raw.sel) }),
  component: ProfilesScreen,
});

const work = createRoute({
  getParentRoute: () => root,
  path: "/jobs",
  validateSearch: (raw: Record<string, unknown>): WorkSearch => present<WorkSearch>({ sel: text(raw.sel) }),
  component: WorkScreen,
});

const routeTree = root.addChildren([
  index,
  today,
  calls,
  contacts,
  accounts,
  households,
  opportunities,
  tasks,
  activity,
  properties,
  person,
  entity,
  imports,
  review,
  profiles,
  queue,
  work,
]);

export function createAppRouter(history: RouterHistory = createHashHistory()) {
  return createRouter({ routeTree, history, defaultPreload: false, scrollRestoration: false });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
