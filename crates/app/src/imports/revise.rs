//! A person says what columns, values, cells and rows are: a new version of the manifest, and every row planned again (R26).

use std::collections::{BTreeMap, BTreeSet};

use contracts::{
    Actor, ApiError, CellCorrection, ColumnChoice, ColumnStatus, ErrorCode, Handling, ImportDetail, ImportId,
    ImportMappingManifest, ImportRevision, ImportState, ManifestId, Permission, ProblemKey, Progress,
};
use store::{ImportRecord, Tx};

use crate::error::{Failure, not_found, refused};
use crate::imports::{envelope, find, plan, show, stopped};
use crate::{App, Outcome, Reporter};

/// Cells of one import that a person may write anew.
pub const MAX_CORRECTIONS: usize = 20_000;
/// Bytes of one such cell, of a default, or of a value put in another's place.
pub const MAX_VALUE_BYTES: usize = 64 << 10;
/// Bytes of all corrected cells of an import: they stand in its manifest.
pub const MAX_CORRECTED_BYTES: usize = 16 << 20;
/// Values of one column that may be put in another's place.
pub const MAX_MAPPED_VALUES: usize = 10_000;

impl App {
    /// Applies choices about columns to an import that nothing of which is in the graph yet.
    ///
    /// # Errors
    /// As [`App::import_revise`].
    pub fn import_set_columns(
        &self,
        actor: &Actor,
        id: ImportId,
        choices: &[ColumnChoice],
        reporter: &dyn Reporter,
    ) -> Outcome<ImportDetail> {
        let revision = ImportRevision { columns: choices.to_vec(), ..ImportRevision::default() };
        self.import_revise(actor, id, &revision, reporter)
    }

    /// Applies everything that a person says about an import at once, as long as nothing of it is in the graph: one new
    /// version of its manifest, one new plan.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] once it was approved or undone; [`ErrorCode::BadInput`] for a column, field, row or cell that
    /// does not exist, for a region that is none, and past a limit. Nothing is then kept.
    pub fn import_revise(
        &self,
        actor: &Actor,
        id: ImportId,
        revision: &ImportRevision,
        reporter: &dyn Reporter,
    ) -> Outcome<ImportDetail> {
        self.permit(actor, Permission::ImportFiles)?;
        let result: Result<ImportDetail, Failure> = self.store.write(self.host.as_ref(), |tx| {
            let import = find(tx, id)?;
            may_revise(tx, &import)?;
            let old = tx.newest_manifest(import.import)?.ok_or_else(|| not_found("manifest of import", id))?;
            let before: Vec<_> = old.columns().into_iter().cloned().collect();
            check_values(&revision.columns)?;
            let columns = understanding::apply_choices(&before, &revision.columns).map_err(|e| bad_choice(&e))?;
            let handling = handling(&old.handling, revision, import.rows.total, columns.len())?;
            let mut next = next_version(tx, actor, &old);
            next.handling = handling;
            (next.column_mappings, next.unmapped_columns) =
                columns.into_iter().partition(|c| c.status != ColumnStatus::Unresolved);
            tx.insert_manifest(import.import, &next)?;
            let step = tx.next_step(import.import, true)?;
            let policy = self.policy_in(tx)?;
            plan::plan(tx, id, &next, step, policy, &mut |done, total| {
                reporter.progress(Progress {
                    stage: "proposing".into(),
                    file_name: import.file_name.clone(),
                    done,
                    total,
                    mission_id: None,
                });
                if reporter.cancelled() { Err(stopped().into()) } else { Ok(()) }
            })?;
            show::detail(tx, id)
        });
        result.map_err(ApiError::from)
    }

    /// Every version of an import's mapping, oldest first.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`].
    pub fn import_manifests(&self, actor: &Actor, id: ImportId) -> Outcome<Vec<ImportMappingManifest>> {
        self.permit(actor, Permission::ReadEvidence)?;
        self.reading(|r| Ok(r.manifests_of(find(r, id)?.import)?))
    }
}

impl App {
    /// Writes a version of an import's mapping to a file that doesn't exist yet, and gives its number. None: the newest.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]; [`ErrorCode::BadInput`] where the file exists or can't be written.
    pub fn import_manifest_to(
        &self,
        actor: &Actor,
        id: ImportId,
        version: Option<u32>,
        out: &std::path::Path,
    ) -> Outcome<u32> {
        let versions = self.import_manifests(actor, id)?;
        let found = versions.iter().rev().find(|m| version.is_none_or(|v| m.version == v));
        let manifest = found.ok_or_else(|| not_found("version of the mapping", version.unwrap_or(1)))?;
        let text = serde_json::to_string_pretty(manifest)
            .map_err(|e| bad(format!("The mapping can't be written: {e}."), "Try again.", "out"))?;
        let path = crate::export::write_new(out, format!("{text}\n").as_bytes())?;
        // Its samples are clients' words.
        let sha256 = graph::hex(&graph::sha256(text.as_bytes()));
        self.store
            .write(self.host.as_ref(), |tx| tx.insert_export("manifest", &path.display().to_string(), &sha256, actor))
            .map_err(|e| crate::error::from_store(&e))?;
        Ok(manifest.version)
    }
}

/// Refuses with the reason where an import's plan stands for good.
pub(crate) fn may_revise(tx: &Tx<'_>, import: &ImportRecord) -> Result<(), Failure> {
    let anew = "Undo the import and bring the file in again to read it differently.";
    if import.duplicate_of.is_some() {
        let way_out = "Change the earlier import of these bytes, or undo it and bring the file in again.";
        return Err(
            refused("This import only repeats an earlier one, so there is nothing to change in it.", way_out).into()
        );
    }
    match import.state {
        ImportState::Proposed => {}
        ImportState::Staging => {
            return Err(refused("This import is still being planned.", "Wait until it is done, or resume it.").into());
        }
        ImportState::Committing => {
            return Err(refused("This import is being approved, so it can't be changed any more.", anew).into());
        }
        ImportState::Committed => {
            return Err(refused("This import was approved, so it can't be changed any more.", anew).into());
        }
        ImportState::Undone => {
            return Err(refused("This import was undone, so it can't be changed.", "Bring the file in again.").into());
        }
    }
    // Single rows may have been decided, or applied by a rule, before the import as a whole was approved.
    if tx.applied_proposals(import.import)?.is_empty() {
        return Ok(());
    }
    Err(refused("Rows of this import are in the graph already, so it can't be changed any more.", anew).into())
}

/// The next version of a manifest, with everything as before.
pub(crate) fn next_version(tx: &Tx<'_>, actor: &Actor, old: &ImportMappingManifest) -> ImportMappingManifest {
    let manifest_id = ManifestId(tx.new_id());
    let now = tx.now();
    let mut next = old.clone();
    next.envelope = envelope::<ImportMappingManifest>(manifest_id.0, &old.envelope.source_system, actor, &now);
    next.envelope.confidence = old.envelope.confidence;
    next.envelope.provenance.clone_from(&old.envelope.provenance);
    next.manifest_id = manifest_id;
    next.version = old.version + 1;
    next.supersedes = Some(old.manifest_id);
    next
}

fn bad(message: String, hint: &str, field: &str) -> ApiError {
    ApiError::new(ErrorCode::BadInput, message, hint).at(field)
}

fn bad_choice(e: &understanding::UnderstandingError) -> ApiError {
    bad(e.to_string(), "Choose a field of the dictionary or a custom one.", "field")
}

fn check_values(choices: &[ColumnChoice]) -> Result<(), ApiError> {
    for choice in choices {
        let map = choice.value_map.as_deref().unwrap_or_default();
        if map.len() > MAX_MAPPED_VALUES {
            return Err(bad(
                format!("{} values of column {} can't be replaced one by one.", map.len(), choice.column + 1),
                "Replace at most 10 000, or mend the column in the file.",
                "value_map",
            ));
        }
        let texts = map.iter().flat_map(|v| std::iter::once(&v.from).chain(&v.to)).chain(&choice.default_value);
        if let Some(long) = texts.map(String::len).find(|n| *n > MAX_VALUE_BYTES) {
            return Err(bad(
                format!(
                    "A value given for column {} has {} KB; at most 64 KB are kept.",
                    choice.column + 1,
                    long >> 10
                ),
                "Shorten it.",
                "value_map",
            ));
        }
    }
    Ok(())
}

/// What was said about the file before, with what is said now.
fn handling(before: &Handling, said: &ImportRevision, rows: u64, columns: usize) -> Result<Handling, ApiError> {
    let mut next = before.clone();
    next.corrections = corrections(&before.corrections, said, rows, columns)?;
    match said.region.as_deref().map(str::trim) {
        None => {}
        Some("") => next.region = None,
        Some(code) => {
            let country = understanding::values::country::by_code(&code.to_uppercase()).ok_or_else(|| {
                bad(format!("{code:?} is no country."), "Use a code of two letters, such as IN or AE.", "region")
            })?;
            next.region = Some(country.code.clone());
        }
    }
    next.long_rows = said.long_rows.unwrap_or(next.long_rows);
    next.short_rows = said.short_rows.unwrap_or(next.short_rows);
    let mut accepted: BTreeSet<(Option<u32>, String)> =
        before.accepted.iter().chain(&said.accept).map(|k| (k.column, k.kind.clone())).collect();
    for key in &said.reopen {
        accepted.remove(&(key.column, key.kind.clone()));
    }
    next.accepted = accepted.into_iter().map(|(column, kind)| ProblemKey { kind, column }).collect();
    Ok(next)
}

fn corrections(
    before: &[CellCorrection],
    said: &ImportRevision,
    rows: u64,
    columns: usize,
) -> Result<Vec<CellCorrection>, ApiError> {
    let mut cells: BTreeMap<(u64, u32), String> =
        before.iter().map(|c| ((c.row_number, c.column), c.value.clone())).collect();
    for cell in &said.uncorrect {
        cells.remove(cell);
    }
    for c in &said.corrections {
        if c.row_number == 0 || c.row_number > rows {
            let message = format!("There is no row {}; the file has rows 1 to {rows}.", c.row_number);
            return Err(bad(message, "Choose a row of the file.", "row_number"));
        }
        if c.column as usize >= columns {
            let message =
                format!("Row {} has no column {}; the file has {columns}, counted from 0.", c.row_number, c.column);
            return Err(bad(message, "Choose a column of the file.", "column"));
        }
        if c.value.len() > MAX_VALUE_BYTES {
            let message = format!(
                "The text for row {}, column {} has {} KB; a cell may have 64 KB.",
                c.row_number,
                c.column + 1,
                c.value.len() >> 10
            );
            return Err(bad(message, "Shorten it.", "value"));
        }
        cells.insert((c.row_number, c.column), c.value.clone());
    }
    if cells.len() > MAX_CORRECTIONS {
        let message = format!("{} cells would be written anew; at most 20 000 can be.", cells.len());
        return Err(bad(message, "Mend the file itself and bring it in again.", "corrections"));
    }
    if cells.values().map(String::len).sum::<usize>() > MAX_CORRECTED_BYTES {
        let message = "The cells written anew have more than 16 MB in all.".into();
        return Err(bad(message, "Mend the file itself and bring it in again.", "corrections"));
    }
    Ok(cells.into_iter().map(|((row_number, column), value)| CellCorrection { row_number, column, value }).collect())
}
