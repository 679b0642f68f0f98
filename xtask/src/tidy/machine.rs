//! Nothing in the repository names a place on the machine that it was written on.

use std::path::Path;

use super::Finding;
use super::sources::Source;

/// The places of this machine that no source may name: the checkout, the folder that holds it, the home folder.
pub fn places(root: &Path) -> Vec<String> {
    let everyones = ["/", "/home", "/mnt", "/opt", "/root", "/srv", "/tmp", "/usr", "/usr/src", "/var", "/var/tmp"];
    let mut found = vec![root.to_path_buf()];
    found.extend(root.parent().map(Path::to_path_buf));
    found.extend(std::env::var_os("HOME").map(Into::into));
    found.sort();
    found.dedup();
    let paths = found.iter().map(|path| path.to_string_lossy().trim_end_matches('/').to_owned());
    paths.filter(|path| path.len() > 1 && !everyones.contains(&path.as_str())).collect()
}

/// One finding for each line that names one of the places, or anybody's home folder.
pub fn check(sources: &[Source], places: &[String]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for source in sources {
        for (index, line) in source.text.lines().enumerate() {
            if let Some(place) = places.iter().find(|place| names(line, place)) {
                findings.push(Finding::at(
                    &source.path,
                    index + 1,
                    format!("names `{place}`, which is a place on one machine. Say where it is from the top folder."),
                ));
            }
        }
    }
    findings
}

/// Whether the line holds this path as a whole, not as a part of a longer name.
fn names(line: &str, place: &str) -> bool {
    let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    line.match_indices(place).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + place.len()..].chars().next();
        !before.is_some_and(|c| word(c) || c == '/') && after.is_none_or(|c| c == '/' || !word(c))
    })
}

#[cfg(test)]
mod tests {
    use super::super::sources::source;
    use super::*;

    #[test]
    fn a_place_on_this_machine_is_named() {
        let places = ["/somewhere/checkout".to_owned()];
        let found = check(&[source("README.md", "Run it in\n`/somewhere/checkout/ui`.\n")], &places);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].line, Some(2));
        assert_eq!(check(&[source("README.md", "/somewhere/checkouts and x/somewhere/checkout\n")], &places), []);
    }

    #[test]
    fn folders_that_every_machine_has_are_fine() {
        assert_eq!(places(Path::new("/tmp")).iter().filter(|place| *place == "/tmp").count(), 0);
        assert!(places(Path::new("/somewhere/checkout")).contains(&"/somewhere".to_owned()));
    }
}
