//! One file per table or pair of tables.

pub mod aliases;
pub mod audit;
pub mod batches;
mod compact;
pub mod decisions;
pub mod deltas;
pub mod exports;
pub mod fates;
pub mod feed;
pub mod filing;
pub mod identity;
pub mod identity_models;
pub mod imports;
pub mod lifecycle;
pub mod lists;
pub mod log;
pub mod manifests;
pub mod missions;
pub mod profiles;
pub mod proposals;
pub mod queue;
pub mod readings;
pub mod records;
pub mod relationships;
pub mod rights;
pub mod search;
