//! Whether the values of a column bear out what its header says.

use contracts::{FieldKind, FieldPath};

use super::kinds;
use crate::profile::Profile;

/// The verdict of the values on a reading.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Verdict {
    /// They bear it out: weight and sentence.
    Confirms(f64, String),
    /// Some do.
    Partly(f64, String),
    /// They don't speak on it.
    Silent,
    /// They are something else.
    Contradicts(String),
}

/// Judges a reading by the whole column.
pub(crate) fn check(path: &FieldPath, profile: &Profile) -> Verdict {
    if profile.valued() == 0 {
        return Verdict::Silent;
    }
    let Some(def) = path.def else { return Verdict::Silent };
    if path.part.as_deref() == Some("label") {
        return unlike(profile, "labels");
    }
    // `Site visited?` names no site.
    let text = matches!(def.kind, FieldKind::Text | FieldKind::Tag | FieldKind::LongText | FieldKind::Area);
    if text && !matches!(def.name, "financing" | "kyc_status" | "gender") && profile.share(profile.booleans) >= 0.9 {
        let said = profile.choices.len() <= 3 && profile.share(profile.numbers) < 0.5;
        if said {
            return Verdict::Contradicts(share(profile, profile.booleans, "yes or no"));
        }
    }
    if let Some(why) =
        figures_where_words_belong(def.name, def.kind, profile).or_else(|| no_list(def.name, def.kind, profile))
    {
        return Verdict::Contradicts(why);
    }
    match def.kind {
        FieldKind::Email => typed(profile, profile.emails, "e-mail addresses"),
        // A zero stands for an empty phone in several exports.
        FieldKind::Phone if profile.zeros > 0 && profile.zeros < profile.valued() => {
            let rest = (profile.valued() - profile.zeros) as f64;
            let sentence = format!("{} of {} values other than 0 are phone numbers", profile.phones, rest);
            judge(profile.phones as f64 / rest, sentence)
        }
        FieldKind::Phone if profile.zeros > 0 => Verdict::Silent,
        FieldKind::Phone => typed(profile, profile.phones, "phone numbers"),
        FieldKind::Website => typed(profile, profile.urls, "web addresses"),
        FieldKind::Date | FieldKind::DateTime => {
            written_otherwise(typed(profile, super::transform::dated(profile), "dates"), profile, 4)
        }
        FieldKind::Money => written_otherwise(typed(profile, profile.money, "amounts of money"), profile, 1),
        FieldKind::Number if def.name.contains("bedrooms") => typed(profile, profile.bedrooms, "numbers of bedrooms"),
        FieldKind::Number if matches!(def.name, "probability" | "duration") => Verdict::Silent,
        FieldKind::Number => typed(profile, profile.numbers, "numbers"),
        FieldKind::Bool => typed(profile, profile.booleans, "yes or no"),
        FieldKind::ExternalId => external_id(path, profile),
        // Registers number firms as exchanges number lines: `00-1767556`.
        _ if path.name == "registration_id" && profile.international == 0 => Verdict::Silent,
        FieldKind::Address => address(path.part.as_deref(), profile),
        FieldKind::Area => {
            let with_figures = shown(profile, |s| s.chars().any(char::is_numeric));
            if with_figures < 0.5 {
                Verdict::Contradicts("Most values hold no figure".into())
            } else {
                unlike_contact(profile)
            }
        }
        FieldKind::Social => Verdict::Silent,
        FieldKind::Text if def.name == "photo_url" => typed(profile, profile.urls, "web addresses"),
        // Whoever looks after the rows may be named by a mailbox.
        FieldKind::Text if matches!(def.name, "owner" | "assignee") && profile.share(profile.emails) >= 0.6 => {
            let again = profile.distinct() * 2 <= profile.filled;
            if again { Verdict::Silent } else { unlike(profile, "names") }
        }
        FieldKind::Text if is_name(def.name) => unlike(profile, "names"),
        FieldKind::Text if def.name == "prefix" => {
            if profile.share(profile.salutations) >= 0.7 {
                Verdict::Confirms(0.08, share(profile, profile.salutations, "forms of address"))
            } else {
                unlike(profile, "forms of address")
            }
        }
        FieldKind::Choice if def.name == "purpose" => {
            let s = profile.share(kinds::purposes(profile));
            let sentence = share(profile, kinds::purposes(profile), "words such as buy, rent or invest");
            if s >= 0.6 {
                Verdict::Confirms(0.04, sentence)
            } else if s >= 0.3 {
                Verdict::Partly(0.7, sentence)
            } else {
                Verdict::Contradicts(sentence)
            }
        }
        FieldKind::Choice => choice(profile),
        // A day to move in by.
        FieldKind::Text if def.name == "timeframe" && profile.share(profile.dates) >= 0.5 => Verdict::Silent,
        FieldKind::Text if def.name == "referrer" => {
            // `Reference` over numbers that tell every row apart is the row's own.
            let codes = shown(profile, |s| s.chars().any(|c| c.is_ascii_digit()));
            let bare = shown(profile, |s| !s.contains(char::is_whitespace) && s.chars().any(|c| c.is_ascii_digit()));
            if codes >= 0.9 && profile.filled >= 4 && profile.distinct() * 100 >= profile.filled * 95 {
                Verdict::Contradicts("Its values are codes that tell every row apart".into())
            } else if bare >= 0.95 && profile.filled >= 4 {
                Verdict::Contradicts("Its values are codes and name nobody".into())
            } else {
                unlike_contact(profile)
            }
        }
        FieldKind::Text | FieldKind::Tag | FieldKind::LongText => unlike_contact(profile),
    }
}

/// Amounts and counts under a header that seems to name a source, a stage or a text.
fn figures_where_words_belong(name: &str, kind: FieldKind, profile: &Profile) -> Option<String> {
    let words = matches!(kind, FieldKind::Choice | FieldKind::Tag | FieldKind::LongText | FieldKind::Text);
    let codes = matches!(
        name,
        "rating"
            | "timeframe"
            | "children"
            | "property.unit"
            | "property.listing_id"
            | "property.name"
            | "registration_id"
            | "domain"
            | "photo_url"
            | "gender"
            | "priority"
            | "kyc_status"
            | "financing"
            | "source_system_detail"
            | "campaign"
            | "area_unit"
            | "currency"
            | "property.type"
    );
    let figures = profile.numbers.max(profile.money);
    // `18:40` under `Arrived` is a time of day.
    let clock = |s: &str| {
        let mut parts = s.split(':');
        let two =
            |p: Option<&str>| p.is_some_and(|p| (1..=2).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_digit()));
        two(parts.next()) && two(parts.next())
    };
    if words && name != "timeframe" && shown(profile, clock) >= 0.9 {
        return Some("The values are times of day".into());
    }
    // A note says something; `AF1001` tells rows apart.
    let code = |s: &str| !s.contains(char::is_whitespace) && s.bytes().any(|b| b.is_ascii_digit());
    if kind == FieldKind::LongText && profile.filled >= 4 && shown(profile, code) >= 0.95 {
        return Some("The values are codes, not sentences".into());
    }
    (words && !codes && profile.share(figures) >= 0.8).then(|| share(profile, figures, "figures"))
}

/// A stage, a source or a person in charge comes again; a column in which nearly every value is another is none.
fn no_list(name: &str, kind: FieldKind, profile: &Profile) -> Option<String> {
    let again = kind == FieldKind::Choice && name != "currency"
        || matches!(name, "owner" | "assignee" | "department" | "gender");
    let all = profile.filled >= 20 && profile.distinct() * 100 >= profile.filled * 92;
    // Whoever looks after people looks after several; full names that never repeat are other people.
    let people = matches!(name, "owner" | "assignee")
        && profile.filled >= 5
        && profile.distinct() == profile.filled
        && profile.share(profile.names) >= 0.8;
    let differs = all || people;
    (again && differs).then(|| {
        format!(
            "{} different values stand in {} cells, where such a column repeats a few",
            profile.distinct(),
            profile.filled
        )
    })
}

fn is_name(name: &str) -> bool {
    matches!(
        name,
        "full_name"
            | "given_name"
            | "middle_name"
            | "family_name"
            | "company_name"
            | "nickname"
            | "name"
            | "legal_name"
            | "job_title"
            | "contact"
            | "account"
            | "owner"
            | "assignee"
    ) || name.ends_with(".given_name")
        || name.ends_with(".family_name")
        || name.ends_with(".full_name")
        || name.ends_with(".name")
        || name.starts_with("property.project")
}

/// `98 of 100 values are e-mail addresses`.
pub(crate) fn share(profile: &Profile, count: u64, what: &str) -> String {
    format!("{count} of {} values are {what}", profile.valued())
}

fn typed(profile: &Profile, count: u64, what: &str) -> Verdict {
    judge(profile.share(count), share(profile, count, what))
}

/// The share of the samples that something is true of.
fn shown(profile: &Profile, fits: impl Fn(&str) -> bool) -> f64 {
    let samples = profile.samples();
    let said: Vec<&String> = samples.iter().filter(|s| !crate::values::text::is_sentinel(s)).collect();
    if said.is_empty() { 0.0 } else { said.iter().filter(|s| fits(s)).count() as f64 / said.len() as f64 }
}

/// Figures written in a way that isn't read yet are no reason to doubt a header that names dates or amounts: each cell is
/// then put to the person.
fn written_otherwise(verdict: Verdict, profile: &Profile, digits: usize) -> Verdict {
    let Verdict::Contradicts(why) = verdict else { return verdict };
    let other = profile.emails.max(profile.phones).max(profile.urls).max(profile.json).max(profile.dates);
    let figures = |s: &str| {
        let (count, letters) =
            s.chars().fold((0, 0), |(d, l), c| (d + usize::from(c.is_numeric()), l + usize::from(c.is_alphabetic())));
        count >= digits && letters <= 2 * count + 8
    };
    let separated = |s: &str| digits < 4 || s.chars().any(|c| matches!(c, '/' | '-' | '.'));
    if profile.share(other) < 0.3 && shown(profile, |s| figures(s) && separated(s)) >= 0.75 {
        Verdict::Partly(0.6, format!("{why}, though most hold figures as such a column does"))
    } else {
        Verdict::Contradicts(why)
    }
}

/// What the values of a column with no reading look like, for the person who will read it.
pub(crate) fn describe(profile: &Profile) -> Option<String> {
    let shapes = [
        (profile.emails, "e-mail addresses"),
        (profile.dates, "dates"),
        (profile.phones, "phone numbers"),
        (profile.urls, "web addresses"),
        (profile.json, "JSON"),
        (profile.booleans, "yes or no"),
        (profile.numbers, "numbers"),
    ];
    shapes.into_iter().find(|(n, _)| profile.share(*n) >= 0.8).map(|(n, what)| share(profile, n, what))
}

fn judge(s: f64, sentence: String) -> Verdict {
    if s >= 0.85 {
        Verdict::Confirms(0.08, sentence)
    } else if s >= 0.35 {
        Verdict::Partly(s, sentence)
    } else {
        Verdict::Contradicts(sentence)
    }
}

/// Text that must not be something with a shape of its own.
fn unlike(profile: &Profile, what: &str) -> Verdict {
    for (count, other) in [
        (profile.emails, "e-mail addresses"),
        (profile.phones, "phone numbers"),
        (profile.dates, "dates"),
        (profile.urls, "web addresses"),
        (profile.json, "JSON"),
        (profile.numbers, "numbers"),
    ] {
        if profile.share(count) >= 0.6 {
            return Verdict::Contradicts(format!("{}, not {what}", share(profile, count, other)));
        }
    }
    Verdict::Silent
}

fn choice(profile: &Profile) -> Verdict {
    let verdict = unlike_contact(profile);
    let few = profile.choices.len();
    if verdict == Verdict::Silent && few > 0 && few <= 30 && profile.valued() >= 10 {
        let mut names: Vec<(&str, u64)> = profile.choices.iter().map(|(v, n)| (v.as_str(), *n)).collect();
        names.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        let shown: Vec<String> = names.iter().take(8).map(|(v, n)| format!("{v} ({n})")).collect();
        return Verdict::Confirms(0.04, format!("{few} different values: {}", shown.join(", ")));
    }
    verdict
}

/// Cells that are phones; runs of digits without a country's code or any grouping may number anything.
pub(crate) fn called(profile: &Profile) -> u64 {
    let plain = profile.international == 0 && profile.integers * 10 >= profile.phones * 9;
    if plain { 0 } else { profile.phones }
}

fn unlike_contact(profile: &Profile) -> Verdict {
    for (count, other) in [
        (profile.emails, "e-mail addresses"),
        (called(profile), "phone numbers"),
        (profile.dates, "dates"),
        (profile.json, "JSON"),
    ] {
        if profile.share(count) >= 0.7 {
            return Verdict::Contradicts(share(profile, count, other));
        }
    }
    Verdict::Silent
}

fn external_id(path: &FieldPath, profile: &Profile) -> Verdict {
    let distinct = profile.distinct() as f64 / profile.filled.max(1) as f64;
    let own = path.entity != contracts::EntityType::Account;
    let sentence = format!("{} different values in {} cells", profile.distinct(), profile.filled);
    // Ten digits and more, with a country's code or as phones are grouped: one to call and no code.
    let called = profile.share(profile.phones) >= 0.8
        && (profile.share(profile.international) >= 0.5 || profile.integers < profile.phones);
    if profile.share(profile.emails.max(profile.dates)) > 0.5 {
        Verdict::Contradicts(sentence)
    } else if called {
        Verdict::Contradicts(share(profile, profile.phones, "phone numbers"))
    } else if !own || profile.filled < 4 {
        Verdict::Silent
    } else if distinct >= 0.98 || profile.distinct() >= 20_000 {
        Verdict::Confirms(0.08, sentence)
    } else if distinct >= 0.6 {
        Verdict::Partly(distinct, sentence)
    } else {
        Verdict::Contradicts(format!("{sentence}: it does not tell records apart"))
    }
}

fn address(part: Option<&str>, profile: &Profile) -> Verdict {
    match part {
        Some("country") if profile.share(profile.countries) >= 0.8 => {
            Verdict::Confirms(0.08, share(profile, profile.countries, "countries"))
        }
        Some("postal_code") => {
            if profile.share(profile.emails.max(profile.dates)) > 0.5 || profile.share(profile.international) >= 0.5 {
                Verdict::Contradicts("The values are no postal codes".into())
            } else if shown(profile, |s| s.bytes().filter(u8::is_ascii_digit).count() >= 10) >= 0.8 {
                Verdict::Contradicts("The values have more figures than postal codes have".into())
            } else {
                Verdict::Silent
            }
        }
        Some("po_box" | "street" | "street2" | "formatted") => unlike_contact(profile),
        _ => unlike(profile, "places"),
    }
}
