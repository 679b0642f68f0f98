//! The fixtures with their truth, and builders for small files.
#![allow(dead_code, clippy::unwrap_used)]

use std::path::PathBuf;
use std::sync::LazyLock;

use contracts::{BatchId, ColumnMapping, ColumnStatus};
use serde_json::Value;
use understanding::{Mapping, MappingContext, Options, RowDraft, Understanding, analyze, parse_row};

/// A sample file and what is true about it.
pub struct Sample {
    pub name: String,
    pub bytes: Vec<u8>,
    pub truth: Value,
    pub found: Understanding,
    pub drafts: Vec<RowDraft>,
}

static SAMPLES: LazyLock<Vec<Sample>> = LazyLock::new(read_samples);

/// Every `*.truth.json` of the import fixtures with its file.
pub fn samples() -> &'static [Sample] {
    &SAMPLES
}

fn read_samples() -> Vec<Sample> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/imports");
    let mut truths: Vec<PathBuf> = std::fs::read_dir(&folder)
        .expect("the import fixtures are part of the repository")
        .map(|e| e.unwrap().path())
        .filter(|p| p.to_string_lossy().ends_with(".truth.json"))
        .collect();
    truths.sort();
    truths
        .into_iter()
        .map(|path| {
            let truth: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
            let name = truth["file"].as_str().unwrap().to_owned();
            let bytes = std::fs::read(folder.join(&name)).unwrap();
            let found = understand(&name, &bytes);
            let drafts = drafts(&found, &bytes);
            Sample { name, bytes, truth, found, drafts }
        })
        .collect()
}

/// Reads a file as the workspace of a team in India would.
pub fn understand(name: &str, bytes: &[u8]) -> Understanding {
    analyze(bytes, &Options { file_name: name.into(), default_region: Some("IN".into()), ..Options::default() })
        .expect("a readable table")
}

/// A fixed batch: sources in tests are the same on every run.
pub fn batch() -> BatchId {
    "01900000-0000-7000-8000-000000000001".parse().unwrap()
}

/// The mapping of a file as proposed.
pub fn mapping(found: &Understanding) -> Mapping {
    with_columns(found, &found.columns)
}

/// The mapping of a file with other columns.
pub fn with_columns(found: &Understanding, columns: &[ColumnMapping]) -> Mapping {
    let ctx = MappingContext {
        batch_id: batch(),
        source_system: found.source_system.clone(),
        row_entity: found.row_entity,
        phone_region: found.phone_region.clone(),
    };
    Mapping::compile(columns, ctx).expect("the mapping that was proposed compiles")
}

/// Cells of every data row.
pub fn rows(found: &Understanding, bytes: &[u8]) -> Vec<Vec<String>> {
    found.row_index.iter().map(|s| parse_row(&bytes[s.start as usize..s.end as usize], &found.dialect)).collect()
}

/// Drafts of every data row.
pub fn drafts(found: &Understanding, bytes: &[u8]) -> Vec<RowDraft> {
    let mapping = mapping(found);
    rows(found, bytes)
        .iter()
        .zip(&found.row_index)
        .enumerate()
        .map(|(i, (cells, span))| mapping.project(i as u64 + 1, span.shape, cells))
        .collect()
}

/// A column's status as truth files write it.
pub fn status(column: &ColumnMapping) -> &'static str {
    match column.status {
        ColumnStatus::Mapped => "mapped",
        ColumnStatus::Ignored => "ignored",
        ColumnStatus::Unresolved => "unresolved",
    }
}

/// `index header -> status field label slot`, one column a line.
pub fn manifest(found: &Understanding) -> String {
    let mut out = format!("{} from {} by {}\n", found.row_entity, found.source_system, found.profile.id);
    for c in &found.columns {
        let or_dash = |o: Option<String>| o.unwrap_or_else(|| "-".into());
        out.push_str(&format!(
            "{} {} -> {} {} label={} slot={} {} {}{}\n",
            c.index,
            c.header,
            status(c),
            or_dash(c.field.clone()),
            or_dash(c.label.clone()),
            or_dash(c.slot.map(|s| s.to_string())),
            or_dash(c.transform.clone()),
            or_dash(c.date_order.map(|o| format!("{o:?}").to_uppercase())),
            if c.question.is_some() { " ?" } else { "" }
        ));
    }
    out
}
