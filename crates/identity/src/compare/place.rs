//! Companies, addresses, postal codes and cities, and whatever else a file brings.

use super::{Compared, FIELDS, field, hint};
use crate::corpus::{Corpus, NUMBER};
use crate::frequency::Frequencies;
use crate::model::RARE;
use crate::similarity::{distance, jaro_winkler};

pub(super) fn companies(c: &Corpus, f: &Frequencies, a: usize, b: usize, out: &mut Compared) {
    let (x, y) = (c.row(a).company, c.row(b).company);
    if x == 0 || y == 0 {
        return;
    }
    if x == y {
        return out.set_by_chance(field::COMPANY, 1, f.company[x as usize - 1]);
    }
    let (p, q) = (&c.company_signs[x as usize - 1], &c.company_signs[y as usize - 1]);
    let may_be_alike = p.may_be_alike(q);
    if !may_be_alike && !p.may_share_a_word(q) {
        return out.set(field::COMPANY, 3);
    }
    let (s, t) = (c.companies.texts.get(x - 1), c.companies.texts.get(y - 1));
    let shared = s.split(' ').filter(|w| w.len() > 2 && t.split(' ').any(|v| v == *w)).count();
    let least = s.split(' ').count().min(t.split(' ').count());
    // Phase 2 is not Phase 3, nor one branch another.
    let counted = super::name::digits_differ(s, t);
    let alike = !counted && (shared > 0 && shared == least || may_be_alike && jaro_winkler(s, t) >= 0.92);
    out.set(field::COMPANY, if alike { 2 } else { 3 });
}

pub(super) fn addresses(c: &Corpus, f: &Frequencies, a: usize, b: usize, out: &mut Compared) {
    let (x, y) = (c.address(a), c.address(b));
    if x.is_empty() || y.is_empty() {
        return;
    }
    let (mut words, mut numbers) = (0u32, 0u32);
    let (mut rarest, mut rarest_number) = (0f32, 0f32);
    let mut left = [true; 16];
    let mut taken = [false; 16];
    for (i, p) in x.iter().enumerate() {
        if let Some(j) = y.iter().position(|q| q == p) {
            (left[i], taken[j]) = (false, true);
            let chance = f.street[(p & !NUMBER) as usize];
            if p & NUMBER == 0 {
                words += 1;
                rarest = rarest.min(chance);
            } else {
                numbers += 1;
                rarest_number = rarest_number.min(chance);
            }
        }
    }
    // Words with a slip.
    for (i, p) in x.iter().enumerate() {
        if !left[i] || p & NUMBER != 0 {
            continue;
        }
        let s = c.streets.texts.get(*p);
        for (j, q) in y.iter().enumerate() {
            if taken[j] || q & NUMBER != 0 {
                continue;
            }
            // Two edits change six of these bits at most.
            if (c.street_letters[*p as usize] ^ c.street_letters[*q as usize]).count_ones() > 6 {
                continue;
            }
            let t = c.streets.texts.get(*q);
            if s.len().min(t.len()) >= 4 && distance(s, t, 2) <= if s.len() >= 7 { 2 } else { 1 } {
                (left[i], taken[j]) = (false, true);
                words += 1;
                break;
            }
        }
    }
    words += joined(c, (x, &left), (y, &taken));
    let of = |list: &[u32]| {
        let n = list.iter().filter(|id| **id & NUMBER != 0).count() as u32;
        (list.len() as u32 - n, n)
    };
    let ((xw, xn), (yw, yn)) = (of(x), of(y));
    let covered = words * 3 >= 2 * xw.min(yw) && words > 0;
    let one_has_no_number = xn == 0 || yn == 0;
    if numbers > 0 && words > 0 && (covered || words >= 2) {
        // Number and words are hardly independent of each other in one street; the rarer counts, the other a little.
        out.set_by_chance(field::ADDRESS, 1, (rarest + rarest_number).clamp(-18.0, -6.0));
    } else if covered && one_has_no_number {
        out.set_by_chance(field::ADDRESS, 2, rarest.min(-2.0));
    } else if words > 0 && (covered || words * 2 >= xw.min(yw)) && !one_has_no_number && numbers == 0 {
        out.set_by_chance(field::ADDRESS, 4, rarest.min(-2.0));
    } else if words > 0 {
        out.set_by_chance(field::ADDRESS, 3, rarest.min(-1.0));
    } else {
        out.set(field::ADDRESS, 5);
    }
}

/// Words of one that stand in the other as two: Hauptstrasse and Haupt Strasse. How many.
fn joined(c: &Corpus, (x, left): (&[u32], &[bool; 16]), (y, taken): (&[u32], &[bool; 16])) -> u32 {
    /// Letters of a word that may be two, at least.
    const LONG: usize = 8;
    let mut found = 0;
    let text = |id: u32| c.streets.texts.get(id & !NUMBER);
    let mut look = |one: &[u32], left: &[bool; 16], other: &[u32], taken: &[bool; 16]| {
        for (id, _) in one.iter().zip(left).filter(|(id, left)| **left && **id & NUMBER == 0) {
            let whole = text(*id);
            if whole.len() < LONG {
                continue;
            }
            let parts = other.windows(2).zip(taken.windows(2)).filter(|(_, taken)| !taken[0] && !taken[1]);
            found += parts
                .filter(|(parts, _)| whole.strip_prefix(text(parts[0])).is_some_and(|rest| rest == text(parts[1])))
                .take(1)
                .count() as u32;
        }
    };
    let (taken_x, left_y) = (left.map(|left| !left), taken.map(|taken| !taken));
    look(x, left, y, taken);
    look(y, &left_y, x, &taken_x);
    found
}

pub(super) fn places(c: &Corpus, f: &Frequencies, a: usize, b: usize, out: &mut Compared) {
    let (p, q) = (c.row(a).postal, c.row(b).postal);
    let (s, t) = (c.row(a).city, c.row(b).city);
    if p != 0 && p == q {
        return out.set_by_chance(field::PLACE, 1, f.postal[p as usize - 1]);
    }
    let codes_differ = p != 0 && q != 0;
    if s != 0 && t != 0 {
        if s == t {
            return out.set_by_chance(field::PLACE, if codes_differ { 3 } else { 2 }, f.city[s as usize - 1]);
        }
        let (x, y) = (c.places.texts.get(s - 1), c.places.texts.get(t - 1));
        let slip = x.len().min(y.len()) >= 4 && distance(x, y, 2) <= if x.len() >= 7 { 2 } else { 1 };
        return out.set(field::PLACE, if slip { 4 } else { 5 });
    }
    if codes_differ {
        let (x, y) = (c.places.texts.get(p - 1), c.places.texts.get(q - 1));
        out.set(field::PLACE, if distance(x, y, 1) == 1 { 4 } else { 5 });
    }
}

/// Distinct values up to which a column holds categories, of which one is no slip of another.
const CATEGORIES: u32 = 64;

/// Compares two values of a custom comparison, ids plus one.
pub(super) fn custom(c: &Corpus, f: &Frequencies, at: usize, (x, y): (u32, u32), out: &mut Compared) {
    if x == y {
        return out.set_by_chance(FIELDS + at, 1, f.custom[at][x as usize - 1]);
    }
    let distinct = f.custom_distinct.get(at).copied().unwrap_or_default();
    if !c.shape.custom[at].fuzzy || distinct <= CATEGORIES {
        return out.set(FIELDS + at, 4);
    }
    let texts = &c.custom_values[at].texts;
    let (s, t) = (texts.get(x - 1), texts.get(y - 1));
    let least = s.len().min(t.len());
    let slips = distance(s, t, 2);
    let level = if slips == 1 && least >= 3 || slips == 2 && least >= 8 {
        2
    } else if least >= 4 && (slips == 2 || jaro_winkler(s, t) >= 0.88 || words_overlap(s, t)) {
        3
    } else {
        4
    };
    let frequency = |id: u32| f.custom[at].get(id as usize - 1).copied().unwrap_or_default();
    if level == 2 && frequency(x).max(frequency(y)) < RARE && least >= 6 && neighbours_swapped(s, t) {
        out.hints |= hint::SWAPPED_IDENTIFIER;
    }
    out.set(FIELDS + at, level);
}

/// Whether two neighbouring letters or digits have changed places, and nothing else: numbers that are given out one after
/// another differ in a digit, not so.
fn neighbours_swapped(s: &str, t: &str) -> bool {
    let mut differ = s.bytes().zip(t.bytes()).enumerate().filter(|(_, (a, b))| a != b);
    match (differ.next(), differ.next(), differ.next()) {
        (Some((i, (a, b))), Some((j, (c, d))), None) => s.len() == t.len() && j == i + 1 && (a, b) == (d, c),
        _ => false,
    }
}

/// Whether half of the shorter one's words stand in the longer one.
fn words_overlap(s: &str, t: &str) -> bool {
    let (short, long) = if s.len() <= t.len() { (s, t) } else { (t, s) };
    let words = short.split(' ').count();
    let shared = short.split(' ').filter(|w| w.len() > 2 && long.split(' ').any(|v| v == *w)).count();
    words > 1 && shared * 2 >= words
}
