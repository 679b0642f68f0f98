//! One pass over all records: what each of them is, and the statistics of every column.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use contracts::{LineEnding, RowCounts, RowShape, SetAside};

use crate::encoding::Found;
use crate::profile::Profile;
use crate::reader::{Batch, BatchReader, Cells, Record, tail};
use crate::records::{End, Marks};
use crate::source::{Source, Watch};
use crate::structure::{self, Layout};
use crate::values::text;
use crate::{RowSpan, UnderstandingError, sections};

/// What one pass over all records gives.
pub(crate) struct Pass {
    pub profiles: Vec<Profile>,
    pub rows: RowCounts,
    pub set_aside: Vec<SetAside>,
    pub blank: u64,
    pub footer: u64,
    pub endings: Endings,
    /// Blank records and repeats of the header that are not listed.
    unlisted: (u64, u64),
}

/// How lines end in the file.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Endings {
    lf: bool,
    crlf: bool,
    cr: bool,
}

impl Endings {
    fn add(&mut self, end: End) {
        match end {
            End::Lf => self.lf = true,
            End::CrLf => self.crlf = true,
            End::Cr => self.cr = true,
            End::File => {}
        }
    }

    /// As a dialect names it.
    pub fn line_ending(self) -> LineEnding {
        match (self.lf, self.crlf, self.cr) {
            (_, false, false) => LineEnding::Lf,
            (false, true, false) => LineEnding::Crlf,
            (false, false, true) => LineEnding::Cr,
            _ => LineEnding::Mixed,
        }
    }
}

/// A data row whose cells stand below their headers.
struct Aligned {
    /// Its place in the batch.
    record: usize,
    /// Its number in the file, from 0.
    number: u64,
}

impl Pass {
    /// Goes over the file. `width`: columns; `rows_about`: data rows as far as can be told beforehand.
    ///
    /// # Errors
    /// As [`BatchReader::fill`]; [`UnderstandingError::Cancelled`].
    pub fn over(
        source: &dyn Source,
        found: &Found,
        marks: Marks,
        layout: &Layout,
        width: usize,
        rows_about: u64,
        watch: &mut dyn Watch,
    ) -> Result<Self, UnderstandingError> {
        let mut out = Self {
            profiles: Vec::new(),
            rows: RowCounts::default(),
            set_aside: Vec::new(),
            blank: 0,
            footer: 0,
            endings: Endings::default(),
            unlisted: (0, 0),
        };
        let len = source.len();
        let workers = watch.workers().clamp(1, 64);
        let columns: Vec<Mutex<Profile>> = (0..width).map(|_| Mutex::new(Profile::default())).collect();
        let mut reader = BatchReader::new(source, found, marks, watch.window());
        let (mut batch, mut ahead) = (Batch::default(), Batch::default());
        reader.fill(&mut batch)?;
        loop {
            if batch.last {
                let available = (batch.first + batch.records.len() as u64).saturating_sub(layout.data_start as u64);
                let available = usize::try_from(available).unwrap_or(usize::MAX);
                out.footer = structure::footer(tail(&batch), layout, available) as u64;
            }
            let rows = out.sort(&batch, layout, width, watch);
            let work = Work { batch: &batch, rows: &rows, columns: &columns, rows_about, next: AtomicUsize::new(0) };
            let filled = if batch.last {
                work.share(workers, || Ok(()))
            } else {
                work.share(workers, || reader.fill(&mut ahead))
            };
            filled?;
            let done = batch.end();
            if !watch.progress(len + done, 2 * len) {
                return Err(UnderstandingError::Cancelled);
            }
            if batch.last {
                break;
            }
            std::mem::swap(&mut batch, &mut ahead);
        }
        out.profiles = columns.into_iter().map(|c| c.into_inner().unwrap_or_else(PoisonError::into_inner)).collect();
        for profile in &mut out.profiles {
            profile.finish();
        }
        Ok(out)
    }

    /// Goes over the rows alone.
    ///
    /// # Errors
    /// As [`Pass::over`].
    pub fn rows_of(
        source: &dyn Source,
        found: &Found,
        marks: Marks,
        layout: &Layout,
        width: usize,
        watch: &mut dyn Watch,
        take: &mut dyn FnMut(u64, &[&str]),
    ) -> Result<RowCounts, UnderstandingError> {
        let mut out = Self {
            profiles: Vec::new(),
            rows: RowCounts::default(),
            set_aside: Vec::new(),
            blank: 0,
            footer: 0,
            endings: Endings::default(),
            unlisted: (0, 0),
        };
        let len = source.len();
        let mut reader = BatchReader::new(source, found, marks, watch.window());
        let mut batch = Batch::default();
        loop {
            reader.fill(&mut batch)?;
            if batch.last {
                let available = (batch.first + batch.records.len() as u64).saturating_sub(layout.data_start as u64);
                let available = usize::try_from(available).unwrap_or(usize::MAX);
                out.footer = structure::footer(tail(&batch), layout, available) as u64;
            }
            let rows = out.sort(&batch, layout, width, watch);
            let cells = batch.cells();
            let mut row: Vec<&str> = Vec::with_capacity(width);
            for aligned in rows {
                if let Some(record) = batch.records.get(aligned.record) {
                    row.clear();
                    row.extend(cells.of(record));
                    take(aligned.number, &row);
                }
            }
            if !watch.progress(len + batch.end(), 2 * len) {
                return Err(UnderstandingError::Cancelled);
            }
            if batch.last {
                return Ok(out.rows);
            }
        }
    }

    /// Sorts the records of a batch: those that are data are given, the others set aside.
    fn sort(&mut self, batch: &Batch, layout: &Layout, width: usize, watch: &mut dyn Watch) -> Vec<Aligned> {
        let cells = batch.cells();
        let data_end = match batch.last {
            true => batch.first + batch.records.len() as u64 - self.footer,
            false => u64::MAX,
        };
        let mut aligned = Vec::with_capacity(batch.records.len());
        for (i, record) in batch.records.iter().enumerate() {
            let number = batch.first + i as u64;
            self.endings.add(record.range.ending);
            let blank = || cells.of(record).all(|c| c.trim().is_empty());
            let texts = || cells.of(record).map(str::to_owned).collect::<Vec<_>>();
            let role = if number < layout.preamble as u64 {
                "preamble"
            } else if number < layout.data_start as u64 {
                "header"
            } else if number >= data_end {
                "footer"
            } else if !record.range.unclosed && blank() {
                "blank"
            } else if repeats_header(layout, cells, record) {
                "header"
            } else if let Some(role) = may_be_none(record, cells).then(|| sections::role(&texts(), layout)).flatten() {
                role
            } else {
                if let Some(number) = self.row(record, width, watch) {
                    aligned.push(Aligned { record: i, number });
                }
                continue;
            };
            self.blank += u64::from(role == "blank");
            let listed = self.set_aside.len() < structure::LISTED || !matches!(role, "blank" | "header");
            if listed {
                self.set_aside.push(structure::set_aside(number, role, &texts()));
            } else if role == "blank" {
                self.unlisted.0 += 1;
            } else {
                self.unlisted.1 += 1;
            }
        }
        aligned
    }

    /// Counts a data row; its number where its cells stand in their columns.
    fn row(&mut self, record: &Record, width: usize, watch: &mut dyn Watch) -> Option<u64> {
        let shape = match Cells::count(record) {
            _ if record.range.unclosed => RowShape::Unparsable,
            n if n < width => RowShape::Short,
            n if n > width => RowShape::Long,
            _ => RowShape::Ok,
        };
        let number = self.rows.total;
        self.rows.total += 1;
        *match shape {
            RowShape::Ok => &mut self.rows.ok,
            RowShape::Short => &mut self.rows.short,
            RowShape::Long => &mut self.rows.long,
            RowShape::Unparsable => &mut self.rows.unparsable,
        } += 1;
        watch.row(RowSpan { start: record.range.start, end: record.range.end, shape });
        // Cells that stand in the wrong column would speak against what the column is.
        matches!(shape, RowShape::Ok | RowShape::Short).then_some(number)
    }

    /// Remarks for the person reviewing.
    pub fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        let mut headings =
            self.set_aside.iter().filter(|s| s.role == "section").map(|s| s.text.trim_matches([' ', '|']));
        if let Some(first) = headings.next() {
            notes.push(format!(
                "{} headings stand among the rows and were set aside, the first {first:?}; what they say of the rows below them is not kept with those.",
                headings.count() + 1
            ));
        }
        let (blank, headers) = self.unlisted;
        if blank > 0 {
            notes.push(format!("{blank} more blank records were set aside without being listed."));
        }
        if headers > 0 {
            notes.push(format!("{headers} more repeats of the header were set aside without being listed."));
        }
        let RowCounts { short, long, unparsable, .. } = self.rows;
        if short + long + unparsable > 0 {
            notes.push(format!(
                "{short} rows have fewer cells than the header, {long} more, and {unparsable} can't be read as cells."
            ));
        }
        notes
    }
}

/// Whether a look at the record's words is worth it: a sum or heading has words in its first cell that says something, and
/// a heading nothing else.
fn may_be_none(record: &Record, cells: Cells<'_>) -> bool {
    if record.range.unclosed {
        return false;
    }
    let mut filled = cells.of(record).map(str::trim).filter(|c| !c.is_empty());
    let Some(first) = filled.next() else { return false };
    filled.next().is_none() || structure::names_a_sum(first)
}

/// Files put together from several exports repeat their header.
fn repeats_header(layout: &Layout, cells: Cells<'_>, record: &Record) -> bool {
    layout.header.as_ref().is_some_and(|h| {
        h.len() > 1
            && h.len() == Cells::count(record)
            && h.iter().zip(cells.of(record)).all(|(a, b)| *a == text::clean(b).text)
    })
}

/// The columns of one batch, each taken by whichever thread is free. A column sees the rows in their order whatever the
/// threads do.
struct Work<'a> {
    batch: &'a Batch,
    rows: &'a [Aligned],
    columns: &'a [Mutex<Profile>],
    rows_about: u64,
    next: AtomicUsize,
}

impl Work<'_> {
    /// Works on the columns with so many threads, of which this one does something else first.
    fn share<T>(&self, workers: usize, first: impl FnOnce() -> T) -> T {
        // A thread costs more than a small batch.
        if workers < 2 || self.rows.len() < 64 {
            let out = first();
            self.take();
            return out;
        }
        std::thread::scope(|scope| {
            for _ in 1..workers {
                scope.spawn(|| self.take());
            }
            let out = first();
            self.take();
            out
        })
    }

    fn take(&self) {
        let cells = self.batch.cells();
        loop {
            let index = self.next.fetch_add(1, Ordering::Relaxed);
            let Some(column) = self.columns.get(index) else { return };
            let mut profile = column.lock().unwrap_or_else(PoisonError::into_inner);
            for row in self.rows {
                if let Some(cell) = self.batch.records.get(row.record).and_then(|r| cells.cell(r, index)) {
                    profile.add(cell, row.number, self.rows_about);
                }
            }
        }
    }
}
