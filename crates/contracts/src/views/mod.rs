//! What hosts ask for and get: list rows, imports, explanations. Shapes only; `app` fills them.

mod bulk;
mod calls;
mod changes;
mod decisions;
mod imports;
mod lists;
mod merge;
mod pasted;
mod records;
mod review;
mod revise;
mod search;
mod timeline;
mod today;
mod work;
mod workspace;

pub use bulk::*;
pub use calls::*;
pub use changes::*;
pub use decisions::*;
pub use imports::*;
pub use lists::*;
pub use merge::*;
pub use pasted::*;
pub use records::*;
pub use review::*;
pub use revise::*;
pub use search::*;
pub use timeline::*;
pub use today::*;
pub use work::*;
pub use workspace::*;
