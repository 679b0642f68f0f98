//! A sentence cut into words, quoted texts and marks, each with where it stands.

use crate::Problem;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A bare word, as typed.
    Word(String),
    /// A text in quotes.
    Quoted(String),
    /// `(`, `)`, `,` or a comparison sign.
    Mark(&'static str),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub what: What,
    pub span: (usize, usize),
}

/// Signs by which numbers and texts are compared; longer ones first.
const MARKS: &[&str] = &["!=", ">=", "<=", "≥", "≤", "≠", "(", ")", ",", "=", ">", "<"];

/// Longer sentences are nobody's.
pub const LONGEST: usize = 4_000;

pub fn tokens(text: &str) -> Result<Vec<Token>, Problem> {
    if text.len() > LONGEST {
        return Err(Problem::new((0, text.len()), "The filter is longer than 4000 characters."));
    }
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let Some(first) = rest.chars().next() else { break };
        if first.is_whitespace() {
            at += first.len_utf8();
        } else if first == '"' || first == '“' {
            let (value, length) = quoted(rest)
                .ok_or_else(|| Problem::new((at, text.len()), "A quoted text is not closed. Put a \" at its end."))?;
            out.push(Token { what: What::Quoted(value), span: (at, at + length) });
            at += length;
        } else if let Some(mark) = MARKS.iter().find(|m| rest.starts_with(**m)) {
            out.push(Token { what: What::Mark(mark), span: (at, at + mark.len()) });
            at += mark.len();
        } else {
            let length = word(rest);
            out.push(Token {
                what: What::Word(rest.get(..length).unwrap_or_default().into()),
                span: (at, at + length),
            });
            at += length;
        }
    }
    Ok(out)
}

/// The text in quotes at the start, and how many bytes it takes.
fn quoted(text: &str) -> Option<(String, usize)> {
    let mut value = String::new();
    let mut letters = text.char_indices().skip(1);
    while let Some((i, c)) = letters.next() {
        match c {
            '\\' => value.push(letters.next()?.1),
            '"' | '”' => return Some((value, i + c.len_utf8())),
            c => value.push(c),
        }
    }
    None
}

/// How many bytes the bare word at the start takes. A comma between digits is part of a number: `1,25,00,000`.
fn word(text: &str) -> usize {
    let mut before = None;
    let mut letters = text.char_indices().peekable();
    while let Some((i, c)) = letters.next() {
        let inside = c == ','
            && before.is_some_and(|b: char| b.is_ascii_digit())
            && letters.peek().is_some_and(|(_, n)| n.is_ascii_digit());
        let ends = c.is_whitespace() || "()=<>\"“".contains(c) || (c == ',' && !inside) || "≥≤≠".contains(c);
        let unequal = c == '!' && letters.peek().is_some_and(|(_, n)| *n == '=');
        if ends || unequal {
            return i;
        }
        before = Some(c);
    }
    text.len()
}
