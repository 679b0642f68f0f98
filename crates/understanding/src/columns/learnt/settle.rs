//! What has been learnt, beside what words and grammar read.

use contracts::{ColumnStatus, EntityType, FieldPath};

use super::weights::Learnt;
use super::{OPEN, traits};
use crate::columns::confidence::CEILING;
use crate::columns::draft::{Draft, NO_FIELD};
use crate::columns::evidence::{self, Verdict};
use crate::columns::target;
use crate::columns::words::Header;
use crate::profile::Profile;

/// From here on a likeness is enough to propose a field of the row's own.
const ENOUGH: f32 = 0.7;
/// The same for what is told beside it, such as a home in a list of people: whose it is words would have to say.
const ENOUGH_BESIDE: f32 = 0.95;

/// Reads the columns that words and grammar know nothing of. What they read, and what they left open for a reason, stays.
pub(crate) fn settle(
    drafts: &mut [Draft],
    headers: &[Header],
    texts: &[String],
    profiles: &[Profile],
    row: EntityType,
) {
    let unknown = |d: &Draft| {
        d.column.status == ColumnStatus::Unresolved
            && d.column.question.is_none()
            && d.column.evidence.iter().all(|e| e.source == "header" && e.why == NO_FIELD || e.source == "values")
            && d.column.evidence.iter().any(|e| e.why == NO_FIELD)
    };
    let fields = &Learnt::get().fields;
    if fields.answers().is_empty() || !drafts.iter().any(unknown) {
        return;
    }
    let seen = traits::of_columns(headers, texts, profiles, row);
    for (((draft, header), profile), seen) in drafts.iter_mut().zip(headers).zip(profiles).zip(&seen) {
        if !unknown(draft) || profile.valued() == 0 {
            continue;
        }
        let best = fields.logarithms(seen).into_iter().enumerate().max_by(|a, b| a.1.total_cmp(&b.1));
        let Some((answer, p)) = best.and_then(|(at, l)| Some((fields.answers().get(at)?, l.exp()))) else { continue };
        let contradicted = FieldPath::parse(answer)
            .is_ok_and(|path| matches!(evidence::check(&path, profile), Verdict::Contradicts(_)));
        let enough = if answer.starts_with(row.as_str()) { ENOUGH } else { ENOUGH_BESIDE };
        if p < enough || contradicted || !may_be_filled(answer, row) {
            continue;
        }
        let reading = target::readings(header, row)
            .into_iter()
            .find(|r| FieldPath::parse(&r.target.field).is_ok_and(|p| p.written().as_ref() == Some(answer)));
        draft.map(answer.clone(), f64::from(p).min(CEILING));
        draft.column.label = reading.and_then(|r| r.target.label);
        draft.column.evidence.retain(|e| e.why != NO_FIELD);
        let why = format!(
            "No word list knows this header; in the files learnt from, columns like this one hold the {}",
            contracts::spoken(answer)
        );
        draft.because("learnt", why, f64::from(p));
    }
}

/// Whether likeness may decide. Whose number or mailbox it is has to be said in words: an emergency contact's is like a
/// client's in all else. Why somebody was given up is no guess either. And what makes a further record of a row, such as a task of a person, is not made on likeness.
fn may_be_filled(answer: &str, row: EntityType) -> bool {
    let of_whom = ["phone[]", "email[]", "full_name", "given_name", "family_name", "unqualified_reason"];
    let Some((entity, field)) = answer.split_once('.') else { return false };
    let own = entity == row.as_str();
    let beside = matches!(entity, "person" | "requirement" | "interest" | "household");
    answer != OPEN && (own || beside) && !of_whom.iter().any(|f| field.starts_with(f))
}
