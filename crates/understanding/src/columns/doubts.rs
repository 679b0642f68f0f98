//! Words that head several things, `Units`, `Plan`, `Service`, `Sector`: read for a home or a brief only where the values or
//! the other columns bear that out. Everything else is left to the person.

use contracts::{ColumnStatus, EntityType};

use super::by_values::pays;
use super::draft::Draft;
use super::firms::firms;
use super::frames::Frames;
use super::target;
use super::telling::{holds, take};
use super::words::Header;
use crate::profile::Profile;

/// Words that a time of moving in is told in, beside figures: enough to know that a column tells times.
const TIMES: &[&str] = &[
    "now",
    "asap",
    "immediate",
    "immediately",
    "soon",
    "ready",
    "later",
    "flexible",
    "urgent",
    "any",
    "anytime",
    "today",
    "tomorrow",
    "day",
    "week",
    "month",
    "quarter",
    "year",
    "sofort",
    "bald",
    "monat",
    "woche",
    "jahr",
    "inmediat",
    "pronto",
    "mes",
    "semana",
    "año",
    "ano",
    "imediat",
    "logo",
    "mois",
    "semaine",
    "immédiat",
    "trimestre",
    "subito",
    "mese",
    "anno",
    "direct",
    "maand",
    "jaar",
    "under construction",
    "possession",
    "off plan",
    "exploring",
    "browsing",
    "researching",
];

/// Words of a header that speak of a time whatever the values are.
const WHEN: &[&str] = &[
    "time",
    "timeline",
    "timeframe",
    "when",
    "month",
    "months",
    "soon",
    "move",
    "moving",
    "possession",
    "horizon",
    "urgency",
    "timing",
    "handover",
    "readiness",
    "ready",
    "immediacy",
    "window",
];

/// Beginnings of words that say how far somebody is, where `Estado` and `Stato` are that and not a part of a country.
const STATES: &[&str] = &[
    "nuev", "nov", "nuov", "activ", "ativ", "attiv", "pend", "cerrad", "fechad", "chius", "abiert", "abert", "apert",
    "ganad", "ganh", "perd", "pers", "vint", "contact", "contat", "contatt", "interes", "client", "calif", "qualif",
    "reserv", "vend", "rechaz", "proces", "cancel", "final", "complet", "seguim", "propuest", "propost", "lead",
    "prospect", "curso", "corso", "ofert", "visit", "llamad", "chiam", "negoci",
];

/// Settles readings that need more than the header. `row`: what a row describes.
pub(crate) fn settle(drafts: &mut [Draft], headers: &[Header], profiles: &[Profile], row: EntityType) {
    let about_homes = of_homes(drafts, headers);
    let named = |d: &Draft| {
        ["person.company_name", "account.name", "opportunity.account"].iter().any(|f| d.is(f)) && d.column.filled > 0
    };
    let company = drafts.iter().any(named);
    let french = speaks_french(drafts);
    for at in 0..drafts.len() {
        let (Some(header), Some(profile)) = (headers.get(at), profiles.get(at)) else { continue };
        let taken: Vec<String> = drafts.iter().filter_map(|d| d.column.field.clone()).collect();
        let free = |field: &str| !taken.iter().any(|t| t == field);
        let beside_town =
            [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|i| drafts.get(i)).any(|d| {
                ["city", "postal_code", "country"]
                    .iter()
                    .any(|p| d.column.field.as_deref().is_some_and(|f| f.ends_with(&format!("address[].{p}"))))
            });
        let Some(draft) = drafts.get_mut(at) else { continue };
        if draft.column.evidence.iter().any(|e| e.source == "profile") || draft.column.question.is_some() {
            continue;
        }
        if draft.column.status == ColumnStatus::Unresolved {
            open(draft, header, profile, row, &free);
            continue;
        }
        let field = draft.column.field.clone().unwrap_or_default();
        let word = |words: &[&str]| header.words.iter().any(|w| words.contains(&w.as_str()));
        let raw = draft.column.header.to_lowercase();
        match field.as_str() {
            "property.unit" if raw.contains("units") && whole_numbers(profile) => {
                draft.open("values", "Its values say how many units, not which");
            }
            "property.unit" | "requirement.property_type" | "property.name"
                if !about_homes
                    && raw.contains("unit")
                    && header.words.len() == 2
                    && word(&["unit"])
                    && word(&["type", "name"]) =>
            {
                draft.open("neighbours", "A unit may be one of anything, and no other column speaks of homes");
            }
            "property.project" | "property.name"
                if !about_homes
                    && word(&["interested", "interest", "looking"])
                    && !word(&["project", "property"])
                    && !proper(profile) =>
            {
                draft.open("neighbours", "No other column speaks of homes; it may be an interest in anything");
            }
            "requirement.budget_max" | "requirement.budget_min"
                if !about_homes
                    && header.words.len() == 1
                    && word(&["price", "value", "cost"])
                    && draft.units.is_empty() =>
            {
                draft.open("neighbours", "It may be the price of anything, and no other column speaks of homes");
            }
            "requirement.timeframe"
                if !word(WHEN)
                    && word(&["plan", "delivery", "deadline", "occupancy", "schedule"])
                    && !(about_homes && times(profile)) =>
            {
                draft.open("values", "Its values name no time to move in by");
            }
            "requirement.financing" if word(&["payment"]) && profile.valued() > 0 && holds(profile, pays) < 0.4 => {
                draft.open("values", "Its values name no way to pay for a home");
            }
            "requirement.locality[]" if !about_homes && word(&["sector", "secteur", "markets", "market"]) => {
                if word(&["sector", "secteur"]) && company && free("account.industry") {
                    take(draft, "account.industry", 0.7, "A company stands beside it, and no column speaks of homes");
                } else {
                    draft.open("neighbours", "No other column speaks of a search for a home");
                }
            }
            // `Service` is a department in French and something sold in English.
            "person.department" if matches!(raw.trim(), "service" | "services") && !french => {
                draft.open("header", "It may be a department or what is asked for");
            }
            "account.annual_revenue" if row != EntityType::Account && (!company || year(header)) => {
                draft.open("neighbours", "It may be what the client brought in, and no company's turnover");
            }
            "person.job_title"
                if header.words == ["title"]
                    && profile.filled >= 8
                    && profile.distinct() == 1
                    && free("person.prefix") =>
            {
                draft.open("values", "All rows say the same: nobody's position");
            }
            "opportunity.owner" | "person.owner" | "person.assignee"
                if word(&["broker", "agency"]) && firms(profile) >= 0.4 =>
            {
                draft.open("values", "Its values are names of firms, not of who looks after the rows");
            }
            "person.external_id"
                if matches!(raw.as_str(), "id number" | "id_number" | "id no" | "id no." | "id_no" | "idnumber") =>
            {
                draft.open(
                    "header",
                    "The number of an identity card goes by this name too; it is taken where a person says so",
                );
            }
            "person.external_id" if header.words == ["number"] && raw.trim().len() == 1 && whole_numbers(profile) => {
                draft.open("header", "It counts the lines of a list");
            }
            // A day to come again is no day of the past.
            "person.last_contacted_at" if follows(header) => {
                draft.open("header", "It may be the day of the next follow-up as well as that of the last");
            }
            "person.lead_status" | "person.lifecycle_stage"
                if beside_town
                    && ["estado", "stato", "etat", "état"].contains(&raw.trim())
                    && free("person.address[].region")
                    && profile.distinct() >= 2
                    && proper(profile)
                    && holds(profile, |v| STATES.iter().any(|s| v.contains(s))) < 0.2 =>
            {
                take(draft, "person.address[].region", 0.75, "It stands beside a town");
            }
            "person.lead_source" if free("person.address[].street") && ways(profile) => {
                take(draft, "person.address[].street", 0.8, "Its values are names of streets");
            }
            _ => {}
        }
    }
    if row == EntityType::Account {
        pipeline_of_nobody(drafts);
    }
}

/// Whether the file tells of homes: a column of a property or of a brief, read from words that nothing else goes by.
fn of_homes(drafts: &[Draft], headers: &[Header]) -> bool {
    const ALSO: &[&str] = &[
        "unit",
        "interested",
        "interest",
        "looking",
        "plan",
        "delivery",
        "deadline",
        "occupancy",
        "schedule",
        "payment",
        "sector",
        "secteur",
        "type",
        "region",
        "zone",
        "district",
        "category",
        "requirement",
        "requirements",
        "site",
        "price",
        "area",
    ];
    const HOMES: &[&str] = &[
        "property",
        "bhk",
        "bedroom",
        "bedrooms",
        "apartment",
        "flat",
        "villa",
        "plot",
        "tower",
        "listing",
        "rent",
        "tenant",
        "landlord",
        "lease",
        "broker",
        "realtor",
        "real",
        "possession",
        "sqft",
        "immobilie",
        "imovel",
        "inmueble",
        "housing",
    ];
    drafts.iter().zip(headers).any(|(d, h)| {
        let of_home =
            d.column.field.as_deref().is_some_and(|f| {
                f.starts_with("property.") || f.starts_with("requirement.") || f.starts_with("interest.")
            });
        let budget = d.is("requirement.budget_max") || d.is("requirement.budget_min");
        // `WE-Nr.`, `Unit no.`: which of the homes, not how many or what kind.
        let numbered = d.is("property.unit") && h.words.iter().any(|w| w == "number");
        numbered
            || h.words.iter().any(|w| HOMES.contains(&w.as_str()))
            || of_home && !budget && !h.words.iter().any(|w| ALSO.contains(&w.as_str()))
    })
}

/// `Client`, `Nom`, `Ville` among the headers.
fn speaks_french(drafts: &[Draft]) -> bool {
    const FRENCH: &[&str] = &[
        "nom",
        "pr\u{e9}nom",
        "prenom",
        "soci\u{e9}t\u{e9}",
        "societe",
        "ville",
        "t\u{e9}l\u{e9}phone",
        "telephone",
        "courriel",
        "poste",
        "fonction",
        "adresse",
        "entreprise",
    ];
    drafts.iter().any(|d| FRENCH.contains(&d.column.header.trim().to_lowercase().as_str()))
}

/// Columns that no words headed.
fn open(draft: &mut Draft, header: &Header, profile: &Profile, row: EntityType, free: &impl Fn(&str) -> bool) {
    let (Some(last), true) = (header.words.last(), profile.valued() >= 4) else { return };
    // `STAGE_ID` over NEW and WON: a list's words are its ids.
    if last == "id" && header.words.len() >= 2 {
        let words: Vec<String> = header.words.iter().take(header.words.len() - 1).cloned().collect();
        let bare = Header { rest: words.clone(), words, ..Header::default() };
        let listed = |f: &str| {
            [
                "stage",
                "status",
                "pipeline",
                "currency",
                "source",
                "lead_status",
                "lead_source",
                "lifecycle_stage",
                "priority",
            ]
            .iter()
            .any(|l| f.rsplit('.').next() == Some(l))
        };
        let few =
            !profile.choices.is_empty() && profile.distinct() <= 20 && profile.distinct() * 2 <= profile.filled.max(2);
        let words_in = holds(profile, |v| v.chars().any(char::is_alphabetic)) >= 0.9;
        if let Some(named) =
            target::named(&bare, row).filter(|n| few && words_in && listed(&n.target.field) && free(&n.target.field))
        {
            let field = named.target.field;
            draft.map(field, 0.8);
            draft.because("values", "A few words come again under the id of a list: they are its entries", 0.8);
            return;
        }
    }
    // `Column 3` over what people work as.
    let wordless = |w: &String| matches!(w.as_str(), "column" | "field" | "col" | "unnamed");
    if row == EntityType::Person
        && header.words.iter().all(wordless)
        && free("person.job_title")
        && holds(profile, works) >= 0.7
    {
        take(draft, "person.job_title", 0.65, "Its values are what people work as");
        return;
    }
    // `Link_contacto`, `Company Link` over pages of many hosts.
    let site = if row == EntityType::Account { "account.website" } else { "person.website[]" };
    let frames = Frames::get();
    let linked = |w: &String| {
        matches!(w.as_str(), "link" | "links" | "url" | "site" | "web" | "enlace" | "lien" | "website" | "page")
    };
    let listed = |w: &String| matches!(w.as_str(), "agent" | "broker" | "realtor" | "profile" | "shop" | "store");
    let whose = |w: &String| frames.is("WHO", w) || frames.is("COMPANY", w) || frames.is_noise(w) || listed(w);
    let only = header.words.iter().any(linked) && header.words.iter().all(|w| linked(w) || whose(w));
    let person = matches!(row, EntityType::Person | EntityType::Account);
    if only && person && free(site) && profile.share(profile.urls) >= 0.8 && profile.distinct() * 2 > profile.filled {
        let social = profile.social * 2 > profile.urls && row == EntityType::Person;
        take(draft, if social { "person.social[]" } else { site }, 0.7, "Its values are web addresses of many places");
    }
}

/// Whether a value, in small letters, is a position in a firm.
fn works(value: &str) -> bool {
    const JOBS: &[&str] = &[
        "manager",
        "director",
        "engineer",
        "partner",
        "accountant",
        "consultant",
        "analyst",
        "ceo",
        "cto",
        "cfo",
        "coo",
        "founder",
        "head",
        "president",
        "officer",
        "developer",
        "architect",
        "lawyer",
        "doctor",
        "teacher",
        "nurse",
        "assistant",
        "agent",
        "broker",
        "specialist",
        "coordinator",
        "executive",
        "lead",
        "gerente",
        "ingeniero",
        "abogado",
        "directeur",
        "g\u{e9}rant",
        "responsable",
        "ing\u{e9}nieur",
        "gesch\u{e4}ftsf\u{fc}hrer",
        "leiter",
        "direttore",
        "diretor",
    ];
    value.split(|c: char| !c.is_alphanumeric()).any(|w| JOBS.contains(&w))
}

/// In a list of companies, how far somebody is belongs to whom one speaks to there; where nobody is named, to nobody.
fn pipeline_of_nobody(drafts: &mut [Draft]) {
    let somebody = drafts.iter().any(|d| {
        ["person.full_name", "person.given_name", "person.family_name", "person.email[]", "person.phone[]"]
            .iter()
            .any(|f| d.is(f))
            && d.column.filled > 0
    });
    for draft in drafts.iter_mut().filter(|_| !somebody) {
        let pipeline = draft.column.field.as_deref().is_some_and(|f| target::PIPELINE.contains(&f));
        if pipeline {
            draft.open("neighbours", "The rows are companies, and no column names a person that it could be said of");
        }
    }
}

/// Most values are written as names are: `Ashgrove Park`, and not `Paid search audit`.
fn proper(profile: &Profile) -> bool {
    let capital = |w: &str| w.chars().find(|c| c.is_alphabetic()).is_none_or(char::is_uppercase);
    let (all, found) = profile.spread().take(200).fold((0_u32, 0_u32), |(all, found), v| {
        (all + 1, found + u32::from(v.split_whitespace().filter(|w| w.chars().count() > 3).all(capital)))
    });
    found * 5 >= all * 4
}

fn whole_numbers(profile: &Profile) -> bool {
    holds(profile, |v| v.len() <= 4 && v.bytes().all(|b| b.is_ascii_digit())) >= 0.9
}

/// Most values hold a figure or a word of time.
fn times(profile: &Profile) -> bool {
    holds(profile, |v| v.chars().any(|c| c.is_ascii_digit()) || TIMES.iter().any(|t| v.contains(t))) >= 0.5
}

/// A year in the header: `Umsatz 2024`.
fn year(header: &Header) -> bool {
    header.number.is_some_and(|n| (1990..=2100).contains(&n))
}

/// `Follow up date`, without a word for what is past.
fn follows(header: &Header) -> bool {
    let frames = Frames::get();
    let has = |w: &str| header.words.iter().any(|o| o == w);
    (has("follow") && has("up") || has("followup") || has("follow up"))
        && !header.words.iter().any(|w| frames.is("LASTW", w) || matches!(w.as_str(), "followed" | "done" | "made"))
}

/// Streets without a number: `Via Verdi`, `Piazza Dante`.
fn ways(profile: &Profile) -> bool {
    const WAYS: &[&str] =
        &["via ", "viale ", "piazza ", "corso ", "vicolo ", "largo ", "rue ", "avenue ", "calle ", "avenida ", "rua "];
    holds(profile, |v| WAYS.iter().any(|w| v.starts_with(w))) >= 0.6
}
