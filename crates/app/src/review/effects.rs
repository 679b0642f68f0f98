//! What approving does, one by one, with counts and in words.

use contracts::{AnyProposal, EntityRef, EntityType, FieldKind, ProposalAction, ReviewEffect, ReviewField};
use graph::Consequences;
use store::{Filed, Reader};

use crate::error::Failure;
use crate::review::joining::Joining;

pub(crate) fn plural(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

fn effect(kind: &str, what: &str, count: usize, sentence: String) -> ReviewEffect {
    let count = u64::try_from(count).unwrap_or(u64::MAX);
    ReviewEffect { kind: kind.into(), what: what.into(), count, sentence }
}

/// What a kind of record is called, one and many.
pub(crate) fn called(kind: EntityType) -> (&'static str, &'static str) {
    match kind {
        EntityType::Person => ("person", "people"),
        EntityType::Account => ("account", "accounts"),
        EntityType::Household => ("household", "households"),
        EntityType::Opportunity => ("opportunity", "opportunities"),
        EntityType::Requirement => ("requirement", "requirements"),
        EntityType::Interest => ("property interest", "property interests"),
        EntityType::Task => ("task", "tasks"),
        EntityType::Interaction => ("call or message", "calls and messages"),
    }
}

/// What a new record is called: whoever is made is a contact.
fn newly(kind: EntityType) -> (&'static str, &'static str) {
    if kind == EntityType::Person { ("contact", "contacts") } else { called(kind) }
}

/// What people call a field.
pub(crate) fn field_title(entity: EntityType, field: &str) -> String {
    contracts::field(entity, field).map_or_else(|| spoken(field), |f| f.title.to_string())
}

/// A title within a sentence: `Job title` is `job title`, `QD score` stays as it is.
pub(crate) fn within(title: &str) -> String {
    let mut letters = title.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(next)) if !next.is_uppercase() => {
            let rest = title.get(first.len_utf8()..).unwrap_or_default();
            first.to_lowercase().chain(rest.chars()).collect()
        }
        _ => title.into(),
    }
}

pub(crate) fn spoken(field: &str) -> String {
    field.trim_start_matches("custom.").replace('_', " ")
}

fn joins(field: &str, n: usize) -> ReviewEffect {
    let (one, many) = match field {
        "phone" => ("phone", "phones"),
        "email" => ("e-mail address", "e-mail addresses"),
        "address" => ("address", "addresses"),
        "external_id" => ("source id", "source ids"),
        _ => ("value", "values"),
    };
    let of = if one == "value" { format!(" of {}", spoken(field)) } else { String::new() };
    effect("joins", field, n, format!("joins {}{of}", plural(n, one, many)))
}

/// What a merge of records does.
pub(crate) fn of_merge(joining: &Joining) -> Vec<ReviewEffect> {
    let c: &Consequences = &joining.plan.consequences;
    let Some(survivor) = joining.sides.first() else { return Vec::new() };
    let entity = survivor.at.entity;
    let mut out: Vec<ReviewEffect> = c.joined.iter().map(|(field, n)| joins(field, *n)).collect();
    if !c.filled.is_empty() {
        let n = c.filled.len();
        out.push(effect("fills", "", n, format!("fills {}", plural(n, "empty field", "empty fields"))));
    }
    for d in &c.differing {
        let long = contracts::field(entity, &d.field).is_some_and(|f| f.kind == FieldKind::LongText);
        let title = if long { spoken(&d.field) } else { within(&field_title(entity, &d.field)) };
        let (kind, sentence) = match d.from {
            Some(at) if at == survivor.at => ("keeps", format!("{title} differs: the survivor's stays")),
            Some(at) => {
                let whose = joining.sides.iter().find(|s| s.at == at).map(|s| s.title()).unwrap_or_default();
                ("replaces", format!("{title} differs: that of {whose} stands"))
            }
            None if d.stays.is_null() => ("replaces", format!("{title} differs: it is left empty")),
            None if long => ("replaces", format!("{title} differs: it is put together anew")),
            None => ("replaces", format!("{title} differs: what the reviewer wrote stands")),
        };
        out.push(effect(kind, &d.field, 1, sentence));
    }
    let mut households = 0;
    for ((_, kind), n) in &c.moved {
        let (one, many) = match kind {
            EntityType::Person => ("link to a person", "links to people"),
            EntityType::Account => ("link to an account", "links to accounts"),
            EntityType::Household => {
                households += n;
                continue;
            }
            other => called(*other),
        };
        out.push(effect("moves", kind.as_str(), *n, format!("moves {}", plural(*n, one, many))));
    }
    let dropped: usize = c.dropped.values().sum();
    if dropped > 0 {
        let what = plural(dropped, "link", "links");
        out.push(effect("drops", "link", dropped, format!("drops {what} that the survivor has already")));
    }
    households = households.max(c.affected_of(EntityType::Household));
    if households > 0 {
        let what = plural(households, "household", "households");
        out.push(effect("affects", "household", households, format!("affects {what}")));
    }
    out
}

/// What anything else does, from what it means for each field and what of its row goes with it.
pub(crate) fn of_fields(r: &Reader<'_>, filed: &Filed, fields: &[ReviewField]) -> Result<Vec<ReviewEffect>, Failure> {
    let p = &filed.artifact;
    let at = p.entity();
    let mut out = Vec::new();
    let creates = matches!(p, AnyProposal::Normalized(n) if n.action == ProposalAction::Create);
    if creates {
        out.push(effect("makes", at.entity.as_str(), 1, format!("makes {}", plural(1, newly(at.entity).0, ""))));
    } else {
        let of = |effect: &str| fields.iter().filter(|f| f.effect == effect).collect::<Vec<_>>();
        for f in of("add") {
            let have = f.now.as_array().map_or(0, Vec::len);
            let then = f.result.as_array().map_or(0, Vec::len);
            out.push(joins(&f.field, then.saturating_sub(have).max(1)));
        }
        let fills = of("fill").len();
        if fills > 0 {
            out.push(effect("fills", "", fills, format!("fills {}", plural(fills, "empty field", "empty fields"))));
        }
        for f in of("overwrite") {
            let does = if f.result.is_null() { "empties" } else { "replaces" };
            out.push(effect("replaces", &f.field, 1, format!("{does} {}", within(&f.title))));
        }
        for f in of("keep") {
            out.push(effect("keeps", &f.field, 1, format!("{} differs: what is known stays", within(&f.title))));
        }
    }
    if let AnyProposal::Normalized(n) = p {
        for link in &n.links {
            out.push(connects(r, link.from, link.to)?);
        }
        out.extend(beside(r, filed)?);
        if out.is_empty() && n.action == ProposalAction::Merge {
            out.push(effect("keeps", "", 0, "adds nothing that is not known".into()));
        }
    }
    Ok(out)
}

/// What of the row goes with it, because it needs no look of its own.
fn beside(r: &Reader<'_>, filed: &Filed) -> Result<Vec<ReviewEffect>, Failure> {
    let AnyProposal::Normalized(p) = &filed.artifact else { return Ok(Vec::new()) };
    let (Some(import), Some(row)) = (filed.import, p.row_refs.first().copied()) else { return Ok(Vec::new()) };
    // A row that is somebody known is planned anew as that: what comes with it is filed only then.
    if p.action == ProposalAction::Merge {
        return Ok(Vec::new());
    }
    let mut made: std::collections::BTreeMap<EntityType, usize> = std::collections::BTreeMap::new();
    for s in r.proposals_of_rows(import, filed.plan, row..=row)? {
        let a = &s.artifact;
        let goes = s.state == "proposed" && a.proposal_id != p.proposal_id && !a.review_required;
        if goes && a.action == ProposalAction::Create {
            *made.entry(a.entity_type).or_default() += 1;
        }
    }
    let told = |(kind, n): (EntityType, usize)| {
        let (one, many) = newly(kind);
        effect("makes", kind.as_str(), n, format!("makes {} beside it", plural(n, one, many)))
    };
    Ok(made.into_iter().map(told).collect())
}

fn connects(r: &Reader<'_>, from: EntityRef, to: EntityRef) -> Result<ReviewEffect, Failure> {
    let named = |at: EntityRef| -> Result<String, Failure> {
        let record = r.record(r.resolve(at)?)?;
        Ok(record.map_or_else(|| format!("the {}", called(at.entity).0), |rec| graph::title(at.entity, &rec.fields)))
    };
    let sentence = format!("connects {} and {}", named(from)?, named(to)?);
    Ok(effect("connects", to.entity.as_str(), 1, sentence))
}

/// What taking a merge apart does: so many records come back, with so many links and edits made since.
pub(crate) fn apart_effects(back: usize, links: usize, edits: usize) -> Vec<ReviewEffect> {
    let mut out =
        vec![effect("brings_back", "record", back, format!("brings back {}", plural(back, "record", "records")))];
    if links > 0 {
        out.push(effect("moves", "link", links, format!("moves {} back", plural(links, "link", "links"))));
    }
    if edits > 0 {
        out.push(effect("places", "edit", edits, format!("places {} made since", plural(edits, "edit", "edits"))));
    }
    out
}

/// An archived record is shown in lists again.
pub(crate) fn brings_back() -> ReviewEffect {
    effect("brings_back", "", 1, "brings it back from the archive".into())
}

/// What many do together.
pub(crate) fn summed(all: &[ReviewEffect]) -> Vec<ReviewEffect> {
    let mut sums: std::collections::BTreeMap<(&str, &str), u64> = std::collections::BTreeMap::new();
    for e in all {
        let what = if matches!(e.kind.as_str(), "replaces" | "keeps") { "" } else { e.what.as_str() };
        *sums.entry((e.kind.as_str(), what)).or_default() += e.count;
    }
    let told = |((kind, what), n): ((&str, &str), u64)| {
        let count = usize::try_from(n).unwrap_or(usize::MAX);
        let of_kind = what.parse::<EntityType>().map(called);
        match (kind, of_kind) {
            ("joins", _) => joins(what, count),
            ("makes", Ok(called)) => {
                let (one, many) = what.parse().map_or(called, newly);
                effect(kind, what, count, format!("makes {}", plural(count, one, many)))
            }
            ("fills", _) => {
                let fields = plural(count, "empty field", "empty fields");
                effect(kind, what, count, format!("fills {fields}"))
            }
            ("replaces", _) => effect(kind, what, count, format!("replaces {}", plural(count, "value", "values"))),
            ("keeps", _) => {
                let values = plural(count, "value that differs", "values that differ");
                effect(kind, what, count, format!("keeps {values}"))
            }
            ("connects", _) => {
                let pairs = plural(count, "pair of records", "pairs of records");
                effect(kind, what, count, format!("connects {pairs}"))
            }
            ("brings_back", _) => {
                let records = plural(count, "record", "records");
                effect(kind, what, count, format!("brings {records} back from the archive"))
            }
            _ => effect(kind, what, count, format!("{kind} {count}")),
        }
    };
    sums.into_iter().map(told).collect()
}
