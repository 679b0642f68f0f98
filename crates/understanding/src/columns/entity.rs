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
    let opportunity = hits(EntityType::Opportunity);
    let task = hits(EntityType::Task);

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

fn names(file_name: &str, row: EntityType) -> bool {
    let low = file_name.to_lowercase();
    let words: &[&str] = match row {
        EntityType::Person => &["contact", "people", "lead", "person", "client"],
        EntityType::Account => &["compan", "account", "organi"],
        EntityType::Opportunity => &["deal", "opportunit"],
        EntityType::Task => &["task"],
        _ => &[],
    };
    words.iter().any(|w| low.contains(w))
}
