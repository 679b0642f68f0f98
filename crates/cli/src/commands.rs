//! Each command: one call into `app`, one answer.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use app::{Acknowledge, App, ApproveChoice, Outcome, SystemHost};
use contracts::{
    Actor, ColumnMapping, EntityType, FateCounts, ImportDetail, ImportId, ImportRows, ImportSummary, ReadAs,
};
use serde::Serialize;

use crate::args::{Args, Audit, Command, Export, Identity, Import};
use crate::identity;
use crate::output::{Output, Receipts, table};
use crate::{demo, imports, lists, today, work};

/// Runs a command; the exit code differs from 0 only where a report itself says that something is wrong.
pub fn run(args: &Args, output: &Output, acknowledge: Acknowledge) -> Outcome<ExitCode> {
    // These need no workspace to be there already.
    match &args.command {
        Command::Init { demo, name } => {
            let actor = args.actor.clone().map_or_else(app::current_user, Actor::human);
            init(args, &actor, *demo, name, output)?;
            return Ok(ExitCode::SUCCESS);
        }
        Command::Demo(demo) => {
            demo::run(args, *demo, &folder(args)?, output)?;
            return Ok(ExitCode::SUCCESS);
        }
        Command::Synth(asked) => {
            demo::synth(args, asked, output)?;
            return Ok(ExitCode::SUCCESS);
        }
        Command::Import(Import::Analyze { file, preview, read }) => {
            let actor = args.actor.clone().map_or_else(app::current_user, Actor::human);
            if *preview {
                first_look(&actor, file, &read.read_as(), output)?;
            } else {
                analyze(&actor, file, &read.read_as(), output)?;
            }
            return Ok(ExitCode::SUCCESS);
        }
        Command::Identity(identity @ Identity::Evaluate { .. }) => {
            let actor = args.actor.clone().map_or_else(app::current_user, Actor::human);
            identity::evaluate(&actor, identity, output)?;
            return Ok(ExitCode::SUCCESS);
        }
        _ => {}
    }
    let app = App::open(&folder(args)?, Arc::new(SystemHost))?;
    if args.receipts {
        app.observe(Arc::new(Receipts), acknowledge);
    }
    let actor = app.acting(args.actor.as_deref())?;
    if let Some(code) = work::run(&app, &actor, &args.command, output)? {
        return Ok(code);
    }
    match &args.command {
        Command::Import(import) => return run_import(&app, &actor, import, output),
        Command::List(asked) => lists::list(&app, &actor, asked, output)?,
        Command::Count(asked) => lists::count(&app, &actor, asked, output)?,
        Command::View(view) => lists::view(&app, &actor, view, output)?,
        Command::Bulk(bulk) => lists::bulk(&app, &actor, bulk, output)?,
        Command::Get { entity, id } => {
            let detail = app.entity(&actor, *entity, *id)?;
            output.answer(&detail, |d| {
                let facts: Vec<_> = d.record.facts.iter().map(|f| vec![f.title.clone(), plain(&f.value)]).collect();
                format!("{}\n{}", d.record.title, table(&["Field", "Value"], &facts))
            });
        }
        Command::Explain { entity, id, field } => {
            let explanation = app.explain(&actor, *entity, *id, field)?;
            output.answer(&explanation, |e| {
                let chains: Vec<_> = e.chains.iter().map(|c| c.sentences.join("\n  ")).collect();
                if chains.is_empty() { format!("{} has no {}.", e.title, e.field) } else { chains.join("\n\n") }
            });
        }
        Command::History { entity, id, field } => {
            let history = app.history(&actor, *entity, *id, field.as_deref())?;
            output.answer(&serde_json::json!({ "changes": history }), |_| {
                let rows: Vec<_> = history
                    .iter()
                    .flat_map(|h| h.changes.iter().map(move |c| (h, c)))
                    .map(|(h, c)| {
                        vec![h.at.0.clone(), h.actor.id.clone(), c.field.clone(), plain(&c.before), plain(&c.after)]
                    })
                    .collect();
                table(&["When", "Who", "Field", "Before", "After"], &rows)
            });
        }
        Command::Client360 { id, rebuild } => {
            let view = app.client360(&actor, *id, *rebuild)?;
            output.answer(&view, |v| {
                let facts: Vec<_> =
                    v.snapshot.identity.facts.iter().map(|f| vec![f.title.clone(), plain(&f.value)]).collect();
                format!("{}\n{}", v.snapshot.identity.title, table(&["Field", "Value"], &facts))
            });
        }
        Command::Day(day) => today::run(&app, &actor, day, output)?,
        Command::Paste(asked) => crate::pasted::run(&app, &actor, asked, output)?,
        Command::Search { text, limit } => {
            let found = app.search(&actor, text, *limit)?;
            output.answer(&found, |f| {
                let rows: Vec<_> = f
                    .hits
                    .iter()
                    .map(|h| vec![h.entity.to_string(), h.id.to_string(), h.title.clone(), h.subtitle.clone()])
                    .collect();
                table(&["Kind", "Id", "Name", ""], &rows)
            });
        }
        Command::Audit(Audit::Verify) => {
            let report = app.audit_verify(&actor)?;
            output.answer(&report, |r| {
                let verdict = if r.ok { "The chain holds" } else { "The chain does NOT hold" };
                format!("{verdict}: {} entries.\n{}", r.entries, r.findings.join("\n"))
            });
            return Ok(if report.ok { ExitCode::SUCCESS } else { ExitCode::FAILURE });
        }
        Command::Export(export) => export_of(&app, &actor, export, output)?,
        Command::Doctor => {
            let report = app.doctor(&actor)?;
            output.answer(&report, |r| {
                let rows: Vec<_> = r
                    .checks
                    .iter()
                    .map(|c| vec![if c.ok { "ok" } else { "BAD" }.into(), c.name.clone(), c.detail.clone()])
                    .collect();
                table(&["", "Check", "Found"], &rows)
            });
            return Ok(if report.ok { ExitCode::SUCCESS } else { ExitCode::FAILURE });
        }
        // Done above.
        _ => {}
    }
    Ok(ExitCode::SUCCESS)
}

/// The workspace's folder; without one, `init --demo` and `demo …` mean the demo workspace, which lies apart from the real one.
fn folder(args: &Args) -> Outcome<PathBuf> {
    if let Some(folder) = &args.workspace {
        return Ok(folder.clone());
    }
    let data = app::data_folder()?;
    let demo = matches!(args.command, Command::Init { demo: true, .. } | Command::Demo(_));
    Ok(if demo { app::demo_folder(&data) } else { app::default_folder(&data) })
}

#[derive(Serialize)]
struct InitAnswer {
    workspace: String,
    created: bool,
    demo: bool,
}

fn init(args: &Args, actor: &Actor, demo: bool, name: &str, output: &Output) -> Outcome<()> {
    let (app, created) = App::init(&folder(args)?, name, demo, actor, Arc::new(SystemHost), &output.line())?;
    let answer = InitAnswer { workspace: app.info().path, created, demo: app.info().demo };
    output.answer(&answer, |a| {
        let kind = if a.demo { "demo workspace" } else { "workspace" };
        format!("{} {kind} in {}", if a.created { "Made a" } else { "There is a" }, a.workspace)
    });
    Ok(())
}

fn export_of(app: &App, actor: &Actor, export: &Export, output: &Output) -> Outcome<()> {
    use EntityType as E;
    let (entity, asked) = match export {
        Export::Graph { out } => return export_graph(app, actor, out, output),
        Export::Person(asked) => (E::Person, asked),
        Export::Account(asked) => (E::Account, asked),
        Export::Household(asked) => (E::Household, asked),
        Export::Opportunity(asked) => (E::Opportunity, asked),
        Export::Requirement(asked) => (E::Requirement, asked),
        Export::Interest(asked) => (E::Interest, asked),
        Export::Task(asked) => (E::Task, asked),
        Export::Interaction(asked) => (E::Interaction, asked),
    };
    lists::export(app, actor, entity, asked, output)
}

fn export_graph(app: &App, actor: &Actor, out: &Path, output: &Output) -> Outcome<()> {
    let lines = app.export_graph_to(actor, out)?;
    output.answer(&serde_json::json!({ "out": out.display().to_string(), "lines": lines }), |_| {
        format!("{lines} records and links written to {}", out.display())
    });
    Ok(())
}

fn first_look(actor: &Actor, file: &Path, read_as: &ReadAs, output: &Output) -> Outcome<()> {
    output.answer(&App::preview(actor, file, read_as)?, |p| {
        let looked_at = if p.sampled { format!("{} of {} bytes", p.looked_at, p.bytes) } else { "all of it".into() };
        format!("{}\nLooked at {looked_at}.", columns_text(&p.columns))
    });
    Ok(())
}

fn columns_text(columns: &[ColumnMapping]) -> String {
    let rows: Vec<_> = columns
        .iter()
        .map(|c| {
            let what = c.field.clone().unwrap_or_else(|| format!("{:?}", c.status).to_lowercase());
            let sample = c.samples.first().cloned().unwrap_or_default();
            vec![c.header.clone(), what, format!("{:.2}", c.confidence), sample]
        })
        .collect();
    table(&["Column", "Field", "Sure", "Example"], &rows)
}

fn analyze(actor: &Actor, file: &Path, read_as: &ReadAs, output: &Output) -> Outcome<()> {
    output.answer(&App::analyze(actor, file, read_as)?, |a| {
        format!(
            "{}: {} rows, {} ({}, delimiter {:?}), looks like {}\n{}",
            a.file.name,
            a.rows.total,
            a.row_entity,
            a.dialect.encoding,
            a.dialect.delimiter,
            a.source_profile.title,
            columns_text(&a.columns)
        )
    });
    Ok(())
}

/// `import show`: the summary's promised keys at the top, everything else beside them.
#[derive(Serialize)]
struct ShowAnswer<'a> {
    #[serde(flatten)]
    summary: &'a ImportSummary,
    #[serde(flatten)]
    detail: &'a ImportDetail,
}

fn run_import(app: &App, actor: &Actor, import: &Import, output: &Output) -> Outcome<ExitCode> {
    let line = output.line();
    match import {
        Import::Analyze { .. } => {}
        Import::Run { file, profile, manifest, read } => {
            let manifest = manifest.as_deref().map(imports::json).transpose()?;
            let run = app::RunAs { profile: profile.clone(), read_as: read.read_as(), manifest };
            let summary = app.import_run_as(actor, file, &run, &line)?;
            output.answer(&summary, summary_text);
        }
        Import::ReadAgain { .. }
        | Import::Revise { .. }
        | Import::Rejects { .. }
        | Import::Manifest { .. }
        | Import::Replay { .. }
        | Import::Profile(_) => imports::run(app, actor, import, output)?,
        Import::List => {
            let imports = app.import_list(actor)?;
            output.answer(&serde_json::json!({ "imports": imports }), |_| {
                imports.iter().map(summary_text).collect::<Vec<_>>().join("\n")
            });
        }
        Import::Show { id } => {
            let detail = app.import_show(actor, *id)?;
            output.answer(&ShowAnswer { summary: &detail.summary, detail: &detail }, |a| {
                let waiting: Vec<_> =
                    a.detail.waiting.iter().map(|w| format!("  {} × {}", w.count, w.reason)).collect();
                format!("{}\n{}", summary_text(a.summary), waiting.join("\n"))
            });
        }
        Import::Explain { id, row } => identity::explained(app, actor, *id, *row, output)?,
        Import::Rows { id, fate, after, limit } => {
            let rows = all_rows(app, actor, *id, *fate, *after, *limit)?;
            output.answer(&rows, |r| {
                let lines: Vec<_> = r
                    .rows
                    .iter()
                    .map(|r| vec![r.row_number.to_string(), r.fate.as_str().into(), r.reason.clone()])
                    .collect();
                table(&["Row", "Fate", "Why"], &lines)
            });
        }
        Import::Approve { id, actions, min_confidence } => {
            let mut choice = ApproveChoice { min_confidence: *min_confidence, ..ApproveChoice::default() };
            if let Some(actions) = actions {
                choice.actions.clone_from(actions);
            }
            let result = app.import_approve(actor, *id, &choice, &line)?;
            output.answer(&result, |r| {
                let a = r.applied;
                format!("{} created, {} updated, {} linked; {} wait for a decision", a.create, a.update, a.link, r.held)
            });
        }
        Import::Undo { id } => {
            let result = app.import_undo(actor, *id, &line)?;
            output.answer(&result, |r| {
                let kept: Vec<_> =
                    r.kept.iter().map(|k| format!("\n  {} {}: {}", k.entity.entity, k.field, k.why)).collect();
                format!("{} changes taken back, {} kept{}", r.reversed, r.kept.len(), kept.concat())
            });
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// One page when a limit is given, else all rows.
fn all_rows(
    app: &App,
    actor: &Actor,
    id: ImportId,
    fate: Option<contracts::Fate>,
    after: Option<u64>,
    limit: Option<u32>,
) -> Outcome<ImportRows> {
    let mut all = app.import_rows(actor, id, fate, after, limit.or(Some(500)))?;
    while limit.is_none()
        && let Some(next) = all.next_after
    {
        let page = app.import_rows(actor, id, fate, Some(next), Some(500))?;
        all.rows.extend(page.rows);
        all.next_after = page.next_after;
    }
    Ok(all)
}

pub fn summary_text(s: &ImportSummary) -> String {
    let fates = |c: &FateCounts| {
        format!(
            "{} create, {} update, {} merge, {} unchanged, {} hold, {} reject",
            c.create, c.update, c.merge, c.unchanged, c.hold, c.reject
        )
    };
    let mut text = format!(
        "{}  {}  {:?}\n  {} rows; planned: {}",
        s.import_id,
        s.file_name,
        s.state,
        s.rows.total,
        fates(&s.planned)
    );
    if let Some(f) = &s.fates {
        text.push_str(&format!("\n  now: {}", fates(f)));
    }
    if s.duplicate_of_batch.is_some() {
        text.push_str("\n  the same bytes stand already; nothing new to approve");
    }
    text
}

/// A value in a table.
pub fn plain(value: &serde_json::Value) -> String {
    use serde_json::Value;
    match value {
        Value::Null => String::new(),
        Value::String(s) => s.clone(),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(", "),
        Value::Object(map) => ["value", "formatted", "received", "amount", "city", "id"]
            .iter()
            .find_map(|k| map.get(*k).and_then(Value::as_str).filter(|s| !s.is_empty()))
            .map_or_else(|| value.to_string(), String::from),
        other => other.to_string(),
    }
}
