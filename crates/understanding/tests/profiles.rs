//! Source profiles: every shipped one reads its export, however the header is written; a person's own travel as JSON.
#![allow(clippy::unwrap_used)]

mod support;

use std::path::PathBuf;

use contracts::{ColumnMapping, ColumnStatus, DateOrder};
use rstest::rstest;
use support::{manifest, status};
use understanding::{Options, ProfileColumn, SourceProfile, Understanding, analyze, shipped_profiles};
use unicode_normalization::UnicodeNormalization;

fn fixture(name: &str) -> Vec<Vec<String>> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/profiles/{name}.csv"));
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_path(path).unwrap();
    reader.records().map(|r| r.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn written(rows: &[Vec<String>]) -> Vec<u8> {
    let mut out = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for row in rows {
        out.write_record(row).unwrap();
    }
    out.into_inner().unwrap()
}

fn read(rows: &[Vec<String>], options: Options) -> Understanding {
    analyze(&written(rows), &Options { default_region: Some("IN".into()), ..options }).unwrap()
}

fn squeezed(header: &str) -> String {
    let text: String = header.nfc().collect();
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The entry that a header was written from, found by other means than the reader's.
fn entry<'a>(profile: &'a SourceProfile, header: &str) -> &'a ProfileColumn {
    let wanted = squeezed(header);
    let prefix = profile.object_prefix.as_deref().map(squeezed).unwrap_or_default();
    let fits = |c: &&ProfileColumn| {
        (1..=2).any(|n| {
            let words: Vec<String> =
                c.header.split(' ').map(|w| if w == "N" { n.to_string() } else { w.to_owned() }).collect();
            let own = squeezed(&words.join(" "));
            own == wanted || format!("{prefix}{own}") == wanted
        })
    };
    profile.columns.iter().find(fits).unwrap_or_else(|| panic!("{}: no entry for {header}", profile.id))
}

fn as_written(profile: &SourceProfile, column: &ColumnMapping) {
    let wanted = entry(profile, &column.header);
    let place = format!("{}: {}: {:?}", profile.id, column.header, column.evidence);
    assert_eq!(column.field, wanted.field, "{place}");
    assert_eq!(status(column), if wanted.ignored.is_some() { "ignored" } else { "mapped" }, "{place}");
    // Where values name the network, the label stands with each value.
    assert_eq!(column.label, wanted.label, "{place}");
    assert_eq!(column.question, None, "{place}");
}

fn profile_of(name: &str, found: &Understanding) -> &'static SourceProfile {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("profiles/{name}.json"));
    let file = SourceProfile::from_json(&std::fs::read_to_string(path).unwrap()).unwrap();
    assert_eq!(found.profile.id, file.id, "{name}: {}", manifest(found));
    assert_eq!(found.source_system, file.source_system);
    assert_eq!(found.row_entity, file.row_entity.0);
    shipped_profiles().iter().find(|p| p.id == file.id).unwrap()
}

#[rstest]
fn every_export_is_recognised_and_read_as_its_profile_says(
    #[files("profiles/*.json")] file: PathBuf,
    #[values("as it is", "shuffled", "upper case", "decomposed", "spaced", "one more", "one less")] how: &str,
) {
    let name = file.file_stem().unwrap().to_str().unwrap().to_owned();
    let mut rows = fixture(&name);
    let width = rows[0].len();
    match how {
        "shuffled" => {
            // A step that has no divisor in common with the width visits every column once.
            let step = (7_usize..)
                .find(|s| (1..=width).filter(|d| width.is_multiple_of(*d) && s.is_multiple_of(*d)).count() == 1)
                .unwrap();
            for row in &mut rows {
                // Report lines at the end stay as they are.
                let lone = row.iter().filter(|c| !c.is_empty()).count() <= 1;
                let old = row.clone();
                if !lone {
                    *row = (0..width).map(|i| old[(i * step + 3) % width].clone()).collect();
                }
            }
        }
        "upper case" => rows[0].iter_mut().for_each(|h| *h = h.to_uppercase()),
        "decomposed" => rows[0].iter_mut().for_each(|h| *h = h.nfd().collect()),
        "spaced" => rows[0].iter_mut().for_each(|h| *h = format!("  {} ", h.replace(' ', "\u{a0} "))),
        "one more" => {
            for (i, row) in rows.iter_mut().enumerate() {
                let value = if i <= 12 { format!("tone {i}") } else { String::new() };
                row.insert(1, if i == 0 { "Shoe colour".into() } else { value });
            }
        }
        "one less" => {
            let last = width - 1;
            rows.iter_mut().for_each(|r| drop(r.remove(last)));
        }
        _ => {}
    }
    let found = read(&rows, Options { file_name: "export.csv".into(), ..Options::default() });
    let profile = profile_of(&name, &found);
    assert_eq!(found.rows.total, 12, "{name}: the lines that end a report are no rows");
    for column in found.columns.iter().filter(|c| c.header != "Shoe colour") {
        // A label whose value is the column that lacks says nothing.
        let lone = how == "one less"
            && entry(profile, &column.header).field.as_deref().is_some_and(|f| f.ends_with("].label"));
        if !lone {
            as_written(profile, column);
        }
    }
    if how == "one more" {
        assert_eq!(status(&found.columns[1]), "unresolved", "a column the profile doesn't know is read by itself");
    }
    if how == "as it is" {
        insta::assert_snapshot!(format!("profile_{name}"), manifest(&found));
    }
}

#[test]
fn headers_in_the_accounts_language_are_recognised() {
    for language in ["de", "fr", "es", "pt"] {
        for profile in shipped_profiles().iter().filter(|p| p.id.starts_with("hubspot.")) {
            let (headers, entries): (Vec<String>, Vec<&ProfileColumn>) =
                profile.columns.iter().filter_map(|c| Some((c.localized.get(language)?.first()?.clone(), c))).unzip();
            if headers.len() < 4 {
                continue;
            }
            let found = read(&[headers], Options::default());
            assert_eq!(found.profile.id, profile.id, "{language}");
            for (column, entry) in found.columns.iter().zip(entries) {
                assert_eq!(column.field, entry.field, "{language}: {}", column.header);
            }
        }
    }
}

const OWN: &str = r#"{
  "id": "my.sheet", "title": "The Tuesday sheet", "source_system": "sheet", "row_entity": "person",
  "match": {"all": ["Kunde", "Ruf N"]},
  "columns": [
    {"header": "Kunde", "field": "person.full_name"},
    {"header": "Ruf N", "field": "person.phone[]", "label": "mobile", "sentinels": ["keine"]},
    {"header": "Seit", "field": "person.created_at", "date_order": "MDY"},
    {"header": "Gruppen", "field": "person.tags[]", "list": "pipe"},
    {"header": "Keine Post", "field": "person.consent.email", "inverted": true},
    {"header": "Intern", "ignored": "Our own counter"}
  ]
}"#;

const OWN_FILE: &str = "kunde,Seit,RUF 1,Ruf 2,Gruppen,Keine Post,Intern\n\
    Meera Rao,03/04/2024,+91 98300 12345,keine,a|b,yes,1\nArun Sen,05/06/2024,keine,+91 98300 12346,c,no,2\n";

#[test]
fn a_persons_own_profile_brings_labels_dates_lists_and_what_is_empty() {
    let own = SourceProfile::from_json(OWN).unwrap();
    let options = Options { profiles: vec![own], ..Options::default() };
    let found = analyze(OWN_FILE.as_bytes(), &options).unwrap();
    assert_eq!(found.profile.id, "my.sheet");
    assert_eq!(found.columns[1].date_order, Some(DateOrder::Mdy));
    assert_eq!(found.columns[1].question, None);
    assert_eq!(found.columns[2].label.as_deref(), Some("mobile"));
    let drafts = support::drafts(&found, OWN_FILE.as_bytes());
    let person = &drafts[0].records[0];
    let value = |field: &str| &person.fields.iter().find(|f| f.field == field).unwrap().value;
    assert_eq!(value("phone").as_array().unwrap().len(), 1, "\"keine\" is no phone");
    assert_eq!(value("tags"), &serde_json::json!(["a", "b"]));
    assert_eq!(value("consent.email"), &serde_json::json!(false));
    assert!(value("created_at").as_str().unwrap().starts_with("2024-03-04"));
}

#[test]
fn a_reviewed_manifest_becomes_a_profile_that_reads_the_next_file_alike() {
    let file = "Wer,Anruf,Tag,Sonst\nMeera Rao,+91 98300 12345,03/04/2024,x\nArun Sen,+91 98300 12346,05/06/2024,y\n";
    let found = support::understand("x.csv", file.as_bytes());
    let choose = |column, field: &str| contracts::ColumnChoice {
        column,
        status: ColumnStatus::Mapped,
        field: Some(field.into()),
        label: (column == 1).then(|| "home".into()),
        date_order: (column == 2).then_some(DateOrder::Dmy),
        ..contracts::ColumnChoice::default()
    };
    let chosen = [choose(0, "person.full_name"), choose(1, "person.phone[]"), choose(2, "person.birth_date")];
    let columns = understanding::apply_choices(&found.columns, &chosen).unwrap();
    let saved = SourceProfile::from_columns("mine.wer", "Wer", "wer", found.row_entity, &columns);
    saved.check().unwrap();
    let text = serde_json::to_string_pretty(&saved).unwrap();
    let loaded = SourceProfile::from_json(&text).unwrap();
    assert_eq!(loaded, saved, "what is exported comes back");

    let next = "TAG,Wer,Anruf,Neu\n01/02/1990,Ila Roy,+91 98300 99999,z\n";
    let options = Options { profiles: vec![loaded], ..Options::default() };
    let again = analyze(next.as_bytes(), &options).unwrap();
    assert_eq!(again.profile.id, "mine.wer");
    let fields: Vec<Option<&str>> = again.columns.iter().map(|c| c.field.as_deref()).collect();
    assert_eq!(fields, [Some("person.birth_date"), Some("person.full_name"), Some("person.phone[]"), None]);
    assert_eq!(again.columns[0].date_order, Some(DateOrder::Dmy));
    assert_eq!(again.columns[2].label.as_deref(), Some("home"));
}

#[test]
fn what_was_said_of_values_is_kept_and_counts_for_the_next_file() {
    let rows = "Name,Email,Lead Status,City\nIla Roy,ila@example.com,HOT,Pune\nArun Bose,arun@example.com,tbd,\n";
    let found = analyze(rows.as_bytes(), &Options::default()).unwrap();
    let choices = [
        contracts::ColumnChoice {
            column: 2,
            status: contracts::ColumnStatus::Mapped,
            field: Some("person.lead_status".into()),
            value_map: Some(vec![
                contracts::ValueChoice { from: "tbd".into(), to: None },
                contracts::ValueChoice { from: "HOT".into(), to: Some("Hot".into()) },
            ]),
            keep_sentinels: Some(true),
            ..contracts::ColumnChoice::default()
        },
        contracts::ColumnChoice {
            column: 3,
            status: contracts::ColumnStatus::Mapped,
            field: Some("person.custom.town".into()),
            default_value: Some("Mumbai".into()),
            ..contracts::ColumnChoice::default()
        },
    ];
    let columns = understanding::apply_choices(&found.columns, &choices).unwrap();
    let saved = SourceProfile::from_columns("mine.list", "List", "list", found.row_entity, &columns);
    let text = serde_json::to_string_pretty(&saved).unwrap();
    let loaded = SourceProfile::from_json(&text).unwrap();
    assert_eq!(loaded, saved);
    let next = "Email,City,Lead Status,Name\nzoya@example.com,Goa,HOT,Zoya Khan\n";
    let again = analyze(next.as_bytes(), &Options { profiles: vec![loaded], ..Options::default() }).unwrap();
    assert_eq!(again.columns[2].value_map, columns[2].value_map);
    assert!(again.columns[2].keep_sentinels && !again.columns[1].keep_sentinels);
    assert_eq!(again.columns[1].default_value.as_deref(), Some("Mumbai"));
    assert!(again.columns.iter().all(|c| !c.by_person), "nobody has looked at this file yet");
}

#[test]
fn a_persons_own_profile_comes_before_a_shipped_one_that_fits_as_well() {
    let linkedin = shipped_profiles().iter().find(|p| p.id == "linkedin.connections").unwrap();
    let own = SourceProfile { id: "mine.linkedin".into(), ..linkedin.clone() };
    let rows = fixture("linkedin_connections");
    let own = Options { profiles: vec![own], ..Options::default() };
    assert_eq!(read(&rows, own.clone()).profile.id, "mine.linkedin");
    let forced = Options { profile: Some("linkedin.connections".into()), ..own.clone() };
    assert_eq!(read(&rows, forced).profile.id, "linkedin.connections");
    let unknown = read(&rows, Options { profile: Some("no.such".into()), ..own });
    assert!(unknown.notes.iter().any(|n| n.contains("no.such")), "{:?}", unknown.notes);
}

#[rstest]
#[case::no_json("{\n\"id\": \"a.b\",,", "line 2, column ")]
#[case::unknown_key(&OWN.replace("\"sentinels\"", "\"sentinel\""), "unknown field `sentinel`")]
#[case::unknown_field(&OWN.replace("person.full_name", "person.shoe_size"), "columns, entry 1 (Kunde) of the profile: \"person.shoe_size\"")]
#[case::neither(&OWN.replace(", \"field\": \"person.full_name\"", ""), "neither a field nor a reason")]
#[case::both(&OWN.replace("\"ignored\"", "\"field\": \"person.notes\", \"ignored\""), "entry 6 (Intern)")]
#[case::matches_all(&OWN.replace("\"all\": [\"Kunde\", \"Ruf N\"]", ""), "would fit every file")]
#[case::stray_match(&OWN.replace("[\"Kunde\", ", "[\"Kundin\", "), "match, all (Kundin)")]
#[case::values_of_nothing(&OWN.replace("\"ignored\"", "\"default\": \"x\", \"ignored\""), "entry 6 (Intern) of the profile: it is left out")]
#[case::nameless(&OWN.replace("The Tuesday sheet", " "), "title of the profile: it is empty")]
fn a_profile_that_is_wrong_is_refused_with_the_place(#[case] text: &str, #[case] place: &str) {
    let why = SourceProfile::from_json(text).unwrap_err().to_string();
    assert!(why.contains(place), "{why}");
}

#[test]
fn the_committed_schema_is_the_types_own() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/source-profile.schema.json");
    let own = format!("{}\n", serde_json::to_string_pretty(&SourceProfile::json_schema()).unwrap());
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(&path, &own).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(committed, own, "run this test with UPDATE_SCHEMA=1 to write docs/source-profile.schema.json anew");
}
