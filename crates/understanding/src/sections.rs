//! Records among the data that are none: headings of groups, and sums between them.

use crate::structure::Layout;
use crate::values::months::month;
use crate::values::{email, number, phone};

/// Words that name a group of records in the headings people put between them.
const GROUPS: &[&str] = &[
    "leads",
    "lead",
    "clients",
    "buyers",
    "sellers",
    "tenants",
    "landlords",
    "owners",
    "investors",
    "contacts",
    "prospects",
    "enquiries",
    "inquiries",
    "customers",
    "accounts",
    "section",
    "group",
    "team",
    "region",
    "list",
    "category",
    "branch",
    "deals",
    "batch",
    "source",
    "campaign",
    "month",
    "kunden",
    "interessenten",
    "mieter",
    "eigent\u{fc}mer",
    "kontakte",
    "gruppe",
    "clientes",
    "compradores",
    "inquilinos",
    "contactos",
    "grupo",
    "clientes",
    "contatos",
    "clients",
    "acheteurs",
    "locataires",
    "groupe",
    "zona",
    "zone",
    "secteur",
    "sector",
    "gebiet",
    "bezirk",
    "bairro",
    "wijk",
    "\u{917}\u{94d}\u{930}\u{93e}\u{939}\u{915}",
    "\u{639}\u{645}\u{644}\u{627}\u{621}",
];

/// The role of a record among the data that is no data row; none for a row.
///
/// A name alone in a row may be a person of whom nothing else is known, so a heading must show that it is one: by rules
/// drawn round it, a colon, a word for a group, or by standing in a column of numbers.
pub(crate) fn role(cells: &[String], layout: &Layout) -> Option<&'static str> {
    if layout.width < 3 {
        return None;
    }
    if crate::structure::is_total(cells) {
        return Some("total");
    }
    let mut filled = cells.iter().enumerate().filter(|(_, c)| !c.trim().is_empty());
    let (column, text) = filled.next().filter(|_| filled.next().is_none())?;
    let text = text.trim();
    let digits = text.chars().filter(|c| c.is_numeric()).count();
    if text.chars().count() > 80 || email::parse(text).is_some() || digits >= 7 && phone::looks_like(text) {
        return None;
    }
    if !text.chars().any(char::is_alphabetic) || number::parse(text, false).is_some() {
        return None;
    }
    let lone = cells.len() == 1;
    let low = text.to_lowercase();
    let groups =
        low.split(|c: char| !c.is_alphanumeric() && !('\u{900}'..='\u{97f}').contains(&c)).any(|w| GROUPS.contains(&w));
    let heading = drawn(text)
        || (column == 0 || lone) && is_month(text)
        || (column == 0 || lone) && (groups || text.ends_with(':') || layout.typed_first && text.chars().count() >= 3);
    heading.then_some("section")
}

/// `JANUARY`, `March 2025`: a month with its year or in capitals; April alone may be a person.
fn is_month(text: &str) -> bool {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let year = |w: &&str| w.bytes().all(|b| b.is_ascii_digit()) && matches!(w.len(), 2 | 4);
    let months = words.iter().filter(|w| month(w).is_some()).count();
    let years = words.iter().filter(|w| year(w)).count();
    let capitals = !text.chars().any(char::is_lowercase) && text.chars().count() >= 5;
    months >= 1 && months + years == words.len() && (years == 1 || capitals)
}

/// Whether rules are drawn round the text: `-- Dubai leads --`, `=== A ===`, `[Buyers]`, `>> B`.
fn drawn(text: &str) -> bool {
    let rule = |c: char| {
        matches!(c, '-' | '=' | '*' | '#' | '~' | '>' | '<' | '_' | '+' | '\u{2013}' | '\u{2014}' | '\u{2500}')
    };
    let ruled = |t: &str| t.chars().take(2).filter(|c| rule(*c)).count() == 2;
    let reversed: String = text.chars().rev().collect();
    ruled(text) || ruled(&reversed) || text.starts_with('[') && text.ends_with(']') || text.starts_with("# ")
}
