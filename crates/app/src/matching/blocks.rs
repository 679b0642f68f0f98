//! Blocks of the graph as a plan or a scan meets them, one row after the other: who shares a key with it. Rows of a file share
//! most of their keys with rows before them, so what was read is kept for as long as the keys stand where they stood.

use std::collections::HashMap;
use std::rc::Rc;

use contracts::EntityId;
use identity::blocking::Attributes;
use store::Reader;

use crate::error::Failure;

/// Members of blocks whose lists are kept at most: some 3 MB.
const LISTED: usize = 300_000;
/// People who are read one by one; whoever asks for more is read for with their neighbours, for the keys of many rows go
/// all over the graph, and a row of a table found by its number costs what a run of a hundred costs.
const SINGLY: usize = 4_000;
/// How many people are read at once then, and of how many runs the people are kept: some 65 MB.
const RUN: i64 = 128;
const RUNS: usize = 10_000;

/// A member of a block, in the shape in which a block is split.
pub(crate) type Member = ((EntityId, Attributes), Attributes);

/// People of neighbouring local keys; none where nobody is.
type Run = Box<[Option<(EntityId, Attributes)>]>;

/// What was read of the blocks of the graph.
#[derive(Default)]
pub(crate) struct Blocks {
    /// Up to which change the keys were written when it was read.
    stands_at: Option<i64>,
    /// Who has a key, by local key; none: too many.
    having: HashMap<u64, Option<Rc<[i64]>>>,
    /// Of how many members lists are kept.
    listed: usize,
    singly: HashMap<i64, (EntityId, Attributes)>,
    /// Somebody alone is looked for: neighbours of whom they meet are of no use to anybody after.
    alone: bool,
    /// By number of the run.
    runs: HashMap<i64, Run>,
}

impl Blocks {
    /// For one record alone, while somebody types it in.
    pub(crate) fn for_one() -> Self {
        Self { alone: true, ..Self::default() }
    }

    /// Before rows are looked at in another state of the graph: forgets what was read in one whose keys were others.
    pub(crate) fn renew(&mut self, r: &Reader<'_>) -> Result<(), Failure> {
        let stands_at = Some(r.identity_stands_at()?);
        if self.stands_at != stands_at {
            *self = Self { stands_at, ..Self::default() };
        }
        Ok(())
    }

    /// The members of a block, in the order in which their keys came; none where there are `limit` of them or more.
    pub(crate) fn of(&mut self, r: &Reader<'_>, hash: u64, limit: usize) -> Result<Option<Vec<Member>>, Failure> {
        let known = self.having.get(&hash).cloned();
        let having = if let Some(known) = known {
            known
        } else {
            let having = r.identity_having(hash, limit)?;
            let having: Option<Rc<[i64]>> = (having.len() < limit).then(|| having.into());
            let more = having.as_ref().map_or(1, |of| of.len() + 1);
            if self.listed + more > LISTED {
                self.having.clear();
                self.listed = 0;
            }
            self.listed += more;
            let _ = self.having.insert(hash, having.clone());
            having
        };
        let Some(having) = having else { return Ok(None) };
        let mut members = Vec::with_capacity(having.len());
        for person in having.iter() {
            let found = self.who(r, *person)?;
            if let Some((id, attributes)) = found {
                members.push(((id, attributes), attributes));
            }
        }
        Ok(Some(members))
    }

    fn who(&mut self, r: &Reader<'_>, person: i64) -> Result<Option<(EntityId, Attributes)>, Failure> {
        if let Some(known) = self.singly.get(&person) {
            return Ok(Some(*known));
        }
        if self.alone || self.singly.len() < SINGLY {
            let found = r.identity_member(person)?;
            if let Some(found) = found {
                let _ = self.singly.insert(person, found);
            }
            return Ok(found);
        }
        let (run, place) = (person.div_euclid(RUN), person.rem_euclid(RUN) as usize);
        if !self.runs.contains_key(&run) {
            if self.runs.len() >= RUNS {
                self.runs.clear();
            }
            let mut people = vec![None; RUN as usize].into_boxed_slice();
            for (person, id, attributes) in r.identity_members(run * RUN, (run + 1) * RUN)? {
                if let Some(slot) = people.get_mut(person.rem_euclid(RUN) as usize) {
                    *slot = Some((id, attributes));
                }
            }
            let _ = self.runs.insert(run, people);
        }
        Ok(self.runs.get(&run).and_then(|people| people.get(place).copied().flatten()))
    }
}
