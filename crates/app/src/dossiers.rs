//! Client 360: gathered from the store, assembled by `dossier`, compared with its rebuild on request.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use contracts::{
    AbsorbedRecord, Actor, Client360Snapshot, Client360View, DeltaOp, EntityId, EntityRef, EntityType, NotTheSame,
    Permission,
};
use dossier::{Linked, Material};
use store::Reader;

use crate::access::Access;
use crate::error::{Failure, not_found};
use crate::lists::{artifacts, neighbours};
use crate::{App, Outcome};

impl App {
    /// The dossier of a person; with `rebuild`, whether it equals the one made from the log alone.
    ///
    /// # Errors
    /// [`contracts::ErrorCode::NotFound`].
    pub fn client360(&self, actor: &Actor, id: EntityId, rebuild: bool) -> Outcome<Client360View> {
        let access = self.permit(actor, Permission::ReadRecords)?;
        self.reading(|r| {
            // An old id leads to whoever absorbed its record.
            let at = r.resolve(EntityRef { entity: EntityType::Person, id })?;
            let material = gather(r, at.id, rebuild)?;
            let snapshot = dossier::assemble(&material);
            let consistent =
                if rebuild { Some(agree(&material, &snapshot, &replay(r, material.client)?)) } else { None };
            let snapshot = if access.sees_all() { snapshot } else { masked(&access, snapshot) };
            let client = material.client;
            Ok(Client360View {
                snapshot,
                consistent,
                archived: r.record(client)?.is_some_and(|record| record.archived),
                absorbed: absorbed(r, &access, client)?,
                not_the_same: not_the_same(r, &access, client)?,
            })
        })
    }
}

/// Whoever was merged into a record, also by way of others, oldest merge first.
pub(crate) fn absorbed(r: &Reader<'_>, access: &Access, at: EntityRef) -> Result<Vec<AbsorbedRecord>, Failure> {
    let mut out = Vec::new();
    for old in r.absorbed_by(at)? {
        let deltas = r.deltas_of(old.id)?;
        let Some(merge) = deltas.iter().rev().find(|d| d.mutation.op == DeltaOp::Merge) else { continue };
        let was = merge.mutation.changes.iter().map(|c| (c.field.clone(), c.before.clone())).collect();
        out.push(AbsorbedRecord {
            entity: old,
            title: access.shown_title(old.entity, &graph::title(old.entity, &was)),
            at: merge.at.clone(),
            by: merge.actor.clone(),
            group: merge.group,
        });
    }
    out.sort_by(|a, b| a.at.cmp(&b.at).then(a.entity.cmp(&b.entity)));
    Ok(out)
}

/// Who was decided not to be this record, or not to be anybody who was merged into it; of those who still are there.
pub(crate) fn not_the_same(r: &Reader<'_>, access: &Access, at: EntityRef) -> Result<Vec<NotTheSame>, Failure> {
    let mut own = vec![at];
    own.extend(r.absorbed_by(at)?);
    let mut out: Vec<NotTheSame> = Vec::new();
    for one in own {
        for (other, decision_id) in r.rejections_of(one.id)? {
            let other = r.resolve(EntityRef { entity: at.entity, id: other })?;
            let Some(record) = r.record(other)?.filter(|_| other != at) else { continue };
            if out.iter().any(|known| known.entity == other) {
                continue;
            }
            let decision = r.decision(decision_id)?;
            out.push(NotTheSame {
                entity: other,
                title: access.shown_title(other.entity, &graph::title(other.entity, &record.fields)),
                decision_id,
                by: decision.as_ref().map(|d| d.reviewer_ref.clone()),
                at: decision.as_ref().map(|d| d.decided_at.clone()),
                notes: decision.and_then(|d| d.decision_notes).filter(|_| access.sees_all()),
            });
        }
    }
    Ok(out)
}

/// A dossier as a role sees it.
fn masked(access: &Access, mut s: Client360Snapshot) -> Client360Snapshot {
    access.mask_panel(&mut s.identity);
    for panels in [
        &mut s.account_links,
        &mut s.active_opportunities,
        &mut s.closed_opportunities,
        &mut s.recent_interactions,
        &mut s.media,
        &mut s.property_interests,
        &mut s.tasks,
        &mut s.households,
        &mut s.relationships,
        &mut s.requirement_profiles,
    ] {
        panels.iter_mut().for_each(|p| access.mask_panel(p));
    }
    access.mask_facts(EntityType::Person, &mut s.consent);
    s
}

/// Whether the tables and the log tell the same. Records are compared as well as snapshots: a value that no change
/// explains is never shown, so a snapshot alone would not betray it.
fn agree(tables: &Material, snapshot: &Client360Snapshot, log: &Material) -> bool {
    let records = |m: &Material| -> BTreeMap<(EntityRef, String), graph::Record> {
        m.linked.iter().map(|l| ((l.entity, l.link.clone()), l.record.clone())).collect()
    };
    tables.record == log.record && records(tables) == records(log) && dossier::assemble(log) == *snapshot
}

/// What a snapshot is made from; all of a client's calls and messages only where they are compared with the log.
fn gather(r: &Reader<'_>, id: EntityId, whole: bool) -> Result<Material, Failure> {
    let client = EntityRef { entity: EntityType::Person, id };
    let record = r.record(client)?.ok_or_else(|| not_found("person", id))?;
    let mut linked = Vec::new();
    let mut touches = if whole { Vec::new() } else { r.direct_touches_of(id)? };
    let many = touches.len() > dossier::RECENT;
    touches.sort_by_cached_key(|t| Reverse((t.at.clone(), t.id)));
    let recent: BTreeSet<EntityId> = touches.into_iter().take(dossier::RECENT).map(|t| t.id).collect();
    for (entity, link) in neighbours(r, id)? {
        if many && entity.entity == EntityType::Interaction && !recent.contains(&entity.id) {
            continue;
        }
        if let Some(record) = r.record(entity)? {
            linked.push(Linked { entity, link, record, deltas: artifacts(r, entity.id)? });
        }
    }
    Ok(Material { client, record, deltas: artifacts(r, id)?, linked, graph_version: r.graph_version()? })
}

/// The same material from the log alone: every record folded from its deltas, the neighbours from the link deltas.
fn replay(r: &Reader<'_>, client: EntityRef) -> Result<Material, Failure> {
    let fold = |id: EntityId| -> Result<graph::Record, Failure> {
        let deltas = r.deltas_of(id)?;
        let mutations = deltas.iter().map(|d| &d.mutation);
        Ok(graph::fold(mutations).map_err(store::StoreError::from)?.record.unwrap_or_default())
    };
    let mut linked = Vec::new();
    for l in r.logged_links_of(client.id)? {
        let entity = if l.from == client { l.to } else { l.from };
        linked.push(Linked { entity, link: l.kind, record: fold(entity.id)?, deltas: artifacts(r, entity.id)? });
    }
    let (record, deltas) = (fold(client.id)?, artifacts(r, client.id)?);
    Ok(Material { client, record, deltas, linked, graph_version: r.graph_version()? })
}
