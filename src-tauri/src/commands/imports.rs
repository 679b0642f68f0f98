//! Imports: bring in, review, approve, undo.

use std::path::PathBuf;

use app::{ApproveChoice, Outcome};
use contracts::{
    ApproveArgs, ApproveResult, ImportArgs, ImportDetail, ImportMappingManifest, ImportRows, ImportRowsArgs,
    ImportSummary, PathArgs, ReviseArgs, SetColumnsArgs, UndoResult,
};
use tauri::{AppHandle, State};

use crate::commands::with_app;
use crate::events::Progresses;
use crate::state::Desk;

/// Stages a file and proposes; commits nothing.
#[tauri::command]
pub async fn import_start(handle: AppHandle, desk: State<'_, Desk>, args: PathArgs) -> Outcome<ImportSummary> {
    let reporter = Progresses::new(handle, desk.inner().clone());
    with_app(&desk, move |app, actor| app.import_run(actor, &PathBuf::from(args.path), &reporter)).await
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

/// Stops the long work under way.
#[tauri::command]
pub async fn cancel(desk: State<'_, Desk>) -> Outcome<()> {
    desk.set_cancel(true);
    Ok(())
}
