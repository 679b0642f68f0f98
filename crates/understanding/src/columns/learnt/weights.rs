//! Learnt weights: how much each thing that can be seen speaks for each answer.
//!
//! Written by `cargo run --release -p velocity-testkit --example learn`, which says from what. Compressed by Zstandard
//! (RFC 8878) are, for the kinds of rows, then for the fields: the number of answers (u16) and each as a length (u8) and
//! UTF-8; a scale (f32); the number of traits (u32); their hashes in order, each as how far it lies from the one before
//! (LEB128); the number of weights of each (u8); the answers of all these weights (u8), then the weights (i8, times the
//! scale). All little-endian. Column by column they are half as large as one after another.

use std::io::Read;
use std::sync::LazyLock;

use ruzstd::decoding::StreamingDecoder;

use super::traits::Trait;

/// Answers, and what speaks for each.
#[derive(Debug, Default)]
pub(super) struct Weights {
    answers: Vec<String>,
    scale: f32,
    /// Hashes of traits, in order.
    traits: Vec<u32>,
    /// Where the weights of each trait begin; one more, where they end.
    from: Vec<u32>,
    /// Whose each weight is, and how large.
    whose: Vec<u8>,
    large: Vec<u8>,
}

impl Weights {
    /// The answers, in the order of [`Self::logarithms`].
    pub fn answers(&self) -> &[String] {
        &self.answers
    }

    /// The natural logarithm of how likely each answer is; empty where nothing has been learnt.
    pub fn logarithms(&self, seen: &[Trait]) -> Vec<f32> {
        let mut out = vec![0.0_f32; self.answers.len()];
        for one in seen {
            let Ok(at) = self.traits.binary_search(&one.what) else { continue };
            let (Some(from), Some(to)) = (self.from.get(at), self.from.get(at + 1)) else { continue };
            let span = *from as usize..*to as usize;
            let whose = self.whose.get(span.clone()).unwrap_or_default();
            for (answer, weight) in whose.iter().zip(self.large.get(span).unwrap_or_default()) {
                if let Some(sum) = out.get_mut(usize::from(*answer)) {
                    *sum += f32::from(weight.cast_signed()) * self.scale * one.much;
                }
            }
        }
        let most = out.iter().copied().fold(f32::MIN, f32::max);
        out.iter_mut().for_each(|sum| *sum -= most);
        let all = out.iter().map(|sum| sum.exp()).sum::<f32>().ln();
        out.iter_mut().for_each(|sum| *sum -= all);
        out
    }

    fn read(bytes: &mut &[u8]) -> Option<Self> {
        let mut weights = Self::default();
        for _ in 0..u16::from_le_bytes(take(bytes)?) {
            let [len] = take::<1>(bytes)?;
            weights.answers.push(String::from_utf8(split(bytes, usize::from(len))?.to_vec()).ok()?);
        }
        weights.scale = f32::from_le_bytes(take(bytes)?);
        let traits = u32::from_le_bytes(take(bytes)?);
        let mut last = 0_u32;
        for _ in 0..traits {
            last = last.checked_add(distance(bytes)?)?;
            weights.traits.push(last);
        }
        let mut end = 0_u32;
        weights.from.push(end);
        for count in split(bytes, weights.traits.len())? {
            end += u32::from(*count);
            weights.from.push(end);
        }
        weights.whose = split(bytes, end as usize)?.to_vec();
        weights.large = split(bytes, end as usize)?.to_vec();
        Some(weights)
    }
}

fn unpacked(packed: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    StreamingDecoder::new(packed).ok()?.read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

fn take<const N: usize>(bytes: &mut &[u8]) -> Option<[u8; N]> {
    let (head, rest) = bytes.split_first_chunk::<N>()?;
    *bytes = rest;
    Some(*head)
}

fn split<'a>(bytes: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
    let (head, rest) = bytes.split_at_checked(count)?;
    *bytes = rest;
    Some(head)
}

/// A number in seven bits a byte, the lowest first.
fn distance(bytes: &mut &[u8]) -> Option<u32> {
    let mut out = 0_u32;
    for shift in [0, 7, 14, 21, 28] {
        let [byte] = take::<1>(bytes)?;
        out |= u32::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(out);
        }
    }
    None
}

/// What has been learnt of kinds of rows, and of fields.
#[derive(Debug, Default)]
pub(super) struct Learnt {
    pub rows: Weights,
    pub fields: Weights,
}

impl Learnt {
    /// The weights that the program carries; the same on every machine.
    pub fn get() -> &'static Self {
        static LEARNT: LazyLock<Learnt> = LazyLock::new(|| Learnt::carried().unwrap_or_default());
        &LEARNT
    }

    fn carried() -> Option<Self> {
        let packed = include_bytes!("../../../data/learnt.zst");
        Self::read(&unpacked(packed)?)
    }

    fn read(mut bytes: &[u8]) -> Option<Self> {
        let bytes = &mut bytes;
        let (rows, fields) = (Weights::read(bytes)?, Weights::read(bytes)?);
        bytes.is_empty().then_some(Self { rows, fields })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_carried_weights_read_and_name_fields_of_the_dictionary() {
        let learnt = Learnt::carried().expect("weights that read");
        for answer in learnt.fields.answers().iter().filter(|a| *a != super::super::OPEN) {
            assert!(contracts::FieldPath::parse(answer).is_ok(), "{answer}");
        }
        let likely = learnt.fields.logarithms(&[]);
        let sum: f32 = likely.iter().map(|l| l.exp()).sum();
        assert!((sum - 1.0).abs() < 1e-3, "{sum}");
    }

    #[test]
    fn bytes_cut_short_are_no_weights() {
        let bytes = unpacked(include_bytes!("../../../data/learnt.zst")).expect("weights that unpack");
        for share in 1..50 {
            assert!(Learnt::read(&bytes[..bytes.len() * share / 50]).is_none());
        }
        assert!(Learnt::read(&[]).is_none());
    }
}
