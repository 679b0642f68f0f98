//! Single cells against tables of what they must become: the canonical value, or the issue that asks a person.
//!
//! The tables lie in `tests/values/`. Every cell goes through the projection of a row, as it does in an import.
#![allow(clippy::unwrap_used)]

mod support;

use contracts::{ColumnStatus, DateOrder, EntityType, RowShape};
use serde_json::Value;
use support::{batch, understand};
use understanding::values::country;
use understanding::{Mapping, MappingContext, RowDraft};

/// The share of each table that must be right.
const WANTED: f64 = 0.99;

fn table(name: &str) -> Vec<csv::StringRecord> {
    let path = format!("{}/tests/values/{name}.csv", env!("CARGO_MANIFEST_DIR"));
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_path(path).unwrap();
    reader.records().map(|r| r.unwrap_or_else(|e| panic!("{name}: {e}"))).collect()
}

/// Compares a whole table and says which cells miss.
fn check(name: &str, read: impl Fn(&csv::StringRecord) -> String) {
    let rows = table(name);
    let misses: Vec<String> = rows
        .iter()
        .filter_map(|row| {
            let (got, wanted) = (read(row), row.iter().next_back().unwrap());
            (got != wanted).then(|| format!("{row:?} became {got:?}"))
        })
        .collect();
    let right = rows.len() - misses.len();
    println!("{name}: {right} of {} right", rows.len());
    misses.iter().for_each(|m| println!("  {m}"));
    assert!(right as f64 >= WANTED * rows.len() as f64, "{name}: {misses:#?}");
}

/// A row of a name and one cell, the cell mapped to a field.
fn project(cell: &str, field: &str, transform: Option<&str>, order: Option<DateOrder>, regions: &str) -> RowDraft {
    let mut columns = understand("x.csv", b"Id,Cell\n1,2\n").columns;
    let mapped = field.split_once('.').unwrap().1 == "full_name";
    let cells = [if mapped { String::new() } else { "Meera Rao".to_owned() }, cell.to_owned()];
    for (column, target) in columns.iter_mut().zip([if mapped { None } else { Some("person.full_name") }, Some(field)])
    {
        column.status = if target.is_some() { ColumnStatus::Mapped } else { ColumnStatus::Ignored };
        column.field = target.map(str::to_owned);
        column.transform = None;
        column.confidence = 1.0;
        column.date_order = None;
    }
    columns[1].transform = transform.map(str::to_owned);
    columns[1].date_order = order;
    let ctx = MappingContext {
        batch_id: batch(),
        source_system: "csv".into(),
        row_entity: EntityType::Person,
        phone_region: Some(regions.to_owned()),
    };
    Mapping::compile(&columns, ctx).unwrap().project(1, RowShape::Ok, &cells)
}

fn value<'a>(draft: &'a RowDraft, name: &str) -> Option<&'a Value> {
    draft.records.iter().flat_map(|r| &r.fields).find(|f| f.field == name).map(|f| &f.value)
}

fn issues(draft: &RowDraft) -> Vec<String> {
    draft.issues.iter().map(|i| format!("? {}", i.kind)).collect()
}

/// Items with a value, each with its label; or the issues.
fn list(draft: &RowDraft, name: &str) -> String {
    let items: Vec<String> = value(draft, name)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter(|i| i["value"] != "")
        .map(|i| match i["label"].as_str() {
            Some(label) => format!("{} {label}", i["value"].as_str().unwrap()),
            None => i["value"].as_str().unwrap().to_owned(),
        })
        .collect();
    [items, issues(draft)].concat().join(" | ")
}

#[test]
fn phones() {
    check("phones", |row| list(&project(&row[0], "person.phone[]", None, None, &row[1]), "phone"));
}

#[test]
fn emails() {
    check("emails", |row| list(&project(&row[0], "person.email[]", None, None, ""), "email"));
}

#[test]
fn dates() {
    check("dates", |row| {
        let order = match &row[1] {
            "DMY" => Some(DateOrder::Dmy),
            "MDY" => Some(DateOrder::Mdy),
            _ => None,
        };
        let draft = project(&row[0], "person.last_contacted_at", Some("date"), order, "");
        let found = value(&draft, "last_contacted_at").and_then(Value::as_str).map(|d| {
            // A day without a year, else the day of the moment.
            d.get(..10).unwrap_or(d).to_owned()
        });
        let yearless = project(&row[0], "person.birth_date", None, order, "");
        let found = found.or_else(|| value(&yearless, "birth_date").and_then(Value::as_str).map(str::to_owned));
        found.unwrap_or_else(|| issues(&draft).join(" | "))
    });
}

#[test]
fn money() {
    check("money", |row| {
        let comma = (&row[1] == "comma").then_some("money_comma");
        let shown = |v: &Value| match v["currency"].as_str() {
            Some(code) => format!("{} {code}", v["amount"].as_str().unwrap()),
            None => v["amount"].as_str().unwrap().to_owned(),
        };
        let draft = project(&row[0], "requirement.budget_max", comma, None, "");
        let (from, to) = (value(&draft, "budget_min").map(shown), value(&draft, "budget_max").map(shown));
        // One amount in a column of budgets is its upper end; `up to` says so itself.
        let upper = ["up", "below", "<"].iter().any(|w| row[0].starts_with(w));
        match (from, to) {
            (Some(from), Some(to)) => format!("{from} to {to}"),
            (Some(from), None) => format!("from {from}"),
            (None, Some(to)) if upper => format!("to {to}"),
            (None, Some(to)) => to,
            (None, None) => issues(&draft).join(" | "),
        }
    });
}

#[test]
fn names() {
    check("names", |row| {
        let draft = project(&row[0], "person.full_name", None, None, "IN");
        let text = |name: &str| value(&draft, name).and_then(Value::as_str).map(str::to_owned);
        let mut out: Vec<String> = text("full_name").into_iter().collect();
        for (said, field) in
            [("prefix", "prefix"), ("given", "given_name"), ("family", "family_name"), ("company", "company_name")]
        {
            out.extend(text(field).map(|t| format!("{said} {t}")));
        }
        let phones = value(&draft, "phone").and_then(Value::as_array).into_iter().flatten();
        out.extend(phones.map(|p| format!("phone {}", p["value"].as_str().unwrap())));
        out.extend(value(&draft, "email").and_then(|v| v[0]["value"].as_str()).map(|e| format!("email {e}")));
        out.extend(issues(&draft));
        out.join(" + ")
    });
}

#[test]
fn yes_and_no() {
    check("booleans", |row| {
        let draft = project(&row[0], "person.consent.email", None, None, "");
        value(&draft, "consent.email")
            .and_then(Value::as_bool)
            .map_or_else(|| issues(&draft).join(" | "), |b| b.to_string())
    });
}

#[test]
fn countries() {
    check("countries", |row| country::find(&row[0]).map_or_else(|| "?".to_owned(), |c| c.code.clone()));
}

#[test]
fn days_of_a_spreadsheet_s_calendar_are_read_where_the_column_holds_nothing_else() {
    let text = "Name,Email,Created At\nA,a@x.example,45123\nB,b@x.example,45124.5\nC,c@x.example,45200\n";
    let found = understand("x.csv", text.as_bytes());
    assert_eq!(found.columns[2].transform.as_deref(), Some("datetime_serial"));
    let drafts = support::drafts(&found, text.as_bytes());
    let days: Vec<&str> = drafts.iter().map(|d| value(d, "created_at").and_then(Value::as_str).unwrap()).collect();
    assert_eq!(days, ["2023-07-16T00:00:00", "2023-07-17T12:00:00", "2023-10-01T00:00:00"]);
    let mixed = text.replace("45124.5", "2023-10-02").replace("45200", "2023-10-03") + "D,d@x.example,2023-10-04\n";
    let found = understand("x.csv", mixed.as_bytes());
    let drafts = support::drafts(&found, mixed.as_bytes());
    assert_eq!(value(&drafts[0], "created_at"), None);
    assert_eq!(drafts[0].issues[0].kind, "date_serial");
}

#[test]
fn one_person_s_number_is_one_number_whatever_stands_beside_it() {
    let text = "Name,Cell Phone,Other Phone\nA. Rao,(408) 555-0108,91 9065522892\nA. Rao,+14085550108,9065522892\nB,+91 98300 12345,\nC,+91 98300 12346,\nD,+91 98300 12347,\n";
    let found = understand("x.csv", text.as_bytes());
    let drafts = support::drafts(&found, text.as_bytes());
    for draft in &drafts[..2] {
        assert!(list(draft, "phone").contains("+919065522892"), "{}", list(draft, "phone"));
    }
    assert_eq!(drafts[1].issues[0].kind, "phone_region_unsure");
}
