//! What the values of one column look like, gathered in one pass over the whole file.

use std::collections::{BTreeMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use contracts::DateOrder;

use crate::values::split::ListStyle;
use crate::values::{country, date, email, money, number, phone, text};

/// Distinct values are counted up to here; beyond it the count stands still.
const MAX_DISTINCT: usize = 20_000;
/// Values that can be listed as a choice.
const MAX_CHOICES: usize = 64;
/// Characters of a sample; longer values are shown shortened, never kept so.
const SAMPLE_CHARS: usize = 200;
/// Samples shown.
const SAMPLES: usize = 6;

/// Statistics of a column. Counts are of cells with something in them that is no sentinel.
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
    distinct: HashSet<u64>,
    /// Values and their counts while there are few.
    pub choices: Vec<(String, u64)>,
    too_many_choices: bool,
    samples: Vec<String>,
    spare: Vec<String>,
    next_sample: u64,
}

impl Profile {
    /// Takes in a cell. `row` counts from 0, `rows` is the file's number of data rows.
    pub fn add(&mut self, cell: &str, row: u64, rows: u64) {
        let cleaned = text::clean(cell);
        let value = cleaned.text.as_ref();
        if value.is_empty() {
            return;
        }
        self.filled += 1;
        if self.distinct.len() < MAX_DISTINCT {
            let mut hasher = DefaultHasher::new();
            value.hash(&mut hasher);
            self.distinct.insert(hasher.finish());
        }
        self.sample(value, row, rows);
        if text::is_sentinel(value) {
            self.sentinels += 1;
            return;
        }
        if self.too_many_choices {
            self.shapes(value, 1);
        } else {
            let room = self.choices.len() < MAX_CHOICES && value.len() <= 80;
            match self.choices.iter_mut().find(|(v, _)| v == value) {
                Some((_, n)) => *n += 1,
                None if room => self.choices.push((value.to_owned(), 1)),
                None => {
                    self.too_many_choices = true;
                    self.finish();
                    self.choices.clear();
                    self.shapes(value, 1);
                }
            }
        }
    }

    /// Looks at the values that were only counted so far; called once after the last cell.
    pub fn finish(&mut self) {
        let choices = std::mem::take(&mut self.choices);
        for (value, cells) in &choices {
            self.shapes(value, *cells);
        }
        self.choices = choices;
    }

    fn sample(&mut self, value: &str, row: u64, rows: u64) {
        let shown = || value.chars().take(SAMPLE_CHARS).collect::<String>();
        if self.samples.len() < SAMPLES && row >= self.next_sample {
            let short = shown();
            if !self.samples.contains(&short) {
                self.samples.push(short);
                let step = (rows / SAMPLES as u64).max(1);
                self.next_sample = (row / step + 1) * step;
            }
        } else if self.spare.len() < SAMPLES {
            let short = shown();
            if !self.samples.contains(&short) && !self.spare.contains(&short) {
                self.spare.push(short);
            }
        }
    }

    /// Counts what a value looks like; `w`: in how many cells it stands.
    fn shapes(&mut self, value: &str, w: u64) {
        if value.contains('@') {
            let parts = email::split(value);
            self.emails += w * u64::from(!parts.is_empty() && parts.iter().all(|p| email::parse(p).is_some()));
        } else if is_url(value) {
            self.urls += w;
            self.social += w * u64::from(social_network(value).is_some());
        }
        if value.bytes().any(|b| b.is_ascii_digit()) {
            self.figures(value, w);
        } else {
            self.booleans += w * u64::from(number::boolean(value).is_some());
        }
        self.words(value, w);
    }

    fn figures(&mut self, value: &str, w: u64) {
        self.zeros += w * u64::from(value.bytes().all(|b| b == b'0'));
        let moment = date::parse(value);
        if let Some(moment) = moment {
            self.dates += w;
            self.with_time += w * u64::from(moment.time.is_some_and(|t| t != (0, 0, 0, 0)));
            match moment.hint() {
                date::OrderHint::Dmy => self.day_first += w,
                date::OrderHint::Mdy => self.month_first += w,
                date::OrderHint::Open => self.order_open += w,
                date::OrderHint::Same | date::OrderHint::None => {}
            }
        }
        let digits = value.bytes().filter(u8::is_ascii_digit).count();
        let parts =
            if moment.is_none() && digits >= 7 && value.len() <= 200 { phone::split(value) } else { Vec::new() };
        let is_phone = !parts.is_empty() && parts.iter().all(|p| phone::looks_like(p));
        if is_phone {
            self.phones += w;
            for region in parts.iter().filter_map(|p| phone::international_region(p)) {
                self.international += w;
                *self.phone_regions.entry(region).or_default() += w;
            }
        }
        if value.len() > 60 {
            self.json += w * u64::from(is_json(value));
            return;
        }
        let number = number::parse(value, false).or_else(|| number::parse(value, true));
        self.numbers += w * u64::from(number.is_some());
        self.integers += w * u64::from(value.bytes().all(|b| b.is_ascii_digit()));
        // The readers are tried only where the cheaper ones before have not recognised the value.
        let money = number.is_some()
            || (moment.is_none()
                && !is_phone
                && money::parse(value, false).or_else(|| money::parse(value, true)).is_some());
        self.money += w * u64::from(money);
        if value.contains([',', '.']) {
            self.comma_decimals += w * u64::from(comma_decimal(value));
        }
        self.bedrooms += w * u64::from(value.len() <= 16 && number::bedrooms(value).is_some());
        self.booleans += w * u64::from(matches!(value, "0" | "1"));
    }

    fn words(&mut self, value: &str, w: u64) {
        self.triple_colon += w * u64::from(value.contains(" ::: "));
        self.semicolon += w * u64::from(value.contains(';'));
        self.pipe += w * u64::from(value.contains('|'));
        self.comma += w * u64::from(value.contains(','));
        self.hash += w * u64::from(value.starts_with('#'));
        if value.len() <= 12 {
            self.salutations += w * u64::from(is_salutation(value));
        }
        self.json += w * u64::from(value.len() <= 60 && is_json(value));
        self.names += w * u64::from(is_name_like(value));
        if value.len() <= 40 {
            if let Some(found) = country::find(value) {
                self.countries += w;
                *self.named_regions.entry(found.code.as_str()).or_default() += w;
            }
            self.purposes += w * u64::from(is_purpose(value));
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

/// Top-level domains that make a bare host a web address; `samir.wadia` is a login.
const TOP_DOMAINS: &[&str] = &[
    "com", "org", "net", "in", "ae", "co", "io", "uk", "sg", "us", "ca", "au", "de", "fr", "sa", "qa", "kw", "bh",
    "om", "me", "biz", "info", "app", "dev", "ai", "realty", "homes", "property", "estate", "group", "example",
];

/// Whether a text is a web address: a scheme, `www.`, or a host with a path.
pub(crate) fn is_url(value: &str) -> bool {
    if !value.contains(['.', ':']) || value.contains(char::is_whitespace) {
        return false;
    }
    let low = value.to_ascii_lowercase();
    let schemed = low.starts_with("http://") || low.starts_with("https://") || low.starts_with("www.");
    let host_like = || {
        let host = low.split('/').next().unwrap_or_default();
        let top = host.rsplit('.').next().unwrap_or_default();
        host.contains('.')
            && (low.contains('/') || TOP_DOMAINS.contains(&top))
            && (2..=8).contains(&top.len())
            && top.bytes().all(|b| b.is_ascii_alphabetic())
            && host.split('.').all(|l| !l.is_empty() && l.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'))
    };
    !value.contains(char::is_whitespace) && !value.contains('@') && (schemed || host_like())
}

/// The network that a profile's address belongs to.
pub(crate) fn social_network(value: &str) -> Option<&'static str> {
    const HOSTS: &[(&str, &str)] = &[
        ("linkedin.com", "linkedin"),
        ("instagram.com", "instagram"),
        ("facebook.com", "facebook"),
        ("fb.com", "facebook"),
        ("twitter.com", "x"),
        ("x.com", "x"),
        ("t.me", "telegram"),
        ("youtube.com", "youtube"),
        ("tiktok.com", "tiktok"),
        ("snapchat.com", "snapchat"),
    ];
    let low = value.to_ascii_lowercase();
    let rest = low.split_once("://").map_or(low.as_str(), |(_, r)| r);
    let host = rest.split(['/', '?', ':']).next().unwrap_or_default();
    HOSTS.iter().find(|(h, _)| host == *h || host.strip_suffix(h).is_some_and(|p| p.ends_with('.'))).map(|(_, n)| *n)
}

fn is_json(value: &str) -> bool {
    (value.starts_with('{') && value.ends_with('}') || value.starts_with('[') && value.ends_with(']'))
        && serde_json::from_str::<serde::de::IgnoredAny>(value).is_ok()
}

/// `1.234,50` or `12,5`: a comma where an English number would have a point.
fn comma_decimal(value: &str) -> bool {
    let digits = value.trim_matches(|c: char| !c.is_ascii_digit());
    number::parse(digits, false).is_none() && number::parse(digits, true).is_some()
        || digits.matches('.').count() > 1 && number::parse(digits, true).is_some()
        || digits.rsplit_once(',').is_some_and(|(whole, rest)| rest.len() != 3 && !whole.contains(','))
            && number::parse(digits, true).is_some()
}

fn is_salutation(value: &str) -> bool {
    const WORDS: &[&str] = &[
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "shri",
        "smt",
        "sri",
        "sh",
        "kumari",
        "sheikh",
        "sheikha",
        "sir",
        "madam",
        "mx",
        "herr",
        "frau",
        "m",
        "mme",
        "mlle",
        "se\u{f1}or",
        "se\u{f1}ora",
        "er",
        "adv",
        "ca",
        "capt",
        "col",
    ];
    let low = value.trim_end_matches('.').to_lowercase();
    WORDS.contains(&low.as_str())
}

/// Two to five words of letters, the shape of a person's or firm's name.
fn is_name_like(value: &str) -> bool {
    let words = value.split_whitespace().count();
    (2..=5).contains(&words)
        && value.len() <= 60
        && value.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '\'' | '-' | '\u{2019}'))
}

fn is_purpose(value: &str) -> bool {
    let low = value.to_lowercase();
    ["buy", "rent", "sell", "invest", "lease", "purchase", "end use", "tenant", "landlord", "let", "resale"]
        .iter()
        .any(|w| low.contains(w))
}
