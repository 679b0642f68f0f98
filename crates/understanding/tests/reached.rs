//! Whoever a deal, a task or a call is with: the name and the number or mailbox beside it in one cell.
#![allow(clippy::unwrap_used)]

mod support;

use contracts::{ColumnChoice, ColumnStatus, EntityType};
use serde_json::{Value, json};
use support::{drafts, understand};
use understanding::{RowDraft, apply_choices};

/// The drafts of a file whose rows are such records, with a field for each column as a person chose it.
fn read(text: &str, row_entity: EntityType, fields: &[&str]) -> Vec<RowDraft> {
    let mut found = understand("rows.csv", text.as_bytes());
    let choices: Vec<ColumnChoice> = (0..)
        .zip(fields)
        .map(|(column, field)| ColumnChoice {
            column,
            status: ColumnStatus::Mapped,
            field: Some((*field).to_owned()),
            ..ColumnChoice::default()
        })
        .collect();
    found.columns = apply_choices(&found.columns, &choices).unwrap();
    found.row_entity = row_entity;
    found.phone_region = Some("IN".into());
    drafts(&found, text.as_bytes())
}

fn value<'a>(draft: &'a RowDraft, entity: EntityType, field: &str) -> Option<&'a Value> {
    let record = draft.records.iter().find(|r| r.entity == entity)?;
    record.fields.iter().find(|f| f.field == field).map(|f| &f.value)
}

#[test]
fn a_task_with_a_name_and_its_mailbox_is_the_persons() {
    let file = "Task,Associated contact\nSend brochure,Rosalind Brockbank (rosalind@brockbank.example)\n";
    let draft = &read(file, EntityType::Task, &["task.title", "task.contact"])[0];
    assert_eq!(value(draft, EntityType::Task, "contact"), Some(&json!("Rosalind Brockbank")));
    assert_eq!(value(draft, EntityType::Person, "full_name"), Some(&json!("Rosalind Brockbank")));
    let mail = value(draft, EntityType::Person, "email").unwrap();
    assert_eq!(mail[0]["value"], json!("rosalind@brockbank.example"));
    let source = &draft.records.iter().find(|r| r.entity == EntityType::Person).unwrap().fields;
    assert!(source.iter().all(|f| f.sources.iter().all(|s| s.column == 1)), "each value names its cell: {source:?}");
}

#[test]
fn a_call_with_a_name_and_its_number_is_the_persons_and_a_family_name_first_is_no_list() {
    let file = "When,With\n2026-03-02,Nandini Bajaj 98300 00520\n2026-03-03,\"Keller, Norbert\"\n2026-03-04,\"Asha Rao, Vikram Jain\"\n";
    let drafts = read(file, EntityType::Interaction, &["interaction.at", "interaction.participant"]);
    assert_eq!(value(&drafts[0], EntityType::Interaction, "participant"), Some(&json!(["Nandini Bajaj"])));
    assert_eq!(value(&drafts[0], EntityType::Person, "full_name"), Some(&json!("Nandini Bajaj")));
    assert_eq!(value(&drafts[0], EntityType::Person, "phone").unwrap()[0]["value"], json!("+919830000520"));
    assert_eq!(value(&drafts[1], EntityType::Interaction, "participant"), Some(&json!(["Keller, Norbert"])));
    assert_eq!(value(&drafts[2], EntityType::Interaction, "participant").unwrap().as_array().unwrap().len(), 2);
}

#[test]
fn the_title_of_a_deals_contact_is_told_from_the_persons_name() {
    let file = "Deal,Client,Mobile\nTower A,Mr Rajesh Kulkarni,98300 12345\n";
    let draft = &read(file, EntityType::Opportunity, &["opportunity.name", "opportunity.contact", "person.phone"])[0];
    assert_eq!(value(draft, EntityType::Person, "full_name"), Some(&json!("Rajesh Kulkarni")));
    assert_eq!(value(draft, EntityType::Person, "prefix"), Some(&json!("Mr")));
}

#[test]
fn a_book_of_customers_calls_firms_and_people_as_they_stand_in_its_one_column_of_names() {
    let file = "Contact,First,Last\nHighfield Realty Ltd,Tobias,Hathaway\nKit Carmichael,Kit,Carmichael\nIvybank Capital Ltd,,\n";
    let fields = ["person.full_name", "person.given_name", "person.family_name"];
    let drafts = read(file, EntityType::Account, &fields);
    for (draft, account, person) in
        [(&drafts[0], "Highfield Realty Ltd", "Tobias Hathaway"), (&drafts[1], "Kit Carmichael", "Kit Carmichael")]
    {
        assert_eq!(value(draft, EntityType::Account, "name"), Some(&json!(account)));
        assert_eq!(value(draft, EntityType::Person, "full_name"), Some(&json!(person)));
    }
    assert_eq!(value(&drafts[2], EntityType::Account, "name"), Some(&json!("Ivybank Capital Ltd")));
    assert!(drafts[2].records.iter().all(|r| r.entity != EntityType::Person), "a firm alone is no person");
}
