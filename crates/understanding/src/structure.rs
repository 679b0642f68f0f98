//! Which records are preamble, header, data and footer.

use contracts::SetAside;

use crate::columns::{self, SourceProfile};
use crate::dialect::{is_blank, states_delimiter, usual_width};
use crate::profile::is_url;
use crate::read_as::SaidHeader;
use crate::values::{date, email, money, number, phone};

/// Records looked at for the header, and at the end for the footer.
pub(crate) const HEAD: usize = 40;
pub(crate) const TAIL: usize = 30;
/// Records whose cells are counted for the usual width.
pub(crate) const WIDTHS: usize = 1200;
/// Characters of a set-aside record that are listed.
const TEXT: usize = 200;
/// Blank records listed one by one; more are counted.
pub(crate) const LISTED: usize = 2_000;

/// Where the data begins, by record index.
pub(crate) struct Layout {
    /// Header cells, trimmed; none for a headerless file.
    pub header: Option<Vec<String>>,
    /// What stands above groups of the header's cells, for each of them; empty without such a record.
    pub bands: Vec<String>,
    /// Records before the header (or the first data record).
    pub preamble: usize,
    /// First record that may be data.
    pub data_start: usize,
    /// Cells of most records.
    pub width: usize,
    /// Whether the first column holds numbers, dates or contact data, so that words alone in it are no row.
    pub typed_first: bool,
    /// How lines begin that end a report, as the person's own profiles say; in lower case.
    footers: Vec<String>,
}

struct Peek {
    cells: Vec<String>,
    filled: usize,
}

impl Peek {
    fn new(cells: Vec<String>) -> Self {
        let filled = cells.iter().filter(|c| !c.trim().is_empty()).count();
        Self { cells, filled }
    }
}

/// Finds where the data begins. `head`: cells of the first [`HEAD`] records; `widths`: numbers of cells of the first
/// [`WIDTHS`] records that say something; `said`: what a person knows of the header, of a record that the head has.
pub(crate) fn layout(
    head: Vec<Vec<String>>,
    widths: &[usize],
    said: Option<SaidHeader>,
    own: &[SourceProfile],
) -> Layout {
    let head: Vec<Peek> = head.into_iter().map(Peek::new).collect();
    let width = usual_width(widths);
    let (at, has_header) = match said {
        None => find_header(&head, width),
        Some(SaidHeader::At(at)) => (at, true),
        Some(SaidHeader::None) => (find_header(&head, width).0, false),
    };
    let header = has_header
        .then(|| head.get(at).map(|p| p.cells.iter().map(|c| trim_header(c)).collect::<Vec<_>>()).unwrap_or_default());
    let bands = if has_header { bands(&head, at) } else { Vec::new() };
    let data_start = if has_header { at + 1 } else { at };
    let firsts: Vec<u8> = head
        .iter()
        .skip(data_start)
        .filter(|p| p.filled > 1)
        .filter_map(|p| p.cells.first())
        .filter(|c| !c.trim().is_empty())
        .map(|c| typed(c))
        .collect();
    let typed_first = firsts.len() >= 2 && firsts.iter().filter(|t| **t > 0).count() * 10 >= firsts.len() * 8;
    let footers = own.iter().flat_map(|p| &p.footers).map(|f| f.trim().to_lowercase()).filter(|f| !f.is_empty());
    Layout { header, bands, preamble: at, data_start, width, typed_first, footers: footers.collect() }
}

/// The record above the header where it heads groups of columns: `Contact` above name and phone, `Requirement` above type
/// and price. Each holds up to the next.
fn bands(head: &[Peek], at: usize) -> Vec<String> {
    let (Some(above), Some(header)) = (at.checked_sub(1).and_then(|i| head.get(i)), head.get(at)) else {
        return Vec::new();
    };
    let short = |c: &String| c.chars().count() <= 40 && typed(c) == 0;
    if above.filled < 2 || above.filled >= header.filled || !above.cells.iter().all(short) {
        return Vec::new();
    }
    let mut last = String::new();
    let cells = (0..header.cells.len()).map(|i| {
        let own = above.cells.get(i).map(|c| trim_header(c)).filter(|c| !c.is_empty());
        last = own.unwrap_or_else(|| std::mem::take(&mut last));
        last.clone()
    });
    cells.collect()
}

/// How many records at the end are no data. `tail`: cells of the last [`TAIL`] records; `available`: records from the first
/// that may be data.
pub(crate) fn footer(tail: Vec<Vec<String>>, layout: &Layout, available: usize) -> usize {
    let tail: Vec<Peek> = tail.into_iter().map(Peek::new).collect();
    footer_length(&tail, layout, available)
}

fn trim_header(cell: &str) -> String {
    crate::values::text::clean(cell).text.into_owned()
}

/// The record of the header, or of the first data record, and whether it is a header.
fn find_header(head: &[Peek], width: usize) -> (usize, bool) {
    let wide_enough = |p: &Peek| {
        p.filled > 0
            && !states_delimiter(&p.cells)
            && p.cells.len() * 10 >= width * 6
            && (width < 2 || p.filled >= 2.max(width / 3))
    };
    let Some(first) = head.iter().position(wide_enough) else {
        let says = |p: &Peek| p.filled > 0 && !states_delimiter(&p.cells);
        return (head.iter().position(says).unwrap_or(0), true);
    };
    let looks = |i: usize| head.get(i).map_or(Looks::Data, |p| judge(p, head.get(i + 1..).unwrap_or_default()));
    match looks(first) {
        // A band of group titles stands above the header that it groups.
        Looks::Known if heads_groups(head, first) => (first + 1, true),
        Looks::Known => (first, true),
        verdict => {
            // Titles of several cells may stand above; a record full of known words a little below is the header then.
            let below = (first + 1..head.len().min(first + 8))
                .find(|i| head.get(*i).is_some_and(|p| wide_enough(p) && is_plain_header(p)));
            let titles = |i: usize| {
                let filled = head.get(i).map_or(0, |p| p.filled);
                let fewer = |p: &Peek| verdict == Looks::Data || p.filled < filled;
                head.get(first..i).is_some_and(|above| above.iter().all(|p| !holds_contacts(p) && fewer(p)))
            };
            match (below, verdict) {
                (Some(i), _) if titles(i) => (i, true),
                (_, Looks::Header) => (first, true),
                _ => (first, false),
            }
        }
    }
}

/// Whether a record with gaps stands above one that names the columns, its own cells among them.
fn heads_groups(head: &[Peek], at: usize) -> bool {
    let (Some(band), Some(next)) = (head.get(at), head.get(at + 1)) else { return false };
    let below = |p: &Peek| judge(p, head.get(at + 2..).unwrap_or_default()) == Looks::Known;
    band.filled < next.filled
        && band.cells.len() >= next.filled
        && next.cells.iter().all(|c| typed(c) == 0)
        && below(next)
        && next.filled * 10 >= next.cells.len() * 7
        && head.get(at + 2).is_some_and(|p| p.filled > band.filled || p.cells.iter().any(|c| typed(c) > 0))
}

/// Whether at least half of the cells, and two, are headers we know.
fn is_plain_header(peek: &Peek) -> bool {
    let known = known(peek);
    known >= 2 && known * 2 >= peek.filled && (all_words(peek) || known >= 4 && odd_one(peek))
}

/// How many of the cells are headers we know. One that stands twice is counted once: `Ironbridge Associates` in two columns,
/// as what a firm is called and as its legal name, are no two headers.
fn known(peek: &Peek) -> usize {
    let mut known: Vec<&str> =
        peek.cells.iter().map(|c| c.trim()).filter(|c| c.chars().count() <= 60 && columns::knows(c)).collect();
    known.sort_unstable();
    known.dedup();
    known.len()
}

fn all_words(peek: &Peek) -> bool {
    peek.cells.iter().all(|c| typed(c) == 0)
}

/// `+1` beside nothing but words: who comes with the guest.
fn odd_one(peek: &Peek) -> bool {
    let figures: Vec<&String> = peek.cells.iter().filter(|c| typed(c) > 0).collect();
    matches!(figures.as_slice(), [one] if typed(one) == 1 && one.trim().len() <= 4)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Looks {
    /// Names columns in words we know.
    Known,
    /// Differs from the rows below as a header does.
    Header,
    Data,
}

fn holds_contacts(peek: &Peek) -> bool {
    peek.cells.iter().any(|c| typed(c) == 3)
}

/// 0 text, 1 a number, 2 a date, 3 contact data.
fn typed(cell: &str) -> u8 {
    let cell = cell.trim();
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    if email::parse(cell).is_some() || is_url(cell) && cell.contains('/') {
        3
    } else if date::parse(cell).is_some() {
        2
    } else if digits >= 7 && phone::looks_like(cell) {
        3
    } else {
        u8::from(digits > 0 && number::parse(cell, false).is_some())
    }
}

fn judge(candidate: &Peek, below: &[Peek]) -> Looks {
    let filled: Vec<&str> = candidate.cells.iter().map(|c| c.trim()).filter(|c| !c.is_empty()).collect();
    let known = known(candidate);
    let typed_cells = candidate.cells.iter().filter(|c| typed(c) > 0).count();
    if (typed_cells == 0 || known >= 5 && odd_one(candidate))
        && (known >= 3 || known * 10 >= filled.len() * 3 && known > 0)
    {
        return Looks::Known;
    }
    if candidate.cells.iter().any(|c| typed(c) >= 2) || typed_cells * 2 > filled.len() {
        return Looks::Data;
    }
    // Without known words: columns whose values have a type that their first cell has not.
    let rows: Vec<&Peek> = below.iter().filter(|p| p.filled > 0).collect();
    let mut differs = 0;
    let mut agrees = 0;
    for (i, cell) in candidate.cells.iter().enumerate() {
        let values: Vec<&str> =
            rows.iter().filter_map(|p| p.cells.get(i)).map(|c| c.trim()).filter(|c| !c.is_empty()).collect();
        let with_type = values.iter().filter(|v| typed(v) > 0).count();
        if with_type > 0 && with_type * 10 >= values.len() * 7 {
            if typed(cell) > 0 {
                agrees += 1
            } else if !cell.trim().is_empty() {
                differs += 1
            }
        }
    }
    let mut distinct = filled.clone();
    distinct.sort_unstable();
    distinct.dedup();
    let repeated = rows.iter().any(|p| {
        p.cells.iter().zip(&candidate.cells).filter(|(a, b)| !a.trim().is_empty() && a.trim() == b.trim()).count() * 2
            > filled.len()
    });
    let short = filled.iter().all(|c| c.chars().count() <= 60);
    if agrees == 0 && distinct.len() == filled.len() && short && (differs > 0 || !repeated) {
        Looks::Header
    } else {
        Looks::Data
    }
}

/// Records at the end that are no data: totals, notes of a report, and the blanks between.
fn footer_length(tail: &[Peek], layout: &Layout, available: usize) -> usize {
    let width = layout.width;
    let mut length = 0;
    let mut walked = 0;
    for (back, peek) in tail.iter().rev().enumerate().take(available) {
        walked = back + 1;
        if peek.filled == 0 {
            continue;
        }
        let next_above_blank =
            tail.len().checked_sub(back + 2).and_then(|i| tail.get(i)).is_some_and(|p| p.filled == 0);
        let lone = width >= 3 && peek.filled == 1 && peek.cells.first().is_some_and(|c| !c.trim().is_empty());
        // A lone line below a blank one stands apart from the data, and so do lone lines that follow it.
        let apart = lone && (next_above_blank || detached(tail, back));
        if is_closing(peek, layout) || apart {
            length = walked;
        } else {
            break;
        }
    }
    // Blanks above the first footer line separate it from the data and belong to it.
    if length > 0 {
        let mut above = tail.len().saturating_sub(length);
        while above > 0 && length < available && tail.get(above - 1).is_some_and(|p| p.filled == 0) {
            length += 1;
            above -= 1;
        }
    }
    length.min(walked.max(length)).min(available)
}

/// Whether a blank record stands somewhere above within a few lone lines.
fn detached(tail: &[Peek], back: usize) -> bool {
    let Some(at) = tail.len().checked_sub(back + 1) else { return false };
    tail.iter().take(at).rev().take(8).take_while(|p| p.filled <= 1).any(|p| p.filled == 0)
}

/// Words that close a report.
fn is_closing(peek: &Peek, layout: &Layout) -> bool {
    const CLOSING: &[&str] = &[
        "confidential",
        "copyright",
        "\u{a9}",
        "generated by",
        "generated for",
        "generated from",
        "generated on",
        "generated at",
        "prepared by",
        "prepared for",
        "downloaded",
        "source:",
        "note:",
        "notes:",
        "disclaimer",
        "do not share",
        "for internal use",
        "internal use only",
        "report generated",
        "exported by",
        "exported on",
        "export date",
        "printed on",
        "end of",
        "page ",
        "filtered by",
        "as of ",
        "records exported",
        "number of records",
        "*** ",
        "report run",
    ];
    let Some(first) = peek.cells.iter().map(|c| c.trim()).find(|c| !c.is_empty()) else { return false };
    let low = first.to_lowercase();
    let own = || layout.footers.iter().any(|f| low.starts_with(f.as_str()));
    let closing = || CLOSING.iter().any(|c| low.starts_with(c)) || columns::is_footer(first) || own();
    is_total(&peek.cells)
        || (peek.filled == 1 && layout.width >= 5 && (is_sum_with_figure(&low) || is_lone_figure(peek)))
        || (peek.filled <= 2 && layout.width >= 2 && closing())
}

/// `Total de imóveis: 74`, `कुल सौदे: 62`
fn is_sum_with_figure(low: &str) -> bool {
    low.rsplit_once([':', '=']).is_some_and(|(words, figure)| {
        (names_a_sum(words.trim()) || counts_rows(words)) && money::parse(figure.trim(), false).is_some()
    })
}

/// A count that stands alone under a column other than the first: nobody wrote a word beside it. A longer figure may be
/// the one phone number or id that a row has.
fn is_lone_figure(peek: &Peek) -> bool {
    let mut cells = peek.cells.iter().map(|c| c.trim());
    cells.next().is_some_and(str::is_empty)
        && cells.any(|c| money::parse(c, false).is_some() && c.chars().filter(|c| c.is_numeric()).count() < 6)
}

/// A word for a sum, and beside it figures only; a person may be called Total.
pub(crate) fn is_total(cells: &[String]) -> bool {
    let mut filled = cells.iter().map(|c| c.trim()).filter(|c| !c.is_empty());
    // `Total visits`, 120 and `TOTAL`, 240 clients: a count of what the rows are.
    let counts = |c: &str| {
        let mut words = c.split_whitespace();
        let figure = words.next().is_some_and(|w| w.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.')));
        figure && words.clone().count() == 1 && words.all(|w| w.chars().all(char::is_alphabetic))
    };
    let first = filled.next();
    let mut rest = filled.peekable();
    let alone = rest.peek().is_none();
    let sum = |c: &str| names_a_sum(c) || !alone && counts_rows(c);
    first.is_some_and(sum) && rest.all(|c| money::parse(c, false).is_some() || counts(c))
}

/// `Total visits`, `Total no. of leads`: a short line that begins with the word for a sum.
fn counts_rows(cell: &str) -> bool {
    let low = cell.to_lowercase();
    let words: Vec<&str> = low.split_whitespace().collect();
    (2..=5).contains(&words.len())
        && matches!(
            words.first(),
            Some(
                &("total"
                    | "grand"
                    | "overall"
                    | "summe"
                    | "gesamt"
                    | "suma"
                    | "anzahl"
                    | "gesamtanzahl"
                    | "totale"
                    | "totaal"
                    | "toplam"
                    | "razem"
                    | "итого"
                    | "всего"
                    | "कुल"
                    | "إجمالي"
                    | "اجمالي"
                    | "عدد"
                    | "count"
                    | "quantidade"
                    | "cantidad"),
            )
        )
        && words.iter().all(|w| !w.chars().any(|c| c.is_ascii_digit()))
}

/// Whether a cell says that a sum, count or average stands beside it.
pub(crate) fn names_a_sum(cell: &str) -> bool {
    const TOTALS: &[&str] = &[
        "total",
        "totals",
        "grand total",
        "subtotal",
        "sub total",
        "sub-total",
        "sum",
        "count",
        "average",
        "summe",
        "zwischensumme",
        "gesamt",
        "gesamtsumme",
        "somme",
        "suma",
        "\u{915}\u{941}\u{932}",
        "\u{627}\u{644}\u{645}\u{62c}\u{645}\u{648}\u{639}",
    ];
    // Asked of every row: most cells are told apart by their first letter.
    let first = cell.chars().next().map(|c| c.to_ascii_lowercase());
    if cell.len() > 80 || !TOTALS.iter().any(|t| t.chars().next() == first) {
        return false;
    }
    let low = cell.to_lowercase();
    TOTALS.iter().any(|t| {
        low.strip_prefix(t).is_some_and(|rest| {
            let rest = rest.trim_start();
            rest.is_empty()
                || rest.starts_with([':', '(', '=', '-'])
                || rest.starts_with(|c: char| c.is_ascii_digit())
                || rest.starts_with("records")
                || rest.starts_with("rows")
                || rest.starts_with("of ")
        })
    })
}

/// A record for the list of what was set aside.
pub(crate) fn set_aside(record: u64, role: &str, cells: &[String]) -> SetAside {
    SetAside { record: record + 1, role: role.into(), text: listed(cells) }
}

/// A record's cells as [`SetAside::text`] lists them.
#[must_use]
pub fn listed(cells: &[String]) -> String {
    if is_blank(cells) { String::new() } else { cells.join(" | ").chars().take(TEXT).collect() }
}
