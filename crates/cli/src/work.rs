//! Edits, review, missions, rights, the feed, erasure.

use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use app::{App, Outcome};
use contracts::{Actor, AnyProposal, ApiError, ErrorCode, MergeArgs, MergeAsked, Placement, UnmergeArgs};

use crate::args::{Audit, Command, Mission, Policy, RoleCommand, Sync};
use crate::identity;
use crate::output::{Output, table};
use crate::review;

/// Runs one of these commands; none for a command of another part.
pub fn run(app: &App, actor: &Actor, command: &Command, output: &Output) -> Outcome<Option<ExitCode>> {
    match command {
        Command::Create { entity, fields, about } => {
            edited(output, &app.record_create_about(actor, *entity, fields, about)?);
        }
        Command::Link { from, to } => edited(output, &app.records_link(actor, *from, *to)?),
        Command::Unlink { from, to } => edited(output, &app.records_unlink(actor, *from, *to)?),
        Command::Update { entity, id, fields } => edited(output, &app.record_update(actor, *entity, *id, fields)?),
        Command::Archive { entity, id } => edited(output, &app.record_archive(actor, *entity, *id, true)?),
        Command::Unarchive { entity, id } => edited(output, &app.record_archive(actor, *entity, *id, false)?),
        Command::Merge { entity, ids, survivor, notes } => {
            let args = MergeArgs { entity: *entity, ids: ids.clone(), survivor: *survivor, notes: notes.clone() };
            let shown = app.merge_asked(actor, &args)?;
            let asked = MergeAsked {
                proposal_id: shown.proposal_id,
                survivor: shown.entity,
                absorbed: shown.candidates.iter().map(|c| c.entity).collect(),
                consequences: shown.consequences,
                seen: shown.seen,
            };
            output.answer(&asked, |m| {
                format!(
                "Proposed: {} would stand for {} more. It {}.\nDecide with: velocity review decide {} --decision approve --seen {}",
                m.survivor.id,
                m.absorbed.len(),
                m.consequences.join(", "),
                m.proposal_id,
                m.seen
            )
            });
        }
        Command::Unmerge { id, seen, place, not_the_same, notes } => {
            let args = UnmergeArgs {
                seen: seen.clone(),
                placements: place.iter().map(placement).collect::<Outcome<_>>()?,
                not_the_same: *not_the_same,
                notes: notes.clone(),
                ..UnmergeArgs::of(*id)
            };
            undone(output, &app.unmerge_placed(actor, &args)?);
        }
        Command::Undo { group } => undone(output, &app.undo_group(actor, *group)?),
        Command::Review(review) => review::run(app, actor, review, output)?,
        Command::Identity(identity) => identity::run(app, actor, identity, output)?,
        Command::Propose { file } => propose(app, actor, file, output)?,
        Command::Mission(mission) => run_mission(app, actor, mission, output)?,
        Command::Policy(policy) => run_policy(app, actor, policy, output)?,
        Command::Role(role) => run_role(app, actor, role, output)?,
        Command::Changes { after, limit, wait } => {
            let page = match wait {
                Some(seconds) => app.await_changes(actor, *after, Duration::from_secs((*seconds).min(3600)))?,
                None => app.changes(actor, *after, *limit)?,
            };
            output.answer(&page, |p| changes_text(&p.events));
        }
        Command::Audit(Audit::Tail { limit }) => {
            let head = app.feed_head()?;
            let page = app.changes(actor, head.saturating_sub(u64::from(*limit)), Some(*limit))?;
            output.answer(&page, |p| changes_text(&p.events));
        }
        Command::Sync(Sync::Status) => output.answer(&app.sync_status(actor)?, |s| {
            format!("{} changes in the log, {} acknowledged, {} to be sent", s.high_water, s.acked, s.pending)
        }),
        Command::Erase { entity, id, reason } => {
            output.answer(&app.erase(actor, *entity, *id, reason)?, |r| {
                let mut text = format!(
                    "Erased: {} records, {} changes, {} proposals, {} raw rows in {} segments, {} mentions.",
                    r.records.len(),
                    r.changes,
                    r.proposals,
                    r.rows,
                    r.segments.len(),
                    r.mentions
                );
                for path in &r.exports_elsewhere {
                    text.push_str(&format!("\nDelete by hand if it still exists: {path}"));
                }
                text
            });
        }
        _ => return Ok(None),
    }
    Ok(Some(ExitCode::SUCCESS))
}

/// Where an edit goes, as it is typed: `EDIT=ID` or `EDIT=both`.
pub(crate) fn placement((edit, to): &(String, String)) -> Outcome<Placement> {
    let to = match to.as_str() {
        "both" => None,
        id => Some(id.parse().map_err(|_| {
            ApiError::new(ErrorCode::Usage, format!("{id} is no record."), "Name a record's id, or both.").at("place")
        })?),
    };
    Ok(Placement { edit: edit.clone(), to })
}

fn edited(output: &Output, result: &contracts::EditResult) {
    output.answer(result, |r| format!("{} {} (group {})", r.entity.entity, r.entity.id, r.group));
}

fn undone(output: &Output, result: &contracts::GroupUndone) {
    output.answer(result, |r| {
        if let Some(id) = r.requested {
            return format!("Nothing was taken back: it is left to whoever may, as the request {id}.");
        }
        let kept: Vec<_> = r.kept.iter().map(|k| format!("\n  {} {}: {}", k.entity.entity, k.field, k.why)).collect();
        format!("{} changes taken back, {} kept{}", r.reversed, r.kept.len(), kept.concat())
    });
}

fn changes_text(events: &[contracts::ChangeEvent]) -> String {
    let rows: Vec<_> = events
        .iter()
        .map(|e| {
            vec![e.seq.to_string(), e.at.0.clone(), e.actor.id.clone(), e.kind.clone(), e.entities.len().to_string()]
        })
        .collect();
    table(&["Seq", "When", "Who", "What", "Records"], &rows)
}

fn propose(app: &App, actor: &Actor, file: &Path, output: &Output) -> Outcome<()> {
    let bad = |why: String| {
        ApiError::new(ErrorCode::BadInput, why, "Give a file with one proposal as JSON, or a list of them.").at("file")
    };
    let text = std::fs::read_to_string(file).map_err(|e| bad(format!("{} can't be read: {e}.", file.display())))?;
    let value: serde_json::Value =
        serde_json::from_str(&text).map_err(|e| bad(format!("{} is no JSON: {e}.", file.display())))?;
    let list = match value {
        serde_json::Value::Array(list) => list,
        one => vec![one],
    };
    let mut filed = Vec::new();
    for (i, value) in list.into_iter().enumerate() {
        let proposal: AnyProposal =
            serde_json::from_value(value).map_err(|e| bad(format!("Proposal {} is none: {e}.", i + 1)))?;
        filed.push(app.propose(actor, &proposal)?);
    }
    output.answer(&serde_json::json!({ "proposals": filed }), |_| format!("{} proposals filed", filed.len()));
    Ok(())
}

fn run_mission(app: &App, actor: &Actor, mission: &Mission, output: &Output) -> Outcome<()> {
    match mission {
        Mission::List => {
            let missions = app.missions(actor)?;
            output.answer(&serde_json::json!({ "missions": missions }), |_| {
                let rows: Vec<_> = missions
                    .iter()
                    .map(|m| {
                        let far = if m.total == 0 { String::new() } else { format!("{} of {}", m.done, m.total) };
                        vec![m.mission_id.to_string(), m.state.as_str().into(), far, m.stage.clone(), m.title.clone()]
                    })
                    .collect();
                table(&["Mission", "State", "Done", "Stage", "What"], &rows)
            });
        }
        Mission::Show { id } => {
            output.answer(&app.mission_show(actor, *id)?, |d| {
                let log: Vec<_> = d.log.iter().map(|l| format!("  {}  {}", l.at, l.line)).collect();
                format!("{}: {}\n{}", d.mission.title, d.mission.state.as_str(), log.join("\n"))
            });
        }
        Mission::Cancel { id } => {
            output.answer(&app.mission_cancel(actor, *id)?, |m| format!("{}: asked to stop", m.title));
        }
        Mission::Resume { id } => {
            output.answer(&app.mission_resume(actor, *id, &output.line())?, |d| {
                format!("{}: {}", d.mission.title, d.mission.state.as_str())
            });
        }
    }
    Ok(())
}

fn run_policy(app: &App, actor: &Actor, policy: &Policy, output: &Output) -> Outcome<()> {
    let settings = |view: &contracts::PolicyView| {
        let rows: Vec<_> =
            view.settings.iter().map(|s| vec![s.key.clone(), s.value.clone(), s.about.clone()]).collect();
        format!("version {}\n{}", view.version, table(&["Setting", "Value", ""], &rows))
    };
    match policy {
        Policy::Show => output.answer(&app.policy_show(actor)?, settings),
        Policy::Set { key, value } => output.answer(&app.policy_set(actor, key, value)?, settings),
        Policy::Uses => {
            let uses = app.policy_uses(actor)?;
            output.answer(&serde_json::json!({ "uses": uses }), |_| {
                let rows: Vec<_> = uses
                    .iter()
                    .map(|u| vec![u.at.0.clone(), u.rule.clone(), u.records.to_string(), u.file_name.clone()])
                    .collect();
                table(&["When", "Rule", "Records", "File"], &rows)
            });
        }
    }
    Ok(())
}

fn run_role(app: &App, actor: &Actor, role: &RoleCommand, output: &Output) -> Outcome<()> {
    let grants = match role {
        RoleCommand::List => app.roles(actor)?,
        RoleCommand::Grant { user, role } => app.role_set(actor, user, Some(*role))?,
        RoleCommand::Revoke { user } => app.role_set(actor, user, None)?,
    };
    output.answer(&serde_json::json!({ "grants": grants }), |_| {
        let rows: Vec<_> = grants.iter().map(|g| vec![g.user.clone(), g.role.to_string()]).collect();
        table(&["User", "Role"], &rows)
    });
    Ok(())
}
