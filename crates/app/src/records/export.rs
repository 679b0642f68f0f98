//! Exactly what a list shows, as CSV: its columns, filter and order, masked as the role sees it.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;

use contracts::{Actor, ApiError, ErrorCode, Permission, RecordsExported, RecordsQuery};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use store::StoreError;
use understanding::guarded;

use super::seen;
use crate::error::{Failure, from_store};
use crate::{App, Outcome};

impl App {
    /// Writes a list as CSV (RFC 4180, UTF-8 with a byte order mark, as spreadsheets read it); no cell runs as a formula.
    /// The file is noted: an erasure must know what else may hold a person.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] for whoever may not export; [`ErrorCode::BadInput`] naming `out` where the file exists or
    /// can't be written, and those of [`App::records`].
    pub fn records_export(&self, actor: &Actor, query: &RecordsQuery, out: &Path) -> Outcome<RecordsExported> {
        self.permit(actor, Permission::ExportData)?;
        let access = self.permit(actor, Permission::ReadRecords)?;
        let checked = self.checked(&access, actor, query)?;
        let bad = |message: String, hint: &str| ApiError::new(ErrorCode::BadInput, message, hint).at("out");
        let failed = |e: std::io::Error| match e.kind() {
            std::io::ErrorKind::AlreadyExists => {
                bad(format!("{} exists already.", out.display()), "Choose another name; nothing is written over.")
            }
            _ => bad(format!("{} can't be written: {e}.", out.display()), "Choose another file."),
        };
        let path = std::path::absolute(out).map_err(failed)?;
        let file = File::create_new(&path).map_err(failed)?;
        let mut to = Hashed { file: BufWriter::new(file), hash: Sha256::new() };
        let columns = checked.columns.clone();
        let mut rows = 0;
        let written: Result<(), Failure> = (|| {
            let header: Vec<String> = columns.iter().map(|f| f.title.clone()).collect();
            to.line("\u{feff}", &header).map_err(failed)?;
            self.store.each(&checked.list, &columns, &mut |row| -> Result<(), Failure> {
                let row = seen(&access, query.entity, &columns, row);
                let cells: Vec<String> = row.cells.iter().map(text).collect();
                rows += 1;
                Ok(to.line("", &cells).map_err(failed)?)
            })?;
            to.file.flush().and_then(|()| to.file.get_ref().sync_all()).map_err(failed)?;
            Ok(())
        })();
        if let Err(e) = written {
            // Half a file would look like a whole one.
            let _ = std::fs::remove_file(&path);
            return Err(e.into());
        }
        let sha256 = graph::hex(&to.hash.finalize());
        let noted: Result<(), StoreError> = self
            .store
            .write(self.host.as_ref(), |tx| tx.insert_export("list", &path.display().to_string(), &sha256, actor));
        match noted {
            Err(e) if e.disk().is_some() => {
                tracing::warn!("an export could not be noted: the disk can't be written to");
            }
            other => other.map_err(|e| from_store(&e))?,
        }
        Ok(RecordsExported { path: path.display().to_string(), rows })
    }
}

/// A file with the hash of what was written to it.
struct Hashed {
    file: BufWriter<File>,
    hash: Sha256,
}

impl Hashed {
    fn line(&mut self, before: &str, cells: &[String]) -> std::io::Result<()> {
        let mut line = String::from(before);
        for (i, cell) in cells.iter().enumerate() {
            if i > 0 {
                line.push(',');
            }
            let cell = guarded(cell);
            if cell.contains([',', '"', '\n', '\r']) {
                line.push('"');
                line.push_str(&cell.replace('"', "\"\""));
                line.push('"');
            } else {
                line.push_str(&cell);
            }
        }
        line.push_str("\r\n");
        self.hash.update(&line);
        self.file.write_all(line.as_bytes())
    }
}

/// A cell as text: several values one after the other, an amount with its currency, a measure with its unit.
fn text(cell: &Value) -> String {
    match cell {
        Value::Null => String::new(),
        Value::Array(items) => items.iter().map(text).filter(|t| !t.is_empty()).collect::<Vec<_>>().join("; "),
        Value::String(text) => text.clone(),
        Value::Bool(yes) => if *yes { "yes" } else { "no" }.into(),
        Value::Number(n) => n.to_string(),
        Value::Object(parts) => {
            let of = |k: &str| parts.get(k).and_then(Value::as_str).filter(|s| !s.is_empty());
            let main = of("amount").or_else(|| of("value")).or_else(|| of("formatted")).or_else(|| of("received"));
            let unit = of("currency").or_else(|| of("unit"));
            match (main, unit) {
                (Some(main), Some(unit)) => format!("{main} {unit}"),
                (Some(main), None) => main.into(),
                (None, _) => String::new(),
            }
        }
    }
}
