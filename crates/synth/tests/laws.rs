//! Laws of the synthetic graph: what hangs together in one client, over any seed.

use std::collections::{BTreeMap, BTreeSet};

use contracts::{EntityType, FieldKind, field};
use proptest::prelude::*;
use serde_json::Value;
use synth::{COHORT, Client, Synth};

const TODAY: &str = "2026-11-20";
type Fields = [(&'static str, Value)];

fn graph(seed: u64) -> Synth {
    Synth::new(seed, TODAY, 10).expect("a date")
}

fn get<'a>(fields: &'a Fields, name: &str) -> Option<&'a Value> {
    fields.iter().find(|(n, _)| *n == name).map(|(_, value)| value)
}

fn text<'a>(fields: &'a Fields, name: &str) -> &'a str {
    get(fields, name).and_then(Value::as_str).unwrap_or_default()
}

fn amount(value: Option<&Value>) -> i64 {
    value.and_then(|v| v["amount"].as_str()).and_then(|t| t.parse().ok()).unwrap_or(-1)
}

/// Every record of a client with its kind.
fn records(client: &Client) -> Vec<(EntityType, &Fields)> {
    use EntityType as E;
    let mut out: Vec<(E, &Fields)> = vec![(E::Person, &client.person)];
    out.extend(client.household.iter().map(|r| (E::Household, r.as_slice())));
    out.extend(client.requirement.iter().map(|r| (E::Requirement, r.as_slice())));
    for deal in &client.deals {
        out.push((E::Opportunity, &deal.opened));
        out.extend(deal.moves.iter().map(|r| (E::Opportunity, r.as_slice())));
    }
    out.extend(client.interests.iter().map(|r| (E::Interest, r.as_slice())));
    out.extend(client.tasks.iter().map(|r| (E::Task, r.as_slice())));
    out.extend(client.interactions.iter().map(|r| (E::Interaction, r.as_slice())));
    out
}

/// Whether a value has the shape that the dictionary says.
fn fits(kind: FieldKind, value: &Value) -> bool {
    let keys = |wanted: &[&str]| {
        value.as_object().is_some_and(|o| o.keys().map(String::as_str).collect::<Vec<_>>() == *wanted)
    };
    match kind {
        FieldKind::Phone => {
            let number = value["value"].as_str().unwrap_or_default();
            let read = understanding::values::phone::read(number, &[], &[]);
            let again = understanding::values::phone::read(value["received"].as_str().unwrap_or_default(), &[], &[]);
            keys(&["value", "received", "label", "is_primary"])
                && read.is_some_and(|r| r.e164 == number && r.certainty > 0.8)
                && again.is_some_and(|r| r.e164 == number)
        }
        FieldKind::Email => {
            let address = value["value"].as_str().unwrap_or_default();
            let host = address.rsplit('@').next().unwrap_or_default();
            let reserved = host.ends_with(".example") || ["example.com", "example.org", "example.net"].contains(&host);
            keys(&["value", "received", "label", "is_primary"])
                && reserved
                && understanding::values::email::parse(address).as_deref() == Some(address)
        }
        FieldKind::Money => {
            let read = understanding::values::money::parse(value["received"].as_str().unwrap_or_default(), false);
            keys(&["amount", "currency", "received"]) && read.is_some() && amount(Some(value)) > 0
        }
        FieldKind::Area => keys(&["value", "unit"]),
        FieldKind::Address => value.as_object().is_some_and(|o| o.len() == 11 && o.contains_key("locality")),
        FieldKind::Website => keys(&["value", "label", "is_primary"]),
        FieldKind::ExternalId => keys(&["system", "value"]),
        FieldKind::Bool => value.is_boolean(),
        FieldKind::Date => value.as_str().is_some_and(|t| t.len() == 10),
        FieldKind::DateTime => value.as_str().is_some_and(|t| t.len() == 19 && t.as_bytes().get(10) == Some(&b'T')),
        FieldKind::Number => value.as_str().is_some_and(|t| t.parse::<f64>().is_ok()),
        FieldKind::Text | FieldKind::LongText | FieldKind::Choice | FieldKind::Tag | FieldKind::Social => {
            value.as_str().is_some_and(|t| !t.trim().is_empty() && !t.contains(['{', '}']))
        }
    }
}

fn misfits(entity: EntityType, fields: &Fields) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut out = Vec::new();
    for (name, value) in fields {
        let Some(def) = field(entity, name) else {
            out.push(format!("{entity}.{name} is not in the dictionary"));
            continue;
        };
        let fine = if def.many {
            value.as_array().is_some_and(|items| !items.is_empty() && items.iter().all(|item| fits(def.kind, item)))
        } else {
            fits(def.kind, value)
        };
        if !fine || !seen.insert(*name) {
            out.push(format!("{entity}.{name}: {value}"));
        }
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn a_client_alone_is_the_same_as_in_a_stream_and_every_value_is_one_that_an_import_gives(
        seed in any::<u64>(), number in 0u64..2_000_000,
    ) {
        let graph = graph(seed);
        let client = graph.client(number);
        for n in number.saturating_sub(2)..number {
            let _ = graph.client(n);
        }
        prop_assert_eq!(&graph.client(number), &client);
        for (entity, fields) in records(&client) {
            prop_assert_eq!(misfits(entity, fields), Vec::<String>::new());
        }
        if let Some(firm) = client.firm {
            let fields = graph.firm(firm);
            prop_assert_eq!(misfits(EntityType::Account, &fields), Vec::<String>::new());
            prop_assert_eq!(text(&fields, "name"), text(&client.person, "company_name"));
        }
    }

    #[test]
    fn what_is_told_of_a_client_hangs_together(seed in any::<u64>(), number in 0u64..2_000_000) {
        let client = graph(seed).client(number);
        let when: Vec<&str> = client.interactions.iter().map(|i| text(i, "at")).collect();
        prop_assert!(when.windows(2).all(|w| w[0] < w[1]), "{when:?}");
        prop_assert!(when.iter().all(|at| *at < TODAY && *at >= &text(&client.person, "created_at")[..10]), "{when:?}");
        prop_assert_eq!(when.last().copied().unwrap_or_default(), text(&client.person, "last_contacted_at"));
        for related in &client.related {
            prop_assert!(*related < number && related / COHORT == number / COHORT);
        }
        let ladder = ["New enquiry", "Qualified", "Site visit", "Negotiation", "Booking", "Won"];
        for deal in &client.deals {
            let mut stages = vec![text(&deal.opened, "stage")];
            stages.extend(deal.moves.iter().map(|m| text(m, "stage")));
            let lost = stages.last() == Some(&"Lost");
            let climbed = &stages[..stages.len() - usize::from(lost)];
            prop_assert_eq!(climbed, &ladder[..climbed.len()], "no step is left out");
            let mut times = vec![text(&deal.opened, "created_at")];
            times.extend(deal.moves.iter().map(|m| text(m, "updated_at")));
            prop_assert!(times.windows(2).all(|w| w[0] <= w[1]), "{times:?}");
            let last = deal.moves.last().unwrap_or(&deal.opened);
            let (status, won_at) = (text(last, "status"), text(last, "won_at"));
            prop_assert_eq!(status == "Won", stages.last() == Some(&"Won"));
            prop_assert_eq!(status == "Won", !won_at.is_empty());
            let paid = amount(get(&deal.opened, "amount"));
            // The brief is of the first home; who has bought may ask about another kind.
            if let Some(brief) = client.requirement.as_ref().filter(|_| *deal == client.deals[0]) {
                let band = amount(get(brief, "budget_min"))..=amount(get(brief, "budget_max"));
                prop_assert!(band.contains(&paid), "{paid} of {band:?}");
            }
            if status == "Won" {
                let visited = client.interactions.iter().any(|i| text(i, "channel") == "visit" && text(i, "at") < won_at);
                prop_assert!(visited, "nobody books what they have not seen");
                prop_assert!(client.interests.iter().any(|i| text(i, "stage") == "booked"));
                prop_assert_eq!(&text(last, "close_date")[..10], &won_at[..10]);
            }
        }
        for task in &client.tasks {
            let done = text(task, "status") == "Completed";
            prop_assert_eq!(done, !text(task, "done_at").is_empty());
            prop_assert!(!done || text(task, "done_at") < TODAY);
        }
        if get(&client.person, "do_not_contact") == Some(&Value::Bool(true)) {
            prop_assert!(client.tasks.iter().all(|t| text(t, "status") == "Completed"));
            prop_assert_eq!(get(&client.person, "consent.phone"), Some(&Value::Bool(false)));
        }
        let (person, told) = (&client.person, text(&client.person, "lifecycle_stage"));
        prop_assert!(get(person, "phone").is_some() || get(person, "email").is_some(), "nobody is out of reach");
        prop_assert_eq!(told == "Client" || told == "Past client", client.deals.iter().any(|d| d.moves.len() == 5));
    }
}

#[test]
fn another_seed_is_another_team_of_clients_and_another_day_moves_everything_along() {
    let names = |seed| (0..50).map(|n| text(&graph(seed).client(n).person, "full_name").to_owned()).collect::<Vec<_>>();
    assert_eq!(names(1), names(1));
    assert_ne!(names(1), names(2));
    let later = Synth::new(1, "2026-12-20", 10).expect("a date").client(3);
    assert_ne!(text(&later.person, "created_at"), text(&graph(1).client(3).person, "created_at"));
    assert!(Synth::new(1, "yesterday", 10).is_none());
}

#[test]
fn two_thousand_clients_are_as_mixed_as_a_real_list() {
    let graph = graph(7);
    let clients: Vec<Client> = (0..2000).map(|n| graph.client(n)).collect();
    let count = |of: &dyn Fn(&Client) -> bool| clients.iter().filter(|c| of(c)).count();
    let total: usize = clients.iter().map(|c| c.interactions.len()).sum();
    assert!((17_000..23_000).contains(&total), "{total} interactions; the average was to be 10");
    for stage in ["Lead", "Prospect", "Opportunity", "Client", "Past client", "Lost", "Dormant", "Partner"] {
        let n = count(&|c| text(&c.person, "lifecycle_stage") == stage);
        assert!(n > 20, "{stage}: {n}");
    }
    let mut bodies: BTreeMap<&str, usize> = BTreeMap::new();
    for body in clients.iter().flat_map(|c| &c.interactions).map(|i| text(i, "body")) {
        *bodies.entry(body).or_default() += 1;
    }
    let most = bodies.iter().max_by_key(|(_, n)| **n).expect("some");
    assert!(*most.1 < 200 && bodies.len() > total * 8 / 10, "{most:?}, {} of {total} differ", bodies.len());
    let mut lines: BTreeMap<String, BTreeSet<u64>> = BTreeMap::new();
    for c in &clients {
        for phone in get(&c.person, "phone").and_then(Value::as_array).into_iter().flatten() {
            lines.entry(phone["value"].as_str().expect("text").to_owned()).or_default().insert(c.number);
        }
    }
    assert!(lines.values().all(|who| who.len() == 1), "each line is one client's");
    let firms: BTreeSet<u64> = clients.iter().filter_map(|c| c.firm).collect();
    assert!(firms.len() * 2 < count(&|c| c.firm.is_some()), "firms are shared");
    assert!(count(&|c| !c.related.is_empty()) > 100);
    let late = |c: &Client| c.tasks.iter().any(|t| text(t, "status") != "Completed" && text(t, "due_at") < TODAY);
    assert!((100..1000).contains(&count(&late)), "{} have something overdue", count(&late));
    let spouses: Vec<(&Client, &Client)> = clients
        .iter()
        .filter_map(|c| {
            let partner = clients.get(usize::try_from(c.number).ok()? + 1).filter(|p| p.related.contains(&c.number))?;
            let named = text(c.household.as_ref()?, "spouse.full_name");
            (named == text(&partner.person, "full_name")).then_some((c, partner))
        })
        .collect();
    assert!(spouses.len() > 30, "{} couples are both clients", spouses.len());
    let one_roof = |(a, b): &(&Client, &Client)| {
        text(&a.person, "family_name") == text(&b.person, "family_name")
            && text(&a.person, "gender") != text(&b.person, "gender")
    };
    assert!(spouses.iter().all(one_roof));
}

#[test]
fn the_older_system_tells_of_known_and_unknown_people_and_repeats() {
    let export = graph(7).old_export(1000);
    assert_eq!(export, graph(7).old_export(1000));
    assert_eq!(export.rows, 30);
    let text = String::from_utf8(export.bytes).expect("UTF-8");
    assert_eq!(text.lines().count(), 31);
    let known = text.lines().skip(1).filter(|line| line.starts_with("10")).count();
    assert!((5..25).contains(&known), "{known} rows name an id that is known");
    assert!(
        text.contains("98300-xxxxx")
            || text.contains("landline only")
            || text.contains("9.19E+11")
            || text.contains("ask wife")
    );
    assert_eq!(graph(7).old_export(1_000_000).rows, 500);
    assert_eq!(graph(7).old_export(0).rows, 10);
}
