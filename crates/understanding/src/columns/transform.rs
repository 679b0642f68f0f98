//! How the cells of a mapped column become values, and the order of its dates.

use contracts::{ColumnMapping, DateOrder, FieldKind, FieldPath};

use super::draft::Draft;
use super::empty;
use super::source_profile::ProfileList;
use super::target;
use crate::profile::{Order, Profile, habits};
use crate::values::{money, talk};

/// The transform's name for a field, without looking at values.
pub(crate) fn for_path(path: &FieldPath) -> &'static str {
    let Some(def) = path.def else { return "text" };
    if path.part.as_deref() == Some("label") {
        return "label";
    }
    match def.kind {
        FieldKind::Text => "text",
        FieldKind::LongText => "long_text",
        FieldKind::Phone => "phone_e164",
        FieldKind::Email => "email",
        FieldKind::Website => "url",
        FieldKind::Social => "social",
        FieldKind::Address => "address",
        FieldKind::Date => "date",
        FieldKind::DateTime => "datetime",
        FieldKind::Money => "money",
        FieldKind::Number if def.name.contains("bedrooms") => "bedrooms",
        FieldKind::Number => "number",
        FieldKind::Area => "area",
        FieldKind::Bool => "bool",
        FieldKind::Choice => "choice",
        FieldKind::Tag => "split",
        FieldKind::ExternalId => "external_id",
    }
}

/// The transform's name for a field, by how the column's values are written. `units`: what the header states about them.
pub(crate) fn for_column(path: &FieldPath, column: &ColumnMapping, units: &[String]) -> String {
    let has = |habit: &str| column.habits.iter().any(|h| h == habit);
    let comma = has(habits::DECIMAL_COMMA);
    let mut transform = match for_path(path) {
        "money" if comma || has(habits::DOTTED_THOUSANDS) => "money_comma",
        "number" if comma => "number_comma",
        "date" if has(habits::DAY_NUMBERS) => "date_serial",
        "datetime" if has(habits::DAY_NUMBERS) => "datetime_serial",
        other => other,
    }
    .to_owned();
    // `money:crore:INR`: what the header states about every amount below it.
    if transform.starts_with("money") {
        // `Budget (€)`, `(ريال قطري)`: signs and what takes two words are told by the header as a whole, and know better.
        let currency = money::named(&column.header);
        let is_currency = |unit: &str| unit.bytes().any(|b| b.is_ascii_uppercase());
        let units = || units.iter().filter(|unit| currency.is_none() || !is_currency(unit));
        for unit in units().map(String::as_str).chain(currency) {
            transform.push(':');
            transform.push_str(unit);
        }
        let scaled = units().any(|u| u.bytes().any(|b| b.is_ascii_lowercase()));
        let beside = money::unit_beside(&column.header).filter(|_| !scaled);
        if let Some(unit) = beside {
            transform.push(':');
            transform.push_str(unit);
        }
        // A header that states a unit tells what `75` means.
        if has(habits::LARGE_AMOUNTS) && !scaled && beside.is_none() {
            transform.push_str(":large");
        }
    }
    transform
}

/// Whether a field holds a date.
pub(crate) fn is_date(path: &FieldPath) -> bool {
    path.def.is_some_and(|d| matches!(d.kind, FieldKind::Date | FieldKind::DateTime)) && path.part.is_none()
}

/// Chooses the transform from the field and the whole column, and asks where dates are ambiguous.
pub(crate) fn settle(draft: &mut Draft, profile: &Profile) {
    // The order is kept for open columns too: a person may map them to a date later.
    if profile.share(profile.dates) >= 0.3
        && let Order::Found(order) = profile.date_order()
    {
        draft.column.date_order = Some(order);
    }
    let Some(path) = draft.path() else { return };
    let transform = match for_path(&path) {
        "bool" if draft.inverted => "bool_inverted",
        "split" => draft.habits.list.map_or(profile.list_style().transform(), ProfileList::transform),
        _ => "",
    };
    let mut transform = match transform {
        // A header understood as a whole states its unit all the same: `Value (AED m)`.
        "" if draft.units.is_empty() => for_column(&path, &draft.column, &target::units(&draft.column.header)),
        "" => for_column(&path, &draft.column, &draft.units),
        known => known.to_owned(),
    };
    // `area:sq_ft`: the unit of figures that state none.
    if transform == "area"
        && let Some(unit) = draft.units.iter().find(|u| u.starts_with("sq_") || *u == "acre")
    {
        transform = format!("area:{unit}");
    }
    let sentinels: Vec<&str> = draft.habits.sentinels.iter().map(String::as_str).collect();
    // `number:mm:ss`: what the column as a whole says of each value.
    if path.def.is_some_and(|d| d.name == "duration") && draft.units.iter().any(|u| u == talk::MINUTES_AND_SECONDS) {
        transform = format!("number:{}", talk::MINUTES_AND_SECONDS);
    }
    draft.column.transform = Some(empty::with(&transform, &sentinels));
    if !is_date(&path) {
        return;
    }
    if let Some(order) = draft.habits.date_order
        && profile.date_order() == Order::Ambiguous
    {
        draft.column.date_order = Some(order);
        draft.because("profile", "The source writes its dates in this order", 0.9);
        return;
    }
    if let Some(order) = stated_order(&draft.column.header)
        && !matches!(profile.date_order(), Order::Found(found) if found != order)
    {
        draft.column.date_order = Some(order);
        draft.because("header", "The header states the order of day and month", 0.95);
        return;
    }
    match profile.date_order() {
        Order::Plain => {}
        Order::Found(order) => {
            draft.column.date_order = Some(order);
            let (count, which) = match order {
                DateOrder::Mdy => (profile.month_first, "second"),
                _ => (profile.day_first, "first"),
            };
            let why = format!("In {count} of {} dates the {which} number is above 12, so it is the day", profile.dates);
            draft.because("values", why, 0.9);
        }
        Order::Ambiguous => {
            draft.column.question =
                Some(question(&draft.column.samples, "No day above 12 stands in the column to tell."));
        }
        Order::Mixed => {
            let why =
                format!("{} dates can only be day first, {} only month first.", profile.day_first, profile.month_first);
            draft.column.question = Some(question(&draft.column.samples, &why));
        }
    }
}

/// Cells that are dates, a spreadsheet's day numbers included where the column holds nothing else.
pub(crate) fn dated(profile: &Profile) -> u64 {
    if profile.day_numbers() { profile.valued() } else { profile.dates }
}

/// `DOB (DD/MM/YYYY)`
fn stated_order(header: &str) -> Option<DateOrder> {
    let low = header.to_lowercase();
    let has =
        |first: &str, second: &str| ["/", "-", ".", " "].iter().any(|s| low.contains(&format!("{first}{s}{second}")));
    match (has("dd", "mm"), has("mm", "dd")) {
        (true, false) => Some(DateOrder::Dmy),
        (false, true) => Some(DateOrder::Mdy),
        _ => None,
    }
}

/// `Is 03/04/2024 the 3 April or the 4 March?`
pub(crate) fn question(samples: &[String], why: &str) -> String {
    use crate::values::date::{self, Day, MONTHS, OrderHint};
    let month = |m: i8| usize::try_from(m - 1).ok().and_then(|i| MONTHS.get(i)).copied().unwrap_or("?");
    let example = samples.iter().find_map(|s| match date::parse(s) {
        Some(m) if m.hint() == OrderHint::Open => match m.day {
            Day::Numeric(a, b, _) => Some(format!("Is {s} the {a} {} or the {b} {}?", month(b), month(a))),
            _ => None,
        },
        _ => None,
    });
    let example = example.unwrap_or_else(|| "Does the day or the month stand first?".into());
    format!("{example} {why}")
}
