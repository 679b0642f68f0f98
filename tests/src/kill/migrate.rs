//! Opening a workspace of the first schema: it is brought up to today's in one transaction, or left as it was.

use std::fs::File;
use std::path::Path;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use rusqlite::Connection;
use sha2::{Digest as _, Sha256};
use testkit::Draw;

use super::place::Place;
use super::story::{Course, Operation, Step, Story, count};
use super::strike::Strike;
use super::witness::{Fault, Finding};
use crate::files::root;

/// Any command opens the workspace, and so migrates it.
const OPENINGS: [&[&str]; 4] = [&["list", "person"], &["doctor"], &["mission", "list"], &["audit", "verify"]];

/// Migration of the workspace in `fixtures/workspaces`.
#[derive(Debug, Default)]
pub struct Migrate {
    /// What the schema looks like before, and after.
    before: OnceLock<Vec<String>>,
    after: OnceLock<Vec<String>>,
    /// How long the first opening takes beyond a second one.
    takes: OnceLock<Duration>,
}

/// Every table, index and trigger, as its text.
fn schema(conn: &Connection) -> Result<Vec<String>> {
    let mut texts: Vec<String> = conn
        .prepare("SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema")?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    texts.sort();
    Ok(texts)
}

fn number(conn: &Connection) -> Result<u64> {
    count(conn, "SELECT max(number) FROM schema_migrations", [])
}

impl Operation for Migrate {
    fn name(&self) -> &'static str {
        "migrate"
    }

    fn weight(&self) -> usize {
        3
    }

    fn is_silent(&self) -> bool {
        true
    }

    fn prepare(&self, program: &Path) -> Result<Place> {
        let place = Place::empty(program)?;
        let packed = root().join("fixtures/workspaces/schema-1.tar.zst");
        let file = File::open(&packed).with_context(|| packed.display().to_string())?;
        std::fs::create_dir(place.workspace())?;
        tar::Archive::new(zstd::Decoder::new(file)?).unpack(place.workspace())?;
        let _ = self.before.set(schema(&place.look()?)?);

        let first = Place::copy_of(&place, program)?;
        let mut took = [Duration::ZERO; 2];
        for took in &mut took {
            let begun = Instant::now();
            let _ = first.done(&["list", "person", "--limit", "1"])?;
            *took = begun.elapsed();
        }
        let _ = self.after.set(schema(&first.look()?)?);
        let _ = self.takes.set(took[0].saturating_sub(took[1]).max(Duration::from_millis(2)));
        Ok(place)
    }

    fn begin(&self, _place: &Place, _course: &Course) -> Result<Box<dyn Story + '_>> {
        Ok(Box::new(Migrating { about: self }))
    }

    /// The hash of the graph, which must be the one that the first build exported.
    fn end(&self, place: &Place) -> Result<Vec<String>> {
        let hash: String = Sha256::digest(place.graph()?).iter().map(|byte| format!("{byte:02x}")).collect();
        let recorded = std::fs::read_to_string(root().join("fixtures/workspaces/schema-1.graph.sha256"))?;
        let recorded = recorded.split_whitespace().next().unwrap_or_default().to_owned();
        ensure!(hash == recorded, "the migrated graph has the hash {hash}, the first build's has {recorded}");
        Ok(vec![hash])
    }
}

struct Migrating<'a> {
    about: &'a Migrate,
}

impl Story for Migrating<'_> {
    fn next(&mut self, place: &Place, draw: &mut Draw) -> Result<Option<Step>> {
        if number(&place.look()?)? > 1 {
            return Ok(None);
        }
        let words = draw.one_of(&OPENINGS);
        let mut step = Step::new("open", words, &Course::default());
        step.expect = self.about.takes.get().copied().into_iter().collect();
        Ok(Some(step))
    }

    fn after(&mut self, place: &Place, _step: &Step, _strike: &Strike) -> Result<Vec<Finding>> {
        let conn = place.look()?;
        let number = number(&conn)?;
        let wanted = if number == 1 { self.about.before.get() } else { self.about.after.get() };
        if wanted == Some(&schema(&conn)?) {
            return Ok(Vec::new());
        }
        Ok(vec![Finding::new(Fault::Half, format!("the schema says {number} and looks like no schema"))])
    }
}
