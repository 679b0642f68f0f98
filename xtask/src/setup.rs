//! Installs what is missing, and nothing that is there: system packages, the front end's packages, test tools.
//!
//! Nothing here asks a question. What cannot be installed is said in one sentence with the command that would do it.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::place;
use crate::shell::{self, answer, which};

/// Debian packages that building and showing the window needs.
const WINDOW: &[&str] = &[
    "build-essential",
    "pkg-config",
    "libwebkit2gtk-4.1-dev",
    "libxdo-dev",
    "libayatana-appindicator3-dev",
    "librsvg2-dev",
    "libssl-dev",
];
/// Debian packages that stand in for a screen and a session where there is none.
const VIRTUAL_SCREEN: &[&str] = &["xvfb", "dbus"];
/// Debian packages that driving the window from a test needs.
const WEBDRIVER: &[&str] = &["webkit2gtk-driver"];
/// The Debian package that takes a picture of a whole screen.
const SCREENSHOT: &[&str] = &["imagemagick"];

/// The Debian package that tables are imported with for comparison.
const TABLES: &[&str] = &["sqlite3"];

/// What a run of the window needs beside the build.
#[derive(Clone, Copy, Debug, Default)]
pub struct Needs {
    /// There is no screen, or no session bus.
    pub virtual_screen: bool,
    /// A picture of the screen is wanted.
    pub screenshot: bool,
    /// Tests will drive the window.
    pub webdriver: bool,
}

/// A program from crates.io that the tests use.
#[derive(Clone, Copy, Debug)]
pub struct Tool {
    /// The package, and the program that it installs.
    pub name: &'static str,
    /// Which versions will do, as cargo writes it.
    pub version: &'static str,
    /// What it is for, in words that finish "… to".
    pub purpose: &'static str,
}

/// Starts the window and passes WebDriver commands on to it.
pub const TAURI_DRIVER: Tool = Tool { name: "tauri-driver", version: "^2", purpose: "drive the window from tests" };
/// Reads the licences and sources of everything that is linked in.
pub const CARGO_DENY: Tool = Tool { name: "cargo-deny", version: "^0.20", purpose: "check licences and sources" };

/// Everything that `run` and `test` may need.
///
/// # Errors
/// When something is missing and cannot be installed.
pub fn everything() -> Result<()> {
    system(Needs { virtual_screen: true, screenshot: true, webdriver: true })?;
    tables()?;
    rust_components()?;
    for wanted in [TAURI_DRIVER, CARGO_DENY] {
        tool(wanted)?;
    }
    front_end()?;
    story_packages()?;
    println!("Everything that `cargo xtask run` and `cargo xtask test` need is here.");
    Ok(())
}

/// System packages: installed by apt-get on Debian and its relatives, named in words elsewhere.
///
/// # Errors
/// When a package is missing and we may not install it.
pub fn system(needs: Needs) -> Result<()> {
    let mut wanted = WINDOW.to_vec();
    if needs.virtual_screen {
        wanted.extend(VIRTUAL_SCREEN);
    }
    if needs.screenshot {
        wanted.extend(SCREENSHOT);
    }
    if needs.webdriver {
        wanted.extend(WEBDRIVER);
    }
    if !cfg!(target_os = "linux") {
        // macOS and Windows bring their web view and their screen along.
        return Ok(());
    }
    if which("dpkg-query").is_none() || which("apt-get").is_none() {
        return elsewhere(&wanted);
    }
    let installed = answer(Command::new("dpkg-query").args(["-W", "-f", "${db:Status-Abbrev} ${Package}\n"]));
    let missing = missing(&wanted, &installed.unwrap_or_default());
    if missing.is_empty() { Ok(()) } else { apt_get(&missing) }
}

/// The `sqlite3` command line, which `bench import` compares with.
///
/// # Errors
/// When it is missing and we may not install it.
pub fn tables() -> Result<()> {
    if which("sqlite3").is_some() {
        return Ok(());
    }
    if which("apt-get").is_none() {
        bail!("the sqlite3 command line is missing; please install it: sqlite.org/download.html");
    }
    apt_get(TABLES)
}

/// Those of `wanted` that dpkg does not list as installed.
fn missing<'a>(wanted: &[&'a str], listed: &str) -> Vec<&'a str> {
    let installed: Vec<&str> = listed.lines().filter_map(|line| line.strip_prefix("ii").map(str::trim)).collect();
    wanted.iter().copied().filter(|package| !installed.contains(package)).collect()
}

fn apt_get(packages: &[&str]) -> Result<()> {
    let list = packages.join(" ");
    println!("Installing what is missing here with apt-get (some minutes): {list}");
    let root = answer(Command::new("id").arg("-u")).as_deref() == Some("0");
    if !root && which("sudo").is_none() {
        bail!("some system packages are missing; as root, run: apt-get update && apt-get install {list}");
    }
    let command = |arguments: &[&str]| {
        let mut command = if root {
            Command::new("apt-get")
        } else {
            let mut sudo = Command::new("sudo");
            // -n: fail rather than wait for a password that nobody may be there to type.
            sudo.args(["-n", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
            sudo
        };
        command.args(["-q", "-y", "-o", "DPkg::Lock::Timeout=600", "-o", "Dpkg::Use-Pty=0"]);
        command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    let advice = format!("to do it by hand: sudo apt-get update && sudo apt-get install {list}");
    shell::run_quietly(&mut command(&["update"])).with_context(|| advice.clone())?;
    let mut install = command(&["install", "--no-install-recommends"]);
    shell::run_quietly(install.args(packages)).context(advice)
}

/// On a Linux that is not Debian: go on when the web view's library is there, and say what to install when not.
fn elsewhere(wanted: &[&str]) -> Result<()> {
    let there = |library: &str| answer(Command::new("pkg-config").args(["--exists", library])).is_some();
    if there("webkit2gtk-4.1") && there("openssl") {
        return Ok(());
    }
    bail!(
        "this is not a Debian system, so please install these yourself (by their names in Debian): {}. \
         The web view's library is WebKitGTK 4.1 with its development files",
        wanted.join(", ")
    )
}

/// rustfmt and clippy: parts of every usual toolchain, added through rustup when they were left out.
///
/// # Errors
/// When one is missing and rustup cannot add it.
pub fn rust_components() -> Result<()> {
    for (program, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if answer(place::cargo().args([program, "--version"])).is_none() {
            println!("Adding {component} to the Rust toolchain.");
            shell::run(Command::new("rustup").args(["component", "add", component]))
                .with_context(|| format!("{component} is missing from this Rust toolchain"))?;
        }
    }
    Ok(())
}

/// The front end's packages, exactly as `ui/package-lock.json` names them.
///
/// # Errors
/// When Node is missing or too old, or the packages cannot be had.
pub fn front_end() -> Result<()> {
    node_packages("ui", "the front end's packages")
}

/// What the window stories run inside the web view, exactly as `tests/package-lock.json` names it.
///
/// # Errors
/// When Node is missing or too old, or the packages cannot be had.
pub fn story_packages() -> Result<()> {
    node_packages("tests", "what the window stories run in the web view")
}

fn node_packages(folder: &str, what: &str) -> Result<()> {
    let version = answer(Command::new("node").arg("--version")).context("Node 20.19 or newer is needed: nodejs.org")?;
    if !node_will_do(&version) {
        bail!("Node 20.19 or newer is needed, and this is {version}");
    }
    let folder = place::root().join(folder);
    if installed_as_locked(&folder) {
        return Ok(());
    }
    println!("Installing {what} with npm.");
    // Not `npm ci`: that refuses a lock file which leaves out builds for other systems, as npm writes it where a registry
    // does not hold them. This takes the locked versions too, adds this system's build, and writes no lock file.
    shell::run(Command::new("npm").args(["install", "--no-save", "--no-audit", "--no-fund"]).current_dir(folder))
}

/// Whether this answer of `node --version` is at least 20.19.
fn node_will_do(version: &str) -> bool {
    let mut numbers = version.trim_start_matches('v').split('.').map_while(|part| part.parse::<u32>().ok());
    (numbers.next(), numbers.next()) >= (Some(20), Some(19))
}

/// Whether `node_modules` holds the versions that the lock file names. npm keeps its own account of what it installed.
fn installed_as_locked(folder: &Path) -> bool {
    let read = |file: PathBuf| -> Option<Value> { serde_json::from_slice(&std::fs::read(file).ok()?).ok() };
    match (read(folder.join("package-lock.json")), read(folder.join("node_modules/.package-lock.json"))) {
        (Some(lock), Some(installed)) => same_packages(&lock, &installed),
        _ => false,
    }
}

fn same_packages(lock: &Value, installed: &Value) -> bool {
    let (Some(lock), Some(installed)) = (lock["packages"].as_object(), installed["packages"].as_object()) else {
        return false;
    };
    let wanted = lock.iter().filter(|(folder, _)| !folder.is_empty());
    let all_there = wanted.into_iter().all(|(folder, package)| match installed.get(folder) {
        Some(found) => found["version"] == package["version"],
        // Builds for other systems are listed and left out.
        None => package["optional"] == true,
    });
    let known = |(folder, package): (&String, &Value)| lock.contains_key(folder) || package["optional"] == true;
    all_there && installed.iter().all(known)
}

/// Where this tool lies; it is built from crates.io first when it is nowhere. Built once per machine, for all checkouts.
///
/// # Errors
/// When it cannot be built.
pub fn tool(wanted: Tool) -> Result<PathBuf> {
    let home = place::tools();
    let ours = home.join("bin").join(wanted.name);
    if ours.is_file() {
        return Ok(ours);
    }
    if let Some(found) = which(wanted.name) {
        return Ok(found);
    }
    println!("Building {} once for this machine, to {} (some minutes).", wanted.name, wanted.purpose);
    std::fs::create_dir_all(&home).with_context(|| format!("{} cannot be made", home.display()))?;
    let build = home.join("build");
    let mut install = place::cargo();
    install
        .args(["install", "--quiet", "--locked", "--version", wanted.version, wanted.name])
        .arg("--root")
        .arg(&home)
        .arg("--target-dir")
        .arg(&build)
        .current_dir(&home)
        // A tool that runs for seconds need not be built for minutes.
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
        .env_remove("CARGO_TARGET_DIR");
    shell::run(&mut install)?;
    // What was needed only to build it.
    let _ = std::fs::remove_dir_all(&build);
    Ok(ours)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn only_packages_that_are_not_installed_are_missing() {
        let listed = "ii  xvfb\nrc  dbus\nii  pkg-config\n";
        assert_eq!(missing(&["xvfb", "dbus", "pkg-config", "libxdo-dev"], listed), ["dbus", "libxdo-dev"]);
    }

    #[test]
    fn node_20_19_and_newer_will_do() {
        for (version, will_do) in
            [("v20.19.0", true), ("v22.3.1", true), ("v20.18.9", false), ("v18.20.0", false), ("", false)]
        {
            assert_eq!(node_will_do(version), will_do, "{version:?}");
        }
    }

    #[test]
    fn front_end_packages_are_compared_with_the_lock_file() {
        let lock = json!({"packages": {
            "": {"name": "ui"},
            "node_modules/react": {"version": "19.0.0"},
            "node_modules/other-system": {"version": "1.0.0", "optional": true},
        }});
        let same = json!({"packages": {"node_modules/react": {"version": "19.0.0"}}});
        let older = json!({"packages": {"node_modules/react": {"version": "18.0.0"}}});
        let extra = json!({"packages": {
            "node_modules/react": {"version": "19.0.0"},
            "node_modules/left-over": {"version": "1.0.0"},
        }});
        let this_system = json!({"packages": {
            "node_modules/react": {"version": "19.0.0"},
            "node_modules/this-system": {"version": "1.0.0", "optional": true},
        }});
        assert!(same_packages(&lock, &same));
        assert!(same_packages(&lock, &this_system));
        assert!(!same_packages(&lock, &older));
        assert!(!same_packages(&lock, &extra));
        assert!(!same_packages(&lock, &json!({"packages": {}})));
    }
}
