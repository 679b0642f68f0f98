//! Undo of a group of changes after others came on top: what is taken back, what stays and why (R46, R183).
//!
//! Two questions, one file each: what has changed since the group left it ([`since`]), and what else has to stay
//! because it belongs to something that stays ([`pass`]).

mod parting;
mod pass;
mod since;
mod touched;

use std::collections::BTreeSet;

use contracts::{DeltaId, EntityRef};

use crate::{Graph, Mutation};

pub use parting::{Edit, Fields, Parted, Parting, Places};
pub use touched::Past;

/// One delta to take back.
#[derive(Clone, Debug, PartialEq)]
pub struct Touched {
    /// The delta.
    pub delta_id: DeltaId,
    /// What it did. The value before a change is the one to go back to, which [`Touched::of`] finds.
    pub mutation: Mutation,
    /// Fields that others wrote since and whose writing stands, even if they read the same again.
    pub since: BTreeSet<String>,
}

/// Something left in place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The record; for a link, its `from` side.
    pub entity: EntityRef,
    /// The field, `link`, or `*` for the whole record.
    pub field: String,
    /// Why, as it follows "stays:" in a sentence.
    pub why: String,
}

/// What an undo does.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UndoPlan {
    /// In the order in which they apply, with the delta each takes back.
    pub steps: Vec<(DeltaId, Mutation)>,
    /// What stays.
    pub kept: Vec<Kept>,
}

/// Plans the undo of `deltas` (oldest first) on `graph`. It holds, or lacks because they do not exist: every record and
/// alias that they touch or name ([`Mutation::other`]), and whom such an alias leads to in the end; every link of these
/// records; every alias that leads to one of them.
///
/// The graph is taken over and worked on in place: an undo of a large import must not hold it twice.
///
/// Newest first, each change is inverted where the state still is what the group left behind; so the undo of the newest
/// group restores the graph exactly, whatever is in it, an undo included. Otherwise nothing made since is lost:
///
/// * A field edited since stays as edited, even where the edits came back to what the group had left: it is theirs now.
///   What is as it was before the group already needs nothing.
/// * A record created here and edited, archived, linked to or made a survivor since stays whole, with its links and
///   what they hold on to. One that was absorbed since stays absorbed.
/// * A merge is taken back if the record still is absorbed by the same survivor: it comes back exactly as it was, and
///   the survivor loses the values that the merge brought where the field still is as the merge left it. A link that
///   moved goes back if it stands where the merge put it; a link made to the survivor since stays with it.
/// * An unmerge is taken back, with all that came with it, if nothing was done to the record since; or else not at all.
/// * No step leaves a link on a record, or an alias leading to one, that does not exist.
#[must_use]
pub fn plan_undo(deltas: &[Touched], graph: Graph) -> UndoPlan {
    plan_undo_part(deltas, graph, &BTreeSet::new())
}

/// As [`plan_undo`], for the newest part of a group that is taken back part by part: `others` are links that parts taken
/// back before made to records of this part and left standing, because what they start from stays.
#[must_use]
pub fn plan_undo_part(deltas: &[Touched], graph: Graph, others: &BTreeSet<contracts::Link>) -> UndoPlan {
    let mut stays = since::compare(deltas, &graph, others);
    let mut work = pass::Work::new(deltas, graph);
    // What can't be taken back may hold on to more. Each round keeps at least one delta or record more than the one
    // before, so this ends; mostly with the first round.
    loop {
        let round = work.run(&stays);
        if round.holds.is_empty() {
            let mut kept = stays.kept;
            kept.extend(round.kept);
            let mut told = BTreeSet::new();
            kept.retain(|k| told.insert((k.entity, k.field.clone())));
            return UndoPlan { steps: round.steps, kept };
        }
        work.take_back(&round);
        work.hold(round.holds, &mut stays);
    }
}

/// What an undo leaves alone, and why.
#[derive(Debug, Default)]
struct Stays {
    /// Records created here that stay whole.
    whole: BTreeSet<EntityRef>,
    /// Records whose own changes all stay, because they are something else by now.
    records: BTreeSet<EntityRef>,
    /// Single fields.
    fields: BTreeSet<(EntityRef, String)>,
    /// Records whose archived flag stays.
    flags: BTreeSet<EntityRef>,
    /// Links.
    links: BTreeSet<contracts::Link>,
    /// Single deltas, by position, with the reason if it has not been told elsewhere.
    deltas: std::collections::BTreeMap<usize, Option<String>>,
    /// What to tell.
    kept: Vec<Kept>,
}

impl Stays {
    fn tell(&mut self, entity: EntityRef, field: &str, why: impl Into<String>) {
        self.kept.push(Kept { entity, field: field.into(), why: why.into() });
    }
}
