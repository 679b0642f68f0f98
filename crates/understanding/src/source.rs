//! Where a file's bytes come from, and who watches while they are read.

use crate::RowSpan;

/// Why bytes could not be read: a sentence without its full stop.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct SourceError(pub String);

/// Bytes that can be read at any place: a file on disk, or a slice in memory.
pub trait Source {
    /// How many bytes there are.
    fn len(&self) -> u64;

    /// Whether there are none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Reads bytes from `at` on into the buffer and says how many; 0 only for an empty buffer and at the end.
    ///
    /// # Errors
    /// [`SourceError`] where the bytes can't be read.
    fn read(&self, at: u64, buffer: &mut [u8]) -> Result<usize, SourceError>;
}

impl Source for [u8] {
    fn len(&self) -> u64 {
        <[u8]>::len(self) as u64
    }

    fn read(&self, at: u64, buffer: &mut [u8]) -> Result<usize, SourceError> {
        let rest = usize::try_from(at).ok().and_then(|at| self.get(at..)).unwrap_or_default();
        let n = rest.len().min(buffer.len());
        if let (Some(to), Some(from)) = (buffer.get_mut(..n), rest.get(..n)) {
            to.copy_from_slice(from);
        }
        Ok(n)
    }
}

impl Source for &[u8] {
    fn len(&self) -> u64 {
        Source::len(*self)
    }

    fn read(&self, at: u64, buffer: &mut [u8]) -> Result<usize, SourceError> {
        Source::read(*self, at, buffer)
    }
}

/// Bytes read at a time where nobody says otherwise: small enough that a window and its cells stay in a core's cache.
pub(crate) const WINDOW: usize = 1 << 20;

/// What a caller sees of a pass over a file, and how the pass may go about it. Nothing here changes the result.
pub trait Watch {
    /// A part of the file; all parts come in order and once, before the first row: for a hash, or to keep the bytes.
    fn bytes(&mut self, _window: &[u8]) {}

    /// A data row; they come in the file's order.
    fn row(&mut self, _row: RowSpan) {}

    /// How far the work is, in bytes looked at; the file is gone through twice. False ends it with
    /// [`crate::UnderstandingError::Cancelled`].
    fn progress(&mut self, _done: u64, _total: u64) -> bool {
        true
    }

    /// Threads that may work at once.
    fn workers(&self) -> usize {
        1
    }

    /// Bytes read at a time.
    fn window(&self) -> usize {
        WINDOW
    }
}

/// Nobody watches.
impl Watch for () {}

/// Fills the buffer from `at` on as far as the source goes; how many bytes it gave.
pub(crate) fn read_full(source: &dyn Source, at: u64, buffer: &mut [u8]) -> Result<usize, SourceError> {
    let mut done = 0;
    while let Some(rest) = buffer.get_mut(done..).filter(|r| !r.is_empty()) {
        match source.read(at + done as u64, rest)? {
            0 => break,
            n => done += n,
        }
    }
    Ok(done)
}
