//! What becomes of a change that arrives after others: conflicts are per field (`sync.md`, rule 5).
//!
//! "Ours" is the state here and now, "theirs" what the arriving change would leave, "base" what it believed it
//! replaced.
//! No clock takes part: only equality decides, and order where a field is on the last-write list.

use std::collections::BTreeSet;

use contracts::{DeltaOp, EntityRef, FieldChange};
use serde_json::Value;

use crate::{Around, Mutation, Record};

/// What the workspace has agreed on.
#[derive(Clone, Copy, Debug)]
pub struct ConflictRules<'a> {
    /// Fields in which the later arrival stands, such as `last_contacted_at`. Guarded fields on it are ignored.
    pub last_write: &'a BTreeSet<String>,
}

/// What becomes of one field.
#[expect(clippy::large_enum_variant, reason = "few live at a time, and a box would stand in every reader's way")]
#[derive(Clone, Debug, PartialEq)]
pub enum Settled {
    /// Nobody changed it in between: the arriving value stands.
    Apply,
    /// The arriving change says what is there already, or changes nothing.
    NoOp,
    /// Both changed it, and the field is one in which arrival order decides: the arriving value stands, ours is in the
    /// history.
    LastWrite,
    /// A person decides; until then ours stands.
    Conflict {
        /// What both started from, as the arriving change says.
        base: Value,
        /// What stands here.
        ours: Value,
        /// What the arriving change would leave.
        theirs: Value,
    },
}

/// One field of an arriving change. Links have the field `link`, archive and restore the field `archived`.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldSettled {
    /// The field.
    pub field: String,
    /// What becomes of it.
    pub settled: Settled,
}

/// What becomes of an arriving change.
#[derive(Clone, Debug, PartialEq)]
pub enum DeltaSettled {
    /// Each field by itself.
    PerField(Vec<FieldSettled>),
    /// Nothing of it applies before a person has decided about the whole.
    Decision {
        /// Why.
        why: Undecided,
        /// Everything that it would change, as conflicts.
        fields: Vec<FieldSettled>,
    },
}

/// Why a whole change waits for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undecided {
    /// A merge always needs a decision (R42).
    Merge,
    /// So does an unmerge.
    Unmerge,
    /// The record, or an end of the link, does not exist here.
    Missing(EntityRef),
    /// The record was absorbed in the meantime; the change may belong to the survivor.
    Absorbed {
        /// The record.
        at: EntityRef,
        /// Who absorbed it.
        into: EntityRef,
    },
    /// The record that would be removed was changed, archived or linked to in the meantime.
    StillUsed(EntityRef),
}

/// Whether a field tells who somebody is, or what they allowed: such a field is never settled by arrival order.
#[must_use]
pub fn guarded(field: &str) -> bool {
    const IDENTITY: [&str; 13] = [
        "full_name",
        "given_name",
        "middle_name",
        "family_name",
        "birth_date",
        "email",
        "phone",
        "external_id",
        "name",
        "legal_name",
        "domain",
        "registration_id",
        "kyc_status",
    ];
    IDENTITY.contains(&field)
        || field.starts_with("consent.")
        || ["do_not_contact", "archived", "link"].contains(&field)
}

/// Settles one field.
///
/// Equal values are no conflict, whatever the base was, and neither is a change that changes nothing. A current base
/// applies. After that only a field of the last-write list settles itself.
///
/// ```
/// use std::collections::BTreeSet;
/// use graph::{ConflictRules, Settled, settle};
/// use serde_json::json;
///
/// let last_write = BTreeSet::from(["last_contacted_at".to_string()]);
/// let rules = ConflictRules { last_write: &last_write };
/// let of = |field, ours| settle(field, &json!("a"), &json!(ours), &json!("b"), &rules);
/// assert_eq!(of("owner", "a"), Settled::Apply);
/// assert_eq!(of("owner", "b"), Settled::NoOp);
/// assert!(matches!(of("owner", "c"), Settled::Conflict { .. }));
/// assert_eq!(of("last_contacted_at", "c"), Settled::LastWrite);
/// ```
#[must_use]
pub fn settle(field: &str, base: &Value, ours: &Value, theirs: &Value, rules: &ConflictRules<'_>) -> Settled {
    if ours == theirs || base == theirs {
        Settled::NoOp
    } else if ours == base {
        Settled::Apply
    } else if rules.last_write.contains(field) && !guarded(field) {
        Settled::LastWrite
    } else {
        Settled::Conflict { base: base.clone(), ours: ours.clone(), theirs: theirs.clone() }
    }
}

/// Settles an arriving change: `record` is the record here and now, `around` what the change meets beside it (as for
/// [`crate::check`]).
///
/// Merge and unmerge always wait for a decision; one that was decided comes as its own group and is checked, not
/// settled.
/// Identity fields, consent and archive apply when their base is current and are never settled by arrival order. A
/// change of a record that is gone, or was absorbed, waits as a whole, with every value it brings.
#[must_use]
pub fn settle_delta(
    record: Option<&Record>,
    around: &Around,
    arriving: &Mutation,
    rules: &ConflictRules<'_>,
) -> DeltaSettled {
    let at = arriving.entity;
    let whole = |why| DeltaSettled::Decision { why, fields: disputed(record, around, arriving) };
    match arriving.op {
        DeltaOp::Merge => return whole(Undecided::Merge),
        DeltaOp::Unmerge => return whole(Undecided::Unmerge),
        DeltaOp::Link | DeltaOp::Unlink => {
            let wanted = arriving.op == DeltaOp::Link;
            return match around.missing_end {
                Some(end) if wanted && !around.linked => whole(Undecided::Missing(end)),
                _ => DeltaSettled::PerField(vec![flag("link", around.linked, wanted)]),
            };
        }
        _ => {}
    }
    if let Some(alias) = around.alias {
        return whole(Undecided::Absorbed { at, into: alias.into });
    }
    let Some(record) = record else {
        return match arriving.op {
            DeltaOp::Create => DeltaSettled::PerField(per_field(&Record::default(), arriving, rules)),
            DeltaOp::Remove => {
                DeltaSettled::PerField(arriving.changes.iter().map(|c| named(&c.field, Settled::NoOp)).collect())
            }
            _ => whole(Undecided::Missing(at)),
        };
    };
    if arriving.op == DeltaOp::Remove {
        return if crate::check(Some(record), around, arriving).is_ok() {
            DeltaSettled::PerField(arriving.changes.iter().map(|c| named(&c.field, Settled::Apply)).collect())
        } else {
            whole(Undecided::StillUsed(at))
        };
    }
    let mut fields = per_field(record, arriving, rules);
    if let Some(wanted) = archives(arriving.op) {
        fields.push(flag("archived", record.archived, wanted));
    }
    DeltaSettled::PerField(fields)
}

impl DeltaSettled {
    /// The fields, settled or disputed.
    #[must_use]
    pub fn fields(&self) -> &[FieldSettled] {
        match self {
            Self::PerField(fields) | Self::Decision { fields, .. } => fields,
        }
    }

    /// What applies of the arriving change now, standing on the present state; none when nothing does. What it leaves
    /// out stands in [`DeltaSettled::fields`] as equal or as a conflict.
    #[must_use]
    pub fn applicable(&self, record: Option<&Record>, arriving: &Mutation) -> Option<Mutation> {
        let Self::PerField(fields) = self else { return None };
        let stands = |name: &str| {
            fields.iter().any(|f| f.field == name && matches!(f.settled, Settled::Apply | Settled::LastWrite))
        };
        match arriving.op {
            DeltaOp::Link | DeltaOp::Unlink => return stands("link").then(|| arriving.clone()),
            DeltaOp::Create if record.is_none() => return Some(arriving.clone()),
            DeltaOp::Remove => return record.map(|_| arriving.clone()),
            _ => {}
        }
        let changes: Vec<FieldChange> = arriving
            .changes
            .iter()
            .filter(|c| stands(&c.field))
            .map(|c| FieldChange { before: now(record, &c.field), ..c.clone() })
            .collect();
        let flips = archives(arriving.op).is_some() && stands("archived");
        let op = if flips { arriving.op } else { DeltaOp::Update };
        (flips || !changes.is_empty()).then_some(Mutation { entity: arriving.entity, op, changes })
    }
}

fn archives(op: DeltaOp) -> Option<bool> {
    match op {
        DeltaOp::Archive => Some(true),
        DeltaOp::Restore => Some(false),
        _ => None,
    }
}

fn named(field: &str, settled: Settled) -> FieldSettled {
    FieldSettled { field: field.into(), settled }
}

/// A flag has two states: if it is not as wanted, it is as the change found it.
fn flag(field: &str, ours: bool, wanted: bool) -> FieldSettled {
    named(field, if ours == wanted { Settled::NoOp } else { Settled::Apply })
}

fn now(record: Option<&Record>, field: &str) -> Value {
    record.and_then(|r| r.fields.get(field)).cloned().unwrap_or_default()
}

fn per_field(record: &Record, arriving: &Mutation, rules: &ConflictRules<'_>) -> Vec<FieldSettled> {
    let settled = |c: &FieldChange| settle(&c.field, &c.before, &now(Some(record), &c.field), &c.after, rules);
    arriving.changes.iter().map(|c| named(&c.field, settled(c))).collect()
}

/// Everything a change would do, as conflicts; for one that takes a whole record away also what it does not know of.
fn disputed(record: Option<&Record>, around: &Around, arriving: &Mutation) -> Vec<FieldSettled> {
    let conflict =
        |field: &str, base: Value, ours: Value, theirs: Value| named(field, Settled::Conflict { base, ours, theirs });
    let mut out: Vec<FieldSettled> = arriving
        .changes
        .iter()
        .map(|c| {
            let ours = match c.field.as_str() {
                "link" if around.linked => c.before.clone(),
                contracts::MERGED_INTO => around.alias.map(|a| crate::mutation::side(a.into)).unwrap_or_default(),
                name => now(record, name),
            };
            conflict(&c.field, c.before.clone(), ours, c.after.clone())
        })
        .collect();
    if let Some(wanted) = archives(arriving.op) {
        let ours = record.map_or(Value::Null, |r| r.archived.into());
        out.push(conflict("archived", (!wanted).into(), ours, wanted.into()));
    }
    if matches!(arriving.op, DeltaOp::Merge | DeltaOp::Remove) {
        let unnamed =
            record.iter().flat_map(|r| &r.fields).filter(|(n, _)| !arriving.changes.iter().any(|c| c.field == **n));
        let unnamed: Vec<FieldSettled> =
            unnamed.map(|(name, value)| conflict(name, Value::Null, value.clone(), Value::Null)).collect();
        out.extend(unnamed);
    }
    out
}
