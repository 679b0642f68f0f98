//! Money as brokers type it: `1.5 Cr`, `85 L`, `₹1,25,00,000`, `AED 2.3M`, `2.75-3.44 Cr`; exact decimals.

use rust_decimal::Decimal;

use super::{digits, number};

/// An exact amount; the currency is none where nothing names one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Money {
    /// In whole units of the currency.
    pub amount: Decimal,
    /// ISO 4217.
    pub currency: Option<String>,
}

impl Money {
    /// Applies what the column's header states: a unit (`crore`) to a bare number, a currency where none is named.
    #[must_use]
    pub fn under_header(mut self, bare: bool, stated: &[&str]) -> Self {
        for word in stated {
            if let Some((_, power, indian)) = UNITS.iter().find(|(unit, ..)| unit == word) {
                // `25000000` below `Budget (Cr)` is in rupees all the same: nobody has a budget of so many crores.
                if bare && self.amount < Decimal::from(10_000) {
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

const CURRENCIES: &[(&str, &str)] = &[
    ("inr", "INR"),
    ("rupees", "INR"),
    ("rupee", "INR"),
    ("rs-", "INR"),
    ("re.", "INR"),
    ("\u{20a8}", "INR"),
    ("\u{930}\u{941}\u{92a}\u{92f}\u{947}", "INR"),
    ("\u{930}\u{941}.", "INR"),
    ("\u{930}\u{942}.", "INR"),
    ("\u{930}\u{941}", "INR"),
    ("\u{930}\u{942}", "INR"),
    ("rs.", "INR"),
    ("rs", "INR"),
    ("\u{20b9}", "INR"),
    ("aed", "AED"),
    ("dirhams", "AED"),
    ("dirham", "AED"),
    ("\u{62f}\u{631}\u{647}\u{645}", "AED"),
    ("\u{631}.\u{633}", "SAR"),
    ("dhs.", "AED"),
    ("dhs", "AED"),
    ("dh.", "AED"),
    ("dh", "AED"),
    ("\u{62f}.\u{625}", "AED"),
    ("usd", "USD"),
    ("us$", "USD"),
    ("gbp", "GBP"),
    ("\u{a3}", "GBP"),
    ("eur", "EUR"),
    ("\u{20ac}", "EUR"),
    ("sar", "SAR"),
    ("qar", "QAR"),
    ("kwd", "KWD"),
    ("omr", "OMR"),
    ("bhd", "BHD"),
    ("sgd", "SGD"),
    ("s$", "SGD"),
    ("c$", "CAD"),
    ("ca$", "CAD"),
    ("hk$", "HKD"),
    ("nz$", "NZD"),
    ("r$", "BRL"),
    ("nzd", "NZD"),
    ("brl", "BRL"),
    ("mxn", "MXN"),
    ("cny", "CNY"),
    ("krw", "KRW"),
    ("idr", "IDR"),
    ("php", "PHP"),
    ("vnd", "VND"),
    ("kes", "KES"),
    ("ngn", "NGN"),
    ("jod", "JOD"),
    ("sek", "SEK"),
    ("nok", "NOK"),
    ("dkk", "DKK"),
    ("pln", "PLN"),
    ("czk", "CZK"),
    ("ils", "ILS"),
    ("euro", "EUR"),
    ("\u{20a9}", "KRW"),
    ("\u{20ba}", "TRY"),
    ("\u{20a6}", "NGN"),
    ("\u{0e3f}", "THB"),
    ("\u{20b1}", "PHP"),
    ("\u{09f3}", "BDT"),
    ("cad", "CAD"),
    ("aud", "AUD"),
    ("a$", "AUD"),
    ("chf", "CHF"),
    ("hkd", "HKD"),
    ("jpy", "JPY"),
    ("\u{a5}", "JPY"),
    ("zar", "ZAR"),
    ("pkr", "PKR"),
    ("lkr", "LKR"),
    ("bdt", "BDT"),
    ("npr", "NPR"),
    ("egp", "EGP"),
    ("try", "TRY"),
    ("myr", "MYR"),
    ("thb", "THB"),
    ("$", "USD"),
];

/// Unit, power of ten, and whether it is one of India's, which stands for rupees where nothing else is said.
const UNITS: &[(&str, u32, bool)] = &[
    ("crores", 7, true),
    ("crore", 7, true),
    ("crs", 7, true),
    ("cr.", 7, true),
    ("cr", 7, true),
    ("lakhs", 5, true),
    ("lakh", 5, true),
    ("lacs", 5, true),
    ("lac", 5, true),
    ("lkh", 5, true),
    ("\u{932}\u{93e}\u{916}", 5, true),
    ("\u{915}\u{930}\u{94b}\u{921}\u{93c}", 7, true),
    ("\u{915}\u{930}\u{94b}\u{921}", 7, true),
    ("\u{645}\u{644}\u{64a}\u{648}\u{646}", 6, false),
    ("\u{623}\u{644}\u{641}", 3, false),
    ("millionen", 6, false),
    ("millones", 6, false),
    ("mill\u{f3}n", 6, false),
    ("milh\u{f5}es", 6, false),
    ("milh\u{e3}o", 6, false),
    ("mio.", 6, false),
    ("mrd.", 9, false),
    ("mrd", 9, false),
    ("millions", 6, false),
    ("million", 6, false),
    ("mio", 6, false),
    ("mln", 6, false),
    ("mn", 6, false),
    ("mm", 6, false),
    ("billion", 9, false),
    ("bn", 9, false),
    ("thousand", 3, false),
    ("tsd", 3, false),
    ("l", 5, true),
    ("m", 6, false),
    ("b", 9, false),
    ("k", 3, false),
];

struct Part {
    number: Decimal,
    power: Option<u32>,
    indian: bool,
    currency: Option<String>,
}

/// Reads a cell. `comma_decimal`: the column writes `1.234,50`.
#[must_use]
pub fn parse(cell: &str, comma_decimal: bool) -> Option<Reading> {
    let low = digits::ascii(cell.trim()).to_lowercase().replace(['\u{a0}', '\u{202f}'], " ");
    if low.is_empty() || low.len() > 120 || !low.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    // `Rs. 45,00,000/- only`, `/=` and `.00/-` close an amount as people write it on cheques.
    let low =
        low.trim_end_matches(['.', ' ']).trim_end_matches("only").trim_end().trim_end_matches(['-', '=', '/', ' ']);
    let low = low.trim();
    for word in ["up to ", "upto ", "under ", "below ", "less than ", "max ", "maximum ", "till ", "<=", "<"] {
        if let Some(rest) = low.strip_prefix(word) {
            return part(rest, comma_decimal).and_then(|p| money(&p, None)).map(Reading::AtMost);
        }
    }
    for word in ["above ", "over ", "more than ", "from ", "min ", "minimum ", "at least ", ">=", ">"] {
        if let Some(rest) = low.strip_prefix(word) {
            return part(rest, comma_decimal).and_then(|p| money(&p, None)).map(Reading::AtLeast);
        }
    }
    if let Some(rest) = low.strip_suffix('+') {
        return part(rest, comma_decimal).and_then(|p| money(&p, None)).map(Reading::AtLeast);
    }
    if let Some(p) = part(low, comma_decimal) {
        return money(&p, None).map(Reading::One);
    }
    for separator in [" - ", " to ", "\u{2013}", "\u{2014}", " bis ", " \u{e0} ", " a ", "-"] {
        let Some((from, to)) = low.split_once(separator) else { continue };
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
    Some(Money { amount, currency })
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
    // At most: sign or code before, unit after, code after.
    for _ in 0..4 {
        let before = rest;
        if currency.is_none()
            && let Some((spelling, code)) =
                CURRENCIES.iter().find(|(s, _)| rest.starts_with(s) || ends_with_word(rest, s))
        {
            currency = Some((*code).to_owned());
            rest = rest.strip_prefix(spelling).or_else(|| rest.strip_suffix(spelling)).unwrap_or(rest).trim();
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
            c.is_ascii_digit() || c == ' ' || c == '.' || UNITS.iter().any(|(u, ..)| before.ends_with(u))
        })
    })
}
