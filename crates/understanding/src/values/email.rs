//! E-mail addresses: recognised, the domain in lower case, the rest as received.

/// The address in a text, its domain lower-cased; none where the text is no single address.
///
/// Understands `mailto:` and `Name <address>`. The shape is that of RFC 5321 with the quoted local part left out, which
/// no export has shown; letters of any script are allowed (RFC 6531).
#[must_use]
pub fn parse(text: &str) -> Option<String> {
    let text = text.trim();
    let text = match (text.rfind('<'), text.ends_with('>')) {
        (Some(open), true) => text.get(open + 1..text.len() - 1)?.trim(),
        _ => text,
    };
    let text = match text.get(..7) {
        Some(start) if start.eq_ignore_ascii_case("mailto:") => text.get(7..)?,
        _ => text,
    };
    let (local, domain) = text.rsplit_once('@')?;
    let local_ok = !local.is_empty()
        && local.len() <= 64
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && local.chars().all(|c| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c));
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

/// The addresses of a cell that may hold several, as received. One part means that the cell was not split.
#[must_use]
pub fn split(text: &str) -> Vec<&str> {
    super::split::contacts(text, |part| parse(part).is_some(), &[',', '/', ' '])
}
