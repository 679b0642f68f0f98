//! Records made by hand, links between them, and taking changes back.

use app::Outcome;
use contracts::{EditResult, EntityArgs, GroupUndone, LinkArgs, RecordCreateArgs, RecordUpdateArgs, UndoArgs};
use tauri::State;

use crate::commands::with_app;
use crate::state::Desk;

/// A new record, linked to what it is about.
#[tauri::command]
pub async fn record_create(desk: State<'_, Desk>, args: RecordCreateArgs) -> Outcome<EditResult> {
    with_app(&desk, move |app, actor| {
        let fields: Vec<(String, String)> = args.fields.into_iter().map(|f| (f.field, f.text)).collect();
        app.record_create_about(actor, args.entity, &fields, &args.about)
    })
    .await
}

/// Links two records.
#[tauri::command]
pub async fn records_link(desk: State<'_, Desk>, args: LinkArgs) -> Outcome<EditResult> {
    with_app(&desk, move |app, actor| app.records_link(actor, args.from, args.to)).await
}

/// Takes away what links two records.
#[tauri::command]
pub async fn records_unlink(desk: State<'_, Desk>, args: LinkArgs) -> Outcome<EditResult> {
    with_app(&desk, move |app, actor| app.records_unlink(actor, args.from, args.to)).await
}

/// Takes a group of changes back.
#[tauri::command]
pub async fn undo(desk: State<'_, Desk>, args: UndoArgs) -> Outcome<GroupUndone> {
    with_app(&desk, move |app, actor| app.undo_group(actor, args.group)).await
}

/// Changes fields of a record.
#[tauri::command]
pub async fn record_update(desk: State<'_, Desk>, args: RecordUpdateArgs) -> Outcome<EditResult> {
    with_app(&desk, move |app, actor| {
        let fields: Vec<(String, String)> = args.fields.into_iter().map(|f| (f.field, f.text)).collect();
        app.record_update_seen(actor, args.entity, args.id, &fields, args.version)
    })
    .await
}

/// Hides a record from lists.
#[tauri::command]
pub async fn record_archive(desk: State<'_, Desk>, args: EntityArgs) -> Outcome<EditResult> {
    with_app(&desk, move |app, actor| app.record_archive(actor, args.entity, args.id, true)).await
}

/// Brings an archived record back.
#[tauri::command]
pub async fn record_restore(desk: State<'_, Desk>, args: EntityArgs) -> Outcome<EditResult> {
    with_app(&desk, move |app, actor| app.record_archive(actor, args.entity, args.id, false)).await
}
