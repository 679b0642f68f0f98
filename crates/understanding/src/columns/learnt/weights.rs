//! Learnt weights: how much each thing that can be seen speaks for each answer.
//!
//! Written by `cargo run --release -p velocity-testkit --example learn`, which says from what. The bytes: for the kinds of
//! rows, then for the fields, the number of answers (u16) and each as a length (u8) and UTF-8; a scale (f32); the number of
//! traits (u32); of each, in order of their hashes, the hash (u32), the number of its weights (u8) and each as an answer
//! (u8) and a weight (i8, times the scale). All little-endian.

use std::sync::LazyLock;

use super::traits::Trait;

/// Traits between two whose places are known: the bytes are read where they lie, which the program carries anyway.
const EVERY: u32 = 32;

/// Answers, and what speaks for each.
#[derive(Debug, Default)]
pub(super) struct Weights {
    answers: Vec<String>,
    scale: f32,
    /// The traits.
    bytes: &'static [u8],
    /// Every so-manieth of them: its hash, and where it begins.
    places: Vec<(u32, usize)>,
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
            for [answer, weight] in self.of(one.what) {
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

    /// What a trait speaks for, and how much; nothing for one that was never seen.
    fn of(&self, what: u32) -> &'static [[u8; 2]] {
        let before = self.places.partition_point(|(first, _)| *first <= what);
        let place = before.checked_sub(1).and_then(|at| self.places.get(at));
        let mut bytes = place.and_then(|(_, from)| self.bytes.get(*from..)).unwrap_or_default();
        while let Some((next, weights)) = one(&mut bytes) {
            if next >= what {
                return if next == what { weights } else { &[] };
            }
        }
        &[]
    }

    fn read(bytes: &mut &'static [u8]) -> Option<Self> {
        let mut weights = Self::default();
        for _ in 0..u16::from_le_bytes(take(bytes)?) {
            let [len] = take::<1>(bytes)?;
            let (name, rest) = bytes.split_at_checked(usize::from(len))?;
            *bytes = rest;
            weights.answers.push(String::from_utf8(name.to_vec()).ok()?);
        }
        weights.scale = f32::from_le_bytes(take(bytes)?);
        let traits = u32::from_le_bytes(take(bytes)?);
        let all = *bytes;
        let mut last = None;
        for nth in 0..traits {
            let from = all.len() - bytes.len();
            let (what, _) = one(bytes)?;
            // They are looked for in this order.
            if last.is_some_and(|last| last >= what) {
                return None;
            }
            last = Some(what);
            if nth.is_multiple_of(EVERY) {
                weights.places.push((what, from));
            }
        }
        weights.bytes = all.get(..all.len() - bytes.len())?;
        Some(weights)
    }
}

/// The next trait, and its answers with their weights.
fn one(bytes: &mut &'static [u8]) -> Option<(u32, &'static [[u8; 2]])> {
    let what = u32::from_le_bytes(take(bytes)?);
    let [count] = take::<1>(bytes)?;
    let (weights, rest) = bytes.split_at_checked(2 * usize::from(count))?;
    *bytes = rest;
    Some((what, weights.as_chunks::<2>().0))
}

fn take<const N: usize>(bytes: &mut &[u8]) -> Option<[u8; N]> {
    let (head, rest) = bytes.split_first_chunk::<N>()?;
    *bytes = rest;
    Some(*head)
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
        static LEARNT: LazyLock<Learnt> =
            LazyLock::new(|| Learnt::read(include_bytes!("../../../data/learnt.bin")).unwrap_or_default());
        &LEARNT
    }

    fn read(mut bytes: &'static [u8]) -> Option<Self> {
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
        let learnt = Learnt::read(include_bytes!("../../../data/learnt.bin")).expect("weights that read");
        for answer in learnt.fields.answers().iter().filter(|a| *a != super::super::OPEN) {
            assert!(contracts::FieldPath::parse(answer).is_ok(), "{answer}");
        }
        let likely = learnt.fields.logarithms(&[]);
        let sum: f32 = likely.iter().map(|l| l.exp()).sum();
        assert!((sum - 1.0).abs() < 1e-3, "{sum}");
    }

    #[test]
    fn every_trait_is_found_and_no_other() {
        let learnt = Learnt::read(include_bytes!("../../../data/learnt.bin")).expect("weights that read");
        for weights in [&learnt.rows, &learnt.fields] {
            let mut bytes = weights.bytes;
            let mut before = None;
            while let Some((what, of)) = one(&mut bytes) {
                assert_eq!(weights.of(what), of, "{what}");
                let between = what.wrapping_sub(1);
                assert!(before == Some(between) || weights.of(between).is_empty(), "{between}");
                before = Some(what);
            }
            assert!(bytes.is_empty() && before.is_some());
        }
    }

    #[test]
    fn bytes_cut_short_are_no_weights() {
        let bytes = include_bytes!("../../../data/learnt.bin");
        assert!(Learnt::read(&bytes[..bytes.len() / 2]).is_none());
        assert!(Learnt::read(&[]).is_none());
    }
}
