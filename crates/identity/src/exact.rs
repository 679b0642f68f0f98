//! Exact external id, e-mail and phone.

use std::collections::BTreeMap;

use contracts::{EntityRef, EntityType, MatchEvidence, MergeCandidate};

use crate::{Features, Index, Key, KeyKind, Known, Resolution, Resolver};

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

/// What ids of files begin with whose system nobody knows: each such file counts from 1.
const UNNAMED: &str = "csv:";

/// Whether an id says that the two are one. That of a named system does, and within a file any does; in files of systems that
/// nobody knows 1 is somebody in each, so that a name, a mailbox or a number must agree, or there is nothing to compare. Deals
/// and tasks are retitled as they go on, and have nothing else: there the id is all there is.
fn identifies(key: &Key, features: &Features, known: &Known) -> bool {
    let named_by_people = matches!(known.entity.entity, EntityType::Person | EntityType::Account);
    if !named_by_people || known.row.is_some() || !key.value.starts_with(UNNAMED) {
        return true;
    }
    let reached = |k: &&Key| k.kind != KeyKind::ExternalId && known.features.keys.contains(*k);
    compare_names(features, &known.features).0 != "different" || features.keys.iter().any(|k| reached(&k))
}

impl Resolver for ExactResolver {
    fn resolve(&self, features: &Features, index: &dyn Index) -> Resolution {
        let mut stranger = None;
        for key in features.keys_of(KeyKind::ExternalId) {
            let mut known = index.lookup(key);
            known.sort_by_key(|k| (k.row, k.entity));
            let (same, others): (Vec<Known>, Vec<Known>) =
                known.into_iter().partition(|k| identifies(key, features, k));
            if let Some(first) = same.into_iter().next() {
                return Resolution::Same { known: first };
            }
            stranger = stranger.or_else(|| Some((key, others.into_iter().next()?)));
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
            let Some((key, known)) = stranger else { return Resolution::New };
            let id = key.value.strip_prefix(UNNAMED).unwrap_or(&key.value);
            let remark = format!(
                "Has the id {id}, as {} has; the files name no system that it is of, and name and contact details are others, \
                 so they were not taken for one.",
                known.title
            );
            let candidates = vec![MergeCandidate::plain(known.entity, CONTACT_OTHER_NAME, Vec::new())];
            return Resolution::SharesContact { candidates, remark };
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
    fn an_id_of_a_file_that_names_no_system_needs_a_name_or_a_contact_that_agrees() {
        let id = (KeyKind::ExternalId, "csv:1");
        let resolve = |name: &str, keys: &[(KeyKind, &str)]| {
            ExactResolver.resolve(&features(name, keys), &known("Meera Rao", &[id, MAIL]))
        };
        assert!(matches!(resolve("Anke Seyfarth", &[id]), Resolution::SharesContact { .. }));
        assert!(matches!(resolve("M. Rao", &[id]), Resolution::Same { .. }));
        assert!(matches!(resolve("Meera Iyer", &[id, MAIL]), Resolution::Same { .. }), "married");
        assert!(matches!(resolve("", &[id]), Resolution::Same { .. }), "nothing contradicts");
        let mut of_the_file = known("Meera Rao", &[id]);
        of_the_file.0.row = Some(4);
        let r = ExactResolver.resolve(&features("Anke Seyfarth", &[id]), &of_the_file);
        assert!(matches!(r, Resolution::Same { .. }), "one file has one system");
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
