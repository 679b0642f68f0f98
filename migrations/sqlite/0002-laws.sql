-- Foundation laws: merges with aliases, one proposal queue, lifecycles held by the database, policy and roles,
-- missions, erasure, the send cursor.
-- Serves: RawImportBatch 1, ImportRowRecord 1, ImportMappingManifest 1, NormalizedEntityProposal 1.1,
--         ApprovalDecision 1, ClientGraphDelta 1.1, OracleWritebackProposal 1, EnrichmentProposal 1,
--         Client360Snapshot 1.
--
-- Tables whose CHECKs grow are made anew and filled from the old ones, row by row; nothing is lost. Foreign keys are
-- off while a migration runs and checked before it commits.

-- The log: merge and unmerge, the far end of links and merges, the import behind a change. ----------------------------

CREATE TABLE graph_deltas_new (
    delta INTEGER PRIMARY KEY,
    delta_id BLOB NOT NULL UNIQUE CHECK (length(delta_id) = 16),
    device BLOB NOT NULL CHECK (length(device) = 16),
    epoch INTEGER NOT NULL,
    n INTEGER NOT NULL CHECK (n > 0),
    group_id BLOB NOT NULL CHECK (length(group_id) = 16),
    entity_type TEXT NOT NULL,
    entity_id BLOB NOT NULL CHECK (length(entity_id) = 16),
    op TEXT NOT NULL CHECK (
        op IN ('create', 'update', 'link', 'unlink', 'archive', 'restore', 'merge', 'unmerge', 'remove')
    ),
    -- Where a link leads, or who absorbed the record.
    other_id BLOB CHECK (length(other_id) = 16),
    cause TEXT NOT NULL CHECK (json_valid(cause)),
    decision_id BLOB REFERENCES workflow_decisions (decision_id),
    import INTEGER REFERENCES workflow_imports (import),
    actor TEXT NOT NULL CHECK (json_valid(actor)),
    source_system TEXT NOT NULL,
    hlc TEXT NOT NULL,
    at TEXT NOT NULL,
    inverse_of BLOB REFERENCES graph_deltas (delta_id),
    commitment BLOB NOT NULL CHECK (length(commitment) = 32),
    UNIQUE (device, epoch, n)
) STRICT;
INSERT INTO graph_deltas_new (delta, delta_id, device, epoch, n, group_id, entity_type, entity_id, op, other_id, cause,
    decision_id, import, actor, source_system, hlc, at, inverse_of, commitment)
SELECT d.delta, d.delta_id, d.device, d.epoch, d.n, d.group_id, d.entity_type, d.entity_id, d.op,
    CASE d.op
        WHEN 'link' THEN unhex(replace(json_extract(v.changes, '$[0].after.to.id'), '-', ''))
        WHEN 'unlink' THEN unhex(replace(json_extract(v.changes, '$[0].before.to.id'), '-', ''))
    END,
    d.cause, d.decision_id, w.import, d.actor, d.source_system, d.hlc, d.at, d.inverse_of, d.commitment
FROM graph_deltas d JOIN graph_delta_values v USING (delta) LEFT JOIN workflow_decisions w USING (decision_id);
DROP TABLE graph_deltas;
ALTER TABLE graph_deltas_new RENAME TO graph_deltas;
CREATE INDEX graph_deltas_entity ON graph_deltas (entity_id, delta);
CREATE INDEX graph_deltas_other ON graph_deltas (other_id, delta) WHERE other_id IS NOT NULL;
CREATE INDEX graph_deltas_decision ON graph_deltas (decision_id) WHERE decision_id IS NOT NULL;
-- What a rule applied of an import without a person's decision; everything else is found by its decision.
CREATE INDEX graph_deltas_by_rule ON graph_deltas (import) WHERE import IS NOT NULL AND decision_id IS NULL;
CREATE INDEX graph_deltas_group ON graph_deltas (group_id);
CREATE UNIQUE INDEX graph_deltas_inverse ON graph_deltas (inverse_of) WHERE inverse_of IS NOT NULL;

-- Absorbed records: an old id still leads to whoever stands for it. Written only by applying deltas.
CREATE TABLE graph_aliases (
    old_id BLOB PRIMARY KEY CHECK (length(old_id) = 16),
    entity_type TEXT NOT NULL,
    into_id BLOB NOT NULL CHECK (length(into_id) = 16),
    version INTEGER NOT NULL,
    archived INTEGER NOT NULL CHECK (archived IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX graph_aliases_into ON graph_aliases (into_id);

-- How far the log has been acknowledged by the origin, per epoch of this device: the outbox is a cursor.
CREATE TABLE sync_cursor (
    epoch INTEGER PRIMARY KEY,
    acked_n INTEGER NOT NULL CHECK (acked_n >= 0)
) STRICT;
CREATE TRIGGER sync_cursor_monotone BEFORE UPDATE ON sync_cursor WHEN NEW.acked_n < OLD.acked_n
BEGIN SELECT RAISE(ABORT, 'the send cursor never goes back'); END;

-- The queue: proposals of every family and source. --------------------------------------------------------------------

CREATE TABLE workflow_proposals_new (
    proposal INTEGER PRIMARY KEY,
    proposal_id BLOB NOT NULL UNIQUE CHECK (length(proposal_id) = 16),
    family TEXT NOT NULL CHECK (
        family IN ('NormalizedEntityProposal', 'OracleWritebackProposal', 'EnrichmentProposal')
    ),
    source TEXT NOT NULL CHECK (source IN ('import', 'identity_scan', 'interaction', 'enrichment', 'oracle',
        'nemoclaw', 'sync_conflict', 'restore', 'operator')),
    -- Null where no import stands behind it; its plan is then 0.
    import INTEGER REFERENCES workflow_imports (import),
    plan INTEGER NOT NULL,
    row_number INTEGER,
    entity_type TEXT NOT NULL,
    entity_id BLOB NOT NULL CHECK (length(entity_id) = 16),
    action TEXT NOT NULL CHECK (action IN ('create', 'update', 'merge', 'link', 'resolve_conflict')),
    confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    review_required INTEGER NOT NULL CHECK (review_required IN (0, 1)),
    -- The policy rule that says who decides.
    rule TEXT NOT NULL,
    proposed_by TEXT NOT NULL CHECK (json_valid(proposed_by)),
    filed_at TEXT NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
INSERT INTO workflow_proposals_new (proposal, proposal_id, family, source, import, plan, row_number, entity_type,
    entity_id, action, confidence, review_required, rule, proposed_by, filed_at, hash)
SELECT p.proposal, p.proposal_id, 'NormalizedEntityProposal', 'import', p.import, p.plan, p.row_number, p.entity_type,
    p.entity_id, p.action, p.confidence, p.review_required, '', '{"kind":"rule","id":"import.plan/1"}',
    coalesce(i.created_at, ''), p.hash
FROM workflow_proposals p LEFT JOIN workflow_imports i USING (import);
DROP TABLE workflow_proposals;
ALTER TABLE workflow_proposals_new RENAME TO workflow_proposals;
CREATE INDEX workflow_proposals_plan ON workflow_proposals (import, plan, row_number);
CREATE INDEX workflow_proposals_entity ON workflow_proposals (entity_id);
CREATE INDEX workflow_proposals_queue ON workflow_proposals (proposal) WHERE review_required = 1;
-- What the proposal would join or change beside its own record: found when that record moves or is erased.
CREATE TABLE workflow_proposal_refs (
    proposal INTEGER NOT NULL REFERENCES workflow_proposals (proposal),
    entity_id BLOB NOT NULL CHECK (length(entity_id) = 16),
    PRIMARY KEY (entity_id, proposal)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO workflow_proposal_refs (proposal, entity_id)
SELECT v.proposal, unhex(replace(json_extract(c.value, '$.entity.id'), '-', ''))
FROM workflow_proposal_values v, json_each(v.artifact, '$.merge_candidate_refs') c;

-- Lifecycles: the moves that each family allows, as in its contract. --------------------------------------------------

CREATE TABLE lifecycle_moves (
    family TEXT NOT NULL,
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    PRIMARY KEY (family, from_state, to_state)
) STRICT, WITHOUT ROWID;
CREATE TABLE lifecycle_starts (
    family TEXT PRIMARY KEY,
    state TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO lifecycle_starts (family, state) VALUES
    ('RawImportBatch', 'received'),
    ('ImportRowRecord', 'planned'),
    ('ImportMappingManifest', 'proposed'),
    ('NormalizedEntityProposal', 'proposed'),
    ('ClientGraphDelta', 'pending'),
    ('InteractionBundle', 'received'),
    ('TranscriptBundle', 'received'),
    ('QdSignalBundle', 'received'),
    ('OracleWritebackProposal', 'proposed'),
    ('EnrichmentProposal', 'proposed'),
    ('ApprovalDecision', 'recorded'),
    ('Client360Snapshot', 'fresh');
INSERT INTO lifecycle_moves (family, from_state, to_state) VALUES
    ('RawImportBatch', 'received', 'indexed'),
    ('RawImportBatch', 'indexed', 'analysed'),
    ('RawImportBatch', 'analysed', 'committed'),
    ('RawImportBatch', 'analysed', 'abandoned'),
    ('RawImportBatch', 'committed', 'analysed'),
    ('RawImportBatch', 'abandoned', 'analysed'),
    ('ImportRowRecord', 'planned', 'applied'),
    ('ImportRowRecord', 'applied', 'reversed'),
    ('ImportRowRecord', 'planned', 'planned'),
    ('ImportMappingManifest', 'proposed', 'approved'),
    ('ImportMappingManifest', 'proposed', 'superseded'),
    ('ImportMappingManifest', 'approved', 'superseded'),
    ('NormalizedEntityProposal', 'proposed', 'approved'),
    ('NormalizedEntityProposal', 'proposed', 'corrected'),
    ('NormalizedEntityProposal', 'proposed', 'rejected'),
    ('NormalizedEntityProposal', 'proposed', 'superseded'),
    ('NormalizedEntityProposal', 'proposed', 'applied'),
    ('NormalizedEntityProposal', 'approved', 'applied'),
    ('NormalizedEntityProposal', 'corrected', 'applied'),
    ('NormalizedEntityProposal', 'approved', 'superseded'),
    ('NormalizedEntityProposal', 'applied', 'rolled_back'),
    ('ClientGraphDelta', 'pending', 'acknowledged'),
    ('ClientGraphDelta', 'pending', 'conflicted'),
    ('ClientGraphDelta', 'pending', 'rejected'),
    ('ClientGraphDelta', 'pending', 'superseded'),
    ('InteractionBundle', 'received', 'linked'),
    ('InteractionBundle', 'received', 'held'),
    ('InteractionBundle', 'held', 'linked'),
    ('InteractionBundle', 'linked', 'summarised'),
    ('TranscriptBundle', 'received', 'linked'),
    ('TranscriptBundle', 'received', 'held'),
    ('TranscriptBundle', 'held', 'linked'),
    ('QdSignalBundle', 'received', 'counted'),
    ('QdSignalBundle', 'received', 'refused'),
    ('OracleWritebackProposal', 'proposed', 'approved'),
    ('OracleWritebackProposal', 'proposed', 'rejected'),
    ('OracleWritebackProposal', 'proposed', 'superseded'),
    ('OracleWritebackProposal', 'approved', 'applied'),
    ('OracleWritebackProposal', 'approved', 'superseded'),
    ('OracleWritebackProposal', 'applied', 'rolled_back'),
    ('EnrichmentProposal', 'proposed', 'approved'),
    ('EnrichmentProposal', 'proposed', 'rejected'),
    ('EnrichmentProposal', 'proposed', 'superseded'),
    ('EnrichmentProposal', 'approved', 'applied'),
    ('EnrichmentProposal', 'approved', 'superseded'),
    ('EnrichmentProposal', 'applied', 'rolled_back'),
    ('ApprovalDecision', 'recorded', 'acknowledged'),
    ('ApprovalDecision', 'recorded', 'refused'),
    ('Client360Snapshot', 'fresh', 'stale');

CREATE TABLE workflow_lifecycle_new (
    artifact_id BLOB NOT NULL CHECK (length(artifact_id) = 16),
    seq INTEGER NOT NULL,
    family TEXT NOT NULL REFERENCES lifecycle_starts (family),
    state TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY (artifact_id, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO workflow_lifecycle_new (artifact_id, seq, family, state, entered_at, actor)
SELECT l.artifact_id, l.seq,
    CASE
        WHEN EXISTS (SELECT 1 FROM workflow_proposals p WHERE p.proposal_id = l.artifact_id)
            THEN 'NormalizedEntityProposal'
        WHEN EXISTS (SELECT 1 FROM workflow_manifests m WHERE m.manifest_id = l.artifact_id)
            THEN 'ImportMappingManifest'
        ELSE 'RawImportBatch'
    END,
    l.state, l.entered_at, l.actor
FROM workflow_lifecycle l;
DROP TABLE workflow_lifecycle;
ALTER TABLE workflow_lifecycle_new RENAME TO workflow_lifecycle;
CREATE TRIGGER workflow_lifecycle_moves BEFORE INSERT ON workflow_lifecycle
WHEN NEW.seq <> coalesce((SELECT max(seq) FROM workflow_lifecycle WHERE artifact_id = NEW.artifact_id), 0) + 1
    OR NOT EXISTS (
        SELECT 1 FROM lifecycle_moves m WHERE m.family = NEW.family AND m.to_state = NEW.state
        AND m.from_state = coalesce(
            (SELECT state FROM workflow_lifecycle l WHERE l.artifact_id = NEW.artifact_id ORDER BY seq DESC LIMIT 1),
            (SELECT state FROM lifecycle_starts s WHERE s.family = NEW.family)
        )
    )
BEGIN SELECT RAISE(ABORT, 'the lifecycle does not allow this move'); END;
CREATE TRIGGER workflow_lifecycle_no_update BEFORE UPDATE ON workflow_lifecycle
BEGIN SELECT RAISE(ABORT, 'workflow_lifecycle is append-only'); END;
CREATE TRIGGER workflow_lifecycle_no_delete BEFORE DELETE ON workflow_lifecycle
BEGIN SELECT RAISE(ABORT, 'workflow_lifecycle is append-only'); END;

-- Imports are staged in steps now: `staging` lasts until every row is planned. ----------------------------------------

CREATE TABLE workflow_imports_new (
    import INTEGER PRIMARY KEY,
    import_id BLOB NOT NULL UNIQUE CHECK (length(import_id) = 16),
    batch INTEGER NOT NULL REFERENCES raw_import_batches (batch),
    state TEXT NOT NULL CHECK (state IN ('staging', 'proposed', 'committing', 'committed', 'undone')),
    step INTEGER NOT NULL DEFAULT 1,
    plan INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL CHECK (json_valid(created_by)),
    file_name TEXT NOT NULL,
    row_entity TEXT NOT NULL,
    profile TEXT NOT NULL CHECK (json_valid(profile)),
    rows TEXT NOT NULL CHECK (json_valid(rows)),
    set_aside TEXT NOT NULL CHECK (json_valid(set_aside)),
    duplicate_of BLOB REFERENCES workflow_imports (import_id)
) STRICT;
INSERT INTO workflow_imports_new SELECT import, import_id, batch, state, step, plan, created_at, created_by, file_name,
    row_entity, profile, rows, set_aside, duplicate_of FROM workflow_imports;
DROP TABLE workflow_imports;
ALTER TABLE workflow_imports_new RENAME TO workflow_imports;
CREATE INDEX workflow_imports_batch ON workflow_imports (batch);

-- Rights: versioned policy, grants of roles. --------------------------------------------------------------------------

CREATE TABLE workflow_policies (
    version INTEGER PRIMARY KEY CHECK (version > 0),
    at TEXT NOT NULL,
    actor TEXT NOT NULL CHECK (json_valid(actor)),
    policy TEXT NOT NULL CHECK (json_valid(policy))
) STRICT;
-- A user's newest line counts; a null role is a revocation.
CREATE TABLE workflow_roles (
    grant_no INTEGER PRIMARY KEY,
    user TEXT NOT NULL,
    role TEXT CHECK (role IN ('owner', 'reviewer', 'operator', 'presenter', 'agent')),
    at TEXT NOT NULL,
    actor TEXT NOT NULL CHECK (json_valid(actor))
) STRICT;
CREATE INDEX workflow_roles_user ON workflow_roles (user, grant_no);

-- Missions: long work as job records. Lines about work, not about clients: ids, counts and file names only. -----------

CREATE TABLE workflow_missions (
    mission INTEGER PRIMARY KEY,
    mission_id BLOB NOT NULL UNIQUE CHECK (length(mission_id) = 16),
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    -- `running` with nobody at work on it is what a crash leaves: shown as interrupted, resumed on request.
    state TEXT NOT NULL CHECK (state IN ('running', 'done', 'failed', 'cancelled')),
    stage TEXT NOT NULL,
    done INTEGER NOT NULL CHECK (done >= 0),
    total INTEGER NOT NULL CHECK (total >= 0),
    attempts INTEGER NOT NULL DEFAULT 1,
    input TEXT NOT NULL CHECK (json_valid(input)),
    output TEXT CHECK (json_valid(output)),
    error TEXT CHECK (json_valid(error)),
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL CHECK (json_valid(created_by)),
    updated_at TEXT NOT NULL
) STRICT;
CREATE TABLE workflow_mission_log (
    mission INTEGER NOT NULL REFERENCES workflow_missions (mission),
    seq INTEGER NOT NULL,
    at TEXT NOT NULL,
    line TEXT NOT NULL,
    PRIMARY KEY (mission, seq)
) STRICT, WITHOUT ROWID;

-- Files written out, so that an erasure knows what else may hold a person. --------------------------------------------

CREATE TABLE workflow_exports (
    export INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    actor TEXT NOT NULL CHECK (json_valid(actor)),
    what TEXT NOT NULL,
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64)
) STRICT;

-- Erasure: the one recorded exception to immutability. ----------------------------------------------------------------

CREATE TABLE erasures (
    erasure INTEGER PRIMARY KEY,
    erasure_id BLOB NOT NULL UNIQUE CHECK (length(erasure_id) = 16),
    entity_type TEXT NOT NULL,
    entity_id BLOB NOT NULL CHECK (length(entity_id) = 16),
    at TEXT NOT NULL,
    actor TEXT NOT NULL CHECK (json_valid(actor)),
    reason TEXT NOT NULL,
    -- Ids, counts, segment hashes: what the audit entry commits to.
    report TEXT NOT NULL CHECK (json_valid(report)),
    -- 0 while bytes of erased values may still lie in files that are being cleaned.
    clean INTEGER NOT NULL CHECK (clean IN (0, 1))
) STRICT;
CREATE TABLE erasure_segments (
    erasure INTEGER NOT NULL REFERENCES erasures (erasure),
    batch INTEGER NOT NULL,
    segment INTEGER NOT NULL,
    old_sha256 TEXT NOT NULL CHECK (length(old_sha256) = 64),
    new_sha256 TEXT NOT NULL CHECK (length(new_sha256) = 64),
    PRIMARY KEY (erasure, batch, segment)
) STRICT, WITHOUT ROWID;
CREATE TABLE erasure_rows (
    batch INTEGER NOT NULL,
    row_number INTEGER NOT NULL,
    erasure INTEGER NOT NULL REFERENCES erasures (erasure),
    PRIMARY KEY (batch, row_number)
) STRICT, WITHOUT ROWID;
-- Changes and decisions whose values were destroyed or thinned out: their commitment stands, but can't be recomputed.
CREATE TABLE erasure_marks (
    what TEXT NOT NULL CHECK (what IN ('delta', 'decision', 'proposal')),
    id BLOB NOT NULL CHECK (length(id) = 16),
    erasure INTEGER NOT NULL REFERENCES erasures (erasure),
    PRIMARY KEY (what, id)
) STRICT, WITHOUT ROWID;
-- Open only inside the transaction of an erasure.
CREATE TABLE erasure_gate (
    erasure INTEGER PRIMARY KEY REFERENCES erasures (erasure)
) STRICT;

-- A database from before deletions were overwritten may hold old content in free space: the first erasure writes all of
-- it anew.
INSERT INTO workspace_meta (key, value) SELECT 'residue', '1' WHERE EXISTS (SELECT 1 FROM audit_entries);

-- Audit: more kinds of entry. -----------------------------------------------------------------------------------------

CREATE TABLE audit_entries_new (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    actor TEXT NOT NULL CHECK (json_valid(actor)),
    kind TEXT NOT NULL CHECK (kind IN ('workspace', 'batch', 'import', 'manifest', 'decision', 'deltas', 'policy',
        'role', 'erasure', 'proposal')),
    subject TEXT NOT NULL CHECK (json_valid(subject)),
    commitment BLOB NOT NULL CHECK (length(commitment) = 32),
    prev BLOB NOT NULL CHECK (length(prev) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
INSERT INTO audit_entries_new SELECT seq, at, actor, kind, subject, commitment, prev, hash FROM audit_entries;
DROP TABLE audit_entries;
ALTER TABLE audit_entries_new RENAME TO audit_entries;

-- Append-only: anew for the tables made anew; with the gate where an erasure may reach. -------------------------------

CREATE TRIGGER graph_deltas_no_update BEFORE UPDATE ON graph_deltas
BEGIN SELECT RAISE(ABORT, 'graph_deltas is append-only'); END;
CREATE TRIGGER graph_deltas_no_delete BEFORE DELETE ON graph_deltas
BEGIN SELECT RAISE(ABORT, 'graph_deltas is append-only'); END;
CREATE TRIGGER workflow_proposals_no_update BEFORE UPDATE ON workflow_proposals
BEGIN SELECT RAISE(ABORT, 'workflow_proposals is append-only'); END;
CREATE TRIGGER workflow_proposals_no_delete BEFORE DELETE ON workflow_proposals
BEGIN SELECT RAISE(ABORT, 'workflow_proposals is append-only'); END;
CREATE TRIGGER audit_entries_no_update BEFORE UPDATE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'audit_entries is append-only'); END;
CREATE TRIGGER audit_entries_no_delete BEFORE DELETE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'audit_entries is append-only'); END;
CREATE TRIGGER workflow_policies_no_update BEFORE UPDATE ON workflow_policies
BEGIN SELECT RAISE(ABORT, 'workflow_policies is append-only'); END;
CREATE TRIGGER workflow_policies_no_delete BEFORE DELETE ON workflow_policies
BEGIN SELECT RAISE(ABORT, 'workflow_policies is append-only'); END;
CREATE TRIGGER workflow_roles_no_update BEFORE UPDATE ON workflow_roles
BEGIN SELECT RAISE(ABORT, 'workflow_roles is append-only'); END;
CREATE TRIGGER workflow_roles_no_delete BEFORE DELETE ON workflow_roles
BEGIN SELECT RAISE(ABORT, 'workflow_roles is append-only'); END;
CREATE TRIGGER workflow_mission_log_no_update BEFORE UPDATE ON workflow_mission_log
BEGIN SELECT RAISE(ABORT, 'workflow_mission_log is append-only'); END;
CREATE TRIGGER workflow_mission_log_no_delete BEFORE DELETE ON workflow_mission_log
BEGIN SELECT RAISE(ABORT, 'workflow_mission_log is append-only'); END;
CREATE TRIGGER erasure_segments_no_update BEFORE UPDATE ON erasure_segments
BEGIN SELECT RAISE(ABORT, 'erasure_segments is append-only'); END;
CREATE TRIGGER erasure_segments_no_delete BEFORE DELETE ON erasure_segments
BEGIN SELECT RAISE(ABORT, 'erasure_segments is append-only'); END;
CREATE TRIGGER erasure_rows_no_update BEFORE UPDATE ON erasure_rows
BEGIN SELECT RAISE(ABORT, 'erasure_rows is append-only'); END;
CREATE TRIGGER erasure_rows_no_delete BEFORE DELETE ON erasure_rows
BEGIN SELECT RAISE(ABORT, 'erasure_rows is append-only'); END;
CREATE TRIGGER erasure_marks_no_update BEFORE UPDATE ON erasure_marks
BEGIN SELECT RAISE(ABORT, 'erasure_marks is append-only'); END;
CREATE TRIGGER erasure_marks_no_delete BEFORE DELETE ON erasure_marks
BEGIN SELECT RAISE(ABORT, 'erasure_marks is append-only'); END;
CREATE TRIGGER workflow_proposal_refs_no_update BEFORE UPDATE ON workflow_proposal_refs
BEGIN SELECT RAISE(ABORT, 'workflow_proposal_refs is append-only'); END;
CREATE TRIGGER workflow_proposal_refs_no_delete BEFORE DELETE ON workflow_proposal_refs
BEGIN SELECT RAISE(ABORT, 'workflow_proposal_refs is append-only'); END;
DROP TRIGGER raw_import_segments_no_update;
CREATE TRIGGER raw_import_segments_no_update BEFORE UPDATE ON raw_import_segments
WHEN NOT EXISTS (SELECT 1 FROM erasure_gate)
BEGIN SELECT RAISE(ABORT, 'raw_import_segments is append-only'); END;
DROP TRIGGER raw_import_segments_no_delete;
CREATE TRIGGER raw_import_segments_no_delete BEFORE DELETE ON raw_import_segments
WHEN NOT EXISTS (SELECT 1 FROM erasure_gate)
BEGIN SELECT RAISE(ABORT, 'raw_import_segments is append-only'); END;
DROP TRIGGER graph_delta_values_no_update;
CREATE TRIGGER graph_delta_values_no_update BEFORE UPDATE ON graph_delta_values
WHEN NOT EXISTS (SELECT 1 FROM erasure_gate)
BEGIN SELECT RAISE(ABORT, 'graph_delta_values is append-only'); END;
DROP TRIGGER graph_delta_values_no_delete;
CREATE TRIGGER graph_delta_values_no_delete BEFORE DELETE ON graph_delta_values
WHEN NOT EXISTS (SELECT 1 FROM erasure_gate)
BEGIN SELECT RAISE(ABORT, 'graph_delta_values is append-only'); END;
DROP TRIGGER workflow_proposal_values_no_update;
CREATE TRIGGER workflow_proposal_values_no_update BEFORE UPDATE ON workflow_proposal_values
WHEN NOT EXISTS (SELECT 1 FROM erasure_gate)
BEGIN SELECT RAISE(ABORT, 'workflow_proposal_values is append-only'); END;
DROP TRIGGER workflow_proposal_values_no_delete;
CREATE TRIGGER workflow_proposal_values_no_delete BEFORE DELETE ON workflow_proposal_values
WHEN NOT EXISTS (SELECT 1 FROM erasure_gate)
BEGIN SELECT RAISE(ABORT, 'workflow_proposal_values is append-only'); END;
DROP TRIGGER workflow_decisions_no_update;
-- The proposal or manifest decided on; null for a set.
ALTER TABLE workflow_decisions ADD COLUMN on_id BLOB CHECK (length(on_id) = 16);
UPDATE workflow_decisions SET on_id = unhex(replace(json_extract(artifact, '$.proposal_ref'), '-', ''))
WHERE json_extract(artifact, '$.proposal_ref') IS NOT NULL;
CREATE INDEX workflow_decisions_on ON workflow_decisions (on_id) WHERE on_id IS NOT NULL;
CREATE TRIGGER workflow_decisions_no_update BEFORE UPDATE ON workflow_decisions
WHEN NOT EXISTS (SELECT 1 FROM erasure_gate)
BEGIN SELECT RAISE(ABORT, 'workflow_decisions is append-only'); END;
DROP TRIGGER workflow_decisions_no_delete;
CREATE TRIGGER workflow_decisions_no_delete BEFORE DELETE ON workflow_decisions
WHEN NOT EXISTS (SELECT 1 FROM erasure_gate)
BEGIN SELECT RAISE(ABORT, 'workflow_decisions is append-only'); END;
DROP TRIGGER import_row_fates_no_update;
CREATE TRIGGER import_row_fates_no_update BEFORE UPDATE ON import_row_fates
WHEN NOT EXISTS (SELECT 1 FROM erasure_gate)
BEGIN SELECT RAISE(ABORT, 'import_row_fates is append-only'); END;
DROP TRIGGER import_row_fates_no_delete;
CREATE TRIGGER import_row_fates_no_delete BEFORE DELETE ON import_row_fates
WHEN NOT EXISTS (SELECT 1 FROM erasure_gate)
BEGIN SELECT RAISE(ABORT, 'import_row_fates is append-only'); END;
DROP TRIGGER import_row_issues_no_update;
CREATE TRIGGER import_row_issues_no_update BEFORE UPDATE ON import_row_issues
WHEN NOT EXISTS (SELECT 1 FROM erasure_gate)
BEGIN SELECT RAISE(ABORT, 'import_row_issues is append-only'); END;
DROP TRIGGER import_row_issues_no_delete;
CREATE TRIGGER import_row_issues_no_delete BEFORE DELETE ON import_row_issues
WHEN NOT EXISTS (SELECT 1 FROM erasure_gate)
BEGIN SELECT RAISE(ABORT, 'import_row_issues is append-only'); END;
DROP TRIGGER workflow_manifests_no_update;
CREATE TRIGGER workflow_manifests_no_update BEFORE UPDATE ON workflow_manifests
WHEN NOT EXISTS (SELECT 1 FROM erasure_gate)
BEGIN SELECT RAISE(ABORT, 'workflow_manifests is append-only'); END;
DROP TRIGGER workflow_manifests_no_delete;
CREATE TRIGGER workflow_manifests_no_delete BEFORE DELETE ON workflow_manifests
WHEN NOT EXISTS (SELECT 1 FROM erasure_gate)
BEGIN SELECT RAISE(ABORT, 'workflow_manifests is append-only'); END;
CREATE TRIGGER erasures_no_delete BEFORE DELETE ON erasures
BEGIN SELECT RAISE(ABORT, 'erasures is append-only'); END;
CREATE TRIGGER erasures_no_update BEFORE UPDATE OF erasure_id, entity_type, entity_id, at, actor, reason, report ON erasures
WHEN NOT EXISTS (SELECT 1 FROM erasure_gate)
BEGIN SELECT RAISE(ABORT, 'erasures is append-only'); END;
