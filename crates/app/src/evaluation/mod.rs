//! Identity over files: how well people are told apart, against a truth that only scores.

mod columns;
mod run;

pub use run::{EvaluateArgs, IdentityEvaluation, RuleFound};
