//! Identity over files: how well people are told apart, against a truth that only scores.

mod columns;
mod newcomers;
mod run;
mod spent;
mod truth;

pub use newcomers::Newcomers;
pub use run::{EvaluateArgs, IdentityEvaluation, RuleFound};
pub use spent::Spent;
