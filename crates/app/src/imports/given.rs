//! A recorded mapping for a file that comes in: the same export again, or a newer one of the same system.

use std::collections::BTreeMap;

use contracts::{
    ApiError, Artifact as _, ColumnMapping, ColumnStatus, ErrorCode, Evidence, Handling, ImportMappingManifest,
};
use understanding::Understanding;

use crate::error::Failure;

/// Headers named in one sentence.
const NAMED: usize = 12;

fn bad(message: String, hint: &str) -> ApiError {
    ApiError::new(ErrorCode::BadInput, message, hint).at("manifest")
}

/// A column's header, and which of the columns of this header it is.
type Name = (String, usize);

fn names<'a>(columns: impl Iterator<Item = &'a ColumnMapping>) -> Vec<Name> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    columns
        .map(|c| {
            let nth = seen.entry(c.header.as_str()).or_default();
            *nth += 1;
            (c.header.clone(), *nth)
        })
        .collect()
}

fn listed(names: &[&Name]) -> String {
    let spoken = |(header, nth): &&Name| match nth {
        1 => format!("\"{header}\""),
        n => format!("\"{header}\" (number {n} of that name)"),
    };
    let mut all: Vec<String> = names.iter().take(NAMED).map(spoken).collect();
    if names.len() > NAMED {
        all.push(format!("{} more", names.len() - NAMED));
    }
    all.join(", ")
}

/// Reads a file's columns as the mapping says, each found by its header wherever it stands, and gives what was said about
/// the whole file. Columns that the mapping doesn't know stay open: nobody said anything about them.
///
/// # Errors
/// [`ErrorCode::BadInput`] for a mapping that is none, and for a file without columns that it maps, naming them.
pub(crate) fn apply(
    understood: &mut Understanding,
    given: &ImportMappingManifest,
    same_bytes: bool,
) -> Result<Handling, ApiError> {
    given.validate().map_err(|e| bad(format!("The mapping can't be used: {e}."), "Check the file."))?;
    let recorded = given.columns();
    let recorded_names = names(recorded.iter().copied());
    let file_names = names(understood.columns.iter());
    let by_name: BTreeMap<&Name, &ColumnMapping> = recorded_names.iter().zip(recorded.iter().copied()).collect();
    let missing: Vec<(&Name, &ColumnMapping)> =
        by_name.iter().filter(|(name, _)| !file_names.contains(name)).map(|(n, c)| (*n, *c)).collect();
    let unknown: Vec<&Name> = file_names.iter().filter(|name| !by_name.contains_key(name)).collect();
    let needed: Vec<&Name> =
        missing.iter().filter(|(_, c)| c.status == ColumnStatus::Mapped).map(|(name, _)| *name).collect();
    if !needed.is_empty() {
        let mut message = format!("The mapping reads columns that the file does not have: {}.", listed(&needed));
        if !unknown.is_empty() {
            message.push_str(&format!(" The file has others that the mapping does not know: {}.", listed(&unknown)));
        }
        return Err(bad(message, "Export it again with these columns, or bring it in without a mapping."));
    }
    let columns: Vec<ColumnMapping> = understood
        .columns
        .drain(..)
        .zip(&file_names)
        .map(|(found, name)| match by_name.get(name) {
            Some(recorded) => ColumnMapping {
                index: found.index,
                header: found.header,
                samples: found.samples,
                filled: found.filled,
                distinct: found.distinct,
                choices: found.choices,
                ..(*recorded).clone()
            },
            None => open(found),
        })
        .collect();
    understood.columns = columns;
    understood.row_entity = given.row_entity;
    understood.source_system.clone_from(&given.envelope.source_system);
    understood.profile = given.source_profile.clone();
    understood.phone_region.clone_from(&given.phone_region);
    // What the file's own reading would have been is no matter any more; what was remarked of its records is.
    let first = format!("Read by version {} of a recorded mapping.", given.version);
    understood.notes.splice(..1.min(understood.notes.len()), [first]);
    if !unknown.is_empty() {
        let note = format!("Columns that the mapping does not know, which stay open: {}.", listed(&unknown));
        understood.notes.push(note);
    }
    let gone: Vec<&Name> = missing.iter().map(|(name, _)| *name).collect();
    if !gone.is_empty() {
        let note =
            format!("Columns that the mapping leaves out or open, and that the file has no more: {}.", listed(&gone));
        understood.notes.push(note);
    }
    let mut handling = given.handling.clone();
    if !same_bytes && !handling.corrections.is_empty() {
        understood.notes.push(format!(
            "{} cells that were written anew belong to the rows of another file, so they are not taken over.",
            handling.corrections.len()
        ));
        handling.corrections.clear();
    }
    Ok(handling)
}

/// Whether a mapping was recorded on these very bytes.
pub(crate) fn is_of(r: &store::Reader<'_>, given: &ImportMappingManifest, sha256: &str) -> Result<bool, Failure> {
    Ok(r.batch(given.batch_id)?.is_some_and(|b| b.artifact.sha256 == sha256))
}

fn open(found: ColumnMapping) -> ColumnMapping {
    ColumnMapping {
        status: ColumnStatus::Unresolved,
        field: None,
        label: None,
        slot: None,
        transform: None,
        date_order: None,
        question: None,
        confidence: 0.0,
        evidence: vec![Evidence {
            source: "manifest".into(),
            why: "The recorded mapping does not know this column".into(),
            weight: 1.0,
        }],
        ..found
    }
}
