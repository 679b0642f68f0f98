//! Missions, scans, rights.

use app::Outcome;
use contracts::{MissionArgs, MissionDetail, MissionInfo, PolicyView, RoleGrant, ScanResult};
use tauri::{AppHandle, State};

use crate::commands::with_app;
use crate::events::Progresses;
use crate::state::Desk;

/// The newest missions first.
#[tauri::command]
pub async fn mission_list(desk: State<'_, Desk>) -> Outcome<Vec<MissionInfo>> {
    with_app(&desk, |app, actor| app.missions(actor)).await
}

/// One mission with its log.
#[tauri::command]
pub async fn mission_show(desk: State<'_, Desk>, args: MissionArgs) -> Outcome<MissionDetail> {
    with_app(&desk, move |app, actor| app.mission_show(actor, args.mission_id)).await
}

/// Asks a mission to stop, whichever process is at it.
#[tauri::command]
pub async fn mission_cancel(desk: State<'_, Desk>, args: MissionArgs) -> Outcome<MissionInfo> {
    with_app(&desk, move |app, actor| app.mission_cancel(actor, args.mission_id)).await
}

/// Goes on with a mission that was cut off, stopped or failed.
#[tauri::command]
pub async fn mission_resume(handle: AppHandle, desk: State<'_, Desk>, args: MissionArgs) -> Outcome<MissionDetail> {
    let reporter = Progresses::new(handle, desk.inner().clone());
    with_app(&desk, move |app, actor| app.mission_resume(actor, args.mission_id, &reporter)).await
}

/// Looks for people who are there twice; files proposals.
#[tauri::command]
pub async fn identity_scan(handle: AppHandle, desk: State<'_, Desk>) -> Outcome<ScanResult> {
    let reporter = Progresses::new(handle, desk.inner().clone());
    with_app(&desk, move |app, actor| app.identity_scan(actor, &reporter)).await
}

/// The policy in force.
#[tauri::command]
pub async fn policy_show(desk: State<'_, Desk>) -> Outcome<PolicyView> {
    with_app(&desk, |app, actor| app.policy_show(actor)).await
}

/// Who holds which role.
#[tauri::command]
pub async fn role_list(desk: State<'_, Desk>) -> Outcome<Vec<RoleGrant>> {
    with_app(&desk, |app, actor| app.roles(actor)).await
}
