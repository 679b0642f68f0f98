//! Writes, or compares, what is generated from `crates/contracts`: TypeScript for the window, JSON Schema for everyone.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::{place, shell};

/// The folders that hold nothing but generated files, below the top folder.
const GENERATED: &[&str] = &["ui/src/api/generated", "docs/schemas"];

/// Whether to write or to compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Write the files.
    Write,
    /// Compare them with what would be written, and fail when one is stale.
    Check,
}

impl Mode {
    /// Reads the words after `codegen`.
    ///
    /// # Errors
    /// On any word but `--check`.
    pub fn parse(words: &[String]) -> Result<Self> {
        match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            [] => Ok(Self::Write),
            ["--check"] => Ok(Self::Check),
            _ => bail!("codegen takes --check or nothing, not `{}`", words.join(" ")),
        }
    }
}

/// Writes or compares the generated files.
///
/// # Errors
/// When the generator fails or, comparing, when a committed file is not what it writes.
pub fn run(mode: Mode) -> Result<()> {
    if mode == Mode::Write {
        return generate(place::root());
    }
    let stale = check()?;
    if stale.is_empty() {
        return Ok(());
    }
    bail!("{}", stale.join("\n"))
}

/// One sentence for each committed file that is not what the generator writes now.
///
/// # Errors
/// When the generator fails.
pub fn check() -> Result<Vec<String>> {
    let fresh = std::env::temp_dir().join(format!("velocity-codegen-{}", std::process::id()));
    let compared = generate(&fresh).and_then(|()| differences(place::root(), &fresh));
    let _ = fs::remove_dir_all(&fresh);
    compared
}

fn generate(folder: &Path) -> Result<()> {
    let mut generator = place::cargo();
    generator.args(["run", "--quiet", "--package", "velocity-contracts", "--example", "codegen", "--"]).arg(folder);
    shell::run(&mut generator)
}

/// Compares the generated folders of the checkout with freshly written ones.
fn differences(checkout: &Path, fresh: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for folder in GENERATED {
        let wanted = files(&fresh.join(folder))?;
        for name in &wanted {
            let path = format!("{folder}/{name}");
            let new = fs::read(fresh.join(&path)).with_context(|| format!("{path} cannot be read"))?;
            match fs::read(checkout.join(&path)) {
                Ok(committed) if committed == new => {}
                Ok(_) => found.push(format!(
                    "{path}: is stale: it is not what crates/contracts generates. Run `cargo xtask codegen`."
                )),
                Err(_) => found.push(format!("{path}: is missing. Run `cargo xtask codegen`.")),
            }
        }
        for name in files(&checkout.join(folder)).unwrap_or_default() {
            if !wanted.contains(&name) {
                found.push(format!(
                    "{folder}/{name}: nothing generates it any more. Remove it, or move it to a folder of its own."
                ));
            }
        }
    }
    Ok(found)
}

fn files(folder: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut names = Vec::new();
    for entry in entries {
        let path: PathBuf = entry?.path();
        if let Some(name) = path.file_name().filter(|_| path.is_file()) {
            names.push(name.to_string_lossy().into_owned());
        }
    }
    names.sort();
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two folders with the same generated files.
    fn checkout_and_fresh() -> (tempfile::TempDir, tempfile::TempDir) {
        let (checkout, fresh) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        for folder in [checkout.path(), fresh.path()] {
            for generated in GENERATED {
                fs::create_dir_all(folder.join(generated)).unwrap();
            }
            fs::write(folder.join("ui/src/api/generated/contracts.ts"), "export type Fate = \"create\";\n").unwrap();
            fs::write(folder.join("docs/schemas/RawImportBatch.schema.json"), "{}\n").unwrap();
        }
        (checkout, fresh)
    }

    #[test]
    fn equal_files_are_fine() {
        let (checkout, fresh) = checkout_and_fresh();
        assert_eq!(differences(checkout.path(), fresh.path()).unwrap(), Vec::<String>::new());
    }

    #[test]
    fn a_stale_binding_is_named() {
        let (checkout, fresh) = checkout_and_fresh();
        fs::write(checkout.path().join("ui/src/api/generated/contracts.ts"), "export type Fate = string;\n").unwrap();
        let found = differences(checkout.path(), fresh.path()).unwrap();
        assert_eq!(found.len(), 1);
        assert!(found[0].starts_with("ui/src/api/generated/contracts.ts: is stale"), "{found:?}");
        assert!(found[0].ends_with("Run `cargo xtask codegen`."), "{found:?}");
    }

    #[test]
    fn a_missing_and_a_left_over_schema_are_named() {
        let (checkout, fresh) = checkout_and_fresh();
        fs::rename(
            checkout.path().join("docs/schemas/RawImportBatch.schema.json"),
            checkout.path().join("docs/schemas/Gone.schema.json"),
        )
        .unwrap();
        let found = differences(checkout.path(), fresh.path()).unwrap();
        assert!(found[0].starts_with("docs/schemas/RawImportBatch.schema.json: is missing"), "{found:?}");
        assert!(found[1].starts_with("docs/schemas/Gone.schema.json: nothing generates it"), "{found:?}");
    }

    #[test]
    fn codegen_takes_check_or_nothing() {
        assert_eq!(Mode::parse(&[]).unwrap(), Mode::Write);
        assert_eq!(Mode::parse(&["--check".into()]).unwrap(), Mode::Check);
        assert!(Mode::parse(&["--chekc".into()]).is_err());
    }
}
