//! Versioned artifacts, ids, error codes, canonical fields and the views that hosts exchange.
//!
//! Nothing loosely shaped passes between subsystems, disk, the web view, the origin and agents (R47). Each artifact
//! family implements [`Artifact`]: envelope, lifecycle, owners, and a validation that names the field (R48-R51, R155).
//! TypeScript and JSON Schema are generated from these types by `cargo xtask codegen` and committed.

mod actor;
mod any_proposal;
mod client360;
mod commands;
mod decision;
mod delta;
mod entity;
mod envelope;
mod error;
mod fields;
mod filter;
pub mod generate;
mod ids;
mod interaction;
mod manifest;
mod policy;
mod proposal;
mod qd;
mod raw_import;
mod views;
mod writeback;

pub use actor::*;
pub use any_proposal::*;
pub use client360::*;
pub use commands::*;
pub use decision::*;
pub use delta::*;
pub use entity::*;
pub use envelope::*;
pub use error::*;
pub use fields::*;
pub use filter::*;
pub use ids::*;
pub use interaction::*;
pub use manifest::*;
pub use policy::*;
pub use proposal::*;
pub use qd::*;
pub use raw_import::*;
pub use views::*;
pub use writeback::*;
