//! The kept bytes read another way (R26): the earlier reading is put aside, and the same bytes become another batch.

use contracts::{Actor, ApiError, Dialect, ErrorCode, ImportId, ImportState, ImportSummary, Permission, ReadAs};
use store::{ImportRecord, Reader, StoredBatch};

use crate::error::{Failure, not_found, refused};
use crate::imports::stage::Found;
use crate::imports::{RunAs, find};
use crate::work::Begin;
use crate::{App, Outcome, Reporter};

impl App {
    /// Puts a staged import aside and reads its bytes, as they are kept, another way; the bytes of one that was undone are
    /// simply read again. Parts of the reading that aren't said are as found.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] while rows of the import, or another import of the same bytes, stand; [`ErrorCode::BadInput`]
    /// for a reading that no file can have, that these bytes can't be read by, or that they have already. Nothing is then
    /// put aside.
    pub fn import_read_again(
        &self,
        actor: &Actor,
        id: ImportId,
        run: &RunAs,
        reporter: &dyn Reporter,
    ) -> Outcome<ImportSummary> {
        self.permit(actor, Permission::ImportFiles)?;
        let (import, batch) = self.reading(|r| {
            let import = find(r, id)?;
            let batch = r.batch_by_key(import.batch)?.ok_or_else(|| not_found("batch", import.batch_id))?;
            may_read_again(r, &import, &batch)?;
            Ok((import, batch))
        })?;
        if import.state != ImportState::Undone {
            self.permit(actor, Permission::Undo)?;
        }
        let name = import.file_name.as_str();
        let source = self.kept(batch.batch)?;
        let options = self.options(name, run)?;
        let mut found = self.understand(name, &source, &options, reporter)?;
        // An erasure may have blanked some of the bytes: they are still that file.
        found.sha256.clone_from(&batch.artifact.sha256);
        let same = ReadAs::of(&found.understood.dialect) == ReadAs::of(&batch.artifact.dialect)
            && found.understood.row_entity == import.row_entity;
        let same_profile = run.profile.as_ref().is_none_or(|p| *p == import.profile.id);
        if same && same_profile && import.state != ImportState::Undone {
            let message = format!("{name} is read that way already: {}.", spoken(&batch.artifact.dialect));
            return Err(ApiError::new(ErrorCode::BadInput, message, "Say what is to be read otherwise.").at("read_as"));
        }
        if import.state != ImportState::Undone {
            let input = serde_json::json!({ "file_name": name, "import_id": id });
            let begin = Begin::New { kind: "undo", title: format!("Put this reading of {name} aside"), input };
            self.undo_as(actor, id, begin, reporter)?;
        }
        self.stage(actor, name, &source, found, run, reporter)
    }

    /// The import that stands over the same bytes, read otherwise than was found now.
    pub(crate) fn read_otherwise(&self, found: &Found) -> Outcome<Option<(ImportRecord, StoredBatch)>> {
        self.reading(|r| {
            let own = r.batch_read_as(&found.sha256, &found.understood.dialect)?;
            beside(r, &found.sha256, own.map(|b| b.batch))
        })
    }
}

/// The import of the same bytes that stands in another reading, unless one stands in this.
pub(crate) fn beside(
    r: &Reader<'_>,
    sha256: &str,
    own: Option<i64>,
) -> Result<Option<(ImportRecord, StoredBatch)>, Failure> {
    if own.map(|batch| r.standing_import(batch)).transpose()?.flatten().is_some() {
        return Ok(None);
    }
    let Some(import) = r.standing_beside(sha256, own)? else { return Ok(None) };
    let batch = r.batch_by_key(import.batch)?.ok_or_else(|| not_found("batch", import.batch_id))?;
    Ok(Some((import, batch)))
}

/// Two readings of the same bytes would bring everybody in twice: the earlier one goes first.
pub(crate) fn refuse_beside(import: &ImportRecord, batch: &StoredBatch) -> ApiError {
    let when = import.created_at.0.get(..10).unwrap_or(&import.created_at.0);
    let read = spoken(&batch.artifact.dialect);
    let message = match import.state {
        ImportState::Staging | ImportState::Proposed => {
            format!("These bytes wait for approval in the import of {when}, which reads them another way: {read}.")
        }
        _ => format!("These bytes were brought in on {when}, read another way: {read}."),
    };
    let hint = match import.state {
        ImportState::Staging | ImportState::Proposed => "Read that import again, or undo it first.",
        _ => "Undo that import first, then read the file again.",
    };
    refused(message, format!("{hint} (`velocity import undo {}`)", import.import_id))
}

/// A reading in words.
fn spoken(dialect: &Dialect) -> String {
    let delimiter = match dialect.delimiter.as_str() {
        "\t" => "tab",
        "," => "comma",
        ";" => "semicolon",
        other => other,
    };
    let header = dialect.header_row.map_or_else(|| "no header".into(), |n| format!("header in record {n}"));
    let quote = dialect.quote.as_deref().map_or_else(|| "no quotes".into(), |q| format!("quotes {q}"));
    format!("{}, delimiter {delimiter}, {quote}, {header}", dialect.encoding)
}

fn may_read_again(r: &Reader<'_>, import: &ImportRecord, batch: &StoredBatch) -> Result<(), Failure> {
    if import.duplicate_of.is_some() {
        let way_out = "Read the earlier import of these bytes again.";
        return Err(refused("This import only repeats an earlier one.", way_out).into());
    }
    let undo_first = "Undo it first; its bytes are kept and can then be read another way.";
    match import.state {
        ImportState::Staging | ImportState::Undone => {}
        ImportState::Proposed if !r.any_applied(import.import)? => {}
        ImportState::Proposed => {
            return Err(refused("Rows of this import are in the graph already.", undo_first).into());
        }
        ImportState::Committing | ImportState::Committed => {
            return Err(refused("This import was approved, so its rows are in the graph.", undo_first).into());
        }
        ImportState::Undoing => {
            let way_out = "Let the undo end, then read it again.";
            return Err(refused("This import is being undone.", way_out).into());
        }
    }
    let sha256 = &batch.artifact.sha256;
    let other = match r.standing_import(batch.batch)? {
        Some(standing) if standing.import_id != import.import_id => Some((standing, batch.clone())),
        Some(_) => None,
        None => beside(r, sha256, Some(batch.batch))?,
    };
    match other {
        Some((standing, batch)) => Err(refuse_beside(&standing, &batch).into()),
        None => Ok(()),
    }
}
