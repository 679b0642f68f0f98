-- The workspace's foundation: evidence, workflow, the client graph, its read models, the audit chain.
-- Serves: RawImportBatch 1, ImportRowRecord 1, ImportMappingManifest 1, NormalizedEntityProposal 1,
--         ApprovalDecision 1, ClientGraphDelta 1, Client360Snapshot 1.
--
-- Identities are UUIDs as 16-byte blobs. What is called append-only is guarded by triggers at the end.

CREATE TABLE workspace_meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Raw evidence -----------------------------------------------------------------------------------------------------

CREATE TABLE raw_import_batches (
    batch INTEGER PRIMARY KEY,
    batch_id BLOB NOT NULL UNIQUE CHECK (length(batch_id) = 16),
    -- The same bytes are recognised, not kept twice.
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    byte_len INTEGER NOT NULL,
    row_count INTEGER NOT NULL,
    artifact TEXT NOT NULL CHECK (json_valid(artifact))
) STRICT;

-- Row-aligned pieces of about 1 MiB. Concatenated they are the file, byte for byte. The bytes lie compressed in the
-- blob folder under the hash.
CREATE TABLE raw_import_segments (
    batch INTEGER NOT NULL REFERENCES raw_import_batches (batch),
    segment INTEGER NOT NULL,
    start INTEGER NOT NULL,
    byte_len INTEGER NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    PRIMARY KEY (batch, segment)
) STRICT, WITHOUT ROWID;

-- Where each data row lies; its cells are parsed from there.
CREATE TABLE raw_import_rows (
    batch INTEGER NOT NULL REFERENCES raw_import_batches (batch),
    row_number INTEGER NOT NULL CHECK (row_number > 0),
    segment INTEGER NOT NULL,
    offset INTEGER NOT NULL,
    byte_len INTEGER NOT NULL,
    shape TEXT NOT NULL CHECK (shape IN ('ok', 'short', 'long', 'unparsable')),
    PRIMARY KEY (batch, row_number),
    FOREIGN KEY (batch, segment) REFERENCES raw_import_segments (batch, segment)
) STRICT, WITHOUT ROWID;

-- Workflow ---------------------------------------------------------------------------------------------------------

-- One run over a batch. `state` and `step` say where it stands; how it came there is in workflow_lifecycle.
CREATE TABLE workflow_imports (
    import INTEGER PRIMARY KEY,
    import_id BLOB NOT NULL UNIQUE CHECK (length(import_id) = 16),
    batch INTEGER NOT NULL REFERENCES raw_import_batches (batch),
    state TEXT NOT NULL CHECK (state IN ('proposed', 'committing', 'committed', 'undone')),
    -- Rises with each plan, approval and undo; row fates of a higher step are newer.
    step INTEGER NOT NULL DEFAULT 1,
    -- The step of the plan in force: proposals of an earlier plan are superseded.
    plan INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL CHECK (json_valid(created_by)),
    file_name TEXT NOT NULL,
    row_entity TEXT NOT NULL,
    profile TEXT NOT NULL CHECK (json_valid(profile)),
    rows TEXT NOT NULL CHECK (json_valid(rows)),
    set_aside TEXT NOT NULL CHECK (json_valid(set_aside)),
    -- The import that stood with the same bytes when this one was made.
    duplicate_of BLOB REFERENCES workflow_imports (import_id)
) STRICT;
CREATE INDEX workflow_imports_batch ON workflow_imports (batch);

CREATE TABLE workflow_manifests (
    manifest_id BLOB PRIMARY KEY CHECK (length(manifest_id) = 16),
    import INTEGER NOT NULL REFERENCES workflow_imports (import),
    version INTEGER NOT NULL,
    artifact TEXT NOT NULL CHECK (json_valid(artifact)),
    UNIQUE (import, version)
) STRICT;

CREATE TABLE workflow_proposals (
    proposal INTEGER PRIMARY KEY,
    proposal_id BLOB NOT NULL UNIQUE CHECK (length(proposal_id) = 16),
    import INTEGER REFERENCES workflow_imports (import),
    plan INTEGER NOT NULL,
    row_number INTEGER,
    entity_type TEXT NOT NULL,
    entity_id BLOB NOT NULL CHECK (length(entity_id) = 16),
    action TEXT NOT NULL CHECK (action IN ('create', 'update', 'merge', 'link')),
    confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    review_required INTEGER NOT NULL CHECK (review_required IN (0, 1)),
    -- SHA-256 of salt and content: what a decision is bound to.
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX workflow_proposals_plan ON workflow_proposals (import, plan, row_number);

-- A proposal's content holds personal values: it lies apart with its salt, so that an erasure can destroy both.
CREATE TABLE workflow_proposal_values (
    proposal INTEGER PRIMARY KEY REFERENCES workflow_proposals (proposal),
    salt BLOB NOT NULL CHECK (length(salt) = 16),
    artifact TEXT NOT NULL CHECK (json_valid(artifact))
) STRICT;

CREATE TABLE workflow_decisions (
    decision_id BLOB PRIMARY KEY CHECK (length(decision_id) = 16),
    import INTEGER REFERENCES workflow_imports (import),
    salt BLOB NOT NULL CHECK (length(salt) = 16),
    artifact TEXT NOT NULL CHECK (json_valid(artifact))
) STRICT;
CREATE INDEX workflow_decisions_import ON workflow_decisions (import);

-- State changes beside immutable content; the newest is current.
CREATE TABLE workflow_lifecycle (
    artifact_id BLOB NOT NULL CHECK (length(artifact_id) = 16),
    seq INTEGER NOT NULL,
    state TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY (artifact_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_row_fates (
    import INTEGER NOT NULL REFERENCES workflow_imports (import),
    row_number INTEGER NOT NULL CHECK (row_number > 0),
    step INTEGER NOT NULL,
    phase TEXT NOT NULL CHECK (phase IN ('planned', 'applied', 'reversed')),
    fate TEXT NOT NULL CHECK (fate IN ('create', 'update', 'merge', 'unchanged', 'hold', 'reject')),
    reason TEXT NOT NULL,
    refs TEXT NOT NULL CHECK (json_valid(refs)),
    PRIMARY KEY (import, row_number, step)
) STRICT, WITHOUT ROWID;

-- Doubts about values, by row, as found while planning.
CREATE TABLE import_row_issues (
    import INTEGER NOT NULL REFERENCES workflow_imports (import),
    plan INTEGER NOT NULL,
    row_number INTEGER NOT NULL,
    ord INTEGER NOT NULL,
    kind TEXT NOT NULL,
    col INTEGER,
    message TEXT NOT NULL,
    PRIMARY KEY (import, plan, row_number, ord)
) STRICT, WITHOUT ROWID;

-- The graph's log -----------------------------------------------------------------------------------------------------

CREATE TABLE graph_deltas (
    delta INTEGER PRIMARY KEY,
    delta_id BLOB NOT NULL UNIQUE CHECK (length(delta_id) = 16),
    device BLOB NOT NULL CHECK (length(device) = 16),
    epoch INTEGER NOT NULL,
    n INTEGER NOT NULL CHECK (n > 0),
    group_id BLOB NOT NULL CHECK (length(group_id) = 16),
    entity_type TEXT NOT NULL,
    entity_id BLOB NOT NULL CHECK (length(entity_id) = 16),
    op TEXT NOT NULL CHECK (op IN ('create', 'update', 'link', 'unlink', 'archive', 'restore', 'remove')),
    cause TEXT NOT NULL CHECK (json_valid(cause)),
    decision_id BLOB REFERENCES workflow_decisions (decision_id),
    actor TEXT NOT NULL CHECK (json_valid(actor)),
    source_system TEXT NOT NULL,
    hlc TEXT NOT NULL,
    at TEXT NOT NULL,
    inverse_of BLOB REFERENCES graph_deltas (delta_id),
    -- Salted commitment over this row and its values.
    commitment BLOB NOT NULL CHECK (length(commitment) = 32),
    UNIQUE (device, epoch, n)
) STRICT;
CREATE INDEX graph_deltas_entity ON graph_deltas (entity_id, delta);
CREATE INDEX graph_deltas_decision ON graph_deltas (decision_id) WHERE decision_id IS NOT NULL;
CREATE INDEX graph_deltas_group ON graph_deltas (group_id);
CREATE UNIQUE INDEX graph_deltas_inverse ON graph_deltas (inverse_of) WHERE inverse_of IS NOT NULL;

-- Values before and after, with their salt; an erasure destroys both and leaves the commitment.
CREATE TABLE graph_delta_values (
    delta INTEGER PRIMARY KEY REFERENCES graph_deltas (delta),
    salt BLOB NOT NULL CHECK (length(salt) = 16),
    changes TEXT NOT NULL CHECK (json_valid(changes))
) STRICT;

-- The graph: written only by applying deltas. Columns are the field dictionary's names; `list_*` and `sort_*`
-- are read models kept with them. ------------------------------------------------------------------------------------

CREATE TABLE crm_people (
    id BLOB PRIMARY KEY,
    version INTEGER NOT NULL,
    archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
    custom TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(custom)),
    "full_name" TEXT,
    "prefix" TEXT,
    "given_name" TEXT,
    "middle_name" TEXT,
    "family_name" TEXT,
    "suffix" TEXT,
    "nickname" TEXT,
    "phonetic_name" TEXT,
    "gender" TEXT,
    "birth_date" TEXT,
    "anniversary" TEXT,
    "language" TEXT,
    "nationality" TEXT,
    "job_title" TEXT,
    "department" TEXT,
    "company_name" TEXT,
    "photo_url" TEXT,
    "notes" TEXT,
    "lifecycle_stage" TEXT,
    "lead_status" TEXT,
    "lead_source" TEXT,
    "source_system_detail" TEXT,
    "campaign" TEXT,
    "rating" TEXT,
    "score" TEXT,
    "owner" TEXT,
    "assignee" TEXT,
    "referrer" TEXT,
    "is_private" INTEGER CHECK ("is_private" IN (0, 1)),
    "created_at" TEXT,
    "updated_at" TEXT,
    "last_contacted_at" TEXT,
    "last_activity_at" TEXT,
    "unqualified_reason" TEXT,
    "consent_email" INTEGER CHECK ("consent_email" IN (0, 1)),
    "consent_phone" INTEGER CHECK ("consent_phone" IN (0, 1)),
    "consent_sms" INTEGER CHECK ("consent_sms" IN (0, 1)),
    "consent_whatsapp" INTEGER CHECK ("consent_whatsapp" IN (0, 1)),
    "consent_at" TEXT,
    "do_not_contact" INTEGER CHECK ("do_not_contact" IN (0, 1)),
    "kyc_status" TEXT,
    "source_of_funds" TEXT,
    list_title TEXT NOT NULL,
    list_email TEXT,
    list_phone TEXT,
    list_city TEXT,
    sort_name TEXT NOT NULL DEFAULT '',
    sort_company TEXT NOT NULL DEFAULT '',
    sort_status TEXT NOT NULL DEFAULT '',
    sort_owner TEXT NOT NULL DEFAULT '',
    sort_activity TEXT NOT NULL DEFAULT '',
    sort_created TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE crm_accounts (
    id BLOB PRIMARY KEY,
    version INTEGER NOT NULL,
    archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
    custom TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(custom)),
    "name" TEXT,
    "legal_name" TEXT,
    "domain" TEXT,
    "industry" TEXT,
    "type" TEXT,
    "annual_revenue" TEXT CHECK (json_valid("annual_revenue")),
    "employee_count" TEXT,
    "parent" TEXT,
    "owner" TEXT,
    "description" TEXT,
    "registration_id" TEXT,
    "created_at" TEXT,
    "updated_at" TEXT,
    list_title TEXT NOT NULL,
    list_phone TEXT,
    list_city TEXT,
    sort_name TEXT NOT NULL DEFAULT '',
    sort_industry TEXT NOT NULL DEFAULT '',
    sort_owner TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE crm_households (
    id BLOB PRIMARY KEY,
    version INTEGER NOT NULL,
    archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
    custom TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(custom)),
    "spouse_given_name" TEXT,
    "spouse_family_name" TEXT,
    "spouse_full_name" TEXT,
    "spouse_email" TEXT CHECK (json_valid("spouse_email")),
    "spouse_phone" TEXT CHECK (json_valid("spouse_phone")),
    "spouse_birth_date" TEXT,
    "children" TEXT,
    "assistant_name" TEXT,
    "assistant_phone" TEXT CHECK (json_valid("assistant_phone")),
    "manager_name" TEXT,
    list_title TEXT NOT NULL,
    sort_name TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE crm_opportunities (
    id BLOB PRIMARY KEY,
    version INTEGER NOT NULL,
    archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
    custom TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(custom)),
    "name" TEXT,
    "pipeline" TEXT,
    "stage" TEXT,
    "status" TEXT,
    "amount" TEXT CHECK (json_valid("amount")),
    "currency" TEXT,
    "probability" TEXT,
    "close_date" TEXT,
    "owner" TEXT,
    "account" TEXT,
    "contact" TEXT,
    "source" TEXT,
    "lost_reason" TEXT,
    "won_at" TEXT,
    "lost_at" TEXT,
    "description" TEXT,
    "created_at" TEXT,
    "updated_at" TEXT,
    list_title TEXT NOT NULL,
    sort_name TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE crm_requirements (
    id BLOB PRIMARY KEY,
    version INTEGER NOT NULL,
    archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
    custom TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(custom)),
    "purpose" TEXT,
    "property_type" TEXT,
    "budget_min" TEXT CHECK (json_valid("budget_min")),
    "budget_max" TEXT CHECK (json_valid("budget_max")),
    "currency" TEXT,
    "bedrooms_min" TEXT,
    "bedrooms_max" TEXT,
    "bathrooms_min" TEXT,
    "area_min" TEXT CHECK (json_valid("area_min")),
    "area_max" TEXT CHECK (json_valid("area_max")),
    "area_unit" TEXT,
    "timeframe" TEXT,
    "financing" TEXT,
    list_title TEXT NOT NULL,
    sort_name TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE crm_property_interests (
    id BLOB PRIMARY KEY,
    version INTEGER NOT NULL,
    archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
    custom TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(custom)),
    "property_name" TEXT,
    "property_project" TEXT,
    "property_developer" TEXT,
    "property_unit" TEXT,
    "property_type" TEXT,
    "property_bedrooms" TEXT,
    "property_area" TEXT CHECK (json_valid("property_area")),
    "property_price" TEXT CHECK (json_valid("property_price")),
    "property_listing_id" TEXT,
    "property_address" TEXT CHECK (json_valid("property_address")),
    "stage" TEXT,
    "at" TEXT,
    "price" TEXT CHECK (json_valid("price")),
    list_title TEXT NOT NULL,
    sort_name TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE crm_tasks (
    id BLOB PRIMARY KEY,
    version INTEGER NOT NULL,
    archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
    custom TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(custom)),
    "title" TEXT,
    "contact" TEXT,
    "due_at" TEXT,
    "status" TEXT,
    "priority" TEXT,
    "assignee" TEXT,
    "done_at" TEXT,
    "reminder_at" TEXT,
    "description" TEXT,
    list_title TEXT NOT NULL,
    sort_name TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX crm_people_name ON crm_people (sort_name, id);
CREATE INDEX crm_people_company ON crm_people (sort_company, id);
CREATE INDEX crm_people_status ON crm_people (sort_status, id);
CREATE INDEX crm_people_owner ON crm_people (sort_owner, id);
CREATE INDEX crm_people_activity ON crm_people (sort_activity, id);
CREATE INDEX crm_people_created ON crm_people (sort_created, id);
CREATE INDEX crm_accounts_name ON crm_accounts (sort_name, id);
CREATE INDEX crm_accounts_industry ON crm_accounts (sort_industry, id);
CREATE INDEX crm_accounts_owner ON crm_accounts (sort_owner, id);

-- Fields that hold many values: phones, e-mails, sites, profiles, addresses, tags, source ids. `key` is the value
-- records are found by (E.164, lower-case address, system:id); empty where there is none.
CREATE TABLE crm_contact_points (
    entity_id BLOB NOT NULL,
    field TEXT NOT NULL,
    ord INTEGER NOT NULL,
    key TEXT NOT NULL,
    item TEXT NOT NULL CHECK (json_valid(item)),
    PRIMARY KEY (entity_id, field, ord)
) STRICT, WITHOUT ROWID;
CREATE INDEX crm_contact_points_key ON crm_contact_points (field, key) WHERE key <> '';

CREATE TABLE crm_relationships (
    from_type TEXT NOT NULL,
    from_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    to_type TEXT NOT NULL,
    to_id BLOB NOT NULL,
    PRIMARY KEY (from_id, kind, to_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX crm_relationships_to ON crm_relationships (to_id, kind);

-- Search: one document per record; the index holds terms only and is rebuilt from the graph at any time.
CREATE TABLE search_docs (
    doc INTEGER PRIMARY KEY,
    entity_type TEXT NOT NULL,
    entity_id BLOB NOT NULL UNIQUE
) STRICT;
CREATE VIRTUAL TABLE search_terms USING fts5 (
    name, contact, company, notes,
    content = '', contentless_delete = 1,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

-- Audit ---------------------------------------------------------------------------------------------------------------

CREATE TABLE audit_entries (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    actor TEXT NOT NULL CHECK (json_valid(actor)),
    kind TEXT NOT NULL CHECK (kind IN ('workspace', 'batch', 'import', 'manifest', 'decision', 'deltas')),
    -- Ids and counts only, never client data.
    subject TEXT NOT NULL CHECK (json_valid(subject)),
    commitment BLOB NOT NULL CHECK (length(commitment) = 32),
    prev BLOB NOT NULL CHECK (length(prev) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

-- Append-only ---------------------------------------------------------------------------------------------------------

CREATE TRIGGER raw_import_batches_no_update BEFORE UPDATE ON raw_import_batches
BEGIN SELECT RAISE(ABORT, 'raw_import_batches is append-only'); END;
CREATE TRIGGER raw_import_batches_no_delete BEFORE DELETE ON raw_import_batches
BEGIN SELECT RAISE(ABORT, 'raw_import_batches is append-only'); END;
CREATE TRIGGER raw_import_segments_no_update BEFORE UPDATE ON raw_import_segments
BEGIN SELECT RAISE(ABORT, 'raw_import_segments is append-only'); END;
CREATE TRIGGER raw_import_segments_no_delete BEFORE DELETE ON raw_import_segments
BEGIN SELECT RAISE(ABORT, 'raw_import_segments is append-only'); END;
CREATE TRIGGER raw_import_rows_no_update BEFORE UPDATE ON raw_import_rows
BEGIN SELECT RAISE(ABORT, 'raw_import_rows is append-only'); END;
CREATE TRIGGER raw_import_rows_no_delete BEFORE DELETE ON raw_import_rows
BEGIN SELECT RAISE(ABORT, 'raw_import_rows is append-only'); END;
CREATE TRIGGER workflow_manifests_no_update BEFORE UPDATE ON workflow_manifests
BEGIN SELECT RAISE(ABORT, 'workflow_manifests is append-only'); END;
CREATE TRIGGER workflow_manifests_no_delete BEFORE DELETE ON workflow_manifests
BEGIN SELECT RAISE(ABORT, 'workflow_manifests is append-only'); END;
CREATE TRIGGER workflow_proposals_no_update BEFORE UPDATE ON workflow_proposals
BEGIN SELECT RAISE(ABORT, 'workflow_proposals is append-only'); END;
CREATE TRIGGER workflow_proposals_no_delete BEFORE DELETE ON workflow_proposals
BEGIN SELECT RAISE(ABORT, 'workflow_proposals is append-only'); END;
CREATE TRIGGER workflow_proposal_values_no_update BEFORE UPDATE ON workflow_proposal_values
BEGIN SELECT RAISE(ABORT, 'workflow_proposal_values is append-only'); END;
CREATE TRIGGER workflow_proposal_values_no_delete BEFORE DELETE ON workflow_proposal_values
BEGIN SELECT RAISE(ABORT, 'workflow_proposal_values is append-only'); END;
CREATE TRIGGER workflow_decisions_no_update BEFORE UPDATE ON workflow_decisions
BEGIN SELECT RAISE(ABORT, 'workflow_decisions is append-only'); END;
CREATE TRIGGER workflow_decisions_no_delete BEFORE DELETE ON workflow_decisions
BEGIN SELECT RAISE(ABORT, 'workflow_decisions is append-only'); END;
CREATE TRIGGER workflow_lifecycle_no_update BEFORE UPDATE ON workflow_lifecycle
BEGIN SELECT RAISE(ABORT, 'workflow_lifecycle is append-only'); END;
CREATE TRIGGER workflow_lifecycle_no_delete BEFORE DELETE ON workflow_lifecycle
BEGIN SELECT RAISE(ABORT, 'workflow_lifecycle is append-only'); END;
CREATE TRIGGER import_row_fates_no_update BEFORE UPDATE ON import_row_fates
BEGIN SELECT RAISE(ABORT, 'import_row_fates is append-only'); END;
CREATE TRIGGER import_row_fates_no_delete BEFORE DELETE ON import_row_fates
BEGIN SELECT RAISE(ABORT, 'import_row_fates is append-only'); END;
CREATE TRIGGER graph_deltas_no_update BEFORE UPDATE ON graph_deltas
BEGIN SELECT RAISE(ABORT, 'graph_deltas is append-only'); END;
CREATE TRIGGER graph_deltas_no_delete BEFORE DELETE ON graph_deltas
BEGIN SELECT RAISE(ABORT, 'graph_deltas is append-only'); END;
CREATE TRIGGER graph_delta_values_no_update BEFORE UPDATE ON graph_delta_values
BEGIN SELECT RAISE(ABORT, 'graph_delta_values is append-only'); END;
CREATE TRIGGER graph_delta_values_no_delete BEFORE DELETE ON graph_delta_values
BEGIN SELECT RAISE(ABORT, 'graph_delta_values is append-only'); END;
CREATE TRIGGER audit_entries_no_update BEFORE UPDATE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'audit_entries is append-only'); END;
CREATE TRIGGER audit_entries_no_delete BEFORE DELETE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'audit_entries is append-only'); END;
CREATE TRIGGER import_row_issues_no_update BEFORE UPDATE ON import_row_issues
BEGIN SELECT RAISE(ABORT, 'import_row_issues is append-only'); END;
CREATE TRIGGER import_row_issues_no_delete BEFORE DELETE ON import_row_issues
BEGIN SELECT RAISE(ABORT, 'import_row_issues is append-only'); END;
