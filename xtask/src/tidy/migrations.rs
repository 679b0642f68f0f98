//! Migrations are numbered without gaps and twins: `migrations/sqlite/0001-name.sql`, `0002-…`.

use std::collections::BTreeMap;

use super::Finding;
use super::sources::Source;

/// One finding for each migration whose name or number is not what comes next.
pub fn check(sources: &[Source]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut by_database: BTreeMap<&str, Vec<(u32, &Source)>> = BTreeMap::new();
    for source in sources.iter().filter(|source| source.extension() == "sql") {
        let Some((database, name)) = source.path.strip_prefix("migrations/").and_then(|path| path.split_once('/'))
        else {
            continue;
        };
        match number(name) {
            Some(number) => by_database.entry(database).or_default().push((number, source)),
            None => findings.push(Finding::of(
                &source.path,
                "is not named as migrations are: four digits, a dash, words in small letters (0002-notes.sql).",
            )),
        }
    }
    for migrations in by_database.values_mut() {
        migrations.sort_by_key(|(number, source)| (*number, source.path.clone()));
        for (expected, (number, source)) in (1..).zip(migrations.iter()) {
            if *number != expected {
                findings.push(Finding::of(
                    &source.path,
                    format!("should have number {expected:04}: migrations are numbered without gaps and twins."),
                ));
                break;
            }
        }
    }
    findings
}

fn number(name: &str) -> Option<u32> {
    let (digits, words) = name.strip_suffix(".sql")?.split_once('-')?;
    let well_named = words.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_');
    (digits.len() == 4 && !words.is_empty() && well_named).then(|| digits.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::super::sources::source;
    use super::*;

    fn found(names: &[&str]) -> Vec<String> {
        let sources: Vec<_> = names.iter().map(|name| source(&format!("migrations/sqlite/{name}"), "")).collect();
        check(&sources).iter().map(|finding| finding.file.clone()).collect()
    }

    #[test]
    fn numbers_without_gaps_and_twins_are_fine() {
        assert_eq!(found(&["0001-first.sql", "0002-second.sql"]), Vec::<String>::new());
    }

    #[test]
    fn a_gap_a_twin_and_a_nameless_migration_are_named() {
        assert_eq!(found(&["0001-first.sql", "0003-third.sql"]), ["migrations/sqlite/0003-third.sql"]);
        assert_eq!(found(&["0001-a.sql", "0001-b.sql"]), ["migrations/sqlite/0001-b.sql"]);
        assert_eq!(found(&["1-first.sql"]), ["migrations/sqlite/1-first.sql"]);
    }
}
