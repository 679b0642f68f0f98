//! What a workspace looks like after a kill, said by two witnesses: plain SQL beside the product, and the product.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use anyhow::Result;
use rusqlite::{Connection, OptionalExtension as _};

use super::notary::Ledger;
use super::place::Place;

/// What can be wrong after a kill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// Something acknowledged is not there.
    Lost,
    /// Something is there in part.
    Half,
    /// A check of the database, the chain or the graph failed.
    Integrity,
    /// Work that was cut off is not shown as such, or does not go on.
    Mission,
    /// Work that went on ended otherwise than work that nobody disturbed.
    End,
}

/// One thing that is wrong.
#[derive(Clone, Debug)]
pub struct Finding {
    /// Of what kind.
    pub fault: Fault,
    /// In words.
    pub what: String,
}

impl Finding {
    /// One thing that is wrong.
    #[must_use]
    pub fn new(fault: Fault, what: impl Into<String>) -> Self {
        Self { fault, what: what.into() }
    }
}

/// What plain SQL says: the database is sound, every acknowledged group is there with its values, and no group has
/// another number of changes than its audit entry says. With the number of groups that there are.
#[must_use]
pub fn by_sql(place: &Place, ledger: &Ledger) -> (Vec<Finding>, usize) {
    let mut findings = Vec::new();
    let looked = place.look().and_then(|conn| {
        sound(&conn, &mut findings)?;
        whole(&conn, ledger, &mut findings)
    });
    let groups = looked.unwrap_or_else(|problem| {
        findings.push(Finding::new(Fault::Integrity, format!("the database can't be read: {problem:#}")));
        0
    });
    (findings, groups)
}

fn sound(conn: &Connection, findings: &mut Vec<Finding>) -> Result<()> {
    let said: Vec<String> =
        conn.prepare("PRAGMA integrity_check(5)")?.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    if said != ["ok"] {
        findings.push(Finding::new(Fault::Integrity, format!("integrity_check: {}", said.join("; "))));
    }
    let orphan = conn.query_row("PRAGMA foreign_key_check", [], |row| row.get::<_, String>(0)).optional()?;
    if let Some(table) = orphan {
        findings.push(Finding::new(Fault::Integrity, format!("{table} has a row without its parent")));
    }
    Ok(())
}

/// A group as the log holds it.
struct Logged {
    changes: u64,
    first: u64,
    last: u64,
    without_values: u64,
}

fn whole(conn: &Connection, ledger: &Ledger, findings: &mut Vec<Finding>) -> Result<usize> {
    let logged: BTreeMap<String, Logged> = conn
        .prepare(
            "SELECT lower(hex(d.group_id)), count(*), min(d.n), max(d.n), count(*) - count(v.delta)
             FROM graph_deltas d LEFT JOIN graph_delta_values v USING (delta) GROUP BY d.group_id",
        )?
        .query_map([], |row| {
            let group =
                Logged { changes: row.get(1)?, first: row.get(2)?, last: row.get(3)?, without_values: row.get(4)? };
            Ok((row.get(0)?, group))
        })?
        .collect::<rusqlite::Result<_>>()?;
    let audited: BTreeMap<String, (u64, u64)> = conn
        .prepare(
            "SELECT replace(json_extract(subject, '$.group'), '-', ''), json_extract(subject, '$.count'),
                json_extract(subject, '$.first_n') FROM audit_entries WHERE kind = 'deltas'",
        )?
        .query_map([], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))?
        .collect::<rusqlite::Result<_>>()?;
    for (group, changes) in ledger {
        match logged.get(group) {
            None => findings.push(Finding::new(Fault::Lost, format!("group {group} was acknowledged and is gone"))),
            Some(found) if found.changes != *changes => {
                let what = format!("group {group} was acknowledged with {changes} changes and has {}", found.changes);
                findings.push(Finding::new(Fault::Lost, what));
            }
            Some(_) => {}
        }
    }
    for (group, found) in &logged {
        let entry = audited.get(group).copied();
        if entry != Some((found.changes, found.first)) || found.last - found.first + 1 != found.changes {
            let what = format!(
                "group {group} has {} changes, {} to {}; its audit entry says {entry:?}",
                found.changes, found.first, found.last
            );
            findings.push(Finding::new(Fault::Half, what));
        }
    }
    if let Some(group) = audited.keys().find(|group| !logged.contains_key(*group)) {
        findings.push(Finding::new(Fault::Half, format!("group {group} has an audit entry and no changes")));
    }
    let destroyed = erased_values(conn)?;
    let missing: u64 = logged.values().map(|group| group.without_values).sum();
    if missing > destroyed {
        let what = format!("{missing} changes have no values, {destroyed} were erased");
        findings.push(Finding::new(Fault::Half, what));
    }
    Ok(logged.len())
}

/// Changes whose values an erasure may have destroyed; there are none before the schema that knows erasures.
fn erased_values(conn: &Connection) -> Result<u64> {
    let known = conn
        .query_row("SELECT 1 FROM sqlite_schema WHERE name = 'erasure_marks'", [], |_| Ok(()))
        .optional()?
        .is_some();
    if !known {
        return Ok(0);
    }
    Ok(conn.query_row("SELECT count(*) FROM erasure_marks WHERE what = 'delta'", [], |row| row.get(0))?)
}

/// What the product says of itself: it opens, shows nothing as running that nobody is at, and `doctor` finds nothing,
/// which holds `SQLite`'s integrity check, the verification of the audit chain and its pin, the raw evidence, and the
/// graph against its log. With the time that its first answer took: its recovery.
#[must_use]
pub fn by_product(place: &Place) -> (Vec<Finding>, Duration) {
    let mut findings = Vec::new();
    let begun = Instant::now();
    let missions = place.done(&["mission", "list"]);
    let recovery = begun.elapsed();
    match missions {
        Ok(answer) => {
            let all = answer["missions"].as_array().cloned().unwrap_or_default();
            for mission in all.iter().filter(|mission| mission["state"] == "running") {
                findings.push(Finding::new(Fault::Mission, format!("nobody is at this mission: {mission}")));
            }
            let shown = all.iter().filter(|mission| mission["state"] == "interrupted").count();
            let cut_off = place.look().and_then(|conn| {
                let sql = "SELECT count(*) FROM workflow_missions WHERE state = 'running'";
                Ok(conn.query_row(sql, [], |row| row.get::<_, usize>(0))?)
            });
            if !cut_off.as_ref().is_ok_and(|cut_off| *cut_off == shown) {
                let what = format!("{cut_off:?} missions were cut off, {shown} are shown as interrupted");
                findings.push(Finding::new(Fault::Mission, what));
            }
        }
        Err(problem) => findings.push(Finding::new(Fault::Integrity, format!("it does not open: {problem:#}"))),
    }
    findings.extend(says_ok(place, &["doctor"]));
    (findings, recovery)
}

/// What a command that reports with `ok` finds.
#[must_use]
pub fn says_ok(place: &Place, check: &[&str]) -> Option<Finding> {
    match place.run(check) {
        Ok(answer) if answer.code == 0 && answer.json["ok"] == true => None,
        Ok(answer) => Some(Finding::new(Fault::Integrity, format!("{check:?}: {}", answer.json))),
        Err(problem) => Some(Finding::new(Fault::Integrity, format!("{check:?}: {problem:#}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::super::story::{people, staged};
    use super::*;
    use crate::programs;

    /// A workspace with approved people, what was acknowledged, and a statement that does harm to it.
    fn after(harm: &str) -> Vec<Fault> {
        let place = Place::empty(&programs::velocity()).unwrap();
        let import = staged(&place, &people(5)).unwrap();
        let _ = place.done(&["import", "approve", &import]).unwrap();
        let conn = Connection::open(place.workspace().join("velocity.db")).unwrap();
        let ledger: Ledger = conn
            .prepare("SELECT lower(hex(group_id)), count(*) FROM graph_deltas GROUP BY 1")
            .unwrap()
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap()
            .collect::<rusqlite::Result<_>>()
            .unwrap();
        assert_eq!(ledger.len(), 5);
        for table in ["graph_deltas", "graph_delta_values", "audit_entries"] {
            conn.execute_batch(&format!("DROP TRIGGER {table}_no_delete")).unwrap();
        }
        conn.execute_batch(&format!("PRAGMA foreign_keys = OFF; {harm}")).unwrap();
        drop(conn);
        let mut faults: Vec<Fault> = by_sql(&place, &ledger).0.iter().map(|finding| finding.fault).collect();
        faults.dedup();
        faults
    }

    #[test]
    fn the_sql_witness_notices_what_is_lost_and_what_is_half_there() {
        assert_eq!(after(""), []);
        let last = "(SELECT max(delta) FROM graph_deltas)";
        assert_eq!(after(&format!("DELETE FROM graph_delta_values WHERE delta = {last}")), [Fault::Half]);
        let one = format!(
            "DELETE FROM graph_delta_values WHERE delta = {last}; DELETE FROM graph_deltas WHERE delta = {last}"
        );
        assert_eq!(after(&one), [Fault::Lost, Fault::Half]);
        let entry = "DELETE FROM audit_entries WHERE seq = (SELECT max(seq) FROM audit_entries WHERE kind = 'deltas')";
        assert_eq!(after(entry), [Fault::Half]);
    }
}
