//! What a list of each kind of record can be filtered by: the dictionary's fields and what is worked out beside them.

use std::collections::HashMap;
use std::sync::LazyLock;

use contracts::{EntityType, FieldDef, FieldKind, Operator, fields_of};

/// Records linked to one, counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Counted {
    /// People at an account.
    People,
    /// Deals.
    Opportunities,
    /// Deals that are not over.
    OpenOpportunities,
    /// Tasks that are not done.
    OpenTasks,
    /// Calls, messages, visits, notes.
    Interactions,
    /// Properties of interest.
    Interests,
    /// Briefs.
    Requirements,
}

/// Where a field's values come from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// A field of the record.
    Own(&'static str),
    /// A part of a structured field: the city of an address.
    Part(&'static str, &'static str),
    /// A field that a person keeps: its slug.
    Custom(String),
    /// What the record is called.
    Title,
    /// The owner, or else whom it is assigned to.
    Keeper,
    /// How many records of a kind are linked to it.
    Count(Counted),
    /// The newest contact: of the record's own fields and of the interactions linked to it.
    LastContacted,
    /// The earliest due time of the tasks linked to it that are not done.
    NextTaskDue,
    /// The names of the people and accounts that it is about.
    Client,
    /// Whether it is over: won, lost, closed, done.
    Over,
}

/// A field of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// As trees name it.
    pub name: String,
    /// What people call it.
    pub title: String,
    /// How its values look.
    pub kind: FieldKind,
    /// Whether a record holds many.
    pub many: bool,
    /// Where they come from.
    pub source: Source,
    /// Other words for it.
    pub words: &'static [&'static str],
}

impl Listed {
    /// Whether it is a count of linked records: it is never empty, 0 says that there are none.
    #[must_use]
    pub fn is_count(&self) -> bool {
        matches!(self.source, Source::Count(_))
    }

    /// The field whose visibility it shares, as policy names it, and the kind of record it is of: whoever may not see that
    /// may not filter by this. None for what tells no value.
    #[must_use]
    pub fn governed_by(&self, entity: EntityType) -> Option<(EntityType, String)> {
        let own = match &self.source {
            Source::Own(name) | Source::Part(name, _) => (*name).into(),
            Source::Custom(slug) => format!("custom.{slug}"),
            Source::Keeper => "owner".into(),
            Source::LastContacted if entity == EntityType::Person => "last_contacted_at".into(),
            Source::Title => title_field(entity).into(),
            // Whose it is says a name of somebody, whatever kind of record says it.
            Source::Client => return Some((EntityType::Person, title_field(EntityType::Person).into())),
            Source::LastContacted | Source::Count(_) | Source::NextTaskDue | Source::Over => return None,
        };
        Some((entity, own))
    }

    /// The field of the dictionary that an edit of it changes; none for what is worked out.
    #[must_use]
    pub fn edits(&self, entity: EntityType) -> Option<String> {
        match &self.source {
            Source::Own(name) => Some((*name).into()),
            Source::Custom(slug) => Some(format!("custom.{slug}")),
            Source::Keeper => Some("owner".into()),
            Source::Title if !matches!(entity, EntityType::Requirement | EntityType::Interest) => {
                Some(title_field(entity).into())
            }
            _ => None,
        }
    }

    /// Its name in a sentence.
    #[must_use]
    pub fn spoken(&self) -> String {
        if self.name.starts_with("custom.") { self.name.clone() } else { self.name.replace('_', " ") }
    }
}

/// The field that names a record of a kind.
fn title_field(entity: EntityType) -> &'static str {
    match entity {
        EntityType::Person => "full_name",
        EntityType::Account | EntityType::Opportunity => "name",
        EntityType::Household => "spouse.full_name",
        EntityType::Requirement => "locality",
        EntityType::Interest => "property.name",
        EntityType::Task => "title",
        EntityType::Interaction => "subject",
    }
}

static FIELDS: LazyLock<HashMap<EntityType, Vec<Listed>>> =
    LazyLock::new(|| EntityType::ALL.into_iter().map(|e| (e, build(e))).collect());

/// Every field of a kind's list, the dictionary's first, in its order.
#[must_use]
pub fn fields(entity: EntityType) -> &'static [Listed] {
    FIELDS.get(&entity).map(Vec::as_slice).unwrap_or_default()
}

/// A field by its name; one that a person keeps is made of its name.
#[must_use]
pub fn field(entity: EntityType, name: &str) -> Option<Listed> {
    if let Some(found) = fields(entity).iter().find(|f| f.name == name) {
        return Some(found.clone());
    }
    let slug = name.strip_prefix("custom.")?;
    let fine = !slug.is_empty() && slug.len() <= 64 && slug.chars().all(|c| c.is_alphanumeric() || c == '_');
    fine.then(|| Listed {
        name: name.into(),
        title: slug.replace('_', " "),
        kind: FieldKind::Text,
        many: false,
        source: Source::Custom(slug.into()),
        words: &[],
    })
}

fn build(entity: EntityType) -> Vec<Listed> {
    let mut out: Vec<Listed> = fields_of(entity).filter(|d| !replaced(entity, d)).map(own).collect();
    let mut add = |name: &str, title: &str, kind: FieldKind, many: bool, source: Source, words| {
        out.push(Listed { name: name.into(), title: title.into(), kind, many, source, words });
    };
    use EntityType as E;
    use FieldKind as K;
    if entity != E::Opportunity && entity != E::Account {
        add("name", "Name", K::Text, false, Source::Title, &["full name"]);
    }
    if matches!(entity, E::Person | E::Account) {
        for (part, title) in [
            ("city", "City"),
            ("locality", "Locality"),
            ("region", "Region"),
            ("country", "Country"),
            ("postal_code", "Postal code"),
            ("street", "Street"),
        ] {
            add(part, title, K::Text, true, Source::Part("address", part), &[]);
        }
        add("last_contacted", "Last contact", K::DateTime, false, Source::LastContacted, &["contacted"]);
        add(
            "opportunities",
            "Deals",
            K::Number,
            false,
            Source::Count(Counted::Opportunities),
            &["opportunity", "deal"],
        );
        add(
            "open_opportunities",
            "Open deals",
            K::Number,
            false,
            Source::Count(Counted::OpenOpportunities),
            &["open opportunity", "open deal"],
        );
        add(
            "interactions",
            "Contacts with them",
            K::Number,
            false,
            Source::Count(Counted::Interactions),
            &["interaction"],
        );
    }
    if entity == E::Person {
        add("owner", "Owner", K::Text, false, Source::Keeper, &["responsible"]);
        add("qd", "QD", K::Number, false, Source::Own("score"), &["score"]);
        add("interests", "Properties", K::Number, false, Source::Count(Counted::Interests), &["interest", "property"]);
        add(
            "requirements",
            "Briefs",
            K::Number,
            false,
            Source::Count(Counted::Requirements),
            &["requirement", "brief"],
        );
    }
    if entity == E::Account {
        add("people", "People", K::Number, false, Source::Count(Counted::People), &["person", "contact"]);
    }
    if matches!(entity, E::Person | E::Account | E::Opportunity) {
        add("open_tasks", "Open tasks", K::Number, false, Source::Count(Counted::OpenTasks), &["open task", "task"]);
        add("next_task_due", "Next task", K::DateTime, false, Source::NextTaskDue, &["next task"]);
    }
    if !matches!(entity, E::Person | E::Account) {
        add("client", "Client", K::Text, true, Source::Client, &["about"]);
    }
    match entity {
        E::Opportunity => add("closed", "Over", K::Bool, false, Source::Over, &["over"]),
        E::Task => add("done", "Done", K::Bool, false, Source::Over, &["over"]),
        E::Interest => {
            for (name, part) in [("city", "city"), ("locality", "locality")] {
                add(name, part, K::Text, false, Source::Part("property.address", part), &[]);
            }
        }
        _ => {}
    }
    out
}

/// Fields of the dictionary that stand in a list under another name.
fn replaced(entity: EntityType, def: &FieldDef) -> bool {
    let person = entity == EntityType::Person;
    (person && matches!(def.name, "owner" | "score")) || def.kind == FieldKind::Address
}

fn own(def: &'static FieldDef) -> Listed {
    let words: &'static [&'static str] = match (def.entity, def.name) {
        (_, "tags") => &["tag"],
        (EntityType::Opportunity, "close_date") => &["closing", "closes"],
        (EntityType::Task, "due_at") => &["due"],
        (EntityType::Interaction, "at") => &["when"],
        (_, "lead_status") => &["status"],
        (EntityType::Person, "company_name") => &["company"],
        _ => &[],
    };
    Listed {
        name: def.name.into(),
        title: def.title.into(),
        kind: def.kind,
        many: def.many,
        source: Source::Own(def.name),
        words,
    }
}

/// How a field can be compared.
#[must_use]
pub fn operators(entity: EntityType, f: &Listed) -> Vec<Operator> {
    use Operator as O;
    let mut out = match f.kind {
        FieldKind::Number | FieldKind::Money | FieldKind::Area => {
            vec![O::Is, O::IsNot, O::Over, O::Under, O::AtLeast, O::AtMost, O::Between]
        }
        FieldKind::Date | FieldKind::DateTime => vec![
            O::Is,
            O::IsNot,
            O::Before,
            O::After,
            O::Between,
            O::LastDays,
            O::NextDays,
            O::NotForDays,
            O::Today,
            O::ThisWeek,
            O::ThisMonth,
        ],
        FieldKind::Bool => vec![O::Is, O::IsNot],
        _ => vec![O::Is, O::IsNot, O::OneOf, O::Contains, O::StartsWith],
    };
    if may_be_overdue(entity, f) {
        out.push(O::Overdue);
    }
    out.extend([O::Empty, O::Known]);
    out
}

/// Whether a field is a day by which something is to be done.
pub(crate) fn may_be_overdue(entity: EntityType, f: &Listed) -> bool {
    matches!(
        (entity, f.name.as_str()),
        (EntityType::Task, "due_at" | "reminder_at")
            | (EntityType::Opportunity, "close_date")
            | (EntityType::Person | EntityType::Account | EntityType::Opportunity, "next_task_due")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_none_of_them_reads_as_another() {
        for entity in EntityType::ALL {
            let mut names: Vec<&str> = fields(entity).iter().map(|f| f.name.as_str()).collect();
            names.sort_unstable();
            let all = names.len();
            names.dedup();
            assert_eq!(names.len(), all, "{entity}");
            for f in fields(entity) {
                for word in f.words {
                    assert!(
                        !names.contains(word) || f.name == *word,
                        "{entity}: {word} is a field and a word for {}",
                        f.name
                    );
                }
            }
        }
    }
}
