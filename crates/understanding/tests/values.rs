//! Single values in the ways people write them.

use contracts::DateOrder;
use rstest::rstest;
use understanding::values::money::Reading;
use understanding::values::split::ListStyle;
use understanding::values::{country, date, email, money, number, phone, text};

#[rstest]
#[case("+91 98300 12345", "+919830012345")]
#[case("(+91) 9313909014", "+919313909014")]
#[case("+91-90567-16979", "+919056716979")]
#[case("0091 96382 06575", "+919638206575")]
#[case("91 9782324958", "+919782324958")]
#[case("9660 321 136", "+919660321136")]
#[case("93316-09684", "+919331609684")]
#[case("099250 14990", "+919925014990")]
#[case("022 4924 5594", "+912249245594")]
#[case("050 735 2777", "+971507352777")]
#[case("971582960858", "+971582960858")]
#[case("00971 52 4336372", "+971524336372")]
#[case("044625527", "+97144625527")]
#[case("1-408-555-0140", "+14085550140")]
#[case("(516) 555-0168", "+15165550168")]
#[case("9723 0525", "+6597230525")]
#[case("6593227648", "+6593227648")]
#[case("+44 (0)121 496 0641", "+441214960641")]
#[case("07700 900213", "+447700900213")]
#[case("+44 7700 900283", "+447700900283")]
#[case("tel:+1 212 555 0150", "+12125550150")]
#[case("\u{ff0b}91 98300 12345", "+919830012345")]
#[case("+1 212 555 0150 ext. 12", "+12125550150")]
fn phones_become_e164(#[case] received: &str, #[case] wanted: &str) {
    let regions: Vec<String> = ["IN", "AE", "US", "GB", "SG"].map(String::from).to_vec();
    assert_eq!(phone::read(received, &[], &regions).map(|r| r.e164).as_deref(), Some(wanted));
}

#[rstest]
#[case("not a phone")]
#[case("12345")]
#[case("+1")]
#[case("00000000000")]
#[case("2024-05-01 10:00")]
#[case("+49 1648")]
fn other_texts_are_no_phones(#[case] received: &str) {
    assert_eq!(phone::read(received, &[], &["IN".into()]), None);
}

#[test]
fn a_national_number_without_any_evidence_is_never_guessed() {
    assert_eq!(phone::read("98300 12345", &[], &[]), None);
}

#[test]
fn a_number_grouped_as_a_mobile_at_home_is_one_in_a_row_of_elsewhere_too_and_a_person_is_told() {
    let regions = ["DE".to_owned(), "AT".to_owned()];
    let read = |text| phone::read(text, &["AT"], &regions).map(|r| (r.e164, r.doubt));
    assert_eq!(read("0171 3926018"), Some(("+491713926018".into(), Some(phone::Doubt::Region("AT".into())))));
    assert_eq!(read("0664 1234567"), Some(("+436641234567".into(), None)), "a mobile of the row's own country");
}

#[test]
fn a_brazilian_number_that_may_lack_its_area_is_read_and_a_person_is_told() {
    let read = |text| phone::read(text, &[], &["BR".to_owned()]).map(|r| (r.e164, r.doubt));
    let area = || Some(phone::Doubt::Area("55".into()));
    assert_eq!(read("55 9 8000-4134"), Some(("+5555980004134".into(), area())));
    assert_eq!(read("(55) 98000-4134"), Some(("+5555980004134".into(), None)), "an area in brackets is meant");
    assert_eq!(read("55 51 98000-4134"), Some(("+5551980004134".into(), None)), "code and area");
    assert_eq!(read("51 98000-4134"), Some(("+5551980004134".into(), None)), "no Peruvian's, of whom nothing speaks");
    assert_eq!(read("51 98000-4134").map(|r| r.0), read("51980004134").map(|r| r.0));
}

#[test]
fn the_row_decides_before_the_file() {
    let regions = ["IN".to_owned(), "GB".to_owned()];
    let read = |row: &[&str]| phone::read("020 7946 1234", row, &regions).map(|r| r.e164);
    assert_eq!(read(&["GB"]).as_deref(), Some("+442079461234"));
    assert_eq!(read(&["IN"]).as_deref(), Some("+912079461234"));
}

#[rstest]
#[case("a@x.example; b@x.example", &["a@x.example", "b@x.example"])]
#[case("a@x.example ::: b@x.example", &["a@x.example", "b@x.example"])]
#[case("a@x.example, b@x.example", &["a@x.example", "b@x.example"])]
#[case("a@x.example/b@x.example", &["a@x.example", "b@x.example"])]
#[case("a@x.example\nb@x.example", &["a@x.example", "b@x.example"])]
#[case("Rao, Meera <m@x.example>", &["Rao, Meera <m@x.example>"])]
fn email_cells_split(#[case] cell: &str, #[case] wanted: &[&str]) {
    assert_eq!(email::split(cell), wanted);
}

#[rstest]
#[case("+91 98300 12345 / +91 98300 12346", 2)]
#[case("9830012345, 9830012346", 2)]
#[case("+91 98300 12345 ::: 050 735 2777", 2)]
#[case("98300/12345", 1)]
fn phone_cells_split(#[case] cell: &str, #[case] wanted: usize) {
    assert_eq!(phone::split(cell).len(), wanted);
}

#[rstest]
#[case("Zoya_Mirza@BANYANROOT.EXAMPLE", Some("Zoya_Mirza@banyanroot.example"))]
#[case("Meera Rao <meera@rao.example>", Some("meera@rao.example"))]
#[case("mailto:m.r+x@rao.example", Some("m.r+x@rao.example"))]
#[case("m@localhost", None)]
#[case("m@@x.example", None)]
#[case("m@x..example", None)]
#[case("m x@y.example", None)]
#[case("n/a", None)]
fn emails_keep_their_local_part(#[case] received: &str, #[case] wanted: Option<&str>) {
    assert_eq!(email::parse(received).as_deref(), wanted);
}

#[rstest]
#[case("2024-03-12", "2024-03-12")]
#[case("27 Aug 2024", "2024-08-27")]
#[case("7-Feb-22", "2022-02-07")]
#[case("Feb 7, 2022", "2022-02-07")]
#[case("1st March 2024", "2024-03-01")]
#[case("Mon, 27 Aug 2024", "2024-08-27")]
#[case("20240827", "2024-08-27")]
#[case("2024/8/7", "2024-08-07")]
#[case("31/12/2023", "2023-12-31")]
#[case("12/31/2023", "2023-12-31")]
#[case("05.05.2024", "2024-05-05")]
#[case("--02-29", "--02-29")]
#[case("27 Aug", "--08-27")]
#[case("3. M\u{e4}rz 2024", "2024-03-03")]
fn dates_that_tell_themselves(#[case] received: &str, #[case] wanted: &str) {
    assert_eq!(date::parse(received).and_then(|m| m.date(None, false)).as_deref(), Some(wanted));
}

#[rstest]
#[case("2024-04-15 10:31", "2024-04-15T10:31:00")]
#[case("2022-04-06T07:34:00.000+0000", "2022-04-06T07:34:00Z")]
#[case("2022-04-06T07:34:00.250+05:30", "2022-04-06T07:34:00.250+05:30")]
#[case("2022-04-06T07:34:00Z", "2022-04-06T07:34:00Z")]
#[case("27 Aug 2024, 9:15 pm", "2024-08-27T21:15:00")]
#[case("2024-04-15", "2024-04-15T00:00:00")]
fn datetimes_keep_their_offset(#[case] received: &str, #[case] wanted: &str) {
    assert_eq!(date::parse(received).and_then(|m| m.datetime(None)).as_deref(), Some(wanted));
}

#[test]
fn an_ambiguous_date_waits_for_its_order() {
    let moment = date::parse("03/04/2024").expect("a date");
    assert_eq!(moment.date(None, false), None);
    assert_eq!(moment.date(Some(DateOrder::Dmy), false).as_deref(), Some("2024-04-03"));
    assert_eq!(moment.date(Some(DateOrder::Mdy), false).as_deref(), Some("2024-03-04"));
}

#[rstest]
#[case("hello")]
#[case("98300 12345")]
#[case("31/31/2024")]
#[case("2024-02-30")]
#[case("1.5 Cr")]
#[case("3 BHK")]
#[case("May")]
#[case("12:30")]
#[case("Mayfair Towers 2024")]
fn other_texts_are_no_dates(#[case] received: &str) {
    assert_eq!(date::parse(received), None);
}

#[test]
fn births_of_two_digit_years_lie_in_the_past() {
    let moment = date::parse("7-Feb-48").expect("a date");
    assert_eq!(moment.date(None, true).as_deref(), Some("1948-02-07"));
    assert_eq!(moment.date(None, false).as_deref(), Some("2048-02-07"));
}

fn shown(reading: &Reading) -> String {
    let m = |m: &money::Money| {
        format!("{}{}", m.amount, m.currency.as_deref().map(|c| format!(" {c}")).unwrap_or_default())
    };
    match reading {
        Reading::One(a) => m(a),
        Reading::Range(a, b) => format!("{} to {}", m(a), m(b)),
        Reading::AtLeast(a) => format!("from {}", m(a)),
        Reading::AtMost(a) => format!("to {}", m(a)),
    }
}

#[rstest]
#[case("1.5 Cr", "15000000 INR")]
#[case("85 L", "8500000 INR")]
#[case("85L", "8500000 INR")]
#[case("85 lakh", "8500000 INR")]
#[case("1.8 crore", "18000000 INR")]
#[case("Rs. 1.5 Cr", "15000000 INR")]
#[case("\u{20b9}1,25,00,000", "12500000 INR")]
#[case("\u{20b9}3.5 Cr", "35000000 INR")]
#[case("INR 120000000", "120000000 INR")]
#[case("AED 2.3M", "2300000 AED")]
#[case("AED 4.2 mn", "4200000 AED")]
#[case("AED 17,500,000", "17500000 AED")]
#[case("2.3M AED", "2300000 AED")]
#[case("$1,250,000.50", "1250000.50 USD")]
#[case("90000000.50", "90000000.50")]
#[case("38000000", "38000000")]
#[case("2.75-3.44 Cr", "27500000 INR to 34400000 INR")]
#[case("AED 1.2M - 1.5M", "1200000 AED to 1500000 AED")]
#[case("50 L - 1 Cr", "5000000 INR to 10000000 INR")]
#[case("50 to 75 lakhs", "5000000 INR to 7500000 INR")]
#[case("up to 2 Cr", "to 20000000 INR")]
#[case("5 Cr+", "from 50000000 INR")]
#[case("\u{20b9}45,00,000/-", "4500000 INR")]
fn money_is_exact(#[case] received: &str, #[case] wanted: &str) {
    assert_eq!(money::parse(received, false).as_ref().map(shown).as_deref(), Some(wanted));
}

#[rstest]
#[case("1.250.000,50 \u{20ac}", "1250000.50 EUR")]
#[case("450.000 EUR", "450000 EUR")]
fn money_of_the_continent(#[case] received: &str, #[case] wanted: &str) {
    assert_eq!(money::parse(received, true).as_ref().map(shown).as_deref(), Some(wanted));
}

#[rstest]
#[case("negotiable")]
#[case("call 9830012345 first")]
#[case("12 Marble Lane")]
#[case("2024-05-01")]
#[case("")]
fn other_texts_are_no_money(#[case] received: &str) {
    assert_eq!(money::parse(received, false), None);
}

#[rstest]
#[case("3BHK", "3", None)]
#[case("4 BHK", "4", None)]
#[case("5", "5", None)]
#[case("2.5 BHK", "2.5", None)]
#[case("3-4 BHK", "3", Some("4"))]
#[case("Studio", "0", None)]
#[case("3 bed", "3", None)]
fn bedrooms_in_their_spellings(#[case] received: &str, #[case] from: &str, #[case] to: Option<&str>) {
    let got = number::bedrooms(received).map(|(a, b)| (a.to_string(), b.map(|b| b.to_string())));
    assert_eq!(got, Some((from.to_owned(), to.map(str::to_owned))));
}

#[rstest]
#[case("Yes", Some(true))]
#[case("N", Some(false))]
#[case("TRUE", Some(true))]
#[case("0", Some(false))]
#[case("opted out", Some(false))]
#[case("maybe", None)]
fn yes_and_no(#[case] received: &str, #[case] wanted: Option<bool>) {
    assert_eq!(number::boolean(received), wanted);
}

#[rstest]
#[case("NULL")]
#[case("\\N")]
#[case("#N/A")]
#[case("-")]
#[case("0/0/00")]
#[case("0000-00-00 00:00:00")]
#[case("1900-01-01")]
fn programs_ways_of_writing_nothing(#[case] received: &str) {
    assert!(text::is_sentinel(received));
    assert!(!text::is_sentinel("Nathan"));
}

#[test]
fn a_surname_of_null_stays() {
    assert!(!text::is_name_sentinel("Null"));
    assert!(text::is_name_sentinel("NULL"));
}

#[test]
fn text_is_composed_and_cleaned_of_what_nobody_sees() {
    let cleaned = text::clean("\u{feff}Zoe\u{308} \u{200b}Rao\u{0} ");
    assert_eq!((cleaned.text.as_ref(), cleaned.had_hidden), ("Zo\u{eb} Rao", true));
    let malayalam = "\u{d05}\u{d35}\u{d28}\u{d4d}\u{200d}\u{d31}";
    assert_eq!(text::clean(malayalam).text.as_ref(), malayalam, "joiners belong to the script");
}

#[rstest]
#[case(ListStyle::TripleColon, "* myContacts ::: VIP", &["* myContacts", "VIP"])]
#[case(ListStyle::Pipe, "hni|resale", &["hni", "resale"])]
#[case(ListStyle::Hash, "#nri #goldenvisa", &["nri", "goldenvisa"])]
#[case(ListStyle::Single, "Golf Course Road, Gurugram", &["Golf Course Road, Gurugram"])]
#[case(ListStyle::Any, "a; b, c", &["a", "b", "c"])]
fn lists_split_as_their_column_does(#[case] style: ListStyle, #[case] cell: &str, #[case] wanted: &[&str]) {
    assert_eq!(style.split(cell), wanted);
    assert_eq!(ListStyle::of(style.transform()), style);
}

#[test]
fn countries_are_found_by_code_name_and_habit() {
    assert!(country::all().len() > 50);
    for (text, code) in [("IN", "IN"), ("india", "IN"), ("UAE", "AE"), ("United Arab Emirates", "AE"), ("U.K.", "GB")] {
        assert_eq!(country::find(text).map(|c| c.code.as_str()), Some(code));
    }
    assert!(country::find("Atlantis").is_none());
}
