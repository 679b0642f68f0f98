//! Pure: a synthetic client graph of any size, for demos and measurements (R201, issue "synthetic graph").
//!
//! Everything about a client follows from the seed, the day and the client's number: any one of them alone is the same as in
//! a stream, so that a million are written in the memory of a few, and work that was cut off goes on where it stopped.
//! Whoever is related to whom, and which firm they work at, lies within a cohort of [`COHORT`] clients.
//!
//! All of it is invented: people, firms, projects, and texts. E-mail addresses lie in reserved domains (RFC 2606), and the
//! numbers are made up, each valid in its country's plan. Only cities, localities and their postal codes are real.
//!
//! Code map: `draw` (numbers from seed, topic and number) → `person` (who) → `story` (what happened when) → `wish`, `deal`,
//! `task`, `talk` (its records) → `client`; `old_export` is a file of the same clients as an older system had them.

mod calendar;
mod client;
mod deal;
mod draw;
mod firm;
mod market;
mod names;
mod old_export;
mod person;
mod phones;
mod story;
mod talk;
mod task;
mod values;
mod wish;
mod words;

pub use client::Client;
pub use deal::Deal;
pub use old_export::OldExport;
pub use person::COHORT;

use serde_json::Value;

use crate::calendar::Calendar;

/// The graph of one seed on one day.
#[derive(Clone, Copy, Debug)]
pub struct Synth {
    seed: u64,
    average: u32,
    calendar: Calendar,
}

impl Synth {
    /// The graph of a seed as it stands on a day (`2026-11-20`), where the average client was in touch so many times. None
    /// where the text is no date.
    #[must_use]
    pub fn new(seed: u64, today: &str, average: u32) -> Option<Self> {
        let today = today.parse().ok()?;
        Some(Self { seed, average, calendar: Calendar::new(today) })
    }

    /// The client of a number, with everything around them.
    #[must_use]
    pub fn client(&self, number: u64) -> Client {
        client::client(self.seed, number, self.average, self.calendar)
    }

    /// The fields of the firm of a number, as [`Client::firm`] names it.
    #[must_use]
    pub fn firm(&self, number: u64) -> Vec<(&'static str, Value)> {
        firm::Firm::of(self.seed, number).fields(self.seed, number, self.calendar)
    }

    /// What an older system tells of some of the first `clients`, and of people whom nobody knows: other phones, other
    /// spellings, cells that can't be read. 3 % of the clients, at least 10 and at most 500 rows.
    #[must_use]
    pub fn old_export(&self, clients: u64) -> OldExport {
        old_export::of(self.seed, self.average, clients, self.calendar)
    }
}
