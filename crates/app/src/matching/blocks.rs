//! Blocks of the graph as a plan or a scan meets them, one row after the other: who shares a key with it. Rows of a file share
//! most of their keys with rows before them, so what was read is kept for as long as the keys stand where they stood.

use std::collections::HashMap;
use std::rc::Rc;

use contracts::EntityId;
use identity::blocking::{Attributes, Block};
use store::Reader;

use crate::error::Failure;

/// Members of blocks that are kept at most, half of them those that were asked for last: some 60 MB.
const LISTED: usize = 1_200_000;
/// People who are read one by one; whoever asks for more is read for with their neighbours, for the keys of many rows go
/// all over the graph, and a row of a table found by its number costs what a run of a hundred costs.
const SINGLY: usize = 4_000;
/// How many people are read at once then, and of how many runs the people are kept: some 50 MB.
const RUN: i64 = 128;
const RUNS: usize = 8_000;
/// Numbers of people are given one after the other: runs beyond belong to a graph that nobody has.
const LAST_RUN: usize = 1 << 20;

/// People of neighbouring local keys; none where nobody is.
type Run = Box<[Option<(EntityId, Attributes)>]>;

/// Who has a key.
pub(crate) struct Members {
    /// In the order in which their keys came.
    ids: Vec<EntityId>,
    block: Block,
}

impl Members {
    /// With whom of them somebody of these attributes is compared; `newcomer`: somebody who may be among them.
    pub(crate) fn partners<'a>(
        &'a self,
        rule: u8,
        attributes: &Attributes,
        newcomer: Option<EntityId>,
    ) -> impl Iterator<Item = (EntityId, Attributes)> + use<'a> {
        let without = newcomer.and_then(|id| self.ids.iter().position(|other| *other == id));
        let places = self.block.partners(rule, attributes, without);
        places.into_iter().filter_map(|place| Some((*self.ids.get(place)?, self.block.attributes(place))))
    }
}

/// What was read of the blocks of the graph.
#[derive(Default)]
pub(crate) struct Blocks {
    /// Up to which change the keys were written when it was read.
    stands_at: Option<i64>,
    /// Who has a key; none: too many. Those that were asked for since the others were put aside.
    having: HashMap<u64, Option<Rc<Members>>>,
    /// How many members these have.
    listed: usize,
    /// Those asked for before, forgotten when the next are put aside.
    aside: HashMap<u64, Option<Rc<Members>>>,
    singly: HashMap<i64, (EntityId, Attributes)>,
    /// Somebody alone is looked for: neighbours of whom they meet are of no use to anybody after.
    alone: bool,
    /// By number of the run.
    runs: Vec<Option<Run>>,
    /// How many are kept.
    kept: usize,
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
            *self = Self { stands_at, alone: self.alone, ..Self::default() };
        }
        Ok(())
    }

    /// The members of a block; none where there are `limit` of them or more.
    pub(crate) fn of(&mut self, r: &Reader<'_>, hash: u64, limit: usize) -> Result<Option<Rc<Members>>, Failure> {
        if let Some(known) = self.having.get(&hash) {
            return Ok(known.clone());
        }
        let members = match self.aside.remove(&hash) {
            Some(known) => known,
            None => self.read(r, hash, limit)?.map(Rc::new),
        };
        let more = members.as_ref().map_or(1, |members| members.ids.len() + 1);
        if self.listed + more > LISTED / 2 {
            self.aside = std::mem::take(&mut self.having);
            self.listed = 0;
        }
        self.listed += more;
        let _ = self.having.insert(hash, members.clone());
        Ok(members)
    }

    fn read(&mut self, r: &Reader<'_>, hash: u64, limit: usize) -> Result<Option<Members>, Failure> {
        let having = r.identity_having(hash, limit)?;
        if having.len() >= limit {
            return Ok(None);
        }
        let mut members = Members { ids: Vec::with_capacity(having.len()), block: Block::with_capacity(having.len()) };
        for person in having {
            if let Some((id, attributes)) = self.who(r, person)? {
                members.ids.push(id);
                members.block.push(&attributes);
            }
        }
        Ok(Some(members))
    }

    fn who(&mut self, r: &Reader<'_>, person: i64) -> Result<Option<(EntityId, Attributes)>, Failure> {
        let run = usize::try_from(person.div_euclid(RUN)).ok().filter(|run| *run < LAST_RUN);
        let (true, Some(run)) = (!self.alone && self.singly.len() >= SINGLY, run) else {
            if let Some(known) = self.singly.get(&person) {
                return Ok(Some(*known));
            }
            let found = r.identity_member(person)?;
            if let Some(found) = found {
                let _ = self.singly.insert(person, found);
            }
            return Ok(found);
        };
        let place = person.rem_euclid(RUN) as usize;
        if let Some(people) = self.runs.get(run).and_then(Option::as_ref) {
            return Ok(people.get(place).copied().flatten());
        }
        if self.kept >= RUNS {
            self.runs.clear();
            self.kept = 0;
        }
        if self.runs.len() <= run {
            self.runs.resize_with(run + 1, || None);
        }
        let begin = person - person.rem_euclid(RUN);
        let mut people = vec![None; RUN as usize].into_boxed_slice();
        for (person, id, attributes) in r.identity_members(begin, begin + RUN)? {
            if let Some(slot) = people.get_mut(person.rem_euclid(RUN) as usize) {
                *slot = Some((id, attributes));
            }
        }
        let found = people.get(place).copied().flatten();
        if let Some(slot) = self.runs.get_mut(run) {
            *slot = Some(people);
            self.kept += 1;
        }
        Ok(found)
    }
}
