//! What the learnt reader looks at: words, the shape of values, and what stands around, each as a number that a text was
//! hashed to.
//!
//! Nothing of what a person's cells say is kept: of values only shares go in, and of columns with few values their words.

use contracts::{ColumnStatus, EntityType};
use unicode_normalization::UnicodeNormalization;

use super::OPEN;
use super::settle::{is_many, is_settled, written};
use crate::columns::draft::Draft;
use crate::columns::firms::firms;
use crate::columns::words::Header;
use crate::columns::{synonyms::Synonyms, target, words};
use crate::profile::Profile;

/// Something seen, and how much it counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trait {
    /// What was seen, hashed.
    pub what: u32,
    /// How much it counts: 1 for the column itself, less for what stands around it.
    pub much: f32,
}

/// Kinds of rows, in the order of the learnt weights.
pub(super) const KINDS: [EntityType; 5] =
    [EntityType::Person, EntityType::Account, EntityType::Opportunity, EntityType::Task, EntityType::Interaction];

/// What is seen, gathered.
#[derive(Default)]
struct Seen(Vec<Trait>);

impl Seen {
    fn add(&mut self, parts: &[&str], much: f32) {
        self.0.push(Trait { what: hash(parts), much });
    }

    /// Each once, with the most that it counts.
    fn once(mut self) -> Vec<Trait> {
        self.0.sort_unstable_by(|a, b| a.what.cmp(&b.what).then(b.much.total_cmp(&a.much)));
        self.0.dedup_by_key(|t| t.what);
        self.0
    }
}

/// FNV-1a of the parts, folded to 32 bits (<http://www.isthe.com/chongo/tech/comp/fnv/>).
fn hash(parts: &[&str]) -> u32 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for part in parts {
        for byte in part.bytes().chain([0x1f]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    #[expect(clippy::cast_possible_truncation, reason = "folding keeps both halves")]
    let folded = (hash ^ (hash >> 32)) as u32;
    folded
}

/// The words of a text as they stand, without accents and cases.
fn raw(text: &str) -> Vec<String> {
    let head: String = text.chars().take(120).collect();
    let plain = head.nfd().filter(|c| !matches!(c, '\u{300}'..='\u{36f}'));
    let plain: String = plain.nfc().filter_map(words::folded).collect();
    let apart = |c: char| !words::is_word(c) || c.is_ascii_digit();
    plain.split(apart).filter(|w| w.chars().count() > 1).take(16).map(Into::into).collect()
}

/// Where a share lies: hardly any, some, half, most, nearly all.
fn step(share: f64) -> usize {
    [0.05, 0.3, 0.6, 0.9].iter().filter(|limit| share >= **limit).count()
}

const STEPS: [&str; 5] = ["0", "1", "2", "3", "4"];

/// The letter of a kind of rows.
fn letter(row: EntityType) -> &'static str {
    match row {
        EntityType::Account => "a",
        EntityType::Opportunity => "d",
        EntityType::Task => "t",
        EntityType::Interaction => "i",
        _ => "p",
    }
}

/// What tells the kind of the rows.
pub(super) fn of_rows(
    headers: &[Header],
    texts: &[String],
    profiles: &[Profile],
    file_name: &str,
    counted: EntityType,
) -> Vec<Trait> {
    let mut seen = Seen::default();
    seen.add(&["counted", letter(counted)], 1.0);
    of_names(&mut seen, headers, profiles);
    for (i, ((header, text), profile)) in headers.iter().zip(texts).zip(profiles).enumerate() {
        for word in &header.words {
            seen.add(&["w", word], 1.0);
            if i < 3 {
                seen.add(&["early", word], 1.0);
            }
        }
        for pair in header.words.windows(2) {
            if let [a, b] = pair {
                seen.add(&["pair", a, b], 1.0);
            }
        }
        if !header.words.is_empty() {
            seen.add(&["all", &header.phrase()], 1.0);
        }
        for word in raw(text) {
            seen.add(&["raw", &word], 1.0);
        }
        if let Some(prefix) = header.prefix {
            seen.add(&["prefix", letter(prefix)], 1.0);
        }
        for row in KINDS {
            if let Some(named) = target::named(header, row) {
                seen.add(&["named", letter(row), &named.target.field], 1.0);
            }
        }
        let mostly = |count: u64| profile.share(count) >= 0.5;
        let shapes = [
            ("name", i < 4 && mostly(profile.names)),
            ("firm", i < 4 && firms(profile) >= 0.5),
            ("email", mostly(profile.emails)),
            ("phone", mostly(profile.phones)),
            ("time", mostly(profile.with_time)),
            ("day", i == 0 && mostly(profile.dates)),
            ("long", mostly(profile.long_texts)),
        ];
        for (shape, _) in shapes.iter().filter(|(_, is)| *is) {
            seen.add(&["values", shape], 1.0);
        }
    }
    let stem = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
    for word in raw(stem).iter().chain(&words::header(stem, Synonyms::get()).words) {
        seen.add(&["file", word], 1.0);
    }
    seen.once()
}

/// What kinds of names there are, and whose: first of each column, then which of them stand together.
fn of_names(seen: &mut Seen, headers: &[Header], profiles: &[Profile]) {
    let mut together: Vec<&str> = Vec::new();
    let mut first = true;
    for (header, profile) in headers.iter().zip(profiles).filter(|(_, p)| p.valued() > 0) {
        let field = |row| target::named(header, row).map(|n| n.target.field).unwrap_or_default();
        let (of_person, of_account) = (field(EntityType::Person), field(EntityType::Account));
        let (of_deal, of_task) = (field(EntityType::Opportunity), field(EntityType::Task));
        let holds = if firms(profile) >= 0.4 {
            "firms"
        } else if profile.share(profile.names) >= 0.5 {
            "people"
        } else {
            "-"
        };
        let what = match (of_person.as_str(), of_account.as_str()) {
            ("person.given_name" | "person.family_name", _) => "part",
            ("person.full_name", _) => "full",
            ("person.company_name", _) => "company",
            (_, "account.name" | "account.legal_name") => "account",
            _ if of_deal == "opportunity.name" => "deal",
            _ if of_deal == "opportunity.amount" => "amount",
            _ if of_deal == "opportunity.stage" => "stage",
            _ if matches!(of_task.as_str(), "task.title" | "task.due_at" | "task.status") => "task",
            _ if of_person == "person.job_title" || of_person == "person.birth_date" => "somebody",
            _ => continue,
        };
        if first {
            seen.add(&["leads", what, holds], 1.0);
        }
        first = false;
        seen.add(&["names", what, holds], 1.0);
        let distinct = profile.valued() >= 8 && profile.distinct() * 10 >= profile.valued() * 7;
        if distinct && matches!(what, "full" | "company" | "account" | "deal") {
            seen.add(&["each", what, holds], 1.0);
        }
        together.push(what);
    }
    together.sort_unstable();
    together.dedup();
    for (i, a) in together.iter().enumerate() {
        for b in together.iter().skip(i + 1) {
            seen.add(&["both", a, b], 1.0);
        }
    }
    for what in ["part", "full", "company", "account", "deal", "amount", "task", "somebody"] {
        if !together.contains(&what) {
            seen.add(&["no", what], 1.0);
        }
    }
    seen.add(&["together", &together.join("+")], 1.0);
}

/// What tells the field of each column, where a row is one such record.
pub(super) fn of_columns(
    headers: &[Header],
    texts: &[String],
    profiles: &[Profile],
    drafts: &[Draft],
    row: EntityType,
) -> Vec<Vec<Trait>> {
    let kind = letter(row);
    let read: Vec<String> = drafts.iter().map(answer).collect();
    let mut out = Vec::with_capacity(headers.len());
    // Of very wide files the columns nearby, so that what is looked at does not grow with the square.
    const AROUND: usize = 40;
    for (i, ((header, text), profile)) in headers.iter().zip(texts).zip(profiles).enumerate() {
        let mut seen = Seen::default();
        seen.add(&["kind", kind], 1.0);
        of_header(&mut seen, header, text, kind, row);
        of_values(&mut seen, profile);
        for (side, beside) in [("before", i.checked_sub(1)), ("after", Some(i + 1))] {
            for word in beside.and_then(|at| headers.get(at)).into_iter().flat_map(|h| &h.words) {
                seen.add(&[side, word], 0.5);
            }
        }
        let from = i.saturating_sub(AROUND);
        for (at, other) in headers.iter().enumerate().skip(from).take(2 * AROUND + 1) {
            for word in other.words.iter().filter(|_| at != i) {
                seen.add(&["around", word], 0.15);
            }
        }
        of_readings(&mut seen, &read, i, from, AROUND);
        if let Some(draft) = drafts.get(i).filter(|d| !is_settled(d, header)) {
            of_reading(&mut seen, draft, &read, i, kind);
        }
        out.push(seen.once());
    }
    out
}

/// What was read of a column by words and grammar.
fn answer(draft: &Draft) -> String {
    match draft.column.status {
        ColumnStatus::Ignored => "ignored".into(),
        _ if draft.column.field.is_none() => OPEN.into(),
        _ => written(draft).unwrap_or_else(|| "other".into()),
    }
}

/// What words and grammar read of this column, and how surely.
fn of_reading(seen: &mut Seen, draft: &Draft, read: &[String], i: usize, kind: &str) {
    let Some(own) = read.get(i) else { return };
    seen.add(&["rule", own], 1.0);
    seen.add(&["krule", kind, own], 1.0);
    let sure = STEPS.get(step(draft.column.confidence)).unwrap_or(&"4");
    seen.add(&["sure", own, sure], 1.0);
    if own != OPEN && !is_many(draft) && read.iter().enumerate().any(|(at, r)| at != i && r == own) {
        seen.add(&["rival", own], 1.0);
        seen.add(&["rival"], 1.0);
    }
    for said in draft.column.evidence.iter().filter(|e| e.weight <= 0.0) {
        let begins: String = said.why.split_whitespace().take(4).collect::<Vec<_>>().join(" ");
        seen.add(&["why", &said.source, &begins], 1.0);
    }
}

/// What was read of the columns around.
fn of_readings(seen: &mut Seen, read: &[String], i: usize, from: usize, around: usize) {
    for (side, beside) in [("rbefore", i.checked_sub(1)), ("rafter", Some(i + 1))] {
        if let Some(read) = beside.and_then(|at| read.get(at)) {
            seen.add(&[side, read], 0.5);
        }
    }
    for (_, read) in read.iter().enumerate().skip(from).take(2 * around + 1).filter(|(at, _)| *at != i) {
        seen.add(&["raround", read], 0.15);
    }
}

fn of_header(seen: &mut Seen, header: &Header, text: &str, kind: &str, row: EntityType) {
    let words = &header.words;
    for word in words {
        seen.add(&["w", word], 1.0);
        seen.add(&["kw", kind, word], 1.0);
    }
    for pair in words.windows(2) {
        if let [a, b] = pair {
            seen.add(&["pair", a, b], 1.0);
        }
    }
    if let (Some(first), Some(last)) = (words.first(), words.last()) {
        let all = header.phrase();
        seen.add(&["all", &all], 1.0);
        seen.add(&["kall", kind, &all], 1.0);
        seen.add(&["first", first], 1.0);
        seen.add(&["last", last], 1.0);
    }
    seen.add(&["long", STEPS.get(words.len()).unwrap_or(&"5")], 1.0);
    if let Some(prefix) = header.prefix {
        seen.add(&["prefix", letter(prefix)], 1.0);
    }
    for word in raw(text) {
        seen.add(&["raw", &word], 1.0);
    }
    let named = target::named(header, row);
    seen.add(&["named", named.as_ref().map_or("-", |n| n.target.field.as_str())], 1.0);
}

fn of_values(seen: &mut Seen, p: &Profile) {
    let shares = [
        ("email", p.emails),
        ("phone", p.phones),
        ("url", p.urls),
        ("social", p.social),
        ("date", p.dates),
        ("time", p.with_time),
        ("number", p.numbers),
        ("integer", p.integers),
        ("money", p.money),
        ("boolean", p.booleans),
        ("bedrooms", p.bedrooms),
        ("salutation", p.salutations),
        ("name", p.names),
        ("country", p.countries),
        ("purpose", p.purposes),
        ("long", p.long_texts),
        ("one", p.single_words),
        ("type", p.property_types),
    ];
    for (what, count) in shares {
        let step = step(p.share(count));
        if let Some(step) = STEPS.get(step).filter(|_| step > 0) {
            seen.add(&["values", what, step], 1.0);
        }
    }
    if p.valued() == 0 {
        seen.add(&["values", "none"], 1.0);
        return;
    }
    let again = p.distinct() as f64 / p.valued() as f64;
    seen.add(&["values", "distinct", STEPS.get(step(again)).unwrap_or(&"4")], 1.0);
    if p.distinct() <= 6 || p.distinct() <= 12 && p.valued() >= 5 {
        for (choice, _) in p.choices.iter().take(8) {
            for word in raw(choice).iter().take(3) {
                seen.add(&["choice", word], 0.5);
            }
        }
    }
    if firms(p) >= 0.4 {
        seen.add(&["values", "firms"], 1.0);
    }
}
