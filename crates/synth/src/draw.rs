//! Numbers that look random and follow from the seed, the topic and the client's number alone.

/// What is drawn for: each has numbers of its own, so that one more draw for one of them changes nothing else.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Topic {
    Cohort = 1,
    Account,
    Person,
    Contact,
    Story,
    Wish,
    Deal,
    Interest,
    Task,
    Talk,
    Household,
    Export,
}

/// Draws from `SplitMix64` (Steele, Lea, Flood 2014).
#[derive(Clone, Debug)]
pub(crate) struct Draw(u64);

fn mixed(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

impl Draw {
    /// The draws of one topic about one thing.
    pub fn of(seed: u64, topic: Topic, number: u64) -> Self {
        Self(mixed(mixed(mixed(seed).wrapping_add(topic as u64)).wrapping_add(number)))
    }

    fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        mixed(self.0)
    }

    /// A number below `limit`; 0 when there is none below it.
    pub fn below(&mut self, limit: u64) -> u64 {
        if limit == 0 { 0 } else { self.bits() % limit }
    }

    /// A number from `low` to `high`; `low` when `high` lies below it.
    pub fn within(&mut self, low: i64, high: i64) -> i64 {
        let span = u64::try_from(high.saturating_sub(low).saturating_add(1)).unwrap_or(1);
        low + i64::try_from(self.below(span)).unwrap_or(0)
    }

    /// Whether something happens that has this many chances in a hundred.
    pub fn percent(&mut self, chance: u64) -> bool {
        self.below(100) < chance
    }

    /// One of several; none of none.
    pub fn one_of<'a, T>(&mut self, things: &'a [T]) -> Option<&'a T> {
        let at = self.below(things.len() as u64);
        usize::try_from(at).ok().and_then(|at| things.get(at))
    }

    /// One of several words.
    pub fn word(&mut self, words: &[&'static str]) -> &'static str {
        self.one_of(words).copied().unwrap_or_default()
    }

    /// One of several, each as likely as its weight says.
    pub fn weighted<T: Copy>(&mut self, things: &[(T, u64)]) -> Option<T> {
        let mut at = self.below(things.iter().map(|(_, weight)| weight).sum());
        for (thing, weight) in things {
            if at < *weight {
                return Some(*thing);
            }
            at -= weight;
        }
        things.last().map(|(thing, _)| *thing)
    }

    /// A share of `span` that is small more often than large: squared, in thousandths.
    pub fn near(&mut self, span: i64) -> i64 {
        let share = self.within(0, 1000);
        span * share * share / 1_000_000
    }
}

/// A number's place in a shuffle of everything below `of`, which must be a power of ten from 10 to 10^9: different numbers
/// below it have different places.
pub(crate) fn shuffled(seed: u64, number: u64, of: u64) -> u64 {
    // A factor that shares no divisor with ten keeps places apart.
    let factor = 764_320_317 % of;
    let start = mixed(seed) % of;
    ((number % of) * factor + start) % of
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shuffle_gives_each_number_a_place_of_its_own() {
        for of in [1_000, 100_000] {
            let mut places: Vec<u64> = (0..of).map(|n| shuffled(7, n, of)).collect();
            places.sort_unstable();
            places.dedup();
            assert_eq!(places.len() as u64, of);
        }
    }
}
