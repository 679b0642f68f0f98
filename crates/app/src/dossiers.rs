//! Client 360: gathered from the store, assembled by `dossier`, compared with its rebuild on request.

use contracts::{Actor, Client360View, EntityId, EntityRef, EntityType};
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
            let consistent = if rebuild { Some(dossier::assemble(&replay(r, material)?) == snapshot) } else { None };
            Ok(Client360View { snapshot, consistent })
        })
    }
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

/// The same material with every record folded from its deltas instead of read from its table.
fn replay(r: &Reader<'_>, mut material: Material) -> Result<Material, Failure> {
    let fold = |id: EntityId| -> Result<graph::Record, Failure> {
        let deltas = r.deltas_of(id)?;
        let mutations = deltas.iter().map(|d| &d.mutation);
        Ok(graph::fold(mutations).map_err(store::StoreError::from)?.unwrap_or_default())
    };
    material.record = fold(material.client.id)?;
    for linked in &mut material.linked {
        linked.record = fold(linked.entity.id)?;
    }
    Ok(material)
}
