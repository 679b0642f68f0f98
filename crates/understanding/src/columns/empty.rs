//! Values that a profile says stand for "nothing" in one column. They travel in the column's transform, `phone_e164 empty=0`,
//! so that a manifest alone replays them.

const MARK: &str = " empty=";
const BETWEEN: char = '\u{1f}';

/// A transform with the values that its column reads as empty.
pub(crate) fn with(transform: &str, sentinels: &[&str]) -> String {
    if sentinels.is_empty() {
        return transform.to_owned();
    }
    format!("{transform}{MARK}{}", sentinels.join(&BETWEEN.to_string()))
}

/// The transform itself, and the values that its column reads as empty.
pub(crate) fn parts(transform: &str) -> (&str, Vec<&str>) {
    match transform.split_once(MARK) {
        Some((transform, values)) => (transform, values.split(BETWEEN).collect()),
        None => (transform, Vec::new()),
    }
}
