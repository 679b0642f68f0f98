//! What was said to the people of the demo, and how far their interest in a home has come: calls, messages, visits and
//! steps of the weeks before, so that Today, the timelines, the risks and the properties have something to tell. Written
//! the way a person writes them, one after the other.

use std::collections::BTreeSet;

use contracts::{Actor, EntityRef, EntityType, ListQuery, RecordsQuery, TodayArgs};
use dossier::moment::days_before;
use jiff::civil::Date;

use crate::{App, Outcome};

/// How often Today is asked whom nobody reached.
const ROUNDS: usize = 6;
/// People without an open deal who were in touch.
const OTHERS: usize = 6;

/// One contact: channel, direction, days ago, how it ended, in a few words, and what was said.
type Said = (&'static str, &'static str, u32, &'static str, &'static str, &'static str);

const SAID: &[Said] = &[
    (
        "call",
        "outbound",
        2,
        "Reached",
        "Wants to see the corner unit again",
        "Asked for the plan of the ninth floor. Free on Saturday before noon.",
    ),
    (
        "whatsapp",
        "inbound",
        6,
        "",
        "Thanks for the price list",
        "Compares it with the project across the road and will write by the end of the week.",
    ),
    (
        "visit",
        "",
        11,
        "Liked it",
        "Visit to the show flat",
        "Came with the family. Liked the light and the balcony, not the parking.",
    ),
    ("call", "outbound", 16, "No answer", "No answer", ""),
    ("email", "outbound", 9, "", "Payment plan in five instalments", "Sent as asked, with the fees for registration."),
    (
        "call",
        "inbound",
        24,
        "Reached",
        "Waits for the bank",
        "The loan is decided by the end of the month. Call again after that.",
    ),
    ("meeting", "", 38, "", "Met at the site office", "Walked through two units. A second bay for the car decides it."),
    ("call", "outbound", 4, "Call back", "In a meeting", "Asked to be called after six."),
    ("whatsapp", "outbound", 20, "", "Sent pictures of the terrace", ""),
    ("note", "", 13, "", "Prefers to be called after six", "Travels on Mondays and Tuesdays."),
    ("call", "outbound", 52, "Reached", "First talk", "Looks for three rooms near a school, ready to move in."),
];

/// What a project sells: kind of home, bedrooms, its price and what is offered for it.
const SOLD: &[(&str, &str, &str, &str)] = &[
    ("apartment", "3", "INR 42000000", "INR 40500000"),
    ("penthouse", "4", "AED 9400000", "AED 9000000"),
    ("apartment", "2", "AED 2650000", "AED 2600000"),
    ("villa", "5", "INR 118000000", "INR 110000000"),
    ("apartment", "4", "INR 67500000", "INR 65000000"),
];

/// How far an interest has come, and how many days ago; of eight, one is known by its name only.
const STEPS: &[(&str, u32)] = &[
    ("viewing_requested", 3),
    ("interested", 19),
    ("viewed", 8),
    ("saved", 27),
    ("offer", 5),
    ("interested", 34),
    ("dropped", 41),
    ("", 0),
];

/// Writes how far the interests have come, where nobody did yet.
pub(super) fn interests(app: &App, actor: &Actor) -> Outcome<()> {
    let today = app.clock(None)?.today();
    let columns = vec!["stage".to_owned()];
    let query = RecordsQuery { columns, limit: Some(200), ..RecordsQuery::of(EntityType::Interest) };
    for (n, row) in app.records(actor, &query)?.rows.into_iter().enumerate() {
        let (step, days) = STEPS.get(n % STEPS.len()).copied().unwrap_or_default();
        let stands = row.cells.first().is_some_and(|stage| !stage.is_null());
        if step.is_empty() || stands {
            continue;
        }
        // The same project sells the same homes, whoever asks for them.
        let project = row.title.bytes().map(usize::from).sum::<usize>();
        let Some((home, bedrooms, price, offered)) = SOLD.get(project % SOLD.len()) else { continue };
        let at = format!("{}T{:02}:30:00", days_before(today, days), 10 + n % 7);
        let mut said = vec![
            ("stage", step),
            ("at", at.as_str()),
            ("property.type", home),
            ("property.bedrooms", bedrooms),
            ("property.price", price),
        ];
        if step == "offer" {
            said.push(("price", offered));
        }
        let fields: Vec<(String, String)> = said.iter().map(|(f, t)| ((*f).to_owned(), (*t).to_owned())).collect();
        let _ = app.record_update(actor, EntityType::Interest, row.id, &fields)?;
    }
    Ok(())
}

/// Writes them, where nothing was said yet: first to whoever Today would name for want of any contact, so that it has
/// silences of all lengths to tell of and a few whom nobody reached, then to others.
pub(super) fn fill(app: &App, actor: &Actor) -> Outcome<()> {
    if app.records_count(actor, &RecordsQuery::of(EntityType::Interaction))?.total > 0 {
        return Ok(());
    }
    let today = app.clock(None)?.today();
    let mut seen: BTreeSet<EntityRef> = BTreeSet::new();
    let mut reached = 0;
    for _ in 0..ROUNDS {
        for call in app.today(actor, &TodayArgs::default())?.calls {
            // Every sixteenth stays whom nobody called.
            if seen.insert(call.client) && !seen.len().is_multiple_of(16) {
                write(app, actor, today, reached, call.client)?;
                reached += 1;
            }
        }
    }
    let query = ListQuery { limit: Some(200), ..ListQuery::default() };
    let others = app.people(actor, &query)?.rows.into_iter().filter(|row| row.phone.is_some());
    let others = others.map(|row| EntityRef { entity: EntityType::Person, id: row.id });
    for person in others.filter(|at| !seen.contains(at)).step_by(5).take(OTHERS) {
        write(app, actor, today, reached, person)?;
        reached += 1;
    }
    Ok(())
}

/// One to three contacts of the `n`th person.
fn write(app: &App, actor: &Actor, today: Date, n: usize, person: EntityRef) -> Outcome<()> {
    for step in 0..1 + n % 3 {
        let Some((channel, direction, days, outcome, subject, body)) = SAID.get((n * 3 + step * 4) % SAID.len()) else {
            continue;
        };
        let day = days_before(today, days + u32::try_from(n % 5).unwrap_or(0));
        let at = format!("{day}T{:02}:{:02}:00", 9 + (n + step * 3) % 9, (n * 7) % 60);
        let all = [
            ("channel", *channel),
            ("direction", direction),
            ("outcome", outcome),
            ("subject", subject),
            ("body", body),
            ("at", at.as_str()),
        ];
        let said = all.iter().filter(|(_, text)| !text.is_empty());
        let fields: Vec<(String, String)> = said.map(|(f, t)| ((*f).to_owned(), (*t).to_owned())).collect();
        let _ = app.record_create_about(actor, EntityType::Interaction, &fields, &[person])?;
    }
    Ok(())
}
