//! Deals without a title, as an agent's list of closings has them: called by the property and the client that they are of.

use contracts::{CellRef, EntityType};
use serde_json::json;

use super::Mapping;
use super::build::Records;

/// What tells a property, the plainest first.
const PROPERTY: [&str; 4] = ["property.name", "property.address", "property.unit", "property.listing_id"];

/// What makes a deal of a client's row: a price that was agreed, or a day on which it was or will be closed. A stage alone
/// tells how far the client is.
const STRUCK: [&str; 4] = ["amount", "won_at", "lost_at", "close_date"];

/// Calls a deal that has neither a title nor an id `23 Summit Drive - Bridget Okoye`: nothing less would tell it from the
/// other deals of the client, so one that names no property is left as it is. A row of a client has one deal: without a
/// property it is called as the client is.
pub(super) fn name(mapping: &Mapping, row_number: u64, out: &mut Records) {
    let deal = EntityType::Opportunity;
    if out.has(deal, "name") || out.has(deal, "external_id") {
        return;
    }
    let of_client = match mapping.row_entity {
        EntityType::Opportunity => false,
        EntityType::Person if STRUCK.iter().any(|field| out.has(deal, field)) => true,
        _ => return,
    };
    let interest = EntityType::Interest;
    let property = PROPERTY.iter().find_map(|field| {
        let text = out.text(interest, field).map(str::to_owned);
        let named = text.and_then(|text| Some((text, out.origin(interest, field)?.0)));
        named.or_else(|| out.address(interest, field))
    });
    let property = property.filter(|(text, _)| !text.trim().is_empty());
    let client = out.text(deal, "contact").or_else(|| out.text(EntityType::Person, "full_name")).map(str::to_owned);
    if property.is_none() && !(of_client && client.is_some()) {
        return;
    }
    let (property, cells) = property.unzip();
    let said = |p: &&str| property.as_ref().is_none_or(|property: &String| !property.contains(*p));
    let project = out.text(interest, "property.project").filter(said).map(str::to_owned);
    let mut cells: Vec<CellRef> = cells.unwrap_or_default();
    for (entity, field) in [(interest, "property.project"), (deal, "contact"), (EntityType::Person, "full_name")] {
        cells.extend(out.origin(entity, field).map(|(cells, _)| cells).unwrap_or_default());
    }
    let parts = [project, property, client];
    let title: String = parts.into_iter().flatten().collect::<Vec<_>>().join(" - ").chars().take(200).collect();
    let sources: Vec<CellRef> = cells.iter().map(|c| mapping.source(row_number, c.column, "compose_name")).collect();
    out.set(deal, "name", json!(title), 0.8, sources);
}
