//! How arguments are read: a file's dialect (`--header-row`, `--delimiter`, `--encoding`, `--quote`, `--rows-are`), fields, records, verdicts.

use contracts::{EntityRef, EntityType, ReadAs, Verdict};

/// How the bytes of a file are read; what isn't said is found.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct ReadArgs {
    /// The record that is the header, counted from 1, or `none`
    #[arg(long, value_name = "N", value_parser = header_row)]
    pub header_row: Option<u32>,
    /// What stands between cells: one character, or `tab`
    #[arg(long, value_name = "CHAR", value_parser = delimiter)]
    pub delimiter: Option<String>,
    /// The encoding by its name: utf-8, cp1252, utf-16le…
    #[arg(long, value_name = "NAME")]
    pub encoding: Option<String>,
    /// What cells are quoted by: one character, or `none`
    #[arg(long, value_name = "CHAR", value_parser = quote)]
    pub quote: Option<String>,
    /// What a row describes: person, account, opportunity, task or interaction
    #[arg(long, value_name = "KIND", value_parser = rows_are)]
    pub rows_are: Option<EntityType>,
}

impl ReadArgs {
    /// What was said.
    #[must_use]
    pub fn read_as(&self) -> ReadAs {
        let Self { header_row, delimiter, encoding, quote, rows_are } = self.clone();
        ReadAs { encoding, delimiter, quote, header_row, rows_are }
    }
}

/// A kind of record that is looked through for those that are there twice.
pub(crate) fn scanned(text: &str) -> Result<EntityType, String> {
    match text {
        "person" => Ok(EntityType::Person),
        "account" => Ok(EntityType::Account),
        other => Err(format!("{other:?} is not looked through; say person or account")),
    }
}

fn rows_are(text: &str) -> Result<EntityType, String> {
    match text {
        "person" => Ok(EntityType::Person),
        "account" => Ok(EntityType::Account),
        "opportunity" => Ok(EntityType::Opportunity),
        "task" => Ok(EntityType::Task),
        "interaction" => Ok(EntityType::Interaction),
        other => Err(format!(
            "{other:?} is nothing that a row describes; say person, account, opportunity, task or interaction"
        )),
    }
}

fn header_row(text: &str) -> Result<u32, String> {
    match text {
        "none" => Ok(0),
        n => {
            n.parse().ok().filter(|n| *n > 0).ok_or_else(|| format!("{n:?} is no record; say a number from 1, or none"))
        }
    }
}

// Infallible, but clap asks for a result.
#[expect(clippy::unnecessary_wraps, reason = "the signature that clap calls")]
fn delimiter(text: &str) -> Result<String, String> {
    Ok(if text == "tab" || text == "\\t" { "\t".into() } else { text.into() })
}

#[expect(clippy::unnecessary_wraps, reason = "the signature that clap calls")]
fn quote(text: &str) -> Result<String, String> {
    Ok(if text == "none" { String::new() } else { text.into() })
}

/// `FIELD=VALUE`.
pub fn pair(text: &str) -> Result<(String, String), String> {
    text.split_once('=')
        .map(|(field, value)| (field.trim().into(), value.into()))
        .ok_or_else(|| format!("{text:?} is not FIELD=VALUE"))
}

/// `person:0193a8e0-…`.
pub fn record(text: &str) -> Result<EntityRef, String> {
    let expected = || format!("{text:?} is no record; write its kind and id, such as person:0193a8e0-…");
    let (entity, id) = text.split_once(':').ok_or_else(expected)?;
    Ok(EntityRef { entity: entity.parse()?, id: id.parse().map_err(|_| expected())? })
}

/// A decision by its word.
pub fn verdict(text: &str) -> Result<Verdict, String> {
    serde_json::from_value(serde_json::Value::String(text.into()))
        .map_err(|_| format!("{text:?} is no decision; expected approve, correct, reject or defer"))
}
