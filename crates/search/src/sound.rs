//! What a word sounds like: spellings of one name by ear fold together, whoever romanised it.

/// A word's sound, with and without its vowels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sound {
    /// ee/i, oo/u, w/v, th/t, ph/f, ck/k, x/ks, double letters, a final h.
    pub full: String,
    /// Its consonants, behind an `a` where it begins with a vowel: what an abjad writes, and what ears agree upon.
    pub bones: String,
}

fn is_vowel(c: u8) -> bool {
    matches!(c, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// The sound of a folded word.
pub(crate) fn sound(word: &str) -> Sound {
    let w = word.as_bytes();
    let at = |i: usize| w.get(i).copied().unwrap_or(0);
    let mut full: Vec<u8> = Vec::with_capacity(w.len());
    let mut i = 0;
    while i < w.len() {
        let (c, next, then) = (at(i), at(i + 1), at(i + 2));
        let (put, step): (&[u8], usize) = match (c, next) {
            (b'e', b'e') | (b'i', b'i' | b'e') => (b"i", 2),
            (b'o', b'o') | (b'o' | b'u', b'u') => (b"u", 2),
            (b'o' | b'a', b'w') if !is_vowel(then) => (b"o", 2),
            (b'a', b'a') => (b"a", 2),
            (b'a' | b'e', b'i' | b'y') => (b"e", 2),
            (b'a', b'u') => (b"o", 2),
            (b'p', b'h') => (b"f", 2),
            (b't' | b'd' | b'b' | b'g' | b'k' | b'j' | b's' | b'z', b'h') => (w.get(i..=i).unwrap_or_default(), 2),
            (b'q', b'h') => (b"k", 2),
            (b'c', b'h') => (b"c", if then == b'h' { 3 } else { 2 }),
            (b'c', b'k' | b'q') => (b"k", 2),
            (b'x', _) => (b"ks", 1),
            (b'q', _) => (b"k", 1),
            (b'c', b'e' | b'i' | b'y') => (b"s", 1),
            (b'c', _) => (b"k", 1),
            (b'w', _) => (b"v", 1),
            (b'y', n) if i > 0 && !is_vowel(n) => (b"i", 1),
            (b'h', 0) if i > 0 => (b"", 1),
            _ => (w.get(i..=i).unwrap_or_default(), 1),
        };
        for p in put {
            if full.last() != Some(p) || p.is_ascii_digit() {
                full.push(*p);
            }
        }
        i += step;
    }
    let mut bones: Vec<u8> = Vec::with_capacity(full.len());
    for (i, c) in full.iter().enumerate() {
        let bone = match c {
            c if is_vowel(*c) && i == 0 => b'a',
            c if is_vowel(*c) => continue,
            b'h' | b'y' if i > 0 => continue,
            // Bengali has one letter for both; Gulf names begin with either sign.
            b'v' => b'b',
            b'z' => b's',
            c => *c,
        };
        bones.push(bone);
    }
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap_or_default();
    Sound { full: text(full), bones: text(bones) }
}

/// 32-bit FNV-1a: only compared within one process.
pub(crate) fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::sound;

    #[test]
    fn spellings_of_one_sound_fold_together() {
        for (a, b) in [
            ("lakshmi", "laxmi"),
            ("deepak", "dipak"),
            ("mukherji", "mukherjee"),
            ("karthick", "kartik"),
            ("yusuf", "yousuf"),
            ("qureshi", "kureshi"),
            ("murthy", "moorthi"),
            ("fatimah", "fatima"),
            ("shaikh", "sheikh"),
        ] {
            assert_eq!(sound(a).full, sound(b).full, "{a} {b}");
        }
        assert_ne!(sound("mukherjee").full, sound("mukhopadhyay").full);
    }

    #[test]
    fn consonants_agree_across_scripts() {
        for (roman, native) in [
            ("mohammed", "mhmd"),
            ("mukherjee", "mukharji"),
            ("biswajit", "bishbajit"),
            ("omar", "amr"),
            ("khawla", "khula"),
        ] {
            assert_eq!(sound(roman).bones, sound(native).bones, "{roman} {native}");
        }
    }
}
