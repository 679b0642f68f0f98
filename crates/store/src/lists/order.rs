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
}

/// Whether a list can be sorted by a field.
#[must_use]
pub fn sortable(entity: EntityType, f: &Listed) -> bool {
    order(entity, f, false).is_some()
}

pub(crate) fn order(entity: EntityType, f: &Listed, descending: bool) -> Option<Order> {
    use EntityType as E;
    let linked = matches!(f.source, Source::Count(_) | Source::LastContacted | Source::NextTaskDue);
    let make =
        |key: String, blank: String, indexed: bool| Some(Order { keys: vec![key], blank, descending, indexed, linked });
    if let Some(kept) = kept_fold(entity, f) {
        let indexed = !matches!((entity, kept), (E::Opportunity | E::Task | E::Interaction, _));
        return make(kept.into(), format!("{kept} = ''"), indexed);
    }
    match &f.source {
        Source::Own("last_activity_at") if entity == E::Person => {
            make("t.sort_activity".into(), "t.sort_activity = ''".into(), true)
        }
        Source::Own("created_at") if entity == E::Person => {
            make("t.sort_created".into(), "t.sort_created = ''".into(), true)
        }
        Source::Part("address", "city") => {
            make("v_fold(t.list_city)".into(), "coalesce(t.list_city, '') = ''".into(), false)
        }
        Source::Count(of) => {
            let linked = sql::linked(entity, *of);
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
                    Some(Order { keys: vec![currency, number], blank, descending, indexed: false, linked })
                }
                FieldKind::Number | FieldKind::Area => {
                    make(format!("v_num({text})"), format!("v_num({text}) IS NULL"), false)
                }
                FieldKind::Date | FieldKind::DateTime => {
                    let indexed = matches!(
                        (entity, *name),
                        (E::Opportunity, "close_date") | (E::Task, "due_at") | (E::Interaction, "at")
                    );
                    make(text.clone(), format!("{text} IS NULL"), indexed)
                }
                FieldKind::Bool => make(text.clone(), format!("{text} IS NULL"), false),
                FieldKind::LongText => None,
                _ => make(format!("v_fold({text})"), format!("coalesce({text}, '') = ''"), false),
            }
        }
        Source::Part(..) if !f.many => {
            let Texts::One(text) = sql::texts(entity, f) else { return None };
            make(format!("v_fold({text})"), format!("coalesce({text}, '') = ''"), false)
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

/// `ORDER BY` of several sorts.
pub(crate) fn order_by(orders: &[Order]) -> String {
    let each = deciding(orders).into_iter().map(|(part, falls)| format!("{part}{}", if falls { " DESC" } else { "" }));
    each.collect::<Vec<_>>().join(", ")
}
