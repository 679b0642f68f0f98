//! Staging, approving and undoing an import: missions that are cut off and go on.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use anyhow::{Result, ensure};
use rusqlite::Connection;
use testkit::Draw;

use super::place::Place;
use super::story::{Course, Operation, Step, Story, count, graph_lines, people, staged, text};
use super::strike::{Strike, Told};
use super::witness::{Fault, Finding};

/// Rows that are planned together: one such chunk, or some that are ready, are filed in one transaction.
const PLANNED_AT_ONCE: u64 = 1000;
/// Writes of staging before what rows are weighed with is fixed, those that note rows aside: the mission, the import, the keys.
const BEFORE_WEIGHING: usize = 3;
/// Writes of staging after the last row is planned.
const AFTER: usize = 2;
/// Rows that are applied in one, the fewest and the most: it begins small and doubles.
const APPLIED_AT_ONCE: (u64, u64) = (500, 2000);
/// Rows of a file that are noted in one; of a smaller file they are noted with the import.
const NOTED_AT_ONCE: u64 = 20_000;

/// One of the three, on a list of so many rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Import {
    what: What,
    rows: u64,
}

/// One of the three.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// `import run`: raw rows kept, every row planned, in steps.
    Run,
    /// `import approve`: rows applied in chunks.
    Approve,
    /// `import undo`: changes taken back in steps, newest first.
    Undo,
}

impl Import {
    /// All three: on short lists, whose length fits what they cost, or on lists of so many rows.
    pub fn all(rows: Option<u64>) -> [Self; 3] {
        let of = |what, usual| Self { what, rows: rows.unwrap_or(usual) };
        [of(What::Run, 2000), of(What::Approve, 1250), of(What::Undo, 1250)]
    }
}

impl What {
    /// The state of the import when it is done.
    fn goal(self) -> &'static str {
        match self {
            Self::Run => "proposed",
            Self::Approve => "committed",
            Self::Undo => "undone",
        }
    }

    /// The state of the import once its second write is kept, or a later one.
    fn begun(self) -> &'static [&'static str] {
        match self {
            Self::Run => &["staging", "proposed"],
            Self::Approve => &["committing", "committed"],
            Self::Undo => &["undoing", "undone"],
        }
    }
}

impl Operation for Import {
    fn name(&self) -> &'static str {
        match self.what {
            What::Run => "import",
            What::Approve => "approve",
            What::Undo => "undo",
        }
    }

    fn weight(&self) -> usize {
        3
    }

    fn prepare(&self, program: &Path) -> Result<Place> {
        let place = Place::empty(program)?;
        let list = people(self.rows);
        if self.what == What::Run {
            std::fs::write(place.path("people.csv"), list)?;
            let _ = place.done(&["init"])?;
            return Ok(place);
        }
        let import = staged(&place, &list)?;
        if self.what == What::Undo {
            let _ = place.done(&["import", "approve", &import])?;
        }
        Ok(place)
    }

    fn begin(&self, place: &Place, course: &Course) -> Result<Box<dyn Story + '_>> {
        let conn = place.look()?;
        let import = text(&conn, "SELECT lower(hex(import_id)) FROM workflow_imports", [])?;
        // What the count of planned rows is concluded from must still be how staging writes.
        if let Some(usual) = course.get("begin").filter(|_| self.what == What::Run) {
            let steps = compared(&usual.told).map_or(0, |at| usual.spans.len().saturating_sub(at + AFTER));
            let most = self.rows.div_ceil(PLANNED_AT_ONCE) as usize;
            ensure!(
                (1..=most).contains(&steps),
                "{steps} writes filed the rows of an import, of {}",
                usual.spans.len()
            );
        }
        let planned = count(&conn, "SELECT count(*) FROM import_row_fates WHERE phase = 'planned'", [])?;
        let rows = self.rows;
        Ok(Box::new(Mission { kind: self.what, rows, import, course: course.clone(), planned }))
    }

    fn end(&self, place: &Place) -> Result<Vec<String>> {
        let mut lines = graph_lines(place)?;
        let conn = place.look()?;
        // The newest fate of each row, and what is proposed: without the ids, which differ from run to run.
        for sql in [
            "SELECT row_number || ' ' || phase || ' ' || fate || ' ' || reason FROM import_row_fates f
             WHERE step = (SELECT max(step) FROM import_row_fates g WHERE g.import = f.import
                AND g.row_number = f.row_number) ORDER BY import, row_number",
            "SELECT p.row_number || ' ' || p.entity_type || ' ' || p.action || ' ' || p.confidence || ' '
                || (SELECT group_concat(json_extract(f.value, '$[0]') || '=' || json_extract(f.value, '$[1]'))
                    FROM json_each(v.artifact, '$.fields') f)
             FROM workflow_proposals p JOIN workflow_proposal_values v USING (proposal) ORDER BY 1",
            "SELECT state || ' ' || file_name || ' ' || rows FROM workflow_imports ORDER BY import",
        ] {
            let found: Vec<Option<String>> =
                conn.prepare(sql)?.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
            lines.extend(found.into_iter().flatten());
        }
        Ok(lines)
    }
}

/// Writes in which the rows of a file are noted before they are planned.
fn noted(rows: u64) -> usize {
    if rows > NOTED_AT_ONCE { rows.div_ceil(NOTED_AT_ONCE) as usize } else { 0 }
}

/// After how many writes a process said that all rows are compared; none if it did not come so far.
fn compared(told: &BTreeMap<String, Told>) -> Option<usize> {
    told.get("comparing").filter(|told| told.done >= told.total).map(|told| told.commits)
}

/// An import that is being worked on.
struct Mission {
    kind: What,
    rows: u64,
    /// Its id, once there is one.
    import: Option<String>,
    course: Course,
    /// Rows planned before the command under way.
    planned: u64,
}

impl Mission {
    /// A command that goes on with a mission: it opens the mission twice, then writes what is left.
    fn resume(&self, id: &str, conn: &Connection) -> Result<Step> {
        let mut step = Step::new("resume", &["mission", "resume", id], &self.course);
        let begun = self.course.get("begin").cloned().unwrap_or_default();
        step.tail = begun.tail;
        let opening = begun.spans.first().copied().unwrap_or(Duration::from_millis(2));
        step.expect = vec![opening, opening];
        let done = match self.kind {
            What::Run => {
                // Its rows are weighed and compared again before the first that has no fate yet is planned.
                let from = compared(&begun.told).unwrap_or_default();
                let again = begun.spans.get(noted(self.rows) + BEFORE_WEIGHING..from).unwrap_or_default();
                step.expect.extend(again);
                let steps = begun.spans.len().saturating_sub(from + AFTER) as u64;
                (from + (steps * self.planned).div_ceil(self.rows.max(1)) as usize).saturating_sub(1)
            }
            // It passes over all rows again, quickly over those that are done.
            What::Approve => {
                let rows = count(conn, "SELECT count(DISTINCT group_id) FROM graph_deltas", [])?;
                let (fewest, most) = APPLIED_AT_ONCE;
                let next = |done: &u64| Some(done + (*done).clamp(fewest, most));
                std::iter::successors(Some(fewest), next).take_while(|done| *done <= rows).count()
            }
            What::Undo => {
                let sql = "SELECT count(DISTINCT group_id) FROM graph_deltas WHERE inverse_of IS NOT NULL";
                count(conn, sql, [])? as usize
            }
        };
        step.expect.extend(begun.spans.into_iter().skip(1 + done));
        step.resumes = true;
        Ok(step)
    }
}

impl Story for Mission {
    fn next(&mut self, place: &Place, draw: &mut Draw) -> Result<Option<Step>> {
        let conn = place.look()?;
        let state = text(&conn, "SELECT state FROM workflow_imports ORDER BY import DESC LIMIT 1", [])?;
        let open = text(
            &conn,
            "SELECT lower(hex(mission_id)) FROM workflow_missions
             WHERE state = 'running' AND json_extract(input, '$.import_id') IS NOT NULL ORDER BY mission DESC LIMIT 1",
            [],
        )?;
        let reached = state.as_deref() == Some(self.kind.goal());
        Ok(match open {
            Some(id) if reached || draw.percent(60) => {
                let mut step = self.resume(&id, &conn)?;
                // An undo that another command did meanwhile can't be done again.
                step.may_be_refused = reached;
                Some(step)
            }
            None if reached => None,
            _ => Some(match self.kind {
                What::Run => {
                    let file = place.path("people.csv");
                    Step::new("begin", &["import", "run", &file.to_string_lossy()], &self.course)
                }
                What::Approve | What::Undo => {
                    let import = self.import.as_deref().unwrap_or_default();
                    Step::new(
                        "begin",
                        &["import", if self.kind == What::Undo { "undo" } else { "approve" }, import],
                        &self.course,
                    )
                }
            }),
        })
    }

    /// Writes without a group are acknowledged too: what they did must be there.
    fn after(&mut self, place: &Place, step: &Step, strike: &Strike) -> Result<Vec<Finding>> {
        let conn = place.look()?;
        let mut findings = Vec::new();
        let planned = count(&conn, "SELECT count(*) FROM import_row_fates WHERE phase = 'planned'", [])?;
        // The first write opens the mission, the second the import; going on takes two for the mission.
        let state = text(&conn, "SELECT state FROM workflow_imports ORDER BY import DESC LIMIT 1", [])?;
        let state = state.as_deref().unwrap_or("none");
        let opening = if step.resumes { 3 } else { 2 };
        // Of a large file the rows are noted first, in writes of their own.
        let noted = if self.kind == What::Run && !step.resumes { noted(self.rows) } else { 0 };
        let opening = opening + noted;
        if strike.commits >= opening && !self.kind.begun().contains(&state) {
            let what = format!("{} writes were acknowledged and the import is {state}", strike.commits);
            findings.push(Finding::new(Fault::Lost, what));
        }
        if self.kind == What::Run {
            // Once all rows are compared each write files a chunk or more, until none is left; how many rows lie there it says
            // when they are safe.
            let steps = compared(&strike.told).map_or(0, |at| strike.commits.saturating_sub(at)) as u64;
            let said = strike.told.get("proposing").map_or(0, |told| told.done);
            let floor = (self.planned + steps * PLANNED_AT_ONCE).max(said).min(self.rows);
            if planned < floor {
                let what = format!(
                    "{steps} steps after {} rows were acknowledged, {said} rows in all, {planned} are there",
                    self.planned
                );
                findings.push(Finding::new(Fault::Lost, what));
            }
            if !planned.is_multiple_of(PLANNED_AT_ONCE) {
                findings.push(Finding::new(Fault::Half, format!("{planned} rows are planned: half a step")));
            }
        }
        if step.resumes && strike.code == Some(0) {
            let ended = if strike.json["state"].is_string() { &strike.json } else { &strike.json["mission"] };
            if ended["state"] != "done" {
                findings.push(Finding::new(Fault::Mission, format!("a resumed mission ended as {}", strike.json)));
            }
        }
        self.planned = planned;
        Ok(findings)
    }
}
