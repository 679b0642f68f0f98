// Builders of lists' answers; tests name only what they are about.
import type {
  FieldKind,
  FilterRead,
  ListField,
  ListFields,
  RecordRow,
  RecordsPage,
  SavedView,
} from "@/api/generated/contracts";

export const listField = (name: string, more: Partial<ListField> = {}): ListField => ({
  name,
  title: name.charAt(0).toUpperCase() + name.slice(1).replaceAll("_", " "),
  kind: "text",
  many: false,
  computed: false,
  operators: ["is", "contains"],
  sortable: true,
  groupable: false,
  edits: name,
  visibility: "full",
  words: [],
  ...more,
});

const of = (kind: FieldKind, more: Partial<ListField> = {}): Partial<ListField> => ({ kind, ...more });

/** Fields, columns and order of a list of contacts. */
export const listFields = (more: Partial<ListFields> = {}): ListFields => ({
  fields: [
    listField("name", { edits: "full_name" }),
    listField("company_name", { title: "Company" }),
    listField("phone", of("phone", { many: true, sortable: false })),
    listField("lead_status", of("choice", { title: "Lead status", groupable: true })),
    listField("owner", { groupable: true }),
    listField("amount", of("money")),
    listField("stage", of("choice", { groupable: true })),
    listField("last_activity_at", of("date_time", { title: "Last activity" })),
    listField("open_tasks", of("number", { title: "Open tasks", computed: true, edits: null })),
  ],
  columns: ["name", "phone", "lead_status", "owner", "last_activity_at", "open_tasks"],
  sorts: [{ field: "name", descending: false }],
  ...more,
});

export const recordRow = (id: string, title: string, cells: unknown[] = []): RecordRow => ({
  id,
  version: 1,
  title,
  cells,
});

export const recordsPage = (rows: RecordRow[], more: Partial<RecordsPage> = {}): RecordsPage => ({
  columns: listFields().columns,
  rows,
  next_cursor: null,
  total: rows.length,
  first: 0,
  ...more,
});

export const filterRead = (more: Partial<FilterRead> = {}): FilterRead => ({
  filter: { kind: "all", of: [] },
  sentence: "",
  parts: [],
  problem: null,
  completions: [],
  completes_from: 0,
  ...more,
});

export const savedView = (id: string, name: string, more: Partial<SavedView> = {}): SavedView => ({
  view_id: id,
  entity: "person",
  name,
  shipped: true,
  shared: false,
  owner: null,
  saved_at: null,
  sentence: "",
  ...more,
  // As the host writes what is not there.
  shape: {
    ...({ filter: null, group: null } as unknown as Partial<SavedView["shape"]>),
    sorts: [],
    columns: [],
    layout: "table",
    ...more.shape,
  },
});

export const listAnswers = {
  list_fields: () => listFields(),
  view_list: () => [],
  records_list: () => recordsPage([]),
  records_count: () => ({ total: 0 }),
  records_groups: () => ({ groups: [], more: false }),
  filter_read: () => filterRead(),
  field_values: () => [],
};
