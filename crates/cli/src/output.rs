//! One JSON document on stdout, or text for people; progress on stderr.

use std::io::{IsTerminal as _, Write as _};
use std::sync::atomic::{AtomicU64, Ordering};

use app::{Observer, Reporter};
use contracts::{ApiError, GroupId, Progress};
use serde::Serialize;

/// Where answers go.
#[derive(Clone, Copy, Debug)]
pub struct Output {
    /// JSON rather than text.
    pub json: bool,
    /// Progress as [`Receipts`] rather than as a line on a terminal.
    pub receipts: bool,
}

impl Output {
    /// Whom work tells how far it is.
    #[must_use]
    pub const fn line(&self) -> Line {
        Line { last: AtomicU64::new(0), receipts: self.receipts }
    }

    /// Prints an answer. A reader that went away is no error of ours.
    pub fn answer<T: Serialize>(&self, value: &T, text: impl FnOnce(&T) -> String) {
        let mut out = std::io::stdout().lock();
        if self.json {
            let _ = serde_json::to_writer(&mut out, value);
            let _ = writeln!(out);
        } else {
            let _ = writeln!(out, "{}", text(value).trim_end());
        }
    }

    /// Prints an error: as the JSON document, or as two lines on stderr.
    pub fn error(&self, error: &ApiError) {
        if self.json {
            let mut out = std::io::stdout().lock();
            let _ = serde_json::to_writer(&mut out, &serde_json::json!({ "error": error }));
            let _ = writeln!(out);
        } else {
            let _ = writeln!(std::io::stderr(), "{}\n{}", error.message, error.hint);
        }
    }
}

/// A progress line on a terminal; silence elsewhere, unless receipts were asked for.
#[derive(Debug)]
pub struct Line {
    last: AtomicU64,
    receipts: bool,
}

impl Reporter for Line {
    fn progress(&self, p: Progress) {
        if self.receipts {
            let told = serde_json::json!({ "stage": p.stage, "done": p.done, "total": p.total });
            Receipts::line(&serde_json::json!({ "progress": told }));
            return;
        }
        let mut err = std::io::stderr();
        if !err.is_terminal() || p.total == 0 {
            return;
        }
        let percent = p.done * 100 / p.total;
        if self.last.swap(percent, Ordering::Relaxed) != percent {
            let end = if p.done >= p.total { "\n" } else { "" };
            let _ = write!(err, "\r{}: {} {} of {}{end}", p.file_name, p.stage, p.done, p.total);
            let _ = err.flush();
        }
    }
}

/// Receipts on standard error, one JSON line each: `{"writing":true}` when a write transaction is open,
/// `{"committed":[{"group":…,"changes":n}]}` when it is safe on the disk, `{"fell":true}` when nothing of it was kept,
/// `{"progress":{"stage":…,"done":n,"total":m}}` when so much of a stage is done. Of a stage that writes, what is said to be
/// done is safe on the disk.
#[derive(Clone, Copy, Debug)]
pub struct Receipts;

impl Receipts {
    fn line(value: &serde_json::Value) {
        // One write call for each line: whoever reads the pipe must never see half of one.
        let text = format!("{value}\n");
        let _ = std::io::stderr().lock().write_all(text.as_bytes());
    }
}

impl Observer for Receipts {
    fn writing(&self) {
        Self::line(&serde_json::json!({ "writing": true }));
    }

    fn committed(&self, groups: &[(GroupId, u64)]) {
        let groups: Vec<_> =
            groups.iter().map(|(group, n)| serde_json::json!({ "group": group, "changes": n })).collect();
        Self::line(&serde_json::json!({ "committed": groups }));
    }

    fn fell(&self) {
        Self::line(&serde_json::json!({ "fell": true }));
    }
}

/// A table with aligned columns; all but the last are cut at 40 characters.
pub fn table(head: &[&str], rows: &[Vec<String>]) -> String {
    const WIDE: usize = 40;
    let last = head.len().saturating_sub(1);
    let mut widths: Vec<usize> = head.iter().map(|h| h.chars().count()).collect();
    for row in rows {
        for (w, cell) in widths.iter_mut().zip(row) {
            *w = (*w).max(cell.chars().count().min(WIDE));
        }
    }
    let line = |cells: &[String]| {
        let padded: Vec<String> = cells
            .iter()
            .zip(&widths)
            .enumerate()
            .map(|(i, (cell, w))| {
                let short: String = cell.chars().take(if i == last { usize::MAX } else { WIDE }).collect();
                format!("{short:<w$}")
            })
            .collect();
        format!("{}\n", padded.join("  ").trim_end())
    };
    let mut out = line(&head.iter().map(ToString::to_string).collect::<Vec<_>>());
    for row in rows {
        out.push_str(&line(row));
    }
    out
}
