//! `workflow_lifecycle`: state changes beside immutable content; the newest is current.

use contracts::{Actor, Artifact, Timestamp};
use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

use crate::error::to_json;
use crate::many::{Insert, bytes, integer, text};
use crate::{Reader, StoreError, Tx};

impl Reader<'_> {
    /// An artifact's current state and since when; none while it is in its initial one.
    ///
    /// # Errors
    /// The database's.
    pub fn lifecycle(&self, id: Uuid) -> Result<Option<(String, Timestamp)>, StoreError> {
        Ok(self
            .conn
            .prepare_cached(
                "SELECT state, entered_at FROM workflow_lifecycle WHERE artifact_id = ? ORDER BY seq DESC LIMIT 1",
            )?
            .query_row([id], |r| Ok((r.get(0)?, Timestamp(r.get(1)?))))
            .optional()?)
    }
}

impl Tx<'_> {
    /// Moves an artifact of family `A` to a state.
    ///
    /// # Errors
    /// [`StoreError::Lifecycle`] when the family does not allow the move (R157).
    pub fn enter_state<A: Artifact>(&mut self, id: Uuid, state: &str, actor: &Actor) -> Result<(), StoreError> {
        let now = self.lifecycle(id)?;
        let from = now.as_ref().map_or(A::STATES[0], |(s, _)| s.as_str());
        if from == state {
            return Ok(());
        }
        if !A::may_move(from, state) {
            return Err(StoreError::Lifecycle { what: A::TYPE, from: from.into(), to: state.into() });
        }
        let Some(_) = now else { return self.enter_first::<A>(id, state, actor) };
        self.conn
            .prepare_cached(
                "INSERT INTO workflow_lifecycle (artifact_id, seq, family, state, entered_at, actor)
                 SELECT ?1, coalesce((SELECT max(seq) FROM workflow_lifecycle WHERE artifact_id = ?1), 0) + 1,
                    ?2, ?3, ?4, ?5",
            )?
            .execute(params![id, A::TYPE, state, self.now().0, to_json("actor", actor)?])?;
        Ok(())
    }

    /// Moves an artifact of family `A` on that was read in this transaction and is in its initial state.
    ///
    /// # Errors
    /// [`StoreError::Lifecycle`] when the family does not allow the move; the database's when it moved before.
    pub fn enter_first<A: Artifact>(&mut self, id: Uuid, state: &str, actor: &Actor) -> Result<(), StoreError> {
        self.enter_first_all::<A>([id], state, actor)
    }

    /// As [`Tx::enter_first`], for many artifacts of one family.
    ///
    /// # Errors
    /// As there.
    pub fn enter_first_all<A: Artifact>(
        &mut self,
        ids: impl IntoIterator<Item = Uuid>,
        state: &str,
        actor: &Actor,
    ) -> Result<(), StoreError> {
        let from = A::STATES.first().copied().unwrap_or_default();
        if !A::may_move(from, state) {
            return Err(StoreError::Lifecycle { what: A::TYPE, from: from.into(), to: state.into() });
        }
        let (now, actor) = (self.now(), to_json("actor", actor)?);
        let head = "INSERT INTO workflow_lifecycle (artifact_id, seq, family, state, entered_at, actor) VALUES";
        let mut insert = Insert::new(head, 6);
        for id in ids {
            let row = [bytes(id.as_bytes()), integer(1), text(A::TYPE), text(state), text(&now.0), text(&actor)];
            insert.row(self.conn, row)?;
        }
        insert.end(self.conn)
    }
}
