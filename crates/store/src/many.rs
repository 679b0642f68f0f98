//! Many rows of a table with few statements: what work on a million records writes.
//!
//! `SQLite` prepares for each run of a statement what its checks compare with, and a call across the border costs more
//! than the row: so rows are gathered and written some tens at once. Where no reference is checked, heads say
//! `INSERT OR FAIL`: a statement that could be taken back by itself would keep a copy of every page that it touches, and
//! whatever fails here lets the whole transaction fall.

use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use rusqlite::{Connection, params_from_iter};

use crate::StoreError;

/// Parameters of one statement: more rows at once gain nothing.
const PARAMETERS: usize = 512;

/// Rows of one table on their way. What is not [`Insert::end`]ed is not written.
pub(crate) struct Insert<'a> {
    /// `INSERT INTO table (columns) VALUES`, to be followed by the rows.
    head: &'a str,
    columns: usize,
    at_once: usize,
    values: Vec<ToSqlOutput<'a>>,
}

impl<'a> Insert<'a> {
    /// Rows of `columns` values each under a head.
    pub(crate) fn new(head: &'a str, columns: usize) -> Self {
        let at_once = (PARAMETERS / columns.max(1)).max(1);
        Self { head, columns, at_once, values: Vec::new() }
    }

    /// Takes a row; writes when enough of them have come together.
    pub(crate) fn row(
        &mut self,
        conn: &Connection,
        values: impl IntoIterator<Item = ToSqlOutput<'a>>,
    ) -> Result<(), StoreError> {
        self.values.extend(values);
        if self.values.len() >= self.at_once * self.columns {
            conn.prepare_cached(&self.sql(self.at_once))?.execute(params_from_iter(&self.values))?;
            self.values.clear();
        }
        Ok(())
    }

    /// Takes a row that must not be written before others of another table are.
    pub(crate) fn hold(&mut self, values: impl IntoIterator<Item = ToSqlOutput<'a>>) {
        self.values.extend(values);
    }

    /// Writes what is left.
    pub(crate) fn end(self, conn: &Connection) -> Result<(), StoreError> {
        let mut many = self.values.chunks_exact(self.at_once * self.columns);
        if many.len() > 0 {
            let mut statement = conn.prepare_cached(&self.sql(self.at_once))?;
            for rows in many.by_ref() {
                statement.execute(params_from_iter(rows))?;
            }
        }
        let left = many.remainder();
        if !left.is_empty() {
            let mut statement = conn.prepare_cached(&self.sql(1))?;
            for row in left.chunks(self.columns) {
                statement.execute(params_from_iter(row))?;
            }
        }
        Ok(())
    }

    fn sql(&self, rows: usize) -> String {
        let mut sql = String::with_capacity(self.head.len() + rows * (2 * self.columns + 3));
        sql.push_str(self.head);
        for row in 0..rows {
            sql.push_str(if row == 0 { " (?" } else { ",(?" });
            (1..self.columns).for_each(|_| sql.push_str(",?"));
            sql.push(')');
        }
        sql
    }
}

/// A text of somebody else's.
pub(crate) fn text(text: &str) -> ToSqlOutput<'_> {
    ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes()))
}

/// A text made for the row.
pub(crate) fn owned(text: String) -> ToSqlOutput<'static> {
    ToSqlOutput::Owned(Value::Text(text))
}

/// Bytes made for the row.
pub(crate) fn bytes(bytes: &[u8]) -> ToSqlOutput<'static> {
    ToSqlOutput::Owned(Value::Blob(bytes.to_vec()))
}

/// A number, or true and false.
pub(crate) fn integer(n: impl TryInto<i64>) -> ToSqlOutput<'static> {
    ToSqlOutput::Owned(Value::Integer(n.try_into().unwrap_or(i64::MAX)))
}

/// A measure.
pub(crate) fn real(n: f64) -> ToSqlOutput<'static> {
    ToSqlOutput::Owned(Value::Real(n))
}

/// A value or nothing.
pub(crate) fn maybe<'a>(value: Option<ToSqlOutput<'a>>) -> ToSqlOutput<'a> {
    value.unwrap_or(ToSqlOutput::Owned(Value::Null))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_out_in_their_order_however_many_they_are() {
        let conn = Connection::open_in_memory().expect("a database");
        conn.execute_batch("CREATE TABLE t (n INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT").expect("a table");
        for count in [0_i64, 1, 255, 256, 257, 1000] {
            conn.execute("DELETE FROM t", []).expect("empty");
            let mut insert = Insert::new("INSERT INTO t (n, name) VALUES", 2);
            for n in 0..count {
                insert.row(&conn, [integer(n), owned(format!("row {n}"))]).expect("taken");
            }
            insert.end(&conn).expect("written");
            let found: Vec<(i64, String)> = conn
                .prepare("SELECT n, name FROM t ORDER BY n")
                .and_then(|mut s| s.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?.collect())
                .expect("read");
            assert_eq!(found, (0..count).map(|n| (n, format!("row {n}"))).collect::<Vec<_>>());
        }
    }
}
