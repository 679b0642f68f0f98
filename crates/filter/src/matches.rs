//! A plan evaluated on one record in memory: what the store's queries are held against.

use contracts::FieldKind;
use serde_json::Value;

use crate::check::{Bound, Leaf, Moment, Plan, Test, TextHow};
use crate::fields::{Counted, Source};
use crate::value;

/// A record and what stands around it.
pub trait Subject {
    /// A field's value; none where it is empty.
    fn value(&self, field: &str) -> Option<Value>;
    /// What the record is called.
    fn title(&self) -> String;
    /// How many records are linked to it that are not archived.
    fn count(&self, of: Counted) -> u64;
    /// When somebody was in touch: the times of interactions linked to it that are not archived and by
    /// [`contracts::is_contact`] are contacts.
    fn contacts(&self) -> Vec<String>;
    /// When tasks linked to it are due that are neither done nor archived.
    fn tasks_due(&self) -> Vec<String>;
    /// The names of the people and accounts that it is about.
    fn clients(&self) -> Vec<String>;
}

/// Whether a record fulfils a plan.
#[must_use]
pub fn matches(plan: &Plan, subject: &dyn Subject, moment: &Moment) -> bool {
    match plan {
        Plan::All(of) => of.iter().all(|p| matches(p, subject, moment)),
        Plan::Any(of) => of.iter().any(|p| matches(p, subject, moment)),
        Plan::Not(of) => !matches(of, subject, moment),
        Plan::Is(leaf) => fits(leaf, subject, moment),
    }
}

fn fits(leaf: &Leaf, s: &dyn Subject, moment: &Moment) -> bool {
    let zone = moment.zone_minutes;
    let f = &leaf.field;
    match &leaf.test {
        Test::Known => match &f.source {
            Source::Count(of) => s.count(*of) > 0,
            Source::LastContacted | Source::NextTaskDue => !days_of(leaf, s, zone).is_empty(),
            Source::Over => true,
            Source::Own(name) if f.kind == FieldKind::Bool => s.value(name).is_some_and(|v| v.is_boolean()),
            Source::Own(name) if f.kind == FieldKind::Money || f.kind == FieldKind::Area => s.value(name).is_some(),
            _ => texts(leaf, s).iter().any(|t| !t.is_empty()),
        },
        Test::Text(how, any) => texts(leaf, s).iter().any(|text| {
            let text = value::folded(f.kind, text);
            !text.is_empty()
                && any.iter().any(|wanted| match how {
                    TextHow::Same => text == *wanted,
                    TextHow::Contains => text.contains(wanted.as_str()),
                    TextHow::Starts => text.starts_with(wanted.as_str()),
                })
        }),
        Test::Number(low, high) => {
            let numbers: Vec<f64> = match (&f.source, f.kind) {
                #[expect(clippy::cast_precision_loss, reason = "a count of records is far below 2^53")]
                (Source::Count(of), _) => vec![s.count(*of) as f64],
                (Source::Own(name), FieldKind::Area) => {
                    let text = s.value(name).and_then(|v| v.get("value")?.as_str().map(String::from));
                    text.iter().filter_map(|t| value::number(t)).collect()
                }
                _ => texts(leaf, s).iter().filter_map(|t| value::number(t)).collect(),
            };
            numbers.iter().any(|n| inside(*n, *low, *high))
        }
        Test::Money { currency, own, low, high } => {
            let Source::Own(name) = &f.source else { return false };
            let Some(money) = s.value(name) else { return false };
            let of = money.get("currency").and_then(Value::as_str).unwrap_or_default();
            let fits = of == currency || (*own && of.is_empty());
            let amount = money.get("amount").and_then(Value::as_str).and_then(value::number);
            fits && amount.is_some_and(|n| inside(n, *low, *high))
        }
        Test::Days(from, to) => {
            let mut days = days_of(leaf, s, zone);
            days.sort();
            // Of contacts the newest counts, of tasks the first that is due.
            match f.source {
                Source::LastContacted => days.drain(..days.len().saturating_sub(1)).for_each(drop),
                Source::NextTaskDue => days.truncate(1),
                _ => {}
            }
            days.iter().any(|d| from.as_ref().is_none_or(|f| d >= f) && to.as_ref().is_none_or(|t| d <= t))
        }
        Test::Bool(wanted) => match &f.source {
            Source::Over => over(s) == *wanted,
            Source::Own(name) => s.value(name).and_then(|v| v.as_bool()) == Some(*wanted),
            _ => false,
        },
    }
}

fn inside(n: f64, low: Option<Bound>, high: Option<Bound>) -> bool {
    low.is_none_or(|b| n > b.at || (b.included && n >= b.at))
        && high.is_none_or(|b| n < b.at || (b.included && n <= b.at))
}

/// The texts of a field: one for each value that it holds.
fn texts(leaf: &Leaf, s: &dyn Subject) -> Vec<String> {
    let f = &leaf.field;
    let of = |v: Option<Value>, part: Option<&str>| -> Vec<String> {
        match v {
            Some(Value::Array(items)) => items.iter().map(|i| value::text_of(f.kind, part, i)).collect(),
            Some(one) => vec![value::text_of(f.kind, part, &one)],
            None => Vec::new(),
        }
    };
    match &f.source {
        Source::Own(name) => of(s.value(name), None),
        Source::Part(name, part) => of(s.value(name), Some(part)),
        Source::Custom(slug) => s.value(&format!("custom.{slug}")).map(|v| value::plain(&v)).unwrap_or_default(),
        Source::Title => vec![s.title()],
        Source::Keeper => {
            let owner = of(s.value("owner"), None);
            if owner.iter().any(|o| !o.is_empty()) { owner } else { of(s.value("assignee"), None) }
        }
        Source::Client => s.clients(),
        _ => Vec::new(),
    }
}

fn days_of(leaf: &Leaf, s: &dyn Subject, zone: i32) -> Vec<String> {
    let own = |name: &str| s.value(name).and_then(|v| v.as_str().map(String::from));
    let times: Vec<String> = match &leaf.field.source {
        Source::LastContacted => {
            let mut all = s.contacts();
            all.extend(own("last_contacted_at"));
            all
        }
        Source::NextTaskDue => s.tasks_due(),
        _ => texts(leaf, s),
    };
    times.iter().filter_map(|t| value::day(t, zone)).collect()
}

/// Whether a deal or a task is over: by its own dates, or by its state and stage.
fn over(s: &dyn Subject) -> bool {
    let known = |name: &str| s.value(name).is_some_and(|v| v.as_str().is_some_and(|t| !t.is_empty()));
    let says = |name: &str| s.value(name).is_some_and(|v| v.as_str().is_some_and(value::is_over));
    ["won_at", "lost_at", "done_at"].into_iter().any(known) || ["status", "stage"].into_iter().any(says)
}
