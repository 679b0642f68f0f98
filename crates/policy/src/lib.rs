//! Pure: who may do what, what has to be looked at and by whom, and what a presenter sees.
//!
//! The policy is data ([`contracts::PolicyData`]); this crate turns it into verdicts that name the rule, the reason and
//! the roles that may instead. Every host asks here, through `app` (R85). Rights are allow-lists: what is not listed is
//! refused. Some laws can't be configured away ([`validate`]), and the functions hold them even for data that was never
//! validated: people merge, overwrite and let machines write only by decision, and a machine never decides (R42, R43,
//! R78, R81).
//!
//! ```
//! use contracts::{Permission, Role};
//!
//! let policy = policy::shipped();
//! let verdict = policy::permit(&policy, Some(Role::Agent), Permission::ApproveImports);
//! assert!(!verdict.allowed);
//! assert_eq!(verdict.rule, "role.agent/approve_imports");
//! assert_eq!(verdict.who, [Role::Owner, Role::Reviewer, Role::Operator]);
//! ```

mod error;
mod groups;
mod mask;
mod overwrite;
mod requirement;
mod rights;
mod settings;
mod shipped;
mod validate;
mod verdict;

pub use error::PolicyError;
pub use groups::group_of;
pub use mask::mask;
pub use overwrite::{Overwrite, loosens_consent, overwrite};
pub use requirement::{Change, Requirement, auto_approvable, may_decide, requirement};
pub use rights::{may_edit, may_write, permit, shown, visibility};
pub use settings::{set, settings};
pub use shipped::{SCHEMA, role_infos, shipped, view};
pub use validate::{ALWAYS_MAJOR, ALWAYS_REVIEWED, validate};
pub use verdict::Verdict;
