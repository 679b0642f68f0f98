//! Use cases over a [`Host`]: everything that a screen, the command line or an agent can do, once.
//!
//! *Architecture invariant:* every call carries the actor who asks; a command of a host is: deserialise, one call here,
//! serialise. Errors leave as [`contracts::ApiError`]: what happened, in words for a person, with the way out.

mod access;
mod audit;
mod by_hand;
mod confirm;
mod demo;
mod dossiers;
mod edit;
mod erase;
mod error;
mod evaluation;
mod explain;
mod export;
mod feed;
mod handing;
mod host;
mod imports;
mod indexing;
mod lists;
mod lock;
mod looks;
mod matching;
mod pasted;
mod records;
mod review;
mod risks;
mod searching;
mod synthetic;
mod timeline;
mod today;
mod undoing;
mod work;
mod workspace;

pub use error::{Outcome, from_store};
pub use evaluation::{EvaluateArgs, IdentityEvaluation, Newcomers, RuleFound, Spent};
pub use host::{Host, Quiet, Reporter, SystemHost};
pub use imports::{ApproveChoice, ReplayOf, RunAs};
pub use lock::{Handover, Passed, WindowLock};
pub use store::{Acknowledge, Observer, Pulse};
pub use synthetic::{SynthOrder, Synthesised};
pub use workspace::{App, WorkspaceFile, current_user, data_folder, default_folder, demo_folder};
