//! Companies and households: one engine, comparisons of their own. Names and numbers are made up.

use identity::blocking::keys_of;
use identity::corpus::Corpus;
use identity::engine::{self, Scorer};
use identity::frequency::Counts;
use identity::model::Model;
use identity::record::Features;
use identity::resolve::POLICY;
use identity::shape::{Role, Shape};

/// Name, phone, e-mail, address, city.
type Row = [&'static str; 5];

fn shape() -> Shape {
    let roles = [Role::Company, Role::Phone, Role::Email, Role::Address, Role::City];
    Shape { columns: roles.into_iter().enumerate().collect(), custom: vec![] }
}

fn features(row: Row) -> Features {
    Features::of(&shape(), |column| row[column])
}

fn corpus(rows: &[Row]) -> Corpus {
    let mut corpus = Corpus::new(shape());
    rows.iter().for_each(|row| corpus.push(&features(*row), &mut String::new()));
    corpus
}

/// The model of a graph of so many accounts, among them forty branches of one bank.
fn model() -> Model {
    let branches = ["Meridian Bank", "", "info@meridianbank.example", "", "Mumbai"];
    engine::accounts(&shape(), Counts::of(&corpus(&[branches; 40])), 2_000)
}

fn score(one: Row, other: Row) -> i64 {
    Scorer::of(&model()).scores(&features(one), [&features(other)])[0].score
}

const ZENITH: Row =
    ["Zenith Traders Pvt. Ltd.", "+91 22 2345 0142", "sales@zenithtraders.example", "12 Harbour Road", "Mumbai"];

#[test]
fn one_company_is_found_under_another_legal_form_another_mailbox_or_another_branch() {
    for other in [
        ["ZENITH TRADERS LLP", "", "", "12, Harbour Rd", "Bombay"],
        ["The Zenith Traders Company", "02223450142", "", "", ""],
        ["Zenith Traders", "", "accounts@zenithtraders.example", "", "Pune"],
        ["Zenith Tradres Private Limited", "+91 22 2345 0142", "", "", ""],
    ] {
        assert!(score(ZENITH, other) >= POLICY, "{other:?}: {}", score(ZENITH, other));
        let all = corpus(&[ZENITH, other]);
        let [a, b] = [0, 1].map(|row| keys_of(&all, &[], row).keys);
        assert!(a.iter().any(|key| b.contains(key)), "{other:?} is found");
    }
}

#[test]
fn two_companies_of_one_building_or_one_word_stay_two() {
    for other in [
        ["Orbit Foods Pvt Ltd", "", "", "12 Harbour Road", "Mumbai"],
        ["Zenith Jewellers", "+91 22 2987 0199", "info@zenithjewels.example", "4 Hill Lane", "Mumbai"],
        ["Orbit Foods", "", "orbitfoods@gmail.com", "", "Mumbai"],
    ] {
        assert!(score(ZENITH, other) < POLICY, "{other:?}: {}", score(ZENITH, other));
    }
}

#[test]
fn a_name_that_many_branches_bear_is_worth_less_than_one_that_nobody_else_has() {
    let branch = |city| ["Meridian Bank", "", "", "", city];
    let firm = |city| ["Zenith Traders", "", "", "", city];
    assert!(score(branch("Mumbai"), branch("Pune")) < score(firm("Mumbai"), firm("Pune")));
    assert!(score(branch("Mumbai"), branch("Pune")) < POLICY);
}

#[test]
fn the_reasons_add_up_and_none_speaks_of_a_household() {
    let (model, other) = (model(), features(["Zenith Traders LLC", "", "", "", "Mumbai"]));
    let why = engine::score(&model, &features(ZENITH), &other);
    assert_eq!(why.items.iter().map(|item| item.weight).sum::<i64>(), why.score);
    assert!(why.items.iter().all(|item| item.field != "household" && item.field != "contact"), "{why:?}");
}
