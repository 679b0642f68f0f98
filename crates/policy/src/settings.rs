//! The policy as dotted keys with text values: what `policy show` lists and `policy set` takes.

use std::collections::BTreeSet;
use std::str::FromStr;

use contracts::{FieldGroup, PolicyData, PolicySetting, Role, Visibility};

use crate::{PolicyError, shipped, validate};

/// Every setting with its value, its default and what it governs. Each value may be given back to [`set`].
#[must_use]
pub fn settings(policy: &PolicyData) -> Vec<PolicySetting> {
    let shipped = shipped();
    let defaults: Vec<(String, String)> = keys(&shipped).into_iter().map(|k| (k.name(), k.value(&shipped))).collect();
    let setting = |key: Key| {
        let name = key.name();
        let default = defaults.iter().find(|(n, _)| *n == name).map(|(_, v)| v.clone()).unwrap_or_default();
        PolicySetting { value: key.value(policy), default, about: key.about(policy), key: name }
    };
    keys(policy).into_iter().map(setting).collect()
}

/// A policy with one setting changed. Lists are separated by commas; `none` is an empty one, or no limit.
///
/// `roles.ROLE.read` takes `group=visibility` pairs and changes the groups named.
///
/// # Errors
/// An unknown key, a value of the wrong kind, or a policy that [`validate`] refuses; the policy is then unchanged.
pub fn set(policy: &PolicyData, key: &str, value: &str) -> Result<PolicyData, PolicyError> {
    let known = keys(policy);
    let Some(found) = known.iter().find(|k| k.name() == key) else {
        return Err(PolicyError::UnknownKey { key: key.into(), known: known.iter().map(Key::name).collect() });
    };
    let mut changed = policy.clone();
    found.put(&mut changed, key, value.trim())?;
    validate(&changed)?;
    Ok(changed)
}

/// One setting.
#[derive(Clone, Debug)]
enum Key {
    Permissions(Role),
    Read(Role),
    Write(Role),
    ReviewRequired(String),
    Deciders(String),
    BelowConfidence(String),
    MajorGroups,
    MinorFields,
    ReviewBelow,
    Suspect,
    LinkByName,
    Creates,
    MinConfidence,
    LastWriteFields,
    ApproverDiffers,
}

fn keys(policy: &PolicyData) -> Vec<Key> {
    let mut keys = Vec::new();
    for role in policy.roles.keys() {
        keys.extend([Key::Permissions(*role), Key::Read(*role), Key::Write(*role)]);
    }
    for rule in &policy.requirements {
        let id = || rule.id.clone();
        keys.extend([Key::ReviewRequired(id()), Key::Deciders(id()), Key::BelowConfidence(id())]);
    }
    keys.extend([
        Key::MajorGroups,
        Key::MinorFields,
        Key::ReviewBelow,
        Key::Suspect,
        Key::LinkByName,
        Key::Creates,
        Key::MinConfidence,
        Key::LastWriteFields,
        Key::ApproverDiffers,
    ]);
    keys
}

impl Key {
    fn name(&self) -> String {
        match self {
            Self::Permissions(role) => format!("roles.{role}.permissions"),
            Self::Read(role) => format!("roles.{role}.read"),
            Self::Write(role) => format!("roles.{role}.write"),
            Self::ReviewRequired(id) => format!("requirements.{id}.review_required"),
            Self::Deciders(id) => format!("requirements.{id}.deciders"),
            Self::BelowConfidence(id) => format!("requirements.{id}.below_confidence"),
            Self::MajorGroups => "overwrite.major_groups".into(),
            Self::MinorFields => "overwrite.minor_fields".into(),
            Self::ReviewBelow => "thresholds.review_below".into(),
            Self::Suspect => "thresholds.suspect".into(),
            Self::LinkByName => "thresholds.link_by_name".into(),
            Self::Creates => "auto_approve.creates".into(),
            Self::MinConfidence => "auto_approve.min_confidence".into(),
            Self::LastWriteFields => "last_write_fields".into(),
            Self::ApproverDiffers => "approver_differs_from_proposer".into(),
        }
    }

    fn about(&self, policy: &PolicyData) -> String {
        let what = |id: &str| policy.requirements.iter().find(|r| r.id == id).map_or(id, |r| &r.what).to_owned();
        match self {
            Self::Permissions(role) => format!("What the role {} may do.", role.title()),
            Self::Read(role) => {
                format!("How the role {} sees each group of fields: full, masked, hidden.", role.title())
            }
            Self::Write(role) => format!("The groups of fields that the role {} changes by hand.", role.title()),
            Self::ReviewRequired(id) => format!("Whether a person decides each one of: {}.", what(id)),
            Self::Deciders(id) => format!("The roles that decide {}.", what(id)),
            Self::BelowConfidence(id) => format!("The confidence below which the rule applies to {}.", what(id)),
            Self::MajorGroups => "Groups in which replacing a value always needs a decision.".into(),
            Self::MinorFields => "Fields whose replacement needs no decision although their group does.".into(),
            Self::ReviewBelow => "A change with less confidence is looked at.".into(),
            Self::Suspect => "Two records that match with at least this are proposed as the same.".into(),
            Self::LinkByName => "The confidence given to a link that rests on a name alone.".into(),
            Self::Creates => "Whether new records without any doubt commit without a decision.".into(),
            Self::MinConfidence => "The least confidence for that.".into(),
            Self::LastWriteFields => "Fields for which the order of arrival settles a sync conflict.".into(),
            Self::ApproverDiffers => "Whether nobody may decide what they proposed themselves.".into(),
        }
    }

    fn value(&self, policy: &PolicyData) -> String {
        let rights = |role: &Role| policy.roles.get(role).cloned().unwrap_or_default();
        let rule = |id: &str| policy.requirements.iter().find(|r| r.id == id);
        match self {
            Self::Permissions(role) => list(rights(role).permissions.iter()),
            Self::Read(role) => list(rights(role).read.iter().map(|(g, v)| format!("{g}={v}"))),
            Self::Write(role) => list(rights(role).write.iter()),
            Self::ReviewRequired(id) => rule(id).is_some_and(|r| r.review_required).to_string(),
            Self::Deciders(id) => list(rule(id).iter().flat_map(|r| &r.deciders)),
            Self::BelowConfidence(id) => list(rule(id).and_then(|r| r.below_confidence).iter()),
            Self::MajorGroups => list(policy.overwrite.major_groups.iter()),
            Self::MinorFields => list(policy.overwrite.minor_fields.iter()),
            Self::ReviewBelow => policy.thresholds.review_below.to_string(),
            Self::Suspect => policy.thresholds.suspect.to_string(),
            Self::LinkByName => policy.thresholds.link_by_name.to_string(),
            Self::Creates => policy.auto_approve.creates.to_string(),
            Self::MinConfidence => policy.auto_approve.min_confidence.to_string(),
            Self::LastWriteFields => list(policy.last_write_fields.iter()),
            Self::ApproverDiffers => policy.approver_differs_from_proposer.to_string(),
        }
    }

    fn put(&self, policy: &mut PolicyData, key: &str, value: &str) -> Result<(), PolicyError> {
        match self {
            Self::Permissions(role) => policy.roles.entry(*role).or_default().permissions = words(key, value)?,
            Self::Read(role) => policy.roles.entry(*role).or_default().read.extend(pairs(key, value)?),
            Self::Write(role) => policy.roles.entry(*role).or_default().write = words(key, value)?,
            Self::ReviewRequired(id) | Self::Deciders(id) | Self::BelowConfidence(id) => {
                let Some(rule) = policy.requirements.iter_mut().find(|r| r.id == *id) else { return Ok(()) };
                match self {
                    Self::ReviewRequired(_) => rule.review_required = yes_or_no(key, value)?,
                    Self::Deciders(_) => rule.deciders = words(key, value)?,
                    _ => rule.below_confidence = if is_none(value) { None } else { Some(number(key, value)?) },
                }
            }
            Self::MajorGroups => policy.overwrite.major_groups = words(key, value)?,
            Self::MinorFields => policy.overwrite.minor_fields = words(key, value)?,
            Self::ReviewBelow => policy.thresholds.review_below = number(key, value)?,
            Self::Suspect => policy.thresholds.suspect = number(key, value)?,
            Self::LinkByName => policy.thresholds.link_by_name = number(key, value)?,
            Self::Creates => policy.auto_approve.creates = yes_or_no(key, value)?,
            Self::MinConfidence => policy.auto_approve.min_confidence = number(key, value)?,
            Self::LastWriteFields => policy.last_write_fields = words(key, value)?,
            Self::ApproverDiffers => policy.approver_differs_from_proposer = yes_or_no(key, value)?,
        }
        Ok(())
    }
}

fn list(words: impl Iterator<Item = impl ToString>) -> String {
    let words: Vec<String> = words.map(|w| w.to_string()).collect();
    if words.is_empty() { "none".into() } else { words.join(",") }
}

fn is_none(value: &str) -> bool {
    value.is_empty() || value == "none"
}

fn items(value: &str) -> impl Iterator<Item = &str> {
    let value = if is_none(value) { "" } else { value };
    value.split(',').map(str::trim).filter(|w| !w.is_empty())
}

fn words<T>(key: &str, value: &str) -> Result<BTreeSet<T>, PolicyError>
where
    T: FromStr + Ord,
    T::Err: ToString,
{
    let word = |w: &str| w.parse().map_err(|why: T::Err| PolicyError::bad(key, why.to_string(), LIST));
    items(value).map(word).collect()
}

fn pairs(key: &str, value: &str) -> Result<Vec<(FieldGroup, Visibility)>, PolicyError> {
    let way_out = "Write group=visibility pairs with commas, such as contact=masked,notes=hidden.";
    let pair = |text: &str| -> Result<(FieldGroup, Visibility), String> {
        let (group, seen) = text.split_once('=').ok_or_else(|| format!("{text:?} is no pair"))?;
        Ok((group.trim().parse()?, seen.trim().parse()?))
    };
    items(value).map(|text| pair(text).map_err(|why| PolicyError::bad(key, why, way_out))).collect()
}

fn yes_or_no(key: &str, value: &str) -> Result<bool, PolicyError> {
    match value.to_lowercase().as_str() {
        "true" | "on" | "yes" => Ok(true),
        "false" | "off" | "no" => Ok(false),
        _ => Err(PolicyError::bad(key, format!("{value:?} is neither true nor false"), "Write true or false.")),
    }
}

fn number(key: &str, value: &str) -> Result<f64, PolicyError> {
    value.parse().map_err(|_| PolicyError::bad(key, format!("{value:?} is no number"), "Write a number such as 0.9."))
}

const LIST: &str = "Separate words with commas; write none for an empty list.";
