//! A plan as SQL. A part that does not hold may be null as well as 0, and `not` takes both for the same, as in memory:
//! wrapped parts would keep every index from being used.

use contracts::{EntityType, FieldKind};
use filter::{Bound, Counted, Leaf, Listed, Plan, Source, Test, TextHow};
use rusqlite::types::Value as Sql;

use crate::codec;

/// A condition over a row `t` of the kind's table.
#[derive(Clone, Debug, Default)]
pub(crate) struct Condition {
    pub sql: String,
    pub values: Vec<Sql>,
    /// It looks at the row alone. Others look at records that are linked to it as well.
    pub light: bool,
}

/// What a condition is asked of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Of {
    /// A whole table: what is linked is gone through once, and the rows are looked up in that.
    Table,
    /// One row after the other: what is linked to it is looked up each time.
    Row,
}

pub(crate) fn condition(entity: EntityType, plan: &Plan, zone: i32, of: Of) -> Condition {
    let mut out = Compiler { entity, zone, of, values: Vec::new(), light: true };
    let sql = out.plan(plan);
    Condition { sql, values: out.values, light: out.light }
}

struct Compiler {
    entity: EntityType,
    zone: i32,
    of: Of,
    values: Vec<Sql>,
    light: bool,
}

/// Where the texts of a field lie.
pub(crate) enum Texts {
    /// In this expression.
    One(String),
    /// In `v` of each row of this query.
    Many(String),
}

/// Kinds of value that are kept as `{value, received, …}`.
fn item_text(kind: FieldKind, item: &str) -> String {
    match kind {
        FieldKind::Tag => format!("json_extract({item}, '$')"),
        _ => format!("coalesce(nullif(json_extract({item}, '$.value'), ''), json_extract({item}, '$.received'))"),
    }
}

/// Where the texts of a field lie. Names are the dictionary's, slugs letters, digits and underscores: nothing typed.
pub(crate) fn texts(entity: EntityType, f: &Listed) -> Texts {
    let points = |name: &str, item: String| {
        Texts::Many(format!(
            "SELECT {item} AS v FROM crm_contact_points c WHERE c.entity_id = t.id AND c.field = '{name}'"
        ))
    };
    match &f.source {
        Source::Own(name) if f.many => points(name, item_text(f.kind, "c.item")),
        Source::Own(name) => {
            let column = column(name);
            match f.kind {
                FieldKind::Phone
                | FieldKind::Email
                | FieldKind::Website
                | FieldKind::Social
                | FieldKind::ExternalId => Texts::One(item_text(f.kind, &column)),
                FieldKind::Area => Texts::One(format!("json_extract({column}, '$.value')")),
                FieldKind::Money => Texts::One(format!("json_extract({column}, '$.amount')")),
                _ => Texts::One(column),
            }
        }
        Source::Part(name, part) if entity == EntityType::Interest => {
            Texts::One(format!("json_extract({}, '$.{part}')", column(name)))
        }
        Source::Part(name, part) => points(name, format!("json_extract(c.item, '$.{part}')")),
        Source::Custom(slug) => {
            Texts::Many(format!("SELECT c.value AS v FROM json_each(v_custom(t.custom, '{slug}')) c"))
        }
        Source::Title => Texts::One("t.list_title".into()),
        Source::Keeper => Texts::One("coalesce(nullif(t.\"owner\", ''), t.\"assignee\")".into()),
        Source::Client => Texts::Many(CLIENTS.into()),
        Source::Count(_) | Source::LastContacted | Source::NextTaskDue | Source::Over => Texts::One("NULL".into()),
    }
}

const CLIENTS: &str = "SELECT p.list_title AS v FROM crm_relationships r JOIN crm_people p ON p.id = r.to_id
    WHERE r.from_id = t.id AND r.to_type = 'person'
    UNION ALL SELECT p.list_title FROM crm_relationships r JOIN crm_accounts p ON p.id = r.to_id
    WHERE r.from_id = t.id AND r.to_type = 'account'";

/// The column of a field of one value.
pub(crate) fn column(name: &str) -> String {
    format!("t.\"{}\"", name.replace('.', "_"))
}

/// The column that holds the folded text of a field, where one is kept.
pub(crate) fn kept_fold(entity: EntityType, f: &Listed) -> Option<&'static str> {
    Some(match (entity, &f.source) {
        (_, Source::Title) => "t.sort_name",
        (EntityType::Account | EntityType::Opportunity, Source::Own("name")) => "t.sort_name",
        (EntityType::Person, Source::Keeper) => "t.sort_owner",
        (EntityType::Person, Source::Own("company_name")) => "t.sort_company",
        (EntityType::Person, Source::Own("lead_status")) => "t.sort_status",
        (EntityType::Account, Source::Own("industry")) => "t.sort_industry",
        (EntityType::Account, Source::Own("owner")) => "t.sort_owner",
        _ => return None,
    })
}

/// Whether a row `x` of deals or tasks is over.
pub(crate) fn over(entity: EntityType, x: &str) -> String {
    match entity {
        EntityType::Task => format!("(coalesce({x}.done_at, '') <> '' OR v_over({x}.status))"),
        EntityType::Interest => format!("v_over({x}.stage)"),
        EntityType::Opportunity => format!(
            "(coalesce({x}.won_at, '') <> '' OR coalesce({x}.lost_at, '') <> '' OR v_over({x}.status) OR v_over({x}.stage))"
        ),
        _ => "0".into(),
    }
}

/// Records linked to a row: `FROM …` with the linked record as `x` and the link as `r`, and what counts of them.
pub(crate) fn linked(entity: EntityType, of: Counted) -> String {
    linked_from(entity, of, |table, _| {
        (format!("crm_relationships r JOIN {table} x ON x.id = r.from_id"), "x.archived = 0".into())
    })
}

/// The same where they are only counted. Of most counts the linked records themselves say nothing but whether they are archived,
/// and the few that are stand in an index of their own: a wide row less to be found for each link. Of which kind they are, the kind
/// of link says (`contracts::Link`): each begins at one kind of record.
pub(crate) fn counted(entity: EntityType, of: Counted) -> String {
    if matches!(of, Counted::OpenOpportunities | Counted::OpenTasks) {
        return linked(entity, of);
    }
    linked_from(entity, of, |table, _| {
        let hidden = format!("{table} x INDEXED BY {table}_archived ON x.id = r.from_id AND x.archived = 1");
        (format!("crm_relationships r LEFT JOIN {hidden}"), "x.id IS NULL".into())
    })
}

/// The same, read record by record of the linked kind: for all rows at once. Links are many times more than most kinds, and
/// the few that are archived are known by an index of their own.
fn linked_to_any(entity: EntityType, of: Counted) -> String {
    linked_from(entity, of, |table, kind| {
        (
            format!("{table} x CROSS JOIN crm_relationships r ON r.from_id = x.id AND r.kind = '{kind}'"),
            format!("x.id NOT IN (SELECT id FROM {table} WHERE archived = 1)"),
        )
    })
}

/// What was said, under a condition that an index serves, in the order of the ids: the links lie in that order, and looked up
/// in any other each is a page of its own.
fn said_in_order(entity: EntityType, condition: &str) -> String {
    linked_from(entity, Counted::Interactions, |table, _| {
        let some = format!("SELECT x.id FROM {table} x WHERE {condition}");
        let hidden = format!("SELECT id FROM {table} WHERE archived = 1");
        ("crm_relationships r".into(), format!("r.from_id IN ({some} AND x.id NOT IN ({hidden}))"))
    })
}

fn linked_from(entity: EntityType, of: Counted, from: impl FnOnce(&str, &str) -> (String, String)) -> String {
    let to_account = entity == EntityType::Account;
    let (kind, other) = match of {
        Counted::People => ("works_at", EntityType::Person),
        Counted::Opportunities | Counted::OpenOpportunities => {
            (if to_account { "account_of" } else { "contact_of" }, EntityType::Opportunity)
        }
        Counted::OpenTasks => ("task_of", EntityType::Task),
        Counted::Interactions => ("interaction_of", EntityType::Interaction),
        Counted::Interests => ("interest_of", EntityType::Interest),
        Counted::Requirements => ("requirement_of", EntityType::Requirement),
    };
    let open = match of {
        Counted::OpenOpportunities | Counted::OpenTasks => format!(" AND NOT {}", over(other, "x")),
        _ => String::new(),
    };
    let (from, there) = from(codec::table(other).name, kind);
    format!("{from} WHERE r.kind = '{kind}' AND {there}{open}")
}

impl Compiler {
    fn plan(&mut self, plan: &Plan) -> String {
        match plan {
            Plan::All(of) if of.is_empty() => "1".into(),
            Plan::Any(of) if of.is_empty() => "0".into(),
            Plan::All(of) => format!("({})", of.iter().map(|p| self.plan(p)).collect::<Vec<_>>().join(" AND ")),
            Plan::Any(of) => format!("({})", of.iter().map(|p| self.plan(p)).collect::<Vec<_>>().join(" OR ")),
            Plan::Not(of) => format!("({} IS NOT TRUE)", self.plan(of)),
            Plan::Is(leaf) => self.leaf(leaf),
        }
    }

    fn given(&mut self, value: Sql) -> &'static str {
        self.values.push(value);
        "?"
    }

    fn leaf(&mut self, leaf: &Leaf) -> String {
        let f = &leaf.field;
        match (&f.source, &leaf.test) {
            (Source::Count(of), Test::Number(low, high)) => self.count(*of, *low, *high),
            (Source::Count(of), Test::Known) => self.count(*of, Some(Bound { at: 0.0, included: false }), None),
            (Source::LastContacted, test) => self.contacted(test),
            (Source::NextTaskDue, test) => self.task_due(test),
            (Source::Over, Test::Bool(yes)) => {
                let over = over(self.entity, "t");
                if *yes { format!("({over})") } else { format!("(({over}) IS NOT TRUE)") }
            }
            (Source::Over, _) => "1".into(),
            (Source::Own(name), Test::Money { currency, own, low, high }) => {
                let column = column(name);
                let mut sql = format!("((json_extract({column}, '$.currency') = ?");
                self.values.push(Sql::Text(currency.clone()));
                if *own {
                    sql.push_str(&format!(" OR coalesce(json_extract({column}, '$.currency'), '') = ''"));
                }
                sql.push_str(&format!(
                    ") AND {}",
                    self.range(&format!("v_num(json_extract({column}, '$.amount'))"), *low, *high)
                ));
                format!("({sql}))")
            }
            (Source::Own(name), Test::Known)
                if !f.many && matches!(f.kind, FieldKind::Money | FieldKind::Area | FieldKind::Bool) =>
            {
                format!("({} IS NOT NULL)", column(name))
            }
            (Source::Own(name), Test::Bool(yes)) => format!("({} IS {})", column(name), u8::from(*yes)),
            (Source::Own(name), Test::Text(TextHow::Same, any)) if f.many && f.kind == FieldKind::Tag => {
                let marks: Vec<&str> = any.iter().map(|t| self.given(Sql::Text(t.clone()))).collect();
                let marks = marks.join(", ");
                let of =
                    format!("crm_contact_points c WHERE c.field = '{name}' AND c.key <> '' AND c.key IN ({marks})");
                match self.of {
                    Of::Table => format!("(t.id IN (SELECT c.entity_id FROM {of}))"),
                    Of::Row => format!("EXISTS (SELECT 1 FROM {of} AND c.entity_id = t.id)"),
                }
            }
            (_, test) => match texts(self.entity, f) {
                Texts::One(text) => {
                    let sql = self.text(f, &text, test);
                    format!("({sql})")
                }
                Texts::Many(query) => {
                    self.light &= !matches!(f.source, Source::Client);
                    let sql = self.text(f, "m.v", test);
                    format!("EXISTS (SELECT 1 FROM ({query}) m WHERE {sql})")
                }
            },
        }
    }

    /// A test on one text.
    fn text(&mut self, f: &Listed, text: &str, test: &Test) -> String {
        match test {
            Test::Known => format!("coalesce({text}, '') <> ''"),
            Test::Text(how, any) => {
                let folded = match (kept_fold(self.entity, f), f.kind) {
                    (Some(kept), _) => kept.to_owned(),
                    (None, FieldKind::Phone) => format!("v_digits({text})"),
                    (None, _) => format!("v_fold({text})"),
                };
                let each: Vec<String> = match how {
                    TextHow::Same => {
                        let marks: Vec<&str> = any.iter().map(|t| self.given(Sql::Text(t.clone()))).collect();
                        vec![format!("{folded} IN ({})", marks.join(", "))]
                    }
                    TextHow::Contains => any
                        .iter()
                        .map(|t| format!("instr({folded}, {}) > 0", self.given(Sql::Text(t.clone()))))
                        .collect(),
                    TextHow::Starts => any
                        .iter()
                        .map(|t| {
                            let length = t.chars().count();
                            format!("substr({folded}, 1, {length}) = {}", self.given(Sql::Text(t.clone())))
                        })
                        .collect(),
                };
                format!("({})", each.join(" OR "))
            }
            Test::Number(low, high) => self.range(&format!("v_num({text})"), *low, *high),
            Test::Days(from, to) => self.days(text, from.as_deref(), to.as_deref()),
            Test::Bool(_) | Test::Money { .. } => "0".into(),
        }
    }

    fn range(&mut self, number: &str, low: Option<Bound>, high: Option<Bound>) -> String {
        let mut parts = vec![format!("{number} IS NOT NULL")];
        if let Some(b) = low {
            parts.push(format!("{number} {} {}", if b.included { ">=" } else { ">" }, self.given(Sql::Real(b.at))));
        }
        if let Some(b) = high {
            parts.push(format!("{number} {} {}", if b.included { "<=" } else { "<" }, self.given(Sql::Real(b.at))));
        }
        parts.join(" AND ")
    }

    /// A time whose day lies between two. A plain comparison of the texts comes first: an offset moves a time by a day at
    /// most, and an index may serve it.
    fn days(&mut self, text: &str, from: Option<&str>, to: Option<&str>) -> String {
        let zone = self.zone;
        let mut parts = vec![format!("v_day({text}, {zone}) IS NOT NULL")];
        if let Some(from) = from {
            parts.insert(0, format!("{text} >= {}", self.given(Sql::Text(shifted(from, -2)))));
        }
        if let Some(to) = to {
            let mark = self.given(Sql::Text(shifted(to, 3)));
            parts.insert(usize::from(from.is_some()), format!("{text} < {mark}"));
        }
        if let Some(from) = from {
            parts.push(format!("v_day({text}, {zone}) >= {}", self.given(Sql::Text(from.into()))));
        }
        if let Some(to) = to {
            parts.push(format!("v_day({text}, {zone}) <= {}", self.given(Sql::Text(to.into()))));
        }
        parts.join(" AND ")
    }

    /// Counts that 0 is none of are looked up from the linked side; the others are all that those of the opposite leave.
    fn count(&mut self, of: Counted, low: Option<Bound>, high: Option<Bound>) -> String {
        self.light = false;
        let zero = low.is_none_or(|b| b.at < 0.0 || (b.included && b.at <= 0.0))
            && high.is_none_or(|b| b.at > 0.0 || (b.included && b.at >= 0.0));
        let linked = match self.of {
            // There the links are read in the order in which they are counted.
            Of::Row => counted(self.entity, of),
            Of::Table if of == Counted::Interactions => counted(self.entity, of),
            Of::Table => linked_to_any(self.entity, of),
        };
        if self.of == Of::Row {
            let range = self.range("n", low, high);
            return format!(
                "EXISTS (SELECT 1 FROM (SELECT count(*) AS n FROM {linked} AND r.to_id = t.id) WHERE {range})"
            );
        }
        let range = self.range("count(*)", low, high);
        let (is, having) = if zero { ("NOT IN", format!("NOT ({range})")) } else { ("IN", range) };
        format!("(t.id {is} (SELECT r.to_id FROM {linked} GROUP BY r.to_id HAVING {having}))")
    }

    /// The newest contact lies in a range when some contact is not before it and none is after it.
    fn contacted(&mut self, test: &Test) -> String {
        self.light = false;
        let (from, to) = match test {
            Test::Days(from, to) => (from.clone(), to.clone()),
            _ => (None, None),
        };
        let some = self.any_contact(from.as_deref());
        match to {
            None => some,
            Some(to) => {
                let later = self.any_contact(Some(&shifted(&to, 1)));
                format!("({some} AND {later} IS NOT TRUE)")
            }
        }
    }

    fn any_contact(&mut self, from: Option<&str>) -> String {
        let own = if self.entity == EntityType::Person {
            let sql = self.days("t.last_contacted_at", from, None);
            format!("({sql}) OR ")
        } else {
            String::new()
        };
        let days = self.days("x.contact_at", from, None);
        let linked = match (self.of, from) {
            (Of::Table, Some(_)) => said_in_order(self.entity, &days),
            _ => format!("{} AND {days}", linked(self.entity, Counted::Interactions)),
        };
        format!("({own}{})", self.linked_is(&linked))
    }

    /// The first open task is due in a range when some is not after it and none is before it.
    fn task_due(&mut self, test: &Test) -> String {
        self.light = false;
        let (from, to) = match test {
            Test::Days(from, to) => (from.clone(), to.clone()),
            _ => (None, None),
        };
        let linked = match self.of {
            Of::Row => linked(self.entity, Counted::OpenTasks),
            Of::Table => linked_to_any(self.entity, Counted::OpenTasks),
        };
        let some = self.days("x.due_at", None, to.as_deref());
        let some = self.linked_is(&format!("{linked} AND {some}"));
        match from {
            None => format!("({some})"),
            Some(from) => {
                let before = self.days("x.due_at", None, Some(&shifted(&from, -1)));
                let before = self.linked_is(&format!("{linked} AND {before}"));
                format!("({some} AND NOT {before})")
            }
        }
    }

    /// Whether any of some linked records is one of the row's.
    fn linked_is(&self, linked: &str) -> String {
        match self.of {
            Of::Table => format!("t.id IN (SELECT r.to_id FROM {linked})"),
            Of::Row => format!("EXISTS (SELECT 1 FROM {linked} AND r.to_id = t.id)"),
        }
    }
}

/// A day so many days later; itself where there is none.
fn shifted(day: &str, by: i64) -> String {
    use jiff::ToSpan as _;
    let moved = day.parse::<jiff::civil::Date>().ok().and_then(|d| d.checked_add(by.days()).ok());
    moved.map_or_else(|| day.to_owned(), |d| d.to_string())
}
