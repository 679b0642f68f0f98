//! The sample exports, and files made for one story.

use std::path::{Path, PathBuf};

use serde_json::Value;

/// The top folder of the checkout.
#[must_use]
pub fn root() -> &'static Path {
    xtask::place::root()
}

/// The names of the sample exports: every file of `fixtures/imports` that has its truth beside it, without the ending.
///
/// # Panics
/// When the folder cannot be read.
#[must_use]
pub fn samples() -> Vec<String> {
    let entries = std::fs::read_dir(imports()).expect("fixtures/imports can be read");
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut samples: Vec<String> =
        names.filter_map(|name| Some(name.strip_suffix(".truth.json")?.to_owned())).collect();
    samples.sort();
    assert!(samples.len() >= 7, "samples are missing from fixtures/imports: {samples:?}");
    samples
}

/// A sample export.
///
/// # Panics
/// When its truth does not name its file.
#[must_use]
pub fn sample(name: &str) -> PathBuf {
    imports().join(truth(name)["file"].as_str().expect("a truth names its file"))
}

/// What is true about a sample export, as people who know it wrote it down.
///
/// # Panics
/// When it is missing or no JSON.
#[must_use]
pub fn truth(name: &str) -> Value {
    let file = imports().join(format!("{name}.truth.json"));
    let text = std::fs::read_to_string(&file).unwrap_or_else(|problem| panic!("{}: {problem}", file.display()));
    serde_json::from_str(&text).unwrap_or_else(|problem| panic!("{}: {problem}", file.display()))
}

fn imports() -> PathBuf {
    root().join("fixtures/imports")
}
