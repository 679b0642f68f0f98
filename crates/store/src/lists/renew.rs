//! What is kept of lists, brought up to date: records that changed since are taken out and put where they belong now.

use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use rusqlite::types::Value as Sql;
use rusqlite::{OptionalExtension, params, params_from_iter};
use uuid::Uuid;

use super::roster::{Rows, State};
use super::{Asked, order, row_number};
use crate::{Reader, StoreError};

/// Changes in the log between two states; after more than these all is made anew.
const MOST_CHANGES: usize = 40_000;
/// So many changed records are always put in their place one by one.
const FEW: usize = 300;
/// Of a list of so many times more records, more.
const SHARE: usize = 200;

/// Which rows of a filter there are now. None where too much happened in between.
pub(super) fn rows(
    r: &Reader<'_>,
    asked: &Asked,
    was: State,
    now: State,
    rows: Arc<Rows>,
) -> Result<Option<Arc<Rows>>, StoreError> {
    if asked.text.is_some() {
        return Ok(None);
    }
    let most = usize::try_from(rows.count()).unwrap_or(usize::MAX) / SHARE;
    let Some(changed) = changed(r, asked, !asked.of_row.light, was, now, most.max(FEW))? else { return Ok(None) };
    if changed.is_empty() {
        return Ok(Some(rows));
    }
    let mut rows = Arc::unwrap_or_clone(rows);
    let archived = u8::from(asked.archived);
    let sql = format!(
        "SELECT t.archived = {archived} AND (({}) IS TRUE) FROM {} t WHERE t.rowid = ?",
        asked.of_row.sql,
        asked.table()
    );
    let mut statement = r.conn.prepare_cached(&sql)?;
    for row in changed {
        let values = asked.of_row.values.iter().cloned().chain([Sql::Integer(row.into())]);
        if statement.query_row(params_from_iter(values), |found| found.get(0))? {
            rows.add(row)
        } else {
            rows.remove(row)
        }
    }
    Ok(Some(Arc::new(rows)))
}

/// The order of a kind's records now. None where too much happened in between.
pub(super) fn order(
    r: &Reader<'_>,
    asked: &Asked,
    was: State,
    now: State,
    order: Arc<Vec<u32>>,
) -> Result<Option<Arc<Vec<u32>>>, StoreError> {
    let linked = asked.orders.iter().any(|o| o.linked);
    let Some(changed) = changed(r, asked, linked, was, now, (order.len() / SHARE).max(FEW))? else { return Ok(None) };
    if changed.is_empty() {
        return Ok(Some(order));
    }
    let mut out = Rows::default();
    changed.iter().for_each(|row| out.add(*row));
    let others: Vec<u32> = order.iter().copied().filter(|row| !out.has(*row)).collect();
    let mut places = Places::new(r, asked);
    let mut moved = Vec::with_capacity(changed.len());
    for row in changed {
        moved.push((places.keys(row)?, row));
    }
    moved.sort_by(|a, b| places.compare(&a.0, &b.0));
    let mut renewed = Vec::with_capacity(others.len() + moved.len());
    let mut from = 0;
    for (keys, row) in moved {
        let to = places.place(&others, from, &keys)?;
        renewed.extend_from_slice(others.get(from..to).unwrap_or_default());
        renewed.push(row);
        from = to;
    }
    renewed.extend_from_slice(others.get(from..).unwrap_or_default());
    Ok(Some(Arc::new(renewed)))
}

/// Rows of a list's kind that changed between two states, and those that are linked to what changed where that counts.
/// None for more than so many, and where a record went: what it was linked to, and its number, can't be asked any more.
fn changed(
    r: &Reader<'_>,
    asked: &Asked,
    linked: bool,
    was: State,
    now: State,
    most: usize,
) -> Result<Option<BTreeSet<u32>>, StoreError> {
    if was.seq == now.seq {
        return Ok(Some(BTreeSet::new()));
    }
    let erased = "SELECT EXISTS (SELECT 1 FROM audit_entries WHERE seq > ? AND seq <= ? AND kind = 'erasure')";
    let erased: bool = r.conn.prepare_cached(erased)?.query_row([was.seq, now.seq], |row| row.get(0))?;
    if erased || was.delta > now.delta {
        return Ok(None);
    }
    let mut ids: BTreeSet<Uuid> = BTreeSet::new();
    let mut others: BTreeSet<Uuid> = BTreeSet::new();
    let sql = "SELECT entity_type, entity_id, op FROM graph_deltas WHERE delta > ? AND delta <= ? LIMIT ?";
    let mut statement = r.conn.prepare_cached(sql)?;
    let mut rows = statement.query(params![was.delta, now.delta, MOST_CHANGES + 1])?;
    let mut changes = 0;
    while let Some(row) = rows.next()? {
        changes += 1;
        let gone = match row.get_ref(2)?.as_str().unwrap_or_default() {
            "merge" | "remove" => true,
            "unlink" => linked,
            _ => false,
        };
        if gone || changes > MOST_CHANGES {
            return Ok(None);
        }
        let id = row.get(1)?;
        if row.get_ref(0)?.as_str().unwrap_or_default() == asked.entity.as_str() {
            ids.insert(id);
        }
        if linked {
            others.insert(id);
        }
        if ids.len() > most || others.len() > most {
            return Ok(None);
        }
    }
    let around = "SELECT to_id FROM crm_relationships WHERE from_id = ?1 AND to_type = ?2
        UNION ALL SELECT from_id FROM crm_relationships WHERE to_id = ?1 AND from_type = ?2";
    let mut statement = r.conn.prepare_cached(around)?;
    for id in others {
        let mut rows = statement.query(params![id, asked.entity.as_str()])?;
        while let Some(row) = rows.next()? {
            ids.insert(row.get(0)?);
            if ids.len() > most {
                return Ok(None);
            }
        }
    }
    let mut found = BTreeSet::new();
    let mut statement = r.conn.prepare_cached(&format!("SELECT rowid FROM {} WHERE id = ?", asked.table()))?;
    for id in ids {
        match statement.query_row([id], |row| row.get(0)).optional()? {
            Some(row) => found.insert(row_number(row)?),
            None => return Ok(None),
        };
    }
    Ok(Some(found))
}

/// Where rows stand in an order.
struct Places<'a> {
    reader: &'a Reader<'a>,
    sql: String,
    falls: Vec<bool>,
    /// What decided of those that others were compared with: the same few again and again.
    seen: HashMap<u32, Vec<Sql>>,
}

impl<'a> Places<'a> {
    fn new(reader: &'a Reader<'a>, asked: &Asked) -> Self {
        let (parts, falls): (Vec<String>, Vec<bool>) = order::deciding(&asked.orders).into_iter().unzip();
        let sql = format!("SELECT {} FROM {} t WHERE t.rowid = ?", parts.join(", "), asked.table());
        Self { reader, sql, falls, seen: HashMap::new() }
    }

    fn keys(&self, row: u32) -> Result<Vec<Sql>, StoreError> {
        let mut statement = self.reader.conn.prepare_cached(&self.sql)?;
        Ok(statement.query_row([row], |found| (0..self.falls.len()).map(|at| found.get(at)).collect())?)
    }

    fn compare(&self, a: &[Sql], b: &[Sql]) -> Ordering {
        let each = self.falls.iter().zip(a.iter().zip(b));
        let mut orders = each.map(|(falls, (a, b))| if *falls { compared(b, a) } else { compared(a, b) });
        orders.find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
    }

    /// How many of some rows stand before these keys; of the first ones that is known.
    fn place(&mut self, rows: &[u32], known: usize, keys: &[Sql]) -> Result<usize, StoreError> {
        let (mut low, mut high) = (known, rows.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let Some(row) = rows.get(middle) else { break };
            if !self.seen.contains_key(row) {
                let keys = self.keys(*row)?;
                self.seen.insert(*row, keys);
            }
            let before = self.seen.get(row).is_some_and(|other| self.compare(other, keys).is_lt());
            if before { low = middle + 1 } else { high = middle }
        }
        Ok(low)
    }
}

/// As the database orders values: nothing, numbers, texts, bytes.
pub(super) fn compared(a: &Sql, b: &Sql) -> Ordering {
    let kind = |v: &Sql| match v {
        Sql::Null => 0,
        Sql::Integer(_) | Sql::Real(_) => 1,
        Sql::Text(_) => 2,
        Sql::Blob(_) => 3,
    };
    let number = |v: &Sql| match v {
        #[allow(clippy::cast_precision_loss, reason = "counts and flags are small")]
        Sql::Integer(n) => *n as f64,
        Sql::Real(n) => *n,
        _ => 0.0,
    };
    match (a, b) {
        (Sql::Integer(a), Sql::Integer(b)) => a.cmp(b),
        (Sql::Text(a), Sql::Text(b)) => a.as_bytes().cmp(b.as_bytes()),
        (Sql::Blob(a), Sql::Blob(b)) => a.cmp(b),
        _ => kind(a).cmp(&kind(b)).then_with(|| number(a).partial_cmp(&number(b)).unwrap_or(Ordering::Equal)),
    }
}
