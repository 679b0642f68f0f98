//! One row: from its draft to a fate and proposals.

use std::collections::{BTreeMap, BTreeSet};

use contracts::{
    Actor, Artifact, EntityId, EntityRef, EntityType, Fate, ImportMappingManifest, Issue, Link,
    NormalizedEntityProposal, PolicyData, ProposalAction, ProposalId, ProposalSource, ProposedField, ProvenanceRef,
    Timestamp,
};
use graph::Record;
use identity::{Features, Known, Resolution, Resolver};
use serde_json::Value;
use store::{ImportRecord, NewFate};
use understanding::{DraftRecord, RowDraft, RowOutcome};

use crate::error::Failure;
use crate::imports::index::PlanIndex;
use crate::imports::plan::Drafted;
use crate::imports::twins::{Asked, PROBABLE, Verdict, Weighing};
use crate::imports::{envelope, govern};

/// What becomes of one row.
pub(crate) struct Planned {
    pub row_number: u64,
    pub fate: Fate,
    pub reason: String,
    pub refs: Vec<EntityRef>,
    pub proposals: Vec<NormalizedEntityProposal>,
    /// For each proposal the policy rule that says who decides it.
    pub rules: Vec<String>,
    pub issues: Vec<Issue>,
}

impl Planned {
    /// Its proposals, each after the rule that says who decides it.
    pub(crate) fn ruled(&self) -> impl Iterator<Item = (&str, &NormalizedEntityProposal)> {
        self.rules.iter().map(String::as_str).zip(&self.proposals)
    }

    /// Its fate as it is appended.
    pub(crate) fn as_new(&self) -> NewFate<'_> {
        NewFate { row_number: self.row_number, fate: self.fate, reason: &self.reason, refs: &self.refs }
    }
}

/// Plans rows one after the other; what earlier rows will create is known to later ones.
pub(crate) struct RowPlanner<'a> {
    pub import: &'a ImportRecord,
    pub manifest: &'a ImportMappingManifest,
    pub actor: &'a Actor,
    pub now: &'a Timestamp,
    pub new_id: &'a dyn Fn() -> uuid::Uuid,
    pub policy: &'a PolicyData,
    pub governed: &'a mut govern::Known,
    pub resolver: &'a dyn Resolver,
    pub index: PlanIndex<'a>,
    /// Who a person may be by more than exact keys; none for rows of other records.
    pub weighing: Option<Weighing<'a>>,
    /// Who a person decided that the row is not.
    pub without: &'a BTreeSet<EntityRef>,
}

impl RowPlanner<'_> {
    pub(crate) fn plan(&mut self, drafted: Drafted) -> Result<Planned, Failure> {
        let Drafted { row: row_number, draft: RowDraft { records, issues, outcome }, exact, .. } = drafted;
        let mut planned = Planned {
            row_number,
            fate: Fate::Create,
            reason: String::new(),
            refs: Vec::new(),
            proposals: Vec::new(),
            rules: Vec::new(),
            issues,
        };
        match outcome {
            RowOutcome::Reject(why) => (planned.fate, planned.reason) = (Fate::Reject, why),
            RowOutcome::Hold(why) => (planned.fate, planned.reason) = (Fate::Hold, why),
            RowOutcome::Usable => {
                let mut records = records.into_iter();
                match records.next() {
                    Some(main) => self.plan_main(&mut planned, main, records.collect(), exact.unwrap_or_default())?,
                    None => (planned.fate, planned.reason) = (Fate::Reject, "The row holds nothing to import.".into()),
                }
            }
        }
        self.govern(&mut planned)?;
        Ok(planned)
    }

    /// What policy asks of each proposal; a row with one that needs a person waits as a whole.
    fn govern(&mut self, planned: &mut Planned) -> Result<(), Failure> {
        for p in &mut planned.proposals {
            let at = EntityRef { entity: p.entity_type, id: p.entity_id };
            let record = if p.action == ProposalAction::Update { self.index.record(at)? } else { None };
            planned.rules.push(self.governed.govern(self.policy, p, record.as_ref()));
        }
        if matches!(planned.fate, Fate::Create | Fate::Update)
            && let Some(waiting) = planned.proposals.iter().find(|p| p.review_required)
        {
            planned.fate = Fate::Hold;
            planned.reason = waiting.review_reason.clone().unwrap_or_default();
            if waiting.action == ProposalAction::Create {
                // Nobody is there yet.
                planned.refs.clear();
            }
        }
        Ok(())
    }

    fn plan_main(
        &mut self,
        planned: &mut Planned,
        main: DraftRecord,
        others: Vec<DraftRecord>,
        features: Features,
    ) -> Result<(), Failure> {
        self.index.asking.clone_from(&features.name);
        let resolution = self.resolver.resolve(&features, &self.index);
        self.index.check()?;
        if !matches!(resolution, Resolution::Same { .. })
            && let Some(weighing) = &mut self.weighing
        {
            let suspect = self.policy.thresholds.suspect;
            let exact = match &resolution {
                Resolution::Suspected { candidates, .. } => {
                    candidates.iter().filter(|c| c.score >= suspect.max(PROBABLE)).map(|c| c.entity).collect()
                }
                _ => BTreeSet::new(),
            };
            let asked = Asked { suspect, without: self.without, exact };
            let verdict = weighing.verdict(self.index.reader, planned.row_number, &asked)?;
            if let Some(verdict) = verdict {
                return self.as_weighed(planned, main, others, features, (verdict, resolution));
            }
        }
        match resolution {
            Resolution::New => self.create(planned, main, others, features),
            Resolution::SharesContact { remark, .. } => {
                planned.issues.push(Issue { kind: "shared_contact".into(), message: remark, column: None });
                self.create(planned, main, others, features)
            }
            Resolution::Same { known } => match known.row {
                Some(row) => {
                    let reason = format!("The same id twice: row {row} has it too.");
                    let candidate = contracts::MergeCandidate::plain(known.entity, 0.95, Vec::new());
                    self.suspect(planned, main, vec![candidate], reason);
                    Ok(())
                }
                None => {
                    if let Some(weighing) = &mut self.weighing {
                        weighing.claim(known.entity.id, planned.row_number);
                    }
                    self.update(planned, main, others, known.entity)
                }
            },
            Resolution::Suspected { candidates, reason } => {
                if candidates.first().is_some_and(|c| c.score < self.policy.thresholds.suspect) {
                    // Too little for policy to ask a person about: a remark, as with a shared line.
                    planned.issues.push(Issue { kind: "shared_contact".into(), message: reason, column: None });
                    return self.create(planned, main, others, features);
                }
                self.suspect(planned, main, candidates, reason);
                Ok(())
            }
        }
    }

    /// What weighing made of a row that no exact id settles. A line or mailbox that it shares with somebody else is worth a
    /// remark.
    fn as_weighed(
        &mut self,
        planned: &mut Planned,
        main: DraftRecord,
        others: Vec<DraftRecord>,
        features: Features,
        (verdict, exact): (Verdict, Resolution),
    ) -> Result<(), Failure> {
        match verdict {
            Verdict::Somebody { candidates, reason, sure } => {
                self.suspect(planned, main, candidates, reason);
                if !sure {
                    planned.fate = Fate::Hold;
                }
                Ok(())
            }
            Verdict::Nobody { related } => {
                let remark = match (exact, related) {
                    (Resolution::SharesContact { remark, .. }, _) => Some(remark),
                    (Resolution::Suspected { reason, .. }, None) => {
                        Some(format!("{reason} All in all that is too little to ask about."))
                    }
                    (_, Some(who)) => Some(format!("Shares a line or mailbox with {who}, who is somebody else.")),
                    _ => None,
                };
                planned.issues.extend(remark.map(|message| Issue {
                    kind: "shared_contact".into(),
                    message,
                    column: None,
                }));
                self.create(planned, main, others, features)
            }
        }
    }

    /// Somebody known, probably: one proposal to merge, which a person decides.
    fn suspect(
        &self,
        planned: &mut Planned,
        main: DraftRecord,
        candidates: Vec<contracts::MergeCandidate>,
        reason: String,
    ) {
        let Some(target) = candidates.first().map(|c| c.entity) else { return };
        let score = candidates.first().map_or(0.5, |c| c.score);
        let mut p = self.proposal(planned.row_number, target, ProposalAction::Merge, main.fields);
        p.envelope.confidence = Some(score);
        p.merge_candidate_refs = candidates;
        p.review_required = true;
        p.review_reason = Some(reason.clone());
        planned.fate = Fate::Merge;
        planned.reason = reason;
        planned.refs = vec![target];
        planned.proposals.push(p);
    }

    fn create(
        &mut self,
        planned: &mut Planned,
        main: DraftRecord,
        others: Vec<DraftRecord>,
        features: Features,
    ) -> Result<(), Failure> {
        let at = EntityRef { entity: main.entity, id: EntityId((self.new_id)()) };
        let value = |name: &str| main.fields.iter().rfind(|f| f.field == name).map(|f| &f.value);
        let link = match main.entity {
            EntityType::Opportunity => Some("contact_of"),
            EntityType::Task => Some("task_of"),
            EntityType::Interaction => Some("interaction_of"),
            _ => None,
        };
        let with = match value("participant").and_then(Value::as_array).map(Vec::as_slice) {
            Some([one]) => one.as_str(),
            _ => value("contact").and_then(Value::as_str),
        };
        let contact = link.zip(with.map(String::from));
        // A contact whose phone or mailbox stands in the row comes as a record of its own.
        let contact = contact.filter(|_| !others.iter().any(|o| o.entity == EntityType::Person && !o.is_reference()));
        let known =
            Known { entity: at, title: graph::title_with(main.entity, value), features, row: Some(planned.row_number) };
        if let Some(weighing) = &mut self.weighing {
            weighing.remember(planned.row_number, at, &known.title);
        }
        self.index.memory.remember(known);
        if main.entity == EntityType::Account {
            self.index.memory.note_account(value("name"), at.id);
        }
        planned.refs.push(at);
        planned.proposals.push(self.proposal(planned.row_number, at, ProposalAction::Create, main.fields));
        let mut met = false;
        for other in others {
            met |=
                other.is_reference() && other.entity == EntityType::Person && self.refer(planned, at, &[], &other)?;
            if !other.is_reference() || other.entity != EntityType::Person {
                self.beside(planned, at, other)?;
            }
        }
        if let Some((link, name)) = contact.filter(|_| !met) {
            self.link_contact(planned, at, link, &name)?;
        }
        Ok(())
    }

    /// A record named beside the main one: a company is found by name or made; anything else is new.
    fn beside(&mut self, planned: &mut Planned, main: EntityRef, other: DraftRecord) -> Result<(), Failure> {
        if other.is_reference() {
            return self.refer(planned, main, &[], &other).map(drop);
        }
        let kind = other.link.unwrap_or("related_to");
        if other.entity == EntityType::Account {
            let named = other.fields.iter().rfind(|f| f.field == "name").map(|f| &f.value);
            let name = graph::sort_key(named.and_then(Value::as_str).unwrap_or_default());
            let (found, several) = self.index.account(&name)?;
            if several {
                planned.issues.push(Issue {
                    kind: "account_ambiguous".into(),
                    message: "Several accounts have this company's name; the row was linked to the first.".into(),
                    column: other.fields.first().and_then(|f| f.sources.first()).map(|s| s.column),
                });
            }
            let id = found.unwrap_or_else(|| EntityId((self.new_id)()));
            let account = EntityRef { entity: EntityType::Account, id };
            if found.is_none() {
                self.index.memory.note_account(named, id);
                planned.proposals.push(self.proposal(
                    planned.row_number,
                    account,
                    ProposalAction::Create,
                    other.fields,
                ));
                planned.refs.push(account);
            }
            self.add_link(planned, main, Link { kind: kind.into(), from: main, to: account });
            return Ok(());
        }
        let at = EntityRef { entity: other.entity, id: EntityId((self.new_id)()) };
        if other.entity == EntityType::Person {
            let fields: BTreeMap<String, Value> =
                other.fields.iter().map(|f| (f.field.clone(), f.value.clone())).collect();
            let features = Features::of(|f| fields.get(f));
            if let Some(person) = self.somebody(planned, &features, &other)? {
                self.add_link(planned, main, between(kind, main, person));
                return Ok(());
            }
            let title = graph::title(other.entity, &fields);
            self.index.memory.remember(Known { entity: at, title, features, row: Some(planned.row_number) });
        }
        let mut p = self.proposal(planned.row_number, at, ProposalAction::Create, other.fields);
        p.links.push(between(kind, main, at));
        planned.proposals.push(p);
        planned.refs.push(at);
        Ok(())
    }

    /// Adds a link to the main record's own proposal; one that is known and says nothing new gets one for it.
    pub(super) fn add_link(&self, planned: &mut Planned, main: EntityRef, link: Link) {
        match planned.proposals.iter_mut().find(|p| p.entity_id == main.id) {
            Some(p) => p.links.push(link),
            None => {
                let mut p = self.proposal(planned.row_number, main, ProposalAction::Link, Vec::new());
                p.links.push(link);
                planned.proposals.push(p);
            }
        }
    }

    /// The same record of the same system: what is new is proposed; what would be overwritten needs a person.
    fn update(
        &mut self,
        planned: &mut Planned,
        main: DraftRecord,
        others: Vec<DraftRecord>,
        at: EntityRef,
    ) -> Result<(), Failure> {
        let record = self.index.record(at)?.unwrap_or_default();
        planned.refs.push(at);
        let fields = news(&record, main.fields);
        if !fields.is_empty() {
            let mut p = self.proposal(planned.row_number, at, ProposalAction::Update, fields);
            p.base_versions.insert(at.id.to_string(), record.version);
            planned.proposals.push(p);
        }
        let links = self.index.links(at)?;
        for other in others {
            self.update_beside(planned, at, &links, other)?;
        }
        (planned.fate, planned.reason) = match planned.proposals.as_slice() {
            [] => (Fate::Unchanged, "The record is known under this id, and the row says nothing new.".into()),
            _ => (Fate::Update, "The record is known under this id; the row adds to it.".into()),
        };
        Ok(())
    }

    fn update_beside(
        &mut self,
        planned: &mut Planned,
        main: EntityRef,
        links: &[Link],
        other: DraftRecord,
    ) -> Result<(), Failure> {
        if other.is_reference() {
            return self.refer(planned, main, links, &other).map(drop);
        }
        let kind = other.link.unwrap_or("related_to");
        let there = links.iter().filter(|l| l.kind == kind).map(|l| if l.from == main { l.to } else { l.from });
        let there: Vec<EntityRef> = there.filter(|e| e.entity == other.entity).collect();
        if other.entity == EntityType::Account {
            let name =
                other.fields.iter().find(|f| f.field == "name").and_then(|f| f.value.as_str()).unwrap_or_default();
            let name = graph::sort_key(name);
            for account in &there {
                let record = self.index.record(*account)?.unwrap_or_default();
                if graph::sort_key(record.fields.get("name").and_then(Value::as_str).unwrap_or_default()) == name {
                    return Ok(());
                }
            }
            return self.beside(planned, main, other);
        }
        let Some(first) = there.first() else { return self.beside(planned, main, other) };
        let record = self.index.record(*first)?.unwrap_or_default();
        let fields = news(&record, other.fields);
        if !fields.is_empty() {
            let mut p = self.proposal(planned.row_number, *first, ProposalAction::Update, fields);
            p.base_versions.insert(first.id.to_string(), record.version);
            planned.proposals.push(p);
        }
        Ok(())
    }

    pub(super) fn proposal(
        &self,
        row: u64,
        at: EntityRef,
        action: ProposalAction,
        fields: Vec<ProposedField>,
    ) -> NormalizedEntityProposal {
        let proposal_id = ProposalId((self.new_id)());
        let mut about = envelope::<NormalizedEntityProposal>(
            proposal_id.0,
            &self.manifest.envelope.source_system,
            self.actor,
            self.now,
        );
        let sum: f64 = fields.iter().map(|f| f.confidence).sum();
        #[expect(clippy::cast_precision_loss, reason = "a record has far fewer than 2^52 fields")]
        let mean = if fields.is_empty() { 1.0 } else { sum / fields.len() as f64 };
        about.confidence = Some(mean.clamp(0.0, 1.0));
        about.provenance = vec![
            ProvenanceRef::Row { batch_id: self.manifest.batch_id, row_number: row },
            ProvenanceRef::Artifact { artifact_id: self.manifest.own_id() },
        ];
        NormalizedEntityProposal {
            envelope: about,
            proposal_id,
            source: ProposalSource::Import,
            import_id: Some(self.import.import_id),
            batch_id: Some(self.manifest.batch_id),
            entity_type: at.entity,
            entity_id: at.id,
            action,
            canonical_payload: fields,
            links: Vec::new(),
            merge_candidate_refs: Vec::new(),
            review_required: false,
            review_reason: None,
            row_refs: vec![row],
            issues: Vec::new(),
            base_versions: BTreeMap::new(),
            parting: None,
        }
    }
}

/// The part of proposed fields that differs from the record: single values that differ, lists with their new items
/// appended (sources for the new ones only).
fn news(record: &Record, fields: Vec<ProposedField>) -> Vec<ProposedField> {
    fields
        .into_iter()
        .filter_map(|mut f| {
            let Some(now) = record.fields.get(&f.field) else { return Some(f) };
            let (Value::Array(have), Value::Array(items)) = (now, &f.value) else {
                if *now == f.value {
                    return None;
                }
                return Some(f);
            };
            let new: Vec<usize> = (0..items.len()).filter(|i| !have.iter().any(|h| same_item(h, &items[*i]))).collect();
            if new.is_empty() {
                return None;
            }
            let sources = new.iter().filter_map(|i| f.sources.get(*i).cloned()).collect();
            f.value = joined(have, items);
            f.sources = sources;
            Some(f)
        })
        .collect()
}

/// A list with what it lacks of another appended. What is primary stays so: who comes later adds, and demotes nobody.
pub(crate) fn joined(have: &[Value], items: &[Value]) -> Value {
    let new = items.iter().filter(|item| !have.iter().any(|h| same_item(h, item))).map(|item| {
        let mut item = item.clone();
        if let Some(flag) = item.get_mut("is_primary") {
            *flag = Value::Bool(false);
        }
        item
    });
    Value::Array(have.iter().cloned().chain(new).collect())
}

/// Whether two items of a list are the same value, whatever their label or rank.
pub(crate) fn same_item(a: &Value, b: &Value) -> bool {
    let strip = |v: &Value| {
        let mut v = v.clone();
        if let Some(map) = v.as_object_mut() {
            // Mailboxes are one whatever the case they are written in (RFC 5321, 2.4, as every provider reads it).
            if let Some(Value::String(value)) = map.get_mut("value")
                && value.contains('@')
            {
                *value = value.to_lowercase();
            }
            let has_value = map.get("value").is_some_and(|x| x.as_str().is_some_and(|s| !s.is_empty()));
            for k in ["label", "is_primary"] {
                map.remove(k);
            }
            if has_value {
                map.remove("received");
            }
        }
        v
    };
    strip(a) == strip(b)
}

/// The link of a row's main record and another of its records, as hands make it: a deal, a task or a call is of its client
/// (`contracts::Link`), what else stands beside is of the row's record.
fn between(kind: &str, main: EntityRef, other: EntityRef) -> Link {
    let theirs = matches!(main.entity, EntityType::Opportunity | EntityType::Task | EntityType::Interaction)
        && other.entity == EntityType::Person;
    let (from, to) = if theirs { (main, other) } else { (other, main) };
    Link { kind: kind.into(), from, to }
}
