//! What was counted of the queue, kept until anything is committed: a screen that asks again with another filter has its
//! counts at once, for they don't depend on filters.

use std::sync::{Arc, Mutex, PoisonError};

use contracts::EntityId;
use store::{Pulse, QueueCount, QueueRequest, Reader};

use crate::App;
use crate::error::Failure;

/// The newest counts.
#[derive(Debug, Default)]
pub(crate) struct Tallies(Mutex<Option<Kept>>);

#[derive(Debug)]
struct Kept {
    pulse: Pulse,
    of: Of,
    counts: Arc<[QueueCount]>,
}

/// The part of a request that counts depend on.
#[derive(Debug, PartialEq, Eq)]
struct Of {
    ages: Option<(String, String)>,
    about: Option<EntityId>,
    not_deferred: Option<(String, String)>,
    overwrites: Vec<String>,
    all: bool,
}

impl Of {
    fn request(q: &QueueRequest) -> Self {
        Self {
            ages: q.ages.clone(),
            about: q.about,
            not_deferred: q.not_deferred.clone(),
            overwrites: q.overwrites.clone(),
            all: q.all,
        }
    }

    /// All that waits for a person, whatever it is called.
    fn is_whole(&self) -> bool {
        self.about.is_none() && self.not_deferred.is_none() && !self.all
    }
}

impl Tallies {
    fn kept<T>(&self, pulse: Pulse, found: impl FnOnce(&Kept) -> Option<T>) -> Option<T> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.as_ref().filter(|kept| kept.pulse == pulse).and_then(found)
    }
}

impl App {
    /// Open proposals by what they are. `pulse`: taken before `r` was opened, so that what is committed in between counts
    /// at the next look at the latest.
    pub(crate) fn counts(&self, r: &Reader<'_>, pulse: Pulse, q: &QueueRequest) -> Result<Arc<[QueueCount]>, Failure> {
        let of = Of::request(q);
        if let Some(counts) = self.tallies.kept(pulse, |kept| (kept.of == of).then(|| Arc::clone(&kept.counts))) {
            return Ok(counts);
        }
        let counts: Arc<[QueueCount]> = r.queue_counts(q)?.into();
        let newest = Kept { pulse, of, counts: Arc::clone(&counts) };
        *self.tallies.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(newest);
        Ok(counts)
    }

    /// How many wait for a person.
    pub(crate) fn waiting(&self, r: &Reader<'_>, pulse: Pulse) -> Result<u64, Failure> {
        let sum = |kept: &Kept| kept.of.is_whole().then(|| kept.counts.iter().map(|c| c.count).sum());
        match self.tallies.kept(pulse, sum) {
            Some(sum) => Ok(sum),
            None => Ok(r.queue_size(&QueueRequest::default())?),
        }
    }
}
