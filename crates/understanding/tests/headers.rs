//! Headers of desks, portals and programs in twelve languages, each alone in a small file over values as they stand below
//! it: what one means, or `-` where it is nothing that the program keeps.
#![allow(clippy::unwrap_used)]

use contracts::{FieldKind, FieldPath};
use understanding::{Options, analyze};

const ROWS: usize = 12;

/// A value as such a field holds it.
fn value(field: &str, i: usize) -> String {
    if field == "-" {
        return ["Alpha x", "Beta y", "Gamma z"][i % 3].into();
    }
    let p = FieldPath::parse(field).unwrap();
    let Some(d) = p.def else { return "x".into() };
    let name = d.name;
    let names = [
        "Meera Rao",
        "Kabir Gill",
        "Anke Seyfarth",
        "Jolyon Carr",
        "Luz Gallardo",
        "Imani Finch",
        "Greta Holloway",
        "Omar Haddad",
        "Nina Petrov",
        "Bruno Alves",
        "Sofia Conti",
        "Piet Bakker",
    ];
    match d.kind {
        FieldKind::Phone => format!("+4917139200{:02}", i + 10),
        FieldKind::Email => format!("p{i}@mail.example"),
        FieldKind::Website => format!("https://s{i}.example"),
        FieldKind::Date | FieldKind::DateTime => format!("2025-{:02}-{:02}", i % 12 + 1, i + 10),
        FieldKind::Money => format!("{}", 250_000 + i * 15_000),
        FieldKind::Number if name == "probability" => format!("{}", i * 5 + 10),
        FieldKind::Number => format!("{}", i % 4 + 1),
        FieldKind::Bool => ["Yes", "No"][i % 2].into(),
        FieldKind::ExternalId => format!("K-{}", 1000 + i),
        FieldKind::Area => format!("{} ", 60 + i * 3),
        FieldKind::Address => match p.part.as_deref() {
            Some("city") => ["Berlin", "Lyon", "Pune"][i % 3].into(),
            Some("country") => ["India", "France"][i % 2].into(),
            Some("postal_code") => format!("{}", 10110 + i),
            Some("region") => ["Bavaria", "Kerala"][i % 2].into(),
            Some("street") => format!("{} Mill Lane", i + 1),
            _ => format!("{} Mill Lane, Leeds", i + 1),
        },
        FieldKind::LongText => format!("Wants to see it again on day {i}"),
        _ if name.contains("listing_id") || name.contains("registration_id") => format!("AB-{}", 5000 + i),
        _ if name.contains("unit") => format!("A-{}", 100 + i),
        _ if name.contains("purpose") => ["Buy", "Rent"][i % 2].into(),
        _ if name.contains("property_type") => ["Villa", "Flat"][i % 2].into(),
        _ if name.contains("score") => format!("{}", i * 7),
        _ if name.contains("domain") => format!("s{i}.example"),
        _ if matches!(name, "given_name" | "family_name" | "middle_name") || name.ends_with(".given_name") => {
            ["Meera", "Kabir", "Anke", "Jolyon", "Luz", "Imani"][i % 6].into()
        }
        _ if name == "job_title" => ["Engineer", "Director", "Nurse"][i % 3].into(),
        _ if name.contains("title") => format!("Call about the offer {i}"),
        _ if matches!(name, "owner" | "assignee") => names[i % 3].into(),
        _ if name.contains("name") || name == "contact" || name == "referrer" => names[i % 12].into(),
        _ if name == "account" || name.contains("company") || name == "parent" => {
            ["Kestrel Foods Ltd", "Orchid Labs GmbH", "Lumen Ltd"][i % 3].into()
        }
        _ => ["One", "Two", "Three"][i % 3].into(),
    }
}

/// Columns beside it that leave no doubt what a row is.
fn beside(row: &str) -> &'static [(&'static str, &'static str)] {
    match row {
        "person" => &[("Gender", "person.gender"), ("Nickname", "person.nickname")],
        "opportunity" => &[
            ("Deal label", "opportunity.name"),
            ("Deal pipeline", "opportunity.pipeline"),
            ("Forecast category", "opportunity.status"),
            ("Opportunity number", "opportunity.external_id"),
        ],
        "task" => {
            &[("Task type", "-"), ("Activity id", "task.external_id"), ("Task name", "task.title"), ("To do", "-")]
        }
        _ => &[
            ("Legal entity name", "account.legal_name"),
            ("Company code", "account.external_id"),
            ("Turnover band", "-"),
            ("Company description", "account.description"),
        ],
    }
}

fn read(row: &str, header: &str, field: &str, values: &str) -> String {
    let columns: Vec<(&str, &str)> =
        beside(row).iter().copied().filter(|(_, f)| *f != field).chain([(header, values)]).collect();
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let mut csv = columns.iter().map(|(header, _)| quoted(header)).collect::<Vec<_>>().join(",");
    for i in 0..ROWS {
        csv.push('\n');
        csv.push_str(&columns.iter().map(|(_, field)| quoted(&value(field, i))).collect::<Vec<_>>().join(","));
    }
    let file_name = match row {
        "person" => "contacts.csv",
        "opportunity" => "deals.csv",
        "task" => "tasks.csv",
        _ => "companies.csv",
    };
    let found = analyze(csv.as_bytes(), &Options { file_name: file_name.into(), ..Options::default() }).unwrap();
    found.columns.last().unwrap().field.clone().unwrap_or_else(|| "-".into())
}

#[test]
fn a_header_of_twelve_languages_is_read_for_what_it_means() {
    let table = include_str!("headers.tsv");
    let mut misses = Vec::new();
    for line in table.lines().skip(1) {
        let [row, header, wanted, values] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line:?}") };
        let got = read(row, header, wanted, values);
        let same = matches!((FieldPath::parse(&got), FieldPath::parse(wanted)), (Ok(a), Ok(b)) if a == b);
        if got != wanted && !same {
            misses.push(format!("{row}: {header}: {got}, wanted {wanted}"));
        }
    }
    assert!(misses.is_empty(), "{}", misses.join("\n"));
}

/// What a sheet is about, told by its columns.
#[test]
fn sales_boards_and_suppliers_are_told_from_lists_of_people() {
    let kind = |file_name: &str, csv: &str| {
        let found = analyze(csv.as_bytes(), &Options { file_name: file_name.into(), ..Options::default() }).unwrap();
        found.row_entity.as_str()
    };
    let sales = "Inmueble,Comprador,Vendedor,Precio venta,Escritura,Comisi\u{f3}n,Agente\n\
                 Calle Sol 1,Luz Gallardo,Omar Haddad,250000,2025-03-01,7500,Ana Gil\n\
                 Calle Sol 2,Nina Petrov,Bruno Alves,270000,2025-03-04,8100,Ana Gil\n\
                 Calle Sol 3,Piet Bakker,Greta Carr,290000,2025-04-01,8700,Ana Gil\n\
                 Calle Sol 4,Kabir Gill,Imani Finch,310000,2025-05-01,9300,Ana Gil\n\
                 Calle Sol 5,Meera Rao,Sofia Conti,330000,2025-06-01,9900,Ana Gil\n\
                 Calle Sol 6,Anke Weber,Jon Carr,350000,2025-07-01,9900,Ana Gil\n\
                 Calle Sol 7,Luis Gil,Ida Holm,360000,2025-08-01,9900,Ana Gil\n\
                 Calle Sol 8,Eva Ruiz,Tom Lund,370000,2025-09-01,9900,Ana Gil\n";
    assert_eq!(kind("ventas.csv", sales), "opportunity");
    let board = "Card,List,Due Date,Members,Labels,Description\nCall the bank,Doing,2025-03-01,Meera Rao,Blue,Ask for the form\n\
                 Send the plan,Done,2025-03-02,Kabir Gill,Red,By mail today\n";
    assert_eq!(kind("export.csv", board), "task");
    let suppliers = "Vendor Code,Vendor Name,GSTIN,Concerned Person,Contact Mobile,Payment Terms\n\
                     V1,Kestrel Energy 1,27AAAAA0000A1Z5,Meera Rao,+919800000001,30 days\n\
                     V2,Lumen Films 2,27AAAAA0001A1Z5,Kabir Gill,+919800000002,45 days\n";
    assert_eq!(kind("Vendor Master.csv", suppliers), "account");
}

/// The fields of a small file of people, `-` for a column that is left to the person.
fn fields(csv: &str) -> Vec<String> {
    let found = analyze(csv.as_bytes(), &Options { file_name: "contacts.csv".into(), ..Options::default() }).unwrap();
    found.columns.iter().map(|c| c.field.clone().unwrap_or_else(|| "-".into())).collect()
}

#[test]
fn numbered_lines_are_one_address() {
    let found = fields(
        "Name,Line 1,Line 2,Line 3,Postcode\nMeera Rao,1 Mill Lane,Flat 2,Leeds,LS1 4ZZ\nKabir Gill,3 Abbey Road,Flat 9,York,YO1 5ZZ\n",
    );
    let parts = ["street", "street2", "city", "postal_code"].map(|p| format!("person.address[].{p}"));
    assert_eq!(found.get(1..), Some(parts.as_slice()));
    let found = fields(
        "Name,StreetAddress1,StreetAddress2,City\nMeera Rao,1 Mill Lane,Apt 2,Leeds\nKabir Gill,3 Abbey Road,Apt 9,York\n",
    );
    assert_eq!(found.get(2).map(String::as_str), Some("person.address[].street2"));
}

#[test]
fn the_second_of_two_buyers_is_the_other_half_of_the_couple() {
    let found = fields(
        "Buyer 1 First Name,Buyer 1 Last Name,Buyer 1 Email,Buyer 2 First Name,Buyer 2 Last Name,Buyer 2 Email\n\
         Meera,Rao,meera@rao.example,Kabir,Rao,kabir@rao.example\nAnke,Weber,anke@weber.example,Jon,Weber,jon@weber.example\n",
    );
    let spouse = ["given_name", "family_name", "email"].map(|p| format!("household.spouse.{p}"));
    assert_eq!(found.get(3..), Some(spouse.as_slice()));
    assert_eq!(found.get(2).map(String::as_str), Some("person.email[]"));
}

#[test]
fn a_consent_asked_in_a_sentence_is_one_to_the_channel_that_it_names() {
    let found = fields(
        "Nom et pr\u{e9}nom;Mail;J'accepte de recevoir des offres par e-mail\nMeera Rao;m@rao.example;Oui\nKabir Gill;k@gill.example;Non\n",
    );
    assert_eq!(found.get(2).map(String::as_str), Some("person.consent.email"));
    // What is refused is no consent.
    let found = fields(
        "Nom et pr\u{e9}nom;Mail;Je n'accepte pas de recevoir des offres par e-mail\nMeera Rao;m@rao.example;Oui\nKabir Gill;k@gill.example;Non\n",
    );
    assert_eq!(found.get(2).map(String::as_str), Some("-"));
}

#[test]
fn values_that_no_such_field_holds_leave_the_column_to_the_person() {
    let rows = |header: &str, values: [&str; 4]| {
        let names =
            ["Meera Rao", "Kabir Gill", "Anke Weber", "Jon Carr", "Eva Ruiz", "Tom Lund", "Ida Holm", "Luis Gil"];
        let row = |(i, name): (usize, &&str)| format!("{name},p{i}@mail.example,{}\n", values[i % 4]);
        let csv = format!("Name,Email,{header}\n") + &names.iter().enumerate().map(row).collect::<String>();
        fields(&csv).pop().unwrap()
    };
    assert_eq!(rows("Position", ["Under offer", "Nothing to sell", "On the market", "Sold"]), "-");
    assert_eq!(rows("Position", ["Director", "Engineer", "Teacher", "Nurse"]), "person.job_title");
    assert_eq!(rows("Lage", ["EG links", "1. OG", "DG", "EG rechts"]), "-");
    assert_eq!(rows("Lage", ["Lehel", "Schwabing", "Haidhausen", "Sendling"]), "requirement.locality[]");
    assert_eq!(rows("Contact Type", ["Person", "Company", "Person", "Person"]), "-");
    assert_eq!(
        rows("Account Owner", ["a@team.example", "b@team.example", "a@team.example", "b@team.example"]),
        "person.owner"
    );
    assert_eq!(rows("Property MLS Number", ["5510220", "5510340", "5510460", "5510580"]), "property.listing_id");
}

/// Words that head several things are read for a home only where something else speaks of one.
#[test]
fn what_may_be_said_of_anything_is_left_to_the_person_where_nothing_speaks_of_homes() {
    let rows = |headers: &str, cells: [&str; 4]| {
        let names =
            ["Meera Rao", "Kabir Gill", "Anke Weber", "Jon Carr", "Eva Ruiz", "Tom Lund", "Ida Holm", "Luis Gil"];
        let row = |(i, name): (usize, &&str)| format!("{name},p{i}@mail.example,{}\n", cells[i % 4]);
        let csv = format!("Name,Email,{headers}\n") + &names.iter().enumerate().map(row).collect::<String>();
        fields(&csv).pop().unwrap()
    };
    assert_eq!(rows("Units", ["3", "12", "5", "9"]), "-");
    assert_eq!(rows("Service", ["web_dev", "mobile_app", "saas", "web_dev"]), "-");
    assert_eq!(
        rows("Interested In", ["Paid search audit", "SEO retainer", "Skin assessment", "Paid search audit"]),
        "-"
    );
    assert_eq!(
        rows("Interested In", ["Ashgrove Park", "Palm Heights", "Ashgrove Park", "Lake View"]),
        "property.project"
    );
    assert_eq!(rows("Plan", ["Starter", "Enterprise", "Starter", "Growth"]), "-");
    assert_eq!(
        rows("Bedrooms,Occupancy", ["2,within 3 months", "3,immediate", "1,next year", "2,asap"]),
        "requirement.timeframe"
    );
    assert_eq!(rows("Revenue", ["5000", "0", "1200", "800"]), "-");
    assert_eq!(rows("PIN_NUM", ["1528715918", "1765503836", "1824942582", "1261073056"]), "-");
    assert_eq!(
        rows("Source,Via", ["Web,Via Verdi", "Call,Piazza Dante", "Web,Via Cavour", "Web,Via San Marco"]),
        "person.address[].street"
    );
    assert_eq!(
        rows("Città,Stato", ["Milano,Nuovo", "Roma,Perso", "Torino,Nuovo", "Milano,Vinto"]),
        "person.lead_status"
    );
}

#[test]
fn places_that_the_public_rates_are_companies_and_a_short_list_of_tasks_is_one() {
    let kind = |file_name: &str, csv: &str| {
        let found = analyze(csv.as_bytes(), &Options { file_name: file_name.into(), ..Options::default() }).unwrap();
        found.row_entity.as_str()
    };
    let places = "Name,Phone,Address,Rating,Review Count\nBlue Kettle,+442079460958,1 Mill Lane,4.5,48\n\
                  Old Forge,+442079460959,3 Abbey Road,4.1,12\nRed Barn,+442079460960,9 High Street,3.9,7\n";
    assert_eq!(kind("leads.csv", places), "account");
    let tasks = "id,nombre,descripción,prioridad,estado\n1,Llamar al banco,Pedir el formulario,alta,pendiente\n\
                 2,Enviar el plano,Hoy por correo,media,hecha\n3,Firmar contrato,Con la llave,baja,pendiente\n";
    assert_eq!(kind("tareas.csv", tasks), "task");
    let people = "Nombre,Apellidos,Teléfono\nLuz,Gallardo,600100200\nOmar,Haddad,600100201\nNina,Soto,600100202\n";
    assert_eq!(kind("lista.csv", people), "person");
}

#[test]
fn an_id_that_each_row_has_is_not_that_of_whoever_looks_after_them() {
    let found = fields(
        "owner_id,owner_name,phone\n1,Meera Rao,+919800000001\n2,Kabir Gill,+919800000002\n3,Anke Weber,+919800000003\n\
                        4,Jon Carr,+919800000004\n5,Eva Ruiz,+919800000005\n6,Tom Lund,+919800000006\n",
    );
    assert_eq!(found.first().map(String::as_str), Some("person.external_id"));
}
