//! What the values of one column look like, gathered in one pass over the whole file.

mod beside;
pub(crate) mod habits;
mod memo;
mod quick;
mod shapes;
mod spread;

use std::collections::{BTreeMap, HashSet};
use std::hash::BuildHasher;

use contracts::DateOrder;
use rustc_hash::FxBuildHasher;

use crate::values::split::ListStyle;
use crate::values::text;
use memo::{Memo, Taken};
use quick::Figures;
pub(crate) use shapes::{is_url, social_network};

/// Distinct values are counted up to here; beyond it the count stands still.
const MAX_DISTINCT: usize = 20_000;
/// Values that can be listed as a choice.
const MAX_CHOICES: usize = 64;
/// Characters of a sample; longer values are shown shortened, never kept so.
const SAMPLE_CHARS: usize = 200;
/// Samples shown.
const SAMPLES: usize = 6;

/// Statistics of a column, known once it is finished. Counts are of cells with something in them that is no sentinel.
#[derive(Clone, Debug, Default)]
pub(crate) struct Profile {
    /// Cells with something in them, sentinels included.
    pub filled: u64,
    /// Cells that say "nothing" in a program's way.
    pub sentinels: u64,
    pub emails: u64,
    pub phones: u64,
    /// Cells of nothing but zeros.
    pub zeros: u64,
    /// Phones that name their country.
    pub international: u64,
    pub urls: u64,
    /// Links to a person's page on LinkedIn, Instagram…
    pub social: u64,
    pub dates: u64,
    pub with_time: u64,
    pub day_first: u64,
    pub month_first: u64,
    pub order_open: u64,
    pub numbers: u64,
    pub integers: u64,
    pub money: u64,
    pub comma_decimals: u64,
    pub booleans: u64,
    pub json: u64,
    pub bedrooms: u64,
    pub salutations: u64,
    pub names: u64,
    pub countries: u64,
    pub purposes: u64,
    /// Countries that phones with a country code belong to.
    pub phone_regions: BTreeMap<&'static str, u64>,
    /// Countries named by the cells.
    pub named_regions: BTreeMap<&'static str, u64>,
    triple_colon: u64,
    semicolon: u64,
    pipe: u64,
    comma: u64,
    hash: u64,
    distinct: HashSet<u64, FxBuildHasher>,
    /// Values and their counts where they are few; known once it is finished.
    pub choices: Vec<(String, u64)>,
    memo: Memo,
    figures: Figures,
    samples: Vec<String>,
    spare: Vec<String>,
    next_sample: u64,
    spread: spread::Spread,
    /// Cells with letters beside a phone number.
    pub text_with_phone: u64,
    /// Cells with words beside an e-mail address.
    pub text_with_email: u64,
    /// Cells of more than 80 characters.
    pub long_texts: u64,
    /// Cells that are one word.
    pub single_words: u64,
    /// Cells that name a kind of property: flat, villa, plot.
    pub property_types: u64,
}

impl Profile {
    /// Takes in a cell. `row` counts from 0, `rows` is the file's number of data rows.
    pub fn add(&mut self, cell: &str, row: u64, rows: u64) {
        if cell.is_empty() {
            return;
        }
        let cleaned = text::clean(cell);
        let value = cleaned.text.as_ref();
        if value.is_empty() {
            return;
        }
        self.filled += 1;
        self.spread.add(value);
        if self.memo.is_open() || self.distinct.len() < MAX_DISTINCT {
            let hash = FxBuildHasher.hash_one(value);
            match self.memo.take(value, hash) {
                Taken::Again => {
                    self.sample(value, row, rows, false);
                    return;
                }
                Taken::New => {
                    self.remember(hash);
                    self.sample(value, row, rows, true);
                    return;
                }
                Taken::No => self.remember(hash),
            }
        }
        self.sample(value, row, rows, true);
        self.look(value, 1);
    }

    fn remember(&mut self, hash: u64) {
        if self.distinct.len() < MAX_DISTINCT {
            self.distinct.insert(hash);
        }
    }

    /// Counts what a value is; `w`: in how many cells it stands.
    fn look(&mut self, value: &str, w: u64) {
        if text::is_sentinel(value) {
            self.sentinels += w;
        } else {
            // Only values that are not remembered come here cell by cell; they are too many or too long to choose from.
            self.shapes(value, w);
            self.beside(value, w);
        }
    }

    /// Looks at the values that were only counted so far; called once after the last cell.
    pub fn finish(&mut self) {
        let memo = std::mem::take(&mut self.memo);
        let few = !memo.left_out;
        for (value, cells) in memo.values {
            let sentinels = self.sentinels;
            self.look(&value, cells);
            if sentinels == self.sentinels {
                self.choices.push((value, cells));
            }
        }
        if !few || self.choices.len() > MAX_CHOICES {
            self.choices.clear();
        }
    }

    fn sample(&mut self, value: &str, row: u64, rows: u64, new: bool) {
        let shown = || value.chars().take(SAMPLE_CHARS).collect::<String>();
        let same = |s: &String| if value.len() <= SAMPLE_CHARS { s == value } else { *s == shown() };
        if self.samples.len() < SAMPLES && row >= self.next_sample {
            if !self.samples.iter().any(same) {
                self.samples.push(shown());
                let step = (rows / SAMPLES as u64).max(1);
                self.next_sample = (row / step + 1) * step;
            }
        } else if new && self.spare.len() < SAMPLES && !self.samples.iter().any(same) && !self.spare.iter().any(same) {
            // A value that stood above was taken then.
            self.spare.push(shown());
        }
    }

    /// Cells whose value means something.
    pub fn valued(&self) -> u64 {
        self.filled - self.sentinels
    }

    /// The share of meaningful cells that a counter holds; 0 for an empty column.
    pub fn share(&self, count: u64) -> f64 {
        if self.valued() == 0 { 0.0 } else { count as f64 / self.valued() as f64 }
    }

    /// Distinct values, counted up to a limit.
    pub fn distinct(&self) -> u64 {
        self.distinct.len() as u64
    }

    /// Up to six distinct values from the whole column.
    pub fn samples(&self) -> Vec<String> {
        let mut out = self.samples.clone();
        for s in &self.spare {
            if out.len() < SAMPLES && !out.contains(s) {
                out.push(s.clone());
            }
        }
        out
    }

    /// Some hundred short values from the whole column, repeats included.
    pub fn spread(&self) -> impl Iterator<Item = &str> {
        self.spread.values().iter().map(String::as_str).filter(|v| !text::is_sentinel(v))
    }

    /// The distinct values and their cells, most frequent first, where there are few of them.
    pub fn choice_counts(&self) -> Vec<contracts::ValueCount> {
        let mut out: Vec<contracts::ValueCount> = self
            .choices
            .iter()
            .map(|(value, count)| contracts::ValueCount { value: value.clone(), count: *count })
            .collect();
        out.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value)));
        out
    }

    /// The order of the column's numeric dates, or the question that it leaves open.
    pub fn date_order(&self) -> Order {
        match (self.day_first, self.month_first, self.order_open) {
            (0, 0, 0) => Order::Plain,
            (0, 0, _) => Order::Ambiguous,
            (_, 0, _) => Order::Found(DateOrder::Dmy),
            (0, _, _) => Order::Found(DateOrder::Mdy),
            // A slip of the pen in a thousand rows doesn't hide what the column is.
            (d, m, _) if d >= 20 * m => Order::Found(DateOrder::Dmy),
            (d, m, _) if m >= 20 * d => Order::Found(DateOrder::Mdy),
            _ => Order::Mixed,
        }
    }

    /// How the column writes lists.
    pub fn list_style(&self) -> ListStyle {
        // A tenth of the cells, or a few, show a separator that is meant.
        let shows = |n: u64| n * 20 >= self.valued().max(1) && n > 0;
        if self.valued() == 0 {
            ListStyle::Any
        } else if self.triple_colon > 0 {
            ListStyle::TripleColon
        } else if self.hash * 2 > self.valued() {
            ListStyle::Hash
        } else if shows(self.pipe) {
            ListStyle::Pipe
        } else if shows(self.semicolon) {
            ListStyle::Semicolon
        } else if shows(self.comma) {
            ListStyle::Comma
        } else {
            ListStyle::Single
        }
    }
}

/// What a column's dates say about their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// No numeric dates that need one.
    Plain,
    /// Shown by the values.
    Found(DateOrder),
    /// No day above 12 stands in the column.
    Ambiguous,
    /// Both orders stand in it.
    Mixed,
}
