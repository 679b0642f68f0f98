//! Lessons for the reader of columns that learns (`understanding`'s learnt weights): files whose columns somebody has
//! named. The shapes of [`crate::mess`] are such, and texts in `lessons/`, written for this project with invented people.
//!
//! Two forms of text. Sheets: `# name | kind of rows | where from`, then a line a column, `header | field | value ;; value`.
//! Lists: `@ kind of rows | field | language`, a line of values after `=`, then headers with `;;` between them; sheets are
//! put together from those of one kind. A field may be `a OR b`; `custom` and `ignore` are columns left to the person.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use contracts::{EntityType, FieldPath};
use serde_json::Value;
use understanding::{OPEN, Options, Trait, seen};

use crate::draw::Draw;
use crate::mess;

/// One file.
#[derive(Clone, Debug)]
pub struct Lesson {
    /// Who wrote it: what is left out together when it is asked how well strangers' files are read.
    pub author: String,
    /// What tells the kind of its rows, and the kind.
    pub rows: (Vec<Trait>, Vec<String>),
    /// Whether its columns were put together from lists: which of them stand together was drawn, so that it tells less of
    /// the kind of a file's rows.
    pub listed: bool,
    /// What tells each column, and the fields that are right.
    pub columns: Vec<(Vec<Trait>, Vec<String>)>,
}

/// Kinds of rows that the importer tells apart; what somebody seeks, and in what, is told of people.
fn kind(name: &str) -> Option<EntityType> {
    Some(match name.trim() {
        "account" => EntityType::Account,
        "opportunity" => EntityType::Opportunity,
        "task" => EntityType::Task,
        "interaction" => EntityType::Interaction,
        "person" | "household" | "requirement" | "interest" => EntityType::Person,
        _ => return None,
    })
}

/// The answers that a written field stands for, as the dictionary writes them; `None` for one that it doesn't have.
fn answers(written: &str) -> Option<Vec<String>> {
    let mut out = Vec::new();
    for one in written.split(" OR ").map(str::trim) {
        let answer = canonical(one)?;
        if !out.contains(&answer) {
            out.push(answer);
        }
    }
    Some(out)
}

fn canonical(written: &str) -> Option<String> {
    const LABELS: &[&str] = &[
        "mobile",
        "work",
        "home",
        "fax",
        "whatsapp",
        "other",
        "main",
        "office",
        "landline",
        "billing",
        "mailing",
        "linkedin",
        "instagram",
        "x",
        "skype",
        "facebook",
        "twitter",
        "shipping",
        "label",
    ];
    if written == OPEN || written == "ignore" || written == "custom" || written.contains("custom.") {
        return Some(OPEN.into());
    }
    let consent = written.contains(".consent.");
    let parts: Vec<&str> = written
        .split('.')
        .enumerate()
        .filter(|(i, p)| *i == 0 || consent || !LABELS.contains(p))
        .map(|(_, p)| p)
        .collect();
    let mut plain = parts.join(".");
    for many in ["address", "phone", "email", "website", "social"] {
        plain = plain.replace(&format!(".{many}."), &format!(".{many}[]."));
    }
    let mut tries = vec![plain.clone(), plain.replace("property.address[]", "property.address")];
    tries.push(plain.replace("household.spouse", "person.spouse"));
    for name in ["spouse.", "children", "assistant.", "manager."] {
        if plain.starts_with(name) {
            tries.push(format!("household.{plain}"));
        }
    }
    tries.iter().find_map(|t| {
        let path = FieldPath::parse(t).ok()?;
        // A column of labels is none of a field.
        if path.part.as_deref() == Some("label") { None } else { path.written() }
    })
}

/// A group of a list: the fields that are right, values, headers.
type Group = (Vec<String>, Vec<String>, Vec<String>);

/// A sheet with its answers, before it is looked at.
struct Sheet {
    kind: String,
    columns: Vec<(String, Vec<String>, Vec<String>)>,
}

impl Sheet {
    fn lesson(&self, author: &str, file_name: &str) -> Result<Lesson> {
        let rows = self.columns.iter().map(|(_, _, values)| values.len()).max().unwrap_or(0);
        let mut file = csv::Writer::from_writer(Vec::new());
        file.write_record(self.columns.iter().map(|(header, ..)| header.as_str()))?;
        for row in 0..rows {
            file.write_record(self.columns.iter().map(|(_, _, values)| values.get(row).map_or("", String::as_str)))?;
        }
        let bytes = file.into_inner().context("a sheet in memory")?;
        let told = kind(&self.kind).with_context(|| format!("{} is no kind of row", self.kind))?;
        // Read as a person would say, so that values that look like headers are none.
        let options = Options {
            file_name: file_name.into(),
            default_region: Some("IN".into()),
            read_as: contracts::ReadAs { delimiter: Some(",".into()), header_row: Some(1), ..Default::default() },
            ..Default::default()
        };
        let found = seen(&bytes, &options, told)?;
        let columns = found
            .columns
            .into_iter()
            .zip(&self.columns)
            .filter(|(_, (_, _, values))| values.iter().any(|v| !v.is_empty()))
            .map(|(traits, (_, answers, _))| (traits, answers.clone()))
            .collect();
        Ok(Lesson { author: author.into(), listed: false, rows: (found.rows, vec![told.as_str().into()]), columns })
    }
}

/// The lessons in a text; `author` stands for all of them.
///
/// # Errors
/// A line that is in neither form, with its number; a sheet that can't be read.
pub fn told(author: &str, text: &str) -> Result<Vec<Lesson>> {
    let mut sheets: Vec<(String, Sheet)> = Vec::new();
    let mut lists: BTreeMap<(String, String), Vec<Group>> = BTreeMap::new();
    let mut current: Option<(String, String)> = None;
    // A header may begin with a number sign, too: a sheet begins after an empty line.
    let mut begins = true;
    for (number, line) in (1..).zip(text.lines()) {
        if line.trim().is_empty() {
            begins = true;
            continue;
        }
        let first = std::mem::take(&mut begins);
        let mut parts = line.split(" | ");
        if let Some(name) = line.strip_prefix("# ").filter(|_| first) {
            let kind = parts.nth(1).unwrap_or("person").trim().to_owned();
            sheets.push((name.split(" | ").next().unwrap_or_default().into(), Sheet { kind, columns: Vec::new() }));
            current = None;
        } else if let Some(group) = line.strip_prefix("@ ") {
            let parts: Vec<&str> = group.split('|').map(str::trim).collect();
            let [kind, field, language] = parts.as_slice() else { bail!("{author}, line {number}: {line}") };
            let key = ((*kind).to_owned(), (*language).to_owned());
            let Some(answers) = answers(field) else { bail!("{author}, line {number}: the dictionary has no {field}") };
            lists.entry(key.clone()).or_default().push((answers, Vec::new(), Vec::new()));
            current = Some(key);
        } else if let Some(key) = &current {
            let Some((_, values, headers)) = lists.get_mut(key).and_then(|groups| groups.last_mut()) else { continue };
            match line.strip_prefix('=') {
                Some(line) => *values = line.split(";;").map(|v| v.trim().to_owned()).collect(),
                None => headers.extend(line.split(";;").map(|h| h.trim().to_owned()).filter(|h| !h.is_empty())),
            }
        } else if let Some((_, sheet)) = sheets.last_mut() {
            let parts: Vec<&str> = parts.collect();
            let [header @ .., field, values] = parts.as_slice() else { bail!("{author}, line {number}: {line}") };
            let values = values.split(";;").map(|v| v.trim().to_owned()).collect();
            let Some(answers) = answers(field.trim()) else {
                bail!("{author}, line {number}: the dictionary has no {field}")
            };
            sheet.columns.push((header.join(" | ").trim().to_owned(), answers, values));
        }
    }
    let mut out = Vec::new();
    for (name, sheet) in &sheets {
        out.push(sheet.lesson(author, &format!("{name}.csv")).with_context(|| format!("{author}: {name}"))?);
    }
    for ((kind, _), groups) in lists.iter().filter(|(_, groups)| !groups.is_empty()) {
        for sheet in put_together(kind, groups) {
            let mut lesson = sheet.lesson(author, "")?;
            lesson.listed = true;
            out.push(lesson);
        }
    }
    Ok(out)
}

/// Sheets of some fifteen columns, every header of the lists in one of them.
fn put_together(kind: &str, groups: &[Group]) -> Vec<Sheet> {
    const WIDE: usize = 15;
    let mut draw = Draw::new(groups.len() as u64);
    let mut left: Vec<(usize, &String)> =
        groups.iter().enumerate().flat_map(|(i, (_, _, headers))| headers.iter().map(move |h| (i, h))).collect();
    let mut out = Vec::new();
    while !left.is_empty() {
        let mut sheet = Sheet { kind: kind.into(), columns: Vec::new() };
        let mut used: Vec<&[String]> = Vec::new();
        for _ in 0..4 * WIDE {
            if sheet.columns.len() == WIDE || left.is_empty() {
                break;
            }
            let at = draw.below(left.len());
            let Some((group, header)) = left.get(at).copied() else { break };
            let Some((answers, values, _)) = groups.get(group) else { break };
            // A file has a field once or so; what goes to no field, often.
            if answers.iter().any(|a| a != OPEN) && used.contains(&answers.as_slice()) {
                continue;
            }
            left.swap_remove(at);
            used.push(answers);
            sheet.columns.push((header.clone(), answers.clone(), values.clone()));
        }
        if sheet.columns.is_empty() {
            break;
        }
        out.push(sheet);
    }
    out
}

/// A shape as a lesson; `author` as given.
///
/// # Errors
/// A file that can't be read.
pub fn of_mess(author: &str, mess: &mess::Mess) -> Result<Lesson> {
    of_truth(author, &mess.name, &mess.bytes, &mess.truth)
}

/// A file as a lesson, with what its rows and columns are: `entity`, and of each of the `columns` the `field`, others that
/// are as right in `accept`, what may become of it in `status_ok`, and its `index` where not all columns are told.
///
/// # Errors
/// A file that can't be read.
pub fn of_truth(author: &str, name: &str, bytes: &[u8], truth: &Value) -> Result<Lesson> {
    let text = |v: &Value| v.as_str().map(str::to_owned);
    let texts = |v: &Value| v.as_array().into_iter().flatten().filter_map(text).collect::<Vec<_>>();
    let entity = text(&truth["entity"]).unwrap_or_default();
    let told = kind(&entity).unwrap_or(EntityType::Person);
    let options = Options { file_name: name.into(), default_region: Some("IN".into()), ..Default::default() };
    let found = seen(bytes, &options, told)?;
    let mut columns = Vec::new();
    for (at, column) in truth["columns"].as_array().into_iter().flatten().enumerate() {
        let at = column["index"].as_u64().map_or(Ok(at), usize::try_from)?;
        let Some(traits) = found.columns.get(at) else { continue };
        let free = texts(&column["status_ok"]).iter().any(|s| s == "unresolved");
        let named = text(&column["field"]);
        let mut right: Vec<String> = named.iter().filter_map(|f| canonical(f)).collect();
        // Where a field is right and one of the person's own would do, leaving the column open is neither.
        let own = |f: &String| free || named.is_none() || *f != OPEN;
        right.extend(texts(&column["accept"]).iter().filter_map(|f| canonical(f)).filter(own));
        if free || named.is_none() {
            right.push(OPEN.into());
        }
        right.dedup();
        if !right.is_empty() {
            columns.push((traits.clone(), right));
        }
    }
    // Where other rows would do as well, the columns are those of the first.
    let rows = (found.rows, vec![told.as_str().to_owned()]);
    Ok(Lesson { author: author.into(), listed: false, rows, columns })
}
