//! Mutations: what they are, when they may be applied, and their inverses.

use std::collections::BTreeMap;

use contracts::{CellRef, DeltaOp, EntityRef, FieldChange, Link, MERGED_INTO};
use serde::Deserialize as _;
use serde_json::Value;

use crate::{Alias, Record};

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
    #[error("{0} exists already")]
    Exists(EntityRef),
    /// A change of something that is not there.
    #[error("{0} does not exist")]
    Missing(EntityRef),
    /// The field holds something else than the change says it replaces.
    #[error("{entity}: the field {field} was changed in the meantime")]
    Stale {
        /// The record.
        entity: EntityRef,
        /// The field.
        field: String,
    },
    /// The link is there already, or is not.
    #[error("{0}: the link is already as asked")]
    LinkState(EntityRef),
    /// A link change that holds no link.
    #[error("{0}: a link change holds no link")]
    NoLink(EntityRef),
    /// A merge that names no survivor, itself, or a record of another kind.
    #[error("{0}: a merge names no record of its kind that survives")]
    NoSurvivor(EntityRef),
    /// A merge or removal of a record that others still hold on to; links move, and absorbed records come back, first.
    #[error("{0}: others still hold on to the record that would go")]
    StillLinked(EntityRef),
}

/// What a mutation meets beside its own record.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Around {
    /// For link and unlink: whether the link exists now.
    pub linked: bool,
    /// For link: an end that does not exist, so that no link ever hangs in the air.
    pub missing_end: Option<EntityRef>,
    /// For merge and remove: whether any link still holds on to the record; for remove also whether an alias leads to
    /// it.
    pub held: bool,
    /// The record's alias, if it was absorbed.
    pub alias: Option<Alias>,
    /// For merge: whether the survivor, or whoever it stands for by now ([`crate::Graph::resolve`]), exists and is not
    /// the record itself. An absorbed survivor is allowed, because an unmerge from one must have its inverse too.
    pub survivor: bool,
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

    /// The record absorbs nothing itself: it is absorbed by `into`, which carries its values already. Links of the
    /// record must have been moved before.
    #[must_use]
    pub fn make_merge(entity: EntityRef, record: &Record, into: EntityRef) -> Self {
        let survivor = side(into);
        let gone = record.fields.iter().map(|(field, value)| (field.clone(), value.clone(), Value::Null));
        let changes = gone
            .chain([(MERGED_INTO.to_string(), Value::Null, survivor)])
            .map(|(field, before, after)| FieldChange { field, before, after, sources: Vec::new(), confidence: None })
            .collect();
        Self { entity, op: DeltaOp::Merge, changes }
    }

    /// The survivor that a merge or unmerge is about.
    ///
    /// # Errors
    /// [`GraphError::NoSurvivor`] when the change does not name one of the same kind.
    pub fn survivor(&self) -> Result<Option<EntityRef>, GraphError> {
        let value = match self.op {
            DeltaOp::Merge => self.changes.iter().find(|c| c.field == MERGED_INTO).map(|c| &c.after),
            DeltaOp::Unmerge => self.changes.iter().find(|c| c.field == MERGED_INTO).map(|c| &c.before),
            _ => return Ok(None),
        };
        value
            .and_then(|v| EntityRef::deserialize(v).ok())
            .filter(|s| s.entity == self.entity.entity && s.id != self.entity.id)
            .map(Some)
            .ok_or(GraphError::NoSurvivor(self.entity))
    }

    /// The other record that the mutation names: the far end of a link, the survivor of a merge.
    ///
    /// # Errors
    /// As [`Mutation::link`] and [`Mutation::survivor`].
    pub fn other(&self) -> Result<Option<EntityRef>, GraphError> {
        Ok(self.link()?.map(|l| l.to).or(self.survivor()?))
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
        value.and_then(|v| Link::deserialize(v).ok()).map(Some).ok_or(GraphError::NoLink(self.entity))
    }
}

/// A reference to a record, as changes hold it.
pub(crate) fn side(at: EntityRef) -> Value {
    serde_json::json!({ "entity": at.entity.as_str(), "id": at.id.to_string() })
}

fn link_value(link: &Link) -> Value {
    serde_json::json!({ "kind": link.kind, "from": side(link.from), "to": side(link.to) })
}

/// Whether a mutation fits the state: `record` is the record now, `around` what it meets beside it.
///
/// # Errors
/// The first thing that does not fit.
pub fn check(record: Option<&Record>, around: &Around, m: &Mutation) -> Result<(), GraphError> {
    let stale = |field: &str| GraphError::Stale { entity: m.entity, field: field.into() };
    match m.op {
        DeltaOp::Create => {
            let free = record.is_none() && around.alias.is_none();
            return if free { Ok(()) } else { Err(GraphError::Exists(m.entity)) };
        }
        DeltaOp::Link | DeltaOp::Unlink => {
            m.link()?;
            return match around.missing_end {
                _ if around.linked != (m.op == DeltaOp::Unlink) => Err(GraphError::LinkState(m.entity)),
                Some(end) if m.op == DeltaOp::Link => Err(GraphError::Missing(end)),
                _ => Ok(()),
            };
        }
        DeltaOp::Unmerge => {
            if record.is_some() {
                return Err(GraphError::Exists(m.entity));
            }
            let alias = around.alias.ok_or(GraphError::Missing(m.entity))?;
            return if m.survivor()? == Some(alias.into) { Ok(()) } else { Err(stale(MERGED_INTO)) };
        }
        _ => {}
    }
    let record = record.ok_or(GraphError::Missing(m.entity))?;
    match m.op {
        DeltaOp::Archive if record.archived => return Err(stale("archived")),
        DeltaOp::Restore if !record.archived => return Err(stale("archived")),
        // A create makes no archived record, so the removal of one would have no exact inverse.
        DeltaOp::Remove if record.archived => return Err(stale("archived")),
        DeltaOp::Remove if around.held => return Err(GraphError::StillLinked(m.entity)),
        DeltaOp::Merge => {
            let survivor = m.survivor()?;
            if survivor.is_none() || !around.survivor {
                return Err(GraphError::NoSurvivor(m.entity));
            }
            if around.held {
                return Err(GraphError::StillLinked(m.entity));
            }
        }
        _ => {}
    }
    for change in m.changes.iter().filter(|c| c.field != MERGED_INTO) {
        let now = record.fields.get(&change.field).unwrap_or(&Value::Null);
        if *now != change.before {
            return Err(stale(&change.field));
        }
    }
    if matches!(m.op, DeltaOp::Remove | DeltaOp::Merge)
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
        DeltaOp::Merge => DeltaOp::Unmerge,
        DeltaOp::Unmerge => DeltaOp::Merge,
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
