//! Lists of every kind of record: windows, counts, groups, fields, values (R9, R17).

mod bulk;
mod catalogue;
mod export;
mod sentence;
mod views;

use contracts::{
    Actor, ApiError, EntityType, ErrorCode, FieldKind, Filter, GroupSum, GroupsArgs, ListField, ListFields, Operand,
    Permission, RecordGroup, RecordGroups, RecordRow, RecordsCount, RecordsPage, RecordsQuery, ValueUse, ValuesArgs,
    Visibility,
};
use filter::{Leaf, Listed, Moment, Plan, Problem, Source, Test, TextHow, value};
use store::{Begin, GroupCount, ListOrder, ListedRow, timestamp};

use crate::access::Access;
use crate::error::from_store;
use crate::{App, Outcome};

/// What can be typed into a search or filter.
const MAX_TEXT: usize = 200;
/// Groups that are given.
const MAX_GROUPS: usize = 500;
/// Sorts and columns at once.
const MAX_SORTS: usize = 5;
const MAX_COLUMNS: usize = 60;

/// A list that was checked: what the store is asked.
pub(crate) struct Checked {
    pub list: ListOrder,
    pub columns: Vec<Listed>,
}

impl App {
    /// A window of any list.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] naming what does not fit; [`ErrorCode::Refused`] for a filter or a sort by what the role
    /// does not see.
    pub fn records(&self, actor: &Actor, query: &RecordsQuery) -> Outcome<RecordsPage> {
        let access = self.permit(actor, Permission::ReadRecords)?;
        let checked = self.checked(&access, actor, query)?;
        let limit = query.limit.unwrap_or(100);
        if !(1..=500).contains(&limit) {
            return Err(bad("limit", format!("{limit} rows can't be listed at once."), "Ask for 1 to 500."));
        }
        let begin = match (&query.cursor, query.from) {
            (Some(_), Some(_)) => {
                return Err(bad("from", "A window begins after a cursor or at a number.", "Leave one of them out."));
            }
            (Some(cursor), None) => Begin::After(cursor.clone()),
            (None, Some(at)) => Begin::At(at),
            (None, None) => Begin::Start,
        };
        let window = self.store.window(&checked.list, &checked.columns, &begin, limit).map_err(|e| from_store(&e))?;
        let rows = window.rows.into_iter().map(|row| seen(&access, query.entity, &checked.columns, row)).collect();
        Ok(RecordsPage {
            columns: checked.columns.into_iter().map(|f| f.name).collect(),
            rows,
            next_cursor: window.next,
            total: window.total,
            first: window.first,
        })
    }

    /// How many records a list has.
    ///
    /// # Errors
    /// As [`App::records`].
    pub fn records_count(&self, actor: &Actor, query: &RecordsQuery) -> Outcome<RecordsCount> {
        let access = self.permit(actor, Permission::ReadRecords)?;
        let checked = self.checked(&access, actor, query)?;
        let total = self.store.count(&checked.list).map_err(|e| from_store(&e))?;
        Ok(RecordsCount { total })
    }

    /// The groups of a list with their counts, and sums where asked for.
    ///
    /// # Errors
    /// As [`App::records`].
    pub fn records_groups(&self, actor: &Actor, args: &GroupsArgs) -> Outcome<RecordGroups> {
        let access = self.permit(actor, Permission::ReadRecords)?;
        let entity = args.query.entity;
        let checked = self.checked(&access, actor, &args.query)?;
        let by = listed(entity, &args.by, "by")?;
        governed(&access, entity, &by)?;
        if !store::groupable(&by) {
            return Err(bad("by", format!("A list can't be grouped by {}.", by.spoken()), "Choose another field."));
        }
        let sum = args.sum.as_deref().map(|name| listed(entity, name, "sum")).transpose()?;
        if let Some(sum) = &sum {
            governed(&access, entity, sum)?;
        }
        let mut groups = self.store.groups(&checked.list, &by, sum.as_ref()).map_err(|e| from_store(&e))?;
        catalogue::in_their_order(&by.name, &mut groups);
        let more = groups.len() > MAX_GROUPS;
        groups.truncate(MAX_GROUPS);
        Ok(RecordGroups { groups: groups.into_iter().map(group).collect(), more })
    }

    /// What the list of a kind can show, filter, sort and group by.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] for whoever reads no records.
    pub fn list_fields(&self, actor: &Actor, entity: EntityType) -> Outcome<ListFields> {
        let access = self.permit(actor, Permission::ReadRecords)?;
        let fields = filter::fields(entity)
            .iter()
            .map(|f| {
                let governs = f.governed_by(entity);
                let visibility =
                    governs.map_or(Visibility::Full, |(of, g)| policy::visibility(&access.policy, access.role, of, &g));
                let edits =
                    f.edits(entity).filter(|name| policy::may_write(&access.policy, access.role, entity, name).allowed);
                ListField {
                    name: f.name.clone(),
                    title: f.title.clone(),
                    kind: f.kind,
                    many: f.many,
                    computed: !matches!(f.source, Source::Own(_) | Source::Keeper | Source::Title),
                    operators: filter::operators(entity, f),
                    sortable: store::sortable(entity, f) && visibility != Visibility::Hidden,
                    groupable: store::groupable(f) && visibility == Visibility::Full,
                    edits,
                    visibility,
                    words: f.words.iter().map(ToString::to_string).collect(),
                }
            })
            .collect();
        let columns = catalogue::columns(entity).iter().map(ToString::to_string).collect();
        Ok(ListFields { fields, columns, sorts: catalogue::sorts(entity) })
    }

    /// Values of a field that records hold, the most frequent first.
    ///
    /// # Errors
    /// As [`App::records`].
    pub fn field_values(&self, actor: &Actor, args: &ValuesArgs) -> Outcome<Vec<ValueUse>> {
        let access = self.permit(actor, Permission::ReadRecords)?;
        let f = listed(args.entity, &args.field, "field")?;
        governed(&access, args.entity, &f)?;
        let limit = args.limit.unwrap_or(20);
        if !(1..=100).contains(&limit) {
            return Err(bad("limit", format!("{limit} values can't be given at once."), "Ask for 1 to 100."));
        }
        let starts = args.starts_with.as_deref();
        let found = self.store.values(args.entity, &f, starts, limit as usize).map_err(|e| from_store(&e))?;
        Ok(found
            .into_iter()
            .map(|v| {
                let operand = match f.kind {
                    FieldKind::Bool => Operand::Bool { yes: matches!(v.value.as_str(), "1" | "yes") },
                    FieldKind::Number | FieldKind::Area => Operand::Number { number: v.value.clone() },
                    _ => Operand::Text { text: v.value.clone() },
                };
                ValueUse { value: v.value, count: v.count, operand }
            })
            .collect())
    }

    /// What a list asks of the store, refused where the role may not know it.
    pub(crate) fn checked(&self, access: &Access, actor: &Actor, query: &RecordsQuery) -> Outcome<Checked> {
        let entity = query.entity;
        let text = query.text.clone().filter(|t| !t.trim().is_empty());
        if text.as_ref().is_some_and(|t| t.chars().count() > MAX_TEXT) {
            return Err(bad("text", format!("The search text is longer than {MAX_TEXT} characters."), "Shorten it."));
        }
        if text.is_some() {
            access.may_search()?;
        }
        let mut plan = self.planned(access, actor, entity, query.filter.as_ref())?;
        if let Some(group) = &query.in_group {
            let by = listed(entity, &group.field, "in_group")?;
            governed(access, entity, &by)?;
            plan = Plan::All(vec![plan, in_group(&by, group.value.as_deref())]);
        }
        let own = catalogue::sorts(entity);
        let asked = if query.sorts.is_empty() { &own } else { &query.sorts };
        if asked.len() > MAX_SORTS {
            return Err(bad("sorts", format!("A list has at most {MAX_SORTS} sorts."), "Leave some out."));
        }
        let mut sorts = Vec::new();
        for key in asked {
            let f = listed(entity, &key.field, "sorts")?;
            if !store::sortable(entity, &f) {
                return Err(bad(
                    "sorts",
                    format!("The list can't be sorted by {}.", f.spoken()),
                    "Sort by a field that `list_fields` says can be sorted by.",
                ));
            }
            if let Some((of, field)) = f.governed_by(entity) {
                access.may_sort(of, &field)?;
            }
            sorts.push((f, key.descending));
        }
        if query.columns.len() > MAX_COLUMNS {
            return Err(bad("columns", format!("A list has at most {MAX_COLUMNS} columns."), "Leave some out."));
        }
        let columns = if query.columns.is_empty() {
            catalogue::columns(entity).iter().filter_map(|name| filter::field(entity, name)).collect()
        } else {
            query.columns.iter().map(|name| listed(entity, name, "columns")).collect::<Outcome<_>>()?
        };
        let list =
            ListOrder { entity, plan, zone_minutes: self.host.minutes_ahead(), text, archived: query.archived, sorts };
        Ok(Checked { list, columns })
    }

    /// A tree as a plan of now; refused where it asks for what the role does not see in full.
    fn planned(&self, access: &Access, actor: &Actor, entity: EntityType, tree: Option<&Filter>) -> Outcome<Plan> {
        let Some(tree) = tree else { return Ok(Plan::All(Vec::new())) };
        may_filter(access, entity, tree)?;
        let plan = filter::check(entity, tree, &self.moment(actor)).map_err(problem)?;
        Ok(simple(plan))
    }

    /// What filters are worked out from.
    pub(crate) fn moment(&self, actor: &Actor) -> Moment {
        let zone = self.host.minutes_ahead();
        let now = timestamp(self.host.now_ms()).0;
        Moment {
            today: value::day(&now, zone).unwrap_or_default(),
            zone_minutes: zone,
            me: vec![actor.id.clone()],
            currency: match self.about.default_region.as_deref() {
                Some("IN") => Some("INR".into()),
                Some("AE") => Some("AED".into()),
                Some("SA") => Some("SAR".into()),
                Some("GB") => Some("GBP".into()),
                Some("US") => Some("USD".into()),
                _ => None,
            },
        }
    }
}

/// One that says nothing is the shortest one that says nothing.
fn simple(plan: Plan) -> Plan {
    match plan {
        Plan::All(of) => match of.len() {
            1 => of.into_iter().next().map_or(Plan::All(Vec::new()), simple),
            _ => Plan::All(of),
        },
        other => other,
    }
}

/// Refuses a filter by what the role does not see in full: who fits it would tell what a mask hides.
fn may_filter(access: &Access, entity: EntityType, tree: &Filter) -> Outcome<()> {
    match tree {
        Filter::All { of } | Filter::Any { of } => of.iter().try_for_each(|f| may_filter(access, entity, f)),
        Filter::Not { of } => may_filter(access, entity, of),
        Filter::Compare { field, .. } => match filter::field(entity, field) {
            Some(f) => governed(access, entity, &f),
            // Not there: the check says so.
            None => Ok(()),
        },
    }
}

fn governed(access: &Access, entity: EntityType, f: &Listed) -> Outcome<()> {
    f.governed_by(entity).map_or(Ok(()), |(of, field)| access.may_see(of, &field))
}

/// The records of one group.
fn in_group(by: &Listed, value: Option<&str>) -> Plan {
    let known = Test::Known;
    let leaf = |test| Plan::Is(Leaf { field: by.clone(), test });
    match (value, by.kind) {
        (None, _) => Plan::Not(Box::new(leaf(known))),
        (Some(value), FieldKind::Bool) => leaf(Test::Bool(value == "yes")),
        (Some(value), kind) => leaf(Test::Text(TextHow::Same, vec![value::folded(kind, value)])),
    }
}

fn group(g: GroupCount) -> RecordGroup {
    let sums = g.sums.into_iter().map(|(currency, sum)| GroupSum { currency, amount: sum.normalize().to_string() });
    RecordGroup { value: Some(g.key).filter(|k| !k.is_empty()), label: g.label, count: g.count, sums: sums.collect() }
}

/// A row as a role sees it.
fn seen(access: &Access, entity: EntityType, columns: &[Listed], row: ListedRow) -> RecordRow {
    if access.sees_all() {
        return RecordRow { id: row.id, version: row.version, title: row.title, cells: row.cells };
    }
    let cells = row.cells.into_iter().zip(columns).map(|(cell, f)| match f.governed_by(entity) {
        Some(_) if cell.is_null() => cell,
        Some((of, field)) => {
            let field = match &f.source {
                Source::Part(name, part) => format!("{name}[].{part}"),
                _ => field,
            };
            access.shown(of, &field, &cell).unwrap_or_default()
        }
        None => cell,
    });
    RecordRow {
        id: row.id,
        version: row.version,
        title: access.shown_title(entity, &row.title),
        cells: cells.collect(),
    }
}

/// A field of a list by its name.
fn listed(entity: EntityType, name: &str, at: &str) -> Outcome<Listed> {
    filter::field(entity, name).ok_or_else(|| {
        bad(
            at,
            format!("There is no field \"{name}\" in a list of this kind ({entity})."),
            "Use a field that `list_fields` names, or custom.<slug>.",
        )
    })
}

pub(crate) fn problem(p: Problem) -> ApiError {
    bad("filter", p.message, "Correct the filter, or take the condition out.")
}

pub(crate) fn bad(field: &str, message: impl Into<String>, hint: impl Into<String>) -> ApiError {
    ApiError::new(ErrorCode::BadInput, message, hint).at(field)
}
