//! The demo workspace: sample exports brought in by the real pipeline, so that the first screen answers "show me my
//! clients" (R196, R201, R204). Every person, firm, number and address in them is invented.

mod activity;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use contracts::{Actor, ApiError, ErrorCode, Permission};

use crate::error::refused;
use crate::workspace::read_description;
use crate::{App, ApproveChoice, Host, Outcome, Reporter, WindowLock};

macro_rules! samples {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_bytes!(concat!("../../../fixtures/imports/", $name)).as_slice())),*]
    };
}

/// In the order in which a team would bring them in; deals and tasks after the people whom they name.
const SAMPLES: &[(&str, &[u8])] = samples![
    "hubspot_contacts.csv",
    "salesforce_contact_api.csv",
    "google_contacts_new.csv",
    "kvcore.csv",
    "linkedin_connections.csv",
    "deals_pipedrive.csv",
    "tasks_followups.csv",
    "legacy_leads.csv",
];

/// The last of the samples waits for approval, so that the demo shows an import under review.
const LEFT_FOR_REVIEW: &str = "legacy_leads.csv";

/// Brings in what is not there yet; a fill that was cut short goes on where it stopped.
pub(crate) fn fill(app: &App, actor: &Actor, reporter: &dyn Reporter) -> Outcome<()> {
    // Made-up clients are a demo of their own.
    if app.is_synthetic()? {
        return Ok(());
    }
    let there = app.import_list(actor)?;
    for (name, bytes) in SAMPLES {
        let summary = match there.iter().find(|i| i.file_name == *name) {
            Some(found) => found.clone(),
            None => app.import_bytes(actor, name, bytes, reporter)?,
        };
        if *name != LEFT_FOR_REVIEW
            && matches!(summary.state, contracts::ImportState::Proposed | contracts::ImportState::Committing)
        {
            app.import_approve(actor, summary.import_id, &ApproveChoice::default(), reporter)?;
        }
    }
    activity::interests(app, actor)?;
    activity::fill(app, actor)
}

/// What lies in a workspace's folder.
const PARTS: &[&str] = &[
    "audit.pin",
    "blobs",
    "exports",
    "inbox",
    "missions",
    "orders",
    "velocity.db",
    "velocity.db-shm",
    "velocity.db-wal",
    "window.lock",
    "workspace.json",
    "workspace.json.draft",
];

impl App {
    /// Makes the demo workspace of a folder anew. The new one is made beside the old one and then put in its place, so that
    /// there is always one of them.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] for a real workspace, by policy, and where other files lie in the folder;
    /// [`ErrorCode::Busy`] while a window shows it or work runs in it.
    pub fn demo_reset(folder: &Path, actor: &Actor, host: Arc<dyn Host>, reporter: &dyn Reporter) -> Outcome<Self> {
        let (fresh, old) = (beside(folder, "new")?, beside(folder, "old")?);
        let about = read_description(folder)?;
        if about.as_ref().is_some_and(|a| !a.demo) {
            return Err(refused(
                format!("{} holds a real workspace; only a demo can be made anew.", folder.display()),
                "Name the demo's folder. Nothing was changed.",
            ));
        }
        // A reset that was cut off leaves these.
        clear(&fresh)?;
        clear(&old)?;
        let Some(about) = about else {
            return Self::init(folder, "Demo", true, actor, host, reporter).map(|(app, _)| app);
        };
        refuse_strangers(folder)?;
        {
            let app = Self::open(folder, Arc::clone(&host))?;
            app.permit(actor, Permission::CreateWorkspace)?;
            if app.somebody_works()? {
                return Err(busy("Work is under way in the demo.", "Wait until it is done, or stop it."));
            }
        }
        let Some(lock) = WindowLock::take(folder)? else {
            return Err(busy(
                "A window shows the demo.",
                "Close it, or switch to another workspace there; then try again.",
            ));
        };
        drop(Self::init(&fresh, &about.name, true, actor, Arc::clone(&host), reporter)?);
        drop(lock);
        fs::rename(folder, &old).map_err(|e| unmoved(folder, &e))?;
        if let Err(e) = fs::rename(&fresh, folder) {
            let _ = fs::rename(&old, folder);
            return Err(unmoved(&fresh, &e));
        }
        let app = Self::open(folder, host)?;
        if clear(&old).is_err() {
            tracing::warn!("the old demo could not be removed; the next reset tries again");
        }
        Ok(app)
    }
}

/// A folder beside another, named after it.
fn beside(folder: &Path, what: &str) -> Outcome<PathBuf> {
    let name = folder.file_name().and_then(|n| n.to_str());
    name.map(|name| folder.with_file_name(format!(".{name}.{what}"))).ok_or_else(|| {
        ApiError::new(
            ErrorCode::BadInput,
            format!("{} is no folder of its own.", folder.display()),
            "Name the demo's folder.",
        )
        .at("workspace")
    })
}

fn unmoved(path: &Path, e: &std::io::Error) -> ApiError {
    ApiError::new(
        ErrorCode::Internal,
        format!("{} can't be moved: {e}.", path.display()),
        "Close what has it open and check that its folder may be written to, then try again. The demo is as it was.",
    )
}

fn busy(message: &str, hint: &str) -> ApiError {
    ApiError::new(ErrorCode::Busy, message, format!("{hint} Nothing was changed."))
}

/// Refuses where something lies that no workspace made: it would go with the demo.
fn refuse_strangers(folder: &Path) -> Outcome<()> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(()) };
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    match names.into_iter().find(|name| !PARTS.contains(&name.as_str())) {
        None => Ok(()),
        Some(name) => Err(refused(
            format!("{} also holds {name}, which is no part of a workspace.", folder.display()),
            "Move it elsewhere, then try again. Nothing was changed.",
        )),
    }
}

/// Removes what a reset left beside the demo.
fn clear(folder: &Path) -> Outcome<()> {
    if !folder.exists() {
        return Ok(());
    }
    refuse_strangers(folder)?;
    fs::remove_dir_all(folder).map_err(|e| {
        ApiError::new(
            ErrorCode::Internal,
            format!("{} can't be removed: {e}.", folder.display()),
            "Check that it may be written to, then try again.",
        )
    })
}
