//! What settles a doubt: the company on a line, an identifier, a birth that cannot be another's.

#[expect(dead_code, reason = "the laws use the rest of it")]
mod people;

use identity::corpus::Corpus;
use identity::engine;
use identity::names::Part;
use identity::record::Features;
use identity::resolve::{Options, POLICY, Resolved, resolve};
use identity::shape::{Role, Shape};
use people::{Row, features, town};

/// Resolves these rows among the people of a town.
fn among_others(rows: &[Row]) -> (Resolved, usize) {
    let mut all = town(5, 150);
    let first = all.len();
    all.extend(rows.iter().map(features));
    (resolved(&people::shape(), &all), first)
}

fn resolved(shape: &Shape, rows: &[Features]) -> Resolved {
    let mut corpus = Corpus::new(shape.clone());
    let mut join = String::new();
    rows.iter().for_each(|row| corpus.push(row, &mut join));
    resolve(&corpus, &Options { random_pairs: 4_000, sample_pairs: 20_000, ..Options::default() }, None)
}

fn row(name: &str, phone: &str, mail: &str) -> Row {
    [name, phone, mail, "", "", "Pune"].map(str::to_owned)
}

const LINE: &str = "+91 98200 00417";

/// By row: the group, as the first of these rows that is in it.
fn groups(rows: &[Row]) -> Vec<usize> {
    let (resolved, first) = among_others(rows);
    (0..rows.len()).map(|at| resolved.groups[first + at] as usize - first).collect()
}

#[test]
fn an_initial_on_a_line_is_of_the_one_person_whose_line_it_is() {
    let whole = row("Keshav Damania", LINE, "");
    let mailed = row("Damania, Keshav", LINE, "keshav.damania77@example.net");
    let short = row("K. Damania", LINE, "");
    // One record doesn't make a line somebody's.
    assert_eq!(groups(&[whole.clone(), short.clone()]), [0, 1]);
    // Two do, in whatever order they come.
    assert_eq!(groups(&[whole.clone(), mailed.clone(), short.clone()]), [0, 0, 0]);
    assert_eq!(groups(&[short.clone(), mailed.clone(), whole.clone()]), [0, 0, 0]);
    // Whom else the initial may stand for: it waits for a person to decide.
    let wife = row("Kumudini Damania", LINE, "");
    assert_eq!(groups(&[whole.clone(), mailed.clone(), short.clone(), wife]), [0, 0, 2, 3]);
    // The initial's own mailbox names somebody else.
    let hers = row("K. Damania", LINE, "kumudini19@example.net");
    assert_eq!(groups(&[whole.clone(), mailed.clone(), hers]), [0, 0, 2]);
    // Somebody with a line of her own besides is not settled by the one that both have.
    let apart = row("K. Damania", &format!("{LINE}; +91 98333 12071"), "kd2@example.org");
    assert_eq!(groups(&[whole, mailed, apart]), [0, 0, 2]);
}

#[test]
fn what_the_company_on_a_line_adds_is_told_with_the_record_that_shows_it() {
    let rows = [
        row("Keshav Damania", LINE, ""),
        row("Damania, Keshav", LINE, "keshav.damania77@example.net"),
        row("K. Damania", LINE, ""),
    ];
    let (resolved, first) = among_others(&rows);
    let of = |at: usize| (first + at) as u32;
    let settled: Vec<_> = resolved.pairs.iter().filter(|p| p.b == of(2) && p.a >= of(0)).collect();
    assert_eq!(settled.len(), 2);
    for pair in settled {
        assert!(i64::from(pair.score) >= POLICY && pair.through > 0, "{pair:?}");
        let other = if pair.a == of(0) { of(1) } else { of(0) };
        assert_eq!(pair.via, other + 1);
    }
}

/// The level of one comparison of two rows.
fn level(field: &str, a: &Row, b: &Row) -> String {
    let model = engine::untrained(&people::shape(), 1_000);
    let why = engine::score(&model, &features(a), &features(b));
    why.items.iter().find(|item| item.field == field).map(|item| item.level.to_string()).unwrap_or_default()
}

#[test]
fn years_whose_digits_changed_places_are_a_slip_and_a_generation_is_none() {
    let born = |date: &str| ["Esther Lobo", "", "", date, "", ""].map(str::to_owned);
    for (other, expected) in [
        ("07/05/1981", "slip"),
        ("07/05/1198", "different"),
        ("07/06/1981", "generation_apart"),
        ("07/05/1948", "generation_apart"),
        ("01/01/1918", "same_year"),
    ] {
        let found = level("birth_date", &born("07/05/1918"), &born(other));
        assert_eq!(found, if expected == "different" { "" } else { expected }, "{other}");
    }
}

#[test]
fn words_of_an_address_that_are_written_together_are_the_same_words() {
    let at = |address: &str| ["Esther Lobo", "", "", "", address, ""].map(str::to_owned);
    for (one, other, expected) in [
        ("15, Harbourview Terrace", "15 Harbourviewterrace", "same_door"),
        ("15 Harbourviewterrace", "15, Harbourview Terrace", "same_door"),
        ("15 Harbourviewterrace", "16, Harbourview Terrace", "other_door"),
        ("15 Harbourviewterrace", "15, Harbourview Gardens", "different"),
    ] {
        assert_eq!(level("address", &at(one), &at(other)), expected, "{one} and {other}");
    }
}

#[test]
fn an_identifier_that_is_compared_by_itself_slips_as_it_does_among_all() {
    let mut shape = Shape { columns: vec![(0, Role::Name(Part::Unknown))], custom: vec![] };
    assert!(shape.add_custom(1, "member", true));
    let given = ["Farhad", "Gopal", "Henrik", "Jatin", "Keshav", "Lorenzo", "Mihir", "Nadir", "Omkar", "Pervez"];
    let family = ["Wadekar", "Lobo", "Munshi", "Oberai", "Rebello", "Tarapore", "Vakil", "Damania"];
    let record = |name: &str, number: &str| {
        let cells = [name, number];
        Features::of(&shape, |column| cells[column])
    };
    let rows: Vec<Features> = (0..160usize)
        .map(|at| {
            let name = format!("{} {}", given[at / 2 % 10], family[at / 20]);
            let number = format!("{:07}", people::mix(at as u64 / 2) % 10_000_000);
            // Every other record has two digits the other way round.
            let slip = format!("{}{}{}", &number[..3], &number[4..5], &number[3..4]) + &number[5..];
            record(&name, if at % 2 == 0 { &number } else { &slip })
        })
        .collect();
    let resolved = resolved(&shape, &rows);
    let slips = resolved.pairs.iter().filter(|pair| {
        let alone = engine::score(&resolved.model, &rows[pair.a as usize], &rows[pair.b as usize]);
        assert_eq!(alone.score, i64::from(pair.score - pair.through), "{alone:?}");
        alone.items.iter().any(|item| item.field == "member" && item.level == "slip")
    });
    assert!(slips.count() > 60);
}
