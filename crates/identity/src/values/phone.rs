//! Telephone numbers: the country code where it is told, and the national number that its owner dials.
//!
//! The same line comes as `+971 50 123 4567`, `00971501234567`, `0501234567` and `50 1234567`. Two numbers are compared by
//! their last nine national digits; where both tell a country and the countries differ they are two lines.

/// A number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct Phone {
    /// Country calling code; 0 where the text does not tell.
    pub country: u16,
    /// National significant number.
    pub national: u64,
}

impl Phone {
    /// Whether it is a fixed line, as far as its numbering plan tells: a fixed line is a household's, a mobile one person's.
    #[must_use]
    pub fn is_fixed(self) -> bool {
        let n = self.national;
        let digits = n.checked_ilog10().map_or(0, |d| d + 1);
        let first = if digits > 0 { n / 10u64.pow(digits - 1) } else { 0 };
        match (self.country, digits) {
            (91, 10) => first < 6,
            (971, _) => first != 5 || digits != 9,
            (966, 9) => first != 5,
            (44, _) => first != 7,
            (974 | 965 | 968 | 973, 8) => matches!(first, 2 | 4 | 1),
            (65, 8) => first == 6,
            (61, 9) => first != 4,
            (1, _) => false,
            (0, 10) => first < 6 && first != 4,
            (0, 9) => matches!(first, 1..=4),
            (0, 8) => matches!(first, 1 | 2 | 4),
            (0, 7) => true,
            _ => false,
        }
    }

    /// Whether it is a mobile, as surely as its numbering plan tells: what North America dials tells nothing, and an Indian
    /// mobile may begin as the fixed lines of a city do.
    #[must_use]
    pub fn is_mobile(self) -> bool {
        let n = self.national;
        let digits = n.checked_ilog10().map_or(0, |d| d + 1);
        let first = if digits > 0 { n / 10u64.pow(digits - 1) } else { 0 };
        match (self.country, digits) {
            (91 | 0, 10) => first >= 6 && !begins_as_fixed(n),
            (971 | 966 | 0, 9) => first == 5,
            (44, _) => first == 7,
            (974, 8) => matches!(first, 3 | 5..=7),
            (968, 8) => matches!(first, 7 | 9),
            (965, 8) => matches!(first, 5 | 6 | 9),
            (973, 8) => matches!(first, 3 | 6),
            (65, 8) => first >= 8,
            (61, 9) => first == 4,
            (0, 8) => matches!(first, 3 | 5 | 9),
            (91 | 971 | 966 | 1 | 0, _) => false,
            _ => !self.is_fixed(),
        }
    }

    /// The last nine digits of the national number: what a line is found by.
    #[must_use]
    pub fn key(self) -> u64 {
        self.national % 1_000_000_000
    }
}

/// Whether ten Indian digits may be a city's code and a fixed line's number, which begins with 2 to 7 (codes of the
/// Department of Telecommunications that begin as mobiles do: Ahmedabad, Bengaluru, then those of three digits).
fn begins_as_fixed(n: u64) -> bool {
    const CITIES: &[u64] = &[
        612, 651, 657, 661, 663, 671, 674, 680, 712, 721, 724, 731, 734, 744, 751, 755, 761, 771, 788, 820, 821, 824,
        831, 832, 836, 861, 863, 866, 870, 877, 878, 883, 884, 891,
    ];
    let after = |shift: u64| matches!(n / shift % 10, 2..=7);
    matches!(n / 100_000_000, 79 | 80) && after(10_000_000) || CITIES.contains(&(n / 10_000_000)) && after(1_000_000)
}

/// Calling codes with the lengths of national numbers (ITU-T E.164 assignments of the regions that clients live in).
const CODES: &[(u16, usize, usize)] = &[
    (91, 10, 10),
    (971, 8, 9),
    (966, 9, 9),
    (974, 8, 8),
    (968, 8, 8),
    (965, 8, 8),
    (973, 8, 8),
    (962, 8, 9),
    (961, 7, 8),
    (964, 10, 10),
    (967, 9, 9),
    (972, 8, 9),
    (44, 9, 10),
    (1, 10, 10),
    (65, 8, 8),
    (61, 9, 9),
    (64, 8, 10),
    (60, 8, 10),
    (62, 9, 12),
    (63, 10, 10),
    (66, 8, 9),
    (84, 9, 10),
    (852, 8, 8),
    (853, 8, 8),
    (86, 11, 11),
    (81, 9, 10),
    (82, 8, 10),
    (92, 10, 10),
    (880, 8, 10),
    (94, 9, 9),
    (977, 8, 10),
    (975, 8, 8),
    (960, 7, 7),
    (93, 9, 9),
    (98, 10, 10),
    (90, 10, 10),
    (7, 10, 10),
    (20, 8, 10),
    (27, 9, 9),
    (254, 9, 9),
    (255, 9, 9),
    (256, 9, 9),
    (234, 8, 10),
    (233, 9, 9),
    (212, 9, 9),
    (216, 8, 8),
    (230, 7, 8),
    (33, 9, 9),
    (34, 9, 9),
    (39, 8, 11),
    (49, 7, 11),
    (31, 9, 9),
    (32, 8, 9),
    (41, 9, 9),
    (43, 7, 12),
    (45, 8, 8),
    (46, 7, 9),
    (47, 8, 8),
    (48, 9, 9),
    (351, 9, 9),
    (353, 7, 9),
    (358, 6, 10),
    (30, 10, 10),
    (36, 8, 9),
    (40, 9, 9),
    (420, 9, 9),
    (380, 9, 9),
    (375, 9, 9),
    (55, 10, 11),
    (52, 10, 10),
    (54, 10, 11),
    (57, 8, 10),
    (56, 9, 9),
];

/// By the first one, two or three digits of a number, the code that they are: its place among [`CODES`] plus one, 0 for none.
const BY_DIGITS: [u8; 1000] = {
    let mut out = [0; 1000];
    let mut at = 0;
    while at < CODES.len() {
        out[CODES[at].0 as usize] = at as u8 + 1;
        at += 1;
    }
    out
};

/// The digits of a number, how many, and whether a sign stands before them; none where there are far too many.
fn digits_of(text: impl Iterator<Item = char>) -> Option<([u8; 20], usize, bool)> {
    let mut digits = [0u8; 20];
    let mut n = 0;
    let mut plus = false;
    let mut before = ' ';
    for c in text {
        match c {
            // `+44 (0)20 …`: the zero in brackets is not dialled from abroad.
            '0' if before == '(' && n > 0 => {}
            '0'..='9' => {
                *digits.get_mut(n)? = c as u8 - b'0';
                n += 1;
            }
            '+' if n == 0 => plus = true,
            'x' | 'X' | 'e' | 'E' if n >= 7 => break,
            _ => {}
        }
        if !c.is_whitespace() {
            before = c;
        }
    }
    Some((digits, n, plus))
}

/// Reads one number; none where there are fewer than seven digits or more than fifteen, or all are the same.
#[must_use]
pub fn read(text: &str) -> Option<Phone> {
    let (digits, n, mut plus) =
        if text.is_ascii() { digits_of(text.bytes().map(char::from)) } else { digits_of(text.chars()) }?;
    let mut rest = &digits[..n];
    if !plus && rest.starts_with(&[0, 0]) {
        rest = &rest[2..];
        plus = true;
    }
    let zeros = rest.iter().take_while(|d| **d == 0).count();
    if zeros > 0 {
        rest = &rest[zeros..];
    }
    if rest.len() < 7 || rest.len() > 15 || rest.iter().all(|d| *d == rest[0]) {
        return None;
    }
    let number = |d: &[u8]| d.iter().fold(0u64, |n, d| n * 10 + u64::from(*d));
    // Without a sign the code must leave a whole number behind, and ten digits may be a national number already.
    if plus || zeros == 0 && rest.len() > 10 {
        // No code begins another: at most one fits.
        let fitting = (1..=3).find_map(|width| {
            let at = BY_DIGITS[number(&rest[..width]) as usize];
            CODES.get(usize::from(at).wrapping_sub(1)).map(|code| (code, width))
        });
        if let Some(((code, least, most), width)) = fitting {
            let mut national = &rest[width..];
            if national.first() == Some(&0) && national.len() > *most {
                national = &national[1..];
            }
            if national.len() >= *least && national.len() <= *most && national.first() != Some(&0) {
                return Some(Phone { country: *code, national: number(national) });
            }
        }
    }
    Some(Phone { country: 0, national: number(rest) })
}

/// Whether two numbers are one line.
#[must_use]
pub fn same(a: Phone, b: Phone) -> bool {
    a.key() == b.key() && (a.country == b.country || a.country == 0 || b.country == 0)
}

/// Whether one digit was mistyped or two neighbours were swapped.
#[must_use]
pub fn mistyped(a: Phone, b: Phone) -> bool {
    let (mut x, mut y) = (a.key(), b.key());
    if x == y || a.national < 10_000_000 || b.national < 10_000_000 {
        return false;
    }
    // One digit leaves d·10^k between the two, a swap 9·d·10^k: nearly all pairs are told apart by that.
    let mut gap = x.abs_diff(y);
    while gap % 10 == 0 {
        gap /= 10;
    }
    if gap > 81 || (gap > 9 && gap % 9 != 0) {
        return false;
    }
    let mut differing = 0;
    let (mut low, mut high) = ((0, 0), (0, 0));
    while x > 0 || y > 0 {
        let pair = (x % 10, y % 10);
        if pair.0 != pair.1 {
            differing += 1;
            match differing {
                1 => low = pair,
                2 => high = pair,
                _ => return false,
            }
        } else if differing == 1 && high == (0, 0) && low != (0, 0) {
            // A swap is of neighbours: an equal digit between them ends it.
            high = (10, 10);
        }
        (x, y) = (x / 10, y / 10);
    }
    differing == 1 || (differing == 2 && high == (low.1, low.0))
}

/// Hands over the numbers of a cell that may hold several.
pub fn each(cell: &str, mut take: impl FnMut(Phone)) {
    if !cell.bytes().any(|b| matches!(b, b';' | b',' | b'|' | b'\n' | b'\r' | b'\t' | b':' | b'/')) {
        return read(cell).into_iter().for_each(take);
    }
    for part in cell.split([';', ',', '|', '\n', '\r', '\t']).flat_map(|p| p.split(":::")).flat_map(|p| p.split(" / "))
    {
        let slashes = part.split('/');
        // `0501234567/0551234567` are two numbers, `04-1234567/8` is one with its neighbour.
        if part.contains('/') && slashes.clone().all(|p| p.bytes().filter(u8::is_ascii_digit).count() >= 7) {
            slashes.filter_map(read).for_each(&mut take);
        } else if let Some(phone) = read(part) {
            take(phone);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_written_in_many_ways_is_one() {
        let a = read("+971 50 555 0142").expect("a number");
        for text in ["00971505550142", "0505550142", "50 555 0142", "971-50555-0142", "+971 (0)50 555 0142"] {
            let b = read(text).expect(text);
            assert!(same(a, b), "{text}: {a:?} {b:?}");
        }
        assert!(same(read("+974 5555 0142").expect("a"), read("55550142").expect("b")));
        assert!(!same(read("+91 98765 43210").expect("a"), read("+1 987 654 3210").expect("b")));
    }

    #[test]
    fn what_is_no_number_gives_none() {
        for text in ["", "-", "N/A", "0", "12345", "0000000000", "9999999999", "1234567890123456789012"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn one_wrong_digit_or_a_swap_is_a_slip() {
        let n = |national| Phone { country: 0, national };
        assert!(mistyped(n(9_876_543_210), n(9_876_543_219)));
        assert!(mistyped(n(9_876_543_210), n(9_876_543_120)));
        assert!(!mistyped(n(9_876_543_210), n(9_876_543_210)));
        assert!(!mistyped(n(9_876_543_210), n(9_876_500_210)));
    }

    #[test]
    fn cells_hold_several_numbers() {
        let mut found = Vec::new();
        each("0505550142 / 04-5550100; +91 98765 43210 ::: -", |p| found.push(p.national));
        assert_eq!(found, [505_550_142, 45_550_100, 9_876_543_210]);
    }
}
