//! What has been learnt, beside what words and grammar read.

use contracts::{ColumnStatus, EntityType, FieldPath};

use super::asked::Asked;
use super::weights::Learnt;
use super::{OPEN, rivals, traits};
use crate::columns::confidence::CEILING;
use crate::columns::conflicts::is_joined;
use crate::columns::draft::{Draft, NO_FIELD};
use crate::columns::synonyms::Synonyms;
use crate::columns::target;
use crate::columns::words::Header;
use crate::profile::Profile;

/// Files of fewer columns are read by what each header says: likeness lives on what stands around.
pub(in crate::columns) const FEW: usize = 8;

/// Reads the columns again that words and grammar know nothing of, left open, or read as what such columns hardly ever
/// are. What a person or a source's profile said stays, and so does every question.
pub(crate) fn settle(
    drafts: &mut [Draft],
    headers: &[Header],
    texts: &[String],
    profiles: &[Profile],
    row: EntityType,
) {
    if Learnt::get().fields.answers().is_empty() || headers.len() < FEW {
        return;
    }
    let seen = traits::of_columns(headers, texts, profiles, drafts, row);
    let mut asked: Vec<Option<Asked>> = drafts
        .iter()
        .zip(headers)
        .zip(profiles.iter().zip(&seen))
        .map(|((draft, header), (profile, seen))| Asked::about(draft, header, profile, seen, row))
        .collect();
    let held: Vec<String> = drafts
        .iter()
        .zip(&asked)
        .filter(|(draft, asked)| asked.is_none() && !is_many(draft))
        .filter_map(|(draft, _)| written(draft))
        .collect();
    rivals::settle(&mut asked, &held);
    for ((draft, header), asked) in drafts.iter_mut().zip(headers).zip(asked) {
        let Some(asked) = asked else { continue };
        let Some((answer, p)) = asked.wish() else {
            draft.yields = asked.has_lost();
            continue;
        };
        if answer == OPEN {
            draft.open("learnt", "In the files learnt from, columns like this one hold none of the fields");
            continue;
        }
        let reading = target::readings(header, row)
            .into_iter()
            .find(|r| FieldPath::parse(&r.target.field).is_ok_and(|p| p.written().as_deref() == Some(answer)));
        let (label, inverted, units) =
            reading.map(|r| (r.target.label, r.target.inverted, r.target.units)).unwrap_or_default();
        draft.map(
            answer.strip_prefix("interest.property.").map_or_else(|| answer.to_owned(), |p| format!("property.{p}")),
            f64::from(p).min(CEILING),
        );
        draft.column.label = label;
        draft.inverted = inverted;
        draft.units = units;
        let known = draft.column.evidence.len();
        draft.column.evidence.retain(|e| e.why != NO_FIELD);
        let first = if known > draft.column.evidence.len() { "No word list knows this header; in" } else { "In" };
        let spoken = contracts::spoken(answer);
        draft.because(
            "learnt",
            format!("{first} the files learnt from, columns like this one hold the {spoken}"),
            p.into(),
        );
    }
}

/// Its field as the dictionary writes it.
pub(super) fn written(draft: &Draft) -> Option<String> {
    draft.path().and_then(|path| path.written())
}

/// Whether several columns may hold its field.
pub(super) fn is_many(draft: &Draft) -> bool {
    draft.path().is_some_and(|path| path.def.is_some_and(|d| d.many))
        || draft.column.field.as_deref().is_some_and(is_joined)
}

/// What likeness has no say in: profiles, questions, what is kept out or private, and what the columns around settled.
pub(super) fn is_settled(draft: &Draft, header: &Header) -> bool {
    draft.column.question.is_some()
        || draft.column.status == ColumnStatus::Ignored
        || draft.column.evidence.iter().any(|e| e.source == "profile" || e.source == "neighbours" && e.weight > 0.0)
        || Synonyms::get().is_sensitive(&header.words)
}
