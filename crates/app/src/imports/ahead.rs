//! Whom the rows of a file meet in the graph, looked up beside the writer and ahead of it: blocks, exact keys and people are
//! read for thousands of rows together, on as many threads as there are cores. What was found counts where the graph still
//! stands as it did; otherwise the writer looks by itself.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::sync::mpsc::SyncSender;

use contracts::{EntityId, EntityRef, EntityType};
use identity::blocking::{Keys, keys_of};
use identity::record::Features;
use identity::{Key, Known};
use store::{IdentityStand, Said, Store};

use crate::error::Failure;
use crate::imports::index::Holders;
use crate::imports::plan::Drafted;
use crate::imports::source::workers;
use crate::imports::twins::{BLOCK, Twin};
use crate::matching::met::{Neighbours, RowMet, met, on_threads};
use crate::matching::person::{LISTS, TEXTS, exact_said, title_said};
use crate::matching::prospects::Prospects;
use crate::matching::weigh::Bench;

/// Chunks of rows that are looked at together, where they are not in memory anyway: more share more of what is read.
const TOGETHER: usize = 5;
/// Chunks of these whose people are read together, where not all are in memory anyway: more share more, and the writer waits
/// longer for the first.
const AT_ONCE: usize = 2;
/// Threads that look; a window that reads meanwhile has connections left.
const THREADS: usize = 4;

/// Rows to plan, with whom they meet as far as that is known.
pub(crate) struct Chunk {
    pub rows: Vec<Drafted>,
    pub ahead: Option<Ahead>,
}

/// Somebody of the graph.
struct Somebody {
    twin: Arc<Twin>,
    /// As whoever looks up exact keys knows them; none where nobody asked by one.
    known: Option<Arc<Known>>,
}

/// People who were read, by id.
type Everybody = Vec<(EntityId, Somebody)>;
/// People with what is compared of them, by id.
pub(crate) type People = Vec<(EntityId, Arc<Twin>)>;

/// Who has a key, by id.
type ByKey = HashMap<Key, Vec<EntityId>>;

/// Whom the rows of a chunk meet in the graph.
pub(crate) struct Ahead {
    /// The state of the graph in which that was found.
    pub stand: IdentityStand,
    /// By row, for those that have something to be compared by.
    pub rows: BTreeMap<u64, RowMet>,
    /// Whom any of them meets.
    pub people: People,
    /// Who has one of their exact keys.
    pub exact: Holders,
}

/// Looks up whom rows meet.
pub(crate) struct Looking {
    prospects: Arc<Prospects>,
    neighbours: Neighbours,
    /// Whom the rows before met, and the state of the graph in which they were read.
    people: Option<(IdentityStand, Everybody)>,
    threads: usize,
    together: usize,
    at_once: usize,
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
            at_once: AT_ONCE.max(held),
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
            .and_then(|keys| met(store, (&self.prospects, BLOCK), &keys, self.threads, &mut self.neighbours))
            .and_then(|found| {
                found.map(|met| Ok((holders(store, met.stand, &chunks, self.threads)?, met))).transpose()
            });
        let mut found = match found {
            Ok(found) => found.and_then(|(exact, found)| {
                let rows: BTreeMap<u64, RowMet> = asking.iter().map(|(row, _)| *row).zip(found.rows).collect();
                Some((found.stand, rows, exact?))
            }),
            Err(e) => {
                let _ = to.send(Err(e));
                return None;
            }
        };
        if chunks.len() < self.together || self.together > TOGETHER {
            // These were the last.
            self.neighbours = Neighbours::default();
        }
        let mut chunks = chunks.into_iter();
        loop {
            let some: Vec<Vec<Drafted>> = chunks.by_ref().take(self.at_once).collect();
            let Some(last) = some.last() else { return Some(()) };
            let of_some = found.as_mut().map(|(stand, rows, exact)| {
                let rows = up_to(rows, last);
                Ok::<_, Failure>((self.read_people(store, *stand, (&rows, exact), &some)?, *stand, rows))
            });
            let mut of_some = match of_some.transpose() {
                Ok(Some((true, stand, rows))) => Some((stand, rows)),
                Ok(other) => {
                    found = found.filter(|_| other.is_none());
                    None
                }
                Err(e) => {
                    let _ = to.send(Err(e));
                    return None;
                }
            };
            for rows in some {
                let ahead = of_some.as_mut().zip(found.as_ref()).map(|((stand, met), (.., exact))| {
                    let met = up_to(met, &rows);
                    Ahead { stand: *stand, people: self.of_rows(&met), exact: self.with_keys(exact, &rows), rows: met }
                });
                to.send(Ok(Chunk { rows, ahead })).ok()?;
            }
        }
    }

    /// Reads whom rows meet and who has their exact keys; false where the graph stands otherwise by now.
    fn read_people(
        &mut self,
        store: &Store,
        stand: IdentityStand,
        (met, exact): (&BTreeMap<u64, RowMet>, &ByKey),
        rows: &[Vec<Drafted>],
    ) -> Result<bool, Failure> {
        let known = self.people.take().filter(|(stands, _)| *stands == stand).map(|(_, people)| people);
        let with_key = rows.iter().flatten().flat_map(exact_keys).filter_map(|key| exact.get(key)).flatten();
        let by_key = rising(with_key.copied().collect());
        let met = met.values().flat_map(|met| &met.people).map(|(id, _)| id);
        let wanted = rising(met.chain(&by_key).copied().collect());
        let is_wanted = |id: &EntityId, who: &Somebody| {
            wanted.binary_search(id).is_ok() && (who.known.is_some() || by_key.binary_search(id).is_err())
        };
        let mut people: Everybody = known.into_iter().flatten().filter(|(id, who)| is_wanted(id, who)).collect();
        let missing: Vec<EntityId> = wanted.into_iter().filter(|id| somebody(&people, id).is_none()).collect();
        let parts: Vec<&[EntityId]> = missing.chunks(missing.len().div_ceil(self.threads.max(1)).max(1)).collect();
        let read = on_threads(&parts, |ids| {
            store.read_through(|r| {
                let mut found = Vec::with_capacity(ids.len());
                r.said(EntityType::Person, (&TEXTS, &LISTS), ids, |nth, said| {
                    let Some(id) = ids.get(nth).copied() else { return Ok(()) };
                    let at = EntityRef { entity: EntityType::Person, id };
                    let known = by_key.binary_search(&id).is_ok().then(|| known_said(at, said)).transpose()?;
                    found.push((id, Somebody { twin: Arc::new(Twin::of_said(at, said)?), known: known.map(Arc::new) }));
                    Ok::<_, Failure>(())
                })?;
                Ok::<_, Failure>((r.identity_stand()?, found))
            })
        })?;
        let same = read.iter().all(|(stands, _)| *stands == stand);
        people.extend(read.into_iter().flat_map(|(_, found)| found));
        people.sort_by_key(|(id, _)| in_order(id));
        self.people = same.then_some((stand, people));
        Ok(same)
    }

    fn of_rows(&self, rows: &BTreeMap<u64, RowMet>) -> People {
        let Some((_, people)) = &self.people else { return People::new() };
        let met = rising(rows.values().flat_map(|met| &met.people).map(|(id, _)| *id).collect());
        met.into_iter().filter_map(|id| Some((id, Arc::clone(&somebody(people, &id)?.twin)))).collect()
    }

    fn with_keys(&self, exact: &ByKey, rows: &[Drafted]) -> Holders {
        let Some((_, people)) = &self.people else { return Holders::new() };
        let who = |ids: &Vec<EntityId>| ids.iter().filter_map(|id| somebody(people, id)?.known.clone()).collect();
        // A key that is nobody's is looked up no more either.
        rows.iter().flat_map(exact_keys).map(|key| (key.clone(), exact.get(key).map(who).unwrap_or_default())).collect()
    }
}

/// Each once, in their order.
fn rising(mut ids: Vec<EntityId>) -> Vec<EntityId> {
    ids.sort_unstable_by_key(in_order);
    ids.dedup();
    ids
}

/// An id as a number: in the same order, and compared at once.
fn in_order(id: &EntityId) -> u128 {
    id.0.as_u128()
}

fn somebody<'a>(people: &'a [(EntityId, Somebody)], id: &EntityId) -> Option<&'a Somebody> {
    let at = people.binary_search_by_key(&in_order(id), |(id, _)| in_order(id)).ok()?;
    people.get(at).map(|(_, who)| who)
}

fn exact_keys(drafted: &Drafted) -> impl Iterator<Item = &Key> {
    drafted.exact.iter().flat_map(|exact| &exact.keys)
}

/// Who has one of the keys by which rows are found exactly; none where the graph stands otherwise.
fn holders(
    store: &Store,
    stand: IdentityStand,
    rows: &[Vec<Drafted>],
    threads: usize,
) -> Result<Option<ByKey>, Failure> {
    let mut keys: Vec<&Key> = rows.iter().flatten().flat_map(exact_keys).collect();
    // As the index has them.
    keys.sort_unstable_by_key(|key| (key.kind.field(), &key.value));
    keys.dedup();
    let parts: Vec<&[&Key]> = keys.chunks(keys.len().div_ceil(threads.max(1)).max(1)).collect();
    let found = on_threads(&parts, |keys| {
        store.read_through(|r| {
            let mut found = Vec::new();
            let asked = keys.iter().map(|key| (key.kind.field(), key.value.as_str()));
            r.holders(asked, |nth, id| found.push((nth, id)))?;
            Ok::<_, Failure>((r.identity_stand()?, found))
        })
    })?;
    if found.iter().any(|(stands, _)| *stands != stand) {
        return Ok(None);
    }
    let mut by_key = ByKey::new();
    for (keys, (_, found)) in parts.iter().zip(found) {
        for (nth, id) in found {
            if let Some(key) = keys.get(nth) {
                by_key.entry(Key::clone(key)).or_default().push(id);
            }
        }
    }
    for ids in by_key.values_mut() {
        ids.sort_unstable();
        ids.dedup();
    }
    Ok(Some(by_key))
}

fn known_said(at: EntityRef, said: &Said) -> Result<Known, Failure> {
    Ok(Known { entity: at, title: title_said(said)?, features: exact_said(said)?, row: None })
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
