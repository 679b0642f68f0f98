//! What has to be looked at, who decides it, and what may pass without (R61, R81-R83).

use contracts::{
    ActorKind, ChangeKind, EntityType, FieldGroup, Permission, PolicyData, ProposalSource, RequirementRule, Role,
};
use serde_json::Value;

use crate::verdict::{holders, spoken, subject};
use crate::{ALWAYS_REVIEWED, Overwrite, Verdict, group_of, overwrite, permit};

/// A change that somebody proposes.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What it does, as the producer calls it. It may turn out to be more: [`requirement`].
    pub kind: ChangeKind,
    /// The kind of record.
    pub entity: EntityType,
    /// Fields with the value before and after; null where there is none.
    pub fields: Vec<(String, Value, Value)>,
    /// 0..=1, or none where nothing was inferred.
    pub confidence: Option<f64>,
    /// Where it comes from.
    pub source: ProposalSource,
    /// Whether the producer asks for a look; never lowered.
    pub producer_asks_review: bool,
    /// What proposed it.
    pub proposed_by: ActorKind,
}

impl Change {
    /// A change that a person typed.
    #[must_use]
    pub fn by_hand(entity: EntityType, fields: Vec<(String, Value, Value)>) -> Self {
        Self {
            kind: ChangeKind::Update,
            entity,
            fields,
            confidence: None,
            source: ProposalSource::Operator,
            producer_asks_review: false,
            proposed_by: ActorKind::Human,
        }
    }

    fn by_machine(&self) -> bool {
        self.proposed_by == ActorKind::Agent
            || matches!(self.source, ProposalSource::Oracle | ProposalSource::Nemoclaw | ProposalSource::Enrichment)
    }

    fn groups(&self, policy: &PolicyData, at_least: Overwrite) -> Vec<FieldGroup> {
        let fields = self.fields.iter().filter(|(_, before, after)| before != after);
        fields
            .filter(|(field, before, after)| overwrite(policy, self.entity, field, before, after) >= at_least)
            .map(|(field, ..)| group_of(self.entity, field))
            .collect()
    }
}

/// What the policy asks of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement {
    /// What the change really is: an update that replaces a name is an overwrite.
    pub kind: ChangeKind,
    /// The rule's id, or the law that went above it: `overwrite.major`, `thresholds.review_below`, `producer`.
    pub rule: String,
    /// Whether a person decides it by itself. Otherwise it may be decided in a set.
    pub review_required: bool,
    /// Why, as a sentence.
    pub reason: String,
    /// The roles that may decide, among those that decide at all.
    pub deciders: Vec<Role>,
}

/// What the policy asks of a change: the first rule that matches what the change really is.
///
/// A change of records by a machine is a writeback, by a provider enrichment, and one that replaces what matters an
/// overwrite, whatever its producer calls it. Reviews are only ever added to what the rule and the producer ask: for
/// what always needs a decision, below the confidence threshold, and where no rule matches.
#[must_use]
pub fn requirement(policy: &PolicyData, change: &Change) -> Requirement {
    let major = !change.groups(policy, Overwrite::Major).is_empty();
    let kind = kind_of(change, major);
    let rule = policy.requirements.iter().find(|rule| matches(policy, rule, change, kind));
    let id = |rule: &str| rule.to_owned();
    let (mut name, mut review_required, mut reason) = match rule {
        Some(rule) => (rule.id.clone(), rule.review_required, rule.reason.clone()),
        None => (id("requirements.none"), true, "No rule of the policy covers this, so a person decides.".into()),
    };
    if !review_required {
        let doubtful = change.confidence.is_some_and(|c| c.is_nan() || c < policy.thresholds.review_below);
        let added = if ALWAYS_REVIEWED.contains(&kind) || major || change.by_machine() {
            Some((id("policy.always_reviewed"), "This always needs a decision, whatever the rules say.".to_owned()))
        } else if change.producer_asks_review {
            Some((id("producer"), "Whoever proposed this asked for a look.".to_owned()))
        } else if doubtful {
            let limit = policy.thresholds.review_below;
            Some((id("thresholds.review_below"), format!("It was read with a confidence below {limit}.")))
        } else {
            None
        };
        if let Some((rule, why)) = added {
            (name, review_required, reason) = (rule, true, why);
        }
    }
    let named: Vec<Role> = match rule {
        Some(rule) => rule.deciders.iter().copied().collect(),
        None => vec![Role::Owner, Role::Reviewer],
    };
    let able = holders(policy, needed(kind));
    let deciders = named.into_iter().filter(|r| is_decider(*r) && able.contains(r)).collect();
    Requirement { kind, rule: name, review_required, reason, deciders }
}

/// Whether a role may decide what the policy asks this of. `proposer_is_reviewer`: they proposed it themselves.
#[must_use]
pub fn may_decide(policy: &PolicyData, role: Option<Role>, asked: &Requirement, proposer_is_reviewer: bool) -> Verdict {
    for permission in [Permission::Decide, needed(asked.kind)] {
        let verdict = permit(policy, role, permission);
        let who: Vec<Role> = asked.deciders.iter().copied().filter(|r| verdict.who.contains(r)).collect();
        if !verdict.allowed || !role.is_some_and(is_decider) {
            let reason = format!("{} may not {}; {} may.", subject(role), permission.what(), spoken(&who));
            return Verdict::no(verdict.rule, who, reason);
        }
    }
    // Rules of the list are named by their setting; laws above the list have names of their own.
    let listed = policy.requirements.iter().any(|r| r.id == asked.rule);
    let rule = if listed { format!("requirements.{}", asked.rule) } else { asked.rule.clone() };
    let who: Vec<Role> = asked.deciders.iter().copied().filter(|r| is_decider(*r)).collect();
    let what = asked.kind.title();
    if !role.is_some_and(|r| who.contains(&r)) {
        let reason = format!("{} may not decide {what} here; {} may. {}", subject(role), spoken(&who), asked.reason);
        return Verdict::no(rule, who, reason);
    }
    if policy.approver_differs_from_proposer && proposer_is_reviewer {
        let reason = format!("Nobody decides what they proposed themselves; another user decides {what}.");
        return Verdict::no("approver_differs_from_proposer", who, reason);
    }
    Verdict::yes(rule, who, format!("{} may decide {what}.", subject(role)))
}

/// Whether a change may be committed without a decision, by the one rule for it (R61, R83): a new record, the rule
/// switched on, confident enough, without an issue or a conflict, and nothing else that asks for a look.
#[must_use]
pub fn auto_approvable(policy: &PolicyData, change: &Change, issues: usize, conflicts: usize) -> Verdict {
    let asked = requirement(policy, change);
    let auto = &policy.auto_approve;
    let refusal = if !auto.creates {
        Some("Nothing is approved by rule: auto_approve.creates is off.".to_owned())
    } else if asked.kind != ChangeKind::Create {
        Some(format!("Only new records may be approved by rule, and this is {}.", asked.kind.title()))
    } else if asked.review_required {
        Some(asked.reason)
    } else if issues > 0 || conflicts > 0 {
        Some("There are doubts about values, or conflicts between them.".to_owned())
    } else if !change.confidence.is_some_and(|c| c >= auto.min_confidence) {
        Some(format!("Its confidence is not known to be {} or more.", auto.min_confidence))
    } else {
        None
    };
    match refusal {
        Some(reason) => Verdict::no(auto.rule.clone(), asked.deciders, reason),
        None => {
            Verdict::yes(auto.rule.clone(), asked.deciders, "A new record without any doubt; the policy allows it.")
        }
    }
}

/// The permission that deciding needs.
pub(crate) fn needed(kind: ChangeKind) -> Permission {
    match kind {
        ChangeKind::Merge | ChangeKind::Unmerge => Permission::MergeRecords,
        _ => Permission::Decide,
    }
}

/// Machines never decide, and presenters only look (R78, R85).
pub(crate) fn is_decider(role: Role) -> bool {
    !matches!(role, Role::Agent | Role::Presenter)
}

fn kind_of(change: &Change, major: bool) -> ChangeKind {
    match change.kind {
        ChangeKind::Create | ChangeKind::Update | ChangeKind::Overwrite
            if change.source == ProposalSource::SyncConflict =>
        {
            ChangeKind::ResolveConflict
        }
        ChangeKind::Create | ChangeKind::Update | ChangeKind::Overwrite | ChangeKind::Link | ChangeKind::Archive => {
            if change.source == ProposalSource::Enrichment {
                ChangeKind::Enrichment
            } else if change.by_machine() {
                ChangeKind::Writeback
            } else if major {
                ChangeKind::Overwrite
            } else {
                change.kind
            }
        }
        kind => kind,
    }
}

fn matches(policy: &PolicyData, rule: &RequirementRule, change: &Change, kind: ChangeKind) -> bool {
    let confidence = || match (rule.below_confidence, change.confidence) {
        (None, _) => true,
        (Some(limit), Some(c)) => c.is_nan() || c < limit,
        (Some(_), None) => false,
    };
    let groups = || {
        // Which field makes it an overwrite decides, not another that is filled by the way.
        let at_least = if kind == ChangeKind::Overwrite { Overwrite::Major } else { Overwrite::None };
        rule.groups.is_empty() || change.groups(policy, at_least).iter().any(|g| rule.groups.contains(g))
    };
    rule.kinds.contains(&kind)
        && (rule.entities.is_empty() || rule.entities.contains(&change.entity))
        && confidence()
        && groups()
}
