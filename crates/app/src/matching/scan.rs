//! `identity scan`: the whole graph looked through for people who are there twice, as a mission that files proposals.
//!
//! One person after the other, in the order of their ids, each against those before it that share a key. A group joins
//! only if nothing stands against any pair of it: who was decided to be somebody else, or is of the same household.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use contracts::{
    Actor, AnyProposal, ApiError, EntityId, EntityRef, EntityType, Link, MergeCandidate, MissionId,
    NormalizedEntityProposal, Permission, ProposalAction, ProposalId, ProposalSource, ProvenanceRef, ScanResult,
};
use graph::Record;
use identity::blocking::{Attributes, keys_of};
use identity::record::Features;
use serde_json::{Value, json};
use store::{PlanBasis, QueueRequest, Reader, Tx};

use crate::error::Failure;
use crate::imports::envelope;
use crate::imports::twins::{PROBABLE, reason};
use crate::matching::blocks::Blocks;
use crate::matching::model::{Weights, refresh};
use crate::matching::person::{digest, features};
use crate::matching::prospects::Prospects;
use crate::matching::weigh::{Bench, Scale, Weighed};
use crate::matching::{keys, version};
use crate::work::{Begin, Work};
use crate::{App, Outcome, Reporter};

/// People looked at in one transaction.
const STEP: u32 = 250;
/// Members of a block that are looked at to split it; beyond, it is left to other rules, and the log says so.
const BLOCK: usize = 5_000;
/// Who proposes.
const RULE: &str = "identity.scan/1";

/// How far a scan is, as its mission keeps it.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
struct So {
    after: Option<EntityId>,
    done: u64,
    pairs: u64,
    related: u64,
    weighed: u64,
    left: u64,
    model: Option<i64>,
    people: u64,
    millis: u64,
    /// Only this kind of record; none: people and companies.
    #[serde(default)]
    only: Option<EntityType>,
    /// Companies that it proposed to merge.
    #[serde(default)]
    accounts: u64,
}

/// Somebody on the bench.
struct Somebody {
    record: Record,
    features: Features,
    place: usize,
}

impl App {
    /// Looks for people and companies that are there twice and files what it suspects; running it again files nothing twice.
    ///
    /// # Errors
    /// [`contracts::ErrorCode::Refused`] by policy; the store's.
    pub fn identity_scan(&self, actor: &Actor, reporter: &dyn Reporter) -> Outcome<ScanResult> {
        self.identity_scan_of(actor, None, reporter)
    }

    /// As [`App::identity_scan`], over people or companies alone.
    ///
    /// # Errors
    /// As [`App::identity_scan`].
    pub fn identity_scan_of(
        &self,
        actor: &Actor,
        only: Option<EntityType>,
        reporter: &dyn Reporter,
    ) -> Outcome<ScanResult> {
        let who = if only == Some(EntityType::Account) { "companies that" } else { "people who" };
        let title = format!("Look for {who} are there twice");
        let begin = Begin::New { kind: "identity_scan", title, input: json!({ "only": only }) };
        self.scan_as(actor, begin, reporter)
    }

    pub(crate) fn scan_as(&self, actor: &Actor, begin: Begin<'_>, reporter: &dyn Reporter) -> Outcome<ScanResult> {
        self.permit(actor, Permission::RunMissions)?;
        self.permit(actor, Permission::Propose)?;
        self.mission(actor, begin, reporter, |work| {
            self.write_keys(work, "")?;
            let begun: Result<(So, u64), Failure> =
                self.store.write(self.host.as_ref(), |tx| self.begin_scan(tx, work.id));
            let (mut so, total) = begun.map_err(ApiError::from)?;
            let begun_at = self.host.monotonic();
            let before = so.millis;
            let mut kept = Kept::default();
            while so.only != Some(EntityType::Account) {
                work.go_on()?;
                let step: Result<bool, Failure> =
                    self.store.write(self.host.as_ref(), |tx| self.scan_step(tx, work, (&mut so, &mut kept), total));
                let more = step.map_err(ApiError::from)?;
                let took = self.host.monotonic().saturating_sub(begun_at).as_millis();
                so.millis = before + u64::try_from(took).unwrap_or(u64::MAX);
                work.report("scanning", "", so.done.min(total), total);
                if !more {
                    break;
                }
            }
            if so.only != Some(EntityType::Person) {
                so.accounts += self.scan_accounts(work)?;
            }
            let ended: Result<ScanResult, Failure> = self.store.write(self.host.as_ref(), |tx| end_scan(tx, work, &so));
            ended.map_err(ApiError::from)
        })
    }

    /// Where the scan stands, frozen model and all, so that one that was cut off goes on as it began.
    fn begin_scan(&self, tx: &mut Tx<'_>, id: MissionId) -> Result<(So, u64), Failure> {
        keys::catch_up(tx)?;
        let input = tx.mission(id)?.map(|m| m.input).unwrap_or_default();
        let only = input.get("only").and_then(|v| serde_json::from_value(v.clone()).ok()).flatten();
        let kept = input.get("so").cloned();
        let so = match kept.and_then(|v| serde_json::from_value::<So>(v).ok()) {
            Some(so) => so,
            None => {
                let people = tx.identity_count()?;
                let model = refresh(tx, people)?;
                So { model, people, only, ..So::default() }
            }
        };
        tx.set_mission_input(id, &json!({ "so": so }))?;
        Ok((so, tx.identity_count()?))
    }

    /// Looks at the next people; whether any are left.
    fn scan_step(
        &self,
        tx: &mut Tx<'_>,
        work: &Work<'_>,
        (so, kept): (&mut So, &mut Kept),
        total: u64,
    ) -> Result<bool, Failure> {
        keys::catch_up(tx)?;
        let ids = tx.identity_ids(so.after, STEP)?;
        let Some(last) = ids.last().copied() else { return Ok(false) };
        kept.blocks.renew(tx)?;
        if kept.made.is_none() {
            let basis = PlanBasis { version: version().into(), model: so.model, people: so.people };
            kept.made = Weights::of_plan(tx, &basis, 0, &[])?.map(|weights| (Prospects::of(&weights), weights));
        }
        let Some((prospects, weights)) = &kept.made else { return Ok(false) };
        let mut gathered = Gathered::default();
        gathered.gather(tx, &ids, (prospects, &mut kept.blocks), so)?;
        let frequencies = gathered.bench.frequencies(weights);
        let mut scale = Scale::new(&gathered.bench, &frequencies, weights);
        let suspect = self.policy_in(tx)?.thresholds.suspect;
        for (one, partners) in &gathered.pairs {
            let mut likely: Vec<(EntityId, Weighed, u16)> = Vec::new();
            for (other, rules) in partners {
                let (Some(a), Some(b)) = (gathered.people.get(one), gathered.people.get(other)) else { continue };
                let weighed = scale.weigh(a.place, b.place);
                so.weighed += 1;
                if weighed.related && weighed.shared && weighed.household {
                    so.related += u64::from(self.file_related(tx, (*one, a), (*other, b))?);
                } else if !weighed.related && weighed.probability >= suspect {
                    likely.push((*other, weighed, *rules));
                }
            }
            likely.sort_by(|x, y| y.1.score.cmp(&x.1.score).then(x.0.cmp(&y.0)));
            for (other, weighed, rules) in likely {
                let (Some(a), Some(b)) = (gathered.people.get(one), gathered.people.get(&other)) else { continue };
                if asked(tx, *one, other)? || rejected(tx, (*one, a), (other, b))? {
                    continue;
                }
                if !joins(tx, (*one, a), other, &mut scale, &gathered)?
                    || !joins(tx, (other, b), *one, &mut scale, &gathered)?
                {
                    continue;
                }
                let (survivor, absorbed) = sides(tx, (*one, a), (other, b))?;
                let place = |id: EntityId| gathered.people.get(&id).map_or(0, |s| s.place);
                let candidate = scale.candidate(place(survivor), place(absorbed), rules, person(absorbed));
                let versions = [(*one, a.record.version), (other, b.record.version)];
                let of_absorbed = if absorbed == other { &b.record } else { &a.record };
                let title = graph::title(EntityType::Person, &of_absorbed.fields);
                let why = reason(&title, weighed.probability >= PROBABLE, Some(&candidate));
                let _ = self.file_merge(tx, survivor, candidate, &versions, why)?;
                so.pairs += 1;
            }
        }
        so.after = Some(last);
        so.done += ids.len() as u64;
        tx.set_mission_input(work.id, &json!({ "so": so }))?;
        tx.mission_progress(work.id, "scanning", so.done.min(total), total)?;
        Ok(ids.len() == STEP as usize)
    }

    fn file_merge(
        &self,
        tx: &mut Tx<'_>,
        survivor: EntityId,
        candidate: MergeCandidate,
        versions: &[(EntityId, u64)],
        why: String,
    ) -> Result<ProposalId, Failure> {
        let mut p = proposal(tx, person(survivor), ProposalAction::Merge, versions, why);
        p.envelope.confidence = Some(candidate.score);
        p.merge_candidate_refs = vec![candidate];
        let id = p.proposal_id;
        self.file(tx, &AnyProposal::Normalized(p))?;
        Ok(id)
    }

    /// Two people of one household or on one line, as a link that somebody decides; whether it was filed.
    fn file_related(
        &self,
        tx: &mut Tx<'_>,
        (one, a): (EntityId, &Somebody),
        (other, b): (EntityId, &Somebody),
    ) -> Result<bool, Failure> {
        let (low, high) = (one.min(other), one.max(other));
        let between = |l: &Link| (l.from.id == low && l.to.id == high) || (l.from.id == high && l.to.id == low);
        if tx.links_of(low)?.iter().any(between) {
            return Ok(false);
        }
        // Whatever became of an earlier one: nobody is asked twice.
        if tx.filed_about(low)?.iter().any(|p| p.action == ProposalAction::Link && p.links.iter().any(between)) {
            return Ok(false);
        }
        let names = |s: &Somebody| graph::title(EntityType::Person, &s.record.fields);
        let why = format!(
            "{} and {} share a line or a mailbox and are two people: of one household, perhaps.",
            names(a),
            names(b)
        );
        let versions = [(one, a.record.version), (other, b.record.version)];
        let mut p = proposal(tx, person(low), ProposalAction::Link, &versions, why);
        p.envelope.confidence = Some(PROBABLE);
        p.links.push(Link { kind: "related_to".into(), from: person(low), to: person(high) });
        self.file(tx, &AnyProposal::Normalized(p))?;
        Ok(true)
    }
}

impl App {
    /// Asks once more about two whom a scan suspected of being one, where a verdict on somebody else changed one of them:
    /// weighed as they stand now. None where they are one by now, nothing is suspected any more, or somebody was asked.
    pub(crate) fn still_suspected(&self, tx: &mut Tx<'_>, was: &AnyProposal) -> Result<Option<ProposalId>, Failure> {
        let AnyProposal::Normalized(p) = was else { return Ok(None) };
        let scanned = p.source == ProposalSource::IdentityScan && p.action == ProposalAction::Merge;
        let [other] = p.merge_candidate_refs.as_slice() else { return Ok(None) };
        if !scanned || p.entity_type != EntityType::Person {
            return Ok(None);
        }
        let (one, other) = (tx.resolve(person(p.entity_id))?.id, tx.resolve(other.entity)?.id);
        let mut gathered = Gathered::default();
        let places = (gathered.take(tx, one)?, gathered.take(tx, other)?);
        let ((Some(left), Some(right)), Some(made)) = (places, self.at_hand.get(tx)?) else { return Ok(None) };
        let (Some(a), Some(b)) = (gathered.people.get(&one), gathered.people.get(&other)) else { return Ok(None) };
        if one == other || asked(tx, one, other)? || rejected(tx, (one, a), (other, b))? {
            return Ok(None);
        }
        let frequencies = gathered.bench.frequencies(&made.weights);
        let mut scale = Scale::new(&gathered.bench, &frequencies, &made.weights);
        let weighed = scale.weigh(left, right);
        if weighed.related || weighed.probability < self.policy_in(tx)?.thresholds.suspect {
            return Ok(None);
        }
        let (survivor, absorbed) = sides(tx, (one, a), (other, b))?;
        let place = |id: EntityId| if id == one { left } else { right };
        let candidate = scale.candidate(place(survivor), place(absorbed), 0, person(absorbed));
        let of_absorbed = if absorbed == other { &b.record } else { &a.record };
        let title = graph::title(EntityType::Person, &of_absorbed.fields);
        let why = reason(&title, weighed.probability >= PROBABLE, Some(&candidate));
        let versions = [(one, a.record.version), (other, b.record.version)];
        self.file_merge(tx, survivor, candidate, &versions, why).map(Some)
    }
}

fn person(id: EntityId) -> EntityRef {
    EntityRef { entity: EntityType::Person, id }
}

/// What a scan keeps from step to step: its model is the same in each.
#[derive(Default)]
struct Kept {
    blocks: Blocks,
    made: Option<(Prospects, Weights)>,
}

/// The people of a step and everybody before them whom they may be.
#[derive(Default)]
struct Gathered {
    bench: Bench,
    people: HashMap<EntityId, Somebody>,
    pairs: BTreeMap<EntityId, BTreeMap<EntityId, u16>>,
}

impl Gathered {
    fn gather(
        &mut self,
        r: &Reader<'_>,
        ids: &[EntityId],
        (prospects, blocks): (&Prospects, &mut Blocks),
        so: &mut So,
    ) -> Result<(), Failure> {
        let mut wanted = BTreeSet::new();
        for id in ids {
            let Some(place) = self.take(r, *id)? else { continue };
            let keys = keys_of(self.bench.corpus(), &[], place);
            let mut met: BTreeMap<EntityId, (u16, Attributes)> = BTreeMap::new();
            for key in &keys.keys {
                let Some(members) = blocks.of(r, key.hash, BLOCK)? else {
                    so.left += BLOCK as u64;
                    continue;
                };
                // Each pair once: with who was there before.
                let found = members.partners(key.rule, &keys.attributes, Some(*id));
                for (other, attributes) in found.filter(|(other, _)| other < id) {
                    met.entry(other).or_insert((0, attributes)).0 |= 1 << key.rule;
                }
            }
            met.retain(|_, (rules, attributes)| prospects.is_worth_weighing(*rules, &keys.attributes, attributes));
            wanted.extend(met.keys());
            self.pairs.insert(*id, met.into_iter().map(|(other, (rules, _))| (other, rules)).collect());
        }
        for id in wanted {
            self.take(r, id)?;
        }
        Ok(())
    }

    /// Puts somebody on the bench who is neither gone nor archived.
    fn take(&mut self, r: &Reader<'_>, id: EntityId) -> Result<Option<usize>, Failure> {
        if let Some(somebody) = self.people.get(&id) {
            return Ok(Some(somebody.place));
        }
        let Some(record) = r.record(person(id))?.filter(|record| !record.archived) else { return Ok(None) };
        let features = features(|f| record.fields.get(f));
        let place = self.bench.push(&features);
        self.people.insert(id, Somebody { record, features, place });
        Ok(Some(place))
    }
}

/// Whether an open proposal would join two already.
fn asked(r: &Reader<'_>, one: EntityId, other: EntityId) -> Result<bool, Failure> {
    Ok(open_partners(r, one)?.contains(&other))
}

/// Who somebody would be joined with by open proposals over the graph.
pub(crate) fn open_partners(r: &Reader<'_>, id: EntityId) -> Result<BTreeSet<EntityId>, Failure> {
    let mut out = BTreeSet::new();
    for filed in r.open_about(id)? {
        if let AnyProposal::Normalized(p) = filed.artifact
            && p.action == ProposalAction::Merge
            && p.row_refs.is_empty()
        {
            out.insert(p.entity_id);
            out.extend(p.merge_candidate_refs.iter().map(|c| c.entity.id));
        }
    }
    out.remove(&id);
    Ok(out)
}

fn rejected(
    r: &Reader<'_>,
    (one, a): (EntityId, &Somebody),
    (other, b): (EntityId, &Somebody),
) -> Result<bool, Failure> {
    Ok(r.is_rejected((digest(&a.features), digest(&b.features)), Some((one, other)))?)
}

/// Whether nothing stands between somebody and those whom `other` would be joined with already.
fn joins(
    r: &Reader<'_>,
    (one, a): (EntityId, &Somebody),
    other: EntityId,
    scale: &mut Scale<'_>,
    gathered: &Gathered,
) -> Result<bool, Failure> {
    for third in open_partners(r, other)? {
        if third == one {
            continue;
        }
        if let Some(c) = gathered.people.get(&third) {
            if scale.weigh(a.place, c.place).related || rejected(r, (one, a), (third, c))? {
                return Ok(false);
            }
        } else if let Some(record) = r.record(person(third))? {
            let features = features(|f| record.fields.get(f));
            if r.is_rejected((digest(&a.features), digest(&features)), Some((one, third)))? {
                return Ok(false);
            }
        }
    }
    Ok(true)
}

/// Who would survive, by stated rules, and who would be absorbed.
fn sides(
    r: &Reader<'_>,
    (one, a): (EntityId, &Somebody),
    (other, b): (EntityId, &Somebody),
) -> Result<(EntityId, EntityId), Failure> {
    let listed =
        [(person(one), &a.record, r.links_of(one)?.len()), (person(other), &b.record, r.links_of(other)?.len())];
    let survivor = graph::propose_survivor(&listed).map_or(one, |at| at.id);
    Ok(if survivor == one { (one, other) } else { (other, one) })
}

/// A proposal of a scan, still without what it would do.
pub(crate) fn proposal(
    tx: &Tx<'_>,
    of: EntityRef,
    action: ProposalAction,
    versions: &[(EntityId, u64)],
    why: String,
) -> NormalizedEntityProposal {
    let proposal_id = ProposalId(tx.new_id());
    let mut about = envelope::<NormalizedEntityProposal>(proposal_id.0, "velocity", &Actor::rule(RULE), &tx.now());
    about.provenance = vec![ProvenanceRef::Rule { id: RULE.into(), version: version().into() }];
    NormalizedEntityProposal {
        envelope: about,
        proposal_id,
        source: ProposalSource::IdentityScan,
        import_id: None,
        batch_id: None,
        entity_type: of.entity,
        entity_id: of.id,
        action,
        canonical_payload: Vec::new(),
        links: Vec::new(),
        merge_candidate_refs: Vec::new(),
        review_required: true,
        review_reason: Some(why),
        row_refs: Vec::new(),
        issues: Vec::new(),
        base_versions: versions.iter().map(|(id, version)| (id.to_string(), *version)).collect(),
        parting: None,
    }
}

/// Groups of people whom open proposals of scans would join.
fn groups(r: &Reader<'_>) -> Result<u64, Failure> {
    let mut of: HashMap<EntityId, EntityId> = HashMap::new();
    fn root(of: &HashMap<EntityId, EntityId>, mut id: EntityId) -> EntityId {
        while let Some(up) = of.get(&id).filter(|up| **up != id) {
            id = *up;
        }
        id
    }
    let mut request = QueueRequest {
        kind: Some("merge".into()),
        source: Some(ProposalSource::IdentityScan.as_str().into()),
        limit: 500,
        ..QueueRequest::default()
    };
    loop {
        let page = r.queue(&request)?;
        let Some(last) = page.last() else { break };
        request.after = Some((0.0, last.proposal));
        for filed in &page {
            let AnyProposal::Normalized(p) = &filed.artifact else { continue };
            for other in p.merge_candidate_refs.iter().map(|c| c.entity.id) {
                let (a, b) = (root(&of, p.entity_id), root(&of, other));
                of.entry(a).or_insert(a);
                of.insert(a.max(b), a.min(b));
                of.entry(a.min(b)).or_insert(a.min(b));
            }
        }
    }
    Ok(of.iter().filter(|(id, up)| id == up).count() as u64)
}

fn end_scan(tx: &mut Tx<'_>, work: &Work<'_>, so: &So) -> Result<ScanResult, Failure> {
    let result = ScanResult {
        mission_id: work.id,
        groups: groups(tx)?,
        pairs: so.pairs,
        related: so.related,
        accounts: so.accounts,
        people: so.done,
        weighed: so.weighed,
        seconds: so.millis as f64 / 1000.0,
    };
    let left =
        if so.left > 0 { format!(", {} meetings in big blocks left to other rules", so.left) } else { String::new() };
    tx.log_mission(work.id, &format!("{} people, {} pairs weighed{left}.", so.done, so.weighed))?;
    let output: Value =
        json!({ "pairs": so.pairs, "related": so.related, "groups": result.groups, "accounts": so.accounts });
    work.done(tx, &output)?;
    Ok(result)
}
