//! A workspace: one folder with its database, blobs, audit pin and a small description of itself.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use contracts::{Actor, ApiError, ErrorCode, NavCounts, Permission, WorkspaceInfo};
use serde::{Deserialize, Serialize};
use store::{ListOrder, Store, StoreError};

use crate::access::{PolicyCache, first_owner};
use crate::demo;
use crate::error::from_store;
use crate::matching::near::AtHand;
use crate::review::Tallies;
use crate::{Host, Outcome, Reporter};

/// `workspace.json`: what the folder says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkspaceFile {
    /// What people call it.
    pub name: String,
    /// Holds demo data; never mixed with real work.
    pub demo: bool,
    /// Region of phones without a country code where the file itself tells nothing (`IN`, `AE`).
    pub default_region: Option<String>,
    /// When it was made.
    pub created_at: String,
}

/// An open workspace and everything that can be done with it.
pub struct App {
    pub(crate) store: Store,
    pub(crate) host: Arc<dyn Host>,
    pub(crate) about: WorkspaceFile,
    pub(crate) policies: PolicyCache,
    pub(crate) at_hand: AtHand,
    pub(crate) tallies: Tallies,
    folder: PathBuf,
}

/// The platform's data folder for this user, where workspaces go unless told otherwise.
///
/// # Errors
/// When the computer has none, as in some containers.
pub fn data_folder() -> Outcome<PathBuf> {
    directories::ProjectDirs::from("com", "desineuron", "velocity").map(|d| d.data_dir().into()).ok_or_else(|| {
        ApiError::new(
            ErrorCode::BadInput,
            "This computer has no data folder for you.",
            "Name a workspace folder with --workspace.",
        )
    })
}

/// Where a real workspace goes by default, below the data folder.
#[must_use]
pub fn default_folder(data: &Path) -> PathBuf {
    data.join("workspaces").join("main")
}

/// Where the demo workspace lives, below the data folder; apart from real ones.
#[must_use]
pub fn demo_folder(data: &Path) -> PathBuf {
    data.join("workspaces").join("demo")
}

/// The user of this computer, who owns the workspaces made on it.
#[must_use]
pub fn current_user() -> Actor {
    let name =
        ["USER", "USERNAME", "LOGNAME"].iter().find_map(|k| std::env::var(k).ok().filter(|v| !v.trim().is_empty()));
    Actor::human(name.unwrap_or_else(|| "owner".into()))
}

fn description(folder: &Path) -> PathBuf {
    folder.join("workspace.json")
}

/// Reads a folder's description; none when it holds no workspace.
pub(crate) fn read_description(folder: &Path) -> Outcome<Option<WorkspaceFile>> {
    let path = description(folder);
    match fs::read_to_string(&path) {
        Ok(text) => serde_json::from_str(&text).map(Some).map_err(|e| {
            ApiError::new(
                ErrorCode::BadInput,
                format!("{} can't be read: {e}.", path.display()),
                "Restore the file from a backup; the data beside it is untouched.",
            )
        }),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(e) => Err(ApiError::new(
            ErrorCode::BadInput,
            format!("{} can't be read: {e}.", path.display()),
            "Check that the folder may be read.",
        )),
    }
}

impl App {
    /// Opens the workspace in a folder.
    ///
    /// # Errors
    /// [`ErrorCode::NoWorkspace`] when there is none; others when it can't be used.
    pub fn open(folder: &Path, host: Arc<dyn Host>) -> Outcome<Self> {
        let Some(about) = read_description(folder)? else {
            return Err(ApiError::new(
                ErrorCode::NoWorkspace,
                format!("There is no workspace in {}.", folder.display()),
                "Make one with `velocity init`, or choose another folder.",
            ));
        };
        let store = Store::open(folder, host.as_ref()).map_err(|e| from_store(&e))?;
        let app = Self {
            store,
            host,
            about,
            policies: PolicyCache::default(),
            at_hand: AtHand::default(),
            tallies: Tallies::default(),
            folder: folder.into(),
        };
        app.settle()?;
        Ok(app)
    }

    /// Makes a workspace in a folder, or opens the one that is there; the second value says whether it was made. A demo
    /// workspace is filled through the real import, as `actor`.
    ///
    /// # Errors
    /// When the folder holds something else, or a workspace of the other kind: demo and real are never mixed.
    pub fn init(
        folder: &Path,
        name: &str,
        demo: bool,
        actor: &Actor,
        host: Arc<dyn Host>,
        reporter: &dyn Reporter,
    ) -> Outcome<(Self, bool)> {
        if let Some(about) = read_description(folder)? {
            if about.demo != demo {
                let (is, wanted) = if about.demo { ("a demo", "a real") } else { ("a real", "a demo") };
                return Err(ApiError::new(
                    ErrorCode::Refused,
                    format!("{} holds {is} workspace; {wanted} one can't be made in the same place.", folder.display()),
                    "Choose another folder. Demo and real data are never mixed.",
                ));
            }
            let app = Self::open(folder, host)?;
            if demo {
                demo::fill(&app, actor, reporter)?;
            }
            return Ok((app, false));
        }
        let app = Self::make(folder, name, demo, actor, host)?;
        if demo {
            demo::fill(&app, actor, reporter)?;
        }
        Ok((app, true))
    }

    /// Makes a workspace with nothing in it, in a folder that holds none.
    pub(crate) fn make(folder: &Path, name: &str, demo: bool, actor: &Actor, host: Arc<dyn Host>) -> Outcome<Self> {
        let name = name.trim();
        if name.is_empty() || name.chars().count() > 80 {
            return Err(ApiError::new(
                ErrorCode::BadInput,
                "A workspace's name has 1 to 80 characters.",
                "Give it a name, such as the team's.",
            )
            .at("name"));
        }
        // A database without a description is a workspace whose making was cut short; anything else is someone's.
        let unfinished = folder.join("velocity.db").exists();
        if !unfinished && fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some()) {
            return Err(ApiError::new(
                ErrorCode::BadInput,
                format!("{} already holds other files.", folder.display()),
                "Choose an empty folder or a new one.",
            )
            .at("path"));
        }
        let store = Store::open(folder, host.as_ref()).map_err(|e| from_store(&e))?;
        let about = WorkspaceFile {
            name: name.into(),
            demo,
            default_region: Some("IN".into()),
            created_at: store::timestamp(host.now_ms()).0,
        };
        // The description comes last: a folder without one is no workspace yet, and making it can be repeated.
        // Written beside and renamed: a crash leaves no description or a whole one.
        let (path, draft) = (description(folder), folder.join("workspace.json.draft"));
        serde_json::to_vec_pretty(&about)
            .map_err(std::io::Error::from)
            .and_then(|text| fs::write(&draft, text))
            .and_then(|()| fs::rename(&draft, &path))
            .map_err(|e| from_store(&store::StoreError::io(&path)(e)))?;
        let app = Self {
            store,
            host,
            about,
            policies: PolicyCache::default(),
            at_hand: AtHand::default(),
            tallies: Tallies::default(),
            folder: folder.into(),
        };
        let owned: Result<(), StoreError> = app.store.write(app.host.as_ref(), |tx| first_owner(tx, actor));
        owned.map_err(|e| from_store(&e))?;
        Ok(app)
    }

    /// Finishes what an earlier build or a crash left open: an owner for a workspace made before there were roles, files
    /// that an erasure could not clean at once.
    fn settle(&self) -> Outcome<()> {
        let ownerless = self.reading(|r| Ok(r.grants()?.is_empty()))?;
        if ownerless {
            let maker = self.reading(|r| Ok(r.first_person()?))?.unwrap_or_else(current_user);
            let owned: Result<(), StoreError> = self.store.write(self.host.as_ref(), |tx| first_owner(tx, &maker));
            match owned {
                // A medium that can't be written to may still be looked at by whoever has a role on it.
                Err(e) if e.disk().is_some() => {
                    tracing::warn!("no owner could be noted: the workspace can't be written to")
                }
                other => other.map_err(|e| from_store(&e))?,
            }
        }
        self.finish_erasures()
    }

    /// What the switcher shows of a folder.
    #[must_use]
    pub fn peek(folder: &Path) -> WorkspaceInfo {
        let about = read_description(folder).ok().flatten();
        let fallback = || folder.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        WorkspaceInfo {
            path: folder.display().to_string(),
            name: about.as_ref().map_or_else(fallback, |a| a.name.clone()),
            demo: about.as_ref().is_some_and(|a| a.demo),
            exists: about.is_some(),
        }
    }

    /// What the switcher shows of this workspace.
    #[must_use]
    pub fn info(&self) -> WorkspaceInfo {
        WorkspaceInfo {
            path: self.folder.display().to_string(),
            name: self.about.name.clone(),
            demo: self.about.demo,
            exists: true,
        }
    }

    /// Sets who hears of write transactions.
    pub fn observe(&self, observer: Arc<dyn store::Observer>, when: store::Acknowledge) {
        self.store.observe(observer, when);
    }

    /// Whether it lies on a read-only disk: it is looked at, and nothing can be saved.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.store.is_read_only()
    }

    /// Its folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Counts for the side bar.
    ///
    /// # Errors
    /// The store's.
    pub fn nav_counts(&self, actor: &Actor) -> Outcome<NavCounts> {
        self.permit(actor, Permission::ReadRecords)?;
        let pulse = self.pulse()?;
        // Asked with every change: what changed since is counted, not all.
        let count = |entity| self.store.count(&ListOrder::everything(entity)).map_err(|e| from_store(&e));
        let (people, accounts) = (count(contracts::EntityType::Person)?, count(contracts::EntityType::Account)?);
        self.reading(|r| {
            Ok(NavCounts {
                people,
                accounts,
                imports_waiting: r.imports_waiting()?,
                reviews_waiting: self.waiting(r, pulse)?,
            })
        })
    }
}
