//! What is being collected for a list at the moment: its window and its count are asked for at once, and the second waits
//! for what the first collects.

use std::sync::{Condvar, Mutex, PoisonError};

use super::roster::{FilterKey, OrderKey};
use crate::open::lock;

/// What is collected.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum What {
    Rows(FilterKey),
    Order(OrderKey),
}

/// Everything that is being collected.
#[derive(Debug, Default)]
pub(crate) struct Making {
    going: Mutex<Vec<What>>,
    done: Condvar,
}

/// Somebody collects this until it is dropped.
pub(super) struct Turn<'a>(&'a Making, What);

impl Making {
    /// Waits until nobody collects this. Whoever waited looks again whether it is there.
    pub(super) fn turn(&self, what: What) -> Turn<'_> {
        let mut going = lock(&self.going);
        while going.contains(&what) {
            going = self.done.wait(going).unwrap_or_else(PoisonError::into_inner);
        }
        going.push(what.clone());
        Turn(self, what)
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        lock(&self.0.going).retain(|other| *other != self.1);
        self.0.done.notify_all();
    }
}
