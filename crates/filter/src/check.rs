//! A tree checked against what its kind of record has, as a plan of one moment: typed, folded, its days worked out.

use contracts::{EntityType, FieldKind, Filter, Operand, Operator};
use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

use crate::fields::{Listed, Source, field, fields, operators};
use crate::problem::{Problem, nearest};
use crate::value;

/// What a plan is worked out from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The workspace's day, `YYYY-MM-DD`.
    pub today: String,
    /// How many minutes its clocks are ahead of UTC.
    pub zone_minutes: i32,
    /// Whoever asks, as owners and assignees are called.
    pub me: Vec<String>,
    /// The currency of amounts that name none, ISO 4217; none where the workspace has none.
    pub currency: Option<String>,
}

/// A filter ready to be evaluated. All parts of it are yes or no.
#[derive(Clone, Debug, PartialEq)]
pub enum Plan {
    /// All of these.
    All(Vec<Plan>),
    /// Any of these.
    Any(Vec<Plan>),
    /// Not this.
    Not(Box<Plan>),
    /// One test.
    Is(Leaf),
}

/// A field and what is asked of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Leaf {
    /// The field.
    pub field: Listed,
    /// What is asked.
    pub test: Test,
}

/// How a text is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextHow {
    /// Is the same.
    Same,
    /// Holds it.
    Contains,
    /// Begins with it.
    Starts,
}

/// One end of a range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bound {
    /// Where.
    pub at: f64,
    /// Whether it belongs to the range.
    pub included: bool,
}

/// What is asked of a field. Of many values, one that fits is enough.
#[derive(Clone, Debug, PartialEq)]
pub enum Test {
    /// There is a value; of a count: it is not 0.
    Known,
    /// The folded text is, holds or begins with any of these.
    Text(TextHow, Vec<String>),
    /// The number lies between these.
    Number(Option<Bound>, Option<Bound>),
    /// The amount is of this currency and lies between these; amounts without one count as of the workspace's own.
    Money {
        /// ISO 4217.
        currency: String,
        /// Whether amounts without a currency are of this one.
        own: bool,
        /// From.
        low: Option<Bound>,
        /// To.
        high: Option<Bound>,
    },
    /// The day lies between these, both included.
    Days(Option<String>, Option<String>),
    /// It is this.
    Bool(bool),
}

/// Checks a tree and works it out for a moment.
///
/// # Errors
/// [`Problem`] naming the field that is unknown, or what does not fit it.
pub fn check(entity: EntityType, tree: &Filter, moment: &Moment) -> Result<Plan, Problem> {
    deep(entity, tree, moment, 0)
}

/// Deeper trees are nobody's.
const DEEPEST: u32 = 60;

fn deep(entity: EntityType, tree: &Filter, moment: &Moment, depth: u32) -> Result<Plan, Problem> {
    if depth > DEEPEST {
        return Err(bad("The filter is nested too deeply."));
    }
    let all = |of: &[Filter]| of.iter().map(|f| deep(entity, f, moment, depth + 1)).collect::<Result<Vec<_>, _>>();
    Ok(match tree {
        Filter::All { of } => Plan::All(all(of)?),
        Filter::Any { of } => Plan::Any(all(of)?),
        Filter::Not { of } => Plan::Not(Box::new(deep(entity, of, moment, depth + 1)?)),
        Filter::Compare { field: name, op, values } => {
            let f = field(entity, name).ok_or_else(|| {
                let near = nearest(name, fields(entity).iter().map(|f| f.name.as_str()));
                bad(format!("There is no field \"{name}\" in a list of this kind.")).suggesting(near)
            })?;
            if !operators(entity, &f).contains(op) {
                return Err(bad(format!("{} can't be compared by \"{}\".", f.title, crate::print::words(*op))));
            }
            compare(&f, *op, values, moment)?
        }
    })
}

fn bad(message: impl Into<String>) -> Problem {
    Problem::new((0, 0), message)
}

fn compare(f: &Listed, op: Operator, values: &[Operand], moment: &Moment) -> Result<Plan, Problem> {
    use Operator as O;
    let leaf = |test| Plan::Is(Leaf { field: f.clone(), test });
    let not = |plan| Plan::Not(Box::new(plan));
    let first = || values.first().ok_or_else(|| bad(format!("{} is compared with nothing.", f.title)));
    match op {
        O::Known => return Ok(leaf(Test::Known)),
        O::Empty => return Ok(not(leaf(Test::Known))),
        O::IsNot => return Ok(not(compare(f, O::Is, values, moment)?)),
        _ => {}
    }
    match f.kind {
        FieldKind::Number | FieldKind::Area => {
            let of = |v: &Operand| match v {
                Operand::Number { number } => value::number(number).ok_or_else(|| wants(f, "a number")),
                _ => Err(wants(f, "a number")),
            };
            let (low, high) = range(op, of(first()?)?, values.get(1).map(of).transpose()?)?;
            Ok(leaf(Test::Number(low, high)))
        }
        FieldKind::Money => {
            let mut currency: Option<Option<String>> = None;
            let mut of = |v: &Operand| match v {
                Operand::Money { amount, currency: c } => {
                    if currency.as_ref().is_some_and(|before| before != c) {
                        return Err(bad("Both amounts must be of one currency."));
                    }
                    currency = Some(c.clone());
                    value::number(amount).ok_or_else(|| wants(f, "an amount"))
                }
                _ => Err(wants(f, "an amount")),
            };
            let one = of(first()?)?;
            let other = values.get(1).map(&mut of).transpose()?;
            let (low, high) = range(op, one, other)?;
            let own = moment.currency.clone();
            let Some(currency) = currency.flatten().or_else(|| own.clone()) else {
                return Err(bad(format!(
                    "Of which currency? Amounts are not converted: write {} > AED 2 M, or INR 2 Cr.",
                    f.spoken()
                )));
            };
            Ok(leaf(Test::Money { own: own.as_ref() == Some(&currency), currency, low, high }))
        }
        FieldKind::Date | FieldKind::DateTime => days(f, op, values, moment),
        FieldKind::Bool => match first()? {
            Operand::Bool { yes } => Ok(leaf(Test::Bool(*yes))),
            _ => Err(wants(f, "yes or no")),
        },
        kind => {
            let how = match op {
                O::Contains => TextHow::Contains,
                O::StartsWith => TextHow::Starts,
                _ => TextHow::Same,
            };
            first()?;
            let mut texts = Vec::new();
            for v in values {
                match v {
                    Operand::Text { text } => texts.push(value::folded(kind, text)),
                    Operand::Me => texts.extend(moment.me.iter().map(|me| value::folded(kind, me))),
                    _ => return Err(wants(f, "a text")),
                }
            }
            // A phone's letters, or nothing but spaces: nobody means every record by that.
            texts.retain(|t| !t.is_empty());
            if texts.is_empty() {
                return Err(bad(format!("{} is compared with nothing that can be found.", f.title)));
            }
            Ok(leaf(Test::Text(how, texts)))
        }
    }
}

fn wants(f: &Listed, what: &str) -> Problem {
    bad(format!("{} is compared with {what}.", f.title))
}

type Range = (Option<Bound>, Option<Bound>);

fn range(op: Operator, one: f64, other: Option<f64>) -> Result<Range, Problem> {
    use Operator as O;
    let at = |at, included| Some(Bound { at, included });
    Ok(match op {
        O::Over => (at(one, false), None),
        O::Under => (None, at(one, false)),
        O::AtLeast => (at(one, true), None),
        O::AtMost => (None, at(one, true)),
        O::Between => {
            let other = other.ok_or_else(|| bad("Between what and what? The second value is missing."))?;
            (at(one.min(other), true), at(one.max(other), true))
        }
        _ => (at(one, true), at(one, true)),
    })
}

fn days(f: &Listed, op: Operator, values: &[Operand], moment: &Moment) -> Result<Plan, Problem> {
    use Operator as O;
    let today: Date = moment.today.parse().map_err(|_| bad("Today is no day."))?;
    let leaf = |from: Option<Date>, to: Option<Date>| {
        let test = Test::Days(from.map(|d| d.to_string()), to.map(|d| d.to_string()));
        Plan::Is(Leaf { field: f.clone(), test })
    };
    let date = |i: usize| match values.get(i) {
        Some(Operand::Date { date }) => date.parse::<Date>().map_err(|_| wants(f, "a day such as 2026-11-21")),
        _ => Err(wants(f, "a day such as 2026-11-21")),
    };
    let shift = |n: i64| today.checked_add(n.days()).map_err(|_| bad("These are too many days."));
    let count = || match values.first() {
        Some(Operand::Days { days }) if (1..=36_500).contains(days) => Ok(i64::from(*days)),
        _ => Err(wants(f, "a number of days from 1")),
    };
    Ok(match op {
        O::Before => leaf(None, Some(date(0)?.yesterday().map_err(|_| wants(f, "a later day"))?)),
        O::After => leaf(Some(date(0)?.tomorrow().map_err(|_| wants(f, "an earlier day"))?), None),
        O::Between => {
            let (one, other) = (date(0)?, date(1)?);
            leaf(Some(one.min(other)), Some(one.max(other)))
        }
        O::LastDays => leaf(Some(shift(1 - count()?)?), Some(today)),
        O::NextDays => leaf(Some(today), Some(shift(count()? - 1)?)),
        O::NotForDays => Plan::Not(Box::new(leaf(Some(shift(1 - count()?)?), None))),
        O::Today => leaf(Some(today), Some(today)),
        O::ThisWeek => {
            let since = i64::from(today.weekday().since(Weekday::Monday));
            leaf(Some(shift(-since)?), Some(shift(6 - since)?))
        }
        O::ThisMonth => leaf(Some(today.first_of_month()), Some(today.last_of_month())),
        O::Overdue => {
            let late = leaf(None, Some(shift(-1)?));
            if f.source == Source::NextTaskDue {
                return Ok(late);
            }
            let over = Listed {
                name: "over".into(),
                title: "Over".into(),
                kind: FieldKind::Bool,
                many: false,
                source: Source::Over,
                words: &[],
            };
            let over = Plan::Is(Leaf { field: over, test: Test::Bool(true) });
            Plan::All(vec![late, Plan::Not(Box::new(over))])
        }
        _ => leaf(Some(date(0)?), Some(date(0)?)),
    })
}
