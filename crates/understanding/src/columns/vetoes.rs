//! Values that no column of the field holds, whatever its header says: floors where a quarter of a town is meant, a
//! buyer's position where a profession is. Such a column is left to the person.

use contracts::ColumnStatus;

use super::draft::Draft;
use super::evidence;
use super::frames::Frames;
use super::words::Header;
use crate::profile::Profile;

/// Values of a legal form: whether somebody is a person or a company says nothing of how far they are.
const FORMS: &[&str] = &[
    "person",
    "individual",
    "company",
    "organization",
    "organisation",
    "business",
    "joint",
    "single",
    "couple",
    "family",
    "private",
    "corporate",
    "trust",
    "firm",
    "privat",
    "firma",
    "privatperson",
    "unternehmen",
    "particulier",
    "societe",
    "soci\u{e9}t\u{e9}",
    "entreprise",
    "particular",
    "empresa",
    "persona",
    "persona f\u{ed}sica",
    "persona jur\u{ed}dica",
    "pessoa f\u{ed}sica",
    "pessoa jur\u{ed}dica",
    "pf",
    "pj",
    "privato",
    "azienda",
    "joint owners",
    "sole",
    "b2b",
    "b2c",
];

/// Words of where a buyer stands, which no profession is called by.
const POSITIONS: &[&str] = &[
    "market",
    "sell",
    "sold",
    "offer",
    "chain",
    "rented",
    "renting",
    "cash buyer",
    "first time",
    "let agreed",
    "proceed",
    "mortgage",
    "vendre",
    "verkaufen",
    "vender",
];

/// Leaves columns open whose values are nothing that the field is told in.
pub(crate) fn settle(drafts: &mut [Draft], headers: &[Header], profiles: &[Profile]) {
    for ((draft, header), profile) in drafts.iter_mut().zip(headers).zip(profiles) {
        let Some(field) = draft.column.field.clone() else { continue };
        let by_header = draft.column.evidence.iter().any(|e| e.source == "header");
        if draft.column.status != ColumnStatus::Mapped || !by_header || profile.valued() < 4 {
            continue;
        }
        let why = match field.as_str() {
            "requirement.locality[]" | "requirement.city[]" => floors(profile),
            "person.job_title" => {
                of_few(profile, "words of where a buyer stands", |v| POSITIONS.iter().any(|p| v.contains(p)))
            }
            "person.lifecycle_stage" => of_few(profile, "legal forms", |v| FORMS.contains(&v)),
            "requirement.financing" => sums(profile),
            _ => None,
        };
        if let Some(why) = why {
            draft.open("values", format!("The header points to {}, but {why}", contracts::spoken(&field)));
            continue;
        }
        // `Referral source` over names of people.
        let referred = header.words.iter().any(|w| Frames::get().is("REFER", w));
        if field == "person.lead_source" && referred && profile.share(profile.names) >= 0.9 && header.words.len() > 1 {
            let named = header.words.iter().any(|w| Frames::get().is("NAME", w));
            if named {
                draft.map("person.referrer", 0.8);
                draft.because("values", evidence::share(profile, profile.names, "names"), 0.8);
            }
        }
    }
}

/// `EG links`, `3. OG`, `RdC`: where in a building, not where in a town.
fn floors(profile: &Profile) -> Option<String> {
    let is = |value: &str| {
        let low = value.to_lowercase();
        let mut words = low.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
        words.any(|w| {
            matches!(
                w,
                "eg" | "og"
                    | "dg"
                    | "ug"
                    | "kg"
                    | "floor"
                    | "\u{e9}tage"
                    | "etage"
                    | "rdc"
                    | "planta"
                    | "andar"
                    | "piano"
                    | "stock"
            )
        })
    };
    let (all, found) = counted(profile, is);
    (all > 0 && found * 10 >= all * 6).then(|| format!("{found} of {all} values name a floor"))
}

/// Amounts under a word for how a purchase is paid: what is lent or brought along, not how.
fn sums(profile: &Profile) -> Option<String> {
    (profile.share(profile.money.max(profile.numbers)) >= 0.8)
        .then(|| evidence::share(profile, profile.money.max(profile.numbers), "amounts"))
}

fn of_few(profile: &Profile, what: &str, is: impl Fn(&str) -> bool) -> Option<String> {
    if profile.choices.is_empty() || profile.choices.len() > 12 {
        return None;
    }
    let (all, found) = counted(profile, |v| is(v.trim().to_lowercase().as_str()));
    (all > 0 && found * 10 >= all * 6).then(|| format!("{found} of {all} values are {what}"))
}

fn counted(profile: &Profile, is: impl Fn(&str) -> bool) -> (u64, u64) {
    profile.spread().fold((0, 0), |(all, found), v| (all + 1, found + u64::from(is(v))))
}
