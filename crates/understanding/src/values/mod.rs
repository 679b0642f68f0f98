//! One kind of value per file: what its texts look like and what they become. Nothing here knows columns or rows.

pub mod country;
pub mod date;
pub mod digits;
pub mod email;
pub mod money;
pub(crate) mod months;
pub mod name;
pub mod number;
mod numbering;
pub mod parted;
pub mod phone;
pub mod split;
pub(crate) mod talk;
pub mod text;
