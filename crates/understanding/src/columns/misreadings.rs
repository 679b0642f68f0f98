//! Words that say one thing in most files and another beside certain columns or over certain values: `Phase` over the
//! phases of a project, a `Plazo` in months of a loan, the link to a menu beside the website.

use contracts::{ColumnStatus, EntityType};

use super::draft::Draft;
use super::frames::Frames;
use super::kinds;
use super::telling::{holds, take};
use super::words::Header;
use crate::profile::Profile;

/// How somebody lives, not what they look for.
const TENURES: &[&str] = &[
    "own",
    "owned",
    "owner",
    "rented",
    "rent",
    "rental",
    "renting",
    "family",
    "mortgaged",
    "propia",
    "rentada",
    "alquilada",
    "alquiler",
    "familiar",
    "pr\u{f3}pria",
    "alugada",
    "eigentum",
    "miete",
    "gemietet",
    "propri\u{e9}taire",
    "locataire",
    "proprieta",
    "affitto",
    "parents",
    "with parents",
];

/// What numbers the parts of a project.
const PARTS: &[&str] =
    &["phase", "block", "tower", "wing", "sector", "stage", "fase", "bloque", "bloco", "lot", "plot"];

/// Opens readings that other columns or the values speak against, and reads columns that they speak for. `row`: what a row
/// describes.
pub(crate) fn settle(drafts: &mut [Draft], headers: &[Header], profiles: &[Profile], row: EntityType) {
    let let_out = drafts.iter().any(|d| {
        let raw = d.column.header.to_lowercase();
        ["tenant", "lease", "rent", "tenancy", "deposit", "hostel"].iter().any(|w| raw.contains(w))
    });
    let has = |fields: &[&str]| drafts.iter().any(|d| fields.iter().any(|f| d.is(f)) && d.column.filled > 0);
    let priced = has(&["requirement.budget_max", "requirement.budget_min"]);
    let listed = has(&["property.listing_id", "property.name", "property.unit"]);
    let units = has(&["property.unit", "opportunity.amount"]);
    // Lists of landlords and their homes say what is let, not what is looked for.
    let let_by = drafts.iter().any(|d| {
        let raw = d.column.header.to_lowercase();
        ["landlord", "vermieter", "bailleur", "arrendador", "senhorio", "lessor"].iter().any(|w| raw.contains(w))
    }) && !drafts.iter().any(|d| d.is("requirement.budget_max") || d.is("requirement.budget_min"));
    let family = drafts.iter().position(|d| d.is("person.family_name"));
    let bare_site = |h: &Header| matches!(h.phrase().as_str(), "website" | "web" | "site" | "homepage" | "website url");
    let has_site = drafts.iter().zip(headers).any(|(d, h)| d.path().is_some() && bare_site(h));
    for at in 0..drafts.len() {
        let (Some(header), Some(profile)) = (headers.get(at), profiles.get(at)) else { continue };
        let taken: Vec<String> = drafts.iter().filter_map(|d| d.column.field.clone()).collect();
        let free = |field: &str| !taken.iter().any(|t| t == field);
        let Some(draft) = drafts.get_mut(at) else { continue };
        if draft.column.evidence.iter().any(|e| e.source == "profile") || draft.column.question.is_some() {
            continue;
        }
        let word = |words: &[&str]| header.words.iter().any(|w| words.contains(&w.as_str()));
        let field = draft.column.field.clone().unwrap_or_default();
        match field.as_str() {
            "person.lead_status" | "person.lifecycle_stage" | "opportunity.stage" | "account.type"
                if profile.filled >= 4 && holds(profile, numbered_part) >= 0.9 =>
            {
                draft.open("values", "Its values number the parts of a project, and say of nobody how far they are");
            }
            "interest.at" | "requirement.timeframe"
                if let_out && word(&["move", "moved", "moving"]) && profile.share(profile.dates) >= 0.8 =>
            {
                draft.open("neighbours", "The other columns speak of a lease; it may be the day somebody moved in");
            }
            "interest.at" | "requirement.timeframe"
                if row == EntityType::Opportunity
                    && word(&["deadline"])
                    && free("opportunity.close_date")
                    && profile.share(profile.dates) >= 0.8 =>
            {
                take(draft, "opportunity.close_date", 0.75, "A deal's deadline is the day it is to be closed by");
            }
            "requirement.timeframe" if word(&["timeline", "term", "tenure", "period"]) && bare_numbers(profile) => {
                draft.open(
                    "values",
                    "Its values are numbers without a unit: a term of something, not when a home is wanted",
                );
            }
            "requirement.property_type" if let_by && free("property.type") => {
                take(draft, "property.type", 0.8, "The landlord beside it lets it, and looks for none");
            }
            "requirement.bedrooms_min" if let_by && free("property.bedrooms") => {
                take(draft, "property.bedrooms", 0.8, "The landlord beside it lets it, and looks for none");
            }
            "requirement.area_min" if let_by && free("property.area") => {
                take(draft, "property.area", 0.8, "The landlord beside it lets it, and looks for none");
            }
            "requirement.bathrooms_min" if let_by => {
                draft.open("neighbours", "The landlord beside it lets it; it is no wish");
            }
            "requirement.budget_max" | "requirement.budget_min"
                if profile.filled >= 4 && holds(profile, small_price) >= 0.9 =>
            {
                draft.open("values", "Its values are small prices to the cent: no home costs that");
            }
            "requirement.currency" if !priced => {
                draft.open("neighbours", "No column holds a budget that it could be the currency of");
            }
            "requirement.budget_max"
                if row == EntityType::Person && listed && header.words == ["price"] && free("property.price") =>
            {
                take(draft, "property.price", 0.75, "Another column names the listing that the row is about");
            }
            "person.created_at" if units && word(&["registration"]) => {
                draft.open("neighbours", "Another column names a home; it may be the day on which that was registered");
            }
            "person.tags[]"
                if free("requirement.purpose") && profile.filled >= 4 && holds(profile, purposes) >= 0.9 =>
            {
                take(draft, "requirement.purpose", 0.75, "Its values are what a home is wanted for");
            }
            "opportunity.external_id" if theirs(&draft.column.header) => {
                draft.open("header", "It numbers the client, and not the deal");
            }
            // `Preferred style` over anything: nothing in header or values speaks of a home.
            "requirement.property_type"
                if profile.filled >= 8
                    && profile.share(kinds::property_types(profile)) + profile.share(profile.bedrooms) < 0.05
                    && word(&["style", "category", "class", "kind"])
                    && !word(&["property", "unit", "home", "house", "flat", "apartment", "villa", "real"]) =>
            {
                draft.open("values", "None of its values is a kind of property, and the header names none");
            }
            "requirement.property_type" if holds(profile, |v| TENURES.contains(&v)) >= 0.6 => {
                draft.open("values", "Its values say how somebody lives now, not what they look for");
            }
            "person.referrer"
                if profile.filled >= 12
                    && profile.distinct() <= 6
                    && profile.share(profile.names) < 0.6
                    && draft.column.header.to_lowercase().contains("recommend") =>
            {
                draft.open("values", "A few words come again, and none is a name");
            }
            "person.referrer" | "person.phone[]" | "person.email[]"
                if header.number.is_some()
                    && header.words.first().is_some_and(|w| matches!(w.as_str(), "ref" | "reference" | "referee")) =>
            {
                draft.open("header", "Numbered references are people who vouch for the client, not who sent them");
            }
            "person.website[]" | "account.website[]" | "account.website"
                if has_site && !bare_site(header) && elsewhere(header) =>
            {
                draft.open("neighbours", "Another column holds the website; this link leads to something else");
            }
            "" if draft.column.status == ColumnStatus::Unresolved => {
                unread(draft, header, profile, row, &free, family == Some(at + 1));
            }
            _ => {}
        }
    }
}

/// Columns that no words headed, with what stands beside them. `before_family`: the family name stands to the right.
fn unread(
    draft: &mut Draft,
    header: &Header,
    profile: &Profile,
    row: EntityType,
    free: &impl Fn(&str) -> bool,
    before_family: bool,
) {
    let short = header.words.len() == 1;
    let names = profile.share(profile.single_words) >= 0.6
        && holds(profile, |v| v.chars().all(|c| c.is_alphabetic() || c == ' ' || c == '-')) >= 0.95;
    // `ad` beside `soyad`.
    if before_family
        && short
        && names
        && profile.filled >= 4
        && profile.distinct() * 4 >= profile.filled
        && free("person.given_name")
        && free("person.full_name")
    {
        take(draft, "person.given_name", 0.75, "It stands before the family name, and the cells are single words");
        return;
    }
    // `contact` over given names, where no other column names anybody.
    if header.words == ["contact"]
        && row == EntityType::Person
        && names
        && profile.filled >= 4
        && free("person.full_name")
        && free("person.given_name")
        && free("person.family_name")
    {
        take(draft, "person.full_name", 0.7, "Its cells are names, and no other column names anybody");
        return;
    }
    // `agent_id` over the few names of a team.
    let team = profile.filled >= 12
        && profile.distinct() <= 40
        && profile.distinct() * 4 <= profile.filled
        && holds(profile, |v| v.chars().any(char::is_alphabetic) && !v.chars().any(|c| c.is_ascii_digit())) >= 0.9;
    if row == EntityType::Opportunity
        && free("opportunity.owner")
        && team
        && header.words.len() == 2
        && header.words.first().is_some_and(|w| matches!(w.as_str(), "agent" | "owner" | "rep" | "manager"))
        && header.words.last().is_some_and(|w| w == "id")
    {
        take(draft, "opportunity.owner", 0.7, "A few names of people stand in many rows");
    }
}

/// `Phase 2`, `Block C`.
fn numbered_part(value: &str) -> bool {
    let mut words = value.split([' ', '-', '_']).filter(|w| !w.is_empty());
    let (Some(part), Some(which)) = (words.next(), words.next()) else { return false };
    let short = which.len() <= 3 && words.next().is_none();
    PARTS.contains(&part)
        && short
        && (which.bytes().all(|b| b.is_ascii_digit()) || which.len() == 1 || which.chars().all(|c| "ivx".contains(c)))
}

fn purposes(value: &str) -> bool {
    const WHAT: &[&str] = &[
        "buy",
        "sale",
        "rent",
        "invest",
        "buying",
        "renting",
        "investment",
        "for sale",
        "for rent",
        "purchase",
        "lease",
    ];
    WHAT.contains(&value)
}

/// `18.00`, `22.75`.
fn small_price(value: &str) -> bool {
    let cents = value.rsplit_once('.').is_some_and(|(_, cents)| cents.len() == 2);
    cents && value.parse::<f64>().is_ok_and(|n| n < 1000.0)
}

/// `client_id`, `Client Code`, `Kunden-ID`: by the words as they stand, since `Booking ID` is read as the same.
fn theirs(header: &str) -> bool {
    const WHO: [&str; 9] = ["client", "customer", "contact", "lead", "buyer", "seller", "company", "account", "kunde"];
    let low = header.to_lowercase();
    WHO.iter().any(|w| low.starts_with(w)) && !low.contains("deal") && !low.contains("booking")
}

/// Whole numbers from 1 to 480, of which some pass what anybody would wait in weeks.
fn bare_numbers(profile: &Profile) -> bool {
    profile.filled >= 4
        && holds(profile, |v| v.len() <= 3 && v.parse::<u16>().is_ok_and(|n| (1..=480).contains(&n))) >= 0.9
}

/// A link whose header names something that is no website of somebody: `Menu URL`, `Source link`.
fn elsewhere(header: &Header) -> bool {
    let frames = Frames::get();
    let link =
        |w: &String| matches!(w.as_str(), "url" | "link" | "links" | "web" | "website" | "site" | "page" | "address");
    let own = |w: &String| frames.is("WHO", w) || frames.is("COMPANY", w) || frames.is_noise(w) || w == "profile";
    header.words.iter().any(link) && header.words.iter().any(|w| !link(w) && !own(w))
}
