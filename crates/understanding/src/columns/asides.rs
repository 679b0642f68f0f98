//! Readings that need a whole header and its neighbours: the second of two numbered people, and a consent asked for in a
//! sentence.

use contracts::{ColumnStatus, EntityType};

use super::draft::Draft;
use super::frames::Frames;
use super::synonyms::Synonyms;
use super::words::Header;
use crate::profile::Profile;

/// Words that a sentence of consent has at least.
const SENTENCE: usize = 4;

/// Settles both; `row`: what a row describes, none without a header.
pub(crate) fn settle(drafts: &mut [Draft], headers: &[Header], profiles: &[Profile], row: Option<EntityType>) {
    if row == Some(EntityType::Person) {
        second_people(drafts, headers);
    }
    // Who books a meeting consents as who fills in a form does.
    if matches!(row, Some(EntityType::Person | EntityType::Interaction)) {
        consents(drafts, headers, profiles);
    }
}

/// `Buyer 2 First Name` beside `Buyer 1 First Name`: the other half of a couple, not a second value of the first.
fn second_people(drafts: &mut [Draft], headers: &[Header]) {
    const PARTS: [(&str, &str); 6] = [
        ("person.full_name", "household.spouse.full_name"),
        ("person.given_name", "household.spouse.given_name"),
        ("person.family_name", "household.spouse.family_name"),
        ("person.birth_date", "household.spouse.birth_date"),
        ("person.phone[]", "household.spouse.phone"),
        ("person.email[]", "household.spouse.email"),
    ];
    let frames = Frames::get();
    let whose = |h: &Header| h.words.iter().any(|w| frames.is("WHO", w));
    // The number tells people apart where more follows it: `Buyer 2 Email`, and not `Client Email 2`.
    let of_second = |d: &Draft, h: &Header| {
        let name = d.column.field.as_deref().is_some_and(|f| f.ends_with("_name"));
        let within = !d.column.header.trim_end().ends_with(|c: char| c.is_ascii_digit());
        h.number == Some(2) && whose(h) && (name || within)
    };
    let first = |drafts: &[Draft], field: &str| {
        drafts.iter().zip(headers).any(|(d, h)| d.is(field) && h.number.is_none_or(|n| n == 1))
    };
    for (field, to) in PARTS {
        if !first(drafts, field) || drafts.iter().any(|d| d.is(to)) {
            continue;
        }
        let second = drafts.iter_mut().zip(headers).find(|(d, h)| d.is(field) && of_second(d, h));
        if let Some((draft, _)) = second {
            let confidence = draft.column.confidence.min(0.8);
            draft.map(to, confidence);
            draft.column.label = None;
            draft.because("neighbours", "Another column holds the same of the first person", 0.75);
        }
    }
}

/// `J'accepte de recevoir des offres par e-mail` over yes and no: a consent to the one channel that it names.
fn consents(drafts: &mut [Draft], headers: &[Header], profiles: &[Profile]) {
    let grammar = &Synonyms::get().grammar;
    for ((draft, header), profile) in drafts.iter_mut().zip(headers).zip(profiles) {
        let open = draft.column.status == ColumnStatus::Unresolved && draft.column.question.is_none();
        let asks = header.words.len() >= SENTENCE && header.words.iter().any(|w| grammar.consent.contains(w));
        let answers = profile.valued() >= 2 && profile.share(profile.booleans) >= 0.9;
        let refused = header
            .words
            .iter()
            .any(|w| matches!(w.as_str(), "no" | "not" | "nicht" | "keine" | "pas" | "ne" | "nao" | "non"));
        if !open || !asks || !answers || refused {
            continue;
        }
        let mut channels: Vec<&String> = header
            .words
            .iter()
            .filter_map(|w| grammar.channels.iter().find(|(_, names)| names.contains(w)).map(|(channel, _)| channel))
            .collect();
        channels.sort_unstable();
        channels.dedup();
        if let [channel] = channels.as_slice() {
            let field = format!("person.consent.{channel}");
            draft.map(field, 0.75);
            draft.because("header", format!("It asks for a consent and names one channel: {channel}"), 0.75);
        }
    }
}
