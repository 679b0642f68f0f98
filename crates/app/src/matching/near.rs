//! Who somebody may be who is being typed in: the engine asked for one record that is not there yet.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use contracts::{
    Actor, ApiError, EntityId, EntityRef, EntityType, ErrorCode, NearArgs, NearMatch, NearMatches, Permission,
};
use identity::blocking::{Attributes, keys_of};
use serde_json::Value;
use store::{PlanBasis, Reader};

use crate::error::Failure;
use crate::imports::twins::PROBABLE;
use crate::matching::blocks::Blocks;
use crate::matching::model::Weights;
use crate::matching::person::features;
use crate::matching::prospects::Prospects;
use crate::matching::weigh::{Bench, Scale};
use crate::matching::{keys, version};
use crate::{App, Outcome};

/// Members of a block that are looked at; a bigger one says little of anybody.
const BLOCK: usize = 2_000;
/// People who are weighed at most, those met by most rules first.
const WEIGHED: usize = 200;

/// What a look is weighed with: made once, for it takes longer than the look itself.
pub(crate) struct Made {
    of: PlanBasis,
    pub(crate) weights: Weights,
    prospects: Prospects,
}

/// What the last look was weighed with.
#[derive(Default)]
pub(crate) struct AtHand(Mutex<Option<Arc<Made>>>);

impl AtHand {
    /// The newest model over about so many people as there are, made anew where it is another one.
    pub(crate) fn get(&self, r: &Reader<'_>) -> Result<Option<Arc<Made>>, Failure> {
        let model = r.newest_model_number(version())?;
        let of = PlanBasis { version: version().into(), model, people: about(r.identity_count()?) };
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(made) = kept.as_ref().filter(|made| made.of == of) {
            return Ok(Some(Arc::clone(made)));
        }
        let Some(weights) = Weights::of_plan(r, &of, 0, &[])? else { return Ok(None) };
        let made = Arc::new(Made { prospects: Prospects::of(&weights), of, weights });
        *kept = Some(Arc::clone(&made));
        Ok(Some(made))
    }
}

/// A count to three binary digits. How many there are weighs by its logarithm: this moves a score by a fifth of a bit at
/// most, and one more person is no reason to make everything anew.
fn about(people: u64) -> u64 {
    let spare = 61_u32.saturating_sub(people.leading_zeros());
    people >> spare << spare
}

impl App {
    /// People who may be meant by what was typed so far, likeliest first. What can't be read yet is passed over, so that
    /// it can be asked with every key.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] by policy, also for a role that may not search; [`ErrorCode::BadInput`] for a limit outside
    /// 1..=20.
    pub fn near_matches(&self, actor: &Actor, args: &NearArgs) -> Outcome<NearMatches> {
        let access = self.permit(actor, Permission::ReadRecords)?;
        access.may_search()?;
        let limit = args.limit.unwrap_or(5);
        if !(1..=20).contains(&limit) {
            let why = format!("{limit} people can't be shown at once.");
            return Err(ApiError::new(ErrorCode::BadInput, why, "Ask for 1 to 20.").at("limit"));
        }
        let begun = self.host.monotonic();
        let typed = self.typed_so_far(args);
        self.keys_at_hand()?;
        let matches = self.reading(|r| {
            let suspect = self.policy_in(r)?.thresholds.suspect;
            let Some(made) = self.at_hand.get(r)? else { return Ok(Vec::new()) };
            near(r, &typed, &made, suspect, limit as usize)
        })?;
        let took = self.host.monotonic().saturating_sub(begun);
        Ok(NearMatches { matches, took_ms: took.as_secs_f64() * 1000.0 })
    }

    /// What of the fields can be read; several values stand one per line.
    fn typed_so_far(&self, args: &NearArgs) -> BTreeMap<String, Value> {
        let mut out: BTreeMap<String, Value> = BTreeMap::new();
        for field in &args.fields {
            for line in field.text.lines().map(str::trim).filter(|l| !l.is_empty()) {
                let Ok(read) = self.typed(EntityType::Person, &[(field.field.clone(), line.into())]) else { continue };
                for (name, value) in read {
                    match (out.get_mut(&name), value) {
                        (Some(Value::Array(have)), Value::Array(more)) => have.extend(more),
                        (_, value) => drop(out.insert(name, value)),
                    }
                }
            }
        }
        out
    }

    /// The keys brought up to the log. Somebody else may be writing for long: then those that are there have to do.
    fn keys_at_hand(&self) -> Outcome<()> {
        if self.reading(keys::are_up_to_date)? {
            return Ok(());
        }
        let brought: Result<(), Failure> = self.store.write(self.host.as_ref(), keys::catch_up);
        // Where nothing can be written now, the keys that are there have to do.
        drop(brought);
        Ok(())
    }
}

fn near(
    r: &Reader<'_>,
    typed: &BTreeMap<String, Value>,
    Made { weights, prospects, .. }: &Made,
    suspect: f64,
    limit: usize,
) -> Result<Vec<NearMatch>, Failure> {
    let mut bench = Bench::default();
    let own = bench.push(&features(|f| typed.get(f)));
    let own_keys = keys_of(bench.corpus(), &[], own);
    let mut met: BTreeMap<EntityId, (u16, Attributes)> = BTreeMap::new();
    let mut blocks = Blocks::for_one();
    for key in &own_keys.keys {
        let Some(members) = blocks.of(r, key.hash, BLOCK)? else { continue };
        for (id, attributes) in members.partners(key.rule, &own_keys.attributes, None) {
            met.entry(id).or_insert((0, attributes)).0 |= 1 << key.rule;
        }
    }
    met.retain(|_, (rules, theirs)| prospects.is_worth_weighing(*rules, &own_keys.attributes, theirs));
    let mut met: Vec<(EntityId, u16)> = met.into_iter().map(|(id, (rules, _))| (id, rules)).collect();
    met.sort_by_key(|(id, rules)| (std::cmp::Reverse(rules.count_ones()), *id));
    met.truncate(WEIGHED);
    let mut found = Vec::with_capacity(met.len());
    for (id, rules) in met {
        let at = EntityRef { entity: EntityType::Person, id };
        if let Some(record) = r.record(at)? {
            let place = bench.push(&features(|f| record.fields.get(f)));
            found.push((at, record, place, rules));
        }
    }
    let frequencies = bench.frequencies(weights);
    let mut scale = Scale::new(&bench, &frequencies, weights);
    let mut out = Vec::new();
    for (at, record, place, rules) in found {
        let weighed = scale.weigh(own, place);
        let related = weighed.related && weighed.shared;
        if !(related || weighed.probability >= suspect) {
            continue;
        }
        out.push(NearMatch {
            entity: at,
            title: graph::title(at.entity, &record.fields),
            subtitle: crate::lists::subtitle(&record),
            sure: !weighed.related && weighed.probability >= PROBABLE,
            related,
            candidate: scale.candidate(own, place, rules, at),
        });
    }
    out.sort_by(|a, b| {
        let rank = |m: &NearMatch| (m.related, std::cmp::Reverse(m.candidate.weight), m.entity);
        rank(a).cmp(&rank(b))
    });
    out.truncate(limit);
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::about;

    #[test]
    fn a_count_keeps_its_three_highest_digits() {
        let cases = [(0, 0), (1, 1), (7, 7), (8, 8), (9, 8), (17, 16), (100_000, 98_304), (u64::MAX, 7 << 61)];
        for (people, wanted) in cases {
            assert_eq!(about(people), wanted, "{people}");
        }
    }
}
