//! A client with everything around them.

use serde_json::{Value, json};

use crate::calendar::{Calendar, days};
use crate::deal::{Deal, deals};
use crate::draw::{Draw, Topic};
use crate::firm::Firm;
use crate::market::Market;
use crate::person::{COHORT, FIRMS_OF_COHORT, Kin, Who, adviser_of, adviser_of_cohort};
use crate::phones;
use crate::story::{Stage, Standing, Story};
use crate::talk;
use crate::task;
use crate::values::{Fields, email, phone, put};
use crate::wish::Wish;

/// A client with everything around them. Fields have the names of the dictionary and the shapes that an import gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Client {
    /// Their number, from 0.
    pub number: u64,
    /// The person.
    pub person: Vec<(&'static str, Value)>,
    /// The number of the firm that they work at: [`crate::Synth::firm`].
    pub firm: Option<u64>,
    /// Clients of smaller numbers whom they are related to: family, and whoever advises them. All of the same cohort.
    pub related: Vec<u64>,
    /// The people beside them: spouse, children, assistant, adviser.
    pub household: Option<Vec<(&'static str, Value)>>,
    /// Their brief.
    pub requirement: Option<Vec<(&'static str, Value)>>,
    /// Their opportunities.
    pub deals: Vec<Deal>,
    /// The homes that they looked at.
    pub interests: Vec<Vec<(&'static str, Value)>>,
    /// What is or was to be done.
    pub tasks: Vec<Vec<(&'static str, Value)>>,
    /// Calls, messages, visits and meetings, the oldest first.
    pub interactions: Vec<Vec<(&'static str, Value)>>,
}

/// System of the ids that clients have from before.
const OLD_SYSTEM: &str = "leads";

/// The id that a client has in the old system; only who came before it was replaced has one.
pub(crate) fn old_id(number: u64, story: &Story) -> Option<String> {
    (days(story.created) < -400).then(|| (100_000 + number).to_string())
}

/// Where somebody came from: the word in the list, and how it is said in a sentence.
pub(crate) const SOURCES: [(&str, &str); 10] = [
    ("Website", "the website"),
    ("Referral", "a friend"),
    ("Walk-in", "the site office"),
    ("Instagram", "Instagram"),
    ("Facebook", "Facebook"),
    ("Google Ads", "an advertisement"),
    ("Newspaper", "the newspaper"),
    ("Property portal", "a portal"),
    ("Exhibition", "the property fair"),
    ("Channel partner", "a broker"),
];

pub(crate) fn source(seed: u64, number: u64) -> (&'static str, &'static str) {
    let mut draw = Draw::of(seed, Topic::Contact, number.wrapping_add(1 << 60));
    draw.one_of(&SOURCES).copied().unwrap_or_default()
}

pub(crate) fn client(seed: u64, number: u64, average: u32, calendar: Calendar) -> Client {
    let who = Who::of(seed, number);
    let story = Story::of(seed, number, average);
    let wish = Wish::of(seed, &who, &story);
    let (source, source_said) = source(seed, number);
    let firm = who.firm.map(|place| number / COHORT * FIRMS_OF_COHORT + place);
    let adviser = story.standing == Standing::Adviser;
    Client {
        number,
        person: person(seed, &who, &story, &wish, firm, calendar),
        firm,
        related: related(seed, &who),
        household: household(seed, &who, calendar),
        requirement: (!adviser && story.standing != Standing::Dropped).then(|| wish.fields(seed, &who)),
        deals: deals(seed, &who, &story, &wish, source, calendar),
        interests: if adviser { Vec::new() } else { wish.interests(seed, &who, &story, calendar) },
        tasks: task::tasks(seed, &who, &story, &wish, calendar),
        interactions: talk::interactions(seed, &who, &story, &wish, source_said, calendar),
    }
}

/// Everybody before them in the cohort whom they are related to.
fn related(seed: u64, who: &Who) -> Vec<u64> {
    let mut out = Vec::new();
    if who.kin.is_some() {
        out.push(who.number - 1);
    }
    let first = who.number / COHORT * COHORT;
    if let Some(adviser) = adviser_of(seed, who.number).filter(|adviser| *adviser < who.number) {
        out.push(adviser);
    }
    if adviser_of_cohort(seed, who.number / COHORT) == Some(who.number) {
        out.extend((first..who.number).filter(|n| adviser_of(seed, *n) == Some(who.number)));
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// The letters of a name that stand in an e-mail address.
pub(crate) fn letters(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphabetic).collect::<String>().to_lowercase()
}

pub(crate) fn mailbox(seed: u64, who: &Who) -> String {
    let mut draw = Draw::of(seed, Topic::Contact, who.number);
    let (given, family) = (letters(who.given), letters(who.family));
    let tail = who.number % 10_000;
    let initial = given.get(..1).unwrap_or_default();
    let local = match draw.below(4) {
        0 => format!("{given}.{family}{tail}"),
        1 => format!("{given}{tail}"),
        2 => format!("{family}.{given}{tail}"),
        _ => format!("{initial}{family}{tail}"),
    };
    let host = draw.word(&[
        "mail.example",
        "inbox.example",
        "postbox.example",
        "mailbox.example",
        "example.com",
        "example.org",
        "example.net",
    ]);
    format!("{local}@{host}")
}

fn person(seed: u64, who: &Who, story: &Story, wish: &Wish, firm: Option<u64>, calendar: Calendar) -> Fields {
    let mut draw = Draw::of(seed, Topic::Contact, who.number.wrapping_add(1 << 61));
    let mut fields = Fields::new();
    let adviser = story.standing == Standing::Adviser;
    if draw.percent(4) {
        put(&mut fields, "prefix", draw.word(&["Dr", "Dr", "Adv.", "Capt.", "Prof."]));
    }
    put(&mut fields, "full_name", who.full());
    put(&mut fields, "given_name", who.given);
    put(&mut fields, "middle_name", who.middle);
    put(&mut fields, "family_name", who.family);
    put(&mut fields, "gender", who.gender.as_str());
    if draw.percent(55) {
        put(&mut fields, "birth_date", calendar.born(who.age, who.birthday));
    }
    put(&mut fields, "language", if draw.percent(45) { who.community.language() } else { "English" });
    put(&mut fields, "nationality", nationality(who));
    let employer = firm.map(|number| Firm::of(seed, number));
    if adviser {
        put(&mut fields, "job_title", draw.word(&["Wealth adviser", "Chartered accountant", "Family office manager"]));
    } else if let Some(employer) = &employer {
        put(&mut fields, "job_title", employer.job(&mut draw));
    }
    put(&mut fields, "company_name", employer.as_ref().map(|f| f.name.clone()).unwrap_or_default());
    contact(seed, who, employer.as_ref(), &mut fields, &mut draw);
    if draw.percent(70) {
        put(&mut fields, "address", json!([who.address.value("home", true)]));
    }
    put(&mut fields, "tags", json!(tags(who, story, wish, &mut draw)));
    if draw.percent(30) {
        put(&mut fields, "notes", notes(wish, who.buys, &mut draw));
    }
    let (lifecycle, status) = story.standing.words();
    put(&mut fields, "lifecycle_stage", lifecycle);
    put(&mut fields, "lead_status", status);
    let (source, _) = source(seed, who.number);
    put(&mut fields, "lead_source", source);
    if matches!(source, "Instagram" | "Facebook" | "Google Ads" | "Exhibition") {
        put(
            &mut fields,
            "campaign",
            draw.word(&["Diwali homes", "NRI winter", "Monsoon offer", "Dubai expo", "New launch"]),
        );
    }
    let rating = match story.standing {
        Standing::Negotiating | Standing::Booked => "Hot",
        Standing::Looking | Standing::NewLead => "Warm",
        _ => "Cold",
    };
    if draw.percent(65) {
        put(&mut fields, "rating", rating);
    }
    put(&mut fields, "owner", who.owner);
    let first = who.number / COHORT * COHORT;
    if source == "Referral" && who.number > first {
        let by = first + draw.below(who.number - first);
        put(&mut fields, "referrer", Who::of(seed, by).full());
    }
    put(&mut fields, "created_at", calendar.datetime(story.created));
    if let Some(last) = story.last() {
        put(&mut fields, "last_contacted_at", calendar.datetime(last));
        put(&mut fields, "last_activity_at", calendar.datetime(last));
    }
    if let Some(id) = old_id(who.number, story) {
        put(&mut fields, "external_id", json!([{ "system": OLD_SYSTEM, "value": id }]));
    }
    consent(story, calendar, &mut fields, &mut draw);
    fields
}

fn nationality(who: &Who) -> &'static str {
    use crate::names::Community as C;
    match who.community {
        C::Gulf | C::Chinese => who.home.nationality,
        C::Western if who.home.city == "Dubai" => "British",
        C::Western => who.home.nationality,
        _ if who.home.city == "London" => "British",
        _ => "Indian",
    }
}

fn contact(seed: u64, who: &Who, employer: Option<&Firm>, fields: &mut Fields, draw: &mut Draw) {
    let mut mailboxes = Vec::new();
    if draw.percent(80) {
        mailboxes.push(email(&mailbox(seed, who), "home", true));
    }
    if let Some(employer) = employer.filter(|_| draw.percent(55)) {
        let local = format!("{}.{}", letters(who.given), letters(who.family));
        mailboxes.push(email(&format!("{local}@{}", employer.domain), "work", mailboxes.is_empty()));
    }
    // Nobody is out of reach.
    let mut lines = Vec::new();
    if mailboxes.is_empty() || draw.percent(97) {
        lines.push(phone(&who.mobile, "mobile", true));
    }
    if draw.percent(9) {
        let second = phones::mobile(seed, who.home, who.number * 3 + 1);
        lines.push(phone(&second, "work", lines.is_empty()));
    }
    put(fields, "email", json!(mailboxes));
    put(fields, "phone", json!(lines));
}

fn tags(who: &Who, story: &Story, wish: &Wish, draw: &mut Draw) -> Vec<&'static str> {
    let mut tags = Vec::new();
    if who.home.city != who.buys.city && who.community.is_indian() && who.home.country != "India" {
        tags.push("NRI");
    }
    if wish.is_investor() {
        tags.push("investor");
    }
    if wish.high.amount >= if wish.high.currency == "INR" { 100_000_000 } else { 10_000_000 } {
        tags.push("VIP");
    }
    if story.standing == Standing::Past {
        tags.push("past buyer");
    }
    for tag in ["vastu", "first home", "end user", "cash buyer", "family office", "loan", "sea view"] {
        if draw.percent(5) {
            tags.push(tag);
        }
    }
    tags
}

fn notes(wish: &Wish, market: &Market, draw: &mut Draw) -> String {
    let what = draw.word(&[
        "Call after six",
        "Writes long e-mails, answers calls",
        "Prefers WhatsApp",
        "Comes with the parents",
        "Knows the developer",
        "Compares everything in a sheet",
        "In town every second week",
        "Collects art, needs walls",
        "Two dogs",
    ]);
    let why = draw.word(&[
        "wants to be near the school",
        "sells a flat first",
        "moves when the lease ends",
        "buys with the brother",
        "looks for the daughter",
        "wants a quiet street",
        "asks for a second car park",
    ]);
    format!("{what}; {why}. {} in {}.", wish.size(), wish.home.locality(market))
}

fn consent(story: &Story, calendar: Calendar, fields: &mut Fields, draw: &mut Draw) {
    if story.do_not_contact {
        for channel in ["consent.email", "consent.phone", "consent.whatsapp"] {
            put(fields, channel, false);
        }
        put(fields, "do_not_contact", true);
    } else if draw.percent(75) {
        put(fields, "consent.email", draw.percent(75));
        put(fields, "consent.phone", draw.percent(92));
        put(fields, "consent.whatsapp", draw.percent(85));
        put(fields, "consent.at", calendar.datetime(story.created));
    }
    let booked = story.deals.iter().any(|way| way.entered(Stage::Won).is_some());
    if booked {
        put(fields, "kyc_status", if draw.percent(90) { "Verified" } else { "Expired" });
        let funds = draw.word(&["Salary", "Business income", "Sale of property", "Inheritance", "Investments"]);
        put(fields, "source_of_funds", funds);
    } else if story.standing == Standing::Negotiating {
        put(fields, "kyc_status", draw.word(&["Pending", "In progress", "Verified"]));
    }
}

/// The people named beside a client. A spouse who is a client too has the name and the number of that client.
fn household(seed: u64, who: &Who, calendar: Calendar) -> Option<Fields> {
    let mut draw = Draw::of(seed, Topic::Household, who.number.wrapping_add(1 << 61));
    if who.kin == Some(Kin::Spouse) {
        // Stands with the other one.
        return None;
    }
    let mut fields = Fields::new();
    let partner = Who::of(seed, who.number + 1);
    if partner.kin == Some(Kin::Spouse) && partner.number / COHORT == who.number / COHORT {
        spouse(&mut fields, &partner, true, calendar);
    } else if who.age > 27 && draw.percent(32) {
        let gender = who.gender.other();
        let given = who.community.given(gender, &mut draw);
        let age = (who.age + draw.within(-4, 4)).max(23);
        // Of three numbers of a client's own this is nobody else's.
        let mobile = phones::mobile(seed, who.home, who.number * 3 + 2);
        let beside = Who { given, middle: "", gender, age, birthday: draw.within(0, 364), mobile, ..who.clone() };
        let reached = draw.percent(30);
        spouse(&mut fields, &beside, reached, calendar);
    }
    if !fields.is_empty() && draw.percent(50) {
        let children =
            draw.word(&["1", "2", "2", "3", "A son, 9", "A daughter, 12", "Two daughters", "A son and a daughter"]);
        put(&mut fields, "children", children);
    }
    if draw.percent(5) {
        let gender = who.gender.other();
        let name = format!("{} {}", who.community.given(gender, &mut draw), who.community.family(&mut draw));
        put(&mut fields, "assistant.name", name);
    }
    if let Some(adviser) = adviser_of(seed, who.number) {
        put(&mut fields, "manager.name", Who::of(seed, adviser).full());
    }
    (!fields.is_empty()).then_some(fields)
}

fn spouse(fields: &mut Fields, partner: &Who, reached: bool, calendar: Calendar) {
    put(fields, "spouse.given_name", partner.given);
    put(fields, "spouse.family_name", partner.family);
    put(fields, "spouse.full_name", partner.full());
    if reached {
        put(fields, "spouse.phone", phone(&partner.mobile, "mobile", true));
    }
    if partner.birthday % 3 == 0 {
        put(fields, "spouse.birth_date", calendar.born(partner.age, partner.birthday));
    }
}
