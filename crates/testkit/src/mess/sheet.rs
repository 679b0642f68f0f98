//! A sheet: its columns, what stands above, between and below the rows, and how it is written to bytes.

use serde_json::{Map, Value, json};

use super::maker::Maker;
use super::people::{self, Market, Person};
use super::value::{Cell, Kind};
use super::{Mess, Truth};
use crate::Draw;

type Make = Box<dyn Fn(&mut Maker) -> Cell>;

/// Stands between headers that people use for the same column; the seed picks one.
const EITHER: char = '‖';

/// One column: its headers, what is true about it, and how its cells are made.
pub(super) struct Column {
    header: String,
    field: Option<&'static str>,
    accept: Vec<&'static str>,
    label: Option<&'static str>,
    /// Whether leaving it to the person is right as well.
    may_ask: bool,
    /// Cells left empty, in a hundred.
    gaps: usize,
    make: Make,
}

/// A column that has a canonical home.
pub(super) fn col(header: &str, field: &'static str, make: impl Fn(&mut Maker) -> Cell + 'static) -> Column {
    Column {
        header: header.into(),
        field: Some(field),
        accept: Vec::new(),
        label: None,
        may_ask: false,
        gaps: 0,
        make: Box::new(make),
    }
}

/// A column that has none: it may be left alone or kept as a custom field.
pub(super) fn other(header: &str, make: impl Fn(&mut Maker) -> Cell + 'static) -> Column {
    let accept = vec!["custom.*"];
    Column { header: header.into(), field: None, accept, label: None, may_ask: false, gaps: 0, make: Box::new(make) }
}

/// A column without a single value.
pub(super) fn empty(header: &str) -> Column {
    other(header, |_| Cell::default()).gaps(100)
}

impl Column {
    pub fn label(mut self, label: &'static str) -> Self {
        self.label = Some(label);
        self
    }

    /// Other fields that are right as well.
    pub fn or(mut self, accept: &[&'static str]) -> Self {
        self.accept.extend(accept);
        self
    }

    /// Nothing but its header or place tells, and that little: asking is right as well.
    pub fn or_ask(mut self) -> Self {
        self.may_ask = true;
        self
    }

    /// It holds two things: either they are taken apart, or the person is asked.
    pub fn must_ask(mut self) -> Self {
        self.accept.retain(|a| *a != "custom.*");
        self
    }

    pub fn gaps(mut self, percent: usize) -> Self {
        self.gaps = percent;
        self
    }
}

/// When cells stand between quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quotes {
    Needed,
    Always,
}

/// A file to be.
pub(super) struct Sheet {
    pub file: &'static str,
    pub entity: &'static str,
    /// Where the sheet is kept, and the region of the workspace that reads it.
    pub home: Market,
    /// Further markets whose people stand in it, and how many in a hundred they are.
    pub abroad: (Vec<Market>, usize),
    /// Indian names in Devanagari.
    pub native: bool,
    /// Who draws its people.
    pub cast: fn(&mut Draw, Market, bool) -> Person,
    /// Kinds of row that a person would take it for as well.
    pub entity_accept: &'static [&'static str],
    pub encoding: &'static str,
    pub bom: bool,
    pub delimiter: char,
    pub crlf: bool,
    pub quotes: Quotes,
    /// Records above the header.
    pub above: Vec<Vec<String>>,
    pub headerless: bool,
    pub columns: Vec<Column>,
    /// After so many rows, one of these in the first cell and nothing beside it.
    pub sections: (usize, Vec<&'static str>),
    /// A wholly empty record after so many rows.
    pub blank_every: usize,
    /// The header again after so many rows.
    pub header_every: usize,
    /// Records below the rows; `#` stands for the number of rows.
    pub below: Vec<Vec<String>>,
    /// Rows in a hundred that bring an earlier person back.
    pub again: usize,
    pub rows: usize,
}

impl Sheet {
    pub fn new(file: &'static str, entity: &'static str, home: Market, columns: Vec<Column>) -> Self {
        Self {
            file,
            entity,
            home,
            abroad: (Vec::new(), 0),
            native: false,
            cast: people::person,
            entity_accept: &[],
            encoding: "utf-8",
            bom: false,
            delimiter: ',',
            crlf: false,
            quotes: Quotes::Needed,
            above: Vec::new(),
            headerless: false,
            columns,
            sections: (0, Vec::new()),
            blank_every: 0,
            header_every: 0,
            below: Vec::new(),
            again: 0,
            rows: 120,
        }
    }

    /// Writes the file and what is true about it.
    pub fn write(&self, d: &mut Draw, rows: usize) -> Mess {
        let width = self.columns.len();
        let header: Vec<String> =
            self.columns.iter().map(|c| (*d.one_of(&c.header.split(EITHER).collect::<Vec<_>>())).to_owned()).collect();
        let mut out = Writer::new(self);
        let mut truth = Truth::default();
        for record in &self.above {
            out.record(record);
        }
        if !self.headerless {
            out.record(&header);
        }
        let mut values: Vec<Vec<(Kind, Map<String, Value>)>> = vec![Vec::new(); width];
        let mut filled = vec![false; width];
        let mut people = Vec::new();
        let mut rows_of: Vec<Vec<usize>> = Vec::new();
        for row in 0..rows {
            let number = row + 1;
            if self.sections.0 > 0 && row % self.sections.0 == 0 {
                let title = self.sections.1[(row / self.sections.0) % self.sections.1.len()];
                let mut record = vec![String::new(); width];
                record[0] = title.to_owned();
                truth.section_records.push(out.records + 1);
                out.record(&record);
            }
            if self.blank_every > 0 && row > 0 && row % self.blank_every == 0 {
                out.record(&vec![String::new(); width]);
                truth.blank += 1;
            }
            if self.header_every > 0 && row > 0 && row % self.header_every == 0 {
                out.record(&header);
            }
            let who = if !people.is_empty() && d.percent(self.again) {
                d.below(people.len())
            } else {
                let market = if d.percent(self.abroad.1) { *d.one_of(&self.abroad.0) } else { self.home };
                people.push((self.cast)(d, market, self.native));
                rows_of.push(Vec::new());
                people.len() - 1
            };
            rows_of[who].push(number);
            let mut maker = Maker { d, p: &people[who], row, home: self.home };
            let mut record = Vec::with_capacity(width);
            for (index, column) in self.columns.iter().enumerate() {
                let cell = if maker.d.percent(column.gaps) { Cell::default() } else { (column.make)(&mut maker) };
                filled[index] |= !cell.text.trim().is_empty();
                // What may be left alone is not judged.
                let judged = if column.is_free() { Vec::new() } else { cell.truth };
                for (kind, value) in judged {
                    let known = values[index].iter().position(|(k, _)| *k == kind).unwrap_or_else(|| {
                        values[index].push((kind, Map::new()));
                        values[index].len() - 1
                    });
                    values[index][known].1.insert(number.to_string(), value);
                }
                record.push(cell.text);
            }
            // A row that says nothing in its first cell and next cells would be read as a blank line by anybody.
            truth.row_starts.push(out.bytes.len());
            truth.row_records.push(out.records + 1);
            out.record(&record);
        }
        for record in &self.below {
            out.record(&record.iter().map(|c| c.replace('#', &rows.to_string())).collect::<Vec<_>>());
        }
        truth.rows = rows;
        truth.people = people.len();
        truth.clusters = rows_of.into_iter().filter(|r| r.len() > 1).collect();
        let columns =
            self.columns.iter().zip(&filled).enumerate().map(|(i, (c, f))| c.truth(i, &header[i], *f)).collect();
        let values = values
            .into_iter()
            .enumerate()
            .flat_map(|(index, kinds)| kinds.into_iter().map(move |k| (index, k)))
            .map(|(index, (kind, cells))| json!({ "index": index, "kind": kind.word(), "cells": cells }))
            .collect();
        let region = region(self.home);
        let dialect = self.dialect(&out, &truth);
        let mut truth = truth.json(self.file, self.entity, region, dialect, columns, values);
        if !self.entity_accept.is_empty() {
            truth["entity_accept"] = json!(self.entity_accept);
        }
        Mess { name: self.file.into(), truth, bytes: out.bytes }
    }

    fn dialect(&self, out: &Writer, truth: &Truth) -> Value {
        let mut dialect = json!({
            "encoding": self.encoding,
            "bom": self.bom,
            "delimiter": self.delimiter.to_string(),
            "line_ending": if self.crlf { "CRLF" } else { "LF" },
            "preamble_rows": self.above.len(),
            "header_row": if self.headerless { Value::Null } else { json!(self.above.len() + 1) },
            "footer_rows": self.below.len(),
            "blank_rows": truth.blank,
        });
        // Letters of English alone are the same bytes in every code page.
        if self.encoding != "utf-8" && out.bytes.is_ascii() {
            dialect["encoding_accept"] = json!(["utf-8"]);
        }
        if out.quoted {
            dialect["quote"] = json!("\"");
        }
        dialect
    }
}

impl Column {
    /// Whether it may stay outside the dictionary.
    fn is_free(&self) -> bool {
        self.field.is_none() && self.accept.contains(&"custom.*")
    }

    fn truth(&self, index: usize, header: &str, filled: bool) -> Value {
        let status: &[&str] = match (self.field, self.is_free()) {
            (Some(_), _) if self.may_ask => &["mapped", "unresolved"],
            (Some(_), _) => &["mapped"],
            (None, true) => &["ignored", "unresolved"],
            (None, false) => &["unresolved"],
        };
        let mut truth = json!({
            "index": index, "header": header, "field": self.field, "accept": self.accept, "status_ok": status,
        });
        if let Some(label) = self.label {
            truth["label"] = json!(label);
        }
        if !filled {
            truth["empty"] = json!(true);
        }
        truth
    }
}

fn region(market: Market) -> &'static str {
    match market {
        Market::India => "IN",
        Market::Emirates => "AE",
        Market::Saudi => "SA",
        Market::Britain => "GB",
        Market::America => "US",
        Market::Spain => "ES",
        Market::France => "FR",
        Market::Germany => "DE",
        Market::Portugal => "PT",
        Market::Brazil => "BR",
        Market::Egypt => "EG",
        Market::Italy => "IT",
        Market::Netherlands => "NL",
    }
}

/// Bytes in the sheet's dialect.
struct Writer {
    bytes: Vec<u8>,
    records: usize,
    quoted: bool,
    encoding: &'static str,
    delimiter: char,
    ending: &'static str,
    always: bool,
}

impl Writer {
    fn new(sheet: &Sheet) -> Self {
        let mut out = Self {
            bytes: Vec::new(),
            records: 0,
            quoted: false,
            encoding: sheet.encoding,
            delimiter: sheet.delimiter,
            ending: if sheet.crlf { "\r\n" } else { "\n" },
            always: sheet.quotes == Quotes::Always,
        };
        if sheet.bom {
            out.text("\u{feff}");
        }
        out
    }

    fn text(&mut self, text: &str) {
        match self.encoding {
            "utf-16le" => self.bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes)),
            "utf-16be" => self.bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes)),
            "utf-8" => self.bytes.extend_from_slice(text.as_bytes()),
            label => {
                let encoding = encoding_rs::Encoding::for_label(label.as_bytes()).expect("an encoding of the web");
                let (bytes, _, unmapped) = encoding.encode(text);
                assert!(!unmapped, "{text:?} cannot be written in {label}");
                self.bytes.extend_from_slice(&bytes);
            }
        }
    }

    fn record(&mut self, cells: &[String]) {
        let mut line = String::new();
        for (index, cell) in cells.iter().enumerate() {
            if index > 0 {
                line.push(self.delimiter);
            }
            let special = cell.contains([self.delimiter, '"', '\n', '\r']);
            if special || (self.always && !cell.is_empty()) {
                self.quoted = true;
                line.push('"');
                line.push_str(&cell.replace('"', "\"\""));
                line.push('"');
            } else {
                line.push_str(cell);
            }
        }
        line.push_str(self.ending);
        self.records += 1;
        self.text(&line);
    }
}
