//! `export graph`: every canonical record and link, sorted, without bookkeeping; equal graphs give equal bytes.

use std::io::Write;

use contracts::{Actor, EntityRef, EntityType, Permission};

use crate::{App, Outcome};

impl App {
    /// Writes the graph as one JSON object a line: records by kind and id, then links.
    ///
    /// # Errors
    /// The store's, and those of `out`.
    pub fn export_graph(&self, actor: &Actor, out: &mut dyn Write) -> Outcome<u64> {
        self.permit(actor, Permission::ExportData)?;
        let mut written = 0;
        let mut line = |value: &serde_json::Value| {
            written += 1;
            writeln!(out, "{}", graph::canonical_json(value)).map_err(|e| {
                contracts::ApiError::new(
                    contracts::ErrorCode::Internal,
                    format!("The export could not be written: {e}."),
                    "Check the disk and the folder, then export again.",
                )
            })
        };
        self.reading(|r| {
            for entity in EntityType::ALL {
                for id in r.record_ids(entity)? {
                    let Some(record) = r.record(EntityRef { entity, id })? else { continue };
                    line(&serde_json::json!({
                        "entity": entity, "id": id, "archived": record.archived, "fields": record.fields,
                    }))?;
                }
            }
            for link in r.all_links()? {
                line(&serde_json::json!({ "link": link }))?;
            }
            for (old, alias) in r.all_aliases()? {
                line(&serde_json::json!({ "alias": old, "into": alias.into }))?;
            }
            Ok(())
        })?;
        Ok(written)
    }
}
