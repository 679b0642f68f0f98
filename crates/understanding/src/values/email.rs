//! E-mail addresses: recognised, the domain in lower case, the rest as received.

/// The address in a text, its domain lower-cased; none where the text is no single address.
///
/// Understands `mailto:` and `Name <address>`. The shape is that of RFC 5321 without the quoted local part, which no
/// export has shown, and without `|`, which stands between addresses; letters of any script are allowed (RFC 6531).
#[must_use]
pub fn parse(text: &str) -> Option<String> {
    let text = bare(text)?;
    let (local, domain) = text.rsplit_once('@')?;
    let local_ok = !local.is_empty()
        && local.len() <= 64
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && local.chars().all(|c| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{}~.".contains(c));
    if !local_ok || domain.len() > 253 {
        return None;
    }
    let domain = domain.to_lowercase();
    let mut labels = 0;
    let mut last = "";
    for label in domain.split('.') {
        let ok = !label.is_empty()
            && label.chars().count() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-');
        if !ok {
            return None;
        }
        labels += 1;
        last = label;
    }
    let top_ok = last.chars().count() >= 2 && !last.bytes().all(|b| b.is_ascii_digit());
    (labels >= 2 && top_ok).then(|| format!("{local}@{domain}"))
}

/// The address without what people and programs put round it: a name, `mailto:`, a label, quotes, punctuation at its end.
fn bare(text: &str) -> Option<&str> {
    let mut text = text.trim();
    // `a@x.example (work)`
    if let Some((before, _)) = text.rsplit_once('(').filter(|(before, _)| text.ends_with(')') && before.contains('@')) {
        text = before.trim_end();
    }
    text = text.trim_end_matches(['.', ',', ';', ':', ' ']);
    if let (Some(open), true) = (text.rfind('<'), text.ends_with('>')) {
        text = text.get(open + 1..text.len() - 1)?.trim();
    }
    for label in ["e-mail:", "email:", "mail:", "mailto:", "smtp:"] {
        if let Some(start) = text.get(..label.len())
            && start.eq_ignore_ascii_case(label)
        {
            text = text.get(label.len()..)?.trim();
        }
    }
    // `mailto:a@x.example?subject=…`
    if let Some((address, query)) = text.split_once('?')
        && address.contains('@')
        && query.contains('=')
    {
        text = address;
    }
    for (open, close) in [('"', '"'), ('\'', '\''), ('(', ')'), ('[', ']'), ('<', '>'), ('\u{201c}', '\u{201d}')] {
        if let Some(inner) = text.strip_prefix(open).and_then(|t| t.strip_suffix(close)) {
            text = inner.trim();
        }
    }
    Some(text.trim_end_matches(['.', ',', ';', ':']))
}

/// The addresses of a cell that may hold several, as received. One part means that the cell was not split.
#[must_use]
pub fn split(text: &str) -> Vec<&str> {
    super::split::contacts(text, |part| parse(part).is_some(), &[",", "/", " or ", " and ", " & ", " "])
}
