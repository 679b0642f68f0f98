//! From headers and value statistics to one mapping per column.

mod conflicts;
mod draft;
mod entity;
mod evidence;
mod grammar;
mod neighbours;
mod person_choice;
mod slots;
mod sources;
mod synonyms;
mod target;
mod transform;
mod words;

use contracts::{ColumnMapping, EntityType, SourceProfileRef};

use crate::profile::Profile;
use draft::Draft;
use synonyms::Synonyms;

pub use person_choice::apply_choices;
pub(crate) use transform::for_path as normal_name;

/// What the columns of a file become.
pub(crate) struct Inference {
    pub row_entity: EntityType,
    pub source_system: String,
    pub profile: SourceProfileRef,
    pub columns: Vec<ColumnMapping>,
    pub notes: Vec<String>,
}

/// Whether a text is a header we know.
pub(crate) fn knows(text: &str) -> bool {
    target::is_known(text)
}

/// Reads all columns. `headerless`: the headers are invented and say nothing.
pub(crate) fn infer(headers: &[String], profiles: &[Profile], headerless: bool, file_name: &str) -> Inference {
    let synonyms = Synonyms::get();
    let parsed: Vec<words::Header> = headers
        .iter()
        .map(|h| if headerless { words::Header::default() } else { words::header(h, synonyms) })
        .collect();
    let known = if headerless { None } else { sources::profile_for(headers, file_name) };
    let (row_entity, why_entity) = match known {
        Some((p, _)) => (p.row_entity, format!("Rows read as the profile {} says", p.title)),
        None if headerless => {
            (EntityType::Person, "Rows read as people: there is no header to say otherwise".to_owned())
        }
        None => entity::infer(&parsed, file_name),
    };
    let mut drafts: Vec<Draft> = headers
        .iter()
        .zip(&parsed)
        .zip(profiles)
        .enumerate()
        .map(|(index, ((text, header), profile))| {
            let from_profile = known.and_then(|(p, certainty)| p.column(text).map(|c| (p, c, certainty)));
            match from_profile {
                Some((p, column, certainty)) => draft::from_profile(index, text, profile, p, column, certainty),
                None => draft::from_header(index, text, header, profile, row_entity),
            }
        })
        .collect();
    for (draft, (header, profile)) in drafts.iter_mut().zip(parsed.iter().zip(profiles)) {
        draft::weigh_values(draft, profile);
        draft::from_values(draft, header, profile, row_entity);
    }
    neighbours::settle(&mut drafts, &parsed, profiles, headerless);
    conflicts::settle(&mut drafts);
    for (draft, profile) in drafts.iter_mut().zip(profiles) {
        transform::settle(draft, profile);
    }
    let mut columns: Vec<ColumnMapping> = drafts.into_iter().map(|d| d.column).collect();
    slots::assign(&mut columns);

    let source_system = match known {
        Some((p, _)) => p.source_system.clone(),
        None if headerless => "csv".into(),
        None => sources::system_for(headers).unwrap_or("csv").into(),
    };
    let profile = match known {
        Some((p, certainty)) => SourceProfileRef { id: p.id.clone(), title: p.title.clone(), confidence: certainty },
        None => inferred(&columns),
    };
    let mut notes = vec![format!("{why_entity}.")];
    notes.extend(neighbours::notes(&columns));
    Inference { row_entity, source_system, profile, columns, notes }
}

/// The confidence of an inferred manifest: the mean over the columns that hold something, open ones counting as 0.
fn inferred(columns: &[ColumnMapping]) -> SourceProfileRef {
    let held: Vec<f64> =
        columns.iter().filter(|c| c.filled > 0).map(|c| if c.field.is_some() { c.confidence } else { 0.0 }).collect();
    let mean = if held.is_empty() { 0.0 } else { held.iter().sum::<f64>() / held.len() as f64 };
    SourceProfileRef {
        id: "inferred".into(),
        title: "Read from headers and values".into(),
        confidence: (mean * 100.0).round() / 100.0,
    }
}
