//! Letters of Indic and Arabic scripts in Latin ones, as names are usually romanised. Everything else is left to
//! `any_ascii`, which knows no inherent vowels.

/// Whether a letter belongs to one of the Indic blocks that share their layout (ISCII): Devanagari to Malayalam.
fn indic(c: char) -> Option<(u32, bool)> {
    let at = u32::from(c);
    (0x0900..0x0d80).contains(&at).then(|| (at % 0x80, (0x0980..0x0a00).contains(&at)))
}

/// Whether a letter is Arabic.
fn is_arabic(c: char) -> bool {
    matches!(u32::from(c), 0x0600..=0x06ff | 0x0750..=0x077f | 0xfb50..=0xfdff | 0xfe70..=0xfeff)
}

/// Whether a letter is one of a word by itself.
pub(crate) fn is_ideograph(c: char) -> bool {
    matches!(u32::from(c), 0x3400..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x3134f)
}

/// Signs that belong to the letter before them.
pub(crate) fn is_sign(c: char) -> bool {
    if let Some((at, _)) = indic(c) {
        return matches!(at, 0x00..=0x03 | 0x3c | 0x3e..=0x4d | 0x51..=0x57 | 0x62 | 0x63);
    }
    matches!(u32::from(c), 0x0300..=0x036f | 0x064b..=0x065f | 0x0670 | 0x0610..=0x061a | 0x200c | 0x200d)
}

/// The word in Latin letters; none if it is in no script that is known here.
pub(crate) fn latin(word: &str) -> Option<String> {
    let first = word.chars().find(|c| !is_sign(*c))?;
    if indic(first).is_some() {
        return Some(from_indic(word));
    }
    is_arabic(first).then(|| from_arabic(word))
}

fn from_indic(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let letters: Vec<char> = word.chars().filter(|c| !matches!(u32::from(*c), 0x200c | 0x200d)).collect();
    let offset = |i: usize| letters.get(i).and_then(|c| indic(*c)).map(|(at, _)| at);
    for (i, c) in letters.iter().enumerate() {
        let Some((at, bengali)) = indic(*c) else {
            out.push_str(any_ascii::any_ascii_char(*c));
            continue;
        };
        // Behind another consonant the Bengali letter is the glide that it is elsewhere.
        let joined = i > 0 && offset(i - 1) == Some(0x4d);
        if let Some(consonant) = consonant(at, bengali && !joined) {
            out.push_str(consonant);
            let next = offset(i + 1).filter(|n| *n != 0x3c).or_else(|| offset(i + 2));
            // The vowel that every consonant carries unless a sign says otherwise; at the end of a word it is not spoken.
            if !next.is_none_or(|n| matches!(n, 0x3e..=0x4d)) {
                out.push('a');
            }
        } else {
            out.push_str(vowel(at));
        }
    }
    out
}

fn consonant(at: u32, bengali: bool) -> Option<&'static str> {
    Some(match at {
        0x15 | 0x58 => "k",
        0x16 | 0x59 => "kh",
        0x17 | 0x5a => "g",
        0x18 => "gh",
        0x19 | 0x1e => "n",
        0x1a => "ch",
        0x1b => "chh",
        0x1c => "j",
        0x5b => "z",
        0x1d => "jh",
        0x1f | 0x24 => "t",
        0x20 | 0x25 => "th",
        0x21 | 0x26 => "d",
        0x22 | 0x27 => "dh",
        0x5c => "r",
        0x5d => "rh",
        0x23 | 0x28 | 0x29 => "n",
        0x2a => "p",
        0x2b => "ph",
        0x5e => "f",
        0x2c => "b",
        0x2d => "bh",
        0x2e => "m",
        0x2f if bengali => "j",
        0x2f | 0x5f => "y",
        0x30 | 0x31 | 0x70 => "r",
        0x32..=0x34 => "l",
        0x35 | 0x71 => "v",
        0x36 | 0x37 => "sh",
        0x38 => "s",
        0x39 => "h",
        _ => return None,
    })
}

fn vowel(at: u32) -> &'static str {
    match at {
        0x05 => "a",
        0x06 | 0x3e => "a",
        0x07 | 0x08 | 0x3f | 0x40 => "i",
        0x09 | 0x0a | 0x41 | 0x42 => "u",
        0x0b | 0x43 | 0x44 => "ri",
        0x0d..=0x0f | 0x45..=0x47 => "e",
        0x10 | 0x48 => "ai",
        0x11..=0x13 | 0x49..=0x4b => "o",
        0x14 | 0x4c => "au",
        0x01 | 0x02 => "n",
        0x4e => "t",
        0x66 => "0",
        0x67 => "1",
        0x68 => "2",
        0x69 => "3",
        0x6a => "4",
        0x6b => "5",
        0x6c => "6",
        0x6d => "7",
        0x6e => "8",
        0x6f => "9",
        _ => "",
    }
}

fn from_arabic(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    // The article is a word of its own in most romanisations.
    let rest = word.strip_prefix("\u{627}\u{644}").filter(|rest| rest.chars().count() > 2);
    if rest.is_some() {
        out.push_str("al ");
    }
    let letters = rest.unwrap_or(word);
    for (i, c) in letters.chars().enumerate() {
        let put = match c {
            '\u{621}' => "",
            '\u{622}' | '\u{623}' | '\u{627}' | '\u{671}' | '\u{649}' | '\u{629}' => "a",
            '\u{625}' => "i",
            '\u{624}' => "u",
            '\u{626}' => "i",
            '\u{639}' if i == 0 => "a",
            '\u{639}' => "",
            '\u{628}' => "b",
            '\u{67e}' => "p",
            '\u{62a}' | '\u{637}' | '\u{679}' => "t",
            '\u{62b}' => "th",
            '\u{62c}' => "j",
            '\u{686}' => "ch",
            '\u{62d}' | '\u{647}' | '\u{6c1}' | '\u{6be}' | '\u{6d5}' => "h",
            '\u{62e}' => "kh",
            '\u{62f}' | '\u{636}' | '\u{688}' => "d",
            '\u{630}' => "dh",
            '\u{631}' | '\u{691}' => "r",
            '\u{632}' | '\u{638}' | '\u{698}' => "z",
            '\u{633}' | '\u{635}' => "s",
            '\u{634}' => "sh",
            '\u{63a}' => "gh",
            '\u{641}' => "f",
            '\u{6a4}' => "v",
            '\u{642}' => "q",
            '\u{643}' | '\u{6a9}' => "k",
            '\u{6af}' => "g",
            '\u{644}' => "l",
            '\u{645}' => "m",
            '\u{646}' | '\u{6ba}' => "n",
            '\u{648}' if i == 0 => "w",
            '\u{648}' => "u",
            '\u{64a}' | '\u{6cc}' if i == 0 => "y",
            '\u{64a}' | '\u{6cc}' | '\u{6d2}' => "i",
            '\u{64e}' => "a",
            '\u{64f}' => "u",
            '\u{650}' => "i",
            '\u{640}' => "",
            other if is_sign(other) => "",
            other => any_ascii::any_ascii_char(other),
        };
        out.push_str(put);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::latin;

    #[test]
    fn names_in_other_scripts_read_as_they_are_romanised() {
        for (native, roman) in [
            ("\u{930}\u{940}\u{928}\u{93e}", "rina"),
            ("\u{938}\u{947}\u{928}", "sen"),
            ("\u{92e}\u{941}\u{916}\u{930}\u{94d}\u{91c}\u{940}", "mukharji"),
            ("\u{9b2}\u{995}\u{9cd}\u{9b7}\u{9cd}\u{9ae}\u{9c0}", "lakshmi"),
            ("\u{9ac}\u{9bf}\u{9b6}\u{9cd}\u{9ac}\u{99c}\u{9bf}\u{9ce}", "bishbajit"),
            ("\u{645}\u{62d}\u{645}\u{62f}", "mhmd"),
            ("\u{641}\u{627}\u{637}\u{645}\u{629}", "fatma"),
            ("\u{627}\u{644}\u{645}\u{632}\u{631}\u{648}\u{639}\u{64a}", "al mzrui"),
        ] {
            assert_eq!(latin(native).as_deref(), Some(roman));
        }
        assert_eq!(latin("Rina"), None);
    }
}
