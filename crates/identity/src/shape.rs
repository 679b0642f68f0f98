//! What the columns of a file or the fields of an entity mean to identity.

use serde::{Deserialize, Serialize};

use crate::names::Part;
use crate::values::date::Order;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Role {
    /// A name, or the part of one that the column is for.
    Name(Part),
    /// A title or suffix in a column of its own (`Mrs`, `Jr`).
    Title,
    /// Gender as a word or letter.
    Gender,
    /// Telephone numbers.
    Phone,
    /// E-mail addresses.
    Email,
    /// Date of birth.
    Birth(Order),
    /// The company somebody works for.
    Company,
    /// A part of a postal address without city and postal code.
    Address,
    /// Postal code.
    PostalCode,
    /// City or suburb.
    City,
    /// Anything else that may speak for or against two rows being one: the place in [`Shape::custom`].
    Custom(u16),
}

/// A comparison of a column that has no role of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Custom {
    /// What it is called in explanations.
    pub name: String,
    /// Whether nearly equal values count as partial agreement.
    pub fuzzy: bool,
}

/// Custom comparisons that one shape may have.
pub const MAX_CUSTOM: usize = 12;

/// What takes part in comparison, in the order of columns.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shape {
    /// Column and role.
    pub columns: Vec<(usize, Role)>,
    /// The custom comparisons.
    pub custom: Vec<Custom>,
}

impl Shape {
    /// Adds a custom comparison for a column; false where there are [`MAX_CUSTOM`] of them already.
    pub fn add_custom(&mut self, column: usize, name: &str, fuzzy: bool) -> bool {
        let Ok(at) = u16::try_from(self.custom.len()) else { return false };
        if self.custom.len() >= MAX_CUSTOM {
            return false;
        }
        self.custom.push(Custom { name: name.to_owned(), fuzzy });
        self.columns.push((column, Role::Custom(at)));
        true
    }
}
