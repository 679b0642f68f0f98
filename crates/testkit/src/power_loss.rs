//! Power loss, simulated: an `SQLite` VFS that notes every write and sync, and the disks that could be left when the
//! power fails at any of these moments.
//!
//! [`PowerLoss`] registers a VFS that hands everything on to the operating system's, so that `SQLite` (write-ahead log,
//! its shared memory and locks included) works on real files as it always does. Beside that it notes what changes, in
//! one order over all files. [`PowerLoss::image`] then writes what a disk may hold after the power failed at one point
//! of that order.
//!
//! # What a disk may hold
//!
//! The assumptions are those that `SQLite` makes of hardware and operating system (<https://sqlite.org/atomiccommit.html>
//! part 2, <https://sqlite.org/psow.html>), taken at their worst:
//!
//! * What was written before a file's last completed sync is there, byte for byte.
//! * Of each later write, any of its sectors (512 bytes, at multiples of 512) may be there or not, whatever became of
//!   the sectors beside it and of the writes before and after it: writes reach the disk torn and in any order. That an
//!   earlier write outlives a later one to the same place is the case that only the later one is lost.
//! * Bytes beside a write are never touched ("powersafe overwrite", which `SQLite` takes for granted on Unix).
//! * A file may have grown without its new content; what is missing then reads as zeros, or as anything.
//! * A later truncation may have happened or not.
//! * A file's name is another thing than its content: until its *folder* is synced, a file that was made may be gone
//!   and one that was deleted may be back, with the content that its own syncs make sure of. `SQLite` syncs the folder
//!   at the first sync of a journal or a log, and after deleting a rollback journal under `synchronous=EXTRA`. Changes
//!   to one name happen in order, those of two names in any.
//! * The shared memory file (`-shm`) never survives.
//! * Syncs do what they promise. A drive that lies about them loses data under any database.
//!
//! The disk can also be told to refuse ([`PowerLoss::refuse_after`]): full for every write, failing for every sync.
//!
//! Syncs are noted, not done: the real files only have to outlive the test, and waiting for a real disk would be most
//! of its time. Memory mapping is switched off, since writes through it could not be seen.

mod image;
mod vfs;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::{fs, io};

use crate::Draw;

/// A folder whose files may lose power. One at a time per folder; it goes on noting until it is dropped.
///
/// Open the database in the folder through the VFS named [`PowerLoss::vfs`]; close it before this is dropped.
pub struct PowerLoss {
    registered: vfs::Registered,
}

/// Which content a name stands for: a file that is deleted and made anew is another file.
type FileId = usize;

/// Something that changes a disk, or makes sure that it has changed.
#[derive(Debug)]
enum Event {
    Create { name: String, file: FileId },
    Delete { name: String },
    Write { file: FileId, offset: usize, bytes: Vec<u8> },
    Truncate { file: FileId, size: usize },
    Sync { file: FileId },
    SyncFolder,
    Replace { name: String, bytes: Vec<u8> },
}

/// Everything noted so far.
#[derive(Debug, Default)]
struct Journal {
    /// What was in the folder at the beginning, durable. Its place is its file's number.
    start: Vec<(String, Vec<u8>)>,
    events: Vec<Event>,
    /// The file behind each name now.
    names: BTreeMap<String, FileId>,
    next: FileId,
    /// Files that others write, as they were when last looked at.
    watched: BTreeMap<String, Option<Vec<u8>>>,
}

/// A journal and the folder that it is about; lives as long as the process, since `SQLite` points to it.
struct Tape {
    folder: PathBuf,
    journal: Mutex<Journal>,
    /// Writes and syncs until the disk refuses; none while it takes everything.
    patience: Mutex<Option<usize>>,
}

impl Tape {
    fn journal(&self) -> MutexGuard<'_, Journal> {
        self.journal.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The journal, with what others wrote to the watched files until now.
    fn look(&self) -> MutexGuard<'_, Journal> {
        let mut guard = self.journal();
        let Journal { watched, events, .. } = &mut *guard;
        for (name, known) in watched {
            let now = fs::read(self.folder.join(name.as_str())).ok();
            if let Some(bytes) = &now
                && now != *known
            {
                events.push(Event::Replace { name: name.clone(), bytes: bytes.clone() });
                *known = now;
            }
        }
        guard
    }

    /// Whether the disk refuses the write or sync that is to be done now.
    fn refuses(&self) -> bool {
        let mut patience = self.patience.lock().unwrap_or_else(PoisonError::into_inner);
        match &mut *patience {
            None => false,
            Some(0) => true,
            Some(left) => {
                *left -= 1;
                false
            }
        }
    }

    /// The name in the folder that a path stands for, if it is there.
    fn name(&self, path: &Path) -> Option<String> {
        (path.parent() == Some(&self.folder)).then(|| path.file_name()?.to_str().map(String::from)).flatten()
    }

    /// A file was opened under a name: its number. One not known yet has just been made.
    fn opened(&self, name: &str) -> FileId {
        let mut journal = self.look();
        if let Some(file) = journal.names.get(name) {
            return *file;
        }
        let file = journal.next;
        journal.next += 1;
        journal.names.insert(name.into(), file);
        journal.events.push(Event::Create { name: name.into(), file });
        file
    }

    fn deleted(&self, name: String) {
        let mut journal = self.look();
        journal.names.remove(&name);
        journal.events.push(Event::Delete { name });
    }

    fn note(&self, event: Event) {
        self.look().events.push(event);
    }
}

impl PowerLoss {
    /// Begins to note what happens in a folder. What is in it now counts as durable.
    ///
    /// # Errors
    /// When the folder can't be read.
    ///
    /// # Panics
    /// When `SQLite` refuses the VFS.
    pub fn new(folder: &Path) -> io::Result<Self> {
        let folder = folder.canonicalize()?;
        let mut journal = Journal::default();
        for entry in fs::read_dir(&folder)? {
            let entry = entry?;
            let Ok(name) = entry.file_name().into_string() else { continue };
            if entry.file_type()?.is_file() && !name.ends_with("-shm") {
                journal.names.insert(name.clone(), journal.start.len());
                journal.start.push((name, fs::read(entry.path())?));
            }
        }
        journal.next = journal.start.len();
        let tape: &'static Tape =
            Box::leak(Box::new(Tape { folder, journal: Mutex::new(journal), patience: Mutex::new(None) }));
        Ok(Self { registered: vfs::Registered::new(tape) })
    }

    /// The name of the VFS to open the database through.
    #[must_use]
    pub fn vfs(&self) -> &str {
        self.registered.name()
    }

    fn tape(&self) -> &'static Tape {
        self.registered.tape()
    }

    /// Lets so many more writes and syncs happen and refuses all that follow: writes as a full disk does, syncs as one
    /// that fails. `None` lets everything happen again.
    pub fn refuse_after(&self, count: Option<usize>) {
        *self.tape().patience.lock().unwrap_or_else(PoisonError::into_inner) = count;
    }

    /// How many changes and syncs were noted: the moment that is now, to cut at or to compare with.
    #[must_use]
    pub fn now(&self) -> usize {
        self.tape().look().events.len()
    }

    /// Notes from now on when a file of the folder is replaced by something else than `SQLite`, durably and at once:
    /// written beside, synced, renamed, and its folder synced. It is looked at before anything else is noted, so it
    /// stands in the order in which it happened.
    ///
    /// That sync of the folder would make the names of `SQLite`'s files in it durable as well; here it does not, which
    /// is harsher.
    pub fn watch(&self, name: &str) {
        let tape = self.tape();
        let content = fs::read(tape.folder.join(name)).ok();
        tape.journal().watched.insert(name.into(), content);
    }

    /// Writes into a folder what a disk may hold when the power fails after the first `cut` changes and syncs. What
    /// was not synced survives as `draw` decides: nothing of it, all of it, a beginning, or any of its sectors.
    ///
    /// # Errors
    /// When the folder can't be written to.
    pub fn image(&self, cut: usize, draw: &mut Draw, into: &Path) -> io::Result<()> {
        let journal = self.tape().journal();
        for (name, bytes) in image::survivors(&journal, cut, draw) {
            fs::write(into.join(name), bytes)?;
        }
        Ok(())
    }

    /// What was noted, a line each, for looking at a trace that failed.
    #[must_use]
    pub fn story(&self) -> Vec<String> {
        let journal = self.tape().journal();
        let line = |event: &Event| match event {
            Event::Write { file, offset, bytes } => format!("write {} at {offset} of file {file}", bytes.len()),
            Event::Replace { name, bytes } => format!("replace {name} by {} bytes", bytes.len()),
            other => format!("{other:?}"),
        };
        journal.events.iter().enumerate().map(|(at, event)| format!("{at}: {}", line(event))).collect()
    }
}

impl Drop for PowerLoss {
    fn drop(&mut self) {
        // The tape itself stays, a few bytes; what it noted may be megabytes.
        *self.tape().journal() = Journal::default();
    }
}
