//! What was committed, for other readers: the feed, and where sync stands (R141).

use std::time::Duration;

use contracts::{Actor, ApiError, ChangePage, ErrorCode, Permission, SyncStatus};

use crate::error::from_store;
use crate::{App, Outcome};

/// Events given at once.
const MAX_EVENTS: u32 = 1000;

impl App {
    /// What was committed after a position, by any process. `next` is the position to ask from the next time.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] by policy; [`ErrorCode::BadInput`] for a limit outside 1..=1000.
    pub fn changes(&self, actor: &Actor, after: u64, limit: Option<u32>) -> Outcome<ChangePage> {
        self.permit(actor, Permission::ReadAudit)?;
        self.changes_for_host(after, limit.unwrap_or(100))
    }

    /// Waits until something is committed after a position, at most for a while, and gives it: a commit of this process
    /// wakes at once, others within 200 ms.
    ///
    /// # Errors
    /// As [`App::changes`].
    pub fn await_changes(&self, actor: &Actor, after: u64, wait: Duration) -> Outcome<ChangePage> {
        self.permit(actor, Permission::ReadAudit)?;
        let begun = self.host.monotonic();
        loop {
            let page = self.changes_for_host(after, MAX_EVENTS)?;
            let left = wait.saturating_sub(self.host.monotonic().saturating_sub(begun));
            if !page.events.is_empty() || left.is_zero() {
                return Ok(page);
            }
            // Commits without an entry wake as well: then there is nothing to tell yet.
            let pulse = store::Pulse { entries: after, ..self.pulse()? };
            self.store.wait_for_change(pulse, left).map_err(|e| from_store(&e))?;
        }
    }

    /// Waits until something was committed, by any process, and tells what of it stands in the feed. For a host, which
    /// shows nothing of it but asks again for what is on screen.
    ///
    /// # Errors
    /// The store's.
    pub fn news_for_host(&self, seen: store::Pulse, wait: Duration) -> Outcome<(store::Pulse, ChangePage)> {
        let pulse = self.store.wait_for_change(seen, wait).map_err(|e| from_store(&e))?;
        Ok((pulse, self.changes_for_host(seen.entries, MAX_EVENTS)?))
    }

    /// Where the workspace stands.
    ///
    /// # Errors
    /// The store's.
    pub fn pulse(&self) -> Outcome<store::Pulse> {
        self.store.pulse().map_err(|e| from_store(&e))
    }

    /// The newest position of the feed.
    ///
    /// # Errors
    /// The store's.
    pub fn feed_head(&self) -> Outcome<u64> {
        self.reading(|r| Ok(r.audit_length()?))
    }

    fn changes_for_host(&self, after: u64, limit: u32) -> Outcome<ChangePage> {
        if !(1..=MAX_EVENTS).contains(&limit) {
            return Err(ApiError::new(
                ErrorCode::BadInput,
                format!("{limit} changes can't be given at once."),
                format!("Ask for 1 to {MAX_EVENTS}."),
            )
            .at("limit"));
        }
        let events = self.reading(|r| Ok(r.changes(after, limit)?))?;
        let next = events.last().map_or(after, |e| e.seq);
        Ok(ChangePage { events, next })
    }

    /// How much of this workspace the origin has, or would be sent.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] by policy.
    pub fn sync_status(&self, actor: &Actor) -> Outcome<SyncStatus> {
        self.permit(actor, Permission::Sync)?;
        let (device, epoch) = self.store.device();
        self.reading(|r| Ok(r.send_cursor(device, epoch)?))
    }
}
