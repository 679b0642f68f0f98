-- Imports of a million rows: undo in steps, search terms that are written behind the graph.
-- Serves: RawImportBatch 1, ImportRowRecord 1, ImportMappingManifest 1, NormalizedEntityProposal 1.1,
--         ApprovalDecision 1, ClientGraphDelta 1.1, OracleWritebackProposal 1, EnrichmentProposal 1,
--         Client360Snapshot 1.

-- `undoing`: an undo was begun and not finished. Nothing is approved of the import any more; undoing goes on.
CREATE TABLE workflow_imports_new (
    import INTEGER PRIMARY KEY,
    import_id BLOB NOT NULL UNIQUE CHECK (length(import_id) = 16),
    batch INTEGER NOT NULL REFERENCES raw_import_batches (batch),
    state TEXT NOT NULL CHECK (state IN ('staging', 'proposed', 'committing', 'committed', 'undoing', 'undone')),
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

-- 1: the record stands in the graph, its search terms are still to be written.
ALTER TABLE search_docs ADD COLUMN pending INTEGER NOT NULL DEFAULT 0 CHECK (pending IN (0, 1));
CREATE INDEX search_docs_pending ON search_docs (doc) WHERE pending = 1;
