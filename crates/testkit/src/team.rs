//! Several people at one workspace: who holds which role, what waits for them, and whether all is sound afterwards.

use app::{Outcome, Quiet};
use contracts::{
    Actor, Correction, DecideArgs, DecideResult, EntityId, EntityType, FateCounts, ImportId, ListQuery, ReviewItem,
    ReviewQuery, Role, Verdict,
};

use crate::Workspace;

impl Workspace {
    /// A user with a role; one with the role of agents is a machine.
    ///
    /// # Panics
    /// When the role can't be granted.
    #[must_use]
    pub fn user(&self, name: &str, role: Role) -> Actor {
        let _ = self.app.role_set(&self.me, name, Some(role)).expect("the role is granted");
        self.app.acting(Some(name)).expect("a user")
    }

    /// What waits for a decision.
    ///
    /// # Panics
    /// When the queue can't be read.
    #[must_use]
    pub fn waiting(&self) -> Vec<ReviewItem> {
        let query = ReviewQuery { limit: Some(200), ..ReviewQuery::default() };
        self.app.review_list(&self.me, &query).expect("the queue is listed").items
    }

    /// A verdict on what is shown now.
    ///
    /// # Errors
    /// Those of the decision.
    ///
    /// # Panics
    /// When the proposal can't be shown.
    pub fn decide(&self, who: &Actor, item: &ReviewItem, decision: Verdict) -> Outcome<DecideResult> {
        let seen = self.app.review_show(&self.me, item.proposal_id).expect("the proposal is shown").seen;
        self.decide_on(who, item, decision, &seen, Vec::new())
    }

    /// A verdict on what was seen earlier, with corrections.
    ///
    /// # Errors
    /// Those of the decision.
    pub fn decide_on(
        &self,
        who: &Actor,
        item: &ReviewItem,
        decision: Verdict,
        seen: &str,
        corrections: Vec<Correction>,
    ) -> Outcome<DecideResult> {
        let proposal_id = item.proposal_id;
        let args = DecideArgs { corrections, ..DecideArgs::new(proposal_id, decision, seen) };
        self.app.review_decide(who, &args)
    }

    /// The fates of an import's rows as they stand; they always add up to its rows.
    ///
    /// # Panics
    /// When the import can't be shown, or when they don't.
    #[must_use]
    pub fn fates(&self, id: ImportId) -> FateCounts {
        let mut counts = FateCounts::default();
        let rows = self.app.import_rows(&self.me, id, None, None, Some(500)).expect("the rows are shown");
        rows.rows.iter().for_each(|r| counts.add(r.fate, 1));
        let summary = self.app.import_show(&self.me, id).expect("the import is shown").summary;
        assert_eq!(counts.total(), summary.rows.total, "each row has one fate: {counts:?}");
        if let Some(shown) = summary.fates {
            assert_eq!(shown, counts, "the summary counts the rows");
        }
        counts
    }

    /// The id of the only person who matches a text.
    ///
    /// # Panics
    /// When it is nobody, or several.
    #[must_use]
    #[track_caller]
    pub fn person(&self, text: &str) -> EntityId {
        let query = ListQuery { text: Some(text.into()), ..ListQuery::default() };
        let rows = self.app.people(&self.me, &query).expect("people are listed").rows;
        assert_eq!(rows.len(), 1, "{text}: {rows:?}");
        rows[0].id
    }

    /// Takes an import back.
    ///
    /// # Panics
    /// When that is refused.
    pub fn take_back(&self, id: ImportId) {
        let undone = self.app.import_undo(&self.me, id, &Quiet).expect("the import is undone");
        assert!(undone.errors.is_empty(), "{:?}", undone.errors);
    }

    /// Looks at everything: the chain verifies, doctor finds nothing, each dossier equals its rebuild, and each value
    /// that stands is explained.
    ///
    /// # Panics
    /// When something is not sound.
    #[track_caller]
    pub fn sound(&self) {
        let audit = self.app.audit_verify(&self.me).expect("the chain is verified");
        assert!(audit.ok, "{:?}", audit.findings);
        let doctor = self.app.doctor(&self.me).expect("the workspace is looked at");
        assert!(doctor.ok, "{:?}", doctor.checks);
        for line in String::from_utf8(self.graph()).expect("text").lines() {
            let record: serde_json::Value = serde_json::from_str(line).expect("JSON");
            let (Some(entity), Some(id)) = (record["entity"].as_str(), record["id"].as_str()) else { continue };
            let entity: EntityType = entity.parse().expect("a kind of record");
            let id: EntityId = id.parse().expect("an id");
            if entity == EntityType::Person {
                let view = self.app.client360(&self.me, id, true).expect("a dossier");
                assert_eq!(view.consistent, Some(true), "{id}");
            }
            for (field, value) in record["fields"].as_object().into_iter().flatten() {
                let told = self.app.explain(&self.me, entity, id, field).expect("explained");
                let values = value.as_array().map_or(1, Vec::len);
                assert_eq!(told.chains.len(), values, "{entity} {id}: {field} = {value}");
            }
        }
    }
}
