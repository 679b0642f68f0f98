//! What has been learnt, beside what words and grammar read.

use contracts::{ColumnStatus, EntityType, FieldKind, FieldPath};

use super::weights::Learnt;
use super::{OPEN, traits};
use crate::columns::confidence::CEILING;
use crate::columns::conflicts::is_joined;
use crate::columns::draft::{Draft, NO_FIELD};
use crate::columns::evidence::{self, Verdict};
use crate::columns::synonyms::Synonyms;
use crate::columns::target;
use crate::columns::words::Header;
use crate::profile::Profile;

/// Files of fewer columns are read by what each header says: likeness lives on what stands around.
pub(in crate::columns) const FEW: usize = 8;
/// From here on a likeness is enough for a column that no words read, or that they read as something else.
const ENOUGH: f32 = 0.5;
/// The same against a reading of words, or against a reason for leaving the column to the person.
const ENOUGH_AGAINST: f32 = 0.6;
/// And for somebody's name, or for what makes a further record of a row, such as a task of a call.
const ENOUGH_FOR_MORE: f32 = 0.55;
/// The same for leaving open what words did read.
const ENOUGH_TO_OPEN: f32 = 0.7;
/// So many times likelier than what was read another answer has to be.
const LIKELIER: f32 = 1.5;

/// Reads the columns again that words and grammar know nothing of, left open, or read as what such columns hardly ever
/// are. What a person or a source's profile said stays, and so does every question.
pub(crate) fn settle(
    drafts: &mut [Draft],
    headers: &[Header],
    texts: &[String],
    profiles: &[Profile],
    row: EntityType,
) {
    let fields = &Learnt::get().fields;
    if fields.answers().is_empty() || headers.len() < FEW {
        return;
    }
    let seen = traits::of_columns(headers, texts, profiles, drafts, row);
    let taken: Vec<String> = drafts.iter().filter(|d| !is_many(d)).filter_map(written).collect();
    for (((draft, header), profile), seen) in drafts.iter_mut().zip(headers).zip(profiles).zip(&seen) {
        if profile.valued() == 0 || is_settled(draft, header) {
            continue;
        }
        let own = if draft.column.field.is_none() { Some(OPEN.to_owned()) } else { written(draft) };
        let Some(own) = own else { continue };
        let likely = fields.logarithms(seen);
        let answers = || fields.answers().iter().zip(&likely);
        let of_own = answers().find(|(answer, _)| **answer == own).map_or(0.0, |(_, l)| l.exp());
        let best = answers().filter(|(answer, _)| **answer == own || fits(answer, profile));
        let Some((answer, l)) = best.max_by(|a, b| a.1.total_cmp(b.1)) else { continue };
        let Some(least) = least(answer, row) else { continue };
        let p = l.exp();
        let unread = draft.column.evidence.iter().any(|e| e.why == NO_FIELD);
        let enough = match (unread, answer == OPEN) {
            (true, _) => ENOUGH,
            (false, true) => ENOUGH_TO_OPEN,
            (false, false) => ENOUGH_AGAINST,
        };
        // An id of the row's own is one, though many such numbers are of no use.
        let own_id = *answer == OPEN && own.strip_suffix(".external_id") == Some(row.as_str());
        if *answer == own
            || own_id
            || answer.starts_with("requirement.") && is_of_today(&draft.column.header)
            || taken.contains(answer)
            || is_alike(answer, &own)
            || p < LIKELIER * of_own
            || p < enough.max(least)
        {
            continue;
        }
        if answer == OPEN {
            draft.open("learnt", "In the files learnt from, columns like this one hold none of the fields");
            continue;
        }
        let reading = target::readings(header, row)
            .into_iter()
            .find(|r| FieldPath::parse(&r.target.field).is_ok_and(|p| p.written().as_ref() == Some(answer)));
        let (label, inverted, units) =
            reading.map(|r| (r.target.label, r.target.inverted, r.target.units)).unwrap_or_default();
        draft.map(
            answer.strip_prefix("interest.property.").map_or_else(|| answer.clone(), |p| format!("property.{p}")),
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

/// What somebody has today is no wish: `Present house type`.
fn is_of_today(header: &str) -> bool {
    const TODAY: [&str; 10] =
        ["present ", "current ", "existing ", "aktuell", "derzeit", "actuel", "actual ", "atual ", "attual", "वर्तमान"];
    let low = header.to_lowercase();
    TODAY.iter().any(|word| low.contains(word)) || low.contains("الحالي")
}

/// Whether the values may be such. Words for choices are matched one by one later, and each file has its own.
fn fits(answer: &str, profile: &Profile) -> bool {
    answer == OPEN
        || FieldPath::parse(answer).is_ok_and(|path| {
            path.def.is_some_and(|d| d.kind == FieldKind::Choice)
                || !matches!(evidence::check(&path, profile), Verdict::Contradicts(_))
        })
}

/// How likely an answer has to be at least, whatever was read; none where likeness may not decide. Whose number or mailbox
/// it is has to be said in words: an emergency contact's is like a client's in all else. Why somebody was given up is no
/// guess either.
fn least(answer: &str, row: EntityType) -> Option<f32> {
    let Some((entity, field)) = answer.split_once('.') else { return Some(0.0) };
    let of_whom = ["phone[]", "email[]", "unqualified_reason"];
    let own = entity == row.as_str() || matches!(entity, "person" | "requirement" | "interest" | "household");
    let name = entity == "person" && field.ends_with("_name");
    (!of_whom.iter().any(|f| field.starts_with(f))).then_some(if own && !name { 0.0 } else { ENOUGH_FOR_MORE })
}

/// Two answers that are as good for most files: the words that were read decide between them.
fn is_alike(a: &str, b: &str) -> bool {
    const SAME: [&[&str]; 4] = [
        &["interaction.assignee", "interaction.participant[]", "person.owner"],
        &[
            "person.owner",
            "person.assignee",
            "account.owner",
            "opportunity.owner",
            "task.assignee",
            "interaction.assignee",
        ],
        &["person.full_name", "opportunity.contact", "task.contact"],
        &["person.company_name", "account.name", "opportunity.account"],
    ];
    SAME.iter().any(|same| same.contains(&a) && same.contains(&b))
}
