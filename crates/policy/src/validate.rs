//! What a policy may not be. The laws of `product.md`, non-negotiable 3, hold whatever an owner sets.

use std::collections::BTreeSet;

use contracts::{ChangeKind, FieldGroup, Permission, PolicyData, RequirementRule, Role, RolePolicy, Visibility};

use crate::groups::{base, listed};
use crate::overwrite::is_field;
use crate::{PolicyError, SCHEMA};

/// Kinds of change that always need a decision (R42, R43, R81): no rule may say otherwise.
pub const ALWAYS_REVIEWED: &[ChangeKind] =
    &[ChangeKind::Overwrite, ChangeKind::Merge, ChangeKind::Unmerge, ChangeKind::Writeback, ChangeKind::Enrichment];

/// Groups in which replacing a value is always a major overwrite: who a client is, how to reach them, what they agreed
/// to, and what the law asks for. Otherwise R43 could be emptied by a list.
pub const ALWAYS_MAJOR: &[FieldGroup] =
    &[FieldGroup::Identity, FieldGroup::Contact, FieldGroup::Consent, FieldGroup::Compliance];

/// What an agent may hold at most: it reads, stages and proposes, and commits nothing (R78).
const AGENT_AT_MOST: &[Permission] = &[
    Permission::ReadRecords,
    Permission::ReadEvidence,
    Permission::ReadWorkflow,
    Permission::ReadAudit,
    Permission::ImportFiles,
    Permission::Propose,
    Permission::RunMissions,
];

/// What a presenter may hold at most. Not raw evidence: cells are never masked.
const PRESENTER_AT_MOST: &[Permission] = &[Permission::ReadRecords, Permission::ReadWorkflow, Permission::ReadAudit];

/// What a presenter never sees in full. Custom fields may hold any of the others.
const PRESENTER_NEVER: &[FieldGroup] = &[
    FieldGroup::Contact,
    FieldGroup::Address,
    FieldGroup::Dates,
    FieldGroup::Compliance,
    FieldGroup::Notes,
    FieldGroup::Custom,
];

/// What only an owner holds.
const OWNER_ONLY: &[Permission] = &[Permission::Erase, Permission::ManagePolicy, Permission::ManageRoles];

/// Checks a policy before it is stored or used.
///
/// # Errors
/// The first rule that it breaks, naming the setting and the way out.
pub fn validate(policy: &PolicyData) -> Result<(), PolicyError> {
    if policy.schema != SCHEMA {
        let problem = format!("is {:?}; this build reads {SCHEMA:?}", policy.schema);
        return Err(PolicyError::invalid("schema", problem, "Update the program, or start from the shipped policy."));
    }
    for role in Role::ALL {
        let Some(rights) = policy.roles.get(role) else {
            let way_out = "List the role; an empty list of permissions lets it do nothing.";
            return Err(PolicyError::invalid(format!("roles.{role}"), "is missing", way_out));
        };
        check_role(*role, rights)?;
    }
    check_rules(policy)?;
    check_fields(policy)?;
    check_numbers(policy)
}

fn check_role(role: Role, rights: &RolePolicy) -> Result<(), PolicyError> {
    let key = |part: &str| format!("roles.{role}.{part}");
    let at_most = match role {
        Role::Owner => Permission::ALL,
        Role::Agent => AGENT_AT_MOST,
        Role::Presenter => PRESENTER_AT_MOST,
        Role::Reviewer | Role::Operator => &[],
    };
    if role == Role::Owner {
        if let Some(missing) = Permission::ALL.iter().find(|p| !rights.permissions.contains(p)) {
            let problem = format!("lacks {missing}; an owner keeps every permission, or nobody could give it back");
            return Err(PolicyError::invalid(key("permissions"), problem, "Grant the user another role instead."));
        }
        let seen = |g: &FieldGroup| rights.read.get(g) == Some(&Visibility::Full);
        let written = |g: &FieldGroup| rights.write.contains(g);
        let lacking = [
            ("read", FieldGroup::ALL.iter().find(|g| !seen(g)), "sees"),
            ("write", FieldGroup::ALL.iter().find(|g| !written(g)), "writes"),
        ];
        for (part, group, does) in lacking {
            if let Some(group) = group {
                let problem = format!("leaves out {group}; an owner {does} every group");
                return Err(PolicyError::invalid(key(part), problem, "Grant the user another role instead."));
            }
        }
    } else if let Some(over) = rights.permissions.iter().find(|p| OWNER_ONLY.contains(p)) {
        let problem = format!("holds {over}, which only an owner may");
        return Err(PolicyError::invalid(key("permissions"), problem, "Grant the user the role owner instead."));
    }
    if !at_most.is_empty() {
        if let Some(over) = rights.permissions.iter().find(|p| !at_most.contains(p)) {
            let allowed: Vec<&str> = at_most.iter().map(|p| p.as_str()).collect();
            let problem = format!("holds {over}, which {} never may", role.title().to_lowercase());
            let way_out = format!("Choose from {}.", allowed.join(", "));
            return Err(PolicyError::invalid(key("permissions"), problem, way_out));
        }
        if role != Role::Owner && !rights.write.is_empty() {
            let problem = format!("is not empty; {} never edits", role.title().to_lowercase());
            return Err(PolicyError::invalid(key("write"), problem, "Set it to none."));
        }
    }
    if role == Role::Presenter
        && let Some(group) = PRESENTER_NEVER.iter().find(|g| rights.read.get(g) == Some(&Visibility::Full))
    {
        let problem = format!("shows {group} in full, which a presenter never sees");
        return Err(PolicyError::invalid(key("read"), problem, format!("Set {group}=masked or {group}=hidden.")));
    }
    // Whoever writes what they see masked would write the mask.
    if let Some(group) = rights.write.iter().find(|g| rights.read.get(g) != Some(&Visibility::Full)) {
        let problem = format!("holds {group}, which the role does not see in full");
        let way_out = format!("Set roles.{role}.read to {group}=full first, or leave {group} out.");
        return Err(PolicyError::invalid(key("write"), problem, way_out));
    }
    Ok(())
}

fn check_rules(policy: &PolicyData) -> Result<(), PolicyError> {
    let mut seen = BTreeSet::new();
    for rule in &policy.requirements {
        let key = |part: &str| format!("requirements.{}.{part}", rule.id);
        if rule.id.is_empty() || !seen.insert(&rule.id) {
            let problem = format!("the id {:?} is empty or stands twice", rule.id);
            return Err(PolicyError::invalid("requirements", problem, "Give each rule an id of its own."));
        }
        if rule.kinds.is_empty() {
            return Err(PolicyError::invalid(key("kinds"), "is empty", "Name the kinds of change it is about."));
        }
        if let Some(kind) = forbidden(rule) {
            let problem = format!("is false, but {} always needs a decision", kind.title());
            return Err(PolicyError::invalid(key("review_required"), problem, "Leave it true."));
        }
        if let Some(role) = rule.deciders.iter().find(|r| matches!(r, Role::Agent | Role::Presenter)) {
            let problem = format!("holds {role}, which never decides");
            return Err(PolicyError::invalid(key("deciders"), problem, format!("Leave {role} out.")));
        }
        if !rule.deciders.contains(&Role::Owner) {
            let problem = "lacks owner, so that a proposal could wait for ever";
            return Err(PolicyError::invalid(key("deciders"), problem, "Add owner."));
        }
        if let Some(limit) = rule.below_confidence {
            share(&key("below_confidence"), limit)?;
        }
    }
    Ok(())
}

fn forbidden(rule: &RequirementRule) -> Option<ChangeKind> {
    if rule.review_required {
        return None;
    }
    rule.kinds.iter().copied().find(|kind| ALWAYS_REVIEWED.contains(kind))
}

fn check_fields(policy: &PolicyData) -> Result<(), PolicyError> {
    if let Some(group) = ALWAYS_MAJOR.iter().find(|g| !policy.overwrite.major_groups.contains(g)) {
        let problem = format!("lacks {group}; replacing it always needs a decision");
        return Err(PolicyError::invalid("overwrite.major_groups", problem, format!("Add {group}.")));
    }
    for name in &policy.overwrite.minor_fields {
        let key = "overwrite.minor_fields";
        if let Some(group) = groups_of(key, name)?.into_iter().find(|g| ALWAYS_MAJOR.contains(g)) {
            let problem = format!("holds {name} ({}), which always needs a decision", group.title());
            return Err(PolicyError::invalid(key, problem, format!("Leave {name} out.")));
        }
    }
    for name in &policy.last_write_fields {
        let key = "last_write_fields";
        let minor = policy.overwrite.minor_fields.contains(name);
        let major = |g: &FieldGroup| policy.overwrite.major_groups.contains(g) && !minor;
        if let Some(group) = groups_of(key, name)?.into_iter().find(major) {
            let problem = format!("holds {name} ({}), whose overwrite always needs a decision", group.title());
            let way_out = format!("Leave {name} out, or add it to overwrite.minor_fields if that may be.");
            return Err(PolicyError::invalid(key, problem, way_out));
        }
    }
    Ok(())
}

/// The groups of every field that a name in a list means.
fn groups_of(key: &str, name: &str) -> Result<Vec<FieldGroup>, PolicyError> {
    if name.starts_with("custom.") {
        return Ok(vec![FieldGroup::Custom]);
    }
    let meant = contracts::FIELDS.iter().filter(|f| is_field(name, f.entity, f.name));
    let groups: Vec<FieldGroup> = meant.filter_map(|f| listed(f.entity, base(f.entity, f.name))).collect();
    if groups.is_empty() {
        let problem = format!("holds {name:?}, which is in no dictionary of fields");
        return Err(PolicyError::invalid(
            key,
            problem,
            "Write updated_at, opportunity.name or custom.rank, for example.",
        ));
    }
    Ok(groups)
}

fn check_numbers(policy: &PolicyData) -> Result<(), PolicyError> {
    share("thresholds.review_below", policy.thresholds.review_below)?;
    share("thresholds.suspect", policy.thresholds.suspect)?;
    share("thresholds.link_by_name", policy.thresholds.link_by_name)?;
    share("auto_approve.min_confidence", policy.auto_approve.min_confidence)?;
    if policy.auto_approve.rule.trim().is_empty() {
        let way_out = "Name the rule with its version: policy.auto_approve_creates/1.";
        return Err(PolicyError::invalid("auto_approve.rule", "is empty", way_out));
    }
    Ok(())
}

fn share(key: &str, value: f64) -> Result<(), PolicyError> {
    if (0.0..=1.0).contains(&value) {
        return Ok(());
    }
    Err(PolicyError::invalid(key, format!("is {value}"), "Choose a number between 0 and 1."))
}
