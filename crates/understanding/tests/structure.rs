//! Dialect, header, preamble, footer and what is set aside.
#![allow(clippy::unwrap_used)]

mod support;

use contracts::{LineEnding, RowShape};
use support::{rows, understand};
use understanding::{Options, UnderstandingError, analyze};

fn error(bytes: &[u8]) -> UnderstandingError {
    analyze(bytes, &Options::default()).expect_err("no readable table")
}

#[test]
fn an_empty_file_is_refused_with_a_way_out() {
    assert_eq!(error(b""), UnderstandingError::Empty);
    assert_eq!(error(b"\xef\xbb\xbf"), UnderstandingError::Empty);
    assert_eq!(error(b"\n\n  \n"), UnderstandingError::Empty);
    assert!(error(b"").way_out().contains("Export it again"));
}

#[test]
fn other_kinds_of_file_are_named() {
    for (bytes, name) in [
        (&b"PK\x03\x04\x14\0\0\0"[..], "Excel"),
        (b"\x89PNG\r\n\x1a\n\0\0", "PNG"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\x00\x01\x02\x03\x04\x05\x06", "binary"),
        (b"name,phone\nA\0B,1\nC,\0\0\0\0", "binary"),
        (b"SQLite format 3\0", "SQLite"),
    ] {
        let error = error(bytes);
        assert!(matches!(error, UnderstandingError::NotText { .. }), "{name}: {error}");
        assert!(error.to_string().contains(name), "{error}");
    }
}

#[test]
fn a_header_without_rows_is_a_file_of_no_rows() {
    let found = understand("x.csv", b"First Name,Last Name,Email\r\n");
    assert_eq!((found.rows.total, found.dialect.header_row), (0, Some(1)));
    assert_eq!(found.columns.len(), 3);
}

#[test]
fn a_single_unknown_column_stays_open() {
    let found = understand("x.csv", b"Shoe\nbrown\nblack\nred\n");
    assert_eq!((found.headers.as_slice(), found.rows.total), (&["Shoe".to_owned()][..], 3));
    assert_eq!(support::status(&found.columns[0]), "unresolved");
}

#[test]
fn a_headerless_file_is_read_by_its_values() {
    let text = "Meera Rao,meera@rao.example,+1 212 555 0150\nArun Bose,arun@bose.example,+1 212 555 0151\nIla Sen,ila@sen.example,+1 212 555 0152\n";
    let found = understand("x.csv", text.as_bytes());
    assert_eq!(found.dialect.header_row, None);
    assert_eq!(found.headers, ["Column 1", "Column 2", "Column 3"]);
    assert_eq!(found.rows.total, 3);
    let fields: Vec<_> = found.columns.iter().map(|c| c.field.as_deref()).collect();
    assert_eq!(fields, [Some("person.full_name"), Some("person.email[]"), Some("person.phone[]")]);
    assert!(found.columns.iter().all(|c| c.confidence < 0.8), "values alone are weaker than a header");
}

#[test]
fn delimiters_are_found() {
    for delimiter in [',', ';', '\t', '|'] {
        let d = delimiter.to_string();
        let text =
            ["Name|Email|City", "A. Rao|a@x.example|Pune", "B. Sen|b@x.example|Goa, Old"].join("\n").replace('|', &d);
        // The comma inside the last cell needs its quotes where commas part the cells.
        let text = if delimiter == ',' { text.replace("Goa, Old", "\"Goa, Old\"") } else { text };
        let found = understand("x.csv", text.as_bytes());
        assert_eq!(found.dialect.delimiter, d);
        assert_eq!(rows(&found, text.as_bytes())[1][2], "Goa, Old");
    }
}

#[test]
fn line_endings_are_found_and_spans_leave_them_out() {
    for (end, wanted) in [("\n", LineEnding::Lf), ("\r\n", LineEnding::Crlf), ("\r", LineEnding::Cr)] {
        let text = ["Name,Email", "A. Rao,a@x.example", "B. Sen,b@x.example", ""].join(end);
        let found = understand("x.csv", text.as_bytes());
        assert_eq!(found.dialect.line_ending, wanted);
        let spans: Vec<&str> = found.row_index.iter().map(|s| &text[s.start as usize..s.end as usize]).collect();
        assert_eq!(spans, ["A. Rao,a@x.example", "B. Sen,b@x.example"]);
    }
    let found = understand("x.csv", b"Name,Email\r\nA,a@x.example\nB,b@x.example\r\n");
    assert_eq!(found.dialect.line_ending, LineEnding::Mixed);
    assert_eq!(found.rows.total, 2);
}

#[test]
fn quoted_line_breaks_belong_to_their_cell() {
    let text =
        b"Name,Notes,Email\n\"Rao, Meera\",\"first line\nsecond \"\"line\"\"\n\nfourth\",m@x.example\nB,,b@x.example\n";
    let found = understand("x.csv", text);
    assert_eq!((found.rows.total, found.dialect.blank_rows), (2, 0));
    assert_eq!(rows(&found, text)[0], ["Rao, Meera", "first line\nsecond \"line\"\n\nfourth", "m@x.example"]);
}

#[test]
fn title_rows_totals_and_blanks_are_set_aside_and_listed() {
    let text = b"Client list of Velvet Key,,\nExported,2024-05-01,\n,,\nName,Email,Phone\nA. Rao,a@x.example,+1 212 555 0150\n,,\nB. Sen,b@x.example,+1 212 555 0151\n,,\nTotal,2,\n";
    let found = understand("x.csv", text);
    let d = &found.dialect;
    assert_eq!((d.preamble_rows, d.header_row, d.footer_rows, d.blank_rows), (3, Some(4), 2, 1));
    assert_eq!(found.rows.total, 2);
    let listed: Vec<(u64, &str)> = found.set_aside.iter().map(|s| (s.record, s.role.as_str())).collect();
    assert_eq!(
        listed,
        [(1, "preamble"), (2, "preamble"), (3, "preamble"), (4, "header"), (6, "blank"), (8, "footer"), (9, "footer")]
    );
    let all = found.set_aside.len() as u64 + found.rows.total;
    assert_eq!(all, 9, "every record is a row or listed");
}

#[test]
fn the_closing_lines_of_a_report_are_no_rows() {
    let text = b"First Name,Last Name,Email,Phone\nA,Rao,a@x.example,1\nB,Sen,b@x.example,2\n\n\"Grand Total (2 records)\"\n\n\"Confidential Information - Do Not Distribute\"\n\"Generated By: Huda Rahimi\"\n\"Velvet Key Realty\"\n";
    let found = understand("x.csv", text);
    assert_eq!((found.rows.total, found.dialect.footer_rows), (2, 6));
}

#[test]
fn firms_called_after_a_trade_are_no_header_and_what_stands_above_them_no_title() {
    let rows = [
        "Orchard Imports,Orchard Imports,Nieuwstraat 28,2793 TX  Rotterdam",
        "Foxglove Media,Foxglove Media,Schoolstraat 152,1482 TX  Utrecht",
        "Ironbridge Associates,Ironbridge Associates,Schoolstraat 49,3726 PL  Eindhoven",
        "Driftwood Realty,Driftwood Realty,Kerkstraat 60,3900 TX  Utrecht",
    ];
    for first in 0..rows.len() {
        let text: String = rows.iter().cycle().skip(first).take(rows.len()).map(|r| format!("{r}\n")).collect();
        let found = understand("klanten.csv", text.as_bytes());
        assert_eq!((found.dialect.preamble_rows, found.dialect.header_row), (0, None), "{text}");
        assert_eq!(found.rows.total, 4);
        assert_eq!(found.row_entity, contracts::EntityType::Account);
        assert_eq!(found.columns[0].field.as_deref(), Some("account.name"));
    }
}

#[test]
fn a_person_called_total_is_no_footer() {
    let text = b"Name,Email,City\nA. Rao,a@x.example,Pune\nTotal Kumar,t@x.example,Pune\n";
    let found = understand("x.csv", text);
    assert_eq!((found.rows.total, found.dialect.footer_rows), (2, 0));
}

#[test]
fn repeated_headers_are_set_aside() {
    let text = b"Name,Email\nA. Rao,a@x.example\nName,Email\nB. Sen,b@x.example\n";
    let found = understand("x.csv", text);
    assert_eq!(found.rows.total, 2);
    assert_eq!(found.set_aside.iter().filter(|s| s.role == "header").count(), 2);
}

#[test]
fn short_long_and_unreadable_rows_are_counted() {
    let text = b"Name,Email,City\nA. Rao,a@x.example\nB. Sen,b@x.example,Pune,extra\nC. Das,c@x.example,Goa\n\"D. Roy,d@x.example,Goa\nE. Sen,e@x.example,Goa\n";
    let found = understand("x.csv", text);
    let shapes: Vec<RowShape> = found.row_index.iter().map(|s| s.shape).collect();
    assert_eq!(shapes, [RowShape::Short, RowShape::Long, RowShape::Ok, RowShape::Unparsable, RowShape::Ok]);
    let r = found.rows;
    assert_eq!(r.ok + r.short + r.long + r.unparsable, r.total);
}

#[test]
fn windows_1252_is_read_as_such() {
    let text = b"Name;E-Mail\r\nJ\xfcrgen Gro\xdf;j@x.example\r\nZo\xeb \x93Zo\x94;z@x.example\r\n";
    let found = understand("x.csv", text);
    assert_eq!(found.dialect.encoding, "windows-1252");
    let rows = rows(&found, text);
    assert_eq!((rows[0][0].as_str(), rows[1][0].as_str()), ("J\u{fc}rgen Gro\u{df}", "Zo\u{eb} \u{201c}Zo\u{201d}"));
}

#[test]
fn utf16_without_a_mark_is_read_and_spans_are_in_bytes() {
    for big in [false, true] {
        let text = "Name,Email\nMeera Rao,m@x.example\n\"B, Sen\",b@x.example\n";
        let bytes: Vec<u8> =
            text.encode_utf16().flat_map(|u| if big { u.to_be_bytes() } else { u.to_le_bytes() }).collect();
        let found = understand("x.csv", &bytes);
        assert_eq!(found.dialect.encoding, if big { "utf-16be" } else { "utf-16le" });
        assert!(!found.dialect.bom);
        assert_eq!(found.row_index[0].start, 2 * "Name,Email\n".len() as u64);
        assert_eq!(rows(&found, &bytes)[1], ["B, Sen", "b@x.example"]);
    }
}

#[test]
fn one_broken_byte_does_not_change_the_encoding() {
    let mut text = "Name,Email\n".to_owned();
    for i in 0..40 {
        text.push_str(&format!("Zo\u{eb} {i},z{i}@x.example\n"));
    }
    let mut bytes = text.into_bytes();
    bytes.extend_from_slice(b"Broken \xff,b@x.example\n");
    let found = understand("x.csv", &bytes);
    assert_eq!(found.dialect.encoding, "utf-8");
    assert!(found.notes.iter().any(|n| n.contains("1 places")), "{:?}", found.notes);
    assert_eq!(rows(&found, &bytes)[40][0], "Broken \u{fffd}");
}

#[test]
fn backslash_escapes_are_told_from_json_in_doubled_quotes() {
    let escaped =
        b"id,notes,city\n1,\"said \\\"hello, you\\\" twice\",Pune\n2,\"plain\",Goa\n3,\"a \\\"b\\\", c\",Goa\n";
    let found = understand("x.csv", escaped);
    assert_eq!(found.dialect.escape.as_deref(), Some("\\"));
    assert_eq!(rows(&found, escaped)[0][1], "said \"hello, you\" twice");
    let doubled = b"id,meta,city\n1,\"{\"\"a\"\": \"\"say \\\"\"x, y\\\"\"\"\"}\",Pune\n2,\"{}\",Goa\n";
    let found = understand("x.csv", doubled);
    assert_eq!(found.dialect.escape, None);
    assert_eq!(rows(&found, doubled)[0][1], "{\"a\": \"say \\\"x, y\\\"\"}");
}

#[test]
fn too_many_columns_are_refused() {
    let text = vec!["x"; 5000].join(",");
    assert!(matches!(error(text.as_bytes()), UnderstandingError::TooManyColumns { columns: 5000, .. }));
}

#[test]
fn a_quoted_cell_far_down_is_still_one_cell() {
    let mut text = "Name,Email,City\n".to_owned();
    for i in 0..20_000 {
        text.push_str(&format!("Person {i},p{i}@x.example,Pune\n"));
    }
    text.push_str("\"Rao, Meera\",m@x.example,Goa\n");
    let found = understand("x.csv", text.as_bytes());
    assert_eq!((found.rows.ok, found.dialect.quote.as_deref()), (20_001, Some("\"")));
}

#[test]
fn a_band_above_the_header_is_no_header_and_says_what_its_columns_are_of() {
    let file = b",CONTACT,,REQUIREMENT,,\nNr,Name,Mobile,Type,From,To\n\
        1,Meera Rao,+91 98300 12345,Villa,5000000,7500000\n2,Dev Sen,+91 98300 12346,Plot,4000000,6500000\n";
    let found = understand("x.csv", file);
    assert_eq!((found.dialect.preamble_rows, found.dialect.header_row, found.rows.total), (1, Some(2), 2));
    let fields: Vec<Option<&str>> = found.columns.iter().map(|c| c.field.as_deref()).collect();
    let wanted = ["requirement.property_type", "requirement.budget_min", "requirement.budget_max"];
    assert_eq!(fields.get(3..), Some(&wanted.map(Some)[..]));
}

#[test]
fn a_count_of_the_rows_below_them_is_no_row() {
    let file = b"Name,Mobile,City\nMeera Rao,+91 98300 12345,Pune\nDev Sen,+91 98300 12346,Pune\nTotal visits,2,\n";
    let found = understand("x.csv", file);
    assert_eq!((found.dialect.footer_rows, found.rows.total), (1, 2));
    let file = b"Name,Mobile,City\nTotal Rao,+91 98300 12345,Pune\nDev Sen,+91 98300 12346,Pune\n";
    assert_eq!(understand("x.csv", file).rows.total, 2);
}

#[test]
fn a_pound_without_any_letter_beside_it_is_a_pound() {
    let found =
        understand("x.csv", b"Name,Phone,Budget\nA. Shaw,07700 900123,\xa3260,\nB. Hale,07700 900124,\xa3540\n");
    assert_eq!(found.dialect.encoding, "windows-1252");
}

#[test]
fn months_between_the_rows_and_counts_below_them_are_no_rows() {
    let file = "Name,Phone,City,Status\nJANUARY,,,\nMeera Rao,+91 98300 10001,Pune,New\nMarch 2025,,,\n\
                April,+91 98300 10002,Pune,New\nAnzahl Bewerber:,2,,\n";
    let found = understand("x.csv", file.as_bytes());
    assert_eq!((found.rows.total, found.dialect.footer_rows), (2, 1));
    let set_aside: Vec<&str> = found.set_aside.iter().map(|s| s.role.as_str()).collect();
    assert_eq!(set_aside, ["header", "section", "section", "footer"]);
}

#[test]
fn one_figure_among_the_names_of_columns_makes_them_no_data() {
    let file = "LAUNCH NIGHT,,,,,\nVenue:,Ballroom B,,Date:,12 February 2026,\nGuest Name,Tel No,E-mail,Nationality,+1,Remarks\n\
                Meera Rao,+91 98300 10001,meera@rao.example,Indian,2,late\nKabir Gill,+91 98300 10002,kabir@gill.example,Indian,1,\n";
    assert_eq!(understand("x.csv", file.as_bytes()).dialect.header_row, Some(3));
}

#[test]
fn a_sum_in_one_cell_ends_a_file_in_any_language() {
    for last in ["Total de imóveis: 2,,,,", "कुल सौदे: 2,,,,", ",,2 ,,"] {
        let text = format!(
            "Name,Phone,City,Stage,Note\nMeera Rao,9830012345,Pune,New,a\nAsha Jain,9830012346,Pune,New,b\n{last}\n"
        );
        let found = analyze(text.as_bytes(), &Options::default()).unwrap();
        assert_eq!((found.rows.total, found.dialect.footer_rows), (2, 1), "{last}");
    }
    let text = "Name,Phone,City,Stage,Note\nMeera Rao,9830012345,Pune,New,a\n,9830012346,,,\n";
    let found = analyze(text.as_bytes(), &Options::default()).unwrap();
    assert_eq!((found.rows.total, found.dialect.footer_rows), (2, 0), "whoever left a number alone is a row");
}
