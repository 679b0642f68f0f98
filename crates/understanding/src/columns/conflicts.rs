//! Two columns for a field that holds one value: the surer one keeps it.

use std::collections::BTreeMap;

use contracts::{ColumnStatus, FieldKind};

use super::draft::Draft;
use super::frames::Frames;
use super::slots;
use super::telling;
use super::words::Header;
use crate::profile::Profile;

/// Fields of one value that several columns make up together.
pub(crate) fn is_joined(field: &str) -> bool {
    matches!(
        field,
        "person.phonetic_name"
            | "person.prefix"
            | "person.notes"
            | "account.description"
            | "opportunity.description"
            | "task.description"
            | "interaction.body"
    )
}

/// Leaves every field of one value with one column.
pub(crate) fn settle(drafts: &mut [Draft], headers: &[Header], profiles: &[Profile]) {
    // The day of a contract that is still to come is none on which anything was won.
    for (draft, header) in drafts.iter_mut().zip(headers) {
        if draft.is("opportunity.won_at") && telling::foreseen(&draft.column.header, header) {
            let confidence = draft.column.confidence.min(0.85);
            draft.map("opportunity.close_date", confidence);
            draft.because("header", "The header speaks of a day still to come", 0.8);
        }
    }
    let mut losers: Vec<(usize, String)> = Vec::new();
    let mut claims: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (i, draft) in drafts.iter().enumerate() {
        let (Some(path), Some(field)) = (draft.path(), draft.column.field.clone()) else { continue };
        let many = path.def.is_some_and(|d| d.many);
        let structured = path.def.is_some_and(|d| d.kind == FieldKind::Address);
        // Parts of an address, and labels, are one per value.
        let key = match (many, path.part.is_some()) {
            // Further lines of a street are put together.
            (true, true) if path.part.as_deref() == Some("street2") => continue,
            (true, true) => format!("{field}@{}", slots::key(&draft.column).unwrap_or_default()),
            (true, false) if !structured => continue,
            _ if is_joined(&field) => continue,
            _ => field,
        };
        claims.entry(key).or_default().push(i);
    }
    for (_, claimants) in claims.into_iter().filter(|(_, c)| c.len() > 1) {
        let rank = |i: &usize| {
            drafts.get(*i).map_or((false, 0.0), |d| {
                let less = if is_somebody_elses(d, headers.get(*i), profiles.get(*i)) { 0.5 } else { 0.0 };
                // Likeness counts for more than the words' own sureness, and for less than what is said above.
                let less = if d.yields { less + 0.3 } else { less };
                (d.column.filled > 0, d.column.confidence - less)
            })
        };
        // The first of equals: `max_by` would keep the last.
        let best = claimants.iter().rev().max_by(|a, b| {
            let (a, b) = (rank(a), rank(b));
            a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))
        });
        let Some(best) = best.copied() else { continue };
        let winner = drafts.get(best).map(|d| d.column.header.clone()).unwrap_or_default();
        for i in claimants.into_iter().filter(|i| *i != best) {
            let Some(draft) = drafts.get_mut(i) else { continue };
            let field = draft.column.field.clone().unwrap_or_default();
            let why = format!("{field} holds one value and is taken from the column {winner}");
            if draft.column.filled == 0 {
                draft.ignore("values", format!("The column is empty; {why}"), 0.8);
            } else {
                draft.open("neighbours", why);
                debug_assert_ne!(draft.column.status, ColumnStatus::Mapped);
                losers.push((i, field));
            }
        }
    }
    for (i, lost) in losers {
        let taken: Vec<String> = drafts.iter().filter_map(|d| d.column.field.clone()).collect();
        let free = |field: &str| !taken.iter().any(|t| t == field);
        if let (Some(draft), Some(header), Some(profile)) = (drafts.get_mut(i), headers.get(i), profiles.get(i)) {
            telling::otherwise(draft, header, profile, &lost, &free);
        }
    }
}

/// Parts of words for what somebody thinks a home is worth.
const VALUED: &[&str] = &[
    "estimat",
    "valuation",
    "apprais",
    "valoraci",
    "tasaci",
    "avalia",
    "bewertung",
    "verkehrswert",
    "gutachten",
    "perizia",
    "valutazione",
    "taxatie",
    "تقييم",
];

/// Kinds of tasks are no titles; days of contracts are none of closing; a handful of names over many rows are those of the team, and `Lead name` in a list of deals is the deal's.
fn is_somebody_elses(draft: &Draft, header: Option<&Header>, profile: Option<&Profile>) -> bool {
    let few = profile.is_some_and(|p| p.filled >= 12 && p.distinct() * 5 <= p.filled);
    let named = |word: &str| header.is_some_and(|h| h.words.iter().any(|w| w == word));
    // `Activity` over Call and Meeting is what kind a task is of; `Subject` beside it is what is to be done.
    let kind = draft.is("task.title")
        && named("activity")
        && profile.is_some_and(|p| p.filled >= 8 && p.distinct() * 4 <= p.filled);
    // Beside the day of closing, that of a contract is a step on the way.
    let step = draft.is("opportunity.won_at")
        && ["contract", "agreement", "reservation", "booking", "signed", "agreed", "acceptance", "allotment"]
            .iter()
            .any(|w| named(w));
    // Of two days of closing, the one foreseen is the one expected.
    let past =
        draft.is("opportunity.close_date") && header.is_some_and(|h| !telling::foreseen(&draft.column.header, h));
    // What a home is thought to be worth is not what its owner asks for it.
    let guessed = draft.is("property.price") && {
        let low = draft.column.header.to_lowercase();
        VALUED.iter().any(|w| low.contains(w))
    };
    // `Buyer position` says how somebody pays where nothing else does: `Mortgage status` says it.
    let frames = Frames::get();
    let aside =
        draft.is("requirement.financing") && !header.is_some_and(|h| h.words.iter().any(|w| frames.is("FIN", w)));
    kind || step
        || past
        || guessed
        || aside
        || draft.is("person.full_name") && few
        || draft.is("opportunity.contact") && named("lead") && (named("name") || named("nome") || named("nombre"))
}
