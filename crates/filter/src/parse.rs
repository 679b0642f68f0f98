//! A sentence to a tree.

mod operand;

use contracts::{EntityType, FieldKind, Filter, Operand, Operator};

use crate::complete::Expected;
use crate::fields::{Listed, field, fields, operators};
use crate::problem::{Problem, nearest};
use crate::token::{Token, What, tokens};

/// Parentheses and `not`s in one another, at most.
const DEEPEST: u32 = 40;

/// Reads a sentence. An empty one is fulfilled by every record.
///
/// # Errors
/// [`Problem`] with where it stands and what may have been meant.
pub fn parse(entity: EntityType, text: &str) -> Result<Filter, Problem> {
    Parser::read(entity, text).map_err(|(problem, _)| problem)
}

pub(crate) struct Parser {
    entity: EntityType,
    tokens: Vec<Token>,
    at: usize,
    length: usize,
    depth: u32,
    /// What was expected where the sentence ended.
    expected: Expected,
}

impl Parser {
    /// The tree, or the problem with what was expected where the sentence ended, if that is where it stands.
    pub(crate) fn read(entity: EntityType, text: &str) -> Result<Filter, (Problem, Expected)> {
        let tokens = tokens(text).map_err(|p| (p, Expected::Nothing))?;
        let length = text.trim_end().len();
        let mut parser = Self { entity, tokens, at: 0, length, depth: 0, expected: Expected::Nothing };
        if parser.tokens.is_empty() {
            return Ok(Filter::everything());
        }
        let read = parser.any().and_then(|tree| match parser.peek() {
            None => Ok(tree),
            Some(_) => Err(parser.wrong("Say \"and\" or \"or\" between two conditions.")),
        });
        read.map_err(|p| (p, parser.expected))
    }

    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    /// The next token's place, or the sentence's end.
    fn span(&self) -> (usize, usize) {
        self.peek().map_or((self.length, self.length), |t| t.span)
    }

    fn wrong(&self, message: impl Into<String>) -> Problem {
        Problem::new(self.span(), message)
    }

    /// Notes what is expected here, should the sentence end.
    fn expect(&mut self, expected: Expected) {
        if self.peek().is_none() {
            self.expected = expected;
        }
    }

    /// The bare word so many tokens ahead, lower-cased.
    fn word(&self, ahead: usize) -> Option<String> {
        match self.tokens.get(self.at + ahead).map(|t| &t.what) {
            Some(What::Word(w)) => Some(w.to_lowercase()),
            _ => None,
        }
    }

    fn is_mark(&self, ahead: usize, mark: &str) -> bool {
        matches!(self.tokens.get(self.at + ahead), Some(Token { what: What::Mark(m), .. }) if *m == mark)
    }

    /// Takes these words if they come next.
    fn take(&mut self, words: &str) -> bool {
        let count = words.split(' ').count();
        let all = words.split(' ').enumerate().all(|(i, w)| self.word(i).as_deref() == Some(w));
        if all {
            self.at += count;
        }
        all
    }

    fn take_mark(&mut self, mark: &str) -> bool {
        let is = self.is_mark(0, mark);
        self.at += usize::from(is);
        is
    }

    fn any(&mut self) -> Result<Filter, Problem> {
        let mut of = vec![self.all()?];
        while self.take("or") {
            of.push(self.all()?);
        }
        Ok(one_or(of, |of| Filter::Any { of }))
    }

    fn all(&mut self) -> Result<Filter, Problem> {
        let mut of = vec![self.not()?];
        while self.take("and") {
            of.push(self.not()?);
        }
        Ok(one_or(of, |of| Filter::All { of }))
    }

    fn not(&mut self) -> Result<Filter, Problem> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.wrong("The filter is nested too deeply. Leave out some parentheses."));
        }
        let read = self.negated();
        self.depth -= 1;
        read
    }

    fn negated(&mut self) -> Result<Filter, Problem> {
        self.expect(Expected::Field);
        if !self.take("not") {
            return self.one();
        }
        // "not contacted for 14 days" is one condition.
        let begun = self.at;
        if let Some(f) = self.named() {
            if self.take("for") && matches!(f.kind, FieldKind::Date | FieldKind::DateTime) {
                return Ok(compare(&f, Operator::NotForDays, vec![self.days()?]));
            }
            self.at = begun;
        }
        Ok(Filter::Not { of: Box::new(self.not()?) })
    }

    fn one(&mut self) -> Result<Filter, Problem> {
        if self.take_mark("(") {
            let inner = self.any()?;
            if !self.take_mark(")") {
                return Err(self.wrong("A parenthesis is not closed. Put a \")\" here."));
            }
            return Ok(inner);
        }
        if self.take("everything") {
            return Ok(Filter::everything());
        }
        if self.take("nothing") {
            return Ok(Filter::Any { of: Vec::new() });
        }
        if self.word(0).as_deref() == Some("has") || self.word(0).as_deref() == Some("have") {
            return self.has();
        }
        if self.word(0).as_deref() == Some("overdue")
            && let Some(f) = fields(self.entity).iter().find(|f| crate::fields::may_be_overdue(self.entity, f))
        {
            self.at += 1;
            return Ok(compare(f, Operator::Overdue, Vec::new()));
        }
        let f = self.field()?;
        self.comparison(&f)
    }

    /// `has open tasks`, `has no tag`, `has tag VIP`.
    fn has(&mut self) -> Result<Filter, Problem> {
        self.at += 1;
        self.expect(Expected::Field);
        let none = self.take("no");
        let _ = self.take("a") || self.take("an") || self.take("any");
        let f = self.field()?;
        let ends = match self.peek().map(|t| &t.what) {
            None | Some(What::Mark(")")) => true,
            Some(What::Word(w)) => matches!(w.to_lowercase().as_str(), "and" | "or"),
            Some(_) => false,
        };
        if none || ends || f.kind != FieldKind::Tag {
            return Ok(compare(&f, if none { Operator::Empty } else { Operator::Known }, Vec::new()));
        }
        let value = self.operand(&f)?;
        Ok(compare(&f, Operator::Is, vec![value]))
    }

    /// The field that comes next.
    fn field(&mut self) -> Result<Listed, Problem> {
        self.expect(Expected::Field);
        if let Some(found) = self.named() {
            return Ok(found);
        }
        let Some(token) = self.peek() else {
            return Err(self.wrong("A condition is missing here. Begin it with a field, such as owner."));
        };
        let word = match &token.what {
            What::Word(w) | What::Quoted(w) => w.clone(),
            What::Mark(m) => (*m).into(),
        };
        let offered =
            fields(self.entity).iter().flat_map(|f| std::iter::once(f.name.as_str()).chain(f.words.iter().copied()));
        let near = nearest(&word, offered).into_iter().map(|n| n.replace('_', " ")).collect();
        let problem = self.wrong(format!("There is no field \"{word}\" in this list."));
        Err(problem.suggesting(near))
    }

    /// Takes the longest name of a field that stands here: `lead status`, `lead_status`, `Lead status`, `custom.is_nri`.
    fn named(&mut self) -> Option<Listed> {
        let mut name = String::new();
        let mut found: Option<(Listed, usize)> = None;
        for ahead in 0..5 {
            let Some(word) = self.word(ahead) else { break };
            if ahead > 0 {
                name.push(' ');
            }
            name.push_str(&word);
            if let Some(f) = called(self.entity, &name) {
                found = Some((f, ahead + 1));
            }
        }
        let (f, taken) = found?;
        self.at += taken;
        Some(f)
    }

    fn comparison(&mut self, f: &Listed) -> Result<Filter, Problem> {
        self.expect(Expected::Operator(f.name.clone()));
        let begun = self.span();
        let Some(op) = self.operator(f) else {
            let word = match self.peek().map(|t| &t.what) {
                Some(What::Word(w) | What::Quoted(w)) => w.clone(),
                _ => String::new(),
            };
            let offered: Vec<&str> = operators(self.entity, f).into_iter().map(crate::print::words).collect();
            let message = format!("How is {} to be compared? Write {}.", f.spoken(), offered.join(", "));
            let near = if word.is_empty() { Vec::new() } else { nearest(&word, offered.into_iter()) };
            return Err(self.wrong(message).suggesting(near));
        };
        if !operators(self.entity, f).contains(&op) {
            let offered: Vec<&str> = operators(self.entity, f).into_iter().map(crate::print::words).collect();
            let end = self.tokens.get(self.at.saturating_sub(1)).map_or(begun.1, |t| t.span.1);
            let message = format!(
                "{} can't be compared by \"{}\". Write {}.",
                f.title,
                crate::print::words(op),
                offered.join(", ")
            );
            return Err(Problem::new((begun.0, end), message));
        }
        self.expect(Expected::Value(f.name.clone()));
        use Operator as O;
        let values = match op {
            O::Empty | O::Known | O::Today | O::ThisWeek | O::ThisMonth | O::Overdue => Vec::new(),
            O::LastDays | O::NextDays | O::NotForDays => vec![self.days()?],
            O::Between => {
                let low = self.operand(f)?;
                if !self.take("and") {
                    return Err(self.wrong("Between what and what? Write: between 10 and 20."));
                }
                vec![low, self.operand(f)?]
            }
            O::OneOf => {
                if !self.take_mark("(") {
                    return Err(self.wrong("Put the values in parentheses: one of (New, Warm)."));
                }
                let mut values = vec![self.operand(f)?];
                while self.take_mark(",") {
                    values.push(self.operand(f)?);
                }
                if !self.take_mark(")") {
                    return Err(self.wrong("A parenthesis is not closed. Put a \")\" here."));
                }
                values
            }
            _ => vec![self.operand(f)?],
        };
        Ok(compare(f, op, values))
    }

    /// Takes the operator that comes next; longer ones first.
    fn operator(&mut self, f: &Listed) -> Option<Operator> {
        use Operator as O;
        for (mark, op) in [
            ("!=", O::IsNot),
            ("≠", O::IsNot),
            (">=", O::AtLeast),
            ("≥", O::AtLeast),
            ("<=", O::AtMost),
            ("≤", O::AtMost),
            ("=", O::Is),
            (">", O::Over),
            ("<", O::Under),
        ] {
            if self.take_mark(mark) {
                return Some(day_op(f, op));
            }
        }
        const WORDS: &[(&str, Operator)] = &[
            ("is one of", O::OneOf),
            ("one of", O::OneOf),
            ("is in", O::OneOf),
            ("is not known", O::Empty),
            ("is unknown", O::Empty),
            ("is empty", O::Empty),
            ("is known", O::Known),
            ("is not empty", O::Known),
            ("is set", O::Known),
            ("is today", O::Today),
            ("is this week", O::ThisWeek),
            ("is this month", O::ThisMonth),
            ("is overdue", O::Overdue),
            ("is before", O::Before),
            ("is after", O::After),
            ("is between", O::Between),
            ("is over", O::Over),
            ("is under", O::Under),
            ("is at least", O::AtLeast),
            ("is at most", O::AtMost),
            ("is more than", O::Over),
            ("is less than", O::Under),
            ("is within the last", O::LastDays),
            ("is within the next", O::NextDays),
            ("is not for", O::NotForDays),
            ("is not", O::IsNot),
            ("isn't", O::IsNot),
            ("is", O::Is),
            ("on", O::Is),
            ("empty", O::Empty),
            ("known", O::Known),
            ("unknown", O::Empty),
            ("today", O::Today),
            ("this week", O::ThisWeek),
            ("this month", O::ThisMonth),
            ("overdue", O::Overdue),
            ("within the last", O::LastDays),
            ("in the last", O::LastDays),
            ("within the next", O::NextDays),
            ("in the next", O::NextDays),
            ("within", O::LastDays),
            ("not for", O::NotForDays),
            ("before", O::Before),
            ("after", O::After),
            ("between", O::Between),
            ("contains", O::Contains),
            ("holds", O::Contains),
            ("starts with", O::StartsWith),
            ("begins with", O::StartsWith),
            ("over", O::Over),
            ("more than", O::Over),
            ("under", O::Under),
            ("less than", O::Under),
            ("at least", O::AtLeast),
            ("at most", O::AtMost),
        ];
        let found = WORDS.iter().find(|(words, _)| self.take(words)).map(|(_, op)| *op)?;
        Some(day_op(f, found))
    }

    fn days(&mut self) -> Result<Operand, Problem> {
        let days = match self.word(0).map(|w| w.parse::<u32>()) {
            Some(Ok(days)) if (1..=36_500).contains(&days) => days,
            _ => return Err(self.wrong("How many days? Write a number from 1, such as 14 days.")),
        };
        self.at += 1;
        let times = match self.word(0).as_deref() {
            Some("day" | "days") => 1,
            Some("week" | "weeks") => 7,
            Some("month" | "months") => 30,
            _ => return Err(self.wrong("Write \"days\" after the number, or weeks, or months of 30 days.")),
        };
        self.at += 1;
        Ok(Operand::Days { days: days.saturating_mul(times).min(36_500) })
    }
}

/// `>` and `<` between days mean after and before.
fn day_op(f: &Listed, op: Operator) -> Operator {
    match (f.kind, op) {
        (FieldKind::Date | FieldKind::DateTime, Operator::Over) => Operator::After,
        (FieldKind::Date | FieldKind::DateTime, Operator::Under) => Operator::Before,
        (_, op) => op,
    }
}

/// The field of this name, title or other word; custom fields by their full name.
fn called(entity: EntityType, name: &str) -> Option<Listed> {
    if name.starts_with("custom.") {
        return field(entity, name);
    }
    let underscored = name.replace(' ', "_");
    let listed = fields(entity);
    let found = listed
        .iter()
        .find(|f| f.name == underscored || f.name == name)
        .or_else(|| listed.iter().find(|f| f.words.contains(&name)))
        .or_else(|| listed.iter().find(|f| f.title.to_lowercase() == name));
    found.cloned()
}

fn compare(f: &Listed, op: Operator, values: Vec<Operand>) -> Filter {
    Filter::Compare { field: f.name.clone(), op, values }
}

fn one_or(mut of: Vec<Filter>, many: impl FnOnce(Vec<Filter>) -> Filter) -> Filter {
    match of.pop() {
        Some(only) if of.is_empty() => only,
        Some(last) => {
            of.push(last);
            many(of)
        }
        None => many(of),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print::print;

    fn reads(entity: EntityType, text: &str, printed: &str) {
        let tree = parse(entity, text).unwrap_or_else(|p| panic!("{text}: {p}"));
        assert_eq!(print(entity, &tree), printed);
        assert_eq!(parse(entity, printed).as_ref(), Ok(&tree), "{printed}");
    }

    #[test]
    fn sentences_as_people_write_them() {
        use EntityType as E;
        for (entity, text, printed) in [
            (
                E::Person,
                "owner is me and QD > 70 and not contacted for 14 days",
                "owner is me and qd > 70 and not contacted for 14 days",
            ),
            (E::Person, "city is Kolkata or city is Mumbai", "city is Kolkata or city is Mumbai"),
            (E::Opportunity, "stage is \"Site visit\" and amount > 2 Cr", "stage is \"Site visit\" and amount > 2 Cr"),
            (
                E::Opportunity,
                "stage is Site visit and amount > ₹1,25,00,000",
                "stage is \"Site visit\" and amount > INR 1.25 Cr",
            ),
            (E::Opportunity, "amount between 85 L and 2 Cr", "amount between 85 L and 2 Cr"),
            (E::Opportunity, "amount >= AED 2.3M", "amount >= AED 2.3 M"),
            (E::Person, "not (city is Pune or has tag VIP)", "not (city is Pune or tags is VIP)"),
            (E::Person, "Lead status is one of (New, \"Very warm\")", "lead status is one of (New, \"Very warm\")"),
            (E::Person, "has open tasks and has no opportunities", "has open tasks and has no opportunities"),
            (E::Task, "overdue and assignee is me", "due at is overdue and assignee is me"),
            (
                E::Task,
                "due this week or due in the next 3 days",
                "due at is this week or due at within the next 3 days",
            ),
            (E::Opportunity, "closing before 21 Nov 2026", "close date before 2026-11-21"),
            (E::Person, "custom.is_nri is yes and email is empty", "custom.is_nri is yes and email is empty"),
            (E::Person, "do not contact is no", "do not contact is no"),
            (E::Person, "contacted within the last 2 weeks", "contacted within the last 14 days"),
            (E::Person, "not not name starts with A", "not not name starts with A"),
        ] {
            reads(entity, text, printed);
        }
    }

    #[test]
    fn a_wrong_word_is_shown_where_it_stands_with_what_was_meant() {
        let p = parse(EntityType::Person, "owmer is me").expect_err("a typo");
        assert_eq!((p.start, p.end, p.suggestions.first().map(String::as_str)), (0, 5, Some("owner")));
        assert!(p.message.contains("Did you mean owner?"), "{}", p.message);
        let p = parse(EntityType::Person, "owner is me and qd contains 7").expect_err("no text");
        assert_eq!((p.start, p.end), (19, 27), "{}", p.message);
        let p = parse(EntityType::Person, "(owner is me").expect_err("an open parenthesis");
        assert_eq!(p.start, 12);
        let p = parse(EntityType::Person, "owner is").expect_err("no value");
        assert!(p.message.contains("value is missing"), "{}", p.message);
        assert!(parse(EntityType::Person, &"(".repeat(3000)).is_err());
    }
}
