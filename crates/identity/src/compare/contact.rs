//! Lines and mailboxes: sets compared by their best match, worth as much as the value that matched is rare.

use super::{Compared, field};
use crate::corpus::Corpus;
use crate::frequency::Frequencies;
use crate::similarity::distance;
use crate::values::phone::{mistyped, same};

/// Rows on one line from which it counts as shared by many.
const SHARED: u32 = 12;

pub(super) fn phones(c: &Corpus, f: &Frequencies, a: usize, b: usize, out: &mut Compared) {
    let (x, y) = (c.numbers(a), c.numbers(b));
    if x.is_empty() || y.is_empty() {
        return;
    }
    // A firm's numbers stand in a row: one that ends otherwise is a colleague's, no slip.
    let colleagues = c.row(a).company != 0 && c.row(a).company == c.row(b).company;
    let mut best: Option<(u8, f32)> = None;
    let mut take = |level: u8, chance: f32| {
        if best.is_none_or(|(l, w)| level < l || level == l && chance < w) {
            best = Some((level, chance));
        }
    };
    for (i, n) in x.iter().copied().enumerate() {
        for (j, m) in y.iter().copied().enumerate() {
            if same(n, m) {
                let (p, q) = (c.phones(a)[i], c.phones(b)[j]);
                let ((w, rows), (v, others)) = (f.line[p as usize], f.line[q as usize]);
                let level = if rows.max(others) >= SHARED {
                    5
                } else if if n.country == 0 { m.is_fixed() } else { n.is_fixed() } {
                    2
                } else {
                    1
                };
                take(level, w.max(v));
            } else if mistyped(n, m) && !(colleagues && n.national / 10 == m.national / 10) {
                take(3, f32::NAN);
            }
        }
    }
    match best {
        Some((3, _)) => out.set(field::PHONE, 3),
        Some((level, chance)) => out.set_by_chance(field::PHONE, level, chance),
        None => out.set(field::PHONE, 4),
    }
}

pub(super) fn emails(c: &Corpus, f: &Frequencies, a: usize, b: usize, out: &mut Compared) {
    let (x, y) = (c.emails(a), c.emails(b));
    if x.is_empty() || y.is_empty() {
        // A mailbox tells something only where the other side has no name to compare.
        if c.words(a).is_empty() != c.words(b).is_empty() {
            fits_name(c, a, b, out);
        }
        return;
    }
    let mut best: (u8, f32) = (6, f32::NAN);
    let mut take = |level: u8, chance: f32| {
        if level < best.0 || level == best.0 && chance < best.1 {
            best = (level, chance);
        }
    };
    for p in x {
        for q in y {
            let (n, m) = (&c.mailboxes[*p as usize], &c.mailboxes[*q as usize]);
            if p == q {
                take(if n.role { 2 } else { 1 }, f.mailbox[*p as usize]);
                continue;
            }
            if n.role || m.role {
                if n.domain == m.domain && !c.public[n.domain as usize] {
                    take(4, f.domain[n.domain as usize]);
                }
                continue;
            }
            let texts = || (c.locals.texts.get(n.local), c.locals.texts.get(m.local));
            let domains_alike = || {
                let (d, e) = (c.domains.texts.get(n.domain), c.domains.texts.get(m.domain));
                n.domain != m.domain && distance(d, e, 2) <= 2
            };
            if n.local == m.local {
                if n.length >= 5 || domains_alike() {
                    take(3, f.local[n.local as usize]);
                }
                continue;
            }
            // Two edits change six of these bits at most; nearly all mailboxes are told apart by that, without their texts.
            let may_be_a_slip = n.length.min(m.length) >= 6
                && n.length.abs_diff(m.length) <= 2
                && (n.letters ^ m.letters).count_ones() <= 6;
            let slip = may_be_a_slip && {
                let (s, t) = texts();
                let alike = if n.domain == m.domain {
                    distance(s, t, 1) == 1
                } else {
                    s.as_bytes().first() == t.as_bytes().first() && distance(s, t, 2) <= 2 && domains_alike()
                };
                alike && !only_digits_differ(s, t)
            };
            if slip {
                take(3, f.local[n.local as usize].max(f.local[m.local as usize]));
            } else if n.domain == m.domain && !c.public[n.domain as usize] {
                take(4, f.domain[n.domain as usize]);
            }
        }
    }
    if best.0 == 6 && c.words(a).is_empty() != c.words(b).is_empty() {
        fits_name(c, a, b, out);
        if out.levels[field::EMAIL] == 5 {
            return;
        }
    }
    out.set_by_chance(field::EMAIL, best.0, best.1);
}

/// Mailboxes that count up (`rao1`, `rao2`) are different ones, not slips.
fn only_digits_differ(a: &str, b: &str) -> bool {
    let stem = |s: &str| s.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let (i, j) = (stem(a), stem(b));
    i == j && (i < a.len() || j < b.len()) && a.get(..i) == b.get(..j)
}

/// Whether the mailbox of the nameless side is made of the other side's name.
fn fits_name(c: &Corpus, a: usize, b: usize, out: &mut Compared) {
    let (nameless, named) = if c.words(a).is_empty() { (a, b) } else { (b, a) };
    let fits = c.emails(nameless).iter().any(|id| {
        let local = c.locals.texts.get(c.mailboxes[*id as usize].local);
        c.words(named).iter().any(|word| {
            let word = c.names.text(*word);
            word.len() >= 4 && local.contains(word)
        })
    });
    if fits {
        out.set(field::EMAIL, 5);
    }
}
