//! Text on its way out again: cells that no spreadsheet runs as a formula, in a file's own dialect.
//!
//! A cell that begins like a formula (OWASP, "CSV Injection": `=`, `+`, `-`, `@`, tab, carriage return) gets an apostrophe
//! before it; one that begins with apostrophes and then like a formula gets one more. [`crate::values::text::clean`] takes one
//! off again, so that what went out comes back in as it was: `'+91 98300 12345` is read as the phone number that it is.

use std::borrow::Cow;

use contracts::{Dialect, LineEnding};

/// Whether a cell would, apostrophes aside, be run as a formula.
fn begins_like_a_formula(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// A cell as it may leave the program.
#[must_use]
pub fn guarded(cell: &str) -> Cow<'_, str> {
    if begins_like_a_formula(cell) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

/// A cell as it was before [`guarded`].
#[must_use]
pub fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if begins_like_a_formula(cell) => rest,
        _ => cell,
    }
}

/// Writes records in a file's dialect.
#[derive(Clone, Debug)]
pub struct Writer<'a> {
    dialect: &'a Dialect,
    delimiter: &'a str,
}

impl<'a> Writer<'a> {
    /// For files like the one of this dialect.
    #[must_use]
    pub fn new(dialect: &'a Dialect) -> Self {
        Self { dialect, delimiter: if dialect.delimiter.is_empty() { "," } else { &dialect.delimiter } }
    }

    /// What stands before the first record.
    #[must_use]
    pub fn start(&self) -> Vec<u8> {
        if self.dialect.bom { self.encode("\u{feff}") } else { Vec::new() }
    }

    /// How a record ends.
    #[must_use]
    pub fn end(&self) -> Vec<u8> {
        self.encode(match self.dialect.line_ending {
            LineEnding::Crlf => "\r\n",
            LineEnding::Cr => "\r",
            LineEnding::Lf | LineEnding::Mixed => "\n",
        })
    }

    /// Further cells behind bytes that are a record already.
    #[must_use]
    pub fn behind(&self, cells: &[&str]) -> Vec<u8> {
        self.encode(&cells.iter().map(|c| format!("{}{}", self.delimiter, self.cell(c))).collect::<String>())
    }

    /// A record without its end.
    #[must_use]
    pub fn record(&self, cells: &[String]) -> Vec<u8> {
        self.encode(&cells.iter().map(|c| self.cell(c)).collect::<Vec<_>>().join(self.delimiter))
    }

    fn cell(&self, cell: &str) -> String {
        let cell = guarded(cell);
        let special = |c: char| self.delimiter.contains(c) || c == '\n' || c == '\r';
        let Some(quote) = &self.dialect.quote else {
            // Nothing quotes in this file: what would end a cell becomes a space.
            return cell.chars().map(|c| if special(c) { ' ' } else { c }).collect();
        };
        if !cell.contains(special) && !cell.contains(quote.as_str()) && cell.trim() == cell.as_ref() {
            return cell.into_owned();
        }
        let inner = match &self.dialect.escape {
            Some(escape) => cell
                .replace(escape.as_str(), &format!("{escape}{escape}"))
                .replace(quote.as_str(), &format!("{escape}{quote}")),
            None => cell.replace(quote.as_str(), &format!("{quote}{quote}")),
        };
        format!("{quote}{inner}{quote}")
    }

    fn encode(&self, text: &str) -> Vec<u8> {
        match self.dialect.encoding.to_ascii_lowercase().as_str() {
            "utf-16le" | "utf-16" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            "utf-16be" => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            name => {
                let encoding = encoding_rs::Encoding::for_label(name.as_bytes()).unwrap_or(encoding_rs::UTF_8);
                let mut out = Vec::with_capacity(text.len());
                for c in text.chars() {
                    let mut buffer = [0; 4];
                    match encoding.encode(c.encode_utf8(&mut buffer)) {
                        (bytes, _, false) => out.extend_from_slice(&bytes),
                        // The file's encoding lacks it.
                        _ => out.push(b'?'),
                    }
                }
                out
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_guarded_comes_back_as_it_was() {
        for cell in ["", "a", "=1+1", "+91 98300 12345", "-5", "@x", "\tx", "'=x", "''+x", "'tis", "it's", "'"] {
            let out = guarded(cell);
            assert_eq!(unguarded(&out), cell);
            assert!(!out.starts_with(['=', '+', '-', '@', '\t', '\r']), "{out:?}");
        }
        assert_eq!(guarded("a=b"), "a=b");
        assert_eq!(guarded("+91"), "'+91");
    }
}
