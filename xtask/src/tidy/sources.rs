//! The text files of the checkout that people write.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// A text file of the checkout.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its path from the top folder, with `/`.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl Source {
    /// What comes after the last dot of its name.
    pub fn extension(&self) -> &str {
        self.path.rsplit_once('.').map_or("", |(_, extension)| extension)
    }

    /// Whether a program wrote it.
    pub fn is_generated(&self) -> bool {
        GENERATED.iter().any(|folder| self.path.starts_with(folder))
            || self.path.ends_with("package-lock.json")
            || self.path == "Cargo.lock"
    }
}

/// Folders that other programs fill.
const LEFT_OUT: &[&str] = &[".git", "target", "node_modules", "dist", "gen", "screenshots"];
const GENERATED: &[&str] = &["ui/src/api/generated/", "docs/schemas/"];
const TEXT: &[&str] =
    &["rs", "toml", "sql", "ts", "tsx", "js", "mjs", "css", "html", "json", "md", "sh", "yml", "yaml"];

/// Reads every source below the top folder. Fixtures are other people's files and left alone.
pub fn read(root: &Path) -> Result<Vec<Source>> {
    let mut found = Vec::new();
    walk(root, "", &mut found)?;
    found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}

fn walk(folder: &Path, prefix: &str, found: &mut Vec<Source>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        let kind = entry.file_type()?;
        if kind.is_dir() {
            if !LEFT_OUT.contains(&name.as_str()) && path != "fixtures" {
                walk(&entry.path(), &format!("{path}/"), found)?;
            }
        } else if kind.is_file() && is_text(&path) {
            // A file may go while we look, and one that is no UTF-8 is no source.
            if let Ok(text) = fs::read_to_string(entry.path()) {
                found.push(Source { path, text });
            }
        }
    }
    Ok(())
}

fn is_text(path: &str) -> bool {
    path.starts_with(".ci/") || path.rsplit_once('.').is_some_and(|(_, extension)| TEXT.contains(&extension))
}

#[cfg(test)]
pub fn source(path: &str, text: &str) -> Source {
    Source { path: path.to_owned(), text: text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_are_read_and_what_programs_fill_is_not() {
        let folder = tempfile::tempdir().unwrap();
        for path in ["src/a.rs", "target/b.rs", "ui/node_modules/c.ts", "fixtures/d.json", "ui/src/e.tsx", "f.png"] {
            let file = folder.path().join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, "text").unwrap();
        }
        let paths: Vec<_> = read(folder.path()).unwrap().into_iter().map(|source| source.path).collect();
        assert_eq!(paths, ["src/a.rs", "ui/src/e.tsx"]);
    }
}
