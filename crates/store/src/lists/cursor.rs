//! After which record a window begins.

use std::fmt;

use uuid::Uuid;

use crate::StoreError;

/// How far from where a record stood it is looked for first, both ways: an edit moves it by one at most.
const AROUND: usize = 1_000;

/// A record, and where in its list it stood: a list of millions is not gone through to find it.
pub(super) struct Cursor {
    pub id: Uuid,
    /// Counted from 0; none where the window was stepped to.
    pub at: Option<u64>,
}

impl Cursor {
    /// What [`fmt::Display`] writes.
    ///
    /// # Errors
    /// [`StoreError::Cursor`] for anything else.
    pub(super) fn read(cursor: &str) -> Result<Self, StoreError> {
        let (id, at) = cursor.split_once('.').map_or((cursor, None), |(id, at)| (id, Some(at)));
        let at = at.map(str::parse).transpose().map_err(|_| StoreError::Cursor)?;
        Ok(Self { id: Uuid::parse_str(id).map_err(|_| StoreError::Cursor)?, at })
    }

    /// Where its record, which has this number, stands in a list now; none where it does not.
    pub(super) fn place(&self, list: &[u32], row: u32) -> Option<usize> {
        let around = |at: u64| {
            let from = usize::try_from(at).ok()?.saturating_sub(AROUND);
            let near = list.get(from..)?.iter().take(2 * AROUND).position(|other| *other == row)?;
            Some(from + near)
        };
        self.at.and_then(around).or_else(|| list.iter().position(|other| *other == row))
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = self.id.simple();
        match self.at {
            None => write!(f, "{id}"),
            Some(at) => write!(f, "{id}.{at}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_found_where_it_stood_near_it_and_far_from_it() {
        let list: Vec<u32> = (0..50_000).map(|n| n * 2).collect();
        let from = |at| Cursor { id: Uuid::nil(), at };
        for at in [None, Some(0), Some(24_000), Some(25_000), Some(25_900), Some(49_999), Some(u64::MAX)] {
            assert_eq!(from(at).place(&list, 50_000), Some(25_000), "{at:?}");
            assert_eq!(from(at).place(&list, 50_001), None, "{at:?}: it is not in the list");
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let id = Uuid::from_u128(7);
        for at in [None, Some(4_689_238)] {
            let read = Cursor::read(&Cursor { id, at }.to_string()).expect("a cursor");
            assert_eq!((read.id, read.at), (id, at));
        }
        for other in ["", ".", "7", "7.x", ".5", &format!("{id}.-1"), &format!("{id}.5.5")] {
            assert!(Cursor::read(other).is_err(), "{other}");
        }
    }
}
