//! One timeline of everything that happened with a client, window by window (R89, R92).

use std::collections::BTreeMap;

use contracts::{
    Actor, ApiError, ClientGraphDelta, EntityId, EntityRef, EntityType, ErrorCode, ImportId, Permission, TimelineCount,
    TimelineEntry, TimelineKind, TimelinePage, TimelineQuery, TimelineTarget,
};
use dossier::moment::{Clock, Moment};
use dossier::timeline::{Arrival, Move, arrivals, moves};
use graph::{Record, sort_key};
use serde_json::Value;
use store::Reader;
use uuid::Uuid;

use crate::access::Access;
use crate::error::{Failure, not_found};
use crate::lists::{artifacts, mask_record};
use crate::{App, Outcome};

/// Entries of one window, at most.
const MAX_WINDOW: u32 = 200;
/// What can be looked for.
const MAX_TEXT: usize = 200;
/// Deals and interests whose history is read, at most: a client has a handful.
const MAX_AROUND: usize = 200;

/// An entry that is not read yet, or is.
enum Item {
    Touch(EntityId, TimelineKind),
    Task(EntityId),
    Whole(Box<TimelineEntry>),
}

/// Where an entry stands: the newest first, and of one moment the one that was written down last.
type Place = (i64, Uuid);

struct Placed {
    place: Place,
    moment: Moment,
    item: Item,
}

impl Placed {
    fn kind(&self) -> TimelineKind {
        match &self.item {
            Item::Touch(_, kind) => *kind,
            Item::Task(_) => TimelineKind::Task,
            Item::Whole(entry) => entry.kind,
        }
    }
}

impl App {
    /// A window of a client's timeline, the newest first: calls, messages, visits and notes; tasks done; moves of their
    /// deals and interests; imports and decisions.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]; [`ErrorCode::BadInput`] for a limit, text, time or cursor that does not fit;
    /// [`ErrorCode::Refused`] by policy, also for words looked for in what the role sees masked.
    pub fn timeline(&self, actor: &Actor, query: &TimelineQuery) -> Outcome<TimelinePage> {
        let access = self.permit(actor, Permission::ReadRecords)?;
        let bad = |what: String, hint: &str, field: &str| ApiError::new(ErrorCode::BadInput, what, hint).at(field);
        let limit = query.limit.unwrap_or(50);
        if !(1..=MAX_WINDOW).contains(&limit) {
            let what = format!("{limit} entries can't be shown at once.");
            return Err(bad(what, "Ask for 1 to 200.", "limit"));
        }
        let words = query.text.as_deref().map(str::trim).filter(|t| !t.is_empty()).map(sort_key);
        if words.is_some() {
            access.may_search()?;
        }
        if words.as_ref().is_some_and(|w| w.chars().count() > MAX_TEXT) {
            return Err(bad(format!("The text is longer than {MAX_TEXT} characters."), "Shorten it.", "text"));
        }
        let after: Option<Place> = match query.cursor.as_deref() {
            Some(text) => Some(place(text).ok_or(ApiError::from(Failure::from(store::StoreError::Cursor)))?),
            None => None,
        };
        let clock = self.clock(query.now.as_deref())?;
        self.reading(|r| {
            let client = r.resolve(EntityRef { entity: EntityType::Person, id: query.id })?;
            if !r.record_exists(client)? {
                return Err(not_found("person", query.id).into());
            }
            let mut all = everything(r, &access, client, &clock)?;
            let mut counts: BTreeMap<TimelineKind, u64> = BTreeMap::new();
            for placed in &all {
                *counts.entry(placed.kind()).or_default() += 1;
            }
            all.retain(|p| query.kinds.is_empty() || query.kinds.contains(&p.kind()));
            all.retain(|p| after.is_none_or(|after| p.place < after));
            all.sort_unstable_by_key(|p| std::cmp::Reverse(p.place));
            let mut entries = Vec::new();
            let mut last = None;
            let mut more = false;
            for placed in all {
                if entries.len() == limit as usize {
                    // With words to look for there may be none among what is left; the next window says so.
                    more = true;
                    break;
                }
                let place = placed.place;
                let Some(entry) = read(r, &access, placed)? else { continue };
                if words.as_ref().is_none_or(|w| holds(&entry, w)) {
                    entries.push(entry);
                }
                last = Some(place);
            }
            Ok(TimelinePage {
                entries,
                next_cursor: last.filter(|_| more).map(|(at, id)| format!("{at}.{}", id.simple())),
                counts: counts.into_iter().map(|(kind, count)| TimelineCount { kind, count }).collect(),
            })
        })
    }

    /// What time it is for whoever asks.
    pub(crate) fn clock(&self, local: Option<&str>) -> Outcome<Clock> {
        let now = self.host.now_ms();
        if local.is_none() {
            return Ok(Clock::ahead_by(now, self.host.minutes_ahead()));
        }
        Clock::new(now, local)
            .map_err(|why| ApiError::new(ErrorCode::BadInput, why, "Give the local time, or leave it out.").at("now"))
    }
}

fn place(cursor: &str) -> Option<Place> {
    let (at, id) = cursor.split_once('.')?;
    Some((at.parse().ok()?, Uuid::parse_str(id).ok()?))
}

/// Whether an entry holds folded words.
fn holds(entry: &TimelineEntry, words: &str) -> bool {
    [Some(&entry.title), entry.body.as_ref(), entry.detail.as_ref(), entry.by.as_ref()]
        .into_iter()
        .flatten()
        .any(|text| sort_key(text).contains(words))
}

/// Everything that the timeline holds, in no order, the words of calls and tasks left unread.
fn everything(r: &Reader<'_>, access: &Access, client: EntityRef, clock: &Clock) -> Result<Vec<Placed>, Failure> {
    let mut out = Vec::new();
    let sees = |field: &str| access.shown(EntityType::Interaction, field, &Value::String("x".into())).is_some();
    let (sees_time, sees_channel) = (sees("at"), sees("channel"));
    for touch in r.touches_of(client.id)? {
        let at = touch.at.as_deref().filter(|_| sees_time).and_then(|at| clock.moment(at));
        let moment = at.unwrap_or_else(|| clock.of_id(touch.id.0));
        let kind = if sees_channel { TimelineKind::of_channel(touch.channel.as_deref()) } else { TimelineKind::Other };
        out.push(Placed { place: (moment.seconds, touch.id.0), moment, item: Item::Touch(touch.id, kind) });
    }
    for id in r.done_tasks_of(client.id)? {
        let Some(record) = r.record(EntityRef { entity: EntityType::Task, id })? else { continue };
        let at = ["done_at", "due_at"].iter().find_map(|f| clock.moment(record.fields.get(*f)?.as_str()?));
        let moment = at.unwrap_or_else(|| clock.of_id(id.0));
        out.push(Placed { place: (moment.seconds, id.0), moment, item: Item::Task(id) });
    }
    let around = [("contact_of", EntityType::Opportunity), ("interest_of", EntityType::Interest)];
    for (kind, entity) in around {
        for at in r.linked_to(client.id, kind, entity)?.into_iter().take(MAX_AROUND) {
            let Some(record) = r.record(at)? else { continue };
            let title = access.shown_title(entity, &graph::title(entity, &record.fields));
            out.extend(moved(access, at, &title, &artifacts(r, at.id)?, clock));
        }
    }
    let mut own = vec![client];
    own.extend(r.absorbed_by(client)?);
    for at in own {
        let deltas = artifacts(r, at.id)?;
        if at == client {
            out.extend(moved(access, at, "", &deltas, clock));
        }
        for arrival in arrivals(&deltas) {
            let written = &arrival.delta.envelope.created_at.0;
            let Some(moment) = clock.moment(written) else { continue };
            let id = arrival.delta.delta_id.0;
            let entry = arrived(r, access, &arrival, moment)?;
            out.push(Placed { place: (moment.seconds, id), moment, item: Item::Whole(Box::new(entry)) });
        }
    }
    for other in crate::dossiers::not_the_same(r, access, client)? {
        let Some(at) = other.at else { continue };
        let Some(moment) = clock.moment(&at.0) else { continue };
        let entry = TimelineEntry {
            id: other.decision_id.to_string(),
            kind: TimelineKind::Decision,
            at: at.0,
            day: moment.day.to_string(),
            title: format!("Decided: not the same as {}", other.title),
            body: other.notes,
            detail: None,
            direction: None,
            by: other.by,
            opens: TimelineTarget::Record { entity: other.entity },
        };
        let id = other.decision_id.0;
        out.push(Placed { place: (moment.seconds, id), moment, item: Item::Whole(Box::new(entry)) });
    }
    Ok(out)
}

/// The moves of one record as entries. A client's own moves have no title of another record.
fn moved(access: &Access, at: EntityRef, title: &str, deltas: &[ClientGraphDelta], clock: &Clock) -> Vec<Placed> {
    let entry = |m: Move| {
        let shown = |field: &str, text: &str| access.shown_text(at.entity, field, text);
        let to = shown(m.field, &m.to);
        if to.is_empty() {
            return None;
        }
        let from = m.from.as_deref().map(|f| shown(m.field, f)).filter(|f| !f.is_empty());
        let (was, what) = match (m.field, at.entity) {
            ("lead_status", _) => ("lead status", "Lead status"),
            ("lifecycle_stage", _) => ("stage", "Stage"),
            ("status", _) => ("status", title),
            _ => ("stage", title),
        };
        let words = match (&from, at.entity) {
            (None, EntityType::Opportunity) => format!("{what}: opened in {to}"),
            _ => format!("{what}: {}", ladder(&to)),
        };
        let since = match (&from, &m.after) {
            (Some(from), Some(after)) => Some(format!("after {after} in {}", ladder(from))),
            (Some(from), None) => Some(format!("{was} was {}", ladder(from))),
            _ => None,
        };
        let reason = m.reason.as_deref().map(|why| shown("lost_reason", why)).filter(|why| !why.is_empty());
        let detail: Vec<String> = [since, reason].into_iter().flatten().collect();
        Some(Placed {
            place: (m.moment.seconds, m.delta.delta_id.0),
            moment: m.moment,
            item: Item::Whole(Box::new(TimelineEntry {
                id: m.delta.delta_id.to_string(),
                kind: TimelineKind::Stage,
                at: m.at,
                day: m.moment.day.to_string(),
                title: words,
                body: None,
                detail: Some(detail.join(" · ")).filter(|d| !d.is_empty()),
                direction: None,
                by: Some(m.delta.actor.id.clone()),
                opens: match at.entity {
                    EntityType::Person => TimelineTarget::Nothing,
                    _ => TimelineTarget::Record { entity: at },
                },
            })),
        })
    };
    moves(at, deltas, clock).into_iter().filter_map(entry).collect()
}

/// `viewing_requested` as people say it.
fn ladder(stage: &str) -> String {
    stage.replace('_', " ")
}

fn arrived(r: &Reader<'_>, access: &Access, a: &Arrival<'_>, moment: Moment) -> Result<TimelineEntry, Failure> {
    let fields: Vec<String> = a
        .fields
        .iter()
        .filter(|f| access.may_sort(EntityType::Person, f).is_ok())
        .map(|f| contracts::spoken(&format!("person.{f}")))
        .collect();
    let set = match fields.len() {
        0 => None,
        1..=4 => Some(fields.join(", ")),
        n => fields.get(..3).map(|first| format!("{} and {} more", first.join(", "), n - 3)),
    };
    let (kind, title, opens) = match a.row {
        Some((batch, row)) => {
            let batch = r.batch(batch)?;
            let import = batch.as_ref().map(|b| r.import_of(b.batch)).transpose()?.flatten();
            // Files are often called after clients.
            let file = batch.filter(|_| access.sees_all()).map(|b| b.artifact.uploaded_filename);
            let from = file.unwrap_or_else(|| "a file".into());
            let row_words = row.map(|n| format!(", row {n}")).unwrap_or_default();
            let title = format!("{} {from}{row_words}", if a.made { "Came with" } else { "Changed by" });
            let opens = import.map_or(TimelineTarget::Nothing, |import_id: ImportId| TimelineTarget::Row {
                import_id,
                row_number: row,
            });
            (TimelineKind::Import, title, opens)
        }
        None => {
            let title = if a.merged {
                "Merged with another record of the same client"
            } else if a.made {
                "Taken in by decision"
            } else {
                "Changed by decision"
            };
            let opens =
                a.decision.map_or(TimelineTarget::Nothing, |decision_id| TimelineTarget::Decision { decision_id });
            (TimelineKind::Decision, title.to_string(), opens)
        }
    };
    Ok(TimelineEntry {
        id: a.delta.delta_id.to_string(),
        kind,
        at: a.delta.envelope.created_at.0.clone(),
        day: moment.day.to_string(),
        title,
        body: None,
        detail: set,
        direction: None,
        by: Some(a.delta.actor.id.clone()),
        opens,
    })
}

/// The entry itself; none for a record that is gone.
fn read(r: &Reader<'_>, access: &Access, placed: Placed) -> Result<Option<TimelineEntry>, Failure> {
    let (entity, id, kind) = match placed.item {
        Item::Whole(entry) => return Ok(Some(*entry)),
        Item::Touch(id, kind) => (EntityType::Interaction, id, kind),
        Item::Task(id) => (EntityType::Task, id, TimelineKind::Task),
    };
    let at = EntityRef { entity, id };
    let Some(mut record) = r.record(at)? else { return Ok(None) };
    let title = access.shown_title(entity, &graph::title(entity, &record.fields));
    if !access.sees_all() {
        mask_record(access, entity, &mut record);
    }
    let text = |field: &str| text_of(&record, field);
    let outcome = text("outcome").filter(|o| *o != title);
    let task = kind == TimelineKind::Task;
    Ok(Some(TimelineEntry {
        id: id.to_string(),
        kind,
        at: if task { text("done_at").or_else(|| text("due_at")) } else { text("at") }.unwrap_or_default(),
        day: placed.moment.day.to_string(),
        title,
        body: if task { text("description") } else { text("body") },
        detail: if task { text("status") } else { outcome },
        direction: text("direction"),
        by: text("assignee"),
        opens: TimelineTarget::Record { entity: at },
    }))
}

fn text_of(record: &Record, field: &str) -> Option<String> {
    record.fields.get(field).and_then(Value::as_str).filter(|t| !t.trim().is_empty()).map(String::from)
}
