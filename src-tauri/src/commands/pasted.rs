//! What was pasted into the palette.

use app::Outcome;
use contracts::{EditResult, PasteArgs, PasteKeepArgs, PasteReading};
use tauri::State;

use crate::commands::with_app;
use crate::state::Desk;

/// Whom a pasted text names, and who is there already.
#[tauri::command]
pub async fn paste_read(desk: State<'_, Desk>, args: PasteArgs) -> Outcome<PasteReading> {
    with_app(&desk, move |app, actor| app.paste_read(actor, &args)).await
}

/// Keeps a pasted text as a new client, or on a client's timeline.
#[tauri::command]
pub async fn paste_keep(desk: State<'_, Desk>, args: PasteKeepArgs) -> Outcome<EditResult> {
    with_app(&desk, move |app, actor| app.paste_keep(actor, &args)).await
}
