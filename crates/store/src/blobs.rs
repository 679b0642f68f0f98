//! Content-addressed blobs beside the database: compressed, written once, named by the SHA-256 of their bytes.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::StoreError;

/// Where blobs live. One interface, so that another store (encrypted, remote) can take its place.
pub trait Blobs: Send + Sync {
    /// Keeps bytes and gives their SHA-256 (lower-case hex); bytes already there are not written again. On return they
    /// are on the disk.
    ///
    /// # Errors
    /// When the disk refuses.
    fn put(&self, bytes: &[u8]) -> Result<String, StoreError>;

    /// The bytes under a hash, verified against it.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when they are missing or not the ones that were put.
    fn get(&self, sha256: &str) -> Result<Vec<u8>, StoreError>;

    /// The hashes of everything that is kept, sorted.
    ///
    /// # Errors
    /// When the disk refuses.
    fn list(&self) -> Result<Vec<String>, StoreError>;
}

/// Blobs as zstd files in two-letter folders.
pub struct FsBlobs {
    root: PathBuf,
}

const LEVEL: i32 = 3;
/// Segments are about 1 MiB; anything far larger did not come from us.
const MAX_BLOB: usize = 512 << 20;

impl FsBlobs {
    /// Blobs below a folder, which is made when the first one is put.
    #[must_use]
    pub fn new(root: PathBuf) -> Self {
        Self { root }
    }

    fn path(&self, sha256: &str) -> PathBuf {
        self.root.join(sha256.get(..2).unwrap_or("__")).join(format!("{sha256}.zst"))
    }
}

impl Blobs for FsBlobs {
    fn put(&self, bytes: &[u8]) -> Result<String, StoreError> {
        let sha256 = graph::hex(&graph::sha256(bytes));
        let path = self.path(&sha256);
        if path.exists() {
            return Ok(sha256);
        }
        let folder = path.parent().unwrap_or(&self.root);
        fs::create_dir_all(folder).map_err(StoreError::io(folder))?;
        let packed = zstd::bulk::compress(bytes, LEVEL).map_err(StoreError::io(&path))?;
        // A half-written file must never stand under its final name: write beside, sync, rename, sync the folder.
        let mut temporary = tempfile::NamedTempFile::new_in(folder).map_err(StoreError::io(folder))?;
        temporary.write_all(&packed).map_err(StoreError::io(&path))?;
        temporary.as_file().sync_all().map_err(StoreError::io(&path))?;
        temporary.persist(&path).map_err(|e| StoreError::Io { path: path.display().to_string(), source: e.error })?;
        sync_folder(folder)?;
        Ok(sha256)
    }

    fn get(&self, sha256: &str) -> Result<Vec<u8>, StoreError> {
        let path = self.path(sha256);
        let packed = fs::read(&path)
            .map_err(|e| StoreError::Damaged(format!("the stored segment {sha256} can't be read ({e})")))?;
        let size = zstd::bulk::Decompressor::upper_bound(&packed).unwrap_or(MAX_BLOB).min(MAX_BLOB);
        let bytes = zstd::bulk::decompress(&packed, size)
            .map_err(|e| StoreError::Damaged(format!("the stored segment {sha256} can't be unpacked ({e})")))?;
        if graph::hex(&graph::sha256(&bytes)) != sha256 {
            return Err(StoreError::Damaged(format!("the stored segment {sha256} has other bytes than were stored")));
        }
        Ok(bytes)
    }

    fn list(&self) -> Result<Vec<String>, StoreError> {
        let mut found = Vec::new();
        for folder in entries(&self.root)?.into_iter().filter(|p| p.is_dir()) {
            for path in entries(&folder)? {
                let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
                found.extend(name.strip_suffix(".zst").map(String::from));
            }
        }
        found.sort();
        Ok(found)
    }
}

/// The paths in a folder; none when there is no folder.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    match fs::read_dir(folder) {
        Ok(entries) => Ok(entries.filter_map(|e| e.ok().map(|e| e.path())).collect()),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(e) => Err(StoreError::io(folder)(e)),
    }
}

/// Makes a rename in a folder durable. Windows has no such call and needs none.
pub(crate) fn sync_folder(folder: &Path) -> Result<(), StoreError> {
    if cfg!(unix) {
        fs::File::open(folder).and_then(|f| f.sync_all()).map_err(StoreError::io(folder))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_come_back_and_are_kept_once() {
        let dir = tempfile::tempdir().expect("tempdir");
        let blobs = FsBlobs::new(dir.path().into());
        let a = blobs.put(b"name,phone\r\n").expect("put");
        assert_eq!(a, blobs.put(b"name,phone\r\n").expect("put again"));
        assert_eq!(blobs.get(&a).expect("get"), b"name,phone\r\n");
        assert!(FsBlobs::new(dir.path().join("nowhere")).list().expect("nothing yet").is_empty());
        assert_eq!(blobs.get(&blobs.put(b"").expect("empty")).expect("empty"), b"");
        assert_eq!(blobs.list().expect("listed").len(), 2);
    }

    #[test]
    fn damage_is_noticed() {
        let dir = tempfile::tempdir().expect("tempdir");
        let blobs = FsBlobs::new(dir.path().into());
        let sha = blobs.put(b"first").expect("put");
        let other = blobs.put(b"other").expect("put");
        fs::copy(blobs.path(&other), blobs.path(&sha)).expect("swap");
        assert!(matches!(blobs.get(&sha), Err(StoreError::Damaged(_))));
        assert!(matches!(blobs.get("00"), Err(StoreError::Damaged(_))));
    }
}
