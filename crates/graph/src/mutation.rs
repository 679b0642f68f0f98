//! Mutations: what they are, when they may be applied, and their inverses.

use std::collections::BTreeMap;

use contracts::{CellRef, DeltaOp, EntityRef, FieldChange, Link};
use serde_json::Value;

use crate::Record;

/// The state-changing part of a delta.
#[derive(Clone, Debug, PartialEq)]
pub struct Mutation {
    /// The record; for a link, its `from` side.
    pub entity: EntityRef,
    /// What happens.
    pub op: DeltaOp,
    /// Fields before and after; for link and unlink one change of `link`.
    pub changes: Vec<FieldChange>,
}

/// Why a mutation can't be applied.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum GraphError {
    /// A create of something that is there.
    #[error("{0:?} exists already")]
    Exists(EntityRef),
    /// A change of something that is not there.
    #[error("{0:?} does not exist")]
    Missing(EntityRef),
    /// The field holds something else than the change says it replaces.
    #[error("{entity:?}: the field {field} was changed in the meantime")]
    Stale {
        /// The record.
        entity: EntityRef,
        /// The field.
        field: String,
    },
    /// The link is there already, or is not.
    #[error("{0:?}: the link is already as asked")]
    LinkState(EntityRef),
    /// A link change that holds no link.
    #[error("{0:?}: a link change holds no link")]
    NoLink(EntityRef),
}

impl Mutation {
    /// Makes a record with these fields. Nulls are left out.
    #[must_use]
    pub fn create(
        entity: EntityRef,
        fields: impl IntoIterator<Item = (String, Value, Vec<CellRef>, Option<f64>)>,
    ) -> Self {
        let changes = fields
            .into_iter()
            .filter(|(_, value, ..)| !value.is_null())
            .map(|(field, after, sources, confidence)| FieldChange {
                field,
                before: Value::Null,
                after,
                sources,
                confidence,
            })
            .collect();
        Self { entity, op: DeltaOp::Create, changes }
    }

    /// Makes a link.
    #[must_use]
    pub fn make_link(link: &Link) -> Self {
        Self {
            entity: link.from,
            op: DeltaOp::Link,
            changes: vec![FieldChange {
                field: "link".into(),
                before: Value::Null,
                after: link_value(link),
                sources: Vec::new(),
                confidence: None,
            }],
        }
    }

    /// The link that a link or unlink is about.
    ///
    /// # Errors
    /// [`GraphError::NoLink`] when the change does not hold one.
    pub fn link(&self) -> Result<Option<Link>, GraphError> {
        let value = match self.op {
            DeltaOp::Link => self.changes.first().map(|c| &c.after),
            DeltaOp::Unlink => self.changes.first().map(|c| &c.before),
            _ => return Ok(None),
        };
        value.and_then(|v| serde_json::from_value(v.clone()).ok()).map(Some).ok_or(GraphError::NoLink(self.entity))
    }
}

fn link_value(link: &Link) -> Value {
    let side = |r: EntityRef| serde_json::json!({ "entity": r.entity.as_str(), "id": r.id.to_string() });
    serde_json::json!({ "kind": link.kind, "from": side(link.from), "to": side(link.to) })
}

/// Whether a mutation fits the state: `record` is the record now, `linked` whether its link exists now.
///
/// # Errors
/// The first thing that does not fit.
pub fn check(record: Option<&Record>, linked: bool, m: &Mutation) -> Result<(), GraphError> {
    match m.op {
        DeltaOp::Create => return if record.is_some() { Err(GraphError::Exists(m.entity)) } else { Ok(()) },
        DeltaOp::Link | DeltaOp::Unlink => {
            m.link()?;
            let fits = linked == (m.op == DeltaOp::Unlink);
            return if fits { Ok(()) } else { Err(GraphError::LinkState(m.entity)) };
        }
        _ => {}
    }
    let record = record.ok_or(GraphError::Missing(m.entity))?;
    let stale = |field: &str| GraphError::Stale { entity: m.entity, field: field.into() };
    match m.op {
        DeltaOp::Archive if record.archived => return Err(stale("archived")),
        DeltaOp::Restore if !record.archived => return Err(stale("archived")),
        _ => {}
    }
    for change in &m.changes {
        let now = record.fields.get(&change.field).unwrap_or(&Value::Null);
        if *now != change.before {
            return Err(stale(&change.field));
        }
    }
    if m.op == DeltaOp::Remove
        && let Some(field) = record.fields.keys().find(|f| !m.changes.iter().any(|c| c.field == **f))
    {
        return Err(stale(field));
    }
    Ok(())
}

/// The mutation that takes another one back exactly.
#[must_use]
pub fn inverse(m: &Mutation) -> Mutation {
    let op = match m.op {
        DeltaOp::Create => DeltaOp::Remove,
        DeltaOp::Remove => DeltaOp::Create,
        DeltaOp::Update => DeltaOp::Update,
        DeltaOp::Link => DeltaOp::Unlink,
        DeltaOp::Unlink => DeltaOp::Link,
        DeltaOp::Archive => DeltaOp::Restore,
        DeltaOp::Restore => DeltaOp::Archive,
    };
    let changes = m
        .changes
        .iter()
        .map(|c| FieldChange {
            field: c.field.clone(),
            before: c.after.clone(),
            after: c.before.clone(),
            sources: Vec::new(),
            confidence: None,
        })
        .collect();
    Mutation { entity: m.entity, op, changes }
}

/// The changes that turn one set of fields into another, in field order.
#[must_use]
pub fn diff(before: &BTreeMap<String, Value>, after: &BTreeMap<String, Value>) -> Vec<FieldChange> {
    let names: std::collections::BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    names
        .into_iter()
        .filter_map(|name| {
            let old = before.get(name).unwrap_or(&Value::Null);
            let new = after.get(name).unwrap_or(&Value::Null);
            (old != new).then(|| FieldChange {
                field: name.clone(),
                before: old.clone(),
                after: new.clone(),
                sources: Vec::new(),
                confidence: None,
            })
        })
        .collect()
}
