//! What the window is started with: a workspace, files, or the wish for the demo.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use app::{App, Handover, Passed, SystemHost, WindowLock};
use tauri::{AppHandle, Manager as _, WebviewUrl};

use crate::events::Progresses;
use crate::recent;
use crate::state::Desk;

/// The command line of the window.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// Show the demo workspace, made first when it is missing.
    pub demo: bool,
    /// Show the workspace in this folder.
    pub workspace: Option<PathBuf>,
    /// Act as this user; the workspace's owner unless told otherwise.
    pub user: Option<String>,
    /// The screen to begin with, as its address names it: `contacts`; Today unless told otherwise.
    pub screen: Option<String>,
    /// Bring these files in.
    pub files: Vec<PathBuf>,
}

/// How long a second start waits for the window that it found. Whoever starts it sees nothing meanwhile, and a window that
/// works looks into its folder several times a second.
const PATIENCE: Duration = Duration::from_secs(5);

const USAGE: &str = "usage: velocity-desktop [--demo | --workspace DIR] [--as USER] [--at SCREEN] [FILE…]";

impl Request {
    /// Reads the arguments after the program's name.
    pub fn parse(mut args: impl Iterator<Item = OsString>) -> Result<Self, String> {
        let mut request = Self::default();
        while let Some(arg) = args.next() {
            match arg.to_str() {
                Some("--demo") => request.demo = true,
                Some("--as") => match args.next().and_then(|user| user.into_string().ok()) {
                    Some(user) => request.user = Some(user),
                    None => return Err(USAGE.into()),
                },
                Some("--at") => match args.next().and_then(|screen| screen.into_string().ok()) {
                    Some(screen) if !screen.is_empty() && screen.bytes().all(|b| b.is_ascii_lowercase()) => {
                        request.screen = Some(screen);
                    }
                    _ => return Err(USAGE.into()),
                },
                Some("--workspace") => match args.next() {
                    Some(dir) => request.workspace = Some(absolute(&PathBuf::from(dir))),
                    None => return Err(USAGE.into()),
                },
                Some(other) if other.starts_with('-') => return Err(format!("{other} is not known.\n{USAGE}")),
                _ => request.files.push(absolute(&PathBuf::from(arg))),
            }
        }
        if request.demo && request.workspace.is_some() {
            return Err(USAGE.into());
        }
        Ok(request)
    }

    /// The page of the screen to begin with.
    pub fn page(&self) -> WebviewUrl {
        self.screen.as_ref().map_or_else(WebviewUrl::default, |screen| {
            // Letters only: nothing of it can lead elsewhere than to a screen.
            WebviewUrl::App(format!("index.html#/{screen}").into())
        })
    }

    /// The folder of the workspace to show; none shows the welcome.
    fn folder(&self) -> Option<PathBuf> {
        if self.demo {
            return app::data_folder().ok().map(|d| app::demo_folder(&d));
        }
        self.workspace.clone().or_else(|| recent::list().into_iter().next())
    }
}

/// A path as another process with another working directory would need it.
fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.into())
}

/// Whether this process shows a window.
pub enum Start {
    /// It does.
    Show,
    /// Another window shows the workspace; it has been given the files.
    HandedOver,
}

/// Looks whether another window shows the workspace already, and gives it the files if so.
pub fn prepare(request: &Request) -> Start {
    let Some(folder) = request.folder().filter(|f| App::peek(f).exists) else { return Start::Show };
    match WindowLock::take(&folder) {
        Ok(None) => {
            let unique = format!("{}-{}", std::process::id(), request.files.len());
            match Handover::pass(&folder, &request.files, &unique, PATIENCE) {
                Ok(Passed::On) => Start::HandedOver,
                Ok(Passed::Back) => Start::Show,
                Err(error) => {
                    eprintln!("{} {}", error.message, error.hint);
                    Start::Show
                }
            }
        }
        _ => Start::Show,
    }
}

/// Opens the workspace of the start without holding up the window.
pub fn open_in_background(handle: AppHandle, request: Request) {
    std::thread::spawn(move || {
        let desk = handle.state::<Desk>().inner().clone();
        if let Some(folder) = request.folder() {
            let opened = if request.demo {
                let reporter = Progresses::new(handle.clone(), desk.clone());
                let actor = app::current_user();
                desk.replace(&folder, || {
                    App::init(&folder, "Demo", true, &actor, Arc::new(SystemHost), &reporter).map(|(app, _)| app)
                })
            } else {
                desk.open(&folder)
            };
            if let Err(problem) = opened {
                desk.set_problem(problem);
            }
        }
        // Whatever the page has asked until now has waited for this: nothing has to be asked again.
        desk.start_is_done();
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(args: &[&str]) -> Result<Request, String> {
        Request::parse(args.iter().map(OsString::from))
    }

    #[test]
    fn files_and_a_workspace_are_read_from_the_command_line() {
        let r = parse(&["--workspace", "/w", "/a.csv", "/b c.csv"]).expect("parses");
        assert_eq!(r.workspace, Some("/w".into()));
        assert_eq!(r.files, [PathBuf::from("/a.csv"), PathBuf::from("/b c.csv")]);
        assert_eq!(parse(&["--at", "contacts"]).expect("parses").screen.as_deref(), Some("contacts"));
        assert_eq!(parse(&["--as", "huda"]).expect("parses").user.as_deref(), Some("huda"));
    }

    #[test]
    fn what_is_not_known_is_said() {
        assert!(parse(&["--nonsense"]).is_err());
        assert!(parse(&["--workspace"]).is_err());
        assert!(parse(&["--as"]).is_err());
        assert!(parse(&["--at", "../elsewhere"]).is_err());
        assert!(parse(&["--demo", "--workspace", "/w"]).is_err());
    }
}
