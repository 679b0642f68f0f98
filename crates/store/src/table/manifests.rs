//! `workflow_manifests`: versions of an import's column mapping.

use contracts::{Artifact, ImportMappingManifest, ManifestId};
use rusqlite::{OptionalExtension, params};

use crate::error::{from_json, to_json};
use crate::{Reader, StoreError, Tx};

impl Reader<'_> {
    /// The newest manifest of an import, with its state as it is now.
    ///
    /// # Errors
    /// The database's.
    pub fn newest_manifest(&self, import: i64) -> Result<Option<ImportMappingManifest>, StoreError> {
        let sql = "SELECT artifact FROM workflow_manifests WHERE import = ? ORDER BY version DESC LIMIT 1";
        let text: Option<String> = self.conn.prepare_cached(sql)?.query_row([import], |r| r.get(0)).optional()?;
        text.map(|t| self.with_state(&t)).transpose()
    }

    /// A manifest by its id.
    ///
    /// # Errors
    /// The database's.
    pub fn manifest(&self, id: ManifestId) -> Result<Option<ImportMappingManifest>, StoreError> {
        let sql = "SELECT artifact FROM workflow_manifests WHERE manifest_id = ?";
        let text: Option<String> = self.conn.prepare_cached(sql)?.query_row([id.0], |r| r.get(0)).optional()?;
        text.map(|t| self.with_state(&t)).transpose()
    }

    /// Every version of an import's mapping, oldest first, with its state as it is now.
    ///
    /// # Errors
    /// The database's.
    pub fn manifests_of(&self, import: i64) -> Result<Vec<ImportMappingManifest>, StoreError> {
        let sql = "SELECT artifact FROM workflow_manifests WHERE import = ? ORDER BY version";
        let mut statement = self.conn.prepare_cached(sql)?;
        let found: Vec<String> = statement.query_map([import], |r| r.get(0))?.collect::<Result<_, _>>()?;
        found.iter().map(|t| self.with_state(t)).collect()
    }

    fn with_state(&self, text: &str) -> Result<ImportMappingManifest, StoreError> {
        let mut manifest: ImportMappingManifest = from_json("manifest", text)?;
        if let Some((state, entered_at)) = self.lifecycle(manifest.manifest_id.0)? {
            manifest.envelope.lifecycle = contracts::Lifecycle { state, entered_at };
        }
        Ok(manifest)
    }
}

impl Tx<'_> {
    /// Keeps a version of a mapping, superseding the one before, with its audit entry.
    ///
    /// # Errors
    /// The database's, or a breach of the artifact's contract.
    pub fn insert_manifest(&mut self, import: i64, manifest: &ImportMappingManifest) -> Result<(), StoreError> {
        manifest.validate()?;
        let actor = manifest.envelope.created_by.clone();
        if let Some(old) = manifest.supersedes {
            self.enter_state::<ImportMappingManifest>(old.0, "superseded", &actor)?;
        }
        let text = to_json("manifest", manifest)?;
        self.conn.execute(
            "INSERT INTO workflow_manifests (manifest_id, import, version, artifact) VALUES (?, ?, ?, ?)",
            params![manifest.manifest_id.0, import, manifest.version, text],
        )?;
        let subject = serde_json::json!({ "manifest": manifest.manifest_id.to_string(), "version": manifest.version });
        // Samples, values and corrected cells are client data: the audit entry covers the mapping without their words, so that
        // it survives an erasure.
        let mut bare = manifest.clone();
        for column in bare.column_mappings.iter_mut().chain(&mut bare.unmapped_columns) {
            column.samples.clear();
            column.choices.clear();
            column.value_map.clear();
            column.default_value = None;
        }
        for correction in &mut bare.handling.corrections {
            correction.value.clear();
        }
        let value = serde_json::to_value(&bare).map_err(|source| StoreError::Json { what: "manifest", source })?;
        let commitment = graph::commitment("velocity/manifest/1", &[graph::canonical_json(&value).as_bytes()]);
        let now = self.now();
        self.append_audit("manifest", &subject, commitment, &actor, &now)?;
        Ok(())
    }
}
