//! What may come next in a sentence.

use contracts::EntityType;

use crate::parse::Parser;

/// What is expected where a sentence ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A field, `not`, or a parenthesis.
    Field,
    /// How this field is compared.
    Operator(String),
    /// What this field is compared with.
    Value(String),
    /// `and` or `or`: what stands there is whole.
    Connective,
    /// Something is wrong before the end.
    Nothing,
}

/// What is expected at the end of a sentence, and where the word begins that is being typed there.
#[must_use]
pub fn expected(entity: EntityType, text: &str) -> (Expected, usize) {
    let begun = text.char_indices().rev().take_while(|(_, c)| !c.is_whitespace() && *c != '(' && *c != ',').last();
    let begun = begun.map_or(text.len(), |(i, _)| i);
    let before = text.get(..begun).unwrap_or_default();
    let found = match Parser::read(entity, before) {
        Ok(_) if before.trim().is_empty() => Expected::Field,
        Ok(_) => Expected::Connective,
        Err((_, expected)) => expected,
    };
    (found, begun)
}
