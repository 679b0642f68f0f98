//! What of a person is compared: from canonical fields to the features of the identity engine.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use contracts::EntityType;
use identity::names::Part;
use identity::record::{Features, Span};
use identity::shape::{Role, Shape};
use identity::values::date::Order;
use identity::{Key, KeyKind};
use serde::Deserialize;
use serde_json::Value;
use store::Said;

use crate::error::Failure;

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

/// The fields that features are read from: those of one value, and lists.
pub(crate) const TEXTS: [&str; 9] = [
    "full_name",
    "given_name",
    "middle_name",
    "family_name",
    "prefix",
    "suffix",
    "gender",
    "birth_date",
    "company_name",
];
/// Beside them the ids that other systems know somebody by: not compared, and yet theirs.
pub(crate) const LISTS: [&str; 4] = ["phone", "email", "address", "external_id"];

/// What a person says, cell by cell.
#[derive(Default)]
struct Cells([String; CELLS]);

impl Cells {
    /// The single values, in the order of [`TEXTS`].
    fn texts<'a>(&mut self, text: impl Fn(usize) -> &'a str) {
        let [full, given, middle, family, prefix, suffix, gender, _, _, born, company, ..] = &mut self.0;
        // The parts say which word is what; the whole name repeats them.
        let (whole, parts) = (text(0), [text(1), text(2), text(3)]);
        if (!parts[0].is_empty() && !parts[2].is_empty()) || whole.is_empty() {
            for (cell, part) in [given, middle, family].into_iter().zip(parts) {
                cell.push_str(part);
            }
        } else {
            full.push_str(whole);
        }
        for (at, cell) in [prefix, suffix, gender, born, company].into_iter().enumerate() {
            cell.push_str(text(4 + at));
        }
    }

    fn lines(&mut self) -> [&mut String; 2] {
        let [_, _, _, _, _, _, _, phone, email, ..] = &mut self.0;
        [phone, email]
    }

    /// An address, by its parts.
    fn address<'a>(&mut self, part: impl Fn(&str) -> Option<&'a str>) {
        let [.., street, postal, city] = &mut self.0;
        let part = |name: &str| part(name).filter(|s| !s.is_empty());
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

    fn clear(&mut self) {
        self.0.iter_mut().for_each(String::clear);
    }
}

/// What reading one person takes up; the next one is read in it.
#[derive(Default)]
struct Reading {
    cells: Cells,
    features: Features,
    scratch: String,
}

thread_local! {
    static READING: RefCell<Reading> = RefCell::default();
}

/// The features of cells that `fill` fills, in as much memory as they need.
fn of_cells(fill: impl FnOnce(&mut Cells) -> Result<(), Failure>) -> Result<Features, Failure> {
    READING.with_borrow_mut(|Reading { cells, features, scratch }| {
        cells.clear();
        fill(cells)?;
        features.read(&SHAPE, |column| cells.0.get(column).map_or("", String::as_str), scratch);
        Ok(features.clone())
    })
}

/// The features of a person. `get`: a canonical field's value.
pub(crate) fn features<'a>(get: impl Fn(&str) -> Option<&'a Value>) -> Features {
    let filled = of_cells(|cells| {
        fill(cells, get);
        Ok(())
    });
    filled.unwrap_or_default()
}

fn fill<'a>(cells: &mut Cells, get: impl Fn(&str) -> Option<&'a Value>) {
    let text = |f: &str| get(f).and_then(Value::as_str).unwrap_or_default();
    cells.texts(|nth| TEXTS.get(nth).map_or("", |field| text(field)));
    for (cell, field) in cells.lines().into_iter().zip(LISTS) {
        join(get(field), cell);
    }
    // Of several addresses the first: it is the one that a row tells.
    if let Some(address) = get("address").and_then(Value::as_array).and_then(|all| all.first()) {
        cells.address(|name| address.get(name).and_then(Value::as_str));
    }
}

/// As [`features`], of a record that is read where it lies: [`TEXTS`] and [`LISTS`] are what was asked for.
pub(crate) fn features_said(said: &Said) -> Result<Features, Failure> {
    of_cells(|cells| fill_said(cells, said))
}

fn fill_said(cells: &mut Cells, said: &Said) -> Result<(), Failure> {
    cells.texts(|nth| said.text(nth));
    for (list, cell) in cells.lines().into_iter().enumerate() {
        for item in said.items(list) {
            // As it is written by the million; whatever is written in another way is read as any value.
            match serde_json::from_str::<Line<'_>>(item) {
                Ok(line) => append(line.value, line.received, cell),
                Err(_) => {
                    let item = any(item)?;
                    let text = |k: &str| item.get(k).and_then(Value::as_str);
                    append(text("value"), text("received"), cell);
                }
            }
        }
    }
    if let Some(address) = said.items(2).next() {
        match serde_json::from_str::<Door<'_>>(address) {
            Ok(door) => cells.address(|name| door.part(name)),
            Err(_) => {
                let address = any(address)?;
                cells.address(|name| address.get(name).and_then(Value::as_str));
            }
        }
    }
    Ok(())
}

/// What of a record that is read where it lies is more than its features: the same fields as in the record itself.
pub(crate) fn fields_said(said: &Said) -> Result<BTreeMap<String, Value>, Failure> {
    let texts =
        TEXTS.iter().enumerate().map(|(nth, field)| (*field, said.text(nth))).filter(|(_, text)| !text.is_empty());
    let mut fields: BTreeMap<String, Value> = texts.map(|(field, text)| (field.into(), text.into())).collect();
    for (nth, field) in LISTS.iter().enumerate() {
        let items = said.items(nth).map(any).collect::<Result<Vec<Value>, Failure>>()?;
        if !items.is_empty() {
            fields.insert((*field).into(), Value::Array(items));
        }
    }
    Ok(fields)
}

/// By what somebody is found exactly whose record is read where it lies: as [`identity::Features::of`] its fields.
pub(crate) fn exact_said(said: &Said) -> Result<identity::Features, Failure> {
    let mut exact = identity::Features { name: identity::name_tokens(said.text(0)), ..identity::Features::default() };
    if exact.name.is_empty() {
        (1..=3).for_each(|part| exact.name.extend(identity::name_tokens(said.text(part))));
    }
    for (list, kind) in [(0, KeyKind::Phone), (1, KeyKind::Email), (3, KeyKind::ExternalId)] {
        for item in said.items(list) {
            let value = match serde_json::from_str::<Named<'_>>(item) {
                Ok(named) => identity::key_said(kind, |part| if part == "system" { named.system } else { named.value }),
                Err(_) => identity::key_value(kind, &any(item)?),
            };
            exact.keys.extend(value.map(|value| Key { kind, value }));
        }
    }
    Ok(exact)
}

/// What to call somebody whose record is read where it lies.
pub(crate) fn title_said(said: &Said) -> Result<String, Failure> {
    match said.text(0).trim() {
        "" => Ok(graph::title(EntityType::Person, &fields_said(said)?)),
        name => Ok(name.into()),
    }
}

fn any(item: &str) -> Result<Value, Failure> {
    Ok(serde_json::from_str(item).map_err(|e| store::StoreError::Damaged(format!("a value can't be read: {e}")))?)
}

/// A number or a mailbox without what is nobody's name for it.
#[derive(Deserialize)]
struct Line<'a> {
    value: Option<&'a str>,
    received: Option<&'a str>,
}

/// What somebody is found by.
#[derive(Deserialize)]
struct Named<'a> {
    system: Option<&'a str>,
    value: Option<&'a str>,
}

/// An address.
#[derive(Deserialize)]
struct Door<'a> {
    #[serde(borrow)]
    street: Option<&'a str>,
    street2: Option<&'a str>,
    po_box: Option<&'a str>,
    locality: Option<&'a str>,
    formatted: Option<&'a str>,
    postal_code: Option<&'a str>,
    city: Option<&'a str>,
}

impl<'a> Door<'a> {
    fn part(&self, name: &str) -> Option<&'a str> {
        match name {
            "street" => self.street,
            "street2" => self.street2,
            "po_box" => self.po_box,
            "locality" => self.locality,
            "formatted" => self.formatted,
            "postal_code" => self.postal_code,
            "city" => self.city,
            _ => None,
        }
    }
}

/// The values of a list, as received where they could not be normalised.
pub(crate) fn join(list: Option<&Value>, cell: &mut String) {
    for item in list.and_then(Value::as_array).into_iter().flatten() {
        let text = |k: &str| item.get(k).and_then(Value::as_str);
        append(text("value"), text("received"), cell);
    }
}

fn append(value: Option<&str>, received: Option<&str>, cell: &mut String) {
    let there = |text: &&str| !text.is_empty();
    if let Some(value) = value.filter(there).or_else(|| received.filter(there)) {
        if !cell.is_empty() {
            cell.push('\n');
        }
        cell.push_str(value);
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
    use contracts::{Actor, EntityId, EntityRef};
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
    fn a_record_says_the_same_where_it_lies_however_its_values_are_written() {
        let dir = tempfile::tempdir().expect("a folder");
        let host = crate::SystemHost;
        let store = store::Store::open(dir.path(), &host).expect("a store");
        let people = [
            json!({ "full_name": "  ", "given_name": "Rina", "family_name": "Sen", "prefix": "Dr.", "gender": "f" }),
            json!({
                "full_name": " Rina Sen ", "suffix": "Jr.", "birth_date": "1962-03-07", "company_name": "Orchid",
                "phone": [
                    { "value": "+919830000001", "received": "098300 00001", "label": null, "is_primary": true },
                    { "value": "", "received": "033 \"2222\" 3333" },
                    { "value": 7 },
                ],
                "email": [{ "value": "R\u{e9}na\\@sen.example" }, { "received": "rina at sen" }],
                "address": [
                    { "street": "12 Lake Road", "street2": "\"Flat\" 3", "city": "Kolkata", "postal_code": "700029" },
                    { "city": "Pune" },
                ],
                "external_id": [{ "system": "hubspot", "value": "42" }],
                "tags": ["vip"],
            }),
            json!({ "address": [{ "street": "", "formatted": "12 Lake Road", "city": "Kolkata" }], "notes": "x" }),
            json!({ "email": [{ "value": "only@mail.example" }] }),
        ];
        let ids: Vec<EntityId> = (0..6u128).map(|n| EntityId(uuid::Uuid::from_u128(n))).collect();
        let written: Result<(), Failure> = store.write(&host, |tx| {
            for (id, fields) in ids.iter().skip(1).zip(&people) {
                let at = EntityRef { entity: EntityType::Person, id: *id };
                let fields = fields.as_object().expect("fields").clone();
                let fields = fields.into_iter().map(|(name, value)| (name, value, Vec::new(), None));
                crate::edit::write_edit(tx, &Actor::rule("test"), at, vec![graph::Mutation::create(at, fields)])?;
            }
            Ok(())
        });
        written.expect("people");
        let mut seen = Vec::new();
        let read = store.read(|r| {
            r.said(EntityType::Person, (&TEXTS, &LISTS), &ids, |nth, said| {
                let at = EntityRef { entity: EntityType::Person, id: ids[nth] };
                let record = r.record(at)?.expect("a record");
                assert_eq!(features_said(said)?, features(|f| record.fields.get(f)), "{nth}");
                assert_eq!(title_said(said)?, graph::title(EntityType::Person, &record.fields), "{nth}");
                let exact = identity::Features::of(|f| record.fields.get(f));
                assert_eq!(exact_said(said)?, exact, "{nth}");
                let fields = fields_said(said)?;
                assert_eq!(identity::Features::of(|f| fields.get(f)), exact, "{nth}");
                seen.push(nth);
                Ok::<_, Failure>(())
            })
        });
        read.expect("read");
        assert_eq!(seen, [1, 2, 3, 4], "those that there are");
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
