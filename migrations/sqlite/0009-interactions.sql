-- Calls, messages, visits and meetings as records of their own.
-- Serves: RawImportBatch 1, ImportRowRecord 1, ImportMappingManifest 1.1, NormalizedEntityProposal 1.2,
--         ApprovalDecision 1.1, ClientGraphDelta 1.1, OracleWritebackProposal 1, EnrichmentProposal 1,
--         Client360Snapshot 1.

CREATE TABLE crm_interactions (
    id BLOB PRIMARY KEY,
    version INTEGER NOT NULL,
    archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
    custom TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(custom)),
    "channel" TEXT,
    "direction" TEXT,
    "at" TEXT,
    "ended_at" TEXT,
    "duration" TEXT,
    "subject" TEXT,
    "body" TEXT,
    "outcome" TEXT,
    "assignee" TEXT,
    "media_ref" TEXT,
    list_title TEXT NOT NULL,
    sort_name TEXT NOT NULL DEFAULT ''
) STRICT;
