//! One probability from several kinds of evidence: odds, multiplied.
//!
//! Each kind counts as if it stood alone (naive Bayes), with the factors chosen so that the promised and the measured share
//! of right columns agree over the fixtures; the test `a_confidence_is_a_probability` measures it.

/// The values are what the header says.
pub(crate) const BORNE_OUT: f64 = 9.0;
/// Nothing in the values speaks against the header, where they have no shape of their own.
pub(crate) const NOT_AGAINST: f64 = 4.0;
/// No value speaks at all.
pub(crate) const EMPTY: f64 = 0.4;
/// The surest that a reading can be without a person.
pub(crate) const CEILING: f64 = 0.99;

/// The probability after a piece of evidence that is `ratio` times as likely where the reading is right; two decimals.
pub(crate) fn given(before: f64, ratio: f64) -> f64 {
    let before = before.clamp(0.01, CEILING);
    let odds = before / (1.0 - before) * ratio.max(0.0);
    ((odds / (1.0 + odds)).min(CEILING) * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::given;

    #[test]
    fn evidence_moves_a_probability_and_never_to_certainty() {
        assert_eq!(given(0.5, 1.0), 0.5);
        assert!(given(0.8, 5.0) > given(0.8, 2.0) && given(0.8, 0.4) < 0.8);
        assert_eq!(given(1.0, 5.0), 0.99);
        assert_eq!(given(0.9, 0.0), 0.0);
    }
}
