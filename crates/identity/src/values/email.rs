//! Mailboxes: the form that one mailbox always has, whether it belongs to a role, and whether anybody can have one there.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::text::hash;

/// Reads one address and hands over the mailbox, folded: before the sign, as its provider tells mailboxes apart, and after it,
/// with common slips mended. None for what is no address. `scratch` is a buffer.
pub fn read<T>(text: &str, scratch: &mut String, take: impl FnOnce(&str, &str) -> T) -> Option<T> {
    if let Some((local, domain)) = plain(text) {
        return read_parts(local, domain, scratch, take);
    }
    let text = text.trim().trim_matches(['<', '>', '"', '\'', '.', ',', ';']);
    let text = text.rsplit_once('<').map_or(text, |(_, inner)| inner.trim_end_matches('>'));
    let text = text.strip_prefix("mailto:").unwrap_or(text);
    let (local, domain) = text.rsplit_once('@')?;
    if local.is_empty() || !domain.contains('.') || has_space(text) {
        return None;
    }
    read_parts(local, domain, scratch, take)
}

/// The two parts of an address that stands alone, as most do: one sign among letters, digits and what joins these.
pub(crate) fn plain(text: &str) -> Option<(&str, &str)> {
    let mut sign = None;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'_' | b'-' | b'+' => {}
            b'@' if sign.is_none() => sign = Some(at),
            _ => return None,
        }
    }
    let (local, domain) = (text.get(..sign?)?, text.get(sign? + 1..)?);
    let trimmed = local.starts_with('.') || domain.ends_with('.');
    (!trimmed && !local.is_empty() && domain.bytes().any(|b| b == b'.')).then_some((local, domain))
}

/// Folds the part before the sign of an address in ASCII, as [`read`] does. `dotless`: its provider takes no note of dots.
pub(crate) fn fold_local(local: &str, dotless: bool, out: &mut String) {
    let local = local.find('+').filter(|at| *at > 0).and_then(|at| local.get(..at)).unwrap_or(local);
    if dotless && local.contains('.') {
        local.split('.').for_each(|piece| out.push_str(piece));
    } else {
        out.push_str(local);
    }
    out.make_ascii_lowercase();
}

/// Whether a provider takes no note of dots.
pub(crate) fn is_dotless(domain: &str) -> bool {
    domain == DOTLESS
}

const DOTLESS: &str = "gmail.com";

/// Folds the two parts of an address.
fn read_parts<T>(local: &str, domain: &str, scratch: &mut String, take: impl FnOnce(&str, &str) -> T) -> Option<T> {
    scratch.clear();
    lower_into(domain, scratch);
    let other_name = mended(scratch);
    let end = scratch.len();
    lower_into(local, scratch);
    if let Some(at) = scratch.get(end..)?.find('+').filter(|at| *at > 0) {
        scratch.truncate(end + at);
    }
    let (domain, local) = scratch.split_at(end);
    let domain = other_name.unwrap_or(domain);
    if domain != DOTLESS || !local.contains('.') {
        return Some(take(local, domain));
    }
    if !local.is_ascii() {
        return Some(take(&local.replace('.', ""), domain));
    }
    let start = scratch.len();
    for at in end..start {
        let byte = scratch.as_bytes()[at];
        if byte != b'.' {
            scratch.push(char::from(byte));
        }
    }
    Some(take(scratch.get(start..)?, DOTLESS))
}

fn has_space(text: &str) -> bool {
    if text.is_ascii() {
        text.bytes().any(|b| matches!(b, b' ' | b'\t'..=b'\r'))
    } else {
        text.contains(char::is_whitespace)
    }
}

fn lower_into(text: &str, out: &mut String) {
    if text.is_ascii() {
        let start = out.len();
        out.push_str(text);
        if let Some(added) = out.get_mut(start..) {
            added.make_ascii_lowercase();
        }
    } else {
        out.push_str(&text.to_lowercase());
    }
}

/// The big providers' names, each with common slips of it and its other names.
const PROVIDERS: &str = "
gmail.com googlemail.com gmial.com gmai.com gmal.com gamil.com gmail.co gmail.con gmail.cm gmail.in gmail.om gnail.com gmaill.com gmil.com gmail.co.in ggmail.com
yahoo.com yaho.com yahooo.com yhaoo.com yahoo.con yahoo.co yhoo.com ymail.com rocketmail.com
hotmail.com hotmial.com hotmai.com hotmal.com hotmail.con hotmail.co hotmil.com homail.com
outlook.com outlok.com outlook.con outlook.co otlook.com
rediffmail.com rediffmial.com rediff.com redifmail.com rediffmail.con
icloud.com me.com mac.com icoud.com iclod.com
";

/// The name of a provider that is meant by a slip of it or by its other name.
fn mended(domain: &str) -> Option<&'static str> {
    static NAMES: OnceLock<FxHashMap<u64, &'static str>> = OnceLock::new();
    let names = NAMES.get_or_init(|| {
        let lines = PROVIDERS.lines().filter_map(|line| line.split_once(' '));
        lines.flat_map(|(name, rest)| rest.split(' ').map(move |slip| (hash(slip.as_bytes()), name))).collect()
    });
    names.get(&hash(domain.as_bytes())).copied()
}

/// Local parts that are a role's (RFC 2142 and common use).
const ROLES: &str = "
info sales admin contact contacts office accounts account hr enquiry enquiries inquiry support help helpdesk mail
email hello team marketing billing finance reception service services customerservice customercare care noreply
donotreply postmaster webmaster hostmaster abuse careers jobs recruitment booking bookings reservations orders
purchase procurement legal press media general management secretary director leasing property realestate frontdesk
";

/// Whether a local part names a role rather than a person.
#[must_use]
pub fn is_role(local: &str) -> bool {
    static WORDS: OnceLock<FxHashSet<u64>> = OnceLock::new();
    let words = WORDS.get_or_init(|| ROLES.split_whitespace().map(|word| hash(word.as_bytes())).collect());
    let word = local.split(['.', '-', '_']).next().unwrap_or(local).trim_end_matches(|c: char| c.is_ascii_digit());
    words.contains(&hash(word.as_bytes()))
}

/// Whether anybody can have a mailbox at this domain, so that sharing the domain says nothing.
#[must_use]
pub fn is_public(domain: &str) -> bool {
    let (name, _) = domain.split_once('.').unwrap_or((domain, ""));
    matches!(
        name,
        "gmail"
            | "yahoo"
            | "hotmail"
            | "outlook"
            | "live"
            | "icloud"
            | "aol"
            | "msn"
            | "rediffmail"
            | "eim"
            | "emirates"
            | "protonmail"
            | "proton"
            | "pm"
            | "zoho"
            | "zohomail"
            | "gmx"
            | "mail"
            | "yandex"
            | "inbox"
            | "btinternet"
            | "sky"
            | "virginmedia"
            | "comcast"
            | "verizon"
            | "att"
            | "sbcglobal"
            | "cox"
            | "bigpond"
            | "optusnet"
            | "sify"
            | "vsnl"
            | "indiatimes"
            | "qq"
            | "163"
            | "126"
            | "naver"
            | "hanmail"
            | "web"
            | "t-online"
            | "orange"
            | "free"
            | "wanadoo"
            | "laposte"
            | "libero"
            | "fastmail"
            | "hey"
            | "tutanota"
            | "mailinator"
            | "in"
    )
}

/// Hands over the mailboxes of a cell that may hold several, as [`read`] does.
pub fn each(cell: &str, scratch: &mut String, mut take: impl FnMut(&str, &str)) {
    if cell.bytes().all(|b| b.is_ascii_graphic() && !matches!(b, b';' | b',' | b'|' | b':')) {
        let _ = read(cell, scratch, &mut take);
        return;
    }
    let parts = cell.split([';', ',', '|', '\n', '\r', '\t']).flat_map(|p| p.split(":::")).flat_map(|p| p.split(" / "));
    for part in parts {
        if read(part, scratch, &mut take).is_none() {
            for word in part.split_whitespace() {
                let _ = read(word, scratch, &mut take);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        read(text, &mut String::new(), |local, domain| format!("{local}@{domain}")).unwrap_or_default()
    }

    #[test]
    fn one_mailbox_has_one_form() {
        for (text, expected) in [
            ("Meera.Rao+crm@GoogleMail.com", "meerarao@gmail.com"),
            ("Meera <meera@rao.example>", "meera@rao.example"),
            ("meera@gmial.com", "meera@gmail.com"),
            ("m.rao@rao.example", "m.rao@rao.example"),
            ("nobody", ""),
            ("@rao.example", ""),
            ("meera@rao", ""),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn roles_are_told_from_people() {
        assert!(is_role("info") && is_role("sales2") && is_role("hr.dubai"));
        assert!(!is_role("infant") && !is_role("meera.rao"));
    }
}
