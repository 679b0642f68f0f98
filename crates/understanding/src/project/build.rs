//! The records of one row while its cells are read.

use std::collections::BTreeMap;

use contracts::{CellRef, EntityType, Issue, ProposedField};
use serde_json::{Map, Value};

use super::{DraftRecord, Mapping, Plan};

/// An item of a list field.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub value: Value,
    pub source: CellRef,
    pub confidence: f64,
    /// Marked as the main one by the source.
    pub starred: bool,
    pub slot: Option<u32>,
}

/// A field being filled.
#[derive(Clone, Debug)]
enum Filled {
    One {
        value: Value,
        confidence: f64,
        sources: Vec<CellRef>,
    },
    /// Items, and cells beyond the first of items made from several.
    List(Vec<Item>, Vec<CellRef>),
}

/// An address being put together.
#[derive(Clone, Debug, Default)]
struct Parts {
    values: Map<String, Value>,
    label: Option<String>,
    sources: Vec<CellRef>,
    confidence: f64,
}

/// All records of a row.
#[derive(Default)]
pub(crate) struct Records {
    fields: BTreeMap<EntityType, Vec<(String, Filled)>>,
    addresses: BTreeMap<(EntityType, String, u32), Parts>,
    pub issues: Vec<Issue>,
    /// Values that can't be read and that a person wants kept: their column, and the text with its header.
    pub kept: Vec<(u32, String)>,
}

impl Records {
    pub fn issue(&mut self, kind: &str, column: Option<u32>, message: impl Into<String>) {
        self.issues.push(Issue { kind: kind.into(), message: message.into(), column });
    }

    fn slot(&mut self, entity: EntityType, name: &str) -> Option<&mut Filled> {
        self.fields.get_mut(&entity)?.iter_mut().find(|(n, _)| n == name).map(|(_, f)| f)
    }

    pub fn has(&self, entity: EntityType, name: &str) -> bool {
        self.fields.get(&entity).is_some_and(|f| f.iter().any(|(n, _)| n == name))
    }

    /// A field's value where it is text.
    pub fn text(&self, entity: EntityType, name: &str) -> Option<&str> {
        self.fields.get(&entity)?.iter().find(|(n, _)| n == name).and_then(|(_, f)| match f {
            Filled::One { value, .. } => value.as_str(),
            Filled::List(..) => None,
        })
    }

    /// The text, cell and confidence of a list of texts that holds one.
    pub fn lone(&self, entity: EntityType, name: &str) -> Option<(&str, CellRef, f64)> {
        self.fields.get(&entity)?.iter().find(|(n, _)| n == name).and_then(|(_, f)| match f {
            Filled::List(items, _) => match items.as_slice() {
                [item] => Some((item.value.as_str()?, item.source.clone(), item.confidence)),
                _ => None,
            },
            Filled::One { .. } => None,
        })
    }

    /// Whether a phone could be read.
    pub fn any_phone(&self, entity: EntityType) -> bool {
        let fields = self.fields.get(&entity).map(Vec::as_slice).unwrap_or_default();
        fields.iter().any(|(n, f)| match f {
            Filled::List(items, _) if n == "phone" => {
                items.iter().any(|i| i.value.get("value").and_then(Value::as_str).is_some_and(|v| !v.is_empty()))
            }
            _ => false,
        })
    }

    /// An address that is being put together, as one line, and its cells.
    pub fn address(&self, entity: EntityType, name: &str) -> Option<(String, Vec<CellRef>)> {
        let (_, parts) = self.addresses.iter().find(|((e, n, _), _)| *e == entity && n == name)?;
        let text = |part: &str| parts.values.get(part).and_then(Value::as_str);
        let line = text("formatted").or_else(|| text("street")).or_else(|| text("address"))?;
        Some((line.to_owned(), parts.sources.clone()))
    }

    /// The cells and confidence behind a field of one value.
    pub fn origin(&self, entity: EntityType, name: &str) -> Option<(Vec<CellRef>, f64)> {
        self.fields.get(&entity)?.iter().find(|(n, _)| n == name).and_then(|(_, f)| match f {
            Filled::One { sources, confidence, .. } => Some((sources.clone(), *confidence)),
            Filled::List(..) => None,
        })
    }

    /// Sets a field of one value; the first cell keeps it.
    pub fn set(&mut self, entity: EntityType, name: &str, value: Value, confidence: f64, sources: Vec<CellRef>) {
        if !self.has(entity, name) {
            self.fields.entry(entity).or_default().push((name.to_owned(), Filled::One { value, confidence, sources }));
        }
    }

    /// Sets a field from its column's cell. A second column that says the same is one more source of it; what it says
    /// otherwise is kept with the file, and said.
    pub fn take(
        &mut self,
        plan: &Plan,
        entity: EntityType,
        name: &str,
        value: Value,
        confidence: f64,
        source: CellRef,
    ) {
        match self.slot(entity, name) {
            Some(Filled::One { value: known, sources, .. }) if sources.iter().all(|s| s.column != source.column) => {
                if *known == value {
                    sources.push(source);
                } else {
                    let says = "another column of the row holds the same field; this value is kept with the file";
                    self.issue("second_value", Some(plan.index), format!("{}: {says}", plan.header));
                }
            }
            _ => self.set(entity, name, value, confidence, vec![source]),
        }
    }

    /// Takes a field out: its cell turned out to hold something else.
    pub fn remove(&mut self, entity: EntityType, name: &str) {
        if let Some(fields) = self.fields.get_mut(&entity) {
            fields.retain(|(n, _)| n != name);
        }
    }

    /// Sets a text, or adds to the one there.
    pub fn join(&mut self, entity: EntityType, name: &str, with: &str, text: &str, confidence: f64, source: CellRef) {
        match self.slot(entity, name) {
            Some(Filled::One { value: Value::String(known), confidence: c, sources }) => {
                if !known.split(with).any(|k| k == text) {
                    known.push_str(with);
                    known.push_str(text);
                }
                *c = c.min(confidence);
                sources.push(source);
            }
            Some(_) => {}
            None => self.set(entity, name, Value::String(text.to_owned()), confidence, vec![source]),
        }
    }

    /// Changes a value in place, such as an amount whose currency stands in another column.
    pub fn amend(&mut self, entity: EntityType, name: &str, change: impl FnOnce(&mut Value, &mut Vec<CellRef>)) {
        if let Some(Filled::One { value, sources, .. }) = self.slot(entity, name) {
            change(value, sources);
        }
    }

    /// Adds to a list; an item of the same value is not added twice.
    pub fn push(&mut self, entity: EntityType, name: &str, item: Item) {
        let same = |a: &Value, b: &Value| match (a.get("value"), b.get("value")) {
            (Some(x), Some(y)) => x == y && x.as_str() != Some(""),
            _ => a == b,
        };
        match self.slot(entity, name) {
            Some(Filled::List(items, _)) => {
                if let Some(known) = items.iter_mut().find(|i| same(&i.value, &item.value)) {
                    // The later cell may know the label that the first one lacks.
                    let label = item.value.get("label").filter(|l| !l.is_null()).cloned();
                    if let (Some(label), Some(slot @ Value::Null)) = (label, known.value.get_mut("label")) {
                        *slot = label;
                    }
                } else {
                    items.push(item);
                }
            }
            Some(Filled::One { .. }) => {}
            None => {
                self.fields.entry(entity).or_default().push((name.to_owned(), Filled::List(vec![item], Vec::new())));
            }
        }
    }

    /// Sets the label of the items that came from a slot.
    pub fn label(&mut self, entity: EntityType, name: &str, slot: u32, labels: &[(Option<String>, bool)]) {
        let Some(Filled::List(items, _)) = self.slot(entity, name) else { return };
        let of_slot: Vec<&mut Item> = items.iter_mut().filter(|i| i.slot == Some(slot)).collect();
        let several = labels.len() > 1;
        for (n, item) in of_slot.into_iter().enumerate() {
            let Some((label, starred)) = labels.get(if several { n } else { 0 }) else { continue };
            if let (Some(label), Some(slot)) = (label, item.value.get_mut("label")) {
                *slot = Value::String(label.clone());
            }
            item.starred |= *starred && (several || n == 0);
        }
    }

    /// Adds a part of the address that a column's slot makes up.
    pub fn part(&mut self, plan: &Plan, part: &str, text: &str, source: CellRef) {
        let key = (plan.path.entity, plan.path.name.clone(), plan.slot.unwrap_or(0));
        let parts = self.addresses.entry(key).or_default();
        parts.confidence =
            if parts.sources.is_empty() { plan.confidence } else { parts.confidence.min(plan.confidence) };
        match parts.values.get_mut(part) {
            Some(Value::String(known)) => {
                known.push_str(", ");
                known.push_str(text);
            }
            _ => {
                parts.values.insert(part.to_owned(), Value::String(text.to_owned()));
            }
        }
        parts.sources.push(source);
    }

    /// The label of that address; the first one stays.
    pub fn part_label(&mut self, plan: &Plan, label: &str) {
        let key = (plan.path.entity, plan.path.name.clone(), plan.slot.unwrap_or(0));
        self.addresses.entry(key).or_default().label.get_or_insert_with(|| label.to_owned());
    }

    /// The drafts, main record first.
    pub fn finish(mut self, mapping: &Mapping) -> (Vec<DraftRecord>, Vec<Issue>) {
        self.finish_addresses();
        let main = mapping.row_entity;
        let mut out = vec![DraftRecord { entity: main, fields: Vec::new(), link: None }];
        for (entity, fields) in std::mem::take(&mut self.fields) {
            let fields: Vec<ProposedField> = fields.into_iter().map(|(name, filled)| proposed(name, filled)).collect();
            if entity == main {
                if let Some(first) = out.first_mut() {
                    first.fields = fields;
                }
            } else if let Some(link) =
                link(main, entity).filter(|_| stands_alone(entity, &fields) || refers(entity, &fields))
            {
                out.push(DraftRecord { entity, fields, link: Some(link) });
            } else {
                // Each under its column, where the person looks for it.
                for field in &fields {
                    let why =
                        format!("The row names no {entity} that {} could belong to; kept with the file", field.field);
                    let column = field.sources.first().map(|s| s.column);
                    self.issues.push(Issue { kind: "record_unnamed".into(), message: why, column });
                }
            }
        }
        (out, self.issues)
    }

    fn finish_addresses(&mut self) {
        let mut extra: BTreeMap<(EntityType, String), Vec<CellRef>> = BTreeMap::new();
        for ((entity, name, slot), mut parts) in std::mem::take(&mut self.addresses) {
            let mut sources = parts.sources.into_iter();
            let Some(first) = sources.next() else { continue };
            let mut object = Map::with_capacity(contracts::ADDRESS_PARTS.len() + 1);
            object.insert("label".into(), parts.label.map_or(Value::Null, Value::String));
            for part in contracts::ADDRESS_PARTS.iter().filter(|p| **p != "label") {
                object.insert((*part).to_owned(), parts.values.get_mut(*part).map_or(Value::Null, Value::take));
            }
            object.insert("is_primary".into(), Value::Bool(false));
            if contracts::field(entity, &name).is_some_and(|d| d.many) {
                let item = Item {
                    value: Value::Object(object),
                    source: first,
                    confidence: parts.confidence,
                    starred: false,
                    slot: Some(slot),
                };
                self.push(entity, &name, item);
                extra.entry((entity, name)).or_default().extend(sources);
            } else {
                let mut all = vec![first];
                all.extend(sources);
                self.set(entity, &name, Value::Object(object), parts.confidence, all);
            }
        }
        for ((entity, name), cells) in extra {
            if let Some(Filled::List(_, further)) = self.slot(entity, &name) {
                further.extend(cells);
            }
        }
    }
}

fn proposed(field: String, filled: Filled) -> ProposedField {
    match filled {
        Filled::One { value, confidence, sources } => {
            ProposedField { field, value, confidence: round(confidence), sources }
        }
        Filled::List(mut items, further) => {
            let usable = |i: &Item| i.value.get("value").and_then(Value::as_str) != Some("");
            let primary = items
                .iter()
                .position(|i| i.starred && usable(i))
                .or_else(|| items.iter().position(usable))
                .unwrap_or(0);
            for (n, item) in items.iter_mut().enumerate() {
                if let Some(flag) = item.value.get_mut("is_primary") {
                    *flag = Value::Bool(n == primary);
                }
            }
            let confidence = round(items.iter().map(|i| i.confidence).fold(1.0, f64::min));
            let (values, mut sources): (Vec<Value>, Vec<CellRef>) =
                items.into_iter().map(|i| (i.value, i.source)).unzip();
            sources.extend(further);
            ProposedField { field, value: Value::Array(values), confidence, sources }
        }
    }
}

fn round(confidence: f64) -> f64 {
    (confidence.clamp(0.0, 1.0) * 1000.0).round() / 1000.0
}

/// The kind of link between a row's main record and another of its records (`contracts::Link`).
pub(crate) fn link(main: EntityType, other: EntityType) -> Option<&'static str> {
    use EntityType as E;
    match (main, other) {
        (E::Person, E::Account) | (E::Account, E::Person) => Some("works_at"),
        (E::Person | E::Account, E::Household) => Some("household_of"),
        (_, E::Requirement) => Some("requirement_of"),
        (_, E::Interest) => Some("interest_of"),
        (E::Opportunity, E::Account) | (E::Account, E::Opportunity) => Some("account_of"),
        (E::Opportunity, E::Person) | (E::Person, E::Opportunity) => Some("contact_of"),
        (E::Task, E::Person | E::Account | E::Opportunity) | (_, E::Task) => Some("task_of"),
        (E::Interaction, E::Person | E::Account | E::Opportunity) | (_, E::Interaction) => Some("interaction_of"),
        _ => None,
    }
}

/// Whether a side record is told by the id of its source alone.
pub(super) fn refers(entity: EntityType, fields: &[ProposedField]) -> bool {
    let has = |name: &str| fields.iter().any(|f| f.field == name);
    let meant = matches!(entity, EntityType::Person | EntityType::Account | EntityType::Opportunity);
    meant && has("external_id") && !stands_alone(entity, fields)
}

/// Whether a side record says enough to be one.
fn stands_alone(entity: EntityType, fields: &[ProposedField]) -> bool {
    let has = |wanted: &[&str]| fields.iter().any(|f| wanted.contains(&f.field.as_str()));
    match entity {
        EntityType::Account => has(&["name"]),
        EntityType::Person => has(&["full_name", "given_name", "family_name", "email", "phone"]),
        // With a stage or a day beside its id it is told, alone the id means one.
        EntityType::Opportunity => has(&["name", "amount"]) || has(&["external_id"]) && fields.len() > 1,
        EntityType::Task => has(&["title"]),
        EntityType::Interaction => has(&["at", "subject", "body"]),
        EntityType::Requirement => fields.iter().any(|f| !matches!(f.field.as_str(), "currency" | "area_unit")),
        EntityType::Interest => has(&[
            "property.name",
            "property.project",
            "property.unit",
            "property.listing_id",
            "property.address",
            "property.developer",
            // A visit whose property the file leaves unsaid, as a project's own register does.
            "at",
            // What is asked, or what was offered, for one that the row describes without naming it.
            "property.price",
            "price",
        ]),
        EntityType::Household => !fields.is_empty(),
    }
}
