//! Search, records, provenance, history.

use app::{App, Outcome};
use contracts::{
    Client360View, EntityArgs, EntityDetail, ExplainArgs, Explanation, FieldDictionary, HistoryArgs, HistoryEntry,
    IdArgs, NearArgs, NearMatches, SearchArgs, SearchResult,
};
use tauri::State;

use crate::commands::with_app;
use crate::state::Desk;

/// Finds records.
#[tauri::command]
pub async fn search(desk: State<'_, Desk>, args: SearchArgs) -> Outcome<SearchResult> {
    with_app(&desk, move |app, actor| app.search(actor, &args.text, args.limit)).await
}

/// One record with its neighbours.
#[tauri::command]
pub async fn entity_get(desk: State<'_, Desk>, args: EntityArgs) -> Outcome<EntityDetail> {
    with_app(&desk, move |app, actor| app.entity(actor, args.entity, args.id)).await
}

/// The dossier of a person.
#[tauri::command]
pub async fn client360(desk: State<'_, Desk>, args: IdArgs) -> Outcome<Client360View> {
    with_app(&desk, move |app, actor| app.client360(actor, args.id, false)).await
}

/// Where a value comes from, down to the cell.
#[tauri::command]
pub async fn explain(desk: State<'_, Desk>, args: ExplainArgs) -> Outcome<Explanation> {
    with_app(&desk, move |app, actor| app.explain(actor, args.entity, args.id, &args.field)).await
}

/// Every change of a record, newest first.
#[tauri::command]
pub async fn history(desk: State<'_, Desk>, args: HistoryArgs) -> Outcome<Vec<HistoryEntry>> {
    with_app(&desk, move |app, actor| app.history(actor, args.entity, args.id, args.field.as_deref())).await
}

/// Targets for columns.
#[tauri::command]
pub async fn field_dictionary(desk: State<'_, Desk>) -> Outcome<FieldDictionary> {
    with_app(&desk, |_, actor| Ok(App::field_dictionary(actor))).await
}

/// Who a person may be who is being typed in.
#[tauri::command]
pub async fn near_matches(desk: State<'_, Desk>, args: NearArgs) -> Outcome<NearMatches> {
    with_app(&desk, move |app, actor| app.near_matches(actor, &args)).await
}
