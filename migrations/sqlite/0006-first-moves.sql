-- First moves of artifacts by the million: the same law, asked with fewer questions.
-- Serves: RawImportBatch 1, ImportRowRecord 1, ImportMappingManifest 1.1, NormalizedEntityProposal 1.1,
--         ApprovalDecision 1, ClientGraphDelta 1.1, OracleWritebackProposal 1, EnrichmentProposal 1,
--         Client360Snapshot 1.

-- A first move leads away from the family's start. That it is the first is held by the primary key, for what was entered
-- is never taken out and the next has the next number.
DROP TRIGGER workflow_lifecycle_moves;
CREATE TRIGGER workflow_lifecycle_first BEFORE INSERT ON workflow_lifecycle
WHEN NEW.seq = 1 AND NOT EXISTS (
    SELECT 1 FROM lifecycle_starts s
    JOIN lifecycle_moves m ON m.family = s.family AND m.from_state = s.state AND m.to_state = NEW.state
    WHERE s.family = NEW.family
)
BEGIN SELECT RAISE(ABORT, 'the lifecycle does not allow this move'); END;
CREATE TRIGGER workflow_lifecycle_moves BEFORE INSERT ON workflow_lifecycle
WHEN NEW.seq <> 1 AND (
    NEW.seq <> coalesce((SELECT max(seq) FROM workflow_lifecycle WHERE artifact_id = NEW.artifact_id), 0) + 1
    OR NOT EXISTS (
        SELECT 1 FROM lifecycle_moves m WHERE m.family = NEW.family AND m.to_state = NEW.state
        AND m.from_state = (
            SELECT state FROM workflow_lifecycle l WHERE l.artifact_id = NEW.artifact_id ORDER BY seq DESC LIMIT 1
        )
    )
)
BEGIN SELECT RAISE(ABORT, 'the lifecycle does not allow this move'); END;
