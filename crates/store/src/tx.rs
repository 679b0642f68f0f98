//! Transactions: what can be read in one ([`Reader`]), what can be written in one ([`Tx`]).

use std::cell::RefCell;
use std::ops::Deref;

use contracts::{Actor, Cause, DecisionId, DeltaId, GroupId, Timestamp};
use graph::Mutation;
use rusqlite::Connection;
use uuid::Uuid;

use crate::entropy::{Drawn, uuid_v7_of};
use crate::pin::Pin;
use crate::table::audit;
use crate::table::search::{Noted, WordCache};
use crate::{Blobs, Entropy, StoreError, timestamp};

/// One consistent state of the database.
pub struct Reader<'a> {
    pub(crate) conn: &'a Connection,
    pub(crate) blobs: &'a dyn Blobs,
    /// The words that an open store knows; none where what is read may never be committed.
    pub(crate) words: Option<&'a WordCache>,
}

/// One write transaction. Everything written in it becomes visible at once, or not at all.
pub struct Tx<'a> {
    reader: Reader<'a>,
    entropy: &'a dyn Entropy,
    device: Uuid,
    epoch: u32,
    next_n: u64,
    hlc: (u64, u32),
    audit: Option<(u64, [u8; 32])>,
    audit_before: u64,
    groups: Vec<(GroupId, u64)>,
    drawn: RefCell<Drawn>,
    instant: RefCell<(u64, Timestamp)>,
    search_later: bool,
    pub(crate) noted_words: Noted,
}

impl<'a> Deref for Tx<'a> {
    type Target = Reader<'a>;
    fn deref(&self) -> &Reader<'a> {
        &self.reader
    }
}

/// Deltas of one human action; they apply together.
#[derive(Clone, Debug)]
pub struct GroupWrite {
    /// The action.
    pub group: GroupId,
    /// Who.
    pub actor: Actor,
    /// The system the values came from.
    pub source_system: String,
    /// The decision behind it, if any; it must stand already.
    pub decision_id: Option<DecisionId>,
    /// Local key of the import behind it, if any.
    pub import: Option<i64>,
    /// In the order in which they apply.
    pub deltas: Vec<NewDelta>,
}

/// One delta to write.
#[derive(Clone, Debug)]
pub struct NewDelta {
    /// What changes.
    pub mutation: Mutation,
    /// Why.
    pub cause: Cause,
    /// The delta it takes back.
    pub inverse_of: Option<DeltaId>,
}

impl<'a> Tx<'a> {
    pub(crate) fn begin(
        conn: &'a Connection,
        blobs: &'a dyn Blobs,
        entropy: &'a dyn Entropy,
        device: Uuid,
        epoch: u32,
    ) -> Result<Self, StoreError> {
        let (last_n, hlc): (u64, String) = conn
            .prepare_cached("SELECT n, hlc FROM graph_deltas WHERE device = ? AND epoch = ? ORDER BY n DESC LIMIT 1")?
            .query_row((device, epoch), |r| Ok((r.get(0)?, r.get(1)?)))
            .or_else(|e| match e {
                rusqlite::Error::QueryReturnedNoRows => Ok((0, String::new())),
                other => Err(other),
            })?;
        let audit = audit::head(conn)?;
        Ok(Self {
            reader: Reader { conn, blobs, words: None },
            entropy,
            device,
            epoch,
            next_n: last_n + 1,
            hlc: parse_hlc(&hlc),
            audit,
            audit_before: audit.map_or(0, |a| a.0),
            groups: Vec::new(),
            drawn: RefCell::default(),
            instant: RefCell::new((0, timestamp(0))),
            search_later: false,
            noted_words: Noted::default(),
        })
    }

    /// The instant, as contracts write it.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        let ms = self.entropy.now_ms();
        let mut instant = self.instant.borrow_mut();
        if instant.0 != ms {
            *instant = (ms, timestamp(ms));
        }
        instant.1.clone()
    }

    /// A new UUIDv7.
    #[must_use]
    pub fn new_id(&self) -> Uuid {
        uuid_v7_of(self.entropy.now_ms(), &self.drawn.borrow_mut().next(self.entropy))
    }

    /// A new random salt.
    #[must_use]
    pub fn salt(&self) -> [u8; 16] {
        self.drawn.borrow_mut().next(self.entropy)
    }

    /// Leaves the search terms of the records that this transaction writes to [`Tx::index_pending`]: for work on many
    /// records, which must not hold the writer for the sake of the search.
    pub fn index_later(&mut self) {
        self.search_later = true;
    }

    pub(crate) fn indexes_later(&self) -> bool {
        self.search_later
    }

    pub(crate) fn device(&self) -> (Uuid, u32) {
        (self.device, self.epoch)
    }

    /// The number of the next delta of this device.
    pub(crate) fn next_n(&self) -> u64 {
        self.next_n
    }

    pub(crate) fn take_n(&mut self) -> u64 {
        let n = self.next_n;
        self.next_n += 1;
        n
    }

    /// The next instant of the hybrid logical clock: never before the last, whatever the wall clock says.
    pub(crate) fn tick(&mut self) -> String {
        let now = self.entropy.now_ms();
        self.hlc = if now > self.hlc.0 { (now, 0) } else { (self.hlc.0, self.hlc.1 + 1) };
        format!("{:012x}-{:06x}", self.hlc.0, self.hlc.1)
    }

    pub(crate) fn audit_head(&self) -> Option<(u64, [u8; 32])> {
        self.audit
    }

    pub(crate) fn set_audit_head(&mut self, seq: u64, hash: [u8; 32]) {
        self.audit = Some((seq, hash));
    }

    /// A group was applied.
    pub(crate) fn note_group(&mut self, group: GroupId, deltas: usize) {
        self.groups.push((group, deltas as u64));
    }

    /// The groups of this transaction with their numbers of deltas: what a commit acknowledges.
    pub(crate) fn groups(&self) -> Vec<(GroupId, u64)> {
        self.groups.clone()
    }

    /// The chain's new head, if this transaction made the chain grow.
    pub(crate) fn grown_head(&self) -> Option<Pin> {
        self.audit
            .filter(|(seq, _)| *seq > self.audit_before)
            .map(|(seq, hash)| Pin { entries: seq, head: graph::hex(&hash) })
    }
}

fn parse_hlc(text: &str) -> (u64, u32) {
    let (ms, counter) = text.split_once('-').unwrap_or_default();
    (u64::from_str_radix(ms, 16).unwrap_or(0), u32::from_str_radix(counter, 16).unwrap_or(0))
}
