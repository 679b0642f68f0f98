//! The bytes of a batch as they are kept, for whoever reads them again: one piece in memory at a time.

use std::cell::RefCell;

use store::{Piece, Store};
use understanding::{Source, SourceError};

use crate::{App, Outcome};

/// A file that was brought in before.
pub(crate) struct KeptSource<'a> {
    store: &'a Store,
    pieces: Vec<Piece>,
    /// The piece read last, and its bytes.
    open: RefCell<Option<(usize, Vec<u8>)>>,
}

impl App {
    /// The kept bytes of a batch.
    pub(crate) fn kept(&self, batch: i64) -> Outcome<KeptSource<'_>> {
        let pieces = self.reading(|r| Ok(r.pieces(batch)?))?;
        Ok(KeptSource { store: &self.store, pieces, open: RefCell::default() })
    }
}

impl Source for KeptSource<'_> {
    fn len(&self) -> u64 {
        self.pieces.last().map_or(0, |p| p.start + p.len)
    }

    fn read(&self, at: u64, buffer: &mut [u8]) -> Result<usize, SourceError> {
        let index = self.pieces.partition_point(|p| p.start + p.len <= at);
        let Some(piece) = self.pieces.get(index).filter(|_| !buffer.is_empty()) else { return Ok(0) };
        let mut open = self.open.borrow_mut();
        let bytes = match open.take() {
            Some((i, bytes)) if i == index => bytes,
            _ => self.store.read(|r| r.piece_bytes(piece)).map_err(|e| SourceError(e.to_string()))?,
        };
        let from = usize::try_from(at - piece.start).unwrap_or(usize::MAX);
        let rest = bytes.get(from..).unwrap_or_default();
        let n = rest.len().min(buffer.len());
        if let (Some(to), Some(from)) = (buffer.get_mut(..n), rest.get(..n)) {
            to.copy_from_slice(from);
        }
        *open = Some((index, bytes));
        if n == 0 { Err(SourceError("a piece of it is shorter than it was".into())) } else { Ok(n) }
    }
}
