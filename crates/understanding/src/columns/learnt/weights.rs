//! Learnt weights: how much each thing that can be seen speaks for each answer.
//!
//! Written by `cargo run --release -p velocity-testkit --example learn`, which says from what. The bytes: for the kinds of
//! rows, then for the fields, the number of answers (u16) and each as a length (u8) and UTF-8; a scale (f32); the number of
//! traits (u32); of each, in order of their hashes, the hash (u32), the number of its weights (u8) and each as an answer
//! (u8) and a weight (i8, times the scale). All little-endian.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::traits::Trait;

/// Answers, and what speaks for each.
#[derive(Debug, Default)]
pub(super) struct Weights {
    answers: Vec<String>,
    scale: f32,
    /// Where the weights of a trait lie.
    of: FxHashMap<u32, (u32, u8)>,
    all: Vec<(u8, i8)>,
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
            let Some((from, count)) = self.of.get(&one.what) else { continue };
            let from = *from as usize;
            for (answer, weight) in self.all.get(from..from + usize::from(*count)).unwrap_or_default() {
                if let Some(sum) = out.get_mut(usize::from(*answer)) {
                    *sum += f32::from(*weight) * self.scale * one.much;
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
            let (name, rest) = bytes.split_at_checked(usize::from(len))?;
            *bytes = rest;
            weights.answers.push(String::from_utf8(name.to_vec()).ok()?);
        }
        weights.scale = f32::from_le_bytes(take(bytes)?);
        let traits = u32::from_le_bytes(take(bytes)?);
        for _ in 0..traits {
            let what = u32::from_le_bytes(take(bytes)?);
            let [count] = take::<1>(bytes)?;
            weights.of.insert(what, (u32::try_from(weights.all.len()).ok()?, count));
            for _ in 0..count {
                let [answer, weight] = take::<2>(bytes)?;
                weights.all.push((answer, weight.cast_signed()));
            }
        }
        Some(weights)
    }
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
        let learnt = Learnt::read(include_bytes!("../../../data/learnt.bin")).expect("weights that read");
        for answer in learnt.fields.answers().iter().filter(|a| *a != super::super::OPEN) {
            assert!(contracts::FieldPath::parse(answer).is_ok(), "{answer}");
        }
        let likely = learnt.fields.logarithms(&[]);
        let sum: f32 = likely.iter().map(|l| l.exp()).sum();
        assert!((sum - 1.0).abs() < 1e-3, "{sum}");
    }

    #[test]
    fn bytes_cut_short_are_no_weights() {
        let bytes = include_bytes!("../../../data/learnt.bin");
        assert!(Learnt::read(&bytes[..bytes.len() / 2]).is_none());
        assert!(Learnt::read(&[]).is_none());
    }
}
