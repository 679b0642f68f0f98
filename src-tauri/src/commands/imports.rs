//! Imports: bring in, review, approve, undo.

use std::path::PathBuf;

use app::{ApproveChoice, Outcome, ReplayOf, RunAs};
use contracts::{
    ApproveArgs, ApproveResult, ExportArgs, FilePreview, ImportArgs, ImportDetail, ImportMappingManifest, ImportRows,
    ImportRowsArgs, ImportStartArgs, ImportSummary, PathArgs, ProfileArgs, ProfileDetail, ProfileExportArgs,
    ProfileInfo, ProfileSaveArgs, ProfileWriteArgs, ReadAgainArgs, ReadAs, RejectsResult, ReplayArgs, ReplayResult,
    ReviseArgs, SetColumnsArgs, UndoResult,
};
use tauri::{AppHandle, State};

use crate::commands::with_app;
use crate::events::Progresses;
use crate::state::Desk;

/// Stages a file and proposes; commits nothing.
#[tauri::command]
pub async fn import_start(handle: AppHandle, desk: State<'_, Desk>, args: ImportStartArgs) -> Outcome<ImportSummary> {
    let reporter = Progresses::new(handle, desk.inner().clone());
    let run = as_said(args.profile, args.read_as);
    with_app(&desk, move |app, actor| app.import_run_as(actor, &PathBuf::from(args.path), &run, &reporter)).await
}

fn as_said(profile: Option<String>, read_as: Option<ReadAs>) -> RunAs {
    RunAs { profile, read_as: read_as.unwrap_or_default(), ..RunAs::default() }
}

/// A first look at a file, from its start and samples; keeps nothing.
#[tauri::command]
pub async fn import_preview(desk: State<'_, Desk>, args: ImportStartArgs) -> Outcome<FilePreview> {
    let run = as_said(args.profile, args.read_as);
    with_app(&desk, move |app, actor| app.import_preview(actor, &PathBuf::from(args.path), &run)).await
}

/// Puts a staged import aside and reads the kept bytes another way.
#[tauri::command]
pub async fn import_read_again(
    handle: AppHandle,
    desk: State<'_, Desk>,
    args: ReadAgainArgs,
) -> Outcome<ImportSummary> {
    let reporter = Progresses::new(handle, desk.inner().clone());
    let run = as_said(args.profile, Some(args.read_as));
    with_app(&desk, move |app, actor| app.import_read_again(actor, args.import_id, &run, &reporter)).await
}

/// All imports, newest first.
#[tauri::command]
pub async fn import_list(desk: State<'_, Desk>) -> Outcome<Vec<ImportSummary>> {
    with_app(&desk, |app, actor| app.import_list(actor)).await
}

/// Everything Import Review shows beside the rows.
#[tauri::command]
pub async fn import_show(desk: State<'_, Desk>, args: ImportArgs) -> Outcome<ImportDetail> {
    with_app(&desk, move |app, actor| app.import_show(actor, args.import_id)).await
}

/// A page of rows with cells and fates.
#[tauri::command]
pub async fn import_rows(desk: State<'_, Desk>, args: ImportRowsArgs) -> Outcome<ImportRows> {
    with_app(&desk, move |app, actor| app.import_rows(actor, args.import_id, args.fate, args.after, args.limit)).await
}

/// A person says what columns are; plans again.
#[tauri::command]
pub async fn import_set_columns(
    handle: AppHandle,
    desk: State<'_, Desk>,
    args: SetColumnsArgs,
) -> Outcome<ImportDetail> {
    let reporter = Progresses::new(handle, desk.inner().clone());
    with_app(&desk, move |app, actor| app.import_set_columns(actor, args.import_id, &args.choices, &reporter)).await
}

/// Everything a person says about an import: columns, values, cells, the file; plans again.
#[tauri::command]
pub async fn import_revise(handle: AppHandle, desk: State<'_, Desk>, args: ReviseArgs) -> Outcome<ImportDetail> {
    let reporter = Progresses::new(handle, desk.inner().clone());
    with_app(&desk, move |app, actor| app.import_revise(actor, args.import_id, &args.revision, &reporter)).await
}

/// Every version of an import's mapping, oldest first.
#[tauri::command]
pub async fn import_manifests(desk: State<'_, Desk>, args: ImportArgs) -> Outcome<Vec<ImportMappingManifest>> {
    with_app(&desk, move |app, actor| app.import_manifests(actor, args.import_id)).await
}

/// One decision on the manifest, one on the set of safe proposals.
#[tauri::command]
pub async fn import_approve(handle: AppHandle, desk: State<'_, Desk>, args: ApproveArgs) -> Outcome<ApproveResult> {
    let reporter = Progresses::new(handle, desk.inner().clone());
    let mut choice = ApproveChoice::default();
    choice.actions = args.actions.unwrap_or(choice.actions);
    choice.min_confidence = args.min_confidence.unwrap_or(choice.min_confidence);
    with_app(&desk, move |app, actor| app.import_approve(actor, args.import_id, &choice, &reporter)).await
}

/// Takes the import back.
#[tauri::command]
pub async fn import_undo(handle: AppHandle, desk: State<'_, Desk>, args: ImportArgs) -> Outcome<UndoResult> {
    let reporter = Progresses::new(handle, desk.inner().clone());
    with_app(&desk, move |app, actor| app.import_undo(actor, args.import_id, &reporter)).await
}

/// Writes the rejected rows with their reasons, in the file's own dialect.
#[tauri::command]
pub async fn import_rejects(desk: State<'_, Desk>, args: ExportArgs) -> Outcome<RejectsResult> {
    with_app(&desk, move |app, actor| app.import_rejects(actor, args.import_id, false, &PathBuf::from(args.path))).await
}

/// Reads the kept bytes again under a recorded manifest and compares; writes nothing.
#[tauri::command]
pub async fn import_replay(desk: State<'_, Desk>, args: ReplayArgs) -> Outcome<ReplayResult> {
    let of = args.version.map_or(ReplayOf::Newest, ReplayOf::Version);
    with_app(&desk, move |app, actor| app.import_replay(actor, args.import_id, &of)).await
}

/// Source profiles: shipped, saved and brought in.
#[tauri::command]
pub async fn profile_list(desk: State<'_, Desk>) -> Outcome<Vec<ProfileInfo>> {
    with_app(&desk, |app, actor| app.profile_list(actor)).await
}

/// One profile with its text.
#[tauri::command]
pub async fn profile_show(desk: State<'_, Desk>, args: ProfileArgs) -> Outcome<ProfileDetail> {
    with_app(&desk, move |app, actor| app.profile_show(actor, &args.id)).await
}

/// Saves an import's mapping as a profile.
#[tauri::command]
pub async fn profile_save(desk: State<'_, Desk>, args: ProfileSaveArgs) -> Outcome<ProfileInfo> {
    with_app(&desk, move |app, actor| app.profile_save(actor, args.import_id, &args.title, args.id.as_deref())).await
}

/// Keeps a profile as edited; the text is checked first.
#[tauri::command]
pub async fn profile_write(desk: State<'_, Desk>, args: ProfileWriteArgs) -> Outcome<ProfileInfo> {
    with_app(&desk, move |app, actor| app.profile_write(actor, &args.text)).await
}

/// Removes a saved profile; imports that rested on it keep their manifests.
#[tauri::command]
pub async fn profile_remove(desk: State<'_, Desk>, args: ProfileArgs) -> Outcome<()> {
    with_app(&desk, move |app, actor| app.profile_remove(actor, &args.id)).await
}

/// Writes a profile to a file.
#[tauri::command]
pub async fn profile_export(desk: State<'_, Desk>, args: ProfileExportArgs) -> Outcome<()> {
    with_app(&desk, move |app, actor| app.profile_export(actor, &args.id, &PathBuf::from(args.path))).await
}

/// Brings a profile in from a file.
#[tauri::command]
pub async fn profile_import(desk: State<'_, Desk>, args: PathArgs) -> Outcome<ProfileInfo> {
    with_app(&desk, move |app, actor| app.profile_import(actor, &PathBuf::from(args.path))).await
}

/// Stops the long work under way.
#[tauri::command]
pub async fn cancel(desk: State<'_, Desk>) -> Outcome<()> {
    desk.set_cancel(true);
    Ok(())
}
