//! Where things are: the checkout, the build output, the tools kept between runs.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use anyhow::{Context, Result, bail};
use serde_json::Value;

/// The top folder of this checkout: that of the package that cargo runs, and without cargo the one this was built in.
///
/// Two checkouts that share a build folder share this program too: the one it was built in may be the other.
#[must_use]
pub fn root() -> &'static Path {
    static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
        let built_in = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask/ lies in the checkout");
        let run_for = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let above = run_for.iter().flat_map(|package| package.ancestors());
        above.into_iter().find(|folder| folder.join("xtask/Cargo.toml").is_file()).unwrap_or(built_in).to_owned()
    });
    &ROOT
}

/// Runs `cargo` as the one that started us, in the top folder.
#[must_use]
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root());
    command
}

/// The workspace's own packages, as `cargo metadata` describes them, without what they depend on.
///
/// # Errors
/// When cargo cannot be run or a manifest cannot be read.
pub fn metadata() -> Result<Value> {
    let output = cargo()
        .args(["metadata", "--format-version", "1", "--no-deps"])
        .output()
        .context("`cargo metadata` could not be started")?;
    if !output.status.success() {
        bail!("`cargo metadata` failed:\n{}", String::from_utf8_lossy(&output.stderr));
    }
    serde_json::from_slice(&output.stdout).context("`cargo metadata` printed something that is not JSON")
}

/// The folder that cargo builds into, wherever the settings put it.
///
/// # Errors
/// When cargo cannot say.
pub fn target() -> Result<PathBuf> {
    let described = metadata()?;
    let folder = described["target_directory"].as_str().context("`cargo metadata` names no target folder")?;
    Ok(PathBuf::from(folder))
}

/// Where tools that these commands install are kept between runs and checkouts: `velocity/tools` in the cache folder.
#[must_use]
pub fn tools() -> PathBuf {
    let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|folder| folder.is_absolute());
    let home = std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE")).map(PathBuf::from);
    let cache = cache.or_else(|| home.map(|home| home.join(".cache"))).unwrap_or_else(std::env::temp_dir);
    cache.join("velocity").join("tools")
}
