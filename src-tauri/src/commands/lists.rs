//! Lists of every kind of record: windows, counts, groups, fields, sentences, views, bulk edits, exports.

use std::path::Path;

use app::Outcome;
use contracts::{
    BulkApplied, BulkArgs, BulkPreview, FilterArgs, FilterRead, GroupsArgs, KindArgs, ListFields, RecordGroups,
    RecordsCount, RecordsExportArgs, RecordsExported, RecordsPage, RecordsQuery, SavedView, ValueUse, ValuesArgs,
    ViewArgs, ViewOrderArgs, ViewSaveArgs,
};
use tauri::{AppHandle, State};

use crate::commands::with_app;
use crate::events::Progresses;
use crate::state::Desk;

/// A window of any list.
#[tauri::command]
pub async fn records_list(desk: State<'_, Desk>, args: RecordsQuery) -> Outcome<RecordsPage> {
    with_app(&desk, move |app, actor| app.records(actor, &args)).await
}

/// How many records a list has.
#[tauri::command]
pub async fn records_count(desk: State<'_, Desk>, args: RecordsQuery) -> Outcome<RecordsCount> {
    with_app(&desk, move |app, actor| app.records_count(actor, &args)).await
}

/// The groups of a list with their counts and sums.
#[tauri::command]
pub async fn records_groups(desk: State<'_, Desk>, args: GroupsArgs) -> Outcome<RecordGroups> {
    with_app(&desk, move |app, actor| app.records_groups(actor, &args)).await
}

/// What a list can show, filter, sort and group by.
#[tauri::command]
pub async fn list_fields(desk: State<'_, Desk>, args: KindArgs) -> Outcome<ListFields> {
    with_app(&desk, move |app, actor| app.list_fields(actor, args.entity)).await
}

/// Values that records hold, the most frequent first.
#[tauri::command]
pub async fn field_values(desk: State<'_, Desk>, args: ValuesArgs) -> Outcome<Vec<ValueUse>> {
    with_app(&desk, move |app, actor| app.field_values(actor, &args)).await
}

/// A sentence as a filter, or a filter as a sentence.
#[tauri::command]
pub async fn filter_read(desk: State<'_, Desk>, args: FilterArgs) -> Outcome<FilterRead> {
    with_app(&desk, move |app, actor| app.filter_read(actor, &args)).await
}

/// Writes exactly what a list shows as CSV.
#[tauri::command]
pub async fn records_export(desk: State<'_, Desk>, args: RecordsExportArgs) -> Outcome<RecordsExported> {
    with_app(&desk, move |app, actor| app.records_export(actor, &args.query, Path::new(&args.path))).await
}

/// The views of a kind of record.
#[tauri::command]
pub async fn view_list(desk: State<'_, Desk>, args: KindArgs) -> Outcome<Vec<SavedView>> {
    with_app(&desk, move |app, actor| app.views(actor, args.entity)).await
}

/// Keeps a view, or changes one's own.
#[tauri::command]
pub async fn view_save(desk: State<'_, Desk>, args: ViewSaveArgs) -> Outcome<SavedView> {
    with_app(&desk, move |app, actor| app.view_save(actor, &args)).await
}

/// Removes one's own view, or hides one that came with the program.
#[tauri::command]
pub async fn view_delete(desk: State<'_, Desk>, args: ViewArgs) -> Outcome<()> {
    with_app(&desk, move |app, actor| app.view_delete(actor, &args.view_id)).await
}

/// Puts views in another order.
#[tauri::command]
pub async fn view_order(desk: State<'_, Desk>, args: ViewOrderArgs) -> Outcome<Vec<SavedView>> {
    with_app(&desk, move |app, actor| app.view_order(actor, &args)).await
}

/// What changing many records at once would do.
#[tauri::command]
pub async fn bulk_preview(desk: State<'_, Desk>, args: BulkArgs) -> Outcome<BulkPreview> {
    with_app(&desk, move |app, actor| app.bulk_preview(actor, &args)).await
}

/// Changes many records at once, as previewed.
#[tauri::command]
pub async fn bulk_apply(handle: AppHandle, desk: State<'_, Desk>, args: BulkArgs) -> Outcome<BulkApplied> {
    let reporter = Progresses::new(handle, desk.inner().clone());
    with_app(&desk, move |app, actor| app.bulk_apply(actor, &args, &reporter)).await
}
