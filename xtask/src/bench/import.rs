//! `cargo xtask bench import`: reading a million rows against one pass of the `csv` crate and `.import` of the `sqlite3`
//! command line, in the same run. One JSON line for each row of the table.
//!
//! Wall times of a shared machine say little: every figure is the lowest of some runs, with its CPU-seconds beside it.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::people;
use crate::{place, setup, shell};

/// Rows of a full sheet of Excel.
const ROWS: u64 = 1_048_576;

/// The words after `bench import`.
struct Options {
    rows: u64,
    runs: usize,
}

impl Options {
    fn parse(words: &[String]) -> Result<Self> {
        let mut options = Self { rows: ROWS, runs: 3 };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            let number = words.next().and_then(|n| n.parse::<u64>().ok()).filter(|n| *n > 0);
            match (word.as_str(), number) {
                ("--rows", Some(n)) => options.rows = n,
                ("--runs", Some(n)) => options.runs = usize::try_from(n)?,
                _ => bail!("`cargo xtask bench import [--rows N] [--runs N]`, not `{word}`"),
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
        Some((word, command)) if word == "--measure" => measure_here(None, command),
        Some((word, [workspace, command @ ..])) if word == "--measure-staging" => {
            measure_here(Some(Path::new(workspace)), command)
        }
        Some((word, [file])) if word == "--csv-pass" => csv_pass(Path::new(file)),
        Some((word, [file, rows])) if word == "--write" => people::write(Path::new(file), rows.parse()?),
        _ => table(&Options::parse(words)?),
    }
}

/// The programs and the file that the rows are measured with.
pub struct Bench {
    /// The optimised `velocity`.
    pub velocity: PathBuf,
    /// This program, optimised.
    xtask: PathBuf,
    /// The file of invented people.
    pub file: PathBuf,
    /// A folder for what the measured programs write; emptied by whoever needs it empty.
    pub folder: PathBuf,
    rows: u64,
    runs: usize,
}

/// What a program took: the lowest of its runs.
#[derive(Clone, Copy, Debug)]
pub struct Took {
    /// Wall time.
    pub seconds: f64,
    /// User and system time of all its threads.
    pub cpu: f64,
    /// Most memory at once.
    pub peak_mb: f64,
}

fn table(options: &Options) -> Result<()> {
    setup::tables()?;
    shell::run(place::cargo().args(["build", "--quiet", "--release", "-p", "xtask", "-p", "velocity-cli"]))?;
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
    };
    if !bench.file.is_file() {
        let file = bench.file.as_os_str();
        shell::run(
            Command::new(&bench.xtask).args(["bench", "import", "--write"]).arg(file).arg(options.rows.to_string()),
        )?;
    }
    rows_of_the_table(&bench)
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
    bench.say("analyze", bench.took(&mut analyze(&[]))?, Some(("csv pass", csv, 1.5)));
    let reference = bench.sqlite()?;
    bench.say("sqlite3 .import", reference, None);
    bench.stored(reference)
}

impl Bench {
    /// Prints a row: the figure, what it is compared with, the ratio of the wall times and the ratio that is wanted.
    pub fn say(&self, name: &str, took: Took, reference: Option<(&str, Took, f64)>) {
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
    }

    /// Runs a program some times; the lowest of each figure.
    ///
    /// # Errors
    /// When it fails.
    pub fn took(&self, command: &mut Command) -> Result<Took> {
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
    pub fn took_once(&self, command: &mut Command) -> Result<Took> {
        self.told(Command::new(&self.xtask).args(["bench", "import", "--measure"]), command)
    }

    /// Brings the file into a new workspace until its rows begin to be planned: by then it is kept whole, with every row
    /// noted. What is cut off there is what a resume goes on with.
    fn staged(&self, workspace: &Path) -> Result<Took> {
        let mut best: Option<Took> = None;
        for _ in 0..self.runs {
            self.fresh(workspace)?;
            let mut run = self.velocity_in(workspace);
            run.args(["import", "run"]).arg(&self.file);
            let mut measure = Command::new(&self.xtask);
            measure.args(["bench", "import", "--measure-staging"]).arg(workspace);
            let took = self.told(&mut measure, &run)?;
            best = Some(best.filter(|b| b.seconds <= took.seconds).unwrap_or(took));
        }
        best.context("it ran at least once")
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
    fn told(&self, measure: &mut Command, command: &Command) -> Result<Took> {
        let output = measure.arg(command.get_program()).args(command.get_args()).stderr(Stdio::inherit()).output()?;
        let told: Value = serde_json::from_slice(&output.stdout)
            .with_context(|| format!("{:?} could not be measured", command.get_program()))?;
        let number = |name: &str| told[name].as_f64().with_context(|| format!("no {name}"));
        Ok(Took { seconds: number("seconds")?, cpu: number("cpu")?, peak_mb: number("peak_mb")? })
    }

    /// What stores: staging; then run, approve, undo, each once in a workspace of its own, each with all it does (run analyses and stages
    /// too; approve and undo write the search terms at their end).
    ///
    /// # Errors
    /// When one of them fails.
    fn stored(&self, reference: Took) -> Result<()> {
        let workspace = self.folder.join("workspace");
        let stage = self.staged(&workspace)?;
        self.say("stage", stage, Some(("sqlite3 .import", reference, 1.0)));
        self.fresh(&workspace)?;
        let velocity = || self.velocity_in(&workspace);
        let run = self.took_once(velocity().args(["import", "run"]).arg(&self.file))?;
        self.say("run", run, Some(("sqlite3 .import", reference, 5.0)));
        let list = velocity().args(["import", "list"]).output()?;
        let list: Value = serde_json::from_slice(&list.stdout)?;
        let id = list["imports"][0]["import_id"].as_str().context("the import is listed")?.to_owned();
        let approve = self.took_once(velocity().args(["import", "approve", &id]))?;
        self.say("approve with its search index", approve, Some(("sqlite3 .import", reference, 6.0)));
        let undo = self.took_once(velocity().args(["import", "undo", &id]))?;
        self.say("undo", undo, None);
        std::fs::remove_dir_all(&workspace)?;
        Ok(())
    }

    /// The reference for everything that stores: the file into a table of a new database.
    ///
    /// # Errors
    /// When the `sqlite3` command line fails.
    pub fn sqlite(&self) -> Result<Took> {
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

/// Runs a program and prints what it took; with a workspace only until the import in it has been staged.
#[cfg(unix)]
fn measure_here(staging: Option<&Path>, command: &[String]) -> Result<()> {
    let (program, arguments) = command.split_first().context("measure what?")?;
    let begun = Instant::now();
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .spawn()
        .with_context(|| format!("{program} could not be started"))?;
    let mut cut_off = false;
    if let Some(workspace) = staging {
        while child.try_wait()?.is_none() {
            if is_staged(workspace) {
                cut_off = true;
                child.kill()?;
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
        if !cut_off {
            bail!("{program} was done before it could be seen planning rows: the file has too few of them");
        }
    }
    // Asking cost something too; the program itself has not been waited for yet.
    let (asked, _) = shell::children()?;
    let status = child.wait()?;
    let seconds = begun.elapsed().as_secs_f64();
    if !status.success() && !cut_off {
        bail!("{program} {} failed", arguments.join(" "));
    }
    let (cpu, peak_mb) = shell::children()?;
    println!("{}", json!({ "seconds": seconds, "cpu": cpu - asked, "peak_mb": peak_mb }));
    Ok(())
}

/// Whether an import has begun to plan its rows.
#[cfg(unix)]
fn is_staged(workspace: &Path) -> bool {
    let sql = "SELECT 1 FROM workflow_missions WHERE kind = 'import' AND stage = 'proposing'";
    let asked = Command::new("sqlite3").arg("-readonly").arg(workspace.join("velocity.db")).arg(sql).output();
    asked.is_ok_and(|a| a.stdout.starts_with(b"1"))
}

#[cfg(not(unix))]
fn measure_here(_staging: Option<&Path>, _command: &[String]) -> Result<()> {
    let _ = Instant::now();
    bail!("peak memory and CPU time of a program are only told by Unix here")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_and_runs_are_read_and_other_words_are_refused() {
        let parse = |words: &[&str]| Options::parse(&words.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>());
        assert_eq!(parse(&[]).expect("none").rows, 1_048_576);
        let some = parse(&["--rows", "5000", "--runs", "1"]).expect("both");
        assert_eq!((some.rows, some.runs), (5000, 1));
        assert!(parse(&["--rows"]).is_err() && parse(&["--rows", "0"]).is_err() && parse(&["fast"]).is_err());
    }
}
