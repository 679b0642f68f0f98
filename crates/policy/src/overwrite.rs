//! What is an overwrite, and which ones matter (R43).

use contracts::{EntityType, FieldKind, PolicyData};
use serde_json::{Map, Value};

use crate::{ALWAYS_MAJOR, group_of, groups};

/// What a change does to the value that was there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Overwrite {
    /// Nothing is lost: an empty field is filled, a list grows, a part is added.
    None,
    /// Something is replaced that doesn't matter much.
    Minor,
    /// Something that matters is replaced; it always needs a decision.
    Major,
}

/// What a change of one field does to what was there.
///
/// Filling an empty field, adding to a list, adding a part to an address or words to a note replace nothing. All else
/// is an overwrite, clearing a field included. It is major by the field's group, unless the policy calls the field
/// minor; a change of consent towards less strict is major whatever the policy says.
#[must_use]
pub fn overwrite(policy: &PolicyData, entity: EntityType, field: &str, before: &Value, after: &Value) -> Overwrite {
    if loosens_consent(entity, field, before, after) {
        return Overwrite::Major;
    }
    let name = groups::base(entity, field);
    if keeps(before, after, true) || (is_long(entity, name) && grew(before, after)) {
        return Overwrite::None;
    }
    let group = group_of(entity, field);
    let fixed = ALWAYS_MAJOR.contains(&group);
    let minor = policy.overwrite.minor_fields.iter().any(|m| is_field(m, entity, name));
    let major = fixed || (policy.overwrite.major_groups.contains(&group) && !minor);
    if major && !keeps(before, after, false) { Overwrite::Major } else { Overwrite::Minor }
}

/// Whether a person could be contacted or shown where they could not before: a refusal becomes consent or is cleared,
/// or a "do not contact" or "private" goes. A consent that was never asked for is not loosened by being recorded.
#[must_use]
pub fn loosens_consent(entity: EntityType, field: &str, before: &Value, after: &Value) -> bool {
    if entity != EntityType::Person || is_empty(before) {
        return false;
    }
    match groups::base(entity, field) {
        "do_not_contact" | "is_private" => is_yes(before) && !is_yes(after),
        "consent.email" | "consent.phone" | "consent.sms" | "consent.whatsapp" => {
            !is_yes(before) && (is_yes(after) || is_empty(after))
        }
        _ => false,
    }
}

/// Whether a name in the policy, `updated_at` or `opportunity.name`, means this field.
pub(crate) fn is_field(listed: &str, entity: EntityType, name: &str) -> bool {
    listed == name || listed.split_once('.').is_some_and(|(e, n)| e == entity.as_str() && n == name)
}

fn is_yes(value: &Value) -> bool {
    match value {
        Value::Bool(yes) => *yes,
        Value::String(text) => ["true", "yes", "1"].contains(&text.trim().to_lowercase().as_str()),
        Value::Number(n) => n.as_f64() != Some(0.0),
        _ => false,
    }
}

/// Whether nothing is said: null, blank text, a list or an object of nothing.
fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.iter().all(is_empty),
        Value::Object(parts) => parts.iter().all(|(k, v)| k == "is_primary" || is_empty(v)),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

/// Whether everything said before is still said after. `strictly`: wording and labels too, not only what is meant.
fn keeps(before: &Value, after: &Value, strictly: bool) -> bool {
    if is_empty(before) || before == after {
        return true;
    }
    match (before, after) {
        (Value::Array(was), Value::Array(is)) => was.iter().all(|b| is.iter().any(|a| keeps(b, a, strictly))),
        (Value::Object(was), Value::Object(is)) => keeps_parts(was, is, strictly),
        (Value::String(was), Value::String(is)) => was.trim() == is.trim(),
        _ => false,
    }
}

/// Whether a field holds several lines. Custom fields may.
fn is_long(entity: EntityType, name: &str) -> bool {
    contracts::field(entity, name).map_or(name.starts_with("custom."), |f| f.kind == FieldKind::LongText)
}

/// Whether a text has got lines before or after what it said: it lost no word.
fn grew(before: &Value, after: &Value) -> bool {
    let (Some(was), Some(is)) = (before.as_str().map(str::trim), after.as_str().map(str::trim)) else { return false };
    is.strip_prefix(was).is_some_and(|rest| rest.starts_with('\n'))
        || is.strip_suffix(was).is_some_and(|rest| rest.ends_with('\n'))
}

fn keeps_parts(was: &Map<String, Value>, is: &Map<String, Value>, strictly: bool) -> bool {
    let null = Value::Null;
    let kept = |k: &String, v: &Value| keeps(v, is.get(k).unwrap_or(&null), strictly);
    let meant: Vec<_> = was.iter().filter(|(k, v)| !SAID.contains(&k.as_str()) && !is_empty(v)).collect();
    if meant.is_empty() || strictly {
        // Nothing was understood, so what was received is all there is. Rank is no value: a list may get a new first.
        return was.iter().all(|(k, v)| k == "is_primary" || kept(k, v));
    }
    meant.into_iter().all(|(k, v)| kept(k, v))
}

/// Parts that say how a value was written, not what it is.
const SAID: &[&str] = &["received", "formatted", "label", "is_primary"];
