//! Many records in columns: words and values interned, so that comparing two rows is comparing numbers.

use rustc_hash::FxHashMap;

use crate::lexicon::{NameWords, Values};
use crate::record::{Features, MAX_VALUES};
use crate::shape::Shape;
use crate::similarity::letters;
use crate::text::hash;
use crate::values::email::{is_public, is_role};
use crate::values::phone::Phone;

/// What comparison looks up of one row first, side by side: most of what a pair costs is waiting for memory.
#[derive(Clone, Copy, Debug, Default)]
pub struct Row {
    words: (u32, u8),
    phones: (u32, u8),
    numbers: (u32, u8),
    emails: (u32, u8),
    address: (u32, u8),
    custom: (u32, u8),
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

/// The part of a list that is a row's.
#[inline]
fn part<T>(items: &[T], (start, count): (u32, u8)) -> &[T] {
    let start = start as usize;
    items.get(start..start + usize::from(count)).unwrap_or_default()
}

/// Where a row's part of a list lies that ends here.
fn place<T>(items: &[T], start: usize) -> (u32, u8) {
    (start as u32, u8::try_from(items.len() - start).unwrap_or(u8::MAX))
}

/// A line: its number and how many rows have it.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    map: FxHashMap<u64, u32>,
    /// Number by id.
    pub numbers: Vec<Phone>,
    /// Rows by id.
    pub rows: Vec<u32>,
}

impl Lines {
    fn intern(&mut self, phone: Phone) -> u32 {
        // Numbers that agree in their last nine digits share a count, whatever their country says.
        let key = phone.key() << 16 | u64::from(phone.country);
        *self.map.entry(key).or_insert_with(|| {
            self.numbers.push(phone);
            self.rows.push(0);
            self.numbers.len() as u32 - 1
        })
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
    mailbox_ids: FxHashMap<u64, u32>,
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
    /// Words of addresses.
    pub streets: Values,
    /// Postal codes and cities.
    pub places: Values,
    /// Values of custom comparisons, one set each.
    pub custom_values: Vec<Values>,
    /// What the content of a row hashes to: orders rows without regard to where they stand.
    pub content: Vec<u64>,
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

impl Corpus {
    /// An empty one for records of this shape.
    #[must_use]
    pub fn new(shape: Shape) -> Self {
        let customs = shape.custom.len();
        Self {
            shape,
            custom_values: vec![Values::default(); customs],
            ..Self::default()
        }
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
        part(&self.items, self.rows[row].words)
    }

    /// Lines of a row.
    #[inline]
    #[must_use]
    pub fn phones(&self, row: usize) -> &[u32] {
        part(&self.items, self.rows[row].phones)
    }

    /// The numbers of a row, in the order of its lines.
    #[inline]
    #[must_use]
    pub fn numbers(&self, row: usize) -> &[Phone] {
        part(&self.numbers, self.rows[row].numbers)
    }

    /// Mailboxes of a row.
    #[inline]
    #[must_use]
    pub fn emails(&self, row: usize) -> &[u32] {
        part(&self.items, self.rows[row].emails)
    }

    /// Words of a row's address in their order; the highest bit marks numbers.
    #[inline]
    #[must_use]
    pub fn address(&self, row: usize) -> &[u32] {
        part(&self.items, self.rows[row].address)
    }

    /// Custom values of a row by comparison; 0 unknown, else id + 1.
    #[inline]
    #[must_use]
    pub fn custom(&self, row: usize) -> &[u32] {
        part(&self.items, self.rows[row].custom)
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

    /// Adds a record. `join` is a buffer.
    pub fn push(&mut self, f: &Features, join: &mut String) {
        let mut content = crate::text::mix(u64::from(f.marks.generation) << 8 | u64::from(f.marks.gender as u8));
        let mut stir = |h: u64| content = crate::text::mix(content.rotate_left(23) ^ h);
        let parts: u32 = f.words.iter().fold(0, |bits, w| bits << 2 | w.part as u32);
        stir(u64::from(parts));
        let start = self.items.len();
        self.names.push_name(f, &mut self.items, &mut stir);
        let words = place(&self.items, start);
        let gender = match f.marks.gender {
            0 => 0,
            g if g > 0 => 1,
            _ => 2,
        };
        let marks = gender | f.marks.generation << 2;
        let start = self.items.len();
        let first_number = self.numbers.len();
        for phone in f.phones.iter().take(MAX_VALUES) {
            let id = self.lines.intern(*phone);
            self.lines.rows[id as usize] += 1;
            self.items.push(id);
            self.numbers.push(*phone);
            stir(phone.national);
        }
        let phones = place(&self.items, start);
        let numbers = place(&self.numbers, first_number);
        let start = self.items.len();
        for (local, domain) in f.emails.iter().take(MAX_VALUES) {
            let (local, domain) = (f.str(*local), f.str(*domain));
            let (l, d) = (self.locals.intern(local), self.domains.intern(domain));
            if d as usize == self.public.len() {
                self.public.push(is_public(domain));
            }
            let key = u64::from(l) << 32 | u64::from(d);
            let mailboxes = &mut self.mailboxes;
            let id = *self.mailbox_ids.entry(key).or_insert_with(|| {
                mailboxes.push(MailboxEntry {
                    local: l,
                    domain: d,
                    rows: 0,
                    role: is_role(local),
                    length: u16::try_from(local.len()).unwrap_or(u16::MAX),
                    letters: letters(local),
                });
                mailboxes.len() as u32 - 1
            });
            if self.items[start..].contains(&id) {
                continue;
            }
            self.mailboxes[id as usize].rows += 1;
            self.locals.count(l);
            self.domains.count(d);
            self.items.push(id);
            stir(self.locals.hash_of(l) ^ self.domains.hash_of(d).rotate_left(7));
        }
        let emails = place(&self.items, start);
        let born = f.born.map_or(0, crate::values::date::Born::packed);
        if born != 0 {
            *self.born_rows.entry(born).or_insert(0) += 1;
        }
        stir(u64::from(born));
        join.clear();
        for span in &f.company {
            if !join.is_empty() {
                join.push(' ');
            }
            join.push_str(f.str(*span));
        }
        let company = self.companies.intern_counted(join);
        stir(hash(join.as_bytes()));
        let start = self.items.len();
        for (span, number) in f.address.iter().take(MAX_VALUES) {
            let id = self.streets.intern(f.str(*span)) | if *number { NUMBER } else { 0 };
            if !self.items[start..].contains(&id) {
                self.streets.count(id & !NUMBER);
                self.items.push(id);
                stir(self.streets.hash_of(id & !NUMBER));
            }
        }
        let address = place(&self.items, start);
        let [postal, city] = [f.postal, f.city].map(|span| {
            stir(hash(f.str(span).as_bytes()));
            self.places.intern_counted(f.str(span))
        });
        let start = self.items.len();
        for (at, values) in self.custom_values.iter_mut().enumerate() {
            let value =
                f.custom.iter().find(|(which, _)| usize::from(*which) == at).map_or("", |(_, span)| f.str(*span));
            self.items.push(values.intern_counted(value));
            stir(hash(value.as_bytes()));
        }
        let custom = place(&self.items, start);
        let bits = [
            (!f.words.is_empty(), told::NAME),
            (!f.phones.is_empty(), told::PHONE),
            (!f.emails.is_empty(), told::EMAIL),
            (f.born.is_some(), told::BORN),
            (company != 0, told::COMPANY),
            (!f.address.is_empty(), told::ADDRESS),
            (f.postal != crate::record::Span::default() || f.city != crate::record::Span::default(), told::PLACE),
        ];
        let told = bits.iter().filter(|(is, _)| *is).fold(0, |all, (_, bit)| all | bit);
        self.rows.push(Row { words, phones, numbers, emails, address, custom, born, company, postal, city, marks, told });
        self.content.push(content);
    }
}
