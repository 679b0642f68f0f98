//! What machines and outside providers suggest: the same queue, and nothing they say of themselves counts (R70, R75, R78).

use app::Outcome;
use contracts::{
    Actor, AnyProposal, ApiError, Correction, EntityType, ErrorCode, ProposalId, ReviewQuery, Role, Verdict,
};
use serde_json::{Value, json};
use testkit::Workspace;

const KNOWN: &str = "id,First Name,Last Name,Email,Mobile,Job Title\n\
    1,Rina,Sen,rina@example.com,+91 98300 12345,Director\n\
    2,Arjun,Mehta,arjun@example.com,+91 98300 54321,\n";

struct Office {
    ws: Workspace,
    machine: Actor,
    huda: Actor,
    omar: Actor,
    id: String,
    version: u64,
}

fn office() -> Office {
    let ws = Workspace::new();
    ws.approve(ws.stage("known.csv", KNOWN).import_id);
    let (machine, huda, omar) =
        (ws.user("nemoclaw", Role::Agent), ws.user("huda", Role::Reviewer), ws.user("omar", Role::Operator));
    let rina = ws.person("rina");
    let version = ws.app.entity(&ws.me, EntityType::Person, rina).expect("shown").version;
    Office { ws, machine, huda, omar, id: rina.to_string(), version }
}

impl Office {
    /// A proposal about Rina with `parts` in place of what it would say otherwise.
    fn proposal(&self, n: u32, family: &str, parts: &Value) -> AnyProposal {
        let id = format!("01a1f82f-0000-7000-8000-{n:012}");
        let mut base = json!({
            "artifact_id": id, "artifact_type": family, "schema_version": "1.0.0", "source_system": "nemoclaw",
            "created_at": "2026-11-20T08:00:00.000Z", "created_by": { "kind": "agent", "id": "nemoclaw" },
            "confidence": 0.9, "provenance": [{ "kind": "rule", "id": "model", "version": "1" }],
            "lifecycle": { "state": "proposed", "entered_at": "2026-11-20T08:00:00.000Z" },
            "proposal_id": id, "evidence_refs": [{ "kind": "operator", "id": "asha" }], "approval_required": true,
            "base_versions": { self.id.clone(): self.version },
            "target_entity_ref": { "entity": "person", "id": self.id },
        });
        let family_parts = match family {
            "OracleWritebackProposal" => json!({
                "origin": "nemoclaw", "target_domain": "crm", "reasoning_summary": "She signed as Chair.",
                "proposed_change": [{ "field": "job_title", "before": "Director", "after": "Chair" }],
            }),
            "EnrichmentProposal" => json!({
                "provider": "openbook",
                "fields_found": [{ "field": "nickname", "value": "Rinku", "confidence": 0.8, "citations": ["a page"] }],
            }),
            _ => json!({
                "source": "nemoclaw", "import_id": null, "batch_id": null, "entity_type": "person",
                "entity_id": self.id, "action": "update", "links": [], "merge_candidate_refs": [],
                "canonical_payload": [{ "field": "nickname", "value": "Rinku", "confidence": 0.9, "sources": [] }],
                "review_required": true, "review_reason": "A machine suggests it.", "row_refs": [], "issues": [],
            }),
        };
        for part in [&family_parts, parts] {
            for (key, value) in part.as_object().expect("an object") {
                base[key] = value.clone();
            }
        }
        serde_json::from_value(base).expect("a proposal")
    }

    fn file(&self, n: u32, family: &str, parts: &Value) -> Outcome<ProposalId> {
        self.ws.app.propose(&self.machine, &self.proposal(n, family, parts))
    }

    fn item(&self, id: ProposalId) -> contracts::ReviewItem {
        self.ws.app.review_show(&self.ws.me, id).expect("shown")
    }

    fn rina(&self, field: &str) -> Value {
        self.ws.app.explain(&self.ws.me, EntityType::Person, self.id.parse().expect("id"), field).expect("told").value
    }
}

const WRITEBACK: &str = "OracleWritebackProposal";
const ENRICHMENT: &str = "EnrichmentProposal";
const NORMALIZED: &str = "NormalizedEntityProposal";

fn refused<T: std::fmt::Debug>(answer: Outcome<T>) -> ApiError {
    let error = answer.expect_err("refused");
    assert_eq!(error.code, ErrorCode::Refused, "{error:?}");
    error
}

#[test]
fn a_machines_suggestion_waits_and_only_a_reviewer_carries_it_out() {
    let o = office();
    let before = o.ws.graph();
    for (n, family, field, value) in [(1, WRITEBACK, "job_title", "Chair"), (2, ENRICHMENT, "nickname", "Rinku")] {
        let id = o.file(n, family, &json!({ "base_versions": { o.id.clone(): version(&o) } })).expect("filed");
        let item = o.item(id);
        assert_eq!((item.state.as_str(), item.proposed_by.id.as_str()), ("proposed", "nemoclaw"));
        let _ = refused(o.ws.decide(&o.machine, &item, Verdict::Approve));
        let no = refused(o.ws.decide(&o.omar, &item, Verdict::Approve));
        assert_eq!(no.who, ["owner", "reviewer"]);
        let done = o.ws.decide(&o.huda, &item, Verdict::Approve).expect("decided");
        assert_eq!((o.rina(field), o.item(id).state.as_str()), (json!(value), "applied"));
        let told = o.ws.app.explain(&o.ws.me, EntityType::Person, o.id.parse().expect("id"), field).expect("told");
        assert!(told.chains[0].decision.as_ref().is_some_and(|d| d.reviewer_ref == "huda"));
        o.ws.sound();
        let _ = o.ws.app.undo_group(&o.huda, done.group).expect("undone");
        assert_eq!(o.item(id).state, "rolled_back");
        assert!(o.ws.graph() == before);
    }
    o.ws.sound();
}

fn version(o: &Office) -> u64 {
    o.ws.app.entity(&o.ws.me, EntityType::Person, o.id.parse().expect("id")).expect("shown").version
}

#[test]
fn a_suggestion_is_corrected_rejected_or_deferred() {
    let o = office();
    let id = o.file(1, WRITEBACK, &json!({})).expect("filed");
    let _ = o.ws.decide(&o.huda, &o.item(id), Verdict::Defer).expect("deferred");
    assert_eq!(o.item(id).state, "proposed");
    let fix = vec![Correction { field: "job_title".into(), value: json!("Chairwoman") }];
    let item = o.item(id);
    let _ = o.ws.decide_on(&o.huda, &item, Verdict::Correct, &item.seen, fix).expect("decided");
    assert_eq!(o.rina("job_title"), "Chairwoman");
    let other = o.file(2, ENRICHMENT, &json!({ "base_versions": { o.id.clone(): version(&o) } })).expect("filed");
    let _ = o.ws.decide(&o.huda, &o.item(other), Verdict::Reject).expect("decided");
    assert_eq!((o.item(other).state.as_str(), o.rina("nickname")), ("rejected", Value::Null));
    o.ws.sound();
}

#[test]
fn what_a_verdict_settled_is_asked_anew_when_it_is_taken_back() {
    let o = office();
    let before = o.ws.graph();
    let mut id = o.file(1, WRITEBACK, &json!({})).expect("filed");
    for verdict in [Verdict::Approve, Verdict::Reject, Verdict::Approve] {
        let done = o.ws.decide(&o.huda, &o.item(id), verdict).expect("decided");
        let undone = o.ws.app.review_undo(&o.huda, done.decision_id).expect("taken back");
        assert!(o.ws.graph() == before, "{verdict:?}");
        let [again] = undone.asked_anew[..] else { panic!("{undone:?}") };
        let item = o.item(again);
        assert_eq!((item.state.as_str(), item.stale, item.fields[0].field.as_str()), ("proposed", false, "job_title"));
        assert_eq!(o.ws.waiting().len(), 1, "only the new one waits");
        id = again;
        o.ws.sound();
    }
}

#[test]
fn a_row_that_was_called_somebody_else_is_asked_about_again_when_that_is_taken_back() {
    let o = office();
    let row = "First Name,Last Name,Email,Mobile\nReena,Sen,reena@example.org,+91 98300 12345\n";
    o.ws.approve(o.ws.stage("others.csv", row).import_id);
    let waits = |o: &Office| o.ws.waiting().into_iter().find(|item| item.kind == "merge").expect("a merge waits");
    for verdict in [Verdict::Reject, Verdict::Approve, Verdict::Reject] {
        let done = o.ws.decide(&o.huda, &waits(&o), verdict).expect("decided");
        let undone = o.ws.app.review_undo(&o.huda, done.decision_id).expect("taken back");
        assert!(undone.asked_anew.contains(&waits(&o).proposal_id), "{verdict:?}: {undone:?}");
        o.ws.sound();
    }
}

#[test]
fn a_suggestion_on_a_record_that_changed_since_is_set_aside() {
    let o = office();
    let id = o.file(1, WRITEBACK, &json!({})).expect("filed");
    let edit = [("nickname".to_string(), "R".to_string())];
    let _ = o.ws.app.record_update(&o.ws.me, EntityType::Person, o.id.parse().expect("id"), &edit).expect("edited");
    let _ = refused(o.ws.decide(&o.huda, &o.item(id), Verdict::Approve));
    assert_eq!((o.item(id).state.as_str(), o.rina("job_title")), ("superseded", json!("Director")));
    o.ws.sound();
}

#[test]
fn a_suggestion_says_on_which_version_of_the_record_it_was_made() {
    let o = office();
    for family in [WRITEBACK, ENRICHMENT] {
        let error = o.file(1, family, &json!({ "base_versions": {} })).expect_err("refused");
        assert_eq!((error.code, error.field.as_deref()), (ErrorCode::BadInput, Some("base_versions")));
    }
    let nobody = "01a1f82f-0000-7000-8000-00000000dead";
    let target = json!({ "target_entity_ref": { "entity": "person", "id": nobody }, "base_versions": { nobody: 1 } });
    assert_eq!(o.file(1, WRITEBACK, &target).expect_err("refused").code, ErrorCode::NotFound);
}

#[test]
fn nobody_files_a_proposal_in_another_name() {
    let o = office();
    // A machine that calls itself a person, or the rule that reads files, would choose who decides and leave its name
    // out of the audit trail.
    for by in [
        json!({ "kind": "human", "id": "asha" }),
        json!({ "kind": "human", "id": "nemoclaw" }),
        json!({ "kind": "rule", "id": "import.plan/1" }),
        json!({ "kind": "agent", "id": "oracle" }),
    ] {
        for family in [WRITEBACK, ENRICHMENT, NORMALIZED] {
            let error = o.file(1, family, &json!({ "created_by": by })).expect_err("refused");
            assert_eq!((error.code, error.field.as_deref()), (ErrorCode::BadInput, Some("created_by")), "{by}");
        }
    }
    assert!(o.ws.waiting().is_empty());
    o.ws.sound();
}

#[test]
fn a_machines_proposal_can_not_pass_for_an_importers_or_a_persons() {
    let o = office();
    let s = o.ws.stage("book.csv", "Name,Email\nRina Sen,rina@example.com\nTara Bose,tara@example.com\n");
    let (import, batch) = (s.import_id.to_string(), s.batch_id.to_string());
    let cell = json!([{ "batch_id": batch, "row_number": 1, "column": 0, "transform": "text" }]);
    let payload = json!([{ "field": "nickname", "value": "R", "confidence": 0.9, "sources": cell }]);
    for parts in [
        json!({ "source": "import", "import_id": import, "batch_id": batch, "row_refs": [1], "canonical_payload": payload }),
        json!({ "source": "nemoclaw", "import_id": import, "batch_id": batch, "row_refs": [1] }),
        json!({ "source": "operator" }),
        json!({ "source": "identity_scan" }),
        json!({ "source": "restore" }),
        json!({ "source": "sync_conflict", "action": "resolve_conflict" }),
    ] {
        let error = o.file(1, NORMALIZED, &parts).expect_err("refused");
        assert_eq!(error.code, ErrorCode::BadInput, "{parts}");
    }
    assert_eq!(o.ws.waiting().len(), 1, "the row of the import alone");
}

#[test]
fn a_machine_can_not_keep_its_proposal_out_of_the_queue_nor_say_that_it_is_decided() {
    let o = office();
    let quiet = json!({ "review_required": false, "review_reason": null });
    match o.file(1, NORMALIZED, &quiet) {
        Ok(id) => assert!(o.ws.waiting().iter().any(|i| i.proposal_id == id), "it waits where people look"),
        Err(e) => assert_eq!(e.code, ErrorCode::BadInput),
    }
    let applied = json!({ "lifecycle": { "state": "applied", "entered_at": "2026-11-20T08:00:00.000Z" } });
    assert_eq!(o.file(2, WRITEBACK, &applied).expect_err("refused").code, ErrorCode::BadInput);
    let id = o.file(3, WRITEBACK, &json!({})).expect("filed");
    let twice = o.file(3, WRITEBACK, &json!({})).expect_err("the same id twice");
    assert_eq!((twice.code, o.item(id).state.as_str()), (ErrorCode::BadInput, "proposed"));
}

#[test]
fn a_machines_new_person_waits_for_a_reviewer() {
    let o = office();
    let parts = json!({
        "action": "create", "entity_id": "01a1f82f-0000-7000-8000-00000000beef", "base_versions": {},
        "canonical_payload": [{ "field": "full_name", "value": "Tara Bose", "confidence": 0.99, "sources": [] }],
    });
    let mut taken = parts.clone();
    taken["entity_id"] = json!(o.id);
    let error = o.file(2, NORMALIZED, &taken).expect_err("somebody has this id");
    assert_eq!((error.code, error.field.as_deref()), (ErrorCode::BadInput, Some("entity_id")));
    let id = o.file(1, NORMALIZED, &parts).expect("filed");
    let _ = refused(o.ws.decide(&o.omar, &o.item(id), Verdict::Approve));
    let _ = o.ws.decide(&o.huda, &o.item(id), Verdict::Approve).expect("decided");
    let _ = o.ws.person("tara");
    o.ws.sound();
}

#[test]
fn what_a_provider_found_adds_to_a_list_and_drops_nothing() {
    let o = office();
    let phone = json!([{ "value": "+919830099999", "received": "98300 99999", "label": "work", "is_primary": false }]);
    let found =
        json!({ "fields_found": [{ "field": "phone", "value": phone, "confidence": 0.9, "citations": ["a page"] }] });
    let id = o.file(1, ENRICHMENT, &found).expect("filed");
    let effect = o.item(id).fields[0].effect.clone();
    assert_eq!(effect, "add");
    let _ = o.ws.decide(&o.huda, &o.item(id), Verdict::Approve).expect("decided");
    let phones = o.rina("phone").to_string();
    assert!(phones.contains("+919830012345") && phones.contains("+919830099999"), "{phones}");
    o.ws.sound();
}

#[test]
fn a_conflict_is_settled_as_it_was_shown_and_taken_back_with_its_source() {
    let o = office();
    let parts = json!({
        "action": "resolve_conflict",
        "canonical_payload": [{ "field": "nickname", "value": "Rinku", "confidence": 0.9, "sources": [] }],
    });
    let id = o.file(1, NORMALIZED, &parts).expect("filed");
    let shown = o.item(id);
    assert_eq!((shown.kind.as_str(), &shown.fields[0].result), ("resolve_conflict", &json!("Rinku")));
    let done = o.ws.decide(&o.huda, &shown, Verdict::Approve).expect("decided");
    assert_eq!((done.state.as_str(), done.changes), ("applied", 1));
    assert_eq!(o.rina("nickname"), json!("Rinku"), "what the screen said stands");
    let _ = o.ws.app.undo_group(&o.ws.me, done.group).expect("taken back");
    let person = o.ws.app.entity(&o.ws.me, EntityType::Person, o.id.parse().expect("id")).expect("there");
    assert!(person.record.facts.iter().all(|f| f.field != "nickname"));
    o.ws.sound();
}

#[test]
fn a_suggestion_that_would_drop_items_of_a_list_is_shown_as_an_overwrite() {
    let o = office();
    let now = o.rina("phone");
    let other = json!([{ "value": "+919830099999", "received": "98300 99999", "label": "work", "is_primary": true }]);
    let parts = json!({ "proposed_change": [{ "field": "phone", "before": now, "after": other }] });
    let id = o.file(1, WRITEBACK, &parts).expect("filed");
    assert_eq!(o.item(id).fields[0].effect, "overwrite");
}

#[test]
fn a_correction_can_not_do_what_its_reviewer_may_not_type() {
    let o = office();
    // An operator decides small changes; through a correction they would rename a client or loosen a refusal.
    let edit = [("do_not_contact".to_string(), "yes".to_string())];
    let _ = o.ws.app.record_update(&o.ws.me, EntityType::Person, o.id.parse().expect("id"), &edit).expect("edited");
    let s = o.ws.stage("newer.csv", "id,First Name,Last Name,Email,Mobile,Job Title,Nickname\n1,Rina,Sen,rina@example.com,+91 98300 12345,Director,Rinku\n");
    assert_eq!(s.planned.update, 1, "{:?}", s.planned);
    let query = ReviewQuery { all: true, ..ReviewQuery::default() };
    let item = o.ws.app.review_list(&o.omar, &query).expect("listed").items.remove(0);
    let graph = o.ws.graph();
    for (field, value) in [("do_not_contact", json!(false)), ("kyc_status", json!("passed"))] {
        let fix = vec![Correction { field: field.into(), value }];
        let no = refused(o.ws.decide_on(&o.omar, &item, Verdict::Correct, &item.seen, fix));
        assert!(!no.who.is_empty() && no.policy.is_some(), "{no:?}");
    }
    assert!(o.ws.graph() == graph);
    let fix = vec![Correction { field: "nickname".into(), value: json!("Rin") }];
    let _ = o.ws.decide_on(&o.omar, &item, Verdict::Correct, &item.seen, fix).expect("what they may type");
    assert_eq!(o.rina("nickname"), "Rin");
    o.ws.sound();
}
