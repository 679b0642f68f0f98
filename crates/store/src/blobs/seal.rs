//! What stands between a blob's parts and whoever changes or reads them: a checksum in plain files, a cipher in sealed
//! ones. What is derived from a key, and from what, is written down here and nowhere else.
//!
//! From the 32 bytes of a [`BlobKey`] four keys are derived by HKDF-Expand with SHA-256 (RFC 5869, 2.3; the extract
//! step is for keys that aren't uniform, 3.3), so that no two uses share a key:
//!
//! | label                     | for                                                                                |
//! |---------------------------|------------------------------------------------------------------------------------|
//! | `velocity blobs 2 seal`   | XChaCha20-Poly1305 of header, frames and table (RFC 8439; draft-irtf-cfrg-xchacha) |
//! | `velocity blobs 2 name`   | HMAC-SHA256 (RFC 2104) of the content's hash: the file's name                      |
//! | `velocity blobs 2 salt`   | HMAC-SHA256 of all that a file says: its salt                                      |
//! | `velocity blobs 2 key id` | the first 8 bytes stand in each header, to tell another key from damage            |
//!
//! **Nonces.** A nonce is the file's 16-byte salt and the part's number. The salt is a MAC over everything that will be
//! encrypted in the file (as in RFC 5297, SIV), not over the content's hash alone: another version of zstd packs the
//! same content into other bytes, and the same nonce for two texts would give both away. Two files thus share nonces
//! only when they are the same file, and no source of randomness can fail us.

use chacha20poly1305::{AeadInOut, KeyInit as _, XChaCha20Poly1305};
use hmac::{Hmac, Mac as _};
use sha2::{Digest as _, Sha256};
use zeroize::{Zeroize as _, Zeroizing};

/// Bytes of a checksum or of a Poly1305 tag.
pub(super) const TAG: usize = 16;
/// Bytes of the header that nothing encrypts: from the magic to the salt.
pub(super) const PREFIX: usize = 36;

/// The key of a sealed store: 32 uniformly random bytes, wiped from memory when dropped, never shown.
pub struct BlobKey(Zeroizing<[u8; 32]>);

impl BlobKey {
    /// Takes the key's bytes, which must be uniformly random (from the system's source, or out of a key derivation; a
    /// pass phrase is neither). Copies that the caller holds are the caller's to wipe.
    #[must_use]
    pub fn new(mut bytes: [u8; 32]) -> Self {
        let key = Self(Zeroizing::new(bytes));
        bytes.zeroize();
        key
    }
}

impl std::fmt::Debug for BlobKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("BlobKey(..)")
    }
}

/// What is derived from a [`BlobKey`].
pub(super) struct Keys {
    cipher: XChaCha20Poly1305,
    name: Zeroizing<[u8; 32]>,
    salt: Zeroizing<[u8; 32]>,
    /// Tells files of this key from those of another, and nothing about the key.
    pub(super) id: [u8; 8],
}

impl Keys {
    pub(super) fn new(key: &BlobKey) -> Self {
        let mut id = [0; 8];
        id.copy_from_slice(&expand(&key.0, b"velocity blobs 2 key id")[..8]);
        let seal = expand(&key.0, b"velocity blobs 2 seal");
        Self {
            cipher: XChaCha20Poly1305::new((&*seal).into()),
            name: expand(&key.0, b"velocity blobs 2 name"),
            salt: expand(&key.0, b"velocity blobs 2 salt"),
            id,
        }
    }

    /// The name of the file that keeps a content: 64 hex digits that tell nothing without the key.
    pub(super) fn name(&self, hash: &[u8; 32]) -> String {
        graph::hex(&hmac(&self.name).chain_update(hash).finalize().into_bytes())
    }

    /// The salt of a file that will hold these parts; their lengths must follow from their contents.
    pub(super) fn salt(&self, parts: &[&[u8]]) -> [u8; 16] {
        let mut mac = hmac(&self.salt);
        parts.iter().for_each(|part| mac.update(part));
        let mut salt = [0; 16];
        salt.copy_from_slice(&mac.finalize().into_bytes()[..16]);
        salt
    }
}

/// HMAC-SHA256 with a 32-byte key, which RFC 2104 has filled up with zeros to the hash's block.
fn hmac(key: &[u8; 32]) -> Hmac<Sha256> {
    let mut block = Zeroizing::new([0; 64]);
    block[..32].copy_from_slice(key);
    Hmac::<Sha256>::new((&*block).into())
}

/// HKDF-Expand (RFC 5869, 2.3) for one block of output.
fn expand(key: &[u8; 32], label: &[u8]) -> Zeroizing<[u8; 32]> {
    Zeroizing::new(hmac(key).chain_update(label).chain_update([1]).finalize().into_bytes().into())
}

/// A part of a file, as its checksum or its nonce names it.
#[derive(Clone, Copy)]
pub(super) enum Part {
    /// Hash, length and counts.
    Header,
    /// A frame, from 0.
    Frame(u64),
    /// The table of frames.
    Table,
}

impl Part {
    fn number(self) -> [u8; 8] {
        match self {
            Self::Header => u64::MAX,
            Self::Table => u64::MAX - 1,
            Self::Frame(i) => i, // Counted in 32 bits, so it never meets the two above.
        }
        .to_le_bytes()
    }
}

/// Closes and opens the parts of one file. Each is bound to the file (by its prefix, which holds flags and salt), to
/// its number and to the count of frames: parts can't change places, files or number unnoticed.
pub(super) struct Guard<'k> {
    prefix: [u8; PREFIX],
    keys: Option<&'k Keys>,
}

impl<'k> Guard<'k> {
    pub(super) fn new(prefix: [u8; PREFIX], keys: Option<&'k Keys>) -> Self {
        Self { prefix, keys }
    }

    /// What a part is bound to. Always of one length, so that nothing of it can pass for the part's own bytes. The
    /// header is read before the count is known, and holds it: for the header `frames` is 0.
    fn context(&self, part: Part, frames: u64) -> [u8; PREFIX + 16] {
        let mut context = [0; PREFIX + 16];
        context[..PREFIX].copy_from_slice(&self.prefix);
        context[PREFIX..PREFIX + 8].copy_from_slice(&part.number());
        context[PREFIX + 8..].copy_from_slice(&frames.to_le_bytes());
        context
    }

    fn nonce(&self, part: Part) -> [u8; 24] {
        let mut nonce = [0; 24];
        nonce[..16].copy_from_slice(&self.prefix[PREFIX - 16..]);
        nonce[16..].copy_from_slice(&part.number());
        nonce
    }

    /// Encrypts a part in place (in a plain file it stays as it is) and gives its tag.
    ///
    /// # Errors
    /// When the part is longer than the cipher allows, 256 GiB.
    pub(super) fn close(&self, part: Part, frames: u64, bytes: &mut [u8]) -> std::io::Result<[u8; TAG]> {
        let context = self.context(part, frames);
        let Some(keys) = self.keys else { return Ok(checksum(&context, bytes)) };
        keys.cipher
            .encrypt_inout_detached((&self.nonce(part)).into(), &context, bytes.into())
            .map(Into::into)
            .map_err(|_| std::io::Error::from(std::io::ErrorKind::FileTooLarge))
    }

    /// Decrypts a part in place (in a plain file it stays as it is); none when it is not the one that was closed.
    pub(super) fn open(&self, part: Part, frames: u64, bytes: &mut [u8], tag: &[u8; TAG]) -> Option<()> {
        let context = self.context(part, frames);
        let Some(keys) = self.keys else { return (checksum(&context, bytes) == *tag).then_some(()) };
        keys.cipher.decrypt_inout_detached((&self.nonce(part)).into(), &context, bytes.into(), tag.into()).ok()
    }
}

/// Half of a SHA-256: against damage a CRC would do, but this costs little over packed bytes and can't meet by chance.
fn checksum(context: &[u8], bytes: &[u8]) -> [u8; TAG] {
    let mut tag = [0; TAG];
    tag.copy_from_slice(&Sha256::new().chain_update(context).chain_update(bytes).finalize()[..TAG]);
    tag
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Hex digits to bytes.
    fn bytes<const N: usize>(hex: &str) -> [u8; N] {
        std::array::from_fn(|i| u8::from_str_radix(&hex[2 * i..2 * i + 2], 16).expect("hex"))
    }

    #[test]
    fn the_derivation_is_that_of_rfc_5869() {
        // Appendix A.1: the first block of its output.
        let key = bytes("077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5");
        let okm = expand(&key, &bytes::<10>("f0f1f2f3f4f5f6f7f8f9"));
        assert_eq!(graph::hex(&*okm), "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf");
    }

    #[test]
    fn a_key_never_shows_itself_and_each_use_has_its_own() {
        assert_eq!(format!("{:?}", BlobKey::new([7; 32])), "BlobKey(..)");
        let (a, b) = (Keys::new(&BlobKey::new([7; 32])), Keys::new(&BlobKey::new([8; 32])));
        assert!(a.id != b.id && a.name(&[0; 32]) != b.name(&[0; 32]) && a.name != a.salt);
        assert_ne!(a.salt(&[b"x"]), a.salt(&[b"y"]));
    }

    #[test]
    fn a_part_opens_only_in_its_own_place() {
        let keys = Keys::new(&BlobKey::new([7; 32]));
        for keys in [None, Some(&keys)] {
            let guard = Guard::new([1; PREFIX], keys);
            let mut part = *b"name,phone";
            let tag = guard.close(Part::Frame(3), 9, &mut part).expect("closed");
            assert_eq!(keys.is_some(), part != *b"name,phone");
            let opens = |guard: &Guard<'_>, at, frames| guard.open(at, frames, &mut part.clone(), &tag).is_some();
            assert!(opens(&guard, Part::Frame(3), 9));
            for (at, frames) in [(Part::Frame(4), 9), (Part::Frame(3), 8), (Part::Header, 9), (Part::Table, 9)] {
                assert!(!opens(&guard, at, frames));
            }
            assert!(!opens(&Guard::new([2; PREFIX], keys), Part::Frame(3), 9));
        }
    }
}
