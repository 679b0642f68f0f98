-- Source profiles of this workspace.
-- Serves: RawImportBatch 1, ImportRowRecord 1, ImportMappingManifest 1.1, NormalizedEntityProposal 1.1,
--         ApprovalDecision 1, ClientGraphDelta 1.1, OracleWritebackProposal 1, EnrichmentProposal 1,
--         Client360Snapshot 1.

-- Those that came with the program are part of it; of two of one id, the one here counts.
CREATE TABLE workflow_profiles (
    profile_id TEXT PRIMARY KEY,
    profile TEXT NOT NULL CHECK (json_valid(profile)),
    origin TEXT NOT NULL CHECK (origin IN ('saved', 'imported')),
    import_id BLOB REFERENCES workflow_imports (import_id),
    saved_at TEXT NOT NULL,
    saved_by TEXT NOT NULL CHECK (json_valid(saved_by))
) STRICT, WITHOUT ROWID;

-- Audit: one more kind of entry.
CREATE TABLE audit_entries_new (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    actor TEXT NOT NULL CHECK (json_valid(actor)),
    kind TEXT NOT NULL CHECK (kind IN ('workspace', 'batch', 'import', 'manifest', 'decision', 'deltas', 'policy',
        'role', 'erasure', 'proposal', 'profile')),
    subject TEXT NOT NULL CHECK (json_valid(subject)),
    commitment BLOB NOT NULL CHECK (length(commitment) = 32),
    prev BLOB NOT NULL CHECK (length(prev) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
INSERT INTO audit_entries_new SELECT seq, at, actor, kind, subject, commitment, prev, hash FROM audit_entries;
DROP TABLE audit_entries;
ALTER TABLE audit_entries_new RENAME TO audit_entries;
CREATE TRIGGER audit_entries_no_update BEFORE UPDATE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'audit_entries is append-only'); END;
CREATE TRIGGER audit_entries_no_delete BEFORE DELETE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'audit_entries is append-only'); END;
