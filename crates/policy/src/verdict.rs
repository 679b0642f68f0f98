//! The answer to "may they?".

use contracts::{ApiError, ErrorCode, Permission, PolicyData, Role};

/// Whether something is allowed, by which rule, and who may.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Whether it is allowed.
    pub allowed: bool,
    /// The rule that says so: `role.operator/approve_imports`, `requirements.merge.person`. Kept with each use (R84).
    pub rule: String,
    /// The roles that may.
    pub who: Vec<Role>,
    /// Why, as a sentence.
    pub reason: String,
}

impl Verdict {
    pub(crate) fn yes(rule: impl Into<String>, who: Vec<Role>, reason: impl Into<String>) -> Self {
        Self { allowed: true, rule: rule.into(), who, reason: reason.into() }
    }

    pub(crate) fn no(rule: impl Into<String>, who: Vec<Role>, reason: impl Into<String>) -> Self {
        Self { allowed: false, rule: rule.into(), who, reason: reason.into() }
    }

    /// The refusal as hosts show it, naming the rule and who may instead; none where it is allowed.
    #[must_use]
    pub fn refusal(&self) -> Option<ApiError> {
        if self.allowed {
            return None;
        }
        let hint = match &self.who[..] {
            [] => "Nobody may under this policy.".into(),
            who => format!("Ask {}.", spoken(who)),
        };
        let mut error = ApiError::new(ErrorCode::Refused, self.reason.clone(), hint);
        error.policy = Some(self.rule.clone());
        error.who = self.who.iter().map(ToString::to_string).collect();
        Some(error)
    }
}

/// `role.operator`, or `role.none` for a user without a role.
pub(crate) fn rule_of(role: Option<Role>) -> String {
    format!("role.{}", role.map_or("none", Role::as_str))
}

/// Who it is about, to begin a sentence: `An operator`.
pub(crate) fn subject(role: Option<Role>) -> String {
    match role {
        Some(role) => capital(article(role)),
        None => "A user without a role".into(),
    }
}

/// `an owner or a reviewer`.
pub(crate) fn spoken(who: &[Role]) -> String {
    let words: Vec<&str> = who.iter().copied().map(article).collect();
    match &words[..] {
        [] => "nobody".into(),
        [one] => (*one).into(),
        [many @ .., last] => format!("{} or {last}", many.join(", ")),
    }
}

/// The roles that hold a permission.
pub(crate) fn holders(policy: &PolicyData, permission: Permission) -> Vec<Role> {
    Role::ALL
        .iter()
        .copied()
        .filter(|r| policy.roles.get(r).is_some_and(|p| p.permissions.contains(&permission)))
        .collect()
}

fn article(role: Role) -> &'static str {
    match role {
        Role::Owner => "an owner",
        Role::Reviewer => "a reviewer",
        Role::Operator => "an operator",
        Role::Presenter => "a presenter",
        Role::Agent => "an agent",
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}
