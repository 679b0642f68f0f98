//! Exact external id, e-mail and phone.

use std::collections::BTreeMap;

use contracts::{EntityRef, MatchEvidence, MergeCandidate};

use crate::{Features, Index, KeyKind, Known, Resolution, Resolver};

/// Resolves by exact keys. A shared mailbox or line counts as the same person only when the names agree as well:
/// families share both ("one family mailbox, two people" in the samples' truth).
#[derive(Clone, Copy, Debug, Default)]
pub struct ExactResolver;

/// A shared e-mail or phone under one name; above chance, below certainty until calibrated on decisions.
const CONTACT_AND_NAME: f64 = 0.9;
/// A shared e-mail or phone where one side has no name.
const CONTACT_ONLY: f64 = 0.6;
/// A shared e-mail or phone under two names.
const CONTACT_OTHER_NAME: f64 = 0.25;

impl Resolver for ExactResolver {
    fn resolve(&self, features: &Features, index: &dyn Index) -> Resolution {
        for key in features.keys_of(KeyKind::ExternalId) {
            let mut known = index.lookup(key);
            known.sort_by_key(|k| (k.row, k.entity));
            if let Some(first) = known.into_iter().next() {
                return Resolution::Same { known: first };
            }
        }
        let mut found: BTreeMap<EntityRef, (Known, Vec<MatchEvidence>)> = BTreeMap::new();
        for kind in [KeyKind::Email, KeyKind::Phone] {
            for key in features.keys_of(kind) {
                for known in index.lookup(key) {
                    let what = if kind == KeyKind::Email { "e-mail address" } else { "phone number" };
                    let evidence = MatchEvidence {
                        field: kind.field().into(),
                        level: "exact".into(),
                        left: key.value.clone(),
                        right: key.value.clone(),
                        weight: None,
                        frequency: None,
                        sentence: format!("Both have the {what} {}.", key.value),
                    };
                    found.entry(known.entity).or_insert_with(|| (known, Vec::new())).1.push(evidence);
                }
            }
        }
        if found.is_empty() {
            return Resolution::New;
        }
        let mut candidates: Vec<(Known, MergeCandidate)> = found
            .into_values()
            .map(|(known, mut evidence)| {
                let (level, score) = compare_names(features, &known.features);
                evidence.push(MatchEvidence {
                    field: "name".into(),
                    level: level.into(),
                    left: join(features),
                    right: join(&known.features),
                    weight: None,
                    frequency: None,
                    sentence: match level {
                        "same" => "The names agree.".into(),
                        "missing" => "One of them has no name.".into(),
                        _ => format!("The names differ: the known one is {}.", known.title),
                    },
                });
                let candidate = MergeCandidate::plain(known.entity, score, evidence);
                (known, candidate)
            })
            .collect();
        candidates.sort_by(|a, b| b.1.score.total_cmp(&a.1.score).then(a.1.entity.cmp(&b.1.entity)));
        let best = &candidates[0];
        let contact = best.1.evidence.first().map(|e| e.right.clone()).unwrap_or_default();
        let who = match best.0.row {
            Some(row) => format!("row {row} ({})", best.0.title),
            None => best.0.title.clone(),
        };
        let suspected = best.1.score > CONTACT_OTHER_NAME;
        let sentence = if suspected {
            format!("Probably someone known: {who} has {contact} too.")
        } else {
            format!("Shares {contact} with {who} under another name.")
        };
        let candidates = candidates.into_iter().map(|(_, c)| c).collect();
        if suspected {
            Resolution::Suspected { candidates, reason: sentence }
        } else {
            Resolution::SharesContact { candidates, remark: sentence }
        }
    }
}

fn join(features: &Features) -> String {
    features.name.iter().map(String::as_str).collect::<Vec<_>>().join(" ")
}

/// Names agree when all words of the shorter stand in the longer, an initial standing for any word it begins.
fn compare_names(a: &Features, b: &Features) -> (&'static str, f64) {
    if a.name.is_empty() || b.name.is_empty() {
        return ("missing", CONTACT_ONLY);
    }
    let (short, long) = if a.name.len() <= b.name.len() { (&a.name, &b.name) } else { (&b.name, &a.name) };
    let fits = |t: &String| {
        long.contains(t)
            || long
                .iter()
                .any(|l| (t.len() == 1 && l.starts_with(t.as_str())) || (l.len() == 1 && t.starts_with(l.as_str())))
    };
    // At least one whole word must agree: two initials say nothing.
    let whole = short.iter().any(|t| t.len() > 1 && long.contains(t));
    if whole && short.iter().all(fits) { ("same", CONTACT_AND_NAME) } else { ("different", CONTACT_OTHER_NAME) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Key, name_tokens};
    use contracts::{EntityId, EntityType};
    use uuid::Uuid;

    struct One(Known);
    impl Index for One {
        fn lookup(&self, key: &Key) -> Vec<Known> {
            if self.0.features.keys.contains(key) { vec![self.0.clone()] } else { vec![] }
        }
    }

    fn features(name: &str, keys: &[(KeyKind, &str)]) -> Features {
        Features {
            keys: keys.iter().map(|(kind, v)| Key { kind: *kind, value: (*v).into() }).collect(),
            name: name_tokens(name),
        }
    }

    fn known(name: &str, keys: &[(KeyKind, &str)]) -> One {
        let entity = EntityRef { entity: EntityType::Person, id: EntityId(Uuid::from_u128(7)) };
        One(Known { entity, title: name.into(), features: features(name, keys), row: None })
    }

    const MAIL: (KeyKind, &str) = (KeyKind::Email, "family@example.com");

    #[test]
    fn the_same_systems_id_identifies_whatever_the_name() {
        let id = (KeyKind::ExternalId, "hubspot:42");
        let r = ExactResolver.resolve(&features("Rina Sen", &[id]), &known("R. Sen Gupta", &[id]));
        assert!(matches!(r, Resolution::Same { .. }));
    }

    #[test]
    fn a_shared_mailbox_under_one_name_is_suspected_never_concluded() {
        let r = ExactResolver.resolve(&features("Dr. Sen, R.", &[MAIL]), &known("Rina SEN", &[MAIL]));
        assert!(matches!(r, Resolution::Suspected { .. }), "{r:?}");
    }

    #[test]
    fn a_family_mailbox_does_not_make_two_people_one() {
        let r = ExactResolver.resolve(&features("Arjun Sen", &[MAIL]), &known("Rina Sen", &[MAIL]));
        assert!(matches!(r, Resolution::SharesContact { .. }), "{r:?}");
    }

    #[test]
    fn nothing_in_common_is_somebody_new() {
        let r = ExactResolver.resolve(&features("Rina Sen", &[]), &known("Rina Sen", &[MAIL]));
        assert_eq!(r, Resolution::New);
    }
}
