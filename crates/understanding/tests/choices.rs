//! What a person says about columns.
#![allow(clippy::unwrap_used)]

mod support;

use contracts::{ColumnChoice, ColumnStatus, DateOrder};
use serde_json::json;
use support::{rows, status, understand, with_columns};
use understanding::{UnderstandingError, apply_choices};

fn choice(column: u32, field: Option<&str>) -> ColumnChoice {
    let status = if field.is_some() { ColumnStatus::Mapped } else { ColumnStatus::Ignored };
    ColumnChoice { column, status, field: field.map(Into::into), ..ColumnChoice::default() }
}

const FILE: &str = "Name,Email,Birthday,Shoe,City\nA. Rao,a@x.example,03/04/1980,brown,Pune\nB. Sen,b@x.example,05/06/1981,black,Goa\n";

#[test]
fn answering_the_question_gives_the_dates() {
    let found = understand("x.csv", FILE.as_bytes());
    let answer = ColumnChoice { date_order: Some(DateOrder::Dmy), ..choice(2, Some("person.birth_date")) };
    let columns = apply_choices(&found.columns, &[answer]).unwrap();
    assert_eq!((columns[2].date_order, columns[2].question.as_deref()), (Some(DateOrder::Dmy), None));
    assert!(columns[2].by_person);
    let draft = with_columns(&found, &columns).project(1, found.row_index[0].shape, &rows(&found, FILE.as_bytes())[0]);
    let born = draft.records[0].fields.iter().find(|f| f.field == "birth_date").unwrap();
    assert_eq!(born.value, json!("1980-04-03"));
}

#[test]
fn a_custom_field_is_kept_as_text() {
    let found = understand("x.csv", FILE.as_bytes());
    let columns = apply_choices(&found.columns, &[choice(3, Some("custom.shoe"))]).unwrap();
    assert_eq!(columns[3].field.as_deref(), Some("person.custom.shoe"));
    let draft = with_columns(&found, &columns).project(1, found.row_index[0].shape, &rows(&found, FILE.as_bytes())[0]);
    let shoe = draft.records[0].fields.iter().find(|f| f.field == "custom.shoe").unwrap();
    assert_eq!((shoe.value.clone(), shoe.sources.len()), (json!("brown"), 1));
}

#[test]
fn a_field_of_one_value_moves_to_the_column_that_is_chosen() {
    let found = understand("x.csv", FILE.as_bytes());
    assert!(found.columns[0].field.as_deref() == Some("person.full_name"));
    let columns = apply_choices(&found.columns, &[choice(3, Some("person.full_name"))]).unwrap();
    assert_eq!((status(&columns[0]), status(&columns[3])), ("unresolved", "mapped"));
    assert!(columns[0].evidence.iter().any(|e| e.why.contains("Shoe")));
}

#[test]
fn earlier_choices_stay() {
    let found = understand("x.csv", FILE.as_bytes());
    let once = apply_choices(&found.columns, &[choice(3, None)]).unwrap();
    let twice = apply_choices(&once, &[choice(4, Some("requirement.city[]"))]).unwrap();
    assert_eq!(twice[3], once[3]);
    assert_eq!(twice[4].transform.as_deref(), Some("split"));
    assert_eq!(apply_choices(&found.columns, &[]).unwrap(), found.columns, "no choice changes nothing");
}

#[test]
fn an_address_chosen_by_hand_joins_the_address() {
    let found = understand("x.csv", FILE.as_bytes());
    let columns = apply_choices(&found.columns, &[choice(3, Some("person.address[].street"))]).unwrap();
    assert_eq!(columns[3].slot, columns[4].slot);
}

#[test]
fn choices_that_make_no_sense_are_refused_by_name() {
    let found = understand("x.csv", FILE.as_bytes());
    let refuse = |c: ColumnChoice| apply_choices(&found.columns, &[c]).expect_err("a refusal").to_string();
    assert!(refuse(choice(9, Some("person.notes"))).contains("has 5"));
    let unknown = refuse(choice(3, Some("person.shoe_size")));
    assert!(unknown.contains("Shoe") && unknown.contains("person.shoe_size"), "{unknown}");
    let unnamed = ColumnChoice { status: ColumnStatus::Mapped, ..choice(3, None) };
    assert!(matches!(apply_choices(&found.columns, &[unnamed]), Err(UnderstandingError::BadColumn { column: 3, .. })));
}
