//! Money as brokers type it: `1.5 Cr`, `85 L`, `₹1,25,00,000`, `AED 2.3M`, `2.75-3.44 Cr`; exact decimals.

mod words;

use rust_decimal::Decimal;

use super::{digits, number};
use words::{ABOUT, AND, AT_LEAST, AT_MOST, BETWEEN, CURRENCIES, EACH, LOOSELY, OR_LESS, OR_MORE, TO, UNITS};

/// An exact amount; the currency is none where nothing names one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Money {
    /// In whole units of the currency.
    pub amount: Decimal,
    /// ISO 4217.
    pub currency: Option<String>,
    /// Whether a unit (`Cr`, `k`) stood with the number.
    pub scaled: bool,
}

/// Below this, a bare number in a column of large amounts lacks its unit.
const SMALL: u32 = 10_000;
/// From this on, an amount is one that houses cost.
const LARGE: u32 = 100_000;

impl Money {
    /// Applies what the column's header states: a unit (`crore`) to a bare number, a currency where none is named.
    #[must_use]
    pub fn under_header(mut self, stated: &[&str]) -> Self {
        for word in stated {
            if let Some((_, power, indian)) = UNITS.iter().find(|(unit, ..)| unit == word) {
                // `25000000` below `Budget (Cr)` is in rupees all the same: nobody has a budget of so many crores.
                if !self.scaled && self.amount < Decimal::from(SMALL) {
                    self.amount = self
                        .amount
                        .checked_mul(Decimal::from(10u64.saturating_pow(*power)))
                        .unwrap_or(self.amount)
                        .normalize();
                }
                if *indian && self.currency.is_none() {
                    self.currency = Some("INR".into());
                }
            } else if word.len() == 3 && word.bytes().all(|b| b.is_ascii_uppercase()) && self.currency.is_none() {
                self.currency = Some((*word).to_owned());
            }
        }
        self
    }
}

const SIGNS: &str = "€£₹₨$";

/// The currency that a header names by its sign or in words: `EUR` for `Budget (€)`, `AED` for `الميزانية بالدرهم`; where
/// spellings contain each other, the longer.
#[must_use]
pub fn named(header: &str) -> Option<&'static str> {
    let header = header.to_lowercase();
    // `Savings ($)` names no Singapore dollars, and `Rsvp` no rupees.
    let apart = |spelling: &str| {
        header.match_indices(spelling).any(|(at, _)| {
            // `بالدرهم`: in and the are written on to the word.
            let before = header.get(..at).map(|b| b.strip_suffix("ال").map_or(b, |b| b.trim_end_matches('ب')));
            let before = before.and_then(|b| b.chars().next_back());
            let after = header.get(at + spelling.len()..).and_then(|a| a.chars().next());
            let meets = |inner: Option<char>, outer: Option<char>| {
                inner.is_some_and(char::is_alphabetic) && outer.is_some_and(char::is_alphabetic)
            };
            !meets(spelling.chars().next(), before) && !meets(spelling.chars().next_back(), after)
        })
    };
    // Two letters are too few for a word of a header.
    let tells = |spelling: &str| spelling.chars().any(|c| SIGNS.contains(c)) || spelling.chars().count() > 2;
    let found = CURRENCIES.iter().filter(|(spelling, _)| tells(spelling) && apart(spelling));
    found.max_by_key(|(spelling, _)| spelling.len()).map(|(_, code)| *code)
}

/// The unit that stands beside a currency in a header: `m` for `Budget £m` and `Value (AED m)`, `k` for `T€` and `TEUR`.
/// A single letter counts only there, as elsewhere it may be anything; `€/m` counts per metre.
#[must_use]
pub fn unit_beside(header: &str) -> Option<&'static str> {
    let header = header.to_lowercase();
    let mut tokens: Vec<String> = Vec::new();
    let mut before = ' ';
    for c in header.chars() {
        let sign = SIGNS.contains(c);
        let joins = c.is_alphanumeric() && before.is_alphanumeric();
        match tokens.last_mut() {
            Some(token) if joins => token.push(c),
            _ if sign || c.is_alphanumeric() || c == '/' => tokens.push(c.into()),
            _ => {}
        }
        before = c;
    }
    // `migliaia di €`, `milhares de R$`
    tokens.retain(|token| !matches!(token.as_str(), "di" | "de" | "of"));
    let code = |token: &str| CURRENCIES.iter().any(|(spelling, _)| *spelling == token);
    let scale = |token: &str| match token {
        // German lists count in thousands: Tausend.
        "t" => Some("k"),
        // `£000s`, `AED '000`
        "000" | "000s" => Some("k"),
        _ => UNITS.iter().find(|(spelling, ..)| *spelling == token).map(|(spelling, ..)| *spelling),
    };
    // `TEUR`, `kEUR`: one word.
    let joined = tokens.iter().find_map(|token| {
        let (first, rest) = token.split_at_checked(1)?;
        scale(first).filter(|_| rest.len() == 3 && code(rest))
    });
    let beside = tokens.windows(2).find_map(|pair| match pair {
        [one, other] if code(one) => scale(other),
        [one, other] if code(other) => scale(one),
        _ => None,
    });
    joined.or(beside)
}

/// What a cell says about money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// One amount.
    One(Money),
    /// From, to.
    Range(Money, Money),
    /// `above 5 Cr`, `5 Cr+`
    AtLeast(Money),
    /// `up to 2 Cr`
    AtMost(Money),
}

impl Reading {
    fn ends(&self) -> [&Money; 2] {
        match self {
            Self::One(m) | Self::AtLeast(m) | Self::AtMost(m) => [m, m],
            Self::Range(from, to) => [from, to],
        }
    }

    /// Whether an end is a small number without a unit, as `75` among lakhs is.
    #[must_use]
    pub fn lacks_unit(&self) -> bool {
        self.ends().iter().any(|m| !m.scaled && m.amount > Decimal::ZERO && m.amount < Decimal::from(SMALL))
    }

    /// Whether it says nothing: `0`.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.ends().iter().all(|m| m.amount.is_zero())
    }

    /// Whether a unit stood with it.
    #[must_use]
    pub fn is_scaled(&self) -> bool {
        self.ends().iter().any(|m| m.scaled)
    }

    /// Whether both ends are amounts that houses cost.
    #[must_use]
    pub fn is_large(&self) -> bool {
        self.ends().iter().all(|m| m.amount >= Decimal::from(LARGE))
    }
}

/// Whether an amount names a currency that is written with a decimal comma and two decimals.
#[must_use]
pub fn has_cents(cell: &str) -> bool {
    let low = cell.to_lowercase();
    ["€", "eur", "r$", "brl", "reais", "₺", "try", "dkk", "nok"].iter().any(|sign| low.contains(sign))
}

/// Whether the dots of an amount part groups of three, as thousands are parted (`225.000`); none where no dot stands in it.
#[must_use]
pub fn dotted_thousands(cell: &str) -> Option<bool> {
    let number = cell.trim_matches(|c: char| !c.is_ascii_digit());
    let whole = number.split_once(',').map_or(number, |(whole, _)| whole);
    if !number.contains('.') {
        return None;
    }
    let all = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
    let mut groups = whole.split('.');
    let first = groups.next().unwrap_or_default();
    let fits = (1..=3).contains(&first.len()) && first != "0" && all(first) && whole.contains('.');
    Some(fits && groups.all(|g| g.len() == 3 && all(g)))
}

struct Part {
    number: Decimal,
    power: Option<u32>,
    indian: bool,
    currency: Option<String>,
}

/// Reads a cell. `comma_decimal`: the column writes `1.234,50`.
#[must_use]
pub fn parse(cell: &str, comma_decimal: bool) -> Option<Reading> {
    // Forms of advertisers join their words: `50_lakhs_-_75_lakhs`.
    let trimmed = cell.trim();
    let figures = names_nothing(trimmed);
    let low = if figures {
        trimmed.to_owned()
    } else {
        digits::ascii(trimmed).to_lowercase().replace(['\u{a0}', '\u{202f}', '_'], " ")
    };
    if low.is_empty() || low.len() > 120 || !low.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    // Thousands of euros, as German lists write them.
    let low = without_dash(low);
    let low = if figures { low } else { low.replace("t\u{20ac}", "k\u{20ac}").replace("teur", "k eur") };
    // `Rs. 45,00,000/- only`, `/=` and `.00/-` close an amount as people write it on cheques.
    let low =
        low.trim_end_matches(['.', ' ']).trim_end_matches("only").trim_end().trim_end_matches(['-', '=', '/', ' ']);
    let low = low.trim();
    let low = without_period(low, comma_decimal);
    let low = LOOSELY.iter().find_map(|w| low.strip_suffix(w)?.strip_suffix(' ')).map_or(low, str::trim_end);
    let low = ABOUT.iter().find_map(|w| low.strip_prefix(w)).map_or(low, str::trim_start);
    if let Some(m) = single(low, comma_decimal) {
        return Some(Reading::One(m));
    }
    let after = |words: &[&str]| words.iter().find_map(|w| single(low.strip_prefix(w)?, comma_decimal));
    let before = |words: &[&str]| words.iter().find_map(|w| single(low.strip_suffix(w)?, comma_decimal));
    if let Some(m) = after(AT_MOST).or_else(|| before(OR_LESS)) {
        return Some(Reading::AtMost(m));
    }
    if let Some(m) = after(AT_LEAST).or_else(|| before(OR_MORE)) {
        return Some(Reading::AtLeast(m));
    }
    let inner = BETWEEN.iter().find_map(|w| low.strip_prefix(w));
    for separator in TO.iter().chain(inner.map_or(&[][..], |_| AND)) {
        let Some((from, to)) = inner.unwrap_or(low).split_once(separator) else { continue };
        let (Some(from), Some(to)) = (part(from, comma_decimal), part(to, comma_decimal)) else { continue };
        // `50L - 75`: the second may be 75 lakh or 75 crore.
        if from.power.is_some() && to.power.is_none() && to.number < Decimal::from(1000) {
            return None;
        }
        // `2.75-3.44 Cr`: the unit and the currency stand once for both ends.
        let (first, second) = (money(&from, Some(&to))?, money(&to, Some(&from))?);
        // `80 - 1.2 Cr` leaves a unit out; what runs backwards is not what was meant.
        let sound = first.amount <= second.amount && first.currency == second.currency;
        return sound.then_some(Reading::Range(first, second));
    }
    None
}

/// Without how often a rent is paid: `€ 1.200/mese`. `5 pm` is a time of the day: what may be something else counts only
/// behind a currency.
fn without_period(text: &str, comma_decimal: bool) -> &str {
    let Some((word, rest)) = EACH.iter().find_map(|w| Some((w, text.strip_suffix(w)?))) else { return text };
    let rest = rest.trim_end_matches(['/', ',', ' ']);
    let plain = word.len() > 6 || word.starts_with('/');
    let is_rent = plain || single(rest, comma_decimal).is_some_and(|m| m.currency.is_some());
    if is_rent && rest.bytes().filter(u8::is_ascii_digit).count() > 2 { rest } else { text }
}

/// One amount, in one unit or, as Indians also say it, in two: `1 Cr 25 L`.
fn single(text: &str, comma_decimal: bool) -> Option<Money> {
    if let Some(one) = part(text, comma_decimal) {
        return money(&one, None);
    }
    let digit = |c: char| c.is_ascii_digit();
    let first = text.find(digit)?;
    let unit = first + text.get(first..)?.find(|c: char| !c.is_ascii_digit())?;
    let second = unit + text.get(unit..)?.find(digit)?;
    let (large, small) = text.split_at_checked(second)?;
    let large = large.trim_end();
    let large = large.strip_suffix(" and").unwrap_or(large);
    let (large, small) = (part(large, comma_decimal)?, part(small, comma_decimal)?);
    let falls = large.power.zip(small.power).is_some_and(|(l, s)| l > s);
    let (mut sum, rest) = (money(&large, None)?, money(&small, None)?);
    let whole = Decimal::from(10u64.saturating_pow(large.power?));
    let fits = falls && large.indian && small.indian && rest.amount < whole && !rest.amount.is_sign_negative();
    sum.amount = sum.amount.checked_add(rest.amount).filter(|_| fits)?.normalize();
    Some(sum)
}

/// Without the dash that stands for cents: `1.000.000,- €`, `500.-`.
fn without_dash(mut text: String) -> String {
    for sign in [",--", ",-", ".-", ",–", ",—", ".–"] {
        let Some(at) = text.find(sign) else { continue };
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let end = at + sign.len();
        let behind = text.get(end..).and_then(|t| t.chars().next());
        if digit(text.get(..at).and_then(|t| t.chars().next_back())) && !digit(behind) {
            text.replace_range(at..end, "");
        }
    }
    text
}

/// None where the amount is too large to be exact.
fn money(part: &Part, other: Option<&Part>) -> Option<Money> {
    let (power, indian) = match (part.power, other) {
        (None, Some(o)) if part.number < Decimal::from(1000) => (o.power.unwrap_or(0), o.indian),
        (power, _) => (power.unwrap_or(0), part.indian),
    };
    let amount = part.number.checked_mul(Decimal::from(10u64.saturating_pow(power)))?;
    let amount = if power > 0 { amount.normalize() } else { amount };
    let currency = part
        .currency
        .clone()
        .or_else(|| other.and_then(|o| o.currency.clone()))
        .or_else(|| (indian || other.is_some_and(|o| o.indian)).then(|| "INR".to_owned()));
    Some(Money { amount, currency, scaled: power > 0 })
}

/// Currency, number, unit in any of the usual orders.
fn part(text: &str, comma_decimal: bool) -> Option<Part> {
    let mut rest = text.trim();
    // `-\u{20b9}500`, `(AED 1,250)`
    let bracketed = rest.strip_prefix('(').and_then(|r| r.strip_suffix(')'));
    let signed = rest.strip_prefix(['-', '\u{2212}']).filter(|r| !r.starts_with(|c: char| c.is_ascii_digit()));
    let negative = bracketed.is_some() || signed.is_some();
    rest = bracketed.or(signed).unwrap_or(rest).trim();
    let mut currency = None;
    let mut unit: Option<(u32, bool)> = None;
    // At most: sign or code before, unit after, code after; none of them is made of figures and their signs alone.
    for _ in 0..if names_nothing(rest) { 0 } else { 4 } {
        let before = rest;
        if currency.is_none()
            && let Some((spelling, code)) =
                CURRENCIES.iter().find(|(s, _)| rest.starts_with(s) || ends_with_word(rest, s))
        {
            currency = Some((*code).to_owned());
            rest = rest.strip_prefix(spelling).or_else(|| rest.strip_suffix(spelling)).unwrap_or(rest).trim();
            // `2 millones de euros`, `1,5 million d'euros`
            if let Some(bare) = [" de", " d'", " d’", " di", " of"].iter().find_map(|w| rest.strip_suffix(w)) {
                rest = bare;
            }
        }
        if unit.is_none()
            && let Some((spelling, power, indian)) = UNITS.iter().find(|(s, ..)| ends_with_word(rest, s))
        {
            unit = Some((*power, *indian));
            rest = rest.strip_suffix(spelling).unwrap_or(rest).trim();
        }
        if rest == before {
            break;
        }
    }
    if unit.is_none() && unclear(rest, comma_decimal, currency.as_deref()) {
        return None;
    }
    let number = number::parse(rest, comma_decimal)?;
    if negative && number.is_sign_negative() {
        return None;
    }
    let number = if negative { -number } else { number };
    Some(Part { number, power: unit.map(|u| u.0), indian: unit.is_some_and(|u| u.1), currency })
}

/// Whether a text holds nothing of which the name of a currency or a unit is made. Of most of what is asked for, a telephone
/// number or a price, some 300 names need not be looked for then.
fn names_nothing(text: &str) -> bool {
    text.bytes().all(|b| matches!(b, b'0'..=b'9' | b' ' | b'+' | b'-' | b'.' | b',' | b'/' | b'(' | b')'))
}

/// `450.000` in a column that shows no habit: nobody writes thousandths of money, so it may well be 450 thousand. Dinars and
/// rials do have thousandths.
fn unclear(number: &str, comma_decimal: bool, currency: Option<&str>) -> bool {
    let point = if comma_decimal { ',' } else { '.' };
    let thousandths = matches!(currency, Some("KWD" | "BHD" | "OMR" | "JOD" | "TND" | "IQD"));
    let digits = number.trim_start_matches(['-', '+']);
    !thousandths
        && digits.split_once(point).is_some_and(|(whole, rest)| {
            let all = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
            (1..=3).contains(&whole.len()) && whole != "0" && rest.len() == 3 && all(whole) && all(rest)
        })
}

/// Whether the text ends with the word and a digit, space or point stands before it: `85l`, not `actual`.
fn ends_with_word(text: &str, word: &str) -> bool {
    text.strip_suffix(word).is_some_and(|before| {
        before.chars().next_back().is_some_and(|c| {
            c.is_ascii_digit() || matches!(c, ' ' | '.' | '\'' | '’') || UNITS.iter().any(|(u, ..)| before.ends_with(u))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_holds_more_than_figures() {
        let names = CURRENCIES.iter().map(|(name, _)| *name).chain(UNITS.iter().map(|(name, ..)| *name));
        assert_eq!(names.filter(|name| names_nothing(name)).collect::<Vec<_>>(), [""; 0]);
    }

    /// What a sign says must read again once it stands there as the code.
    #[test]
    fn every_currency_is_read_by_its_code_too() {
        for (spelling, code) in CURRENCIES {
            let low = code.to_lowercase();
            assert!(CURRENCIES.iter().any(|(s, c)| *s == low && c == code), "{spelling}: {code}");
        }
        assert_eq!(parse("\u{20b8}07", false), parse("KZT 7", false));
    }
}
