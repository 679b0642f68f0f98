//! What two of one household share as well: where nothing that agrees is one person's own, the shipped policy takes nobody
//! for one, however much agrees, and a person decides.
//!
//! Spouses share lines, mailboxes, doors and their family name; brothers and sisters the door and the fixed line; twins their
//! day of birth besides; a father and his son the whole name; namesakes name and city.

use crate::compare::{Compared, NULL, field, hint};

/// A birth date that weighs this much against one person tells two apart, in micro-bits.
const DIFFERS: i32 = -2_000_000;

/// Each of the two has something that the other lacks: a line, a mailbox, a day of birth.
fn diverges(pair: &Compared, weights: &[i32]) -> bool {
    pair.saw(hint::OWN_LEFT) && pair.saw(hint::OWN_RIGHT) || weights[field::BORN] < DIFFERS
}

/// Whether nothing that agrees is one person's own, and so nothing decides.
pub(super) fn is_undecided(pair: &Compared, weights: &[i32]) -> bool {
    let l = &pair.levels;
    let mailbox = l[field::EMAIL] == 1 || l[field::EMAIL] == 3 && !pair.saw(hint::LOCAL_IS_NAME);
    let born = matches!(l[field::BORN], 1..=3);
    let one_day = l[field::BORN] == 1;
    let company = l[field::COMPANY] == 1;
    let family = matches!(l[field::FAMILY], 1..=4);
    let mobile = matches!(l[field::PHONE], 1 | 3)
        && !pair.saw(hint::LINE_OF_HOUSE)
        && (!pair.saw(hint::OTHER_LINES) || pair.saw(hint::TWO_LINES));
    let some_line = matches!(l[field::PHONE], 1..=3) && !pair.saw(hint::OTHER_LINES);
    let fits = pair.saw(hint::MAILBOX_FITS) || l[field::EMAIL] == 5;
    let own = u8::from(mailbox) + u8::from(company) + u8::from(mobile);
    // Each has something that the other lacks; or one merely tells less.
    let apart = diverges(pair, weights);
    match l[field::GIVEN] {
        // A whole given name: with something that is a person's own, or nothing that would tell the two apart.
        1..=3 if !is_one_word(pair) => own == 0 && !born && apart,
        // What agrees may be the family's name, or her husband's that a wife bears in the middle.
        1..=3 => !(one_day && (mailbox || !apart) || mailbox && l[field::GIVEN] == 3 && !apart || company && mobile),
        // Twins have names alike.
        4 => !(mailbox && family || own > 1 || born && (own > 0 || !apart)),
        // An initial: couples share a line and a mailbox, twins a day of birth and a line.
        5 if !pair.saw(hint::NAME_UNSURE) => {
            let named = fits && (born || mobile || company || mailbox && l[field::PHONE] != 4);
            let firm = company && (mailbox || family && some_line);
            !(pair.saw(hint::TWO_LINES) || mailbox && born || named || firm)
        }
        // No given name to compare: but for twins a day of birth is one person's.
        NULL if pair.saw(hint::NO_GIVEN) => {
            let home = matches!(l[field::PHONE], 1..=3) || matches!(l[field::ADDRESS], 1 | 2);
            !(born || fits && own > 0 || own > 1 && family || !apart && (mailbox || family && !home))
        }
        // Initials on both sides, one for one.
        NULL if l[field::FAMILY] == 1 && l[field::OTHER] == 2 && mobile && !born => apart,
        // In files whose given names are often wrong this is no contradiction.
        6 if weights[field::GIVEN] > super::CONTRADICTION => !(one_day && (mailbox || !apart)),
        _ => !(mailbox && born),
    }
}

/// Whether all that agrees of the names is one word, which may be the family's: Amarjeet Anand and L. Anand, B. Omkar and
/// T. Omkar.
fn is_one_word(pair: &Compared) -> bool {
    let l = &pair.levels;
    pair.saw(hint::NAME_UNSURE) || l[field::OTHER] == 5 && l[field::FAMILY] == NULL
}

/// At one door or on one fixed line, each with something that the other lacks, and nothing that is a person's own in common
/// though both tell their lines: of one name, it is as often a father and his son as one person who has changed his number.
pub(super) fn may_be_father_and_son(pair: &Compared, weights: &[i32]) -> bool {
    let l = &pair.levels;
    let at_one_door = matches!(l[field::ADDRESS], 1 | 2);
    let fixed_line = l[field::PHONE] == 2;
    let other_lines = l[field::PHONE] == 4;
    (fixed_line || other_lines && at_one_door)
        && !matches!(l[field::EMAIL], 1 | 3)
        && !matches!(l[field::BORN], 1..=3)
        && l[field::COMPANY] != 1
        && diverges(pair, weights)
}
