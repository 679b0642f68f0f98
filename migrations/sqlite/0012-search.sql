-- A search that knows words near to what was typed, and what was said.
-- Serves: RawImportBatch 1, ImportRowRecord 1, ImportMappingManifest 1.1, NormalizedEntityProposal 1.2,
--         ApprovalDecision 1.1, ClientGraphDelta 1.1, OracleWritebackProposal 1, EnrichmentProposal 1,
--         Client360Snapshot 1.

-- Every word of the index: what a slip of the finger, a part of a word or another spelling is compared with. A word may
-- outlive the last record that has it; an erasure sweeps those out.
CREATE TABLE search_words (
    id INTEGER PRIMARY KEY,
    word TEXT NOT NULL UNIQUE,
    -- Part of somebody's name.
    named INTEGER NOT NULL CHECK (named IN (0, 1))
) STRICT;

-- What was said and written to clients: many long texts, found by words only and read newest first.
CREATE VIRTUAL TABLE search_talk USING fts5 (
    body,
    content = '', contentless_delete = 1, detail = none,
    tokenize = 'unicode61 remove_diacritics 2'
);

-- 1: the terms in the index are of an earlier form; until they are written anew the record is found by those.
ALTER TABLE search_docs ADD COLUMN stale INTEGER NOT NULL DEFAULT 0 CHECK (stale IN (0, 1));
UPDATE search_docs SET stale = 1, pending = 1 WHERE pending = 0 AND entity_type IN ('person', 'account', 'opportunity');
UPDATE search_docs SET pending = 1 WHERE entity_type = 'interaction';
