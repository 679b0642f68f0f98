//! The audit chain finds every change to itself, to what it covers, and a cut tail (R84, R194).

use std::path::Path;

use contracts::{Actor, Cause, EntityId, EntityRef, EntityType, GroupId};
use graph::Mutation;
use rusqlite::Connection;
use serde_json::json;
use store::{GroupWrite, NewDelta, Store, StoreError};
use testkit::FixedHost;

const GROUPS: u64 = 5;

/// A workspace with a few groups of changes, closed again.
fn filled(folder: &Path) -> FixedHost {
    let entropy = FixedHost::default();
    let store = Store::open(folder, &entropy).expect("opens");
    for i in 0..GROUPS {
        store
            .write::<_, StoreError>(&entropy, |tx| {
                let at = EntityRef { entity: EntityType::Person, id: EntityId(tx.new_id()) };
                let fields = [("full_name".to_string(), json!(format!("Person {i}")), vec![], None)];
                let cause = Cause {
                    kind: "edit".into(),
                    decision_id: None,
                    proposal_id: None,
                    batch_id: None,
                    row_number: None,
                };
                tx.commit_group(&GroupWrite {
                    group: GroupId(tx.new_id()),
                    actor: Actor::human("asha"),
                    source_system: "velocity".into(),
                    decision_id: None,
                    import: None,
                    deltas: vec![NewDelta { mutation: Mutation::create(at, fields), cause, inverse_of: None }],
                })
            })
            .expect("written");
    }
    entropy
}

/// Does something to the database that the triggers would refuse, as somebody with the file in hand can.
fn tamper(folder: &Path, sql: &str) -> usize {
    let conn = Connection::open(folder.join("velocity.db")).expect("opens");
    let triggers: Vec<String> = conn
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        .expect("prepared")
        .query_map([], |r| r.get(0))
        .expect("queried")
        .collect::<Result<_, _>>()
        .expect("read");
    conn.pragma_update(None, "foreign_keys", false).expect("off");
    conn.pragma_update(None, "ignore_check_constraints", true).expect("off");
    for t in triggers {
        conn.execute(&format!("DROP TRIGGER {t}"), []).expect("dropped");
    }
    conn.execute(sql, []).expect("tampered")
}

fn verify(folder: &Path, entropy: &FixedHost) -> contracts::AuditReport {
    Store::open(folder, entropy).expect("opens").verify_audit().expect("verified")
}

#[test]
fn an_untouched_chain_holds_and_is_vouched_for_to_its_end() {
    let dir = tempfile::tempdir().expect("tempdir");
    let entropy = filled(dir.path());
    let report = verify(dir.path(), &entropy);
    assert!(report.ok, "{report:?}");
    assert_eq!((report.entries, report.pinned), (GROUPS, Some(GROUPS)));
}

#[test]
fn changing_one_byte_of_any_column_of_any_entry_is_found_and_named() {
    for seq in 1..=GROUPS {
        for column in ["at", "actor", "kind", "subject"] {
            let dir = tempfile::tempdir().expect("tempdir");
            let entropy = filled(dir.path());
            // One character in the middle becomes another.
            let sql = format!(
                "UPDATE audit_entries SET {column} = substr({column}, 1, length({column}) / 2) ||
                 CASE substr({column}, length({column}) / 2 + 1, 1) WHEN 'x' THEN 'y' ELSE 'x' END ||
                 substr({column}, length({column}) / 2 + 2) WHERE seq = {seq}"
            );
            assert_eq!(tamper(dir.path(), &sql), 1);
            let report = verify(dir.path(), &entropy);
            assert!(!report.ok && report.first_bad == Some(seq), "{column} of {seq}: {report:?}");
        }
        for column in ["commitment", "prev", "hash"] {
            let dir = tempfile::tempdir().expect("tempdir");
            let entropy = filled(dir.path());
            let sql = format!(
                "UPDATE audit_entries SET {column} = CAST(substr({column}, 1, 15) ||
                 CASE substr({column}, 16, 1) WHEN x'00' THEN x'01' ELSE x'00' END || substr({column}, 17) AS BLOB)
                 WHERE seq = {seq}"
            );
            assert_eq!(tamper(dir.path(), &sql), 1);
            let report = verify(dir.path(), &entropy);
            assert!(!report.ok && report.first_bad == Some(seq), "{column} of {seq}: {report:?}");
        }
    }
}

#[test]
fn a_cut_tail_is_found_by_the_pin_and_later_writes_do_not_hide_it() {
    let dir = tempfile::tempdir().expect("tempdir");
    let entropy = filled(dir.path());
    tamper(dir.path(), "DELETE FROM graph_delta_values WHERE delta = 5");
    tamper(dir.path(), "DELETE FROM graph_deltas WHERE delta = 5");
    tamper(dir.path(), "DELETE FROM audit_entries WHERE seq = 5");
    let report = verify(dir.path(), &entropy);
    assert!(!report.ok && report.first_bad == Some(5), "{report:?}");
    assert!(report.findings.iter().any(|f| f.contains("tail was cut")), "{report:?}");
    filled_again(dir.path(), &entropy);
    let report = verify(dir.path(), &entropy);
    assert!(!report.ok && report.first_bad == Some(5), "new entries must not take the old ones' place: {report:?}");
}

fn filled_again(folder: &Path, entropy: &FixedHost) {
    let store = Store::open(folder, entropy).expect("opens");
    for _ in 0..2 {
        store
            .write::<_, StoreError>(entropy, |tx| {
                let now = tx.now();
                tx.append_audit("workspace", &json!({}), [0; 32], &Actor::human("asha"), &now)
            })
            .expect("written");
    }
}

#[test]
fn a_missing_middle_entry_is_named() {
    let dir = tempfile::tempdir().expect("tempdir");
    let entropy = filled(dir.path());
    tamper(dir.path(), "DELETE FROM audit_entries WHERE seq = 3");
    let report = verify(dir.path(), &entropy);
    assert!(!report.ok && report.first_bad == Some(4), "{report:?}");
}

#[test]
fn what_the_chain_covers_is_covered() {
    for sql in [
        "UPDATE graph_delta_values SET changes = replace(changes, 'Person 2', 'Person X') WHERE delta = 3",
        "UPDATE graph_deltas SET actor = replace(actor, 'asha', 'ravi') WHERE delta = 3",
        "DELETE FROM graph_deltas WHERE delta = 3",
    ] {
        let dir = tempfile::tempdir().expect("tempdir");
        let entropy = filled(dir.path());
        tamper(dir.path(), sql);
        let report = verify(dir.path(), &entropy);
        assert!(!report.ok && report.first_bad == Some(3), "{sql}: {report:?}");
    }
}

#[test]
fn evidence_decisions_and_audit_refuse_to_change() {
    let dir = tempfile::tempdir().expect("tempdir");
    filled(dir.path());
    let conn = Connection::open(dir.path().join("velocity.db")).expect("opens");
    for table in ["graph_deltas", "graph_delta_values", "audit_entries"] {
        for sql in [format!("DELETE FROM {table}"), format!("UPDATE {table} SET rowid = rowid + 100")] {
            let refused = conn.execute(&sql, []).expect_err("refused");
            assert!(refused.to_string().contains("append-only"), "{sql}: {refused}");
        }
    }
    let mut names = conn
        .prepare("SELECT DISTINCT tbl_name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE tbl_name || '_no_%' ORDER BY 1")
        .expect("asked");
    let guarded: Vec<String> =
        names.query_map([], |r| r.get(0)).expect("asked").collect::<Result<_, _>>().expect("read");
    assert_eq!(
        guarded,
        [
            "audit_entries",
            "erasure_marks",
            "erasure_rows",
            "erasure_segments",
            "erasures",
            "graph_delta_values",
            "graph_deltas",
            "import_row_fates",
            "import_row_issues",
            "raw_import_batches",
            "raw_import_rows",
            "raw_import_segments",
            "workflow_decisions",
            "workflow_lifecycle",
            "workflow_manifests",
            "workflow_mission_log",
            "workflow_policies",
            "workflow_proposal_refs",
            "workflow_proposal_values",
            "workflow_proposals",
            "workflow_roles",
        ],
        "tables that only grow"
    );
}

/// What the contracts allow is what the database allows: the triggers check moves against these two tables.
#[test]
fn the_database_knows_the_lifecycles_of_the_contracts() {
    fn check<A: contracts::Artifact>(conn: &Connection) {
        let start: String = conn
            .query_row("SELECT state FROM lifecycle_starts WHERE family = ?", [A::TYPE], |r| r.get(0))
            .unwrap_or_else(|e| panic!("{}: {e}", A::TYPE));
        assert_eq!(start, A::STATES[0], "{}", A::TYPE);
        let mut moves = conn
            .prepare("SELECT from_state, to_state FROM lifecycle_moves WHERE family = ? ORDER BY 1, 2")
            .expect("asked");
        let held: Vec<(String, String)> = moves
            .query_map([A::TYPE], |r| Ok((r.get(0)?, r.get(1)?)))
            .expect("asked")
            .collect::<Result<_, _>>()
            .expect("read");
        let mut allowed: Vec<(String, String)> =
            A::TRANSITIONS.iter().map(|(a, b)| ((*a).into(), (*b).into())).collect();
        allowed.sort();
        assert_eq!(held, allowed, "{}: a new move needs a migration", A::TYPE);
    }
    let dir = tempfile::tempdir().expect("tempdir");
    filled(dir.path());
    let conn = Connection::open(dir.path().join("velocity.db")).expect("opens");
    check::<contracts::RawImportBatch>(&conn);
    check::<contracts::ImportRowRecord>(&conn);
    check::<contracts::ImportMappingManifest>(&conn);
    check::<contracts::NormalizedEntityProposal>(&conn);
    check::<contracts::ClientGraphDelta>(&conn);
    check::<contracts::InteractionBundle>(&conn);
    check::<contracts::TranscriptBundle>(&conn);
    check::<contracts::QdSignalBundle>(&conn);
    check::<contracts::OracleWritebackProposal>(&conn);
    check::<contracts::EnrichmentProposal>(&conn);
    check::<contracts::ApprovalDecision>(&conn);
    check::<contracts::Client360Snapshot>(&conn);
    let id = [7u8; 16];
    let insert = "INSERT INTO workflow_lifecycle (artifact_id, seq, family, state, entered_at, actor)
        VALUES (?1, ?2, 'NormalizedEntityProposal', ?3, '', '{}')";
    conn.execute(insert, rusqlite::params![id, 1, "applied"]).expect("an allowed move");
    for (seq, state) in [(2, "approved"), (2, "proposed"), (4, "rolled_back")] {
        let refused = conn.execute(insert, rusqlite::params![id, seq, state]).expect_err(state);
        assert!(refused.to_string().contains("lifecycle"), "{refused}");
    }
    conn.execute(insert, rusqlite::params![id, 2, "rolled_back"]).expect("an allowed move");
    // Of something that has not moved yet: only what the start allows, under the first number.
    let fresh = [8u8; 16];
    for (seq, state) in [(1, "rolled_back"), (1, "proposed"), (2, "applied"), (0, "applied")] {
        let refused = conn.execute(insert, rusqlite::params![fresh, seq, state]).expect_err(state);
        assert!(refused.to_string().contains("lifecycle"), "{refused}");
    }
    conn.execute(insert, rusqlite::params![id, 1, "applied"]).expect_err("it moved before");
}

/// How many cases: hundreds in a test run, ten thousand in a bench run.
fn cases(by_default: u32) -> u32 {
    std::env::var("VELOCITY_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(by_default)
}

/// A small random sequence that repeats: which case it is decides everything.
struct Draw(u64);

impl Draw {
    fn below(&mut self, n: usize) -> usize {
        // SplitMix64 (Steele, Lea, Flood 2014).
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) % (n as u64)).expect("below n")
    }
}

const COLUMNS: [&str; 8] = ["seq", "at", "actor", "kind", "subject", "commitment", "prev", "hash"];

/// One entry with every column as bytes.
type Row = Vec<rusqlite::types::Value>;

fn chain(conn: &Connection) -> Vec<Row> {
    let mut asked =
        conn.prepare(&format!("SELECT {} FROM audit_entries ORDER BY seq", COLUMNS.join(", "))).expect("asked");
    asked
        .query_map([], |r| (0..COLUMNS.len()).map(|i| r.get(i)).collect())
        .expect("asked")
        .collect::<Result<_, _>>()
        .expect("read")
}

fn put_chain(conn: &Connection, rows: &[Row]) {
    conn.execute_batch("DELETE FROM audit_entries").expect("emptied");
    let marks = vec!["?"; COLUMNS.len()].join(", ");
    for row in rows {
        let sql = format!("INSERT INTO audit_entries ({}) VALUES ({marks})", COLUMNS.join(", "));
        conn.execute(&sql, rusqlite::params_from_iter(row)).expect("put");
    }
}

/// Changes one bit of one column; how, in words. Integers move by a power of two, text stays text.
fn flip(row: &mut Row, column: usize, draw: &mut Draw) -> String {
    use rusqlite::types::Value as V;
    match &mut row[column] {
        V::Integer(n) => *n += 1 << draw.below(4),
        V::Blob(bytes) => {
            let at = draw.below(bytes.len());
            bytes[at] ^= 1 << draw.below(8);
        }
        V::Text(text) => {
            let mut chars: Vec<char> = text.chars().collect();
            let at = draw.below(chars.len());
            chars[at] = if chars[at] == 'x' { 'y' } else { 'x' };
            *text = chars.into_iter().collect();
        }
        other => panic!("a column of {other:?}"),
    }
    format!("flipped {}", COLUMNS[column])
}

/// Flip, drop, reorder, truncate, replace by an older copy: whatever is done to the rows of the chain is found.
#[test]
fn every_random_mutation_of_the_chain_is_found() {
    let dir = tempfile::tempdir().expect("tempdir");
    let entropy = filled(dir.path());
    let store = Store::open(dir.path(), &entropy).expect("opens");
    let me = Actor::human("asha");
    for i in 0..20 {
        store
            .write::<_, StoreError>(&entropy, |tx| {
                let _ = tx.insert_policy(&format!("{{\"n\":{i}}}"), &me)?;
                tx.insert_grant(&format!("user {i}"), Some("operator"), &me)
            })
            .expect("written");
    }
    let conn = Connection::open(dir.path().join("velocity.db")).expect("opens");
    tamper(dir.path(), "SELECT 1 WHERE 0");
    conn.pragma_update(None, "ignore_check_constraints", true).expect("off");
    conn.pragma_update(None, "synchronous", "OFF").expect("off");
    let good = chain(&conn);
    // An older copy of the same chain: what stood there before the last grants.
    let older = good[..good.len() / 2].to_vec();
    assert!(store.verify_audit().expect("verified").ok);
    let mut found = std::collections::BTreeMap::new();
    for case in 0..cases(300) {
        let mut draw = Draw(u64::from(case) + 1);
        let mut rows = good.clone();
        let n = rows.len();
        let how = match case % 5 {
            0 => {
                let (row, column) = (draw.below(n), draw.below(COLUMNS.len()));
                flip(&mut rows[row], column, &mut draw)
            }
            1 => {
                rows.remove(draw.below(n));
                "dropped".into()
            }
            2 => {
                // Two entries change places, with or without their numbers.
                let (a, b) = (draw.below(n), draw.below(n - 1));
                let b = if b >= a { b + 1 } else { b };
                rows.swap(a, b);
                if draw.below(2) == 0 {
                    for (i, row) in rows.iter_mut().enumerate() {
                        row[0] = rusqlite::types::Value::Integer(i64::try_from(i + 1).expect("small"));
                    }
                    "reordered and numbered anew".into()
                } else {
                    let (first, second) = (rows[a][0].clone(), rows[b][0].clone());
                    (rows[a][0], rows[b][0]) = (second, first);
                    "reordered".to_string()
                }
            }
            3 => {
                rows.truncate(draw.below(n));
                "truncated".into()
            }
            _ => {
                // An older copy: of the whole chain, or of one entry over another.
                if draw.below(4) == 0 {
                    rows = older[..1 + draw.below(older.len())].to_vec();
                } else {
                    let (from, to) = (draw.below(n), draw.below(n - 1));
                    let to = if to >= from { to + 1 } else { to };
                    let number = rows[to][0].clone();
                    rows[to] = good[from].clone();
                    rows[to][0] = number;
                }
                "replaced by an older copy".into()
            }
        };
        let mut unique = std::collections::BTreeSet::new();
        rows.retain(|r| unique.insert(format!("{:?}", r[0])));
        if rows == good {
            continue;
        }
        put_chain(&conn, &rows);
        let report = store.verify_audit().expect("verified");
        assert!(!report.ok && report.first_bad.is_some(), "case {case}: {how}: {report:?}");
        *found.entry(how).or_insert(0) += 1;
    }
    put_chain(&conn, &good);
    assert!(store.verify_audit().expect("verified").ok, "put back, it holds again");
    println!("found: {found:?}");
}
