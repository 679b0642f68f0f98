//! Mailboxes: the form that one mailbox always has, whether it belongs to a role, and whether anybody can have one there.

/// A mailbox, folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mailbox {
    /// Before the sign, as its provider tells mailboxes apart.
    pub local: String,
    /// After it, with common slips mended.
    pub domain: String,
}

/// Reads one address; none for what is no address.
#[must_use]
pub fn read(text: &str) -> Option<Mailbox> {
    let text = text.trim().trim_matches(['<', '>', '"', '\'', '.', ',', ';']);
    let text = text.rsplit_once('<').map_or(text, |(_, inner)| inner.trim_end_matches('>'));
    let text = text.strip_prefix("mailto:").unwrap_or(text);
    let (local, domain) = text.rsplit_once('@')?;
    if local.is_empty() || !domain.contains('.') || text.contains(char::is_whitespace) {
        return None;
    }
    let domain = mended(&domain.to_lowercase());
    let mut local = local.to_lowercase();
    if let Some(at) = local.find('+').filter(|at| *at > 0) {
        local.truncate(at);
    }
    if domain == "gmail.com" {
        local.retain(|c| c != '.');
    }
    Some(Mailbox { local, domain })
}

/// Common slips of the big providers' names, and their other names.
fn mended(domain: &str) -> String {
    match domain {
        "googlemail.com" | "gmial.com" | "gmai.com" | "gmal.com" | "gamil.com" | "gmail.co" | "gmail.con"
        | "gmail.cm" | "gmail.in" | "gmail.om" | "gnail.com" | "gmaill.com" | "gmil.com" | "gmail.co.in"
        | "ggmail.com" => "gmail.com",
        "yaho.com" | "yahooo.com" | "yhaoo.com" | "yahoo.con" | "yahoo.co" | "yhoo.com" | "ymail.com"
        | "rocketmail.com" => "yahoo.com",
        "hotmial.com" | "hotmai.com" | "hotmal.com" | "hotmail.con" | "hotmail.co" | "hotmil.com" | "homail.com" => {
            "hotmail.com"
        }
        "outlok.com" | "outlook.con" | "outlook.co" | "otlook.com" => "outlook.com",
        "rediffmial.com" | "rediff.com" | "redifmail.com" | "rediffmail.con" => "rediffmail.com",
        "me.com" | "mac.com" | "icoud.com" | "iclod.com" => "icloud.com",
        other => other,
    }
    .to_owned()
}

/// Whether a local part names a role rather than a person (RFC 2142 and common use).
#[must_use]
pub fn is_role(local: &str) -> bool {
    let word = local.split(['.', '-', '_']).next().unwrap_or(local).trim_end_matches(|c: char| c.is_ascii_digit());
    matches!(
        word,
        "info"
            | "sales"
            | "admin"
            | "contact"
            | "contacts"
            | "office"
            | "accounts"
            | "account"
            | "hr"
            | "enquiry"
            | "enquiries"
            | "inquiry"
            | "support"
            | "help"
            | "helpdesk"
            | "mail"
            | "email"
            | "hello"
            | "team"
            | "marketing"
            | "billing"
            | "finance"
            | "reception"
            | "service"
            | "services"
            | "customerservice"
            | "customercare"
            | "care"
            | "noreply"
            | "donotreply"
            | "postmaster"
            | "webmaster"
            | "hostmaster"
            | "abuse"
            | "careers"
            | "jobs"
            | "recruitment"
            | "booking"
            | "bookings"
            | "reservations"
            | "orders"
            | "purchase"
            | "procurement"
            | "legal"
            | "press"
            | "media"
            | "general"
            | "management"
            | "secretary"
            | "director"
            | "leasing"
            | "property"
            | "realestate"
            | "frontdesk"
    )
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

/// Hands over the addresses of a cell that may hold several.
pub fn each(cell: &str, mut take: impl FnMut(Mailbox)) {
    let parts = cell.split([';', ',', '|', '\n', '\r', '\t']).flat_map(|p| p.split(":::")).flat_map(|p| p.split(" / "));
    for part in parts {
        if let Some(mailbox) = read(part) {
            take(mailbox);
        } else {
            part.split_whitespace().filter_map(read).for_each(&mut take);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        read(text).map_or_else(String::new, |m| format!("{}@{}", m.local, m.domain))
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
