//! Canonical bytes and the hashes over them: what decisions are bound to and what the audit chain covers.
//!
//! Personal values enter a hash only through a salted commitment, so that destroying values and salts (an erasure)
//! leaves every hash verifiable (`contracts.md`, "Immutable, and yet erasable by law").

use serde_json::Value;
use sha2::{Digest, Sha256};

/// SHA-256.
#[must_use]
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// Lower-case hex.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, b| {
        let _ = write!(out, "{b:02x}");
        out
    })
}

/// JSON with sorted keys and no spaces: equal values give equal bytes. Numbers are written as serde_json writes them;
/// contracts carry decimals as text, so no rounding enters.
#[must_use]
pub fn canonical_json(value: &Value) -> String {
    let mut out = String::new();
    write(value, &mut out);
    out
}

fn write(value: &Value, out: &mut String) {
    match value {
        Value::Object(map) => {
            let mut keys: Vec<_> = map.keys().collect();
            keys.sort_unstable();
            out.push('{');
            for (i, key) in keys.into_iter().enumerate() {
                if i > 0 {
                    out.push(',');
                }
                out.push_str(&Value::String(key.clone()).to_string());
                out.push(':');
                write(&map[key], out);
            }
            out.push('}');
        }
        Value::Array(items) => {
            out.push('[');
            for (i, item) in items.iter().enumerate() {
                if i > 0 {
                    out.push(',');
                }
                write(item, out);
            }
            out.push(']');
        }
        plain => out.push_str(&plain.to_string()),
    }
}

/// A hash over parts, each preceded by its length, so that no two lists of parts collide.
#[must_use]
pub fn commitment(domain: &str, parts: &[&[u8]]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for part in std::iter::once(domain.as_bytes()).chain(parts.iter().copied()) {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}

/// The commitment of one delta: its bookkeeping in the clear, its values behind a salt.
#[must_use]
pub fn delta_commitment(meta: &str, salt: &[u8], body: &str) -> [u8; 32] {
    let values = commitment("velocity/delta-values/1", &[salt, body.as_bytes()]);
    commitment("velocity/delta/1", &[meta.as_bytes(), &values])
}

/// The root over the deltas of one group, in their order.
#[must_use]
pub fn group_root(commitments: &[[u8; 32]]) -> [u8; 32] {
    let parts: Vec<&[u8]> = commitments.iter().map(<[u8; 32]>::as_slice).collect();
    commitment("velocity/group/1", &parts)
}

/// The root over the sorted proposal hashes of a set decision (`contracts.md`, ApprovalDecision).
#[must_use]
pub fn set_root(hashes: &[[u8; 32]]) -> [u8; 32] {
    let mut sorted: Vec<&[u8]> = hashes.iter().map(<[u8; 32]>::as_slice).collect();
    sorted.sort_unstable();
    commitment("velocity/decision-set/1", &sorted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn key_order_does_not_change_canonical_bytes() {
        let a: Value = serde_json::from_str(r#"{"b":1,"a":{"y":[1,"é"],"x":null}}"#).expect("json");
        let b: Value = serde_json::from_str(r#"{"a":{"x":null,"y":[1,"é"]},"b":1}"#).expect("json");
        assert_eq!(canonical_json(&a), canonical_json(&b));
    }

    #[test]
    fn parts_do_not_run_together() {
        assert_ne!(commitment("d", &[b"ab", b"c"]), commitment("d", &[b"a", b"bc"]));
    }

    #[test]
    fn a_set_is_the_same_in_any_order() {
        let (a, b) = (sha256(b"a"), sha256(b"b"));
        assert_eq!(set_root(&[a, b]), set_root(&[b, a]));
        assert_ne!(set_root(&[a]), set_root(&[a, b]));
    }
}
