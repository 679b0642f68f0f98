//! The keys of people: a projection of the log of changes, brought up to it before anybody looks something up.

use contracts::{ApiError, EntityId, EntityRef, EntityType};
use identity::blocking::{Keys, keys_of};
use identity::corpus::Corpus;
use store::{PersonKeys, Reader, Tx};

use crate::error::Failure;
use crate::matching::person::{SHAPE, features};
use crate::matching::version;
use crate::work::Work;
use crate::{App, Outcome};

/// Changes that are followed in one transaction: the fewest, which nobody waits for, and the most, for each transaction writes
/// the pages of the index that it touched, and keys lie all over it.
const STEP: (u32, u32) = (2000, 16_000);

fn person(id: EntityId) -> EntityRef {
    EntityRef { entity: EntityType::Person, id }
}

/// Keys as they are stored.
pub(crate) fn stored(keys: &Keys) -> PersonKeys {
    let mut hashes: Vec<u64> = keys.keys.iter().map(|k| k.hash).collect();
    hashes.sort_unstable();
    hashes.dedup();
    PersonKeys { hashes, attributes: keys.attributes }
}

/// The keys of people as their records stand; none for those that are gone.
fn keys_now(r: &Reader<'_>, people: &[EntityId]) -> Result<Vec<(EntityId, Option<PersonKeys>)>, Failure> {
    let mut corpus = Corpus::new(SHAPE.clone());
    let mut join = String::new();
    let mut rows = Vec::with_capacity(people.len());
    for id in people {
        let record = r.record(person(*id))?;
        rows.push(record.map(|record| {
            corpus.push(&features(|f| record.fields.get(f)), &mut join);
            corpus.len() - 1
        }));
    }
    let keys = |row: usize| stored(&keys_of(&corpus, &[], row));
    Ok(people.iter().zip(rows).map(|(id, row)| (*id, row.map(keys))).collect())
}

/// Brings the keys nearer to the log, by at most so many changes; whether they are there.
pub(crate) fn catch_up_a_step(tx: &mut Tx<'_>, limit: u32) -> Result<bool, Failure> {
    let version = version();
    if tx.identity_version()?.as_deref() != Some(version) {
        tx.identity_restart(version)?;
    }
    let behind = tx.identity_behind(limit)?;
    for (id, keys) in keys_now(tx, &behind.people)? {
        tx.identity_store(id, keys.as_ref())?;
    }
    tx.identity_written(behind.upto)?;
    Ok(behind.whole)
}

/// Brings the keys up to the log in this transaction.
pub(crate) fn catch_up(tx: &mut Tx<'_>) -> Result<(), Failure> {
    if tx.identity_version()?.as_deref() == Some(version()) && tx.identity_lag()? == 0 {
        return Ok(());
    }
    while !catch_up_a_step(tx, STEP.1)? {}
    Ok(())
}

/// Whether the keys are those of every person as it stands.
pub(crate) fn are_up_to_date(r: &Reader<'_>) -> Result<bool, Failure> {
    Ok(r.identity_version()?.as_deref() == Some(version()) && r.identity_lag()? == 0)
}

/// Where the kept keys differ from a rebuild. Keys that are behind the log say nothing of themselves.
pub(crate) fn problems(r: &Reader<'_>) -> Result<Vec<String>, Failure> {
    if !are_up_to_date(r)? {
        return Ok(Vec::new());
    }
    let mut problems = Vec::new();
    let people = r.record_ids(EntityType::Person)?;
    for chunk in people.chunks(500) {
        for (id, keys) in keys_now(r, chunk)? {
            if r.identity_of(id)? != keys {
                problems.push(format!("the keys of person {id} are not those of its record"));
            }
        }
    }
    let kept = r.identity_count()?;
    if kept != people.len() as u64 {
        problems.push(format!("keys of {kept} people are kept, and there are {}", people.len()));
    }
    if !r.identity_index_is_whole()? {
        problems.push("the index of keys is not the sum of what is kept of each person".into());
    }
    problems.truncate(20);
    Ok(problems)
}

impl App {
    /// Brings the keys up to the log in steps, as a part of some mission.
    pub(crate) fn write_keys(&self, work: &Work<'_>, file_name: &str) -> Outcome<()> {
        let (up_to_date, total) = self.reading(|r| Ok((are_up_to_date(r)?, r.identity_lag()?)))?;
        let mut whole = up_to_date;
        let mut done = 0;
        while !whole {
            work.go_on()?;
            let at_once = u32::try_from(done).unwrap_or(u32::MAX).clamp(STEP.0, STEP.1);
            let at = (done + u64::from(at_once)).min(total);
            let step: Result<bool, Failure> = self.store.write(self.host.as_ref(), |tx| {
                let whole = catch_up_a_step(tx, at_once)?;
                tx.mission_progress(work.id, "finding_keys", at, total)?;
                Ok(whole)
            });
            whole = step.map_err(ApiError::from)?;
            done = at;
            work.report("finding_keys", file_name, done, total);
        }
        Ok(())
    }
}
