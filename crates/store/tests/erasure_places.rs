//! Every column of the database is known to the erasure: a new one can't be forgotten.

use rusqlite::Connection;
use store::Store;
use testkit::FixedHost;

/// What an erasure does about a table's columns that could hold a client's words.
enum Place {
    /// Ids, counts, hashes, states, times, logins of users: nothing of a client.
    Bookkeeping,
    /// Rows of who is erased go; deals stay without what names the client (`erase/mod.rs`).
    Goes(&'static [&'static str]),
    /// About a file or a piece of work, not about a client: names of files and columns, settings.
    AboutWork(&'static [&'static str]),
}

use Place::{AboutWork, Bookkeeping, Goes};

/// Tables with the columns that hold words; every other column of theirs is bookkeeping.
const PLACES: &[(&str, Place)] = &[
    ("audit_entries", Bookkeeping),
    ("crm_accounts", Goes(&["*"])),
    ("crm_contact_points", Goes(&["*"])),
    ("crm_households", Goes(&["*"])),
    ("crm_interactions", Goes(&["*"])),
    ("crm_opportunities", Goes(&["*"])),
    ("crm_people", Goes(&["*"])),
    ("crm_property_interests", Goes(&["*"])),
    ("crm_relationships", Goes(&["*"])),
    ("crm_requirements", Goes(&["*"])),
    ("crm_tasks", Goes(&["*"])),
    // Held to the tables by triggers.
    ("crm_watch", Goes(&["*"])),
    ("erasure_gate", Bookkeeping),
    ("erasure_marks", Bookkeeping),
    ("erasure_rows", Bookkeeping),
    ("erasure_segments", Bookkeeping),
    // The reason is checked not to name the person.
    ("erasures", AboutWork(&["reason", "report"])),
    ("graph_aliases", Bookkeeping),
    ("graph_delta_values", Goes(&["salt", "changes"])),
    ("graph_deltas", Bookkeeping),
    // Hashes of what somebody says, which could be guessed: they go with the person.
    ("identity_keys", Goes(&["*"])),
    // Of values that several people have, by hash; nothing that is somebody's own.
    ("identity_models", AboutWork(&["counts", "calibration"])),
    ("identity_people", Goes(&["*"])),
    ("identity_plans", Bookkeeping),
    ("identity_rejections", Goes(&["*"])),
    ("identity_state", Bookkeeping),
    ("import_row_fates", Goes(&["reason", "refs"])),
    ("import_row_issues", Goes(&["message"])),
    ("lifecycle_moves", Bookkeeping),
    ("lifecycle_starts", Bookkeeping),
    // A header that is a client's row, under a wrong reading, goes.
    ("raw_import_batches", Goes(&["artifact"])),
    ("raw_import_rows", Bookkeeping),
    ("raw_import_segments", Bookkeeping),
    ("schema_migrations", Bookkeeping),
    ("search_docs", Goes(&["*"])),
    // Words that nobody else has go.
    ("search_words", Goes(&["word"])),
    ("sync_cursor", Bookkeeping),
    ("workflow_decisions", Goes(&["salt", "artifact"])),
    ("workflow_exports", AboutWork(&["path", "what"])),
    ("workflow_imports", Goes(&["file_name", "profile", "rows", "set_aside"])),
    ("workflow_lifecycle", Bookkeeping),
    ("workflow_looks", AboutWork(&["user"])),
    ("workflow_manifests", Goes(&["artifact"])),
    ("workflow_mission_log", AboutWork(&["line"])),
    ("workflow_missions", AboutWork(&["title", "input", "output", "error"])),
    ("workflow_policies", AboutWork(&["policy"])),
    // Headers and fields of a source; values that are replaced go where they name who is erased.
    ("workflow_profiles", Goes(&["profile_id", "profile"])),
    ("workflow_proposal_refs", Bookkeeping),
    ("workflow_proposal_values", Goes(&["salt", "artifact"])),
    ("workflow_proposals", Bookkeeping),
    ("workflow_roles", AboutWork(&["user"])),
    ("workflow_view_order", AboutWork(&["view_ids", "hidden", "user"])),
    // A filter that names who is erased goes with its view.
    ("workflow_views", Goes(&["*"])),
    ("workspace_meta", Bookkeeping),
];

/// Columns of bookkeeping by name: what may stand in a table without being listed above.
const PLAIN: &[&str] = &[
    "action",
    "actor",
    "acked_n",
    "applied_at",
    "archived",
    "artifact_id",
    "at",
    "attempts",
    "batch",
    "batch_id",
    "byte_len",
    "cause",
    "clean",
    "col",
    "commitment",
    "confidence",
    "created_at",
    "created_by",
    "decision_id",
    "delta",
    "delta_id",
    "device",
    "done",
    "duplicate_of",
    "entered_at",
    "entity_id",
    "entity_type",
    "epoch",
    "erasure",
    "erasure_id",
    "export",
    "family",
    "fate",
    "filed_at",
    "from_state",
    "grant_no",
    "group_id",
    "hash",
    "head",
    "hlc",
    "id",
    "import",
    "import_id",
    "into_id",
    "inverse_of",
    "key",
    "kind",
    "labels",
    "manifest_id",
    "mission",
    "mission_id",
    "n",
    "model",
    "name",
    "named",
    "new_sha256",
    "number",
    "offset",
    "old_id",
    "old_sha256",
    "on_id",
    "one",
    "op",
    "origin",
    "ord",
    "other_id",
    "pending",
    "people",
    "phase",
    "plan",
    "prev",
    "proposal",
    "proposal_id",
    "proposed_by",
    "reading",
    "review_required",
    "role",
    "row_count",
    "row_entity",
    "row_number",
    "rule",
    "saved_at",
    "saved_by",
    "segment",
    "seq",
    "sha256",
    "shape",
    "source",
    "source_system",
    "stage",
    "stale",
    "start",
    "state",
    "step",
    "subject",
    "to_state",
    "total",
    "updated_at",
    "upto",
    "value",
    "version",
    "what",
];

#[test]
fn every_column_of_the_database_is_known_to_the_erasure() {
    let dir = tempfile::tempdir().expect("tempdir");
    drop(Store::open(dir.path(), &FixedHost::default()).expect("opens"));
    let conn = Connection::open(dir.path().join("velocity.db")).expect("opens");
    let mut asked = conn
        .prepare(
            "SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table'
             AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE 'search_terms%' AND m.name NOT LIKE 'search_talk%' ORDER BY 1, 2",
        )
        .expect("asked");
    let columns: Vec<(String, String)> =
        asked.query_map([], |r| Ok((r.get(0)?, r.get(1)?))).expect("asked").collect::<Result<_, _>>().expect("read");
    for (table, column) in &columns {
        let place = PLACES.iter().find(|(name, _)| name == table).map(|(_, place)| place);
        let listed = match place {
            Some(Goes(words) | AboutWork(words)) => words.contains(&"*") || words.contains(&column.as_str()),
            Some(Bookkeeping) => false,
            None => panic!("the table {table} is new: say here what an erasure does about it, and do it"),
        };
        assert!(
            listed || PLAIN.contains(&column.as_str()),
            "the column {table}.{column} is new: say here what an erasure does about it, and do it"
        );
    }
    for (table, _) in PLACES {
        assert!(columns.iter().any(|(name, _)| name == table), "{table} is gone");
    }
}
