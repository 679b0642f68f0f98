//! A person says what columns are: a new version of the manifest, and every row planned again (R26).

use contracts::{
    Actor, ApiError, ColumnChoice, ColumnStatus, ImportDetail, ImportId, ImportState, ManifestId, Permission, Progress,
};

use crate::error::{Failure, refused};
use crate::imports::{envelope, find, plan, show, stopped};
use crate::{App, Outcome, Reporter};

impl App {
    /// Applies choices about columns to an import that nothing of which is in the graph yet.
    ///
    /// # Errors
    /// [`contracts::ErrorCode::Refused`] once it was approved or undone; [`contracts::ErrorCode::BadInput`] for a column
    /// or field that does not exist.
    pub fn import_set_columns(
        &self,
        actor: &Actor,
        id: ImportId,
        choices: &[ColumnChoice],
        reporter: &dyn Reporter,
    ) -> Outcome<ImportDetail> {
        self.permit(actor, Permission::ImportFiles)?;
        let result: Result<ImportDetail, Failure> = self.store.write(self.host.as_ref(), |tx| {
            let import = find(tx, id)?;
            // Single rows may have been decided, or applied by a rule, before the import as a whole was approved.
            let begun = tx.any_applied(import.import)?;
            if import.state != ImportState::Proposed || import.duplicate_of.is_some() || begun {
                return Err(refused(
                    "The columns of this import can't be changed any more.",
                    "Undo the import and bring the file in again to map its columns differently.",
                )
                .into());
            }
            let old =
                tx.newest_manifest(import.import)?.ok_or_else(|| crate::error::not_found("manifest of import", id))?;
            let before: Vec<_> = old.columns().into_iter().cloned().collect();
            let columns = understanding::apply_choices(&before, choices).map_err(|e| bad_choice(&e))?;
            let now = tx.now();
            let manifest_id = ManifestId(tx.new_id());
            let mut next = old.clone();
            next.envelope =
                envelope::<contracts::ImportMappingManifest>(manifest_id.0, &old.envelope.source_system, actor, &now);
            next.envelope.confidence = old.envelope.confidence;
            next.envelope.provenance.clone_from(&old.envelope.provenance);
            next.manifest_id = manifest_id;
            next.version = old.version + 1;
            next.supersedes = Some(old.manifest_id);
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
                    rate: None,
                    seconds_left: None,
                    mission_id: None,
                });
                if reporter.cancelled() { Err(stopped().into()) } else { Ok(()) }
            })?;
            show::detail(tx, id)
        });
        result.map_err(ApiError::from)
    }
}

fn bad_choice(e: &understanding::UnderstandingError) -> ApiError {
    ApiError::new(contracts::ErrorCode::BadInput, e.to_string(), "Choose a field of the dictionary or a custom one.")
        .at("field")
}
