//! What of a person is compared: from canonical fields to the features of the identity engine.

use std::sync::LazyLock;

use identity::names::Part;
use identity::record::{Features, Span};
use identity::shape::{Role, Shape};
use identity::values::date::Order;
use serde_json::Value;

/// Cells that the features are read from, in the order of [`SHAPE`].
const CELLS: usize = 14;

/// What the cells of a person mean. The order is part of the version of the keys ([`super::VERSION`]).
pub(crate) static SHAPE: LazyLock<Shape> = LazyLock::new(|| Shape {
    columns: [
        Role::Name(Part::Unknown),
        Role::Name(Part::Given),
        Role::Name(Part::Middle),
        Role::Name(Part::Family),
        Role::Title,
        Role::Title,
        Role::Gender,
        Role::Phone,
        Role::Email,
        // Canonical dates are ISO 8601.
        Role::Birth(Order::YearFirst),
        Role::Company,
        Role::Address,
        Role::PostalCode,
        Role::City,
    ]
    .into_iter()
    .enumerate()
    .collect(),
    custom: Vec::new(),
});

/// The features of a person. `get`: a canonical field's value.
pub(crate) fn features<'a>(get: impl Fn(&str) -> Option<&'a Value>) -> Features {
    let text = |f: &str| get(f).and_then(Value::as_str).unwrap_or_default();
    let mut cells: [String; CELLS] = Default::default();
    // The parts say which word is what; the whole name repeats them.
    let parts = ["given_name", "middle_name", "family_name"].map(text);
    let whole = text("full_name");
    let [full, given, middle, family, prefix, suffix, gender, phone, email, born, company, street, postal, city] =
        &mut cells;
    if (!parts[0].is_empty() && !parts[2].is_empty()) || whole.is_empty() {
        for (cell, part) in [given, middle, family].into_iter().zip(parts) {
            cell.push_str(part);
        }
    } else {
        full.push_str(whole);
    }
    for (cell, field) in
        [(prefix, "prefix"), (suffix, "suffix"), (gender, "gender"), (born, "birth_date"), (company, "company_name")]
    {
        cell.push_str(text(field));
    }
    join(get("phone"), phone);
    join(get("email"), email);
    // Of several addresses the first: it is the one that a row tells.
    if let Some(address) = get("address").and_then(Value::as_array).and_then(|all| all.first()) {
        let part = |name: &str| address.get(name).and_then(Value::as_str).filter(|s| !s.is_empty());
        let lines = ["street", "street2", "po_box", "locality"].into_iter().filter_map(part);
        for line in lines {
            if !street.is_empty() {
                street.push_str(", ");
            }
            street.push_str(line);
        }
        if street.is_empty() {
            street.push_str(part("formatted").unwrap_or_default());
        }
        postal.push_str(part("postal_code").unwrap_or_default());
        city.push_str(part("city").unwrap_or_default());
    }
    Features::of(&SHAPE, |column| cells.get(column).map_or("", String::as_str))
}

/// The values of a list, as received where they could not be normalised.
pub(crate) fn join(list: Option<&Value>, cell: &mut String) {
    for item in list.and_then(Value::as_array).into_iter().flatten() {
        let text = |k: &str| item.get(k).and_then(Value::as_str).filter(|s| !s.is_empty());
        if let Some(value) = text("value").or_else(|| text("received")) {
            if !cell.is_empty() {
                cell.push('\n');
            }
            cell.push_str(value);
        }
    }
}

/// Who somebody is by their own words, as a digest: name, lines, mailboxes and date of birth, in whatever order, columns and
/// spelling of numbers a file has them. Where they live or work is not part of it: another file tells less or more of that.
pub(crate) fn digest(features: &Features) -> [u8; 16] {
    let sorted = |mut all: Vec<String>| {
        all.sort_unstable();
        all.dedup();
        all.join("\n")
    };
    let words = sorted(features.words.iter().map(|w| features.str(w.span).to_owned()).collect());
    let lines = sorted(features.phones.iter().map(|p| format!("{}", p.key())).collect());
    let mailbox = |(local, domain): &(Span, Span)| format!("{}@{}", features.str(*local), features.str(*domain));
    let mailboxes = sorted(features.emails.iter().map(mailbox).collect());
    let born = features.born.map(|b| format!("{}-{}-{}", b.year, b.month, b.day)).unwrap_or_default();
    let marks = format!("{} {}", features.marks.gender, features.marks.generation);
    let parts = [&words, &lines, &mailboxes, &born, &marks].map(|part| part.as_bytes());
    let whole = graph::commitment("velocity/features/1", &parts);
    let mut out = [0; 16];
    out.iter_mut().zip(whole).for_each(|(to, from)| *to = from);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn of(fields: &Value) -> Features {
        features(|f| fields.get(f))
    }

    #[test]
    fn a_name_in_parts_and_as_a_whole_has_the_same_words() {
        let parts = of(&json!({ "given_name": "Rina", "family_name": "Sen", "full_name": "Rina Sen" }));
        let whole = of(&json!({ "full_name": "Rina Sen" }));
        let words = |f: &Features| f.words.iter().map(|w| f.str(w.span).to_owned()).collect::<Vec<_>>();
        assert_eq!(words(&parts), words(&whole));
        assert_eq!(parts.words.len(), 2, "no word twice");
    }

    #[test]
    fn every_number_and_mailbox_takes_part() {
        let f = of(&json!({
            "full_name": "Rina Sen",
            "phone": [{ "value": "+919830000001" }, { "value": "", "received": "033 2222 3333" }],
            "email": [{ "value": "rina@sen.example" }, { "value": "r@sen.example" }],
            "birth_date": "1962-03-07",
            "address": [{ "street": "12 Lake Road", "city": "Kolkata", "postal_code": "700029" }],
        }));
        assert_eq!((f.phones.len(), f.emails.len()), (2, 2));
        assert!(f.born.is_some_and(|b| b.month == 3 && b.day == 7));
        assert_eq!(f.str(f.city), "kolkata");
    }

    #[test]
    fn a_digest_is_of_the_words_not_of_their_spelling() {
        let one = of(&json!({ "full_name": "RINA  SEN", "phone": [{ "value": "+91 98300 00001" }] }));
        let other = of(&json!({ "full_name": "Rina Sen", "phone": [{ "value": "+919830000001" }] }));
        let parts = of(&json!({
            "given_name": "Rina", "family_name": "Sen", "company_name": "Orchid", "phone": [{ "received": "098300 00001" }]
        }));
        let third = of(&json!({ "full_name": "Rina Sen", "phone": [{ "value": "+919830000002" }] }));
        assert_eq!(digest(&one), digest(&other));
        assert_eq!(digest(&one), digest(&parts));
        assert_ne!(digest(&one), digest(&third));
    }
}
