-- Today: clients of open deals with when somebody was last in touch, open tasks by when they are due, and what each user
-- looked at last.
-- Serves: RawImportBatch 1, ImportRowRecord 1, ImportMappingManifest 1.1, NormalizedEntityProposal 1.2,
--         ApprovalDecision 1.1, ClientGraphDelta 1.1, OracleWritebackProposal 1, EnrichmentProposal 1,
--         Client360Snapshot 1.1.

-- Deals that are neither won nor lost, by their status or, without one, by their dates.
CREATE VIEW crm_open_deals AS
SELECT id, stage, probability FROM crm_opportunities
WHERE archived = 0
    AND NOT (
        trim(coalesce(status, '')) LIKE 'won%' OR trim(coalesce(status, '')) LIKE 'lost%'
        OR trim(coalesce(status, '')) LIKE 'closed%' OR trim(coalesce(status, '')) LIKE 'cancelled%'
        OR trim(coalesce(status, '')) LIKE 'deleted%'
        OR (trim(coalesce(status, '')) = '' AND (won_at IS NOT NULL OR lost_at IS NOT NULL))
    );

-- Times that somebody was in touch with a person, by the day as it was written down.
CREATE VIEW crm_contacts_made AS
SELECT r.to_id AS person_id, i.id AS interaction_id, substr(i.contact_at, 1, 10) AS day
FROM crm_relationships r JOIN crm_interactions i ON i.id = r.from_id
WHERE r.kind = 'interaction_of' AND i.archived = 0
    AND i.contact_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*';

-- Clients of open deals who may be contacted: the furthest of these deals, and when somebody was last in touch.
CREATE VIEW crm_watch_now AS
SELECT w.person_id, w.deal_id,
    (SELECT lower(trim(coalesce(stage, ''))) FROM crm_opportunities o WHERE o.id = w.deal_id) AS deal_stage,
    max(coalesce(w.told, ''), coalesce((SELECT day FROM crm_contacts_made c WHERE c.interaction_id = w.contact_id LIMIT 1), ''))
        AS contact_at,
    w.contact_id
FROM (
    SELECT p.id AS person_id,
        CASE WHEN p.last_contacted_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'
            THEN substr(p.last_contacted_at, 1, 10) END AS told,
        (SELECT o.id FROM crm_relationships r JOIN crm_open_deals o ON o.id = r.from_id
            WHERE r.to_id = p.id AND r.kind = 'contact_of'
            ORDER BY CAST(coalesce(o.probability, '0') AS REAL) DESC, o.id DESC LIMIT 1) AS deal_id,
        (SELECT c.interaction_id FROM crm_contacts_made c WHERE c.person_id = p.id
            ORDER BY c.day DESC, c.interaction_id DESC LIMIT 1) AS contact_id
    FROM crm_people p WHERE p.archived = 0 AND coalesce(p.do_not_contact, 0) = 0
) w
WHERE w.deal_id IS NOT NULL;

-- The same, kept: a projection that triggers hold to the tables, whoever writes them.
CREATE TABLE crm_watch (
    person_id BLOB PRIMARY KEY CHECK (length(person_id) = 16),
    deal_id BLOB NOT NULL CHECK (length(deal_id) = 16),
    deal_stage TEXT NOT NULL,
    -- A day; empty: nobody was ever in touch.
    contact_at TEXT NOT NULL,
    contact_id BLOB CHECK (length(contact_id) = 16)
) STRICT, WITHOUT ROWID;
CREATE INDEX crm_watch_stage ON crm_watch (deal_stage, contact_at, person_id);
INSERT INTO crm_watch SELECT person_id, deal_id, deal_stage, contact_at, contact_id FROM crm_watch_now;

CREATE TRIGGER crm_watch_linked AFTER INSERT ON crm_relationships WHEN NEW.kind = 'contact_of'
BEGIN
    DELETE FROM crm_watch WHERE person_id = NEW.to_id;
    INSERT INTO crm_watch SELECT person_id, deal_id, deal_stage, contact_at, contact_id FROM crm_watch_now
        WHERE person_id = NEW.to_id;
END;
CREATE TRIGGER crm_watch_unlinked AFTER DELETE ON crm_relationships WHEN OLD.kind IN ('contact_of', 'interaction_of')
BEGIN
    DELETE FROM crm_watch WHERE person_id = OLD.to_id;
    INSERT INTO crm_watch SELECT person_id, deal_id, deal_stage, contact_at, contact_id FROM crm_watch_now
        WHERE person_id = OLD.to_id;
END;
-- Many are written at a time: nothing is looked up again but where the new one is the newest.
CREATE TRIGGER crm_watch_contact_linked AFTER INSERT ON crm_relationships WHEN NEW.kind = 'interaction_of'
BEGIN
    UPDATE crm_watch SET contact_id = n.id, contact_at = max(contact_at, n.day)
    FROM (SELECT c.interaction_id AS id, c.day FROM crm_contacts_made c
        WHERE c.interaction_id = NEW.from_id AND c.person_id = NEW.to_id) n
    WHERE person_id = NEW.to_id AND (contact_id IS NULL OR (n.day, n.id) > (
        (SELECT substr(o.at, 1, 10) FROM crm_interactions o WHERE o.id = contact_id), contact_id));
END;
CREATE TRIGGER crm_watch_contact_made AFTER INSERT ON crm_interactions
BEGIN
    UPDATE crm_watch SET contact_id = NEW.id, contact_at = max(contact_at, substr(NEW.at, 1, 10))
    WHERE person_id IN (SELECT c.person_id FROM crm_contacts_made c WHERE c.interaction_id = NEW.id)
        AND (contact_id IS NULL OR (substr(NEW.at, 1, 10), NEW.id) > (
            (SELECT substr(o.at, 1, 10) FROM crm_interactions o WHERE o.id = contact_id), contact_id));
END;
CREATE TRIGGER crm_watch_contact_changed AFTER UPDATE ON crm_interactions
WHEN OLD.contact_at IS NOT NEW.contact_at OR OLD.archived <> NEW.archived
BEGIN
    DELETE FROM crm_watch WHERE person_id IN
        (SELECT to_id FROM crm_relationships WHERE from_id = NEW.id AND kind = 'interaction_of');
    INSERT INTO crm_watch SELECT person_id, deal_id, deal_stage, contact_at, contact_id FROM crm_watch_now
        WHERE person_id IN (SELECT to_id FROM crm_relationships WHERE from_id = NEW.id AND kind = 'interaction_of');
END;
CREATE TRIGGER crm_watch_deal_made AFTER INSERT ON crm_opportunities
BEGIN
    DELETE FROM crm_watch WHERE person_id IN
        (SELECT to_id FROM crm_relationships WHERE from_id = NEW.id AND kind = 'contact_of');
    INSERT INTO crm_watch SELECT person_id, deal_id, deal_stage, contact_at, contact_id FROM crm_watch_now
        WHERE person_id IN (SELECT to_id FROM crm_relationships WHERE from_id = NEW.id AND kind = 'contact_of');
END;
CREATE TRIGGER crm_watch_deal_changed AFTER UPDATE ON crm_opportunities
WHEN OLD.stage IS NOT NEW.stage OR OLD.status IS NOT NEW.status OR OLD.probability IS NOT NEW.probability
    OR OLD.archived <> NEW.archived OR OLD.won_at IS NOT NEW.won_at OR OLD.lost_at IS NOT NEW.lost_at
BEGIN
    DELETE FROM crm_watch WHERE person_id IN
        (SELECT to_id FROM crm_relationships WHERE from_id = NEW.id AND kind = 'contact_of');
    INSERT INTO crm_watch SELECT person_id, deal_id, deal_stage, contact_at, contact_id FROM crm_watch_now
        WHERE person_id IN (SELECT to_id FROM crm_relationships WHERE from_id = NEW.id AND kind = 'contact_of');
END;
CREATE TRIGGER crm_watch_person_made AFTER INSERT ON crm_people
WHEN EXISTS (SELECT 1 FROM crm_relationships WHERE to_id = NEW.id AND kind = 'contact_of')
BEGIN
    DELETE FROM crm_watch WHERE person_id = NEW.id;
    INSERT INTO crm_watch SELECT person_id, deal_id, deal_stage, contact_at, contact_id FROM crm_watch_now
        WHERE person_id = NEW.id;
END;
CREATE TRIGGER crm_watch_person_changed AFTER UPDATE ON crm_people
WHEN OLD.archived <> NEW.archived OR OLD.do_not_contact IS NOT NEW.do_not_contact
    OR OLD.last_contacted_at IS NOT NEW.last_contacted_at
BEGIN
    DELETE FROM crm_watch WHERE person_id = NEW.id;
    INSERT INTO crm_watch SELECT person_id, deal_id, deal_stage, contact_at, contact_id FROM crm_watch_now
        WHERE person_id = NEW.id;
END;
CREATE TRIGGER crm_watch_person_gone AFTER DELETE ON crm_people
BEGIN DELETE FROM crm_watch WHERE person_id = OLD.id; END;

-- What is to be done, by when; the status says what is done without a date of its own.
CREATE INDEX crm_tasks_open ON crm_tasks (due_at, status) WHERE done_at IS NULL AND archived = 0;

-- How far in the log of changes a user has looked: at a record, or at Today (sixteen zero bytes). Local bookkeeping, no
-- part of the graph.
CREATE TABLE workflow_looks (
    entity_id BLOB NOT NULL CHECK (length(entity_id) = 16),
    user TEXT NOT NULL,
    upto INTEGER NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (entity_id, user)
) STRICT, WITHOUT ROWID;
