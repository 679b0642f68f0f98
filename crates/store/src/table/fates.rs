//! `import_row_fates` and `import_row_issues`: what becomes of each row; entries are appended, the newest is current.

use std::collections::BTreeMap;

use contracts::{EntityRef, Fate, FateCounts, Issue, ProblemGroup, ReasonGroup};
use rusqlite::params;

use crate::error::{from_json, to_json};
use crate::many::{Insert, integer, maybe, owned, text};
use crate::{Reader, StoreError, Tx};

/// Whether a fate is planned, has happened, or was taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Before anything is written.
    Planned,
    /// As it happened.
    Applied,
    /// After an undo.
    Reversed,
}

impl Phase {
    fn as_str(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Applied => "applied",
            Self::Reversed => "reversed",
        }
    }

    fn read(text: &str) -> Result<Self, StoreError> {
        [Self::Planned, Self::Applied, Self::Reversed]
            .into_iter()
            .find(|phase| phase.as_str() == text)
            .ok_or_else(|| StoreError::Damaged(format!("{text:?} is no phase of a row's fate")))
    }
}

/// A row's fate at a step.
#[derive(Clone, Debug)]
pub struct NewFate<'a> {
    /// 1-based data row.
    pub row_number: u64,
    /// The fate.
    pub fate: Fate,
    /// Why, as a sentence.
    pub reason: &'a str,
    /// The records concerned.
    pub refs: &'a [EntityRef],
}

/// A row's current fate.
#[derive(Clone, Debug)]
pub struct FateRow {
    /// 1-based data row.
    pub row_number: u64,
    /// The fate.
    pub fate: Fate,
    /// Whether that is planned, happened or was taken back.
    pub phase: Phase,
    /// Why.
    pub reason: String,
    /// The records concerned.
    pub refs: Vec<EntityRef>,
}

/// A doubt about a value.
#[derive(Clone, Debug)]
pub struct IssueRow {
    /// 1-based data row.
    pub row_number: u64,
    /// The doubt.
    pub issue: Issue,
}

const CURRENT: &str = "f.step = (SELECT max(g.step) FROM import_row_fates g
    WHERE g.import = f.import AND g.row_number = f.row_number)";

impl Tx<'_> {
    /// Appends a row's fate.
    ///
    /// # Errors
    /// The database's.
    pub fn insert_fate(&mut self, import: i64, step: i64, phase: Phase, fate: &NewFate<'_>) -> Result<(), StoreError> {
        self.insert_fates(import, step, phase, std::slice::from_ref(fate))
    }

    /// Appends the fates of many rows.
    ///
    /// # Errors
    /// The database's.
    pub fn insert_fates(
        &mut self,
        import: i64,
        step: i64,
        phase: Phase,
        fates: &[NewFate<'_>],
    ) -> Result<(), StoreError> {
        let head = "INSERT INTO import_row_fates (import, row_number, step, phase, fate, reason, refs) VALUES";
        let mut insert = Insert::new(head, 7);
        for fate in fates {
            let row = [
                integer(import),
                integer(fate.row_number),
                integer(step),
                text(phase.as_str()),
                text(fate.fate.as_str()),
                text(fate.reason),
                owned(to_json("entity refs", &fate.refs)?),
            ];
            insert.row(self.conn, row)?;
        }
        insert.end(self.conn)
    }

    /// Notes the doubts about the values of many rows.
    ///
    /// # Errors
    /// The database's.
    pub fn insert_issues<'i>(
        &mut self,
        import: i64,
        plan: i64,
        rows: impl IntoIterator<Item = (u64, &'i [Issue])>,
    ) -> Result<(), StoreError> {
        let head = "INSERT INTO import_row_issues (import, plan, row_number, ord, kind, col, message) VALUES";
        let mut insert = Insert::new(head, 7);
        for (row, issues) in rows {
            for (ord, issue) in issues.iter().enumerate() {
                let row = [
                    integer(import),
                    integer(plan),
                    integer(row),
                    integer(ord),
                    text(&issue.kind),
                    maybe(issue.column.map(integer)),
                    text(&issue.message),
                ];
                insert.row(self.conn, row)?;
            }
        }
        insert.end(self.conn)
    }
}

impl Reader<'_> {
    /// How many doubts the rows of a plan have; rows without any are left out.
    ///
    /// # Errors
    /// The database's.
    pub fn issue_counts(
        &self,
        import: i64,
        plan: i64,
        rows: std::ops::RangeInclusive<u64>,
    ) -> Result<std::collections::BTreeMap<u64, usize>, StoreError> {
        let sql = "SELECT row_number, count(*) FROM import_row_issues
            WHERE import = ? AND plan = ? AND row_number BETWEEN ? AND ? GROUP BY row_number";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement
            .query_map(params![import, plan, rows.start(), rows.end()], |r| Ok((r.get(0)?, r.get(1)?)))?
            .collect::<Result<_, _>>()?;
        Ok(rows)
    }

    /// The doubts about rows of a plan; rows without any are left out.
    ///
    /// # Errors
    /// The database's.
    pub fn issues_of_rows(
        &self,
        import: i64,
        plan: i64,
        rows: std::ops::RangeInclusive<u64>,
    ) -> Result<BTreeMap<u64, Vec<Issue>>, StoreError> {
        let sql = "SELECT row_number, kind, col, message FROM import_row_issues
            WHERE import = ? AND plan = ? AND row_number BETWEEN ? AND ? ORDER BY row_number, ord";
        let mut statement = self.conn.prepare_cached(sql)?;
        let found = statement.query_map(params![import, plan, rows.start(), rows.end()], |r| {
            Ok((r.get::<_, u64>(0)?, Issue { kind: r.get(1)?, column: r.get(2)?, message: r.get(3)? }))
        })?;
        let mut out: BTreeMap<u64, Vec<Issue>> = BTreeMap::new();
        for row in found {
            let (row, issue) = row?;
            out.entry(row).or_default().push(issue);
        }
        Ok(out)
    }

    /// What a plan said of some rows, whatever happened since: fate and reason by row.
    ///
    /// # Errors
    /// The database's.
    pub fn planned_fates(
        &self,
        import: i64,
        plan: i64,
        rows: std::ops::RangeInclusive<u64>,
    ) -> Result<BTreeMap<u64, (Fate, String)>, StoreError> {
        let sql = "SELECT row_number, fate, reason FROM import_row_fates
            WHERE import = ? AND row_number BETWEEN ? AND ? AND step = ?";
        let mut statement = self.conn.prepare_cached(sql)?;
        let found = statement.query_map(params![import, rows.start(), rows.end(), plan], |r| {
            Ok((r.get::<_, u64>(0)?, r.get::<_, String>(1)?, r.get::<_, String>(2)?))
        })?;
        let mut out = BTreeMap::new();
        for row in found {
            let (row, fate, reason) = row?;
            out.insert(row, (fate.parse().map_err(StoreError::Damaged)?, reason));
        }
        Ok(out)
    }

    /// How many rows a plan has reached: rows are planned in order, each with exactly one fate.
    ///
    /// # Errors
    /// The database's.
    pub fn rows_planned(&self, import: i64, plan: i64) -> Result<u64, StoreError> {
        let sql = "SELECT count(*) FROM import_row_fates WHERE import = ? AND step = ?";
        Ok(self.conn.prepare_cached(sql)?.query_row([import, plan], |r| r.get(0))?)
    }
}

impl Reader<'_> {
    /// Whether a row has its fate under a plan.
    ///
    /// # Errors
    /// The database's.
    pub fn is_planned(&self, import: i64, plan: i64, row: u64) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM import_row_fates WHERE import = ? AND row_number = ? AND step = ?)";
        Ok(self.conn.prepare_cached(sql)?.query_row(params![import, row, plan], |r| r.get(0))?)
    }

    /// Counts of the fates at one step's plan, or of the current ones (`None`).
    ///
    /// # Errors
    /// The database's.
    pub fn fate_counts(&self, import: i64, step: Option<i64>) -> Result<FateCounts, StoreError> {
        let (sql, step) = match step {
            Some(step) => (
                "SELECT fate, count(*) FROM import_row_fates f WHERE import = ?1 AND step = ?2 GROUP BY 1".into(),
                step,
            ),
            None => (
                format!(
                    "SELECT fate, count(*) FROM import_row_fates f WHERE import = ?1 AND ?2 = 0 AND {CURRENT} GROUP BY 1"
                ),
                0,
            ),
        };
        let mut counts = FateCounts::default();
        let mut statement = self.conn.prepare_cached(&sql)?;
        for row in statement.query_map([import, step], |r| Ok((r.get::<_, String>(0)?, r.get::<_, u64>(1)?)))? {
            let (fate, n) = row?;
            counts.add(fate.parse().map_err(StoreError::Damaged)?, n);
        }
        Ok(counts)
    }

    /// Current fates of rows after `after`, in order: all, or those of one fate.
    ///
    /// # Errors
    /// The database's.
    pub fn fates(&self, import: i64, fate: Option<Fate>, after: u64, limit: u32) -> Result<Vec<FateRow>, StoreError> {
        let sql = format!(
            "SELECT f.row_number, f.fate, f.reason, f.refs, f.phase FROM import_row_fates f
             WHERE f.import = ?1 AND f.row_number > ?2 AND (?3 IS NULL OR f.fate = ?3) AND {CURRENT}
             ORDER BY f.row_number LIMIT ?4"
        );
        let after = i64::try_from(after).unwrap_or(i64::MAX);
        self.conn
            .prepare_cached(&sql)?
            .query_map(params![import, after, fate.map(Fate::as_str), limit], |r| {
                Ok((r.get(0)?, r.get::<_, String>(1)?, r.get(2)?, r.get::<_, String>(3)?, r.get::<_, String>(4)?))
            })?
            .map(|r| {
                let (row_number, fate, reason, refs, phase) = r?;
                Ok(FateRow {
                    row_number,
                    fate: fate.parse().map_err(StoreError::Damaged)?,
                    phase: Phase::read(&phase)?,
                    reason,
                    refs: from_json("entity refs", &refs)?,
                })
            })
            .collect()
    }

    /// Reasons of rows that wait or were left out, most frequent first. A reason reads "kind: detail"; rows group by
    /// fate and kind, with the first row's detail as example.
    ///
    /// # Errors
    /// The database's.
    pub fn reason_groups(&self, import: i64) -> Result<Vec<ReasonGroup>, StoreError> {
        let sql = format!(
            "SELECT f.fate, f.reason FROM import_row_fates f
             WHERE f.import = ? AND f.fate IN ('hold', 'merge', 'reject') AND {CURRENT} ORDER BY f.row_number"
        );
        let mut groups: BTreeMap<(Fate, String), (u64, String)> = BTreeMap::new();
        let mut statement = self.conn.prepare_cached(&sql)?;
        for row in statement.query_map([import], |r| Ok((r.get::<_, String>(0)?, r.get::<_, String>(1)?)))? {
            let (fate, reason) = row?;
            let fate: Fate = fate.parse().map_err(StoreError::Damaged)?;
            let (kind, detail) = reason.split_once(": ").unwrap_or((reason.trim_end_matches('.'), ""));
            groups.entry((fate, kind.into())).or_insert_with(|| (0, detail.into())).0 += 1;
        }
        let mut out: Vec<ReasonGroup> = groups
            .into_iter()
            .map(|((fate, reason), (count, example))| ReasonGroup { fate, reason, example, count })
            .collect();
        out.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.reason.cmp(&b.reason)));
        Ok(out)
    }

    /// Doubts of a plan, grouped by kind and column, most frequent first.
    ///
    /// # Errors
    /// The database's.
    pub fn problem_groups(&self, import: i64, plan: i64) -> Result<Vec<ProblemGroup>, StoreError> {
        let sql = "SELECT kind, col, min(message), count(*), json_group_array(row_number) FROM import_row_issues
            WHERE import = ? AND plan = ? GROUP BY kind, col ORDER BY 4 DESC, 1, 2";
        self.conn
            .prepare_cached(sql)?
            .query_map([import, plan], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?, r.get::<_, String>(4)?)))?
            .map(|r| {
                let (kind, column, message, count, rows) = r?;
                let mut rows: Vec<u64> = from_json("row numbers", &rows)?;
                rows.truncate(20);
                Ok(ProblemGroup {
                    kind,
                    column,
                    message,
                    count,
                    rows,
                    title: String::new(),
                    accepted: false,
                    fixes: Vec::new(),
                })
            })
            .collect()
    }
}
