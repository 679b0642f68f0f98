//! What columns say about each other: labels beside values, parts of one address, ids beside names.

use contracts::{ColumnMapping, ColumnStatus};

use super::address_lines;
use super::draft::Draft;
use super::firms::firms;
use super::frames::Frames;
use super::roles;
use super::slots;
use super::telling;
use super::words::Header;
use crate::profile::Profile;

/// Settles readings that need the other columns; `row`: what a row describes, none without a header; `file_name`: what the
/// file is called.
pub(crate) fn settle(
    drafts: &mut [Draft],
    headers: &[Header],
    profiles: &[Profile],
    row: Option<contracts::EntityType>,
    file_name: &str,
) {
    events(drafts, headers, profiles);
    titles(drafts, headers, profiles);
    halves_of_names(drafts, profiles);
    same_for_all(drafts, profiles);
    one_host(drafts, profiles);
    buildings(drafts, headers);
    remarks(drafts, headers, profiles, row);
    answers(drafts, headers, row);
    lone_labels(drafts);
    address_lines::settle(drafts, headers, profiles, row);
    ids_without_names(drafts, headers, profiles, row);
    stock(drafts, headers, profiles, file_name);
    wishes(drafts, headers, profiles);
    visits(drafts, headers, profiles, row);
    bare_dates(drafts, headers, profiles, row);
    boards(drafts, profiles, row);
    if row.is_none() {
        names_by_shape(drafts, profiles);
    }
}

/// `Event 1 - Label` says what `Event 1 - Value` is.
fn events(drafts: &mut [Draft], headers: &[Header], profiles: &[Profile]) {
    for value in 0..drafts.len() {
        let Some(header) = headers.get(value) else { continue };
        if header.words != ["event", "value"] && header.words != ["event", "date"] {
            continue;
        }
        let label = headers
            .iter()
            .position(|h| h.number == header.number && (h.words == ["event", "label"] || h.words == ["event", "type"]));
        let Some(label) = label else { continue };
        let Some([(only, _)]) = profiles.get(label).map(|p| p.choices.as_slice()) else { continue };
        let field = match only.trim_start_matches(['*', ' ']).to_lowercase().as_str() {
            "anniversary" => "person.anniversary",
            "birthday" | "birth date" => "person.birth_date",
            _ => continue,
        };
        let dates = profiles.get(value).is_some_and(|p| p.share(p.dates) >= 0.6);
        let (label_name, value_name) = (name(drafts, label), name(drafts, value));
        if let Some(draft) = drafts.get_mut(value)
            && dates
            && draft.column.status == ColumnStatus::Unresolved
        {
            draft.map(field, 0.85);
            draft.because("neighbours", format!("{label_name} says {only:?} in every row"), 0.85);
            if let Some(draft) = drafts.get_mut(label) {
                draft.ignore("neighbours", format!("Its only value, {only:?}, is what names {value_name}"), 0.85);
            }
        }
    }
}

/// Outlook's `Title` beside `Job Title` is the form of address.
fn titles(drafts: &mut [Draft], headers: &[Header], profiles: &[Profile]) {
    let job = drafts.iter().zip(headers).any(|(d, h)| d.is("person.job_title") && h.phrase() != "title");
    if !job || drafts.iter().any(|d| d.is("person.prefix")) {
        return;
    }
    for ((draft, header), profile) in drafts.iter_mut().zip(headers).zip(profiles) {
        let fits = profile.valued() == 0 || profile.share(profile.salutations) >= 0.4;
        if draft.is("person.job_title") && header.phrase() == "title" && fits {
            let confidence = draft.column.confidence;
            draft.map("person.prefix", confidence);
            draft.because("neighbours", "Another column holds the job title", 0.8);
        }
    }
}

/// `Name` beside `Vorname` is the family name, `Nombre` beside `Apellidos` the given one, where its cells are single words.
/// `Nombre` or `Nom` alone with several words in its cells is the whole name.
fn halves_of_names(drafts: &mut [Draft], profiles: &[Profile]) {
    let has = |drafts: &[Draft], field: &str| drafts.iter().any(|d| d.is(field));
    let (given, family, full) =
        (has(drafts, "person.given_name"), has(drafts, "person.family_name"), has(drafts, "person.full_name"));
    for (draft, profile) in drafts.iter_mut().zip(profiles) {
        if profile.valued() == 0 {
            continue;
        }
        let single = profile.share(profile.single_words) >= 0.6;
        let to = if draft.is("person.full_name") && single && given && !family {
            ("person.family_name", "Another column holds the given name, and the cells are single words")
        } else if draft.is("person.full_name") && single && family && !given {
            ("person.given_name", "Another column holds the family name, and the cells are single words")
        } else if !full
            && profile.share(profile.names) >= 0.6
            && (draft.is("person.given_name") && !family || draft.is("person.family_name") && !given)
        {
            ("person.full_name", "No other column holds the rest of the name, and the cells hold several words")
        } else {
            continue;
        };
        let confidence = draft.column.confidence.min(0.85);
        draft.map(to.0, confidence);
        draft.because("neighbours", to.1, 0.8);
    }
}

/// A handful of numbers or mailboxes in all rows is the office's, the agent's or the telephone system's.
fn same_for_all(drafts: &mut [Draft], profiles: &[Profile]) {
    for (draft, profile) in drafts.iter_mut().zip(profiles) {
        let contact = draft.is("person.phone[]") || draft.is("person.email[]");
        if contact && profile.filled >= 12 && profile.distinct() * 6 <= profile.filled && profile.distinct() <= 12 {
            let why = format!(
                "Only {} different values stand in {} cells: they belong to somebody whom many rows share",
                profile.distinct(),
                profile.filled
            );
            draft.open("values", why);
        }
    }
}

/// `Building` beside `Project` is the building of the project.
fn buildings(drafts: &mut [Draft], headers: &[Header]) {
    let projects = drafts.iter().filter(|d| d.is("property.project")).count();
    if projects != 2 || drafts.iter().any(|d| d.is("property.name")) {
        return;
    }
    let building = |h: &Header| h.words.iter().any(|w| matches!(w.as_str(), "building" | "tower" | "bldg" | "block"));
    for (draft, header) in drafts.iter_mut().zip(headers) {
        let by_text = draft.column.header.to_lowercase();
        if draft.is("property.project")
            && (building(header) || by_text.contains("building") || by_text.contains("tower"))
        {
            let confidence = draft.column.confidence.min(0.85);
            draft.map("property.name", confidence);
            draft.because("neighbours", "Another column names the project", 0.75);
            return;
        }
    }
}

/// Links that all lead to one host are the program's own pages, not people's websites.
fn one_host(drafts: &mut [Draft], profiles: &[Profile]) {
    let host = |link: &str| {
        let rest = link.split_once("://").map_or(link, |(_, rest)| rest);
        rest.split(['/', '?']).next().unwrap_or_default().to_lowercase()
    };
    for (draft, profile) in drafts.iter_mut().zip(profiles) {
        let site = draft.is("person.website[]") || draft.is("account.website[]");
        if !site || profile.filled < 8 || profile.distinct() * 2 < profile.filled {
            continue;
        }
        let mut hosts: Vec<String> = profile.spread().take(64).map(host).collect();
        let all = hosts.len();
        hosts.sort_unstable();
        hosts.dedup();
        if let [only] = hosts.as_slice()
            && all >= 8
        {
            draft.open(
                "values",
                format!("All links lead to {only}: they are pages of a program, not websites of people"),
            );
        }
    }
}

/// A word for a remark over sentences is a remark, whatever else the header says, unless it says whose it is.
fn remarks(drafts: &mut [Draft], headers: &[Header], profiles: &[Profile], row: Option<contracts::EntityType>) {
    let to = match row {
        Some(contracts::EntityType::Task) => "task.description",
        Some(contracts::EntityType::Interaction) => "interaction.body",
        Some(contracts::EntityType::Opportunity) => "opportunity.description",
        Some(contracts::EntityType::Account) => "account.description",
        _ => "person.notes",
    };
    let frames = Frames::get();
    for ((draft, header), profile) in drafts.iter_mut().zip(headers).zip(profiles) {
        let open = draft.column.status == ColumnStatus::Unresolved && draft.column.question.is_none();
        let asked = |w: &String| matches!(w.as_str(), "enquiry" | "inquiry" | "query" | "enquiries");
        let says = header.words.iter().any(|w| frames.is("NOTE", w) || asked(w));
        let else_said = header.words.iter().any(|w| frames.is("BLOCK", w) || w.contains(' '));
        let touched =
            |w: &String| frames.is("LASTW", w) || frames.is("TOUCH", w) || frames.is_noise(w) || w == "contact";
        // `Pichli baat` over what was said, and no day.
        let spoken = header.words.len() <= 4
            && header.words.iter().any(|w| frames.is("LASTW", w))
            && header.words.iter().all(touched)
            && profile.share(profile.dates) < 0.1;
        let says = says || spoken;
        // `Text reminder number`: what is called or counted is no sentence, however it is grouped.
        let figures = profile.share(profile.phones.max(profile.numbers)) >= 0.5;
        if !open || figures || !says || else_said || profile.valued() < 4 {
            continue;
        }
        let samples = profile.samples();
        let sentences = samples.iter().filter(|s| s.split_whitespace().count() >= 3).count();
        if sentences * 2 >= samples.len() && profile.distinct() >= if spoken { 3 } else { 4 } {
            draft.map(to, 0.75);
            draft.because("values", "A word for a remark stands in the header, and the cells hold sentences", 0.75);
        }
    }
}

/// `Response 1` beside `Question 1`: what somebody wrote in a form.
fn answers(drafts: &mut [Draft], headers: &[Header], row: Option<contracts::EntityType>) {
    let to = match row {
        Some(contracts::EntityType::Interaction) => "interaction.body",
        Some(contracts::EntityType::Person) => "person.notes",
        _ => return,
    };
    let asked: Vec<Option<u32>> = headers.iter().filter(|h| h.words == ["question"]).map(|h| h.number).collect();
    for (draft, header) in drafts.iter_mut().zip(headers) {
        let answer = header.words == ["response"] || header.words == ["answer"];
        if answer && header.number.is_some() && asked.contains(&header.number) && draft.column.filled > 0 {
            draft.map(to, 0.75);
            draft.because("neighbours", "Another column holds the question that it answers", 0.75);
        }
    }
}

fn name(drafts: &[Draft], index: usize) -> String {
    drafts.get(index).map(|d| d.column.header.clone()).unwrap_or_default()
}

/// A label column needs a value column beside it.
fn lone_labels(drafts: &mut [Draft]) {
    let keys: Vec<Option<String>> = drafts.iter().map(|d| slots::key(&d.column)).collect();
    for i in 0..drafts.len() {
        let Some(field) = drafts.get(i).and_then(|d| d.column.field.clone()) else { continue };
        let Some(of) = field.strip_suffix("[].label") else { continue };
        let of = format!("{of}[]");
        let partner = drafts.iter().zip(&keys).enumerate().any(|(j, (d, key))| {
            j != i
                && keys.get(i) == Some(key)
                && d.column.field.as_ref().is_some_and(|f| *f == of || f.starts_with(&format!("{of}.")))
        });
        if !partner && let Some(draft) = drafts.get_mut(i) {
            draft.open("neighbours", format!("It labels a value of {of} that no column holds"));
        }
    }
}

/// Parts of headers that name whoever owns what the rows are about.
const OWNERS: [&str; 12] = [
    "owner",
    "landlord",
    "vendor",
    "seller",
    "propriet",
    "propiet",
    "propri\u{e9}t",
    "eigent\u{fc}mer",
    "verk\u{e4}ufer",
    "vendeur",
    "verhuurder",
    "\u{645}\u{627}\u{644}\u{643}",
];

/// `Name Eigentümer` beside a given name is the family name of who owns the property.
fn owners_name(drafts: &mut [Draft], profiles: &[Profile]) {
    let has = |field: &str| drafts.iter().any(|d| d.is(field));
    if !has("person.given_name") || has("person.family_name") || has("person.full_name") {
        return;
    }
    for (draft, profile) in drafts.iter_mut().zip(profiles) {
        let low = draft.column.header.to_lowercase();
        let another = profile.filled >= 4 && (profile.distinct() * 2 > profile.filled || profile.distinct() >= 10);
        if draft.is("person.owner") && another && OWNERS.iter().any(|o| low.contains(o)) {
            draft.map("person.family_name", 0.8);
            draft.because("neighbours", "Given names stand beside it, and more are named than look after people", 0.8);
            return;
        }
    }
}

/// Where the rows name a unit or a listing, its area is a fact and no wish.
fn stock(drafts: &mut [Draft], headers: &[Header], profiles: &[Profile], file_name: &str) {
    owners_name(drafts, profiles);
    let of_one = [
        "property.unit",
        "property.listing_id",
        "property.area",
        "property.address.formatted",
        "property.address.street",
    ];
    let unit = drafts.iter().any(|d| of_one.iter().any(|f| d.is(f)) && d.column.filled > 0);
    let frames = Frames::get();
    let wishes = |h: &Header| {
        let fact = |w: &str| matches!(w, "purchase" | "price" | "possession" | "date" | "of");
        h.words.iter().any(|w| !fact(w) && (frames.is("WANT", w) || frames.is("MIN", w) || frames.is("MAX", w)))
    };
    // What owners want for a property is its price.
    let owned = drafts.iter().any(|d| {
        let low = d.column.header.to_lowercase();
        (d.is("person.full_name") || d.is("person.family_name")) && OWNERS.iter().any(|o| low.contains(o))
    }) || roles::of_owners(file_name)
        && !headers.iter().any(|h| h.words.iter().any(|w| w == "budget" || w == "timeline" || w == "timeframe"));
    // `Price`, `Possession`: words that fit a wish and a fact alike.
    let either = |d: &Draft, h: &Header| {
        (d.is("requirement.budget_max") || d.is("requirement.timeframe"))
            && (!wishes(h) || owned && d.is("requirement.budget_max"))
            && (owned || !h.words.iter().any(|w| w == "budget" || w == "timeline" || w == "timeframe"))
    };
    // What is done with the one listing that the row is about, `Purpose`, is no wish by itself.
    let listed = drafts.iter().any(|d| d.is("property.listing_id") && d.column.filled > 0);
    let brief = ["budget_max", "budget_min", "locality[]", "purpose", "timeframe", "must_have[]"];
    let wished = |d: &Draft| {
        brief
            .iter()
            .filter(|b| !(listed && **b == "purpose" || owned && matches!(**b, "purpose" | "locality[]")))
            .any(|b| d.column.field.as_deref().and_then(|f| f.strip_prefix("requirement.")) == Some(*b))
    };
    // A rent is a wish where no property is named.
    if !unit {
        for draft in drafts.iter_mut().filter(|d| d.is("property.price")) {
            if draft.column.header.to_lowercase().contains("rent") {
                draft.open(
                    "neighbours",
                    "No column names the property that the rent is of; it may be what the client can pay",
                );
            }
        }
    }
    if !(unit || owned) || drafts.iter().zip(headers).any(|(d, h)| wished(d) && !either(d, h)) {
        return;
    }
    for (draft, header) in drafts.iter_mut().zip(headers) {
        let wish = header.words.iter().any(|w| frames.is("WANT", w) || frames.is("MIN", w));
        let either = either(draft, header);
        if owned && !wish && draft.is("requirement.bathrooms_min") {
            draft.open("neighbours", "The rows are about properties of their owners; it is a fact and no wish");
            continue;
        }
        let to = match draft.column.field.as_deref() {
            Some("requirement.locality[]") if owned && !wish => "property.address.locality",
            Some("requirement.budget_max") if either => "property.price",
            Some("requirement.timeframe") if either => "interest.at",
            Some("requirement.area_min") if !wish => "property.area",
            Some("requirement.property_type") if !wish => "property.type",
            Some("requirement.bedrooms_min") if !wish => "property.bedrooms",
            Some(f) if f.ends_with("address[].street2") && header.phrase() == "building" => "property.name",
            _ => continue,
        };
        let confidence = draft.column.confidence.min(0.85);
        draft.map(to, confidence);
        draft.because("neighbours", "Another column names the unit that the row is about", 0.7);
    }
}

/// A quarter of a town between columns of wishes is where the client wants to live, not where they do.
fn wishes(drafts: &mut [Draft], headers: &[Header], profiles: &[Profile]) {
    let of_wish = |d: &Draft| d.column.field.as_deref().is_some_and(|f| f.starts_with("requirement."));
    let wish: Vec<bool> = drafts.iter().map(of_wish).collect();
    let of_property = |d: &Draft| d.column.field.as_deref().is_some_and(|f| f.starts_with("property."));
    let property: Vec<bool> = drafts.iter().map(of_property).collect();
    for (i, draft) in drafts.iter_mut().enumerate() {
        let at = |at: Option<usize>| at.and_then(|at| property.get(at)).copied().unwrap_or(false);
        let by_values = !draft.column.evidence.iter().any(|e| e.source == "header" && e.weight > 0.0);
        if draft.is("person.address[].locality") && by_values && at(i.checked_sub(1)) | at(Some(i + 1)) {
            draft.map("property.address.locality", 0.7);
            draft.because("neighbours", "It stands among the columns of a property", 0.7);
        }
    }
    if drafts.iter().any(|d| d.is("requirement.locality[]")) {
        return;
    }
    for (i, header) in headers.iter().enumerate() {
        let beside = |at: Option<usize>| at.and_then(|at| wish.get(at)).copied().unwrap_or(false);
        let between = beside(i.checked_sub(1)) || beside(Some(i + 1));
        let Some(draft) = drafts.get_mut(i) else { continue };
        let online = profiles.get(i).is_some_and(telling::online);
        let open = draft.column.status == ColumnStatus::Unresolved && header.phrase() == "location" && !online;
        if between && (draft.is("person.address[].locality") || open) && header.number.is_none() {
            let confidence = draft.column.confidence.clamp(0.7, 0.8);
            draft.map("requirement.locality[]", confidence);
            draft.because("neighbours", "It stands among the columns of what the client looks for", 0.7);
            return;
        }
    }
}

/// A word for a visit alone, over dates, is when it was.
fn visits(drafts: &mut [Draft], headers: &[Header], profiles: &[Profile], row: Option<contracts::EntityType>) {
    let frames = Frames::get();
    let deals = [Some(contracts::EntityType::Person), Some(contracts::EntityType::Opportunity)];
    if !deals.contains(&row) || drafts.iter().any(|d| d.is("interest.at")) {
        return;
    }
    let says = |h: &Header| {
        h.words.iter().any(|w| frames.is("VISIT", w))
            && h.words.iter().all(|w| frames.is("VISIT", w) || frames.is("VISITMOD", w) || frames.is_noise(w))
    };
    for ((draft, header), profile) in drafts.iter_mut().zip(headers).zip(profiles) {
        let open = draft.column.status == ColumnStatus::Unresolved && draft.column.question.is_none();
        if open && says(header) && profile.valued() > 1 && profile.share(profile.dates) >= 0.8 {
            draft.map("interest.at", 0.75);
            draft.because("values", "A word for a visit stands in the header, and the cells hold dates", 0.75);
            return;
        }
    }
}

/// `Date` alone in a list of people is when each of them came in, where no other column says so.
fn bare_dates(drafts: &mut [Draft], headers: &[Header], profiles: &[Profile], row: Option<contracts::EntityType>) {
    let frames = Frames::get();
    if row != Some(contracts::EntityType::Person) || drafts.iter().any(|d| d.is("person.created_at")) {
        return;
    }
    let bare = |h: &Header| {
        h.words.iter().any(|w| frames.is("DATEW", w))
            && h.words.iter().all(|w| frames.is("DATEW", w) || frames.is("DATE", w) || frames.is_noise(w))
    };
    let open = |d: &Draft| d.column.status == ColumnStatus::Unresolved && d.column.question.is_none();
    let mut all = drafts.iter_mut().zip(headers).zip(profiles);
    let found = all.find(|((d, h), p)| open(d) && bare(h) && p.valued() > 1 && p.share(p.dates) >= 0.8);
    if let Some(((draft, _), _)) = found {
        draft.map("person.created_at", 0.7);
        draft.because(
            "neighbours",
            "A date without further words, and no other column says when the rows were made",
            0.7,
        );
    }
}

/// The one project of all tasks is the board that they come from, and no property.
fn boards(drafts: &mut [Draft], profiles: &[Profile], row: Option<contracts::EntityType>) {
    if row != Some(contracts::EntityType::Task) {
        return;
    }
    for (draft, profile) in drafts.iter_mut().zip(profiles) {
        if draft.is("property.project") && profile.filled >= 8 && profile.distinct() == 1 {
            draft.open("values", "All tasks have the same project: it is the board that they come from");
        }
    }
}

/// An id points at someone: it stands for the owner only where no column names them, and a company needs a name.
fn ids_without_names(
    drafts: &mut [Draft],
    headers: &[Header],
    profiles: &[Profile],
    row: Option<contracts::EntityType>,
) {
    let owner = match row {
        Some(contracts::EntityType::Task) => "task.assignee",
        Some(contracts::EntityType::Interaction) => "interaction.assignee",
        Some(contracts::EntityType::Opportunity) => "opportunity.owner",
        Some(contracts::EntityType::Account) => "account.owner",
        _ => "person.owner",
    };
    let named_owner = drafts.iter().any(|d| d.is("person.owner") || d.is("person.assignee"));
    let any_owner = drafts.iter().any(|d| d.is(owner) || d.is("account.owner") || d.is("opportunity.owner"));
    let own = drafts.iter().any(|d| d.is("person.external_id"));
    for ((draft, header), profile) in drafts.iter_mut().zip(headers).zip(profiles) {
        let owner_id =
            matches!(header.phrase().as_str(), "owner id" | "contact owner id" | "lead owner id" | "record owner id");
        // Whoever looks after rows looks after several; an id for each row is the row's own: the rows are owners.
        let each = profile.filled >= 5 && profile.distinct() * 100 >= profile.filled * 95;
        if owner_id && each && draft.column.status == ColumnStatus::Unresolved {
            if header.phrase() == "owner id" && !own && row == Some(contracts::EntityType::Person) {
                draft.map("person.external_id", 0.75);
                draft.because("values", "Each row has another: the rows are owners, and it is their number", 0.75);
            }
            continue;
        }
        if owner_id && draft.column.status == ColumnStatus::Unresolved && draft.column.filled > 0 {
            if named_owner || any_owner {
                draft.because("neighbours", "Another column names the owner; this one repeats it as an id", 0.6);
            } else {
                draft.map(owner, 0.7);
                draft.because("header", "The id of the owner; no column holds the name", 0.7);
            }
        }
    }
    // Under any other header than `Account ID` (`references`), or as a profile knows it, that may be no company's id at all.
    let naming = ["person.company_name", "account.name", "opportunity.account"];
    let company_named = drafts.iter().any(|d| naming.iter().any(|n| d.is(n)));
    let of_others = |d: &Draft| {
        d.column.field.as_deref().is_some_and(|f| f.starts_with("person.") || f.starts_with("opportunity."))
    };
    let beside = drafts.iter().any(of_others);
    for draft in drafts.iter_mut() {
        let by_profile = draft.column.evidence.iter().any(|e| e.source == "profile");
        if beside && !company_named && !by_profile && draft.is("account.external_id") {
            draft.open("neighbours", "It names the company by an id alone, and no column holds the company's name");
        }
    }
}

/// Without a header the first column of two or more words that rarely repeat is taken for the name; where nothing reaches a
/// person and the words are names of firms, for theirs.
fn names_by_shape(drafts: &mut [Draft], profiles: &[Profile]) {
    let contact = drafts.iter().any(|d| d.column.field.is_some());
    let found = drafts.iter().zip(profiles).position(|(d, p)| {
        d.column.status == ColumnStatus::Unresolved
            && p.valued() >= 2
            && p.share(p.names) >= 0.8
            && p.distinct() * 10 >= p.filled * 7
    });
    if let Some(i) = found
        && let (Some(draft), Some(profile)) = (drafts.get_mut(i), profiles.get(i))
        && (contact || firms(profile) >= 0.6)
    {
        draft.map(if contact { "person.full_name" } else { "account.name" }, 0.55);
        draft.because(
            "values",
            super::evidence::share(profile, profile.names, "two or more words of letters that rarely repeat"),
            0.55,
        );
    }
}

/// Remarks on the whole manifest.
pub(crate) fn notes(columns: &[ColumnMapping]) -> Vec<String> {
    let mut out = Vec::new();
    let open: Vec<&str> =
        columns.iter().filter(|c| c.status == ColumnStatus::Unresolved).map(|c| c.header.as_str()).take(12).collect();
    let total = columns.iter().filter(|c| c.status == ColumnStatus::Unresolved).count();
    if total > 0 {
        let more = if total > open.len() { format!(" and {} more", total - open.len()) } else { String::new() };
        out.push(format!("{total} columns have no field yet and are kept with the file: {}{more}.", open.join(", ")));
    }
    for c in columns.iter().filter(|c| c.question.is_some()) {
        out.push(format!("{}: {}", c.header, c.question.as_deref().unwrap_or_default()));
    }
    out
}
