//! Every row of a kind in an order that no index holds. What decides is read once row by row and worked out once for each
//! value that is held: of a million records few values differ. The database's own sorter would keep every row with its
//! keys in memory instead.

use std::collections::HashMap;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};

use super::order::{Made, Order, Raw};
use super::row_number;
use crate::StoreError;

/// A row that is not there.
const NOBODY: u32 = u32::MAX;

/// Rows of a table by some sorts, ids deciding last.
pub(super) fn ordered(conn: &Connection, table: &str, orders: &[Order]) -> Result<Vec<u32>, StoreError> {
    if orders.is_empty() {
        return rows_by_id(conn, table);
    }
    let mut selected = Vec::new();
    for o in orders {
        match &o.raw {
            Some(raw) => selected.push(raw.column.clone()),
            None => {
                selected.extend(asks_for_blank(o).then(|| o.blank.clone()));
                selected.extend(o.keys.iter().cloned());
            }
        }
    }
    let mut keys = Keys::new(orders);
    let mut key_of_row: Vec<u32> = Vec::new();
    let sql = format!("SELECT t.rowid, {} FROM {table} t", selected.join(", "));
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let at = row_number(row.get(0)?)? as usize;
        if key_of_row.len() <= at {
            key_of_row.resize(at + 1, NOBODY);
        }
        let key = keys.of(row)?;
        if let Some(place) = key_of_row.get_mut(at) {
            *place = key;
        }
    }
    let ranks = keys.ranks();
    let mut by_id = rows_by_id(conn, table)?;
    if orders.first().is_some_and(|o| o.descending) {
        by_id.reverse();
    }
    let rank = |row: &u32| -> Option<usize> {
        let key = key_of_row.get(*row as usize)?;
        ranks.get(*key as usize).map(|rank| *rank as usize)
    };
    // Counted, then each put behind those of its rank that came before: ids keep their order.
    let mut begins = vec![0_u32; ranks.len() + 1];
    for row in &by_id {
        if let Some(begin) = rank(row).and_then(|rank| begins.get_mut(rank + 1)) {
            *begin += 1;
        }
    }
    let mut before = 0;
    for begin in &mut begins {
        before += *begin;
        *begin = before;
    }
    let mut order = vec![0; before as usize];
    for row in by_id {
        if let Some(next) = rank(&row).and_then(|rank| begins.get_mut(rank)) {
            if let Some(place) = order.get_mut(*next as usize) {
                *place = row;
            }
            *next += 1;
        }
    }
    Ok(order)
}

fn rows_by_id(conn: &Connection, table: &str) -> Result<Vec<u32>, StoreError> {
    let sql = format!("SELECT t.rowid FROM {table} t ORDER BY t.id");
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query([])?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        out.push(row_number(row.get(0)?)?);
    }
    Ok(out)
}

/// Whether a sort's only key tells itself that a row comes last: what is counted or looked up in other tables is then asked
/// for once, not twice.
fn told_by_key(o: &Order) -> Option<fn(ValueRef<'_>) -> bool> {
    let [key] = o.keys.as_slice() else { return None };
    match o.blank.strip_prefix(key.as_str())? {
        " = 0" => Some(|value| value == ValueRef::Integer(0)),
        " = ''" => Some(|value| value == ValueRef::Text(b"")),
        " IS NULL" => Some(|value| value == ValueRef::Null),
        _ => None,
    }
}

fn asks_for_blank(o: &Order) -> bool {
    o.blank != "0" && told_by_key(o).is_none()
}

/// What decides of rows, each once: bytes that compare as the sorts do.
struct Keys<'a> {
    orders: &'a [Order],
    known: HashMap<Box<[u8]>, u32>,
    bytes: Vec<u8>,
    /// Where each ends.
    ends: Vec<usize>,
    held: Vec<u8>,
}

impl<'a> Keys<'a> {
    fn new(orders: &'a [Order]) -> Self {
        Self { orders, known: HashMap::new(), bytes: Vec::new(), ends: Vec::new(), held: Vec::new() }
    }

    /// The number of what decides of a row, whose columns begin behind its own number.
    fn of(&mut self, row: &Row<'_>) -> Result<u32, StoreError> {
        let mut held = std::mem::take(&mut self.held);
        held.clear();
        let mut at = 0;
        for o in self.orders {
            let columns = o.raw.as_ref().map_or(o.keys.len() + usize::from(asks_for_blank(o)), |_| 1);
            for column in at..at + columns {
                put(&mut held, row.get_ref(column + 1)?, false);
            }
            at += columns;
        }
        let known = self.known.get(held.as_slice()).copied();
        let key = match known {
            Some(key) => key,
            None => {
                let mut at = 1;
                for o in self.orders {
                    match &o.raw {
                        Some(raw) => {
                            made(&mut self.bytes, raw, row.get_ref(at)?, o.descending);
                            at += 1;
                        }
                        None => {
                            if let Some(is_blank) = told_by_key(o) {
                                self.bytes.push(u8::from(is_blank(row.get_ref(at)?)));
                            } else if asks_for_blank(o) {
                                put(&mut self.bytes, row.get_ref(at)?, false);
                                at += 1;
                            }
                            for nth in 1..=o.keys.len() {
                                put(&mut self.bytes, row.get_ref(at)?, o.descending && nth == o.keys.len());
                                at += 1;
                            }
                        }
                    }
                }
                let key = row_number(i64::try_from(self.ends.len()).unwrap_or(i64::MAX))?;
                self.ends.push(self.bytes.len());
                self.known.insert(held.as_slice().into(), key);
                key
            }
        };
        self.held = held;
        Ok(key)
    }

    fn bytes_of(&self, key: usize) -> &[u8] {
        let begin = key.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.get(key).and_then(|end| self.bytes.get(begin..*end)).unwrap_or_default()
    }

    /// Of each key its place among all, those that are alike sharing one.
    fn ranks(&mut self) -> Vec<u32> {
        self.known = HashMap::new();
        let mut sorted: Vec<u32> = (0..u32::try_from(self.ends.len()).unwrap_or(u32::MAX)).collect();
        sorted.sort_unstable_by(|a, b| self.bytes_of(*a as usize).cmp(self.bytes_of(*b as usize)));
        let mut ranks = vec![0; sorted.len()];
        let mut rank = 0;
        let mut before: Option<u32> = None;
        for key in sorted {
            if before.is_some_and(|before| self.bytes_of(before as usize) != self.bytes_of(key as usize)) {
                rank += 1;
            }
            if let Some(place) = ranks.get_mut(key as usize) {
                *place = rank;
            }
            before = Some(key);
        }
        ranks
    }
}

/// What decides by one column: whether it comes last, then its key.
fn made(out: &mut Vec<u8>, raw: &Raw, value: ValueRef<'_>, falls: bool) {
    let text = || value.as_str().ok();
    let folded;
    let (blank, key) = match raw.made {
        Made::Folded => {
            folded = text().map(filter::value::fold).unwrap_or_default();
            let blank = matches!(value, ValueRef::Null | ValueRef::Text(b""));
            (blank, ValueRef::Text(folded.as_bytes()))
        }
        Made::Number => match text().and_then(filter::value::number) {
            Some(number) => (false, ValueRef::Real(number)),
            None => (true, ValueRef::Null),
        },
        Made::Plain => (value == ValueRef::Null, value),
        Made::Kept => (value == ValueRef::Text(b""), value),
    };
    out.push(u8::from(blank));
    put(out, key, falls);
}

/// A value as bytes that compare as the database orders values: nothing, numbers, texts, bytes. None begins another.
fn put(out: &mut Vec<u8>, value: ValueRef<'_>, falls: bool) {
    let begin = out.len();
    match value {
        ValueRef::Null => out.push(0),
        #[allow(clippy::cast_precision_loss, reason = "counts and flags are small")]
        ValueRef::Integer(n) => number(out, n as f64),
        ValueRef::Real(n) => number(out, n),
        ValueRef::Text(bytes) => ended(out, 2, bytes),
        ValueRef::Blob(bytes) => ended(out, 3, bytes),
    }
    if falls {
        out.iter_mut().skip(begin).for_each(|byte| *byte = !*byte);
    }
}

fn number(out: &mut Vec<u8>, n: f64) {
    // IEEE 754 orders positive numbers as their bits; negative ones the other way round. Adding zero makes -0 one.
    let bits = (n + 0.0).to_bits();
    let bits = if bits >> 63 == 1 { !bits } else { bits ^ (1 << 63) };
    out.push(1);
    out.extend(bits.to_be_bytes());
}

fn ended(out: &mut Vec<u8>, kind: u8, bytes: &[u8]) {
    out.push(kind);
    for byte in bytes {
        out.push(*byte);
        if *byte == 0 {
            out.push(0xff);
        }
    }
    out.extend([0, 0]);
}

#[cfg(test)]
mod tests {
    use contracts::EntityType;
    use proptest::prelude::*;
    use rusqlite::types::Value;

    use super::super::{functions, order, renew};
    use super::*;

    /// Every sort that is offered of a kind, the database's own sorter being the judge.
    #[test]
    fn rows_are_in_the_order_that_the_database_puts_them_in() {
        for entity in [EntityType::Person, EntityType::Opportunity, EntityType::Interaction] {
            let mut conn = Connection::open_in_memory().expect("memory");
            crate::migrate::migrate(&mut conn, "now").expect("a schema");
            functions::register(&conn).expect("functions");
            let table = crate::codec::table(entity).name;
            let offered: Vec<_> =
                filter::fields(entity).iter().filter_map(|f| order::order(entity, f, f.name.len() % 2 == 0)).collect();
            let columns: Vec<String> = contracts::fields_of(entity)
                .filter(|def| !def.many)
                .map(|def| format!("\"{}\"", def.name.replace('.', "_")))
                .collect();
            let texts = ["''", "'Kolkata'", "'kolkata '", "'\u{c9}lan'", "'12.5'", "'3'", "'{\"amount\":\"7\"}'", "1"];
            for n in 0..60_usize {
                let id = format!("{:032x}", (n as u128).wrapping_mul(0x9e37_79b9_7f4a_7c15) << 32);
                let bare = format!("INSERT INTO {table} (id, version, list_title) VALUES (x'{id}', 1, 'x')");
                conn.execute(&bare, []).expect("a row");
                for (at, column) in columns.iter().enumerate() {
                    if let Some(text) = texts.get((n * 7 + at * 5 + n / 8 * at) % (texts.len() + 2)) {
                        // What the schema refuses of a column is left out.
                        let _ = conn.execute(&format!("UPDATE {table} SET {column} = {text} WHERE id = x'{id}'"), []);
                    }
                }
            }
            for pair in offered.windows(2) {
                let by = order::deciding(pair).into_iter().map(|(key, falls)| if falls { key + " DESC" } else { key });
                let sql = format!("SELECT t.rowid FROM {table} t ORDER BY {}", by.collect::<Vec<_>>().join(", "));
                let mut statement = conn.prepare(&sql).expect("prepared");
                let wanted: Vec<u32> =
                    statement.query_map([], |row| row.get(0)).expect("asked").map(|row| row.expect("a row")).collect();
                assert_eq!(ordered(&conn, table, pair).expect("ordered"), wanted, "{entity}: {pair:?}");
            }
        }
    }

    fn value() -> impl Strategy<Value = Value> {
        prop_oneof![
            Just(Value::Null),
            (-3..3_i64).prop_map(Value::Integer),
            prop_oneof![Just(-0.0), Just(0.0), -2.0..2.0_f64].prop_map(Value::Real),
            "[\\x00a-c]{0,3}".prop_map(Value::Text),
            prop::collection::vec(0..3_u8, 0..3).prop_map(Value::Blob),
        ]
    }

    proptest! {
        /// Bytes compare as values do, whatever comes behind them.
        #[test]
        fn bytes_compare_as_values(a in value(), b in value(), falls: bool, behind in (0..4_u8, 0..4_u8)) {
            let of = |value: &Value, behind: u8| {
                let mut out = Vec::new();
                put(&mut out, value.into(), falls);
                out.push(behind);
                out
            };
            let by_value = if falls { renew::compared(&b, &a) } else { renew::compared(&a, &b) };
            prop_assert_eq!(of(&a, behind.0).cmp(&of(&b, behind.1)), by_value.then(behind.0.cmp(&behind.1)));
        }
    }
}
