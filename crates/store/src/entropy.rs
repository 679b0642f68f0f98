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
