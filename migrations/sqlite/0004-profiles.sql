-- Source profiles of this workspace, and files read in more than one way.
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

-- `reading`: how a person said that the bytes are read, as JSON; empty: as found. The same bytes are a batch of their own
-- for each way of reading them, because rows, dialect and header are facts of the reading.
CREATE TABLE raw_import_batches_new (
    batch INTEGER PRIMARY KEY,
    batch_id BLOB NOT NULL UNIQUE CHECK (length(batch_id) = 16),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    reading TEXT NOT NULL DEFAULT '',
    byte_len INTEGER NOT NULL,
    row_count INTEGER NOT NULL,
    artifact TEXT NOT NULL CHECK (json_valid(artifact)),
    UNIQUE (sha256, reading)
) STRICT;
INSERT INTO raw_import_batches_new (batch, batch_id, sha256, byte_len, row_count, artifact)
    SELECT batch, batch_id, sha256, byte_len, row_count, artifact FROM raw_import_batches;
DROP TABLE raw_import_batches;
ALTER TABLE raw_import_batches_new RENAME TO raw_import_batches;
CREATE TRIGGER raw_import_batches_no_update BEFORE UPDATE ON raw_import_batches
BEGIN SELECT RAISE(ABORT, 'raw_import_batches is append-only'); END;
CREATE TRIGGER raw_import_batches_no_delete BEFORE DELETE ON raw_import_batches
BEGIN SELECT RAISE(ABORT, 'raw_import_batches is append-only'); END;
