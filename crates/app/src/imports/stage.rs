//! From a file to a staged import: bytes kept, columns understood, every row planned. Nothing reaches the graph.

use std::path::Path;

use contracts::{
    Actor, Analysis, ApiError, Artifact, BatchId, ErrorCode, FileInfo, ImportId, ImportMappingManifest, ImportState,
    ImportSummary, ManifestId, Permission, Progress, ProvenanceRef, RawImportBatch,
};
use store::{NewBatch, NewImport, RowSpan, Tx};
use understanding::{Options, Understanding};

use crate::error::{Failure, not_found, refused};
use crate::imports::plan::Planning;
use crate::imports::{envelope, find, plan, profiles, show};
use crate::work::{Begin, Work};
use crate::{App, Outcome, Reporter};

/// Larger files are refused with words; a million rows of twenty columns are about 250 MB.
pub const MAX_FILE_BYTES: u64 = 1 << 30;

/// How a person wants a file to be read; nothing said: as found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RunAs {
    /// The profile to read it by, whether it fits or not.
    pub profile: Option<String>,
}

/// A file's name without its folder, and its bytes.
pub(crate) fn read_file(path: &Path) -> Outcome<(String, Vec<u8>)> {
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let bad = |message: String, hint: &str| ApiError::new(ErrorCode::BadInput, message, hint).at("file");
    let about = std::fs::metadata(path).map_err(|e| match e.kind() {
        std::io::ErrorKind::NotFound => {
            bad(format!("There is no file {}.", path.display()), "Check the name and the folder.")
        }
        _ => bad(format!("{} can't be read: {e}.", path.display()), "Check that the file may be read."),
    })?;
    if about.is_dir() {
        return Err(bad(format!("{} is a folder.", path.display()), "Choose a CSV file in it."));
    }
    if about.len() > MAX_FILE_BYTES {
        return Err(bad(
            format!(
                "{name} has {} MB; at most {} MB can be brought in at once.",
                about.len() >> 20,
                MAX_FILE_BYTES >> 20
            ),
            "Split the export into several files.",
        ));
    }
    let bytes = std::fs::read(path)
        .map_err(|e| bad(format!("{} can't be read: {e}.", path.display()), "Check that the file may be read."))?;
    Ok((name, bytes))
}

fn mime_type(name: &str, understood: &Understanding) -> String {
    let tabs = understood.dialect.delimiter == "\t" || name.to_lowercase().ends_with(".tsv");
    if tabs { "text/tab-separated-values" } else { "text/csv" }.into()
}

fn understand(name: &str, bytes: &[u8], options: &Options) -> Outcome<Understanding> {
    understanding::analyze(bytes, options).map_err(|e| {
        let message = format!("{name}: {e}.");
        let mut error = ApiError::from(Failure::from(e));
        error.message = message;
        error.field = Some("file".into());
        error
    })
}

impl App {
    /// Everything that can be learnt from a file without a workspace and without writing anything (R18, R19).
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] naming the file and the way out.
    pub fn analyze(_actor: &Actor, path: &Path) -> Outcome<Analysis> {
        let (name, bytes) = read_file(path)?;
        let options = Options { file_name: name.clone(), default_region: Some("IN".into()), ..Options::default() };
        let u = understand(&name, &bytes, &options)?;
        Ok(Analysis {
            file: FileInfo {
                mime_type: mime_type(&name, &u),
                name,
                bytes: bytes.len() as u64,
                sha256: graph::hex(&graph::sha256(&bytes)),
            },
            dialect: u.dialect,
            source_profile: u.profile,
            row_entity: u.row_entity,
            rows: u.rows,
            columns: u.columns,
            notes: u.notes,
            set_aside: u.set_aside,
        })
    }

    /// Stages a file: keeps its bytes, understands its columns, plans every row, files proposals. Commits nothing.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for a file that can't be used; nothing is then kept.
    pub fn import_run(&self, actor: &Actor, path: &Path, reporter: &dyn Reporter) -> Outcome<ImportSummary> {
        self.import_run_as(actor, path, &RunAs::default(), reporter)
    }

    /// As [`App::import_run`], read as a person says.
    ///
    /// # Errors
    /// As there; [`ErrorCode::NotFound`] for a profile that is not known.
    pub fn import_run_as(
        &self,
        actor: &Actor,
        path: &Path,
        run: &RunAs,
        reporter: &dyn Reporter,
    ) -> Outcome<ImportSummary> {
        self.permit(actor, Permission::ImportFiles)?;
        let (name, bytes) = read_file(path)?;
        self.import_bytes_as(actor, &name, &bytes, run, reporter)
    }

    /// As [`App::import_run`], from bytes.
    ///
    /// # Errors
    /// As there.
    pub fn import_bytes(
        &self,
        actor: &Actor,
        name: &str,
        bytes: &[u8],
        reporter: &dyn Reporter,
    ) -> Outcome<ImportSummary> {
        self.import_bytes_as(actor, name, bytes, &RunAs::default(), reporter)
    }

    /// As [`App::import_run_as`], from bytes.
    ///
    /// # Errors
    /// As there.
    pub fn import_bytes_as(
        &self,
        actor: &Actor,
        name: &str,
        bytes: &[u8],
        run: &RunAs,
        reporter: &dyn Reporter,
    ) -> Outcome<ImportSummary> {
        self.permit(actor, Permission::ImportFiles)?;
        let sha256 = graph::hex(&graph::sha256(bytes));
        reporter.progress(Progress {
            stage: "reading".into(),
            file_name: name.into(),
            done: 0,
            total: 0,
            mission_id: None,
        });
        // A file that can't be used leaves no trace: the mission begins once it is understood.
        let understood = understand(name, bytes, &self.options(name, run)?)?;
        let begin = Begin::New {
            kind: "import",
            title: format!("Bring in {name}"),
            input: serde_json::json!({ "file_name": name, "sha256": sha256 }),
        };
        self.mission(actor, begin, reporter, |work| {
            work.report("staging", name, 0, understood.rows.total);
            let staged: Result<ImportId, Failure> = self.store.write(self.host.as_ref(), |tx| {
                let batch = keep_batch(tx, actor, name, bytes, &sha256, &understood)?;
                let standing = tx.standing_import(batch.0)?;
                if let Some(cut_off) = standing.as_ref().filter(|s| s.state == ImportState::Staging) {
                    self.nobody_at(tx, cut_off.import_id, work.id)?;
                    tx.set_mission_input(work.id, &input(name, cut_off.import_id))?;
                    return Ok(cut_off.import_id);
                }
                let import_id = ImportId(tx.new_id());
                let import = tx.insert_import(
                    &NewImport {
                        import_id,
                        batch: batch.0,
                        created_by: actor.clone(),
                        file_name: name.into(),
                        row_entity: understood.row_entity,
                        profile: understood.profile.clone(),
                        rows: understood.rows,
                        set_aside: understood.set_aside.clone(),
                        duplicate_of: standing.as_ref().map(|s| s.import_id),
                    },
                    &batch.1,
                )?;
                let manifest = first_manifest(tx, actor, &batch.1, &understood);
                tx.insert_manifest(import, &manifest)?;
                match standing {
                    Some(standing) => {
                        plan::repeat(tx, import, &standing)?;
                        tx.set_import_state(import, ImportState::Proposed)?;
                    }
                    None => tx.set_import_state(import, ImportState::Staging)?,
                }
                tx.set_mission_input(work.id, &input(name, import_id))?;
                Ok(import_id)
            });
            self.plan_rows(actor, staged.map_err(ApiError::from)?, work)
        })
    }

    /// What is known about a file beside its bytes: its name, this workspace's region and profiles, what a person said.
    pub(crate) fn options(&self, name: &str, run: &RunAs) -> Outcome<Options> {
        self.reading(|r| {
            if let Some(id) = &run.profile {
                profiles::must_exist(r, id)?;
            }
            Ok(Options {
                file_name: name.into(),
                default_region: self.about.default_region.clone(),
                profiles: profiles::of_workspace(r)?,
                profile: run.profile.clone(),
            })
        })
    }

    /// Goes on with an import whose planning was cut off.
    pub(crate) fn import_resume(
        &self,
        actor: &Actor,
        id: ImportId,
        begin: Begin<'_>,
        reporter: &dyn Reporter,
    ) -> Outcome<ImportSummary> {
        self.permit(actor, Permission::ImportFiles)?;
        self.reading(|r| {
            if find(r, id)?.state == ImportState::Undone {
                let way_out = "Bring the file in again to import it anew.";
                return Err(crate::error::refused("This import was put aside since.", way_out).into());
            }
            Ok(())
        })?;
        self.mission(actor, begin, reporter, |work| self.plan_rows(actor, id, work))
    }

    /// Plans the rows that have no fate yet, each step in a transaction of its own.
    fn plan_rows(&self, actor: &Actor, id: ImportId, work: &Work<'_>) -> Outcome<ImportSummary> {
        let (state, name, planning) = self.reading(|r| {
            let import = find(r, id)?;
            let manifest = r.newest_manifest(import.import)?.ok_or_else(|| not_found("manifest of import", id))?;
            let planning = Planning::open(r, id, manifest, import.plan, self.policy_in(r)?)?;
            Ok((import.state, import.file_name, planning))
        })?;
        let mut planning = planning;
        let (mut done, total) = planning.so_far();
        while state == ImportState::Staging && done < total {
            work.go_on()?;
            let step: Result<(), Failure> = self.store.write(self.host.as_ref(), |tx| {
                if find(tx, id)?.state == ImportState::Undone {
                    return Err(refused("This import was undone.", "Bring the file in again to import it anew.").into());
                }
                planning.step(tx)?;
                Ok(tx.mission_progress(work.id, "proposing", planning.so_far().0, total)?)
            });
            step.map_err(ApiError::from)?;
            done = planning.so_far().0;
            work.report("proposing", &name, done, total);
        }
        let ready: Result<(), Failure> = self.store.write(self.host.as_ref(), |tx| {
            let import = find(tx, id)?;
            if import.state == ImportState::Staging {
                tx.set_import_state(import.import, ImportState::Proposed)?;
            }
            Ok(())
        });
        ready.map_err(ApiError::from)?;
        let by_rule = self.approve_low_risk(actor, id)?;
        let summary: Result<ImportSummary, Failure> = self.store.write(self.host.as_ref(), |tx| {
            let summary = show::summary_of(tx, id)?;
            work.done(tx, &serde_json::json!({ "import_id": id, "rows": total, "by_rule": by_rule }))?;
            Ok(summary)
        });
        summary.map_err(ApiError::from)
    }
}

fn input(name: &str, id: ImportId) -> serde_json::Value {
    serde_json::json!({ "file_name": name, "import_id": id })
}

/// The batch of these bytes, kept now unless it was before.
fn keep_batch(
    tx: &mut Tx<'_>,
    actor: &Actor,
    name: &str,
    bytes: &[u8],
    sha256: &str,
    u: &Understanding,
) -> Result<(i64, RawImportBatch), Failure> {
    if let Some(known) = tx.batch_by_sha256(sha256)? {
        // Put aside before, and now wanted again.
        if tx.lifecycle(known.artifact.batch_id.0)?.is_some_and(|(state, _)| state == "abandoned") {
            tx.enter_state::<RawImportBatch>(known.artifact.batch_id.0, "analysed", actor)?;
        }
        return Ok((known.batch, known.artifact));
    }
    let batch_id = BatchId(tx.new_id());
    let now = tx.now();
    let mut about = envelope::<RawImportBatch>(batch_id.0, &u.source_system, actor, &now);
    about.provenance = vec![ProvenanceRef::File { sha256: sha256.into() }];
    let artifact = RawImportBatch {
        envelope: about,
        batch_id,
        uploaded_filename: name.into(),
        mime_type: mime_type(name, u),
        storage_ref: format!("segments:{batch_id}"),
        row_count: u.row_index.len() as u64,
        uploaded_by: actor.id.clone(),
        sha256: sha256.into(),
        byte_len: bytes.len() as u64,
        dialect: u.dialect.clone(),
        headers: u.headers.clone(),
    };
    let rows: Vec<RowSpan> =
        u.row_index.iter().map(|r| RowSpan { start: r.start, end: r.end, shape: r.shape }).collect();
    let batch = tx.insert_batch(&NewBatch { artifact: &artifact, bytes, rows: &rows })?;
    for state in ["indexed", "analysed"] {
        tx.enter_state::<RawImportBatch>(batch_id.0, state, actor)?;
    }
    Ok((batch, artifact))
}

fn first_manifest(tx: &Tx<'_>, actor: &Actor, batch: &RawImportBatch, u: &Understanding) -> ImportMappingManifest {
    let manifest_id = ManifestId(tx.new_id());
    let now = tx.now();
    let mut about = envelope::<ImportMappingManifest>(manifest_id.0, &u.source_system, actor, &now);
    about.confidence = Some(u.profile.confidence);
    about.provenance = vec![ProvenanceRef::Artifact { artifact_id: batch.own_id() }];
    let (column_mappings, unmapped_columns) =
        u.columns.iter().cloned().partition(|c| c.status != contracts::ColumnStatus::Unresolved);
    ImportMappingManifest {
        envelope: about,
        manifest_id,
        batch_id: batch.batch_id,
        source_profile: u.profile.clone(),
        row_entity: u.row_entity,
        phone_region: u.phone_region.clone(),
        column_mappings,
        unmapped_columns,
        resolver_notes: u.notes.clone(),
        version: 1,
        supersedes: None,
        handling: contracts::Handling::default(),
    }
}
