//! The audit chain's head, pinned in a file beside the database: a chain alone can't show that its tail was cut.

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::StoreError;
use crate::blobs::sync_folder;

/// Count and hash of the chain's head when it was pinned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Pin {
    /// Number of entries.
    pub entries: u64,
    /// Hash of the last one, lower-case hex.
    pub head: String,
}

/// The file that holds the pin.
pub(crate) struct PinFile {
    path: PathBuf,
}

impl PinFile {
    pub(crate) fn new(path: PathBuf) -> Self {
        Self { path }
    }

    /// The pin; none when there is no file.
    pub(crate) fn read(&self) -> Result<Option<Pin>, StoreError> {
        match fs::read_to_string(&self.path) {
            Ok(text) => serde_json::from_str(&text)
                .map(Some)
                .map_err(|_| StoreError::Damaged("the audit pin beside the database can't be read".into())),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(e) => Err(StoreError::io(&self.path)(e)),
        }
    }

    /// Replaces the pin; a crash leaves the old or the new one.
    pub(crate) fn write(&self, pin: &Pin) -> Result<(), StoreError> {
        let folder = self.path.parent().map(PathBuf::from).unwrap_or_default();
        let text = crate::error::to_json("audit pin", pin)?;
        let mut temporary = tempfile::NamedTempFile::new_in(&folder).map_err(StoreError::io(&folder))?;
        temporary.write_all(text.as_bytes()).map_err(StoreError::io(&self.path))?;
        temporary.as_file().sync_all().map_err(StoreError::io(&self.path))?;
        temporary
            .persist(&self.path)
            .map_err(|e| StoreError::Io { path: self.path.display().to_string(), source: e.error })?;
        sync_folder(&folder)
    }
}
