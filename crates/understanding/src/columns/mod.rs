//! From headers and value statistics to one mapping per column.
//!
//! Words, a grammar and value statistics decide. Vectors of headers are not used: no measured point depends on them. Every
//! header of the fixtures is either read by the words of seven languages in `data/lexicon.json`, or stays an open question.

mod address_lines;
mod asides;
mod by_values;
mod choices;
mod combined;
mod confidence;
mod conflicts;
mod doubts;
mod draft;
mod empty;
mod entity;
mod evidence;
mod file_names;
mod firms;
mod frames;
mod grammar;
mod kinds;
mod learnt;
mod misreadings;
mod modifiers;
mod neighbours;
mod person_choice;
mod references;
mod roles;
mod shared_prefix;
mod slots;
mod source_profile;
mod sources;
mod synonyms;
mod talks;
mod target;
mod telling;
mod transform;
mod vetoes;
mod words;

use contracts::{ColumnMapping, EntityType, SourceProfileRef};

use crate::analyze::Options;
use crate::profile::Profile;
use draft::Draft;
use sources::Chosen;
use synonyms::Synonyms;

pub(crate) use empty::parts as transform_parts;
pub use learnt::{OPEN, Seen, Trait};
pub use person_choice::apply_choices;
pub use source_profile::{ProfileColumn, ProfileError, ProfileList, ProfileMatch, RowEntity, SourceProfile};
pub(crate) use sources::is_footer;
pub use sources::shipped_profiles;
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

/// The headers taken apart, and whether columns name both sides of a sale.
fn taken_apart(
    headers: &[String],
    bands: &[String],
    profiles: &[Profile],
    headerless: bool,
    file_name: &str,
) -> (Vec<words::Header>, bool) {
    let synonyms = Synonyms::get();
    // Where the prefix names a record, the words read it themselves.
    let named = |h: &String| words::header(h, synonyms).prefix.is_some();
    let bare = if headers.iter().any(named) {
        headers.iter().map(|h| h.as_str().into()).collect()
    } else {
        shared_prefix::without(headers)
    };
    let mut parsed: Vec<words::Header> = bare
        .iter()
        .enumerate()
        .map(|(i, h)| match bands.get(i).filter(|b| !b.is_empty()) {
            _ if headerless => words::Header::default(),
            Some(band) => target::under(band, h, synonyms),
            None => words::header(h, synonyms),
        })
        .collect();
    let both_sides = !headerless && entity::both_sides(&mut parsed, headers, profiles);
    roles::settle(&mut parsed, profiles, file_name);
    (parsed, both_sides)
}

/// What the learnt reader sees of a file: its rows are such records.
pub(crate) fn seen(
    headers: &[String],
    bands: &[String],
    profiles: &[Profile],
    options: &Options,
    row: EntityType,
) -> Seen {
    let mut options = options.clone();
    options.read_as.rows_are = Some(row);
    let drafted = drafted(headers, bands, profiles, false, &options);
    let (parsed, both_sides) = taken_apart(headers, bands, profiles, false, &options.file_name);
    let (counted, _) = entity::counted(&parsed, profiles, &options.file_name, both_sides);
    learnt::seen(&drafted.parsed, headers, profiles, &options.file_name, &drafted.drafts, counted, row)
}

/// Columns as words, grammar, values and the columns around read them.
struct Drafted {
    parsed: Vec<words::Header>,
    known: Option<Chosen>,
    row_entity: EntityType,
    why_entity: String,
    drafts: Vec<Draft>,
}

fn drafted(headers: &[String], bands: &[String], profiles: &[Profile], headerless: bool, options: &Options) -> Drafted {
    let file_name = options.file_name.as_str();
    let (parsed, both_sides) = taken_apart(headers, bands, profiles, headerless, file_name);
    let forced = options.profile.as_deref();
    let told = options.read_as.rows_are;
    let known = if headerless { None } else { sources::profile_for(headers, file_name, &options.profiles, forced) };
    // A profile of other rows knows nothing of these.
    let known = known.filter(|k| told.is_none_or(|told| told == k.profile.row_entity.0));
    let (row_entity, why_entity) = match &known {
        _ if told.is_some() => (told.unwrap_or(EntityType::Person), "Rows read as a person said".to_owned()),
        Some(k) => (k.profile.row_entity.0, format!("Rows read as the profile {} says", k.profile.title)),
        None if headerless => entity::headerless(profiles, file_name),
        None => entity::infer(&parsed, headers, profiles, file_name, both_sides),
    };
    let mut drafts: Vec<Draft> = headers
        .iter()
        .zip(&parsed)
        .zip(profiles)
        .enumerate()
        .map(|(index, ((text, header), profile))| {
            let from_profile = known.as_ref().and_then(|k| Some((k, k.columns.get(index)?.as_ref()?)));
            match from_profile {
                Some((k, column)) => draft::from_profile(index, text, profile, &k.profile, column, k.certainty),
                None => draft::from_header(index, text, header, profile, row_entity),
            }
        })
        .collect();
    for (draft, (header, profile)) in drafts.iter_mut().zip(parsed.iter().zip(profiles)) {
        // Whom a deal is with stands in many rows: what tells records apart is their own id.
        let of_others =
            known.is_some() && draft.path().is_some_and(|path| path.name == "external_id" && path.entity != row_entity);
        if !of_others {
            draft::weigh_values(draft, profile);
        }
        draft::from_values(draft, header, profile, row_entity);
        combined::ask(draft, header, profile);
    }
    vetoes::settle(&mut drafts, &parsed, profiles);
    if !headerless {
        telling::settle(&mut drafts, &parsed, profiles, row_entity);
        by_values::settle(&mut drafts, &parsed, profiles, row_entity);
        doubts::settle(&mut drafts, &parsed, profiles, row_entity);
        misreadings::settle(&mut drafts, &parsed, profiles, row_entity);
        talks::settle(&mut drafts, profiles, row_entity);
    }
    choices::settle(&mut drafts, &parsed, profiles, row_entity);
    asides::settle(&mut drafts, &parsed, profiles, (!headerless).then_some(row_entity));
    neighbours::settle(&mut drafts, &parsed, profiles, (!headerless).then_some(row_entity), file_name);
    Drafted { parsed, known, row_entity, why_entity, drafts }
}

/// Reads all columns. `bands`: what stands above groups of headers, one for each. `headerless`: the headers are invented
/// and say nothing.
pub(crate) fn infer(
    headers: &[String],
    bands: &[String],
    profiles: &[Profile],
    headerless: bool,
    options: &Options,
) -> Inference {
    let settled = |options: &Options| {
        let mut read = drafted(headers, bands, profiles, headerless, options);
        if !headerless {
            learnt::settle(&mut read.drafts, &read.parsed, headers, profiles, read.row_entity);
            references::settle(&mut read.drafts, &read.parsed, profiles, read.row_entity);
        }
        conflicts::settle(&mut read.drafts, &read.parsed, profiles);
        for (draft, profile) in read.drafts.iter_mut().zip(profiles) {
            transform::settle(draft, profile);
        }
        read
    };
    let mut read = settled(options);
    let guessed = read.known.is_none() && options.read_as.rows_are.is_none();
    if guessed && read.row_entity == EntityType::Person && firms::alone(&read.drafts, profiles) {
        let mut options = options.clone();
        options.read_as.rows_are = Some(EntityType::Account);
        read = settled(&options);
        read.why_entity = "Rows read as companies: each names one, and no column names or reaches a person".into();
    }
    let Drafted { known, row_entity, why_entity, drafts, .. } = read;
    let forced = options.profile.as_deref();
    let mut columns: Vec<ColumnMapping> = drafts.into_iter().map(|d| d.column).collect();
    slots::assign(&mut columns);
    for (column, said) in columns.iter_mut().zip(known.iter().flat_map(|k| &k.columns)) {
        said.iter().for_each(|said| said.speak_of_values(column));
    }

    let source_system = match &known {
        Some(k) => k.profile.source_system.clone(),
        None if headerless => "csv".into(),
        None => sources::system_for(headers).unwrap_or("csv").into(),
    };
    let profile = match &known {
        Some(k) => SourceProfileRef {
            id: k.profile.id.clone(),
            title: k.profile.title.clone(),
            confidence: (k.certainty * 100.0).round() / 100.0,
        },
        None => inferred(&columns),
    };
    let mut notes = vec![format!("{why_entity}.")];
    if let Some(id) = forced.filter(|_| known.is_none()) {
        notes.push(format!("No source profile {id:?} could be used; the columns are read from headers and values."));
    }
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
