-- The same bytes read another way: one batch for each reading, over one copy of the bytes.
-- Serves: RawImportBatch 1, ImportRowRecord 1, ImportMappingManifest 1.1, NormalizedEntityProposal 1.1,
--         ApprovalDecision 1, ClientGraphDelta 1.1, OracleWritebackProposal 1, EnrichmentProposal 1,
--         Client360Snapshot 1.

CREATE TABLE raw_import_batches_new (
    batch INTEGER PRIMARY KEY,
    batch_id BLOB NOT NULL UNIQUE CHECK (length(batch_id) = 16),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    -- Encoding, number of the header record (0: none), delimiter and quote: what decides where rows and cells lie.
    reading TEXT NOT NULL,
    byte_len INTEGER NOT NULL,
    row_count INTEGER NOT NULL,
    artifact TEXT NOT NULL CHECK (json_valid(artifact)),
    -- The same bytes in the same reading are recognised, not kept twice. Batches of the same bytes have the same segments.
    UNIQUE (sha256, reading)
) STRICT;
INSERT INTO raw_import_batches_new (batch, batch_id, sha256, reading, byte_len, row_count, artifact)
SELECT batch, batch_id, sha256,
    json_extract(artifact, '$.dialect.encoding') || ' ' || coalesce(json_extract(artifact, '$.dialect.header_row'), 0)
        || ' ' || json_extract(artifact, '$.dialect.delimiter')
        || coalesce(json_extract(artifact, '$.dialect.quote'), ''),
    byte_len, row_count, artifact
FROM raw_import_batches;
DROP TABLE raw_import_batches;
ALTER TABLE raw_import_batches_new RENAME TO raw_import_batches;
-- A header that is a client's row, under a wrong reading, goes with an erasure.
CREATE TRIGGER raw_import_batches_no_update BEFORE UPDATE ON raw_import_batches
WHEN NOT EXISTS (SELECT 1 FROM erasure_gate)
BEGIN SELECT RAISE(ABORT, 'raw_import_batches is append-only'); END;
CREATE TRIGGER raw_import_batches_no_delete BEFORE DELETE ON raw_import_batches
BEGIN SELECT RAISE(ABORT, 'raw_import_batches is append-only'); END;
