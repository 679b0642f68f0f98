//! `graph_aliases`: absorbed records. An old id still leads to whoever stands for it (R46).

use contracts::{EntityId, EntityRef, EntityType};
use graph::Alias;
use rusqlite::{OptionalExtension, Row, params};

use crate::{Reader, StoreError, Tx};

fn read(r: &Row<'_>) -> Result<(EntityRef, Alias), StoreError> {
    let entity: EntityType = r.get::<_, String>(0)?.parse().map_err(StoreError::Damaged)?;
    let at = |id| EntityRef { entity, id: EntityId(id) };
    Ok((at(r.get(1)?), Alias { into: at(r.get(2)?), version: r.get(3)?, archived: r.get(4)? }))
}

const SELECT: &str = "SELECT entity_type, old_id, into_id, version, archived FROM graph_aliases";

impl Reader<'_> {
    /// What is left of an absorbed record; none for any other.
    ///
    /// # Errors
    /// The database's.
    pub fn alias(&self, entity: EntityRef) -> Result<Option<Alias>, StoreError> {
        let sql = format!("{SELECT} WHERE old_id = ?");
        let found =
            self.conn.prepare_cached(&sql)?.query_row([entity.id.0], |r| Ok(read(r))).optional()?.transpose()?;
        Ok(found.filter(|(at, _)| *at == entity).map(|(_, alias)| alias))
    }

    /// The record that an id stands for now: itself, or whoever absorbed it, however often that was repeated.
    ///
    /// # Errors
    /// The database's.
    pub fn resolve(&self, entity: EntityRef) -> Result<EntityRef, StoreError> {
        let (mut at, mut seen) = (entity, std::collections::BTreeSet::new());
        // An alias that leads back can't be made by merges; a damaged table must not hang the program.
        while let Some(alias) = self.alias(at)?.filter(|_| seen.insert(at)) {
            at = alias.into;
        }
        Ok(at)
    }

    /// Whether any record was ever absorbed.
    pub(crate) fn any_alias(&self) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM graph_aliases)";
        Ok(self.conn.prepare_cached(sql)?.query_row([], |r| r.get(0))?)
    }

    /// Whether any alias leads to a record.
    pub(crate) fn has_absorbed(&self, id: EntityId) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM graph_aliases WHERE into_id = ?)";
        Ok(self.conn.prepare_cached(sql)?.query_row([id.0], |r| r.get(0))?)
    }

    /// Every record absorbed by this one, directly or by way of others.
    ///
    /// # Errors
    /// The database's.
    pub fn absorbed_by(&self, entity: EntityRef) -> Result<Vec<EntityRef>, StoreError> {
        let sql = "WITH RECURSIVE under (id) AS (
                SELECT old_id FROM graph_aliases WHERE into_id = ?
                UNION SELECT a.old_id FROM graph_aliases a JOIN under u ON a.into_id = u.id
            ) SELECT id FROM under ORDER BY id";
        let rows = self
            .conn
            .prepare_cached(sql)?
            .query_map([entity.id.0], |r| Ok(EntityRef { entity: entity.entity, id: EntityId(r.get(0)?) }))?
            .collect::<Result<_, _>>()?;
        Ok(rows)
    }

    /// The aliases that lead straight to a record.
    ///
    /// # Errors
    /// The database's.
    pub fn aliases_into(&self, entity: EntityRef) -> Result<Vec<(EntityRef, Alias)>, StoreError> {
        let sql = format!("{SELECT} WHERE into_id = ? ORDER BY old_id");
        self.conn.prepare_cached(&sql)?.query_map([entity.id.0], |r| Ok(read(r)))?.map(|r| r?).collect()
    }

    /// Every alias, sorted by old id.
    ///
    /// # Errors
    /// The database's.
    pub fn all_aliases(&self) -> Result<Vec<(EntityRef, Alias)>, StoreError> {
        let sql = format!("{SELECT} ORDER BY old_id");
        self.conn.prepare_cached(&sql)?.query_map([], |r| Ok(read(r)))?.map(|r| r?).collect()
    }
}

impl Tx<'_> {
    pub(crate) fn insert_alias(&mut self, entity: EntityRef, alias: &Alias) -> Result<(), StoreError> {
        let sql = "INSERT INTO graph_aliases (old_id, entity_type, into_id, version, archived) VALUES (?, ?, ?, ?, ?)";
        self.conn.prepare_cached(sql)?.execute(params![
            entity.id.0,
            entity.entity.as_str(),
            alias.into.id.0,
            alias.version,
            alias.archived
        ])?;
        Ok(())
    }

    pub(crate) fn delete_alias(&mut self, entity: EntityRef) -> Result<(), StoreError> {
        self.conn.prepare_cached("DELETE FROM graph_aliases WHERE old_id = ?")?.execute([entity.id.0])?;
        Ok(())
    }
}
