//! Host: the window. Commands are thin: deserialise, one call into `app`, serialise; everything runs off the window's
//! thread (invariants 6 and 10).

mod commands;
mod events;
mod recent;
mod startup;
mod state;

use std::process::ExitCode;

use tauri::WebviewWindowBuilder;

use crate::startup::{Request, Start};
use crate::state::Desk;

/// Opens the window, or hands the files over to the one that shows the workspace already.
#[must_use]
pub fn run() -> ExitCode {
    tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::from_default_env())
        .with_writer(std::io::stderr)
        .init();
    let request = match Request::parse(std::env::args_os().skip(1)) {
        Ok(request) => request,
        Err(words) => {
            eprintln!("{words}");
            return ExitCode::from(2);
        }
    };
    if let Start::HandedOver = startup::prepare(&request) {
        return ExitCode::SUCCESS;
    }
    let desk = Desk::new(request.files.clone(), request.user.clone());
    let result = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .manage(desk)
        .invoke_handler(tauri::generate_handler![
            commands::workspace::app_status,
            commands::workspace::workspace_open,
            commands::workspace::workspace_create,
            commands::workspace::workspace_close,
            commands::workspace::take_opened_files,
            commands::lists::records_list,
            commands::lists::records_count,
            commands::lists::records_groups,
            commands::lists::list_fields,
            commands::lists::field_values,
            commands::lists::filter_read,
            commands::lists::records_export,
            commands::lists::view_list,
            commands::lists::view_save,
            commands::lists::view_delete,
            commands::lists::view_order,
            commands::lists::bulk_preview,
            commands::lists::bulk_apply,
            commands::by_hand::record_update,
            commands::by_hand::record_archive,
            commands::by_hand::record_restore,
            commands::records::search,
            commands::records::entity_get,
            commands::records::client360,
            commands::records::explain,
            commands::records::history,
            commands::records::field_dictionary,
            commands::calls::hand_off,
            commands::pasted::paste_read,
            commands::pasted::paste_keep,
            commands::by_hand::record_create,
            commands::by_hand::records_link,
            commands::by_hand::records_unlink,
            commands::by_hand::undo,
            commands::imports::import_start,
            commands::imports::import_preview,
            commands::imports::import_read_again,
            commands::imports::import_list,
            commands::imports::import_show,
            commands::imports::import_rows,
            commands::imports::import_set_columns,
            commands::imports::import_revise,
            commands::imports::import_manifests,
            commands::imports::import_approve,
            commands::imports::import_undo,
            commands::imports::import_rejects,
            commands::imports::import_replay,
            commands::imports::profile_list,
            commands::imports::profile_show,
            commands::imports::profile_save,
            commands::imports::profile_write,
            commands::imports::profile_remove,
            commands::imports::profile_export,
            commands::imports::profile_import,
            commands::imports::cancel,
            commands::work::mission_list,
            commands::work::mission_show,
            commands::work::mission_cancel,
            commands::work::mission_resume,
            commands::work::identity_scan,
            commands::review::review_list,
            commands::review::review_show,
            commands::review::review_decide,
            commands::review::review_read,
            commands::review::review_preview,
            commands::review::review_evidence,
            commands::review::review_sitting,
            commands::review::review_decisions,
            commands::review::review_metrics,
            commands::review::review_undo,
            commands::review::review_set_preview,
            commands::review::review_set_decide,
            commands::review::merge_ask,
            commands::review::restore_ask,
            commands::review::unmerge_view,
            commands::review::unmerge,
            commands::records::near_matches,
            commands::today::today,
            commands::today::look,
            commands::today::timeline,
            commands::today::client_risks,
            commands::today::client_news,
            commands::today::fact_confirm,
            commands::today::fact_correct,
            commands::work::policy_show,
            commands::work::role_list,
        ])
        .setup(move |app| {
            WebviewWindowBuilder::new(app, "main", request.page())
                .title("Velocity")
                .inner_size(1280.0, 800.0)
                .min_inner_size(1024.0, 640.0)
                .build()?;
            events::watch(app.handle().clone());
            startup::open_in_background(app.handle().clone(), request);
            Ok(())
        })
        .run(tauri::generate_context!());
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("The window could not be opened: {error}");
            ExitCode::FAILURE
        }
    }
}
