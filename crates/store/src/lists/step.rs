//! Windows of a list whose order stands in an index.

use rusqlite::types::Value as Sql;
use rusqlite::{OptionalExtension, params_from_iter};
use uuid::Uuid;

use super::order::Order;
use super::{Asked, Begin, Cursor, row_number};
use crate::{Reader, StoreError};

/// Rows that are looked at, one by one, before a list is collected instead.
const STEPS: usize = 2_000;
/// The same where what is linked to each of them is looked at too.
const LINKED_STEPS: usize = 400;

/// Steps through the index of a list's one sort: the rows of a window and whether there are more; none where too many
/// rows had to be looked at.
pub(super) fn step(
    r: &Reader<'_>,
    asked: &Asked,
    order: &Order,
    begin: &Begin,
    limit: usize,
) -> Result<Option<(Vec<u32>, bool)>, StoreError> {
    let (Some(key), table) = (order.keys.first(), asked.table()) else { return Ok(None) };
    let start: Option<(bool, Sql, Uuid)> = match begin {
        Begin::After(cursor) => {
            let id = Cursor::read(cursor)?.id;
            let sql = format!("SELECT ({}) IS TRUE, {key} FROM {table} t WHERE t.id = ?", order.blank);
            let found =
                r.conn.prepare_cached(&sql)?.query_row([id], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
            let (blank, key) = found.ok_or(StoreError::Cursor)?;
            Some((blank, key, id))
        }
        _ => None,
    };
    let (falls, after) = if order.descending { (" DESC", "<") } else { ("", ">") };
    let empty_text = order.blank.ends_with("''");
    let mut found = Vec::with_capacity(limit + 1);
    let most = limit + if asked.of_row.light { STEPS } else { LINKED_STEPS };
    let mut looked = 0;
    for blank in [false, true] {
        if start.as_ref().is_some_and(|(b, ..)| *b && !blank) {
            continue;
        }
        let here = start.as_ref().filter(|(b, ..)| *b == blank);
        let group = match (blank, empty_text) {
            // Behind a row with a value there are only such; one more lower bound would be taken instead of that row's.
            (false, _) if here.is_some() && !order.descending => "1".into(),
            (false, true) => format!("{key} > ''"),
            (true, true) => format!("{key} = ''"),
            (false, false) => format!("{key} IS NOT NULL"),
            (true, false) => format!("{key} IS NULL"),
        };
        let mut values = asked.of_row.values.clone();
        let mut sql = format!("SELECT t.rowid, ({}) IS TRUE FROM {table} t WHERE {group}", asked.of_row.sql);
        if let Some((_, from, id)) = here {
            if blank {
                sql.push_str(&format!(" AND t.id {after} ?"));
            } else {
                sql.push_str(&format!(" AND ({key}, t.id) {after} (?, ?)"));
                values.push(from.clone());
            }
            values.push(Sql::Blob(id.as_bytes().to_vec()));
        }
        let archived = u8::from(asked.archived);
        sql.push_str(&format!(" AND t.archived = {archived} ORDER BY {key}{falls}, t.id{falls}"));
        let mut statement = r.conn.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(values))?;
        while let Some(row) = rows.next()? {
            if row.get::<_, bool>(1)? {
                found.push(row_number(row.get(0)?)?);
                if found.len() > limit {
                    found.pop();
                    return Ok(Some((found, true)));
                }
            }
            looked += 1;
            if looked >= most {
                return Ok(None);
            }
        }
    }
    Ok(Some((found, false)))
}
