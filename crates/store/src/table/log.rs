//! How deltas come into the log: their bookkeeping, their commitment, many of them with few statements.

use contracts::{Actor, Cause, ClientGraphDelta, DeltaId, EntityRef, GroupId, Timestamp};
use rusqlite::Connection;
use uuid::Uuid;

use super::compact;
use super::deltas::StoredDelta;
use crate::error::to_json;
use crate::many::{Insert, bytes, integer, maybe, owned, text};
use crate::{GroupWrite, NewDelta, StoreError, Tx};

/// A delta's bookkeeping, which the commitment covers.
pub(super) struct Meta<'a> {
    delta_id: DeltaId,
    device: (Uuid, u32),
    n: u64,
    group: GroupId,
    entity: EntityRef,
    op: contracts::DeltaOp,
    cause: &'a Cause,
    actor: &'a Actor,
    source_system: &'a str,
    hlc: &'a str,
    at: &'a Timestamp,
    inverse_of: Option<DeltaId>,
}

impl<'a> Meta<'a> {
    pub(super) fn of(d: &'a StoredDelta) -> Self {
        Self {
            delta_id: d.delta_id,
            device: d.device,
            n: d.n,
            group: d.group,
            entity: d.mutation.entity,
            op: d.mutation.op,
            cause: &d.cause,
            actor: &d.actor,
            source_system: &d.source_system,
            hlc: &d.hlc,
            at: &d.at,
            inverse_of: d.inverse_of,
        }
    }

    /// As canonical JSON ([`graph::canonical_json`]): keys sorted, no spaces. Written by hand, because it is written
    /// with every delta.
    pub(super) fn canonical(&self) -> Result<String, StoreError> {
        self.canonical_by(&canonical_actor(self.actor))
    }

    /// The same with its actor written before.
    fn canonical_by(&self, actor: &str) -> Result<String, StoreError> {
        let text = |s: &str| to_json("delta", &s);
        let id = |id: Option<Uuid>| id.map_or_else(|| "null".to_string(), |id| format!("\"{id}\""));
        let c = self.cause;
        Ok(format!(
            "{{\"actor\":{actor},\"at\":{},\"cause\":{{\"batch_id\":{},\"decision_id\":{},\"kind\":{},\"proposal_id\":{},\
             \"row_number\":{}}},\"delta_id\":\"{}\",\"device\":\"{}\",\"entity\":{{\"entity\":\"{}\",\"id\":\"{}\"}},\
             \"epoch\":{},\"group\":\"{}\",\"hlc\":{},\"inverse_of\":{},\"n\":{},\"op\":\"{}\",\"source_system\":{}}}",
            text(&self.at.0)?,
            id(c.batch_id.map(|b| b.0)),
            id(c.decision_id.map(|d| d.0)),
            text(&c.kind)?,
            id(c.proposal_id.map(|p| p.0)),
            c.row_number.map_or_else(|| "null".to_string(), |n| n.to_string()),
            self.delta_id.0,
            self.device.0,
            self.entity.entity.as_str(),
            self.entity.id.0,
            self.device.1,
            self.group.0,
            text(self.hlc)?,
            id(self.inverse_of.map(|d| d.0)),
            self.n,
            self.op.as_str(),
            text(self.source_system)?,
        ))
    }
}

fn canonical_actor(actor: &Actor) -> String {
    graph::canonical_json(&serde_json::json!(actor))
}

const DELTAS: &str =
    "INSERT INTO graph_deltas (delta, delta_id, device, epoch, n, group_id, entity_type, entity_id, op,
    other_id, cause, decision_id, import, actor, source_system, hlc, at, inverse_of, commitment) VALUES";
const VALUES: &str = "INSERT INTO graph_delta_values (delta, salt, changes) VALUES";

/// Deltas on their way into the log.
pub(crate) struct LogWrite<'a> {
    deltas: Insert<'a>,
    values: Insert<'a>,
    /// The local key of the next one.
    next: u64,
    now: &'a Timestamp,
    /// Whoever acted last, as it is stored and as the commitment covers it.
    actor: Option<(Actor, String, String)>,
}

impl<'a> LogWrite<'a> {
    /// The log's end, as it is now.
    pub(crate) fn begin(tx: &Tx<'_>, now: &'a Timestamp) -> Result<Self, StoreError> {
        let (deltas, values) = (Insert::new(DELTAS, 19), Insert::new(VALUES, 3));
        Ok(Self { deltas, values, next: tx.graph_version()? + 1, now, actor: None })
    }

    /// Takes one delta of a group and gives its commitment.
    pub(crate) fn delta(
        &mut self,
        tx: &mut Tx<'_>,
        group: &GroupWrite,
        new: &NewDelta,
        other: Option<EntityRef>,
    ) -> Result<[u8; 32], StoreError> {
        let m = &new.mutation;
        let hlc = tx.tick();
        let delta = Meta {
            delta_id: DeltaId(tx.new_id()),
            device: tx.device(),
            n: tx.take_n(),
            group: group.group,
            entity: m.entity,
            op: m.op,
            cause: &new.cause,
            actor: &group.actor,
            source_system: &group.source_system,
            hlc: &hlc,
            at: self.now,
            inverse_of: new.inverse_of,
        };
        let about = (delta.n, delta.op, delta.inverse_of);
        ClientGraphDelta::check_written(about, &m.changes, &group.source_system, &group.actor)?;
        if self.actor.as_ref().is_none_or(|(known, ..)| *known != group.actor) {
            self.actor = Some((group.actor.clone(), to_json("actor", &group.actor)?, canonical_actor(&group.actor)));
        }
        let (stored, canonical) = self.actor.as_ref().map_or(("", ""), |(_, s, c)| (s.as_str(), c.as_str()));
        let salt = tx.salt();
        let changes = compact::changes(m, &new.cause)?;
        let commitment = graph::delta_commitment(&delta.canonical_by(canonical)?, &salt, &changes);
        let row = [
            integer(self.next),
            bytes(delta.delta_id.0.as_bytes()),
            bytes(delta.device.0.as_bytes()),
            integer(delta.device.1),
            integer(delta.n),
            bytes(delta.group.0.as_bytes()),
            text(m.entity.entity.as_str()),
            bytes(m.entity.id.0.as_bytes()),
            text(m.op.as_str()),
            maybe(other.map(|o| bytes(o.id.0.as_bytes()))),
            owned(to_json("cause", delta.cause)?),
            maybe(group.decision_id.map(|d| bytes(d.0.as_bytes()))),
            maybe(group.import.map(integer)),
            owned(stored.to_owned()),
            owned(group.source_system.clone()),
            owned(hlc.clone()),
            text(&self.now.0),
            maybe(delta.inverse_of.map(|d| bytes(d.0.as_bytes()))),
            bytes(&commitment),
        ];
        self.deltas.row(tx.conn, row)?;
        // Values name their delta, which must be there first.
        self.values.hold([integer(self.next), bytes(&salt), owned(changes)]);
        self.next += 1;
        Ok(commitment)
    }

    /// Writes what is left.
    pub(crate) fn end(self, conn: &Connection) -> Result<(), StoreError> {
        self.deltas.end(conn)?;
        self.values.end(conn)
    }
}
