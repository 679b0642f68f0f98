//! Pure crates do no I/O, read no clock and draw no randomness of their own (invariant 5): the same inputs give the
//! same bytes out. The host hands in time, ids and bytes.

use std::path::Path;

use super::Finding;
use super::dependencies::PURE;
use super::rust_code::{code, test_modules};
use super::sources::Source;

/// Paths that reach out of a pure crate, with what they reach for.
const FORBIDDEN: &[(&str, &str)] = &[
    ("std::fs", FILES),
    ("std::net", "the network"),
    ("std::env", "the environment"),
    ("std::process", "other programs"),
    ("std::io::stdin", FILES),
    ("std::io::stdout", FILES),
    ("std::io::stderr", FILES),
    ("std::thread::sleep", CLOCK),
    ("std::time::SystemTime", CLOCK),
    ("std::time::Instant", CLOCK),
    ("SystemTime", CLOCK),
    ("Instant", CLOCK),
    ("Zoned::now", CLOCK),
    ("Timestamp::now", CLOCK),
    ("Utc::now", CLOCK),
    ("Local::now", CLOCK),
    ("OffsetDateTime::now_utc", CLOCK),
    ("TimeZone::system", "the machine's time zone"),
    ("Uuid::now_v7", CLOCK),
    ("Uuid::now_v6", CLOCK),
    ("Uuid::now_v1", CLOCK),
    ("Uuid::new_v4", RANDOMNESS),
    ("rand", RANDOMNESS),
    ("fastrand", RANDOMNESS),
    ("getrandom", RANDOMNESS),
    ("thread_rng", RANDOMNESS),
    ("RandomState", RANDOMNESS),
    ("println!", FILES),
    ("print!", FILES),
    ("eprintln!", FILES),
    ("eprint!", FILES),
];
const CLOCK: &str = "the clock";
const FILES: &str = "files or the terminal";
const RANDOMNESS: &str = "randomness";

/// One finding for each place where a pure crate reaches out.
pub fn check(sources: &[Source]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for source in sources.iter().filter(|source| is_pure(&source.path) && !is_test(source, sources)) {
        for (line, path) in reaches(&code(&source.text)) {
            let what = FORBIDDEN.iter().find(|(forbidden, _)| *forbidden == path).map_or("outside", |(_, what)| what);
            findings.push(Finding::at(
                &source.path,
                line,
                format!(
                    "`{path}` in a pure crate reaches for {what}. Let the caller hand it in: \
                     `app` takes clock, randomness and files from its host."
                ),
            ));
        }
    }
    findings
}

fn is_pure(path: &str) -> bool {
    let mut parts = path.split('/');
    parts.next() == Some("crates")
        && parts.next().is_some_and(|name| name == "contracts" || PURE.contains(&name))
        && parts.next() == Some("src")
        && path.ends_with(".rs")
}

/// Whether the file is the body of a module that its parent declares under `#[cfg(test)]`.
fn is_test(source: &Source, sources: &[Source]) -> bool {
    let path = Path::new(&source.path);
    let name = |path: &Path| path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let (module, folder) = match (name(path), path.parent()) {
        (stem, Some(folder)) if stem == "mod" => (name(folder), folder.parent()),
        (stem, folder) => (stem, folder),
    };
    let Some(folder) = folder else { return false };
    let folder = folder.to_string_lossy();
    let parents = [format!("{folder}/lib.rs"), format!("{folder}/mod.rs"), format!("{folder}.rs")];
    let mut declared = sources.iter().filter(|other| parents.contains(&other.path)).peekable();
    declared.any(|parent| test_modules(&parent.text).contains(&module))
}

/// Line and forbidden path of each reach in blanked code, the longest name for each place.
fn reaches(code: &str) -> Vec<(usize, &'static str)> {
    let mut found: Vec<(usize, &'static str)> = Vec::new();
    for (forbidden, _) in FORBIDDEN {
        found.extend(
            code.match_indices(forbidden)
                .filter(|(at, _)| stands_alone(code, *at, forbidden))
                .map(|(at, _)| (line_of(code, at), *forbidden)),
        );
    }
    found.extend(grouped(code));
    found.sort_by_key(|(line, path)| (*line, std::cmp::Reverse(path.len())));
    // `std::time::Instant` is found as `Instant` too.
    let mut kept: Vec<(usize, &'static str)> = Vec::new();
    for (line, path) in found {
        if !kept.iter().any(|(other, longer)| *other == line && longer.ends_with(path)) {
            kept.push((line, path));
        }
    }
    kept
}

fn line_of(code: &str, at: usize) -> usize {
    code[..at].matches('\n').count() + 1
}

/// Whether the match is this path and not a part of a longer name. A bare crate name must be followed by `::`.
fn stands_alone(code: &str, at: usize, forbidden: &str) -> bool {
    let word = |c: char| c.is_alphanumeric() || c == '_';
    let before = code[..at].chars().next_back();
    let after = &code[at + forbidden.len()..];
    let is_crate = ["rand", "fastrand", "getrandom"].contains(&forbidden);
    let continues = before.is_some_and(word) || (is_crate && before == Some(':'));
    let ends = forbidden.ends_with('!') || !after.chars().next().is_some_and(word);
    !continues && ends && (!is_crate || after.starts_with("::"))
}

/// What `use std::{fs, io::Read, time::{Duration, Instant}};` brings in of the forbidden modules.
fn grouped(code: &str) -> Vec<(usize, &'static str)> {
    let mut found = Vec::new();
    for (start, opening) in code.match_indices("std::{") {
        let (mut depth, mut segment, mut first_segment_over) = (1_usize, String::new(), false);
        for (offset, c) in code[start + opening.len()..].char_indices() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            if depth == 0 || (depth == 1 && c == ',') {
                let path = format!("std::{segment}");
                let forbidden = FORBIDDEN.iter().find(|(forbidden, _)| *forbidden == path);
                found.extend(forbidden.map(|(forbidden, _)| {
                    (line_of(code, start + opening.len() + offset.saturating_sub(1)), *forbidden)
                }));
                (segment, first_segment_over) = (String::new(), false);
            } else if depth == 1 && !first_segment_over {
                if c.is_alphanumeric() || c == '_' {
                    segment.push(c);
                } else if !segment.is_empty() {
                    first_segment_over = true;
                }
            }
            if depth == 0 {
                break;
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::sources::source;
    use super::*;

    fn found(text: &str) -> Vec<String> {
        check(&[source("crates/graph/src/lib.rs", text)]).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_clock_read_in_a_pure_crate_is_named_with_its_line() {
        let found = found("fn a() {}\nfn now() -> u64 { std::time::SystemTime::now() }\n");
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with("crates/graph/src/lib.rs:2: `std::time::SystemTime`"), "{found:?}");
        assert!(found[0].contains("the clock"), "{found:?}");
    }

    #[test]
    fn every_way_to_reach_out_is_found() {
        for text in [
            "let t = jiff::Timestamp::now();",
            "let z = Zoned::now();",
            "let i = Uuid::now_v7();",
            "let i = uuid::Uuid::new_v4();",
            "use std::fs;",
            "use std::{fmt, fs};",
            "use std::{\n    env::args,\n    fmt,\n};",
            "use std::net::TcpStream;",
            "let x: u8 = rand::random();",
            "use std::time::{Duration, Instant};",
            "println!(\"{x}\");",
            "let t = TimeZone::system();",
        ] {
            assert_eq!(found(text).len(), 1, "{text}: {:?}", found(text));
        }
    }

    #[test]
    fn what_only_looks_like_it_is_left_alone() {
        for text in [
            "// std::fs::read\nlet operand::x = 1;",
            "let s = \"std::fs\";",
            "use std::{fmt, io::Write};",
            "#[cfg(test)]\nmod tests { use std::fs; }",
            "struct InstantReply; let brand::x = 2;",
            "use std::collections::BTreeMap;",
            "writeln!(out, \"x\");",
        ] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn only_pure_crates_and_not_their_test_files_are_looked_at() {
        let reads = "use std::fs;";
        assert_eq!(check(&[source("crates/store/src/lib.rs", reads)]), []);
        assert_eq!(check(&[source("crates/graph/tests/laws.rs", reads)]), []);
        let parent = source("crates/graph/src/lib.rs", "#[cfg(test)]\nmod tests;\nmod real;\n");
        let sources = [parent, source("crates/graph/src/tests.rs", reads), source("crates/graph/src/real.rs", reads)];
        let found = check(&sources);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].file, "crates/graph/src/real.rs");
    }
}
