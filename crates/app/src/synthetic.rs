//! A workspace of made-up clients, as many as asked for, written as changes like any other and with an import that waits
//! for review (R196, R201).

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use contracts::{
    Actor, ApiError, Cause, DeltaOp, EntityId, EntityRef, EntityType, ErrorCode, FieldChange, GroupId, ImportState,
    ImportSummary, Link, Permission,
};
use graph::Mutation;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use store::{GroupWrite, NewDelta, Tx};
use synth::{COHORT, Client, Deal, Synth};

use crate::error::{Failure, refused};
use crate::work::{Begin, Work};
use crate::workspace::read_description;
use crate::{App, Host, Outcome, Reporter};

/// The kind of its mission.
pub(crate) const MISSION: &str = "synth";
/// Who writes.
const RULE: &str = "synth/1";
/// Clients written in one transaction: whole cohorts, so that nobody is related to anybody outside of it.
const STEP: u64 = 8 * COHORT;
/// As many as the numbers last for.
const MOST_CLIENTS: u64 = 1_000_000;
const MOST_INTERACTIONS: u32 = 100;

/// What is asked for. The same order gives the same content on the same day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SynthOrder {
    /// How many clients.
    pub clients: u64,
    /// Which ones.
    pub seed: u64,
    /// How often the average client was in touch.
    pub interactions: u32,
}

/// What stands in the workspace now.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Synthesised {
    /// The workspace's folder.
    pub workspace: String,
    /// What was asked for.
    #[serde(flatten)]
    pub order: SynthOrder,
    /// Records by kind.
    pub records: BTreeMap<String, u64>,
    /// Changes in the log.
    pub changes: u64,
    /// The import that waits for review.
    pub import: ImportSummary,
}

/// How far the work is, as its mission keeps it.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct So {
    order: SynthOrder,
    /// The day that everything is told from.
    today: String,
    /// The next client.
    next: u64,
}

impl SynthOrder {
    fn check(&self) -> Outcome<()> {
        let bad = |field: &str, most: u64, least: u64| {
            let what = format!("{field} is a number from {least} to {most}.");
            Err(ApiError::new(ErrorCode::BadInput, what, "Give a number that lies between them.").at(field))
        };
        match self {
            o if !(1..=MOST_CLIENTS).contains(&o.clients) => bad("clients", MOST_CLIENTS, 1),
            o if o.interactions > MOST_INTERACTIONS => bad("interactions", MOST_INTERACTIONS.into(), 0),
            _ => Ok(()),
        }
    }
}

impl App {
    /// Makes a demo workspace of made-up clients in a folder, or goes on with one that was cut off.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for an order beyond the limits; [`ErrorCode::Refused`] by policy, for a real workspace and
    /// for one that holds anything else.
    pub fn synth(
        folder: &Path,
        order: &SynthOrder,
        actor: &Actor,
        host: Arc<dyn Host>,
        reporter: &dyn Reporter,
    ) -> Outcome<(Self, Synthesised)> {
        order.check()?;
        let app = match read_description(folder)? {
            Some(about) if !about.demo => {
                return Err(refused(
                    format!("{} holds a real workspace; made-up clients are never written there.", folder.display()),
                    "Choose a new folder. Demo and real data are never mixed.",
                ));
            }
            Some(_) => Self::open(folder, host)?,
            None => Self::make(folder, "Synthetic clients", true, actor, host)?,
        };
        let done = app.synth_here(order, actor, reporter)?;
        Ok((app, done))
    }

    fn synth_here(&self, order: &SynthOrder, actor: &Actor, reporter: &dyn Reporter) -> Outcome<Synthesised> {
        self.permit(actor, Permission::CreateWorkspace)?;
        let (begun, is_empty) = self.reading(|r| {
            let is_empty = r.graph_version()? == 0 && r.imports()?.is_empty();
            Ok((r.newest_mission(MISSION)?, is_empty))
        })?;
        let begin = match begun {
            Some(m) if m.state == "done" => {
                return Err(refused(
                    "This workspace holds its made-up clients already.",
                    "Choose a new folder for others.",
                ));
            }
            Some(m) => match serde_json::from_value::<So>(m.input) {
                Ok(so) if so.order == *order => Begin::Again(m.mission_id),
                _ => {
                    return Err(refused(
                        "Other made-up clients were begun in this workspace.",
                        "Go on with the same numbers as then, or choose a new folder.",
                    ));
                }
            },
            None if is_empty => {
                let today = store::timestamp(self.host.now_ms()).0.chars().take(10).collect();
                let input = json!(So { order: *order, today, next: 0 });
                Begin::New { kind: MISSION, title: format!("Make up {} clients", order.clients), input }
            }
            None => {
                return Err(refused(
                    "This workspace holds other records; made-up clients are not written among them.",
                    "Choose a new folder.",
                ));
            }
        };
        self.synth_as(actor, begin, reporter)
    }

    /// The work as a mission, begun or gone on with.
    pub(crate) fn synth_as(&self, actor: &Actor, begin: Begin<'_>, reporter: &dyn Reporter) -> Outcome<Synthesised> {
        self.permit(actor, Permission::CreateWorkspace)?;
        self.permit(actor, Permission::ImportFiles)?;
        self.mission(actor, begin, reporter, |work| {
            let mut so = self.so_far(work)?;
            let made_up = || refused("The work does not say what was asked for.", "Start anew in another folder.");
            let synth = Synth::new(so.order.seed, &so.today, so.order.interactions).ok_or_else(made_up)?;
            let total = so.order.clients;
            while so.next < total {
                work.go_on()?;
                let to = (so.next + STEP).min(total);
                let step: Result<(), Failure> = self.store.write(self.host.as_ref(), |tx| {
                    write_clients(tx, &synth, so.next, to)?;
                    tx.set_mission_input(work.id, &json!(So { next: to, ..so.clone() }))?;
                    Ok(tx.mission_progress(work.id, "writing", to, total)?)
                });
                step.map_err(ApiError::from)?;
                so.next = to;
                work.report("writing", "", to, total);
            }
            self.index_pending(work, "")?;
            self.write_keys(work, "")?;
            let import = self.older_system(&synth, total, actor, reporter)?;
            let finished: Result<Synthesised, Failure> = self.store.write(self.host.as_ref(), |tx| {
                let mut records = BTreeMap::new();
                for kind in EntityType::ALL {
                    records.insert(kind.as_str().to_owned(), tx.record_count(kind)?);
                }
                let changes = tx.graph_version()?;
                work.done(tx, &json!({ "clients": total, "changes": changes }))?;
                let workspace = self.folder().display().to_string();
                Ok(Synthesised { workspace, order: so.order, records, changes, import })
            });
            finished.map_err(ApiError::from)
        })
    }

    fn so_far(&self, work: &Work<'_>) -> Outcome<So> {
        let input = self.reading(|r| Ok(r.mission(work.id)?.map(|m| m.input).unwrap_or_default()))?;
        serde_json::from_value(input)
            .map_err(|_| refused("The work does not say what was asked for.", "Start anew in another folder."))
    }

    /// A file of an older system, brought in as any other and left for review.
    fn older_system(
        &self,
        synth: &Synth,
        clients: u64,
        actor: &Actor,
        reporter: &dyn Reporter,
    ) -> Outcome<ImportSummary> {
        let export = synth.old_export(clients);
        let there = self.import_list(actor)?;
        match there.into_iter().find(|i| i.file_name == export.name && i.state != ImportState::Staging) {
            Some(found) => Ok(found),
            None => self.import_bytes(actor, export.name, &export.bytes, reporter),
        }
    }

    /// Whether the workspace holds made-up clients, whole or in part.
    pub(crate) fn is_synthetic(&self) -> Outcome<bool> {
        self.reading(|r| Ok(r.newest_mission(MISSION)?.is_some()))
    }
}

/// Writes the clients from one number up to before another, each with everything around them as one group.
fn write_clients(tx: &mut Tx<'_>, synth: &Synth, from: u64, to: u64) -> Result<(), Failure> {
    let mut groups = Vec::new();
    let mut known = Known::default();
    for number in from..to {
        if number % COHORT == 0 {
            known = Known::default();
        }
        let deltas = Around::new(tx).client(synth, synth.client(number), &mut known);
        groups.push(GroupWrite {
            group: GroupId(tx.new_id()),
            actor: Actor::rule(RULE),
            source_system: "synth".into(),
            decision_id: None,
            import: None,
            deltas,
        });
    }
    tx.index_later();
    tx.commit_groups(groups)?;
    Ok(())
}

/// Whom of a cohort was written already.
#[derive(Default)]
struct Known {
    people: BTreeMap<u64, EntityRef>,
    firms: BTreeMap<u64, EntityRef>,
}

/// The changes that make one client.
struct Around<'a, 'b> {
    tx: &'a Tx<'b>,
    deltas: Vec<NewDelta>,
}

type Fields = Vec<(&'static str, Value)>;

impl<'a, 'b> Around<'a, 'b> {
    fn new(tx: &'a Tx<'b>) -> Self {
        Self { tx, deltas: Vec::new() }
    }

    fn push(&mut self, mutation: Mutation) {
        let cause =
            Cause { kind: "rule".into(), decision_id: None, proposal_id: None, batch_id: None, row_number: None };
        self.deltas.push(NewDelta { mutation, cause, inverse_of: None });
    }

    fn make(&mut self, entity: EntityType, fields: Fields) -> EntityRef {
        let at = EntityRef { entity, id: EntityId(self.tx.new_id()) };
        self.push(Mutation::create(at, fields.into_iter().map(|(name, v)| (name.to_owned(), v, Vec::new(), None))));
        at
    }

    fn link(&mut self, kind: &str, from: EntityRef, to: EntityRef) {
        self.push(Mutation::make_link(&Link { kind: kind.into(), from, to }));
    }

    fn of(&mut self, entity: EntityType, kind: &str, fields: Fields, person: EntityRef) {
        let at = self.make(entity, fields);
        self.link(kind, at, person);
    }

    fn client(mut self, synth: &Synth, client: Client, known: &mut Known) -> Vec<NewDelta> {
        let person = self.make(EntityType::Person, client.person);
        known.people.insert(client.number, person);
        if let Some(number) = client.firm {
            let firm = match known.firms.get(&number) {
                Some(firm) => *firm,
                None => self.make(EntityType::Account, synth.firm(number)),
            };
            known.firms.insert(number, firm);
            self.link("works_at", person, firm);
        }
        for other in &client.related {
            if let Some(other) = known.people.get(other) {
                self.link("related_to", person, *other);
            }
        }
        for (entity, kind, records) in [
            (EntityType::Household, "household_of", client.household.into_iter().collect::<Vec<_>>()),
            (EntityType::Requirement, "requirement_of", client.requirement.into_iter().collect()),
            (EntityType::Interest, "interest_of", client.interests),
            (EntityType::Task, "task_of", client.tasks),
            (EntityType::Interaction, "interaction_of", client.interactions),
        ] {
            for fields in records {
                self.of(entity, kind, fields, person);
            }
        }
        for deal in client.deals {
            self.deal(deal, person);
        }
        self.deltas
    }

    /// A deal as it was opened, and each later step as a change of its own: its history tells the way it took.
    fn deal(&mut self, deal: Deal, person: EntityRef) {
        let mut now: BTreeMap<&'static str, Value> = deal.opened.iter().cloned().collect();
        let at = self.make(EntityType::Opportunity, deal.opened);
        self.link("contact_of", at, person);
        for step in deal.moves {
            let changes: Vec<FieldChange> = step
                .into_iter()
                .filter_map(|(field, after)| {
                    let before = now.insert(field, after.clone()).unwrap_or_default();
                    (before != after).then(|| FieldChange {
                        field: field.into(),
                        before,
                        after,
                        sources: Vec::new(),
                        confidence: None,
                    })
                })
                .collect();
            if !changes.is_empty() {
                self.push(Mutation { entity: at, op: DeltaOp::Update, changes });
            }
        }
    }
}
