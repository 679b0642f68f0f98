//! `identity evaluate`: a file's rows resolved without its truth, then scored against it.

use std::io::Write as _;
use std::path::Path;
use std::time::Instant;

use contracts::{Actor, ApiError, ColumnMapping, ErrorCode, ImportMappingManifest};
use identity::blocking::RULES;
use identity::corpus::Corpus;
use identity::evaluate::{Evaluation, evaluate, plain};
use identity::reading::Reading;
use identity::resolve::{Options, Phase, Resolved, resolve_watched};
use identity::shape::Shape;
use serde::Serialize;
use understanding::Preview;

use super::columns;
use super::newcomers::{self, Newcomers};
use super::spent::{Spent, Watch};
use super::truth::Truth;
use crate::error::Failure;
use crate::imports::source::FileSource;
use crate::{App, Outcome};

/// What to evaluate.
#[derive(Clone, Copy, Debug)]
pub struct EvaluateArgs<'a> {
    /// The file.
    pub file: &'a Path,
    /// The header of the column that says who is who.
    pub truth: &'a str,
    /// A second file to link the first with; nothing within one file is compared then.
    pub with: Option<&'a Path>,
    /// A mapping of the columns, as `import manifest` writes one, instead of what is read from the file.
    pub manifest: Option<&'a Path>,
    /// Where to write every scored pair.
    pub pairs_out: Option<&'a Path>,
    /// How many rows to ask about as if each came last, to see what one new record costs.
    pub newcomers: usize,
}

/// What one blocking rule found.
#[derive(Clone, Debug, Serialize)]
pub struct RuleFound {
    /// The rule.
    pub rule: &'static str,
    /// Keys.
    pub keys: u64,
    /// Blocks of two and more.
    pub blocks: u64,
    /// Blocks that were too big and split.
    pub split: u64,
    /// Pairs, those of other rules included.
    pub pairs: u64,
    /// Pairs of big blocks that nothing could split, left to other rules.
    pub left: u64,
    /// Pairs that met by this rule alone, among too many for that to tell anything: not compared.
    pub passed: u64,
}

/// The figures, and what they cost.
#[derive(Clone, Debug, Serialize)]
pub struct IdentityEvaluation {
    /// The figures.
    #[serde(flatten)]
    pub figures: Evaluation,
    /// Pairs per rule.
    pub rules: Vec<RuleFound>,
    /// What each column was taken for.
    pub columns: Vec<(String, String)>,
    /// From opening the file to the groups.
    pub seconds: f64,
    /// Processor time of the same, and of each part, where the system tells.
    pub cpu: Option<Spent>,
    /// The most memory that the process held up to the figures, where the system tells.
    pub peak_mb: Option<u64>,
    /// What one new record costs, where it was asked.
    pub newcomers: Option<Newcomers>,
}

/// A file with its columns understood.
struct Table {
    source: FileSource,
    columns: Vec<ColumnMapping>,
    truth: usize,
    /// Data rows about.
    rows_about: usize,
}

impl Table {
    fn open(path: &Path, truth: &str, manifest: Option<&Path>) -> Outcome<Self> {
        let source = FileSource::open(path)?;
        let options = understanding::Options {
            file_name: source.name.clone(),
            default_region: Some("IN".into()),
            ..understanding::Options::default()
        };
        let Preview { found, looked_at, bytes, .. } =
            understanding::preview(&source, &options).map_err(Failure::from)?;
        let rows_about = u128::from(found.rows.total) * u128::from(bytes) / u128::from(looked_at.max(1));
        let Some(at) = found.headers.iter().position(|h| h == truth) else {
            return Err(ApiError::new(
                ErrorCode::BadInput,
                format!("{} has no column {truth:?}.", source.name),
                format!("Name one of its columns: {}.", found.headers.join(", ")),
            )
            .at("truth"));
        };
        let columns = match manifest {
            Some(path) => read_manifest(path)?.columns().into_iter().cloned().collect(),
            None => found.columns,
        };
        Ok(Self { source, columns, truth: at, rows_about: usize::try_from(rows_about).unwrap_or(0) })
    }

    /// Adds the rows to the corpus and the truth. Rows whose cells don't fit the header take part without content, so that
    /// row numbers stay what they are in the file.
    fn read(&self, shape: &Shape, corpus: &mut Corpus, truth: &mut Truth) -> Outcome<()> {
        let mut reading = Reading::new(shape.clone());
        corpus.reserve(self.rows_about);
        truth.reserve(self.rows_about);
        let start = corpus.len();
        let rows = understanding::each_row(&self.source, &mut (), &mut |number, cells| {
            while corpus.len() - start < usize::try_from(number).unwrap_or(0) {
                reading.push_nothing(corpus);
                truth.push("");
            }
            reading.push(corpus, |at| cells.get(at).copied().unwrap_or_default());
            truth.push(cells.get(self.truth).copied().unwrap_or_default());
        })
        .map_err(Failure::from)?;
        while ((corpus.len() - start) as u64) < rows.total {
            reading.push_nothing(corpus);
            truth.push("");
        }
        Ok(())
    }
}

fn read_manifest(path: &Path) -> Outcome<ImportMappingManifest> {
    let bad = |why: String| {
        ApiError::new(ErrorCode::BadInput, why, "Give a mapping as `velocity import manifest` writes one.")
            .at("manifest")
    };
    let text = std::fs::read_to_string(path).map_err(|e| bad(format!("{} can't be read: {e}.", path.display())))?;
    serde_json::from_str(&text).map_err(|e| bad(format!("{} is no mapping: {e}.", path.display())))
}

impl App {
    /// How well identity tells the people of a file apart: resolves it without its truth, then scores the result.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for a file that can't be used, a truth column that it doesn't have, a mapping that is none and
    /// a place where the pairs can't be written.
    pub fn identity_evaluate(_actor: &Actor, args: &EvaluateArgs<'_>) -> Outcome<IdentityEvaluation> {
        let begun = Instant::now();
        let mut watch = Watch::start();
        let first = Table::open(args.file, args.truth, args.manifest)?;
        let second = args.with.map(|path| Table::open(path, args.truth, args.manifest)).transpose()?;
        let mut shape = columns::shape(&first.columns, first.truth);
        let other = second.as_ref().map(|t| columns::shape_like(&mut shape, &t.columns, t.truth));
        watch.over(|spent| &mut spent.looking);
        let mut corpus = Corpus::new(shape.clone());
        let mut truth = Truth::default();
        first.read(&shape, &mut corpus, &mut truth)?;
        let border = corpus.len() as u32;
        if let (Some(table), Some(shape)) = (&second, &other) {
            table.read(shape, &mut corpus, &mut truth)?;
        }
        watch.over(|spent| &mut spent.reading);
        let is_left = |row: u32| row < border;
        let left: Option<&dyn Fn(u32) -> bool> = if second.is_some() { Some(&is_left) } else { None };
        let options = Options::default();
        let resolved = resolve_watched(&corpus, &options, left, &mut |phase| {
            watch.over(|spent| match phase {
                Phase::Counting => &mut spent.counting,
                Phase::Blocking => &mut spent.blocking,
                Phase::Sampling => &mut spent.sampling,
                Phase::Learning => &mut spent.learning,
                Phase::Scoring => &mut spent.scoring,
                Phase::Grouping => &mut spent.grouping,
            });
        });
        let seconds = begun.elapsed().as_secs_f64();
        let figures = evaluate(&resolved.pairs, &resolved.groups, &truth.numbered(), options.threshold, left, &plain);
        watch.over(|spent| &mut spent.comparing_with_truth);
        if let Some(path) = args.pairs_out {
            write_pairs(path, &resolved, second.is_some().then_some(border))?;
        }
        let peak_mb = peak_mb();
        let newcomers = (args.newcomers > 0).then(|| newcomers::measure(&corpus, &resolved.model, args.newcomers));
        let header = |at: usize| {
            first.columns.iter().find(|c| c.index as usize == at).map_or_else(|| at.to_string(), |c| c.header.clone())
        };
        Ok(IdentityEvaluation {
            figures,
            rules: RULES
                .iter()
                .zip(&resolved.counts)
                .map(|(rule, c)| RuleFound {
                    rule: rule.name,
                    keys: c.keys,
                    blocks: c.blocks,
                    split: c.split,
                    pairs: c.pairs,
                    left: c.left,
                    passed: c.passed,
                })
                .collect(),
            columns: shape.columns.iter().map(|(at, role)| (header(*at), format!("{role:?}"))).collect(),
            seconds,
            cpu: watch.spent(),
            peak_mb,
            newcomers,
        })
    }
}

/// Every scored pair as `row_a,row_b,probability`, 1-based data rows; `border`: where the second file's rows begin.
fn write_pairs(path: &Path, resolved: &Resolved, border: Option<u32>) -> Outcome<()> {
    let bad = |e: std::io::Error| {
        ApiError::new(
            ErrorCode::BadInput,
            format!("{} can't be written: {e}.", path.display()),
            "Name a file in a folder that you may write to.",
        )
        .at("pairs-out")
    };
    let mut out = std::io::BufWriter::new(std::fs::File::create(path).map_err(bad)?);
    writeln!(out, "row_a,row_b,probability").map_err(bad)?;
    for pair in &resolved.pairs {
        let b = pair.b - border.unwrap_or(0) + 1;
        writeln!(out, "{},{b},{:.6}", pair.a + 1, plain(i64::from(pair.score))).map_err(bad)?;
    }
    out.flush().map_err(bad)
}

/// The most memory that this process held, as Linux tells it.
fn peak_mb() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|l| l.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<u64>().ok().map(|kb| kb / 1024)
}
