//! Explain: from a value to its delta, decision, proposal, manifest, row, cell, segment and file (R84, R86, R198).

use contracts::{
    Actor, ApiError, CellEvidence, CellRef, ColumnMapping, EntityId, EntityRef, EntityType, ErrorCode, EvidenceCell,
    Explanation, ImportMappingManifest, ManifestId, Permission, ProvenanceChain, ProvenanceRef, Verdict,
};
use dossier::FieldOrigin;
use serde_json::Value;
use store::{Reader, StoredBatch};

use crate::error::{Failure, not_found};
use crate::lists::artifacts;
use crate::{App, Outcome};

impl App {
    /// Explains a field of a record: one chain per value it holds now.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] for an unknown record; [`ErrorCode::BadInput`] for a field that is not in the dictionary.
    pub fn explain(&self, actor: &Actor, entity: EntityType, id: EntityId, field: &str) -> Outcome<Explanation> {
        let access = self.permit(actor, Permission::ReadEvidence)?;
        let name = field.trim_end_matches("[]");
        let path = contracts::FieldPath::parse(&format!("{entity}.{name}")).map_err(|why| {
            ApiError::new(ErrorCode::BadInput, format!("{why}."), "Use a field of the dictionary, such as `phone`.")
                .at("field")
        })?;
        access.may_see(entity, &path.name)?;
        self.reading(|r| {
            let at = r.resolve(EntityRef { entity, id })?;
            let id = at.id;
            let record = r.record(at)?.ok_or_else(|| not_found(entity.as_str(), id))?;
            let deltas = artifacts(r, id)?;
            let value = record.fields.get(&path.name).cloned().unwrap_or(Value::Null);
            let values: Vec<Value> = match &value {
                Value::Null => Vec::new(),
                Value::Array(items) => items.clone(),
                one => vec![one.clone()],
            };
            let mut chains = Vec::new();
            for (value, origin) in values.into_iter().zip(dossier::origins(&deltas, &path.name, &value)) {
                if let Some(origin) = origin {
                    chains.push(chain(r, value, &path.name, &origin)?);
                }
            }
            Ok(Explanation {
                entity: at,
                title: graph::title(entity, &record.fields),
                field: path.name.clone(),
                value,
                chains,
            })
        })
    }
}

fn chain(r: &Reader<'_>, value: Value, field: &str, origin: &FieldOrigin<'_>) -> Result<ProvenanceChain, Failure> {
    let delta = origin.delta;
    let decision = delta.cause.decision_id.map(|d| r.decision(d)).transpose()?.flatten();
    let proposal = delta.cause.proposal_id.map(|p| r.proposal(p)).transpose()?.flatten();
    let manifest = match &proposal {
        Some(p) => manifest_of(r, &p.artifact.envelope.provenance)?,
        None => None,
    };
    // Every cell of the change that this value came from: a composed name has several.
    let cells: Vec<&CellRef> = match delta.changes.iter().find(|c| c.field == field) {
        Some(change) if change.after.is_array() => origin.cell.into_iter().collect(),
        Some(change) => change.sources.iter().collect(),
        None => Vec::new(),
    };
    let mut evidence = Vec::new();
    for cell in cells {
        evidence.extend(cell_evidence(r, cell)?);
    }
    let column: Option<ColumnMapping> = match (&manifest, origin.cell) {
        (Some(m), Some(cell)) => m.columns().into_iter().find(|c| c.index == cell.column).cloned(),
        _ => None,
    };
    let mut sentences = vec![format!("The value is {}.", shown(&value))];
    sentences.push(format!(
        "Change {} of this workspace set it on {}, made by {}.",
        delta.n, delta.envelope.created_at, delta.actor.id
    ));
    match &decision {
        Some(d) => {
            let what = match (&d.set, d.decision) {
                (Some(set), _) => format!("approved a set of {} proposals", set.count),
                (None, Verdict::Approve) => "approved the proposal".into(),
                (None, Verdict::Correct) => "approved the proposal with corrections".into(),
                (None, _) => "decided on the proposal".into(),
            };
            sentences.push(format!("{} {what} on {} (decision {}).", d.reviewer_ref, d.decided_at, d.decision_id));
        }
        None if delta.cause.kind == "undo" => sentences.push("It was restored by an undo.".into()),
        None => {}
    }
    if let Some(p) = &proposal {
        sentences.push(format!(
            "Proposal {} suggested it with confidence {:.2}.",
            p.artifact.proposal_id,
            origin.confidence.unwrap_or(1.0)
        ));
    }
    if let (Some(m), Some(c)) = (&manifest, &column) {
        let why = c.evidence.first().map(|e| format!(": {}", e.why.trim_end_matches('.'))).unwrap_or_default();
        sentences.push(format!(
            "Version {} of the mapping reads the column \"{}\" as {}{why}.",
            m.version,
            c.header,
            c.field.as_deref().map_or_else(|| "nothing".into(), contracts::spoken)
        ));
    }
    for e in &evidence {
        if e.erased {
            sentences.push(format!(
                "Row {} of {} was erased by law since, for another's sake; its bytes are gone.",
                e.row_number, e.file_name
            ));
            continue;
        }
        let received = &e.cell;
        sentences.push(format!("The cell \"{}\" of row {} held \"{}\".", received.header, e.row_number, received.text));
        sentences.extend(manifest.as_ref().map(|m| said_by_person(r, m, e)).transpose()?.flatten());
        sentences.push(format!(
            "The row is bytes {}–{} of {}, kept in segment {} ({}…); the file's SHA-256 is {}.",
            e.byte_range[0],
            e.byte_range[1],
            e.file_name,
            e.segment,
            e.segment_sha256.get(..12).unwrap_or_default(),
            e.file_sha256
        ));
    }
    Ok(ProvenanceChain {
        value,
        sentences,
        delta: delta.clone(),
        decision,
        proposal_id: proposal.map(|p| p.artifact.proposal_id),
        column,
        manifest_id: manifest.map(|m| m.manifest_id),
        cells: evidence,
        confidence: origin.confidence,
    })
}

/// What a person said about a cell beside what it holds, and in which version of the mapping first.
fn said_by_person(r: &Reader<'_>, m: &ImportMappingManifest, e: &CellEvidence) -> Result<Option<String>, Failure> {
    let (column, row) = (e.cell.column, e.row_number);
    let corrected = |m: &ImportMappingManifest| {
        m.handling.corrections.iter().find(|c| (c.row_number, c.column) == (row, column)).map(|c| c.value.clone())
    };
    let default =
        |m: &ImportMappingManifest| m.columns().into_iter().find(|c| c.index == column)?.default_value.clone();
    let mapped = |m: &ImportMappingManifest| {
        let read = corrected(m).unwrap_or_else(|| e.cell.text.clone());
        let map = &m.columns().into_iter().find(|c| c.index == column)?.value_map;
        map.iter().find(|v| v.from.trim() == read.trim())?.to.clone()
    };
    let mut out: Vec<String> = Vec::new();
    let mut say = |value: &dyn Fn(&ImportMappingManifest) -> Option<String>, verb: &str| -> Result<(), Failure> {
        if let Some(text) = value(m) {
            let (who, version) = first_said(r, m, &|m| value(m).as_ref() == Some(&text))?;
            out.push(format!("{who} {verb} \"{text}\" in version {version} of the mapping."));
        }
        Ok(())
    };
    if e.transform.contains("+corrected") {
        say(&corrected, "corrected it to")?;
    }
    if e.transform.contains("+mapped") {
        say(&mapped, "said that this value is")?;
    }
    if e.transform == "default" {
        say(&default, "said that an empty cell of this column is")?;
    }
    Ok((!out.is_empty()).then(|| out.join(" ")))
}

/// The version, going back from this one, from which on something was said without a break, and its author.
fn first_said(
    r: &Reader<'_>,
    m: &ImportMappingManifest,
    says: &dyn Fn(&ImportMappingManifest) -> bool,
) -> Result<(String, u32), Failure> {
    let mut first = (m.envelope.created_by.id.clone(), m.version);
    let mut before = m.supersedes;
    while let Some(old) = before.map(|id| r.manifest(id)).transpose()?.flatten().filter(|old| says(old)) {
        first = (old.envelope.created_by.id.clone(), old.version);
        before = old.supersedes;
    }
    // Before anybody reviewed it, only the profile can have said so.
    if first.1 == 1 && m.source_profile.id != "inferred" {
        first.0 = format!("The profile {}", m.source_profile.title);
    }
    Ok(first)
}

/// The manifest among a proposal's parents.
fn manifest_of(r: &Reader<'_>, provenance: &[ProvenanceRef]) -> Result<Option<ImportMappingManifest>, Failure> {
    for p in provenance {
        if let ProvenanceRef::Artifact { artifact_id } = p
            && let Some(manifest) = r.manifest(ManifestId(artifact_id.0))?
        {
            return Ok(Some(manifest));
        }
    }
    Ok(None)
}

/// A cell as received, in its row.
pub(crate) fn cell_evidence(r: &Reader<'_>, cell: &CellRef) -> Result<Option<CellEvidence>, Failure> {
    let Some(batch) = r.batch(cell.batch_id)? else { return Ok(None) };
    let Some(row) = r.rows(batch.batch, cell.row_number, cell.row_number)?.into_iter().next() else { return Ok(None) };
    let cells = understanding::parse_row(&row.bytes, &batch.artifact.dialect);
    let at = |i: usize, text: &str| evidence_cell(&batch, i, text);
    let column = cell.column as usize;
    Ok(Some(CellEvidence {
        batch_id: cell.batch_id,
        file_name: batch.artifact.uploaded_filename.clone(),
        file_sha256: batch.artifact.sha256.clone(),
        row_number: cell.row_number,
        segment: row.segment,
        segment_sha256: row.segment_sha256.clone(),
        byte_range: row.byte_range,
        cell: at(column, cells.get(column).map(String::as_str).unwrap_or_default()),
        row: cells
            .iter()
            .enumerate()
            .filter(|(i, text)| *i == column || !text.trim().is_empty())
            .map(|(i, text)| at(i, text))
            .collect(),
        transform: cell.transform.clone(),
        erased: r.is_erased(batch.batch, cell.row_number)?,
    }))
}

fn evidence_cell(batch: &StoredBatch, i: usize, text: &str) -> EvidenceCell {
    EvidenceCell {
        column: u32::try_from(i).unwrap_or(u32::MAX),
        header: batch.artifact.headers.get(i).cloned().unwrap_or_else(|| format!("Column {}", i + 1)),
        text: text.into(),
    }
}

/// The cells of a row's bytes that hold something.
pub(crate) fn cells_of(batch: &StoredBatch, bytes: &[u8]) -> Vec<EvidenceCell> {
    let cells = understanding::parse_row(bytes, &batch.artifact.dialect);
    let filled = cells.iter().enumerate().filter(|(_, text)| !text.trim().is_empty());
    filled.map(|(i, text)| evidence_cell(batch, i, text)).collect()
}

/// A value in a sentence.
fn shown(value: &Value) -> String {
    match value {
        Value::String(s) => format!("\"{s}\""),
        Value::Object(map) => ["value", "received", "amount", "formatted"]
            .iter()
            .find_map(|k| map.get(*k).and_then(Value::as_str).filter(|s| !s.is_empty()))
            .map_or_else(|| value.to_string(), |s| format!("\"{s}\"")),
        other => other.to_string(),
    }
}
