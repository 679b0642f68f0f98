//! Households that are easily taken for one person: each of them with several rows, written as people write.

use super::{CITIES, Draws, FAMILIES, MEN, Person, Row, STREETS, WOMEN, mix, person};

/// What makes two of one household look like one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trap {
    /// One phone, one mailbox now and then; a row or two with no more of the given name than an initial.
    Spouses,
    /// One door and one fixed line.
    Siblings,
    /// One day of birth, one phone, given names that begin alike.
    Twins,
    /// One name, one door, one fixed line: each row has something that is its person's own, as far as there is any.
    FatherAndSon,
    /// The son bears his father's name behind his own.
    NamedAfter,
    /// The family's name is a given name elsewhere, and one of them writes no other.
    FamilyWord,
    /// The wife bears her husband's given name between her own and the family's, and uses his mailbox.
    MiddleName,
}

impl Trap {
    pub const ALL: [Self; 7] = [
        Self::Spouses,
        Self::Siblings,
        Self::Twins,
        Self::FatherAndSon,
        Self::NamedAfter,
        Self::FamilyWord,
        Self::MiddleName,
    ];
}

/// Given names of one first letter.
const ALIKE: &[[&str; 2]] =
    &[["Mihir", "Manish"], ["Jatin", "Jignesh"], ["Hemlata", "Harini"], ["Devyani", "Divya"], ["Keshav", "Kumudini"]];

/// Rows of a household, each with the one of the two whom it is of.
pub fn household(seed: u64, trap: Trap) -> Vec<(usize, Row)> {
    let mut draws = Draws(mix(seed ^ 0x7a95));
    let [mut one, mut other] = [MEN, WOMEN].map(|names| {
        let given = draws.of(names);
        person(&mut draws, given)
    });
    other.family.clone_from(&one.family);
    other.address.clone_from(&one.address);
    other.city.clone_from(&one.city);
    let fixed = format!("+91 22 2{:07}", draws.below(10_000_000));
    let mut shared = one.phone.clone();
    let alike = ALIKE[draws.below(ALIKE.len())];
    match trap {
        Trap::Spouses => {
            if draws.chance(40) {
                renamed(&mut one, alike[0]);
                renamed(&mut other, alike[1]);
            }
        }
        Trap::Siblings => shared = fixed,
        Trap::Twins => {
            renamed(&mut one, alike[0]);
            renamed(&mut other, alike[1]);
            other.born = one.born;
        }
        Trap::FatherAndSon => {
            other.given.clone_from(&one.given);
            other.born.0 = one.born.0 + 22 + draws.below(14);
            shared = fixed;
        }
        Trap::NamedAfter => {
            other.given = format!("{} {}", draws.of(&["Ashwin", "Yohan", "Zubin"]), one.given);
            other.born.0 = one.born.0 + 22 + draws.below(14);
            shared = fixed;
        }
        Trap::MiddleName => other.given = format!("{} {}", other.given, one.given),
        Trap::FamilyWord => {
            // Their given names begin otherwise, and the word is neither's: K. Omkar and K. Omkar on one line are one for everybody.
            if one.given[..1] == other.given[..1] {
                renamed(&mut other, "Anahita");
            }
            let family = if one.given == "Omkar" { "Gopal" } else { "Omkar" };
            family.clone_into(&mut one.family);
            family.clone_into(&mut other.family);
        }
    }
    let mut rows = Vec::new();
    for (who, p) in [&one, &other].into_iter().enumerate() {
        for _ in 0..1 + draws.below(3) {
            rows.push((who, written(p, trap, &shared, &one.mail, &mut draws)));
        }
    }
    rows
}

fn renamed(p: &mut Person, given: &str) {
    p.mail = p.mail.replace(&p.given.to_lowercase(), &given.to_lowercase());
    given.clone_into(&mut p.given);
}

/// A row of one of them: the name in some form, what is shared with more or less of what is their own.
fn written(p: &Person, trap: Trap, shared: &str, mailbox: &str, draws: &mut Draws) -> Row {
    let (y, m, d) = p.born;
    let initial = &p.given[..1];
    let name = match draws.below(10) {
        0 | 1 => format!("{}, {}", p.family, p.given),
        2 if trap != Trap::FatherAndSon => format!("{initial}. {}", p.family),
        3 if trap == Trap::FamilyWord => format!("{initial} {}", p.family),
        4 => format!("{} {}", p.given, p.family).to_uppercase(),
        _ => format!("{} {}", p.given, p.family),
    };
    let mut row: Row = [name, String::new(), String::new(), String::new(), String::new(), String::new()];
    let lines: Vec<&str> = match draws.below(4) {
        0 => vec![shared],
        1 => vec![&p.phone],
        _ => vec![&p.phone, shared],
    };
    row[1] = lines.join("; ");
    if draws.chance(40) {
        row[2].clone_from(&p.mail);
    }
    let in_full = row[0].to_lowercase().contains(&p.given.to_lowercase());
    if !in_full {
        // Of a row that tells neither a given name nor anything else of its person nobody could say whose it is.
        row[2].clone_from(&p.mail);
    } else if matches!(trap, Trap::Spouses | Trap::MiddleName) && draws.chance(25) && p.mail != mailbox {
        row[2] = if row[2].is_empty() { mailbox.to_owned() } else { format!("{}; {mailbox}", row[2]) };
    }
    if draws.chance(30) {
        row[3] = format!("{d:02}/{m:02}/{y}");
    }
    // Where the name tells nothing apart, something that is the person's own does.
    if trap == Trap::FatherAndSon && !row[1].contains(&p.phone) && row[2].is_empty() && row[3].is_empty() {
        row[2].clone_from(&p.mail);
    }
    if draws.chance(50) {
        row[4].clone_from(&p.address);
    }
    if draws.chance(60) {
        row[5].clone_from(&p.city);
    }
    row
}

/// A list of such households among people who live alone: rows, who each is of, and the household.
pub fn list(seed: u64, households: usize) -> Vec<(Row, usize, usize)> {
    let mut draws = Draws(mix(seed ^ 0x11));
    let mut rows = Vec::new();
    for nth in 0..households {
        for (who, row) in household(mix(seed ^ (nth as u64) << 8), Trap::ALL[nth % Trap::ALL.len()]) {
            rows.push((row, nth * 2 + who, nth));
        }
        let given = if draws.chance(50) { draws.of(MEN) } else { draws.of(WOMEN) };
        let mut alone = person(&mut draws, given);
        alone.family = draws.of(FAMILIES).to_owned();
        alone.address = format!("Flat {}, {}", 1 + draws.below(900), draws.of(STREETS));
        alone.city = draws.of(CITIES).to_owned();
        for _ in 0..1 + draws.below(3) {
            let row = written(&alone, Trap::Siblings, &alone.phone, &alone.mail, &mut draws);
            rows.push((row, usize::MAX - nth, usize::MAX));
        }
    }
    let mut order: Vec<usize> = (0..rows.len()).collect();
    super::shuffle(&mut order, seed);
    order.into_iter().map(|at| rows[at].clone()).collect()
}
