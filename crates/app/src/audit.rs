//! `audit verify` and `doctor`.

use std::collections::{BTreeMap, BTreeSet};

use contracts::{Actor, AuditReport, Check, DoctorReport, EntityRef, EntityType, Permission};
use sha2::{Digest as _, Sha256};
use store::{Reader, StoreError};

use crate::error::{Failure, from_store};
use crate::{App, Outcome};

impl App {
    /// Verifies the audit chain, what it covers, and its pin (R84, R194).
    ///
    /// # Errors
    /// The store's; a broken chain is no error but a report.
    pub fn audit_verify(&self, actor: &Actor) -> Outcome<AuditReport> {
        self.permit(actor, Permission::ReadAudit)?;
        self.store.verify_audit().map_err(|e| from_store(&e))
    }

    /// Looks at everything that can go wrong in a workspace.
    ///
    /// # Errors
    /// The store's; something wrong is no error but a report.
    pub fn doctor(&self, actor: &Actor) -> Outcome<DoctorReport> {
        self.permit(actor, Permission::ReadAudit)?;
        let mut checks = Vec::new();
        let mut check = |name: &str, ok: bool, detail: String| checks.push(Check { name: name.into(), ok, detail });
        let info = self.store.info().map_err(|e| from_store(&e))?;
        let durable = info.read_only || (info.journal == "wal" && info.synchronous == 2);
        let mode = if info.read_only { ", for reading only: its disk is read-only" } else { "" };
        check(
            "database engine",
            durable,
            format!(
                "SQLite {} as SQLCipher {}, sqlite-vec {}, schema {}, journal {}, synchronous {}{mode}",
                info.sqlite, info.cipher, info.vec, info.schema, info.journal, info.synchronous
            ),
        );
        let problems = self.store.integrity().map_err(|e| from_store(&e))?;
        check("database integrity", problems.is_empty(), either(&problems, "no damage, no orphaned rows"));
        let audit = self.audit_verify(actor)?;
        check("audit chain", audit.ok, either(&audit.findings, &format!("{} entries hold", audit.entries)));
        let evidence = self.evidence_problems()?;
        check("raw evidence", evidence.is_empty(), either(&evidence, "every stored file has the bytes it came with"));
        let orphans = self.reading(|r| Ok(r.orphan_blobs()?))?.len();
        let left = match orphans {
            0 => "nothing is kept that no import refers to".into(),
            n => format!(
                "{n} pieces are kept that no import refers to; work that was cut off left them, they only take space"
            ),
        };
        check("left-over pieces", true, left);
        let (erased, unclean, gate) = self.reading(|r| {
            let all = r.erasures()?;
            Ok((all.len(), all.iter().filter(|e| !e.clean).count(), r.erasure_gate_is_open()?))
        })?;
        let erasures = match (gate, unclean) {
            (true, _) => "the gate that only an erasure opens stands open: evidence can be changed".into(),
            (false, 0) => format!("{erased} carried out, their files clean"),
            (false, n) => format!("{n} of {erased} have files to clean; that happens when no other process reads"),
        };
        check("erasures", !gate, erasures);
        let drift = self.reading(rebuild_problems)?;
        check(
            "graph equals its log",
            drift.is_empty(),
            either(&drift, "every record and link is the sum of its changes"),
        );
        let (keys, lag) = self.reading(|r| Ok((crate::matching::keys::problems(r)?, r.identity_lag()?)))?;
        let fine = match lag {
            0 => "the keys that people are found by are those of their records".into(),
            n => format!("{n} changes are not in the keys yet; the next import or scan writes them"),
        };
        check("identity keys", keys.is_empty(), either(&keys, &fine));
        let astray = self.reading(|r| Ok(r.watch_differences()?))?;
        let watched = match astray {
            0 => "who is to be called is read off the records as they are".into(),
            n => format!("{n} clients of open deals are not held as their records are"),
        };
        check("clients of open deals", astray == 0, watched);
        let counts = self.reading(|r| {
            let mut counts = BTreeMap::new();
            for entity in EntityType::ALL {
                counts.insert(entity.as_str().to_string(), r.record_count(entity)?);
            }
            counts.insert("imports".into(), r.imports()?.len() as u64);
            counts.insert("deltas".into(), r.graph_version()?);
            Ok(counts)
        })?;
        Ok(DoctorReport { ok: checks.iter().all(|c| c.ok), checks, counts })
    }

    /// Files whose stored bytes are not the ones received (R173).
    fn evidence_problems(&self) -> Outcome<Vec<String>> {
        self.reading(|r| {
            let mut problems = Vec::new();
            for batch in r.batches()? {
                match hash_of(r, batch.batch) {
                    Ok(sha256) if sha256 == batch.artifact.sha256 => {}
                    // Every segment has the bytes it should; which of them an erasure wrote anew, the chain says.
                    Ok(_) if r.erased_segments(batch.batch)? => {}
                    Ok(_) => {
                        problems.push(format!("batch {} has other bytes than it came with", batch.artifact.batch_id))
                    }
                    Err(e) => problems.push(format!("batch {}: {e}", batch.artifact.batch_id)),
                }
            }
            Ok(problems)
        })
    }
}

/// SHA-256 of a batch's kept bytes, in hex, one piece in memory at a time.
fn hash_of(r: &Reader<'_>, batch: i64) -> Result<String, StoreError> {
    let mut whole = Sha256::new();
    for piece in r.pieces(batch)? {
        whole.update(r.piece_bytes(&piece)?);
    }
    Ok(graph::hex(&whole.finalize()))
}

fn either(problems: &[String], fine: &str) -> String {
    if problems.is_empty() { fine.into() } else { problems.join("; ") }
}

/// Records and links that differ from the sum of their changes, missing and surplus ones included (invariant 4, over
/// the whole store).
fn rebuild_problems(r: &Reader<'_>) -> Result<Vec<String>, Failure> {
    let mut problems = Vec::new();
    let mut entities: BTreeSet<EntityRef> = r.logged_entities()?.into_iter().collect();
    for entity in EntityType::ALL {
        entities.extend(r.record_ids(entity)?.into_iter().map(|id| EntityRef { entity, id }));
    }
    for at in entities {
        let table = r.record(at)?;
        let deltas = r.deltas_of(at.id)?;
        let alias = r.alias(at)?;
        let same = graph::fold(deltas.iter().map(|d| &d.mutation))
            .is_ok_and(|folded| folded.record == table && folded.alias == alias);
        if !same {
            problems.push(format!("{} {} differs from its history", at.entity, at.id));
        }
    }
    let (logged, held) = (r.logged_links()?, r.all_links()?.into_iter().collect::<BTreeSet<_>>());
    for link in logged.symmetric_difference(&held) {
        let what = if held.contains(link) { "stands without a change that made it" } else { "is missing" };
        problems.push(format!("the link {} from {} to {} {what}", link.kind, link.from.id, link.to.id));
    }
    problems.truncate(20);
    Ok(problems)
}
