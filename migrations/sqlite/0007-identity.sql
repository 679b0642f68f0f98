-- Who is who: the keys that people are found by, and what was decided not to be the same.
-- Serves: RawImportBatch 1, ImportRowRecord 1, ImportMappingManifest 1.1, NormalizedEntityProposal 1.2,
--         ApprovalDecision 1, ClientGraphDelta 1.1, OracleWritebackProposal 1, EnrichmentProposal 1,
--         Client360Snapshot 1.

-- A projection of the log of changes: everything up to `upto` is in the tables below. Another version of features or
-- model begins anew at 0.
CREATE TABLE identity_state (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    version TEXT NOT NULL,
    upto INTEGER NOT NULL
) STRICT;

CREATE TABLE identity_people (
    person INTEGER PRIMARY KEY,
    entity_id BLOB NOT NULL UNIQUE CHECK (length(entity_id) = 16),
    -- Eight 32-bit hashes on which a big block is split further, little-endian.
    attributes BLOB NOT NULL CHECK (length(attributes) = 32),
    -- The hashes of its rows in identity_keys, little-endian.
    keys BLOB NOT NULL,
    -- 1: its record was changed outside the log, by an erasure; the keys are still to be written.
    stale INTEGER NOT NULL DEFAULT 0 CHECK (stale IN (0, 1))
) STRICT;
CREATE INDEX identity_people_stale ON identity_people (person) WHERE stale = 1;

-- A blocking key (its rule is salted into it) and who has it.
CREATE TABLE identity_keys (
    hash INTEGER NOT NULL,
    person INTEGER NOT NULL,
    PRIMARY KEY (hash, person)
) STRICT, WITHOUT ROWID;

-- "Not the same", kept by content (digests of features, the lower first) so that it holds for the same words in another
-- file, and by record where there is one. Never asked again.
CREATE TABLE identity_rejections (
    one BLOB NOT NULL CHECK (length(one) = 16),
    other BLOB NOT NULL CHECK (length(other) = 16),
    one_id BLOB CHECK (length(one_id) = 16),
    other_id BLOB CHECK (length(other_id) = 16),
    decision_id BLOB NOT NULL CHECK (length(decision_id) = 16),
    PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX identity_rejections_one ON identity_rejections (one_id) WHERE one_id IS NOT NULL;
CREATE INDEX identity_rejections_other ON identity_rejections (other_id) WHERE other_id IS NOT NULL;

-- Models as they were frozen: how common values are among so many people (hashes of values that several have, none that is
-- somebody's own), and what so many decisions have taught of the score.
CREATE TABLE identity_models (
    model INTEGER PRIMARY KEY,
    version TEXT NOT NULL,
    people INTEGER NOT NULL,
    counts TEXT NOT NULL CHECK (json_valid(counts)),
    labels INTEGER NOT NULL,
    calibration TEXT CHECK (json_valid(calibration))
) STRICT;

-- What a plan was weighed with, so that it can be planned again exactly; a plan without a row knows exact keys alone.
CREATE TABLE identity_plans (
    import INTEGER NOT NULL REFERENCES workflow_imports (import),
    plan INTEGER NOT NULL,
    version TEXT NOT NULL,
    model INTEGER REFERENCES identity_models (model),
    people INTEGER NOT NULL,
    PRIMARY KEY (import, plan)
) STRICT, WITHOUT ROWID;
