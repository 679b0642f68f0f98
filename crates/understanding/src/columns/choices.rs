//! Columns that no header explains, read by what stands in them: words that only a source, a stage or a wish is told in,
//! and the only names, mailboxes or phones of a file.

use std::sync::LazyLock;

use contracts::{ColumnStatus, EntityType};
use serde::Deserialize;

use super::draft::Draft;
use super::evidence;
use super::frames::Frames;
use super::kinds;
use super::synonyms::Synonyms;
use super::words::Header;
use crate::profile::Profile;

/// Values that a field is told in.
#[derive(Deserialize)]
struct Told {
    field: String,
    /// What they are, for the person: `sources of leads`.
    what: String,
    /// In lower case; a value counts when it is one of these, or has one as its first or last words.
    values: Vec<String>,
}

static TOLD: LazyLock<Vec<Told>> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../data/choices.json")).unwrap_or_default());

/// Fields whose words are used of nothing else.
const DECISIVE: &[&str] =
    &["person.lead_source", "person.rating", "requirement.financing", "requirement.purpose", "requirement.timeframe"];

/// Reads the columns that are still open.
pub(crate) fn settle(drafts: &mut [Draft], headers: &[Header], profiles: &[Profile], row: EntityType) {
    if row != EntityType::Person {
        return;
    }
    let frames = Frames::get();
    for i in 0..drafts.len() {
        let (Some(header), Some(profile)) = (headers.get(i), profiles.get(i)) else { continue };
        let open =
            drafts.get(i).is_some_and(|d| d.column.status == ColumnStatus::Unresolved && d.column.question.is_none());
        // A header in words that we know, and that make no field, is about something else.
        let blocked = header.words.iter().any(|w| frames.is("BLOCK", w) || frames.is("THIRD", w) || w.contains(' '));
        if !open || blocked || header.words.is_empty() || profile.valued() < 2 {
            continue;
        }
        // Words that we know and that make no field speak of another thing, unless the values can mean but one.
        let synonyms = Synonyms::get();
        let unread = header.words.iter().any(|w| !synonyms.is_word(w) && !frames.is_word(w));
        let vague = header.words.iter().all(|w| frames.is("VAGUE", w) || frames.is_noise(w) || synonyms.is_stop(w));
        let by_words = told(profile).filter(|(field, ..)| unread || vague || DECISIVE.contains(field));
        let Some((field, why, confidence)) = by_words.or_else(|| only(drafts, profile)) else { continue };
        let many = field.ends_with("[]");
        if !many && drafts.iter().any(|d| d.is(field)) {
            continue;
        }
        if let Some(draft) = drafts.get_mut(i) {
            draft.map(field, confidence);
            draft.because("values", why, confidence);
        }
    }
}

/// The field that nearly all values are words of.
fn told(profile: &Profile) -> Option<(&'static str, String, f64)> {
    if profile.choices.is_empty() || profile.choices.len() > 40 {
        return None;
    }
    let trade = [
        (profile.salutations, "person.prefix", "forms of address"),
        (kinds::property_types(profile), "requirement.property_type", "kinds of property"),
        (kinds::purposes(profile), "requirement.purpose", "words such as buy, rent or invest"),
    ];
    let figures = profile.share(profile.numbers) > 0.3;
    for (count, field, what) in trade {
        if profile.share(count) >= 0.8 && !figures {
            return Some((field, evidence::share(profile, count, what), 0.7));
        }
    }
    TOLD.iter().find_map(|told| {
        let one_of = |value: &str| {
            let value = value.to_lowercase();
            let value = value.trim();
            told.values.iter().any(|v| {
                value == v
                    || value.len() <= 40
                        && (value.strip_prefix(v.as_str()).is_some_and(|r| r.starts_with([' ', '-', '/', '(']))
                            || value.strip_suffix(v.as_str()).is_some_and(|r| r.ends_with([' ', '-', '/'])))
            })
        };
        // Ways to reach somebody, and whether a call came in, are told in words that sources share.
        if told.field == "person.lead_source" && profile.choices.iter().all(|(v, _)| is_channel(v)) {
            return None;
        }
        let fitting: Vec<u64> = profile.choices.iter().filter(|(v, _)| one_of(v)).map(|(_, n)| *n).collect();
        let cells: u64 = fitting.iter().sum();
        let enough = fitting.len() >= 2 && fitting.len() * 10 >= profile.choices.len() * 6;
        (enough && profile.share(cells) >= 0.6)
            .then(|| (told.field.as_str(), evidence::share(profile, cells, &told.what), 0.7))
    })
}

fn is_channel(value: &str) -> bool {
    matches!(
        value.trim().to_lowercase().as_str(),
        "phone"
            | "call"
            | "calls"
            | "email"
            | "e-mail"
            | "mail"
            | "whatsapp"
            | "sms"
            | "text"
            | "chat"
            | "visit"
            | "meeting"
            | "inbound"
            | "outbound"
            | "incoming"
            | "outgoing"
            | "llamada"
            | "visita"
            | "correo"
            | "appel"
            | "anruf"
            | "direct"
    )
}

/// The only column of names, mailboxes or phones in a file.
fn only(drafts: &[Draft], profile: &Profile) -> Option<(&'static str, String, f64)> {
    let none = |part: &str| !drafts.iter().any(|d| d.column.field.as_deref().is_some_and(|f| f.starts_with(part)));
    if profile.share(profile.emails) >= 0.8 && none("person.email") {
        return Some(("person.email[]", evidence::share(profile, profile.emails, "e-mail addresses"), 0.75));
    }
    if profile.share(profile.phones) >= 0.8 && profile.share(profile.international) >= 0.5 && none("person.phone") {
        return Some(("person.phone[]", evidence::share(profile, profile.phones, "phone numbers"), 0.75));
    }
    let nameless = none("person.full_name") && none("person.given_name") && none("person.family_name");
    let rarely_again = profile.distinct() * 10 >= profile.filled * 6;
    if nameless
        && rarely_again
        && profile.share(profile.names) >= 0.8
        && !(none("person.phone") && none("person.email"))
    {
        return Some((
            "person.full_name",
            evidence::share(profile, profile.names, "two or more words of letters"),
            0.7,
        ));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_of_values_belongs_to_a_field_and_is_in_lower_case() {
        assert!(!TOLD.is_empty(), "the table of values does not parse");
        for told in TOLD.iter() {
            contracts::FieldPath::parse(&told.field).expect("a field of the dictionary");
            for value in &told.values {
                assert_eq!(*value, value.to_lowercase(), "{}", told.field);
            }
        }
    }
}
