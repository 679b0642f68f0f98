//! Calls handed over to the system.

use app::Outcome;
use contracts::{ApiError, ErrorCode, HandOff, HandOffArgs};
use tauri::State;

use crate::commands::with_app;
use crate::state::Desk;

/// Gives the system the address of a number of a client's record. The page names no address itself: whatever is shown in
/// it can open nothing else.
#[tauri::command]
pub async fn hand_off(desk: State<'_, Desk>, args: HandOffArgs) -> Outcome<HandOff> {
    with_app(&desk, move |app, actor| {
        let handed = app.hand_off(actor, &args)?;
        open::that_detached(&handed.address).map_err(|_| {
            ApiError::new(
                ErrorCode::Internal,
                "Nothing on this computer takes the call.",
                "Copy the number and dial it yourself, or set a program for telephone links.",
            )
        })?;
        Ok(handed)
    })
    .await
}
