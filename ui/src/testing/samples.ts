// Builders of plausible answers; tests name only what they are about.
import type {
  AppStatus,
  Client360View,
  ColumnMapping,
  Envelope,
  Explanation,
  Fact,
  FateCounts,
  FilePreview,
  ImportDetail,
  ImportRow,
  ImportSummary,
  MissionInfo,
  Permission,
  ReviewField,
  ReviewItem,
  ReviewSide,
} from "@/api/generated/contracts";

const AT = "2026-03-02T10:00:00Z";
const HUMAN = { kind: "human", id: "ritam" } as const;

export const envelope = (type: string): Envelope => ({
  artifact_id: "a-1",
  artifact_type: type,
  schema_version: "1.0.0",
  source_system: "csv",
  created_at: AT,
  created_by: HUMAN,
  confidence: null,
  provenance: [],
  lifecycle: { state: "proposed", entered_at: AT },
});

/** What an owner may. */
const PERMISSIONS: readonly Permission[] = [
  "read_records",
  "read_evidence",
  "read_workflow",
  "import_files",
  "approve_imports",
  "propose",
  "decide",
  "edit_records",
  "archive_records",
  "undo",
  "merge_records",
  "run_missions",
  "create_workspace",
];

export const appStatus = (more: Partial<AppStatus> = {}): AppStatus => ({
  version: "0.1.0",
  workspace: { path: "/w/kolkata", name: "Kolkata desk", demo: false, exists: true },
  problem: null,
  recent: [],
  suggested_folder: "/w",
  user: "ritam",
  role: "owner",
  may_search: true,
  permissions: [...PERMISSIONS],
  counts: { people: 2, accounts: 1, imports_waiting: 1, reviews_waiting: 0 },
  ...more,
});

export const fates = (more: Partial<FateCounts> = {}): FateCounts => ({
  create: 0,
  update: 0,
  merge: 0,
  unchanged: 0,
  hold: 0,
  reject: 0,
  ...more,
});

export const importSummary = (more: Partial<ImportSummary> = {}): ImportSummary => ({
  import_id: "i-1",
  batch_id: "b-1",
  file_name: "leads.csv",
  bytes: 2048,
  source_profile: { id: "kvcore", title: "kvCORE contacts", confidence: 0.96 },
  row_entity: "person",
  state: "proposed",
  created_at: AT,
  created_by: HUMAN,
  rows: { total: 3, ok: 3, short: 0, long: 0, unparsable: 0 },
  planned: fates({ create: 2, hold: 1 }),
  fates: null,
  proposals: { create: 2, update: 0, merge: 0, link: 0 },
  unresolved_columns: [],
  duplicate_of_batch: null,
  duplicate_of_import: null,
  ...more,
});

export const column = (index: number, more: Partial<ColumnMapping> = {}): ColumnMapping => ({
  index,
  header: `Column ${index + 1}`,
  status: "mapped",
  field: "person.notes",
  label: null,
  slot: null,
  transform: "text",
  date_order: null,
  confidence: 0.9,
  evidence: [{ source: "header", why: "The header says so", weight: 0.9 }],
  question: null,
  samples: ["one", "two"],
  filled: 3,
  distinct: 3,
  by_person: false,
  ...more,
});

export function importDetail(more: Partial<ImportSummary> = {}, columns: ColumnMapping[] = []): ImportDetail {
  const summary = importSummary(more);
  return {
    summary,
    batch: {
      ...envelope("RawImportBatch"),
      batch_id: summary.batch_id,
      uploaded_filename: summary.file_name,
      mime_type: "text/csv",
      storage_ref: "segments:1",
      row_count: summary.rows.total,
      uploaded_by: "ritam",
      sha256: "ab".repeat(32),
      byte_len: summary.bytes,
      dialect: {
        encoding: "utf-8",
        bom: false,
        delimiter: ",",
        quote: '"',
        escape: null,
        line_ending: "LF",
        preamble_rows: 0,
        header_row: 1,
        footer_rows: 0,
        blank_rows: 0,
      },
      headers: columns.map(({ header }) => header),
    },
    manifest: {
      ...envelope("ImportMappingManifest"),
      manifest_id: "m-1",
      batch_id: summary.batch_id,
      source_profile: summary.source_profile,
      row_entity: summary.row_entity,
      phone_region: null,
      column_mappings: columns.filter(({ status }) => status !== "unresolved"),
      unmapped_columns: columns.filter(({ status }) => status === "unresolved"),
      resolver_notes: [],
      version: 1,
      supersedes: null,
    },
    set_aside: [],
    safe: [
      { entity: "account", action: "create", count: 1 },
      { entity: "person", action: "create", count: 2 },
    ],
    problems: [],
    waiting: [{ fate: "hold", reason: "Two rows share a phone", example: "", count: 1 }],
    decisions: [],
  };
}

export function filePreview(more: Partial<FilePreview> = {}): FilePreview {
  const { batch, summary } = importDetail();
  return {
    name: "leads.csv",
    mime_type: "text/csv",
    bytes: 8_000_000,
    looked_at: 1_500_000,
    sampled: true,
    dialect: batch.dialect,
    source_profile: summary.source_profile,
    row_entity: "person",
    rows: summary.rows,
    columns: [
      column(0, { header: "Mail", field: "person.email[]" }),
      column(1, { header: "Shoe", status: "unresolved", field: null }),
    ],
    notes: [],
    set_aside: [],
    first_rows: [["meera@example.com", "brown"]],
    ...more,
  };
}

export const importRow = (n: number, more: Partial<ImportRow> = {}): ImportRow => ({
  row_number: n,
  shape: "ok",
  fate: "create",
  reason: "No contact has this e-mail.",
  entity_refs: [],
  cells: [`cell ${n}`],
  corrected: [],
  issues: [],
  changes: [],
  ...more,
});

export const fact = (field: string, value: unknown, more: Partial<Fact> = {}): Fact => ({
  field,
  title: field,
  kind: "text",
  index: null,
  value,
  source: {
    delta_id: `d-${field}`,
    at: AT,
    actor: HUMAN,
    cause: "decision",
    batch_id: "b-1",
    row_number: 12,
    column: 1,
    confidence: 0.97,
  },
  ...more,
});

export const client = (facts: Fact[], more: Partial<Client360View> = {}): Client360View => ({
  ...envelope("Client360Snapshot"),
  client_ref: { entity: "person", id: "p-1" },
  identity: { entity: { entity: "person", id: "p-1" }, title: "Ananya Lahiri", link: null, facts },
  account_links: [],
  active_opportunities: [],
  closed_opportunities: [],
  recent_interactions: [],
  property_interests: [],
  tasks: [],
  qd_overview: null,
  risk_flags: [],
  households: [],
  requirement_profiles: [],
  consent: [],
  media: [],
  panel_status: {},
  as_of: AT,
  graph_version: 1,
  archived: false,
  absorbed: [],
  not_the_same: [],
  ...more,
});

export const explanation = (field: string, value: unknown): Explanation => ({
  entity: { entity: "person", id: "p-1" },
  title: "Ananya Lahiri",
  field,
  value,
  chains: [
    {
      value,
      sentences: ["The value was approved by ritam.", "It stands in row 12 of leads.csv."],
      delta: {
        ...envelope("ClientGraphDelta"),
        delta_id: `d-${field}`,
        entity: { entity: "person", id: "p-1" },
        op: "create",
        changes: [],
        cause: { kind: "decision", decision_id: null, proposal_id: null, batch_id: "b-1", row_number: 12 },
        actor: HUMAN,
        group: "g-1",
        device: "dev-1",
        epoch: 1,
        n: 1,
        hlc: "0",
        inverse_of: null,
      },
      decision: null,
      proposal_id: null,
      column: null,
      manifest_id: null,
      cells: [
        {
          batch_id: "b-1",
          file_name: "leads.csv",
          file_sha256: "ab",
          row_number: 12,
          segment: 0,
          segment_sha256: "cd",
          byte_range: [10, 20],
          cell: { column: 1, header: "Cell", text: "098300 12345" },
          row: [
            { column: 0, header: "Name", text: "Ananya" },
            { column: 1, header: "Cell", text: "098300 12345" },
          ],
          transform: "phone_e164",
          erased: false,
        },
      ],
      confidence: 0.97,
    },
  ],
});

export const mission = (id: string, more: Partial<MissionInfo> = {}): MissionInfo => ({
  mission_id: id,
  kind: "import",
  title: "Bring in leads.csv",
  state: "done",
  stage: "proposing",
  done: 6000,
  total: 6000,
  attempts: 1,
  created_at: AT,
  created_by: HUMAN,
  updated_at: AT,
  input: { file_name: "leads.csv", import_id: "i-1" },
  output: { import_id: "i-1", rows: 6000 },
  error: null,
  ...more,
});

const standing = (now: unknown, proposed: unknown, effect: string): unknown => {
  if (effect === "keep" || effect === "same") return now;
  return effect === "add" ? [now, proposed].flat().filter((item) => item !== null) : proposed;
};

export function reviewField(field: string, more: Partial<ReviewField> = {}): ReviewField {
  const { now = null, proposed = null, effect = "fill" } = more;
  const values = [now, proposed].map((value, side) => ({ side, value, origins: [] }));
  return {
    field,
    title: field,
    now,
    proposed,
    effect,
    confidence: 0.95,
    sources: [],
    many: Array.isArray(now) || Array.isArray(proposed),
    differs: effect !== "same" && effect !== "fill",
    result: standing(now, proposed, effect),
    why: null,
    values: values.filter(({ value }) => value !== null),
    ...more,
  };
}

export const reviewSide = (role: ReviewSide["role"], more: Partial<ReviewSide> = {}): ReviewSide => ({
  role,
  entity: null,
  title: "Somebody",
  subtitle: "",
  facts: 4,
  links: 1,
  since: AT,
  archived: false,
  import_id: null,
  row_number: null,
  file_name: null,
  ...more,
});

export const reviewItem = (id: string, more: Partial<ReviewItem> = {}): ReviewItem => ({
  proposal_id: id,
  kind: "merge",
  source: "import",
  risk: "medium",
  entity: { entity: "person", id: `e-${id}` },
  title: `Client ${id}`,
  reason: "Probably someone known: row 17 has +919461426059 too.",
  confidence: 0.9,
  filed_at: AT,
  proposed_by: { kind: "rule", id: "import.plan/1" },
  import_id: "i-1",
  row_number: 78,
  state: "proposed",
  rule: "merge.person",
  deciders: ["owner", "reviewer"],
  fields: [
    reviewField("email", { title: "E-mail", proposed: [{ value: `${id}@mailbox.example` }] }),
    reviewField("company_name", { title: "Company", now: "Pennant", proposed: "Saffron", effect: "keep" }),
    reviewField("family_name", { title: "Last name", now: "Gupta", proposed: "Gupta", effect: "same" }),
  ],
  links: [],
  candidates: [
    {
      entity: { entity: "person", id: `e-${id}` },
      score: 0.9,
      evidence: [
        { field: "phone", level: "exact", left: "", right: "", sentence: "Both have the phone number." },
      ],
    },
  ],
  consequences: ["fills 1 empty field", "Company differs: the known one stays"],
  effects: [
    { kind: "fills", what: "", count: 1, sentence: "fills 1 empty field" },
    { kind: "keeps", what: "company_name", count: 1, sentence: "Company differs: the known one stays" },
  ],
  sides: [
    reviewSide("known", { entity: { entity: "person", id: `e-${id}` }, title: `Client ${id}` }),
    reviewSide("row", { import_id: "i-1", row_number: 78, file_name: "leads.csv" }),
  ],
  merge: null,
  remarks: [],
  not_mine: null,
  file_name: "leads.csv",
  stale: false,
  seen: `seen-${id}`,
  ...more,
});
