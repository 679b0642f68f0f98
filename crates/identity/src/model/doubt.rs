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
    let home = matches!(l[field::PHONE], 1..=3) || matches!(l[field::ADDRESS], 1 | 2);
    let slip_of_birth = matches!(l[field::BORN], 1..=3);
    // In files that write births so badly that a near one speaks for one person; at one door or on one line it is a spouse's.
    let born = slip_of_birth || !home && l[field::BORN] == 7 && weights[field::BORN] > 0;
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
    // Births that differ where they often do so for one person, and nothing that a household shares but a mailbox.
    let no_twins = l[field::BORN] == 5 && !apart && !home;
    match l[field::GIVEN] {
        // A whole given name: with something that is a person's own, or nothing that would tell the two apart.
        1..=3 if !is_one_word(pair) => own == 0 && !born && apart && !is_of_one_age(pair),
        // What agrees may be the family's name, or her husband's that a wife bears in the middle.
        1..=3 => !(one_day && (mailbox || !apart) || mailbox && l[field::GIVEN] == 3 && !apart || company && mobile),
        // Twins have names alike.
        4 => !(mailbox && family || own > 1 || born && (own > 0 || !apart) || no_twins && (mailbox || family)),
        // An initial: couples share a line and a mailbox, twins a day of birth and a line.
        5 if pair.saw(hint::MAILBOX_OF_ANOTHER) => true,
        5 if !pair.saw(hint::NAME_UNSURE) => {
            let named = fits && (born || mobile || company || mailbox && l[field::PHONE] != 4);
            let firm = company && (mailbox || family && some_line);
            !(pair.saw(hint::TWO_LINES) || mailbox && born || named || firm)
        }
        // No given name to compare: but for twins a day of birth is one person's.
        NULL if pair.saw(hint::NO_GIVEN) => {
            !(born || fits && own > 0 || own > 1 && family || !apart && (mailbox || family && !home))
        }
        // Initials on both sides, one for one.
        NULL if l[field::FAMILY] == 1 && l[field::OTHER] == 2 && mobile && !born => apart,
        // Two whole words agree, either of which may be the given name.
        NULL if l[field::FAMILY] == 1 && l[field::OTHER] == 1 => {
            !(born && (mailbox || !home) || l[field::EMAIL] == 4 && !home || no_twins && mailbox)
        }
        // In files whose given names are often wrong this is no contradiction.
        6 if weights[field::GIVEN] > super::CONTRADICTION => {
            !(matches!(l[field::EMAIL], 1 | 3) && born || (one_day || slip_of_birth && !home) && !apart)
        }
        _ => !(mailbox && born),
    }
}

/// One whole name at one door, births less than a generation apart, and nothing else that each has of its own: nobody gives
/// two children one name, and a father is older. One of the births is wrong.
fn is_of_one_age(pair: &Compared) -> bool {
    let l = &pair.levels;
    !(pair.saw(hint::OWN_LEFT) && pair.saw(hint::OWN_RIGHT))
        && matches!(l[field::GIVEN], 1 | 2)
        && matches!(l[field::FAMILY], 1 | 2)
        && l[field::ADDRESS] == 1
        && matches!(l[field::BORN], 5 | 7)
}

/// Whether no more than an initial leaves it undecided: one mobile line, and nothing that would tell the two apart. Who else
/// is on that line then decides.
pub(crate) fn is_an_initial_on_a_line(pair: &Compared) -> bool {
    const UNSURE: u16 = hint::NAME_UNSURE | hint::LINE_OF_HOUSE | hint::OTHER_LINES | hint::MAILBOX_OF_ANOTHER;
    let l = &pair.levels;
    l[field::GIVEN] == 5
        && l[field::PHONE] == 1
        && pair.hints & UNSURE == 0
        && !(pair.saw(hint::OWN_LEFT) && pair.saw(hint::OWN_RIGHT))
        && matches!(l[field::EMAIL], NULL | 1 | 3 | 6)
        && l[field::MARKS] <= 1
        && l[field::BORN] <= 3
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::MAX_FIELDS;

    /// What it is, its levels, what was seen beside them, and the weights of given name and birth.
    type Case = (&'static str, &'static [(usize, u8)], u16, i32, i32);

    const ONE_LINE: (usize, u8) = (field::PHONE, 2);
    const GIVEN: (usize, u8) = (field::GIVEN, 1);
    const FAMILY: (usize, u8) = (field::FAMILY, 1);
    const OTHER: (usize, u8) = (field::OTHER, 1);
    const MAILBOX: (usize, u8) = (field::EMAIL, 1);
    const DIFFERENT: (usize, u8) = (field::BORN, 5);
    const NEAR: (usize, u8) = (field::BORN, 7);
    const ONE_DOOR: (usize, u8) = (field::ADDRESS, 1);

    /// Whether a pair of these levels is undecided; bits of a given name's and a birth's weight as its file has taught them.
    fn undecided(levels: &[(usize, u8)], hints: u16, given: i32, born: i32) -> bool {
        let mut pair = Compared { hints, ..Compared::default() };
        let mut weights = [0; MAX_FIELDS];
        for (at, level) in levels {
            pair.levels[*at] = *level;
        }
        weights[field::GIVEN] = given * 1_000_000;
        weights[field::BORN] = born * 1_000_000;
        is_undecided(&pair, &weights)
    }

    #[test]
    fn one_name_at_one_door_is_one_person_s_where_only_births_less_than_a_generation_apart_differ() {
        let of = |door: u8, born: u8| [GIVEN, FAMILY, (field::ADDRESS, door), (field::BORN, born)];
        assert!(!undecided(&of(1, 5), hint::OWN_LEFT, 7, -6));
        assert!(!undecided(&of(1, 7), 0, 7, -6));
        assert!(undecided(&of(1, 5), hint::OWN_LEFT | hint::OWN_RIGHT, 7, -6), "each has a line of its own");
        assert!(undecided(&of(3, 5), 0, 7, -6), "one street");
        assert!(undecided(&of(1, 6), 0, 7, -6), "a father and his son");
        let sisters = [(field::GIVEN, 4), FAMILY, ONE_DOOR, DIFFERENT];
        assert!(undecided(&sisters, 0, 7, -6), "names alike");
    }

    #[test]
    fn an_initial_is_nobody_s_whose_mailbox_names_another() {
        let pair = [(field::GIVEN, 5), FAMILY, ONE_LINE, MAILBOX];
        let hints = hint::MAILBOX_FITS | hint::TWO_LINES;
        assert!(!undecided(&pair, hints, 0, 0));
        assert!(undecided(&pair, hints | hint::MAILBOX_OF_ANOTHER, 0, 0));
    }

    #[test]
    fn births_and_names_written_badly_make_doubt_only_where_a_household_shows() {
        let each_its_own = hint::OWN_LEFT | hint::OWN_RIGHT;
        let cases: &[Case] = &[
            ("whole names, other mailboxes, near births", &[GIVEN, FAMILY, NEAR], each_its_own, 7, 3),
            ("another given name, one mailbox, near births", &[(field::GIVEN, 6), MAILBOX, NEAR], 0, -3, 3),
            ("another given name, a slip of birth", &[(field::GIVEN, 6), FAMILY, (field::BORN, 3)], 0, -3, 6),
            ("names alike, births that differ", &[(field::GIVEN, 4), FAMILY, DIFFERENT], 0, 5, -1),
            ("two words in either order, near births", &[FAMILY, OTHER, NEAR], each_its_own, 0, 3),
            ("two words in either order, one mailbox", &[FAMILY, OTHER, MAILBOX, DIFFERENT], 0, 0, -1),
        ];
        for (what, levels, hints, given, born) in cases {
            assert!(!undecided(levels, *hints, *given, *born), "{what}");
            for home in [ONE_LINE, ONE_DOOR] {
                let at_home: Vec<_> = levels.iter().copied().chain([home]).collect();
                let hints = *hints | hint::LINE_OF_HOUSE;
                assert!(undecided(&at_home, hints, *given, *born), "{what}, at one home");
            }
            // In a file that writes births and names well the same pair is two people as often as one.
            let well = if levels.contains(&(field::BORN, 3)) { 6 } else { -7 };
            assert!(undecided(levels, *hints, (*given).min(-6), well), "{what}, written well");
        }
    }
}
