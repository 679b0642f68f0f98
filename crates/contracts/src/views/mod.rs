//! What hosts ask for and get: list rows, imports, explanations. Shapes only; `app` fills them.

mod changes;
mod decisions;
mod imports;
mod merge;
mod records;
mod review;
mod revise;
mod work;
mod workspace;

pub use changes::*;
pub use decisions::*;
pub use imports::*;
pub use merge::*;
pub use records::*;
pub use review::*;
pub use revise::*;
pub use work::*;
pub use workspace::*;
