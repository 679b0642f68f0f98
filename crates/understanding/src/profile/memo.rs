//! The values of a column that stand in several cells: counted now, looked at once.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

/// Values remembered in a column.
const ROOM: usize = 1024;
/// Bytes of a value that is remembered; nobody chooses from longer ones.
const LONGEST: usize = 80;
/// Of this many values looked up in a full memory, one in eight must be found for the next to be looked up.
const TRIAL: u32 = 4096;

/// Values and the number of their cells, in the order they came.
#[derive(Clone, Debug, Default)]
pub(super) struct Memo {
    pub values: Vec<(String, u64)>,
    places: HashMap<u64, u32, FxBuildHasher>,
    /// Whether any value found no room, or is too long.
    pub left_out: bool,
    tried: u32,
    found: u32,
    closed: bool,
}

/// What became of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Taken {
    /// Counted; it stood above.
    Again,
    /// Counted for the first time.
    New,
    /// Not counted.
    No,
}

impl Memo {
    /// Whether looking a value up is worth it.
    pub fn is_open(&self) -> bool {
        !self.closed
    }

    /// Counts a value where it is remembered or there is room.
    pub fn take(&mut self, value: &str, hash: u64) -> Taken {
        if self.closed || value.len() > LONGEST {
            self.left_out = true;
            return Taken::No;
        }
        let full = self.left_out && self.values.len() >= ROOM;
        if full {
            self.tried += 1;
            if self.tried == TRIAL {
                self.closed = self.found < TRIAL / 8;
                (self.tried, self.found) = (0, 0);
            }
        }
        let values = self.values.len();
        match self.places.get(&hash).and_then(|i| self.values.get_mut(*i as usize)) {
            Some((v, n)) if v == value => {
                *n += 1;
                self.found += u32::from(full);
                Taken::Again
            }
            None if values < ROOM => {
                self.places.insert(hash, u32::try_from(self.values.len()).unwrap_or(u32::MAX));
                self.values.push((value.to_owned(), 1));
                Taken::New
            }
            _ => {
                self.left_out = true;
                Taken::No
            }
        }
    }
}
