//! A client's risks: what the rules look at, gathered from the store (R94).

use contracts::{Actor, ClientRisks, EntityId, EntityRef, EntityType, Permission, RiskArgs, TimelineKind};
use dossier::moment::{Clock, written_day};
use dossier::risk::{LastContact, OpenDeal, OpenTask, RiskFacts, risk_flags, risk_rules};
use graph::Record;
use serde_json::Value;
use store::Reader;

use crate::access::Access;
use crate::error::{Failure, not_found};
use crate::lists::mask_record;
use crate::{App, Outcome};

impl App {
    /// A client's risk flags, the heaviest first, each with its reason.
    ///
    /// # Errors
    /// [`contracts::ErrorCode::NotFound`]; [`contracts::ErrorCode::BadInput`] for a time that can't be read;
    /// [`contracts::ErrorCode::Refused`] by policy.
    pub fn client_risks(&self, actor: &Actor, args: &RiskArgs) -> Outcome<ClientRisks> {
        let access = self.permit(actor, Permission::ReadRecords)?;
        let clock = self.clock(args.now.as_deref())?;
        self.reading(|r| {
            let client = r.resolve(EntityRef { entity: EntityType::Person, id: args.id })?;
            let record = r.record(client)?.ok_or_else(|| not_found("person", args.id))?;
            let facts = facts(r, &access, client, &record, &clock)?;
            Ok(ClientRisks { client, flags: risk_flags(risk_rules(), &facts) })
        })
    }
}

/// A record as a role sees it; none where it is gone.
pub(crate) fn seen(r: &Reader<'_>, access: &Access, at: EntityRef) -> Result<Option<Record>, Failure> {
    let Some(mut record) = r.record(at)? else { return Ok(None) };
    if !access.sees_all() {
        mask_record(access, at.entity, &mut record);
    }
    Ok(Some(record))
}

pub(crate) fn text(record: &Record, field: &str) -> Option<String> {
    record.fields.get(field).and_then(Value::as_str).filter(|t| !t.trim().is_empty()).map(String::from)
}

fn facts(
    r: &Reader<'_>,
    access: &Access,
    client: EntityRef,
    record: &Record,
    clock: &Clock,
) -> Result<RiskFacts, Failure> {
    let mut deals = Vec::new();
    for at in r.linked_to(client.id, "contact_of", EntityType::Opportunity)? {
        let Some(whole) = r.record(at)?.filter(|d| !d.archived && !dossier::is_closed(d)) else { continue };
        deals.push(deal(access, at, whole));
    }
    let mut tasks = Vec::new();
    for row in r.open_tasks_of(client.id)? {
        let at = EntityRef { entity: EntityType::Task, id: row.id };
        let Some(task) = seen(r, access, at)? else { continue };
        let due = text(&task, "due_at").and_then(|due| written_day(&due));
        tasks.push(OpenTask { at, title: access_title(access, at, &task), due });
    }
    let known = |f: &String| f.starts_with("consent.") && f != "consent.at";
    Ok(RiskFacts {
        today: clock.today(),
        deals,
        contact: last_contact(r, access, client, record)?,
        tasks,
        do_not_contact: record.fields.get("do_not_contact") == Some(&Value::Bool(true)),
        consent_known: record.fields.keys().any(known),
    })
}

fn access_title(access: &Access, at: EntityRef, masked: &Record) -> String {
    if access.sees_all() { graph::title(at.entity, &masked.fields) } else { text(masked, "title").unwrap_or_default() }
}

/// A deal as the rules look at it, in words that the role may read.
pub(crate) fn deal(access: &Access, at: EntityRef, mut record: Record) -> OpenDeal {
    let title = access.shown_title(at.entity, &graph::title(at.entity, &record.fields));
    if !access.sees_all() {
        mask_record(access, at.entity, &mut record);
    }
    let close = text(&record, "close_date").and_then(|day| written_day(&day));
    OpenDeal { at, title, stage: text(&record, "stage"), close }
}

/// The newest call, message, visit or meeting, or the day that the record itself tells of, whichever is newer. A note is
/// nobody's contact, nor is a call that reached nobody.
fn last_contact(
    r: &Reader<'_>,
    access: &Access,
    client: EntityRef,
    record: &Record,
) -> Result<Option<LastContact>, Failure> {
    let touches = r.direct_touches_of(client.id)?;
    let newest =
        touches.into_iter().filter(|t| t.contact).filter_map(|t| Some((written_day(t.at.as_deref()?)?, t.id))).max();
    let told = text(record, "last_contacted_at").and_then(|at| written_day(&at));
    contact_of(r, access, newest, told)
}

/// A contact from its day and its record, or from the day alone that the client's record tells.
pub(crate) fn contact_of(
    r: &Reader<'_>,
    access: &Access,
    newest: Option<(jiff::civil::Date, EntityId)>,
    told: Option<jiff::civil::Date>,
) -> Result<Option<LastContact>, Failure> {
    let Some((day, id)) = newest.filter(|(day, _)| told.is_none_or(|told| *day >= told)) else {
        return Ok(told.map(|day| LastContact { at: None, kind: None, day, by: None }));
    };
    let at = EntityRef { entity: EntityType::Interaction, id };
    let touch = seen(r, access, at)?;
    let field = |name: &str| touch.as_ref().and_then(|t| text(t, name));
    let kind = TimelineKind::of_channel(field("channel").as_deref());
    Ok(Some(LastContact { at: Some(at), kind: Some(kind), day, by: field("assignee") }))
}
