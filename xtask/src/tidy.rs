//! `cargo xtask tidy`: the rules of `ARCHITECTURE.md` that the compiler does not know.
//!
//! Each rule is a function from what it looks at to findings, so that its tests plant the violation in memory.

mod addresses;
mod dependencies;
mod front_end;
mod length;
mod machine;
mod migrations;
mod purity;
mod rust_code;
mod sources;

use std::fmt;

use anyhow::{Result, bail};

use crate::{codegen, place};
use sources::Source;

/// Something that a rule does not allow, or advises against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The file, from the top folder, with `/`.
    pub file: String,
    /// The line, counted from 1, where there is one.
    pub line: Option<usize>,
    /// What is wrong and the way out.
    pub message: String,
    /// Advice is printed and fails nothing.
    pub advice: bool,
}

impl Finding {
    fn at(file: &str, line: usize, message: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line: Some(line), message: message.into(), advice: false }
    }

    fn of(file: &str, message: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line: None, message: message.into(), advice: false }
    }

    fn into_advice(self) -> Self {
        Self { advice: true, ..self }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let advice = if self.advice { "(advice) " } else { "" };
        match self.line {
            Some(line) => write!(f, "{}:{line}: {advice}{}", self.file, self.message),
            None => write!(f, "{}: {advice}{}", self.file, self.message),
        }
    }
}

/// Checks every rule over the checkout, prints what it finds and fails when a rule is broken.
///
/// # Errors
/// When a rule is broken, or the checkout cannot be read.
pub fn run() -> Result<()> {
    let mut findings = dependencies::check(&place::metadata()?, place::root());
    findings.extend(over_sources(&sources::read(place::root())?));
    let (advice, mut broken): (Vec<_>, Vec<_>) = findings.into_iter().partition(|finding| finding.advice);
    for finding in advice {
        println!("{finding}");
    }
    broken.extend(codegen::check()?.into_iter().filter_map(|sentence| {
        let (file, message) = sentence.split_once(": ")?;
        Some(Finding::of(file, message))
    }));
    for finding in &broken {
        eprintln!("{finding}");
    }
    match broken.len() {
        0 => {
            println!(
                "Tidy: dependencies, pure crates, imports, addresses, lengths, migrations and bindings keep the rules."
            );
            Ok(())
        }
        1 => bail!("tidy found 1 broken rule, named above"),
        count => bail!("tidy found {count} broken rules, named above"),
    }
}

fn over_sources(sources: &[Source]) -> Vec<Finding> {
    let mut findings = purity::check(sources);
    findings.extend(front_end::check(sources));
    findings.extend(addresses::check(sources));
    findings.extend(machine::check(sources, &machine::places(place::root())));
    findings.extend(length::check(sources));
    findings.extend(migrations::check(sources));
    findings
}
