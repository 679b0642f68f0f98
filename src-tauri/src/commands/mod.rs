//! The window's commands, by feature. Names and shapes are those of `contracts::COMMANDS`.

pub mod by_hand;
pub mod calls;
pub mod imports;
pub mod lists;
pub mod pasted;
pub mod records;
pub mod review;
pub mod today;
pub mod work;
pub mod workspace;

use std::sync::Arc;

use app::{App, Outcome};
use contracts::{Actor, ApiError, ErrorCode};

use crate::state::Desk;

/// Runs work off the window's thread.
async fn off_thread<T: Send + 'static>(work: impl FnOnce() -> Outcome<T> + Send + 'static) -> Outcome<T> {
    tauri::async_runtime::spawn_blocking(work).await.unwrap_or_else(|_| {
        Err(ApiError::new(
            ErrorCode::Internal,
            "Something went wrong inside Velocity.",
            "Nothing was half saved. Try again; if it happens again, restart Velocity.",
        ))
    })
}

/// Runs work on the open workspace as the person at the keyboard; waits for the workspace of the start, because the page
/// asks before it is open.
async fn with_app<T: Send + 'static>(
    desk: &Desk,
    work: impl FnOnce(&App, &Actor) -> Outcome<T> + Send + 'static,
) -> Outcome<T> {
    let desk = desk.clone();
    off_thread(move || {
        desk.await_start();
        let app: Arc<App> = desk.app()?;
        work(&app, &app.acting(desk.user())?)
    })
    .await
}
