//! Many short writes by hand, each a process of its own: records made and changed, merges decided and taken apart.

use std::path::Path;

use anyhow::{Context as _, Result};
use rusqlite::Connection;
use serde_json::Value;
use testkit::Draw;

use super::place::Place;
use super::story::{Course, Operation, Step, Story, count, graph_lines, people, staged, text};
use super::strike::Strike;
use super::witness::{Fault, Finding};

/// Records joined by one merge.
const JOINED: usize = 6;
/// Merges in a story: one taken apart by the record, one by its group, one that stays.
const MERGES: usize = 3;
/// Records edited in a story.
const EDITED: usize = 2;

/// Merges: asked for, decided on, taken apart.
#[derive(Clone, Copy, Debug)]
pub struct Merge;

impl Operation for Merge {
    fn name(&self) -> &'static str {
        "merge"
    }

    fn weight(&self) -> usize {
        3
    }

    fn aimed_at(&self) -> usize {
        60
    }

    fn prepare(&self, program: &Path) -> Result<Place> {
        let place = Place::empty(program)?;
        let import = staged(&place, &people(120))?;
        let _ = place.done(&["import", "approve", &import])?;
        Ok(place)
    }

    fn begin(&self, place: &Place, course: &Course) -> Result<Box<dyn Story + '_>> {
        let ids: Vec<String> = place
            .look()?
            .prepare("SELECT lower(hex(id)) FROM crm_people ORDER BY family_name LIMIT ?")?
            .query_map([MERGES * JOINED], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let groups = ids.chunks(JOINED).map(<[String]>::to_vec).collect();
        Ok(Box::new(Merging { course: course.clone(), groups, at: 0, asked: None, merged: false, filed: 0 }))
    }

    fn end(&self, place: &Place) -> Result<Vec<String>> {
        graph_lines(place)
    }
}

struct Merging {
    course: Course,
    groups: Vec<Vec<String>>,
    /// The group of records under way.
    at: usize,
    /// What asking for its merge answered.
    asked: Option<Value>,
    merged: bool,
    /// Proposals filed by hand so far.
    filed: u64,
}

impl Merging {
    /// Who is gone into the survivor, as the answer says.
    fn absorbed(&self) -> Vec<String> {
        let listed = self.asked.as_ref().and_then(|asked| asked["absorbed"].as_array());
        listed.into_iter().flatten().filter_map(|one| Some(one["id"].as_str()?.replace('-', ""))).collect()
    }

    fn next_group(&mut self) {
        (self.at, self.asked, self.merged) = (self.at + 1, None, false);
    }
}

/// How many of these were absorbed by another record.
fn aliases(conn: &Connection, ids: &[String]) -> Result<usize> {
    let mut found = 0;
    for id in ids {
        found += count(conn, "SELECT count(*) FROM graph_aliases WHERE lower(hex(old_id)) = ?", [id])?;
    }
    Ok(found as usize)
}

impl Story for Merging {
    fn next(&mut self, place: &Place, _draw: &mut Draw) -> Result<Option<Step>> {
        let Some(ids) = self.groups.get(self.at) else { return Ok(None) };
        let Some(asked) = &self.asked else {
            let words: Vec<&str> = ["merge", "person"].into_iter().chain(ids.iter().map(String::as_str)).collect();
            return Ok(Some(Step::new("ask", &words, &self.course)));
        };
        if !self.merged {
            let part = |key: &str| asked[key].as_str().context("a merge names its proposal and what was seen");
            let words = ["review", "decide", part("proposal_id")?, "--decision", "approve", "--seen", part("seen")?];
            return Ok(Some(Step::new("decide", &words, &self.course)));
        }
        let absorbed = self.absorbed();
        let first = absorbed.first().context("a merge absorbs somebody")?;
        if self.at.is_multiple_of(3) {
            return Ok(Some(Step::new("unmerge", &["unmerge", first], &self.course)));
        }
        let sql = "SELECT lower(hex(group_id)) FROM graph_deltas WHERE op = 'merge' AND lower(hex(entity_id)) = ?";
        let group = text(&place.look()?, sql, [first])?.context("a merge has a group")?;
        Ok(Some(Step::new("undo", &["undo", &group], &self.course)))
    }

    fn after(&mut self, place: &Place, step: &Step, strike: &Strike) -> Result<Vec<Finding>> {
        let conn = place.look()?;
        let mut findings = Vec::new();
        let lost = |what: &str| Finding::new(Fault::Lost, format!("{what} was acknowledged and is gone"));
        if step.class == "ask" {
            let filed = count(&conn, "SELECT count(*) FROM workflow_proposals WHERE source = 'operator'", [])?;
            if filed < self.filed + strike.commits as u64 {
                findings.push(lost("a proposal to merge"));
            }
            self.filed = filed;
            // Killed before it answered: it is asked again, and the first proposal goes on waiting.
            self.asked = (strike.code == Some(0)).then(|| strike.json.clone());
            return Ok(findings);
        }
        let absorbed = self.absorbed();
        let found = aliases(&conn, &absorbed)?;
        if found != 0 && found != absorbed.len() {
            findings.push(Finding::new(Fault::Half, format!("{found} of {} records were absorbed", absorbed.len())));
        }
        let merged = found > 0;
        if strike.commits > 0 && merged != (step.class == "decide") {
            findings.push(lost(step.class));
        }
        self.merged = merged;
        if (step.class != "decide" && !merged) || (merged && self.at % 3 == 2) {
            self.next_group();
        }
        Ok(findings)
    }
}

/// Records made, changed, hidden, shown and a change taken back, by hand.
#[derive(Clone, Copy, Debug)]
pub struct Edit;

/// What is done to each record, and the SQL that finds it done.
const EDITS: [(&str, &str); 6] = [
    ("create", "SELECT id IS NOT NULL FROM crm_people WHERE family_name = ?"),
    ("update", "SELECT nickname = 'Ace' FROM crm_people WHERE family_name = ?"),
    ("archive", "SELECT archived FROM crm_people WHERE family_name = ?"),
    ("unarchive", "SELECT NOT archived FROM crm_people WHERE family_name = ?"),
    ("rename", "SELECT nickname = 'Bee' FROM crm_people WHERE family_name = ?"),
    ("undo", "SELECT nickname = 'Ace' FROM crm_people WHERE family_name = ?"),
];

impl Operation for Edit {
    fn name(&self) -> &'static str {
        "edit"
    }

    fn weight(&self) -> usize {
        3
    }

    fn aimed_at(&self) -> usize {
        45
    }

    fn prepare(&self, program: &Path) -> Result<Place> {
        let place = Place::empty(program)?;
        let import = staged(&place, &people(60))?;
        let _ = place.done(&["import", "approve", &import])?;
        Ok(place)
    }

    fn begin(&self, _place: &Place, course: &Course) -> Result<Box<dyn Story + '_>> {
        Ok(Box::new(Editing { course: course.clone(), at: 0 }))
    }

    /// The records without their ids, which are new in every story.
    fn end(&self, place: &Place) -> Result<Vec<String>> {
        let mut lines = Vec::new();
        for line in graph_lines(place)? {
            let value: Value = serde_json::from_str(&line)?;
            if value["id"].is_string() {
                lines.push(format!("{} {} {}", value["entity"], value["archived"], value["fields"]));
            } else {
                lines.push(line);
            }
        }
        lines.sort();
        Ok(lines)
    }
}

struct Editing {
    course: Course,
    /// Edits done so far, over all records.
    at: usize,
}

impl Editing {
    /// The family name of the record under way.
    fn name(&self) -> String {
        format!("Handmade{}", self.at / EDITS.len())
    }

    fn is_done(&self, conn: &Connection) -> Result<bool> {
        let sql = format!("SELECT coalesce(({}), 0)", EDITS[self.at % EDITS.len()].1);
        Ok(count(conn, &sql, [self.name()])? == 1)
    }
}

impl Story for Editing {
    fn next(&mut self, place: &Place, _draw: &mut Draw) -> Result<Option<Step>> {
        if self.at == EDITED * EDITS.len() {
            return Ok(None);
        }
        let conn = place.look()?;
        let name = self.name();
        let id = text(&conn, "SELECT lower(hex(id)) FROM crm_people WHERE family_name = ?", [&name])?;
        let id = id.unwrap_or_default();
        let class = EDITS[self.at % EDITS.len()].0;
        let family = format!("family_name={name}");
        let words: Vec<&str> = match class {
            "create" => vec!["create", "person", "given_name=Ada", &family, "email=ada@example.org"],
            "update" => vec!["update", "person", &id, "nickname=Ace"],
            "archive" | "unarchive" => vec![class, "person", &id],
            "rename" => vec!["update", "person", &id, "nickname=Bee"],
            _ => {
                let sql = "SELECT lower(hex(group_id)) FROM graph_deltas WHERE lower(hex(entity_id)) = ?
                           ORDER BY delta DESC LIMIT 1";
                let group = text(&conn, sql, [&id])?.context("an edited record has changes")?;
                return Ok(Some(Step::new(class, &["undo", &group], &self.course)));
            }
        };
        Ok(Some(Step::new(class, &words, &self.course)))
    }

    fn after(&mut self, place: &Place, step: &Step, strike: &Strike) -> Result<Vec<Finding>> {
        let done = self.is_done(&place.look()?)?;
        let mut findings = Vec::new();
        if strike.commits > 0 && !done {
            findings.push(Finding::new(Fault::Lost, format!("{} was acknowledged and is not there", step.class)));
        }
        self.at += usize::from(done);
        Ok(findings)
    }
}
