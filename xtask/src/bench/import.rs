//! `cargo xtask bench import`: reading a million rows against one pass of the `csv` crate and `.import` of the `sqlite3`
//! command line, in the same run. One JSON line for each row of the table.
//!
//! Wall times of a shared machine say little: every figure is the lowest of some runs, with its CPU-seconds beside it.

use std::cell::RefCell;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::{measure, people};
use crate::{place, setup, shell};

/// Rows of a full sheet of Excel.
const ROWS: u64 = 1_048_576;

/// Times that the first look is taken: it is short, so its wall time needs many.
const LOOKS: usize = 40;
/// Seconds that a first look may take, of a program that has to start first (`targets.md`).
const LOOK: f64 = 0.150;

/// The words after `bench import`.
struct Options {
    rows: u64,
    runs: usize,
    /// Whether the import is undone at the end, which takes longer than everything else.
    undo: bool,
    /// Whether the table is kept in `docs/benchmarks.md`.
    write: bool,
}

impl Options {
    fn parse(words: &[String]) -> Result<Self> {
        let mut options = Self { rows: ROWS, runs: 3, undo: true, write: false };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            let mut number = || words.next().and_then(|n| n.parse::<u64>().ok()).filter(|n| *n > 0);
            match word.as_str() {
                "--rows" => options.rows = number().context("--rows needs a number")?,
                "--runs" => options.runs = usize::try_from(number().context("--runs needs a number")?)?,
                "--no-undo" => options.undo = false,
                "--write" => options.write = true,
                _ => bail!("`cargo xtask bench import [--rows N] [--runs N] [--no-undo] [--write]`, not `{word}`"),
            }
        }
        Ok(options)
    }
}

/// Runs the bench, or, when it was started by itself, one part of it.
///
/// # Errors
/// When something does not build or a measured program fails.
pub fn run(words: &[String]) -> Result<()> {
    match words.split_first() {
        Some((word, command)) if word == "--measure" => measure::here(None, command),
        Some((word, [workspace, stage, command @ ..])) if word == "--measure-until" => {
            measure::here(Some((Path::new(workspace), stage)), command)
        }
        Some((word, [file])) if word == "--csv-pass" => csv_pass(Path::new(file)),
        Some((word, [file, rows])) if word == "--make" => people::write(Path::new(file), rows.parse()?),
        _ => table(&Options::parse(words)?),
    }
}

/// The programs and the file that the rows are measured with.
struct Bench {
    /// The optimised `velocity`.
    velocity: PathBuf,
    /// This program, optimised.
    xtask: PathBuf,
    /// The file of invented people.
    file: PathBuf,
    /// A folder for what the measured programs write; emptied by whoever needs it empty.
    folder: PathBuf,
    rows: u64,
    runs: usize,
    undo: bool,
    /// Rows of the table so far, as they are kept.
    kept: RefCell<String>,
}

/// What a program took: the lowest of its runs.
#[derive(Clone, Copy, Debug)]
struct Took {
    /// Wall time.
    seconds: f64,
    /// User and system time of all its threads.
    cpu: f64,
    /// Most memory at once.
    peak_mb: f64,
}

fn table(options: &Options) -> Result<()> {
    setup::tables()?;
    // Each as it is built by itself, with its own choice of its dependencies' features.
    for package in ["xtask", "velocity-cli"] {
        shell::run(place::cargo().args(["build", "--quiet", "--release", "-p", package]))?;
    }
    let target = place::target()?;
    let program = |name: &str| target.join("release").join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    let folder = target.join("bench");
    std::fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
    let bench = Bench {
        velocity: program("velocity"),
        xtask: program("xtask"),
        file: folder.join(format!("people-{}.csv", options.rows)),
        folder,
        rows: options.rows,
        runs: options.runs,
        undo: options.undo,
        kept: RefCell::default(),
    };
    if !bench.file.is_file() {
        let file = bench.file.as_os_str();
        shell::run(
            Command::new(&bench.xtask).args(["bench", "import", "--make"]).arg(file).arg(options.rows.to_string()),
        )?;
    }
    rows_of_the_table(&bench)?;
    if options.write { bench.keep() } else { Ok(()) }
}

/// Every row of the table, in its order.
fn rows_of_the_table(bench: &Bench) -> Result<()> {
    let csv = bench.took(Command::new(&bench.xtask).args(["bench", "import", "--csv-pass"]).arg(&bench.file))?;
    bench.say("csv pass", csv, None);
    let analyze = |more: &[&str]| {
        let mut command = Command::new(&bench.velocity);
        command.args(["import", "analyze"]).arg(&bench.file).args(more);
        command
    };
    bench.first_look(&mut analyze(&["--preview"]))?;
    bench.say("analyze", bench.took(&mut analyze(&[]))?, Some(("csv pass", csv, 1.5)));
    let reference = bench.sqlite()?;
    bench.say("sqlite3 .import", reference, None);
    bench.stored(reference)
}

impl Bench {
    /// Prints a row: the figure, what it is compared with, the ratio of the wall times and the ratio that is wanted.
    fn say(&self, name: &str, took: Took, reference: Option<(&str, Took, f64)>) {
        let mut line = json!({
            "bench": "import", "row": name, "rows": self.rows, "seconds": round(took.seconds),
            "cpu_seconds": round(took.cpu), "peak_mb": round(took.peak_mb),
        });
        if let Some((name, against, target)) = reference {
            line["reference"] = json!(name);
            line["reference_seconds"] = json!(round(against.seconds));
            line["ratio"] = json!(round(took.seconds / against.seconds));
            line["cpu_ratio"] = json!(round(took.cpu / against.cpu));
            line["target"] = json!(target);
        }
        println!("{line}");
        let times = |n: f64| format!("{:.1}×", n);
        let ratio = reference.map_or("–".to_owned(), |(_, against, _)| times(took.cpu / against.cpu));
        let wanted = reference.map_or("–".to_owned(), |(of, _, target)| format!("{} {of}", times(target)));
        let (cpu, peak, seconds) = (took.cpu, took.peak_mb, took.seconds);
        let kept = format!("| {name} | {cpu:.2} | {ratio} | {wanted} | {peak:.0} MB | {seconds:.1} |\n");
        self.kept.borrow_mut().push_str(&kept);
    }

    /// Measures the first look at the file, from the start of the program to its end: the middle time of many, and that
    /// which one in twenty exceeds.
    ///
    /// # Errors
    /// When it fails.
    fn first_look(&self, command: &mut Command) -> Result<()> {
        let mut looks = (0..LOOKS).map(|_| self.took_once(command)).collect::<Result<Vec<_>>>()?;
        looks.sort_by(|a, b| a.seconds.total_cmp(&b.seconds));
        let at = |share: f64| looks.get(((LOOKS as f64 * share) as usize).min(LOOKS - 1)).copied();
        let (middle, late) = at(0.5).zip(at(0.95)).context("it was looked at")?;
        let Took { cpu, peak_mb, .. } = middle;
        println!(
            "{}",
            json!({
                "bench": "import", "row": "first preview and mapping", "rows": self.rows, "p50_seconds": round(middle.seconds),
                "p95_seconds": round(late.seconds), "cpu_seconds": round(cpu), "peak_mb": round(peak_mb), "target_seconds": LOOK,
            })
        );
        self.kept.borrow_mut().push_str(&format!(
            "| first preview and mapping | {cpu:.2} | – | {LOOK:.2} s | {peak_mb:.0} MB | {:.3}, p95 {:.3} |\n",
            middle.seconds, late.seconds
        ));
        Ok(())
    }

    /// Replaces the table of as many rows in `docs/benchmarks.md`.
    fn keep(&self) -> Result<()> {
        let open = format!("<!-- import of {} rows: written by `cargo xtask bench import --write` -->\n", self.rows);
        const CLOSE: &str = "<!-- end of import -->";
        let file = place::root().join("docs/benchmarks.md");
        let text = std::fs::read_to_string(&file).with_context(|| file.display().to_string())?;
        let (before, rest) =
            text.split_once(&open).with_context(|| format!("docs/benchmarks.md has no line {open}"))?;
        let (_, after) = rest.split_once(CLOSE).context("docs/benchmarks.md has no end of the import")?;
        let head = "| row | CPU-seconds | ratio | wanted | peak memory | seconds |\n|---|---|---|---|---|---|\n";
        let kept = format!("{before}{open}{head}{}{CLOSE}{after}", self.kept.borrow());
        std::fs::write(&file, kept).with_context(|| file.display().to_string())
    }

    /// Runs a program some times; the lowest of each figure.
    ///
    /// # Errors
    /// When it fails.
    fn took(&self, command: &mut Command) -> Result<Took> {
        let mut best: Option<Took> = None;
        for _ in 0..self.runs {
            let took = self.took_once(command)?;
            best = Some(best.map_or(took, |b| Took {
                seconds: b.seconds.min(took.seconds),
                cpu: b.cpu.min(took.cpu),
                peak_mb: b.peak_mb.max(took.peak_mb),
            }));
        }
        best.context("it ran at least once")
    }

    /// Runs a program once: for those that change something.
    ///
    /// # Errors
    /// When it fails.
    fn took_once(&self, command: &mut Command) -> Result<Took> {
        took(&self.told(&["--measure".as_ref()], command)?)
    }

    fn velocity_in(&self, workspace: &Path) -> Command {
        let mut command = Command::new(&self.velocity);
        command.arg("--workspace").arg(workspace).arg("--json");
        command
    }

    /// An empty workspace.
    fn fresh(&self, workspace: &Path) -> Result<()> {
        if workspace.exists() {
            std::fs::remove_dir_all(workspace)?;
        }
        shell::run(self.velocity_in(workspace).arg("init").stdout(Stdio::null()))
    }

    /// Runs a measuring process over a command and reads what it says. It is one of its own, for the system only tells the
    /// peak memory of all children there ever were.
    fn told(&self, measure: &[&OsStr], command: &Command) -> Result<Value> {
        let mut measuring = Command::new(&self.xtask);
        measuring.args(["bench", "import"]).args(measure);
        let output = measuring.arg(command.get_program()).args(command.get_args()).stderr(Stdio::inherit()).output()?;
        serde_json::from_slice(&output.stdout)
            .with_context(|| format!("{:?} could not be measured", command.get_program()))
    }

    /// Runs a program once in a workspace: what it took until its mission came to a stage, and in all.
    fn took_until(&self, workspace: &Path, stage: &str, command: &Command) -> Result<(Took, Took)> {
        let told = self.told(&["--measure-until".as_ref(), workspace.as_os_str(), stage.as_ref()], command)?;
        Ok((took(&told["until"])?, took(&told)?))
    }

    /// What stores, once in a new workspace: run, of which staging is the part until its rows begin to be planned;
    /// approve, of which the search index is the part after the last row is in; undo.
    ///
    /// # Errors
    /// When one of them fails.
    fn stored(&self, reference: Took) -> Result<()> {
        let workspace = self.folder.join("workspace");
        self.fresh(&workspace)?;
        let velocity = || self.velocity_in(&workspace);
        let against = |target| Some(("sqlite3 .import", reference, target));
        let (stage, run) =
            self.took_until(&workspace, "comparing", velocity().args(["import", "run"]).arg(&self.file))?;
        self.say("stage", stage, against(1.0));
        self.say("run", run, against(5.0));
        let list = velocity().args(["import", "list"]).output()?;
        let list: Value = serde_json::from_slice(&list.stdout)?;
        let id = list["imports"][0]["import_id"].as_str().context("the import is listed")?.to_owned();
        let (approve, whole) = self.took_until(&workspace, "indexing", velocity().args(["import", "approve", &id]))?;
        self.say("approve", approve, against(6.0));
        self.say("approve with its search index", whole, None);
        if self.undo {
            let undo = self.took_once(velocity().args(["import", "undo", &id]))?;
            self.say("undo", undo, None);
        }
        std::fs::remove_dir_all(&workspace)?;
        Ok(())
    }

    /// The reference for everything that stores: the file into a table of a new database.
    ///
    /// # Errors
    /// When the `sqlite3` command line fails.
    fn sqlite(&self) -> Result<Took> {
        let database = self.folder.join("reference.db");
        let mut best: Option<Took> = None;
        for _ in 0..self.runs {
            for ending in ["", "-wal", "-shm", "-journal"] {
                let mut file = database.clone().into_os_string();
                file.push(ending);
                let _ = std::fs::remove_file(file);
            }
            let import = format!(".import --csv '{}' people", self.file.display());
            let took = self.took_once(Command::new("sqlite3").arg(&database).arg(import))?;
            best = Some(best.filter(|b| b.seconds <= took.seconds).unwrap_or(took));
        }
        let _ = std::fs::remove_file(&database);
        best.context("it ran at least once")
    }
}

fn round(n: f64) -> f64 {
    (n * 1000.0).round() / 1000.0
}

/// Counts the records of a file: the reference for reading one.
fn csv_pass(file: &Path) -> Result<()> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_path(file)?;
    let mut record = csv::ByteRecord::new();
    let mut records = 0_u64;
    while reader.read_byte_record(&mut record)? {
        records += 1;
    }
    println!("{records}");
    Ok(())
}

/// What a measuring process said.
fn took(told: &Value) -> Result<Took> {
    let number = |name: &str| told[name].as_f64().with_context(|| format!("no {name}"));
    Ok(Took { seconds: number("seconds")?, cpu: number("cpu")?, peak_mb: number("peak_mb")? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_and_runs_are_read_and_other_words_are_refused() {
        let parse = |words: &[&str]| Options::parse(&words.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>());
        assert_eq!(parse(&[]).expect("none").rows, 1_048_576);
        let some = parse(&["--write", "--rows", "5000", "--no-undo", "--runs", "1"]).expect("all");
        assert_eq!((some.rows, some.runs, some.undo, some.write), (5000, 1, false, true));
        assert!(parse(&["--rows"]).is_err() && parse(&["--rows", "0"]).is_err() && parse(&["fast"]).is_err());
    }
}
