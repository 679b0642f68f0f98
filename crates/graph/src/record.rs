//! A record as a map of fields, the graph as a map of records, and how mutations change them.

use std::collections::{BTreeMap, BTreeSet};

use contracts::{DeltaOp, EntityRef, EntityType, Link, MERGED_INTO};
use serde_json::Value;

use crate::{Around, GraphError, Mutation, check};

/// One canonical record: its fields by name (no nulls), how often it changed, whether it is hidden.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// Rises by one with each mutation that touches the record.
    pub version: u64,
    /// Hidden from lists.
    pub archived: bool,
    /// Values by field name; an empty field is absent.
    pub fields: BTreeMap<String, Value>,
}

/// What is left of a record that another absorbed: enough to bring it back exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Alias {
    /// The survivor at the time; it may have been absorbed since ([`Graph::resolve`]).
    pub into: EntityRef,
    /// The absorbed record's version: an unmerge goes on counting from here, so that a version never names two states.
    pub version: u64,
    /// Whether it was archived.
    pub archived: bool,
}

/// The graph in memory.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Graph {
    /// Records that exist.
    pub records: BTreeMap<EntityRef, Record>,
    /// Links that exist.
    pub links: BTreeSet<Link>,
    /// Absorbed records: old id → survivor.
    pub aliases: BTreeMap<EntityRef, Alias>,
}

/// A record's archived flag and fields, without its version.
pub type Content = (bool, BTreeMap<String, Value>);

/// A graph without bookkeeping: records, links, aliases.
pub type GraphContent = (BTreeMap<EntityRef, Content>, BTreeSet<Link>, BTreeMap<EntityRef, EntityRef>);

impl Graph {
    /// Applies one mutation.
    ///
    /// # Errors
    /// When the mutation does not fit the state ([`check`]); the graph is then unchanged.
    pub fn apply(&mut self, m: &Mutation) -> Result<(), GraphError> {
        let goes = matches!(m.op, DeltaOp::Merge | DeltaOp::Remove);
        let linked = goes && self.links.iter().any(|l| l.from == m.entity || l.to == m.entity);
        let led_to = m.op == DeltaOp::Remove && self.aliases.values().any(|a| a.into == m.entity);
        self.apply_where(m, linked || led_to)
    }

    /// [`Graph::apply`] for a caller that knows whether others hold on to the record, and need not look through all
    /// links.
    pub(crate) fn apply_where(&mut self, m: &Mutation, held: bool) -> Result<(), GraphError> {
        let link = m.link()?;
        let ends = link.as_ref().filter(|_| m.op == DeltaOp::Link).map(|l| [l.from, l.to]);
        let around = Around {
            linked: link.as_ref().is_some_and(|l| self.links.contains(l)),
            missing_end: ends.into_iter().flatten().find(|end| !self.records.contains_key(end)),
            held,
            alias: self.aliases.get(&m.entity).copied(),
            survivor: m.survivor()?.is_some_and(|s| self.survives(s, m.entity)),
        };
        check(self.records.get(&m.entity), &around, m)?;
        match m.op {
            DeltaOp::Link => {
                self.links.extend(link);
            }
            DeltaOp::Unlink => {
                if let Some(link) = link {
                    self.links.remove(&link);
                }
            }
            DeltaOp::Remove => {
                self.records.remove(&m.entity);
            }
            DeltaOp::Merge => {
                if let (Some(record), Some(into)) = (self.records.remove(&m.entity), m.survivor()?) {
                    self.aliases.insert(m.entity, retire(&record, into));
                }
            }
            DeltaOp::Unmerge => {
                if let Some(alias) = self.aliases.remove(&m.entity) {
                    self.records.insert(m.entity, revive(&alias, m));
                }
            }
            _ => {
                let record = self.records.entry(m.entity).or_default();
                apply_fields(record, m);
            }
        }
        Ok(())
    }

    /// Whether a record can be absorbed by `survivor`: that, or whoever absorbed it since, is another live record.
    pub(crate) fn survives(&self, survivor: EntityRef, absorbed: EntityRef) -> bool {
        let stands = self.resolve(survivor);
        stands != absorbed && self.records.contains_key(&stands)
    }

    /// The record an id stands for now: itself, or whoever absorbed it, however often that was repeated.
    #[must_use]
    pub fn resolve(&self, mut at: EntityRef) -> EntityRef {
        // An alias leads to a record that existed when it was made, so a chain can't be longer than all aliases.
        for _ in 0..=self.aliases.len() {
            match self.aliases.get(&at) {
                Some(alias) if !self.records.contains_key(&at) => at = alias.into,
                _ => break,
            }
        }
        at
    }

    /// The same graph without versions: what `export graph` compares.
    #[must_use]
    pub fn content(&self) -> GraphContent {
        let records = self.records.iter().map(|(k, r)| (*k, (r.archived, r.fields.clone()))).collect();
        (records, self.links.clone(), self.aliases.iter().map(|(k, a)| (*k, a.into)).collect())
    }
}

/// What stays of an absorbed record.
#[must_use]
pub fn retire(record: &Record, into: EntityRef) -> Alias {
    Alias { into, version: record.version, archived: record.archived }
}

/// The record that an unmerge brings back.
#[must_use]
pub fn revive(alias: &Alias, m: &Mutation) -> Record {
    let mut record = Record { version: alias.version, archived: alias.archived, fields: BTreeMap::new() };
    apply_fields(&mut record, m);
    record
}

/// Applies field changes to a record, whatever its state. For callers that have checked.
pub(crate) fn apply_fields(record: &mut Record, m: &Mutation) {
    apply_op(record, m.op);
    for change in m.changes.iter().filter(|c| c.field != MERGED_INTO) {
        if change.after.is_null() {
            record.fields.remove(&change.field);
        } else {
            record.fields.insert(change.field.clone(), change.after.clone());
        }
    }
}

/// What an operation does to a record beside its fields.
pub(crate) fn apply_op(record: &mut Record, op: DeltaOp) {
    record.version += 1;
    match op {
        DeltaOp::Archive => record.archived = true,
        DeltaOp::Restore => record.archived = false,
        _ => {}
    }
}

/// The state of one record as its own mutations leave it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Folded {
    /// The record, if it exists in the end.
    pub record: Option<Record>,
    /// What is left of it, if another absorbed it.
    pub alias: Option<Alias>,
}

/// Folds all mutations of one record, oldest first, into its state. Links are left out: they belong to two records.
///
/// # Errors
/// When one does not fit the state before it.
pub fn fold<'a>(mutations: impl IntoIterator<Item = &'a Mutation>) -> Result<Folded, GraphError> {
    let mut state = Folded::default();
    for m in mutations {
        if matches!(m.op, DeltaOp::Link | DeltaOp::Unlink) {
            continue;
        }
        // Links and the survivor lie outside one record's history; they were checked when the change was made.
        let around = Around { alias: state.alias, survivor: true, ..Around::default() };
        check(state.record.as_ref(), &around, m)?;
        match m.op {
            DeltaOp::Remove => state.record = None,
            DeltaOp::Merge => {
                state.alias = state.record.take().zip(m.survivor()?).map(|(record, into)| retire(&record, into));
            }
            DeltaOp::Unmerge => state.record = state.alias.take().map(|alias| revive(&alias, m)),
            _ => apply_fields(state.record.get_or_insert_with(Record::default), m),
        }
    }
    Ok(state)
}

/// What to call a record: the name people know it by, or the best there is.
#[must_use]
pub fn title(entity: EntityType, fields: &BTreeMap<String, Value>) -> String {
    title_with(entity, |name| fields.get(name))
}

/// As [`title`], of fields that are held in another way.
#[must_use]
pub fn title_with<'a>(entity: EntityType, get: impl Fn(&str) -> Option<&'a Value>) -> String {
    let text = |name: &str| get(name).and_then(Value::as_str).map(str::trim).filter(|s| !s.is_empty());
    let first = |name: &str| {
        get(name).and_then(Value::as_array).and_then(|items| items.first()).and_then(|item| {
            ["value", "received"]
                .into_iter()
                .find_map(|k| item.get(k).and_then(Value::as_str).filter(|s| !s.is_empty()))
        })
    };
    let found = match entity {
        EntityType::Person => text("full_name")
            .map(String::from)
            .or_else(|| {
                let parts: Vec<_> = ["given_name", "middle_name", "family_name"].into_iter().filter_map(text).collect();
                (!parts.is_empty()).then(|| parts.join(" "))
            })
            .or_else(|| first("email").or_else(|| first("phone")).map(String::from)),
        EntityType::Account => text("name").or_else(|| text("legal_name")).map(String::from),
        EntityType::Opportunity => text("name").map(String::from),
        EntityType::Household => {
            let spouse: Vec<_> = ["spouse.given_name", "spouse.family_name"].into_iter().filter_map(text).collect();
            text("spouse.full_name")
                .map(String::from)
                .or_else(|| (!spouse.is_empty()).then(|| spouse.join(" ")))
                .or_else(|| text("assistant.name").map(String::from))
        }
        EntityType::Requirement => {
            let cities: Vec<_> = ["locality", "city"]
                .into_iter()
                .filter_map(|f| get(f).and_then(Value::as_array))
                .flatten()
                .filter_map(Value::as_str)
                .collect();
            (!cities.is_empty()).then(|| cities.join(", "))
        }
        EntityType::Interest => {
            ["property.name", "property.project", "property.listing_id"].into_iter().find_map(text).map(String::from)
        }
        EntityType::Task => text("title").map(String::from),
        EntityType::Interaction => text("subject").or_else(|| text("channel")).map(String::from),
    };
    found.unwrap_or_else(|| match entity {
        EntityType::Person => "Unnamed person".into(),
        EntityType::Account => "Unnamed account".into(),
        EntityType::Household => "Household".into(),
        EntityType::Opportunity => "Unnamed opportunity".into(),
        EntityType::Requirement => "Requirement".into(),
        EntityType::Interest => "Property interest".into(),
        EntityType::Task => "Task".into(),
        EntityType::Interaction => "Contact with the client".into(),
    })
}

/// A key under which names sort as people expect: lower case, accents folded, other scripts romanised, single spaces.
/// A search key only; never shown (`fields.md`, "Values").
#[must_use]
pub fn sort_key(text: &str) -> String {
    // Most texts are plain: of a million, each is folded more than once.
    let mut folded = if text.is_ascii() { text.to_owned() } else { any_ascii::any_ascii(text) };
    folded.make_ascii_lowercase();
    let mut out = String::with_capacity(folded.len());
    for word in folded.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}
