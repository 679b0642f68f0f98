//! What the values of a column tell that no header named, or that its header named wrongly. Only values that hardly
//! anything else has are listened to, and only for a field that no other column holds.

use contracts::{ColumnStatus, EntityType};

use super::draft::Draft;
use super::kinds;
use super::synonyms::Synonyms;
use super::telling::{holds, streets, take};
use super::words::Header;
use crate::profile::Profile;

/// Rows that must speak.
const ROWS: u64 = 4;

/// Lets values speak. `row`: what a row describes.
pub(crate) fn settle(drafts: &mut [Draft], headers: &[Header], profiles: &[Profile], row: EntityType) {
    for at in 0..drafts.len() {
        let (Some(header), Some(profile)) = (headers.get(at), profiles.get(at)) else { continue };
        let taken: Vec<String> = drafts.iter().filter_map(|d| d.column.field.clone()).collect();
        let free = |field: &str| !taken.iter().any(|t| t == field);
        let home = taken.iter().any(|t| t.starts_with("property."));
        let Some(draft) = drafts.get_mut(at) else { continue };
        let by_profile = draft.column.evidence.iter().any(|e| e.source == "profile");
        if by_profile || draft.column.question.is_some() || profile.valued() < ROWS {
            continue;
        }
        match draft.column.status {
            ColumnStatus::Ignored => {}
            ColumnStatus::Unresolved if row == EntityType::Person => open(draft, header, profile, &free, home),
            ColumnStatus::Unresolved => own_number(draft, header, profile, &free, row),
            ColumnStatus::Mapped if row == EntityType::Person => against(draft, header, profile, &free, home),
            ColumnStatus::Mapped => {}
        }
    }
}

/// A column of people that no header named. `home`: the file tells of homes.
fn open(draft: &mut Draft, header: &Header, profile: &Profile, free: &impl Fn(&str) -> bool, home: bool) {
    let brief = !(free("requirement.budget_max") && free("requirement.budget_min") && free("requirement.bedrooms_min"));
    let few = profile.distinct() <= 8 && profile.distinct() * 2 <= profile.filled;
    let asked = few || header.words.len() >= 4 && profile.distinct() <= 12;
    if asked && free("requirement.purpose") && holds(profile, purpose) >= 0.9 {
        take(draft, "requirement.purpose", 0.75, "Its values say whether somebody buys, rents or sells");
    } else if asked && free("requirement.financing") && holds(profile, |v| FINANCING.contains(&v)) >= 0.7 {
        take(draft, "requirement.financing", 0.75, "Its values say how somebody pays");
    } else if home
        && header.words == ["type"]
        && few
        && free("requirement.property_type")
        && free("property.type")
        && of_property(profile) >= 0.75
    {
        take(draft, "property.type", 0.75, "Its values are kinds of property or numbers of rooms");
    } else if brief
        && header.words == ["type"]
        && free("requirement.property_type")
        && of_property(profile) + holds(profile, |v| v == "terrace" || v.starts_with("semi")) >= 0.6
    {
        take(
            draft,
            "requirement.property_type",
            0.75,
            "Its values are kinds of property, beside what somebody looks for",
        );
    } else if matches!(header.phrase().as_str(), "cc" | "ctry" | "cntry" | "iso")
        && free("person.address[].country")
        && profile.distinct() >= 2
        && holds(profile, |v| v.len() == 2 && crate::values::country::find(v).is_some()) >= 0.95
    {
        take(draft, "person.address[].country", 0.75, "Its values are codes of countries");
    } else if brief && free("requirement.must_have[]") && comforts(profile) {
        take(draft, "requirement.must_have[]", 0.75, "Its values are what a home has beside its rooms");
    } else if home && refers(header) && free("property.listing_id") && codes(profile) {
        take(draft, "property.listing_id", 0.75, "Its values are codes as agents give their listings");
    } else {
        own_number(draft, header, profile, free, EntityType::Person);
    }
}

/// `Copper ID`, `EOI #` over codes of which each stands once: the number that the source gives its rows.
fn own_number(draft: &mut Draft, header: &Header, profile: &Profile, free: &impl Fn(&str) -> bool, row: EntityType) {
    let field = format!("{}.external_id", row.as_str());
    // A number that somebody gave the person is asked for: passports and the like are nobody's business.
    let private = Synonyms::get().is_sensitive(&header.words);
    let last = header.words.last().map(String::as_str).unwrap_or_default();
    let short = (3..=6).contains(&last.len()) && last.ends_with("id") && header.words.len() == 1;
    // `LEID` and `EUID`: a system may have two; `bedId` is that of a bed.
    let another = short && row == EntityType::Person;
    if private || !(free(&field) || another) || row == EntityType::Task {
        return;
    }
    let once = profile.filled >= 8 && profile.distinct() * 100 >= profile.filled * 99;
    let called = profile.share(profile.phones) > 0.2 && calls(profile);
    let foreign = called || profile.share(profile.emails.max(profile.dates)) > 0.2;
    if !once || foreign {
        return;
    }
    // What follows a visit or a campaign around says nothing of the row.
    let followed = header.words.iter().any(|w| FOLLOWED.contains(&w.as_str()) || w.ends_with("clid"));
    let ends = matches!(last, "id" | "uid" | "guid" | "uuid" | "ref") && header.words.len() <= 3;
    let numbered = last == "number" && header.words.len() == 2 && draft.column.header.trim_end().ends_with('#');
    let unique = holds(profile, guid) >= 0.95;
    if followed {
        return;
    }
    if unique || (short || ends || numbered) && holds(profile, code) >= 0.95 {
        take(draft, &field, 0.7, "Each value stands once and looks like the number that a system gives its rows");
    }
}

/// Values that a header must give way to.
fn against(draft: &mut Draft, header: &Header, profile: &Profile, free: &impl Fn(&str) -> bool, home: bool) {
    let field = draft.column.field.clone().unwrap_or_default();
    let word = |words: &[&str]| header.words.iter().any(|w| words.contains(&w.as_str()));
    match field.as_str() {
        // The kind of transport that Outlook states for each address.
        "person.email[].label" if holds(profile, |v| matches!(v, "smtp" | "ex")) >= 0.9 => {
            draft.ignore("values", "It says how mail is carried, not what the address is for", 0.85);
        }
        // `PA email`: it reaches somebody else.
        "person.email[]" if assistants(&draft.column.header) => {
            draft.open("header", "It is the address of an assistant");
        }
        "person.lead_status" if home && free("opportunity.stage") && holds(profile, sold) >= 0.7 => {
            take(draft, "opportunity.stage", 0.75, "Its values say how far the sale of a unit is");
        }
        "requirement.property_type" | "person.tags[]"
            if draft.column.header.to_lowercase().starts_with("custom field") =>
        {
            draft.open("header", "It names a field that stands in another column");
        }
        "person.rating" if profile.distinct() == 1 && holds(profile, |v| v == "normal") >= 0.9 => {
            draft.open("values", "Every row says the same: nothing was ever rated");
        }
        // `N` over 1, 2, 3: the lines are counted, and counted anew in the next export.
        "person.external_id" if header.words == ["number"] && counter(profile) => {
            draft.open("values", "Its values count the lines of this file");
        }
        // `ObjectId` where nothing speaks of a property: an object of the system.
        "property.listing_id" if !home_but(free) && header.words.first().is_some_and(|w| w == "object") => {
            draft.open("values", "No other column speaks of a property");
        }
        "person.external_id" if free("person.phone[]") && profile.share(profile.phones) >= 0.9 && calls(profile) => {
            take(draft, "person.phone[]", 0.8, "Its values are phone numbers, and no other column holds any");
        }
        "property.project" if holds(profile, |v| v.contains("resident")) >= 0.7 && profile.distinct() <= 4 => {
            draft.open("values", "Its values say where somebody is resident");
        }
        "property.unit" if free("property.address.street") && streets(profile) && profile.distinct() > 6 => {
            take(draft, "property.address.street", 0.75, "Most values are a street and a number");
        }
        "property.unit" if free("property.name") && holds(profile, |v| !v.chars().any(char::is_numeric)) >= 0.95 => {
            take(draft, "property.name", 0.75, "Its values are names of homes without a number");
        }
        "person.job_title" if holds(profile, |v| BUYERS.contains(&v)) >= 0.3 => {
            draft.open("values", "Its values say how ready a buyer is, not what somebody works as");
        }
        "person.job_title"
            if holds(profile, |v| matches!(v, "no" | "yes" | "si" | "s\u{ec}" | "ja" | "nein")) >= 0.15 =>
        {
            draft.open("values", "Some values are a yes or a no");
        }
        // `Extras` over pools and garages.
        "person.notes" | "person.tags[]"
            if free("requirement.must_have[]")
                && !(free("requirement.budget_max") && free("requirement.bedrooms_min"))
                && comforts(profile) =>
        {
            take(draft, "requirement.must_have[]", 0.75, "Its values are what a home has beside its rooms");
        }
        // `Motif de vente`, over reasons of which one names a purchase.
        "requirement.purpose" if why_sold(&draft.column.header) => {
            draft.open("header", "It says why somebody sells, not what they look for");
        }
        "person.notes" | "person.tags[]"
            if free("requirement.property_type")
                && profile.share(kinds::property_types(profile)) >= 0.75
                && profile.distinct() * 3 <= profile.filled =>
        {
            take(draft, "requirement.property_type", 0.75, "Its values are kinds of property");
        }
        // In Portuguese the word is that of a birthday.
        "person.anniversary" if free("person.birth_date") && born(profile) => {
            take(draft, "person.birth_date", 0.75, "The years are those of births");
        }
        "requirement.timeframe" if !word(&["time", "timeline", "when", "month", "months"]) && counts(profile) => {
            draft.open("values", "Its values are small figures that name no time");
        }
        _ => {}
    }
}

const FOLLOWED: &[&str] = &[
    "ga",
    "session",
    "batch",
    "click",
    "cookie",
    "tracking",
    "device",
    "campaign",
    "ad",
    "adset",
    "form",
    "page",
    "visit",
    "event",
    "import",
    "thread",
    "message",
    "call",
    "recording",
    "google",
    "facebook",
    "fb",
    "utm",
    "parent",
    "user",
    "owner",
    "agent",
    "company",
    "account",
    "deal",
    "property",
    "listing",
    "project",
    "unit",
    "image",
    "photo",
    "file",
];

/// What people want, in a word or two that may stand among others: `Residential Rent`.
fn purpose(value: &str) -> bool {
    let words: Vec<&str> = value.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    words.len() <= 4
        && (matches!(value, "both" | "new-projects" | "new projects" | "either")
            || words.iter().any(|w| WANTS.contains(w)))
}

const WANTS: &[&str] = &[
    "buy",
    "buying",
    "buyer",
    "sell",
    "selling",
    "sale",
    "seller",
    "rent",
    "renting",
    "rental",
    "lease",
    "leasing",
    "let",
    "invest",
    "investing",
    "investment",
    "purchase",
    "kauf",
    "kaufen",
    "miete",
    "mieten",
    "verkauf",
    "verkaufen",
    "achat",
    "acheter",
    "vente",
    "vendre",
    "louer",
    "location",
    "comprar",
    "compra",
    "vender",
    "venta",
    "alquilar",
    "alquiler",
    "venda",
    "alugar",
    "aluguel",
    "acquisto",
    "vendita",
    "affitto",
    "koop",
    "huur",
    "verkoop",
    "kharidna",
    "bechna",
];

/// Beginnings of words for what a home has beside its rooms, in the languages of brokers.
const COMFORTS: &[&str] = &[
    "terra",
    "terrazz",
    "garaj",
    "garag",
    "parking",
    "parkplatz",
    "stellplatz",
    "tiefgarage",
    "vaga",
    "piscin",
    "pool",
    "schwimmbad",
    "zwembad",
    "jard",
    "garden",
    "garten",
    "giardin",
    "tuin",
    "balc",
    "balk",
    "ascens",
    "elevador",
    "lift",
    "aufzug",
    "vista",
    "view",
    "vue",
    "blick",
    "trastero",
    "cave",
    "keller",
    "cantina",
    "quintal",
    "churrasq",
    "sauna",
    "gym",
    "fitness",
    "kamin",
    "fireplace",
    "chimenea",
    "cheminée",
    "climatiz",
    "klima",
    "aire",
    "a/c",
    "concierge",
    "maid",
    "servant",
    "pooja",
    "vastu",
    "corner",
    "east",
    "facing",
    "barrierefrei",
    "altbau",
    "einbauküche",
    "ebk",
    "مسبح",
    "حديقة",
    "مصعد",
    "موقف",
    "بلكونة",
];

/// Whether nearly all values list such things: `garaje, piscina`.
fn comforts(profile: &Profile) -> bool {
    let one = |part: &str| {
        let words = part.split(|c: char| !c.is_alphanumeric() && c != '/').filter(|w| !w.is_empty());
        let words: Vec<&str> = words.collect();
        words.len() <= 4 && words.iter().any(|w| COMFORTS.iter().any(|c| w.starts_with(c)))
    };
    let all = |v: &str| v.split([',', ';', '+', '/']).filter(|p| !p.trim().is_empty()).all(one);
    profile.distinct() >= 2 && profile.distinct() * 2 <= profile.filled.max(4) && holds(profile, all) >= 0.75
}

/// Whether a header asks why somebody sells: `Motif de vente`.
fn why_sold(header: &str) -> bool {
    let low = header.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|w| low.contains(w));
    has(&["reason", "why", "motif", "motivo", "razón", "grund", "raison", "reden"])
        && has(&["sale", "sell", "vente", "vendre", "venta", "vender", "verkauf", "vendita", "venda", "verkoop"])
}

/// How somebody pays, as buyers' lists say it.
const FINANCING: &[&str] = &[
    "cash",
    "mortgage",
    "loan",
    "home loan",
    "self funded",
    "self-funded",
    "finance",
    "financing",
    "cash buyer",
    "bank loan",
    "aip",
    "mortgage approved",
    "barzahler",
    "finanzierung",
    "eigenkapital",
    "comptant",
    "pr\u{ea}t",
    "cr\u{e9}dit",
    "apport",
    "contado",
    "hipoteca",
    "financiado",
    "financiamento",
    "\u{e0} vista",
    "a vista",
    "permuta",
    "fgts",
    "fgts + financ.",
    "mutuo",
    "contanti",
    "hypotheek",
    "eigen geld",
];

/// Whether a value, in small letters, is a way to pay for a home.
pub(super) fn pays(value: &str) -> bool {
    FINANCING.iter().any(|f| value == *f || f.len() >= 4 && value.contains(f))
}

/// Where a buyer stands, as British agents note it.
const BUYERS: &[&str] = &[
    "ftb",
    "first time buyer",
    "sstc",
    "nts",
    "cash",
    "cash buyer",
    "chain free",
    "no chain",
    "ntb",
    "btl",
    "under offer",
    "to sell",
    "nothing to sell",
    "on the market",
    "in a chain",
    "renting",
];

/// How far the sale of a unit is, as developers' lists say it.
fn sold(value: &str) -> bool {
    const SALE: &[&str] = &[
        "reserv",
        "r\u{e9}serv",
        "verkauft",
        "frei",
        "notar",
        "option",
        "vendu",
        "act\u{e9}",
        "d\u{e9}sist",
        "sold",
        "available",
        "booked",
        "blocked",
        "on hold",
        "exchanged",
        "completed",
        "vendido",
        "disponib",
        "libre",
        "livre",
        "sinal",
        "escritur",
        "venduto",
        "rogito",
        "verkocht",
        "beschikbaar",
        "registered",
        "handed over",
        "cancelled",
    ];
    SALE.iter().any(|s| value.starts_with(s))
}

fn assistants(header: &str) -> bool {
    let low = header.to_lowercase();
    low.starts_with("pa ") || low.starts_with("pa's ") || low.contains("assistant") || low.contains("secretary")
}

fn of_property(profile: &Profile) -> f64 {
    profile.share(kinds::property_types(profile) + profile.bedrooms)
}

fn refers(header: &Header) -> bool {
    let first = header.words.first().map(String::as_str).unwrap_or_default();
    matches!(first, "ref" | "reference" | "referencia" | "riferimento" | "kenmerk" | "rif") && header.words.len() == 1
}

/// Codes of letters and figures, most of them another's.
fn codes(profile: &Profile) -> bool {
    let mixed = |v: &str| code(v) && v.chars().any(|c| c.is_ascii_alphabetic());
    holds(profile, mixed) >= 0.9 && profile.distinct() * 3 >= profile.filled
}

/// Whether a column beside the listing's number speaks of a property.
fn home_but(free: &impl Fn(&str) -> bool) -> bool {
    ["property.name", "property.project", "property.price", "property.type", "property.unit", "property.address.street"]
        .iter()
        .any(|f| !free(f))
}

/// One, two, three: no number above how many there are.
fn counter(profile: &Profile) -> bool {
    let most = profile.filled.max(1);
    let small = |v: &str| v.parse::<u64>().is_ok_and(|n| (1..=most.saturating_add(most / 10)).contains(&n));
    profile.distinct() * 100 >= profile.filled * 99 && holds(profile, small) >= 0.98
}

/// Eight, four, four, four and twelve hexadecimal digits (RFC 9562).
pub(super) fn guid(value: &str) -> bool {
    let parts: Vec<&str> = value.trim_matches(['{', '}']).split('-').collect();
    let lengths: Vec<usize> = parts.iter().map(|p| p.len()).collect();
    lengths == [8, 4, 4, 4, 12] && parts.iter().all(|p| p.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// Letters, figures and joints without a blank, a figure among them.
fn code(value: &str) -> bool {
    (2..=60).contains(&value.len())
        && value.chars().any(|c| c.is_ascii_digit())
        && value.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '/' | '.' | '#'))
}

/// Written as numbers to call are: with a nought or a plus in front, or with joints.
fn calls(profile: &Profile) -> bool {
    holds(profile, |v| v.starts_with(['0', '+', '(']) || v.contains([' ', '-'])) >= 0.6
}

/// Whether most dates are of years long before the others of such lists.
fn born(profile: &Profile) -> bool {
    let old = |v: &str| {
        v.split(|c: char| !c.is_ascii_digit()).any(|p| p.len() == 4 && matches!(p.parse::<u32>(), Ok(1920..=1999)))
    };
    holds(profile, old) >= 0.6
}

fn counts(profile: &Profile) -> bool {
    holds(profile, |v| v.len() <= 2 && v.bytes().all(|b| b.is_ascii_digit())) >= 0.95
}
