//! A file on disk as the understanding reads it: any part of it, never the whole in memory.

use std::fs::File;
use std::io;
use std::path::Path;

use contracts::{ApiError, ErrorCode};
use sha2::{Digest, Sha256};
use understanding::{Source, SourceError, Watch};

use crate::Outcome;

/// A file open for reading at any place.
pub(crate) struct FileSource {
    file: File,
    len: u64,
    /// Its name without folder.
    pub name: String,
}

impl FileSource {
    /// Opens a file.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] where there is none, where it is a folder, and where it may not be read.
    pub fn open(path: &Path) -> Outcome<Self> {
        let bad = |message: String, hint: &str| ApiError::new(ErrorCode::BadInput, message, hint).at("file");
        let unreadable = |e: io::Error| match e.kind() {
            io::ErrorKind::NotFound => {
                bad(format!("There is no file {}.", path.display()), "Check the name and the folder.")
            }
            _ => bad(format!("{} can't be read: {e}.", path.display()), "Check that the file may be read."),
        };
        let about = std::fs::metadata(path).map_err(unreadable)?;
        if about.is_dir() {
            return Err(bad(format!("{} is a folder.", path.display()), "Choose a CSV file in it."));
        }
        let file = File::open(path).map_err(unreadable)?;
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        Ok(Self { file, len: about.len(), name })
    }
}

impl Source for FileSource {
    fn len(&self) -> u64 {
        self.len
    }

    fn read(&self, at: u64, buffer: &mut [u8]) -> Result<usize, SourceError> {
        // A file that grows while it is read is taken as it was when it was opened.
        let rest = usize::try_from(self.len.saturating_sub(at)).unwrap_or(usize::MAX);
        let room = buffer.len().min(rest);
        loop {
            match read_at(&self.file, buffer.get_mut(..room).unwrap_or_default(), at) {
                Ok(0) if room > 0 => return Err(SourceError("it became shorter while it was read".into())),
                Ok(n) => return Ok(n),
                Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
                Err(e) => return Err(SourceError(e.to_string())),
            }
        }
    }
}

#[cfg(unix)]
fn read_at(file: &File, buffer: &mut [u8], at: u64) -> io::Result<usize> {
    std::os::unix::fs::FileExt::read_at(file, buffer, at)
}

#[cfg(windows)]
fn read_at(file: &File, buffer: &mut [u8], at: u64) -> io::Result<usize> {
    std::os::windows::fs::FileExt::seek_read(file, buffer, at)
}

/// Takes the hash of the file in the same pass, and lets every core work.
pub(crate) struct Hashing(Sha256);

impl Hashing {
    pub fn new() -> Self {
        Self(Sha256::new())
    }

    /// SHA-256 of the whole file, in hex.
    pub fn hex(self) -> String {
        graph::hex(&self.0.finalize())
    }
}

impl Watch for Hashing {
    fn bytes(&mut self, window: &[u8]) {
        self.0.update(window);
    }

    fn workers(&self) -> usize {
        workers()
    }
}

/// Threads that reading a file may use.
pub(crate) fn workers() -> usize {
    std::thread::available_parallelism().map_or(1, |n| n.get().min(8))
}
