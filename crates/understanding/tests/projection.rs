//! Rows to drafts: records, links, sources, issues, outcomes.
#![allow(clippy::unwrap_used)]

mod support;

use contracts::{EntityType, ProposedField};
use serde_json::{Value, json};
use support::{drafts, understand};
use understanding::{DraftRecord, RowDraft, RowOutcome};

/// Drafts of a small file.
fn read(text: &str) -> Vec<RowDraft> {
    drafts(&understand("x.csv", text.as_bytes()), text.as_bytes())
}

fn record(draft: &RowDraft, entity: EntityType) -> &DraftRecord {
    draft.records.iter().find(|r| r.entity == entity).unwrap_or_else(|| panic!("no {entity} in {draft:?}"))
}

fn field<'a>(draft: &'a RowDraft, entity: EntityType, name: &str) -> &'a ProposedField {
    let fields = &record(draft, entity).fields;
    fields.iter().find(|f| f.field == name).unwrap_or_else(|| panic!("no {name} in {fields:?}"))
}

fn person<'a>(draft: &'a RowDraft, name: &str) -> &'a Value {
    &field(draft, EntityType::Person, name).value
}

fn has(draft: &RowDraft, entity: EntityType, name: &str) -> bool {
    draft.records.iter().any(|r| r.entity == entity && r.fields.iter().any(|f| f.field == name))
}

fn issues(draft: &RowDraft) -> Vec<&str> {
    draft.issues.iter().map(|i| i.kind.as_str()).collect()
}

#[test]
fn a_full_name_is_composed_from_its_cells_and_never_taken_apart() {
    let d = &read("Salutation,First Name,Middle Name,Last Name,Email\nDr.,meera,K.,RAO,m@x.example\n")[0];
    let name = field(d, EntityType::Person, "full_name");
    assert_eq!(name.value, json!("meera K. RAO"));
    assert_eq!(
        name.sources.iter().map(|s| (s.column, s.transform.as_str())).collect::<Vec<_>>(),
        [(1, "compose_name"), (2, "compose_name"), (3, "compose_name")]
    );
    let d = &read("Name,Email\nMeera K. Rao,m@x.example\n")[0];
    assert!(!has(d, EntityType::Person, "given_name"));
}

#[test]
fn a_company_in_a_persons_row_is_a_record_of_its_own() {
    let d = &read(
        "Name,Email,Company,Company Website\nMeera Rao,m@x.example,Vireo Capital,https://vireo.example\nA,a@x.example,,https://none.example\n",
    );
    let account = record(&d[0], EntityType::Account);
    assert_eq!(account.link, Some("works_at"));
    assert_eq!(field(&d[0], EntityType::Account, "name").value, json!("Vireo Capital"));
    assert_eq!(person(&d[0], "company_name"), &json!("Vireo Capital"));
    assert_eq!(field(&d[0], EntityType::Account, "website").value[0]["value"], json!("https://vireo.example"));
    assert!(d[1].records.iter().all(|r| r.entity != EntityType::Account), "no name, no account");
}

#[test]
fn spouse_brief_and_interest_become_linked_records() {
    let d = &read(
        "Name,Email,Spouse First Name,Spouse Phone,Budget,BHK,Project\nMeera Rao,m@x.example,Arun,+91 98300 12345,1.5-2 Cr,3 BHK,Solenne Tower\n",
    )[0];
    assert_eq!(record(d, EntityType::Household).link, Some("household_of"));
    assert_eq!(record(d, EntityType::Requirement).link, Some("requirement_of"));
    assert_eq!(record(d, EntityType::Interest).link, Some("interest_of"));
    assert_eq!(field(d, EntityType::Household, "spouse.phone").value["value"], json!("+919830012345"));
    assert_eq!(field(d, EntityType::Requirement, "budget_min").value["amount"], json!("15000000"));
    assert_eq!(
        field(d, EntityType::Requirement, "budget_max").value,
        json!({"amount": "20000000", "currency": "INR", "received": "1.5-2 Cr"})
    );
    assert_eq!(field(d, EntityType::Requirement, "bedrooms_min").value, json!("3"));
    assert_eq!(field(d, EntityType::Interest, "property.project").value, json!("Solenne Tower"));
}

#[test]
fn an_amount_takes_the_currency_of_its_own_column() {
    let text = "Deal Name,Deal Stage,Amount,Currency,Close Date,Account Name\nTower 3,Won,90000000.50,aed,2024-05-01,Vireo Capital\n";
    let d = &read(text)[0];
    let amount = field(d, EntityType::Opportunity, "amount");
    assert_eq!(amount.value, json!({"amount": "90000000.50", "currency": "AED", "received": "90000000.50"}));
    assert_eq!(amount.sources.len(), 2);
    assert_eq!(record(d, EntityType::Account).link, Some("account_of"));
}

#[test]
fn the_header_may_state_the_unit() {
    let d = &read("Name,Email,Budget (Cr)\nA,a@x.example,1.5\nB,b@x.example,12500000\n");
    assert_eq!(field(&d[0], EntityType::Requirement, "budget_max").value["amount"], json!("15000000"));
    assert_eq!(field(&d[1], EntityType::Requirement, "budget_max").value["amount"], json!("12500000"));
    assert_eq!(field(&d[1], EntityType::Requirement, "budget_max").value["currency"], json!("INR"));
}

#[test]
fn contact_lists_have_one_source_each_and_one_main_value() {
    let text = "Name,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value\nA. Rao,Home,a@x.example ::: b@X.Example,* Work,c@x.example\n";
    let emails = read(text);
    let emails = field(&emails[0], EntityType::Person, "email");
    let items = emails.value.as_array().unwrap();
    let of = |k: &str| items.iter().map(|i| i[k].clone()).collect::<Vec<_>>();
    assert_eq!(of("value"), ["a@x.example", "b@x.example", "c@x.example"]);
    assert_eq!(items[1]["received"], json!("b@X.Example"));
    assert_eq!(of("label"), ["home", "home", "work"]);
    assert_eq!(of("is_primary"), [false, false, true]);
    assert_eq!(emails.sources.iter().map(|s| s.column).collect::<Vec<_>>(), [2, 2, 4]);
}

#[test]
fn addresses_of_different_slots_stay_apart() {
    let text = "Name,Email,MailingStreet,MailingCity,MailingCountry,OtherCity,OtherStreet\nA. Rao,a@x.example,1 Park St,Kolkata,India,Dubai,2 Bay Lane\n";
    let drafts = read(text);
    let address = field(&drafts[0], EntityType::Person, "address");
    let items = address.value.as_array().unwrap();
    assert_eq!(items.len(), 2);
    assert_eq!(
        (&items[0]["label"], &items[0]["city"], &items[0]["country"]),
        (&json!("mailing"), &json!("Kolkata"), &json!("India"))
    );
    assert_eq!((&items[1]["label"], &items[1]["street"]), (&json!("other"), &json!("2 Bay Lane")));
    assert_eq!(address.sources.iter().map(|s| s.column).collect::<Vec<_>>(), [2, 5, 3, 4, 6]);
}

#[test]
fn whom_a_deal_is_with_is_told_by_id_and_is_nobody_new() {
    let text = "Deal ID,Title,Stage,Amount,Contact ID,AccountId\n\
                D1,Sky Villa 12,Negotiation,12500000,C1,A1\nD2,Palm Loft 3,Won,8200000,C1; C2,\n\
                D3,Palm Loft 9,Open,8900000,,A1\nD4,Quayside 1,Open,8100000,C2,A2\n";
    let found = understand("deals.csv", text.as_bytes());
    assert_eq!(found.row_entity, EntityType::Opportunity);
    let fields: Vec<Option<&str>> = found.columns[4..].iter().map(|c| c.field.as_deref()).collect();
    assert_eq!(fields, [Some("person.external_id"), Some("account.external_id")]);
    let read = drafts(&found, text.as_bytes());
    let meant = |row: usize, entity: EntityType| {
        let record = read[row].records.iter().find(|r| r.entity == entity && r.is_reference())?;
        let ids = record.fields[0].value.as_array().unwrap().iter().map(|i| i["value"].as_str().unwrap().to_owned());
        Some(ids.collect::<Vec<_>>())
    };
    assert_eq!(meant(0, EntityType::Person), Some(vec!["C1".into()]));
    assert_eq!(meant(1, EntityType::Person), Some(vec!["C1".into(), "C2".into()]));
    assert_eq!(meant(1, EntityType::Account), None);
    assert_eq!(meant(2, EntityType::Account), Some(vec!["A1".into()]));
    assert!(!read[0].records[0].is_reference(), "the deal itself");
    assert!(read.iter().all(|d| d.issues.is_empty()));
    let client = "Full Name,Email,Deal ID,Deal Stage\nRina Sen,r@x.example,D1,Won\nOmar Haddad,o@x.example,D2,\n";
    let mut found = understand("clients.csv", client.as_bytes());
    for (column, field) in [(2, "opportunity.external_id"), (3, "opportunity.stage")] {
        found.columns[column].status = contracts::ColumnStatus::Mapped;
        found.columns[column].field = Some(field.into());
        found.columns[column].transform = Some("text".into());
    }
    assert_eq!(found.row_entity, EntityType::Person);
    let read = drafts(&found, client.as_bytes());
    let told: Vec<bool> = read.iter().map(|d| record(d, EntityType::Opportunity).is_reference()).collect();
    assert_eq!(told, [false, true], "a deal with a stage is told, an id alone means one");
    let named =
        read_named("Deal Name,Amount,Contact ID,Client Name,Client Email\nVilla,900000,C1,Rina Sen,r@x.example\n");
    assert!(named.records.iter().all(|r| !r.is_reference()), "a name and a mailbox are more than an id");
}

/// The first row of a list of deals.
fn read_named(text: &str) -> RowDraft {
    let mut found = understand("deals.csv", text.as_bytes());
    found.columns[2].status = contracts::ColumnStatus::Mapped;
    found.columns[2].field = Some("person.external_id".into());
    found.columns[2].transform = Some("external_id".into());
    drafts(&found, text.as_bytes()).remove(0)
}

#[test]
fn doubtful_cells_are_kept_as_issues_not_as_values() {
    let text = "Name,Email,Phone,Birthday,Tags\nA. Rao,not an address,call me,sometime,* myContacts ::: VIP\nB. Sen,b@x.example,+91 98300 12345,0000-00-00,VIP\nC. Das,c@x.example,+91 98300 12346,1980-02-03,\nD,d@x.example,+91 98300 12347,1980-02-03,\n";
    let d = read(text);
    assert_eq!(issues(&d[0]), ["email_invalid", "phone_unparsed", "date_unparsed", "system_group"]);
    assert!(!has(&d[0], EntityType::Person, "email") && !has(&d[0], EntityType::Person, "birth_date"));
    let phone = field(&d[0], EntityType::Person, "phone");
    assert_eq!((&phone.value[0]["value"], &phone.value[0]["received"]), (&json!(""), &json!("call me")));
    assert!(phone.confidence < 0.5);
    assert_eq!(person(&d[0], "tags"), &json!(["VIP"]));
    assert_eq!(issues(&d[1]), ["sentinel"]);
}

#[test]
fn hidden_characters_are_noted() {
    let d = &read("Name,Email\nMeera\u{200b} Rao,m@x.example\n")[0];
    assert_eq!(person(d, "full_name"), &json!("Meera Rao"));
    assert_eq!(issues(d), ["hidden_characters"]);
}

#[test]
fn opt_outs_are_turned_round() {
    let d = &read("Name,Email,Email Opt-out,SMS Consent\nA. Rao,a@x.example,true,yes\n")[0];
    assert_eq!((person(d, "consent.email"), person(d, "consent.sms")), (&json!(false), &json!(true)));
}

#[test]
fn rows_that_name_nobody_are_rejected_with_a_reason() {
    let d = read("Id,Name,Email,Phone,Status\n1,,,,New\n2,NULL,-,0,New\n,,,,New\n4,A. Rao,,,New\n");
    let reason = |i: usize| match &d[i].outcome {
        RowOutcome::Reject(why) => why.clone(),
        other => panic!("{other:?}"),
    };
    assert!(reason(0).starts_with("Names nobody: it has an id"));
    assert!(reason(1).starts_with("Names nobody"));
    assert!(reason(2).contains("no name, e-mail, phone or id"));
    assert_eq!(d[3].outcome, RowOutcome::Usable);
}

#[test]
fn long_rows_are_held_unless_nothing_is_left_over() {
    let d = read("Name,Email,City\nA. Rao,a@x.example,Pune,x\nB. Sen,b@x.example,Pune,\nC. Das,c@x.example,Goa\n");
    assert!(
        matches!(&d[0].outcome, RowOutcome::Hold(why) if why.starts_with("More cells than the header: 4 instead of 3"))
    );
    assert_eq!((&d[1].outcome, &d[2].outcome), (&RowOutcome::Usable, &RowOutcome::Usable));
}

#[test]
fn short_rows_are_used_where_their_cells_line_up() {
    let text = "Name,Email,Phone,City,Created At\nA. Rao,a@x.example,+91 98300 12345,Goa,2024-01-01\nB. Sen,b@x.example,+91 98300 12346\nC. Das,+91 98300 12347,Goa,2024-01-01\n";
    let d = read(text);
    assert_eq!((&d[1].outcome, issues(&d[1])), (&RowOutcome::Usable, vec!["short_row"]));
    assert!(matches!(&d[2].outcome, RowOutcome::Hold(why) if why.contains("do not line up")), "{:?}", d[2].outcome);
}

#[test]
fn ambiguous_dates_are_held_out_until_the_question_is_answered() {
    let text = "Name,Email,Birthday\nA,a@x.example,03/04/1980\nB,b@x.example,05/05/1981\nC,c@x.example,07/08/1982\n";
    let found = understand("x.csv", text.as_bytes());
    let birthday = &found.columns[2];
    assert_eq!(birthday.date_order, None);
    assert!(birthday.question.as_deref().unwrap().starts_with("Is 03/04/1980 the 3 April or the 4 March?"));
    let d = read(text);
    assert_eq!(issues(&d[0]), ["date_order_open"]);
    assert_eq!(person(&d[1], "birth_date"), &json!("1981-05-05"), "5 May either way");
}

#[test]
fn a_deals_client_with_a_phone_is_a_person_of_that_name() {
    let d = &read(
        "Deal ID,Deal Name,Deal Value (AED),Expected Closing Date,Client Name,Client Email,Client Mobile\n\
         D-1,Marina flat,900000,2026-03-01,Meera Rao,meera@rao.example,+971 50 000 1000\n",
    )[0];
    assert_eq!(d.records[0].entity, EntityType::Opportunity);
    assert_eq!(record(d, EntityType::Person).link, Some("contact_of"));
    assert_eq!(person(d, "full_name"), &json!("Meera Rao"));
    assert_eq!(person(d, "email")[0]["value"], json!("meera@rao.example"));
    assert_eq!(field(d, EntityType::Opportunity, "contact").value, json!("Meera Rao"));
}

#[test]
fn a_call_without_a_title_is_called_after_what_was_said_or_whom_it_was_with() {
    let drafts = read(
        "Call ID,Call Direction,Customer Name,Customer Number,Call Duration (sec),Recording URL,Call Notes\n\
         c-1,Inbound,Meera Rao,+91 98300 10001,35,https://calls.example/1.mp3,Wants a second visit\n\
         c-2,Outbound,Kabir Gill,+91 98300 10002,12,https://calls.example/2.mp3,\n",
    );
    let titles: Vec<&Value> = drafts.iter().map(|d| &field(d, EntityType::Task, "title").value).collect();
    assert_eq!(titles, [&json!("Wants a second visit"), &json!("Kabir Gill")]);
}
