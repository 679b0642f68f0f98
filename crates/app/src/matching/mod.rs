//! Who is who, over the graph and the rows of a file: the identity engine's keys, model and scores put to work.
//!
//! *Architecture invariant:* the engine only suggests. What is above the policy's thresholds becomes a proposal that a
//! person decides; two clients who are there are never merged without a decision (R42).

pub(crate) mod accounts;
pub(crate) mod blocks;
pub(crate) mod keys;
pub(crate) mod met;
pub(crate) mod model;
pub(crate) mod near;
mod outlook;
pub(crate) mod person;
pub(crate) mod prospects;
pub(crate) mod rejections;
mod scan;
pub(crate) mod weigh;
pub(crate) mod within;

use std::sync::LazyLock;

/// Version of what [`person`] reads from a record.
const READING: u16 = 1;

/// Version of everything that keys and scores depend on: kept keys of another version are written anew.
pub(crate) fn version() -> &'static str {
    static VERSION: LazyLock<String> = LazyLock::new(|| {
        format!("{}.{}.{READING}", identity::record::FEATURES_VERSION, identity::model::MODEL_VERSION)
    });
    &VERSION
}
