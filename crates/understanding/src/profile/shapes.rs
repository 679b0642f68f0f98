//! What a single value looks like.

use super::Profile;
use crate::values::{country, date, email, money, number, phone};

impl Profile {
    /// Counts what a value looks like; `w`: in how many cells it stands. Nothing here is hurried: it says what the counts mean.
    pub(super) fn shapes_plain(&mut self, value: &str, w: u64) {
        if value.contains('@') {
            let parts = email::split(value);
            self.emails += w * u64::from(!parts.is_empty() && parts.iter().all(|p| email::parse(p).is_some()));
        } else if is_url(value) {
            self.urls += w;
            self.social += w * u64::from(social_network(value).is_some());
        }
        if value.bytes().any(|b| b.is_ascii_digit()) {
            self.figures_plain(value, w);
        } else {
            self.booleans += w * u64::from(number::boolean(value).is_some());
        }
        self.words_plain(value, w);
    }

    pub(super) fn figures_plain(&mut self, value: &str, w: u64) {
        self.zeros += w * u64::from(value.bytes().all(|b| b == b'0'));
        let moment = date::parse(value);
        if let Some(moment) = moment {
            self.dates += w;
            self.with_time += w * u64::from(moment.time.is_some_and(|t| t != (0, 0, 0, 0)));
            match moment.hint() {
                date::OrderHint::Dmy => self.day_first += w,
                date::OrderHint::Mdy => self.month_first += w,
                date::OrderHint::Open => self.order_open += w,
                date::OrderHint::Same | date::OrderHint::None => {}
            }
        }
        let digits = value.bytes().filter(u8::is_ascii_digit).count();
        let parts =
            if moment.is_none() && digits >= 7 && value.len() <= 200 { phone::split(value) } else { Vec::new() };
        let is_phone = !parts.is_empty() && parts.iter().all(|p| phone::looks_like(p));
        if is_phone {
            self.phones += w;
            for region in parts.iter().filter_map(|p| phone::international_region(p)) {
                self.international += w;
                *self.phone_regions.entry(region).or_default() += w;
            }
        }
        if value.len() > 60 {
            self.json += w * u64::from(is_json(value));
            return;
        }
        let number = number::parse(value, false).or_else(|| number::parse(value, true));
        self.numbers += w * u64::from(number.is_some());
        self.integers += w * u64::from(value.bytes().all(|b| b.is_ascii_digit()));
        // The readers are tried only where the cheaper ones before have not recognised the value.
        let money = number.is_some()
            || (moment.is_none()
                && !is_phone
                && money::parse(value, false).or_else(|| money::parse(value, true)).is_some());
        self.money += w * u64::from(money);
        if value.contains([',', '.']) {
            self.comma_decimals += w * u64::from(comma_decimal(value));
        }
        self.bedrooms += w * u64::from(value.len() <= 16 && number::bedrooms(value).is_some());
        self.booleans += w * u64::from(matches!(value, "0" | "1"));
    }

    pub(super) fn words_plain(&mut self, value: &str, w: u64) {
        self.triple_colon += w * u64::from(value.contains(" ::: "));
        self.semicolon += w * u64::from(value.contains(';'));
        self.pipe += w * u64::from(value.contains('|'));
        self.comma += w * u64::from(value.contains(','));
        self.hash += w * u64::from(value.starts_with('#'));
        if value.len() <= 12 {
            self.salutations += w * u64::from(is_salutation(value));
        }
        self.json += w * u64::from(value.len() <= 60 && is_json(value));
        self.names += w * u64::from(is_name_like(value));
        if value.len() <= 40 {
            if let Some(found) = country::find(value) {
                self.countries += w;
                *self.named_regions.entry(found.code.as_str()).or_default() += w;
            }
            self.purposes += w * u64::from(is_purpose(value));
        }
    }
}

/// Top-level domains that make a bare host a web address; `samir.wadia` is a login.
const TOP_DOMAINS: &[&str] = &[
    "com", "org", "net", "in", "ae", "co", "io", "uk", "sg", "us", "ca", "au", "de", "fr", "sa", "qa", "kw", "bh",
    "om", "me", "biz", "info", "app", "dev", "ai", "realty", "homes", "property", "estate", "group", "example",
];

/// Whether a text is a web address: a scheme, `www.`, or a host with a path.
pub(crate) fn is_url(value: &str) -> bool {
    if !value.contains(['.', ':']) || value.contains(char::is_whitespace) {
        return false;
    }
    let low = value.to_ascii_lowercase();
    let schemed = low.starts_with("http://") || low.starts_with("https://") || low.starts_with("www.");
    let host_like = || {
        let host = low.split('/').next().unwrap_or_default();
        let top = host.rsplit('.').next().unwrap_or_default();
        host.contains('.')
            && (low.contains('/') || TOP_DOMAINS.contains(&top))
            && (2..=8).contains(&top.len())
            && top.bytes().all(|b| b.is_ascii_alphabetic())
            && host.split('.').all(|l| !l.is_empty() && l.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'))
    };
    !value.contains(char::is_whitespace) && !value.contains('@') && (schemed || host_like())
}

/// The network that a profile's address belongs to.
pub(crate) fn social_network(value: &str) -> Option<&'static str> {
    const HOSTS: &[(&str, &str)] = &[
        ("linkedin.com", "linkedin"),
        ("instagram.com", "instagram"),
        ("facebook.com", "facebook"),
        ("fb.com", "facebook"),
        ("twitter.com", "x"),
        ("x.com", "x"),
        ("t.me", "telegram"),
        ("youtube.com", "youtube"),
        ("tiktok.com", "tiktok"),
        ("snapchat.com", "snapchat"),
    ];
    let low = value.to_ascii_lowercase();
    let rest = low.split_once("://").map_or(low.as_str(), |(_, r)| r);
    let host = rest.split(['/', '?', ':']).next().unwrap_or_default();
    HOSTS.iter().find(|(h, _)| host == *h || host.strip_suffix(h).is_some_and(|p| p.ends_with('.'))).map(|(_, n)| *n)
}

pub(super) fn is_json(value: &str) -> bool {
    (value.starts_with('{') && value.ends_with('}') || value.starts_with('[') && value.ends_with(']'))
        && serde_json::from_str::<serde::de::IgnoredAny>(value).is_ok()
}

/// `1.234,50` or `12,5`: a comma where an English number would have a point.
pub(super) fn comma_decimal(value: &str) -> bool {
    let digits = value.trim_matches(|c: char| !c.is_ascii_digit());
    number::parse(digits, false).is_none() && number::parse(digits, true).is_some()
        || digits.matches('.').count() > 1 && number::parse(digits, true).is_some()
        || digits.rsplit_once(',').is_some_and(|(whole, rest)| rest.len() != 3 && !whole.contains(','))
            && number::parse(digits, true).is_some()
}

pub(super) fn is_salutation(value: &str) -> bool {
    const WORDS: &[&str] = &[
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "shri",
        "smt",
        "sri",
        "sh",
        "kumari",
        "sheikh",
        "sheikha",
        "sir",
        "madam",
        "mx",
        "herr",
        "frau",
        "m",
        "mme",
        "mlle",
        "se\u{f1}or",
        "se\u{f1}ora",
        "er",
        "adv",
        "ca",
        "capt",
        "col",
        "sig",
        "sigra",
        "signor",
        "signora",
        "dott",
        "dottssa",
        "ing",
        "avv",
        "geom",
        "rag",
        "dra",
        "sr",
        "sra",
        "srta",
        "lic",
        "eng",
        "dhr",
        "mevr",
        "drs",
        "ir",
        "bay",
        "bayan",
        "pani",
        "monsieur",
        "madame",
        "\u{433}-\u{43d}",
        "\u{433}-\u{436}\u{430}",
        "\u{627}\u{644}\u{633}\u{64a}\u{62f}",
        "\u{627}\u{644}\u{633}\u{64a}\u{62f}\u{629}",
        "\u{936}\u{94d}\u{930}\u{940}",
        "\u{936}\u{94d}\u{930}\u{940}\u{92e}\u{924}\u{940}",
    ];
    let low = value.replace('.', "").to_lowercase();
    let mut words = low.split_whitespace().peekable();
    // `Prof. Dr.`
    words.peek().is_some() && words.all(|w| WORDS.contains(&w))
}

/// Two to five words of letters, the shape of a person's or firm's name.
pub(super) fn is_name_like(value: &str) -> bool {
    let words = value.split_whitespace().count();
    (2..=5).contains(&words)
        && value.len() <= 60
        && value.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '\'' | '-' | '\u{2019}'))
}

pub(super) fn is_purpose(value: &str) -> bool {
    let low = value.to_lowercase();
    ["buy", "rent", "sell", "invest", "lease", "purchase", "end use", "tenant", "landlord", "let", "resale"]
        .iter()
        .any(|w| low.contains(w))
}
