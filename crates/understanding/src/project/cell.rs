//! One cell to the values it holds.

use contracts::{EntityType, FieldKind, Unread};
use serde_json::{Value, json};

use super::build::{Item, Records};
use super::{Mapping, Plan};
use crate::profile::{is_url, social_network};
use crate::values::{date, email, money, number, parted, phone, split::ListStyle, talk, text};

/// What reading a row needs beside its cells.
pub(crate) struct Row<'a> {
    pub mapping: &'a Mapping,
    pub number: u64,
    /// Countries that the row's address names.
    pub named: Vec<&'static str>,
    /// Countries of the row's numbers that name theirs.
    pub beside: Vec<&'static str>,
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
            |out: &mut Records, value: Value| out.take(plan, entity, name, value, plan.confidence, self.source(plan));
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
            FieldKind::Phone => self.phones(plan, value, out),
            FieldKind::Email => self.emails(plan, value, def.many, out),
            FieldKind::Website | FieldKind::Social => self.links(plan, value, def.kind, out),
            FieldKind::ExternalId => {
                // `8801; 8802`: whom a deal is with. A record's own id may hold any sign.
                let several = entity != self.mapping.row_entity;
                let ids = if several { value.split([';', ',']).collect() } else { vec![value] };
                for id in ids.into_iter().map(str::trim).filter(|id| !id.is_empty()) {
                    let item = json!({ "system": self.mapping.source_system, "value": id });
                    self.push(plan, (entity, name), item, 1.0, out);
                }
            }
            FieldKind::Tag if (entity, name) == (EntityType::Interaction, "participant") => {
                self.participants(plan, value, out);
            }
            FieldKind::Tag => self.tags(plan, value, out),
            // `Rosalind Brockbank (rosalind@brockbank.example)`: whom a deal or a task is with, and how to reach them.
            FieldKind::Text if name == "contact" => {
                let both = parted::parted(value);
                one(out, json!(both.map_or(value, |b| b.name)));
                if let Some(both) = both {
                    self.reached(plan, &both, out);
                }
            }
            FieldKind::Text | FieldKind::LongText | FieldKind::Choice => match joined_with(entity, name) {
                Some(with) => out.join(entity, name, with, value, plan.confidence, self.source(plan)),
                None => {
                    // A word of the dictionary's where the cell says one in words of its own.
                    let known = match (entity, name) {
                        (EntityType::Interaction, "channel") => talk::channel(value),
                        (EntityType::Interaction, "direction") => talk::direction(value),
                        _ => None,
                    };
                    one(out, json!(known.unwrap_or(value)));
                }
            },
            FieldKind::Date | FieldKind::DateTime => self.dates(plan, value, def.kind, out),
            FieldKind::Money => self.money(plan, value, out),
            FieldKind::Number if def.name.contains("bedrooms") => self.bedrooms(plan, value, out),
            FieldKind::Number if def.name == "duration" => {
                match talk::minutes(value, talk::unit_of(&plan.header, &plan.transform)) {
                    Some(n) => one(out, json!(number::text(n))),
                    None => unread(plan, "number_unparsed", value, "is no length of time in a known unit", out),
                }
            }
            FieldKind::Number => {
                let comma = plan.transform.ends_with("_comma");
                match number::parse(value.trim_end_matches(['%', ' ']), comma) {
                    Some(n) => one(out, json!(number::text(n))),
                    None => unread(plan, "number_unparsed", value, "is no number", out),
                }
            }
            FieldKind::Area => match number::area(value) {
                Some((n, unit)) => {
                    let unit =
                        unit.map(str::to_owned).or_else(|| plan.transform.strip_prefix("area:").map(str::to_owned));
                    one(out, json!({ "value": number::text(n), "unit": unit }));
                }
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

    fn push(&self, plan: &Plan, (entity, name): (EntityType, &str), value: Value, certainty: f64, out: &mut Records) {
        let item = Item {
            value,
            source: self.source(plan),
            confidence: plan.confidence * certainty,
            starred: false,
            slot: plan.slot,
        };
        out.push(entity, name, item);
    }

    fn phones(&self, plan: &Plan, cell: &str, out: &mut Records) {
        // A zero stands for an empty phone in several exports.
        if !plan.wishes.keep_sentinels && cell.bytes().all(|b| matches!(b, b'0' | b'-' | b' ' | b'+')) {
            out.issue("sentinel", Some(plan.index), format!("{}: {cell:?} was read as empty", plan.header));
            return;
        }
        for part in phone::split(cell) {
            let reading = self.read_phone(part);
            // `98300 12345 - Meera Rao`, in a column that a person has given to the phones.
            let both = if reading.is_none() { parted::parted(part).filter(|b| !b.is_email) } else { None };
            match both.filter(|b| phone::split(b.contact).iter().all(|n| self.read_phone(n).is_some())) {
                Some(both) => {
                    self.numbers(plan, (plan.path.entity, &plan.path.name), both.contact, out);
                    self.beside(plan, &both, out);
                }
                None => self.phone(plan, (plan.path.entity, &plan.path.name), (part, reading), out),
            }
        }
    }

    /// The words beside a contact point: the name, where no column of the file is one.
    fn beside(&self, plan: &Plan, both: &parted::Parted<'_>, out: &mut Records) {
        let (entity, field) = match plan.path.entity {
            EntityType::Household => (EntityType::Household, "spouse.full_name"),
            entity => (entity, "full_name"),
        };
        let nameless = |p: &Plan| p.path.entity != entity || !p.path.name.ends_with("name");
        if matches!(entity, EntityType::Person | EntityType::Household) && self.mapping.plans.iter().all(nameless) {
            let source = self.mapping.source(self.number, plan.index, "split_name");
            out.set(entity, field, json!(both.name), plan.confidence, vec![source]);
        } else {
            let shown: String = both.name.chars().take(80).collect();
            let says =
                format!("{}: {shown:?} stands beside {:?} and is kept with the file only", plan.header, both.contact);
            out.issue("words_beside", Some(plan.index), says);
        }
    }

    fn read_phone(&self, text: &str) -> Option<phone::Reading> {
        phone::read_in(text, &phone::Regions { named: &self.named, beside: &self.beside, file: &self.mapping.regions })
    }

    /// Numbers that stand in a cell of something else.
    pub fn numbers(&self, plan: &Plan, field: (EntityType, &str), text: &str, out: &mut Records) {
        for part in phone::split(text) {
            self.phone(plan, field, (part, self.read_phone(part)), out);
        }
    }

    fn phone(
        &self,
        plan: &Plan,
        (entity, name): (EntityType, &str),
        (part, reading): (&str, Option<phone::Reading>),
        out: &mut Records,
    ) {
        let many = contracts::field(entity, name).is_some_and(|d| d.many);
        match &reading {
            None if phone::lost_digits(part) => {
                let why = "has lost its last digits in a spreadsheet; export the list again with this column as text";
                unread(plan, "phone_digits_lost", part, why, out);
            }
            None => {
                let open = phone::looks_like(part) && !phone::is_international(part) && self.mapping.regions.is_empty();
                let why = if open {
                    "has no country code, and nothing in the file tells its country"
                } else {
                    "is no phone number that can be dialled"
                };
                unread(plan, "phone_unparsed", part, why, out);
            }
            Some(phone::Reading { doubt: Some(doubt), e164, .. }) => {
                let (kind, why) = match doubt {
                    phone::Doubt::Region(other) => (
                        "phone_region_unsure",
                        format!(
                            "was read as {e164} like most of the file; it could also be a number of {other}, as another one \
                             of the row is"
                        ),
                    ),
                    phone::Doubt::Area(area) => (
                        "phone_area_unsure",
                        format!(
                            "was read as {e164}, of the area {area}; if {area} is the country's code, its area is missing"
                        ),
                    ),
                };
                unread(plan, kind, part, &why, out);
            }
            Some(_) => {}
        }
        let certainty = reading.as_ref().map_or(0.4, |r| r.certainty);
        if reading.is_none() && plan.wishes.unread != Unread::Ask {
            return;
        }
        // The number's own word for its kind is nearer than the column's.
        let said = phone::labelled(part).1.filter(|l| !l.is_empty());
        let value = json!({
            "value": reading.map(|r| r.e164).unwrap_or_default(),
            "received": part,
            "label": said.or(plan.label.as_deref()),
            "is_primary": !many,
        });
        if many {
            self.push(plan, (entity, name), value, certainty, out);
        } else if out.has(entity, name) {
            // The field holds one number.
            let says = format!("{}: {part:?} is one more number, and only the first is taken", plan.header);
            out.issue("words_beside", Some(plan.index), says);
        } else {
            out.take(plan, entity, name, value, plan.confidence * certainty, self.source(plan));
        }
    }

    fn emails(&self, plan: &Plan, cell: &str, many: bool, out: &mut Records) {
        for part in email::split(cell) {
            let found = email::parse(part).map(|address| (address, None)).or_else(|| {
                let both = parted::parted(part).filter(|b| b.is_email)?;
                Some((email::parse(both.contact)?, Some(both)))
            });
            let Some((address, both)) = found else {
                unread(plan, "email_invalid", part, "is no e-mail address", out);
                continue;
            };
            let value = json!({ "value": address, "received": part, "label": plan.label, "is_primary": !many });
            if many {
                self.push(plan, (plan.path.entity, &plan.path.name), value, 1.0, out);
            } else {
                out.take(plan, plan.path.entity, &plan.path.name, value, plan.confidence, self.source(plan));
            }
            if let Some(both) = both {
                self.beside(plan, &both, out);
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
            self.push(
                plan,
                (plan.path.entity, &plan.path.name),
                value,
                if is_url(part) || kind == FieldKind::Social { 1.0 } else { 0.7 },
                out,
            );
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
                self.push(plan, (plan.path.entity, &plan.path.name), json!(tag), 1.0, out);
            }
        }
    }

    /// Whoever took part: several, or one whose family name stands first.
    fn participants(&self, plan: &Plan, cell: &str, out: &mut Records) {
        let parts = if parted::family_first(cell) { vec![cell] } else { ListStyle::of(&plan.transform).split(cell) };
        let alone = parts.len() == 1;
        for part in parts.into_iter().filter(|p| !p.is_empty() && !text::is_sentinel(p)) {
            let both = parted::parted(part).filter(|_| alone);
            let item = json!(both.map_or(part, |b| b.name));
            self.push(plan, (plan.path.entity, &plan.path.name), item, 1.0, out);
            if let Some(both) = both {
                self.reached(plan, &both, out);
            }
        }
    }

    /// The number or address beside the name of somebody that the row is with.
    fn reached(&self, plan: &Plan, both: &parted::Parted<'_>, out: &mut Records) {
        let person = EntityType::Person;
        if !both.is_email {
            self.numbers(plan, (person, "phone"), both.contact, out);
        } else if let Some(address) = email::parse(both.contact) {
            let value =
                json!({ "value": address, "received": both.contact, "label": Value::Null, "is_primary": false });
            self.push(plan, (person, "email"), value, 1.0, out);
        }
    }

    fn dates(&self, plan: &Plan, cell: &str, kind: FieldKind, out: &mut Records) {
        let serials = plan.transform.ends_with("_serial");
        let yearless = || date::yearless(cell, plan.yearless.filter(|_| kind == FieldKind::Date)?);
        let moment = date::parse(cell).or_else(|| date::serial(cell).filter(|_| serials)).or_else(yearless);
        let Some(moment) = moment else {
            match date::serial(cell).and_then(|m| m.date(None, false)) {
                Some(day) => {
                    let why = format!("is no date; if it is a spreadsheet's day number, it is {day}");
                    unread(plan, "date_serial", cell, &why, out);
                }
                None => unread(plan, "date_unparsed", cell, "is no date", out),
            }
            return;
        };
        // Births and weddings of two-digit years lie in the past.
        let past = matches!(plan.path.name.as_str(), "birth_date" | "anniversary" | "spouse.birth_date");
        let value =
            if kind == FieldKind::Date { moment.date(plan.date_order, past) } else { moment.datetime(plan.date_order) };
        match value {
            Some(value) => {
                out.take(plan, plan.path.entity, &plan.path.name, json!(value), plan.confidence, self.source(plan));
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
        let Some(reading) = money::parse(cell, comma) else {
            unread(plan, "money_unparsed", cell, "is no amount of money", out);
            return;
        };
        if reading.lacks_unit() && stated.contains(&"large") {
            unread(
                plan,
                "money_unit_missing",
                cell,
                "names no unit, and the column's other amounts are far larger",
                out,
            );
            return;
        }
        let value = |m: &money::Money| {
            let m = m.clone().under_header(&stated);
            json!({ "amount": m.amount.to_string(), "currency": m.currency, "received": cell })
        };
        let entity = plan.path.entity;
        let name = plan.path.name.as_str();
        let mut set = |name: &str, m: &money::Money| {
            out.take(plan, entity, name, value(m), plan.confidence, self.source(plan));
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
            _ => unread(plan, "money_range", cell, "is a range, and the field holds one amount", out),
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
    if !matches!(kind, "phone_region_unsure" | "phone_area_unsure") {
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
        // `Herr` and `Dr.` in columns of their own.
        (EntityType::Person, "prefix") => Some(" "),
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
