//! The words that headers are made of, read once from `data/synonyms.json`.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;
use std::sync::LazyLock;

use contracts::EntityType;
use serde::Deserialize;

/// The file as it is written.
#[derive(Deserialize)]
struct File {
    rows: BTreeMap<EntityType, BTreeMap<String, Vec<String>>>,
    ignored: BTreeMap<String, Vec<String>>,
    strong: BTreeMap<EntityType, Vec<String>>,
    compounds: BTreeMap<String, String>,
    grammar: Grammar,
    stop: Vec<String>,
    sensitive: Vec<String>,
}

/// Words that combine: a header made of these alone is understood without a phrase of its own.
#[derive(Default, Deserialize)]
pub(crate) struct Grammar {
    /// `plain`, `mobile`, `fax`, `whatsapp`, `other`.
    pub phone: BTreeMap<String, Vec<String>>,
    pub email: Vec<String>,
    pub website: Vec<String>,
    /// By network.
    pub social: BTreeMap<String, Vec<String>>,
    pub social_filler: Vec<String>,
    /// `work`, `home`, `other`.
    pub labels: BTreeMap<String, Vec<String>>,
    pub address_labels: BTreeMap<String, Vec<String>>,
    pub filler: Vec<String>,
    /// `label`, `value`.
    pub parts: BTreeMap<String, Vec<String>>,
    /// `spouse`, `assistant`.
    pub roles: BTreeMap<String, Vec<String>>,
    /// By address part; `address` for the word itself.
    pub address: BTreeMap<String, Vec<String>>,
    pub address_qualifiers: Vec<String>,
    /// Units and currencies that a header states in passing, `Budget (Cr)`, by name; under the empty name, words that say
    /// nothing about the field.
    pub units: BTreeMap<String, Vec<String>>,
    /// Phrases that turn a consent round.
    pub inverted: Vec<String>,
    /// By channel of a consent, beside e-mail and phone: `sms`, `whatsapp`.
    pub channels: BTreeMap<String, Vec<String>>,
    /// Words that make a header of a channel one of consent.
    pub consent: Vec<String>,
    /// Words that say nothing more beside these.
    pub consent_filler: Vec<String>,
}

impl Grammar {
    fn words(&self) -> impl Iterator<Item = &String> {
        let maps =
            [&self.phone, &self.social, &self.labels, &self.address_labels, &self.parts, &self.roles, &self.address];
        let lists = [&self.email, &self.website, &self.filler, &self.address_qualifiers, &self.inverted, &self.consent];
        maps.into_iter().flat_map(BTreeMap::values).flatten().chain(lists.into_iter().flatten())
    }
}

/// The words, ready to be looked up.
#[derive(Default)]
pub(crate) struct Synonyms {
    phrases: BTreeMap<EntityType, BTreeMap<String, String>>,
    ignored: BTreeMap<String, String>,
    strong: BTreeMap<EntityType, Vec<String>>,
    /// Phrases without the order of their words and without words that say nothing; none where two fields share one.
    bags: BTreeMap<EntityType, BTreeMap<String, Option<String>>>,
    compounds: BTreeMap<String, Vec<String>>,
    /// Words of phrases that stand for an English word only together.
    fragments: BTreeSet<String>,
    /// Words by their consonants, `asgnd`; none where two share them.
    skeletons: BTreeMap<String, Option<String>>,
    /// Every word that some phrase is made of.
    vocabulary: BTreeSet<String>,
    stop: Vec<String>,
    sensitive: Vec<Vec<String>>,
    pub grammar: Grammar,
}

static SYNONYMS: LazyLock<Synonyms> = LazyLock::new(|| {
    // The data is part of the program; a test reads it and checks every field and phrase.
    let lexicon = serde_json::from_str(include_str!("../../data/lexicon.json")).unwrap_or_default();
    serde_json::from_str::<File>(include_str!("../../data/synonyms.json"))
        .map(|file| Synonyms::from(file, &lexicon))
        .unwrap_or_default()
});

/// Words and abbreviations in several languages, under the English words that stand for them.
type Lexicon = BTreeMap<String, Vec<String>>;

impl Synonyms {
    /// The table.
    pub fn get() -> &'static Self {
        &SYNONYMS
    }

    /// The field that a whole phrase stands for where one row is one such record.
    pub fn field(&self, row: EntityType, phrase: &str) -> Option<&str> {
        self.phrases.get(&row)?.get(phrase).map(String::as_str)
    }

    /// The field that words stand for in whatever order, words such as "of" aside.
    pub fn field_of_bag(&self, row: EntityType, words: &[String]) -> Option<&str> {
        self.bags.get(&row)?.get(&self.bag(words)?)?.as_deref()
    }

    fn bag(&self, words: &[String]) -> Option<String> {
        let mut out: Vec<&str> =
            words.iter().map(String::as_str).filter(|w| !self.stop.iter().any(|s| s == w)).collect();
        out.sort_unstable();
        out.dedup();
        (!out.is_empty()).then(|| out.join(" "))
    }

    /// Whether any phrase is made of this word.
    pub fn is_word(&self, word: &str) -> bool {
        self.vocabulary.contains(word) || self.stop.iter().any(|s| s == word)
    }

    /// Whether a word says nothing: `of`, `the`.
    pub fn is_stop(&self, word: &str) -> bool {
        self.stop.iter().any(|s| s == word)
    }

    /// Whether the words name an identity document.
    pub fn is_sensitive(&self, words: &[String]) -> bool {
        // `Passport nationality` is no number.
        !words.last().is_some_and(|w| matches!(w.as_str(), "nationality" | "citizenship"))
            && self.sensitive.iter().any(|s| words.windows(s.len().max(1)).any(|w| w == s.as_slice()))
    }

    /// Why a technical column is left out.
    pub fn ignored(&self, phrase: &str) -> Option<&str> {
        self.ignored.get(phrase).map(String::as_str)
    }

    /// Whether a phrase marks rows of one kind.
    pub fn is_strong(&self, row: EntityType, phrase: &str) -> bool {
        self.strong.get(&row).is_some_and(|p| p.iter().any(|s| s == phrase))
    }

    /// Joins words written apart, parts words written together, and puts the English word for those of other languages:
    /// `e mail`, `firstname`, `geburtsdatum`.
    pub fn join_compounds(&self, words: Vec<String>, lenient: bool) -> Vec<String> {
        if self.compounds.is_empty() && self.vocabulary.is_empty() && !lenient {
            return words;
        }
        let words: Vec<String> = if lenient { words.into_iter().map(|w| self.put_right(w)).collect() } else { words };
        let mut out = Vec::with_capacity(words.len());
        let mut i = 0;
        while i < words.len() {
            let found = (1..=5).rev().find_map(|n| {
                let run = words.get(i..i + n)?;
                // `Referencia del anuncio` is the `referencia anuncio`.
                let says = |w: &&String| !self.is_stop(w);
                let bare = || run.iter().filter(says).cloned().collect::<Vec<_>>();
                let ends = n > 2 && [run.first(), run.last()].into_iter().flatten().all(|w| !self.is_stop(w));
                let within = || {
                    Some(bare()).filter(|b| b.len() > 1 && b.len() < n).and_then(|b| self.compounds.get(&b.join(" ")))
                };
                // `C.P.` and `R.M.` are read as they are said.
                // `R.M.` and `M'Anniversary` speak of no square metres.
                if n == 1 && words.len() > 1 && run.iter().all(|w| w == "m") {
                    return None;
                }
                let initials = n > 1 && run.iter().all(|w| w.len() == 1 && !self.is_stop(w));
                self.compounds
                    .get(&run.join(" "))
                    .or_else(|| initials.then(|| self.compounds.get(&run.concat())).flatten())
                    .or_else(|| ends.then(within).flatten())
                    .map(|c| (n, c))
            });
            match (found, words.get(i)) {
                (Some((n, replacement)), _) => {
                    out.extend(replacement.iter().cloned());
                    i += n;
                }
                (None, Some(word)) => {
                    let read = self.parted(word).or_else(|| self.without_article(word));
                    out.extend(read.unwrap_or_else(|| vec![word.clone()]));
                    i += 1;
                }
                (None, None) => break,
            }
        }
        out
    }

    /// A word that nothing knows, as the one it is a slip or its vowels away from.
    fn put_right(&self, word: String) -> String {
        let known = PLAIN.binary_search(&word.as_str()).is_ok()
            || self.is_word(&word)
            || self.compounds.contains_key(&word)
            || self.fragments.contains(&word)
            || self.parted(&word).is_some();
        if word.len() < 3 || word.len() > 20 || known || !word.bytes().all(|b| b.is_ascii_lowercase()) {
            return word;
        }
        if let Some(Some(whole)) = self.skeletons.get(&word) {
            return whole.clone();
        }
        let slips = if word.len() >= 9 { 2 } else { 1 };
        let near = |v: &&String| word.len() >= 5 && v.len() >= 5 && v.chars().next() == word.chars().next();
        let mut best: Option<(usize, &String)> = None;
        let mut alone = true;
        // `Speciality` is no slip of `specialist`, nor `service` of `serviced`: another ending makes another word.
        let derived = |other: &str| {
            let same = word.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
            let tails = (word.get(same..).unwrap_or_default(), other.get(same..).unwrap_or_default());
            let ending = |t: &str| matches!(t, "d" | "r" | "ed" | "er" | "or" | "ing" | "ist" | "ly" | "al");
            let both = tails.0.len() >= 2 && tails.1.len() >= 2 && tails.0.len().max(tails.1.len()) <= 3;
            same >= 6 && (both || tails.0.is_empty() && ending(tails.1) || tails.1.is_empty() && ending(tails.0))
        };
        for other in self.vocabulary.iter().filter(near).filter(|o| !derived(o)) {
            let slips_to = distance(other, &word);
            if slips_to <= slips && best.is_none_or(|(least, _)| slips_to <= least) {
                alone = best.is_none_or(|(least, _)| slips_to < least);
                best = Some((slips_to, other));
            }
        }
        match best.filter(|_| alone) {
            Some((_, one)) => one.clone(),
            None => word,
        }
    }

    /// The word that one cut short stands for: `observac` of `observaciones`. None where words of two meanings begin so.
    pub fn completed(&self, cut: &str) -> Option<String> {
        let known = self.compounds.contains_key(cut)
            || self.fragments.contains(cut)
            || self.is_word(cut)
            || PLAIN.binary_search(&cut).is_ok();
        if known || cut.len() < 3 || !cut.bytes().all(|b| b.is_ascii_lowercase()) {
            return None;
        }
        let longer = |w: &&String| w.len() >= cut.len() + 2 && !w.contains(' ');
        let from = || (Bound::Included(cut), Bound::Unbounded);
        let foreign = self.compounds.range::<str, _>(from()).take_while(|(w, _)| w.starts_with(cut));
        let foreign = foreign.filter(|(w, _)| longer(w)).map(|(w, to)| (w, to.join(" ")));
        let english = self.vocabulary.range::<str, _>(from()).take_while(|w| w.starts_with(cut));
        let english = english.filter(longer).map(|w| (w, w.clone()));
        let mut found: Option<(&String, String)> = None;
        for (word, means) in foreign.chain(english) {
            found = match found {
                None => Some((word, means)),
                // `viewing` and `viewings` are one.
                Some((first, one)) if means.starts_with(&one) || one.starts_with(&means) => {
                    Some(if word.len() < first.len() { (word, means) } else { (first, one) })
                }
                Some(_) => return None,
            };
        }
        found.map(|(word, _)| word.clone())
    }

    /// Arabic writes "and", "by", "for" and the article as part of the word.
    fn without_article(&self, word: &str) -> Option<Vec<String>> {
        const BEFORE: [&str; 7] = [
            "\u{644}\u{644}",
            "\u{648}\u{627}\u{644}",
            "\u{628}\u{627}\u{644}",
            "\u{627}\u{644}",
            "\u{648}",
            "\u{628}",
            "\u{644}",
        ];
        let bare = BEFORE.iter().filter_map(|b| word.strip_prefix(b)).filter(|w| w.chars().count() >= 3);
        bare.flat_map(|w| [w.to_owned(), format!("\u{627}\u{644}{w}")]).find_map(|w| self.compounds.get(&w).cloned())
    }

    /// `kundenname`, `mobilenumber`, `OTHERSTREET`: known words written together, or one in the plural.
    fn parted(&self, word: &str) -> Option<Vec<String>> {
        if word.len() < 4 || word.len() > 40 || !word.is_ascii() || self.is_word(word) {
            return None;
        }
        if let Some(one) = word.strip_suffix('s').or_else(|| word.strip_suffix("en"))
            && let Some(known) = self.known(one)
        {
            return Some(known);
        }
        if let Some(known) = word.strip_suffix("ies").and_then(|w| self.known(&format!("{w}y"))) {
            return Some(known);
        }
        let halves = |w: &str, least: usize| -> Option<Vec<String>> {
            (least..w.len().saturating_sub(1)).rev().find_map(|at| {
                let (head, tail) = (w.get(..at)?, w.get(at..)?);
                let tail_known = if tail.len() >= least || matches!(tail, "no" | "id" | "nr") {
                    self.known(tail)?
                } else {
                    return None;
                };
                // German joins with an s or n: `geburtsdatum`, `kundennummer`.
                let head_known = self
                    .known(head)
                    .or_else(|| self.known(head.strip_suffix("en").or_else(|| head.strip_suffix(['s', 'n']))?))?;
                Some([head_known, tail_known].concat())
            })
        };
        // Short words of other languages make strange halves: `closed` and `ate` of `closedate`.
        halves(word, 4).or_else(|| halves(word, 3))
    }

    fn known(&self, word: &str) -> Option<Vec<String>> {
        if word.len() < 2 {
            return None;
        }
        self.compounds.get(word).cloned().or_else(|| self.vocabulary.contains(word).then(|| vec![word.to_owned()]))
    }
}

impl Synonyms {
    fn from(file: File, lexicon: &Lexicon) -> Self {
        // Nothing is parted or joined while the tables are being read.
        let bare = Self::default();
        let plain = |phrase: &str| super::words::words(phrase, &bare).0;
        // Made at every start of the program: a tree grows faster of all that it holds than word by word. Of two that are
        // written alike the last counts.
        let mut written: Vec<(String, Vec<String>)> = Vec::new();
        let mut with_article: Vec<(String, Vec<String>)> = Vec::new();
        for (english, words) in lexicon {
            let meaning = plain(english);
            for word in words {
                written.push((plain(word).join(" "), meaning.clone()));
                // Arabic writes its article as part of the word.
                if word.chars().any(|c| matches!(c, '\u{600}'..='\u{6ff}')) && !word.contains(' ') {
                    with_article.push((plain(&format!("\u{627}\u{644}{word}")).join(" "), meaning.clone()));
                }
            }
        }
        let mut compounds: BTreeMap<String, Vec<String>> = written.into_iter().collect();
        for (phrase, to) in with_article {
            compounds.entry(phrase).or_insert(to);
        }
        for (from, to) in &file.compounds {
            compounds.insert(from.clone(), plain(to));
        }
        // `Motivo de perda` is also looked up without the words that say nothing.
        let mut bare: Vec<(String, Vec<String>)> = Vec::new();
        for (phrase, to) in &compounds {
            let words: Vec<&str> = phrase.split(' ').filter(|w| !file.stop.iter().any(|s| s == w)).collect();
            if words.len() >= 2 && words.len() < phrase.split(' ').count() {
                bare.push((words.join(" "), to.clone()));
            }
        }
        for (phrase, to) in bare {
            compounds.entry(phrase).or_insert(to);
        }
        let mut vocabulary: BTreeSet<String> = BTreeSet::new();
        for phrase in super::frames::words_of_kinds() {
            vocabulary.extend(plain(&phrase).into_iter().filter(|w| w.len() >= 3));
        }
        let phrases = file.rows.values().flat_map(BTreeMap::values).flatten();
        let strong = file.strong.values().flatten().chain(file.ignored.values().flatten());
        for phrase in phrases.chain(strong).chain(lexicon.keys()).chain(file.grammar.words()) {
            vocabulary.extend(plain(phrase).into_iter().filter(|w| w.len() >= 3));
        }
        let mut skeletons: BTreeMap<String, Option<String>> = BTreeMap::new();
        for word in &vocabulary {
            if let Some(bones) = skeleton(word) {
                skeletons
                    .entry(bones)
                    .and_modify(|w| {
                        *w = w.take().filter(|w| w.starts_with(word.as_str()) || word.starts_with(w.as_str()))
                    })
                    .or_insert_with(|| Some(word.clone()));
            }
        }
        let fragments = compounds.keys().flat_map(|k| k.split(' ')).map(str::to_owned).collect();
        let mut out = Self {
            compounds,
            fragments,
            skeletons,
            vocabulary,
            strong: file.strong,
            grammar: file.grammar,
            stop: file.stop,
            ..Self::default()
        };
        // Phrases in the file are written as people write them; they are looked up as headers are read.
        let normal = |phrase: &str| super::words::words(phrase, &out).0.join(" ");
        let phrases = file
            .rows
            .into_iter()
            .map(|(row, fields)| {
                let of_row = fields
                    .into_iter()
                    .flat_map(|(field, phrases)| phrases.into_iter().map(move |p| (p, field.clone())))
                    .map(|(phrase, field)| (normal(&phrase), field))
                    .collect();
                (row, of_row)
            })
            .collect();
        let ignored = file
            .ignored
            .into_iter()
            .flat_map(|(why, phrases)| phrases.into_iter().map(move |p| (p, why.clone())))
            .map(|(phrase, why)| (normal(&phrase), why))
            .collect();
        let strong =
            out.strong.iter().map(|(row, phrases)| (*row, phrases.iter().map(|p| normal(p)).collect())).collect();
        out.sensitive = file.sensitive.iter().map(|p| super::words::words(p, &out).0).collect();
        out.phrases = phrases;
        let mut bagged = BTreeMap::new();
        for (row, of_row) in &out.phrases {
            let mut bags: BTreeMap<String, Option<String>> = BTreeMap::new();
            for (phrase, field) in of_row {
                let words: Vec<String> = phrase.split(' ').map(str::to_owned).collect();
                let Some(bag) = out.bag(&words) else { continue };
                bags.entry(bag)
                    .and_modify(|f| *f = f.take().filter(|f| f == field))
                    .or_insert_with(|| Some(field.clone()));
            }
            bagged.insert(*row, bags);
        }
        out.bags = bagged;
        out.ignored = ignored;
        out.strong = strong;
        out
    }
}

/// A word without its vowels and doubled letters, the first letter kept: `asgnd` of `assigned`.
fn skeleton(word: &str) -> Option<String> {
    let mut out = String::new();
    for (i, c) in word.chars().enumerate() {
        if (i == 0 || !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')) && !out.ends_with(c) {
            out.push(c);
        }
    }
    (word.is_ascii() && word.len() >= 5 && out.len() >= 3 && out.len() < word.len()).then_some(out)
}

/// Plain words that are a letter away from those of headers and none of them: `Exited` is not `Edited`, a `Hostel` nobody is
/// `Hosted` at. In alphabetical order.
const PLAIN: &[&str] = &[
    "added", "ages", "aimed", "arrive", "arrived", "assess", "asset", "award", "awards", "basic", "beach", "begin",
    "belt", "bill", "board", "boat", "bonus", "book", "books", "boost", "brand", "brands", "bride", "bring", "broad",
    "build", "cabin", "camp", "carat", "card", "cards", "care", "cargo", "cash", "chain", "chair", "charm", "chart",
    "cheap", "check", "chef", "child", "class", "clean", "clear", "climb", "clock", "close", "cloth", "cloud", "coach",
    "coast", "color", "colour", "cook", "cool", "corp", "cost", "count", "court", "cover", "craft", "crash", "cream",
    "crew", "crop", "crowd", "cycle", "daily", "dance", "deep", "delay", "depth", "desk", "diet", "dish", "dock",
    "doctor", "dogs", "door", "draft", "dress", "drink", "drive", "driver", "edge", "elite", "empty", "enter",
    "entity", "entry", "equal", "event", "every", "exact", "exam", "exited", "exits", "extra", "fabric", "faith",
    "farm", "fast", "field", "fight", "film", "final", "fire", "firm", "fish", "fixed", "fleet", "floor", "flow",
    "focus", "food", "forest", "form", "forms", "found", "frame", "fresh", "front", "fruit", "fuel", "full", "funds",
    "game", "games", "garden", "gear", "gift", "gifts", "girl", "glass", "goal", "goals", "gold", "golf", "grade",
    "grain", "grant", "grants", "grass", "great", "green", "grid", "ground", "guard", "guide", "habit", "hair", "hall",
    "hand", "handle", "harvest", "hazard", "heart", "heat", "heavy", "height", "herbs", "hire", "history", "holiday",
    "horse", "hostel", "hotel", "hotels", "house", "human", "ideal", "image", "index", "inner", "input", "issue",
    "items", "jewel", "joint", "judge", "juice", "kitchen", "label", "labour", "lake", "lamp", "land", "lane", "large",
    "laser", "later", "layer", "leader", "learn", "least", "legal", "level", "light", "limit", "linen", "liner",
    "list", "lists", "loan", "local", "logic", "logo", "loose", "lots", "luck", "lunch", "magic", "mail", "maker",
    "males", "mall", "margin", "mark", "masks", "mass", "master", "match", "meals", "meat", "medal", "media", "menu",
    "merit", "metal", "meter", "metric", "miles", "mine", "mini", "minor", "mixed", "mode", "model", "money", "mood",
    "moon", "motor", "mount", "mouth", "movie", "music", "naked", "nature", "navy", "nights", "noise", "norm", "north",
    "novel", "nurse", "object", "ocean", "office", "oils", "older", "onset", "organ", "origin", "other", "outer",
    "owned", "paint", "pair", "panel", "paper", "parent", "park", "parts", "party", "past", "patch", "path", "patient",
    "pattern", "peak", "pets", "phase", "photo", "piano", "piece", "pilot", "pitch", "place", "plain", "plan", "plane",
    "plant", "plate", "play", "plot", "point", "polar", "pool", "porch", "pose", "post", "pouch", "power", "press",
    "pride", "prime", "print", "prior", "prize", "probe", "proof", "pulse", "pump", "pupil", "pure", "quest", "quick",
    "quiet", "quota", "radio", "rain", "raise", "range", "rank", "rapid", "rate", "rates", "ratio", "ready", "rear",
    "region", "reply", "rescue", "resort", "rest", "retail", "rider", "rights", "ring", "risk", "risks", "river",
    "robot", "room", "root", "rough", "round", "route", "royal", "rural", "safety", "saint", "salad", "sales", "salon",
    "sample", "scale", "scan", "scene", "school", "scope", "score", "scout", "screen", "script", "season", "seat",
    "seats", "sector", "seeds", "sense", "series", "server", "set", "seven", "shade", "shape", "share", "sheet",
    "shelf", "shell", "shift", "ship", "shirt", "shoes", "shop", "shops", "shore", "short", "show", "sight", "sign",
    "silk", "silver", "single", "site", "size", "skill", "skin", "sleep", "slope", "slot", "small", "smart", "smoke",
    "snow", "social", "sofa", "soil", "solar", "solid", "song", "sound", "south", "space", "spare", "speed", "spend",
    "spice", "sport", "spot", "staff", "stage", "stake", "stand", "star", "start", "steam", "steel", "step", "stock",
    "stone", "stop", "store", "storm", "story", "stream", "stress", "strong", "studio", "study", "style", "sugar",
    "suite", "sunny", "super", "surge", "sweet", "swim", "table", "tablet", "talent", "tank", "target", "taste",
    "team", "teams", "tech", "tempo", "tennis", "term", "terms", "test", "texts", "theme", "thick", "thing", "tide",
    "tiles", "timber", "tired", "token", "tone", "tools", "topic", "total", "touch", "tough", "tower", "toys", "track",
    "trade", "trail", "train", "trait", "trash", "travel", "treat", "tree", "trees", "trend", "trial", "tribe",
    "trick", "trip", "trips", "truck", "trust", "tutor", "twin", "union", "urban", "usage", "valid", "valve", "vault",
    "video", "views", "villa", "vinyl", "viral", "virus", "vital", "voice", "volume", "wagon", "waist", "wall", "warm",
    "waste", "watch", "water", "wave", "wealth", "weapon", "wear", "weather", "wedding", "week", "weeks", "weight",
    "wheel", "white", "whole", "width", "wild", "window", "wine", "wing", "winter", "wire", "wood", "wool", "work",
    "world", "worth", "wrist", "yard", "year", "years", "yield", "young", "youth", "zone",
];

/// Letters to be put in, left out, exchanged or swapped with their neighbour to get from one word to the other.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > 2 {
        return usize::MAX;
    }
    let at = |row: &[usize], i: usize| row.get(i).copied().unwrap_or(usize::MAX / 2);
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let mut least = (at(&last, j) + usize::from(x != y)).min(at(&last, j + 1) + 1).min(at(&row, j) + 1);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(y) && b.get(j - 1) == Some(x);
            if swapped {
                least = least.min(at(&before, j - 1) + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut last, row);
    }
    at(&last, b.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use contracts::FieldPath;

    #[test]
    fn every_phrase_names_one_known_field() {
        let file: File = serde_json::from_str(include_str!("../../data/synonyms.json")).expect("the data file parses");
        let synonyms = Synonyms::get();
        let mut twice = Vec::new();
        for (row, fields) in &file.rows {
            let mut seen: BTreeMap<String, &str> = BTreeMap::new();
            for (field, phrases) in fields {
                FieldPath::parse(field).expect("a field of the dictionary");
                for phrase in phrases {
                    let normal = super::super::words::words(phrase, synonyms).0.join(" ");
                    if let Some(other) = seen.insert(normal, field).filter(|other| other != field) {
                        twice.push(format!("{row}: {phrase:?} stands for {other} and {field}"));
                    }
                }
            }
        }
        assert!(twice.is_empty(), "{twice:#?}");
    }
}
