//! What an operation is to the harness: where it begins, which commands it takes, and how it must end.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use anyhow::Result;
use rusqlite::{Connection, OptionalExtension as _};
use testkit::Draw;

use super::place::Place;
use super::strike::{Strike, Told};
use super::witness::Finding;

/// How commands of a class went when nobody disturbed them.
pub type Course = BTreeMap<&'static str, Usual>;

/// How a command went when nobody disturbed it.
#[derive(Clone, Debug, Default)]
pub struct Usual {
    /// How long each of its writes was open, in order.
    pub spans: Vec<Duration>,
    /// How long it went on after the last.
    pub tail: Duration,
    /// How far it said it was, by stage.
    pub told: BTreeMap<String, Told>,
}

/// The next command of a story.
#[derive(Clone, Debug)]
pub struct Step {
    /// Commands of one class write alike.
    pub class: &'static str,
    /// Its words.
    pub arguments: Vec<String>,
    /// How long its writes are expected to be open, in order.
    pub expect: Vec<Duration>,
    /// How long it is expected to go on after the last.
    pub tail: Duration,
    /// It goes on with a mission that was cut off.
    pub resumes: bool,
    /// It may be refused: what it goes on with was done by another command meanwhile.
    pub may_be_refused: bool,
}

impl Step {
    /// A command of this class, expected to go as it went undisturbed.
    #[must_use]
    pub fn new(class: &'static str, arguments: &[&str], course: &Course) -> Self {
        let usual = course.get(class).cloned().unwrap_or_default();
        Self {
            class,
            arguments: arguments.iter().map(ToString::to_string).collect(),
            expect: usual.spans,
            tail: usual.tail,
            resumes: false,
            may_be_refused: false,
        }
    }
}

/// An operation that is cut off again and again.
pub trait Operation: Send + Sync {
    /// What it is called in the table and after `--only`.
    fn name(&self) -> &'static str;

    /// How many kills it gets beside the others.
    fn weight(&self) -> usize;

    /// How many of a hundred commands are aimed at: few where a story has many short ones, so that the kills spread.
    fn aimed_at(&self) -> usize {
        100
    }

    /// How many of a hundred kills are aimed elsewhere than into a write: more where much is done after it.
    fn elsewhere(&self) -> usize {
        5
    }

    /// It gives no receipts: whether a write is open says the lock that the process holds.
    fn is_silent(&self) -> bool {
        false
    }

    /// Where it begins; every story gets a copy of this.
    ///
    /// # Errors
    /// When it can't be made: then nothing can be said about the operation.
    fn prepare(&self, program: &Path) -> Result<Place>;

    /// Why it can't be tried with this build, if so; with a copy of its beginning.
    ///
    /// # Errors
    /// When that can't be told.
    fn missing(&self, place: &Place) -> Result<Option<String>> {
        let _ = place;
        Ok(None)
    }

    /// Begins a story in a copy.
    ///
    /// # Errors
    /// When the copy can't be read.
    fn begin(&self, place: &Place, course: &Course) -> Result<Box<dyn Story + '_>>;

    /// What the workspace has come to, in a form that is equal for equal ends.
    ///
    /// # Errors
    /// When it can't be read.
    fn end(&self, place: &Place) -> Result<Vec<String>>;
}

/// An operation under way.
pub trait Story {
    /// The next command, judged by what the last one left; none when all is done.
    ///
    /// # Errors
    /// When the workspace can't be read.
    fn next(&mut self, place: &Place, draw: &mut Draw) -> Result<Option<Step>>;

    /// What is wrong, beside what is wrong for every operation, after a command was killed or ended.
    ///
    /// # Errors
    /// When the workspace can't be read.
    fn after(&mut self, place: &Place, step: &Step, strike: &Strike) -> Result<Vec<Finding>>;
}

/// A list of people, each of their own, at a few firms.
#[must_use]
pub fn people(count: u64) -> String {
    let mut text = String::from("Contact Id,First Name,Last Name,Email,Mobile Phone,Company\n");
    for i in 0..count {
        let firm = i % 40;
        text.push_str(&format!("{i},Given{i},Family{i},p{i}@example.com,+91 98300 {:05},Firm {firm}\n", 10_000 + i));
    }
    text
}

/// A workspace with a list of people that is staged as `people.csv`: the import's id.
///
/// # Errors
/// When a command fails.
pub fn staged(place: &Place, text: &str) -> Result<String> {
    let file = place.path("people.csv");
    std::fs::write(&file, text)?;
    let _ = place.done(&["init"])?;
    let import = place.done(&["import", "run", &file.to_string_lossy()])?;
    Ok(import["import_id"].as_str().unwrap_or_default().into())
}

/// One number from the database.
///
/// # Errors
/// The database's.
pub fn count(conn: &Connection, sql: &str, parameters: impl rusqlite::Params) -> Result<u64> {
    Ok(conn.query_row(sql, parameters, |row| row.get(0))?)
}

/// One text from the database, if there is a row with one.
///
/// # Errors
/// The database's.
pub fn text(conn: &Connection, sql: &str, parameters: impl rusqlite::Params) -> Result<Option<String>> {
    Ok(conn.query_row(sql, parameters, |row| row.get(0)).optional()?.flatten())
}

/// The lines of the exported graph, which are equal where the ids are.
///
/// # Errors
/// When the export fails.
pub fn graph_lines(place: &Place) -> Result<Vec<String>> {
    Ok(String::from_utf8(place.graph()?)?.lines().map(ToOwned::to_owned).collect())
}
