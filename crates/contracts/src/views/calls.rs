//! Handing a call over to the system's telephone or messenger.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::EntityId;

/// What a call is handed over to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum HandOffTo {
    /// Whatever answers `tel:` on this computer.
    Telephone,
    /// WhatsApp, by its own address for a number.
    Whatsapp,
}

/// Which number of whom is called, with what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct HandOffArgs {
    /// The person.
    pub id: EntityId,
    /// Which of their numbers, from 0.
    pub phone: u32,
    /// With what.
    pub to: HandOffTo,
}

/// What was handed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct HandOff {
    /// The address that the system was given: `tel:+91…` or `https://wa.me/91…`, and nothing else ever.
    pub address: String,
}
