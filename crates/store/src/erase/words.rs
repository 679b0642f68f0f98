//! Words elsewhere: sentences that quote the person, samples, headers and records beside the data that are one of their
//! rows, values of profiles that name them.

use std::collections::BTreeSet;

use rusqlite::params;
use serde_json::Value;
use uuid::Uuid;

use super::{ERASED, ErasureWrite};
use crate::error::{from_json, to_json};
use crate::{StoreError, Tx};

impl Tx<'_> {
    /// Sentences that quote the person: reasons and doubts of their rows, of other rows that were compared with them, and
    /// samples of columns.
    pub(super) fn erase_mentions(&mut self, what: &ErasureWrite) -> Result<u64, StoreError> {
        let mut mentions = 0;
        for (batch, rows) in what.rows.iter().chain(&what.beside) {
            for row in rows {
                mentions += self
                    .conn
                    .prepare_cached(
                        "UPDATE import_row_fates SET reason = ?3, refs = '[]' WHERE row_number = ?2
                         AND import IN (SELECT import FROM workflow_imports WHERE batch = ?1) AND reason <> ?3",
                    )?
                    .execute(params![batch, row, ERASED])?;
                mentions += self
                    .conn
                    .prepare_cached(
                        "DELETE FROM import_row_issues WHERE row_number = ?2
                         AND import IN (SELECT import FROM workflow_imports WHERE batch = ?1)",
                    )?
                    .execute(params![batch, row])?;
            }
        }
        let batches: BTreeSet<i64> =
            what.rows.keys().chain(what.beside.keys()).chain(what.aside.keys()).copied().collect();
        for batch in batches {
            mentions += self.erase_samples(batch, what)?;
            mentions += self.erase_set_aside(batch, what)?;
        }
        let quoting = "EXISTS (SELECT 1 FROM temp.erased_texts t WHERE instr(lower(%), t.text) > 0)";
        mentions += self.conn.execute(
            &format!(
                "UPDATE import_row_fates SET reason = ? WHERE reason <> '' AND {}",
                quoting.replace('%', "reason")
            ),
            [ERASED],
        )?;
        mentions += self.conn.execute(
            &format!("UPDATE import_row_issues SET message = ? WHERE {}", quoting.replace('%', "message")),
            [ERASED],
        )?;
        mentions += self.erase_in_profiles(what)?;
        mentions += self.erase_views(&|text| {
            let text = text.to_lowercase();
            what.texts.iter().any(|t| t.chars().count() > 3 && text.contains(&t.to_lowercase()))
        })?;
        let _ = self.sweep_words()?;
        Ok(mentions as u64)
    }

    /// Samples and evidence of a batch's columns that are, or quote, cells of the blanked rows.
    fn erase_samples(&mut self, batch: i64, what: &ErasureWrite) -> Result<usize, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT manifest_id, artifact FROM workflow_manifests
             WHERE import IN (SELECT import FROM workflow_imports WHERE batch = ?)",
        )?;
        let found: Vec<(Uuid, String)> =
            statement.query_map([batch], |r| Ok((r.get(0)?, r.get(1)?)))?.collect::<Result<_, _>>()?;
        drop(statement);
        let mut count = 0;
        for (id, text) in found {
            let mut manifest: contracts::ImportMappingManifest = from_json("manifest", &text)?;
            let before = count;
            let quotes = |text: &str| {
                let text = text.to_lowercase();
                what.texts.iter().chain(&what.cells).any(|t| t.chars().count() > 3 && text.contains(&t.to_lowercase()))
            };
            for c in manifest.column_mappings.iter_mut().chain(manifest.unmapped_columns.iter_mut()) {
                let had = c.samples.len();
                c.samples.retain(|s| !what.cells.contains(s.trim()) && !quotes(s));
                count += had - c.samples.len();
                let gone = |s: &str| what.cells.contains(s.trim()) || quotes(s);
                let had = c.choices.len() + c.value_map.len();
                c.choices.retain(|v| !gone(&v.value));
                c.value_map.retain(|v| !gone(&v.from) && !v.to.as_deref().is_some_and(gone));
                count += had - c.choices.len() - c.value_map.len();
                if c.default_value.as_deref().is_some_and(gone) {
                    c.default_value = None;
                    count += 1;
                }
                for e in c.evidence.iter_mut().filter(|e| quotes(&e.why)) {
                    e.why = ERASED.into();
                    count += 1;
                }
                if c.question.as_deref().is_some_and(quotes) {
                    c.question = Some(ERASED.into());
                    count += 1;
                }
            }
            let had = manifest.handling.corrections.len();
            let blanked =
                |row: u64| [&what.rows, &what.beside].iter().any(|w| w.get(&batch).is_some_and(|r| r.contains(&row)));
            manifest.handling.corrections.retain(|c| !blanked(c.row_number) && !quotes(&c.value));
            count += had - manifest.handling.corrections.len();
            for note in manifest.resolver_notes.iter_mut().filter(|n| names(n, what)) {
                *note = ERASED.into();
                count += 1;
            }
            if what.headers.contains(&batch) {
                for c in manifest.column_mappings.iter_mut().chain(manifest.unmapped_columns.iter_mut()) {
                    c.header = unnamed(c.index as usize);
                }
                count += 1;
            }
            if count > before {
                self.conn.execute(
                    "UPDATE workflow_manifests SET artifact = ? WHERE manifest_id = ?",
                    params![to_json("manifest", &manifest)?, id],
                )?;
            }
        }
        Ok(count)
    }

    /// Values in saved profiles that name the person: what a value is replaced by may be anything that somebody typed.
    fn erase_in_profiles(&mut self, what: &ErasureWrite) -> Result<usize, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT profile_id, profile FROM workflow_profiles")?;
        let found: Vec<(String, String)> =
            statement.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?.collect::<Result<_, _>>()?;
        drop(statement);
        let mut count = 0;
        for (id, text) in found {
            let mut profile: Value = from_json("profile", &text)?;
            let before = count;
            for column in profile.get_mut("columns").and_then(Value::as_array_mut).into_iter().flatten() {
                let Some(column) = column.as_object_mut() else { continue };
                if let Some(values) = column.get_mut("values").and_then(Value::as_object_mut) {
                    let had = values.len();
                    values.retain(|from, to| !names(from, what) && !to.as_str().is_some_and(|to| names(to, what)));
                    count += had - values.len();
                }
                if column.get("default").and_then(Value::as_str).is_some_and(|d| names(d, what)) {
                    column.remove("default");
                    count += 1;
                }
            }
            if count > before {
                let text = serde_json::to_string_pretty(&profile).map_err(|e| StoreError::Damaged(e.to_string()))?;
                self.conn
                    .execute("UPDATE workflow_profiles SET profile = ? WHERE profile_id = ?", params![text, id])?;
            }
        }
        Ok(count)
    }

    /// Headers that are a client's row, under a reading that was wrong.
    pub(super) fn erase_headers(&mut self, what: &ErasureWrite) -> Result<(), StoreError> {
        for batch in &what.headers {
            let Some(mut stored) = self.batch_by_key(*batch)? else { continue };
            for (i, header) in stored.artifact.headers.iter_mut().enumerate() {
                *header = unnamed(i);
            }
            self.conn.execute(
                "UPDATE raw_import_batches SET artifact = ? WHERE batch = ?",
                params![to_json("batch", &stored.artifact)?, batch],
            )?;
        }
        Ok(())
    }

    /// Records beside a batch's data that are one of the rows, or name the person.
    fn erase_set_aside(&mut self, batch: i64, what: &ErasureWrite) -> Result<usize, StoreError> {
        let mut statement =
            self.conn.prepare_cached("SELECT import, set_aside FROM workflow_imports WHERE batch = ?")?;
        let found: Vec<(i64, String)> =
            statement.query_map([batch], |r| Ok((r.get(0)?, r.get(1)?)))?.collect::<Result<_, _>>()?;
        drop(statement);
        let rows = what.aside.get(&batch);
        let mut count = 0;
        for (import, text) in found {
            let mut aside: Vec<contracts::SetAside> = from_json("set-aside records", &text)?;
            let before = count;
            for record in &mut aside {
                if rows.is_some_and(|r| r.contains(&record.text)) || names(&record.text, what) {
                    record.text = ERASED.into();
                    count += 1;
                }
            }
            if count > before {
                self.conn.execute(
                    "UPDATE workflow_imports SET set_aside = ? WHERE import = ?",
                    params![to_json("set-aside records", &aside)?, import],
                )?;
            }
        }
        Ok(count)
    }
}

/// What stands in place of a header that was a client's row.
fn unnamed(column: usize) -> String {
    format!("Column {}", column + 1)
}

/// Whether a sentence names the person.
fn names(text: &str, what: &ErasureWrite) -> bool {
    let text = text.to_lowercase();
    what.texts.iter().any(|t| text.contains(t.as_str()))
}
