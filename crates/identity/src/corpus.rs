//! Many records in columns: words and values interned, so that comparing two rows is comparing numbers.

use rustc_hash::FxHashMap;

use crate::index::Index;
use crate::lexicon::{NameWord, NameWords, Values};
use crate::record::{Features, MAX_VALUES, Span};
use crate::shape::{MAX_CUSTOM, Shape};
use crate::similarity::{NO_LETTER, letters};
use crate::text::{hash, mix};
use crate::values::email::{is_public, is_role};
use crate::values::phone::Phone;

/// What comparison looks up of one row first, side by side: most of what a pair costs is waiting for memory.
#[derive(Clone, Copy, Debug, Default)]
pub struct Row {
    /// Where its part of [`Corpus`]' items begins.
    items: u32,
    /// Where its numbers begin.
    numbers: u32,
    /// Where among its items the words of the name, the lines, the mailboxes, the words of the address end, and the custom values
    /// begin.
    ends: [u8; 4],
    /// Packed date of birth; 0 unknown.
    pub born: u32,
    /// Company; 0 unknown, else id + 1.
    pub company: u32,
    /// Postal code; 0 unknown, else id + 1.
    pub postal: u32,
    /// City; 0 unknown, else id + 1.
    pub city: u32,
    /// Gender (low two bits: 1 male, 2 female) and generation (the rest).
    pub marks: u8,
    /// What it tells, a bit each: [`told`].
    pub told: u8,
}

impl Row {
    /// The part of the items that is its `which`th list.
    #[inline]
    fn part<'a>(&self, items: &'a [u32], which: usize) -> &'a [u32] {
        let at = |end: u8| self.items as usize + usize::from(end);
        let start = at(if which == 0 { 0 } else { self.ends[which - 1] });
        items.get(start..at(self.ends[which])).unwrap_or_default()
    }

    /// How many lines it has.
    #[inline]
    fn lines(&self) -> usize {
        usize::from(self.ends[1] - self.ends[0])
    }
}

/// How many there are since a place in a list.
fn since<T>(items: &[T], start: usize) -> u8 {
    u8::try_from(items.len() - start).unwrap_or(u8::MAX)
}

/// A line: its number and how many rows have it.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    index: Index,
    /// Number by id.
    pub numbers: Vec<Phone>,
    /// Rows by id.
    pub rows: Vec<u32>,
}

impl Lines {
    /// Makes room for so many more.
    fn make_room(&mut self, more: usize) {
        self.numbers.reserve(more);
        self.rows.reserve(more);
    }

    fn intern(&mut self, phone: Phone) -> u32 {
        // Numbers of a country that agree in their last nine digits share a count.
        let key = |phone: Phone| phone.key() << 16 | u64::from(phone.country);
        let (wanted, new) = (key(phone), self.numbers.len() as u32);
        let id = self.index.find_or_add(mix(wanted), new, |id| key(self.numbers[id as usize]) == wanted);
        if id == new {
            self.numbers.push(phone);
            self.rows.push(0);
        }
        id
    }
}

/// A mailbox by id.
#[derive(Clone, Copy, Debug)]
pub struct MailboxEntry {
    /// Its local part among [`Corpus::locals`].
    pub local: u32,
    /// Its domain among [`Corpus::domains`].
    pub domain: u32,
    /// Rows that have it.
    pub rows: u32,
    /// Whether it belongs to a role.
    pub role: bool,
    /// Bytes of the local part.
    pub length: u16,
    /// The letters of the local part, a bit each.
    pub letters: u32,
}

/// What two names of companies must have in common to be alike.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sign {
    /// Its words of three and more letters, a bit each.
    words: u64,
    /// Its letters, a bit each.
    letters: u32,
    length: u16,
    first: u8,
}

impl Sign {
    fn of(text: &str) -> Self {
        let bit = |word: &str| 1 << (hash(word.as_bytes()) >> 58);
        Self {
            words: text.split(' ').filter(|word| word.len() > 2).fold(0, |bits, word| bits | bit(word)),
            // Without the bit that all signs and figures share: each bit that is left is a letter that one has.
            letters: letters(text) & !NO_LETTER,
            length: u16::try_from(text.len()).unwrap_or(u16::MAX),
            first: text.bytes().next().unwrap_or_default(),
        }
    }

    /// Whether the two may share a word.
    pub fn may_share_a_word(&self, other: &Self) -> bool {
        self.words & other.words != 0
    }

    /// Whether their Jaro–Winkler similarity may be 0.92 and more. It is 0.6 j + 0.4 at most for a Jaro similarity j, and
    /// that is a third of the two shares of letters that match, and one.
    pub fn may_be_alike(&self, other: &Self) -> bool {
        let apart = |one: &Self, other: &Self| {
            (one.letters & !other.letters).count_ones() as f32 / f32::from(one.length.max(1))
        };
        self.length.min(other.length) > 4 && self.first == other.first && apart(self, other) + apart(other, self) < 0.41
    }
}

/// Records in columns. Row numbers are the order in which they were pushed; nothing that is computed depends on it.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    /// What the columns mean.
    pub shape: Shape,
    /// Words of names.
    pub names: NameWords,
    rows: Vec<Row>,
    /// Row by row: words of the name, lines, mailboxes, words of the address, custom values.
    items: Vec<u32>,
    /// Lines.
    pub lines: Lines,
    /// The numbers of the lines, row by row, so that a comparison need not look these up.
    numbers: Vec<Phone>,
    /// Mailboxes.
    pub mailboxes: Vec<MailboxEntry>,
    /// The first mailbox of each local part.
    mailbox_of_local: Vec<u32>,
    /// The others, by local part and domain.
    further_mailboxes: FxHashMap<u64, u32>,
    /// Local parts.
    pub locals: Values,
    /// Domains.
    pub domains: Values,
    /// Whether anybody can have a mailbox there, by domain.
    pub public: Vec<bool>,
    /// Rows by date.
    pub born_rows: FxHashMap<u32, u32>,
    /// Companies as a whole (sorted words).
    pub companies: Values,
    /// What tells most companies apart, by company.
    pub(crate) company_signs: Vec<Sign>,
    /// Words of addresses.
    pub streets: Values,
    /// The letters of each, a bit each.
    pub street_letters: Vec<u32>,
    /// Postal codes and cities.
    pub places: Values,
    /// Values of custom comparisons, one set each.
    pub custom_values: Vec<Values>,
    /// What the content of a row hashes to: orders rows without regard to where they stand.
    pub content: Vec<u64>,
    /// What adding the last record took up.
    known: Known,
    /// Records that were announced and for which not all room is made yet.
    announced: usize,
}

/// Bits of [`Row::told`].
pub mod told {
    /// Words of a name.
    pub const NAME: u8 = 1;
    /// Lines.
    pub const PHONE: u8 = 2;
    /// Mailboxes.
    pub const EMAIL: u8 = 4;
    /// Birth date.
    pub const BORN: u8 = 8;
    /// Company.
    pub const COMPANY: u8 = 16;
    /// Address.
    pub const ADDRESS: u8 = 32;
    /// City or postal code.
    pub const PLACE: u8 = 64;
}

/// Marks a number among the words of an address.
pub const NUMBER: u32 = 1 << 31;

/// Values that a row has one of at most: company, postal code, city, the custom ones.
pub(crate) const KNOWN: usize = 3 + MAX_CUSTOM;

/// What of a row is interned already, in place of what its features say of it.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    /// By place: 0 unknown, id + 1, or [`Known::NOT`].
    pub values: [u32; KNOWN],
    /// Words of its name, beside those of the features.
    pub words: Vec<NameWord>,
    /// Words of its address, beside those of the features; the highest bit marks numbers.
    pub address: Vec<u32>,
    /// Its mailboxes, beside those of the features: local part, domain.
    pub emails: Vec<(u32, u32)>,
}

impl Known {
    /// As the features say.
    pub const NOT: u32 = u32::MAX;

    /// Nothing, in what this one has allocated.
    pub fn clear(&mut self) {
        self.values = [Self::NOT; KNOWN];
        self.words.clear();
        self.address.clear();
        self.emails.clear();
    }
}

impl Default for Known {
    fn default() -> Self {
        Self { values: [Self::NOT; KNOWN], words: Vec::new(), address: Vec::new(), emails: Vec::new() }
    }
}

impl Corpus {
    /// An empty one for records of this shape.
    #[must_use]
    pub fn new(shape: Shape) -> Self {
        let customs = shape.custom.len();
        Self { shape, custom_values: vec![Values::default(); customs], ..Self::default() }
    }

    /// What a row tells.
    #[inline]
    #[must_use]
    pub fn row(&self, row: usize) -> &Row {
        &self.rows[row]
    }

    /// Words of a row's name.
    #[inline]
    #[must_use]
    pub fn words(&self, row: usize) -> &[u32] {
        self.rows[row].part(&self.items, 0)
    }

    /// Lines of a row.
    #[inline]
    #[must_use]
    pub fn phones(&self, row: usize) -> &[u32] {
        self.rows[row].part(&self.items, 1)
    }

    /// The numbers of a row, in the order of its lines.
    #[inline]
    #[must_use]
    pub fn numbers(&self, row: usize) -> &[Phone] {
        let row = &self.rows[row];
        let start = row.numbers as usize;
        self.numbers.get(start..start + row.lines()).unwrap_or_default()
    }

    /// Mailboxes of a row.
    #[inline]
    #[must_use]
    pub fn emails(&self, row: usize) -> &[u32] {
        self.rows[row].part(&self.items, 2)
    }

    /// Words of a row's address in their order; the highest bit marks numbers.
    #[inline]
    #[must_use]
    pub fn address(&self, row: usize) -> &[u32] {
        self.rows[row].part(&self.items, 3)
    }

    /// Custom values of a row by comparison; 0 unknown, else id + 1.
    #[inline]
    #[must_use]
    pub fn custom(&self, row: usize) -> &[u32] {
        let row = &self.rows[row];
        let start = row.items as usize + usize::from(row.ends[3]);
        self.items.get(start..start + self.custom_values.len()).unwrap_or_default()
    }

    /// Looks at what comparing these rows will need, so that memory is asked for all of it at once and not row after row.
    pub fn warm(&self, rows: impl Iterator<Item = usize> + Clone) {
        let mut seen = 0u32;
        for row in rows.clone() {
            seen ^= u32::from(self.rows[row].told);
        }
        for row in rows.clone() {
            let row = &self.rows[row];
            let items = |at: u32| self.items.get(at as usize).copied().unwrap_or_default();
            let number = self.numbers.get(row.numbers as usize).map_or(0, |n| n.country);
            seen ^= items(row.items) ^ items(row.items + 15) ^ u32::from(number);
        }
        for row in rows {
            for id in self.emails(row).iter().take(1) {
                seen ^= self.mailboxes[*id as usize].letters;
            }
        }
        std::hint::black_box(seen);
    }

    /// Records in it.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The domain of a mailbox.
    pub(crate) fn domain(&mut self, domain: &str) -> u32 {
        let id = self.domains.intern(domain);
        if id as usize == self.public.len() {
            self.public.push(is_public(domain));
        }
        id
    }

    /// The mailbox of a local part at a domain. Most local parts have one only, and that is found without a map.
    fn mailbox(&mut self, local: u32, domain: u32) -> u32 {
        let new = self.mailboxes.len() as u32;
        if local as usize == self.mailbox_of_local.len() {
            self.mailbox_of_local.push(new);
        } else {
            let first = self.mailbox_of_local[local as usize];
            if self.mailboxes[first as usize].domain == domain {
                return first;
            }
            let id = *self.further_mailboxes.entry(u64::from(local) << 32 | u64::from(domain)).or_insert(new);
            if id != new {
                return id;
            }
        }
        let text = self.locals.texts.get(local);
        self.mailboxes.push(MailboxEntry {
            local,
            domain,
            rows: 0,
            role: is_role(text),
            length: u16::try_from(text.len()).unwrap_or(u16::MAX),
            letters: letters(text),
        });
        new
    }

    /// Makes room for so many more records about, so that what they hold need not be moved as it grows.
    pub fn reserve(&mut self, records: usize) {
        self.rows.reserve(records);
        self.content.reserve(records);
        self.lines.index.reserve(records / 2);
        self.locals.reserve(records / 2);
        self.announced = if records > Self::SHOWN { self.len() + records } else { 0 };
    }

    /// Records after which it shows how much each holds.
    const SHOWN: usize = 1 << 12;

    /// Makes room for what the announced records hold beside themselves, as the first of them show it: lists of this length are
    /// not worth moving several times.
    fn make_room(&mut self) {
        let (seen, announced) = (self.rows.len(), std::mem::take(&mut self.announced));
        // A little more, since the first are never quite like the rest.
        let all = |held: usize| held / seen.max(1) * announced + (held % seen.max(1)) * announced / seen.max(1);
        let more = |held: usize| (all(held) + all(held) / 16).saturating_sub(held);
        self.items.reserve(more(self.items.len()));
        self.numbers.reserve(more(self.numbers.len()));
        // Of these there are ever fewer new ones: room that is not taken up costs nothing.
        self.lines.make_room(more(self.lines.rows.len()));
        self.mailboxes.reserve(more(self.mailboxes.len()));
        self.mailbox_of_local.reserve(more(self.mailbox_of_local.len()));
        self.locals.make_room(more(self.locals.rows.len()));
    }

    /// The value of a row at a place of [`Known`].
    pub(crate) fn value(&self, row: usize, place: usize) -> u32 {
        match place {
            0 => self.rows[row].company,
            1 => self.rows[row].postal,
            2 => self.rows[row].city,
            custom => self.custom(row).get(custom - 3).copied().unwrap_or_default(),
        }
    }

    /// Adds a record. `join` is a buffer.
    pub fn push(&mut self, f: &Features, join: &mut String) {
        let mut known = std::mem::take(&mut self.known);
        known.clear();
        self.push_known(f, &mut known, join);
        self.known = known;
    }

    /// The word of an address.
    pub(crate) fn street(&mut self, word: &str, number: bool) -> u32 {
        let id = self.streets.intern(word);
        if id as usize == self.street_letters.len() {
            self.street_letters.push(letters(word));
        }
        id | if number { NUMBER } else { 0 }
    }

    /// As [`Corpus::push`], where some values are known already.
    pub(crate) fn push_known(&mut self, f: &Features, known: &mut Known, join: &mut String) {
        for word in &f.words {
            let id = self.names.intern(f.str(word.span));
            known.words.push(NameWord { id, kind: word.kind, part: word.part });
        }
        for (span, number) in f.address.iter().take(MAX_VALUES) {
            let id = self.street(f.str(*span), *number);
            known.address.push(id);
        }
        let mut content = mix(u64::from(f.marks.generation) << 8 | u64::from(f.marks.gender as u8));
        let mut stir = |h: u64| content = mix(content.rotate_left(23) ^ h);
        let parts: u32 = known.words.iter().fold(0, |bits, w| bits << 2 | w.part as u32);
        stir(u64::from(parts));
        let first = self.items.len();
        let items = first as u32;
        self.names.push_name(&known.words, &mut self.items, &mut stir);
        let words = since(&self.items, first);
        let gender = match f.marks.gender {
            0 => 0,
            g if g > 0 => 1,
            _ => 2,
        };
        let marks = gender | f.marks.generation << 2;
        let numbers = self.numbers.len() as u32;
        for phone in f.phones.iter().take(MAX_VALUES) {
            let id = self.lines.intern(*phone);
            self.lines.rows[id as usize] += 1;
            self.items.push(id);
            self.numbers.push(*phone);
            stir(phone.national);
        }
        let phones = since(&self.items, first);
        let start = self.items.len();
        for (local, domain) in f.emails.iter().take(MAX_VALUES) {
            let parts = (self.locals.intern(f.str(*local)), self.domain(f.str(*domain)));
            known.emails.push(parts);
        }
        for (l, d) in known.emails.iter().copied() {
            let id = self.mailbox(l, d);
            if self.items[start..].contains(&id) {
                continue;
            }
            self.mailboxes[id as usize].rows += 1;
            self.locals.count(l);
            self.domains.count(d);
            self.items.push(id);
            stir(self.locals.hash_of(l) ^ self.domains.hash_of(d).rotate_left(7));
        }
        let emails = since(&self.items, first);
        let born = f.born.map_or(0, crate::values::date::Born::packed);
        if born != 0 {
            *self.born_rows.entry(born).or_insert(0) += 1;
        }
        stir(u64::from(born));
        let [company, postal_known, city_known, ..] = known.values;
        let company = if company == Known::NOT {
            join.clear();
            for span in &f.company {
                if !join.is_empty() {
                    join.push(' ');
                }
                join.push_str(f.str(*span));
            }
            let company = self.companies.intern_counted(join);
            if company as usize > self.company_signs.len() {
                self.company_signs.push(Sign::of(join));
            }
            company
        } else {
            self.companies.counted(company)
        };
        stir(self.companies.hash_of_told(company));
        let start = self.items.len();
        for id in known.address.iter().copied() {
            if !self.items[start..].contains(&id) {
                self.streets.count(id & !NUMBER);
                self.items.push(id);
                stir(self.streets.hash_of(id & !NUMBER));
            }
        }
        let address = since(&self.items, first);
        let mut place = |span: Span, known: u32| {
            let place =
                if known == Known::NOT { self.places.intern_counted(f.str(span)) } else { self.places.counted(known) };
            stir(self.places.hash_of_told(place));
            place
        };
        let (postal, city) = (place(f.postal, postal_known), place(f.city, city_known));
        for (at, values) in self.custom_values.iter_mut().enumerate() {
            let value = match known.values.get(3 + at) {
                Some(known) if *known != Known::NOT => values.counted(*known),
                _ => {
                    let told = f.custom.iter().find(|(which, _)| usize::from(*which) == at);
                    values.intern_counted(told.map_or("", |(_, span)| f.str(*span)))
                }
            };
            self.items.push(value);
            stir(values.hash_of_told(value));
        }
        let bits = [
            (!known.words.is_empty(), told::NAME),
            (!f.phones.is_empty(), told::PHONE),
            (!known.emails.is_empty(), told::EMAIL),
            (f.born.is_some(), told::BORN),
            (company != 0, told::COMPANY),
            (!known.address.is_empty(), told::ADDRESS),
            (postal != 0 || city != 0, told::PLACE),
        ];
        let told = bits.iter().filter(|(is, _)| *is).fold(0, |all, (_, bit)| all | bit);
        self.rows.push(Row {
            items,
            numbers,
            ends: [words, phones, emails, address],
            born,
            company,
            postal,
            city,
            marks,
            told,
        });
        self.content.push(content);
        if self.announced != 0 && self.rows.len() == Self::SHOWN {
            self.make_room();
        }
    }
}
