//! What can be seen of imports.

use std::collections::BTreeMap;

use contracts::{
    ActionCounts, Actor, ApiError, CorrectedCell, ErrorCode, Fate, ImportDetail, ImportId, ImportRow, ImportRows,
    ImportState, ImportSummary, Permission, SafeCount,
};
use store::{ImportRecord, Reader};

use crate::error::{Failure, not_found};
use crate::imports::{changes, find, problems};
use crate::{App, Outcome};

impl App {
    /// Every import, newest first.
    ///
    /// # Errors
    /// The store's.
    pub fn import_list(&self, actor: &Actor) -> Outcome<Vec<ImportSummary>> {
        self.permit(actor, Permission::ReadWorkflow)?;
        self.reading(|r| r.imports()?.iter().map(|i| summary(r, i)).collect())
    }

    /// One import with its manifest, problems and what waits.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`].
    pub fn import_show(&self, actor: &Actor, id: ImportId) -> Outcome<ImportDetail> {
        self.permit(actor, Permission::ReadEvidence)?;
        self.reading(|r| detail(r, id))
    }

    /// A page of an import's rows with their cells and fates.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]; [`ErrorCode::BadInput`] for a limit outside 1..=500.
    pub fn import_rows(
        &self,
        actor: &Actor,
        id: ImportId,
        fate: Option<Fate>,
        after: Option<u64>,
        limit: Option<u32>,
    ) -> Outcome<ImportRows> {
        self.permit(actor, Permission::ReadEvidence)?;
        let limit = limit.unwrap_or(100);
        if !(1..=500).contains(&limit) {
            return Err(ApiError::new(
                ErrorCode::BadInput,
                format!("{limit} rows can't be shown at once."),
                "Ask for 1 to 500.",
            )
            .at("limit"));
        }
        self.reading(|r| {
            let import = find(r, id)?;
            let batch = r.batch_by_key(import.batch)?.ok_or_else(|| not_found("batch", import.batch_id))?;
            let mut fates = r.fates(import.import, fate, after.unwrap_or(0), limit + 1)?;
            let more = fates.len() > limit as usize;
            fates.truncate(limit as usize);
            let (from, to) = (fates.first().map_or(1, |f| f.row_number), fates.last().map_or(0, |f| f.row_number));
            let wanted: BTreeMap<u64, usize> = fates.iter().enumerate().map(|(i, f)| (f.row_number, i)).collect();
            let manifest = r.newest_manifest(import.import)?.ok_or_else(|| not_found("manifest of import", id))?;
            let mut corrected: BTreeMap<u64, Vec<CorrectedCell>> = BTreeMap::new();
            for c in manifest.handling.corrections.into_iter().filter(|c| wanted.contains_key(&c.row_number)) {
                corrected.entry(c.row_number).or_default().push(CorrectedCell { column: c.column, value: c.value });
            }
            // A page of one fate may be strewn over a whole file: only its own rows are asked for.
            let (mut issues, mut changes) = (BTreeMap::new(), BTreeMap::new());
            for (from, to) in runs(&fates) {
                issues.append(&mut r.issues_of_rows(import.import, import.plan, from..=to)?);
                changes.append(&mut changes::of_rows(r, &import, from..=to)?);
            }
            let mut rows = Vec::with_capacity(fates.len());
            r.each_row::<Failure>(batch.batch, from, to, |row| {
                if let Some(i) = wanted.get(&row.row_number) {
                    let fate = &fates[*i];
                    rows.push(ImportRow {
                        row_number: row.row_number,
                        shape: row.shape,
                        fate: fate.fate,
                        reason: fate.reason.clone(),
                        entity_refs: fate.refs.clone(),
                        cells: understanding::parse_row(&row.bytes, &batch.artifact.dialect),
                        corrected: corrected.remove(&row.row_number).unwrap_or_default(),
                        issues: issues.remove(&row.row_number).unwrap_or_default(),
                        changes: changes.remove(&row.row_number).unwrap_or_default(),
                    });
                }
                Ok(true)
            })?;
            let counts = r.fate_counts(import.import, None)?;
            let mut one = contracts::FateCounts::default();
            let total = match fate {
                None => counts.total(),
                Some(f) => {
                    // The count of one fate, picked without naming all six again.
                    one.add(f, 1);
                    [
                        (one.create, counts.create),
                        (one.update, counts.update),
                        (one.merge, counts.merge),
                        (one.unchanged, counts.unchanged),
                        (one.hold, counts.hold),
                        (one.reject, counts.reject),
                    ]
                    .into_iter()
                    .map(|(pick, n)| pick * n)
                    .sum()
                }
            };
            let next_after = more.then_some(to);
            Ok(ImportRows { rows, total, next_after })
        })
    }
}

/// Rows of a page that follow each other, as ranges.
fn runs(fates: &[store::FateRow]) -> Vec<(u64, u64)> {
    let mut out: Vec<(u64, u64)> = Vec::new();
    for row in fates.iter().map(|f| f.row_number) {
        match out.last_mut() {
            Some((_, to)) if *to + 1 == row => *to = row,
            _ => out.push((row, row)),
        }
    }
    out
}

/// The summary of an import just written.
pub(crate) fn summary_of(r: &Reader<'_>, id: ImportId) -> Result<ImportSummary, Failure> {
    summary(r, &find(r, id)?)
}

fn summary(r: &Reader<'_>, i: &ImportRecord) -> Result<ImportSummary, Failure> {
    let manifest = r.newest_manifest(i.import)?.ok_or_else(|| not_found("manifest of import", i.import_id))?;
    let planned = r.fate_counts(i.import, Some(i.plan))?;
    let fates = match i.state {
        ImportState::Proposed => None,
        _ => Some(r.fate_counts(i.import, None)?),
    };
    let mut proposals = ActionCounts::default();
    for c in r.proposal_counts(i.import, i.plan)? {
        proposals.add(c.action, c.count);
    }
    Ok(ImportSummary {
        import_id: i.import_id,
        batch_id: i.batch_id,
        file_name: i.file_name.clone(),
        bytes: i.bytes,
        source_profile: i.profile.clone(),
        row_entity: i.row_entity,
        state: i.state,
        created_at: i.created_at.clone(),
        created_by: i.created_by.clone(),
        rows: i.rows,
        planned,
        fates,
        proposals,
        unresolved_columns: manifest.unmapped_columns.iter().map(|c| c.header.clone()).collect(),
        duplicate_of_batch: i.duplicate_of.map(|_| i.batch_id),
        duplicate_of_import: i.duplicate_of,
    })
}

pub(crate) fn detail(r: &Reader<'_>, id: ImportId) -> Result<ImportDetail, Failure> {
    let i = find(r, id)?;
    let batch = r.batch_by_key(i.batch)?.ok_or_else(|| not_found("batch", i.batch_id))?;
    let manifest = r.newest_manifest(i.import)?.ok_or_else(|| not_found("manifest of import", id))?;
    let mut safe = Vec::new();
    if matches!(i.state, ImportState::Proposed | ImportState::Committing | ImportState::Committed) {
        for c in r.proposal_counts(i.import, i.plan)? {
            if !c.review_required && !c.decided {
                safe.push(SafeCount { entity: c.entity, action: c.action, count: c.count });
            }
        }
    }
    let problems = problems::of(r, &i, &batch, &manifest)?;
    Ok(ImportDetail {
        summary: summary(r, &i)?,
        batch: batch.artifact,
        manifest,
        set_aside: i.set_aside.clone(),
        safe,
        problems,
        waiting: r.reason_groups(i.import)?,
        decisions: r.decisions_of(i.import)?,
    })
}
