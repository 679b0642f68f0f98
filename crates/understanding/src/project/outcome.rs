//! Whether a row can be used, and its drafts.

use contracts::{EntityType, FieldKind, RowShape, ShortRows};
use serde_json::{Value, json};

use super::build::Records;
use super::cell::{Row, label_of};
use super::person::{Marks, keep_in_notes};
use super::{Mapping, Plan, RowDraft, RowOutcome, deals, names};
use crate::values::{country, date, email, name, number, phone, text};

pub(super) fn project(mapping: &Mapping, row_number: u64, shape: RowShape, cells: &[String]) -> RowDraft {
    let mut out = Records::default();
    let cells = &*mapping.wish.cells(row_number, cells, mapping.width);
    let held = |why: String, out: Records| RowDraft {
        records: Vec::new(),
        issues: out.issues,
        outcome: RowOutcome::Hold(why),
    };
    if shape == RowShape::Unparsable {
        return held(
            "Can't be read as cells: a quotation mark opens and never closes; mend it in the file.".into(),
            out,
        );
    }
    if let Some(extra) = cells.get(mapping.width..).filter(|e| e.iter().any(|c| !c.trim().is_empty())) {
        let shown: String = extra.join(", ").chars().take(60).collect();
        let why = format!(
            "More cells than the header: {} instead of {}; an unquoted delimiter may have moved values into other columns ({shown:?} is left over).",
            cells.len(),
            mapping.width
        );
        out.issue("long_row", None, why.trim_end_matches('.'));
        return held(why, out);
    }
    if cells.len() < mapping.width && mapping.wish.short_rows == ShortRows::Hold {
        let misfits = misfits(mapping, cells);
        let count = format!("{} instead of {}", cells.len(), mapping.width);
        if let Some(first) = misfits.first() {
            let why = format!("Fewer cells than the header: {count}, and they do not line up; {first}");
            out.issue("short_row_misaligned", None, why.clone());
            return held(why + ".", out);
        }
        out.issue(
            "short_row",
            None,
            format!("Fewer cells than the header ({count}); the missing ones at the end were taken as empty."),
        );
    }
    let (named, beside) = regions(mapping, cells);
    let row = Row { mapping, number: row_number, named, beside };
    let mut marks = Marks::of_row(&mapping.wish, row_number);
    for plan in &mapping.plans {
        let cell = cells.get(plan.index as usize).map_or("", String::as_str);
        if let Some(value) = marks.read(plan, cell, &mut out) {
            row.read(plan, &value, &mut out);
        }
    }
    labels(mapping, cells, &mut out);
    titles(mapping, row_number, &mut out);
    channel(mapping, row_number, &mut out);
    currencies(&mut out);
    names::tidy(&row, &mut out);
    names::compose(mapping, row_number, &mut out);
    deals::name(mapping, row_number, &mut out);
    accounts(mapping, row_number, &mut out);
    keep_in_notes(mapping, row_number, &mut out);
    let outcome = outcome(mapping.row_entity, &out);
    let (mut records, issues) = out.finish(mapping);
    marks.mark(&mut records);
    let records = if matches!(outcome, RowOutcome::Reject(_)) { Vec::new() } else { records };
    RowDraft { records, issues, outcome }
}

/// A cell's cleaned text; none where it says nothing.
pub(super) fn said(plan: &Plan, cell: &str, out: &mut Records) -> Option<String> {
    let cleaned = text::clean(cell);
    if cleaned.had_hidden {
        out.issue(
            "hidden_characters",
            Some(plan.index),
            format!("{}: characters that can't be seen were removed", plan.header),
        );
    }
    let mut value = cleaned.text.into_owned();
    if value.is_empty() {
        return None;
    }
    if let Some(decoded) = text::entities(&value).filter(|_| !is_link(plan)) {
        out.issue(
            "html_entities",
            Some(plan.index),
            format!("{}: signs written for web pages, such as &amp;, were read as what they stand for", plan.header),
        );
        value = decoded;
    }
    // `Null` may be a person, and is no firm.
    let is_name =
        plan.path.name.ends_with("name") && plan.path.name != "company_name" && plan.path.entity != EntityType::Account;
    let known = if is_name { text::is_name_sentinel(&value) } else { text::is_sentinel(&value) };
    let is_moment = plan.path.def.is_some_and(|d| d.kind == FieldKind::DateTime);
    let sentinel = known || na(plan, &value) || is_moment && text::is_epoch(&value);
    if (sentinel || plan.empty.contains(&value)) && !plan.wishes.keep_sentinels {
        out.issue("sentinel", Some(plan.index), format!("{}: {value:?} was read as empty", plan.header));
        return None;
    }
    Some(value)
}

/// Web addresses hold `&` signs of their own.
fn is_link(plan: &Plan) -> bool {
    plan.path.def.is_some_and(|d| matches!(d.kind, FieldKind::Website | FieldKind::Social | FieldKind::ExternalId))
}

/// `NA` is "not available" except where a country's code may stand.
fn na(plan: &Plan, value: &str) -> bool {
    value == "NA"
        && plan.path.part.as_deref() != Some("country")
        && plan.path.def.is_some_and(|d| d.kind != FieldKind::Tag)
}

/// The countries that the row itself names: by its own address, and by its numbers.
fn regions(mapping: &Mapping, cells: &[String]) -> (Vec<&'static str>, Vec<&'static str>) {
    let of = |wanted: fn(&Plan) -> bool| {
        mapping.plans.iter().filter(move |p| wanted(p)).filter_map(|p| cells.get(p.index as usize))
    };
    let countries = of(|p| p.path.part.as_deref() == Some("country") && p.path.entity != EntityType::Interest);
    let phones = of(|p| p.path.part.is_none() && p.path.def.is_some_and(|d| d.kind == FieldKind::Phone));
    let named = distinct(countries.filter_map(|c| country::find(c)).map(|c| c.code.as_str()));
    let phones: Vec<&str> = phones.flat_map(|c| phone::split(c)).filter(|p| phone::looks_like(p)).collect();
    // A lone number has no other beside it to speak for its country.
    let beside = if phones.len() > 1 { phones } else { Vec::new() };
    (named, distinct(beside.into_iter().filter_map(|p| phone::coded_region(p, &mapping.regions))))
}

fn distinct(codes: impl Iterator<Item = &'static str>) -> Vec<&'static str> {
    let mut out = Vec::new();
    for code in codes {
        if !out.contains(&code) {
            out.push(code);
        }
    }
    out
}

/// Cells of a short row that are not what their column holds: the row has lost cells in its middle.
fn misfits(mapping: &Mapping, cells: &[String]) -> Vec<String> {
    let mut misfits = Vec::new();
    let mut fits = 0;
    for plan in &mapping.plans {
        let Some(def) = plan.path.def.filter(|_| plan.path.part.is_none()) else { continue };
        let Some(cell) =
            cells.get(plan.index as usize).map(|c| c.trim()).filter(|c| !c.is_empty() && !text::is_sentinel(c))
        else {
            continue;
        };
        let fit = match def.kind {
            FieldKind::Email => email::split(cell).iter().any(|p| email::parse(p).is_some()),
            FieldKind::Phone => phone::split(cell).iter().any(|p| phone::looks_like(p)),
            FieldKind::Date | FieldKind::DateTime => date::parse(cell).is_some(),
            FieldKind::Bool => number::boolean(cell).is_some(),
            FieldKind::Number if !def.name.contains("bedrooms") => {
                number::parse(cell.trim_end_matches('%'), false).is_some()
            }
            _ => continue,
        };
        if fit {
            fits += 1;
        } else {
            misfits.push(format!(
                "{:?} stands in the column {}",
                cell.chars().take(40).collect::<String>(),
                plan.header
            ));
        }
    }
    // One odd value in a row that fits otherwise is an odd value.
    if misfits.len() * 3 > fits { misfits } else { Vec::new() }
}

/// Label columns name the values of their slot.
fn labels(mapping: &Mapping, cells: &[String], out: &mut Records) {
    for plan in &mapping.plans {
        let is_address = plan.path.def.is_some_and(|d| d.kind == FieldKind::Address);
        let (Some("label"), Some(slot), false) = (plan.path.part.as_deref(), plan.slot, is_address) else { continue };
        let Some(cell) = cells.get(plan.index as usize) else { continue };
        let cell = text::clean(cell).text.into_owned();
        // `* ` alone marks the main value without naming it; it is trimmed to the asterisk.
        if cell.is_empty() {
            continue;
        }
        let labels: Vec<(Option<String>, bool)> = cell.split(":::").map(label_of).collect();
        out.label(plan.path.entity, &plan.path.name, slot, &labels);
    }
}

/// A task that only a date tells of, such as `Next follow-up`, is called as the column of its date.
fn titles(mapping: &Mapping, row_number: u64, out: &mut Records) {
    let task = EntityType::Task;
    if out.has(task, "title") {
        return;
    }
    if mapping.row_entity == task {
        // A call or a visit in a log has no title: what was said of it tells it apart, or whom it was with.
        for field in ["description", "contact", "status"] {
            let Some(text) = out.text(task, field).map(str::to_owned) else { continue };
            let Some((cells, confidence)) = out.origin(task, field) else { continue };
            let title: String = text.lines().next().unwrap_or_default().chars().take(120).collect();
            let sources = cells.iter().map(|c| mapping.source(row_number, c.column, "title")).collect();
            out.set(task, "title", json!(title), confidence, sources);
            return;
        }
        return;
    }
    let Some((cells, confidence)) =
        out.origin(task, "due_at").or_else(|| out.origin(task, "reminder_at")).filter(|(cells, _)| !cells.is_empty())
    else {
        return;
    };
    let column = cells.first().map(|c| c.column);
    let Some(plan) = mapping.plans.iter().find(|p| Some(p.index) == column) else { return };
    let source = mapping.source(row_number, plan.index, "header");
    out.set(task, "title", json!(plan.header), confidence, vec![source]);
}

/// A log says in its headers what it is of: `Call Start Time`, `visit_note`.
fn channel(mapping: &Mapping, row_number: u64, out: &mut Records) {
    let row = EntityType::Interaction;
    if mapping.row_entity != row || out.has(row, "channel") {
        return;
    }
    // As `contracts` names the channels.
    const SAYS: [(&str, &str); 6] = [
        ("whatsapp", "whatsapp"),
        ("sms", "sms"),
        ("call", "call"),
        ("visit", "visit"),
        ("viewing", "visit"),
        ("meeting", "meeting"),
    ];
    let found = SAYS.iter().find_map(|(word, channel)| {
        let plan = mapping.plans.iter().find(|p| p.path.entity == row && p.header.to_lowercase().contains(word))?;
        Some((plan, *channel))
    });
    // Only a call has a side that began it, and a recording.
    let called =
        || mapping.plans.iter().find(|p| p.path.entity == row && matches!(&*p.path.name, "direction" | "media_ref"));
    let Some((plan, channel)) = found.or_else(|| Some((called()?, "call"))) else { return };
    let source = mapping.source(row_number, plan.index, "header");
    out.set(row, "channel", json!(channel), 0.8, vec![source]);
}

/// Amounts take the currency that stands in a column of its own.
fn currencies(out: &mut Records) {
    for (entity, fields) in
        [(EntityType::Opportunity, &["amount"][..]), (EntityType::Requirement, &["budget_min", "budget_max"][..])]
    {
        let code = out
            .text(entity, "currency")
            .map(str::trim)
            .filter(|c| c.len() == 3 && c.bytes().all(|b| b.is_ascii_alphabetic()));
        let Some(code) = code.map(str::to_ascii_uppercase) else { continue };
        let cell = out.origin(entity, "currency").and_then(|(s, _)| s.into_iter().next());
        for field in fields {
            out.amend(entity, field, |value, sources| {
                if let Some(slot @ Value::Null) = value.get_mut("currency") {
                    *slot = json!(code);
                    sources.extend(cell.clone());
                }
            });
        }
    }
}

/// The company that a person's or a deal's row names becomes a record of its own. A book of customers that has one column
/// for the names of firms and of people calls each as it stands there.
fn accounts(mapping: &Mapping, row_number: u64, out: &mut Records) {
    let (entity, field) = match mapping.row_entity {
        EntityType::Person => (EntityType::Person, "company_name"),
        EntityType::Account if out.has(EntityType::Account, "name") => return,
        EntityType::Account if out.has(EntityType::Person, "company_name") => (EntityType::Person, "company_name"),
        EntityType::Account => (EntityType::Person, "full_name"),
        EntityType::Opportunity => (EntityType::Opportunity, "account"),
        _ => return,
    };
    let Some(name) = out.text(entity, field).map(str::to_owned) else { return };
    if let Some((sources, confidence)) = out.origin(entity, field) {
        out.set(EntityType::Account, "name", json!(name), confidence, sources);
    }
    if mapping.row_entity != EntityType::Account || field != "full_name" {
        return;
    }
    // `Highfield Realty Ltd`, alone or beside Tobias Hathaway: the firm's name is nobody's.
    let parts = [out.text(entity, "given_name"), out.text(entity, "family_name")];
    let anothers = parts.iter().any(Option::is_some) && parts.into_iter().flatten().all(|part| !name.contains(part));
    if anothers || name::is_firm(&name) {
        out.remove(entity, field);
        names::compose(mapping, row_number, out);
    }
}

fn outcome(entity: EntityType, out: &Records) -> RowOutcome {
    let has = |name: &str| out.has(entity, name);
    let reject = |why: &str| RowOutcome::Reject(why.into());
    match entity {
        EntityType::Person => {
            let named = ["full_name", "given_name", "middle_name", "family_name", "nickname"].iter().any(|n| has(n));
            if named || has("email") {
                return RowOutcome::Usable;
            }
            if has("phone") {
                let unread = out.issues.iter().any(|i| i.kind == "phone_unparsed") && !out.any_phone(entity);
                return if unread {
                    RowOutcome::Hold("Names nobody: its only phone number can't be read.".into())
                } else {
                    RowOutcome::Usable
                };
            }
            if out.issues.iter().any(|i| i.kind == "email_invalid") {
                return RowOutcome::Hold("Names nobody: its only e-mail address is not valid.".into());
            }
            if has("external_id") {
                reject("Names nobody: it has an id of its source, but no name, e-mail or phone.")
            } else {
                reject("Names nobody: it has no name, e-mail, phone or id.")
            }
        }
        EntityType::Account if !has("name") => reject("Names no company."),
        EntityType::Opportunity if !has("name") && !has("external_id") => {
            reject("Names no deal: it has neither a title nor an id.")
        }
        EntityType::Task if !has("title") => reject("Names no task."),
        EntityType::Interaction if !["at", "subject", "body"].iter().any(|n| has(n)) => {
            reject("Tells of no call, visit or message: it has neither a time nor a subject nor a note.")
        }
        _ => RowOutcome::Usable,
    }
}
