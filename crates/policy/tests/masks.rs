//! What a presenter sees: by example, and as a law over any value (R85).

use contracts::{EntityType, FIELDS, FieldKind};
use policy::mask;
use proptest::prelude::*;
use serde_json::{Value, json};

#[test]
fn each_kind_of_value_keeps_its_harmless_part_only() {
    use EntityType as E;
    let phone = |v: &str, r: &str, l: &str| json!({ "value": v, "received": r, "label": l, "is_primary": true });
    let cases = [
        (E::Person, "full_name", json!("Rahul Sharma"), json!("R. S.")),
        (E::Person, "full_name", json!("रवि शर्मा"), json!("र. श.")),
        (E::Person, "given_name", json!("(Rahul)"), json!("R.")),
        (E::Person, "company_name", json!("Tata Motors"), json!("T. M.")),
        (E::Person, "gender", json!("female"), json!("•••")),
        (E::Person, "photo_url", json!("https://pictures.example/rahul-sharma.jpg"), json!(null)),
        (
            E::Person,
            "phone",
            json!([phone("+919830012345", "098300 12345", "Mobile"), phone("", "call Rahul", "Rahul's wife")]),
            json!([phone("+91 •••••• •• 345", "•••••• •• 345", "Mobile"), phone("", "•••••• ••", "•••")]),
        ),
        (
            E::Person,
            "phone",
            json!([phone("+97142345678", "+1 415 555 2671", "work")]),
            json!([phone("+971 •••••• •• 78", "+1 •••••• •• 671", "work")]),
        ),
        (E::Household, "spouse.phone", json!("+91 98300 12345"), json!("+91 •••••• •• 345")),
        (E::Person, "phone", json!("12345"), json!("•••••• ••")),
        (E::Person, "phone", json!("+12345"), json!("+1 •••••• ••")),
        (E::Person, "phone", json!("+123"), json!("•••••• ••")),
        (
            E::Person,
            "email",
            json!([{ "value": "anil.sen@example.com", "received": "Anil Sen <anil.sen@Example.com>", "label": null }]),
            json!([{ "value": "a•••@•••.com", "received": "A•••@•••", "label": null }]),
        ),
        (E::Person, "email", json!("not an address"), json!("•••")),
        (E::Person, "email[].label", json!("Anil's office"), json!("•••")),
        (
            E::Person,
            "website",
            json!([{ "value": "https://anil-sen.in/about", "label": null }]),
            json!([{ "value": "•••.in", "label": null }]),
        ),
        (
            E::Person,
            "social",
            json!([{ "value": "linkedin.com/in/anil", "network": "linkedin", "is_primary": false }]),
            json!([{ "value": "•••", "network": "linkedin", "is_primary": false }]),
        ),
        (
            E::Person,
            "address",
            json!([{ "street": "4 Park Street", "city": "Kolkata", "postal_code": "700016", "country": "India",
                "formatted": "4 Park Street, Kolkata 700016", "label": "home", "is_primary": true }]),
            json!([{ "street": "•••", "city": "Kolkata", "postal_code": "•••", "country": "India",
                "formatted": "Kolkata, India", "label": "home", "is_primary": true }]),
        ),
        (
            E::Interest,
            "property.address",
            json!({ "city": "Tower 4, Flat 12", "formatted": "Tower 4" }),
            json!({ "city": "•••", "formatted": "•••" }),
        ),
        (E::Person, "address[].city", json!("Kolkata"), json!("Kolkata")),
        (E::Person, "address[].street", json!("4 Park Street"), json!("•••")),
        (E::Person, "birth_date", json!("1980-05-12"), json!("1980")),
        (E::Person, "birth_date", json!("--05-12"), json!("•••")),
        (E::Person, "consent.at", json!("2024-03-01T10:00:00Z"), json!("2024")),
        (E::Person, "consent.sms", json!(true), json!(null)),
        (E::Person, "notes", json!("Prefers Ballygunge."), json!("•••")),
        (E::Person, "notes", json!(""), json!("")),
        (E::Person, "tags", json!(["VIP", "Divorced"]), json!(["•••", "•••"])),
        (E::Person, "score", json!("87"), json!("•••")),
        (
            E::Person,
            "external_id",
            json!([{ "system": "hubspot", "value": "4411" }]),
            json!([{ "system": "hubspot", "value": "•••" }]),
        ),
        (
            E::Opportunity,
            "amount",
            json!({ "amount": "50000000", "currency": "INR", "received": "5 Cr from Rahul" }),
            json!({ "amount": "•••", "currency": "INR", "received": "•••" }),
        ),
        (E::Opportunity, "name", json!("Rahul Sharma, Alipore villa"), json!("•••")),
        (E::Opportunity, "contact", json!("Rahul Sharma"), json!("R. S.")),
        (
            E::Requirement,
            "area_min",
            json!({ "value": "1200", "unit": "sq_ft" }),
            json!({ "value": "•••", "unit": "sq_ft" }),
        ),
        (E::Task, "title", json!("Call Rahul"), json!("•••")),
        (
            E::Person,
            "custom.club",
            json!({ "name": ["Tolly", 4], "is_primary": "Tolly" }),
            json!({ "name": ["•••", null], "is_primary": "•••" }),
        ),
        (E::Person, "phone", json!(null), json!(null)),
        (E::Person, "phone", json!(9830012345_u64), json!(null)),
    ];
    for (entity, field, value, expected) in cases {
        assert_eq!(mask(entity, field, &value), expected, "{entity}.{field}: {value}");
    }
}

/// Texts inside a value.
fn texts(value: &Value, out: &mut Vec<String>) {
    match value {
        Value::String(text) => out.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|v| texts(v, out)),
        Value::Object(parts) => parts.values().for_each(|v| texts(v, out)),
        Value::Number(n) => out.push(n.to_string()),
        _ => {}
    }
}

/// Every run of four letters or digits, in lower case.
fn runs(text: &str) -> Vec<String> {
    let lower: Vec<char> = text.to_lowercase().chars().collect();
    let words = lower.split(|c| !c.is_alphanumeric());
    words.flat_map(|w| w.windows(4).map(String::from_iter)).collect()
}

/// The same, and runs of digits with what stands between them left out: `98300 12345` hides nothing.
fn private_runs(text: &str) -> Vec<String> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    runs(text).into_iter().chain(runs(&digits)).collect()
}

/// Words that a person may type; often with what masks look for in them.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-z]{4,10}( [A-Za-z]{1,10}){0,3}",
        "\\+?[0-9]{1,4}[ -]?[0-9]{3,5}[ -]?[0-9]{2,6}",
        "[a-z.]{1,12}@[a-z]{3,10}(\\.[a-z]{2,8}){0,2}",
        "(https?://)?[a-z]{4,10}\\.[a-z]{2,9}(/[a-z]{4,9})?",
        "[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:]{8}Z)?",
        "[0-9]{5,12}",
        "\\PC{0,24}",
        "[\\p{Devanagari}\\p{Arabic} ]{0,20}",
    ]
}

fn object(kind: FieldKind) -> BoxedStrategy<Value> {
    let keys: Vec<&'static str> = match kind {
        FieldKind::Address => {
            contracts::ADDRESS_PARTS.iter().copied().filter(|k| !["city", "country"].contains(k)).collect()
        }
        FieldKind::Money => vec!["amount", "currency", "received"],
        FieldKind::Area => vec!["value", "unit", "received"],
        FieldKind::Social => vec!["value", "network", "received"],
        _ => vec!["value", "received", "label", "formatted", "extra", "is_primary"],
    };
    let parts: Vec<_> = keys.into_iter().map(|k| words().prop_map(move |w| (k.to_owned(), json!(w)))).collect();
    parts.prop_map(|parts| Value::Object(parts.into_iter().collect())).boxed()
}

fn any_value(kind: FieldKind) -> impl Strategy<Value = Value> {
    let item = || prop_oneof![words().prop_map(|w| json!(w)), object(kind), any::<u64>().prop_map(|n| json!(n))];
    prop_oneof![3 => item(), 1 => prop::collection::vec(item(), 0..4).prop_map(Value::Array)]
}

fn field_and_value() -> impl Strategy<Value = (EntityType, String, Value)> {
    let known = prop::sample::select(FIELDS)
        .prop_flat_map(|f| any_value(f.kind).prop_map(move |v| (f.entity, f.name.to_owned(), v)));
    let custom = any_value(FieldKind::Text).prop_map(|v| (EntityType::Person, "custom.club".to_owned(), v));
    prop_oneof![9 => known, 1 => custom]
}

/// What may be shown of a text: a date's year, a host's top-level domain, a word that names no person.
fn allowed(kind: Option<FieldKind>, text: &str, shown: &str) -> bool {
    let is_date = matches!(kind, Some(FieldKind::Date | FieldKind::DateTime));
    (is_date && shown.len() == 4 && text.starts_with(&format!("{shown}-"))) || HARMLESS.contains(&shown)
}

/// What is shown without the top-level domain that e-mails and websites keep.
fn without_ending<'a>(text: &str, shown: &'a str) -> &'a str {
    match shown.rsplit_once('.') {
        Some((rest, top)) if rest.ends_with('•') && text.contains(&format!(".{top}")) => rest,
        _ => shown,
    }
}

/// Words that masks keep and that the words drawn may happen to be.
const HARMLESS: &[&str] = &["work", "home", "main", "acre", "sq_ft"];

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_four_letters_or_digits_of_a_private_value_are_shown((entity, field, value) in field_and_value()) {
        let (masked, kind) = (mask(entity, &field, &value), contracts::field(entity, &field).map(|f| f.kind));
        let (mut was, mut is) = (Vec::new(), Vec::new());
        texts(&value, &mut was);
        texts(&masked, &mut is);
        // The year that one date keeps may stand among the digits of another value beside it.
        is.retain(|shown| !was.iter().any(|text| allowed(kind, text, shown)));
        for text in &was {
            for shown in &is {
                let seen = runs(without_ending(text, shown));
                for run in private_runs(text) {
                    prop_assert!(!seen.contains(&run), "{}: {} shows {} of {}", field, masked, run, text);
                }
            }
        }
    }

    #[test]
    fn a_mask_has_the_structure_of_its_value((entity, field, value) in field_and_value()) {
        fn alike(a: &Value, b: &Value) -> bool {
            match (a, b) {
                (Value::Array(a), Value::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| alike(a, b)),
                (Value::Object(a), Value::Object(b)) => {
                    a.keys().eq(b.keys()) && a.values().zip(b.values()).all(|(a, b)| alike(a, b))
                }
                (Value::String(_), Value::String(_)) | (_, Value::Null) => true,
                _ => false,
            }
        }
        let masked = mask(entity, &field, &value);
        prop_assert!(alike(&value, &masked), "{} became {}", value, masked);
        prop_assert_eq!(mask(entity, &field, &value), masked, "the same value has the same mask");
    }
}
