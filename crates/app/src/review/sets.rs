//! Many proposals of one kind decided together: a preview that says what would happen, one decision, one undo.
//!
//! A set never holds merges, overwrites of what matters or machines' wishes (`contracts.md`, "Readings"): those are
//! decided one by one, and the preview says how many of them match.

use std::collections::{BTreeMap, BTreeSet};

use contracts::{
    Actor, ApiError, ApprovalDecision, DecisionSet, ErrorCode, Permission, ProposalId, ReviewEffect, ReviewItem, Risk,
    SetArgs, SetDecideArgs, SetDecided, SetFilter, SetLeftOut, SetPreview, Verdict,
};
use store::{Filed, Reader, Tx};

use crate::access::Access;
use crate::error::{Failure, refused};
use crate::imports::apply::known_since;
use crate::imports::envelope;
use crate::review::joining::Choice;
use crate::review::{effects, enter, item};
use crate::{App, Outcome};

/// Proposals of a set at most: what one transaction carries out while nobody waits for long.
const MOST: u32 = 500;
/// Items of a preview that are shown whole.
const SAMPLES: usize = 5;

/// What would be decided, and what not.
struct Chosen {
    items: Vec<(Filed, ReviewItem)>,
    left_out: BTreeMap<String, u64>,
}

impl Chosen {
    fn ids(&self) -> Vec<ProposalId> {
        self.items.iter().map(|(_, item)| item.proposal_id).collect()
    }

    /// A hash over what each of them shows.
    fn seen(&self) -> String {
        let hashes: Vec<[u8; 32]> = self.items.iter().map(|(_, item)| graph::sha256(item.seen.as_bytes())).collect();
        graph::hex(&graph::set_root(&hashes))
    }
}

fn left_out(of: BTreeMap<String, u64>) -> Vec<SetLeftOut> {
    of.into_iter().map(|(why, count)| SetLeftOut { why, count }).collect()
}

impl App {
    /// What deciding the proposals of a filter together would do. Nothing is written.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] by policy; [`ErrorCode::BadInput`] where they are of several kinds.
    pub fn review_set_preview(&self, actor: &Actor, args: &SetArgs) -> Outcome<SetPreview> {
        let access = self.permit(actor, Permission::ReadWorkflow)?;
        self.reading(|r| {
            let chosen = self.chosen(r, &access, actor, args)?;
            let all: Vec<ReviewEffect> = chosen.items.iter().flat_map(|(_, i)| i.effects.clone()).collect();
            let n = chosen.items.len();
            let places: BTreeSet<usize> =
                (0..SAMPLES).map(|i| i * n.saturating_sub(1) / (SAMPLES - 1)).filter(|i| *i < n).collect();
            Ok(SetPreview {
                count: n as u64,
                proposals: chosen.ids(),
                samples: places.into_iter().filter_map(|i| chosen.items.get(i).map(|(_, s)| s.clone())).collect(),
                effects: effects::summed(&all),
                seen: chosen.seen(),
                left_out: left_out(chosen.left_out),
            })
        })
    }

    /// One verdict on all of a previewed set, in one transaction: all of it stands, or nothing.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] by policy, and where the set is not what was previewed; [`ErrorCode::BadInput`] for another
    /// verdict than approve or reject.
    pub fn review_set_decide(&self, actor: &Actor, args: &SetDecideArgs) -> Outcome<SetDecided> {
        self.permit(actor, Permission::Decide)?;
        if !matches!(args.decision, Verdict::Approve | Verdict::Reject) {
            let why = "A set is approved or rejected.";
            return Err(
                ApiError::new(ErrorCode::BadInput, why, "Put off or correct proposals one by one.").at("decision")
            );
        }
        let done: Result<SetDecided, Failure> = self.store.write(self.host.as_ref(), |tx| {
            let access = self.access_in(tx, actor)?;
            access.permit(Permission::Decide)?;
            let chosen = self.chosen(tx, &access, actor, &args.set)?;
            if chosen.items.is_empty() {
                return Err(refused("Nothing is left to decide together.", "Look at what waits.").into());
            }
            if chosen.seen() != args.seen.trim().to_lowercase() {
                return Err(refused(
                    "What you saw is not what would be decided now.",
                    "Look at the preview again, then decide on what it shows.",
                )
                .into());
            }
            self.decide_set(tx, actor, args, chosen)
        });
        done.map_err(ApiError::from)
    }

    fn decide_set(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        args: &SetDecideArgs,
        chosen: Chosen,
    ) -> Result<SetDecided, Failure> {
        let about = envelope::<ApprovalDecision>(tx.new_id(), "velocity", actor, &tx.now());
        let set = DecisionSet {
            root: args.seen.trim().to_lowercase(),
            count: chosen.items.len() as u64,
            filter: SetFilter {
                import_id: args.set.of.import_id,
                queue: Some(args.set.of.clone()),
                actions: Vec::new(),
                min_confidence: 0.0,
            },
            proposals: chosen.ids(),
        };
        let decision = ApprovalDecision {
            decision_notes: args.notes.clone().filter(|n| !n.trim().is_empty()),
            took_ms: args.took_ms,
            ..ApprovalDecision::of(about, args.decision, set.root.clone())
        };
        let decision = ApprovalDecision { set: Some(set), ..decision };
        tx.insert_decision(None, &decision)?;
        let (mut decided, mut changes) = (0, 0);
        let mut passed: BTreeMap<String, u64> = BTreeMap::new();
        for (_, shown) in chosen.items {
            // One before it may have carried it out with its row, or changed its record.
            let Some(filed) = tx.filed(shown.proposal_id)?.filter(|f| f.state == "proposed" && !f.passed_over) else {
                *passed.entry("One decided before it took it along or set it aside.".into()).or_default() += 1;
                continue;
            };
            if args.decision == Verdict::Reject {
                enter(tx, &filed.artifact, "rejected", actor)?;
                let _ = self.not_so(tx, actor, &filed, decision.decision_id)?;
                decided += 1;
                continue;
            }
            if item::is_stale(tx, &filed.artifact)? {
                let _ = self.supersede(tx, actor, &filed)?;
                *passed.entry("One decided before it changed its record: it is proposed anew.".into()).or_default() +=
                    1;
                continue;
            }
            let carried = self.carry_out(tx, actor, &filed, &decision, Choice::default())?;
            self.supersede_others(tx, actor, &carried.entities, shown.proposal_id)?;
            decided += 1;
            changes += carried.changes;
        }
        Ok(SetDecided { decision_id: decision.decision_id, decided, changes, left_out: left_out(passed) })
    }

    fn chosen(&self, r: &Reader<'_>, access: &Access, actor: &Actor, args: &SetArgs) -> Result<Chosen, Failure> {
        let mut request = self.request(r, access, actor, &args.of)?;
        request.limit = MOST;
        let only: BTreeSet<ProposalId> = args.only.iter().copied().collect();
        let mut chosen = Chosen { items: Vec::new(), left_out: BTreeMap::new() };
        let mut kinds: BTreeSet<String> = BTreeSet::new();
        for filed in r.queue(&request)? {
            if !only.is_empty() && !only.contains(&filed.artifact.proposal_id()) {
                continue;
            }
            let shown = item::item(r, access, actor, &filed)?;
            if let Some(why) = alone(r, &filed, &shown)? {
                *chosen.left_out.entry(why).or_default() += 1;
                continue;
            }
            kinds.insert(shown.kind.clone());
            chosen.items.push((filed, shown));
        }
        if kinds.len() > 1 {
            let kinds: Vec<String> = kinds.into_iter().map(|k| k.replace('_', " ")).collect();
            return Err(ApiError::new(
                ErrorCode::BadInput,
                format!("A set holds proposals of one kind, and these are {}.", kinds.join(", ")),
                "Choose a kind.",
            )
            .at("kind")
            .into());
        }
        Ok(chosen)
    }
}

/// Why a proposal is decided by itself; none where it may be one of a set.
fn alone(r: &Reader<'_>, filed: &Filed, shown: &ReviewItem) -> Result<Option<String>, Failure> {
    Ok(match shown.kind.as_str() {
        "merge" | "account_merge" | "unmerge" => Some("A merge, or taking one apart, is decided by itself.".into()),
        "resolve_conflict" => Some("A conflict is decided by itself.".into()),
        _ if shown.risk == Risk::High => Some("It replaces what matters, or a machine wants it.".into()),
        _ if shown.stale => Some("The record was changed since it was proposed.".into()),
        "create" if overtaken(r, filed)? => Some("Another import brought the record in since.".into()),
        _ => shown.not_mine.clone(),
    })
}

fn overtaken(r: &Reader<'_>, filed: &Filed) -> Result<bool, Failure> {
    match &filed.artifact {
        contracts::AnyProposal::Normalized(p) => known_since(r, p),
        _ => Ok(false),
    }
}
