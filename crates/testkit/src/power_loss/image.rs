//! What is on the disk after the power failed.

use std::collections::BTreeMap;

use super::{Event, FileId, Journal};
use crate::Draw;

/// A disk writes these whole or not at all.
const SECTOR: usize = 512;

/// How much of what was not synced gets through.
#[derive(Clone, Copy, Debug)]
enum Luck {
    Nothing,
    Everything,
    /// So many changes, in the order in which they were made, the last one torn.
    First(usize),
    /// Each sector, each size and each name by itself, with so many chances in a hundred.
    Any(usize),
}

/// A file's content that is certain, and the changes since, by their place in the journal.
#[derive(Debug, Default)]
struct Content {
    durable: Vec<u8>,
    pending: Vec<usize>,
}

/// What a name stands for for certain, and what it stood for since.
#[derive(Debug, Default)]
struct Name {
    durable: Option<FileId>,
    pending: Vec<(usize, Option<FileId>)>,
}

/// The files that are left, and what is in them.
pub(super) fn survivors(journal: &Journal, cut: usize, draw: &mut Draw) -> BTreeMap<String, Vec<u8>> {
    let events = &journal.events[..cut.min(journal.events.len())];
    let mut contents: BTreeMap<FileId, Content> = BTreeMap::new();
    let mut names: BTreeMap<&str, Name> = BTreeMap::new();
    let mut replaced: BTreeMap<&str, &[u8]> = BTreeMap::new();
    for (file, (name, bytes)) in journal.start.iter().enumerate() {
        contents.insert(file, Content { durable: bytes.clone(), pending: Vec::new() });
        names.insert(name, Name { durable: Some(file), pending: Vec::new() });
    }
    for (at, event) in events.iter().enumerate() {
        match event {
            Event::Create { name, file } => names.entry(name).or_default().pending.push((at, Some(*file))),
            Event::Delete { name } => names.entry(name).or_default().pending.push((at, None)),
            Event::Write { file, .. } | Event::Truncate { file, .. } => {
                contents.entry(*file).or_default().pending.push(at);
            }
            Event::Sync { file } => {
                let content = contents.entry(*file).or_default();
                for change in std::mem::take(&mut content.pending) {
                    apply(&mut content.durable, &events[change], Luck::Everything, draw, Fill::Zeros);
                }
            }
            Event::SyncFolder => {
                for name in names.values_mut() {
                    name.durable = name.pending.drain(..).next_back().map_or(name.durable, |(_, file)| file);
                }
            }
            Event::Replace { name, bytes } => drop(replaced.insert(name, bytes)),
        }
    }

    let mut unsynced: Vec<usize> = contents.values().flat_map(|content| content.pending.iter().copied()).collect();
    unsynced.extend(names.values().flat_map(|name| name.pending.iter().map(|(at, _)| *at)));
    unsynced.sort_unstable();
    let luck = match draw.below(12) {
        0..3 => Luck::Nothing,
        3 => Luck::Everything,
        4..6 => Luck::First(unsynced.get(draw.below(unsynced.len())).copied().unwrap_or_default()),
        _ => Luck::Any(*draw.one_of(&[10, 50, 90])),
    };
    let fill = if draw.percent(50) { Fill::Zeros } else { Fill::Anything };

    let mut left = BTreeMap::new();
    for (name, state) in names {
        let survived = match luck {
            Luck::Nothing => 0,
            Luck::Everything => state.pending.len(),
            Luck::First(last) => state.pending.iter().filter(|(at, _)| *at <= last).count(),
            Luck::Any(_) => draw.below(state.pending.len() + 1),
        };
        let file = if survived == 0 { state.durable } else { state.pending[survived - 1].1 };
        let Some(file) = file else { continue };
        let content = contents.entry(file).or_default();
        let mut bytes = content.durable.clone();
        for change in &content.pending {
            let luck = match luck {
                Luck::First(last) if *change < last => Luck::Everything,
                Luck::First(last) if *change == last => Luck::Any(50),
                Luck::First(_) => Luck::Nothing,
                other => other,
            };
            apply(&mut bytes, &events[*change], luck, draw, fill);
        }
        left.insert(name.to_owned(), bytes);
    }
    left.extend(replaced.into_iter().map(|(name, bytes)| (name.to_owned(), bytes.to_vec())));
    left
}

/// What is read where a file has grown and its content is missing.
#[derive(Clone, Copy, Debug)]
enum Fill {
    Zeros,
    Anything,
}

/// Lets as much of one change happen as luck allows.
fn apply(bytes: &mut Vec<u8>, change: &Event, luck: Luck, draw: &mut Draw, fill: Fill) {
    let happens = |draw: &mut Draw| match luck {
        Luck::Nothing => false,
        Luck::Everything | Luck::First(_) => true,
        Luck::Any(chance) => draw.percent(chance),
    };
    match change {
        Event::Truncate { size, .. } if happens(draw) => grow_or_cut(bytes, *size, draw, fill),
        Event::Write { offset, bytes: written, .. } => {
            let end = offset + written.len();
            if end > bytes.len() && happens(draw) {
                grow_or_cut(bytes, end, draw, fill);
            }
            let mut from = *offset;
            while from < end {
                let to = end.min((from / SECTOR + 1) * SECTOR);
                if happens(draw) {
                    if to > bytes.len() {
                        grow_or_cut(bytes, to, draw, fill);
                    }
                    bytes[from..to].copy_from_slice(&written[from - offset..to - offset]);
                }
                from = to;
            }
        }
        _ => {}
    }
}

fn grow_or_cut(bytes: &mut Vec<u8>, size: usize, draw: &mut Draw, fill: Fill) {
    bytes.resize_with(size, || match fill {
        Fill::Zeros => 0,
        Fill::Anything => draw.bits() as u8,
    });
}
