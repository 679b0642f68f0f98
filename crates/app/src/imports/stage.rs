//! From a file to a staged import: bytes kept, columns understood, every row planned. Nothing reaches the graph.

use std::path::Path;
use std::sync::mpsc;

use contracts::{
    Actor, ApiError, Artifact, ArtifactId, ImportId, ImportMappingManifest, ImportState, ImportSummary, ManifestId,
    Permission, ProvenanceRef, RawImportBatch, ReadAs,
};
use store::{NewImport, RowSpan, Tx};
use understanding::{Options, Source, Understanding, UnderstandingError};

use crate::error::{Failure, not_found, refused};
use crate::imports::ahead::Looking;
use crate::imports::keep::{Reading, Received};
use crate::imports::plan::{Drafted, Planning, RowReading};
use crate::imports::source::{FileSource, workers};
use crate::imports::{again, envelope, find, given, plan, profiles, show};
use crate::matching::model;
use crate::matching::within::Beside;
use crate::work::{Begin, Work};
use crate::{App, Outcome, Reporter};

/// Chunks of rows that are read ahead of the writer.
const AHEAD: usize = 2;

/// Chunks that are filed in one transaction where so many are ready: what is proposed lies all over the indexes of who is
/// proposed, and each transaction writes the pages that it touched.
const AT_ONCE: usize = 4;

/// Rows of a file that are kept as they were read until they are planned: some 30 MB.
const KEPT: u64 = 12_000;

/// Rows between two notes of how far a comparison is, for other processes.
const TOLD_EVERY: u64 = 50_000;

/// An import whose rows are about to be planned.
struct Opened {
    state: ImportState,
    name: String,
    planning: Planning,
    /// Its rows side by side, where they are to be compared.
    beside: Option<Beside>,
    /// The rows as they were read, in chunks; none of a large file.
    kept: Vec<Vec<Drafted>>,
}

/// How a person wants a file to be read; nothing said: as found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RunAs {
    /// The profile to read it by, whether it fits or not.
    pub profile: Option<String>,
    /// How the bytes are read; parts that aren't said are found.
    pub read_as: ReadAs,
    /// A recorded mapping for its columns; what that says of the reading counts where nothing else is said.
    pub manifest: Option<Box<ImportMappingManifest>>,
}

impl RunAs {
    /// How the bytes are to be read, the mapping's word among it.
    fn reading(&self) -> ReadAs {
        self.manifest.as_ref().map_or_else(|| self.read_as.clone(), |m| self.read_as.over(&m.handling.read_as))
    }
}

/// What was found in a file that is not kept yet.
pub(crate) struct Found {
    pub understood: Understanding,
    /// How it was asked for.
    pub read_as: ReadAs,
    /// In hex.
    pub sha256: String,
    pub rows: Vec<RowSpan>,
}

pub(crate) fn mime_type(name: &str, understood: &Understanding) -> String {
    let tabs = understood.dialect.delimiter == "\t" || name.to_lowercase().ends_with(".tsv");
    if tabs { "text/tab-separated-values" } else { "text/csv" }.into()
}

/// Names the file in what is wrong with it.
pub(crate) fn not_understood(name: &str, e: UnderstandingError) -> ApiError {
    let message = format!("{name}: {e}.");
    let mut error = ApiError::from(Failure::from(e));
    error.message = message;
    error.field = Some("file".into());
    error
}

impl App {
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
        let source = FileSource::open(path)?;
        self.import_source(actor, &source.name, &source, run, reporter)
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
        self.import_source(actor, name, &bytes, run, reporter)
    }

    fn import_source(
        &self,
        actor: &Actor,
        name: &str,
        source: &dyn Source,
        run: &RunAs,
        reporter: &dyn Reporter,
    ) -> Outcome<ImportSummary> {
        // A file that can't be used leaves no trace: the mission begins once it is understood.
        let mut options = self.options(name, run)?;
        let mut found = self.understand(name, source, &options, reporter)?;
        if let Some((standing, batch)) = self.read_otherwise(&found)? {
            if !run.reading().is_as_found() {
                return Err(again::refuse_beside(&standing, &batch));
            }
            // The same bytes again, of which somebody said how they are read.
            let rows_are = Some(standing.row_entity);
            options.read_as = ReadAs { rows_are, ..ReadAs::of(&batch.artifact.dialect) };
            found = self.understand(name, source, &options, reporter)?;
        }
        self.stage(actor, name, source, found, run, reporter)
    }

    /// Learns everything about a file; nothing is kept.
    pub(crate) fn understand(
        &self,
        name: &str,
        source: &dyn Source,
        options: &Options,
        reporter: &dyn Reporter,
    ) -> Outcome<Found> {
        let mut reading = Reading::new(name, reporter, self.host.as_ref());
        let understood =
            understanding::analyze_source(source, options, &mut reading).map_err(|e| not_understood(name, e))?;
        let (sha256, rows) = reading.end();
        Ok(Found { understood, read_as: options.read_as.clone(), sha256, rows })
    }

    /// Keeps a file that was understood, opens its import and plans its rows.
    pub(crate) fn stage(
        &self,
        actor: &Actor,
        name: &str,
        source: &dyn Source,
        found: Found,
        run: &RunAs,
        reporter: &dyn Reporter,
    ) -> Outcome<ImportSummary> {
        let Found { mut understood, read_as, sha256, rows } = found;
        let mut handling = contracts::Handling::default();
        if let Some(manifest) = &run.manifest {
            let same_bytes = self.reading(|r| given::is_of(r, manifest, &sha256))?;
            handling = given::apply(&mut understood, manifest, same_bytes)?;
        }
        handling.read_as = read_as;
        let file = Received { name, source, sha256, rows, understood: &understood };
        let begin = Begin::New {
            kind: "import",
            title: format!("Bring in {name}"),
            input: serde_json::json!({ "file_name": name, "sha256": file.sha256 }),
        };
        self.mission(actor, begin, reporter, |work| {
            work.report("staging", name, 0, understood.rows.total);
            let kept = self.keep(actor, &file, work)?;
            let staged: Result<ImportId, Failure> = self.store.write(self.host.as_ref(), |tx| {
                let batch = kept.end(tx, actor, &file)?;
                let standing = tx.standing_import(batch.0)?;
                if let Some((other, otherwise)) = again::beside(tx, &file.sha256, Some(batch.0))? {
                    return Err(again::refuse_beside(&other, &otherwise).into());
                }
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
                let mut manifest = first_manifest(tx, actor, &batch.1, &understood);
                manifest.handling = handling;
                if let Some(recorded) = &run.manifest {
                    let artifact_id = ArtifactId(recorded.manifest_id.0);
                    manifest.envelope.provenance.push(ProvenanceRef::Artifact { artifact_id });
                }
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
                read_as: run.reading(),
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
            if matches!(find(r, id)?.state, ImportState::Undoing | ImportState::Undone) {
                let way_out = "Bring the file in again to import it anew.";
                return Err(crate::error::refused("This import was put aside since.", way_out).into());
            }
            Ok(())
        })?;
        self.mission(actor, begin, reporter, |work| self.plan_rows(actor, id, work))
    }

    /// Before people are planned: everybody of the graph is found by what they say now.
    fn prepare_matching(&self, id: ImportId, work: &Work<'_>) -> Outcome<()> {
        let import = self.reading(|r| find(r, id))?;
        let people = import.row_entity == contracts::EntityType::Person;
        if !people || import.state != ImportState::Staging {
            return Ok(());
        }
        self.write_keys(work, &import.file_name)?;
        let foreseen = self.store.read_through(|r| match r.plan_basis(import.import, import.plan)? {
            Some(_) => Ok(None),
            None => model::foresee(r).map(Some),
        });
        let foreseen = foreseen.map_err(ApiError::from)?;
        let ready: Result<(), Failure> =
            self.store.write(self.host.as_ref(), |tx| model::prepare(tx, import.import, import.plan, foreseen));
        ready.map_err(ApiError::from)
    }

    /// Reads the rows and puts them side by side, so that it is known before the first is planned which may be one person.
    /// Those of a file that is not large come along as they were read.
    fn rows_beside(
        &self,
        drafts: impl Iterator<Item = Result<Vec<Drafted>, Failure>>,
        planning: &Planning,
        name: &str,
        work: &Work<'_>,
    ) -> Outcome<(Beside, Vec<Vec<Drafted>>)> {
        let (before, total) = planning.so_far();
        let mut kept = Vec::new();
        let mut beside = Beside::default();
        for chunk in drafts {
            work.go_on()?;
            let chunk = chunk.map_err(ApiError::from)?;
            plan::put_beside(&mut beside, &chunk);
            let done = chunk.last().map_or(0, |drafted| drafted.row);
            if done % TOLD_EVERY < chunk.len() as u64 {
                let told: Result<(), Failure> = self
                    .store
                    .write(self.host.as_ref(), |tx| Ok(tx.mission_progress(work.id, "comparing", done, total)?));
                told.map_err(ApiError::from)?;
            }
            work.report("comparing", name, done, total);
            if before == 0 && total <= KEPT {
                kept.push(chunk);
            }
        }
        work.go_on()?;
        Ok((beside, kept))
    }

    /// Opens the plan of an import. The rows of people that are to be compared are read from the first moment on, beside
    /// whatever has to be got ready for weighing them.
    fn open_plan(&self, id: ImportId, work: &Work<'_>) -> Outcome<Opened> {
        let (import, reading) = self.reading(|r| {
            let import = find(r, id)?;
            let people = import.row_entity == contracts::EntityType::Person && import.state == ImportState::Staging;
            let reading = if people { Some(RowReading::of(r, &import)?) } else { None };
            Ok((import, reading))
        })?;
        let total = import.rows.total;
        std::thread::scope(|scope| {
            let small = total <= KEPT;
            let parts = reading.map(|reading| reading.parts(if small { workers() } else { 1 }));
            // The threads end by themselves when nobody takes their rows any more.
            let drafts: Vec<_> = parts
                .into_iter()
                .flatten()
                .map(|part| {
                    let room = if small { KEPT / plan::REPORT } else { AHEAD as u64 };
                    let (drafted, drafts) = mpsc::sync_channel(usize::try_from(room).unwrap_or(AHEAD));
                    let _ = scope.spawn(move || part.all(&self.store, &drafted));
                    drafts
                })
                .collect();
            self.prepare_matching(id, work)?;
            let mut drafts = drafts.into_iter().flatten();
            // Of a file that is not large all rows are there soon: none is read again to see how common values are.
            let mut read = Vec::new();
            if small {
                for chunk in drafts.by_ref() {
                    work.go_on()?;
                    read.push(chunk.map_err(ApiError::from)?);
                }
            }
            let (state, planning) = self.reading(|r| {
                let import = find(r, id)?;
                let manifest = r.newest_manifest(import.import)?;
                let manifest = manifest.ok_or_else(|| not_found("manifest of import", id))?;
                let policy = self.policy_in(r)?;
                Ok((import.state, Planning::open_read(r, id, manifest, import.plan, policy, &read)?))
            })?;
            let mut opened = Opened { state, name: import.file_name, planning, beside: None, kept: Vec::new() };
            let (done, total) = opened.planning.so_far();
            if state == ImportState::Staging && done < total && opened.planning.is_to_compare() {
                let drafts = read.into_iter().map(Ok).chain(drafts);
                let (beside, kept) = self.rows_beside(drafts, &opened.planning, &opened.name, work)?;
                (opened.beside, opened.kept) = (Some(beside), kept);
            }
            Ok(opened)
        })
    }

    /// Plans the rows that have no fate yet, each step in a transaction of its own.
    fn plan_rows(&self, actor: &Actor, id: ImportId, work: &Work<'_>) -> Outcome<ImportSummary> {
        let Opened { state, name, mut planning, mut beside, kept } = self.open_plan(id, work)?;
        let (mut done, total) = planning.so_far();
        if state == ImportState::Staging && done < total {
            // Of a large file nothing else is held while its rows are compared.
            if let Some(rows) = beside.take_if(|_| kept.is_empty()) {
                planning.compare(rows);
            }
            let little = !kept.is_empty();
            let looking = self.reading(|r| planning.looking(r, kept.len()))?;
            let reading = kept.is_empty().then(|| planning.reading());
            let (drafted, drafts) = mpsc::sync_channel(AHEAD);
            // Rows that are kept take no more room for waiting there, and whoever looks up never waits for the writer.
            let (looked, chunks) = mpsc::sync_channel(AHEAD.max(kept.len()));
            // Rows are read and understood beside the writer, and whom they meet is looked up there, so that its
            // transactions are short.
            std::thread::scope(|scope| {
                let _ = scope.spawn(move || reading.map(|reading| reading.all(&self.store, &drafted)));
                let _ = scope
                    .spawn(move || Looking::all(looking, &self.store, kept.into_iter().map(Ok).chain(drafts), &looked));
                if let Some(rows) = beside {
                    planning.compare(rows);
                }
                let mut plan_all = || {
                    // Whoever looks on soon sees that it goes on.
                    let mut at_once = 1;
                    while done < total {
                        work.go_on()?;
                        let Ok(chunk) = chunks.recv() else {
                            return Err(ApiError::from(Failure::from(not_found("rows of import", id))));
                        };
                        let chunk = chunk.map_err(ApiError::from)?;
                        let step: Result<(), Failure> = self.store.write(self.host.as_ref(), |tx| {
                            if matches!(find(tx, id)?.state, ImportState::Undoing | ImportState::Undone) {
                                let way_out = "Bring the file in again to import it anew.";
                                return Err(refused("This import was undone.", way_out).into());
                            }
                            planning.step(tx, chunk)?;
                            for _ in 1..at_once {
                                let Ok(chunk) = chunks.try_recv() else { break };
                                planning.step(tx, chunk?)?;
                            }
                            Ok(tx.mission_progress(work.id, "proposing", planning.so_far().0, total)?)
                        });
                        step.map_err(ApiError::from)?;
                        done = planning.so_far().0;
                        work.report("proposing", &name, done, total);
                        at_once = AT_ONCE;
                    }
                    Ok(())
                };
                let planned = if little { self.store.writing_little(plan_all) } else { plan_all() };
                // The threads end by themselves when nobody takes their rows any more.
                drop(chunks);
                planned
            })?;
        }
        let found = planning.found().filter(|_| state == ImportState::Staging);
        let ready: Result<(), Failure> = self.store.write(self.host.as_ref(), |tx| {
            if let Some(found) = &found {
                tx.log_mission(work.id, &format!("Candidates by rule: {found}."))?;
            }
            let import = find(tx, id)?;
            if import.state == ImportState::Staging {
                tx.set_import_state(import.import, ImportState::Proposed)?;
            }
            Ok(())
        });
        ready.map_err(ApiError::from)?;
        let by_rule = self.approve_low_risk(actor, id)?;
        self.index_pending(work, &name)?;
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
