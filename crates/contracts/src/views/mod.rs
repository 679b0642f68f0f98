//! What hosts ask for and get: list rows, imports, explanations. Shapes only; `app` fills them.

mod imports;
mod records;
mod workspace;

pub use imports::*;
pub use records::*;
pub use workspace::*;
