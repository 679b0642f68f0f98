//! Groups of a list, and the values that records hold.

use std::collections::{BTreeMap, HashMap};

use contracts::{EntityType, FieldKind};
use filter::{Listed, Source, value};
use rusqlite::params_from_iter;
use rust_decimal::Decimal;

use super::sql::{self, Texts};
use super::{Asked, ListOrder};
use crate::{Store, StoreError, codec};

/// A group of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GroupCount {
    /// The folded value; empty for records without one.
    pub key: String,
    /// The value in its most frequent spelling.
    pub label: String,
    /// How many records.
    pub count: u64,
    /// Sums by currency; numbers, and amounts without one, by none.
    pub sums: BTreeMap<Option<String>, Decimal>,
}

/// A value and how many records hold it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueCount {
    /// In its most frequent spelling.
    pub value: String,
    /// How many.
    pub count: u64,
}

/// Whether a list can be grouped by a field: it has few values, and one a record.
#[must_use]
pub fn groupable(f: &Listed) -> bool {
    let one = matches!(f.source, Source::Own(_) | Source::Keeper | Source::Over | Source::Part("property.address", _));
    one && !f.many && matches!(f.kind, FieldKind::Choice | FieldKind::Text | FieldKind::Bool)
}

impl Store {
    /// The groups of a list by a field that is [`groupable`], by their folded value, those without one last; with the
    /// sums of a field of money or numbers.
    ///
    /// # Errors
    /// The database's.
    pub fn groups(&self, list: &ListOrder, by: &Listed, sum: Option<&Listed>) -> Result<Vec<GroupCount>, StoreError> {
        let asked = Asked::of(list);
        let key = group_text(list.entity, by);
        let (amount, currency) = match sum.map(|f| (f, &f.source)) {
            Some((f, Source::Own(name))) if f.kind == FieldKind::Money => {
                let column = sql::column(name);
                (format!("json_extract({column}, '$.amount')"), format!("json_extract({column}, '$.currency')"))
            }
            Some((f, Source::Own(_))) => match sql::texts(list.entity, f) {
                Texts::One(text) => (text, "NULL".into()),
                Texts::Many(_) => ("NULL".into(), "NULL".into()),
            },
            _ => ("NULL".into(), "NULL".into()),
        };
        let mut spelt: HashMap<String, BTreeMap<String, u64>> = HashMap::new();
        let mut groups: BTreeMap<String, GroupCount> = BTreeMap::new();
        self.read(|r| -> Result<(), StoreError> {
            let (sql, values) = r.filtered(&asked, &format!("{key} AS k, {currency} AS c, {amount} AS a, count(*)"))?;
            let sql = format!("{sql} GROUP BY k, c, a");
            let mut statement = r.conn.prepare_cached(&sql)?;
            let mut rows = statement.query(params_from_iter(values))?;
            while let Some(row) = rows.next()? {
                let text: Option<String> = row.get(0)?;
                let text = text.unwrap_or_default();
                let count: u64 = row.get(3)?;
                let folded = value::fold(&text);
                *spelt.entry(folded.clone()).or_default().entry(text).or_default() += count;
                let group = groups.entry(folded).or_default();
                group.count += count;
                let amount: Option<String> = row.get(2)?;
                if let Some(amount) = amount.and_then(|a| a.parse::<Decimal>().ok()) {
                    let currency: Option<String> = row.get::<_, Option<String>>(1)?.filter(|c| !c.is_empty());
                    let all = amount.checked_mul(Decimal::from(count)).unwrap_or(Decimal::MAX);
                    let sum = group.sums.entry(currency).or_default();
                    *sum = sum.checked_add(all).unwrap_or(Decimal::MAX);
                }
            }
            Ok(())
        })?;
        let mut out: Vec<GroupCount> =
            groups.into_iter().map(|(key, group)| GroupCount { label: most(spelt.get(&key)), key, ..group }).collect();
        // Those without a value come last.
        out.sort_by_key(|g| g.key.is_empty());
        Ok(out)
    }

    /// The values of a field that records hold which are not archived, the most frequent first.
    ///
    /// # Errors
    /// The database's.
    pub fn values(
        &self,
        entity: EntityType,
        f: &Listed,
        starts: Option<&str>,
        at_most: usize,
    ) -> Result<Vec<ValueCount>, StoreError> {
        let table = codec::table(entity).name;
        let sql = match sql::texts(entity, f) {
            Texts::One(text) => format!("SELECT {text} AS v, count(*) FROM {table} t WHERE t.archived = 0 GROUP BY v"),
            Texts::Many(query) => {
                format!("SELECT m.v AS v, count(*) FROM {table} t, ({query}) m WHERE t.archived = 0 GROUP BY v")
            }
        };
        // A table function of the row's own is joined laterally only through `json_each`, so points are joined by hand.
        let sql = match (&f.source, f.many) {
            (Source::Own(name) | Source::Part(name, _), true) => {
                let Texts::Many(query) = sql::texts(entity, f) else { return Ok(Vec::new()) };
                let item = query.trim_start_matches("SELECT ").split(" AS v").next().unwrap_or("NULL").to_owned();
                format!(
                    "SELECT {item} AS v, count(*) FROM crm_contact_points c JOIN {table} t ON t.id = c.entity_id
                     WHERE c.field = '{name}' AND t.archived = 0 GROUP BY v"
                )
            }
            (Source::Custom(slug), _) => format!(
                "SELECT c.value AS v, count(*) FROM {table} t, json_each(v_custom(t.custom, '{slug}')) c
                 WHERE t.archived = 0 GROUP BY v"
            ),
            (Source::Client, _) => return Ok(Vec::new()),
            _ => sql,
        };
        let starts = starts.map(value::fold).unwrap_or_default();
        let mut spelt: HashMap<String, BTreeMap<String, u64>> = HashMap::new();
        self.read(|r| -> Result<(), StoreError> {
            let mut statement = r.conn.prepare_cached(&sql)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let text: Option<String> = row.get(0)?;
                let Some(text) = text.filter(|t| !t.is_empty()) else { continue };
                let folded = value::fold(&text);
                if folded.starts_with(&starts) {
                    *spelt.entry(folded).or_default().entry(text).or_default() += row.get::<_, u64>(1)?;
                }
            }
            Ok(())
        })?;
        let mut out: Vec<ValueCount> =
            spelt.values().map(|s| ValueCount { value: most(Some(s)), count: s.values().sum() }).collect();
        out.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value)));
        out.truncate(at_most);
        Ok(out)
    }
}

/// The text that groups are made of.
fn group_text(entity: EntityType, f: &Listed) -> String {
    match (&f.source, f.kind) {
        (Source::Over, _) => format!("CASE ({}) IS TRUE WHEN 1 THEN 'yes' ELSE 'no' END", sql::over(entity, "t")),
        (Source::Own(name), FieldKind::Bool) => {
            let column = sql::column(name);
            format!("CASE {column} WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END")
        }
        _ => match sql::texts(entity, f) {
            Texts::One(text) => text,
            Texts::Many(_) => "NULL".into(),
        },
    }
}

/// The most frequent spelling.
fn most(spelt: Option<&BTreeMap<String, u64>>) -> String {
    let best = spelt.and_then(|s| s.iter().max_by(|a, b| a.1.cmp(b.1).then_with(|| b.0.cmp(a.0))));
    best.map(|(text, _)| text.clone()).unwrap_or_default()
}
