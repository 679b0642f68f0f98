//! What has been learnt, beside what words and grammar read.

use contracts::{ColumnStatus, EntityType, FieldPath};

use super::weights::Learnt;
use super::{OPEN, traits};
use crate::columns::draft::Draft;
use crate::columns::evidence::{self, Verdict};
use crate::columns::synonyms::Synonyms;
use crate::columns::target;
use crate::columns::words::Header;
use crate::profile::Profile;

/// What a reading by words and grammar adds to the logarithm of its likelihood, times its own confidence.
const OWN: f32 = 1.5;
/// The same for leaving a column to the person.
const LEFT: f32 = 0.4;
/// How much of what the learnt weights promise holds for files of somebody else.
const HURRY: f32 = 1.0;
/// Below this a column is left to the person.
const ENOUGH: f32 = 0.4;

/// Takes the likelier of what was read and what has been learnt.
pub(crate) fn settle(
    drafts: &mut [Draft],
    headers: &[Header],
    texts: &[String],
    profiles: &[Profile],
    row: EntityType,
) {
    let fields = &Learnt::get().fields;
    if fields.answers().is_empty() {
        return;
    }
    let seen = traits::of_columns(headers, texts, profiles, row);
    for (((draft, header), profile), seen) in drafts.iter_mut().zip(headers).zip(profiles).zip(&seen) {
        let by_profile = draft.column.evidence.iter().any(|e| e.source == "profile");
        let sensitive = Synonyms::get().is_sensitive(&header.words);
        if by_profile || sensitive || draft.column.status == ColumnStatus::Ignored || profile.valued() == 0 {
            continue;
        }
        let own = draft.column.field.as_deref().map_or_else(|| Some(OPEN.to_owned()), canonical);
        let Some(own) = own.and_then(|own| fields.answers().iter().position(|a| *a == own)) else { continue };
        let mut likely = fields.logarithms(seen, HURRY);
        if let Some(mine) = likely.get_mut(own) {
            *mine += if draft.column.field.is_some() { OWN * draft.column.confidence as f32 } else { LEFT };
        }
        let all = likely.iter().map(|l| l.exp()).sum::<f32>().ln();
        let mut order: Vec<(usize, f32)> = likely.iter().map(|l| (l - all).exp()).enumerate().collect();
        order.sort_by(|a, b| b.1.total_cmp(&a.1));
        let fits = |answer: &str| {
            answer == OPEN
                || FieldPath::parse(answer)
                    .is_ok_and(|p| !matches!(evidence::check(&p, profile), Verdict::Contradicts(_)))
        };
        let best = order.iter().find_map(|(at, p)| {
            let answer = fields.answers().get(*at)?;
            (*at == own || fits(answer)).then_some((*at, answer.as_str(), *p))
        });
        let Some((at, answer, p)) = best else { continue };
        match (at == own, answer == OPEN) {
            (true, true) => {}
            (true, false) if p < ENOUGH => draft.open("learnt", unsure(answer, p)),
            (true, false) => {
                let field = draft.column.field.clone().unwrap_or_default();
                draft.map(field, f64::from(p));
            }
            (false, true) => {
                draft.open("learnt", "In files read before, such columns went to no field of the dictionary")
            }
            (false, false) if p < ENOUGH => {
                if draft.column.field.is_some() {
                    draft.open("learnt", unsure(answer, p));
                } else {
                    draft.because("learnt", unsure(answer, p), 0.0);
                }
            }
            (false, false) => {
                let reading = target::readings(header, row)
                    .into_iter()
                    .find(|r| canonical(&r.target.field).is_some_and(|f| f == answer));
                let (label, inverted, units) =
                    reading.map(|r| (r.target.label, r.target.inverted, r.target.units)).unwrap_or_default();
                draft.map(answer, f64::from(p));
                draft.column.label = label;
                draft.column.question = None;
                draft.inverted = inverted;
                draft.units = units;
                let why = format!("In files read before, columns like this one held the {}", contracts::spoken(answer));
                draft.because("learnt", why, f64::from(p));
            }
        }
    }
}

fn unsure(answer: &str, p: f32) -> String {
    format!(
        "In files read before, columns like this one most often held the {}, which is too little to go by ({:.0} %)",
        contracts::spoken(answer),
        p * 100.0
    )
}

/// A field as the learnt answers write it: `property.name` is `interest.property.name`. None for fields of one's own.
pub(in crate::columns) fn canonical(field: &str) -> Option<String> {
    let path = FieldPath::parse(field).ok()?;
    let whole = path.def?.path();
    Some(match path.part {
        Some(part) => format!("{whole}.{part}"),
        None => whole,
    })
}
