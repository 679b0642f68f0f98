//! Sentences of the filter language: read, printed, completed.

use contracts::{
    Actor, Completion, FieldKind, FilterArgs, FilterProblem, FilterRead, Permission, ValuesArgs, Visibility,
};
use filter::{Expected, Listed};

use super::{may_filter, problem};
use crate::access::Access;
use crate::{App, Outcome};

/// Completions that are given.
const MAX_OFFERED: usize = 12;

impl App {
    /// Reads a sentence, or prints a tree; says what is wrong, and what may come at the caret.
    ///
    /// # Errors
    /// [`contracts::ErrorCode::Refused`] for a field that the role does not see in full, [`contracts::ErrorCode::BadInput`]
    /// for a tree that does not fit. A sentence that is wrong is no error: the answer says where.
    pub fn filter_read(&self, actor: &Actor, args: &FilterArgs) -> Outcome<FilterRead> {
        let access = self.permit(actor, Permission::ReadRecords)?;
        let entity = args.entity;
        let mut out = FilterRead {
            filter: None,
            sentence: None,
            parts: Vec::new(),
            problem: None,
            completions: Vec::new(),
            completes_from: 0,
        };
        let tree = match (&args.sentence, &args.filter) {
            (Some(sentence), _) => {
                let upto = args.caret.map_or(sentence.len(), |caret| byte_at(sentence, caret));
                let before = sentence.get(..upto).unwrap_or(sentence);
                let (expected, from) = filter::expected(entity, before);
                out.completes_from = utf16(sentence, from);
                out.completions =
                    self.offered(actor, &access, entity, &expected, before.get(from..).unwrap_or_default());
                let checked = filter::parse(entity, sentence).and_then(|tree| {
                    filter::check(entity, &tree, &self.moment(actor))
                        .map(|_| tree)
                        .map_err(|p| filter::Problem { end: sentence.len(), ..p })
                });
                match checked {
                    Ok(tree) => tree,
                    Err(p) => {
                        out.problem = Some(FilterProblem {
                            start: utf16(sentence, p.start),
                            end: utf16(sentence, p.end),
                            message: p.message,
                            suggestions: p.suggestions,
                        });
                        return Ok(out);
                    }
                }
            }
            (None, Some(tree)) => {
                filter::check(entity, tree, &self.moment(actor)).map_err(problem)?;
                tree.clone()
            }
            (None, None) => contracts::Filter::everything(),
        };
        may_filter(&access, entity, &tree)?;
        out.sentence = Some(filter::print(entity, &tree));
        out.parts = if tree.is_everything() { Vec::new() } else { filter::parts(entity, &tree) };
        out.filter = Some(tree);
        Ok(out)
    }

    /// A sentence as a tree, for a host that takes only whole ones.
    ///
    /// # Errors
    /// [`contracts::ErrorCode::BadInput`] with where it stands and what may have been meant.
    pub fn filter_of(&self, entity: contracts::EntityType, sentence: &str) -> Outcome<contracts::Filter> {
        filter::parse(entity, sentence).map_err(|p| {
            let at = sentence.get(..p.start).unwrap_or_default().chars().count() + 1;
            super::bad("where", format!("{} (at character {at})", p.message), "Correct the sentence.")
        })
    }

    fn offered(
        &self,
        actor: &Actor,
        access: &Access,
        entity: contracts::EntityType,
        expected: &Expected,
        typed: &str,
    ) -> Vec<Completion> {
        let folded = filter::value::fold(typed);
        let fits = |text: &str| folded.is_empty() || filter::value::fold(text).contains(&folded);
        let make = |text: String, kind: &str, detail: String| Completion { text, kind: kind.into(), detail };
        let field = |name: &str| filter::field(entity, name);
        let mut out: Vec<Completion> = match expected {
            Expected::Nothing => Vec::new(),
            Expected::Connective => {
                ["and", "or"].into_iter().filter(|w| fits(w)).map(|w| make(w.into(), "word", String::new())).collect()
            }
            Expected::Field => {
                let mut found: Vec<(bool, &Listed)> = filter::fields(entity)
                    .iter()
                    .filter(|f| may_see(access, entity, f))
                    .filter(|f| fits(&f.spoken()) || fits(&f.title) || f.words.iter().any(|w| fits(w)))
                    .map(|f| (!filter::value::fold(&f.spoken()).starts_with(&folded), f))
                    .collect();
                found.sort_by_key(|(later, _)| *later);
                let mut all: Vec<Completion> =
                    found.into_iter().map(|(_, f)| make(f.spoken(), "field", f.title.clone())).collect();
                all.truncate(MAX_OFFERED);
                if fits("not") {
                    all.push(make("not".into(), "word", String::new()));
                }
                all
            }
            Expected::Operator(name) => field(name)
                .map(|f| filter::operators(entity, &f))
                .unwrap_or_default()
                .into_iter()
                .map(spoken)
                .filter(|w| fits(w))
                .map(|w| make(w.into(), "operator", String::new()))
                .collect(),
            Expected::Value(name) => self.values_for(actor, access, entity, name, typed),
        };
        out.truncate(MAX_OFFERED + 4);
        out
    }

    fn values_for(
        &self,
        actor: &Actor,
        access: &Access,
        entity: contracts::EntityType,
        name: &str,
        typed: &str,
    ) -> Vec<Completion> {
        let Some(f) = filter::field(entity, name).filter(|f| may_see(access, entity, f)) else { return Vec::new() };
        let value = |text: &str, detail: String| Completion { text: text.into(), kind: "value".into(), detail };
        match f.kind {
            FieldKind::Bool => vec![value("yes", String::new()), value("no", String::new())],
            FieldKind::Text | FieldKind::Choice | FieldKind::Tag if f.edits(entity).is_some() || f.many => {
                let args = ValuesArgs {
                    entity,
                    field: name.into(),
                    starts_with: Some(typed.trim_matches('"').into()),
                    limit: Some(10),
                };
                let found = self.field_values(actor, &args).unwrap_or_default();
                let mut out: Vec<Completion> = Vec::new();
                if name.contains("owner") || name.contains("assignee") {
                    out.push(value("me", actor.id.clone()));
                }
                out.extend(found.into_iter().map(|v| {
                    let tree = contracts::Filter::Compare {
                        field: name.into(),
                        op: contracts::Operator::Is,
                        values: vec![contracts::Operand::Text { text: v.value }],
                    };
                    let whole = filter::print(entity, &tree);
                    let text = whole.split_once(" is ").map_or(whole.as_str(), |(_, t)| t);
                    value(text, v.count.to_string())
                }));
                out
            }
            _ => Vec::new(),
        }
    }
}

fn may_see(access: &Access, entity: contracts::EntityType, f: &Listed) -> bool {
    f.governed_by(entity)
        .is_none_or(|(of, g)| policy::visibility(&access.policy, access.role, of, &g) == Visibility::Full)
}

fn spoken(op: contracts::Operator) -> &'static str {
    filter::spoken(op)
}

/// The place of a byte in UTF-16 units, as the web view counts.
fn utf16(text: &str, byte: usize) -> u32 {
    let before = text.get(..byte).unwrap_or(text);
    u32::try_from(before.encode_utf16().count()).unwrap_or(u32::MAX)
}

/// The byte of a place in UTF-16 units; the end where it lies beyond.
fn byte_at(text: &str, units: u32) -> usize {
    let mut passed = 0;
    for (i, c) in text.char_indices() {
        if passed >= units as usize {
            return i;
        }
        passed += c.len_utf16();
    }
    text.len()
}
