//! Whether the values of a column are names of firms, and whether the rows name nothing else.

use contracts::ColumnStatus;

use super::draft::Draft;
use crate::profile::Profile;

/// How firms end or begin their names, in the countries that files come from.
const FIRMS: &[&str] = &[
    "ltd",
    "limited",
    "pvt",
    "private",
    "llp",
    "llc",
    "inc",
    "corp",
    "corporation",
    "gmbh",
    "ag",
    "kg",
    "ohg",
    "ug",
    "gbr",
    "sarl",
    "sas",
    "sasu",
    "sci",
    "eurl",
    "sl",
    "slu",
    "srl",
    "spa",
    "bv",
    "nv",
    "oy",
    "ab",
    "plc",
    "company",
    "co",
    "group",
    "holding",
    "holdings",
    "traders",
    "trading",
    "enterprises",
    "enterprise",
    "industries",
    "associates",
    "realty",
    "realtors",
    "properties",
    "estates",
    "developers",
    "builders",
    "constructions",
    "construction",
    "infra",
    "buildcon",
    "consultants",
    "consulting",
    "solutions",
    "technologies",
    "textiles",
    "foods",
    "labs",
    "bank",
    "hotel",
    "hotels",
    "school",
    "hospital",
    "ltda",
    "eireli",
    "lda",
    "fze",
    "fzco",
    "dmcc",
    "wll",
    "est",
    "brothers",
    "sons",
    "stores",
    "agency",
    "agencies",
    "motors",
    "logistics",
    "pharma",
    "systems",
    "partners",
    "ventures",
    "capital",
    "immobilien",
    "hausverwaltung",
    "verwaltung",
    "immobilier",
    "inmobiliaria",
    "imobiliaria",
    "construtora",
    "constructora",
    "cabinet",
    "energy",
    "films",
    "shipping",
    "hospitality",
    "mobility",
    "consultancy",
    "jewellers",
    "media",
    "digital",
    "retail",
    "travels",
    "interiors",
    "architects",
    "electricals",
    "hardware",
    "services",
    "international",
    "global",
    "studio",
    "designs",
    "printers",
    "security",
    "facility",
    "restaurant",
    "restaurante",
    "ristorante",
    "trattoria",
    "osteria",
    "pizzeria",
    "bistro",
    "brasserie",
    "cafe",
    "café",
    "gasthof",
    "gasthaus",
    "bakery",
    "boulangerie",
    "salon",
    "clinica",
    "klinik",
    "praxis",
    "apotheke",
    "pharmacy",
    "farmacia",
    "pharmacie",
    "gym",
    "academy",
    "stiftung",
    "verein",
    "association",
    "asociacion",
    "supermarket",
    "garage",
    "dental",
    "spedition",
    "werkstatt",
    "autohaus",
    "facilities",
    "catering",
    "legal",
    "advisors",
    "advisory",
    "insurance",
    "finance",
    "investments",
    "investment",
    "exports",
    "imports",
    "chemicals",
    "cement",
    "furniture",
    "garments",
    "tech",
    "software",
    "infotech",
    "networks",
    "telecom",
    "university",
    "college",
    "institute",
    "foundation",
    "council",
    "mbh",
    "sasu",
    "snc",
    "sccv",
    "notaires",
    "promotion",
    "conseil",
    "inversiones",
    "gestion",
    "servicios",
    "empreendimentos",
    "participacoes",
    "ооо",
    "зао",
    "şti",
    "bioscience",
    "pharmaceuticals",
    "hospitals",
    "clinic",
    "شركة",
    "مؤسسة",
    "مجموعة",
];

/// The share of a column's values that are names of firms.
pub(crate) fn firms(profile: &Profile) -> f64 {
    let mut all = 0u32;
    let mut found = 0u32;
    for value in profile.spread().take(200) {
        all += 1;
        let low = value.to_lowercase().replace("s.a.", "sarl ").replace("s.l.", "sl ").replace("e.k.", "ag ");
        let is = |w: &str| FIRMS.contains(&w);
        found += u32::from(low.split(|c: char| !c.is_alphanumeric()).any(is));
    }
    if all < 2 { 0.0 } else { f64::from(found) / f64::from(all) }
}

/// What tells who a person is, or how to reach them.
const WHO: [&str; 7] = [
    "person.full_name",
    "person.given_name",
    "person.middle_name",
    "person.family_name",
    "person.nickname",
    "person.email[]",
    "person.phone[]",
];

/// Whether a firm stands in most rows, hardly one twice, and nothing that names or reaches a person: read as people, such
/// rows would be turned away for naming nobody. A column that is left open and may hold somebody leaves it open as well.
pub(super) fn alone(drafts: &[Draft], profiles: &[Profile]) -> bool {
    let rows = profiles.iter().map(|p| p.filled).max().unwrap_or(0);
    let mut named = false;
    for (draft, profile) in drafts.iter().zip(profiles).filter(|(_, p)| p.filled > 0) {
        let field = draft.column.field.as_deref().filter(|_| draft.column.status == ColumnStatus::Mapped);
        match field {
            Some(field) if WHO.contains(&field) => return false,
            Some("person.company_name" | "account.name") => {
                named |= profile.filled * 2 > rows && profile.distinct() * 10 >= profile.filled * 7;
            }
            Some(_) => {}
            None => {
                let someone = profile.share(profile.names) >= 0.5 && firms(profile) < 0.3;
                if someone || profile.share(profile.phones.max(profile.emails)) >= 0.5 {
                    return false;
                }
            }
        }
    }
    named
}
