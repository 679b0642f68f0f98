//! Lines and mailboxes: sets compared by their best match, worth as much as the value that matched is rare.

use std::cell::OnceCell;

use super::{Compared, field, hint};
use crate::corpus::Corpus;
use crate::frequency::Frequencies;
use crate::similarity::distance;
use crate::text::{romanised, skeleton};
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
    let (mut met_x, mut met_y, mut mobile, mut slips) = (0u32, 0u32, 0, false);
    for (i, n) in x.iter().copied().enumerate() {
        for (j, m) in y.iter().copied().enumerate() {
            if same(n, m) {
                (met_x, met_y) = (met_x | 1 << i, met_y | 1 << j);
                mobile += u32::from(if n.country == 0 { m.is_mobile() } else { n.is_mobile() });
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
                // The fixed lines of two houses differ by a digit more often than one is mistyped.
                if n.is_mobile() && m.is_mobile() {
                    (met_x, met_y, mobile) = (met_x | 1 << i, met_y | 1 << j, mobile + 1);
                }
                slips = true;
                take(3, f32::NAN);
            }
        }
    }
    if met_x != 0 || slips {
        if mobile == 0 {
            out.hints |= hint::LINE_OF_HOUSE;
        }
        if mobile > 1 {
            out.hints |= hint::TWO_LINES;
        }
        if met_x.count_ones() < x.len() as u32 && met_y.count_ones() < y.len() as u32 {
            out.hints |= hint::OTHER_LINES;
        }
    }
    out.own((met_x.count_ones() as usize) < x.len(), (met_y.count_ones() as usize) < y.len());
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
    let (mut named, mut own) = (false, false);
    let mut take = |level: u8, chance: f32| {
        if level < best.0 || level == best.0 && chance < best.1 {
            best = (level, chance);
        }
    };
    let (mut met_x, mut met_y) = (0u32, 0u32);
    for (i, p) in x.iter().enumerate() {
        for (j, q) in y.iter().enumerate() {
            let (n, m) = (&c.mailboxes[*p as usize], &c.mailboxes[*q as usize]);
            // A role's mailbox is nobody's own.
            (met_x, met_y) = (met_x | u32::from(n.role) << i, met_y | u32::from(m.role) << j);
            let mut meet = || (met_x, met_y) = (met_x | 1 << i, met_y | 1 << j);
            if p == q {
                meet();
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
                let alike = domains_alike();
                if n.length >= 5 || alike {
                    let name = !alike && !c.locals.texts.get(n.local).bytes().any(|b| b.is_ascii_digit());
                    (named, own) = (named || name, own || !name);
                    if !name {
                        meet();
                    }
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
                own = true;
                meet();
                take(3, f.local[n.local as usize].max(f.local[m.local as usize]));
            } else if n.domain == m.domain && !c.public[n.domain as usize] {
                take(4, f.domain[n.domain as usize]);
            }
        }
    }
    out.own((met_x.count_ones() as usize) < x.len(), (met_y.count_ones() as usize) < y.len());
    if best.0 == 6 && c.words(a).is_empty() != c.words(b).is_empty() {
        fits_name(c, a, b, out);
        if out.levels[field::EMAIL] == 5 {
            return;
        }
    }
    if best.0 == 3 && named && !own {
        out.hints |= hint::LOCAL_IS_NAME;
    }
    out.set_by_chance(field::EMAIL, best.0, best.1);
}

/// Whether the mailboxes of one, all of them, bear a name that the other writes out and this one abbreviates or leaves out.
pub(super) fn mailboxes_fit(c: &Corpus, a: usize, b: usize) -> bool {
    let n = &c.names;
    [(a, b), (b, a)].into_iter().any(|(one, other)| {
        let short = c.words(one);
        // For each initial the first word that it begins: who has his father's or her husband's name behind their own goes by
        // their own.
        let begun = |initial: u32| {
            let mut full = c.words(other).iter().copied().filter(|id| !n.is_initial(*id));
            full.find(|id| n.first[*id as usize] == n.first[initial as usize])
        };
        let stands_for = |word: u32| {
            let begins = || short.iter().any(|id| n.is_initial(*id) && begun(*id) == Some(word));
            n.text(word).len() >= 4 && !short.contains(&word) && (short.is_empty() || begins())
        };
        // Tejas stands in tejas.rao7 and tejasr, not in tejashree.
        let stands_in = |local: &str, word: &str| {
            places_of(word, local).any(|at| {
                let rest = local.get(at + word.len()..).unwrap_or_default();
                let letters = rest.bytes().take_while(u8::is_ascii_lowercase).count();
                letters <= 1 || c.words(other).iter().any(|id| n.text(*id).len() > 1 && rest.starts_with(n.text(*id)))
            })
        };
        // Or the initial before another word of the name: kiyer7, k.iyer.
        let with_initial = |local: &str| {
            let mut letters = local.split(['.', '_', '-']).flat_map(str::chars);
            let first = letters.next().map_or(0, |c| c as u8);
            c.words(other).iter().any(|id| stands_for(*id) && n.first[*id as usize] == first)
                && c.words(other).iter().filter(|id| short.contains(id)).map(|id| n.text(*id)).any(|word| {
                    let mut rest = letters.clone();
                    word.len() > 2 && word.chars().all(|letter| rest.next() == Some(letter))
                })
        };
        let bears = |local: &str| {
            with_initial(local) || c.words(other).iter().any(|id| stands_for(*id) && stands_in(local, n.text(*id)))
        };
        let mut own = c.emails(one).iter().map(|id| &c.mailboxes[*id as usize]).filter(|m| !m.role).peekable();
        own.peek().is_some() && own.all(|mailbox| bears(c.locals.texts.get(mailbox.local)))
    })
}

/// Where a word stands in a text, one place behind the other: both are short, and a search that prepares itself takes longer.
fn places_of<'a>(word: &'a str, text: &'a str) -> impl Iterator<Item = usize> + 'a {
    let (word, text) = (word.as_bytes(), text.as_bytes());
    let mut from = 0;
    std::iter::from_fn(move || {
        let (first, rest) = word.split_first()?;
        loop {
            let at = from + text.get(from..)?.iter().position(|byte| byte == first)?;
            from = at + 1;
            if text.get(from..).is_some_and(|text| text.starts_with(rest)) {
                from = at + word.len();
                return Some(at);
            }
        }
    })
}

/// The consonants of a word. Those of a name begin those of a text that is one spelling of it: Yusuf and yousef92.
fn consonants(word: &str) -> String {
    skeleton(&romanised(word))
}

/// Whether a mailbox of the one that writes an initial bears a name of that letter which is none of the other's words: who is
/// A. Gupta at abhishek60 is no Ashok Gupta.
pub(super) fn mailbox_of_another(c: &Corpus, a: usize, b: usize) -> bool {
    let n = &c.names;
    let known = |text: &str| {
        let sound = OnceCell::new();
        let sounds_like = |word: &str| {
            let word = consonants(word);
            word.len() >= 2 && sound.get_or_init(|| consonants(text)).starts_with(&word)
        };
        let begins = |row: usize| {
            c.words(row).iter().filter(|id| !n.is_initial(**id)).any(|id| {
                let shared = n.text(*id).bytes().zip(text.bytes()).take_while(|(x, y)| x == y).count();
                shared >= 3 || shared == text.len() || sounds_like(n.text(*id))
            })
        };
        begins(a) || begins(b)
    };
    [(a, b), (b, a)].into_iter().any(|(one, other)| {
        let initials = || c.words(one).iter().filter(|id| n.is_initial(**id) && !c.words(other).contains(id));
        let own = c.emails(one).iter().map(|id| &c.mailboxes[*id as usize]).filter(|m| !m.role);
        own.map(|m| c.locals.texts.get(m.local)).any(|local| {
            local.split(|c: char| !c.is_ascii_lowercase()).filter(|part| part.len() >= 5).any(|part| {
                initials().any(|id| n.text(*id).as_bytes().first() == part.as_bytes().first())
                    && !known(part)
                    && !part.get(1..).is_some_and(known)
            })
        })
    })
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
