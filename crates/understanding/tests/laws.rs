//! What holds for every input.
#![allow(clippy::unwrap_used)]

mod support;

use contracts::RowShape;
use proptest::prelude::*;
use support::{mapping, rows};
use understanding::values::{date, email, money, number, phone, text};
use understanding::{Options, analyze};

/// Cells of the signs that structure files, and of any others.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[a-zA-Z ]{0,8}",
        2 => "[\"',;|\\t\\n\\r\\\\a-z0-9@.+-]{0,10}",
        1 => "\\PC{0,6}",
    ]
}

fn table() -> impl Strategy<Value = Vec<Vec<String>>> {
    (2usize..5).prop_flat_map(|width| prop::collection::vec(prop::collection::vec(cell(), width), 1..8))
}

fn check(bytes: &[u8]) {
    let Ok(found) =
        analyze(bytes, &Options { file_name: "x.csv".into(), default_region: Some("IN".into()), ..Options::default() })
    else {
        return;
    };
    let mut at = 0;
    for span in &found.row_index {
        assert!(span.start >= at && span.end >= span.start && span.end <= bytes.len() as u64, "spans increase");
        at = span.end;
    }
    let r = found.rows;
    assert_eq!(r.ok + r.short + r.long + r.unparsable, r.total);
    assert_eq!(found.row_index.len() as u64, r.total);
    assert_eq!(found.columns.len(), found.headers.len());
    for (i, column) in found.columns.iter().enumerate() {
        assert_eq!(column.index as usize, i);
        assert!((0.0..=1.0).contains(&column.confidence));
        if let Some(field) = &column.field {
            contracts::FieldPath::parse(field).expect("a known field");
        }
        assert_eq!(column.field.is_some(), column.status == contracts::ColumnStatus::Mapped);
    }
    let mapping = mapping(&found);
    for (i, (cells, span)) in rows(&found, bytes).iter().zip(&found.row_index).enumerate() {
        let shape = match cells.len().cmp(&found.headers.len()) {
            _ if span.shape == RowShape::Unparsable => RowShape::Unparsable,
            std::cmp::Ordering::Less => RowShape::Short,
            std::cmp::Ordering::Greater => RowShape::Long,
            std::cmp::Ordering::Equal => RowShape::Ok,
        };
        assert_eq!(span.shape, shape, "a row parsed by itself has the cells it has in the file");
        let draft = mapping.project(i as u64 + 1, span.shape, cells);
        assert!(draft.records.iter().flat_map(|r| &r.fields).all(|f| !f.sources.is_empty()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        check(&bytes);
    }

    #[test]
    fn no_text_makes_it_panic(text in "(Name|Email|Phone|Date|Budget|,|;|\t|\"|\n|\r|\r\n|\\\\|a@b.co|3/4/2024|1\\.5 Cr|\\+9198|\\PC){0,60}") {
        check(text.as_bytes());
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&[&[0xff, 0xfe], utf16.as_slice()].concat());
    }

    #[test]
    fn rows_parsed_one_by_one_are_the_rows_that_were_written(table in table()) {
        let mut writer = csv::WriterBuilder::new().flexible(true).quote_style(csv::QuoteStyle::Always).from_writer(Vec::new());
        let header: Vec<String> = (0..table[0].len()).map(|i| ["First Name", "Last Name", "Email", "City", "Notes"][i].to_owned()).collect();
        writer.write_record(&header).unwrap();
        for row in &table {
            writer.write_record(row).unwrap();
        }
        let bytes = writer.into_inner().unwrap();
        let found = analyze(&bytes, &Options::default()).unwrap();
        prop_assume!(found.dialect.delimiter == "," && found.dialect.header_row == Some(1) && found.dialect.escape.is_none());
        let kept = rows(&found, &bytes);
        let aside = found.set_aside.iter().filter(|s| s.role != "header").count();
        prop_assert_eq!(kept.len() + aside + found.set_aside.iter().filter(|s| s.role == "header").count() - 1, table.len());
        let mut left = table.iter();
        prop_assert!(kept.iter().all(|r| left.any(|w| w == r)), "in order and unchanged: {:?}", kept);
    }

    #[test]
    fn the_same_bytes_give_the_same_result(table in table()) {
        let text = table.iter().map(|r| r.join(",")).collect::<Vec<_>>().join("\n");
        let options = Options { file_name: "x.csv".into(), default_region: None, ..Options::default() };
        prop_assert_eq!(analyze(text.as_bytes(), &options), analyze(text.as_bytes(), &options));
    }

    #[test]
    fn no_text_makes_a_value_parser_panic(text in "[0-9a-zA-Z+()./,:;@ \u{20b9}\u{a0}\u{e9}#-]{0,40}|\\PC{0,30}") {
        let regions = ["IN".to_owned(), "AE".to_owned(), "US".to_owned()];
        let _ = phone::read(&text, &["GB"], &regions);
        let _ = phone::split(&text);
        let _ = email::parse(&text);
        let _ = money::parse(&text, false);
        let _ = money::parse(&text, true);
        let _ = number::bedrooms(&text);
        let _ = number::area(&text);
        let cleaned = text::clean(&text);
        prop_assert_eq!(text::clean(&cleaned.text).text.into_owned(), cleaned.text.clone().into_owned());
        if let Some(moment) = date::parse(&text) {
            for order in [None, Some(contracts::DateOrder::Dmy), Some(contracts::DateOrder::Mdy)] {
                let _ = (moment.date(order, true), moment.datetime(order));
            }
        }
    }

    #[test]
    fn a_number_survives_its_habits(whole in 0u32..100_000_000, cents in 0u32..100) {
        let plain = format!("{whole}.{cents:02}");
        let digits = whole.to_string();
        let mut grouped = String::new();
        for (i, c) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i) % 3 == 0 { grouped.push(','); }
            grouped.push(c);
        }
        let wanted = number::parse(&plain, false);
        prop_assert!(wanted.is_some());
        prop_assert_eq!(number::parse(&format!("{grouped}.{cents:02}"), false), wanted);
        prop_assert_eq!(number::parse(&format!("{},{cents:02}", grouped.replace(',', ".")), true), wanted);
    }
}
