//! A merge as a plan: the values that the survivor takes over, the links that move, what a reviewer has to know (R42,
//! R46).
//!
//! One human merge is one group of mutations, in this order: unlinks, links, updates of the survivor, merges of the
//! absorbed records. Its exact inverse is the inverses in reverse order, so that an unmerge needs no knowledge of its
//! own ([`crate::plan_undo`]).

pub(crate) mod fields;

use std::collections::{BTreeMap, BTreeSet};

use contracts::{CellRef, EntityRef, EntityType, Link};
use serde_json::Value;

use crate::{Graph, Mutation, Record, inverse};

/// Where a value of an absorbed record came from: the cells, and the confidence where it was inferred. Asked with the
/// record, the field, and the value (one item for a list), exactly as the record holds them.
pub type Origins<'a> = dyn Fn(EntityRef, &str, &Value) -> (Vec<CellRef>, Option<f64>) + 'a;

/// What a reviewer asks for.
pub struct MergeRequest<'a> {
    /// The record that stays.
    pub survivor: EntityRef,
    /// The records that it absorbs, in the order in which their values fill what it lacks.
    pub absorbed: Vec<EntityRef>,
    /// The reviewer's word on single fields, over every rule; null or an empty list empties the field.
    pub choices: BTreeMap<String, Value>,
    /// Sources of what is carried over, so that a value keeps its cells and confidence on the survivor (R55).
    pub origins: &'a Origins<'a>,
}

/// Why a merge can't be planned.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum MergeError {
    /// No record to absorb.
    #[error("a merge needs at least one record to absorb")]
    NothingToAbsorb,
    /// A record is named twice, or is the survivor itself.
    #[error("{0} is named twice in the merge")]
    NamedTwice(EntityRef),
    /// A person and an account are never one.
    #[error("{0} is of another kind than the record that stays")]
    OtherKind(EntityRef),
    /// The record does not exist.
    #[error("{0} does not exist")]
    Missing(EntityRef),
    /// The record was absorbed before.
    #[error("{at} was merged into {into} already")]
    Absorbed {
        /// The record.
        at: EntityRef,
        /// What it stands for now.
        into: EntityRef,
    },
}

/// A merge, ready to be shown and, once decided, applied as one group.
#[derive(Clone, Debug, PartialEq)]
pub struct MergePlan {
    /// In the order in which they apply.
    pub steps: Vec<Mutation>,
    /// What it does, in numbers.
    pub consequences: Consequences,
}

/// What a merge does: the numbers behind "joins 2 phones, moves 3 opportunities, affects 1 household".
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Consequences {
    /// Items that the survivor's lists gain, by field.
    pub joined: BTreeMap<String, usize>,
    /// Items of absorbed records that the survivor has already, by field.
    pub alike: BTreeMap<String, usize>,
    /// Fields that the survivor lacked and now has from another record, or from the reviewer; lists stand in `joined`.
    pub filled: BTreeSet<String>,
    /// Fields in which the records differ, in field order.
    pub differing: Vec<Difference>,
    /// Links that move, by kind of link and kind of the record at the other end.
    pub moved: BTreeMap<(String, EntityType), usize>,
    /// Links that go, because the survivor has the same or they would tie it to itself; counted in the same way.
    pub dropped: BTreeMap<(String, EntityType), usize>,
    /// The records at the other end of all these links.
    pub affected: BTreeSet<EntityRef>,
}

/// A field in which the merged records differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// The field.
    pub field: String,
    /// The value that the survivor has afterwards; null when it is emptied.
    pub stays: Value,
    /// The first record, survivor first, that had this value; none when it is united, empty, or the reviewer's own.
    pub from: Option<EntityRef>,
    /// What the others held, for a list only the items that are lost; all of it stays in the history.
    pub gives_way: Vec<(EntityRef, Value)>,
}

impl Consequences {
    /// How many records of a kind are at the other end of links that move or go.
    #[must_use]
    pub fn affected_of(&self, kind: EntityType) -> usize {
        self.affected.iter().filter(|e| e.entity == kind).count()
    }
}

/// Plans a merge of any number of records into one. `graph` holds all of them and every link from or to them.
///
/// * A single value of the survivor stays; an empty one is taken from the first absorbed record that has one.
/// * Lists are united, the survivor's items first. Items are equal by what they say: phone, website and social by their
///   value, e-mail by its value in lower case, an external id by system and value, tags by folded text, anything else
///   whole (rank aside). Of equal items the earlier stands. Only one item stays primary: the survivor's, or else the
///   first.
/// * Of consent the stricter answer wins: for `consent.*` no beats yes beats unknown, for `do_not_contact` yes beats no
///   beats unknown. `consent.at` is the survivor's, unless an absorbed record's refusal overrules a yes of the
///   survivor: then it is that record's, empty if it has none, for no date may vouch for an answer it was not given
///   with.
/// * `choices` override all of this, a choice that loosens consent included: that is the decision a person makes.
/// * Every link of an absorbed record moves. What the survivor has already, or would tie it to itself, only goes.
///
/// # Errors
/// [`MergeError`] when the records can't be merged; nothing is planned then.
///
/// ```
/// use std::collections::BTreeMap;
/// use contracts::{EntityId, EntityRef, EntityType};
/// use graph::{Graph, MergeRequest, Mutation, plan_merge};
/// use serde_json::json;
///
/// let person = |n| EntityRef { entity: EntityType::Person, id: EntityId(uuid::Uuid::from_u128(n)) };
/// let mut graph = Graph::default();
/// for (n, phone) in [(1, "+911"), (2, "+912")] {
///     let phones = json!([{ "value": phone, "is_primary": true }]);
///     graph.apply(&Mutation::create(person(n), [("phone".to_string(), phones, vec![], None)]))?;
/// }
/// let request = MergeRequest {
///     survivor: person(1),
///     absorbed: vec![person(2)],
///     choices: BTreeMap::new(),
///     origins: &|_, _, _| (vec![], None),
/// };
/// let plan = plan_merge(&request, &graph)?;
/// assert_eq!(plan.consequences.joined["phone"], 1);
/// for step in &plan.steps {
///     graph.apply(step)?;
/// }
/// assert_eq!(graph.resolve(person(2)), person(1));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn plan_merge(request: &MergeRequest<'_>, graph: &Graph) -> Result<MergePlan, MergeError> {
    let sides = sides(request, graph)?;
    let mut consequences = Consequences::default();
    let mut steps = move_links(request, graph, &mut consequences);
    steps.extend(fields::combine(request, &sides, &mut consequences));
    steps.extend(sides[1..].iter().map(|(at, record)| Mutation::make_merge(*at, record, request.survivor)));
    Ok(MergePlan { steps, consequences })
}

/// Who should survive by [`crate::weigh_survivor`], where nothing is known of what people confirmed. None for an empty
/// list.
#[must_use]
pub fn propose_survivor(records: &[(EntityRef, &Record, usize)]) -> Option<EntityRef> {
    let of: Vec<_> = records
        .iter()
        .map(|(at, record, links)| crate::Standing { at: *at, record, confirmed: 0, links: *links })
        .collect();
    crate::weigh_survivor(&of).map(|(at, _)| at)
}

/// What a field becomes when records are merged, survivor first, by the rules of [`plan_merge`] alone; null: nothing.
#[must_use]
pub fn united(name: &str, sides: &[(EntityRef, &Record)]) -> Value {
    if sides.is_empty() { Value::Null } else { fields::by_rule(name, sides) }
}

/// The records, survivor first.
fn sides<'g>(request: &MergeRequest<'_>, graph: &'g Graph) -> Result<Vec<(EntityRef, &'g Record)>, MergeError> {
    if request.absorbed.is_empty() {
        return Err(MergeError::NothingToAbsorb);
    }
    let mut seen = BTreeSet::new();
    std::iter::once(request.survivor)
        .chain(request.absorbed.iter().copied())
        .map(|at| {
            if !seen.insert(at) {
                return Err(MergeError::NamedTwice(at));
            }
            if at.entity != request.survivor.entity {
                return Err(MergeError::OtherKind(at));
            }
            match graph.records.get(&at) {
                Some(record) => Ok((at, record)),
                None if graph.aliases.contains_key(&at) => Err(MergeError::Absorbed { at, into: graph.resolve(at) }),
                None => Err(MergeError::Missing(at)),
            }
        })
        .collect()
}

/// Unlinks, then links: each link of an absorbed record ends at the survivor, once.
fn move_links(request: &MergeRequest<'_>, graph: &Graph, consequences: &mut Consequences) -> Vec<Mutation> {
    let goes = |at: EntityRef| request.absorbed.contains(&at);
    let lands = |at: EntityRef| if goes(at) { request.survivor } else { at };
    let mut made: BTreeSet<Link> = BTreeSet::new();
    let mut steps = Vec::new();
    for link in graph.links.iter().filter(|l| goes(l.from) || goes(l.to)) {
        steps.push(inverse(&Mutation::make_link(link)));
        let other = if goes(link.from) { link.to } else { link.from };
        if lands(other) == other {
            consequences.affected.insert(other);
        }
        let moved = Link { kind: link.kind.clone(), from: lands(link.from), to: lands(link.to) };
        let lost = moved.from == moved.to || graph.links.contains(&moved) || made.contains(&moved);
        let counts = if lost { &mut consequences.dropped } else { &mut consequences.moved };
        *counts.entry((link.kind.clone(), other.entity)).or_default() += 1;
        if !lost {
            made.insert(moved);
        }
    }
    consequences.affected.remove(&request.survivor);
    steps.extend(made.iter().map(Mutation::make_link));
    steps
}
