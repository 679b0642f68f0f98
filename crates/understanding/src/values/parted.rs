//! A name and a number, or a name and an address, that stand in one cell.

use super::{digits, email, phone};

/// A cell taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parted<'a> {
    /// The words beside the contact point.
    pub name: &'a str,
    /// The phone number, with the sign of its kind, or the e-mail address, as received.
    pub contact: &'a str,
    /// Whether the contact point is an e-mail address.
    pub is_email: bool,
}

/// What stands between a name and its contact point.
const BETWEEN: &[char] = &[
    ' ', '\u{a0}', '\n', '\r', '\t', '-', '\u{2013}', '\u{2014}', '/', '|', ',', ':', ';', '(', ')', '[', ']', '<',
    '>', '"', '=',
];

/// Takes a cell apart that holds a name and one contact point, or several numbers side by side: `Meera Rao (98300 12345)`,
/// `Meera Rao - meera@rao.example`. None for any other text.
#[must_use]
pub fn parted(text: &str) -> Option<Parted<'_>> {
    if text.len() > 120 {
        return None;
    }
    if text.contains('@') {
        return with_email(text);
    }
    if text.chars().filter(|c| digits::value(*c).is_some()).count() < 7 {
        return None;
    }
    let digit = |c: char| digits::value(c).is_some();
    let first = text.find(|c| digit(c) || matches!(c, '+' | '\u{ff0b}'))?;
    let end = text.char_indices().rev().find(|(_, c)| digit(*c)).map(|(i, c)| i + c.len_utf8())?;
    let (before, number, after) = (text.get(..first)?, text.get(first..end)?, text.get(end..)?);
    // Letters between digits: two things more than a name and a number.
    if number.chars().any(char::is_alphabetic) {
        return None;
    }
    let (before, after) = (before.trim_matches(BETWEEN), after.trim_matches(BETWEEN));
    // `Meera Rao Mob: 98300 12345`, `Meera Rao 98300 12345 (M)`
    let (before, kind) = match before.rsplit_once(BETWEEN) {
        Some((name, word)) if phone::label(word).is_some() => (name.trim_matches(BETWEEN), Some(word)),
        _ => (before, None),
    };
    let start = match kind {
        Some(word) => text.find(before)? + before.len() + text.get(text.find(before)? + before.len()..)?.find(word)?,
        None => first,
    };
    let (name, contact) = match (before.is_empty(), after.is_empty()) {
        (false, true) => (before, text.get(start..end)?),
        (false, false) if phone::label(after).is_some() => (before, text.get(start..)?.trim_end()),
        (true, false) => (after, number),
        _ => return None,
    };
    let numbers = phone::split(contact);
    let fits = is_name(name) && !numbers.is_empty() && numbers.iter().all(|n| phone::looks_like(n));
    fits.then_some(Parted { name, contact, is_email: false })
}

/// Whether a text is one name whose family name stands first, as in `Keller, Norbert`, and no list of several.
#[must_use]
pub fn family_first(text: &str) -> bool {
    match text.split_once(',') {
        Some((family, given)) => {
            let words = |t: &str| t.split_whitespace().count();
            !given.contains(',') && words(given) > 0 && (words(family) == 1 || words(given) == 1) && is_name(text)
        }
        None => false,
    }
}

fn with_email(text: &str) -> Option<Parted<'_>> {
    let mut words = text.split(|c: char| c != '-' && BETWEEN.contains(&c)).filter(|t| t.contains('@'));
    let contact = words.next()?;
    if words.next().is_some() {
        return None;
    }
    email::parse(contact)?;
    let (before, after) = text.split_once(contact)?;
    let label =
        |t: &str| matches!(t.to_lowercase().as_str(), "email" | "e-mail" | "mail" | "id" | "email id" | "mailto");
    let sides = [before.trim_matches(BETWEEN), after.trim_matches(BETWEEN)];
    let mut said = sides.into_iter().filter(|s| !s.is_empty() && !label(s));
    let name = said.next().filter(|n| is_name(n))?;
    said.next().is_none().then_some(Parted { name, contact, is_email: true })
}

/// One to six words of letters, and no kind of telephone.
fn is_name(text: &str) -> bool {
    let mark = |c: char| matches!(c as u32, 0x0300..=0x036f | 0x064b..=0x065f | 0x0900..=0x0dff | 0x200c | 0x200d);
    let words = text.split_whitespace().count();
    (1..=6).contains(&words)
        && phone::label(text).is_none()
        && text.chars().filter(|c| c.is_alphabetic()).count() >= 2
        && text
            .chars()
            .all(|c| c.is_alphabetic() || mark(c) || matches!(c, ' ' | '.' | '\'' | '-' | '&' | ',' | '\u{2019}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_family_name_first_is_no_list() {
        for text in ["Keller, Norbert", "von Arnim, Lutz", "Keller, Anna Maria"] {
            assert!(family_first(text), "{text}");
        }
        for text in ["Claudia Brandt, Frank Otte", "Anna, Bert, Carl", "Keller", "Keller,", "Keller, 98300 12345"] {
            assert!(!family_first(text), "{text}");
        }
    }

    #[test]
    fn a_name_and_its_number_are_told_apart() {
        let cases = [
            ("Meera Rao (+919830012345)", "Meera Rao", "+919830012345"),
            ("Meera Rao - 98300 12345", "Meera Rao", "98300 12345"),
            ("Meera Rao/98300-12345", "Meera Rao", "98300-12345"),
            ("Meera Rao Mob: 98300 12345", "Meera Rao", "Mob: 98300 12345"),
            ("Meera Rao 98300 12345 (M)", "Meera Rao", "98300 12345 (M)"),
            ("98300 12345 Meera Rao", "Meera Rao", "98300 12345"),
            ("मीरा राव 98300 12345", "मीरा राव", "98300 12345"),
            ("Meera Rao <meera@rao.example>", "Meera Rao", "meera@rao.example"),
            ("Meera Rao - meera@rao-sons.example", "Meera Rao", "meera@rao-sons.example"),
            ("meera@rao.example (Meera Rao)", "Meera Rao", "meera@rao.example"),
        ];
        for (text, name, contact) in cases {
            assert_eq!(parted(text).map(|p| (p.name, p.contact)), Some((name, contact)), "{text}");
        }
        for text in [
            "98300 12345",
            "Meera Rao",
            "98300 12345 (M)",
            "call 98300 12345 after 6 pm 98300 12346",
            "Flat 12, 98300 12345 Rao",
        ] {
            assert_eq!(parted(text), None, "{text}");
        }
    }
}
