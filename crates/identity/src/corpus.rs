//! Many records in columns: words and values interned, so that comparing two rows is comparing numbers.

use rustc_hash::FxHashMap;

use crate::lexicon::{NameWords, Values};
use crate::record::Features;
use crate::shape::Shape;
use crate::text::hash;
use crate::values::email::{is_public, is_role};
use crate::values::phone::Phone;

/// Values of a varying number per row, one after another.
#[derive(Clone, Debug)]
pub struct Lists<T> {
    ends: Vec<u32>,
    items: Vec<T>,
}

impl<T> Default for Lists<T> {
    fn default() -> Self {
        Self { ends: Vec::new(), items: Vec::new() }
    }
}

impl<T> Lists<T> {
    fn end_row(&mut self) {
        self.ends.push(self.items.len() as u32);
    }

    /// Where the values of a row lie among all.
    #[inline]
    fn place(&self, row: usize) -> std::ops::Range<usize> {
        let start = if row == 0 { 0 } else { self.ends[row - 1] as usize };
        start..self.ends[row] as usize
    }

    /// The values of a row.
    #[inline]
    #[must_use]
    pub fn of(&self, row: usize) -> &[T] {
        &self.items[self.place(row)]
    }
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
}

/// Records in columns. Row numbers are the order in which they were pushed; nothing that is computed depends on it.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    /// What the columns mean.
    pub shape: Shape,
    /// Words of names.
    pub names: NameWords,
    /// Words per row.
    pub words: Lists<u32>,
    /// Gender (low two bits: 1 male, 2 female) and generation (the rest) per row.
    pub marks: Vec<u8>,
    /// Lines.
    pub lines: Lines,
    /// Lines per row.
    pub phones: Lists<u32>,
    /// The numbers of [`Corpus::phones`], beside them so that a comparison finds both at once.
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
    /// Mailboxes per row.
    pub emails: Lists<u32>,
    /// Packed dates of birth; 0 unknown.
    pub born: Vec<u32>,
    /// Rows by date.
    pub born_rows: FxHashMap<u32, u32>,
    /// Companies as a whole (sorted words).
    pub companies: Values,
    /// Company per row; 0 unknown, else id + 1.
    pub company: Vec<u32>,
    /// Words of addresses.
    pub streets: Values,
    /// Words per row, sorted; the highest bit marks numbers.
    pub address: Lists<u32>,
    /// Postal codes and cities.
    pub places: Values,
    /// Postal code per row; 0 unknown, else id + 1.
    pub postal: Vec<u32>,
    /// City per row; 0 unknown, else id + 1.
    pub city: Vec<u32>,
    /// Values of custom comparisons, one set each.
    pub custom_values: Vec<Values>,
    /// Custom value per row and comparison; 0 unknown, else id + 1.
    pub custom: Vec<Vec<u32>>,
    /// What each row tells, a bit each: [`told`].
    pub told: Vec<u8>,
    /// What the content of a row hashes to: orders rows without regard to where they stand.
    pub content: Vec<u64>,
}

/// Bits of [`Corpus::told`].
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
            custom: vec![Vec::new(); customs],
            ..Self::default()
        }
    }

    /// The numbers of a row, as [`Corpus::phones`] has its lines.
    #[inline]
    #[must_use]
    pub fn numbers(&self, row: usize) -> &[Phone] {
        &self.numbers[self.phones.place(row)]
    }

    /// Records in it.
    #[must_use]
    pub fn len(&self) -> usize {
        self.marks.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.marks.is_empty()
    }

    /// Adds a record. `join` is a buffer.
    pub fn push(&mut self, f: &Features, join: &mut String) {
        let mut content = crate::text::mix(u64::from(f.marks.generation) << 8 | u64::from(f.marks.gender as u8));
        let mut stir = |h: u64| content = crate::text::mix(content.rotate_left(23) ^ h);
        let parts: u32 = f.words.iter().fold(0, |bits, w| bits << 2 | w.part as u32);
        stir(u64::from(parts));
        self.names.push_name(f, &mut self.words.items, &mut stir);
        self.words.end_row();
        let gender = match f.marks.gender {
            0 => 0,
            g if g > 0 => 1,
            _ => 2,
        };
        self.marks.push(gender | f.marks.generation << 2);
        for phone in &f.phones {
            let id = self.lines.intern(*phone);
            self.lines.rows[id as usize] += 1;
            self.phones.items.push(id);
            self.numbers.push(*phone);
            stir(phone.national);
        }
        self.phones.end_row();
        for (local, domain) in &f.emails {
            let (local, domain) = (f.str(*local), f.str(*domain));
            let (l, d) = (self.locals.intern(local), self.domains.intern(domain));
            if d as usize == self.public.len() {
                self.public.push(is_public(domain));
            }
            let key = u64::from(l) << 32 | u64::from(d);
            let mailboxes = &mut self.mailboxes;
            let id = *self.mailbox_ids.entry(key).or_insert_with(|| {
                mailboxes.push(MailboxEntry { local: l, domain: d, rows: 0, role: is_role(local) });
                mailboxes.len() as u32 - 1
            });
            let start =
                if self.emails.ends.is_empty() { 0 } else { self.emails.ends[self.emails.ends.len() - 1] as usize };
            if self.emails.items[start..].contains(&id) {
                continue;
            }
            self.mailboxes[id as usize].rows += 1;
            self.locals.count(l);
            self.domains.count(d);
            self.emails.items.push(id);
            stir(self.locals.hash_of(l) ^ self.domains.hash_of(d).rotate_left(7));
        }
        self.emails.end_row();
        let born = f.born.map_or(0, crate::values::date::Born::packed);
        self.born.push(born);
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
        self.company.push(company);
        stir(hash(join.as_bytes()));
        let start = self.address.items.len();
        for (span, number) in &f.address {
            let id = self.streets.intern(f.str(*span)) | if *number { NUMBER } else { 0 };
            if !self.address.items[start..].contains(&id) {
                self.streets.count(id & !NUMBER);
                self.address.items.push(id);
                stir(self.streets.hash_of(id & !NUMBER));
            }
        }
        self.address.end_row();
        for (span, column) in [(f.postal, &mut self.postal), (f.city, &mut self.city)] {
            let id = self.places.intern_counted(f.str(span));
            column.push(id);
            stir(hash(f.str(span).as_bytes()));
        }
        for (at, (values, column)) in self.custom_values.iter_mut().zip(&mut self.custom).enumerate() {
            let value =
                f.custom.iter().find(|(which, _)| usize::from(*which) == at).map_or("", |(_, span)| f.str(*span));
            column.push(values.intern_counted(value));
            stir(hash(value.as_bytes()));
        }
        let bits = [
            (!f.words.is_empty(), told::NAME),
            (!f.phones.is_empty(), told::PHONE),
            (!f.emails.is_empty(), told::EMAIL),
            (f.born.is_some(), told::BORN),
            (company != 0, told::COMPANY),
            (!f.address.is_empty(), told::ADDRESS),
            (f.postal != crate::record::Span::default() || f.city != crate::record::Span::default(), told::PLACE),
        ];
        self.told.push(bits.iter().filter(|(is, _)| *is).fold(0, |all, (_, bit)| all | bit));
        self.content.push(content);
    }
}
