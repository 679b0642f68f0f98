//! The file of one blob, version 2. Numbers are little-endian.
//!
//! | from | bytes | what                                                                                          |
//! |------|-------|-----------------------------------------------------------------------------------------------|
//! | 0    | 8     | magic `VELOBLOB`                                                                              |
//! | 8    | 1     | version: 2                                                                                    |
//! | 9    | 1     | flags: bit 0 = sealed; the others are 0                                                       |
//! | 10   | 1     | plain bytes of a frame, as a power of two: 16                                                 |
//! | 11   | 1     | 0                                                                                             |
//! | 12   | 8     | sealed: id of the key; plain: 0                                                               |
//! | 20   | 16    | sealed: salt; plain: the first half of the content's SHA-256                                  |
//! | 36   | 32    | SHA-256 of the content (¹)                                                                    |
//! | 68   | 8     | length of the content (¹)                                                                     |
//! | 76   | 4     | *n*, number of frames (¹)                                                                     |
//! | 80   | 4     | *t*, bytes of the table with its filling (¹)                                                  |
//! | 84   | 16    | tag of bytes 36 to 83                                                                         |
//! | 100  | …     | *n* frames: each is one zstd frame (RFC 8878) of the next 64 KiB, the last of what is left (¹) |
//! | …    | *t*   | table: for each frame its stored length (4) and its tag (16); then zeros as filling (¹)       |
//! | …    | 16    | footer: tag of the table with its filling                                                     |
//! | …    | 8     | footer: `BLOB.END`                                                                            |
//!
//! (¹) encrypted when the file is sealed. A tag is Poly1305's in a sealed file; in a plain one it is half of a SHA-256
//! over the same: the bytes 0 to 35, the part's number (a frame's from 0, the table's 2⁶⁴−2, the header's 2⁶⁴−1), the
//! number of frames (0 for the header, which holds it) and the part as it is stored. See `seal` for the keys. The salt
//! is a MAC of bytes 0 to 83 (before they are encrypted, with a plain file's bytes 20 to 35), the frames' stored
//! lengths (4 each) and the frames.
//!
//! A sealed file is filled up to a multiple of 4 KiB, what disks give out anyway: its exact length would tell which of
//! some known files it is. The lengths of frames would too, so they are in the encrypted table.
//!
//! To seek takes two small reads, the header (which says how long the table is) and the table with the footer, and one
//! of the frames that are asked for.

use std::io::{self, Read, Seek, SeekFrom};

use super::seal::{Guard, Keys, PREFIX, Part, TAG};

const MAGIC: [u8; 8] = *b"VELOBLOB";
const END: [u8; 8] = *b"BLOB.END";
const VERSION: u8 = 2;
const SEALED: u8 = 1;
const FRAME_BITS: u8 = 16;
/// Plain bytes of a frame: few enough to unpack for one row, enough for zstd to find what repeats.
pub(super) const FRAME: usize = 1 << FRAME_BITS;
const RECORD: usize = 48;
const HEADER: usize = PREFIX + RECORD + TAG;
const ENTRY: usize = 4 + TAG;
const FOOTER: usize = TAG + END.len();
/// Sealed files are multiples of this.
const BLOCK: usize = 4096;
const LEVEL: i32 = 3;

/// Why a file can't be read, to follow the blob's name: "is cut off".
pub(super) type Words = String;

/// A content as the bytes of its file.
///
/// # Errors
/// When zstd fails, or the content is longer than the format's 32-bit counts allow (some 13 TiB).
pub(super) fn pack(bytes: &[u8], hash: &[u8; 32], keys: Option<&Keys>) -> io::Result<Vec<u8>> {
    let mut packer = zstd::bulk::Compressor::new(LEVEL)?;
    let mut scratch = Vec::with_capacity(zstd::zstd_safe::compress_bound(FRAME));
    let mut file = vec![0; HEADER];
    let mut lens = Vec::new();
    for frame in bytes.chunks(FRAME) {
        packer.compress_to_buffer(frame, &mut scratch)?;
        file.extend_from_slice(&scratch);
        lens.push(scratch.len());
    }
    let table = lens.len() * ENTRY;
    let filling = match keys {
        Some(_) => (file.len() + table + FOOTER).next_multiple_of(BLOCK) - (file.len() + table + FOOTER),
        None => 0,
    };
    let too_long = |_| io::Error::from(io::ErrorKind::FileTooLarge);
    let frames = u32::try_from(lens.len()).map_err(too_long)?;
    let mut header = Vec::with_capacity(HEADER);
    header.extend(MAGIC);
    header.extend([VERSION, if keys.is_some() { SEALED } else { 0 }, FRAME_BITS, 0]);
    header.extend(keys.map_or([0; 8], |k| k.id));
    header.extend(&hash[..16]);
    header.extend(hash);
    header.extend((bytes.len() as u64).to_le_bytes());
    header.extend(frames.to_le_bytes());
    header.extend(u32::try_from(table + filling).map_err(too_long)?.to_le_bytes());
    let lens: Vec<[u8; 4]> =
        lens.iter().map(|len| u32::try_from(*len).map(u32::to_le_bytes)).collect::<Result<_, _>>().map_err(too_long)?;
    if let Some(keys) = keys {
        // Over all that will be encrypted: see `seal`. The number of lengths stands in the header.
        let salt = keys.salt(&[&header, lens.as_flattened(), &file[HEADER..]]);
        header[PREFIX - 16..PREFIX].copy_from_slice(&salt);
    }
    let mut prefix = [0; PREFIX];
    prefix.copy_from_slice(&header[..PREFIX]);
    let guard = Guard::new(prefix, keys);

    let mut entries = Vec::with_capacity(table + filling);
    let mut rest = &mut file[HEADER..];
    for (i, len) in (0..).zip(&lens) {
        let (frame, after) = rest.split_at_mut(u32::from_le_bytes(*len) as usize);
        entries.extend(len);
        entries.extend(guard.close(Part::Frame(i), frames.into(), frame)?);
        rest = after;
    }
    entries.resize(table + filling, 0);
    let tag = guard.close(Part::Table, frames.into(), &mut entries)?;
    file.extend(entries);
    file.extend(tag);
    file.extend(END);
    let tag = guard.close(Part::Header, 0, &mut header[PREFIX..])?;
    header.extend(tag);
    file[..HEADER].copy_from_slice(&header);
    Ok(file)
}

/// The id of the key that a sealed file was made with; none when it is too short to say.
pub(super) fn key_id(mut source: impl Read) -> Option<[u8; 8]> {
    let mut start = [0; 20];
    source.read_exact(&mut start).ok()?;
    piece(&start, 12)
}

/// A file opened for reading.
pub(super) struct Blob<'k, R> {
    source: R,
    /// Of the file, in bytes.
    size: u64,
    guard: Guard<'k>,
    /// SHA-256 of the content, as the file says.
    pub(super) hash: [u8; 32],
    /// Length of the content, as the file says.
    pub(super) len: u64,
    frames: u64,
    table: u64,
}

/// A frame as the table has it.
struct Entry {
    at: u64,
    len: usize,
    tag: [u8; TAG],
}

impl<'k, R: Read + Seek> Blob<'k, R> {
    /// Reads and verifies a header; with keys the file must be sealed, without it must be plain.
    ///
    /// # Errors
    /// Why the file can't be read.
    pub(super) fn open(mut source: R, keys: Option<&'k Keys>) -> Result<Self, Words> {
        let size = source.seek(SeekFrom::End(0)).map_err(unreadable)?;
        if size < (HEADER + FOOTER) as u64 {
            return Err("is cut off".into());
        }
        let mut header = [0; HEADER];
        read_exact_at(&mut source, 0, &mut header)?;
        let prefix: [u8; PREFIX] = piece(&header, 0).ok_or("is cut off")?;
        if prefix[..8] != MAGIC {
            return Err("isn't in a file of ours (its first bytes differ)".into());
        }
        if prefix[8] != VERSION {
            return Err(format!("has file format {}; this build reads {VERSION}", prefix[8]));
        }
        if prefix[9] != u8::from(keys.is_some()) * SEALED || prefix[10] != FRAME_BITS || prefix[11] != 0 {
            return Err("has an altered header".into());
        }
        if keys.is_some_and(|k| k.id != prefix[12..20]) {
            return Err("was sealed with another key: the key doesn't fit".into());
        }
        let guard = Guard::new(prefix, keys);
        let tag = piece(&header, PREFIX + RECORD).ok_or("is cut off")?;
        let record = &mut header[PREFIX..PREFIX + RECORD];
        guard.open(Part::Header, 0, record, &tag).ok_or("has an altered header")?;
        let fields = (|| Some((piece(record, 0)?, piece(record, 32)?, piece(record, 40)?, piece(record, 44)?)))();
        let (hash, len, frames, table) = fields.ok_or("is cut off")?;
        let len = u64::from_le_bytes(len);
        let (frames, table) = (u64::from(u32::from_le_bytes(frames)), u64::from(u32::from_le_bytes(table)));
        let taken = (HEADER + FOOTER) as u64 + table;
        if frames != len.div_ceil(FRAME as u64) || table < frames * ENTRY as u64 {
            return Err("has an altered header".into());
        }
        if taken > size {
            return Err("is cut off".into());
        }
        Ok(Self { source, size, guard, hash, len, frames, table })
    }

    /// Reads and verifies the table and the footer, and that file and table are of one length.
    fn entries(&mut self) -> Result<Vec<Entry>, Words> {
        let len = usize::try_from(self.table).map_err(|_| "has an altered header")?;
        let mut bytes = vec![0; len + FOOTER];
        let at = self.size - bytes.len() as u64;
        read_exact_at(&mut self.source, at, &mut bytes)?;
        let (table, footer) = bytes.split_at_mut(len);
        if footer[TAG..] != END {
            return Err("is cut off or has an altered end".into());
        }
        let tag = piece(footer, 0).ok_or("is cut off")?;
        self.guard.open(Part::Table, self.frames, table, &tag).ok_or("has an altered frame table")?;
        let mut next = HEADER as u64;
        let frames = usize::try_from(self.frames).map_err(|_| "has an altered header")?;
        let entries = table.chunks_exact(ENTRY).take(frames).map(|entry| {
            let len = u32::from_le_bytes(piece(entry, 0)?);
            let at = next;
            next += u64::from(len);
            Some(Entry { at, len: len as usize, tag: piece(entry, 4)? })
        });
        let entries: Vec<Entry> = entries.collect::<Option<_>>().ok_or("has an altered frame table")?;
        if next + self.table + FOOTER as u64 != self.size {
            return Err("is longer or shorter than its frame table says".into());
        }
        Ok(entries)
    }

    /// Bytes of the content from an offset on; unpacks the frames that hold them and verifies each.
    ///
    /// # Errors
    /// Why they can't be read.
    pub(super) fn read(&mut self, offset: u64, len: usize) -> Result<Vec<u8>, Words> {
        let end = within(self.len, offset, len)?;
        let entries = self.entries()?;
        if len == 0 {
            return Ok(Vec::new());
        }
        let frame = FRAME as u64;
        let (first, last) = (offset / frame, end.div_ceil(frame));
        let wanted = usize::try_from(first).ok().zip(usize::try_from(last).ok());
        let wanted = wanted.and_then(|(a, b)| entries.get(a..b)).ok_or("has an altered frame table")?;
        let mut packed = vec![0; wanted.iter().map(|e| e.len).sum()];
        read_exact_at(&mut self.source, wanted.first().map_or(0, |e| e.at), &mut packed)?;
        let whole = (last * frame).min(self.len) - first * frame;
        let mut out = vec![0; usize::try_from(whole).map_err(|_| "is too long for this machine's memory")?];
        let mut unpacker = zstd::bulk::Decompressor::new().map_err(unreadable)?;
        let mut rest = packed.as_mut_slice();
        for ((i, entry), place) in (first..).zip(wanted).zip(out.chunks_mut(FRAME)) {
            let (frame, after) = rest.split_at_mut(entry.len);
            self.guard.open(Part::Frame(i), self.frames, frame, &entry.tag).ok_or_else(|| altered(i))?;
            if unpacker.decompress_to_buffer(frame, place).map_err(|_| altered(i))? != place.len() {
                return Err(altered(i));
            }
            rest = after;
        }
        let skip = usize::try_from(offset - first * frame).map_err(|_| "has an altered frame table")?;
        out.truncate(skip + len);
        out.drain(..skip);
        Ok(out)
    }

    /// The whole content, verified against the hash that the header holds.
    ///
    /// # Errors
    /// Why it can't be read.
    pub(super) fn whole(&mut self) -> Result<Vec<u8>, Words> {
        let len = usize::try_from(self.len).map_err(|_| "is too long for this machine's memory")?;
        let bytes = self.read(0, len)?;
        if graph::sha256(&bytes) != self.hash {
            return Err("has other bytes than were stored".into());
        }
        Ok(bytes)
    }
}

/// The end of a range of a content, if the content has it.
///
/// # Errors
/// With words when it hasn't.
pub(super) fn within(has: u64, offset: u64, len: usize) -> Result<u64, Words> {
    offset
        .checked_add(len as u64)
        .filter(|end| *end <= has)
        .ok_or_else(|| format!("has {has} bytes; {len} were asked for from byte {offset} on"))
}

fn altered(frame: u64) -> Words {
    format!("has an altered frame {frame}")
}

#[expect(clippy::needless_pass_by_value, reason = "it is handed to map_err")]
fn unreadable(error: io::Error) -> Words {
    format!("can't be read ({error})")
}

fn read_exact_at(source: &mut (impl Read + Seek), at: u64, bytes: &mut [u8]) -> Result<(), Words> {
    source.seek(SeekFrom::Start(at)).and_then(|_| source.read_exact(bytes)).map_err(unreadable)
}

/// `N` bytes from a place on.
fn piece<const N: usize>(bytes: &[u8], at: usize) -> Option<[u8; N]> {
    bytes.get(at..at + N)?.try_into().ok()
}
