//! Clock and randomness as the host gives them.

use contracts::Timestamp;
use uuid::Uuid;

/// Where time and randomness come from: the operating system in a host, fixed sequences in tests.
pub trait Entropy: Send + Sync {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    fn now_ms(&self) -> u64;
    /// Fills a buffer with random bytes.
    fn random(&self, buffer: &mut [u8]);
}

/// An instant as contracts write it.
#[must_use]
pub fn timestamp(ms: u64) -> Timestamp {
    let instant = i64::try_from(ms).ok().and_then(|ms| jiff::Timestamp::from_millisecond(ms).ok()).unwrap_or_default();
    Timestamp(format!("{instant:.3}"))
}

/// A new UUIDv7 (RFC 9562, 5.7).
#[must_use]
pub fn uuid_v7(entropy: &dyn Entropy) -> Uuid {
    let mut random = [0u8; 10];
    entropy.random(&mut random);
    uuid::Builder::from_unix_timestamp_millis(entropy.now_ms(), &random).into_uuid()
}

/// A new UUIDv7 from random bytes drawn before.
pub(crate) fn uuid_v7_of(ms: u64, random: &[u8; 10]) -> Uuid {
    uuid::Builder::from_unix_timestamp_millis(ms, random).into_uuid()
}

/// Random bytes drawn ahead: a call to the operating system for each id and salt of a long transaction costs more than
/// the id. What is left over falls with the transaction; no byte is given twice.
#[derive(Default)]
pub(crate) struct Drawn {
    bytes: Vec<u8>,
    given: usize,
}

/// Bytes drawn the first time, and at most at once.
const DRAW: (usize, usize) = (32, 4096);

impl Drawn {
    /// The next `N` bytes.
    pub(crate) fn next<const N: usize>(&mut self, entropy: &dyn Entropy) -> [u8; N] {
        if self.bytes.len() - self.given < N {
            let more = (self.bytes.len() * 2).clamp(DRAW.0, DRAW.1).max(N);
            self.bytes.resize(more, 0);
            entropy.random(&mut self.bytes);
            self.given = 0;
        }
        let mut out = [0; N];
        if let Some(next) = self.bytes.get(self.given..self.given + N) {
            out.copy_from_slice(next);
        }
        self.given += N;
        out
    }
}
