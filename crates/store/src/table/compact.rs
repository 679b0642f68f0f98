//! How what an import says by the million lies in the database: the same artifacts, without what the columns beside
//! them and the row they come from say already.
//!
//! A text that begins with `{"v":2` is of this form; any other is the artifact's own JSON, as the first builds wrote it
//! and as everything is kept that does not fit. Both are read for ever.

use contracts::{
    Artifact, ArtifactId, BatchId, Cause, CellRef, DeltaOp, EntityId, EntityRef, Envelope, FieldChange, ImportId,
    Issue, Lifecycle, Link, MergeCandidate, NormalizedEntityProposal, ProposalAction, ProposalId, ProposalSource,
    ProposedField, ProvenanceRef, Timestamp,
};
use graph::Mutation;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::StoreError;
use crate::error::{from_json, to_json};

/// How a text of this form begins.
const MARK: &str = "{\"v\":2";

/// Whether a stored text is of this form.
pub(super) fn is(text: &str) -> bool {
    text.starts_with(MARK)
}

/// A cell of the row itself: its column and how its text became the value.
type OwnCell<'a> = (u32, Cow<'a, str>);

fn own_cells<'a>(sources: &'a [CellRef], batch: BatchId, row: u64) -> Option<Vec<OwnCell<'a>>> {
    sources
        .iter()
        .map(|c| {
            (c.batch_id == batch && c.row_number == row).then_some((c.column, Cow::Borrowed(c.transform.as_str())))
        })
        .collect()
}

fn cells(own: Vec<OwnCell<'_>>, batch_id: BatchId, row_number: u64) -> Vec<CellRef> {
    let cell =
        |(column, transform): OwnCell<'_>| CellRef { batch_id, row_number, column, transform: transform.into_owned() };
    own.into_iter().map(cell).collect()
}

/// A field's name, its value, how sure it is, and the cells it was made from.
type Field<'a, V> = (Cow<'a, str>, V, f64, Vec<OwnCell<'a>>);

/// What the columns of a proposal do not say.
#[derive(Serialize, Deserialize)]
struct Body<'a, V> {
    v: u8,
    version: Cow<'a, str>,
    system: Cow<'a, str>,
    manifest: ArtifactId,
    fields: Vec<Field<'a, V>>,
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    links: Cow<'a, [Link]>,
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    merge: Cow<'a, [MergeCandidate]>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reason: Option<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    issues: Cow<'a, [Issue]>,
    #[serde(default, skip_serializing_if = "is_empty")]
    base: Cow<'a, BTreeMap<String, u64>>,
}

fn is_empty(map: &BTreeMap<String, u64>) -> bool {
    map.is_empty()
}

/// The columns beside a proposal's text.
pub(super) struct Columns {
    pub id: ProposalId,
    pub entity: EntityRef,
    pub action: ProposalAction,
    pub confidence: f64,
    pub review_required: bool,
    pub proposed_by: String,
    pub filed_at: String,
    pub row: u64,
    pub import: ImportId,
    pub batch: BatchId,
}

/// A proposal in this form; none when it says something that neither the form nor the columns can hold.
pub(super) fn proposal(p: &NormalizedEntityProposal) -> Option<Result<String, StoreError>> {
    let (batch, [row]) = (p.batch_id?, p.row_refs.as_slice()) else { return None };
    let about = &p.envelope;
    let [ProvenanceRef::Row { batch_id, row_number }, ProvenanceRef::Artifact { artifact_id: manifest }] =
        about.provenance.as_slice()
    else {
        return None;
    };
    let fits = p.source == ProposalSource::Import
        && p.import_id.is_some()
        && *batch_id == batch
        && row_number == row
        && about.confidence.is_some()
        && about.unknown.is_empty()
        && about.lifecycle.state == NormalizedEntityProposal::STATES[0]
        && about.lifecycle.entered_at == about.created_at;
    if !fits {
        return None;
    }
    let mut fields = Vec::with_capacity(p.canonical_payload.len());
    for f in &p.canonical_payload {
        fields.push((Cow::Borrowed(f.field.as_str()), &f.value, f.confidence, own_cells(&f.sources, batch, *row)?));
    }
    let body = Body {
        v: 2,
        version: Cow::Borrowed(about.schema_version.as_str()),
        system: Cow::Borrowed(about.source_system.as_str()),
        manifest: *manifest,
        fields,
        links: Cow::Borrowed(&p.links),
        merge: Cow::Borrowed(&p.merge_candidate_refs),
        reason: p.review_reason.as_deref().map(Cow::Borrowed),
        issues: Cow::Borrowed(&p.issues),
        base: Cow::Borrowed(&p.base_versions),
    };
    Some(to_json("proposal", &body))
}

/// The artifact from its text and its columns.
///
/// # Errors
/// [`StoreError::Json`] when the text can't be read.
pub(super) fn read_proposal(text: &str, of: Columns) -> Result<NormalizedEntityProposal, StoreError> {
    let body: Body<'static, Value> = from_json("proposal", text)?;
    let created_at = Timestamp(of.filed_at);
    let fields = body.fields.into_iter().map(|(field, value, confidence, own)| ProposedField {
        field: field.into_owned(),
        value,
        confidence,
        sources: cells(own, of.batch, of.row),
    });
    Ok(NormalizedEntityProposal {
        envelope: Envelope {
            artifact_id: ArtifactId(of.id.0),
            artifact_type: NormalizedEntityProposal::TYPE.into(),
            schema_version: body.version.into_owned(),
            source_system: body.system.into_owned(),
            created_at: created_at.clone(),
            created_by: from_json("actor", &of.proposed_by)?,
            confidence: Some(of.confidence),
            provenance: vec![
                ProvenanceRef::Row { batch_id: of.batch, row_number: of.row },
                ProvenanceRef::Artifact { artifact_id: body.manifest },
            ],
            lifecycle: Lifecycle { state: NormalizedEntityProposal::STATES[0].into(), entered_at: created_at },
            unknown: serde_json::Map::new(),
        },
        proposal_id: of.id,
        source: ProposalSource::Import,
        import_id: Some(of.import),
        batch_id: Some(of.batch),
        entity_type: of.entity.entity,
        entity_id: of.entity.id,
        action: of.action,
        canonical_payload: fields.collect(),
        links: body.links.into_owned(),
        merge_candidate_refs: body.merge.into_owned(),
        review_required: of.review_required,
        review_reason: body.reason.map(Cow::into_owned),
        row_refs: vec![of.row],
        issues: body.issues.into_owned(),
        base_versions: body.base.into_owned(),
        parting: None,
    })
}

/// What a decision on a proposal of this form is bound to: its columns and its text, behind the salt.
pub(super) fn proposal_commitment(salt: &[u8], of: &Columns, text: &str) -> [u8; 32] {
    graph::commitment(
        "velocity/proposal/2",
        &[
            salt,
            of.id.0.as_bytes(),
            of.import.0.as_bytes(),
            of.batch.0.as_bytes(),
            &of.row.to_be_bytes(),
            of.entity.entity.as_str().as_bytes(),
            of.entity.id.0.as_bytes(),
            of.action.as_str().as_bytes(),
            &of.confidence.to_bits().to_be_bytes(),
            &[u8::from(of.review_required)],
            of.proposed_by.as_bytes(),
            of.filed_at.as_bytes(),
            text.as_bytes(),
        ],
    )
}

/// The changes of a delta; exactly one of the two.
#[derive(Serialize, Deserialize)]
struct Changes<'a, V> {
    v: u8,
    /// What a create sets, out of the cells of its own row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    set: Option<Vec<Field<'a, V>>>,
    /// What a remove takes away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    gone: Option<Vec<(Cow<'a, str>, V)>>,
}

/// The text under which a delta's changes are kept.
///
/// # Errors
/// [`StoreError::Json`], which no value of ours brings about.
pub(super) fn changes(m: &Mutation, cause: &Cause) -> Result<String, StoreError> {
    let compact = match m.op {
        DeltaOp::Create => created(m, cause).map(|set| Changes { v: 2, set: Some(set), gone: None }),
        DeltaOp::Remove => removed(m).map(|gone| Changes { v: 2, set: None, gone: Some(gone) }),
        _ => None,
    };
    match compact {
        Some(compact) => to_json("delta", &compact),
        None => to_json("delta", &m.changes),
    }
}

fn created<'a>(m: &'a Mutation, cause: &Cause) -> Option<Vec<Field<'a, &'a Value>>> {
    let (batch, row) = (cause.batch_id?, cause.row_number?);
    let field = |c: &'a FieldChange| {
        let own = own_cells(&c.sources, batch, row)?;
        c.before.is_null().then_some((Cow::Borrowed(c.field.as_str()), &c.after, c.confidence?, own))
    };
    m.changes.iter().map(field).collect()
}

fn removed(m: &Mutation) -> Option<Vec<(Cow<'_, str>, &Value)>> {
    let plain = |c: &FieldChange| c.after.is_null() && c.sources.is_empty() && c.confidence.is_none();
    m.changes.iter().map(|c| plain(c).then_some((Cow::Borrowed(c.field.as_str()), &c.before))).collect()
}

/// The changes of a delta from the text they are kept under.
///
/// # Errors
/// [`StoreError::Json`] or [`StoreError::Damaged`] when the text can't be read.
pub(super) fn read_changes(text: &str, cause: &Cause) -> Result<Vec<FieldChange>, StoreError> {
    if !is(text) {
        return from_json("delta", text);
    }
    let kept: Changes<'static, Value> = from_json("delta", text)?;
    if let Some(gone) = kept.gone {
        let change = |(field, before): (Cow<'_, str>, Value)| FieldChange {
            field: field.into_owned(),
            before,
            after: Value::Null,
            sources: Vec::new(),
            confidence: None,
        };
        return Ok(gone.into_iter().map(change).collect());
    }
    let (Some(batch), Some(row)) = (cause.batch_id, cause.row_number) else {
        return Err(StoreError::Damaged("a change of an import does not name its row".into()));
    };
    let change = |(field, after, confidence, own): Field<'_, Value>| FieldChange {
        field: field.into_owned(),
        before: Value::Null,
        after,
        sources: cells(own, batch, row),
        confidence: Some(confidence),
    };
    Ok(kept.set.unwrap_or_default().into_iter().map(change).collect())
}

/// An id that a proposal's columns give.
pub(super) fn entity(kind: &str, id: uuid::Uuid) -> Result<EntityRef, StoreError> {
    Ok(EntityRef { entity: kind.parse().map_err(StoreError::Damaged)?, id: EntityId(id) })
}
