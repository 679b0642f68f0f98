//! Windows of any list (R9): chosen columns, filters, several sorts, groups.
//!
//! A list sorted by what an index holds is stepped through from the window before, and the filter is asked of each row on
//! the way; after so many rows without a full window that ends. Then, and for every other list, the rows that the filter
//! finds are collected once, put in order once, and windows are cut from that. Where the graph changes, what changed is put
//! in its new place.

mod cells;
mod collect;
mod cursor;
pub(crate) mod functions;
mod groups;
pub(crate) mod making;
mod order;
mod renew;
pub(crate) mod roster;
pub(crate) mod shelf;
mod sql;
mod step;

use std::sync::Arc;

use contracts::{EntityId, EntityType};
use filter::{Listed, Plan};
use rusqlite::types::Value as Sql;
use rusqlite::{OptionalExtension, params_from_iter};

pub use cells::ListedRow;
pub use groups::{GroupCount, ValueCount, groupable};
pub use order::sortable;

use crate::open::lock;
use crate::{Reader, Store, StoreError, codec};
use cursor::Cursor;
use making::What;
use order::Order;
use roster::{FilterKey, OrderKey, Rows, State};
use sql::{Condition, Of};

/// A list: what it is of, what it holds, in which order.
#[derive(Clone, Debug)]
pub struct ListOrder {
    /// The kind of record.
    pub entity: EntityType,
    /// What records fulfil.
    pub plan: Plan,
    /// How many minutes the workspace's clocks are ahead of UTC.
    pub zone_minutes: i32,
    /// Only records that match these words.
    pub text: Option<String>,
    /// Archived records instead of those that are not.
    pub archived: bool,
    /// By these, the first one first; each [`sortable`].
    pub sorts: Vec<(Listed, bool)>,
}

impl ListOrder {
    /// Every record of a kind that is not archived.
    #[must_use]
    pub fn everything(entity: EntityType) -> Self {
        let plan = Plan::All(Vec::new());
        Self { entity, plan, zone_minutes: 0, text: None, archived: false, sorts: Vec::new() }
    }
}

/// Which rows of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Begin {
    /// From its start.
    Start,
    /// After the row of a cursor.
    After(String),
    /// From the row of this number, counted from 0.
    At(u64),
}

/// A window of a list.
#[derive(Clone, Debug, Default)]
pub struct Window {
    /// The rows.
    pub rows: Vec<ListedRow>,
    /// For the next window; none at the end.
    pub next: Option<String>,
    /// How many there are in all, where that is known already.
    pub total: Option<u64>,
    /// The number of the first row, where that is known.
    pub first: Option<u64>,
}

/// A list worked out for the database.
struct Asked {
    entity: EntityType,
    condition: Condition,
    /// The same, to be asked of one row.
    of_row: Condition,
    /// Words, as typed.
    text: Option<String>,
    archived: bool,
    orders: Vec<Order>,
}

impl Asked {
    fn of(list: &ListOrder) -> Self {
        let text = list.text.as_deref().map(str::trim).filter(|t| !t.is_empty());
        Self {
            entity: list.entity,
            condition: sql::condition(list.entity, &list.plan, list.zone_minutes, Of::Table),
            of_row: sql::condition(list.entity, &list.plan, list.zone_minutes, Of::Row),
            text: text.map(String::from),
            archived: list.archived,
            orders: list.sorts.iter().filter_map(|(f, falls)| order::order(list.entity, f, *falls)).collect(),
        }
    }

    fn table(&self) -> &'static str {
        codec::table(self.entity).name
    }

    /// Whether every record that is not archived is in it.
    fn is_all(&self) -> bool {
        self.condition.sql == "1" && self.text.is_none() && !self.archived
    }

    /// The state of the graph as far as this list depends on it.
    fn state(&self, state: State) -> State {
        State { pending: state.pending && self.text.is_some(), ..state }
    }

    fn filter_key(&self) -> FilterKey {
        FilterKey {
            entity: self.entity,
            archived: self.archived,
            sql: self.condition.sql.clone(),
            values: format!("{:?}", self.condition.values),
            text: self.text.clone().unwrap_or_default(),
        }
    }

    fn order_key(&self) -> OrderKey {
        OrderKey { entity: self.entity, orders: self.orders.clone() }
    }
}

impl Store {
    /// A window of a list.
    ///
    /// # Errors
    /// [`StoreError::Cursor`] for a cursor whose record is not there any more.
    pub fn window(
        &self,
        list: &ListOrder,
        columns: &[Listed],
        begin: &Begin,
        limit: u32,
    ) -> Result<Window, StoreError> {
        let asked = Asked::of(list);
        let limit = limit as usize;
        self.read(|r| {
            let state = asked.state(r.graph_state()?);
            if asked.is_all()
                && let Begin::Start = begin
                && limit == 0
            {
                return Ok(Window { total: self.total_in(r, state, &asked)?, ..Window::default() });
            }
            let keys = (asked.filter_key(), asked.order_key());
            let (kept, few) = {
                let mut kept = lock(&self.rosters);
                // Stepping to a few among many passes by many.
                let all = kept.orders.earlier(state, &keys.1).map_or(0, |(_, order)| order.len());
                let few = kept.lists.earlier(state, &keys).is_some_and(|(_, list)| list.len() < all / 16);
                (kept.lists.get(state, &keys), few)
            };
            let stepped = match (kept.is_none() && !few, begin, asked.orders.as_slice()) {
                (true, Begin::Start | Begin::At(0) | Begin::After(_), [only])
                    if only.indexed && asked.text.is_none() =>
                {
                    step::step(r, &asked, only, begin, limit)?
                }
                _ => None,
            };
            let (rows, next, first, total) = match stepped {
                Some((rows, more)) => {
                    let total = self.total_in(r, state, &asked)?;
                    (rows, more, (!matches!(begin, Begin::After(_))).then_some(0), total)
                }
                None => {
                    let list = match kept {
                        Some(list) => list,
                        None => self.collected(r, state, &asked)?,
                    };
                    let from = match begin {
                        Begin::Start => 0,
                        Begin::At(at) => usize::try_from(*at).unwrap_or(usize::MAX).min(list.len()),
                        Begin::After(cursor) => self.after(r, state, &asked, &list, cursor)?,
                    };
                    let rows: Vec<u32> = list.iter().skip(from).take(limit).copied().collect();
                    let more = from + rows.len() < list.len();
                    (rows, more, Some(from as u64), Some(list.len() as u64))
                }
            };
            let last = first.filter(|_| !rows.is_empty()).map(|first| first + rows.len() as u64 - 1);
            let rows = fetch(r, asked.entity, columns, &rows)?;
            let next = rows.last().filter(|_| next).map(|row| Cursor { id: row.id.0, at: last }.to_string());
            Ok(Window { rows, next, total, first })
        })
    }

    /// How many records a list has, exactly.
    ///
    /// # Errors
    /// The database's.
    pub fn count(&self, list: &ListOrder) -> Result<u64, StoreError> {
        let asked = Asked::of(list);
        self.read(|r| {
            let state = asked.state(r.graph_state()?);
            match self.total_in(r, state, &asked)? {
                Some(total) => Ok(total),
                None => Ok(self.rows_of(r, state, &asked)?.count()),
            }
        })
    }

    /// Every row of a list in its order, from one state of the graph.
    ///
    /// # Errors
    /// Those of `visit`, and the database's.
    pub fn each<E: From<StoreError>>(
        &self,
        list: &ListOrder,
        columns: &[Listed],
        visit: &mut dyn FnMut(ListedRow) -> Result<(), E>,
    ) -> Result<(), E> {
        let asked = Asked::of(list);
        self.read(|r| {
            let state = asked.state(r.graph_state()?);
            let rows = self.collected(r, state, &asked)?;
            for some in rows.chunks(500) {
                fetch(r, asked.entity, columns, some)?.into_iter().try_for_each(&mut *visit)?;
            }
            Ok(())
        })
    }

    /// The records of a list in id order, at most so many; for edits of all of them.
    ///
    /// # Errors
    /// The database's.
    pub fn members(&self, list: &ListOrder, at_most: usize) -> Result<Vec<EntityId>, StoreError> {
        let asked = Asked::of(list);
        self.read(|r| r.members(&asked, at_most))
    }

    /// What is known of a list's total: of everything it is counted, of a filter only where its rows were collected.
    fn total_in(&self, r: &Reader<'_>, state: State, asked: &Asked) -> Result<Option<u64>, StoreError> {
        let key = asked.filter_key();
        let (known, of_before) = {
            let mut kept = lock(&self.rosters);
            let known = kept.totals.get(state, &key).map(|n| *n);
            let before = kept.totals.earlier(state, &key).is_some() || kept.rows.earlier(state, &key).is_some();
            (known.or_else(|| kept.rows.get(state, &key).map(|rows| rows.count())), before)
        };
        if known.is_some() {
            return Ok(known);
        }
        if of_before {
            // Somebody changes records while this list is looked at: from now on what changes is counted, not all.
            let rows = match asked.is_all() {
                true => Some(self.rows_of(r, state, asked)?),
                false => self.rows_renewed(r, state, asked)?,
            };
            return Ok(rows.map(|rows| rows.count()));
        }
        if !asked.is_all() {
            return Ok(None);
        }
        let table = asked.table();
        let sql = format!("SELECT (SELECT count(*) FROM {table}) - (SELECT count(*) FROM {table} WHERE archived = 1)");
        let total: u64 = r.conn.prepare_cached(&sql)?.query_row([], |row| row.get(0))?;
        lock(&self.rosters).totals.put(state, &key, Arc::new(total));
        Ok(Some(total))
    }

    fn rows_of(&self, r: &Reader<'_>, state: State, asked: &Asked) -> Result<Arc<Rows>, StoreError> {
        let _turn = self.making.turn(What::Rows(asked.filter_key()));
        if let Some(rows) = self.rows_renewed(r, state, asked)? {
            return Ok(rows);
        }
        let rows = Arc::new(r.rows_of(asked)?);
        Ok(lock(&self.rosters).rows.put(state, &asked.filter_key(), rows))
    }

    /// The rows that are kept, of this state or brought up to it where too much did not change since.
    fn rows_renewed(&self, r: &Reader<'_>, state: State, asked: &Asked) -> Result<Option<Arc<Rows>>, StoreError> {
        let key = asked.filter_key();
        let earlier = {
            let mut kept = lock(&self.rosters);
            if let Some(rows) = kept.rows.get(state, &key) {
                return Ok(Some(rows));
            }
            kept.rows.earlier(state, &key)
        };
        let Some((was, rows)) = earlier else { return Ok(None) };
        let renewed = renew::rows(r, asked, was, state, rows)?;
        Ok(renewed.map(|rows| lock(&self.rosters).rows.put(state, &key, rows)))
    }

    fn order_of(&self, r: &Reader<'_>, state: State, asked: &Asked) -> Result<Arc<Vec<u32>>, StoreError> {
        let key = asked.order_key();
        // Words that are searched for have no say in an order.
        let state = State { pending: false, ..state };
        let _turn = self.making.turn(What::Order(key.clone()));
        let (kept, earlier) = {
            let mut kept = lock(&self.rosters);
            (kept.orders.get(state, &key), kept.orders.earlier(state, &key))
        };
        if let Some(order) = kept {
            return Ok(order);
        }
        let earlier = match earlier {
            Some(earlier) => Some(earlier),
            None => self.shelf.take(r, &key)?.map(|(was, order)| (was, Arc::new(order))),
        };
        let renewed = match earlier.filter(|(was, _)| was.seq <= state.seq) {
            Some((was, order)) => renew::order(r, asked, was, state, order)?,
            None => None,
        };
        let order = match renewed {
            Some(order) => order,
            None => {
                let order = r.order_of(asked)?;
                self.shelf.keep(r, &key, state, &order)?;
                Arc::new(order)
            }
        };
        Ok(lock(&self.rosters).orders.put(state, &key, order))
    }

    /// Every row of a list, in its order.
    fn collected(&self, r: &Reader<'_>, state: State, asked: &Asked) -> Result<Arc<Vec<u32>>, StoreError> {
        let key = (asked.filter_key(), asked.order_key());
        if let Some(list) = lock(&self.rosters).lists.get(state, &key) {
            return Ok(list);
        }
        let list = if asked.is_all() {
            let order = self.order_of(r, state, asked)?;
            let archived = r.archived_rows(asked)?;
            if archived.count() == 0 {
                order
            } else {
                Arc::new(order.iter().copied().filter(|row| !archived.has(*row)).collect())
            }
        } else {
            let rows = self.rows_of(r, state, asked)?;
            let order = self.order_of(r, state, asked)?;
            Arc::new(order.iter().copied().filter(|row| rows.has(*row)).collect())
        };
        Ok(lock(&self.rosters).lists.put(state, &key, list))
    }

    /// Where a list goes on after the record of a cursor, which need not be in the list any more.
    fn after(
        &self,
        r: &Reader<'_>,
        state: State,
        asked: &Asked,
        list: &[u32],
        cursor: &str,
    ) -> Result<usize, StoreError> {
        let cursor = Cursor::read(cursor)?;
        let sql = format!("SELECT rowid FROM {} WHERE id = ?", asked.table());
        let found: Option<i64> = r.conn.prepare_cached(&sql)?.query_row([cursor.id], |row| row.get(0)).optional()?;
        let row = row_number(found.ok_or(StoreError::Cursor)?)?;
        if let Some(at) = cursor.place(list, row) {
            return Ok(at + 1);
        }
        // It left the list: what stood behind it in the order of all records comes next.
        let order = self.order_of(r, state, asked)?;
        let mut passed = 0;
        for other in order.iter() {
            if *other == row {
                break;
            }
            passed += usize::from(list.get(passed) == Some(other));
        }
        Ok(passed)
    }
}

impl Reader<'_> {
    /// What differs for two states of the graph.
    fn graph_state(&self) -> Result<State, StoreError> {
        let sql = "SELECT coalesce((SELECT max(seq) FROM audit_entries), 0),
            coalesce((SELECT max(delta) FROM graph_deltas), 0),
            EXISTS (SELECT 1 FROM search_docs WHERE pending = 1)";
        let read = |r: &rusqlite::Row<'_>| Ok(State { seq: r.get(0)?, delta: r.get(1)?, pending: r.get(2)? });
        Ok(self.conn.prepare_cached(sql)?.query_row([], read)?)
    }

    /// The records of a list in id order, at most so many.
    fn members(&self, asked: &Asked, at_most: usize) -> Result<Vec<EntityId>, StoreError> {
        let (sql, values) = self.filtered(asked, "t.id")?;
        let sql = format!("{sql} ORDER BY t.id LIMIT {at_most}");
        let mut statement = self.conn.prepare_cached(&sql)?;
        let found = statement.query_map(params_from_iter(values), |r| Ok(EntityId(r.get(0)?)))?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    fn archived_rows(&self, asked: &Asked) -> Result<Rows, StoreError> {
        let sql = format!("SELECT rowid FROM {} WHERE archived = 1", asked.table());
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut found = statement.query([])?;
        let mut rows = Rows::default();
        while let Some(row) = found.next()? {
            rows.add(row_number(row.get(0)?)?);
        }
        Ok(rows)
    }

    fn rows_of(&self, asked: &Asked) -> Result<Rows, StoreError> {
        let mut rows = Rows::default();
        let mut collect = |sql: &str, values: Vec<Sql>, there: bool| -> Result<(), StoreError> {
            let mut statement = self.conn.prepare_cached(sql)?;
            let mut found = statement.query(params_from_iter(values))?;
            while let Some(row) = found.next()? {
                let row = row_number(row.get(0)?)?;
                if there { rows.add(row) } else { rows.remove(row) }
            }
            Ok(())
        };
        if asked.archived {
            let (sql, values) = self.filtered(asked, "t.rowid")?;
            collect(&sql, values, true)?;
        } else {
            // Few are archived: without a look at that column, an index may answer alone.
            let (sql, values) = self.filtered_among(asked, "t.rowid", "1")?;
            collect(&sql, values, true)?;
            collect(&format!("SELECT rowid FROM {} WHERE archived = 1", asked.table()), Vec::new(), false)?;
        }
        Ok(rows)
    }

    /// Every row of a kind in an order.
    fn order_of(&self, asked: &Asked) -> Result<Vec<u32>, StoreError> {
        let table = asked.table();
        let [only] = asked.orders.as_slice() else { return collect::ordered(self.conn, table, &asked.orders) };
        if !only.indexed {
            return collect::ordered(self.conn, table, &asked.orders);
        }
        // Read as the index has them: those with a value, then those without.
        let (key, blank) = (only.keys.concat(), &only.blank);
        let falls = if only.descending { " DESC" } else { "" };
        let (some, none) = if blank.ends_with("''") {
            (format!("{key} > ''"), format!("{key} = ''"))
        } else {
            (format!("{key} IS NOT NULL"), format!("{key} IS NULL"))
        };
        let mut order = Vec::new();
        for sql in [
            format!("SELECT t.rowid FROM {table} t WHERE {some} ORDER BY {key}{falls}, t.id{falls}"),
            format!("SELECT t.rowid FROM {table} t WHERE {none} ORDER BY t.id{falls}"),
        ] {
            let mut statement = self.conn.prepare_cached(&sql)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                order.push(row_number(row.get(0)?)?);
            }
        }
        Ok(order)
    }
}

impl Reader<'_> {
    /// The select of a list's records, without order.
    fn filtered(&self, asked: &Asked, what: &str) -> Result<(String, Vec<Sql>), StoreError> {
        self.filtered_among(asked, what, &format!("t.archived = {}", u8::from(asked.archived)))
    }

    fn filtered_among(&self, asked: &Asked, what: &str, among: &str) -> Result<(String, Vec<Sql>), StoreError> {
        let mut sql = format!("SELECT {what} FROM {} t WHERE {among}", asked.table());
        let mut values = Vec::new();
        if let Some(words) = &asked.text {
            let (matching, value) = self.matching_words(asked.entity, words)?;
            sql.push_str(&format!(" AND {matching}"));
            values.extend(value.map(Sql::Text));
        }
        if asked.condition.sql != "1" {
            sql.push_str(&format!(" AND {}", asked.condition.sql));
            values.extend(asked.condition.values.iter().cloned());
        }
        Ok((sql, values))
    }

    /// Which records match words, as the search finds them: the one place where lists and search meet. Kinds that are not
    /// searched are found by a part of their title.
    fn matching_words(&self, entity: EntityType, words: &str) -> Result<(&'static str, Option<String>), StoreError> {
        let Some(sql) = Self::matching_sql(entity) else {
            let part = graph::sort_key(words).replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
            return Ok(("t.sort_name LIKE '%' || ? || '%' ESCAPE '\\'", Some(part)));
        };
        Ok(match self.matching_expression(words, entity)? {
            Some(expression) => (sql, Some(expression)),
            None => ("0", None),
        })
    }
}

/// Row numbers fit four bytes: a table of four thousand million records is nobody's.
fn row_number(row: i64) -> Result<u32, StoreError> {
    u32::try_from(row).map_err(|_| StoreError::Damaged("a table has more rows than a list can hold".into()))
}

/// The rows of these numbers, in their order.
fn fetch(r: &Reader<'_>, entity: EntityType, columns: &[Listed], rows: &[u32]) -> Result<Vec<ListedRow>, StoreError> {
    let sql = format!("{} WHERE t.rowid = ?", cells::select(entity, columns));
    let mut statement = r.conn.prepare_cached(&sql)?;
    let mut out = Vec::with_capacity(rows.len());
    for row in rows {
        let mut found = statement.query([row])?;
        if let Some(row) = found.next()? {
            out.push(cells::read(row, entity, columns)?);
        }
    }
    Ok(out)
}
