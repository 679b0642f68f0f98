//! From a header to the field it names.

use contracts::{EntityType, FieldKind, FieldPath};

use super::frames::Frames;
use super::grammar::{self, Target};
use super::modifiers;
use super::synonyms::Synonyms;
use super::words::{self, Header};

/// What a header names, and how surely.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    pub target: Target,
    /// 0..=1.
    pub weight: f64,
    /// A sentence.
    pub why: String,
}

/// Words that may stand before any column of a kind of record: `Client Name`, `Deal Amount`.
fn fillers(row: EntityType) -> &'static [&'static str] {
    match row {
        EntityType::Person => {
            &["contact", "lead", "client", "customer", "person", "buyer", "prospect", "investor", "applicant"]
        }
        EntityType::Account => {
            &["account", "company", "organization", "agency", "firm", "developer", "vendor", "brokerage"]
        }
        EntityType::Opportunity => &["deal", "opportunity"],
        EntityType::Task => &["task", "activity"],
        EntityType::Interaction => &["call", "visit", "meeting", "activity", "interaction", "message", "site"],
        _ => &[],
    }
}

/// The field that a header names where one row is one such record.
pub(crate) fn named(header: &Header, row: EntityType) -> Option<Named> {
    readings(header, row).into_iter().next()
}

/// Everything that a header may name, the likeliest first. Where rows are no people, what only a person has is that of the
/// client or contact.
pub(crate) fn readings(header: &Header, row: EntityType) -> Vec<Named> {
    let own = own_readings(header, row);
    if !own.is_empty() || row == EntityType::Person || header.prefix.is_some_and(|p| p != EntityType::Person) {
        return own;
    }
    let mut beside = own_readings(header, EntityType::Person);
    // Where whoever books a meeting came from: `UTM Source`.
    let followed = |field: &str| {
        row == EntityType::Interaction
            && matches!(field, "person.lead_source" | "person.campaign")
            && header.words.iter().any(|w| matches!(w.as_str(), "utm" | "campaign"))
    };
    beside.retain(|n| is_beside(&n.target.field, row) || followed(&n.target.field));
    beside.iter_mut().for_each(|n| n.weight = (n.weight - 0.06).max(0.0));
    beside
}

/// How far somebody is, which lists of companies note of whom one speaks to there.
pub(crate) const PIPELINE: &[&str] = &[
    "person.lead_status",
    "person.lifecycle_stage",
    "person.lead_source",
    "person.campaign",
    "person.rating",
    "person.score",
    "person.last_contacted_at",
    "person.tags[]",
    "person.social[]",
];

/// What of a person, a brief or a property stands in rows of deals, tasks, calls or companies.
fn is_beside(field: &str, row: EntityType) -> bool {
    let contact = field.starts_with("person.phone[]") || field.starts_with("person.email[]");
    let named = matches!(field, "person.given_name" | "person.family_name" | "person.prefix");
    let whose = matches!(field, "person.full_name" | "person.job_title");
    match row {
        EntityType::Opportunity => {
            contact
                || named
                || field.starts_with("person.address[]")
                || matches!(field, "person.nationality" | "person.birth_date" | "person.gender" | "person.language")
                || field.starts_with("property.")
                || field.starts_with("interest.")
                || field.starts_with("requirement.")
        }
        EntityType::Task | EntityType::Interaction => contact || named || field.starts_with("property."),
        EntityType::Account => contact || named || whose || PIPELINE.contains(&field),
        _ => false,
    }
}

fn own_readings(header: &Header, row: EntityType) -> Vec<Named> {
    let synonyms = Synonyms::get();
    // A company's registration is no secret; a person's tax number is.
    let registration = || {
        row == EntityType::Account
            && (synonyms.field(row, &header.phrase()) == Some("account.registration_id")
                || Frames::get()
                    .read(&header.words, row, synonyms)
                    .first()
                    .is_some_and(|r| r.field == "account.registration_id"))
    };
    if synonyms.is_sensitive(&header.words) && !registration() {
        // `Passport country` is no number of a passport.
        let country = phrase(&header.words, row, synonyms, 0.9).filter(|n| n.target.field == "person.nationality");
        return country.into_iter().collect();
    }
    let mut out = Vec::new();
    if let Some(limit) = bare_limit(header, row, synonyms) {
        return vec![limit];
    }
    if let Some(found) = whole(header, row, synonyms) {
        out.push(found);
    } else if header.prefix.is_some_and(|p| p != row) && header.group.is_none() {
        return out;
    }
    out.extend(framed(header, &header.words, row, synonyms, if out.is_empty() { 0.8 } else { 0.72 }));
    if out.is_empty() {
        out.extend(without_whose(header, row, synonyms));
    }
    let amount =
        |n: &Named| FieldPath::parse(&n.target.field).is_ok_and(|p| p.def.is_some_and(|d| d.kind == FieldKind::Money));
    let signed = header.money && !header.words.is_empty() && !out.iter().any(amount);
    if !out.is_empty() && !signed {
        return out;
    }
    let frames = Frames::get();
    let less = |words: &[String], by: f64| {
        let bare = Header { rest: words.to_vec(), words: words.to_vec(), number: header.number, ..Header::default() };
        let mut found = own_readings(&bare, row);
        found.iter_mut().for_each(|n| n.weight = (n.weight - by).max(0.0));
        found
    };
    // `List $`, `Contract $`: the sign stands for the price.
    if signed {
        let priced = |noun: &str| {
            let words: Vec<String> = header.words.iter().cloned().chain([noun.to_owned()]).collect();
            let mut found = less(&words, 0.06);
            found.retain(amount);
            found
        };
        let found = Some(priced("price")).filter(|p| !p.is_empty()).unwrap_or_else(|| priced("amount"));
        if !found.is_empty() || !out.is_empty() {
            return if found.is_empty() { out } else { found };
        }
    }
    // `Personal: First Name`, `meta.createdAt`: a group of columns, unless it says whose they are.
    if let Some((group, rest)) = &header.group
        && group.iter().all(|w| frames.is("GROUP", w) || frames.is("WHO", w) || frames.is_noise(w))
    {
        out = less(rest, 0.04);
    }
    // `Cell (for reminders)`: what stands in parentheses explains, unless it says whose it is.
    if let Some(outside) = header.outside.as_ref().filter(|_| out.is_empty())
        && !header.aside.iter().any(|w| frames.is("THIRD", w))
    {
        out = less(outside, 0.08);
    }
    // `Family office / Company`: two words for one thing.
    if out.is_empty()
        && let [first, second, ..] = header.halves.as_slice()
    {
        let (one, other) = (less(first, 0.06), less(second, 0.06));
        let same = one.first().zip(other.first()).is_some_and(|(a, b)| a.target.field == b.target.field);
        // `Campaign / Ad set`: nothing else is known of the second.
        let either = |n: &Named| matches!(n.target.field.as_str(), "person.owner" | "requirement.timeframe");
        let alone =
            !one.is_empty() && !one.iter().any(either) && other.is_empty() && first.iter().all(|w| w.len() >= 4);
        if (same || alone) && header.halves.len() == 2 {
            out = one;
        }
    }
    // `How did you hear about this open house?`, whatever it is about.
    let asked = |question: [&str; 4]| header.words.iter().take(4).map(String::as_str).eq(question);
    if out.is_empty()
        && row == EntityType::Person
        && (asked(["how", "did", "you", "hear"]) || asked(["where", "did", "you", "hear"]))
    {
        let target = Target::plain("person.lead_source");
        out.push(Named { why: sentence(header, &target.field), target, weight: 0.78 });
    }
    // One word that nothing knows, beside words that say enough.
    let strange =
        |w: &&String| !synonyms.is_word(w) && !frames.is_word(w) && !w.contains(' ') && (w.len() >= 4 || !w.is_ascii());
    if out.is_empty() && header.words.iter().filter(strange).count() == 1 && header.words.len() >= 2 {
        let known: Vec<String> = header.words.iter().filter(|w| !strange(w)).cloned().collect();
        let telling = |w: &&String| !frames.is("VAGUE", w) && !frames.is_noise(w) && !synonyms.is_stop(w);
        let count = known.iter().filter(telling).count();
        if count > 0 {
            out = less(&known, 0.16);
            // Nothing in the values of a group or a company bears out a single word: `Blood group`, `DEWA account`.
            out.retain(|n| count > 1 || borne_out_by_values(&n.target.field));
        }
    }
    out
}

/// `Min (L)`, `To (AED)`: a limit and a unit of money make a budget.
fn bare_limit(header: &Header, row: EntityType, synonyms: &Synonyms) -> Option<Named> {
    let money = ["crore", "lakh", "million", "thousand"];
    let unit =
        |w: &String| synonyms.grammar.units.iter().find(|(_, words)| words.contains(w)).map(|(name, _)| name.clone());
    let units: Vec<String> = header.words.iter().filter_map(unit).collect();
    let priced = |u: &String| money.contains(&u.as_str()) || u.len() == 3 && u.bytes().all(|b| b.is_ascii_uppercase());
    let rest: Vec<&String> = header.words.iter().filter(|w| unit(w).is_none()).collect();
    let field = match rest.as_slice() {
        [w] if matches!(w.as_str(), "min" | "minimum" | "from") => "requirement.budget_min",
        [w] if matches!(w.as_str(), "max" | "maximum" | "to" | "upto") => "requirement.budget_max",
        _ => return None,
    };
    let target = Target { units: units.iter().filter(|u| !u.is_empty()).cloned().collect(), ..Target::plain(field) };
    (row == EntityType::Person && units.iter().any(priced)).then(|| Named {
        why: sentence(header, field),
        target,
        weight: 0.8,
    })
}

/// Fields whose values have a shape of their own, and those in which any text may stand.
fn borne_out_by_values(field: &str) -> bool {
    let def = contracts::FieldPath::parse(field).ok().and_then(|p| p.def);
    let shaped = def.is_some_and(|d| {
        !matches!(
            d.kind,
            FieldKind::Text | FieldKind::Tag | FieldKind::Choice | FieldKind::ExternalId | FieldKind::Address
        )
    });
    shaped
        || matches!(
            field,
            "person.full_name" | "person.assignee" | "requirement.property_type" | "requirement.locality[]"
        )
        || matches!(field, "requirement.financing" | "requirement.purpose" | "requirement.timeframe")
}

/// What the kinds of words make of a header.
fn framed(header: &Header, words: &[String], row: EntityType, synonyms: &Synonyms, weight: f64) -> Vec<Named> {
    let frames = Frames::get();
    let unit = |word: &String| {
        synonyms.grammar.units.iter().find(|(_, words)| words.contains(word)).map(|(name, _)| name.clone())
    };
    let mut units = Vec::new();
    let mut found = frames.read(words, row, synonyms);
    if found.is_empty() {
        let rest: Vec<String> = words.iter().filter(|w| unit(w).is_none()).cloned().collect();
        if rest.len() == words.len() {
            return Vec::new();
        }
        units = words.iter().filter_map(unit).filter(|u| !u.is_empty()).collect();
        found = frames.read(&rest, row, synonyms);
    }
    found
        .into_iter()
        .map(|reading| {
            let why = sentence(header, reading.field);
            let mut target = Target { units: units.clone(), ..Target::plain(reading.field) };
            if reading.field.contains("address[]") {
                (target.label, target.group) = grammar::whose_address(header, words, &synonyms.grammar);
            }
            with_group(Named { target, weight, why }, header)
        })
        .collect()
}

/// A header below a band that spans several columns: `From` below `Requirement`. Read alone where that says enough.
pub(crate) fn under(band: &str, text: &str, synonyms: &Synonyms) -> Header {
    let alone = words::header(text, synonyms);
    let known = |h: &Header| named(h, EntityType::Person).is_some();
    let vague = alone.words.len() <= 1 && alone.words.iter().all(|w| Frames::get().is("VAGUE", w));
    if known(&alone) && !vague {
        return alone;
    }
    let both = words::header(&format!("{band} {text}"), synonyms);
    if known(&both) { both } else { alone }
}

/// What phrases and the grammar of contact points make of a header.
fn whole(header: &Header, row: EntityType, synonyms: &Synonyms) -> Option<Named> {
    if let Some(prefix) = header.prefix
        && let Some(found) = prefixed(header, prefix, row, synonyms)
    {
        return Some(found);
    }
    if header.prefix.is_some_and(|p| p != row) {
        return None;
    }
    if let Some(found) = phrase(&header.words, row, synonyms, 0.9) {
        return Some(with_group(found, header));
    }
    if row == EntityType::Person
        && let Some(target) = modifiers::consent(&header.words, &synonyms.grammar)
    {
        return Some(Named { why: sentence(header, &target.field), target, weight: 0.86 });
    }
    if let Some(target) = grammar::read(header, &header.words, row, &synonyms.grammar) {
        return Some(Named { why: sentence(header, &target.field), target, weight: 0.86 });
    }
    if let Some(found) = bag(&header.words, row, synonyms, 0.84) {
        return Some(with_group(found, header));
    }
    if let Some(found) = without_units(header, row, synonyms) {
        return Some(found);
    }
    None
}

/// `Client Name`, `Name of the customer`, `City of client`: whose row it is says nothing more.
fn without_whose(header: &Header, row: EntityType, synonyms: &Synonyms) -> Option<Named> {
    let frames = Frames::get();
    let filler = |w: &String| {
        fillers(row).contains(&w.as_str())
            || row == EntityType::Person && frames.is("WHO", w)
            || frames.is_noise(w)
            || synonyms.is_stop(w)
    };
    let rest: Vec<String> = header.words.iter().filter(|w| !filler(w)).cloned().collect();
    if rest.is_empty() || rest.len() == header.words.len() {
        return None;
    }
    phrase(&rest, row, synonyms, 0.82)
        .or_else(|| bag(&rest, row, synonyms, 0.8))
        .or_else(|| {
            let target = grammar::read(header, &rest, row, &synonyms.grammar)?;
            Some(Named { why: sentence(header, &target.field), target, weight: 0.8 })
        })
        .map(|n| with_group(n, header))
}

/// A phrase in another order, or with words such as "of" in it.
fn bag(words: &[String], row: EntityType, synonyms: &Synonyms, weight: f64) -> Option<Named> {
    let field = synonyms.field_of_bag(row, words)?;
    // A consent's sense hangs on the order of its words.
    if field.starts_with("person.consent.") {
        return None;
    }
    let why = format!("The words of {:?} usually stand for {}", words.join(" "), contracts::spoken(field));
    Some(Named { target: Target::plain(field), weight, why })
}

/// `Budget (Cr)`, `DOB (DD/MM/YYYY)`: what the values are measured in stands beside the name.
fn without_units(header: &Header, row: EntityType, synonyms: &Synonyms) -> Option<Named> {
    let unit = |word: &String| {
        synonyms.grammar.units.iter().find(|(_, words)| words.contains(word)).map(|(name, _)| name.clone())
    };
    let rest: Vec<String> = header.words.iter().filter(|w| unit(w).is_none()).cloned().collect();
    if rest.is_empty() || rest.len() == header.words.len() {
        return None;
    }
    let bare = Header { words: rest.clone(), rest, number: header.number, ..Header::default() };
    let mut found = whole(&bare, row, synonyms)?;
    found.target.units = header.words.iter().filter_map(unit).filter(|u| !u.is_empty()).collect();
    Some(found)
}

/// What a column's header states about its values, whatever the column is called: `crore` for `Rate (in Cr)`.
pub(crate) fn units(header: &str) -> Vec<String> {
    let synonyms = Synonyms::get();
    let words = words::header(header, synonyms).words;
    let unit = |word: &String| {
        synonyms.grammar.units.iter().find(|(_, words)| words.contains(word)).map(|(name, _)| name.clone())
    };
    words.iter().filter_map(unit).filter(|u| !u.is_empty()).collect()
}

fn prefixed(header: &Header, prefix: EntityType, row: EntityType, synonyms: &Synonyms) -> Option<Named> {
    let rest = header.rest.join(" ");
    let other = |field: &str| {
        Some(Named {
            target: Target::plain(field),
            weight: 0.9,
            why: format!("The header names the {prefix} and {rest:?}"),
        })
    };
    match (prefix, row) {
        (p, r) if p == r => phrase(&header.rest, row, synonyms, 0.93).map(|n| with_group(n, header)).or_else(|| {
            let target = grammar::read(header, &header.rest, row, &synonyms.grammar)?;
            Some(Named { why: sentence(header, &target.field), target, weight: 0.9 })
        }),
        (EntityType::Account, EntityType::Person) if matches!(rest.as_str(), "name" | "company name") => {
            other("person.company_name")
        }
        (EntityType::Account, EntityType::Opportunity) if rest == "name" => other("opportunity.account"),
        (EntityType::Person, EntityType::Opportunity) if matches!(rest.as_str(), "name" | "full name") => {
            other("opportunity.contact")
        }
        (EntityType::Account, EntityType::Person) => {
            phrase(&header.rest, EntityType::Account, synonyms, 0.85).or_else(|| {
                let target = grammar::read(header, &header.rest, EntityType::Account, &synonyms.grammar)?;
                Some(Named { why: sentence(header, &target.field), target, weight: 0.82 })
            })
        }
        _ => None,
    }
}

fn phrase(words: &[String], row: EntityType, synonyms: &Synonyms, weight: f64) -> Option<Named> {
    let phrase = words.join(" ");
    let field = synonyms.field(row, &phrase)?;
    let inverted = field.starts_with("person.consent.")
        && synonyms.grammar.inverted.iter().any(|i| {
            let i: Vec<&str> = i.split(' ').collect();
            words.windows(i.len()).any(|w| w.iter().map(String::as_str).eq(i.iter().copied()))
        });
    let target = Target { inverted, ..Target::plain(field) };
    Some(Named { why: format!("{phrase:?} is a usual header for {}", contracts::spoken(field)), target, weight })
}

/// Numbered columns of a list field share a value with their label column.
fn with_group(mut named: Named, header: &Header) -> Named {
    if named.target.group.is_none() && named.target.field.contains("address[]") {
        named.target.group = Some(format!("address::{}", header.number.map(|n| n.to_string()).unwrap_or_default()));
    }
    named
}

fn sentence(header: &Header, field: &str) -> String {
    format!("The header {:?} reads as {}", header.phrase(), contracts::spoken(field))
}

/// Takes a header apart and looks it up for any kind of row: whether it is a header at all.
pub(crate) fn is_known(text: &str) -> bool {
    let synonyms = Synonyms::get();
    let header = words::as_written(text, synonyms);
    if header.words.is_empty() {
        return false;
    }
    [EntityType::Person, EntityType::Opportunity, EntityType::Account, EntityType::Task]
        .into_iter()
        .any(|row| named(&header, row).is_some())
        || synonyms.ignored(&header.phrase()).is_some()
}
