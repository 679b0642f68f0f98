//! Cells that hold several values.

/// How the values of a list cell are told apart; a mapping's transform names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListStyle {
    /// Any of ` ::: `, `;`, `|`, `,` and line breaks: where nobody looked at the whole column.
    Any,
    /// ` ::: `, as Google writes.
    TripleColon,
    /// `;`
    Semicolon,
    /// `|`
    Pipe,
    /// `,`
    Comma,
    /// `#one #two`
    Hash,
    /// One value in each cell.
    Single,
}

impl ListStyle {
    /// The transform's name in a mapping.
    #[must_use]
    pub fn transform(self) -> &'static str {
        match self {
            Self::Any => "split",
            Self::TripleColon => "split_triple_colon",
            Self::Semicolon => "split_semicolon",
            Self::Pipe => "split_pipe",
            Self::Comma => "split_comma",
            Self::Hash => "split_hash",
            Self::Single => "tag",
        }
    }

    /// The style a mapping's transform names; [`ListStyle::Any`] for any other.
    #[must_use]
    pub fn of(transform: &str) -> Self {
        [Self::TripleColon, Self::Semicolon, Self::Pipe, Self::Comma, Self::Hash, Self::Single]
            .into_iter()
            .find(|s| s.transform() == transform)
            .unwrap_or(Self::Any)
    }

    /// The items of a cell, trimmed, without empty ones.
    #[must_use]
    pub fn split(self, text: &str) -> Vec<&str> {
        let parts: Vec<&str> = match self {
            Self::TripleColon => text.split(":::").collect(),
            Self::Semicolon => text.split([';', '\n']).collect(),
            Self::Pipe => text.split(['|', '\n']).collect(),
            Self::Comma => text.split([',', '\n']).collect(),
            Self::Hash => text.split('#').map(|t| t.trim_end_matches([',', ';', ' '])).collect(),
            Self::Single => vec![text],
            Self::Any if text.contains(":::") => text.split(":::").collect(),
            Self::Any => text.split([';', '|', ',', '\n']).collect(),
        };
        parts.into_iter().map(str::trim).filter(|t| !t.is_empty()).collect()
    }
}

/// Splits a cell of contact points: at ` ::: `, `;`, `|` and line breaks always, at the weaker separators only where every
/// part is a contact point by itself. A separator that ends in `+` leaves the sign to the part behind it.
pub(crate) fn contacts<'a>(text: &'a str, fits: impl Fn(&str) -> bool, weak: &[&str]) -> Vec<&'a str> {
    let clean =
        |parts: Vec<&'a str>| -> Vec<&'a str> { parts.into_iter().map(str::trim).filter(|p| !p.is_empty()).collect() };
    let strong: Vec<&str> =
        if text.contains(":::") { text.split(":::").collect() } else { text.split([';', '|', '\n', '\r']).collect() };
    let mut out = Vec::new();
    for part in clean(strong) {
        let several = weak
            .iter()
            .filter(|w| part.contains(**w))
            .map(|w| clean(if w.ends_with('+') { before_plus(part) } else { part.split(*w).collect() }))
            .find(|parts| parts.len() > 1 && parts.iter().all(|p| fits(p)));
        match several {
            Some(parts) => out.extend(parts),
            None => out.push(part),
        }
    }
    out
}

fn before_plus(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices(" +") {
        out.extend(text.get(start..at));
        start = at + 1;
    }
    out.extend(text.get(start..));
    out
}
