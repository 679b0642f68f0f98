//! What one row of a file describes: a person, an account, an opportunity, a task, or a call, visit or message.
//!
//! Every header speaks for the kinds of record that have such a field, and no kind is taken for granted: a column of
//! clients' mobiles stands in lists of deals and of calls too. The file's name and the values of the column that names the
//! rows speak as well.

use contracts::EntityType;

use super::file_names::names;
use super::firms::firms;
use super::frames::Frames;
use super::learnt;
use super::synonyms::Synonyms;
use super::target;
use super::words::Header;
use crate::profile::Profile;

/// From here on a file speaks of deals or of tasks.
const ENOUGH: f64 = 2.4;

/// So many times likelier a kind of rows has to be, by what has been learnt, than the one that the words of headers tell.
const LIKELIER: f64 = 1.5;

/// How much of each kind the file shows.
#[derive(Clone, Copy, Debug, Default)]
struct Shown {
    person: f64,
    account: f64,
    deal: f64,
    task: f64,
}

/// The kind of record and the sentence that says why.
pub(crate) fn infer(
    headers: &[Header],
    texts: &[String],
    profiles: &[Profile],
    file_name: &str,
    both_sides: bool,
) -> (EntityType, String) {
    let counted = counted(headers, profiles, file_name, both_sides);
    if headers.len() < learnt::FEW {
        return counted;
    }
    let likely = learnt::row(headers, texts, profiles, file_name, counted.0);
    let of_counted = likely.iter().find(|(row, _)| *row == counted.0).map_or(0.0, |(_, p)| *p);
    match likely.first() {
        Some((row, p)) if *row != counted.0 && *p >= LIKELIER * of_counted => {
            let why = format!(
                "Rows read as {}: in the files learnt from, headers like these stand over such rows",
                spoken(*row)
            );
            (*row, why)
        }
        _ => counted,
    }
}

/// What the rows are called in a sentence.
fn spoken(row: EntityType) -> &'static str {
    match row {
        EntityType::Account => "companies",
        EntityType::Opportunity => "deals",
        EntityType::Task => "tasks",
        EntityType::Interaction => "calls, visits or messages",
        _ => "people",
    }
}

/// The kind of record that most headers speak of.
pub(super) fn counted(
    headers: &[Header],
    profiles: &[Profile],
    file_name: &str,
    both_sides: bool,
) -> (EntityType, String) {
    let mut shown = Shown { deal: if both_sides { 1.2 } else { 0.0 }, ..Shown::default() };
    let mut companies = false;
    let (mut given, mut family, mut either) = (false, false, false);
    let mut full_name = false;
    let mut company = false;
    let mut contact_person = false;
    for (header, profile) in headers.iter().zip(profiles) {
        let of_person = target::named(header, EntityType::Person).map(|n| n.target.field).unwrap_or_default();
        let deal = deal(header);
        let task = task(header);
        let account = account(header);
        shown.deal += deal;
        shown.task += task;
        // `Nombre`, `Nome` and `Nom` alone head whole names, and titles of anything.
        let alone = matches!(header.phrase().as_str(), "nombre" | "nome" | "nom");
        given |= of_person == "person.given_name" && !alone;
        family |= of_person == "person.family_name" && !alone;
        either |= alone && matches!(of_person.as_str(), "person.given_name" | "person.family_name");
        // `Nombre del negocio` is a deal's name to some and a shop's to others.
        company |= of_person == "person.company_name" && deal.max(task) < 0.5;
        let of_account =
            || target::named(header, EntityType::Account).is_some_and(|n| n.target.field == "account.name");
        let naming = of_person == "person.full_name" || alone;
        // `Developer` before all else, another in each row: a list of developers.
        let listed = of_person == "property.developer" && shown.person + shown.account == 0.0 && {
            profile.filled >= 8 && profile.distinct() * 10 >= profile.filled * 9
        };
        let firm = naming || listed || of_person == "person.referrer" || of_person.is_empty() && of_account();
        if firm && deal < 1.0 && task < 1.0 {
            if firms(profile) >= 0.5 {
                companies = true;
            } else if naming && word(header, &["person", "proprietor", "director", "signatory"]) {
                // Whom one speaks to in a company.
                contact_person = true;
            } else {
                full_name |= naming;
            }
        }
        shown.account += account;
        // A header that speaks of deals or tasks doesn't speak of the person, though a person's frame may read it too.
        if deal.max(task) < 0.5 {
            shown.person += person(header, &of_person);
        }
    }
    let split_name = given || family;
    // With the other half beside it, such a word is one.
    full_name &= !(either && split_name);
    if split_name {
        shown.person += 2.0;
    }
    // What is to be done and by when, side by side: a list of tasks however few its columns are.
    let of_task = |field: &str| {
        headers.iter().any(|h| target::named(h, EntityType::Task).is_some_and(|n| n.target.field == field))
    };
    let to_do = headers.iter().any(|h| h.words == ["task"] || h.words == ["to", "do"] || h.words == ["action"]);
    if to_do && (of_task("task.due_at") || of_task("task.status")) {
        shown.task += 1.2;
    }
    // Whom the public rates and reviews: places of business, gathered from a map.
    let place = headers.iter().zip(profiles).any(|(h, p)| rated(h, p));
    if place && !split_name && !headers.iter().any(of_somebody) {
        shown.account += 2.5;
        full_name = false;
    }
    // A firm in every row, and after it whom one speaks to there.
    if !split_name && firm_before_contact(headers, profiles) {
        shown.account += 2.5;
        full_name = false;
    }
    let says = |row| f64::from(u8::from(names(file_name, row)));
    shown.deal += 2.0 * says(EntityType::Opportunity);
    shown.task += 2.0 * says(EntityType::Task);
    shown.account += 1.5 * says(EntityType::Account);
    shown.person += 1.0 * says(EntityType::Person);
    // `nombre` over names of people, in a file that is called after people: whom the rows are about.
    let someone = headers.iter().zip(profiles).any(|(h, p)| {
        matches!(h.phrase().as_str(), "nombre" | "nome" | "nom" | "name") && p.share(p.names) >= 0.6 && firms(p) < 0.3
    });
    if someone
        && !place
        && says(EntityType::Person) > 0.0
        && says(EntityType::Opportunity) + says(EntityType::Task) == 0.0
    {
        shown.person += 1.5;
    }
    full_name |= contact_person && !companies && !company;
    if companies && !split_name && !full_name {
        shown.account += 2.5;
    }
    if company && !split_name && !full_name {
        shown.account += 1.5;
        // Nobody at all is named, nor how to reach them.
        let reached = profiles.iter().any(|p| p.share(p.phones.max(p.emails)) >= 0.5) || shown.person >= 1.0;
        shown.account += if either || contact_person || reached { 0.0 } else { 1.0 };
    }
    // Beside a person's name, what is said of a company is said of theirs.
    if full_name {
        shown.account *= 0.5;
    }
    let Shown { person, account, deal, task } = shown;
    let because = |kind: &str, n: f64| format!("Rows read as {kind}: {n:.0} of the headers belong to such records");
    if deal < ENOUGH && super::talks::is_log(headers, profiles, file_name, task >= ENOUGH && task > account) {
        return (EntityType::Interaction, "Rows read as calls, visits or messages: each says when it was".into());
    }
    if deal >= ENOUGH && deal > person && deal > account && deal >= task {
        (EntityType::Opportunity, because("deals", deal))
    } else if task >= ENOUGH && task > person && task > account {
        (EntityType::Task, because("tasks", task))
    } else if account >= 2.0 && !split_name && account > person {
        (EntityType::Account, because("companies", account))
    } else {
        (EntityType::Person, because("people", person))
    }
}

/// What a row describes where no header says so: people, but for files called after tasks or deals in which nobody can be
/// reached, and for those of firms in which no other column names anybody.
pub(crate) fn headerless(profiles: &[Profile], file_name: &str) -> (EntityType, String) {
    let reached = profiles.iter().any(|p| p.share(p.phones.max(p.emails)) >= 0.5);
    let called = [(EntityType::Task, "tasks"), (EntityType::Opportunity, "deals")];
    match called.into_iter().find(|(row, _)| !reached && names(file_name, *row)) {
        Some((row, kind)) => (row, format!("Rows read as {kind}: the file is called after them")),
        None if !reached && of_firms(profiles) => (
            EntityType::Account,
            "Rows read as companies: each names one, and nothing names or reaches a person".to_owned(),
        ),
        None => (EntityType::Person, "Rows read as people: there is no header to say otherwise".to_owned()),
    }
}

/// Whether the first column that names anything names firms, and none names somebody.
fn of_firms(profiles: &[Profile]) -> bool {
    let mut named = profiles.iter().filter(|p| p.share(p.names) >= 0.5).map(firms).peekable();
    named.peek().is_some_and(|first| *first >= 0.6) && named.all(|share| share >= 0.3)
}

/// `Review Count`, `Nb avis`, `google_maps_url`: what maps tell of a business.
fn rated(header: &Header, profile: &Profile) -> bool {
    const REVIEWS: &[&str] = &[
        "review",
        "reviews",
        "avis",
        "resenas",
        "resena",
        "opiniones",
        "bewertungen",
        "recensioni",
        "avaliacoes",
        "beoordelingen",
        "opinie",
    ];
    let all = |words: &[&str]| words.iter().all(|w| header.words.iter().any(|o| o == w));
    header.words.len() <= 4
        && (word(header, REVIEWS) && (profile.valued() == 0 || profile.share(profile.numbers) >= 0.5)
            || all(&["google", "maps"])
            || all(&["google", "rating"])
            || all(&["place", "id"])
            || all(&["opening", "hours"]))
}

/// What only a person has in a list of them.
fn of_somebody(header: &Header) -> bool {
    let field = target::named(header, EntityType::Person).map(|n| n.target.field).unwrap_or_default();
    matches!(field.as_str(), "person.birth_date" | "person.gender" | "person.job_title" | "person.company_name")
        || matches!(field.as_str(), "requirement.budget_max" | "requirement.budget_min" | "requirement.bedrooms_min")
        || field.starts_with("household.")
}

/// Whether another firm stands in nearly every row, and a word for a contact comes later.
fn firm_before_contact(headers: &[Header], profiles: &[Profile]) -> bool {
    let firm = headers.iter().zip(profiles).position(|(h, p)| {
        let named = target::named(h, EntityType::Person).is_some_and(|n| n.target.field == "person.company_name");
        named && deal(h) < 0.5 && p.filled >= 8 && p.distinct() * 10 >= p.filled * 8
    });
    let contact = headers.iter().position(|h| {
        let only = |w: &String| matches!(w.as_str(), "contact" | "person" | "name" | "key" | "main" | "referente");
        word(h, &["contact", "referente"]) && h.words.iter().all(only)
            || h.words.iter().any(|w| w.starts_with("ansprechpartner"))
    });
    let full = |(h, p): (&Header, &Profile)| {
        target::named(h, EntityType::Person).is_some_and(|n| n.target.field == "person.full_name") && p.filled > 0
    };
    let names = headers.iter().zip(profiles).position(full);
    match (firm, contact) {
        (Some(firm), Some(contact)) => {
            let all = profiles.iter().map(|p| p.filled).max().unwrap_or(0);
            let every = profiles.get(firm).is_some_and(|p| p.filled * 20 >= all * 19);
            every && firm < contact && names.is_none_or(|n| n >= contact)
        }
        _ => false,
    }
}

/// What a header says of a person that it would not say of a deal's client or a task's contact.
fn person(header: &Header, field: &str) -> f64 {
    let synonyms = Synonyms::get();
    if header.prefix == Some(EntityType::Person) {
        return 1.0;
    }
    match field {
        "person.full_name" | "person.phone[]" | "person.email[]" => {
            // A deal's client has these too.
            let whose = word(header, &["client", "customer", "contact", "buyer", "purchaser", "applicant", "party"]);
            if whose { 0.35 } else { 0.6 }
        }
        "person.birth_date" | "person.gender" | "person.anniversary" | "person.prefix" | "person.job_title" => 1.0,
        "person.given_name" | "person.family_name" | "person.middle_name" | "person.nationality" => 1.0,
        "person.lead_status" | "person.lead_source" if !word(header, &["lead", "contact", "enquiry"]) => 0.2,
        "person.language" | "person.lead_status" | "person.lead_source" | "person.lifecycle_stage" => 0.5,
        _ if field.starts_with("person.consent.") || field.starts_with("household.") => 1.0,
        _ if field.starts_with("requirement.") => 0.7,
        _ if synonyms.is_strong(EntityType::Person, &header.phrase()) => 1.0,
        _ => 0.0,
    }
}

/// The most that a header says of one kind.
fn said(header: &Header, row: EntityType, tells: &[&str]) -> f64 {
    let synonyms = Synonyms::get();
    if header.prefix == Some(row) || synonyms.is_strong(row, &header.phrase()) {
        return 1.0;
    }
    let field = target::named(header, row).map(|n| n.target.field);
    if field.is_some_and(|f| tells.contains(&f.as_str())) { 0.7 } else { 0.0 }
}

fn word(header: &Header, words: &[&str]) -> bool {
    header.words.iter().any(|w| words.contains(&w.as_str()))
}

fn deal(header: &Header) -> f64 {
    // `Transaction type` asks whether to buy or rent.
    let about =
        word(header, &["deal", "opportunity", "transaction", "opp"]) && !word(header, &["type", "mode", "kind"]);
    let money =
        word(header, &["commission", "commissions", "gci", "escrow", "weighted", "forecast", "split", "lender"]);
    let of_deal = f64::from(u8::from(about)) + 0.6 * f64::from(u8::from(money && !about));
    // What only a sale that is being signed has columns for.
    let signed = f64::from(u8::from(word(header, &["notary", "deed", "mandate"])));
    // `Main contact`: a deal has several, a person is one.
    let several = word(header, &["contact"]) && word(header, &["associated", "main"]) && header.words.len() == 2;
    of_deal.max(0.7 * signed).max(0.7 * f64::from(u8::from(several))).max(said(header, EntityType::Opportunity, DEALS))
}

fn task(header: &Header) -> f64 {
    let card = word(header, &["card", "ticket", "issue"])
        && header.words.len() == 2
        && word(header, &["id", "name", "description", "title", "url", "key"]);
    let about = card || word(header, &["task", "todo"]) && !word(header, &["type"]);
    let frames = Frames::get();
    // What only a list of calls or of what was done has columns for.
    let log = word(header, CALLS)
        || word(header, &["activity"]) && !header.words.iter().any(|w| frames.is("LASTW", w))
        || word(header, &["call", "calls"])
            && word(header, &["id", "type", "status", "start", "end", "time", "result"]);
    // What a board of cards has columns for.
    let alone = |words: &[&str]| header.words.len() == 1 && word(header, words);
    let board = 0.8 * f64::from(u8::from(alone(&["card", "bucket", "sprint", "swimlane", "checklist", "subtasks"])))
        + 0.3 * f64::from(u8::from(alone(&["list", "members", "member", "labels", "label", "tags", "section"])));
    let dated = if word(header, &["call"]) && word(header, &["date"]) && header.words.len() == 2 { 0.7 } else { 0.0 };
    let board = f64::max(board, dated);
    let of_task = (f64::from(u8::from(about)) + f64::from(u8::from(log && !about))).max(board);
    of_task.max(said(header, EntityType::Task, TASKS))
}

fn account(header: &Header) -> f64 {
    // Whom one buys from and owes money.
    let supplied = word(header, &["vendor", "supplier", "creditor", "debtor"])
        && word(header, &["code", "name", "type"])
        || word(header, &["payment", "credit"]) && word(header, &["terms", "limit", "days"])
        || word(header, &["empanelment", "empanelled"]);
    (0.7 * f64::from(u8::from(supplied))).max(said(header, EntityType::Account, COMPANIES))
}

/// Whether the columns speak of suppliers: `Vendor` is then one of them and not who sells a home.
pub(crate) fn of_suppliers(headers: &[Header]) -> bool {
    let frames = Frames::get();
    headers.iter().any(|h| {
        h.words.iter().any(|w| frames.is("REGNO", w) && !matches!(w.as_str(), "registration" | "reg" | "rera" | "pan"))
            || word(h, &["payment", "credit"]) && word(h, &["terms", "limit", "days"])
            || word(h, &["empanelment", "empanelled", "msme"])
    })
}

/// Whether columns name both who buys and who sells: the rows are sales.
///
/// `Vendedor` is who sells a home and who sells homes: over names that hardly repeat it is the former.
pub(crate) fn both_sides(headers: &mut [Header], texts: &[String], profiles: &[Profile]) -> bool {
    for ((header, text), p) in headers.iter_mut().zip(texts).zip(profiles) {
        let rarely_again = p.filled >= 8 && p.distinct() * 2 >= p.filled;
        if ["vendedor", "venditore", "verk\u{e4}ufer", "vendeur", "verkoper"]
            .iter()
            .any(|w| text.trim().to_lowercase().starts_with(w))
            && rarely_again
            && p.share(p.names) >= 0.4
        {
            for word in header.words.iter_mut().chain(&mut header.rest).filter(|w| *w == "agent") {
                "seller".clone_into(word);
            }
        }
    }
    let named = |words: &[&str]| {
        headers.iter().zip(profiles).any(|(h, p)| {
            let only = h.words.iter().all(|w| words.contains(&w.as_str()) || Frames::get().is("NAME", w));
            only && word(h, words) && p.valued() >= 2 && p.share(p.names) >= 0.4
        })
    };
    named(&["seller", "vendor"]) && named(&["customer", "buyer", "purchaser"])
}

/// Words of a telephone system's log, and of a diary of what was done.
pub(super) const CALLS: &[&str] = &[
    "direction",
    "duration",
    "recording",
    "talktime",
    "outcome",
    "result",
    "ivr",
    "extension",
    "billsec",
    "caller",
    "callee",
    "ringtime",
    "dialled",
];

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
    "opportunity.lost_at",
];

#[cfg(test)]
mod tests {
    use super::super::words;
    use super::*;

    fn kind(headers: &[&str], first: &[&str], file_name: &str) -> EntityType {
        let parsed: Vec<Header> = headers.iter().map(|h| words::header(h, Synonyms::get())).collect();
        let mut profiles: Vec<Profile> = headers.iter().map(|_| Profile::default()).collect();
        if let Some(profile) = profiles.first_mut() {
            for (row, value) in (0..).zip(first) {
                profile.add(value, row, first.len() as u64);
            }
            profile.finish();
        }
        counted(&parsed, &profiles, file_name, false).0
    }

    #[test]
    fn columns_of_clients_make_no_people_of_deals_and_calls() {
        let deals = [
            "Transaction ID",
            "Client Name",
            "Client Email",
            "Client Phone",
            "Contract Price",
            "Expected Closing Date",
        ];
        assert_eq!(kind(&deals, &[], "export.csv"), EntityType::Opportunity);
        let calls =
            ["Call ID", "Call Direction", "Customer Number", "Customer Name", "Call Duration (sec)", "Recording"];
        assert_eq!(kind(&calls, &[], "log.csv"), EntityType::Task);
    }

    #[test]
    fn names_of_deals_make_no_companies_of_them() {
        let headers = ["Deal Name", "Deal ID", "Contact", "Stage", "Amount"];
        let names: Vec<String> = (0..12).map(|n| format!("Palm {n} - 3BHK")).collect();
        let first: Vec<&str> = names.iter().map(String::as_str).collect();
        assert_eq!(kind(&headers, &first, "deals.csv"), EntityType::Opportunity);
        assert_eq!(kind(&headers, &first, "export.csv"), EntityType::Opportunity);
    }

    #[test]
    fn names_of_firms_tell_a_list_of_companies_from_one_of_people() {
        let headers = ["Party", "Phone", "City"];
        let firms = ["Kestrel Foods Ltd", "Orchid Labs Pvt Ltd", "Lumen Textiles"];
        assert_eq!(kind(&headers, &firms, "export.csv"), EntityType::Account);
        assert_eq!(kind(&headers, &["Meera Iyer", "Kabir Gill", "Ananya Sen"], "export.csv"), EntityType::Person);
    }
}
