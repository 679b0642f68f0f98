//! Client 360: gathered from the store, assembled by `dossier`, compared with its rebuild on request.

use std::collections::BTreeMap;

use contracts::{Actor, Client360Snapshot, Client360View, EntityId, EntityRef, EntityType};
use dossier::{Linked, Material};
use store::Reader;

use crate::error::{Failure, not_found};
use crate::lists::{artifacts, neighbours};
use crate::{App, Outcome};

impl App {
    /// The dossier of a person; with `rebuild`, whether it equals the one made from the log alone.
    ///
    /// # Errors
    /// [`contracts::ErrorCode::NotFound`].
    pub fn client360(&self, _actor: &Actor, id: EntityId, rebuild: bool) -> Outcome<Client360View> {
        self.reading(|r| {
            let material = gather(r, id)?;
            let snapshot = dossier::assemble(&material);
            let consistent =
                if rebuild { Some(agree(&material, &snapshot, &replay(r, material.client)?)) } else { None };
            Ok(Client360View { snapshot, consistent })
        })
    }
}

/// Whether the tables and the log tell the same. Records are compared as well as snapshots: a value that no change
/// explains is never shown, so a snapshot alone would not betray it.
fn agree(tables: &Material, snapshot: &Client360Snapshot, log: &Material) -> bool {
    let records = |m: &Material| -> BTreeMap<(EntityRef, String), graph::Record> {
        m.linked.iter().map(|l| ((l.entity, l.link.clone()), l.record.clone())).collect()
    };
    tables.record == log.record && records(tables) == records(log) && dossier::assemble(log) == *snapshot
}

fn gather(r: &Reader<'_>, id: EntityId) -> Result<Material, Failure> {
    let client = EntityRef { entity: EntityType::Person, id };
    let record = r.record(client)?.ok_or_else(|| not_found("person", id))?;
    let mut linked = Vec::new();
    for (entity, link) in neighbours(r, id)? {
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
