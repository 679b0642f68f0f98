//! A file that has grown past its seam is hard to read: advice first, then a failure.

use super::Finding;
use super::sources::Source;

/// Lines from which a file gets advice.
const ADVICE: usize = 400;
/// Lines from which a component of the front end gets advice.
const COMPONENT_ADVICE: usize = 250;
/// Lines from which a file breaks the rule.
const LIMIT: usize = 600;

/// One finding for each source that is too long. Generated files are as long as they are.
pub fn check(sources: &[Source]) -> Vec<Finding> {
    let written = sources
        .iter()
        .filter(|source| ["rs", "ts", "tsx", "css"].contains(&source.extension()) && !source.is_generated());
    written
        .filter_map(|source| {
            let lines = source.text.lines().count();
            let advice = if source.extension() == "tsx" { COMPONENT_ADVICE } else { ADVICE };
            let message = format!("has {lines} lines. Look for the seam and make two files of it (limit {LIMIT}).");
            match lines {
                lines if lines > LIMIT => Some(Finding::of(&source.path, message)),
                lines if lines > advice => Some(Finding::of(&source.path, message).into_advice()),
                _ => None,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::sources::source;
    use super::*;

    #[test]
    fn long_files_get_advice_and_then_fail() {
        let of = |path: &str, lines: usize| check(&[source(path, &"x\n".repeat(lines))]);
        assert_eq!(of("crates/app/src/a.rs", 400), []);
        assert!(of("crates/app/src/a.rs", 401)[0].advice);
        assert!(!of("crates/app/src/a.rs", 601)[0].advice);
        assert!(of("ui/src/features/a/A.tsx", 251)[0].advice);
        assert_eq!(of("ui/src/api/generated/contracts.ts", 2000), []);
        assert_eq!(of("docs/schemas/A.schema.json", 2000), []);
    }
}
