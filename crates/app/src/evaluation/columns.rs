//! From a file's columns to what identity compares.

use contracts::{ColumnMapping, ColumnStatus, DateOrder};
use identity::names::Part;
use identity::shape::{Role, Shape};
use identity::values::date::Order;

/// The role of a column; none for one that joins as a custom comparison.
fn role(column: &ColumnMapping, has_city: bool) -> Option<Role> {
    let order = match column.date_order {
        Some(DateOrder::Mdy) => Order::MonthFirst,
        Some(DateOrder::Ymd) => Order::YearFirst,
        _ => Order::DayFirst,
    };
    if column.status != ColumnStatus::Mapped {
        // Exports part an address in ways that no field has; a number of a street is none without it.
        let header = column.header.to_lowercase();
        let door = header.contains("street") || header.contains("house") || header.contains("door");
        return (door && (header.contains("no") || header.contains("num"))).then_some(Role::Address);
    }
    let field = column.field.as_deref()?;
    let (entity, name) = field.split_once('.')?;
    Some(match (entity, name) {
        ("person", "full_name") => Role::Name(Part::Unknown),
        ("person", "given_name" | "nickname") => Role::Name(Part::Given),
        ("person", "middle_name") => Role::Name(Part::Middle),
        ("person", "family_name") => Role::Name(Part::Family),
        ("person", "prefix" | "suffix") => Role::Title,
        ("person", "gender") => Role::Gender,
        ("person", "birth_date") => Role::Birth(order),
        ("person", "company_name") | ("account", "name" | "legal_name") => Role::Company,
        ("person" | "account", "phone[]") => Role::Phone,
        ("person" | "account", "email[]") => Role::Email,
        ("person" | "account", path) if path.starts_with("address[].") => match path.trim_start_matches("address[].") {
            "city" => Role::City,
            "locality" if !has_city => Role::City,
            "postal_code" => Role::PostalCode,
            "street" | "street2" | "po_box" | "locality" | "formatted" => Role::Address,
            _ => return None,
        },
        _ => return None,
    })
}

/// Columns that say how a row came about or what is planned with it, not whose it is.
fn says_nothing(column: &ColumnMapping) -> bool {
    const FIELDS: &[&str] = &[
        "created_at",
        "updated_at",
        "last_contacted_at",
        "last_activity_at",
        "lead_status",
        "lifecycle_stage",
        "notes",
        "tags[]",
        "rating",
        "score",
        "owner",
        "assignee",
        "campaign",
    ];
    let field = column.field.as_deref().unwrap_or_default();
    let name = field.split_once('.').map_or(field, |(_, name)| name);
    column.status == ColumnStatus::Ignored
        || name.starts_with("consent.")
        // A country is told by its cities and numbers already.
        || name == "address[].country"
        // The key that its system gave to a row: within one file it tells rows apart, not people.
        || (name == "external_id" && column.distinct >= column.filled.min(1_000))
        || FIELDS.contains(&name)
}

/// What of these columns is compared. `truth`: the column that is left out.
pub(super) fn shape(columns: &[ColumnMapping], truth: usize) -> Shape {
    let mut shape = Shape::default();
    let mapped = |c: &&ColumnMapping| c.status == ColumnStatus::Mapped;
    let has_city =
        columns.iter().filter(mapped).any(|c| c.field.as_deref().is_some_and(|f| f.ends_with("address[].city")));
    let taking = || columns.iter().filter(|c| c.index as usize != truth);
    let mut rest = Vec::new();
    for column in taking() {
        match role(column, has_city) {
            Some(role) => shape.columns.push((column.index as usize, role)),
            None if !says_nothing(column) => rest.push(column),
            None => {}
        }
    }
    for column in rest {
        shape.add_custom(column.index as usize, &column.header, true);
    }
    shape
}

/// The second file's columns in the terms of the first one's: a custom comparison is the column of the same name. What only
/// one of the two has takes no part.
pub(super) fn shape_like(first: &mut Shape, columns: &[ColumnMapping], truth: usize) -> Shape {
    let second = shape(columns, truth);
    let mut out = Shape { columns: Vec::new(), custom: Vec::new() };
    let shared = |a: &Shape, b: &Shape, at: u16| {
        let name = &a.custom[usize::from(at)].name;
        b.custom.iter().position(|c| c.name.eq_ignore_ascii_case(name))
    };
    let mut kept = Shape::default();
    for (column, role) in &first.columns {
        match role {
            Role::Custom(at) => {
                if let Some(there) = shared(first, &second, *at) {
                    let name = first.custom[usize::from(*at)].name.clone();
                    let other = second.columns.iter().find(|(_, r)| *r == Role::Custom(there as u16));
                    if let Some((other, _)) = other
                        && kept.add_custom(*column, &name, true)
                    {
                        out.add_custom(*other, &name, true);
                    }
                }
            }
            role => kept.columns.push((*column, *role)),
        }
    }
    out.columns.extend(second.columns.iter().filter(|(_, role)| !matches!(role, Role::Custom(_))));
    *first = kept;
    out
}
