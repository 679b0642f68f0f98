//! `import revise`, `import profile …`: what is said about imports, and what comes out of them beside records.

use std::path::Path;

use app::{App, Outcome, ReplayOf};
use contracts::{Actor, ApiError, ErrorCode, ImportRevision, ProfileInfo};
use serde::de::DeserializeOwned;

use crate::args::{Import, ProfileCommand};
use crate::commands::summary_text;
use crate::output::{Output, table};

/// Runs one of these; does nothing for a command of another part.
pub fn run(app: &App, actor: &Actor, import: &Import, output: &Output) -> Outcome<()> {
    match import {
        Import::ReadAgain { id, profile, read } => {
            // What was said of the reading before stays where nothing else is said.
            let before = app.import_show(actor, *id)?.manifest.handling.read_as;
            let read_as = read.read_as().over(&before);
            let run = app::RunAs { profile: profile.clone(), read_as, manifest: None };
            output.answer(&app.import_read_again(actor, *id, &run, &output.line())?, summary_text);
        }
        Import::Revise { id, revision } => {
            let revision: ImportRevision = json(revision)?;
            let detail = app.import_revise(actor, *id, &revision, &output.line())?;
            output.answer(&detail, |d| {
                let problems: Vec<_> = d.problems.iter().map(|p| format!("\n  {} × {}", p.count, p.title)).collect();
                format!(
                    "Version {} of the mapping.\n{}{}",
                    d.manifest.version,
                    summary_text(&d.summary),
                    problems.concat()
                )
            });
        }
        Import::Rejects { id, held, out } => output
            .answer(&app.import_rejects(actor, *id, *held, out)?, |r| format!("{} rows written to {}", r.rows, r.path)),
        Import::Manifest { id, out, number } => {
            let version = app.import_manifest_to(actor, *id, *number, out)?;
            let answer = serde_json::json!({ "version": version, "out": out.display().to_string() });
            output.answer(&answer, |_| format!("Version {version} written to {}", out.display()));
        }
        Import::Replay { id, manifest, number } => {
            let of = match (manifest, number) {
                (Some(file), _) => ReplayOf::Given(Box::new(json(file)?)),
                (None, Some(n)) => ReplayOf::Version(*n),
                (None, None) => ReplayOf::Newest,
            };
            output.answer(&app.import_replay(actor, *id, &of)?, |r| {
                if r.identical {
                    return format!("Identical: version {} gives the same proposals.", r.manifest_version);
                }
                let row = |n: Option<u64>| n.map_or_else(|| "file".into(), |n| format!("row {n}"));
                let told: Vec<_> = r
                    .differences
                    .iter()
                    .map(|d| {
                        format!(
                            "\n  {}: {}\n    before: {}\n    now:    {}",
                            row(d.row_number),
                            d.what,
                            d.before,
                            d.now
                        )
                    })
                    .collect();
                format!("{} rows differ.{}", r.differing, told.concat())
            });
        }
        Import::Profile(command) => profile(app, actor, command, output)?,
        _ => {}
    }
    Ok(())
}

fn profile(app: &App, actor: &Actor, command: &ProfileCommand, output: &Output) -> Outcome<()> {
    let one = |p: &ProfileInfo| format!("{}  {}  ({} columns)", p.id, p.title, p.columns);
    match command {
        ProfileCommand::List => {
            let profiles = app.profile_list(actor)?;
            output.answer(&serde_json::json!({ "profiles": profiles }), |_| {
                let rows: Vec<_> = profiles
                    .iter()
                    .map(|p| {
                        let origin = format!("{:?}", p.origin).to_lowercase();
                        vec![p.id.clone(), p.title.clone(), p.columns.to_string(), origin, p.used.to_string()]
                    })
                    .collect();
                table(&["Id", "Title", "Columns", "Origin", "Used"], &rows)
            });
        }
        ProfileCommand::Show { id } => output.answer(&app.profile_show(actor, id)?, |d| d.text.clone()),
        ProfileCommand::Save { import, title, id } => {
            output.answer(&app.profile_save(actor, *import, title, id.as_deref())?, one);
        }
        ProfileCommand::Export { id, out } => {
            app.profile_export(actor, id, out)?;
            output.answer(&serde_json::json!({ "id": id, "out": out.display().to_string() }), |_| {
                format!("{id} written to {}", out.display())
            });
        }
        ProfileCommand::Import { file } => output.answer(&app.profile_import(actor, file)?, one),
        ProfileCommand::Remove { id } => {
            app.profile_remove(actor, id)?;
            output.answer(&serde_json::json!({ "id": id, "removed": true }), |_| format!("{id} removed"));
        }
    }
    Ok(())
}

/// A JSON document from a file.
pub fn json<T: DeserializeOwned>(file: &Path) -> Outcome<T> {
    let bad = |message: String| ApiError::new(ErrorCode::BadInput, message, "Check the file.").at("file");
    let text = std::fs::read_to_string(file).map_err(|e| bad(format!("{} can't be read: {e}.", file.display())))?;
    serde_json::from_str(&text).map_err(|e| bad(format!("{} does not fit: {e}.", file.display())))
}
