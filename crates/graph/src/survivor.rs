//! Who survives a merge: rules in their order, each with what it found, so that a reviewer can see why.

use std::cmp::Reverse;

use contracts::EntityRef;

use crate::Record;

/// A rule by which a survivor is proposed, in the order in which they are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SurvivorBy {
    /// Whoever is not hidden from lists.
    NotArchived,
    /// Who has the most facts that a person confirmed.
    ConfirmedFacts,
    /// Who has the most facts.
    Facts,
    /// Who has the most to do with other records.
    Activity,
    /// Whose id is oldest: ids rise with time.
    Older,
}

impl SurvivorBy {
    /// Every rule, in order.
    pub const ALL: [Self; 5] = [Self::NotArchived, Self::ConfirmedFacts, Self::Facts, Self::Activity, Self::Older];

    /// The name used in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotArchived => "not_archived",
            Self::ConfirmedFacts => "confirmed_facts",
            Self::Facts => "facts",
            Self::Activity => "activity",
            Self::Older => "older",
        }
    }
}

/// A record that may survive.
#[derive(Clone, Copy, Debug)]
pub struct Standing<'r> {
    /// Which.
    pub at: EntityRef,
    /// What it says.
    pub record: &'r Record,
    /// How many of its facts a person typed or corrected.
    pub confirmed: usize,
    /// How many links it has.
    pub links: usize,
}

impl Standing<'_> {
    /// What a rule counts; for the last one nothing, for ids are compared and not counted.
    fn figure(&self, rule: SurvivorBy) -> u64 {
        let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
        match rule {
            SurvivorBy::NotArchived => u64::from(!self.record.archived),
            SurvivorBy::ConfirmedFacts => count(self.confirmed),
            SurvivorBy::Facts => count(self.record.fields.len()),
            SurvivorBy::Activity => count(self.links),
            SurvivorBy::Older => 0,
        }
    }
}

/// What one rule found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruling {
    /// The rule.
    pub rule: SurvivorBy,
    /// What it counted, in the order of the records.
    pub figures: Vec<u64>,
    /// Whom it speaks for by itself; none where several are alike.
    pub favours: Option<EntityRef>,
    /// It is the first after which only one was left.
    pub decided: bool,
}

/// Those of a list whom a rule puts first.
fn first_by<'a, 'r>(rule: SurvivorBy, among: &[&'a Standing<'r>]) -> Vec<&'a Standing<'r>> {
    let rank = |s: &Standing<'_>| (Reverse(s.figure(rule)), (rule == SurvivorBy::Older).then_some(s.at.id));
    let top = among.iter().map(|s| rank(s)).min();
    among.iter().copied().filter(|s| Some(rank(s)) == top).collect()
}

/// Who should survive, and what each rule found; none for an empty list.
#[must_use]
pub fn weigh_survivor(of: &[Standing<'_>]) -> Option<(EntityRef, Vec<Ruling>)> {
    let all: Vec<&Standing<'_>> = of.iter().collect();
    let mut left = all.clone();
    let mut rulings = Vec::new();
    for rule in SurvivorBy::ALL {
        let before = left.len();
        left = first_by(rule, &left);
        rulings.push(Ruling {
            rule,
            figures: of.iter().map(|s| s.figure(rule)).collect(),
            favours: match first_by(rule, &all)[..] {
                [one] => Some(one.at),
                _ => None,
            },
            decided: before > 1 && left.len() == 1,
        });
    }
    left.first().map(|s| (s.at, rulings))
}
