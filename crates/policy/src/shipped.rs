//! The policy a workspace starts with, and a policy as hosts show it.

use std::sync::LazyLock;

use contracts::{Actor, FieldGroup, PolicyData, PolicyView, Role, RoleInfo, Timestamp, Visibility};

use crate::requirement::{is_decider, needed};
use crate::{permit, settings};

/// The shape of policies that this build reads and writes.
pub const SCHEMA: &str = "velocity-policy/1";

static SHIPPED: LazyLock<PolicyData> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../data/shipped.json")).expect("the shipped policy is read by a test")
});

/// The policy a workspace starts with: nothing commits without a decision (`product.md`, non-negotiable 3).
#[must_use]
pub fn shipped() -> PolicyData {
    SHIPPED.clone()
}

/// Each role as `role list` and the settings show it.
#[must_use]
pub fn role_infos(policy: &PolicyData) -> Vec<RoleInfo> {
    Role::ALL.iter().map(|role| role_info(policy, *role)).collect()
}

/// The answer of `policy show`. Version 0, without time and author, is the shipped policy.
#[must_use]
pub fn view(policy: &PolicyData, version: u64, set_at: Option<Timestamp>, set_by: Option<Actor>) -> PolicyView {
    PolicyView {
        version,
        set_at,
        set_by,
        policy: policy.clone(),
        settings: settings(policy),
        roles: role_infos(policy),
    }
}

fn role_info(policy: &PolicyData, role: Role) -> RoleInfo {
    let rights = policy.roles.get(&role).cloned().unwrap_or_default();
    let seen = |group: &FieldGroup| (*group, rights.read.get(group).copied().unwrap_or(Visibility::Hidden));
    let decides = policy.requirements.iter().filter(|rule| {
        is_decider(role)
            && rule.deciders.contains(&role)
            && permit(policy, Some(role), contracts::Permission::Decide).allowed
            && rule.kinds.iter().any(|kind| permit(policy, Some(role), needed(*kind)).allowed)
    });
    RoleInfo {
        role,
        title: role.title().into(),
        permissions: rights.permissions.iter().copied().collect(),
        read: FieldGroup::ALL.iter().map(seen).collect(),
        write: rights.write.iter().copied().collect(),
        decides: decides.map(|rule| rule.what.clone()).collect(),
    }
}
