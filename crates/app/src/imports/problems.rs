//! Doubts of an import as groups that a person can settle at once: what is wrong in words, and what can be said about it.

use contracts::{
    CellCorrection, ColumnChoice, ColumnMapping, ColumnStatus, DateOrder, EntityType, FieldKind, FieldPath,
    ImportMappingManifest, ImportRevision, LongRows, ProblemFix, ProblemGroup, ProblemKey, ShortRows, Unread,
};
use store::{ImportRecord, Reader, StoredBatch};
use understanding::values::{date, phone};

use crate::error::Failure;

/// Rows looked at for what a fix would do.
const LOOKED_AT: usize = 8;

/// Regions offered beside those that the file speaks for, in this order.
const OFFERED: &[&str] = &[
    "IN", "US", "AE", "GB", "SG", "AU", "CA", "DE", "FR", "ES", "IT", "BR", "PT", "MX", "SA", "QA", "KW", "OM", "BH",
    "ZA", "NL", "CH", "IE", "NZ", "MY", "HK",
];

/// What a kind of doubt is called.
struct Words {
    title: &'static str,
    one: &'static str,
    many: &'static str,
    /// Whether a value stands there that could not be read.
    unread: bool,
}

fn words(kind: &str) -> Option<Words> {
    let (title, one, many, unread) = match kind {
        "phone_unparsed" => ("Phone numbers that can't be read", "phone number", "phone numbers", true),
        "phone_digits_lost" => ("Phone numbers cut short by a spreadsheet", "phone number", "phone numbers", true),
        "phone_region_unsure" => ("Phone numbers of two possible countries", "phone number", "phone numbers", false),
        "phone_area_unsure" => ("Phone numbers whose area may be missing", "phone number", "phone numbers", false),
        "email_invalid" => ("E-mail addresses that are not valid", "e-mail address", "e-mail addresses", true),
        "date_unparsed" => ("Dates that can't be read", "date", "dates", true),
        "date_serial" => ("Numbers that may be a spreadsheet's dates", "date", "dates", true),
        "date_order_open" => ("Dates that may be day first or month first", "date", "dates", true),
        "money_unparsed" => ("Amounts that can't be read", "amount", "amounts", true),
        "money_unit_missing" => ("Amounts that lack their unit", "amount", "amounts", true),
        "money_range" => ("Ranges where one amount belongs", "range", "ranges", true),
        "number_unparsed" => ("Numbers that can't be read", "number", "numbers", true),
        "area_unparsed" => ("Areas that can't be read", "area", "areas", true),
        "bool_unparsed" => ("Neither yes nor no", "value", "values", true),
        "sentinel" => ("Values read as empty", "value", "values", false),
        "hidden_characters" => ("Characters that can't be seen", "cell", "cells", false),
        "html_entities" => ("Signs written for web pages", "cell", "cells", false),
        "system_group" => ("Groups of the source's own", "cell", "cells", false),
        "second_value" => ("Second values for one field", "cell", "cells", false),
        "short_row" => ("Rows with fewer cells than the header", "row", "rows", false),
        "short_row_misaligned" => ("Rows whose cells don't line up", "row", "rows", false),
        "long_row" => ("Rows with more cells than the header", "row", "rows", false),
        "words_beside" => ("Words beside a phone number or address", "cell", "cells", false),
        "record_unnamed" => ("Values that belong to nobody named", "row", "rows", false),
        "shared_contact" => ("Ids and contact details that others have too", "row", "rows", false),
        "account_ambiguous" => ("Several companies of this name", "row", "rows", false),
        "person_known" => ("People who are known already, with more in the row", "row", "rows", false),
        "reference_unknown" => ("Ids that nobody here has yet", "row", "rows", false),
        "reference_ambiguous" => ("Ids that several have", "row", "rows", false),
        "contact_unknown" => ("Contacts that nobody is known by", "row", "rows", false),
        "contact_by_name_only" => ("Contacts known by name alone", "row", "rows", false),
        "contact_ambiguous" => ("Several people of the contact's name", "row", "rows", false),
        "name_order" => ("Names with the family name first", "name", "names", false),
        "name_several" => ("Names of more than one person", "name", "names", false),
        "name_brackets" => ("Names with something in brackets", "name", "names", false),
        "name_email" => ("E-mail addresses in place of a name", "name", "names", false),
        "name_phone" => ("Phone numbers in place of a name", "name", "names", false),
        _ => return None,
    };
    Some(Words { title, one, many, unread })
}

/// What a group is settled on.
struct Group<'a> {
    r: &'a Reader<'a>,
    batch: &'a StoredBatch,
    manifest: &'a ImportMappingManifest,
    column: Option<&'a ColumnMapping>,
    problem: &'a ProblemGroup,
    words: Words,
}

/// Every group of doubts of an import's plan, with its title, whether a person let it be, and its fixes.
pub(crate) fn of(
    r: &Reader<'_>,
    import: &ImportRecord,
    batch: &StoredBatch,
    manifest: &ImportMappingManifest,
) -> Result<Vec<ProblemGroup>, Failure> {
    let mut groups = r.problem_groups(import.import, import.plan)?;
    let columns = manifest.columns();
    for problem in &mut groups {
        let words = words(&problem.kind);
        problem.title = match &words {
            Some(w) => w.title.into(),
            None => sentence_case(&problem.kind),
        };
        let key = ProblemKey { kind: problem.kind.clone(), column: problem.column };
        problem.accepted = manifest.handling.accepted.contains(&key);
        let group = Group {
            r,
            batch,
            manifest,
            column: problem.column.and_then(|c| columns.get(c as usize).copied()),
            problem,
            words: words.unwrap_or(Words { title: "", one: "case", many: "cases", unread: false }),
        };
        problem.fixes = group.fixes(key)?;
    }
    Ok(groups)
}

fn sentence_case(kind: &str) -> String {
    let text = kind.replace('_', " ");
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn fix(id: &str, title: String, consequence: String, revision: Option<ImportRevision>) -> ProblemFix {
    ProblemFix { id: id.into(), title, consequence, revision }
}

impl Group<'_> {
    fn fixes(&self, key: ProblemKey) -> Result<Vec<ProblemFix>, Failure> {
        let mut out = Vec::new();
        let (count, counted) = (self.problem.count, self.counted());
        match key.kind.as_str() {
            "phone_unparsed" => out.extend(self.regions()?),
            "date_order_open" => out.extend(self.orders()?),
            "sentinel" => out.extend(self.keep_sentinels()),
            "long_row" => {
                let (them, width) = (if count == 1 { "it" } else { "them" }, self.manifest.columns().len());
                let example = self.problem.message.split_once("columns (").map_or("", |(_, rest)| rest);
                let example =
                    example.split_once(" is left over").map_or(String::new(), |(e, _)| format!(", such as {e}"));
                let revision = ImportRevision { long_rows: Some(LongRows::DropExtra), ..ImportRevision::default() };
                out.push(fix(
                    "drop_extra",
                    format!("Drop the extra cells of {counted}"),
                    format!("The first {width} cells of {them} are read; what stands beyond{example} stays with the file only."),
                    Some(revision),
                ));
            }
            "short_row_misaligned" => {
                let revision = ImportRevision { short_rows: Some(ShortRows::Accept), ..ImportRevision::default() };
                out.push(fix(
                    "accept_short",
                    format!("Read {counted} as they stand"),
                    "The cells stay in the columns they stand in, and the missing ones at the end are taken as empty."
                        .into(),
                    Some(revision),
                ));
            }
            _ => {}
        }
        if self.words.unread {
            out.extend(self.unread(&counted));
            if self.column.is_some_and(|c| !c.choices.is_empty()) {
                out.push(fix(
                    "map_values",
                    "Say what each value means".into(),
                    "Each value that you replace is read as what you put there.".into(),
                    None,
                ));
            }
        }
        // A row that waits goes on waiting until somebody says how it is read.
        if !matches!(key.kind.as_str(), "long_row" | "short_row_misaligned" | "date_order_open") {
            out.push(if self.problem.accepted {
                let revision = ImportRevision { reopen: vec![key], ..ImportRevision::default() };
                fix("reopen", "Ask again".into(), "They are listed as open again.".into(), Some(revision))
            } else {
                let revision = ImportRevision { accept: vec![key], ..ImportRevision::default() };
                let title = format!("Accept {counted} as seen");
                fix("accept", title, "Nothing changes; they are not asked about again.".into(), Some(revision))
            });
        }
        Ok(out)
    }

    /// `12 phone numbers`
    fn counted(&self) -> String {
        let n = self.problem.count;
        format!("{n} {}", if n == 1 { self.words.one } else { self.words.many })
    }

    /// The column as it is, to be said more about.
    fn choice(&self) -> Option<ColumnChoice> {
        let column = self.column.filter(|c| c.status == ColumnStatus::Mapped)?;
        Some(ColumnChoice {
            column: column.index,
            status: ColumnStatus::Mapped,
            field: column.field.clone(),
            label: column.label.clone(),
            date_order: column.date_order,
            ..ColumnChoice::default()
        })
    }

    fn says(choice: ColumnChoice) -> Option<ImportRevision> {
        Some(ImportRevision { columns: vec![choice], ..ImportRevision::default() })
    }

    fn unread(&self, counted: &str) -> Vec<ProblemFix> {
        let Some(choice) = self.choice() else { return Vec::new() };
        let mut out = vec![fix(
            "leave_empty",
            format!("Leave {counted} empty"),
            "The field stays empty where the cell can't be read; a row that has nothing else to be known by stays out. The \
             cells stay with the file."
                .into(),
            Self::says(ColumnChoice { unread: Some(Unread::LeaveEmpty), ..choice.clone() }),
        )];
        let notes = matches!(
            self.manifest.row_entity,
            EntityType::Person
                | EntityType::Account
                | EntityType::Opportunity
                | EntityType::Task
                | EntityType::Interaction
        );
        if notes {
            let header = self.column.map_or("", |c| c.header.as_str());
            out.push(fix(
                "keep_in_notes",
                format!("Keep {counted} in the notes"),
                format!("The field stays empty; the notes get \"{header}: …\" with the text as received."),
                Self::says(ColumnChoice { unread: Some(Unread::KeepInNotes), ..choice }),
            ));
        }
        out
    }

    fn keep_sentinels(&self) -> Option<ProblemFix> {
        let kind =
            self.column.and_then(|c| FieldPath::parse(c.field.as_deref()?).ok()).and_then(|p| p.def).map(|d| d.kind);
        // Nobody's number is 0, and no date is the year 0.
        if matches!(kind, Some(FieldKind::Phone | FieldKind::Date | FieldKind::DateTime)) {
            return None;
        }
        let choice = ColumnChoice { keep_sentinels: Some(true), ..self.choice()? };
        let consequence = "What usually means \"nothing\" is read as a value in this column.".into();
        Some(fix("keep_sentinels", "They are values here".into(), consequence, Self::says(choice)))
    }

    /// The cells of the group's first rows in its column, as they are read.
    fn cells(&self) -> Result<Vec<String>, Failure> {
        let Some(column) = self.column.map(|c| c.index) else { return Ok(Vec::new()) };
        let corrected = |row: u64, c: &&CellCorrection| c.row_number == row && c.column == column;
        let mut out = Vec::new();
        for row in self.problem.rows.iter().take(LOOKED_AT) {
            if let Some(c) = self.manifest.handling.corrections.iter().find(|c| corrected(*row, c)) {
                out.push(c.value.clone());
                continue;
            }
            for stored in self.r.rows(self.batch.batch, *row, *row)? {
                let cells = understanding::parse_row(&stored.bytes, &self.batch.artifact.dialect);
                out.extend(cells.into_iter().nth(column as usize));
            }
        }
        Ok(out)
    }

    /// Regions under which most of the numbers looked at become valid.
    fn regions(&self) -> Result<Vec<ProblemFix>, Failure> {
        let cells = self.cells()?;
        let known = match &self.manifest.handling.region {
            Some(region) => vec![region.clone()],
            None => understanding::region_codes(self.manifest.phone_region.as_deref().unwrap_or_default()),
        };
        let numbers: Vec<&str> = cells
            .iter()
            .flat_map(|c| phone::split(c))
            .filter(|p| phone::looks_like(p) && !phone::is_international(p) && phone::read(p, &[], &known).is_none())
            .collect();
        let mut found: Vec<(usize, &str, String)> = Vec::new();
        for code in OFFERED.iter().filter(|code| !known.iter().any(|k| k == *code)) {
            let region = [(*code).to_owned()];
            let read: Vec<(&str, String)> =
                numbers.iter().filter_map(|n| Some((*n, phone::read(n, &[], &region)?.e164))).collect();
            if let Some((received, e164)) = read.first().filter(|_| read.len() * 2 > numbers.len()) {
                found.push((read.len(), code, format!("\"{received}\" becomes {e164}")));
            }
        }
        // Stable: of equals, the order above counts.
        found.sort_by_key(|(n, ..)| std::cmp::Reverse(*n));
        Ok(found
            .into_iter()
            .take(3)
            .map(|(n, code, example)| {
                let name = understanding::values::country::by_code(code).map_or(code, |c| c.name.as_str());
                let revision = ImportRevision { region: Some(code.into()), ..ImportRevision::default() };
                fix(
                    &format!("region:{code}"),
                    format!("Read them as numbers of {name}"),
                    format!(
                        "{example}; {n} of {} looked at become valid. Numbers of the whole file without a country code are \
                         then read as numbers of {name}.",
                        numbers.len()
                    ),
                    Some(revision),
                )
            })
            .collect())
    }

    /// Day first or month first, with what the first of them becomes.
    fn orders(&self) -> Result<Vec<ProblemFix>, Failure> {
        let Some(choice) = self.choice() else { return Ok(Vec::new()) };
        let cells = self.cells()?;
        let open = |c: &&String| date::parse(c).is_some_and(|m| m.hint() == date::OrderHint::Open);
        let example = cells.iter().find(open);
        let mut out = Vec::new();
        for (order, id, title) in [
            (DateOrder::Dmy, "date_order:DMY", "The day comes first"),
            (DateOrder::Mdy, "date_order:MDY", "The month comes first"),
        ] {
            let spoken =
                example.and_then(|c| Some((c, spoken_date(date::parse(c)?.date(Some(order), false)?.as_str())?)));
            let consequence = spoken.map_or_else(
                || format!("{} are read in this order.", self.counted()),
                |(cell, day)| format!("\"{}\" is {day}.", cell.trim()),
            );
            let choice = ColumnChoice { date_order: Some(order), ..choice.clone() };
            out.push(fix(id, title.into(), consequence, Self::says(choice)));
        }
        Ok(out)
    }
}

/// `2024-04-03` as `3 April 2024`.
fn spoken_date(iso: &str) -> Option<String> {
    use understanding::values::date::MONTHS;
    let (year, rest) = match iso.strip_prefix("--") {
        Some(rest) => (None, rest),
        None => iso.split_once('-').map(|(y, r)| (Some(y), r))?,
    };
    let (month, day) = rest.split_once('-')?;
    let month = MONTHS.get(month.parse::<usize>().ok()?.checked_sub(1)?)?;
    let day: u8 = day.get(..2)?.parse().ok()?;
    Some(year.map_or_else(|| format!("{day} {month}"), |y| format!("{day} {month} {y}")))
}

#[cfg(test)]
mod tests {
    use super::spoken_date;

    #[test]
    fn a_date_is_said_as_people_say_it() {
        assert_eq!(spoken_date("2024-04-03").as_deref(), Some("3 April 2024"));
        assert_eq!(spoken_date("--12-24").as_deref(), Some("24 December"));
        assert_eq!(spoken_date("2024-13-03"), None);
    }
}
