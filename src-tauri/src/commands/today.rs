//! Today, the timeline, risks, looks; values confirmed and corrected.

use app::Outcome;
use contracts::{
    ClientNews, ClientRisks, ConfirmArgs, CorrectArgs, EditResult, Look, LookArgs, NewsArgs, RiskArgs, TimelinePage,
    TimelineQuery, TodayArgs, TodayView,
};
use tauri::State;

use crate::commands::with_app;
use crate::state::Desk;

/// Whom to call, what is due, what waits, what changed.
#[tauri::command]
pub async fn today(desk: State<'_, Desk>, args: TodayArgs) -> Outcome<TodayView> {
    with_app(&desk, move |app, actor| app.today(actor, &args)).await
}

/// Notes that this user looks at Today or at a dossier.
#[tauri::command]
pub async fn look(desk: State<'_, Desk>, args: LookArgs) -> Outcome<Look> {
    with_app(&desk, move |app, actor| app.look(actor, &args)).await
}

/// Everything that happened with a client, window by window.
#[tauri::command]
pub async fn timeline(desk: State<'_, Desk>, args: TimelineQuery) -> Outcome<TimelinePage> {
    with_app(&desk, move |app, actor| app.timeline(actor, &args)).await
}

/// A client's risks.
#[tauri::command]
pub async fn client_risks(desk: State<'_, Desk>, args: RiskArgs) -> Outcome<ClientRisks> {
    with_app(&desk, move |app, actor| app.client_risks(actor, &args)).await
}

/// What others changed around a client since a look.
#[tauri::command]
pub async fn client_news(desk: State<'_, Desk>, args: NewsArgs) -> Outcome<ClientNews> {
    with_app(&desk, move |app, actor| app.client_news(actor, &args)).await
}

/// Notes that somebody confirmed a field as it reads.
#[tauri::command]
pub async fn fact_confirm(desk: State<'_, Desk>, args: ConfirmArgs) -> Outcome<EditResult> {
    with_app(&desk, move |app, actor| app.fact_confirm(actor, &args)).await
}

/// Writes one value of a field anew.
#[tauri::command]
pub async fn fact_correct(desk: State<'_, Desk>, args: CorrectArgs) -> Outcome<EditResult> {
    with_app(&desk, move |app, actor| app.fact_correct(actor, &args)).await
}
