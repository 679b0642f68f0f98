//! What a role may do, write and see.

use contracts::{EntityType, Permission, PolicyData, Role, Visibility};
use serde_json::Value;

use crate::verdict::{holders, rule_of, spoken, subject};
use crate::{Change, Verdict, group_of, loosens_consent, mask, requirement};

/// Whether a role holds a permission. A user without a role may do nothing.
#[must_use]
pub fn permit(policy: &PolicyData, role: Option<Role>, permission: Permission) -> Verdict {
    let who = holders(policy, permission);
    let rule = format!("{}/{permission}", rule_of(role));
    let subject = subject(role);
    if role.is_some_and(|r| who.contains(&r)) {
        return Verdict::yes(rule, who, format!("{subject} may {}.", permission.what()));
    }
    let reason = format!("{subject} may not {}; {} may.", permission.what(), spoken(&who));
    Verdict::no(rule, who, reason)
}

/// Whether a role may change a field by hand: it edits records, and it writes the field's group.
#[must_use]
pub fn may_write(policy: &PolicyData, role: Option<Role>, entity: EntityType, field: &str) -> Verdict {
    let edit = permit(policy, role, Permission::EditRecords);
    if !edit.allowed {
        return edit;
    }
    let group = group_of(entity, field);
    let writes = |r: &Role| policy.roles.get(r).is_some_and(|p| p.write.contains(&group));
    let who: Vec<Role> = edit.who.into_iter().filter(writes).collect();
    let rule = format!("{}/write.{group}", rule_of(role));
    let (subject, title) = (subject(role), group.title());
    if role.is_some_and(|r| who.contains(&r)) {
        return Verdict::yes(rule, who, format!("{subject} may change {entity}.{field} ({title})."));
    }
    let reason = format!("{subject} may not change {entity}.{field} ({title}); {} may.", spoken(&who));
    Verdict::no(rule, who, reason)
}

/// Whether a role may make this very change by hand.
///
/// A named person who types a value into a field of a group that is theirs has decided it; that is the explicit
/// approval of R43. Loosening consent is not: only who may decide it as a proposal may type it.
#[must_use]
pub fn may_edit(
    policy: &PolicyData,
    role: Option<Role>,
    entity: EntityType,
    field: &str,
    before: &Value,
    after: &Value,
) -> Verdict {
    let write = may_write(policy, role, entity, field);
    if !write.allowed || !loosens_consent(entity, field, before, after) {
        return write;
    }
    let needed = requirement(policy, &Change::by_hand(entity, vec![(field.into(), before.clone(), after.clone())]));
    let who: Vec<Role> = write.who.iter().copied().filter(|r| needed.deciders.contains(r)).collect();
    if role.is_some_and(|r| who.contains(&r)) {
        return write;
    }
    let subject = subject(role);
    let reason = format!("{subject} may not loosen what a client agreed to ({field}); {} may.", spoken(&who));
    Verdict::no(format!("requirements.{}", needed.rule), who, reason)
}

/// How a role sees a field. Hidden for whoever reads no records, and for a group that the role does not list.
#[must_use]
pub fn visibility(policy: &PolicyData, role: Option<Role>, entity: EntityType, field: &str) -> Visibility {
    let Some(rights) = role.and_then(|r| policy.roles.get(&r)) else { return Visibility::Hidden };
    if !rights.permissions.contains(&Permission::ReadRecords) {
        return Visibility::Hidden;
    }
    rights.read.get(&group_of(entity, field)).copied().unwrap_or(Visibility::Hidden)
}

/// A value as a role sees it; none where it is hidden.
#[must_use]
pub fn shown(policy: &PolicyData, role: Option<Role>, entity: EntityType, field: &str, value: &Value) -> Option<Value> {
    match visibility(policy, role, entity, field) {
        Visibility::Full => Some(value.clone()),
        Visibility::Masked => Some(mask(entity, field, value)),
        Visibility::Hidden => None,
    }
}
