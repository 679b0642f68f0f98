//! Why a policy is refused, with the way out.

/// A policy, or a setting of one, that can't be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PolicyError {
    /// No setting has this key.
    #[error("{key:?} is no setting of the policy; known are {}", known.join(", "))]
    UnknownKey {
        /// The key asked for.
        key: String,
        /// Every key there is.
        known: Vec<String>,
    },
    /// The value is of the wrong kind.
    #[error("{key}: {problem}")]
    BadValue {
        /// The setting.
        key: String,
        /// What is wrong with the value, as a sentence fragment.
        problem: String,
        /// What to give instead.
        way_out: String,
    },
    /// The policy as a whole would break a rule.
    #[error("{key}: {problem}")]
    Invalid {
        /// The setting to blame.
        key: String,
        /// What is wrong, as a sentence fragment.
        problem: String,
        /// What to do instead.
        way_out: String,
    },
}

impl PolicyError {
    pub(crate) fn bad(key: &str, problem: impl Into<String>, way_out: impl Into<String>) -> Self {
        Self::BadValue { key: key.into(), problem: problem.into(), way_out: way_out.into() }
    }

    pub(crate) fn invalid(key: impl Into<String>, problem: impl Into<String>, way_out: impl Into<String>) -> Self {
        Self::Invalid { key: key.into(), problem: problem.into(), way_out: way_out.into() }
    }

    /// The setting concerned.
    #[must_use]
    pub fn key(&self) -> &str {
        match self {
            Self::UnknownKey { key, .. } | Self::BadValue { key, .. } | Self::Invalid { key, .. } => key,
        }
    }

    /// What to do about it, as a sentence.
    #[must_use]
    pub fn way_out(&self) -> &str {
        match self {
            Self::UnknownKey { .. } => "`policy show` lists every setting with its value.",
            Self::BadValue { way_out, .. } | Self::Invalid { way_out, .. } => way_out,
        }
    }
}
