//! Which columns make up one value: the parts of an address, a label beside its value.

use std::collections::BTreeMap;

use contracts::{ColumnMapping, ColumnStatus, EntityType, FieldKind, FieldPath};

use super::synonyms::Synonyms;
use super::{target, words};

/// The key that columns of one value share; none for columns that stand alone. A function of header and field only, so that
/// it is the same again after a person's choices.
pub(crate) fn key(column: &ColumnMapping) -> Option<String> {
    let path = FieldPath::parse(column.field.as_deref()?).ok().or_else(|| unfinished(column))?;
    let def = path.def?;
    let part = path.part.as_deref();
    let header = words::header(&column.header, Synonyms::get());
    let row = if def.entity == EntityType::Account { EntityType::Account } else { EntityType::Person };
    let own = target::readings(&header, row)
        .into_iter()
        .find(|n| {
            FieldPath::parse(&n.target.field).map_or(n.target.field.contains("address[]"), |p| p.name == path.name)
        })
        .and_then(|n| n.target.group);
    match def.kind {
        // `Address 2` as the second line belongs to the address whose other parts have no number.
        FieldKind::Address
            if matches!(part, Some("street" | "street2")) && header.words.last().is_some_and(|w| w == "address") =>
        {
            let own = own.map(|g| g.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned());
            Some(format!("{}.{}", def.entity, own.unwrap_or_else(|| format!("{}::", def.name))))
        }
        FieldKind::Address => {
            // A profile may know parts of an address whose headers say nothing; its label tells one address from another.
            let by_label = || format!("{}:{}:", def.name, column.label.as_deref().unwrap_or_default());
            Some(format!("{}.{}", def.entity, own.unwrap_or_else(by_label)))
        }
        FieldKind::Phone | FieldKind::Email | FieldKind::Website if def.many => {
            let own = own.map(|g| format!("{}.{g}", def.entity));
            // A label or value whose header doesn't tell goes with its family's number, or stands alone.
            own.or_else(|| (part == Some("label")).then(|| format!("{}.{}::", def.entity, def.name)))
        }
        _ => None,
    }
}

/// `person.address[].address`: a part still to be settled by its neighbours.
fn unfinished(column: &ColumnMapping) -> Option<FieldPath> {
    let field = column.field.as_deref()?.strip_suffix(".address")?;
    FieldPath::parse(&format!("{field}.formatted")).ok()
}

/// Numbers the values that several columns make up, in the file's order.
pub(crate) fn assign(columns: &mut [ColumnMapping]) {
    let keys: Vec<Option<String>> =
        columns.iter().map(|c| if c.status == ColumnStatus::Mapped { key(c) } else { None }).collect();
    let is_address = |c: &ColumnMapping| c.field.as_deref().is_some_and(|f| f.contains("address"));
    let is_label = |c: &ColumnMapping| c.field.as_deref().is_some_and(|f| f.ends_with("[].label"));
    let mut numbers: BTreeMap<String, u32> = BTreeMap::new();
    let mut labelled: Vec<String> = Vec::new();
    for (column, key) in columns.iter().zip(&keys) {
        if let Some(key) = key
            && (is_address(column) || is_label(column))
        {
            labelled.push(key.clone());
        }
    }
    for (column, key) in columns.iter_mut().zip(&keys) {
        column.slot = key.as_ref().filter(|k| labelled.contains(k)).map(|k| {
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX).saturating_add(1);
            *numbers.entry(k.clone()).or_insert(next)
        });
    }
}
