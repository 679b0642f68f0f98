//! Values to what is compared: numbers, addresses of mailboxes, dates, places.

pub mod date;
pub mod email;
pub mod phone;
pub mod place;
