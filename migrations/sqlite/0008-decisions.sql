-- Decisions by reviewer, newest first: a person's own record, sittings, figures.
-- Serves: RawImportBatch 1, ImportRowRecord 1, ImportMappingManifest 1.1, NormalizedEntityProposal 1.2,
--         ApprovalDecision 1.1, ClientGraphDelta 1.1, OracleWritebackProposal 1, EnrichmentProposal 1,
--         Client360Snapshot 1.

CREATE INDEX workflow_decisions_reviewer ON workflow_decisions (json_extract(artifact, '$.reviewer_ref'), decision_id);
CREATE INDEX identity_rejections_decision ON identity_rejections (decision_id);
