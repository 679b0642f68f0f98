//! Erasing a person by law: either nothing of it happened, or all of it.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use rusqlite::Connection;
use testkit::Draw;

use super::place::Place;
use super::story::{Course, Operation, Step, Story, count, graph_lines, people, staged, text};
use super::strike::Strike;
use super::witness::{Fault, Finding};

/// People erased in a story, one after the other.
const ERASED: usize = 3;

/// `erase person`.
#[derive(Clone, Copy, Debug)]
pub struct Erase;

/// A word that is nowhere else: in the names, the raw row and the proposal of one person.
fn marker(person: usize) -> String {
    format!("zyxqvolant{person}")
}

/// Whether a person stands.
fn stands(conn: &Connection, person: usize) -> Result<bool> {
    Ok(count(conn, "SELECT count(*) FROM crm_people WHERE lower(family_name) = ?", [marker(person)])? == 1)
}

impl Operation for Erase {
    fn name(&self) -> &'static str {
        "erase"
    }

    fn weight(&self) -> usize {
        3
    }

    /// After the commit the files are cleaned, and that must be made good when it is cut off.
    fn elsewhere(&self) -> usize {
        20
    }

    fn prepare(&self, program: &Path) -> Result<Place> {
        let place = Place::empty(program)?;
        let mut list = people(200);
        for person in 0..ERASED {
            let word = marker(person);
            list.push_str(&format!("e{person},Ada,{word},{word}@example.com,+91 98300 9000{person},Firm 1\n"));
        }
        let import = staged(&place, &list)?;
        let _ = place.done(&["import", "approve", &import])?;
        for person in 0..ERASED {
            let id = self.id(&place, person)?;
            let _ = place.done(&["update", "person", &id, &format!("nickname={}", marker(person))])?;
        }
        // The list lies outside the workspace, where only its owner can delete it.
        fs::remove_file(place.path("people.csv"))?;
        Ok(place)
    }

    fn missing(&self, place: &Place) -> Result<Option<String>> {
        let id = self.id(place, 0)?;
        let answer = place.run(&["erase", "person", &id, "--reason", "asked for"])?;
        let not_yet = answer.code == 3 && answer.json["error"]["message"] == "not yet";
        Ok(not_yet.then(|| "this build can't erase yet".into()))
    }

    fn begin(&self, place: &Place, course: &Course) -> Result<Box<dyn Story + '_>> {
        let ids = (0..ERASED).map(|person| self.id(place, person)).collect::<Result<_>>()?;
        Ok(Box::new(Erasing { course: course.clone(), ids }))
    }

    fn end(&self, place: &Place) -> Result<Vec<String>> {
        graph_lines(place)
    }
}

impl Erase {
    fn id(self, place: &Place, person: usize) -> Result<String> {
        let sql = "SELECT lower(hex(id)) FROM crm_people WHERE lower(family_name) = ?";
        text(&place.look()?, sql, [marker(person)])?.context("the person to be erased was imported")
    }
}

struct Erasing {
    course: Course,
    ids: Vec<String>,
}

impl Story for Erasing {
    fn next(&mut self, place: &Place, _draw: &mut Draw) -> Result<Option<Step>> {
        let conn = place.look()?;
        for (person, id) in self.ids.iter().enumerate() {
            if stands(&conn, person)? {
                let words = ["erase", "person", id, "--reason", "Asked for by the person."];
                return Ok(Some(Step::new("erase", &words, &self.course)));
            }
        }
        Ok(None)
    }

    fn after(&mut self, place: &Place, step: &Step, strike: &Strike) -> Result<Vec<Finding>> {
        // The next opening finishes what was cut off. After it, nothing is left, or nothing has happened.
        let _ = place.done(&["list", "person", "--limit", "1"])?;
        let conn = place.look()?;
        let mut findings = Vec::new();
        for (person, id) in self.ids.iter().enumerate() {
            let word = marker(person);
            let erased = count(&conn, "SELECT count(*) FROM erasures WHERE lower(hex(entity_id)) = ?", [id])? > 0;
            let acknowledged = step.arguments.contains(id) && (strike.code == Some(0) || strike.commits > 0);
            if acknowledged && !erased {
                findings.push(Finding::new(Fault::Lost, format!("the erasure of {word} was acknowledged")));
            }
            if !erased {
                if !stands(&conn, person)? {
                    findings.push(Finding::new(Fault::Half, format!("{word} is gone without an erasure")));
                }
                continue;
            }
            for file in files(&place.workspace())? {
                if holds(&fs::read(&file)?, word.as_bytes()) {
                    findings.push(Finding::new(Fault::Half, format!("{word} is erased and in {}", file.display())));
                }
            }
        }
        let dirty = count(&conn, "SELECT count(*) FROM erasures WHERE clean = 0", [])?;
        if dirty > 0 {
            findings.push(Finding::new(Fault::Half, format!("{dirty} erasures are not clean after another opening")));
        }
        // What is compressed can't be searched; but the pieces that held a person have these names.
        let old: Vec<String> = conn
            .prepare("SELECT old_sha256 FROM erasure_segments WHERE old_sha256 <> new_sha256")?
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        for file in files(&place.workspace())? {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if old.iter().any(|hash| name.starts_with(hash)) {
                findings.push(Finding::new(Fault::Half, format!("an erased piece is still there: {name}")));
            }
        }
        Ok(findings)
    }
}

/// Every file below a folder.
fn files(folder: &Path) -> Result<Vec<std::path::PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}

/// Whether bytes hold a word of small letters, in whatever case.
fn holds(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|part| part.eq_ignore_ascii_case(word))
}
