//! Numbers, rooms, areas and yes-or-no, exactly.

use rust_decimal::Decimal;

use super::digits;

/// A number as written by people, with thousands separators of either habit; nothing is rounded.
///
/// `comma_decimal`: the column writes `1.234,50`.
#[must_use]
pub fn parse(text: &str, comma_decimal: bool) -> Option<Decimal> {
    let ascii = digits::ascii(text);
    let text = ascii.trim();
    let (negative, text) = match text.strip_prefix('-').or_else(|| text.strip_prefix('\u{2212}')) {
        Some(rest) => (true, rest),
        None if text.starts_with('(') && text.ends_with(')') && text.len() > 2 => (true, text.get(1..text.len() - 1)?),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let text = text.trim();
    if text.is_empty() || text.len() > 40 || !text.starts_with(|c: char| c.is_ascii_digit() || c == '.' || c == ',') {
        return None;
    }
    let mut plain = String::with_capacity(text.len());
    let separators: Vec<(usize, char)> = text
        .char_indices()
        .filter(|(_, c)| matches!(c, '.' | ',' | ' ' | '\u{a0}' | '\u{202f}' | '\'' | '\u{2019}'))
        .collect();
    let point = decimal_point(text, &separators, comma_decimal)?;
    for (i, c) in text.char_indices() {
        if c.is_ascii_digit() {
            plain.push(c);
        } else if Some(i) == point {
            plain.push('.');
        } else if !separators.iter().any(|(at, _)| *at == i) {
            return None;
        }
    }
    if plain.starts_with('.') {
        plain.insert(0, '0');
    }
    // More digits than a decimal holds are no number here: rounding would be a silent change.
    let value = Decimal::from_str_exact(plain.trim_end_matches('.')).ok()?;
    Some(if negative { -value } else { value })
}

/// Which separator, if any, is the decimal point. `None`: the separators make no number. `Some(None)`: there is no point.
#[allow(clippy::option_option)]
fn decimal_point(text: &str, separators: &[(usize, char)], comma_decimal: bool) -> Option<Option<usize>> {
    let Some(&(last, last_char)) = separators.last() else { return Some(None) };
    let after = text.get(last + last_char.len_utf8()..)?.len();
    let same = separators.iter().filter(|(_, c)| *c == last_char).count();
    let kinds = separators.iter().any(|(_, c)| *c != last_char);
    let point = match last_char {
        '.' | ',' if same > 1 => None,
        // Both kinds: the later one is the point.
        '.' | ',' if kinds => Some(last),
        '.' => (after != 3 || !comma_decimal).then_some(last),
        ',' => (after != 3 || comma_decimal).then_some(last),
        _ => None,
    };
    // Groups hold two digits (Indian) or three; the one before the point or the end three.
    let groups: Vec<&(usize, char)> = separators.iter().filter(|(i, _)| Some(*i) != point).collect();
    for (n, (at, c)) in groups.iter().enumerate() {
        let start = at + c.len_utf8();
        let end = groups.get(n + 1).map(|(i, _)| *i).or(point).unwrap_or(text.len());
        let digits = end.checked_sub(start)?;
        let is_last = n + 1 == groups.len();
        if !(digits == 3 || (digits == 2 && !is_last)) {
            return None;
        }
    }
    Some(point)
}

/// Decimal text without trailing zeros lost: the scale received is kept.
#[must_use]
pub fn text(value: Decimal) -> String {
    value.to_string()
}

/// Bedrooms in `3BHK`, `4 BHK`, `5`, `2.5`, `3 bed`, `3+1`; `studio` is 0. A range gives both ends.
#[must_use]
pub fn bedrooms(cell: &str) -> Option<(Decimal, Option<Decimal>)> {
    let low = cell.trim().to_lowercase();
    if low == "studio" {
        return Some((Decimal::ZERO, None));
    }
    let mut rest = low.as_str();
    for unit in ["bhk", "rk", "bedrooms", "bedroom", "beds", "bed", "br", "bd", "zimmer", "rooms", "room"] {
        if let Some(stripped) = rest.strip_suffix(unit) {
            rest = stripped.trim_end_matches(['-', ' ']);
            break;
        }
    }
    let number = |t: &str| {
        let t = t.trim().trim_end_matches("bhk").trim();
        let plausible = t.len() <= 4 && t.chars().all(|c| c.is_ascii_digit() || c == '.');
        if plausible { parse(t, false).filter(|n| *n <= Decimal::from(50)) } else { None }
    };
    if let Some(n) = number(rest.trim_end_matches('+')) {
        return Some((n, None));
    }
    let (from, to) = rest.split_once(['-', '/', ',', '\u{2013}']).or_else(|| rest.split_once(" to "))?;
    Some((number(from)?, Some(number(to)?)))
}

/// An area with its unit: `1,200 sq ft`, `110 m²`; the unit is null where the cell names none.
#[must_use]
pub fn area(cell: &str) -> Option<(Decimal, Option<&'static str>)> {
    const UNITS: &[(&str, &[&str])] = &[
        ("sq_ft", &["sqft", "sq ft", "sq.ft.", "sq. ft.", "sq.ft", "square feet", "sf", "ft2", "ft²", "feet"]),
        ("sq_m", &["sqm", "sq m", "sq.m.", "sq mt", "sqmt", "square metres", "square meters", "m2", "m²", "qm"]),
        ("sq_yd", &["sqyd", "sq yd", "sq yds", "sq. yd.", "square yards", "gaj", "yards"]),
        ("acre", &["acres", "acre", "ac"]),
        ("hectare", &["hectares", "hectare", "ha"]),
    ];
    let low = cell.trim().to_lowercase();
    for (unit, spellings) in UNITS {
        for spelling in *spellings {
            if let Some(number) = low.strip_suffix(spelling) {
                return parse(number, false).map(|n| (n, Some(*unit)));
            }
        }
    }
    parse(&low, false).map(|n| (n, None))
}

/// Yes or no in the ways exports write it.
#[must_use]
pub fn boolean(cell: &str) -> Option<bool> {
    const YES: &[&str] = &[
        "yes",
        "y",
        "true",
        "t",
        "1",
        "on",
        "x",
        "checked",
        "subscribed",
        "opted in",
        "opted-in",
        "opt-in",
        "opt in",
        "granted",
        "confirmed",
        "ja",
        "wahr",
        "oui",
        "si",
        "s\u{ed}",
        "sim",
        "vrai",
        "ein",
        "vero",
        "s\u{ec}",
        "tak",
        "evet",
        "\u{434}\u{430}",
        "verdadero",
        "verdadeiro",
        "haan",
        "\u{939}\u{93e}\u{901}",
        "\u{939}\u{93e}\u{902}",
        "\u{939}\u{93e}",
        "\u{938}\u{924}\u{94d}\u{92f}",
        "\u{646}\u{639}\u{645}",
        "\u{635}\u{62d}\u{64a}\u{62d}",
        "\u{2713}",
        "\u{2714}",
        "\u{2611}",
    ];
    const NO: &[&str] = &[
        "no",
        "n",
        "false",
        "f",
        "0",
        "off",
        "unchecked",
        "unsubscribed",
        "opted out",
        "opted-out",
        "opt-out",
        "opt out",
        "denied",
        "not subscribed",
        "nein",
        "falsch",
        "non",
        "n\u{e3}o",
        "nao",
        "faux",
        "falso",
        "aus",
        "nee",
        "nie",
        "hay\u{131}r",
        "\u{43d}\u{435}\u{442}",
        "nahi",
        "nahin",
        "\u{928}\u{939}\u{940}\u{902}",
        "\u{905}\u{938}\u{924}\u{94d}\u{92f}",
        "\u{644}\u{627}",
        "\u{62e}\u{637}\u{623}",
        "\u{2717}",
        "\u{2718}",
        "\u{2610}",
    ];
    let low = cell.trim().trim_end_matches(['.', '!']).to_lowercase();
    if YES.contains(&low.as_str()) {
        Some(true)
    } else if NO.contains(&low.as_str()) {
        Some(false)
    } else {
        None
    }
}
