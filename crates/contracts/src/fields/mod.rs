//! The canonical field dictionary (`fields.md`): the names that mappings, proposals, deltas, the CLI, provenance and
//! the tables share.
//!
//! A field is written `entity.name`, with `[]` where a record holds many values. Parts of a structured value follow
//! the brackets: `person.address[].city`. Anything else a person keeps is `custom.<slug>`.

mod table;

pub use table::FIELDS;

use std::collections::HashMap;
use std::sync::LazyLock;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::EntityType;

/// How values of a field look; decides how a cell is normalised, compared and shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum FieldKind {
    /// One line of text, NFC.
    Text,
    /// Several lines of text.
    LongText,
    /// `{value: E.164 or "", received, label, is_primary}`.
    Phone,
    /// `{value, received, label, is_primary}`; the domain lower-cased.
    Email,
    /// `{value, label, is_primary}`.
    Website,
    /// `{value, network, is_primary}`.
    Social,
    /// `{label, street, street2, po_box, locality, city, region, postal_code, country, formatted, is_primary}`.
    Address,
    /// ISO 8601 date, or `--MM-DD` without a year.
    Date,
    /// RFC 3339 where the source names an offset, else local `YYYY-MM-DDTHH:MM:SS`.
    DateTime,
    /// `{amount: decimal text, currency: ISO 4217 or null, received}`.
    Money,
    /// Decimal as text, so that nothing is rounded.
    Number,
    /// `{value: decimal text, unit}`.
    Area,
    /// true or false.
    Bool,
    /// One of the values a source uses; kept as received.
    Choice,
    /// A tag or list item as text.
    Tag,
    /// The id a record has in the system it came from: `{system, value}`.
    ExternalId,
}

/// One entry of the dictionary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldDef {
    /// The kind of record it belongs to.
    pub entity: EntityType,
    /// Its name, without entity and brackets: `given_name`, `spouse.phone`.
    pub name: &'static str,
    /// How its values look.
    pub kind: FieldKind,
    /// Whether a record holds many.
    pub many: bool,
    /// What people call it.
    pub title: &'static str,
}

impl FieldDef {
    /// `person.email[]`, as mappings and the CLI write it. A record has one id in each system it came from, so
    /// `external_id` is written without brackets although a record of several systems holds several.
    #[must_use]
    pub fn path(&self) -> String {
        let many = self.many && self.kind != FieldKind::ExternalId;
        format!("{}.{}{}", self.entity, self.name, if many { "[]" } else { "" })
    }

    /// The column of the entity's table that holds it.
    #[must_use]
    pub fn column(&self) -> String {
        self.name.replace('.', "_")
    }
}

/// Parts of an address value, in the order in which they are shown.
pub const ADDRESS_PARTS: &[&str] =
    &["street", "street2", "po_box", "locality", "city", "region", "postal_code", "country", "formatted", "label"];

/// Looks an entity's field up by its name without brackets.
#[must_use]
pub fn field(entity: EntityType, name: &str) -> Option<&'static FieldDef> {
    // Asked of every value of every row.
    static BY_NAME: LazyLock<HashMap<(EntityType, &str), &FieldDef>> =
        LazyLock::new(|| FIELDS.iter().rev().map(|f| ((f.entity, f.name), f)).collect());
    BY_NAME.get(&(entity, name)).copied()
}

/// All fields of one entity.
pub fn fields_of(entity: EntityType) -> impl Iterator<Item = &'static FieldDef> {
    FIELDS.iter().filter(move |f| f.entity == entity)
}

/// The target of a column mapping, parsed: `person.address[].city`, `interest.property.project`, `person.custom.is_nri`.
///
/// The dictionary writes a property of an interest as `property.project`, and a label column of a multi-value as
/// `person.email[].label`; both are accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldPath {
    /// The kind of record.
    pub entity: EntityType,
    /// The dictionary entry, or none for a custom field.
    pub def: Option<&'static FieldDef>,
    /// Name without brackets; `custom.<slug>` for a custom field.
    pub name: String,
    /// The part after the brackets (`city`, `label`), if any.
    pub part: Option<String>,
}

impl FieldPath {
    /// Parses a mapping target.
    ///
    /// # Errors
    /// A sentence fragment naming what is unknown.
    pub fn parse(path: &str) -> Result<Self, String> {
        let unknown = || format!("{path:?} is not in the field dictionary");
        let (head, rest) = path.split_once('.').ok_or_else(unknown)?;
        let (entity, rest) = match head {
            "property" => (EntityType::Interest, path),
            "custom" => (EntityType::Person, path),
            _ => (head.parse::<EntityType>().map_err(|_| unknown())?, rest),
        };
        if let Some(slug) = rest.strip_prefix("custom.") {
            let fine = !slug.is_empty() && slug.len() <= 64 && slug.chars().all(|c| c.is_alphanumeric() || c == '_');
            return if fine {
                Ok(Self { entity, def: None, name: rest.into(), part: None })
            } else {
                Err(format!("{path:?}: a custom field's name has 1 to 64 letters, digits or underscores"))
            };
        }
        let (name, part) = match rest.split_once("[]") {
            Some((name, "")) => (name, None),
            Some((name, part)) => (name, part.strip_prefix('.')),
            None => (rest, None),
        };
        if let Some(def) = field(entity, name) {
            if let Some(part) = part
                && !(part == "label" || (def.kind == FieldKind::Address && ADDRESS_PARTS.contains(&part)))
            {
                return Err(unknown());
            }
            return Ok(Self { entity, def: Some(def), name: name.into(), part: part.map(Into::into) });
        }
        // `property.address.city`: a part of a single structured value.
        if let Some((name, part)) = name.rsplit_once('.')
            && let Some(def) = field(entity, name)
            && def.kind == FieldKind::Address
            && ADDRESS_PARTS.contains(&part)
        {
            return Ok(Self { entity, def: Some(def), name: name.into(), part: Some(part.into()) });
        }
        Err(unknown())
    }

    /// The path as the dictionary writes it, so that `property.name` is `interest.property.name`; none for a custom field.
    #[must_use]
    pub fn written(&self) -> Option<String> {
        let whole = self.def?.path();
        Some(match &self.part {
            Some(part) => format!("{whole}.{part}"),
            None => whole,
        })
    }
}

/// What people call a mapping's target, in a sentence: `person.address[].city` is "address (city)". A path that is not
/// in the dictionary stays as it is.
#[must_use]
pub fn spoken(path: &str) -> String {
    let Ok(p) = FieldPath::parse(path) else { return path.into() };
    let title =
        p.def.map_or_else(|| p.name.trim_start_matches("custom.").replace('_', " "), |d| d.title.to_lowercase());
    match p.part {
        Some(part) => format!("{title} ({})", part.replace('_', " ")),
        None => title,
    }
}

/// A dictionary entry as front ends get it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct FieldInfo {
    /// `person.email[]`.
    pub path: String,
    /// The kind of record.
    pub entity: EntityType,
    /// How values look.
    pub kind: FieldKind,
    /// Whether a record holds many.
    pub many: bool,
    /// What people call it.
    pub title: String,
}

/// The dictionary for front ends, address parts spelled out.
#[must_use]
pub fn dictionary() -> Vec<FieldInfo> {
    let mut out = Vec::new();
    for f in FIELDS {
        let info =
            |path: String, title: String| FieldInfo { path, entity: f.entity, kind: f.kind, many: f.many, title };
        if f.kind == FieldKind::Address {
            for part in ADDRESS_PARTS {
                let dot = if f.many { "[]." } else { "." };
                out.push(info(
                    format!("{}.{}{dot}{part}", f.entity, f.name),
                    format!("{}: {}", f.title, part.replace('_', " ")),
                ));
            }
        } else {
            out.push(info(f.path(), f.title.into()));
            if matches!(f.kind, FieldKind::Phone | FieldKind::Email | FieldKind::Website) && f.many {
                out.push(info(format!("{}.label", f.path()), format!("{}: label", f.title)));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_parses_back_to_itself() {
        for f in FIELDS {
            let parsed = FieldPath::parse(&f.path()).expect("a dictionary path parses");
            assert_eq!((parsed.entity, parsed.name.as_str()), (f.entity, f.name));
        }
        for info in dictionary() {
            FieldPath::parse(&info.path).expect("an offered path parses");
        }
    }

    #[test]
    fn the_dictionarys_own_spellings_are_understood() {
        let p = FieldPath::parse("property.project").expect("property fields belong to an interest");
        assert_eq!((p.entity, p.name.as_str()), (EntityType::Interest, "property.project"));
        let p = FieldPath::parse("person.address[].city").expect("a part of an address");
        assert_eq!(p.part.as_deref(), Some("city"));
        let p = FieldPath::parse("custom.is_nri").expect("a custom field");
        assert!(p.def.is_none());
        assert!(FieldPath::parse("person.shoe_size").is_err());
        assert!(FieldPath::parse("person.address[].colour").is_err());
        assert!(FieldPath::parse("custom.").is_err());
    }
}
