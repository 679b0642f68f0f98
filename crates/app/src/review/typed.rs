//! What a reviewer types into a field of a proposal.

use contracts::{Actor, Correction, ReadArgs};
use serde_json::Value;

use crate::{App, Outcome};

impl App {
    /// What was typed for a field of a proposal, read as the importer reads cells: one value, or one a line where the
    /// field holds several. Nothing typed empties the field.
    ///
    /// # Errors
    /// [`contracts::ErrorCode::Refused`] by policy; [`contracts::ErrorCode::NotFound`];
    /// [`contracts::ErrorCode::BadInput`] naming the field that can't be read.
    pub fn review_read(&self, actor: &Actor, args: &ReadArgs) -> Outcome<Correction> {
        let read = |text: &str| -> Outcome<Correction> {
            let fields = [(args.field.clone(), text.to_string())];
            let read = self.read_corrections(actor, args.proposal_id, &fields)?.into_iter().next();
            Ok(read.unwrap_or_else(|| Correction { field: args.field.clone(), value: Value::Null }))
        };
        let mut lines = args.text.lines().map(str::trim).filter(|line| !line.is_empty());
        let mut first = read(lines.next().unwrap_or_default())?;
        for line in lines {
            let more = match read(line)?.value {
                Value::Array(items) => items,
                one => vec![one],
            };
            match &mut first.value {
                Value::Array(items) => items.extend(more),
                // A field of one value takes its lines as they are: a note.
                _ => return read(&args.text),
            }
        }
        Ok(first)
    }
}
