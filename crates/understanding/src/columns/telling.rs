//! Columns whose few values say what they are, whatever stands above them: how warm a lead is, streets, kinds of property,
//! letters' first lines, rooms of a video call. A header that such values contradict gives way to them; where nothing else
//! takes them, the column is left to the person.

use contracts::{ColumnStatus, EntityType};

use super::draft::Draft;
use super::evidence;
use super::frames::Frames;
use super::kinds;
use super::words::Header;
use crate::profile::Profile;

/// How warm a lead is, in the languages that lists of leads come in.
const WARMTH: &[&str] = &[
    "hot",
    "warm",
    "cold",
    "very hot",
    "super hot",
    "lukewarm",
    "tepid",
    "hei\u{df}",
    "heiss",
    "kalt",
    "lauwarm",
    "chaud",
    "ti\u{e8}de",
    "froid",
    "caliente",
    "templado",
    "tibio",
    "fr\u{ed}o",
    "quente",
    "morno",
    "frio",
    "caldo",
    "tiepido",
    "freddo",
    "heet",
    "lauw",
    "koud",
    "s\u{131}cak",
    "\u{131}l\u{131}k",
    "so\u{11f}uk",
    "\u{433}\u{43e}\u{440}\u{44f}\u{447}\u{438}\u{439}",
    "\u{442}\u{435}\u{43f}\u{43b}\u{44b}\u{439}",
    "\u{445}\u{43e}\u{43b}\u{43e}\u{434}\u{43d}\u{44b}\u{439}",
    "gor\u{105}cy",
    "ciep\u{142}y",
    "zimny",
    "\u{633}\u{627}\u{62e}\u{646}",
    "\u{62f}\u{627}\u{641}\u{626}",
    "\u{628}\u{627}\u{631}\u{62f}",
    "\u{917}\u{930}\u{94d}\u{92e}",
    "\u{920}\u{902}\u{921}\u{93e}",
    "garam",
    "thanda",
];

/// Ways to get in touch: how an enquiry came in says nothing of how far it is.
const WAYS: &[&str] = &[
    "call",
    "phone",
    "phone call",
    "email",
    "e-mail",
    "whatsapp",
    "sms",
    "text",
    "chat",
    "live chat",
    "form",
    "web form",
    "callback",
    "missed call",
    "message",
    "telefon",
    "anruf",
    "appel",
    "t\u{e9}l\u{e9}phone",
    "llamada",
    "correo",
    "liga\u{e7}\u{e3}o",
    "telefone",
    "chiamata",
    "telefonata",
];

/// Where people meet without a place.
const ONLINE: &[&str] =
    &["google meet", "zoom", "teams", "microsoft teams", "skype", "video call", "videocall", "webex", "facetime"];

/// How letters begin.
const DEAR: &[&str] = &[
    "dear ",
    "hello ",
    "hi ",
    "liebe ",
    "lieber ",
    "sehr geehrte",
    "hallo ",
    "cher ",
    "ch\u{e8}re ",
    "bonjour ",
    "estimad",
    "querid",
    "prezad",
    "car\u{ed}ssim",
    "gentile ",
    "gent.",
    "egregi",
    "caro ",
    "cara ",
    "beste ",
    "geachte ",
    "\u{443}\u{432}\u{430}\u{436}\u{430}\u{435}\u{43c}",
    "szanown",
];

/// Where something stands in a column: the share of its values that a test holds for.
pub(super) fn holds(profile: &Profile, test: impl Fn(&str) -> bool) -> f64 {
    let (all, found) = profile.spread().fold((0_u32, 0_u32), |(all, found), value| {
        (all + 1, found + u32::from(test(value.trim().to_lowercase().as_str())))
    });
    if all == 0 { 0.0 } else { f64::from(found) / f64::from(all) }
}

/// Lets values decide that can't be mistaken. `row`: what a row describes.
pub(crate) fn settle(drafts: &mut [Draft], headers: &[Header], profiles: &[Profile], row: EntityType) {
    for at in 0..drafts.len() {
        let (Some(header), Some(profile)) = (headers.get(at), profiles.get(at)) else { continue };
        if profile.valued() < 4 {
            continue;
        }
        let taken: Vec<String> = drafts.iter().filter_map(|d| d.column.field.clone()).collect();
        let free = |field: &str| !taken.iter().any(|t| t == field);
        let wished = taken.iter().any(|f| f.starts_with("requirement.") && f != "requirement.must_have[]");
        let Some(draft) = drafts.get_mut(at) else { continue };
        let by_profile = draft.column.evidence.iter().any(|e| e.source == "profile");
        if by_profile || draft.column.question.is_some() || draft.column.status == ColumnStatus::Ignored {
            continue;
        }
        if row == EntityType::Person {
            people(draft, header, profile, &free, wished);
        }
        any(draft, header, profile, &free, row);
    }
}

fn people(draft: &mut Draft, header: &Header, profile: &Profile, free: &impl Fn(&str) -> bool, wished: bool) {
    let field = draft.column.field.clone().unwrap_or_default();
    let frames = Frames::get();
    let word = |words: &[&str]| header.words.iter().any(|w| words.contains(&w.as_str()));
    match field.as_str() {
        // `Category` over Hot, Warm and Cold.
        "person.tags[]" | "person.lifecycle_stage" if free("person.rating") && warm(profile) => {
            take(draft, "person.rating", 0.85, "Its values say how warm a lead is");
        }
        "" if free("person.rating") && warm(profile) && header.words.len() <= 3 => {
            take(draft, "person.rating", 0.8, "Its values say how warm a lead is");
        }
        // `Lead type` over Call and WhatsApp.
        "person.lifecycle_stage" | "requirement.purpose" | "requirement.property_type"
            if holds(profile, |v| WAYS.contains(&v)) >= 0.8 =>
        {
            draft.open("values", "Its values are ways to get in touch");
        }
        // `Query` over what somebody wrote.
        "requirement.purpose" if holds(profile, |v| v.split_whitespace().count() >= 4) >= 0.4 => {
            take(draft, "person.notes", 0.75, "The cells hold sentences");
        }
        // `Sucht` over flats and houses, with an investment here and there.
        "requirement.purpose" | "property.project" | "property.name"
            if free("requirement.property_type") && of_property(profile) >= 0.6 && wanted(profile, &field) =>
        {
            take(draft, "requirement.property_type", 0.8, "Most values are kinds of property or numbers of bedrooms");
        }
        // What a guest likes, where no column speaks of a home that they look for.
        "requirement.must_have[]" if !wished && word(&["preference", "preferences", "requests", "request"]) => {
            take(draft, "person.notes", 0.75, "No other column says what home the client looks for");
        }
        // `Via` is a street in Italy, and how somebody came elsewhere.
        "person.lead_source" if header.words.first().is_some_and(|w| w == "via") && streets(profile) => {
            take(draft, "person.address[].street", 0.85, "Most values are a street and a number");
        }
        // Agents number their listings for sale and for rent: `DH-S-2204`.
        "person.external_id" if free("property.listing_id") && holds(profile, offered) >= 0.9 => {
            take(draft, "property.listing_id", 0.8, "The values are numbered as listings for sale or for rent are");
        }
        // `Dear Agatha`
        "person.prefix" if holds(profile, |v| DEAR.iter().any(|d| v.starts_with(d))) >= 0.5 => {
            draft.open("values", "The values are how a letter begins, not forms of address");
        }
        // `Home`, `Privat` and `Abitazione` head addresses and phones alike.
        f if f.ends_with("address[].address") && draft.column.label.is_some() && called(profile) => {
            let label = draft.column.label.clone();
            take(draft, "person.phone[]", 0.8, "Its values are phone numbers");
            draft.column.label = label;
        }
        f if (f.starts_with("person.address[]") || f == "requirement.locality[]") && online(profile) => {
            draft.open("values", "Some values are meetings online, not places");
        }
        "" if header.words.iter().any(|w| frames.is("BLOCK", w)) => {}
        // The channel alone, over numbers to send to.
        "" if !header.words.is_empty() && header.words.iter().all(|w| w == "sms" || w == "text") && called(profile) => {
            take(draft, "person.phone[]", 0.75, "Its values are phone numbers");
        }
        // Who sells, over the few names of a team, sells for the house.
        "" if header.words == ["seller"] && free("person.assignee") && team(profile) => {
            take(draft, "person.assignee", 0.75, "A few names stand in many rows");
        }
        "" if profile.share(profile.salutations) >= 0.8 && free("person.prefix") && header.words.len() <= 3 => {
            take(draft, "person.prefix", 0.8, "Its values are forms of address");
        }
        _ => {}
    }
}

/// What holds whatever a row describes.
fn any(draft: &mut Draft, header: &Header, profile: &Profile, free: &impl Fn(&str) -> bool, row: EntityType) {
    let field = draft.column.field.clone().unwrap_or_default();
    // `Lives in` over towns: an address of one or two words without a figure is a town.
    let whole = field.ends_with("person.address[].formatted") || field.ends_with("person.address[].address");
    let lives = header.words.iter().any(|w| Frames::get().is("LIVEW", w)) || header.words == ["city"];
    let short = |v: &str| !v.chars().any(char::is_numeric) && !v.contains(',') && v.split_whitespace().count() <= 3;
    if whole && lives && free("person.address[].city") && holds(profile, short) >= 0.95 && row == EntityType::Person {
        take(draft, "person.address[].city", 0.8, "The values name a town and no street");
    }
}

pub(super) fn take(draft: &mut Draft, field: &str, confidence: f64, why: &str) {
    draft.map(field, confidence);
    draft.column.label = None;
    draft.because("values", why, confidence);
}

/// Whether people meet there without a place, now and then at least.
pub(crate) fn online(profile: &Profile) -> bool {
    holds(profile, |v| ONLINE.iter().any(|o| v.contains(o))) >= 0.15
}

fn called(profile: &Profile) -> bool {
    profile.share(profile.phones) >= 0.8
}

/// A handful of values, none of them figures, over many rows.
fn team(profile: &Profile) -> bool {
    let words = profile.share(profile.numbers.max(profile.phones).max(profile.emails).max(profile.dates)) < 0.1;
    words && profile.filled >= 12 && profile.distinct() <= 12 && profile.distinct() * 4 <= profile.filled
}

fn warm(profile: &Profile) -> bool {
    // What has cooled down for good stands among them: `Dormant`, `Dead`.
    holds(profile, |v| WARMTH.contains(&v)) >= 0.7
}

fn of_property(profile: &Profile) -> f64 {
    profile
        .share(kinds::property_types(profile).max(profile.bedrooms))
        .max(profile.share(kinds::property_types(profile)) + profile.share(profile.bedrooms))
}

/// A project is called by a name of its own, which may hold a word for its homes: `Palm Villas`. Kinds come again.
fn wanted(profile: &Profile, field: &str) -> bool {
    let again = profile.distinct() * 4 <= profile.filled && profile.distinct() <= 12;
    let more = kinds::property_types(profile) > kinds::purposes(profile);
    if field == "requirement.purpose" { more } else { again && profile.share(profile.bedrooms) >= 0.3 }
}

pub(super) fn streets(profile: &Profile) -> bool {
    let street = |v: &str| v.chars().any(|c| c.is_ascii_digit()) && v.chars().filter(|c| c.is_alphabetic()).count() > 4;
    holds(profile, street) >= 0.6
}

/// `dh-s-2204`, `lp-r-118`: a code for sale or rent between a prefix and a number.
fn offered(value: &str) -> bool {
    let mut parts = value.split('-');
    let (Some(prefix), Some(kind), Some(number), None) = (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return false;
    };
    (1..=6).contains(&prefix.len())
        && matches!(kind, "s" | "r")
        && (1..=8).contains(&number.len())
        && number.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a header speaks of what is still to come: `Expected`, `prévue`, `geplant`.
pub(crate) fn foreseen(written: &str, header: &Header) -> bool {
    const STEMS: [&str; 11] = [
        "pr\u{e9}v",
        "previst",
        "prev.",
        "vorauss",
        "gepl",
        "verwacht",
        "gepland",
        "\u{645}\u{62a}\u{648}\u{642}\u{639}",
        "\u{938}\u{902}\u{92d}\u{93e}\u{935}\u{93f}\u{924}",
        "stimat",
        "estimad",
    ];
    let low = written.to_lowercase();
    STEMS.iter().any(|s| low.contains(s))
        || header.words.iter().any(|w| {
            matches!(
                w.as_str(),
                "expected" | "est" | "estimated" | "target" | "forecast" | "planned" | "tentative" | "anticipated"
            )
        })
}

/// What a column says that lost its field to another of the same row.
pub(crate) fn otherwise(
    draft: &mut Draft,
    header: &Header,
    profile: &Profile,
    lost: &str,
    free: &impl Fn(&str) -> bool,
) {
    let word = |words: &[&str]| header.words.iter().any(|w| words.contains(&w.as_str()));
    let to = match lost {
        "opportunity.amount" if word(&["list", "listing", "asking", "original", "listed"]) => "property.price",
        "property.price" if word(&["sale", "sold", "agreed", "final", "deal", "contract"]) => "interest.price",
        "person.lead_status" if warm(profile) => "person.rating",
        // `Fecha firma` beside the day foreseen for it.
        "opportunity.close_date" if !foreseen(&draft.column.header, header) => "opportunity.won_at",
        // `Sales Stage` beside `Status`.
        "person.lead_status" if word(&["stage"]) => "person.lifecycle_stage",
        "opportunity.contact" if word(&["lead", "deal", "opportunity"]) && word(&["name", "nome", "nombre", "nom"]) => {
            "opportunity.name"
        }
        "person.full_name"
            if profile.distinct() * 5 <= profile.filled
                && profile.share(profile.names) >= 0.6
                && !word(&["column", "field", "col", "unnamed"]) =>
        {
            "person.assignee"
        }
        // `Last Engagement` beside `Last Activity`.
        "person.last_activity_at" if word(&["engagement", "contact", "contacted", "touch", "call", "interaction"]) => {
            "person.last_contacted_at"
        }
        "person.owner" if profile.distinct() * 3 <= profile.filled => "person.assignee",
        // A second person in charge, as before and after the sale.
        "person.assignee" if profile.distinct() * 3 <= profile.filled => "person.owner",
        _ => return,
    };
    if free(to)
        && !matches!(
            contracts::FieldPath::parse(to).map(|p| evidence::check(&p, profile)),
            Ok(evidence::Verdict::Contradicts(_))
        )
    {
        take(draft, to, 0.75, "Another column holds what the header says first, and this is what it may say as well");
    }
}
