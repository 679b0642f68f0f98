//! Learns what headers and values mean, for the weights that `understanding` carries.
//!
//! `cargo run --release -p velocity-testkit --example learn -- [--out FILE] [--lessons DIR] [--without AUTHOR]… [--with-unseen]
//! [--epochs N] [--rate R] [--least W]`
//!
//! The lessons are the shapes that the importer is tuned on, the files that its tests name the columns of, and the texts in
//! the folder of lessons. Of authors who are left out it says how many columns and kinds of rows the learnt weights read right by themselves.
//!
//! Multinomial logistic regression (softmax), learnt by AdaGrad (Duchi, Hazan, Singer 2011): fields one example after
//! another in an order drawn from a fixed seed, kinds of rows from all files at once with their weights kept small; where several answers are right, what speaks for any of them counts. The same lessons
//! give the same bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::Value;
use testkit::lessons::{self, Lesson};
use testkit::{Draw, mess};
use understanding::Trait;

/// What is asked of one column or file: what is seen, what is right, and how much it counts.
type Question<'a> = (&'a [Trait], &'a [String], f32);

/// How much columns put together from lists tell of the kind of their rows, beside those of a file.
const LISTED: f32 = 0.05;
/// And of their fields: they are many, and nothing real stands around them.
const LISTED_COLUMN: f32 = 0.4;
/// How much a file counts whose columns were decided on one by one, for a test.
const DECIDED: f32 = 3.0;

/// Rounds over all columns once small weights are gone.
const AGAIN: usize = 4;
/// How much a weight of the kinds of rows has to move an answer. They are kept small and many, and only together tell.
const LEAST_OF_ROWS: f32 = 0.01;

struct Settings {
    out: Option<PathBuf>,
    folder: PathBuf,
    without: BTreeSet<String>,
    unseen: bool,
    epochs: usize,
    rate: f32,
    least: f32,
}

fn main() -> Result<()> {
    let mut settings = Settings {
        out: None,
        folder: PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("lessons"),
        without: BTreeSet::new(),
        unseen: false,
        epochs: 12,
        rate: 0.1,
        least: 0.1,
    };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().with_context(|| format!("{argument} needs a value"));
        match argument.as_str() {
            "--out" => settings.out = Some(PathBuf::from(value()?)),
            "--lessons" => settings.folder = PathBuf::from(value()?),
            "--without" => {
                settings.without.insert(value()?);
            }
            "--with-unseen" => settings.unseen = true,
            "--epochs" => settings.epochs = value()?.parse()?,
            "--rate" => settings.rate = value()?.parse()?,
            "--least" => settings.least = value()?.parse()?,
            other => bail!("{other} is unknown"),
        }
    }
    let all = gathered(&settings)?;
    let (mut left_out, mut known): (Vec<&Lesson>, Vec<&Lesson>) = (Vec::new(), Vec::new());
    for lesson in &all {
        if settings.without.contains(&lesson.author) { left_out.push(lesson) } else { known.push(lesson) }
    }
    let weight = |l: &Lesson| match l.author.as_str() {
        _ if l.listed => LISTED,
        "tuning" | "others" => DECIDED,
        _ => 1.0,
    };
    let of_files: Vec<Question<'_>> = known.iter().map(|l| (&l.rows.0[..], &l.rows.1[..], weight(l))).collect();
    let rows = learn(&of_files, None, &settings);
    let of_columns: Vec<Question<'_>> = known
        .iter()
        .flat_map(|l| l.columns.iter().map(|(t, a)| (&t[..], &a[..], if l.listed { LISTED_COLUMN } else { weight(l) })))
        .collect();
    let fields = learn(&of_columns, Some(settings.epochs), &settings);
    // As they are carried, so that what is said of authors left out is said of these.
    let (rows, fields) = (rows.rounded(), fields.rounded());
    let mut authors: BTreeMap<&str, [usize; 4]> = BTreeMap::new();
    for lesson in left_out {
        let sums = authors.entry(&lesson.author).or_default();
        if !lesson.listed {
            sums[0] += 1;
            sums[1] += usize::from(lesson.rows.1.contains(&rows.best(&lesson.rows.0)));
        }
        sums[2] += lesson.columns.len();
        sums[3] += lesson.columns.iter().filter(|(t, a)| a.contains(&fields.best(t))).count();
    }
    for (author, [files, kinds, columns, right]) in authors {
        println!(
            "{author}: kinds of rows {kinds} of {files}, columns {right} of {columns} ({:.1} %)",
            percent(right, columns)
        );
    }
    let mut bytes = rows.bytes();
    bytes.extend(fields.bytes());
    let bytes = zstd::encode_all(&bytes[..], 19)?;
    println!(
        "{} lessons, {} columns, {} answers, {} bytes",
        known.len(),
        of_columns.len(),
        fields.answers.len(),
        bytes.len()
    );
    if let Some(out) = &settings.out {
        std::fs::write(out, bytes).with_context(|| out.display().to_string())?;
    }
    Ok(())
}

fn percent(part: usize, all: usize) -> f64 {
    100.0 * part as f64 / all.max(1) as f64
}

fn gathered(settings: &Settings) -> Result<Vec<Lesson>> {
    let mut all = Vec::new();
    for (author, shapes) in mess::sets() {
        for shape in shapes {
            let made = mess::make(shape, 1, None).with_context(|| shape.to_owned())?;
            // Files that are no tables have nothing to teach.
            all.extend(lessons::of_mess(author, &made).ok());
        }
    }
    if settings.unseen {
        for shape in mess::unseen_shapes() {
            let made = mess::make_unseen(shape, 1, None).with_context(|| shape.to_owned())?;
            all.extend(lessons::of_mess("unseen", &made).ok());
        }
    }
    for author in ["tuning", "others"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../understanding/tests").join(author);
        for file in files_of(&folder)?.iter().filter(|f| f.extension().is_some_and(|e| e == "csv")) {
            let truth: Value = serde_json::from_slice(&std::fs::read(file.with_extension("truth.json"))?)?;
            let name = truth["file"].as_str().unwrap_or("sheet.csv");
            let lesson = lessons::of_truth(author, name, &std::fs::read(file)?, &truth);
            all.push(lesson.with_context(|| file.display().to_string())?);
        }
    }
    let files = files_of(&settings.folder)?;
    for file in files.iter().filter(|f| f.extension().is_some_and(|e| e == "txt")) {
        let text = std::fs::read_to_string(file).with_context(|| file.display().to_string())?;
        let author = file.file_stem().and_then(|s| s.to_str()).unwrap_or_default();
        all.extend(lessons::told(author, &text)?);
    }
    Ok(all)
}

/// The files of a folder, in the order of their names.
fn files_of(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let mut files: Vec<PathBuf> = entries.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    files.sort();
    Ok(files)
}

/// Weights in the making.
struct Weights {
    answers: Vec<String>,
    traits: BTreeMap<u32, usize>,
    /// A row of answers for each trait.
    of: Vec<f32>,
}

fn learn(questions: &[Question<'_>], epochs: Option<usize>, settings: &Settings) -> Weights {
    let answers: BTreeSet<&String> = questions.iter().flat_map(|(_, right, _)| *right).collect();
    let answers: Vec<String> = answers.into_iter().cloned().collect();
    let at: BTreeMap<&str, usize> = answers.iter().enumerate().map(|(i, a)| (a.as_str(), i)).collect();
    // What was seen once only can't be told from chance.
    let mut often: BTreeMap<u32, u32> = BTreeMap::new();
    questions.iter().flat_map(|(t, _, _)| *t).for_each(|t| *often.entry(t.what).or_default() += 1);
    let traits: BTreeMap<u32, usize> =
        often.into_iter().filter(|(_, n)| *n > 1).enumerate().map(|(i, (what, _))| (what, i)).collect();
    let wide = answers.len();
    let weights = vec![0.0_f32; traits.len() * wide];
    let known: Vec<Known> = questions
        .iter()
        .map(|(t, right, counts)| {
            let seen = t.iter().filter_map(|t| Some((*traits.get(&t.what)? * wide, t.much))).collect();
            (seen, right.iter().filter_map(|a| at.get(a.as_str()).copied()).collect(), *counts)
        })
        .collect();
    let mut much = vec![0.0_f32; traits.len()];
    for one in questions.iter().flat_map(|(t, _, _)| *t) {
        if let Some(most) = traits.get(&one.what).and_then(|at| much.get_mut(*at)) {
            *most = most.max(one.much);
        }
    }
    // What moves an answer by less is left out. Of fields the weights that stay learn to do without those.
    let mut of = Slopes::new(weights, wide);
    let moves = |i: usize, w: f32| w.abs() * much.get(i / wide).copied().unwrap_or(0.0);
    match epochs {
        Some(epochs) => {
            of.one_by_one(&known, epochs, settings);
            of.keep(|i, w| moves(i, w) >= settings.least);
            of.one_by_one(&known, AGAIN, settings);
        }
        None => {
            of.together(&known);
            of.keep(|i, w| moves(i, w) >= LEAST_OF_ROWS);
        }
    }
    Weights { answers, traits, of: of.weights }
}

/// What is known of one question: where the weights of its traits begin and how much each counts, the right answers, and
/// how much the question counts.
type Known = (Vec<(usize, f32)>, Vec<usize>, f32);

/// The slope of each answer's sum: what is promised, less what the right answers deserve.
fn slopes((seen, right, _): &Known, weights: &[f32], sums: &mut [f32]) {
    let wide = sums.len();
    sums.fill(0.0);
    for (from, much) in seen {
        for (sum, weight) in sums.iter_mut().zip(&weights[*from..from + wide]) {
            *sum += weight * much;
        }
    }
    let most = sums.iter().copied().fold(f32::MIN, f32::max);
    sums.iter_mut().for_each(|s| *s = (*s - most).exp());
    let all: f32 = sums.iter().sum();
    let of_right: f32 = right.iter().map(|a| sums[*a]).sum::<f32>().max(1e-20);
    for (a, sum) in sums.iter_mut().enumerate() {
        let deserved = if right.contains(&a) { *sum / of_right } else { 0.0 };
        *sum = *sum / all - deserved;
    }
}

/// Weights while they are learnt: a row of answers for each trait.
struct Slopes {
    weights: Vec<f32>,
    /// Sums of what moved each weight so far.
    squares: Vec<f32>,
    kept: Vec<bool>,
    wide: usize,
}

impl Slopes {
    fn new(weights: Vec<f32>, wide: usize) -> Self {
        Self { squares: vec![1e-2; weights.len()], kept: vec![true; weights.len()], weights, wide }
    }

    /// Weights that are left out are none from here on.
    fn keep(&mut self, stays: impl Fn(usize, f32) -> bool) {
        for (i, (weight, kept)) in self.weights.iter_mut().zip(&mut self.kept).enumerate() {
            *kept = stays(i, *weight);
            *weight = if *kept { *weight } else { 0.0 };
        }
    }

    /// Columns are many: one after another, in an order drawn anew each time.
    fn one_by_one(&mut self, known: &[Known], epochs: usize, settings: &Settings) {
        let mut order: Vec<usize> = (0..known.len()).collect();
        let mut draw = Draw::new(7);
        let mut sums = vec![0.0_f32; self.wide];
        for _ in 0..epochs {
            for i in (1..order.len()).rev() {
                order.swap(i, draw.below(i + 1));
            }
            for one in order.iter().map(|i| &known[*i]) {
                slopes(one, &self.weights, &mut sums);
                for (from, much) in &one.0 {
                    let span = *from..*from + self.wide;
                    let kept = &self.kept[span.clone()];
                    let weights = self.weights[span.clone()].iter_mut().zip(&mut self.squares[span]);
                    for (((weight, square), slope), kept) in weights.zip(&sums).zip(kept) {
                        if slope.abs() < 1e-4 || !kept {
                            continue;
                        }
                        let slope = slope * much * one.2;
                        *square += slope * slope;
                        *weight -= settings.rate * slope / square.sqrt();
                    }
                }
            }
        }
    }

    /// Files are few: all of them at each step, and no weight larger than they make necessary.
    fn together(&mut self, known: &[Known]) {
        /// How much one file counts against weights being small.
        const COUNTS: f32 = 2.0;
        self.squares.fill(1e-4);
        let mut sums = vec![0.0_f32; self.wide];
        for _ in 0..300 {
            let mut all: Vec<f32> = self.weights.clone();
            for one in known {
                slopes(one, &self.weights, &mut sums);
                for (from, much) in &one.0 {
                    for (whole, slope) in all[*from..from + self.wide].iter_mut().zip(&sums) {
                        *whole += COUNTS * one.2 * slope * much;
                    }
                }
            }
            for ((weight, square), slope) in self.weights.iter_mut().zip(&mut self.squares).zip(&all) {
                *square += slope * slope;
                *weight -= 0.05 * slope / square.sqrt();
            }
        }
    }
}

impl Weights {
    /// The step between weights that can be told apart.
    fn scale(&self) -> f32 {
        self.of.iter().copied().map(f32::abs).fold(0.0, f32::max).max(1e-6) / 127.0
    }

    /// With weights as they are carried.
    fn rounded(mut self) -> Self {
        let scale = self.scale();
        self.of.iter_mut().for_each(|w| *w = (*w / scale).round() * scale);
        self
    }

    fn best(&self, seen: &[Trait]) -> String {
        let wide = self.answers.len();
        let mut sums = vec![0.0_f32; wide];
        for one in seen {
            let Some(at) = self.traits.get(&one.what) else { continue };
            for (sum, weight) in sums.iter_mut().zip(&self.of[at * wide..(at + 1) * wide]) {
                *sum += weight * one.much;
            }
        }
        let best = sums.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1)).map_or(0, |(i, _)| i);
        self.answers[best].clone()
    }

    /// As `understanding` reads them once unpacked.
    fn bytes(&self) -> Vec<u8> {
        let wide = self.answers.len();
        let scale = self.scale();
        let mut out = u16::try_from(wide).unwrap_or(u16::MAX).to_le_bytes().to_vec();
        for answer in &self.answers {
            out.push(u8::try_from(answer.len()).unwrap_or(u8::MAX));
            out.extend(answer.bytes());
        }
        out.extend(scale.to_le_bytes());
        let (mut traits, mut last) = (0_u32, 0_u32);
        let (mut hashes, mut counts, mut whose, mut large) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for (what, at) in &self.traits {
            let of = &self.of[at * wide..(at + 1) * wide];
            let told: Vec<(u8, i8)> = (0_u8..=u8::MAX)
                .zip(of)
                .map(|(a, w)| (a, (w / scale).round() as i8))
                .filter(|(_, w)| *w != 0)
                .take(usize::from(u8::MAX))
                .collect();
            if told.is_empty() {
                continue;
            }
            traits += 1;
            let mut distance = what - last;
            last = *what;
            while distance >= 0x80 {
                hashes.push((distance & 0x7f) as u8 | 0x80);
                distance >>= 7;
            }
            hashes.push(distance as u8);
            counts.push(u8::try_from(told.len()).unwrap_or(u8::MAX));
            whose.extend(told.iter().map(|(a, _)| *a));
            large.extend(told.iter().map(|(_, w)| w.cast_unsigned()));
        }
        out.extend(traits.to_le_bytes());
        [hashes, counts, whose, large].iter().for_each(|column| out.extend(column));
        out
    }
}
