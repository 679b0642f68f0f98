//! One cell to the values it holds.

use contracts::{EntityType, FieldKind, Unread};
use serde_json::{Value, json};

use super::build::{Item, Records};
use super::{Mapping, Plan};
use crate::profile::{is_url, social_network};
use crate::values::{date, email, money, number, phone, split::ListStyle, text};

/// What reading a row needs beside its cells.
pub(crate) struct Row<'a> {
    pub mapping: &'a Mapping,
    pub number: u64,
    /// Countries that the row itself names: by its address, then by its numbers with a country code.
    pub regions: Vec<&'static str>,
}

impl Row<'_> {
    /// Reads a cell into the records. Text is cleaned already and says something.
    pub fn read(&self, plan: &Plan, value: &str, out: &mut Records) {
        let entity = plan.path.entity;
        let name = plan.path.name.as_str();
        let Some(def) = plan.path.def else {
            out.set(self.custom_owner(entity), name, json!(value), plan.confidence, vec![self.source(plan)]);
            return;
        };
        let one =
            |out: &mut Records, value: Value| out.set(entity, name, value, plan.confidence, vec![self.source(plan)]);
        match def.kind {
            FieldKind::Address => {
                if let Some(label) = &plan.label {
                    out.part_label(plan, label);
                }
                let part = plan.path.part.as_deref().unwrap_or("formatted");
                if part == "label" {
                    if let (Some(label), _) = label_of(value) {
                        out.part_label(plan, &label);
                    }
                } else {
                    out.part(plan, part, value, self.source(plan));
                }
            }
            // Labels are put on their values when the whole row is read.
            _ if plan.path.part.is_some() => {}
            FieldKind::Phone => self.phones(plan, value, def.many, out),
            FieldKind::Email => self.emails(plan, value, def.many, out),
            FieldKind::Website | FieldKind::Social => self.links(plan, value, def.kind, out),
            FieldKind::ExternalId => {
                let item = json!({ "system": self.mapping.source_system, "value": value });
                self.push(plan, item, 1.0, out);
            }
            FieldKind::Tag => self.tags(plan, value, out),
            FieldKind::Text | FieldKind::LongText | FieldKind::Choice => match joined_with(entity, name) {
                Some(with) => out.join(entity, name, with, value, plan.confidence, self.source(plan)),
                None => one(out, json!(value)),
            },
            FieldKind::Date | FieldKind::DateTime => self.dates(plan, value, def.kind, out),
            FieldKind::Money => self.money(plan, value, out),
            FieldKind::Number if def.name.contains("bedrooms") => self.bedrooms(plan, value, out),
            FieldKind::Number => {
                let comma = plan.transform.ends_with("_comma");
                match number::parse(value.trim_end_matches(['%', ' ']), comma) {
                    Some(n) => one(out, json!(number::text(n))),
                    None => unread(plan, "number_unparsed", value, "is no number", out),
                }
            }
            FieldKind::Area => match number::area(value) {
                Some((n, unit)) => one(out, json!({ "value": number::text(n), "unit": unit })),
                None => unread(plan, "area_unparsed", value, "is no area", out),
            },
            FieldKind::Bool => match number::boolean(value) {
                Some(b) => one(out, json!(b != (plan.transform == "bool_inverted"))),
                None => unread(plan, "bool_unparsed", value, "is neither yes nor no", out),
            },
        }
    }

    /// Custom fields of a person in a file of deals belong to the deal.
    fn custom_owner(&self, entity: EntityType) -> EntityType {
        if entity == EntityType::Person { self.mapping.row_entity } else { entity }
    }

    pub fn source(&self, plan: &Plan) -> contracts::CellRef {
        self.mapping.source(self.number, plan.index, &plan.transform)
    }

    fn push(&self, plan: &Plan, value: Value, certainty: f64, out: &mut Records) {
        let item = Item {
            value,
            source: self.source(plan),
            confidence: plan.confidence * certainty,
            starred: false,
            slot: plan.slot,
        };
        out.push(plan.path.entity, &plan.path.name, item);
    }

    fn phones(&self, plan: &Plan, cell: &str, many: bool, out: &mut Records) {
        // A zero stands for an empty phone in several exports.
        if !plan.wishes.keep_sentinels && cell.bytes().all(|b| matches!(b, b'0' | b'-' | b' ' | b'+')) {
            out.issue("sentinel", Some(plan.index), format!("{}: {cell:?} was read as empty", plan.header));
            return;
        }
        for part in phone::split(cell) {
            let reading = phone::read(part, &self.regions, &self.mapping.regions);
            if reading.is_none() {
                let why =
                    if phone::looks_like(part) && !phone::is_international(part) && self.mapping.regions.is_empty() {
                        "has no country code, and nothing in the file tells its country"
                    } else {
                        "is no phone number that can be dialled"
                    };
                unread(plan, "phone_unparsed", part, why, out);
            }
            let certainty = reading.as_ref().map_or(0.4, |r| r.certainty);
            let value = json!({
                "value": reading.map(|r| r.e164).unwrap_or_default(),
                "received": part,
                "label": plan.label,
                "is_primary": !many,
            });
            if plan.wishes.unread != Unread::Ask && value.get("value").and_then(Value::as_str) == Some("") {
                continue;
            }
            if many {
                self.push(plan, value, certainty, out);
            } else {
                out.set(plan.path.entity, &plan.path.name, value, plan.confidence * certainty, vec![self.source(plan)]);
            }
        }
    }

    fn emails(&self, plan: &Plan, cell: &str, many: bool, out: &mut Records) {
        for part in email::split(cell) {
            let Some(address) = email::parse(part) else {
                unread(plan, "email_invalid", part, "is no e-mail address", out);
                continue;
            };
            let value = json!({ "value": address, "received": part, "label": plan.label, "is_primary": !many });
            if many {
                self.push(plan, value, 1.0, out);
            } else {
                out.set(plan.path.entity, &plan.path.name, value, plan.confidence, vec![self.source(plan)]);
            }
        }
    }

    fn links(&self, plan: &Plan, cell: &str, kind: FieldKind, out: &mut Records) {
        let parts: Vec<&str> =
            if cell.contains(":::") { cell.split(":::").collect() } else { cell.split([';', '\n', ' ']).collect() };
        let parts: Vec<&str> = parts.into_iter().map(str::trim).filter(|p| !p.is_empty()).collect();
        let all_urls = parts.iter().all(|p| is_url(p));
        let parts = if all_urls { parts } else { vec![cell] };
        for part in parts {
            let value = if kind == FieldKind::Social {
                let network = social_network(part).map(str::to_owned).or_else(|| plan.label.clone());
                json!({ "value": part, "network": network, "is_primary": false })
            } else {
                json!({ "value": part, "label": plan.label, "is_primary": false })
            };
            self.push(plan, value, if is_url(part) || kind == FieldKind::Social { 1.0 } else { 0.7 }, out);
        }
    }

    fn tags(&self, plan: &Plan, cell: &str, out: &mut Records) {
        for part in ListStyle::of(&plan.transform).split(cell) {
            // Google marks its own groups with an asterisk; `myContacts` is every contact and says nothing.
            let (tag, system) = part.strip_prefix("* ").map_or((part, false), |t| (t.trim(), true));
            if system && tag.eq_ignore_ascii_case("mycontacts") {
                out.issue(
                    "system_group",
                    Some(plan.index),
                    format!("{}: Google's group {part:?} holds every contact and was left out", plan.header),
                );
            } else if !tag.is_empty() && !text::is_sentinel(tag) {
                self.push(plan, json!(tag), 1.0, out);
            }
        }
    }

    fn dates(&self, plan: &Plan, cell: &str, kind: FieldKind, out: &mut Records) {
        let Some(moment) = date::parse(cell) else {
            unread(plan, "date_unparsed", cell, "is no date", out);
            return;
        };
        // Births and weddings of two-digit years lie in the past.
        let past = matches!(plan.path.name.as_str(), "birth_date" | "anniversary" | "spouse.birth_date");
        let value =
            if kind == FieldKind::Date { moment.date(plan.date_order, past) } else { moment.datetime(plan.date_order) };
        match value {
            Some(value) => {
                out.set(plan.path.entity, &plan.path.name, json!(value), plan.confidence, vec![self.source(plan)]);
            }
            None if plan.date_order.is_none() && moment.hint() == date::OrderHint::Open => {
                unread(plan, "date_order_open", cell, "may be day first or month first; it waits for the answer", out);
            }
            None => unread(plan, "date_unparsed", cell, "makes no date in the order of its column", out),
        }
    }

    fn money(&self, plan: &Plan, cell: &str, out: &mut Records) {
        let mut stated = plan.transform.split(':');
        let comma = stated.next().is_some_and(|t| t.ends_with("_comma"));
        let stated: Vec<&str> = stated.collect();
        let bare = !cell.bytes().any(|b| b.is_ascii_alphabetic());
        let Some(reading) = money::parse(cell, comma) else {
            unread(plan, "money_unparsed", cell, "is no amount of money", out);
            return;
        };
        let value = |m: &money::Money| {
            let m = m.clone().under_header(bare, &stated);
            json!({ "amount": m.amount.to_string(), "currency": m.currency, "received": cell })
        };
        let entity = plan.path.entity;
        let name = plan.path.name.as_str();
        let mut set = |name: &str, m: &money::Money| {
            out.set(entity, name, value(m), plan.confidence, vec![self.source(plan)]);
        };
        let budget = name == "budget_max" || name == "budget_min";
        match &reading {
            money::Reading::One(m) => set(name, m),
            money::Reading::Range(from, to) if budget => {
                set("budget_min", from);
                set("budget_max", to);
            }
            money::Reading::AtLeast(m) if budget => set("budget_min", m),
            money::Reading::AtMost(m) if budget => set("budget_max", m),
            _ => unread(plan, "money_unparsed", cell, "is a range, and the field holds one amount", out),
        }
    }

    fn bedrooms(&self, plan: &Plan, cell: &str, out: &mut Records) {
        let Some((from, to)) = number::bedrooms(cell) else {
            unread(plan, "number_unparsed", cell, "is no number of bedrooms", out);
            return;
        };
        let entity = plan.path.entity;
        out.set(entity, &plan.path.name, json!(number::text(from)), plan.confidence, vec![self.source(plan)]);
        if let Some(to) = to
            && plan.path.name == "bedrooms_min"
        {
            out.set(entity, "bedrooms_max", json!(number::text(to)), plan.confidence, vec![self.source(plan)]);
        }
    }
}

fn unread(plan: &Plan, kind: &str, cell: &str, why: &str, out: &mut Records) {
    // A doubt about a value that was read stays a doubt.
    if kind != "phone_region_unsure" {
        match plan.wishes.unread {
            Unread::Ask => {}
            Unread::LeaveEmpty => return,
            Unread::KeepInNotes => {
                out.kept.push((plan.index, format!("{}: {cell}", plan.header)));
                return;
            }
        }
    }
    let shown: String = cell.chars().take(80).collect();
    out.issue(kind, Some(plan.index), format!("{}: {shown:?} {why}", plan.header));
}

/// What stands between the texts of several columns that make up one field.
fn joined_with(entity: EntityType, name: &str) -> Option<&'static str> {
    match (entity, name) {
        (EntityType::Person, "phonetic_name") => Some(" "),
        (EntityType::Person, "notes") => Some("\n"),
        (_, "description") => Some("\n"),
        _ => None,
    }
}

/// A label cell: `* Work` is work, and the main one.
pub(crate) fn label_of(cell: &str) -> (Option<String>, bool) {
    let cell = cell.trim();
    let (label, starred) = cell.strip_prefix('*').map_or((cell, false), |rest| (rest.trim(), true));
    let low = label.to_lowercase();
    let label = match low.as_str() {
        // Outlook writes the protocol here.
        "" | "smtp" | "ex" => None,
        "cell" | "cell phone" | "cellphone" | "mobile phone" | "mob" => Some("mobile".to_owned()),
        "business" | "office" => Some("work".to_owned()),
        "residence" | "personal" => Some("home".to_owned()),
        "work fax" | "home fax" => Some("fax".to_owned()),
        _ => Some(low),
    };
    (label, starred)
}
