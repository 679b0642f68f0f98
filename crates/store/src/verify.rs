//! Verification of the audit chain against itself, the log it covers, and the pin outside.

use contracts::AuditReport;
use serde_json::Value;
use uuid::Uuid;

use crate::table::audit::Entry;
use crate::{Reader, Store, StoreError};

impl Store {
    /// Walks the chain: every entry's hash, its link to the one before, what it commits to (deltas and decisions are
    /// recomputed from what is stored), and the pinned head.
    ///
    /// # Errors
    /// The database's; a broken chain is no error but a report.
    pub fn verify_audit(&self) -> Result<AuditReport, StoreError> {
        let pin = self.pin();
        self.read(|r| {
            let mut report = AuditReport {
                entries: 0,
                head: None,
                ok: true,
                first_bad: None,
                findings: Vec::new(),
                pinned: None,
                erasures: Vec::new(),
            };
            let mut deltas = 0;
            let mut at_pin = None;
            let pinned = pin.as_ref().ok().and_then(Option::as_ref).map(|p| p.entries);
            let mut prev = [0u8; 32].to_vec();
            r.each_audit_entry(|entry| {
                report.entries += 1;
                if let Some(problem) = examine(r, &entry, report.entries, &prev, &mut deltas)? {
                    fail(&mut report, entry.seq, problem);
                }
                if Some(report.entries) == pinned {
                    at_pin = Some(graph::hex(&entry.hash));
                }
                report.head = Some(graph::hex(&entry.hash));
                prev = entry.hash;
                Ok(())
            })?;
            for e in r.erasures()? {
                report.erasures.push(contracts::ErasureNote {
                    erasure_id: e.erasure_id,
                    at: contracts::Timestamp(e.at),
                    actor: e.actor,
                    reason: e.reason,
                    clean: e.clean,
                });
            }
            let logged = r.graph_version()?;
            if report.ok && logged != deltas {
                let why = format!("the log holds {logged} changes, the chain covers {deltas}");
                let entries = report.entries;
                fail(&mut report, entries, why);
            }
            match pin {
                Err(e) => fail(&mut report, 0, e.to_string()),
                Ok(None) => {
                    let entries = report.entries;
                    report.findings.push(format!(
                        "No pin was found beside the database: nothing vouches for entries after {entries}."
                    ));
                }
                Ok(Some(pin)) => {
                    report.pinned = Some(pin.entries);
                    if pin.entries > report.entries {
                        let (cut, entries) = (pin.entries - report.entries, report.entries);
                        fail(
                            &mut report,
                            entries + 1,
                            format!("the chain's tail was cut: the pin knows {} entries, {cut} are gone", pin.entries),
                        );
                    } else if pin.entries > 0 && at_pin.as_deref() != Some(pin.head.as_str()) {
                        fail(&mut report, pin.entries, "it is not the entry that was pinned".into());
                    } else if pin.entries < report.entries {
                        // The last commit could not be pinned, or the power failed before it was.
                        let (pinned, entries) = (pin.entries, report.entries);
                        report.findings.push(format!(
                            "The pin vouches for {pinned} of {entries} entries; the next change pins the rest."
                        ));
                    }
                }
            }
            Ok(report)
        })
    }
}

fn fail(report: &mut AuditReport, seq: u64, problem: String) {
    report.ok = false;
    report.first_bad = Some(report.first_bad.map_or(seq, |first| first.min(seq)));
    if report.findings.len() < 20 {
        report.findings.push(format!("Entry {seq}: {problem}."));
    }
}

/// What is wrong with one entry, if anything. `deltas` counts the changes covered so far.
fn examine(
    r: &Reader<'_>,
    entry: &Entry,
    expected_seq: u64,
    prev: &[u8],
    deltas: &mut u64,
) -> Result<Option<String>, StoreError> {
    let subject: Value = serde_json::from_str(&entry.subject).unwrap_or(Value::Null);
    let id = |key: &str| subject.get(key).and_then(Value::as_str).and_then(|s| Uuid::parse_str(s).ok());
    if entry.kind == "deltas" {
        *deltas += subject.get("count").and_then(Value::as_u64).unwrap_or(0);
    }
    if entry.seq != expected_seq {
        return Ok(Some(format!("stands at position {expected_seq}; an entry before it is missing")));
    }
    if entry.hash != entry.expected_hash() {
        return Ok(Some("its content was changed (its hash does not fit)".into()));
    }
    if entry.prev != prev {
        return Ok(Some("it does not follow the entry before it".into()));
    }
    match entry.kind.as_str() {
        "deltas" => {
            let rows = match id("group").map(|g| r.group_commitments(g)).transpose() {
                Ok(rows) => rows.unwrap_or_default(),
                Err(e) => return Ok(Some(format!("a change it covers can't be read ({e})"))),
            };
            if let Some(n) = rows.iter().find(|c| Some(c.stored) != c.now).map(|c| c.n) {
                return Ok(Some(format!("change {n} that it covers was altered")));
            }
            let commitments: Vec<[u8; 32]> = rows.iter().map(|c| c.stored).collect();
            if graph::group_root(&commitments).as_slice() != entry.commitment {
                return Ok(Some("the changes it covers are not the ones recorded".into()));
            }
        }
        "decision" => {
            let decision = id("decision");
            let now = decision.map(|d| r.stored_decision_commitment(d)).transpose()?.flatten();
            let erased = now.is_some() && decision.map(|d| r.is_marked("decision", d)).transpose()? == Some(true);
            if !erased && now.is_none_or(|c| c.as_slice() != entry.commitment) {
                return Ok(Some("the decision it covers was altered or is gone".into()));
            }
        }
        "proposal" => {
            let proposal = id("proposal");
            let now = proposal.map(|p| r.stored_proposal_commitment(p)).transpose()?.flatten();
            let erased = proposal.map(|p| r.is_marked("proposal", p)).transpose()? == Some(true);
            if !erased && now.is_none_or(|c| c.as_slice() != entry.commitment) {
                return Ok(Some("the proposal it covers was altered or is gone".into()));
            }
        }
        "erasure" => {
            let now = id("erasure").map(|e| r.erasure_commitment(e)).transpose()?.flatten();
            if now.is_none_or(|c| c.as_slice() != entry.commitment) {
                return Ok(Some("the erasure it covers was altered".into()));
            }
        }
        "policy" => {
            let version = subject.get("version").and_then(Value::as_u64).unwrap_or(0);
            let now = r.policy_commitment(version)?;
            if now.is_none_or(|c| c.as_slice() != entry.commitment) {
                return Ok(Some("the policy it covers was altered or is gone".into()));
            }
        }
        "role" => {
            let grant = subject.get("grant").and_then(Value::as_i64).unwrap_or(0);
            let now = r.grant_commitment(grant)?;
            if now.is_none_or(|c| c.as_slice() != entry.commitment) {
                return Ok(Some("the grant it covers was altered or is gone".into()));
            }
        }
        _ => {}
    }
    Ok(None)
}
