//! A tree to a sentence, which reads back as the same tree.

use contracts::{EntityType, Filter, Operand, Operator};
use rust_decimal::Decimal;

use crate::fields::{Listed, Source, field};

/// The sentence of a tree; empty where every record fulfils it.
#[must_use]
pub fn print(entity: EntityType, tree: &Filter) -> String {
    if matches!(tree, Filter::All { of } if of.is_empty()) {
        String::new()
    } else {
        within(entity, tree, Around::Nothing)
    }
}

/// The sentence of each part that stands beside others by "and".
#[must_use]
pub fn parts(entity: EntityType, tree: &Filter) -> Vec<String> {
    match tree {
        Filter::All { of } => of.iter().map(|f| within(entity, f, Around::All)).collect(),
        other => vec![within(entity, other, Around::Nothing)],
    }
}

/// What a part stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Around {
    Nothing,
    All,
    Any,
    Not,
}

fn within(entity: EntityType, tree: &Filter, around: Around) -> String {
    let joined = |of: &[Filter], word: &str, me: Around| {
        let parts: Vec<String> = of.iter().map(|f| within(entity, f, me)).collect();
        let text = parts.join(word);
        // One that stands in its like was put in parentheses by somebody.
        if around == Around::Nothing || (around == Around::Any && me == Around::All) {
            text
        } else {
            format!("({text})")
        }
    };
    match tree {
        Filter::All { of } | Filter::Any { of } if of.len() == 1 => {
            of.first().map(|only| within(entity, only, around)).unwrap_or_default()
        }
        Filter::All { of } if of.is_empty() => "everything".into(),
        Filter::Any { of } if of.is_empty() => "nothing".into(),
        Filter::All { of } => joined(of, " and ", Around::All),
        Filter::Any { of } => joined(of, " or ", Around::Any),
        Filter::Not { of } => format!("not {}", within(entity, of, Around::Not)),
        Filter::Compare { field: name, op, values } => {
            let Some(f) = field(entity, name) else { return format!("{name} {}", words(*op)) };
            comparison(&f, *op, values)
        }
    }
}

fn comparison(f: &Listed, op: Operator, values: &[Operand]) -> String {
    use Operator as O;
    let name = f.spoken();
    let of = |i: usize| values.get(i).map(operand).unwrap_or_default();
    match op {
        O::Known if f.is_count() => format!("has {name}"),
        O::Empty if f.is_count() => format!("has no {name}"),
        O::NotForDays if f.source == Source::LastContacted => format!("not contacted for {}", of(0)),
        O::LastDays if f.source == Source::LastContacted => format!("contacted within the last {}", of(0)),
        O::Between => format!("{name} between {} and {}", of(0), of(1)),
        O::OneOf => format!("{name} is one of ({})", values.iter().map(operand).collect::<Vec<_>>().join(", ")),
        O::Empty | O::Known | O::Today | O::ThisWeek | O::ThisMonth | O::Overdue => format!("{name} {}", words(op)),
        _ => format!("{name} {} {}", words(op), of(0)),
    }
}

/// An operator in a sentence.
#[must_use]
pub fn words(op: Operator) -> &'static str {
    use Operator as O;
    match op {
        O::Is => "is",
        O::IsNot => "is not",
        O::OneOf => "is one of",
        O::Contains => "contains",
        O::StartsWith => "starts with",
        O::Over => ">",
        O::Under => "<",
        O::AtLeast => ">=",
        O::AtMost => "<=",
        O::Between => "between",
        O::Empty => "is empty",
        O::Known => "is known",
        O::Before => "before",
        O::After => "after",
        O::LastDays => "within the last",
        O::NextDays => "within the next",
        O::NotForDays => "not for",
        O::Today => "is today",
        O::ThisWeek => "is this week",
        O::ThisMonth => "is this month",
        O::Overdue => "is overdue",
    }
}

/// Words that a bare value must not be: they would be read as something else.
const RESERVED: &[&str] = &[
    "me", "and", "or", "not", "is", "one", "in", "known", "unknown", "empty", "today", "this", "overdue", "between",
    "before", "after", "over", "under", "more", "less", "at", "within", "the", "for", "set", "on", "no",
];

/// A value in a sentence.
pub(crate) fn operand(value: &Operand) -> String {
    match value {
        Operand::Me => "me".into(),
        Operand::Text { text } => {
            let bare = !text.is_empty()
                && text.chars().all(|c| c.is_alphanumeric() || "_-@.+".contains(c))
                && !RESERVED.contains(&text.to_lowercase().as_str());
            if bare { text.clone() } else { format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")) }
        }
        Operand::Number { number } => number.clone(),
        Operand::Money { amount, currency } => money(amount, currency.as_deref()),
        Operand::Date { date } => date.clone(),
        Operand::Days { days: 1 } => "1 days".replace("days", "day"),
        Operand::Days { days } => format!("{days} days"),
        Operand::Bool { yes } => if *yes { "yes" } else { "no" }.into(),
    }
}

/// `2 Cr`, `85 L`, `AED 2.5 M`: in units where they are short, exact in any case.
fn money(amount: &str, currency: Option<&str>) -> String {
    let units: &[(&str, u32)] = match currency {
        None | Some("INR" | "PKR" | "NPR" | "BDT") => &[("Cr", 7), ("L", 5)],
        Some(_) => &[("M", 6)],
    };
    let short = amount.parse::<Decimal>().ok().and_then(|number| {
        units.iter().find_map(|(unit, times)| {
            let factor = Decimal::from(10_u64.pow(*times));
            let of = number.checked_div(factor)?.normalize();
            let exact = of.checked_mul(factor)?.normalize() == number.normalize();
            (exact && of.scale() <= 2 && of.abs() >= Decimal::ONE).then(|| format!("{of} {unit}"))
        })
    });
    let number = short.unwrap_or_else(|| amount.to_owned());
    match currency {
        Some(code) => format!("{code} {number}"),
        None => number,
    }
}
