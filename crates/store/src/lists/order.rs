//! What lists are sorted by.

use contracts::{EntityType, FieldKind};
use filter::{Counted, Listed, Source};

use super::sql::{self, Texts, kept_fold};

/// One sort as SQL.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Order {
    /// Keys that decide, the first one first.
    pub keys: Vec<String>,
    /// True for records without a value, which come last.
    pub blank: String,
    /// Largest first. Currencies, which come before amounts, keep their order.
    pub descending: bool,
    /// The one key stands in an index followed by the id, so that windows can be stepped to.
    pub indexed: bool,
    /// Records that are linked to a row have a say.
    pub linked: bool,
    /// Where the keys are made of one column.
    pub raw: Option<Raw>,
}

/// The column that a sort is made of, and how: few values are held by many records, so that each is worked out once.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Raw {
    pub column: String,
    pub made: Made,
}

/// How the key of a sort is made of a column's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Made {
    /// The folded text; none and empty come last.
    Folded,
    /// The number that a text is; others come last.
    Number,
    /// The value itself; none comes last.
    Plain,
    /// A text that is kept folded; empty comes last.
    Kept,
}

/// Whether a list can be sorted by a field.
#[must_use]
pub fn sortable(entity: EntityType, f: &Listed) -> bool {
    order(entity, f, false).is_some()
}

pub(crate) fn order(entity: EntityType, f: &Listed, descending: bool) -> Option<Order> {
    use EntityType as E;
    let linked = matches!(f.source, Source::Count(_) | Source::LastContacted | Source::NextTaskDue);
    let of = |key: String, blank: String, indexed: bool, raw: Option<Raw>| {
        Some(Order { keys: vec![key], blank, descending, indexed, linked, raw })
    };
    let make = |key: String, blank: String, indexed: bool| of(key, blank, indexed, None);
    let made = |column: &str, made: Made, indexed: bool| {
        let (key, blank) = match made {
            Made::Folded => (format!("v_fold({column})"), format!("coalesce({column}, '') = ''")),
            Made::Number => (format!("v_num({column})"), format!("v_num({column}) IS NULL")),
            Made::Plain => (column.to_owned(), format!("{column} IS NULL")),
            Made::Kept => (column.to_owned(), format!("{column} = ''")),
        };
        of(key, blank, indexed, Some(Raw { column: column.to_owned(), made }))
    };
    if let Some(kept) = kept_fold(entity, f) {
        return made(kept, Made::Kept, !matches!((entity, kept), (E::Opportunity | E::Task | E::Interaction, _)));
    }
    match &f.source {
        Source::Own("last_activity_at") if entity == E::Person => made("t.sort_activity", Made::Kept, true),
        Source::Own("created_at") if entity == E::Person => made("t.sort_created", Made::Kept, true),
        Source::Part("address", "city") => made("t.list_city", Made::Folded, false),
        Source::Count(of) => {
            let linked = sql::counted(entity, *of);
            let count = format!("(SELECT count(*) FROM {linked} AND r.to_id = t.id)");
            make(count.clone(), format!("{count} = 0"), false)
        }
        Source::LastContacted => {
            let key = last_contacted(entity);
            make(key.clone(), format!("{key} = ''"), false)
        }
        Source::NextTaskDue => {
            let key = next_task_due(entity);
            make(key.clone(), format!("{key} IS NULL"), false)
        }
        Source::Over => make(sql::over(entity, "t"), "0".into(), false),
        Source::Own(name) if !f.many => {
            let Texts::One(text) = sql::texts(entity, f) else { return None };
            match f.kind {
                FieldKind::Money => {
                    let number = format!("v_num({text})");
                    let currency = format!("coalesce(json_extract({}, '$.currency'), '')", sql::column(name));
                    let blank = format!("{number} IS NULL");
                    Some(Order { keys: vec![currency, number], blank, descending, indexed: false, linked, raw: None })
                }
                FieldKind::Number | FieldKind::Area => made(&text, Made::Number, false),
                FieldKind::Date | FieldKind::DateTime => {
                    let indexed = matches!(
                        (entity, *name),
                        (E::Opportunity, "close_date") | (E::Task, "due_at") | (E::Interaction, "at")
                    );
                    made(&text, Made::Plain, indexed)
                }
                FieldKind::Bool => made(&text, Made::Plain, false),
                FieldKind::LongText => None,
                _ => made(&text, Made::Folded, false),
            }
        }
        Source::Part(..) if !f.many => {
            let Texts::One(text) = sql::texts(entity, f) else { return None };
            made(&text, Made::Folded, false)
        }
        _ => None,
    }
}

/// The newest contact as an expression over `t`; empty where there was none.
pub(crate) fn last_contacted(entity: EntityType) -> String {
    let linked = sql::linked(entity, Counted::Interactions);
    let newest = format!("coalesce((SELECT max(x.contact_at) FROM {linked} AND r.to_id = t.id), '')");
    if entity == EntityType::Person { format!("max(coalesce(t.last_contacted_at, ''), {newest})") } else { newest }
}

/// When the first open task is due.
pub(crate) fn next_task_due(entity: EntityType) -> String {
    format!("(SELECT min(x.due_at) FROM {} AND r.to_id = t.id)", sql::linked(entity, Counted::OpenTasks))
}

/// What decides the place of a row under several sorts, the first one first; true for what falls. Ids decide last, in the
/// direction of the first.
pub(crate) fn deciding(orders: &[Order]) -> Vec<(String, bool)> {
    let mut parts = Vec::new();
    for o in orders {
        // A bare number in `ORDER BY` would be the number of a column.
        if o.blank != "0" {
            parts.push((format!("({})", o.blank), false));
        }
        for (i, key) in o.keys.iter().enumerate() {
            parts.push((key.clone(), o.descending && i + 1 == o.keys.len()));
        }
    }
    parts.push(("t.id".into(), orders.first().is_some_and(|o| o.descending)));
    parts
}
