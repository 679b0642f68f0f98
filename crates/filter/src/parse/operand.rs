//! What a field is compared with, read as its kind is.

use contracts::{FieldKind, Operand};
use rust_decimal::Decimal;

use super::Parser;
use crate::complete::Expected;
use crate::fields::Listed;
use crate::problem::Problem;
use crate::token::What;

/// Units of amounts, and by how many powers of ten they multiply.
const UNITS: &[(&str, u32)] = &[
    ("k", 3),
    ("thousand", 3),
    ("l", 5),
    ("lakh", 5),
    ("lakhs", 5),
    ("lac", 5),
    ("lacs", 5),
    ("cr", 7),
    ("crore", 7),
    ("crores", 7),
    ("m", 6),
    ("mn", 6),
    ("mio", 6),
    ("million", 6),
    ("bn", 9),
    ("billion", 9),
];
const SIGNS: &[(&str, &str)] = &[("₹", "INR"), ("rs.", "INR"), ("rs", "INR"), ("€", "EUR"), ("£", "GBP"), ("$", "USD")];
const MONTHS: &[&str] = &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

impl Parser {
    pub(super) fn operand(&mut self, f: &Listed) -> Result<Operand, Problem> {
        self.expect(Expected::Value(f.name.clone()));
        if self.peek().is_none() {
            return Err(self.wrong(format!("What is {} compared with? A value is missing here.", f.spoken())));
        }
        match f.kind {
            FieldKind::Number | FieldKind::Area => self.number(),
            FieldKind::Money => self.money(),
            FieldKind::Date | FieldKind::DateTime => self.date(),
            FieldKind::Bool => self.truth(),
            _ => self.text(),
        }
    }

    fn number(&mut self) -> Result<Operand, Problem> {
        let (number, times) = self.decimal()?;
        Ok(Operand::Number { number: scaled(number, times).ok_or_else(|| self.wrong("This number is too big."))? })
    }

    /// A number as it is written, and by how many powers of ten its unit multiplies.
    fn decimal(&mut self) -> Result<(Decimal, u32), Problem> {
        let no = |me: &Self| me.wrong("A number is expected here, such as 70 or 2.5.");
        let Some(word) = self.word(0) else { return Err(no(self)) };
        let plain = word.replace(',', "");
        let split = plain.find(|c: char| !(c.is_ascii_digit() || ".-+".contains(c))).unwrap_or(plain.len());
        let (digits, unit) = plain.split_at(split);
        let Ok(number) = digits.parse::<Decimal>() else { return Err(no(self)) };
        let times = match UNITS.iter().find(|(u, _)| *u == unit) {
            Some((_, times)) => *times,
            None if unit.is_empty() => 0,
            None => return Err(self.wrong(format!("\"{unit}\" is no unit. Write k, L, Cr, M or bn."))),
        };
        self.at += 1;
        if times == 0
            && let Some((_, times)) = self.word(0).and_then(|w| UNITS.iter().find(|(u, _)| *u == w))
        {
            self.at += 1;
            return Ok((number, *times));
        }
        Ok((number, times))
    }

    fn money(&mut self) -> Result<Operand, Problem> {
        let mut currency = self.currency();
        // A sign that stands close to its number.
        if currency.is_none()
            && let Some(What::Word(word)) = self.tokens.get(self.at).map(|t| t.what.clone())
            && let Some((sign, code)) = SIGNS.iter().find(|(s, _)| word.to_lowercase().starts_with(s))
            && let Some(rest) = word.get(sign.len()..).filter(|r| r.starts_with(|c: char| c.is_ascii_digit()))
            && let Some(token) = self.tokens.get_mut(self.at)
        {
            currency = Some((*code).into());
            token.what = What::Word(rest.into());
        }
        let begun = self.span();
        let (number, times) = self.decimal()?;
        let currency = currency.or_else(|| self.currency());
        let amount = scaled(number, times).ok_or_else(|| Problem::new(begun, "This amount is too big."))?;
        Ok(Operand::Money { amount, currency })
    }

    /// Takes a currency if it comes next: its code, or its sign.
    fn currency(&mut self) -> Option<String> {
        let Some(What::Word(word)) = self.peek().map(|t| &t.what) else { return None };
        let lower = word.to_lowercase();
        let sign = SIGNS.iter().find(|(s, _)| *s == lower).map(|(_, code)| (*code).to_owned());
        let coded = word.len() == 3
            && word.bytes().all(|b| b.is_ascii_alphabetic())
            && !matches!(lower.as_str(), "and" | "not")
            && !UNITS.iter().any(|(u, _)| *u == lower);
        let found = sign.or_else(|| coded.then(|| word.to_uppercase()))?;
        self.at += 1;
        Some(found)
    }

    /// `2026-11-21`, or `21 Nov 2026`.
    fn date(&mut self) -> Result<Operand, Problem> {
        let iso = self.word(0).filter(|w| w.parse::<jiff::civil::Date>().is_ok() && w.len() == 10);
        if let Some(date) = iso {
            self.at += 1;
            return Ok(Operand::Date { date });
        }
        let spoken = (|| {
            let day: i8 = self.word(0)?.parse().ok()?;
            let name = self.word(1)?;
            let month = MONTHS.iter().position(|m| name.get(..3) == Some(*m))?;
            let year: i16 = self.word(2)?.parse().ok().filter(|y| (1000..=9999).contains(y))?;
            jiff::civil::Date::new(year, i8::try_from(month + 1).ok()?, day).ok()
        })();
        let Some(date) = spoken else {
            return Err(self.wrong("A day is expected here, such as 2026-11-21 or 21 Nov 2026."));
        };
        self.at += 3;
        Ok(Operand::Date { date: date.to_string() })
    }

    fn truth(&mut self) -> Result<Operand, Problem> {
        let yes = match self.word(0).as_deref() {
            Some("yes" | "true") => true,
            Some("no" | "false") => false,
            _ => return Err(self.wrong("Write yes or no.").suggesting(vec!["yes".into(), "no".into()])),
        };
        self.at += 1;
        Ok(Operand::Bool { yes })
    }

    /// A text in quotes, `me`, or words up to the next condition.
    fn text(&mut self) -> Result<Operand, Problem> {
        if let Some(What::Quoted(text)) = self.peek().map(|t| &t.what) {
            let text = text.clone();
            self.at += 1;
            return Ok(Operand::Text { text });
        }
        if self.take("me") {
            return Ok(Operand::Me);
        }
        let mut words: Vec<String> = Vec::new();
        while let Some(What::Word(word)) = self.peek().map(|t| &t.what) {
            if matches!(word.to_lowercase().as_str(), "and" | "or") {
                break;
            }
            words.push(word.clone());
            self.at += 1;
        }
        if words.is_empty() {
            return Err(
                self.wrong("A value is missing here. One that reads like a word of the language goes in quotes.")
            );
        }
        Ok(Operand::Text { text: words.join(" ") })
    }
}

/// Decimal text without trailing zeros after the point.
fn scaled(number: Decimal, times: u32) -> Option<String> {
    let factor = Decimal::from(10_u64.checked_pow(times)?);
    Some(number.checked_mul(factor)?.normalize().to_string())
}
