//! Who writes down what was acknowledged, outside the process that is killed and outside its workspace.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use anyhow::{Context as _, Result};

/// What one workspace was told to be safe: group, and how many changes it has.
pub type Ledger = BTreeMap<String, u64>;

enum Note {
    Line(String),
    /// Everything before this has to be on the disk when the answer comes.
    Settle(Sender<bool>),
}

/// Appends acknowledgements to a file and syncs it, in a thread of its own: whoever aims a kill must not wait for a
/// disk.
#[derive(Debug)]
pub struct Notary {
    notes: Sender<Note>,
    thread: Option<JoinHandle<()>>,
}

impl Notary {
    /// Writes into this file.
    ///
    /// # Errors
    /// When it can't be made.
    pub fn new(file: &Path) -> Result<Self> {
        let file = File::options().create(true).append(true).open(file).with_context(|| file.display().to_string())?;
        let (notes, received) = channel();
        let thread = std::thread::spawn(move || write(file, &received));
        Ok(Self { notes, thread: Some(thread) })
    }

    /// A pen for one story.
    #[must_use]
    pub fn pen(&self, story: &str) -> Pen {
        Pen { notes: self.notes.clone(), story: story.into() }
    }
}

impl Drop for Notary {
    fn drop(&mut self) {
        // The thread ends when nobody can send any more.
        let (nobody, _) = channel();
        self.notes = nobody;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Writes down what one story's processes acknowledge.
#[derive(Clone, Debug)]
pub struct Pen {
    notes: Sender<Note>,
    story: String,
}

impl Pen {
    /// Notes an acknowledged group.
    pub fn note(&self, group: &str, changes: u64) {
        let _ = self.notes.send(Note::Line(format!("{} {group} {changes}\n", self.story)));
    }

    /// Waits until every note is on the disk.
    ///
    /// # Errors
    /// When the disk refused.
    pub fn settle(&self) -> Result<()> {
        let (answer, settled) = channel();
        let _ = self.notes.send(Note::Settle(answer));
        let kept = settled.recv().context("the notary is gone")?;
        anyhow::ensure!(kept, "what was acknowledged could not be written down");
        Ok(())
    }
}

fn write(mut file: File, received: &Receiver<Note>) {
    let mut sound = true;
    while let Ok(first) = received.recv() {
        // What came meanwhile goes to the disk together.
        let mut settle = Vec::new();
        let mut text = String::new();
        for note in std::iter::once(first).chain(received.try_iter()) {
            match note {
                Note::Line(line) => text.push_str(&line),
                Note::Settle(answer) => settle.push(answer),
            }
        }
        if !text.is_empty() {
            sound &= file.write_all(text.as_bytes()).and_then(|()| file.sync_data()).is_ok();
        }
        for answer in settle {
            let _ = answer.send(sound);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_noted_is_in_the_file_once_it_is_settled() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let notary = Notary::new(file.path()).unwrap();
        let pen = notary.pen("edit-1");
        pen.note("01a1", 3);
        pen.settle().unwrap();
        assert_eq!(std::fs::read_to_string(file.path()).unwrap(), "edit-1 01a1 3\n");
    }
}
