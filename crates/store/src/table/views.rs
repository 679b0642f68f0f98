//! `workflow_views` and `workflow_view_order`: lists that people keep under a name. Settings of a workspace, no part of
//! the graph: who made one is kept with it.

use contracts::{Actor, EntityType, Timestamp, ViewShape};
use rusqlite::{OptionalExtension, Row, params};
use uuid::Uuid;

use crate::error::{from_json, to_json};
use crate::{Reader, StoreError, Tx};

/// A view as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredView {
    /// Its id.
    pub view_id: Uuid,
    /// The kind of record.
    pub entity: EntityType,
    /// What people call it.
    pub name: String,
    /// Everybody of the workspace sees it.
    pub shared: bool,
    /// Whose it is.
    pub owner: Actor,
    /// When it was last changed.
    pub saved_at: Timestamp,
    /// What it shows.
    pub shape: ViewShape,
}

/// How one user has the views of a kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViewOrder {
    /// Ids in their order.
    pub view_ids: Vec<String>,
    /// Ids of hidden ones.
    pub hidden: Vec<String>,
}

const SELECT: &str = "SELECT view_id, entity_type, name, shared, owner, saved_at, shape FROM workflow_views";

fn read(r: &Row<'_>) -> Result<StoredView, StoreError> {
    Ok(StoredView {
        view_id: r.get(0)?,
        entity: r.get::<_, String>(1)?.parse().map_err(StoreError::Damaged)?,
        name: r.get(2)?,
        shared: r.get(3)?,
        owner: from_json("actor", &r.get::<_, String>(4)?)?,
        saved_at: Timestamp(r.get(5)?),
        shape: from_json("view", &r.get::<_, String>(6)?)?,
    })
}

impl Reader<'_> {
    /// Every view of a kind of record, oldest first.
    ///
    /// # Errors
    /// The database's.
    pub fn views(&self, entity: EntityType) -> Result<Vec<StoredView>, StoreError> {
        let sql = format!("{SELECT} WHERE entity_type = ? ORDER BY view_id");
        self.conn.prepare_cached(&sql)?.query_map([entity.as_str()], |r| Ok(read(r)))?.map(|r| r?).collect()
    }

    /// A view by its id.
    ///
    /// # Errors
    /// The database's.
    pub fn view(&self, id: Uuid) -> Result<Option<StoredView>, StoreError> {
        let sql = format!("{SELECT} WHERE view_id = ?");
        self.conn.prepare_cached(&sql)?.query_row([id], |r| Ok(read(r))).optional()?.transpose()
    }

    /// How a user has the views of a kind.
    ///
    /// # Errors
    /// The database's.
    pub fn view_order(&self, user: &str, entity: EntityType) -> Result<ViewOrder, StoreError> {
        let sql = "SELECT view_ids, hidden FROM workflow_view_order WHERE user = ? AND entity_type = ?";
        let found: Option<(String, String)> = self
            .conn
            .prepare_cached(sql)?
            .query_row([user, entity.as_str()], |r| Ok((r.get(0)?, r.get(1)?)))
            .optional()?;
        let Some((ids, hidden)) = found else { return Ok(ViewOrder::default()) };
        Ok(ViewOrder { view_ids: from_json("order of views", &ids)?, hidden: from_json("hidden views", &hidden)? })
    }
}

impl Tx<'_> {
    /// Keeps a view, in place of one of the same id.
    ///
    /// # Errors
    /// The database's.
    pub fn put_view(&mut self, view: &StoredView) -> Result<(), StoreError> {
        self.conn.execute(
            "INSERT INTO workflow_views (view_id, entity_type, name, shared, owner, saved_at, shape)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (view_id) DO UPDATE
             SET name = ?3, shared = ?4, owner = ?5, saved_at = ?6, shape = ?7",
            params![
                view.view_id,
                view.entity.as_str(),
                view.name,
                view.shared,
                to_json("actor", &view.owner)?,
                view.saved_at.0,
                to_json("view", &view.shape)?
            ],
        )?;
        Ok(())
    }

    /// Removes a view; whether there was one.
    ///
    /// # Errors
    /// The database's.
    pub fn remove_view(&mut self, id: Uuid) -> Result<bool, StoreError> {
        Ok(self.conn.execute("DELETE FROM workflow_views WHERE view_id = ?", [id])? > 0)
    }

    /// Keeps how a user has the views of a kind.
    ///
    /// # Errors
    /// The database's.
    pub fn put_view_order(&mut self, user: &str, entity: EntityType, order: &ViewOrder) -> Result<(), StoreError> {
        self.conn.execute(
            "INSERT INTO workflow_view_order (user, entity_type, view_ids, hidden) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (user, entity_type) DO UPDATE SET view_ids = ?3, hidden = ?4",
            params![
                user,
                entity.as_str(),
                to_json("order of views", &order.view_ids)?,
                to_json("hidden views", &order.hidden)?
            ],
        )?;
        Ok(())
    }

    /// Removes views whose name or filter holds one of these texts, as an erasure must. How many went.
    pub(crate) fn erase_views(&mut self, texts: &dyn Fn(&str) -> bool) -> Result<usize, StoreError> {
        let mut statement = self.conn.prepare("SELECT view_id, name || ' ' || shape FROM workflow_views")?;
        let found: Vec<(Uuid, String)> =
            statement.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?.collect::<Result<_, _>>()?;
        drop(statement);
        let mut gone = 0;
        for (id, text) in found {
            if texts(&text) {
                gone += usize::from(self.remove_view(id)?);
            }
        }
        Ok(gone)
    }
}
