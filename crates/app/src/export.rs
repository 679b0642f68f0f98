//! `export graph`: every canonical record and link, sorted, without bookkeeping; equal graphs give equal bytes.

use std::io::Write;
use std::path::Path;

use contracts::{Actor, EntityRef, EntityType, Permission};

use store::StoreError;

use crate::error::from_store;
use crate::{App, Outcome};

/// Writes a file that doesn't exist yet, whole or not at all.
///
/// # Errors
/// [`contracts::ErrorCode::BadInput`] naming `out` where it exists or can't be written.
pub(crate) fn write_new(out: &Path, bytes: &[u8]) -> Outcome<std::path::PathBuf> {
    let bad =
        |message: String, hint: &str| contracts::ApiError::new(contracts::ErrorCode::BadInput, message, hint).at("out");
    let failed = |e: std::io::Error| match e.kind() {
        std::io::ErrorKind::AlreadyExists => {
            bad(format!("{} exists already.", out.display()), "Choose another name; nothing is written over.")
        }
        _ => bad(format!("{} can't be written: {e}.", out.display()), "Choose another file."),
    };
    let path = std::path::absolute(out).map_err(failed)?;
    let mut file = std::fs::File::create_new(&path).map_err(failed)?;
    if let Err(e) = file.write_all(bytes).and_then(|()| file.sync_all()) {
        drop(file);
        // Half a file would look like a whole one.
        let _ = std::fs::remove_file(&path);
        return Err(failed(e));
    }
    Ok(path)
}

impl App {
    /// As [`App::export_graph`], into a file, which is noted: an erasure must know what else may hold a person.
    ///
    /// # Errors
    /// Those of the disk, as [`contracts::ErrorCode::BadInput`] naming `out`, and those of [`App::export_graph`].
    pub fn export_graph_to(&self, actor: &Actor, out: &Path) -> Outcome<u64> {
        self.permit(actor, Permission::ExportData)?;
        let failed = |e: std::io::Error| {
            contracts::ApiError::new(
                contracts::ErrorCode::BadInput,
                format!("{} can't be written: {e}.", out.display()),
                "Choose another file.",
            )
            .at("out")
        };
        let path = std::path::absolute(out).map_err(failed)?;
        let mut bytes = Vec::new();
        let lines = self.export_graph(actor, &mut bytes)?;
        std::fs::write(&path, &bytes).map_err(failed)?;
        let sha256 = graph::hex(&graph::sha256(&bytes));
        let noted: Result<(), StoreError> = self
            .store
            .write(self.host.as_ref(), |tx| tx.insert_export("graph", &path.display().to_string(), &sha256, actor));
        match noted {
            // A workspace on a read-only disk can be exported, too; nobody can erase there either.
            Err(e) if e.disk().is_some() => {
                tracing::warn!("an export could not be noted: the disk can't be written to")
            }
            other => other.map_err(|e| from_store(&e))?,
        }
        Ok(lines)
    }

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
