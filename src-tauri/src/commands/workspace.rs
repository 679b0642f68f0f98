//! Workspaces: which is open, open, make, close; files the app was opened with.

use std::path::PathBuf;
use std::sync::Arc;

use app::{App, Outcome, SystemHost};
use contracts::{AppStatus, PathArgs, WorkspaceCreateArgs};
use tauri::{AppHandle, State};

use crate::commands::off_thread;
use crate::events::Progresses;
use crate::recent;
use crate::state::Desk;

/// Workspace, recent ones, user, counts. Waits for the workspace of the start.
#[tauri::command]
pub async fn app_status(desk: State<'_, Desk>) -> Outcome<AppStatus> {
    let desk = desk.inner().clone();
    off_thread(move || {
        desk.await_start();
        desk.status()
    })
    .await
}

/// Opens a workspace folder.
#[tauri::command]
pub async fn workspace_open(desk: State<'_, Desk>, args: PathArgs) -> Outcome<AppStatus> {
    let desk = desk.inner().clone();
    off_thread(move || {
        desk.open(&PathBuf::from(args.path))?;
        desk.status()
    })
    .await
}

/// Makes a workspace and opens it.
#[tauri::command]
pub async fn workspace_create(
    handle: AppHandle,
    desk: State<'_, Desk>,
    args: WorkspaceCreateArgs,
) -> Outcome<AppStatus> {
    let desk = desk.inner().clone();
    off_thread(move || {
        let data = app::data_folder()?;
        let folder = match args.path {
            Some(path) => PathBuf::from(path),
            None if args.demo => app::demo_folder(&data),
            None => recent::suggest(&data),
        };
        let reporter = Progresses::new(handle, desk.clone());
        let actor = app::current_user();
        desk.replace(&folder, || {
            App::init(&folder, &args.name, args.demo, &actor, Arc::new(SystemHost), &reporter).map(|(app, _)| app)
        })?;
        desk.status()
    })
    .await
}

/// Closes the workspace and shows the welcome.
#[tauri::command]
pub async fn workspace_close(desk: State<'_, Desk>) -> Outcome<AppStatus> {
    let desk = desk.inner().clone();
    off_thread(move || {
        desk.close();
        desk.status()
    })
    .await
}

/// Files the app was opened with since last asked.
#[tauri::command]
pub async fn take_opened_files(desk: State<'_, Desk>) -> Outcome<Vec<String>> {
    Ok(desk.take_files().iter().map(|p| p.display().to_string()).collect())
}
