//! Columns that say what they are by the file's name, by their neighbours or by what stands in them.
#![allow(clippy::unwrap_used)]

use understanding::{Options, Understanding, analyze};

fn read(file_name: &str, csv: &str) -> Understanding {
    analyze(csv.as_bytes(), &Options { file_name: file_name.into(), ..Options::default() }).unwrap()
}

/// The field of each column, `-` for one that is left to the person.
fn fields(found: &Understanding) -> Vec<&str> {
    found.columns.iter().map(|c| c.field.as_deref().unwrap_or("-")).collect()
}

/// A sheet of the header and of rows that come again, each with its number in place of `#`.
fn sheet(header: &str, rows: &[&str], count: usize) -> String {
    let mut csv = header.to_owned();
    for i in 0..count {
        csv.push('\n');
        csv.push_str(&rows[i % rows.len()].replace('#', &format!("{:02}", i + 10)));
    }
    csv
}

#[test]
fn what_stands_in_a_file_of_sellers_is_their_home_and_no_wish() {
    let header =
        "Nom;Pr\u{e9}nom;Portable;Adresse du bien;Type de bien;Surf. hab. (m\u{b2});Prix souhait\u{e9} (\u{20ac})";
    let rows = [
        "Morel;Alice;+336391255#;1 rue Verte;Maison;120;345 000 \u{20ac}",
        "Petit;Jules;+336391256#;3 rue Basse;Appartement;54;210 000 \u{20ac}",
    ];
    let csv = sheet(header, &rows, 20);
    let found = read("Vendeurs - estimations.csv", &csv);
    assert_eq!(fields(&found).get(4..), Some(["property.type", "property.area", "property.price"].as_slice()));
    // The same columns of those who look for a home, without the address.
    let header = header.replace("Adresse du bien;", "");
    let rows = rows.map(|r| r.replace("1 rue Verte;", "").replace("3 rue Basse;", ""));
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let csv = sheet(&header, &rows, 20);
    let found = read("Acqu\u{e9}reurs.csv", &csv);
    let wishes = ["requirement.property_type", "requirement.area_min", "requirement.budget_max"];
    assert_eq!(fields(&found).get(3..), Some(wishes.as_slice()));
}

#[test]
fn what_starts_and_ends_at_an_hour_is_a_meeting_whoever_it_names() {
    let header = "Invitee First Name,Invitee Last Name,Invitee Email,Event Type Name,Start Date & Time,End Date & Time";
    let rows = [
        "Meera,Rao,m#@mail.example,Buyer consultation,2026-03-# 09:00 am,2026-03-# 09:30 am",
        "Jolyon,Carr,j#@mail.example,Listing appointment,2026-04-# 11:30 am,2026-04-# 12:00 pm",
    ];
    let csv = sheet(header, &rows, 18);
    let found = read("events-export.csv", &csv);
    assert_eq!(found.row_entity.as_str(), "interaction");
    assert_eq!(
        fields(&found).get(3..),
        Some(["interaction.subject", "interaction.at", "interaction.ended_at"].as_slice())
    );
    // A lease begins and ends on a day.
    let rows = ["Meera,Rao,m#@mail.example,2026-03-#,2027-03-#", "Jolyon,Carr,j#@mail.example,2026-04-#,2027-04-#"];
    let csv = sheet("First Name,Last Name,Email,Lease Start Date,Lease End Date", &rows, 18);
    assert_eq!(read("export.csv", &csv).row_entity.as_str(), "person");
}

#[test]
fn calls_that_would_last_for_hours_are_told_in_minutes_and_seconds() {
    let call = |first: &str, second: &str| {
        let rows = [
            format!("2026-03-# 09:00:00,+4420794609#,Q,ANSWERED,{first}"),
            format!("2026-03-# 10:00:00,+4420794608#,Q,BUSY,{second}"),
        ];
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        sheet("Call Date,Source,App.,Disposition,Duration", &rows, 18)
    };
    let csv = call("12:#", "02:#");
    let found = read("cdr__search.csv", &csv);
    assert_eq!(found.row_entity.as_str(), "interaction");
    assert_eq!(fields(&found).get(1), Some(&"person.phone[]"));
    let duration = found.columns.last().unwrap();
    assert_eq!(duration.field.as_deref(), Some("interaction.duration"));
    assert_eq!(duration.transform.as_deref(), Some("number:mm:ss"));
    // An hour and a half is as likely as a minute and a half.
    let csv = call("01:#", "02:#");
    assert_eq!(fields(&read("cdr__search.csv", &csv)).last(), Some(&"-"));
}

#[test]
fn values_say_what_a_short_header_leaves_open() {
    let people = |header: &str, values: &[&str]| {
        let rows: Vec<String> =
            values.iter().map(|v| format!("Meera Rao #;m#@mail.example;25{}000;2;{v}", values.len())).collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let csv = sheet(&format!("Name;Email;Max budget;Min beds;{header}"), &rows, 24);
        (*fields(&read("applicants.csv", &csv)).last().unwrap()).to_owned()
    };
    assert_eq!(people("Type", &["Flat", "Terrace", "Detached", "Any house"]), "requirement.property_type");
    assert_eq!(people("Type", &["Gold", "Silver", "Bronze"]), "-");
    assert_eq!(people("CC", &["US", "CA", "US"]), "person.address[].country");
    assert_eq!(people("CC", &["AX1", "BX2", "CX3"]), "-");
    assert_eq!(
        people("Extras (garaje, terraza\u{2026})", &["terraza", "garaje, piscina", "vistas mar", "ascensor"]),
        "requirement.must_have[]"
    );
    assert_eq!(people("Hipoteca s/n", &["s", "n", "preaprobada"]), "requirement.financing");
}

#[test]
fn why_somebody_sells_is_no_purpose() {
    let rows = [
        "Meera Rao;m#@mail.example;succession",
        "Jolyon Carr;j#@mail.example;achat plus grand",
        "Luz Gallardo;l#@mail.example;achat ailleurs",
        "Omar Haddad;o#@mail.example;vente rapide",
    ];
    let csv = sheet("Nom;Mail;Motif de vente", &rows, 24);
    assert_eq!(fields(&read("contacts.csv", &csv)).last(), Some(&"-"));
}

#[test]
fn what_was_said_last_is_a_note_where_it_is_no_day() {
    let rows = [
        "Call karna hai;Meera Rao;12-03-2026;Wife ko dikhana hai",
        "Rate bhejna;Kabir Gill;13-03-2026;Bola budget kam hai",
        "Token ki baat;Omar Haddad;14-03-2026;2 din baad bataenge",
        "Site dikhani hai;Nina Rao;15-03-2026;Kal subah phone karna",
    ];
    let csv = sheet("Task;Client;Due Date;Pichli Baat", &rows, 16);
    let found = read("tasks.csv", &csv);
    assert_eq!(fields(&found).last(), Some(&"task.description"));
}

#[test]
fn a_file_called_after_builders_lists_them() {
    let rows: Vec<String> =
        (0..30).map(|i| format!("Kestrel Homes {};A0000000{i:02};Luz Gallardo;v{i}@homes.example", i % 20)).collect();
    let csv = format!("Promotora;CIF;Contacto;Mail comercial\n{}", rows.join("\n"));
    let found = read("Promotoras.csv", &csv);
    assert_eq!(found.row_entity.as_str(), "account");
    assert_eq!(fields(&found).first(), Some(&"account.name"));
    assert_eq!(fields(&found).last(), Some(&"account.email[]"));
}
