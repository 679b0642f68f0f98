//! A record as a map of fields, the graph as a map of records, and how mutations change them.

use std::collections::{BTreeMap, BTreeSet};

use contracts::{DeltaOp, EntityRef, EntityType, Link};
use serde_json::Value;

use crate::{GraphError, Mutation, check};

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

/// The graph in memory.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Graph {
    /// Records that exist.
    pub records: BTreeMap<EntityRef, Record>,
    /// Links that exist.
    pub links: BTreeSet<Link>,
}

/// A record's archived flag and fields, without its version.
pub type Content = (bool, BTreeMap<String, Value>);

impl Graph {
    /// Applies one mutation.
    ///
    /// # Errors
    /// When the mutation does not fit the state ([`check`]); the graph is then unchanged.
    pub fn apply(&mut self, m: &Mutation) -> Result<(), GraphError> {
        let link = m.link()?;
        let linked = link.as_ref().is_some_and(|l| self.links.contains(l));
        check(self.records.get(&m.entity), linked, m)?;
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
            _ => {
                let record = self.records.entry(m.entity).or_default();
                apply_fields(record, m);
            }
        }
        Ok(())
    }

    /// The same graph without versions: what `export graph` compares.
    #[must_use]
    pub fn content(&self) -> (BTreeMap<EntityRef, Content>, BTreeSet<Link>) {
        let records = self.records.iter().map(|(k, r)| (*k, (r.archived, r.fields.clone()))).collect();
        (records, self.links.clone())
    }
}

/// Applies field changes to a record, whatever its state. For callers that have checked.
pub(crate) fn apply_fields(record: &mut Record, m: &Mutation) {
    record.version += 1;
    match m.op {
        DeltaOp::Archive => record.archived = true,
        DeltaOp::Restore => record.archived = false,
        _ => {}
    }
    for change in &m.changes {
        if change.after.is_null() {
            record.fields.remove(&change.field);
        } else {
            record.fields.insert(change.field.clone(), change.after.clone());
        }
    }
}

/// Folds all mutations of one record, oldest first, into its state; none if it does not exist in the end.
///
/// # Errors
/// When one does not fit the state before it.
pub fn fold<'a>(mutations: impl IntoIterator<Item = &'a Mutation>) -> Result<Option<Record>, GraphError> {
    let mut record: Option<Record> = None;
    for m in mutations {
        if matches!(m.op, DeltaOp::Link | DeltaOp::Unlink) {
            continue;
        }
        check(record.as_ref(), false, m)?;
        if m.op == DeltaOp::Remove {
            record = None;
        } else {
            apply_fields(record.get_or_insert_with(Record::default), m);
        }
    }
    Ok(record)
}

/// What to call a record: the name people know it by, or the best there is.
#[must_use]
pub fn title(entity: EntityType, fields: &BTreeMap<String, Value>) -> String {
    let text = |name: &str| fields.get(name).and_then(Value::as_str).map(str::trim).filter(|s| !s.is_empty());
    let first = |name: &str| {
        fields.get(name).and_then(Value::as_array).and_then(|items| items.first()).and_then(|item| {
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
                .filter_map(|f| fields.get(f).and_then(Value::as_array))
                .flatten()
                .filter_map(Value::as_str)
                .collect();
            (!cities.is_empty()).then(|| cities.join(", "))
        }
        EntityType::Interest => {
            ["property.name", "property.project", "property.listing_id"].into_iter().find_map(text).map(String::from)
        }
        EntityType::Task => text("title").map(String::from),
    };
    found.unwrap_or_else(|| match entity {
        EntityType::Person => "Unnamed person".into(),
        EntityType::Account => "Unnamed account".into(),
        EntityType::Household => "Household".into(),
        EntityType::Opportunity => "Unnamed opportunity".into(),
        EntityType::Requirement => "Requirement".into(),
        EntityType::Interest => "Property interest".into(),
        EntityType::Task => "Task".into(),
    })
}

/// A key under which names sort as people expect: lower case, accents folded, other scripts romanised, single spaces.
/// A search key only; never shown (`fields.md`, "Values").
#[must_use]
pub fn sort_key(text: &str) -> String {
    let folded = any_ascii::any_ascii(text).to_lowercase();
    let mut out = String::with_capacity(folded.len());
    for word in folded.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}
