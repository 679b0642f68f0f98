//! Today: whom to call, what is due, what waits, what changed. Every list is a bounded read of an index; the figures
//! count all (R7, R94).

use std::collections::{BTreeMap, BTreeSet};

use contracts::{
    Actor, ChangedBy, ChangesSince, DueTask, EntityRef, EntityType, ImportState, KindCount, NamedRecord, OpenImport,
    Permission, RiskWeight, Timestamp, ToCall, TodayArgs, TodayView,
};
use dossier::moment::{Clock, days_before, days_between, written_day};
use dossier::risk::{RiskRules, risk_rules, silence};
use serde_json::Value;
use store::{OpenTaskRow, QueueRequest, Reader, Watched};

use crate::access::Access;
use crate::error::Failure;
use crate::lists::mask_record;
use crate::risks::{contact_of, deal, seen, text};
use crate::{App, Outcome};

/// Clients shown under one heading.
const SHOWN: usize = 12;
/// Clients read of one stage before the most pressing are chosen.
const READ: u32 = 12;
/// Tasks shown of today, and of the days before.
const TASKS: u32 = 12;
/// Imports shown.
const IMPORTS: usize = 8;
/// Changes that are told apart.
const CHANGES: u32 = 2000;
/// Actors told of.
const ACTORS: usize = 8;
/// Before every day there is, and after everything that lies on a day.
const FIRST_DAY: &str = "0";
const AFTER_DAY: &str = "~";

impl App {
    /// What a day begins with.
    ///
    /// # Errors
    /// [`contracts::ErrorCode::BadInput`] for a time that can't be read; [`contracts::ErrorCode::Refused`] by policy.
    pub fn today(&self, actor: &Actor, args: &TodayArgs) -> Outcome<TodayView> {
        let access = self.permit(actor, Permission::ReadRecords)?;
        let clock = self.clock(args.now.as_deref())?;
        let sees_work = access.permit(Permission::ReadWorkflow).is_ok();
        self.reading(|r| {
            let day = clock.today().to_string();
            let rules = risk_rules();
            let (calls, calls_total) = to_call(r, &access, &clock, rules, Left::Due)?;
            let (neglected, neglected_total) = to_call(r, &access, &clock, rules, Left::Neglected)?;
            let evening = format!("{day}{AFTER_DAY}");
            let mut tasks = Vec::new();
            for row in r.tasks_due((&day, &evening), false, TASKS)? {
                tasks.extend(due(r, &access, &clock, &row)?);
            }
            for row in r.tasks_due((FIRST_DAY, &day), true, TASKS)? {
                tasks.extend(due(r, &access, &clock, &row)?);
            }
            Ok(TodayView {
                calls,
                calls_total,
                neglected,
                neglected_total,
                tasks,
                due_today: r.tasks_due_count((&day, &evening))?,
                overdue: r.tasks_due_count((FIRST_DAY, &day))?,
                review: sees_work.then(|| waiting(r, &access)).transpose()?,
                imports: sees_work.then(|| open_imports(r, &access)).transpose()?,
                changes: changes(r, &access, actor, args.since)?,
                day,
            })
        })
    }
}

/// How long somebody was left alone.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Left {
    /// Longer than the rule of the deal's stage allows, or never contacted at all.
    Due,
    /// Far longer: the rule's days and as many again as the rules say.
    Neglected,
}

/// Clients to call, the most pressing first, and how many there are in all.
fn to_call(
    r: &Reader<'_>,
    access: &Access,
    clock: &Clock,
    rules: &RiskRules,
    left: Left,
) -> Result<(Vec<ToCall>, u64), Failure> {
    let today = clock.today();
    let mut total = 0;
    let mut found: Vec<(RiskWeight, Watched)> = Vec::new();
    for stage in r.watched_stages()? {
        if left == Left::Due {
            total += r.watched_count(&stage, None)?;
            found.extend(r.watched(&stage, None, READ)?.into_iter().map(|w| (rules.unreached.weight, w)));
        }
        let Some(rule) = rules.silence_in(&stage) else { continue };
        // Silent for more days than allowed: the last contact lies before the last day that would do.
        let late = days_before(today, rule.days).to_string();
        let long_ago = days_before(today, rule.days.saturating_add(rules.neglected_after_days)).to_string();
        let days = match left {
            Left::Due => (long_ago.as_str(), late.as_str()),
            Left::Neglected => (FIRST_DAY, long_ago.as_str()),
        };
        total += r.watched_count(&stage, Some(days))?;
        found.extend(r.watched(&stage, Some(days), READ)?.into_iter().map(|w| (rule.weight, w)));
    }
    // The heaviest first; then whom nobody reached, then the longest silence.
    found.sort_by(|(a, x), (b, y)| {
        b.cmp(a).then_with(|| x.contact_day.cmp(&y.contact_day)).then_with(|| x.person.cmp(&y.person))
    });
    let mut out = Vec::new();
    for (_, watched) in found.into_iter().take(SHOWN) {
        out.extend(call(r, access, clock, rules, &watched)?);
    }
    Ok((out, total))
}

fn call(
    r: &Reader<'_>,
    access: &Access,
    clock: &Clock,
    rules: &RiskRules,
    watched: &Watched,
) -> Result<Option<ToCall>, Failure> {
    let client = EntityRef { entity: EntityType::Person, id: watched.person };
    let at = EntityRef { entity: EntityType::Opportunity, id: watched.deal };
    let (Some(mut person), Some(whole)) = (r.record(client)?, r.record(at)?) else { return Ok(None) };
    let title = access.shown_title(EntityType::Person, &graph::title(EntityType::Person, &person.fields));
    if !access.sees_all() {
        mask_record(access, EntityType::Person, &mut person);
    }
    let open = deal(access, at, whole);
    let day = watched.contact_day.as_deref().and_then(written_day);
    let newest = watched.contact.zip(day).map(|(id, day)| (day, id));
    // The day may be one that the client's record tells, later than any call that is on record.
    let own = match newest {
        Some((_, id)) => {
            let touch = r.record(EntityRef { entity: EntityType::Interaction, id })?;
            touch.and_then(|t| text(&t, "at")).and_then(|at| written_day(&at)).map(|day| (day, id))
        }
        None => None,
    };
    let contact = contact_of(r, access, own, day)?;
    let Some(flag) = silence(rules, &open, contact.as_ref(), clock.today()) else { return Ok(None) };
    let phone = person.fields.get("phone").and_then(Value::as_array).and_then(|items| {
        let first = items.iter().find(|i| i.get("is_primary") == Some(&Value::Bool(true))).or_else(|| items.first())?;
        ["value", "received"].iter().find_map(|k| first.get(*k)?.as_str().filter(|t| !t.is_empty()))
    });
    Ok(Some(ToCall {
        client,
        title,
        phone: phone.map(String::from),
        owner: text(&person, "owner").or_else(|| text(&person, "assignee")),
        deal: at,
        deal_title: open.title,
        stage: open.stage,
        weight: flag.weight,
        words: flag.words,
        reason: flag.reason,
        silent_days: contact.map(|c| u32::try_from(days_between(c.day, clock.today())).unwrap_or(0)),
    }))
}

/// A task as Today shows it; none for one that is gone.
pub(crate) fn due(
    r: &Reader<'_>,
    access: &Access,
    clock: &Clock,
    row: &OpenTaskRow,
) -> Result<Option<DueTask>, Failure> {
    let at = EntityRef { entity: EntityType::Task, id: row.id };
    let Some(whole) = r.record(at)? else { return Ok(None) };
    let title = access.shown_title(EntityType::Task, &graph::title(EntityType::Task, &whole.fields));
    let Some(task) = seen(r, access, at)? else { return Ok(None) };
    let due_at = row.due_at.clone().unwrap_or_default();
    let late = written_day(&due_at).map_or(0, |day| days_between(day, clock.today()));
    let client = row.client.map(|id| EntityRef { entity: EntityType::Person, id });
    let client_title = match client {
        Some(client) => r
            .record(client)?
            .map(|p| access.shown_title(EntityType::Person, &graph::title(EntityType::Person, &p.fields))),
        None => None,
    };
    Ok(Some(DueTask {
        task: at,
        title,
        due_at,
        late_days: u32::try_from(late).unwrap_or(0),
        assignee: text(&task, "assignee"),
        priority: text(&task, "priority"),
        client,
        client_title,
    }))
}

/// What waits for a decision, by kind, as the queue counts it.
fn waiting(r: &Reader<'_>, access: &Access) -> Result<Vec<KindCount>, Failure> {
    let request =
        QueueRequest { overwrites: crate::review::overwrite_rules(&access.policy), ..QueueRequest::default() };
    Ok(r.queue_kinds(&request)?.into_iter().map(|(kind, count)| KindCount { kind, count }).collect())
}

fn open_imports(r: &Reader<'_>, access: &Access) -> Result<Vec<OpenImport>, Failure> {
    let open = |state: ImportState| {
        matches!(state, ImportState::Staging | ImportState::Proposed | ImportState::Committing | ImportState::Undoing)
    };
    let found = r.imports()?.into_iter().filter(|i| open(i.state)).take(IMPORTS);
    Ok(found
        .map(|i| OpenImport {
            import_id: i.import_id,
            // Files are often called after clients.
            file_name: if access.sees_all() { i.file_name } else { "A file".into() },
            state: i.state,
            rows: i.rows.total,
            created_at: i.created_at,
            created_by: i.created_by,
        })
        .collect())
}

/// What others changed after a position, or since this user last looked at Today.
fn changes(r: &Reader<'_>, access: &Access, me: &Actor, since: Option<u64>) -> Result<ChangesSince, Failure> {
    let look = r.look(&me.id, None)?;
    let looked_at = look.as_ref().map(|(_, at)| at.clone());
    let Some(after) = since.or(look.map(|(upto, _)| upto)) else {
        return Ok(ChangesSince { looked_at: None, by: Vec::new(), capped: false });
    };
    let notes = r.changes_after(after, CHANGES + 1)?;
    let capped = notes.len() > CHANGES as usize;
    let mut by: Vec<(ChangedBy, BTreeSet<contracts::GroupId>, Vec<EntityRef>)> = Vec::new();
    let mut known: BTreeMap<(String, String), (usize, BTreeSet<EntityRef>)> = BTreeMap::new();
    for note in notes.into_iter().take(CHANGES as usize).filter(|n| n.actor != *me) {
        let key = (note.actor.id.clone(), note.cause.clone());
        let (index, records) = known.entry(key).or_insert_with(|| {
            let first = ChangedBy {
                actor: note.actor.clone(),
                cause: note.cause.clone(),
                groups: 0,
                records: 0,
                at: note.at.clone(),
                some: Vec::new(),
            };
            by.push((first, BTreeSet::new(), Vec::new()));
            (by.len() - 1, BTreeSet::new())
        });
        if let Some((_, groups, newest)) = by.get_mut(*index) {
            groups.insert(note.group);
            if records.insert(note.entity) {
                newest.push(note.entity);
            }
        }
    }
    let mut out = Vec::new();
    for (mut one, groups, mut records) in by.into_iter().take(ACTORS) {
        one.groups = groups.len() as u64;
        one.records = records.len() as u64;
        // Stable: people first, else the newest first.
        records.sort_by_key(|at| at.entity != EntityType::Person);
        for at in records {
            if one.some.len() == 3 {
                break;
            }
            let at = r.resolve(at)?;
            let Some(record) = r.record(at)? else { continue };
            let title = access.shown_title(at.entity, &graph::title(at.entity, &record.fields));
            if one.some.iter().all(|s: &NamedRecord| s.entity != at) {
                one.some.push(NamedRecord { entity: at, title });
            }
        }
        out.push(one);
    }
    let newest_first: fn(&ChangedBy) -> std::cmp::Reverse<Timestamp> = |c| std::cmp::Reverse(c.at.clone());
    out.sort_by_key(newest_first);
    Ok(ChangesSince { looked_at, by: out, capped })
}
