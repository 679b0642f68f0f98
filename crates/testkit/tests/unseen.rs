//! The hold-out is fit to be one: as large and as ordinary as what people bring, whole in its truth, and about nobody.

use serde_json::Value;
use testkit::mess::{Mess, make_unseen, shapes, unseen_shapes};

fn every() -> impl Iterator<Item = (&'static str, Mess)> {
    let both = |shape| [3, 204].map(|seed| (shape, make_unseen(shape, seed, None).expect("a shape of the list")));
    unseen_shapes().into_iter().flat_map(both)
}

fn records(mess: &Mess) -> Vec<Vec<String>> {
    let label = mess.truth["dialect"]["encoding"].as_str().expect("an encoding");
    let encoding = encoding_rs::Encoding::for_label(label.as_bytes()).expect("an encoding of the web");
    let (text, _, broken) = encoding.decode(&mess.bytes);
    assert!(!broken, "{}: not {label}", mess.name);
    let delimiter = mess.truth["dialect"]["delimiter"].as_str().expect("a delimiter").as_bytes()[0];
    let reader =
        csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes());
    reader.into_records().map(|r| r.expect("a record").iter().map(Into::into).collect()).collect()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

#[test]
fn it_is_large_enough_and_mostly_ordinary() {
    let names = unseen_shapes();
    assert!(names.len() >= 40);
    assert!(names.iter().all(|n| !shapes().contains(n)), "a shape is in both sets");
    let (mut clean, mut entities) = (0, std::collections::BTreeSet::new());
    for (shape, mess) in every() {
        let columns = list(&mess.truth["columns"]).len();
        assert!((4..=60).contains(&columns), "{shape} has {columns} columns");
        let rows = mess.truth["rows"].as_u64().expect("a number");
        assert!((40..=2_000).contains(&rows), "{shape} has {rows} rows");
        let d = &mess.truth["dialect"];
        let apart = ["preamble_rows", "footer_rows", "blank_rows"].iter().any(|k| d[k] != 0);
        clean += u32::from(!apart && list(&mess.truth["section_records"]).is_empty());
        entities.insert(mess.truth["entity"].as_str().expect("text").to_owned());
    }
    // Two seeds each.
    assert!(clean as usize * 3 >= names.len() * 2, "only {clean} of {} files are clean", names.len() * 2);
    for kind in ["person", "account", "opportunity", "task"] {
        assert!(entities.contains(kind), "no shape has rows of {kind}");
    }
}

#[test]
fn every_column_has_its_truth() {
    for (shape, mess) in every() {
        let columns = list(&mess.truth["columns"]);
        let above = mess.truth["dialect"]["preamble_rows"].as_u64().expect("a number") as usize;
        let records = records(&mess);
        let bare = vec![String::new(); columns.len()];
        let header = if mess.truth["dialect"]["header_row"].is_null() { &bare } else { &records[above] };
        assert_eq!(header.len(), columns.len(), "{shape}");
        for (index, (column, header)) in columns.iter().zip(header).enumerate() {
            assert_eq!(column["index"], index, "{shape}");
            assert_eq!(column["header"], header.as_str(), "{shape}");
            let told = column["field"].is_string() || !list(&column["accept"]).is_empty() || column["empty"] == true;
            assert!(told && !list(&column["status_ok"]).is_empty(), "{shape}: {header} has no truth");
        }
    }
}

#[test]
fn its_rows_are_those_that_truth_counts() {
    for (shape, mess) in every() {
        let rows = mess.truth["rows"].as_u64().expect("a number") as usize;
        let records = records(&mess);
        let at: Vec<usize> =
            list(&mess.truth["row_records"]).iter().map(|r| r.as_u64().expect("a number") as usize).collect();
        assert_eq!(at.len(), rows, "{shape}");
        let width = list(&mess.truth["columns"]).len();
        assert!(at.iter().all(|r| records[r - 1].len() == width), "{shape}");
        assert!(
            at.iter().all(|r| records[r - 1].iter().filter(|c| !c.is_empty()).count() > 1),
            "{shape}: a row that says nothing can't be told from a heading"
        );
    }
}

/// Whether nobody can have this number: from a range kept for fiction, or three noughts in a row.
fn nobodys(e164: &str) -> bool {
    const FICTION: &[&str] =
        &["+447700900", "+442079460", "+441134960", "+441214960", "+3363998", "+3319900", "+3326191", "+3335301"];
    const GERMAN: &[&str] = &["+49171392", "+493023125", "+496990009", "+492214710"];
    let american = e164.starts_with("+1") && e164.get(5..10) == Some("55501");
    american || FICTION.iter().chain(GERMAN).any(|f| e164.starts_with(f)) || e164.contains("000")
}

#[test]
fn it_is_about_nobody() {
    let reserved = |host: &str| {
        let host = host.to_lowercase();
        host.ends_with(".example") || ["example.com", "example.net", "example.org"].contains(&host.as_str())
    };
    for (shape, mess) in every() {
        for column in list(&mess.truth["values"]).iter().filter(|c| c["kind"] == "phone") {
            for cell in column["cells"].as_object().expect("cells").values() {
                for phone in list(cell).iter().filter_map(Value::as_str) {
                    assert!(nobodys(phone), "{shape}: {phone} could be somebody's");
                }
            }
        }
        for cell in records(&mess).iter().flatten() {
            for word in cell.split([' ', ',', ';', '<', '>', '(', ')']) {
                if let Some((_, host)) = word.rsplit_once('@').filter(|(_, host)| !host.is_empty()) {
                    assert!(reserved(host), "{shape}: {word}");
                }
                let site = word.strip_prefix("https://").or_else(|| word.strip_prefix("www."));
                if let Some(host) = site.and_then(|s| s.split('/').next()) {
                    assert!(reserved(host), "{shape}: {word}");
                }
            }
        }
    }
}
