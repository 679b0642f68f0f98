//! What of a record's history belongs on a timeline: moves from stage to stage, arrivals by import, decisions.

use contracts::{BatchId, ClientGraphDelta, DecisionId, DeltaOp, EntityRef, EntityType};
use serde_json::Value;

use crate::facts::{CONFIRM, stands};
use crate::moment::{Clock, Moment, days_between};
use crate::risk::days_words;

/// A record moved from one stage to another, or began in one.
#[derive(Clone, Debug, PartialEq)]
pub struct Move {
    /// The delta that says so.
    pub delta: ClientGraphDelta,
    /// When: as the record tells it, else when it was written down.
    pub at: String,
    /// The same as a moment.
    pub moment: Moment,
    /// The field: `stage`, `status`, `lifecycle_stage`, `lead_status`.
    pub field: &'static str,
    /// The stage before; none where the record began.
    pub from: Option<String>,
    /// The stage after.
    pub to: String,
    /// How long it was in the stage before, in words; none within a day.
    pub after: Option<String>,
    /// Why, where a deal was lost.
    pub reason: Option<String>,
}

/// How a client's record came or changed by somebody's decision or by an import.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrival<'a> {
    /// The delta.
    pub delta: &'a ClientGraphDelta,
    /// The batch and row, if a file stands behind it.
    pub row: Option<(BatchId, Option<u64>)>,
    /// The decision, if one stands behind it.
    pub decision: Option<DecisionId>,
    /// Whether the record began with it.
    pub made: bool,
    /// Whether another record was merged by it.
    pub merged: bool,
    /// Fields it set.
    pub fields: Vec<&'a str>,
}

/// The fields of a kind of record that say where it stands, the one that matters most first.
fn stage_fields(entity: EntityType) -> &'static [&'static str] {
    match entity {
        EntityType::Opportunity => &["stage", "status"],
        EntityType::Interest => &["stage"],
        EntityType::Person => &["lifecycle_stage", "lead_status"],
        _ => &[],
    }
}

/// The fields in which a record says itself when a change happened.
fn told_in(entity: EntityType, made: bool) -> &'static [&'static str] {
    match (entity, made) {
        (EntityType::Opportunity, true) => &["created_at"],
        (EntityType::Opportunity, false) => &["won_at", "lost_at", "updated_at"],
        (EntityType::Interest, _) => &["at"],
        _ => &[],
    }
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::trim).filter(|t| !t.is_empty()).map(String::from)
}

/// The moves of a record, the oldest first; what was taken back is left out. `deltas` are all of the record's, oldest
/// first.
#[must_use]
pub fn moves(at: EntityRef, deltas: &[ClientGraphDelta], clock: &Clock) -> Vec<Move> {
    let mut out: Vec<Move> = Vec::new();
    let own = deltas.iter().filter(|d| matches!(d.op, DeltaOp::Create | DeltaOp::Update) && d.inverse_of.is_none());
    for delta in own.filter(|d| d.cause.kind != CONFIRM && stands(deltas, d)) {
        let made = delta.op == DeltaOp::Create;
        // A client who came with a stage came; only deals and interests begin by being made.
        if made && at.entity == EntityType::Person {
            continue;
        }
        let change = |name: &str| delta.changes.iter().find(|c| c.field == name && c.before != c.after);
        let moved = stage_fields(at.entity).iter().find_map(|name| change(name).map(|c| (*name, c)));
        let Some((field, change_of)) = moved else { continue };
        let Some(to) = text(&change_of.after) else { continue };
        let told = told_in(at.entity, made).iter().find_map(|name| change(name).and_then(|c| text(&c.after)));
        let written = delta.envelope.created_at.0.clone();
        let found = told.and_then(|t| clock.moment(&t).map(|m| (t, m)));
        let Some((when, moment)) = found.or_else(|| clock.moment(&written).map(|m| (written, m))) else { continue };
        let before = out.iter().rev().find(|m| m.field == field).map(|m| m.moment.day);
        let after = before.map(|day| days_between(day, moment.day)).filter(|days| *days > 0);
        out.push(Move {
            delta: delta.clone(),
            at: when,
            moment,
            field,
            from: text(&change_of.before),
            to,
            after: after.map(days_words),
            reason: change("lost_reason").and_then(|c| text(&c.after)),
        });
    }
    out
}

/// How a client's record came, and what imports and decisions changed of it, the oldest first; each decision once.
#[must_use]
pub fn arrivals(deltas: &[ClientGraphDelta]) -> Vec<Arrival<'_>> {
    let mut out: Vec<Arrival<'_>> = Vec::new();
    for delta in deltas.iter().filter(|d| d.inverse_of.is_none() && stands(deltas, d)) {
        let row = delta.cause.batch_id.map(|b| (b, delta.cause.row_number));
        let decision = delta.cause.decision_id;
        let of_record = matches!(delta.op, DeltaOp::Create | DeltaOp::Update | DeltaOp::Merge);
        if !of_record || (row.is_none() && decision.is_none()) {
            continue;
        }
        let merged = delta.op == DeltaOp::Merge;
        if row.is_none()
            && let Some(same) = out.iter_mut().find(|a| a.row.is_none() && a.decision == decision)
        {
            same.merged |= merged;
            continue;
        }
        let changed = delta.changes.iter().filter(|c| c.before != c.after && !merged);
        let fields = changed.map(|c| c.field.as_str()).collect();
        out.push(Arrival { delta, row, decision, made: delta.op == DeltaOp::Create, merged, fields });
    }
    out
}
