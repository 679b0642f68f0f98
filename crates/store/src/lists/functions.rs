//! What queries of lists call: the very functions by which the filter language compares in memory.

use filter::value;
use rusqlite::Connection;
use rusqlite::functions::{Context, FunctionFlags};

use crate::StoreError;

/// Offers them to a connection's queries. No index and no trigger uses them: the file can be read without.
pub(crate) fn register(conn: &Connection) -> Result<(), StoreError> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    conn.create_scalar_function("v_fold", 1, flags, |c| Ok(text(c, 0).map(value::fold).unwrap_or_default()))?;
    conn.create_scalar_function("v_digits", 1, flags, |c| Ok(text(c, 0).map(value::digits).unwrap_or_default()))?;
    conn.create_scalar_function("v_num", 1, flags, |c| Ok(text(c, 0).and_then(value::number)))?;
    conn.create_scalar_function("v_day", 2, flags, |c| {
        let zone: i32 = c.get(1)?;
        Ok(text(c, 0).and_then(|t| value::day(t, zone)))
    })?;
    conn.create_scalar_function("v_over", 1, flags, |c| Ok(text(c, 0).is_some_and(value::is_over)))?;
    conn.create_scalar_function("v_custom", 2, flags, |c| {
        let custom: serde_json::Value = text(c, 0).and_then(|t| serde_json::from_str(t).ok()).unwrap_or_default();
        let found = text(c, 1).and_then(|slug| custom.get(slug)).map(value::plain).unwrap_or_default();
        Ok(serde_json::Value::from(found).to_string())
    })?;
    Ok(())
}

fn text<'c>(c: &'c Context<'_>, at: usize) -> Option<&'c str> {
    c.get_raw(at).as_str().ok()
}
