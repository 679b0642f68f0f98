//! The snapshot's panels.

use std::collections::BTreeMap;

use contracts::{
    Actor, ActorKind, Artifact, ArtifactId, Client360Snapshot, ClientGraphDelta, EntityRef, EntityType, Envelope,
    Lifecycle, PanelStatus, RecordPanel, Timestamp,
};
use graph::Record;

use crate::facts::{folded, panel, split};

/// A record linked to the client.
#[derive(Clone, Debug, PartialEq)]
pub struct Linked {
    /// Which.
    pub entity: EntityRef,
    /// The kind of link.
    pub link: String,
    /// The record.
    pub record: Record,
    /// Its deltas, oldest first.
    pub deltas: Vec<ClientGraphDelta>,
}

/// Calls and messages that a snapshot holds: a client may have thousands, which the timeline shows window by window.
pub const RECENT: usize = 50;

/// Everything a snapshot is made from.
#[derive(Clone, Debug, PartialEq)]
pub struct Material {
    /// The client.
    pub client: EntityRef,
    /// The client's record.
    pub record: Record,
    /// The client's deltas, oldest first.
    pub deltas: Vec<ClientGraphDelta>,
    /// Records linked to the client.
    pub linked: Vec<Linked>,
    /// Number of deltas in the graph.
    pub graph_version: u64,
}

/// Assembles the dossier. Its `as_of` is the newest change it includes, so the same material gives the same snapshot.
#[must_use]
pub fn assemble(material: &Material) -> Client360Snapshot {
    let m = material;
    let newest = m
        .deltas
        .iter()
        .chain(m.linked.iter().flat_map(|l| &l.deltas))
        .map(|d| &d.envelope.created_at)
        .max()
        .cloned()
        .unwrap_or_else(|| Timestamp("1970-01-01T00:00:00.000Z".into()));
    let mut identity = panel(m.client, &m.record, &m.deltas, None);
    let (consent, rest) = split(std::mem::take(&mut identity.facts), |f| {
        f.field.starts_with("consent.")
            || matches!(f.field.as_str(), "do_not_contact" | "kyc_status" | "source_of_funds")
    });
    identity.facts = rest;
    let of = |kind: EntityType| -> Vec<RecordPanel> { sorted(m.linked.iter().filter(|l| l.entity.entity == kind)) };
    let deals = |closed: bool| -> Vec<RecordPanel> {
        sorted(m.linked.iter().filter(|l| l.entity.entity == EntityType::Opportunity && is_closed(&l.record) == closed))
    };
    let mut snapshot = Client360Snapshot {
        envelope: Envelope {
            artifact_id: ArtifactId(m.client.id.0),
            artifact_type: Client360Snapshot::TYPE.into(),
            schema_version: Client360Snapshot::VERSION.into(),
            source_system: "velocity".into(),
            created_at: newest.clone(),
            created_by: Actor { kind: ActorKind::Rule, id: "dossier/1".into() },
            confidence: None,
            provenance: Vec::new(),
            lifecycle: Lifecycle { state: "fresh".into(), entered_at: newest.clone() },
            unknown: serde_json::Map::new(),
        },
        client_ref: m.client,
        identity,
        account_links: of(EntityType::Account),
        active_opportunities: deals(false),
        closed_opportunities: deals(true),
        recent_interactions: newest_first(m.linked.iter().filter(|l| l.entity.entity == EntityType::Interaction)),
        property_interests: of(EntityType::Interest),
        tasks: of(EntityType::Task),
        qd_overview: None,
        risk_flags: Vec::new(),
        households: of(EntityType::Household),
        relationships: of(EntityType::Person),
        requirement_profiles: of(EntityType::Requirement),
        consent,
        media: Vec::new(),
        panel_status: BTreeMap::new(),
        as_of: newest,
        graph_version: m.graph_version,
    };
    snapshot.panel_status = statuses(&snapshot);
    snapshot
}

/// Panels by name of their records, then by id: the order must not depend on how they were read.
fn sorted<'a>(linked: impl Iterator<Item = &'a Linked>) -> Vec<RecordPanel> {
    let mut panels: Vec<_> = linked.map(|l| panel(l.entity, &l.record, &l.deltas, Some(&l.link))).collect();
    panels.sort_by(|a, b| a.title.cmp(&b.title).then(a.entity.cmp(&b.entity)));
    panels
}

/// Calls and messages by when they were, the newest first; those without a time last. No more than are recent.
fn newest_first<'a>(linked: impl Iterator<Item = &'a Linked>) -> Vec<RecordPanel> {
    let at = |l: &&Linked| l.record.fields.get("at").and_then(serde_json::Value::as_str).map(str::to_owned);
    let mut all: Vec<_> = linked.collect();
    // Ids rise with time: of two in one minute the one that was written down last is the newer.
    all.sort_by_cached_key(|l| std::cmp::Reverse((at(l), l.entity)));
    all.into_iter().take(RECENT).map(|l| panel(l.entity, &l.record, &l.deltas, Some(&l.link))).collect()
}

/// Whether a deal is won or lost, by its status or by its dates.
#[must_use]
pub fn is_closed(record: &Record) -> bool {
    let status = folded(&record.fields, "status");
    ["won", "lost", "closed", "cancelled", "deleted"].iter().any(|s| status.starts_with(s))
        || (status.is_empty() && (record.fields.contains_key("won_at") || record.fields.contains_key("lost_at")))
}

fn statuses(s: &Client360Snapshot) -> BTreeMap<String, PanelStatus> {
    let of = |empty: bool| if empty { PanelStatus::Empty } else { PanelStatus::Ready };
    let none = |why: &str| PanelStatus::Unavailable { why: why.into() };
    BTreeMap::from([
        ("identity".into(), of(s.identity.facts.is_empty())),
        ("account_links".into(), of(s.account_links.is_empty())),
        ("active_opportunities".into(), of(s.active_opportunities.is_empty())),
        ("closed_opportunities".into(), of(s.closed_opportunities.is_empty())),
        ("property_interests".into(), of(s.property_interests.is_empty())),
        ("tasks".into(), of(s.tasks.is_empty())),
        ("households".into(), of(s.households.is_empty())),
        ("requirement_profiles".into(), of(s.requirement_profiles.is_empty())),
        ("consent".into(), of(s.consent.is_empty())),
        ("recent_interactions".into(), of(s.recent_interactions.is_empty())),
        ("qd_overview".into(), none("No intent signals have been received.")),
        ("media".into(), none("No media has been made for this client.")),
    ])
}
