//! What is asked of one column: what words made of it, what it is likely to be, and which of these to believe.

use contracts::{EntityType, FieldKind, FieldPath};

use super::OPEN;
use super::settle::{is_settled, written};
use super::traits::Trait;
use super::weights::Learnt;
use crate::columns::draft::{Draft, NO_FIELD};
use crate::columns::evidence::{self, Verdict};
use crate::columns::words::Header;
use crate::profile::Profile;

/// From here on a likeness is enough for a column that no words read, or that they read as something else.
const ENOUGH: f32 = 0.5;
/// The same against a reading of words, or against a reason for leaving the column to the person.
const ENOUGH_AGAINST: f32 = 0.6;
/// And for somebody's name, or for what makes a further record of a row, such as a task of a call.
const ENOUGH_FOR_MORE: f32 = 0.55;
/// The same for leaving open what words did read.
const ENOUGH_TO_OPEN: f32 = 0.7;
/// So many times likelier than what was read another answer has to be.
const LIKELIER: f32 = 1.5;
/// From here on a likeness is as sure as words are.
const SURE: f32 = 0.95;
/// So likely it has to have been before other columns took theirs: what is left over is not what a column holds.
const ENOUGH_LEFT: f32 = 0.15;
/// Answers less likely are none.
const HARDLY: f32 = 0.005;

/// A column that likeness has a say in.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    /// What words and grammar read.
    own: String,
    unread: bool,
    of_today: bool,
    row: EntityType,
    /// What the values allow, and how likely it is.
    likely: Vec<(&'static str, f32)>,
    /// Fields that other columns hold.
    gone: Vec<String>,
}

impl Asked {
    /// What is seen of a column; none where likeness has no say.
    pub fn about(draft: &Draft, header: &Header, profile: &Profile, seen: &[Trait], row: EntityType) -> Option<Self> {
        if profile.valued() == 0 || is_settled(draft, header) {
            return None;
        }
        let own = if draft.column.field.is_none() { OPEN.to_owned() } else { written(draft)? };
        let fields = &Learnt::get().fields;
        let likely = fields.answers().iter().zip(fields.logarithms(seen));
        let likely = likely
            .map(|(answer, l)| (answer.as_str(), l.exp()))
            .filter(|(answer, p)| *p >= HARDLY && (*answer == own || fits(answer, *p, profile)))
            .collect();
        let unread = draft.column.evidence.iter().any(|e| e.why == NO_FIELD);
        Some(Self { own, unread, of_today: is_of_today(&draft.column.header), row, likely, gone: Vec::new() })
    }

    /// The field is another column's, in which likeness has no say; if words read this one so too, conflicts are told later.
    pub fn give_up(&mut self, field: &str) {
        if self.own != field {
            self.lose(field);
        }
    }

    /// The field is another column's.
    pub fn lose(&mut self, field: &str) {
        self.gone.push(field.to_owned());
    }

    /// Whether what words read is another column's.
    pub fn has_lost(&self) -> bool {
        self.is_gone(&self.own)
    }

    fn is_gone(&self, field: &str) -> bool {
        self.gone.iter().any(|g| g == field)
    }

    /// How likely an answer is, now that some fields are gone.
    fn now(&self, answer: &str) -> f32 {
        if self.is_gone(answer) {
            return 0.0;
        }
        let gone: f32 = self.likely.iter().filter(|(a, _)| self.is_gone(a)).map(|(_, p)| p).sum();
        let p = self.likely.iter().find(|(a, _)| *a == answer).map_or(0.0, |(_, p)| *p);
        p / (1.0 - gone).max(HARDLY)
    }

    /// What it should be instead of what was read, and how likely that is; none where the reading stays.
    pub fn wish(&self) -> Option<(&'static str, f32)> {
        let of_own = self.now(&self.own);
        let left = self.likely.iter().filter(|(a, _)| !self.is_gone(a));
        let (answer, before) = left.max_by(|a, b| a.1.total_cmp(&b.1)).copied()?;
        let least = least(answer, self.row)?;
        let enough = match (self.unread, answer == OPEN) {
            (true, _) => ENOUGH,
            (false, true) => ENOUGH_TO_OPEN,
            (false, false) => ENOUGH_AGAINST,
        };
        // An id of the row's own is one, though many such numbers are of no use.
        let own_id = answer == OPEN && self.own.strip_suffix(".external_id") == Some(self.row.as_str());
        let p = self.now(answer);
        // Answers that are as good speak for each other.
        let with: f32 =
            self.likely.iter().filter(|(a, _)| *a == answer || is_alike(a, answer)).map(|(a, _)| self.now(a)).sum();
        let stays = answer == self.own
            || own_id
            || answer.starts_with("requirement.") && self.of_today
            || !self.has_lost() && is_alike(answer, &self.own)
            || p < LIKELIER * of_own
            || before < ENOUGH_LEFT && answer != OPEN
            || with < enough.max(least);
        (!stays).then_some((answer, p))
    }

    /// What it is going to be.
    pub fn claims(&self) -> Option<&str> {
        match self.wish() {
            Some((answer, _)) => Some(answer),
            None => (!self.has_lost()).then_some(self.own.as_str()),
        }
        .filter(|answer| *answer != OPEN)
    }

    /// How much likelier the field is than what else it may be: a natural logarithm.
    pub fn needs(&self, field: &str) -> f32 {
        let trust = |answer: &str| self.now(answer) * if answer == self.own { LIKELIER } else { 1.0 };
        let other = self.likely.iter().filter(|(a, _)| *a != field).map(|(a, _)| trust(a)).fold(HARDLY, f32::max);
        (trust(field).max(HARDLY) / other).ln()
    }
}

/// What somebody has today is no wish: `Present house type`.
fn is_of_today(header: &str) -> bool {
    const TODAY: [&str; 10] =
        ["present ", "current ", "existing ", "aktuell", "derzeit", "actuel", "actual ", "atual ", "attual", "वर्तमान"];
    let low = header.to_lowercase();
    TODAY.iter().any(|word| low.contains(word)) || low.contains("الحالي")
}

/// Whether the values may be such. Words for choices are matched one by one later, and each file has its own; so are
/// those for yes and no, and for sizes such as `T2`, where likeness is sure.
fn fits(answer: &str, p: f32, profile: &Profile) -> bool {
    let matched = p >= SURE && profile.valued() >= 8 && (2..=24).contains(&profile.choices.len());
    answer == OPEN
        || FieldPath::parse(answer).is_ok_and(|path| {
            path.def.is_some_and(|d| d.kind == FieldKind::Choice)
                || matched && (answer.starts_with("person.consent.") || answer.starts_with("requirement.bedrooms_"))
                || !matches!(evidence::check(&path, profile), Verdict::Contradicts(_))
        })
}

/// How likely an answer has to be at least, whatever was read; none where likeness may not decide. Whose number or mailbox
/// it is, words have to say, or likeness has to be sure: an emergency contact's is like a client's in all else. Why
/// somebody was given up is no guess.
fn least(answer: &str, row: EntityType) -> Option<f32> {
    let Some((entity, field)) = answer.split_once('.') else { return Some(0.0) };
    let of_whom = ["phone[]", "email[]"];
    let own = entity == row.as_str() || matches!(entity, "person" | "requirement" | "interest" | "household");
    let name = entity == "person" && field.ends_with("_name");
    if field == "unqualified_reason" {
        None
    } else if of_whom.iter().any(|f| field.starts_with(f)) {
        Some(SURE)
    } else {
        Some(if own && !name { 0.0 } else { ENOUGH_FOR_MORE })
    }
}

/// Two answers that are as good for most files: the words that were read decide between them.
fn is_alike(a: &str, b: &str) -> bool {
    const SAME: [&[&str]; 4] = [
        &["interaction.assignee", "interaction.participant[]", "person.owner"],
        &[
            "person.owner",
            "person.assignee",
            "account.owner",
            "opportunity.owner",
            "task.assignee",
            "interaction.assignee",
        ],
        &["person.full_name", "opportunity.contact", "task.contact"],
        &["person.company_name", "account.name", "opportunity.account"],
    ];
    SAME.iter().any(|same| same.contains(&a) && same.contains(&b))
}
