//! Opening a workspace of the first schema: each migration is there as a whole, or not at all.

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
    /// The schema before, and after.
    before: OnceLock<Schema>,
    after: OnceLock<Schema>,
    /// How long the first opening takes beyond a second one.
    takes: OnceLock<Duration>,
}

/// What a schema calls itself, and what it looks like.
#[derive(Debug, PartialEq, Eq)]
struct Schema {
    number: u64,
    /// Every table, index and trigger, as its text.
    texts: Vec<String>,
}

impl Schema {
    fn of(conn: &Connection) -> Result<Self> {
        let number = count(conn, "SELECT max(number) FROM schema_migrations", [])?;
        let mut texts: Vec<String> = conn
            .prepare("SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema")?
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        texts.sort();
        Ok(Self { number, texts })
    }

    /// Tables under the name that they have while they are made anew.
    fn half_made(&self) -> Option<&String> {
        self.texts.iter().find(|text| text.split(' ').nth(1).is_some_and(|name| name.ends_with("_new")))
    }
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
        let _ = self.before.set(Schema::of(&place.look()?)?);

        let first = Place::copy_of(&place, program)?;
        let mut took = [Duration::ZERO; 2];
        for took in &mut took {
            let begun = Instant::now();
            let _ = first.done(&["list", "person", "--limit", "1"])?;
            *took = begun.elapsed();
        }
        let _ = self.after.set(Schema::of(&first.look()?)?);
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
        let today = self.about.after.get().map(|after| after.number);
        if Some(Schema::of(&place.look()?)?.number) == today {
            return Ok(None);
        }
        let words = draw.one_of(&OPENINGS);
        let mut step = Step::new("open", words, &Course::default());
        step.expect = self.about.takes.get().copied().into_iter().collect();
        Ok(Some(step))
    }

    fn after(&mut self, place: &Place, _step: &Step, _strike: &Strike) -> Result<Vec<Finding>> {
        let found = Schema::of(&place.look()?)?;
        let ends = [self.about.before.get(), self.about.after.get()];
        // Each migration is a transaction of its own: between two of them is no harm, within one is.
        let wrong = match ends.into_iter().flatten().find(|end| end.number == found.number) {
            Some(end) => *end != found,
            None => found.half_made().is_some(),
        };
        if !wrong {
            return Ok(Vec::new());
        }
        let what = format!("the schema says {} and looks otherwise", found.number);
        Ok(vec![Finding::new(Fault::Half, what)])
    }
}
