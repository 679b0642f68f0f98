//! Content-addressed blobs beside the database: compressed, written once, named by the SHA-256 of their bytes; on
//! request encrypted. A part of a blob is read without the rest.
//!
//! Files lie in folders named by the first two letters of their names, and say by their ending what they are:
//! * `<hash>.blob`: [`mod@format`] version 2, plain;
//! * `<mac>.sealed`: the same, sealed; the name is a keyed MAC of the hash, so that the folder doesn't tell which known
//!   files somebody has;
//! * `<hash>.zst`: one zstd frame, as the first builds wrote. Still read and removed, no longer written;
//! * `.tmp…`: being written, or left by a crash. See [`FsBlobs::sweep`].

mod format;
mod seal;
#[cfg(test)]
mod tests;

use std::fs;
use std::io::{ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use self::format::{Blob, Words, key_id, pack, within};
use self::seal::Keys;
use crate::StoreError;

pub use self::seal::BlobKey;

/// Where blobs live. One interface, so that another store (encrypted, remote) can take its place. Blobs are named by
/// the SHA-256 of their plain bytes, in lower-case hex, however they are kept.
pub trait Blobs: Send + Sync {
    /// Keeps bytes and gives their SHA-256; bytes already there (and sound) are not written again. On return they are
    /// on the disk.
    ///
    /// # Errors
    /// [`StoreError::Io`] when the disk refuses.
    fn put(&self, bytes: &[u8]) -> Result<String, StoreError>;

    /// The bytes under a hash, verified against it.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when they are missing or not the ones that were put, or the key doesn't fit.
    fn get(&self, sha256: &str) -> Result<Vec<u8>, StoreError>;

    /// `len` bytes from `offset` on, of the bytes under a hash. Only the frames that hold them are unpacked, and
    /// verified each by its own checksum; that the whole is what was put, [`Blobs::get`] says.
    ///
    /// # Errors
    /// As [`Blobs::get`], and [`StoreError::Damaged`] when the range goes past the end.
    fn read_at(&self, sha256: &str, offset: u64, len: usize) -> Result<Vec<u8>, StoreError>;

    /// How many bytes there are under a hash.
    ///
    /// # Errors
    /// As [`Blobs::get`], as far as a header shows.
    fn len(&self, sha256: &str) -> Result<u64, StoreError>;

    /// Whether something is kept under a hash, sound or not. What no blob can be named by isn't kept.
    ///
    /// # Errors
    /// [`StoreError::Io`] when the disk refuses.
    fn contains(&self, sha256: &str) -> Result<bool, StoreError>;

    /// Removes what is kept under a hash, in whatever form; nothing there is no error. On return it is gone from the
    /// folder on the disk too. What the disk itself keeps of a deleted file (free blocks, snapshots) is out of reach.
    ///
    /// # Errors
    /// [`StoreError::Io`] when the disk refuses, [`StoreError::Damaged`] when the name isn't a SHA-256.
    fn remove(&self, sha256: &str) -> Result<(), StoreError>;

    /// The hashes of everything that is kept, sorted, each once.
    ///
    /// # Errors
    /// [`StoreError::Io`] when the disk refuses; [`StoreError::Damaged`] when there are sealed files and no key, or one
    /// that doesn't fit: their hashes can't be told.
    fn list(&self) -> Result<Vec<String>, StoreError>;
}

/// Blobs as files in two-letter folders.
pub struct FsBlobs {
    root: PathBuf,
    keys: Option<Keys>,
}

/// Segments are about 1 MiB; anything far larger in the old format did not come from us.
const MAX_OLD: u64 = 512 << 20;

/// How a file keeps its blob.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Form {
    Sealed,
    Plain,
    Old,
}

impl Form {
    const ALL: [Self; 3] = [Self::Sealed, Self::Plain, Self::Old];

    fn ending(self) -> &'static str {
        match self {
            Self::Sealed => ".sealed",
            Self::Plain => ".blob",
            Self::Old => ".zst",
        }
    }
}

/// A place where a blob may be.
struct Place {
    form: Form,
    path: PathBuf,
}

/// A blob opened for reading.
enum Open<'k> {
    /// Of the old format, which can't seek: unpacked and verified.
    Old(Vec<u8>),
    New(Blob<'k, fs::File>),
}

impl Open<'_> {
    fn whole(self) -> Result<Vec<u8>, Words> {
        match self {
            Self::Old(bytes) => Ok(bytes),
            Self::New(mut blob) => blob.whole(),
        }
    }

    fn read(self, offset: u64, len: usize) -> Result<Vec<u8>, Words> {
        match self {
            Self::New(mut blob) => blob.read(offset, len),
            Self::Old(mut bytes) => {
                within(bytes.len() as u64, offset, len)?;
                let offset = usize::try_from(offset).map_err(|_| "is too long for this machine's memory")?;
                bytes.truncate(offset + len);
                bytes.drain(..offset);
                Ok(bytes)
            }
        }
    }

    fn len(&self) -> u64 {
        match self {
            Self::Old(bytes) => bytes.len() as u64,
            Self::New(blob) => blob.len,
        }
    }
}

impl FsBlobs {
    /// Plain blobs below a folder, which is made when the first one is put.
    #[must_use]
    pub fn new(root: PathBuf) -> Self {
        Self { root, keys: None }
    }

    /// Sealed blobs below a folder: what is put is encrypted with the key, and a plain file of the same content then
    /// goes. Plain files that are there stay readable, so that encryption can be switched on later. The key is dropped,
    /// and wiped, once what is needed has been derived from it.
    #[must_use]
    pub fn sealed(root: PathBuf, key: BlobKey) -> Self {
        let keys = Keys::new(&key);
        drop(key);
        Self { root, keys: Some(keys) }
    }

    /// Whether every sealed file here was made with this store's key; true when there are none. Names depend on the
    /// key, so with another key one would find nothing and write everything a second time: ask once when opening.
    ///
    /// # Errors
    /// [`StoreError::Io`] when the disk refuses.
    pub fn key_fits(&self) -> Result<bool, StoreError> {
        Ok(self.first_stranger()?.is_none())
    }

    /// Removes temporary files that a crash has left behind and that were last written before an instant; gives their
    /// number. They never count as blobs, but they take space, and in a plain store they may hold what is to be erased.
    /// A put takes seconds, so an hour ago is safe whoever else is writing; the present is safe for whoever holds the
    /// workspace's write lock.
    ///
    /// # Errors
    /// [`StoreError::Io`] when the disk refuses.
    pub fn sweep(&self, before: SystemTime) -> Result<usize, StoreError> {
        let mut swept = 0;
        for folder in entries(&self.root)?.into_iter().filter(|p| p.is_dir()) {
            for path in entries(&folder)?.into_iter().filter(|p| name_of(p).starts_with(".tmp")) {
                match fs::metadata(&path).and_then(|m| m.modified()) {
                    Ok(written) if written < before => swept += usize::from(unlink(&path)?),
                    Err(e) if e.kind() != ErrorKind::NotFound => return Err(StoreError::io(&path)(e)),
                    _ => {}
                }
            }
        }
        Ok(swept)
    }

    /// Where a content may be; first where this store would write it.
    fn places(&self, hash: &[u8; 32]) -> Vec<Place> {
        let place = |form: Form, name: String| {
            let folder = self.root.join(name.get(..2).unwrap_or("__"));
            Place { form, path: folder.join(name + form.ending()) }
        };
        let sealed = self.keys.as_ref().map(|k| place(Form::Sealed, k.name(hash)));
        sealed.into_iter().chain([Form::Plain, Form::Old].map(|form| place(form, graph::hex(hash)))).collect()
    }

    /// Opens a file that should hold a content; none when there is no file.
    fn open(&self, place: &Place, hash: &[u8; 32]) -> Result<Option<Open<'_>>, Words> {
        let file = match fs::File::open(&place.path) {
            Ok(file) => file,
            Err(e) if e.kind() == ErrorKind::NotFound => return Ok(None),
            Err(e) => return Err(format!("can't be read ({e})")),
        };
        if place.form == Form::Old {
            return unpack_old(file, hash).map(|bytes| Some(Open::Old(bytes)));
        }
        let blob = Blob::open(file, self.keys.as_ref().filter(|_| place.form == Form::Sealed))?;
        if blob.hash != *hash {
            return Err("has the file of another segment in its place".into());
        }
        Ok(Some(Open::New(blob)))
    }

    /// Finds and reads a blob.
    fn read<T>(&self, sha256: &str, read: impl Fn(Open<'_>) -> Result<T, Words>) -> Result<T, StoreError> {
        let damaged = |words| StoreError::Damaged(format!("the stored segment {sha256} {words}"));
        let hash = hash_of(sha256).ok_or_else(|| damaged("isn't named by a SHA-256".to_string()))?;
        let places = self.places(&hash);
        // Twice, because a put may have replaced a plain file by a sealed one while we went from the one to the other.
        for place in places.iter().chain(&places) {
            if let Some(open) = self.open(place, &hash).map_err(damaged)? {
                return read(open).map_err(damaged);
            }
        }
        // The blob is missing either way; what the look around adds is only the reason.
        Err(damaged(match self.first_stranger().ok().flatten() {
            Some(_) if self.keys.is_none() => {
                "isn't here in plain; files here are sealed, and no key was given".to_string()
            }
            Some(_) => "isn't here; files here were sealed with another key: the key doesn't fit".to_string(),
            None => "can't be read (there is no such file)".to_string(),
        }))
    }

    /// Every file that keeps a blob, with its name without the ending.
    fn files(&self) -> Result<Vec<(Place, String)>, StoreError> {
        let mut found = Vec::new();
        for folder in entries(&self.root)?.into_iter().filter(|p| p.is_dir()) {
            for path in entries(&folder)? {
                let name = name_of(&path);
                let form = Form::ALL.into_iter().find_map(|f| Some((f, name.strip_suffix(f.ending())?)));
                if let Some((form, stem)) = form.filter(|(_, stem)| hash_of(stem).is_some()) {
                    found.push((Place { form, path }, stem.to_string()));
                }
            }
        }
        Ok(found)
    }

    /// A sealed file that this store's key doesn't fit, if there is one; without a key any sealed file.
    fn first_stranger(&self) -> Result<Option<PathBuf>, StoreError> {
        let ours = self.keys.as_ref().map(|k| k.id);
        Ok(self.files()?.into_iter().map(|(place, _)| place).filter(|place| place.form == Form::Sealed).find_map(
            |place| {
                // A file too short to hold an id is damaged, or just removed: it says nothing about keys.
                let theirs = fs::File::open(&place.path).ok().and_then(key_id)?;
                (ours != Some(theirs)).then_some(place.path)
            },
        ))
    }

    /// The hash in a sealed file's header; none when the file has just gone.
    fn unseal_name(&self, path: &Path, stem: &str) -> Result<Option<String>, StoreError> {
        let damaged = |words: Words| StoreError::Damaged(format!("the segment in {} {words}", path.display()));
        let Some(keys) = &self.keys else { return Err(damaged("is sealed, and no key was given".into())) };
        let file = match fs::File::open(path) {
            Ok(file) => file,
            Err(e) if e.kind() == ErrorKind::NotFound => return Ok(None),
            Err(e) => return Err(StoreError::io(path)(e)),
        };
        let hash = Blob::open(file, Some(keys)).map_err(damaged)?.hash;
        if keys.name(&hash) != stem {
            return Err(damaged("has the file of another segment in its place".into()));
        }
        Ok(Some(graph::hex(&hash)))
    }

    /// Makes a blob's folder, durably.
    fn make_folder(&self, folder: &Path) -> Result<(), StoreError> {
        if folder.is_dir() {
            return Ok(());
        }
        let new_root = !self.root.is_dir();
        fs::create_dir_all(folder).map_err(StoreError::io(folder))?;
        sync_folder(&self.root)?;
        match self.root.parent().filter(|p| new_root && !p.as_os_str().is_empty()) {
            Some(parent) => sync_folder(parent),
            None => Ok(()),
        }
    }
}

impl Blobs for FsBlobs {
    fn put(&self, bytes: &[u8]) -> Result<String, StoreError> {
        let hash = graph::sha256(bytes);
        let places = self.places(&hash);
        let own = &places[0];
        let folder = own.path.parent().unwrap_or(&self.root);
        // What stands there unsound is written anew: whoever puts bytes relies on getting them back.
        let sound = |place: &Place| matches!(self.open(place, &hash).map(|o| o.map(Open::whole)), Ok(Some(Ok(_))));
        // Where things are sealed, a plain file is not enough.
        let kept = places.iter().find(|p| (self.keys.is_none() || p.form == Form::Sealed) && sound(p));
        if kept.is_none() {
            let path = &own.path;
            self.make_folder(folder)?;
            let packed = pack(bytes, &hash, self.keys.as_ref()).map_err(StoreError::io(path))?;
            // A half-written file must never stand under its final name: write beside, sync, rename, sync the folder.
            let mut temporary = tempfile::NamedTempFile::new_in(folder).map_err(StoreError::io(folder))?;
            temporary.write_all(&packed).map_err(StoreError::io(path))?;
            temporary.as_file().sync_all().map_err(StoreError::io(path))?;
            temporary
                .persist(path)
                .map_err(|e| StoreError::Io { path: path.display().to_string(), source: e.error })?;
        }
        let kept = kept.unwrap_or(own);
        // Also when nothing was written: another process may have renamed, and not yet have come to this.
        sync_folder(kept.path.parent().unwrap_or(&self.root))?;
        for other in places.iter().filter(|p| p.form != kept.form) {
            if unlink(&other.path)? {
                sync_folder(other.path.parent().unwrap_or(&self.root))?;
            }
        }
        Ok(graph::hex(&hash))
    }

    fn get(&self, sha256: &str) -> Result<Vec<u8>, StoreError> {
        self.read(sha256, |open| open.whole())
    }

    fn read_at(&self, sha256: &str, offset: u64, len: usize) -> Result<Vec<u8>, StoreError> {
        self.read(sha256, |open| open.read(offset, len))
    }

    fn len(&self, sha256: &str) -> Result<u64, StoreError> {
        self.read(sha256, |open| Ok(open.len()))
    }

    fn contains(&self, sha256: &str) -> Result<bool, StoreError> {
        let Some(hash) = hash_of(sha256) else { return Ok(false) };
        for place in self.places(&hash) {
            if place.path.try_exists().map_err(StoreError::io(&place.path))? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn remove(&self, sha256: &str) -> Result<(), StoreError> {
        let words = || StoreError::Damaged(format!("the stored segment {sha256} isn't named by a SHA-256"));
        for place in self.places(&hash_of(sha256).ok_or_else(words)?) {
            unlink(&place.path)?;
            // Also when nothing was there: a removal before may have been cut off before this.
            if let Some(folder) = place.path.parent().filter(|f| f.is_dir()) {
                sync_folder(folder)?;
            }
        }
        Ok(())
    }

    fn list(&self) -> Result<Vec<String>, StoreError> {
        let mut found = Vec::new();
        for (place, stem) in self.files()? {
            match place.form {
                Form::Sealed => found.extend(self.unseal_name(&place.path, &stem)?),
                Form::Plain | Form::Old => found.push(stem),
            }
        }
        found.sort();
        found.dedup();
        Ok(found)
    }
}

/// The content of an old file: one zstd frame.
fn unpack_old(mut file: fs::File, hash: &[u8; 32]) -> Result<Vec<u8>, Words> {
    let mut packed = Vec::new();
    file.read_to_end(&mut packed).map_err(|e| format!("can't be read ({e})"))?;
    let size = zstd::zstd_safe::get_frame_content_size(&packed).ok().flatten().filter(|size| *size <= MAX_OLD);
    let size = size.and_then(|size| usize::try_from(size).ok()).ok_or("can't be unpacked (its start is altered)")?;
    let bytes = zstd::bulk::decompress(&packed, size).map_err(|e| format!("can't be unpacked ({e})"))?;
    if graph::sha256(&bytes) != *hash {
        return Err("has other bytes than were stored".into());
    }
    Ok(bytes)
}

/// A hash out of its 64 lower-case hex digits; none for anything else, which must not get into a path.
fn hash_of(sha256: &str) -> Option<[u8; 32]> {
    let digit = |c: u8| match c {
        b'0'..=b'9' => Some(c - b'0'),
        b'a'..=b'f' => Some(c - b'a' + 10),
        _ => None,
    };
    let (pairs, rest) = sha256.as_bytes().as_chunks::<2>();
    let bytes: Vec<u8> = pairs.iter().map(|[a, b]| Some(digit(*a)? << 4 | digit(*b)?)).collect::<Option<_>>()?;
    bytes.try_into().ok().filter(|_| rest.is_empty())
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Removes a file; false when there was none.
fn unlink(path: &Path) -> Result<bool, StoreError> {
    match fs::remove_file(path) {
        Ok(()) => Ok(true),
        Err(e) if e.kind() == ErrorKind::NotFound => Ok(false),
        Err(e) => Err(StoreError::io(path)(e)),
    }
}

/// The paths in a folder; none when there is no folder.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    match fs::read_dir(folder) {
        Ok(entries) => entries.map(|e| Ok(e.map_err(StoreError::io(folder))?.path())).collect(),
        Err(e) if e.kind() == ErrorKind::NotFound => Ok(Vec::new()),
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
