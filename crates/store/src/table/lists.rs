//! Keyset windows over people and accounts (R9).

use contracts::{AccountRow, EntityId, EntityType, Page, PersonRow};
use rusqlite::types::Value as Sql;
use rusqlite::{OptionalExtension, Row, params_from_iter};
use uuid::Uuid;

use crate::{Reader, SORTS_ACCOUNT, SORTS_PERSON, StoreError};

/// What to list; the sort is one that `SORTS_*` offers.
#[derive(Clone, Debug)]
pub struct ListRequest<'a> {
    /// Offered name of the sort.
    pub sort: &'a str,
    /// Largest first.
    pub descending: bool,
    /// Only records that match these words.
    pub text: Option<&'a str>,
    /// Of the page before.
    pub cursor: Option<&'a str>,
    /// Rows in the window.
    pub limit: u32,
    /// For somebody who does not see every value: the cursor then holds none of them.
    pub masked: bool,
}

/// A position in a list: records with a value in the sort column come first in both directions, then the rest.
#[derive(Clone, Debug, PartialEq)]
struct Cursor {
    blank: bool,
    key: String,
    id: Uuid,
}

impl Cursor {
    fn parse(text: &str) -> Result<Self, StoreError> {
        let mut parts = text.splitn(3, '.');
        let blank = parts.next() == Some("1");
        let id = parts.next().and_then(|p| Uuid::parse_str(p).ok()).ok_or(StoreError::Cursor)?;
        Ok(Self { blank, id, key: parts.next().ok_or(StoreError::Cursor)?.into() })
    }

    fn print(&self) -> String {
        format!("{}.{}.{}", u8::from(self.blank), self.id.simple(), self.key)
    }

    /// The row alone, whose key is looked up when the list goes on.
    fn print_masked(&self) -> String {
        self.id.simple().to_string()
    }
}

const PEOPLE: &str =
    "SELECT t.id, {key}, t.list_title, t.company_name, t.job_title, t.list_email, t.list_phone, t.list_city,
    t.lead_status, coalesce(t.owner, t.assignee), nullif(t.sort_activity, ''), t.created_at FROM crm_people t";
const ACCOUNTS: &str = "SELECT t.id, {key}, t.list_title, t.industry, t.domain, t.list_phone, t.list_city, t.owner,
    (SELECT count(*) FROM crm_relationships r WHERE r.to_id = t.id AND r.kind = 'works_at'),
    (SELECT count(*) FROM crm_relationships r WHERE r.to_id = t.id AND r.kind = 'account_of') FROM crm_accounts t";
const MATCHING: &str = "t.id IN (SELECT d.entity_id FROM search_terms s JOIN search_docs d ON d.doc = s.rowid
    WHERE search_terms MATCH ?)";
/// Zero people count as no value, like any other blank.
const PEOPLE_COUNT: &str = "(SELECT CASE count(*) WHEN 0 THEN '' ELSE printf('%012d', count(*)) END
    FROM crm_relationships r WHERE r.to_id = t.id AND r.kind = 'works_at')";

impl Reader<'_> {
    /// A window of Contacts.
    ///
    /// # Errors
    /// [`StoreError::Cursor`] for a cursor that this list did not give.
    pub fn people(&self, request: &ListRequest<'_>) -> Result<Page<PersonRow>, StoreError> {
        let column = column(SORTS_PERSON, request.sort);
        self.window(request, (EntityType::Person, "crm_people"), PEOPLE, &format!("t.{column}"), |r| {
            Ok(PersonRow {
                id: EntityId(r.get(0)?),
                name: r.get(2)?,
                company_name: r.get(3)?,
                job_title: r.get(4)?,
                email: r.get(5)?,
                phone: r.get(6)?,
                city: r.get(7)?,
                lead_status: r.get(8)?,
                owner: r.get(9)?,
                last_activity_at: r.get(10)?,
                created_at: r.get(11)?,
            })
        })
    }

    /// A window of Accounts.
    ///
    /// # Errors
    /// [`StoreError::Cursor`] for a cursor that this list did not give.
    pub fn accounts(&self, request: &ListRequest<'_>) -> Result<Page<AccountRow>, StoreError> {
        let key = match column(SORTS_ACCOUNT, request.sort) {
            "people" => PEOPLE_COUNT.to_string(),
            column => format!("t.{column}"),
        };
        self.window(request, (EntityType::Account, "crm_accounts"), ACCOUNTS, &key, |r| {
            Ok(AccountRow {
                id: EntityId(r.get(0)?),
                name: r.get(2)?,
                industry: r.get(3)?,
                domain: r.get(4)?,
                phone: r.get(5)?,
                city: r.get(6)?,
                owner: r.get(7)?,
                people: r.get(8)?,
                opportunities: r.get(9)?,
            })
        })
    }

    /// One window: first those with a value, then those without, each by keyset. `key` and `select` are our own text.
    fn window<T>(
        &self,
        request: &ListRequest<'_>,
        (entity, table): (EntityType, &str),
        select: &str,
        key: &str,
        read: impl Fn(&Row<'_>) -> Result<T, rusqlite::Error>,
    ) -> Result<Page<T>, StoreError> {
        let words = match request.text.map(str::trim).filter(|t| !t.is_empty()) {
            None => None,
            Some(text) => match self.matching_expression(text, entity)? {
                Some(expression) => Some(expression),
                None => return Ok(Page { rows: Vec::new(), next_cursor: None, total: 0 }),
            },
        };
        let filter = if words.is_some() { format!("t.archived = 0 AND {MATCHING}") } else { "t.archived = 0".into() };
        let given: Vec<Sql> = words.iter().map(|w| Sql::Text(w.clone())).collect();
        let total = self
            .conn
            .prepare_cached(&format!("SELECT count(*) FROM {table} t WHERE {filter}"))?
            .query_row(params_from_iter(given.iter()), |r| r.get(0))?;
        let start = match request.cursor {
            Some(text) if request.masked => Some(self.position(table, key, text)?),
            text => text.map(Cursor::parse).transpose()?,
        };
        let select = select.replace("{key}", key);
        let (order, after) = if request.descending { ("DESC", "<") } else { ("ASC", ">") };
        let wanted = request.limit as usize;
        let mut found: Vec<(Cursor, T)> = Vec::with_capacity(wanted + 1);
        for blank in [false, true] {
            if start.as_ref().is_some_and(|c| c.blank && !blank) || found.len() > wanted {
                continue;
            }
            let here = start.as_ref().filter(|c| c.blank == blank);
            let mut sql = format!("{select} WHERE {filter} AND {key} {} ''", if blank { "=" } else { ">" });
            let mut values = given.clone();
            if let Some(c) = here {
                sql.push_str(&format!(" AND ({key}, t.id) {after} (?, ?)"));
                values.push(Sql::Text(c.key.clone()));
                values.push(Sql::Blob(c.id.as_bytes().to_vec()));
            }
            sql.push_str(&format!(" ORDER BY {key} {order}, t.id {order} LIMIT {}", wanted + 1 - found.len()));
            let mut statement = self.conn.prepare_cached(&sql)?;
            let mut rows = statement.query(params_from_iter(values))?;
            while let Some(r) = rows.next()? {
                found.push((Cursor { blank, key: r.get(1)?, id: r.get(0)? }, read(r)?));
            }
        }
        let next_cursor = (found.len() > wanted).then(|| {
            found.truncate(wanted);
            found.last().map(|(c, _)| if request.masked { c.print_masked() } else { c.print() })
        });
        let rows = found.into_iter().map(|(_, row)| row).collect();
        Ok(Page { rows, next_cursor: next_cursor.flatten(), total })
    }

    /// Where a row stands in a list.
    fn position(&self, table: &str, key: &str, id: &str) -> Result<Cursor, StoreError> {
        let id = Uuid::parse_str(id).map_err(|_| StoreError::Cursor)?;
        let sql = format!("SELECT {key} FROM {table} t WHERE t.id = ?");
        let key: Option<String> = self.conn.prepare_cached(&sql)?.query_row([id], |r| r.get(0)).optional()?;
        let key = key.ok_or(StoreError::Cursor)?;
        Ok(Cursor { blank: key.is_empty(), key, id })
    }
}

/// The column of an offered sort; the first one for anything else.
fn column(offered: &'static [(&'static str, &'static str)], name: &str) -> &'static str {
    offered.iter().find(|(n, _)| *n == name).map_or(offered[0].1, |(_, c)| c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_reads_back_even_with_dots_in_its_key() {
        let c = Cursor { blank: false, key: "a.b. c".into(), id: Uuid::from_u128(9) };
        assert_eq!(Cursor::parse(&c.print()).expect("parses"), c);
        assert!(Cursor::parse("nonsense").is_err());
    }
}
