//! Values that say what a column is, against what stands above it; and what a list of few columns is about.
#![allow(clippy::unwrap_used)]

mod support;

use contracts::EntityType;
use support::{drafts, understand};
use understanding::RowOutcome;

/// The field of a column by its header; `-` where it has none.
fn field(csv: &str, header: &str) -> String {
    let found = understand("x.csv", csv.as_bytes());
    let column = found.columns.iter().find(|c| c.header == header).unwrap();
    column.field.clone().unwrap_or_else(|| "-".into())
}

/// A list of people with one more column, whose values come again.
fn people(header: &str, values: &[&str]) -> String {
    let mut out = format!("Full Name,Email,Budget,{header}\n");
    for i in 0..24 {
        let value = values[i % values.len()];
        out += &format!("Meera Rao{},p{i}@mail.example,{},\"{value}\"\n", ["", " Iyer", " Gill"][i % 3], 500_000 + i);
    }
    out
}

#[test]
fn how_warm_a_lead_is_shows_in_the_values() {
    assert_eq!(field(&people("Category", &["Hot", "Warm", "Cold"]), "Category"), "person.rating");
    assert_eq!(field(&people("Category", &["Investor", "Owner", "Tenant"]), "Category"), "person.tags[]");
}

#[test]
fn ways_to_get_in_touch_are_no_stage_and_video_calls_no_place() {
    assert_eq!(field(&people("Lead Type", &["Call", "WhatsApp", "Email"]), "Lead Type"), "-");
    assert_eq!(field(&people("Location", &["Google Meet", "Office, Mill Lane"]), "Location"), "-");
}

#[test]
fn the_first_line_of_a_letter_is_no_title() {
    let csv = people("Salutation", &["Dear Meera", "Dear Mr Gill"]);
    assert_eq!(field(&csv, "Salutation"), "-");
    assert_eq!(field(&people("Salutation", &["Mr", "Mrs"]), "Salutation"), "person.prefix");
}

#[test]
fn a_street_and_a_way_to_be_found_share_a_word() {
    assert_eq!(field(&people("Via", &["Via Roma 4", "Corso Italia 12"]), "Via"), "person.address[].street");
    assert_eq!(field(&people("Via", &["Walk-in", "Portal"]), "Via"), "person.lead_source");
}

#[test]
fn titles_in_two_columns_are_put_together() {
    let csv = "Anrede,Akad. Titel,Vorname,Nachname,E-Mail\nHerr,Dr.,Jonas,Vogt,j@mail.example\nFrau,,Anke,Seyfarth,a@mail.example\n";
    let read = drafts(&understand("x.csv", csv.as_bytes()), csv.as_bytes());
    let prefix = |row: usize| {
        let of = read[row].records[0].fields.iter().find(|f| f.field == "prefix");
        of.map(|f| f.value.as_str().unwrap().to_owned())
    };
    assert_eq!((prefix(0).as_deref(), prefix(1).as_deref()), (Some("Herr Dr."), Some("Frau")));
}

#[test]
fn a_deal_without_a_title_is_called_by_its_property_and_client() {
    let csv = "Property,Client Name,List Price,Contract Price,Closing Date,GCI,Agent\n\
               23 Summit Drive,Bridget Marlow,\"$725,000\",\"$695,000\",12/21/2024,\"$9,000\",Heidi F.\n\
               25 Willow Way,Noelle Ashdown,\"$930,000\",\"$655,000\",3/27/2025,\"$8,000\",Heidi F.\n";
    let found = understand("closings.csv", csv.as_bytes());
    assert_eq!(found.row_entity, EntityType::Opportunity);
    let read = drafts(&found, csv.as_bytes());
    assert_eq!(read[0].outcome, RowOutcome::Usable);
    let name = read[0].records[0].fields.iter().find(|f| f.field == "name").unwrap();
    assert_eq!(name.value, "23 Summit Drive - Bridget Marlow");
}

#[test]
fn a_closing_in_a_clients_row_is_a_deal_called_by_the_property_or_the_client() {
    let csv = "First Name,Last Name,Email,Property Address,Closed on\n\
               Bridget,Marlow,b@mail.example,23 Summit Drive,12/21/2024\n\
               Noelle,Ashdown,n@mail.example,,3/27/2025\n\
               Piers,Ashdown,p@mail.example,4 Willow Way,\n";
    let mut found = understand("clients.csv", csv.as_bytes());
    found.columns[4].status = contracts::ColumnStatus::Mapped;
    found.columns[4].field = Some("opportunity.won_at".into());
    found.columns[4].transform = Some("date".into());
    let read = drafts(&found, csv.as_bytes());
    let deal = |row: usize| {
        let record = read[row].records.iter().find(|r| r.entity == EntityType::Opportunity)?;
        let text = |name: &str| record.fields.iter().find(|f| f.field == name).map(|f| f.value.as_str().unwrap());
        Some((text("name")?, text("won_at")?))
    };
    assert_eq!(deal(0), Some(("23 Summit Drive - Bridget Marlow", "2024-12-21T00:00:00")));
    assert_eq!(deal(1), Some(("Noelle Ashdown", "2025-03-27T00:00:00")));
    assert_eq!(deal(2), None, "nothing was closed");
    assert!(read.iter().flat_map(|d| &d.issues).all(|i| i.kind != "record_unnamed"));
}

#[test]
fn a_field_that_two_columns_say_alike_has_both_as_its_source() {
    let csv = "Full Name,Email,Last activity at,Last activity date\n\
               Meera Rao,m@mail.example,2026-03-04,2026-03-04\nFarhan Syed,f@mail.example,2026-03-04,2026-03-05\n";
    let mut found = understand("x.csv", csv.as_bytes());
    for column in found.columns.iter_mut().skip(2) {
        column.status = contracts::ColumnStatus::Mapped;
        column.field = Some("person.last_activity_at".into());
        column.transform = Some("date".into());
    }
    let read = drafts(&found, csv.as_bytes());
    let sources = |row: usize| {
        let of = read[row].records[0].fields.iter().find(|f| f.field == "last_activity_at").unwrap();
        of.sources.iter().map(|s| s.column).collect::<Vec<_>>()
    };
    assert_eq!(sources(0), [2, 3]);
    assert_eq!(sources(1), [2]);
    assert!(read[0].issues.is_empty(), "{:?}", read[0].issues);
    assert_eq!(read[1].issues[0].kind, "second_value");
}

#[test]
fn rows_that_name_a_firm_and_nobody_in_it_are_companies() {
    let firms = ["Trattoria Sartori S.r.l.", "Hotel Morandi S.r.l.", "Hotel Negri & Figli", "Caffè Castelli S.r.l."];
    let sheet = |header: &str, more: &dyn Fn(usize) -> String| {
        let rows: String = firms.iter().enumerate().map(|(i, f)| format!("C00{i},{f},{}\n", more(i))).collect();
        understand("clienti.csv", format!("client_id,ragione_sociale,{header}\n{rows}").as_bytes()).row_entity
    };
    assert_eq!(sheet("indirizzo,citta", &|i| format!("Via Roma {i},Firenze")), EntityType::Account);
    assert_eq!(sheet("telefono,citta", &|i| format!("+39 055 000{i}11,Firenze")), EntityType::Person);
    assert_eq!(sheet("nome,cognome", &|i| format!("Marta,Galimberti{i}")), EntityType::Person);
}

#[test]
fn few_columns_tell_tasks_and_suppliers_in_any_language() {
    let kind = |header: &str, row: &dyn Fn(usize) -> String| {
        let body: String = (0..12).map(|i| row(i) + "\n").collect();
        understand("export.csv", format!("{header}\n{body}").as_bytes()).row_entity
    };
    let task = |i: usize| format!("Call about offer {i},Meera Rao,2026-05-{:02},Luz", i + 1);
    assert_eq!(kind("Taak,Klant,Deadline,Wie", &task), EntityType::Task);
    assert_eq!(kind("Zadanie,Klient,Termin,Opiekun", &task), EntityType::Task);
    let firm = |i: usize| {
        format!(
            "Kestrel {} Ltd,plumbing,Anke Seyfarth,+4917139200{:02}",
            ["Foods", "Labs", "Mills", "Kilns", "Rope", "Looms", "Cloth", "Seeds", "Tools", "Nets", "Oars", "Sails"][i],
            i + 10
        )
    };
    assert_eq!(kind("Firma,Gewerk,Ansprechpartner,Telefon", &firm), EntityType::Account);
}

#[test]
fn a_prefix_that_all_headers_share_says_nothing() {
    let mut csv = "Zzz - Name,Zzz - Email,Zzz - Mobile,Zzz - City,Zzz - Notes\n".to_owned();
    for i in 0..12 {
        csv += &format!("Meera Rao {i},p{i}@mail.example,+9198300123{i:02},Pune,likes a garden and a view\n");
    }
    assert_eq!(field(&csv, "Zzz - Name"), "person.full_name");
    assert_eq!(field(&csv, "Zzz - City"), "person.address[].city");
}

#[test]
fn open_columns_are_told_by_values_that_nothing_else_has() {
    let csv = people("Now please tell us your plan", &["Selling", "Buying", "Both"]);
    assert_eq!(field(&csv, "Now please tell us your plan"), "requirement.purpose");
    let numbered = |header: &str, value: &dyn Fn(usize) -> String| {
        let body: String = (0..12).map(|i| format!("Meera Rao,p{i}@mail.example,{}\n", value(i))).collect();
        field(&format!("Full Name,Email,{header}\n{body}"), header)
    };
    assert_eq!(numbered("Nimbus ID", &|i| format!("{}", 118_220_341 + i * 84)), "person.external_id");
    assert_eq!(
        numbered("(Leave alone)", &|i| format!("8cdf6e7f-f4c3-b9d7-2067-243be02ea2{i:02}")),
        "person.external_id"
    );
    assert_eq!(numbered("Session ID", &|i| format!("{}", 118_220_341 + i * 84)), "-");
    assert_eq!(numbered("Passport No", &|i| format!("K44102{i:02}")), "-");
    assert_eq!(numbered("Number", &|i| format!("0943000{:04}", 1732 + i)), "person.phone[]");
}

#[test]
fn values_stand_against_a_header_that_means_something_else_here() {
    assert_eq!(field(&people("Residency", &["Resident", "Non-resident"]), "Residency"), "-");
    assert_eq!(field(&people("Position", &["FTB", "cash", "SSTC"]), "Position"), "-");
    assert_eq!(field(&people("Position", &["Partner", "Clerk", "Surgeon"]), "Position"), "person.job_title");
    assert_eq!(field(&people("PA email", &["a@mail.example", "b@mail.example"]), "PA email"), "-");
    let born: String =
        (0..12).map(|i| format!("Meera Rao {i},p{i}@mail.example,{:02}/06/19{}\n", i + 13, 60 + i)).collect();
    assert_eq!(field(&format!("Nome,Email,Aniversário\n{born}"), "Aniversário"), "person.birth_date");
}

#[test]
fn a_letter_is_a_title_where_others_of_the_column_show_it() {
    let prefix = |csv: &str| {
        let read = drafts(&understand("x.csv", csv.as_bytes()), csv.as_bytes());
        let of = read[0].records[0].fields.iter().find(|f| f.field == "prefix");
        of.map(|f| f.value.as_str().unwrap().to_owned())
    };
    let beside = "Nom complet,E-mail\nM. Jean Lefort,a@mail.example\nMme Anne Lefort,b@mail.example\n";
    let alone = "Full Name,E-mail\nM. Night Lefort,a@mail.example\nAnne Lefort,b@mail.example\n";
    assert_eq!((prefix(beside).as_deref(), prefix(alone)), (Some("M."), None));
}

#[test]
fn birthdays_without_a_year_are_read_in_the_order_that_they_show() {
    let birth = |values: [&str; 4]| {
        let rows: String =
            values.iter().enumerate().map(|(i, v)| format!("Meera Rao {i},p{i}@mail.example,{v}\n")).collect();
        let csv = format!("Full Name,Email,Birthday\n{rows}");
        let read = drafts(&understand("x.csv", csv.as_bytes()), csv.as_bytes());
        let of = read[0].records[0].fields.iter().find(|f| f.field == "birth_date");
        of.map(|f| f.value.as_str().unwrap().to_owned())
    };
    assert_eq!(birth(["08/05", "12/26", "01/22", "03/04"]).as_deref(), Some("--08-05"));
    assert_eq!(birth(["08/05", "26/12", "22/01", "03/04"]).as_deref(), Some("--05-08"));
    assert_eq!(birth(["08/05", "06/12", "02/01", "03/04"]), None);
}

#[test]
fn a_second_column_of_one_field_is_said_and_not_dropped() {
    let csv = "Full Name,Email,Unit,Price,Valued at\nMeera Rao,m@mail.example,A-12,500000,450000\n";
    let mut found = understand("x.csv", csv.as_bytes());
    for column in found.columns.iter_mut().skip(3) {
        column.status = contracts::ColumnStatus::Mapped;
        column.field = Some("interest.property.price".into());
        column.transform = Some("money".into());
    }
    let read = drafts(&found, csv.as_bytes());
    let said = read[0].issues.iter().find(|i| i.kind == "second_value").unwrap();
    assert!(said.message.starts_with("Valued at"), "{}", said.message);
}
