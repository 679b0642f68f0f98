//! `today`, `timeline`, `risks`, `news`, `confirm`, `correct`: the day, a client's story, and what a person says of a value.

use app::{App, Outcome};
use clap::Subcommand;
use contracts::{
    Actor, ApiError, ConfirmArgs, CorrectArgs, EditResult, EntityId, EntityType, ErrorCode, LookArgs, NewsArgs,
    RiskArgs, TimelineKind, TimelineQuery, ToCall, TodayArgs,
};
use serde_json::Value;

use crate::commands::plain;
use crate::output::{Output, table};

/// The commands of this file, beside the others.
#[derive(Clone, Debug, Subcommand)]
pub enum Day {
    /// Show whom to call, what is due, what waits and what others changed
    Today {
        /// The local time, such as 2026-11-21T15:50:00 (default: now, by this computer's clock)
        #[arg(long)]
        now: Option<String>,
        /// Tell changes after this position instead of since the last look
        #[arg(long)]
        since: Option<u64>,
        /// Also note that this user has looked
        #[arg(long)]
        look: bool,
    },
    /// Show everything that happened with a client, newest first
    Timeline {
        /// The person's id
        id: EntityId,
        /// Only this kind of entry; may be given several times
        #[arg(long = "kind", value_name = "KIND")]
        kinds: Vec<TimelineKind>,
        /// Only entries that hold these words
        #[arg(long)]
        text: Option<String>,
        /// Entries at most, 1 to 200
        #[arg(long)]
        limit: Option<u32>,
        /// From the window before
        #[arg(long)]
        cursor: Option<String>,
        /// The local time, which says what day an instant falls on
        #[arg(long)]
        now: Option<String>,
    },
    /// Show a client's risks, each with its reason
    Risks {
        /// The person's id
        id: EntityId,
        /// The local time
        #[arg(long)]
        now: Option<String>,
    },
    /// Show what others changed around a client since you last looked, and look
    News {
        /// The person's id
        id: EntityId,
        /// Tell changes after this position, and note no look
        #[arg(long)]
        since: Option<u64>,
    },
    /// Say that a field is right as it reads
    Confirm {
        /// The record's kind
        entity: EntityType,
        /// The record's id
        id: EntityId,
        /// The field, such as `phone`
        field: String,
    },
    /// Write one value of a field anew; an empty value takes it away
    Correct {
        /// The record's kind
        entity: EntityType,
        /// The record's id
        id: EntityId,
        /// The field, such as `phone`
        field: String,
        /// The value in its place
        value: String,
        /// Which value of a field that holds many, as `get` prints it
        #[arg(long, value_name = "VALUE")]
        was: Option<String>,
    },
}

/// Runs one of these.
pub fn run(app: &App, actor: &Actor, command: &Day, output: &Output) -> Outcome<()> {
    match command {
        Day::Today { now, since, look } => {
            let view = app.today(actor, &TodayArgs { now: now.clone(), since: *since })?;
            if *look {
                app.look(actor, &LookArgs::default())?;
            }
            output.answer(&view, |v| {
                let calls = |of: &[ToCall]| -> String {
                    let line = |c: &ToCall| vec![c.title.clone(), c.words.clone(), c.deal_title.clone(), c.reason.clone()];
                    table(&["Client", "", "Deal", "Why"], &of.iter().map(line).collect::<Vec<_>>())
                };
                let tasks: Vec<_> = v
                    .tasks
                    .iter()
                    .map(|t| vec![t.due_at.clone(), t.title.clone(), t.client_title.clone().unwrap_or_default()])
                    .collect();
                let waits: u64 = v.review.iter().flatten().map(|k| k.count).sum();
                format!(
                    "{}\nTo call: {}\n{}\nTasks: {} due today, {} overdue\n{}\nNeglected: {}\n{}\nWaiting for review: {waits}; imports open: {}",
                    v.day,
                    v.calls_total,
                    calls(&v.calls),
                    v.due_today,
                    v.overdue,
                    table(&["Due", "Task", "Client"], &tasks),
                    v.neglected_total,
                    calls(&v.neglected),
                    v.imports.as_ref().map_or(0, Vec::len),
                )
            });
        }
        Day::Timeline { id, kinds, text, limit, cursor, now } => {
            let query = TimelineQuery {
                id: *id,
                kinds: kinds.clone(),
                text: text.clone(),
                cursor: cursor.clone(),
                limit: *limit,
                now: now.clone(),
            };
            output.answer(&app.timeline(actor, &query)?, |page| {
                let rows: Vec<_> = page
                    .entries
                    .iter()
                    .map(|e| {
                        let by = e.by.clone().unwrap_or_default();
                        vec![e.day.clone(), e.kind.as_str().into(), e.title.clone(), by]
                    })
                    .collect();
                table(&["Day", "What", "", "By"], &rows)
            });
        }
        Day::Risks { id, now } => {
            output.answer(&app.client_risks(actor, &RiskArgs { id: *id, now: now.clone() })?, |r| {
                let rows: Vec<_> = r.flags.iter().map(|f| vec![f.words.clone(), f.reason.clone()]).collect();
                table(&["Risk", "Why"], &rows)
            });
        }
        Day::News { id, since } => {
            let since = match since {
                Some(since) => Some(*since),
                None => app.look(actor, &LookArgs { id: Some(*id) })?.since,
            };
            let args = NewsArgs { id: *id, since: since.unwrap_or(0) };
            output.answer(&app.client_news(actor, &args)?, |news| {
                let rows: Vec<_> = news
                    .lines
                    .iter()
                    .map(|l| {
                        let fields: Vec<_> = l.changes.iter().map(|c| c.field.clone()).collect();
                        vec![l.at.0.clone(), l.actor.id.clone(), l.title.clone(), fields.join(", ")]
                    })
                    .collect();
                format!("{}{} changes by others", table(&["When", "Who", "Record", "Fields"], &rows), news.total)
            });
        }
        Day::Confirm { entity, id, field } => {
            let mut values = app.values_to_say(actor, *entity, *id, field)?;
            let seen = if values.len() == 1 { values.remove(0) } else { Value::Array(values) };
            done(
                output,
                &app.fact_confirm(actor, &ConfirmArgs { entity: *entity, id: *id, field: field.clone(), seen })?,
            );
        }
        Day::Correct { entity, id, field, value, was } => {
            let values = app.values_to_say(actor, *entity, *id, field)?;
            let found: Vec<&Value> =
                values.iter().filter(|v| was.as_ref().is_none_or(|was| plain(v) == *was)).collect();
            let [seen] = found.as_slice() else {
                let what = format!("{field} has {} values that could be meant.", found.len());
                return Err(ApiError::new(ErrorCode::BadInput, what, "Name one with --was.").at("was"));
            };
            let args = CorrectArgs {
                entity: *entity,
                id: *id,
                field: field.clone(),
                seen: (*seen).clone(),
                text: value.clone(),
            };
            done(output, &app.fact_correct(actor, &args)?);
        }
    }
    Ok(())
}

fn done(output: &Output, result: &EditResult) {
    output.answer(result, |r| format!("{} {} (group {})", r.entity.entity, r.entity.id, r.group));
}
