//! Every family reads its golden files, keeps what it does not know, and says which field is wrong (R48-R52, R155, R185).

use std::path::PathBuf;

use contracts::*;
use serde_json::{Value, json};

const ID: &str = "0193a8e0-0000-7000-8000-000000000001";
const OTHER: &str = "0193a8e0-0000-7000-8000-000000000002";

fn folder<A: Artifact>() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/contracts").join(A::TYPE)
}

/// The golden file of a family's version.
fn golden<A: Artifact>(version: &str) -> Value {
    let path = folder::<A>().join(format!("{version}.json"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    serde_json::from_str(&text).expect("a golden file is JSON")
}

fn read<A: Artifact>(value: &Value) -> A {
    serde_json::from_value(value.clone()).unwrap_or_else(|e| panic!("{}: {e}", A::TYPE))
}

/// Golden files of all versions read, hold and come back byte for byte; each case breaks one field of the newest.
fn check<A: Artifact>(cases: &[(&str, Value, &str)]) {
    for entry in std::fs::read_dir(folder::<A>()).expect("a folder of golden files") {
        let path = entry.expect("an entry").path();
        let version = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let value = golden::<A>(&version);
        assert_eq!(value["schema_version"], version.as_str(), "{}", path.display());
        let artifact: A = read(&value);
        artifact.validate().unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let written = serde_json::to_value(&artifact).expect("it writes");
        assert_eq!(written, value, "{}: what a newer version added must survive", path.display());
    }
    let good = golden::<A>(A::VERSION);
    let shared = [
        ("/schema_version", json!("2.0.0"), "schema_version"),
        ("/artifact_type", json!("Other"), "artifact_type"),
        ("/source_system", json!(" "), "source_system"),
        ("/created_at", json!("yesterday"), "created_at"),
        ("/created_by/id", json!(""), "created_by.id"),
        ("/confidence", json!(1.5), "confidence"),
        ("/lifecycle/state", json!("lost"), "lifecycle.state"),
        ("/artifact_id", json!(OTHER), "artifact_id"),
    ];
    // A snapshot is named by its client and has no id of its own beside the envelope's.
    let shared = shared.iter().filter(|(path, ..)| A::TYPE != "Client360Snapshot" || *path != "/artifact_id");
    for (path, value, field) in shared.chain(cases) {
        let mut bad = good.clone();
        *bad.pointer_mut(path).unwrap_or_else(|| panic!("{path} exists")) = value.clone();
        let error = read::<A>(&bad).validate().expect_err(path);
        assert_eq!((error.artifact_type.as_str(), error.field.as_str()), (A::TYPE, *field), "{error}");
    }
    assert!(A::TRANSITIONS.iter().all(|(a, b)| A::STATES.contains(a) && A::STATES.contains(b)), "{}", A::TYPE);
    assert!(!A::PRODUCER.is_empty() && !A::CONSUMERS.is_empty(), "{} has owners", A::TYPE);
}

#[test]
fn a_batch_says_which_field_is_wrong() {
    check::<RawImportBatch>(&[
        ("/sha256", json!("short"), "sha256"),
        ("/uploaded_filename", json!(""), "uploaded_filename"),
        ("/dialect/delimiter", json!("::"), "dialect.delimiter"),
    ]);
}

#[test]
fn a_row_says_which_field_is_wrong() {
    check::<ImportRowRecord>(&[
        ("/row_number", json!(0), "row_number"),
        ("/byte_range", json!([9, 5]), "byte_range"),
        ("/fate", json!("reject"), "reason"),
    ]);
}

#[test]
fn a_manifest_holds_every_column_exactly_once() {
    check::<ImportMappingManifest>(&[
        ("/unmapped_columns/0/index", json!(3), "columns[1].index"),
        ("/column_mappings/0/field", json!("person.shoe_size"), "columns[0].field"),
        ("/column_mappings/0/field", Value::Null, "columns[0].field"),
        ("/column_mappings/0/status", json!("ignored"), "columns[0].field"),
        ("/unmapped_columns/0/status", json!("ignored"), "columns[1].evidence"),
        ("/column_mappings/0/confidence", json!(2.0), "columns[0].confidence"),
    ]);
}

#[test]
fn a_proposal_never_lowers_its_guard() {
    check::<NormalizedEntityProposal>(&[
        // A merge that nobody is to look at, and a look without its reason.
        ("/review_required", json!(false), "review_required"),
        ("/review_reason", Value::Null, "review_reason"),
        ("/canonical_payload/0/sources", json!([]), "canonical_payload[0].sources"),
        ("/canonical_payload/0/field", json!("shoe_size"), "canonical_payload[0].field"),
        ("/row_refs", json!([]), "row_refs"),
    ]);
}

#[test]
fn a_decision_is_a_persons_on_one_thing_or_one_set_without_merges() {
    check::<ApprovalDecision>(&[
        ("/proposal_ref", Value::Null, "proposal_ref"),
        ("/created_by/kind", json!("agent"), "created_by"),
        ("/reviewer_ref", json!("ravi"), "reviewer_ref"),
        ("/seen_hash", json!("short"), "seen_hash"),
        ("/decision", json!("correct"), "corrections"),
        ("/decision", json!("approve"), "relation"),
    ]);
    // A request decides nothing: it is a deferral, whatever is asked for with it.
    let mut asks = golden::<ApprovalDecision>(ApprovalDecision::VERSION);
    asks["asks"] = json!("reject");
    assert_eq!(read::<ApprovalDecision>(&asks).validate().expect_err("decided").field, "asks");
    asks["decision"] = json!("defer");
    read::<ApprovalDecision>(&asks).validate().expect("a request");
    let mut set = golden::<ApprovalDecision>(ApprovalDecision::VERSION);
    set["proposal_ref"] = Value::Null;
    set["set"] = json!({ "root": "c", "count": 2,
        "filter": { "import_id": OTHER, "actions": ["create", "merge"], "min_confidence": 0.0 } });
    let error = read::<ApprovalDecision>(&set).validate().expect_err("a merge");
    assert_eq!(error.field, "set.filter.actions");
}

#[test]
fn a_delta_removes_only_what_it_takes_back() {
    check::<ClientGraphDelta>(&[
        ("/n", json!(0), "n"),
        ("/op", json!("remove"), "op"),
        ("/op", json!("link"), "changes"),
        ("/op", json!("merge"), "changes"),
        ("/changes/0/before", json!("was"), "changes"),
    ]);
}

#[test]
fn a_merge_names_its_survivor_and_leaves_nothing_behind() {
    let mut merge = golden::<ClientGraphDelta>(ClientGraphDelta::VERSION);
    merge["op"] = json!("merge");
    merge["changes"] = json!([
        { "field": "full_name", "before": "Rina Sen", "after": null },
        { "field": "merged_into", "before": null, "after": { "entity": "person", "id": ID } },
    ]);
    read::<ClientGraphDelta>(&merge).validate().expect("a whole merge");
    merge["changes"][0]["after"] = json!("R. Sen");
    let error = read::<ClientGraphDelta>(&merge).validate().expect_err("something stayed on the absorbed record");
    assert_eq!(error.field, "changes");
}

#[test]
fn a_snapshot_describes_one_person() {
    check::<Client360Snapshot>(&[
        ("/client_ref/entity", json!("account"), "client_ref"),
        ("/identity/entity/id", json!(ID), "identity"),
    ]);
}

#[test]
fn an_interaction_keeps_its_raw_events() {
    check::<InteractionBundle>(&[
        ("/event_refs", json!([]), "event_refs"),
        ("/client_ref", Value::Null, "client_ref"),
        ("/ended_at", json!("2026-11-20T08:00:00.000Z"), "ended_at"),
        ("/lifecycle/state", json!("summarised"), "summary"),
    ]);
}

#[test]
fn a_transcripts_text_is_what_its_speakers_said_in_order() {
    check::<TranscriptBundle>(&[
        ("/text", json!("Something else"), "text"),
        ("/language", json!(""), "language"),
        ("/speaker_segments/1/speaker", json!(" "), "speaker_segments[1].speaker"),
        ("/speaker_segments/1/confidence", json!(1.2), "speaker_segments[1].confidence"),
    ]);
    let mut backwards = golden::<TranscriptBundle>(TranscriptBundle::VERSION);
    backwards["speaker_segments"][0]["start_ms"] = json!(5000);
    let error = read::<TranscriptBundle>(&backwards).validate().expect_err("ends before it starts");
    assert_eq!(error.field, "speaker_segments[0].end_ms");
    backwards["speaker_segments"][0]["end_ms"] = json!(6000);
    let error = read::<TranscriptBundle>(&backwards).validate().expect_err("the second lies before the first");
    assert_eq!(error.field, "speaker_segments[1].start_ms");
}

#[test]
fn a_score_points_at_evidence_or_at_explicit_operator_input() {
    check::<QdSignalBundle>(&[
        ("/supporting_evidence_refs", json!([]), "supporting_evidence_refs"),
        ("/value", json!(21), "value"),
        ("/score_type", json!(""), "score_type"),
        ("/time_window/end", json!("2026-11-19T09:00:00.000Z"), "time_window.end"),
    ]);
    let mut by_hand = golden::<QdSignalBundle>(QdSignalBundle::VERSION);
    by_hand["supporting_evidence_refs"] = json!([]);
    by_hand["source_ref"] = json!({ "kind": "operator", "id": "asha" });
    read::<QdSignalBundle>(&by_hand).validate().expect("explicit operator input needs no other evidence");
    by_hand["score_type"] = json!("fit");
    by_hand["value"] = json!(101);
    assert_eq!(read::<QdSignalBundle>(&by_hand).validate().expect_err("out of range").field, "value");
}

#[test]
fn a_writeback_always_needs_a_decision_and_evidence() {
    check::<OracleWritebackProposal>(&[
        ("/approval_required", json!(false), "approval_required"),
        ("/evidence_refs", json!([]), "evidence_refs"),
        ("/proposed_change", json!([]), "proposed_change"),
        ("/proposed_change/0/field", json!("shoe_size"), "proposed_change[0].field"),
        ("/proposed_change/0/after", json!("lead"), "proposed_change[0].after"),
        ("/reasoning_summary", json!(" "), "reasoning_summary"),
    ]);
}

#[test]
fn found_data_names_where_it_was_found() {
    check::<EnrichmentProposal>(&[
        ("/approval_required", json!(false), "approval_required"),
        ("/provider", json!(""), "provider"),
        ("/fields_found", json!([]), "fields_found"),
        ("/fields_found/0/citations", json!([]), "fields_found[0].citations"),
        ("/fields_found/0/confidence", json!(2), "fields_found[0].confidence"),
        ("/fields_found/0/field", json!("shoe_size"), "fields_found[0].field"),
        ("/evidence_refs", json!([]), "evidence_refs"),
    ]);
}

/// Every family has its golden files, and no folder is without a family.
#[test]
fn there_are_twelve_families() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/contracts");
    let folders: std::collections::BTreeSet<String> = std::fs::read_dir(root)
        .expect("golden files")
        .map(|e| e.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    let families: std::collections::BTreeSet<String> =
        generate::schemas().into_iter().map(|(name, _)| name.replace(".schema.json", "")).collect();
    assert_eq!((folders.len(), &folders), (12, &families));
}
