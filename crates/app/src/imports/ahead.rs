//! Whom the rows of a file meet in the graph, looked up beside the writer and ahead of it: blocks and people are read for
//! thousands of rows together, on as many threads as there are cores. What was found counts where the graph still stands as
//! it did; otherwise the writer looks by itself.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::mpsc::SyncSender;

use contracts::{EntityId, EntityRef, EntityType};
use identity::blocking::{Keys, keys_of};
use identity::record::Features;
use store::{IdentityStand, Store};

use crate::error::Failure;
use crate::imports::plan::Drafted;
use crate::imports::source::workers;
use crate::imports::twins::{BLOCK, Twin};
use crate::matching::met::{Neighbours, RowMet, met, on_threads};
use crate::matching::prospects::Prospects;
use crate::matching::weigh::Bench;

/// Chunks of rows that are looked at together, where they are not in memory anyway: more share more of what is read.
const TOGETHER: usize = 5;
/// Chunks of these whose people are read together: more share more, and the writer waits longer for the first.
const AT_ONCE: usize = 2;
/// Threads that look; a window that reads meanwhile has connections left.
const THREADS: usize = 4;

/// Rows to plan, with whom they meet as far as that is known.
pub(crate) struct Chunk {
    pub rows: Vec<Drafted>,
    pub ahead: Option<Ahead>,
}

/// People with what is compared of them.
type People = BTreeMap<EntityId, Arc<Twin>>;

/// Whom the rows of a chunk meet in the graph.
pub(crate) struct Ahead {
    /// The state of the graph in which that was found.
    pub stand: IdentityStand,
    /// By row, for those that have something to be compared by.
    pub rows: BTreeMap<u64, RowMet>,
    /// Whom any of them meets.
    pub people: People,
}

/// Looks up whom rows meet.
pub(crate) struct Looking {
    prospects: Arc<Prospects>,
    neighbours: Neighbours,
    /// Whom the rows before met, and the state of the graph in which they were read.
    people: Option<(IdentityStand, People)>,
    threads: usize,
    together: usize,
}

impl Looking {
    /// `held`: chunks that are in memory anyway.
    pub(crate) fn new(prospects: Arc<Prospects>, held: usize) -> Self {
        Self {
            prospects,
            neighbours: Neighbours::default(),
            people: None,
            threads: workers().min(THREADS),
            together: TOGETHER.max(held),
        }
    }

    /// Sends chunks on as they come, each with whom its rows meet, until there are no more or nobody takes them. `this`:
    /// none where nobody is to be found.
    pub(crate) fn all(
        mut this: Option<Self>,
        store: &Store,
        mut from: impl Iterator<Item = Result<Vec<Drafted>, Failure>>,
        to: &SyncSender<Result<Chunk, Failure>>,
    ) {
        loop {
            let together = this.as_ref().map_or(1, |looking| looking.together);
            let chunks: Result<Vec<Vec<Drafted>>, Failure> = from.by_ref().take(together).collect();
            let sent = match (chunks, &mut this) {
                (Ok(chunks), _) if chunks.is_empty() => return,
                (Ok(chunks), Some(looking)) => looking.look(store, chunks, to),
                (Ok(chunks), None) => {
                    chunks.into_iter().all(|rows| to.send(Ok(Chunk { rows, ahead: None })).is_ok()).then_some(())
                }
                (Err(e), _) => {
                    let _ = to.send(Err(e));
                    None
                }
            };
            if sent.is_none() {
                return;
            }
        }
    }

    /// Sends chunks with whom they meet; none where nobody takes them any more.
    fn look(
        &mut self,
        store: &Store,
        chunks: Vec<Vec<Drafted>>,
        to: &SyncSender<Result<Chunk, Failure>>,
    ) -> Option<()> {
        let asking: Vec<(u64, &Features)> =
            chunks.iter().flatten().filter_map(|d| Some((d.row, d.features.as_ref()?))).collect();
        let found = keys(&asking, self.threads)
            .and_then(|keys| met(store, (&self.prospects, BLOCK), &keys, self.threads, &mut self.neighbours));
        let mut found = match found {
            Ok(found) => found.map(|found| {
                let rows: BTreeMap<u64, RowMet> = asking.iter().map(|(row, _)| *row).zip(found.rows).collect();
                (found.stand, rows)
            }),
            Err(e) => {
                let _ = to.send(Err(e));
                return None;
            }
        };
        let mut chunks = chunks.into_iter();
        loop {
            let some: Vec<Vec<Drafted>> = chunks.by_ref().take(AT_ONCE).collect();
            let Some(last) = some.last() else { return Some(()) };
            let of_some = found.as_mut().map(|(stand, rows)| (*stand, up_to(rows, last)));
            let mut of_some =
                match of_some.map(|(stand, rows)| Ok((self.read_people(store, stand, &rows)?, stand, rows))) {
                    None => None,
                    Some(Ok((true, stand, rows))) => Some((stand, rows)),
                    Some(Ok((false, ..))) => {
                        found = None;
                        None
                    }
                    Some(Err(e)) => {
                        let _ = to.send(Err(e));
                        return None;
                    }
                };
            for rows in some {
                let ahead = of_some.as_mut().map(|(stand, found)| {
                    let found = up_to(found, &rows);
                    Ahead { stand: *stand, people: self.of_rows(&found), rows: found }
                });
                to.send(Ok(Chunk { rows, ahead })).ok()?;
            }
        }
    }

    /// Reads whom rows meet; false where the graph stands otherwise by now.
    fn read_people(
        &mut self,
        store: &Store,
        stand: IdentityStand,
        rows: &BTreeMap<u64, RowMet>,
    ) -> Result<bool, Failure> {
        let known = self.people.take().filter(|(stands, _)| *stands == stand).map(|(_, people)| people);
        let mut known = known.unwrap_or_default();
        let wanted: BTreeSet<EntityId> = rows.values().flat_map(|met| &met.people).map(|(id, _)| *id).collect();
        let mut people: People = wanted.iter().filter_map(|id| known.remove_entry(id)).collect();
        let missing: Vec<EntityId> = wanted.into_iter().filter(|id| !people.contains_key(id)).collect();
        let parts: Vec<&[EntityId]> = missing.chunks(missing.len().div_ceil(self.threads.max(1)).max(1)).collect();
        let read = on_threads(&parts, |ids| {
            store.read(|r| {
                let mut found = Vec::with_capacity(ids.len());
                for id in *ids {
                    let at = EntityRef { entity: EntityType::Person, id: *id };
                    if let Some(record) = r.record(at)? {
                        found.push((*id, Arc::new(Twin::of_record(at, &record))));
                    }
                }
                Ok::<_, Failure>((r.identity_stand()?, found))
            })
        })?;
        let same = read.iter().all(|(stands, _)| *stands == stand);
        people.extend(read.into_iter().flat_map(|(_, found)| found));
        self.people = same.then_some((stand, people));
        Ok(same)
    }

    fn of_rows(&self, rows: &BTreeMap<u64, RowMet>) -> People {
        let Some((_, people)) = &self.people else { return People::new() };
        let met = rows.values().flat_map(|met| &met.people);
        met.filter_map(|(id, _)| Some((*id, Arc::clone(people.get(id)?)))).collect()
    }
}

/// Takes out what is known of rows up to the last of these.
fn up_to(found: &mut BTreeMap<u64, RowMet>, rows: &[Drafted]) -> BTreeMap<u64, RowMet> {
    let later = rows.last().map_or_else(BTreeMap::new, |last| found.split_off(&(last.row + 1)));
    std::mem::replace(found, later)
}

/// The keys of rows. They depend on nothing but the row.
fn keys(rows: &[(u64, &Features)], threads: usize) -> Result<Vec<Keys>, Failure> {
    let parts: Vec<&[(u64, &Features)]> = rows.chunks(rows.len().div_ceil(threads.max(1)).max(1)).collect();
    let found = on_threads(&parts, |rows| {
        let mut bench = Bench::default();
        let places: Vec<usize> = rows.iter().map(|(_, features)| bench.push(features)).collect();
        Ok(places.into_iter().map(|place| keys_of(bench.corpus(), &[], place)).collect::<Vec<_>>())
    })?;
    Ok(found.into_iter().flatten().collect())
}
