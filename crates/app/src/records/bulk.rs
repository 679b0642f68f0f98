//! Many records changed at once: previewed, bound to what was seen, one group of changes that one undo takes back.

use std::collections::{BTreeMap, BTreeSet};

use contracts::{
    Actor, ApiError, BulkApplied, BulkArgs, BulkChange, BulkEdit, BulkPreview, BulkRefusal, BulkSelection, Cause,
    DeltaOp, EntityId, EntityRef, EntityType, ErrorCode, FieldChange, FieldKind, GroupId, Permission,
};
use filter::value;
use graph::{Mutation, Record};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use store::{GroupWrite, NewDelta, Reader, Tx};

use super::bad;
use crate::access::{Access, allow};
use crate::error::{Failure, from_store, refused};
use crate::lists::mask_changes;
use crate::work::{Begin, Work};
use crate::{App, Outcome, Reporter};

/// Records that are named one by one.
const MAX_NAMED: usize = 10_000;
/// Records at once, however they are chosen.
const MAX_AT_ONCE: usize = 1_000_000;
/// Above this it is a mission.
const MANY: usize = 1_000;
/// Records in one transaction of a mission.
const STEP: usize = 500;
/// Records shown of each sort.
const EXAMPLES: usize = 20;

/// What is done to every record.
struct Order<'a> {
    entity: EntityType,
    set: BTreeMap<String, Value>,
    edit: &'a BulkEdit,
}

/// What becomes of one record.
enum Fate {
    Changes(Vec<FieldChange>),
    /// Archived or brought back, beside what changes.
    Moves(DeltaOp, Vec<FieldChange>),
    Same,
    Refused(ApiError),
}

impl App {
    /// What a bulk edit would do: what changes, what is refused and why. Writes nothing.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] by policy, [`ErrorCode::BadInput`] naming a field that is unknown or can't be read.
    pub fn bulk_preview(&self, actor: &Actor, args: &BulkArgs) -> Outcome<BulkPreview> {
        let (access, order) = self.bulk_order(actor, &args.edit, entity_of(&args.selection))?;
        let ids = self.selected(&access, actor, &args.selection)?;
        self.reading(|r| preview(r, &access, &order, &ids))
    }

    /// Changes many records at once, exactly as previewed: `seen` is the preview's.
    ///
    /// # Errors
    /// As [`App::bulk_preview`]; refused where anything of it changed since.
    pub fn bulk_apply(&self, actor: &Actor, args: &BulkArgs, reporter: &dyn Reporter) -> Outcome<BulkApplied> {
        let Some(seen) = args.seen.as_deref() else {
            return Err(bad(
                "seen",
                "A bulk edit is previewed before it is applied.",
                "Preview it, then pass its seen back.",
            ));
        };
        let (access, order) = self.bulk_order(actor, &args.edit, entity_of(&args.selection))?;
        let ids = self.selected(&access, actor, &args.selection)?;
        if ids.len() <= MANY {
            let done: Result<BulkApplied, Failure> = self.store.write(self.host.as_ref(), |tx| {
                let access = self.access_in(tx, actor)?;
                let shown = preview(tx, &access, &order, &ids)?;
                same(&shown, seen)?;
                let group = GroupId(tx.new_id());
                let changed = write(tx, &access, actor, &order, &ids, group, &BTreeMap::new())?;
                Ok(applied(&shown, group, changed, None))
            });
            return done.map_err(ApiError::from);
        }
        let what = serde_json::json!({ "entity": order.entity, "records": ids.len(), "edit": args.edit });
        let title = format!("Change {} records", ids.len());
        self.mission(actor, Begin::New { kind: "bulk_edit", title, input: what }, reporter, |work| {
            self.in_steps(actor, &access, &order, &ids, seen, work)
        })
    }

    fn in_steps(
        &self,
        actor: &Actor,
        access: &Access,
        order: &Order<'_>,
        ids: &[EntityId],
        seen: &str,
        work: &Work<'_>,
    ) -> Outcome<BulkApplied> {
        work.report("checking", "", 0, ids.len() as u64);
        let (shown, versions) = self.reading(|r| {
            let shown = preview(r, access, order, ids)?;
            let mut versions = BTreeMap::new();
            for id in ids {
                if let Some(record) = r.record(EntityRef { entity: order.entity, id: *id })? {
                    versions.insert(*id, record.version);
                }
            }
            Ok((shown, versions))
        })?;
        same(&shown, seen)?;
        let mut group = None;
        let mut changed = 0;
        let steps = ids.len().div_ceil(STEP);
        for (step, some) in ids.chunks(STEP).enumerate() {
            work.go_on()?;
            let done: Result<(GroupId, u64), Failure> = self.store.write(self.host.as_ref(), |tx| {
                let access = self.access_in(tx, actor)?;
                tx.index_later();
                let group = group.unwrap_or_else(|| GroupId(tx.new_id()));
                let now = write(tx, &access, actor, order, some, group, &versions)?;
                if step + 1 == steps {
                    work.done(tx, &serde_json::json!({ "changed": changed + now, "group": group }))?;
                }
                Ok((group, now))
            });
            let (of, now) = done.map_err(ApiError::from)?;
            group = Some(of);
            changed += now;
            work.report("changing", "", ((step + 1) * STEP).min(ids.len()) as u64, ids.len() as u64);
        }
        let id = work.id;
        // Terms are written behind what was changed; whoever searches before does it.
        self.index_a_little()?;
        Ok(applied(&shown, group.unwrap_or(GroupId(uuid::Uuid::nil())), changed, Some(id)))
    }

    fn bulk_order<'a>(&self, actor: &Actor, edit: &'a BulkEdit, entity: EntityType) -> Outcome<(Access, Order<'a>)> {
        let edits = !(edit.set.is_empty() && edit.add_tags.is_empty() && edit.remove_tags.is_empty());
        if !edits && edit.archive.is_none() {
            return Err(bad("edit", "Nothing is to be changed.", "Say what: a field, a tag, or archiving."));
        }
        let access = self.permit(actor, if edits { Permission::EditRecords } else { Permission::ArchiveRecords })?;
        if edit.archive.is_some() {
            access.permit(Permission::ArchiveRecords)?;
        }
        let tagged = !(edit.add_tags.is_empty() && edit.remove_tags.is_empty());
        let has_tags = contracts::field(entity, "tags").is_some_and(|d| d.kind == FieldKind::Tag);
        if tagged && (!has_tags || edit.set.iter().any(|f| f.field.trim_end_matches("[]") == "tags")) {
            let message =
                if has_tags { "Tags are either set or added and taken away." } else { "These records have no tags." };
            return Err(bad("add_tags", message, "Leave the tags out."));
        }
        if edit.add_tags.iter().chain(&edit.remove_tags).any(|t| t.trim().is_empty() || t.chars().count() > 80) {
            return Err(bad("add_tags", "A tag has 1 to 80 characters.", "Write another one."));
        }
        let fields: Vec<(String, String)> = edit.set.iter().map(|f| (f.field.clone(), f.text.clone())).collect();
        let set = self.typed(entity, &fields)?;
        Ok((access, Order { entity, set, edit }))
    }

    /// The selected records, in id order.
    fn selected(&self, access: &Access, actor: &Actor, selection: &BulkSelection) -> Outcome<Vec<EntityId>> {
        match selection {
            BulkSelection::Ids { ids, .. } => {
                if ids.len() > MAX_NAMED {
                    return Err(bad(
                        "selection",
                        format!("{} records can't be named one by one.", ids.len()),
                        "Select everything that matches, with exceptions.",
                    ));
                }
                let ids: BTreeSet<EntityId> = ids.iter().copied().collect();
                Ok(ids.into_iter().collect())
            }
            BulkSelection::Matching { query, except } => {
                let checked = self.checked(access, actor, query)?;
                let except: BTreeSet<EntityId> = except.iter().copied().collect();
                let mut ids =
                    self.store.members(&checked.list, MAX_AT_ONCE + except.len() + 1).map_err(|e| from_store(&e))?;
                ids.retain(|id| !except.contains(id));
                if ids.len() > MAX_AT_ONCE {
                    return Err(bad("selection", "More than a million records match.", "Narrow the list first."));
                }
                Ok(ids)
            }
        }
    }
}

fn entity_of(selection: &BulkSelection) -> EntityType {
    match selection {
        BulkSelection::Ids { entity, .. } => *entity,
        BulkSelection::Matching { query, .. } => query.entity,
    }
}

fn same(shown: &BulkPreview, seen: &str) -> Outcome<()> {
    if shown.seen == seen {
        return Ok(());
    }
    Err(refused(
        "Some of these records changed since the preview, or other ones match now.",
        "Look at the preview again, then apply it.",
    ))
}

fn applied(shown: &BulkPreview, group: GroupId, changed: u64, mission: Option<contracts::MissionId>) -> BulkApplied {
    BulkApplied {
        group: (changed > 0).then_some(group),
        changed,
        unchanged: shown.unchanged,
        refused: shown.selected - shown.unchanged - changed,
        mission_id: mission,
    }
}

fn preview(r: &Reader<'_>, access: &Access, order: &Order<'_>, ids: &[EntityId]) -> Result<BulkPreview, Failure> {
    let mut hash = Sha256::new();
    hash.update(serde_json::json!({ "entity": order.entity, "edit": order.edit }).to_string());
    let mut out = BulkPreview {
        selected: ids.len() as u64,
        changing: 0,
        unchanged: 0,
        refused: 0,
        refusals: Vec::new(),
        examples: Vec::new(),
        seen: String::new(),
    };
    let mut refusals: BTreeMap<(String, Option<String>), BulkRefusal> = BTreeMap::new();
    for id in ids {
        let at = EntityRef { entity: order.entity, id: *id };
        let record = r.record(at)?;
        hash.update(id.0.as_bytes());
        hash.update(record.as_ref().map_or(u64::MAX, |rec| rec.version).to_le_bytes());
        match fate(access, order, record.as_ref()) {
            Fate::Same => out.unchanged += 1,
            Fate::Refused(error) => {
                out.refused += 1;
                let key = (error.message.clone(), error.policy.clone());
                let refusal = refusals.entry(key).or_insert_with(|| BulkRefusal {
                    why: error.message,
                    policy: error.policy,
                    count: 0,
                    examples: Vec::new(),
                });
                refusal.count += 1;
                if refusal.examples.len() < EXAMPLES {
                    refusal.examples.push(at);
                }
            }
            Fate::Changes(mut changes) | Fate::Moves(_, mut changes) => {
                out.changing += 1;
                if out.examples.len() < EXAMPLES {
                    let title = record.as_ref().map(|rec| graph::title(order.entity, &rec.fields)).unwrap_or_default();
                    if !access.sees_all() {
                        mask_changes(access, order.entity, &mut changes);
                    }
                    out.examples.push(BulkChange {
                        entity: at,
                        title: access.shown_title(order.entity, &title),
                        changes,
                    });
                }
            }
        }
    }
    out.refusals = refusals.into_values().collect();
    out.refusals.sort_by_key(|refusal| std::cmp::Reverse(refusal.count));
    out.seen = graph::hex(&hash.finalize());
    Ok(out)
}

/// What becomes of a record.
fn fate(access: &Access, order: &Order<'_>, record: Option<&Record>) -> Fate {
    let Some(record) = record else {
        return Fate::Refused(ApiError::new(ErrorCode::NotFound, "The record is not there any more.", "Leave it out."));
    };
    let mut changes = Vec::new();
    let mut after: BTreeMap<&str, Value> = order.set.iter().map(|(f, v)| (f.as_str(), v.clone())).collect();
    if let Some(tags) = tags_after(order.edit, record.fields.get("tags")) {
        after.insert("tags", tags);
    }
    for (field, after) in after {
        let before = record.fields.get(field).cloned().unwrap_or(Value::Null);
        if before == after {
            continue;
        }
        let verdict = policy::may_edit(&access.policy, access.role, order.entity, field, &before, &after);
        if let Err(error) = allow(&verdict) {
            return Fate::Refused(error);
        }
        changes.push(FieldChange { field: field.into(), before, after, sources: Vec::new(), confidence: None });
    }
    match order.edit.archive {
        Some(hide) if hide != record.archived => {
            Fate::Moves(if hide { DeltaOp::Archive } else { DeltaOp::Restore }, changes)
        }
        _ if changes.is_empty() => Fate::Same,
        _ => Fate::Changes(changes),
    }
}

/// The tags of a record afterwards; none where the edit leaves tags alone.
fn tags_after(edit: &BulkEdit, before: Option<&Value>) -> Option<Value> {
    if edit.add_tags.is_empty() && edit.remove_tags.is_empty() {
        return None;
    }
    let gone: BTreeSet<String> = edit.remove_tags.iter().map(|t| value::fold(t)).collect();
    let mut tags: Vec<Value> = before.and_then(Value::as_array).cloned().unwrap_or_default();
    tags.retain(|t| !t.as_str().is_some_and(|t| gone.contains(&value::fold(t))));
    for tag in &edit.add_tags {
        let folded = value::fold(tag);
        if !tags.iter().any(|t| t.as_str().is_some_and(|t| value::fold(t) == folded)) {
            tags.push(Value::String(tag.trim().into()));
        }
    }
    Some(if tags.is_empty() { Value::Null } else { Value::Array(tags) })
}

/// Writes what the edit does to these records; how many changed. One that is not of the version that was seen stays.
fn write(
    tx: &mut Tx<'_>,
    access: &Access,
    actor: &Actor,
    order: &Order<'_>,
    ids: &[EntityId],
    group: GroupId,
    versions: &BTreeMap<EntityId, u64>,
) -> Result<u64, Failure> {
    let cause = Cause { kind: "edit".into(), decision_id: None, proposal_id: None, batch_id: None, row_number: None };
    let mut deltas = Vec::new();
    let mut changed = 0;
    for id in ids {
        let at = EntityRef { entity: order.entity, id: *id };
        let record = tx.record(at)?;
        if versions.get(id).is_some_and(|seen| record.as_ref().is_none_or(|rec| rec.version != *seen)) {
            continue;
        }
        let (moves, changes) = match fate(access, order, record.as_ref()) {
            Fate::Changes(changes) => (None, changes),
            Fate::Moves(op, changes) => (Some(op), changes),
            Fate::Same | Fate::Refused(_) => continue,
        };
        changed += 1;
        let mut add = |op, changes| {
            let mutation = Mutation { entity: at, op, changes };
            deltas.push(NewDelta { mutation, cause: cause.clone(), inverse_of: None });
        };
        if !changes.is_empty() {
            add(DeltaOp::Update, changes);
        }
        if let Some(op) = moves {
            add(op, Vec::new());
        }
    }
    if !deltas.is_empty() {
        tx.commit_group(&GroupWrite {
            group,
            actor: actor.clone(),
            source_system: "velocity".into(),
            decision_id: None,
            import: None,
            deltas,
        })?;
    }
    Ok(changed)
}
