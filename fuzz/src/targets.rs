//! What holds for every input of the import's readers. Shared by the fuzzer and by the tests of `understanding`, which
//! replay the committed corpus through the same functions.
//!
//! A law that does not hold panics, which the fuzzer keeps as a find.

use contracts::{BatchId, DateOrder, Dialect, LineEnding, RowShape};

use understanding::values::money::Money;
use understanding::values::{date, digits, email, money, name, number, phone, text};
use understanding::{Mapping, MappingContext, Options, RowParser, analyze, parse_row, record_spans};

/// Takes any bytes; panics where a law is broken.
pub type Target = fn(&[u8]);

/// Every target by its name; also the name of its folder in `fuzz/corpus`.
pub const TARGETS: &[(&str, Target)] = &[
    ("dialect", dialect),
    ("records", records),
    ("dates", dates),
    ("money", amounts),
    ("phones", phones),
    ("names", names),
    ("emails", emails),
    ("import", import),
    ("pasted", pasted),
];

/// The target of a name.
#[allow(dead_code)]
pub fn by_name(wanted: &str) -> Option<Target> {
    TARGETS.iter().find(|(name, _)| *name == wanted).map(|(_, target)| *target)
}

/// The first byte chooses among settings, the rest is text.
fn setting_and_text(data: &[u8]) -> (u8, String) {
    let (first, rest) = data.split_first().map_or((0, data), |(f, r)| (*f, r));
    (first, String::from_utf8_lossy(rest).into_owned())
}

/// Any bytes are a table or refused with a way out; every record is a data row or set aside.
pub fn dialect(data: &[u8]) {
    let options = Options { file_name: "x.csv".into(), default_region: Some("IN".into()), ..Options::default() };
    let found = match analyze(data, &options) {
        Ok(found) => found,
        Err(refusal) => {
            assert!(!refusal.to_string().is_empty() && !refusal.way_out().is_empty());
            return;
        }
    };
    let r = found.rows;
    assert_eq!(r.ok + r.short + r.long + r.unparsable, r.total);
    assert_eq!(found.row_index.len() as u64, r.total);
    assert_eq!(found.columns.len(), found.headers.len());
    let spans = record_spans(data, &found.dialect);
    let aside = found.set_aside.len() as u64;
    assert!(r.total + aside <= spans.len() as u64);
    if found.dialect.blank_rows < 2_000 {
        assert_eq!(r.total + aside, spans.len() as u64, "every record is a row or set aside");
    }
    let mut left = spans.iter();
    for row in &found.row_index {
        assert!(left.any(|s| s.start == row.start && s.end == row.end), "every row is a record, in order");
    }
    // A record is set aside once and is no row.
    let mut aside: Vec<u64> = found.set_aside.iter().map(|s| s.record).collect();
    aside.dedup();
    assert_eq!(aside.len(), found.set_aside.len());
    let mut parser = RowParser::new(&found.dialect);
    for row in &found.row_index {
        let bytes = &data[row.start as usize..row.end as usize];
        let cells = parser.cells(bytes);
        assert_eq!(cells, parse_row(bytes, &found.dialect), "a parser keeps nothing from one row to the next");
        let wanted = match cells.len().cmp(&found.headers.len()) {
            _ if row.shape == RowShape::Unparsable => RowShape::Unparsable,
            std::cmp::Ordering::Less => RowShape::Short,
            std::cmp::Ordering::Greater => RowShape::Long,
            std::cmp::Ordering::Equal => RowShape::Ok,
        };
        assert_eq!(row.shape, wanted);
    }
}

/// Under any dialect the records cover the bytes, and only ends of lines lie between them.
pub fn records(data: &[u8]) {
    let (setting, _) = setting_and_text(data);
    let body = data.get(1..).unwrap_or_default();
    let encoding = ["utf-8", "utf-16le", "utf-16be", "windows-1252", "shift_jis"][usize::from(setting >> 4) % 5];
    let delimiter = [",", ";", "\t", "|"][usize::from(setting & 3)];
    let quoted = setting & 4 != 0;
    let dialect = Dialect {
        encoding: encoding.into(),
        bom: false,
        delimiter: delimiter.into(),
        quote: quoted.then(|| "\"".to_owned()),
        escape: (quoted && setting & 8 != 0).then(|| "\\".to_owned()),
        line_ending: LineEnding::Mixed,
        preamble_rows: 0,
        header_row: None,
        footer_rows: 0,
        blank_rows: 0,
    };
    let spans = record_spans(body, &dialect);
    let mut at = 0;
    for span in &spans {
        let between = &body[at..span.start as usize];
        let end: Vec<u8> = between.iter().copied().filter(|b| *b != 0).collect();
        assert!(at == 0 && between.is_empty() || matches!(end.as_slice(), b"\n" | b"\r" | b"\r\n"), "{between:?}");
        assert!(span.end >= span.start);
        at = span.end as usize;
        let cells = parse_row(&body[span.start as usize..at], &dialect);
        assert!(cells.iter().map(String::len).sum::<usize>() <= 3 * (at - span.start as usize));
    }
    let rest: Vec<u8> = body[at..].iter().copied().filter(|b| *b != 0).collect();
    assert!(matches!(rest.as_slice(), b"" | b"\n" | b"\r" | b"\r\n"), "{rest:?}");
}

/// A day that was read is read again from its own text, in any order, and lies in a time that business data speaks of.
pub fn dates(data: &[u8]) {
    let (setting, text) = setting_and_text(data);
    let order = [None, Some(DateOrder::Dmy), Some(DateOrder::Mdy), Some(DateOrder::Ymd)][usize::from(setting & 3)];
    let past = setting & 4 != 0;
    let readings = [date::parse(&text), date::serial(&text)];
    for moment in readings.into_iter().flatten() {
        if let Some(day) = moment.date(order, past) {
            let again = date::parse(&day).unwrap_or_else(|| panic!("{text:?} became {day:?}, which is no date"));
            assert_eq!(again.date(order, past).as_ref(), Some(&day), "{text:?}");
            let year: Option<i32> = day.get(..4).and_then(|y| y.parse().ok());
            assert!(day.starts_with("--") || year.is_some_and(|y| (1800..=2200).contains(&y)), "{text:?}: {day}");
        }
        if let Some(instant) = moment.datetime(order) {
            let again = date::parse(&instant).unwrap_or_else(|| panic!("{text:?} became {instant:?}"));
            assert_eq!(again.datetime(order).as_ref(), Some(&instant), "{text:?}");
        }
        if moment.hint() == date::OrderHint::Open {
            assert_eq!(moment.date(None, past), None, "an open order is never guessed: {text:?}");
        }
    }
}

/// An amount that was read is exact: its text is the same amount, also with its currency; ranges run upwards.
pub fn amounts(data: &[u8]) {
    let (setting, text) = setting_and_text(data);
    let comma = setting & 1 != 0;
    if let Some(n) = number::parse(&text, comma) {
        assert_eq!(number::parse(&number::text(n), false), Some(n), "{text:?}");
    }
    let _ = (number::bedrooms(&text), number::area(&text), number::boolean(&text));
    let exact = |m: &Money| {
        let plain = m.amount.to_string();
        assert_eq!(number::parse(&plain, false), Some(m.amount), "{text:?}");
        if let Some(code) = &m.currency {
            assert!(code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase()), "{text:?}: {code}");
        }
        let said = format!("{} {plain}", m.currency.as_deref().unwrap_or_default());
        if let Some(again) = money::parse(&said, false) {
            assert_eq!(again, money::Reading::One(Money { scaled: false, ..m.clone() }), "{text:?}");
        } else {
            // Thousandths are asked about, not read.
            assert!(plain.split_once('.').is_some_and(|(_, f)| f.len() == 3), "{text:?} became {said:?}");
        }
    };
    match money::parse(&text, comma) {
        Some(money::Reading::One(m) | money::Reading::AtLeast(m) | money::Reading::AtMost(m)) => {
            let _ = m.clone().under_header(&["crore", "AED"]);
            exact(&m);
        }
        Some(money::Reading::Range(from, to)) => {
            exact(&from);
            exact(&to);
            assert!(from.amount <= to.amount, "{text:?}");
        }
        None => {}
    }
}

/// What was read is E.164, reads as itself, and its last digits stand in the text: no number is made up. Only zeros at the end
/// may be what a power of ten stands for.
pub fn phones(data: &[u8]) {
    let (setting, text) = setting_and_text(data);
    let all = ["IN", "AE", "US", "GB", "SG", "DE", "SA", "AU"];
    let file: Vec<String> = (0..3).map(|i| all[(usize::from(setting) + i * 3) % 8].to_owned()).collect();
    let file = &file[..usize::from(setting >> 6)];
    let beside = [all[usize::from(setting >> 3) % 8]];
    let regions = phone::Regions {
        named: if setting & 1 == 0 { &[] } else { &["GB"] },
        beside: if setting & 2 == 0 { &[] } else { &beside },
        file,
    };
    for part in phone::split(&text) {
        assert!(!part.is_empty());
        let Some(reading) = phone::read_in(part, &regions) else { continue };
        let e164 = &reading.e164;
        let number = e164.strip_prefix('+').unwrap_or_else(|| panic!("{part:?} became {e164:?}"));
        assert!((7..=15).contains(&number.len()), "{part:?} became {e164:?}");
        assert!(number.bytes().all(|b| b.is_ascii_digit()) && !number.starts_with('0'), "{part:?} became {e164:?}");
        assert!((0.0..=1.0).contains(&reading.certainty));
        assert!(!phone::lost_digits(part), "{part:?}");
        assert_eq!(phone::read(e164, &[], &[]).map(|r| r.e164).as_ref(), Some(e164), "{part:?}");
        let shown: String = part.chars().filter_map(digits::value).filter_map(|d| char::from_digit(d, 10)).collect();
        let stands = |written: &str| shown.contains(&written[written.len() - 5..]);
        let zeros = zeros_of_a_power(part);
        let without = number.strip_suffix(&*"0".repeat(zeros)).filter(|_| zeros > 0);
        assert!(stands(number) || without.is_some_and(stands), "{part:?} became {e164:?}");
    }
}

/// Zeros that a power of ten stands for: `9.372800001E10` has one. More than two, or behind fewer than nine decimals, may have
/// been rounded away, and then no number is read.
fn zeros_of_a_power(text: &str) -> usize {
    let text = digits::ascii(text).to_ascii_lowercase();
    let zeros = |at: usize| {
        // A label may stand on either side.
        let (mantissa, exponent) = (&text[..at], &text[at + 1..]);
        let decimals = mantissa.bytes().rev().take_while(u8::is_ascii_digit).count();
        let marked = mantissa[..mantissa.len() - decimals].ends_with(['.', ',']);
        let exponent = exponent.strip_prefix('+').unwrap_or(exponent);
        let length = exponent.bytes().take_while(u8::is_ascii_digit).count();
        let zeros = exponent[..length].parse::<usize>().ok()?.checked_sub(decimals)?;
        (marked && decimals >= 9 && zeros <= 2).then_some(zeros)
    };
    text.match_indices('e').filter_map(|(at, _)| zeros(at)).max().unwrap_or(0)
}

/// A name keeps the words received, and once tidied there is nothing left to tidy but what an export puts before it.
pub fn names(data: &[u8]) {
    let text = String::from_utf8_lossy(data).into_owned();
    let cleaned = text::clean(&text);
    assert_eq!(text::clean(&understanding::guarded(&cleaned.text)).text, cleaned.text);
    let _ = (text::entities(&text), text::is_sentinel(&text), text::is_name_sentinel(&text));
    let received = cleaned.text.as_ref();
    let name = name::parse(received);
    for word in name.full.split_whitespace().chain(name.prefix.iter().flat_map(|p| p.split_whitespace())) {
        assert!(received.contains(word), "{received:?}: {word:?} was not there");
    }
    if matches!(name.remark, None | Some(name::Remark::Turned)) {
        assert_eq!(name::parse(&name.full).full, name.full, "{received:?}");
    }
    for part in [&name.given, &name.family, &name.company, &name.prefix].into_iter().flatten() {
        assert!(!part.trim().is_empty() && received.contains(part.split_whitespace().next().unwrap_or_default()));
    }
}

/// An address that was read reads as itself, and stands in the text but for the case of its domain.
pub fn emails(data: &[u8]) {
    let text = String::from_utf8_lossy(data).into_owned();
    for part in email::split(&text) {
        assert!(!part.is_empty());
        let Some(address) = email::parse(part) else { continue };
        assert_eq!(email::parse(&address).as_ref(), Some(&address), "{part:?}");
        assert_eq!(email::split(&address), [address.as_str()]);
        let local = address.rsplit_once('@').map_or("", |(l, _)| l);
        assert!(part.contains(local) && !address.contains(char::is_whitespace), "{part:?} became {address:?}");
    }
}

/// A whole file to drafts: every value names its cell, every row has an outcome, and the same again gives the same.
pub fn import(data: &[u8]) {
    let (setting, _) = setting_and_text(data);
    let body = data.get(1..).unwrap_or_default();
    let region = [None, Some("IN"), Some("AE"), Some("US")][usize::from(setting & 3)];
    let options =
        Options { file_name: "contacts.csv".into(), default_region: region.map(str::to_owned), ..Options::default() };
    let Ok(found) = analyze(body, &options) else { return };
    let ctx = MappingContext {
        batch_id: "01900000-0000-7000-8000-000000000001".parse::<BatchId>().expect("a fixed id"),
        source_system: found.source_system.clone(),
        row_entity: found.row_entity,
        phone_region: found.phone_region.clone(),
    };
    let mapping = Mapping::compile(&found.columns, ctx).expect("a proposed mapping compiles");
    for (number, row) in (1..).zip(&found.row_index) {
        let cells = parse_row(&body[row.start as usize..row.end as usize], &found.dialect);
        let draft = mapping.project(number, row.shape, &cells);
        for field in draft.records.iter().flat_map(|r| &r.fields) {
            assert!(!field.sources.is_empty() && (0.0..=1.0).contains(&field.confidence), "{}", field.field);
            assert!(field.sources.iter().all(|s| s.row_number == number && (s.column as usize) < found.headers.len()));
            if let Some(items) = field.value.as_array() {
                assert!(field.sources.len() >= items.len(), "{}", field.field);
            }
        }
        assert_eq!(mapping.project(number, row.shape, &cells), draft);
    }
    assert_eq!(analyze(body, &options).as_ref(), Ok(&found));
}

/// Every value of a pasted text is quoted from the line that it names, and what was read once reads the same again.
pub fn pasted(data: &[u8]) {
    let (setting, text) = setting_and_text(data);
    let all = ["IN", "AE", "US", "GB"];
    let regions: Vec<String> = all.iter().take(usize::from(setting & 3)).map(|r| (*r).to_owned()).collect();
    let read = understanding::pasted::read(&text, &regions);
    assert!(read.people.len() <= understanding::pasted::MAX_PEOPLE);
    assert_eq!(read.people.is_empty(), read.kind == contracts::PastedKind::Unknown);
    for person in &read.people {
        assert!(!person.fields.is_empty() && !person.title().is_empty());
        for field in &person.fields {
            assert!((0.0..=1.0).contains(&field.confidence) && !field.text.trim().is_empty(), "{field:?}");
            let line = text.lines().nth(field.line as usize - 1).unwrap_or_else(|| panic!("{field:?}: no such line"));
            assert!(line.contains(field.read_from.trim_end_matches('\u{2026}').trim()), "{field:?} of {line:?}");
            assert!(contracts::FieldPath::parse(&format!("person.{}", field.field)).is_ok(), "{field:?}");
        }
    }
    assert_eq!(understanding::pasted::read(&text, &regions), read);
}
