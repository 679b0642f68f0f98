-- Lists of every kind of record, and the views that people keep of them.
-- Serves: RawImportBatch 1, ImportRowRecord 1, ImportMappingManifest 1.1, NormalizedEntityProposal 1.2,
--         ApprovalDecision 1.1, ClientGraphDelta 1.1, OracleWritebackProposal 1, EnrichmentProposal 1,
--         Client360Snapshot 1.

-- A filter may name clients, so a view goes with an erasure that finds their words in it.
CREATE TABLE workflow_views (
    view_id BLOB PRIMARY KEY CHECK (length(view_id) = 16),
    entity_type TEXT NOT NULL,
    name TEXT NOT NULL,
    shared INTEGER NOT NULL CHECK (shared IN (0, 1)),
    owner TEXT NOT NULL CHECK (json_valid(owner)),
    saved_at TEXT NOT NULL,
    shape TEXT NOT NULL CHECK (json_valid(shape))
) STRICT, WITHOUT ROWID;
CREATE INDEX workflow_views_entity ON workflow_views (entity_type);

-- How one user has the views of a kind: their order, and which of those that came with the program are hidden.
CREATE TABLE workflow_view_order (
    user TEXT NOT NULL,
    entity_type TEXT NOT NULL,
    view_ids TEXT NOT NULL CHECK (json_valid(view_ids)),
    hidden TEXT NOT NULL CHECK (json_valid(hidden)),
    PRIMARY KEY (user, entity_type)
) STRICT, WITHOUT ROWID;

-- Few are archived: these stay small, and all that are not are counted without reading them.
CREATE INDEX crm_people_archived ON crm_people (id) WHERE archived = 1;
CREATE INDEX crm_accounts_archived ON crm_accounts (id) WHERE archived = 1;
CREATE INDEX crm_households_archived ON crm_households (id) WHERE archived = 1;
CREATE INDEX crm_opportunities_archived ON crm_opportunities (id) WHERE archived = 1;
CREATE INDEX crm_requirements_archived ON crm_requirements (id) WHERE archived = 1;
CREATE INDEX crm_property_interests_archived ON crm_property_interests (id) WHERE archived = 1;
CREATE INDEX crm_tasks_archived ON crm_tasks (id) WHERE archived = 1;
CREATE INDEX crm_interactions_archived ON crm_interactions (id) WHERE archived = 1;

-- The orders in which these lists begin.
CREATE INDEX crm_opportunities_close ON crm_opportunities (close_date, id);
CREATE INDEX crm_tasks_due ON crm_tasks (due_at, id);
CREATE INDEX crm_interactions_at ON crm_interactions (at, id);

-- When somebody was in touch: a note is nobody's contact, and a call that reached nobody is none.
ALTER TABLE crm_interactions ADD COLUMN contact_at TEXT GENERATED ALWAYS AS (
    CASE WHEN lower(trim(coalesce(channel, ''))) = 'note' OR lower(trim(coalesce(outcome, ''))) IN (
        'no answer', 'not answered', 'no reply', 'wrong number', 'busy', 'line busy', 'rang out', 'missed',
        'switched off', 'unreachable', 'not reachable'
    ) THEN NULL ELSE at END
) VIRTUAL;
CREATE INDEX crm_interactions_contact ON crm_interactions (contact_at, id);
CREATE INDEX crm_property_interests_name ON crm_property_interests (sort_name, id);
CREATE INDEX crm_households_name ON crm_households (sort_name, id);
CREATE INDEX crm_requirements_name ON crm_requirements (sort_name, id);
