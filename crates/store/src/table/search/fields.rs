//! What of a record is searched.

use contracts::EntityType;
use graph::Record;
use search::{Class, Field};
use serde_json::Value;

/// The searched values of a record; the first is what it is called.
pub(super) fn fields_of(entity: EntityType, title: &str, record: &Record) -> Vec<Field> {
    let mut out = Fields { record, out: Vec::with_capacity(12) };
    match entity {
        EntityType::Person => {
            out.push("full_name", Class::Name, title);
            for name in ["given_name", "family_name", "nickname", "phonetic_name"] {
                out.name(name, title);
            }
            out.items("email", Class::Contact);
            out.items("phone", Class::Phone);
            out.text("company_name", Class::Work);
            out.text("job_title", Class::Work);
            out.addresses();
            out.items("external_id", Class::Contact);
            out.items("tags", Class::Note);
            out.text("notes", Class::Note);
        }
        EntityType::Account => {
            out.push("name", Class::Name, title);
            out.name("legal_name", title);
            out.items("email", Class::Contact);
            out.items("phone", Class::Phone);
            out.text("domain", Class::Contact);
            out.text("industry", Class::Work);
            out.addresses();
            out.items("external_id", Class::Contact);
            out.text("description", Class::Note);
        }
        EntityType::Opportunity => {
            out.push("name", Class::Name, title);
            out.text("account", Class::Work);
            out.text("contact", Class::Work);
            out.items("external_id", Class::Contact);
            out.text("description", Class::Note);
        }
        EntityType::Interaction => {
            out.text("subject", Class::Talk);
            out.text("body", Class::Talk);
            out.items("participant", Class::Talk);
        }
        _ => {}
    }
    out.out
}

struct Fields<'a> {
    record: &'a Record,
    out: Vec<Field>,
}

impl Fields<'_> {
    fn push(&mut self, name: &'static str, class: Class, text: &str) {
        if !text.trim().is_empty() {
            self.out.push(Field { name, class, text: text.to_owned() });
        }
    }

    fn value(&self, name: &str) -> Option<Value> {
        self.record.fields.get(name).cloned()
    }

    fn text(&mut self, name: &'static str, class: Class) {
        match self.value(name) {
            Some(Value::String(text)) => self.push(name, class, &text),
            Some(Value::Array(_)) => self.items(name, class),
            _ => {}
        }
    }

    /// A part of the name that the title does not show.
    fn name(&mut self, name: &'static str, title: &str) {
        if let Some(Value::String(text)) = self.value(name)
            && !title.contains(text.as_str())
        {
            self.push(name, Class::Name, &text);
        }
    }

    fn items(&mut self, name: &'static str, class: Class) {
        let Some(Value::Array(items)) = self.value(name) else { return };
        for item in &items {
            let text = item.as_str().or_else(|| {
                ["value", "received"].iter().find_map(|k| item.get(k)?.as_str().filter(|text| !text.is_empty()))
            });
            self.push(name, class, text.unwrap_or_default());
        }
    }

    fn addresses(&mut self) {
        let Some(Value::Array(items)) = self.value("address") else { return };
        for item in &items {
            let parts = ["street", "locality", "city", "region", "postal_code", "country"];
            let parts: Vec<&str> = parts.iter().filter_map(|part| item.get(part)?.as_str()).collect();
            self.push("address", Class::Place, &parts.join(", "));
        }
    }
}
