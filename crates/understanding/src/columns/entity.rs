//! What one row of a file describes: a person, an account, an opportunity or a task.

use contracts::EntityType;

use super::synonyms::Synonyms;
use super::target;
use super::words::Header;

/// The kind of record and the sentence that says why.
pub(crate) fn infer(headers: &[Header], file_name: &str) -> (EntityType, String) {
    let synonyms = Synonyms::get();
    let hits = |row: EntityType| {
        headers
            .iter()
            .map(|h| {
                let strong = synonyms.is_strong(row, &h.phrase());
                let prefixed = h.prefix == Some(row);
                f64::from(u8::from(strong || prefixed))
            })
            .sum::<f64>()
            + f64::from(u8::from(names(file_name, row))) * 1.5
    };
    let fields: Vec<String> =
        headers.iter().filter_map(|h| target::named(h, EntityType::Person)).map(|n| n.target.field).collect();
    let has = |wanted: &[&str]| fields.iter().any(|f| wanted.contains(&f.as_str()));
    let split_name = has(&["person.given_name", "person.family_name"]);
    let person = hits(EntityType::Person) + if split_name { 2.0 } else { 0.0 };
    let company_only = has(&["person.company_name"]) && !split_name && !has(&["person.full_name"]);
    let account = hits(EntityType::Account) + if company_only { 1.5 } else { 0.0 };
    let telling = |row: EntityType, tells: &[&str]| {
        let reads = |h: &&Header| {
            let field = target::named(h, row).map(|n| n.target.field);
            !synonyms.is_strong(row, &h.phrase()) && field.is_some_and(|f| tells.contains(&f.as_str()))
        };
        headers.iter().filter(reads).count() as f64 * 0.7
    };
    // Beside a person's name, what is said of a company is said of theirs.
    let share = if has(&["person.full_name"]) { 0.4 } else { 1.0 };
    let account = account + share * telling(EntityType::Account, COMPANIES);
    let opportunity = hits(EntityType::Opportunity) + telling(EntityType::Opportunity, DEALS);
    let task = hits(EntityType::Task) + telling(EntityType::Task, TASKS);

    let because = |kind: &str, n: f64| format!("Rows read as {kind}: {n:.0} of the headers belong to such records");
    if opportunity >= 3.0 && opportunity > person && opportunity > account && opportunity >= task {
        (EntityType::Opportunity, because("deals", opportunity))
    } else if task >= 3.0 && task > person && task > account {
        (EntityType::Task, because("tasks", task))
    } else if account >= 2.0 && !split_name && account > person {
        (EntityType::Account, because("companies", account))
    } else {
        (EntityType::Person, because("people", person))
    }
}

/// Fields that only companies have.
const COMPANIES: &[&str] = &[
    "account.legal_name",
    "account.industry",
    "account.annual_revenue",
    "account.employee_count",
    "account.parent",
    "account.registration_id",
];

/// Fields that only tasks have.
const TASKS: &[&str] = &["task.title", "task.due_at", "task.done_at", "task.reminder_at", "task.priority"];

/// Fields that only deals have, or that deals name in words of their own.
const DEALS: &[&str] = &[
    "opportunity.external_id",
    "opportunity.name",
    "opportunity.pipeline",
    "opportunity.amount",
    "opportunity.probability",
    "opportunity.close_date",
    "opportunity.lost_reason",
    "opportunity.won_at",
];

fn names(file_name: &str, row: EntityType) -> bool {
    let low = file_name.to_lowercase();
    let words: &[&str] = match row {
        EntityType::Person => &["contact", "people", "lead", "person", "client"],
        EntityType::Account => &["compan", "account", "organi"],
        EntityType::Opportunity => &["deal", "opportunit", "pipeline"],
        EntityType::Task => &["task"],
        _ => &[],
    };
    words.iter().any(|w| low.contains(w))
}
