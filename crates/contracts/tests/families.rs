//! Every family keeps what it does not know, and says which field is wrong (R48-R51, R155).

use contracts::*;
use serde_json::{Value, json};

const ID: &str = "0193a8e0-0000-7000-8000-000000000001";
const OTHER: &str = "0193a8e0-0000-7000-8000-000000000002";

/// An artifact's envelope with the family's own fields beside it.
fn artifact(family: &str, state: &str, own: Value) -> Value {
    let mut all = json!({
        "artifact_id": ID, "artifact_type": family, "schema_version": "1.0.0", "source_system": "hubspot",
        "created_at": "2026-11-20T09:00:00.000Z", "created_by": { "kind": "human", "id": "asha" },
        "confidence": 0.9, "provenance": [], "lifecycle": { "state": state, "entered_at": "2026-11-20T09:00:00.000Z" },
    });
    for (k, v) in own.as_object().expect("an object") {
        all[k] = v.clone();
    }
    all
}

fn column(index: u32, status: &str, field: Value) -> Value {
    json!({
        "index": index, "header": "H", "status": status, "field": field, "label": null, "slot": null, "transform": null,
        "date_order": null, "confidence": 0.9, "evidence": [], "question": null, "samples": [], "filled": 1,
        "distinct": 1, "by_person": false,
    })
}

fn batch() -> Value {
    artifact(
        "RawImportBatch",
        "received",
        json!({
            "batch_id": ID, "uploaded_filename": "a.csv", "mime_type": "text/csv", "storage_ref": "segments:1",
            "row_count": 2, "uploaded_by": "asha", "sha256": "a".repeat(64), "byte_len": 10, "headers": ["Name"],
            "dialect": { "encoding": "utf-8", "bom": false, "delimiter": ",", "quote": "\"", "escape": null,
                "line_ending": "LF", "preamble_rows": 0, "header_row": 1, "footer_rows": 0, "blank_rows": 0 },
        }),
    )
}

fn row() -> Value {
    artifact(
        "ImportRowRecord",
        "planned",
        json!({
            "row_id": ID, "batch_id": OTHER, "row_number": 1, "byte_range": [5, 9], "cells": ["Rina"], "shape": "ok",
            "fate": "create", "reason": "", "entity_refs": [],
        }),
    )
}

fn manifest() -> Value {
    artifact(
        "ImportMappingManifest",
        "proposed",
        json!({
            "manifest_id": ID, "batch_id": OTHER, "source_profile": { "id": "inferred", "title": "CSV", "confidence": 0.5 },
            "row_entity": "person", "phone_region": null,
            "column_mappings": [column(0, "mapped", json!("person.full_name"))],
            "unmapped_columns": [column(1, "unresolved", Value::Null)],
            "resolver_notes": [], "version": 1, "supersedes": null,
        }),
    )
}

fn proposal() -> Value {
    let cell = json!({ "batch_id": OTHER, "row_number": 1, "column": 0, "transform": "text" });
    artifact(
        "NormalizedEntityProposal",
        "proposed",
        json!({
            "proposal_id": ID, "source": "import", "import_id": OTHER, "batch_id": OTHER, "entity_type": "person",
            "entity_id": OTHER, "action": "create", "links": [], "merge_candidate_refs": [], "review_required": false,
            "canonical_payload": [{ "field": "full_name", "value": "Rina", "confidence": 0.9, "sources": [cell] }],
            "review_reason": null, "row_refs": [1], "issues": [], "base_versions": {},
        }),
    )
}

fn decision() -> Value {
    artifact(
        "ApprovalDecision",
        "recorded",
        json!({
            "decision_id": ID, "proposal_ref": OTHER, "set": null, "reviewer_ref": "asha", "decision": "approve",
            "decision_notes": null, "decided_at": "2026-11-20T09:00:00.000Z", "seen_hash": "b".repeat(64), "corrections": [],
        }),
    )
}

fn delta() -> Value {
    artifact(
        "ClientGraphDelta",
        "pending",
        json!({
            "delta_id": ID, "entity": { "entity": "person", "id": OTHER }, "op": "create",
            "changes": [{ "field": "full_name", "before": null, "after": "Rina" }],
            "cause": { "kind": "edit", "decision_id": null, "proposal_id": null, "batch_id": null, "row_number": null },
            "actor": { "kind": "human", "id": "asha" }, "group": OTHER, "device": OTHER, "epoch": 1, "n": 1,
            "hlc": "0-0", "inverse_of": null,
        }),
    )
}

fn snapshot() -> Value {
    let client = json!({ "entity": "person", "id": OTHER });
    artifact(
        "Client360Snapshot",
        "fresh",
        json!({
            "client_ref": client, "identity": { "entity": client, "title": "Rina", "link": null, "facts": [] },
            "account_links": [], "active_opportunities": [], "closed_opportunities": [], "recent_interactions": [],
            "property_interests": [], "tasks": [], "qd_overview": null, "risk_flags": [], "households": [],
            "requirement_profiles": [], "consent": [], "media": [], "panel_status": {},
            "as_of": "2026-11-20T09:00:00.000Z", "graph_version": 1,
        }),
    )
}

fn check<A: Artifact>(good: &Value, cases: &[(&str, Value, &str)]) {
    let read = |v: &Value| serde_json::from_value::<A>(v.clone()).expect("it reads");
    read(good).validate().expect("the example is valid");
    // A field of a newer minor version survives a round trip.
    let mut newer = good.clone();
    newer["schema_version"] = json!("1.7.0");
    newer["a_field_of_tomorrow"] = json!({ "deep": [1, 2] });
    let written = serde_json::to_value(read(&newer)).expect("it writes");
    assert_eq!(written, newer, "{}", A::TYPE);
    read(&newer).validate().expect("a newer minor version is valid");
    let shared = [
        ("/schema_version", json!("2.0.0"), "schema_version"),
        ("/artifact_type", json!("Other"), "artifact_type"),
        ("/source_system", json!(" "), "source_system"),
        ("/created_at", json!("yesterday"), "created_at"),
        ("/created_by/id", json!(""), "created_by.id"),
        ("/confidence", json!(1.5), "confidence"),
        ("/lifecycle/state", json!("lost"), "lifecycle.state"),
    ];
    for (path, value, field) in shared.iter().chain(cases) {
        let mut bad = good.clone();
        *bad.pointer_mut(path).unwrap_or_else(|| panic!("{path} exists")) = value.clone();
        let error = read(&bad).validate().expect_err(path);
        assert_eq!((error.artifact_type.as_str(), error.field.as_str()), (A::TYPE, *field), "{error}");
    }
    assert!(A::TRANSITIONS.iter().all(|(a, b)| A::STATES.contains(a) && A::STATES.contains(b)), "{}", A::TYPE);
}

#[test]
fn a_batch_says_which_field_is_wrong() {
    check::<RawImportBatch>(
        &batch(),
        &[
            ("/sha256", json!("short"), "sha256"),
            ("/uploaded_filename", json!(""), "uploaded_filename"),
            ("/dialect/delimiter", json!("::"), "dialect.delimiter"),
            ("/batch_id", json!(OTHER), "artifact_id"),
        ],
    );
}

#[test]
fn a_row_says_which_field_is_wrong() {
    check::<ImportRowRecord>(
        &row(),
        &[
            ("/row_number", json!(0), "row_number"),
            ("/byte_range", json!([9, 5]), "byte_range"),
            ("/fate", json!("reject"), "reason"),
        ],
    );
}

#[test]
fn a_manifest_holds_every_column_exactly_once() {
    check::<ImportMappingManifest>(
        &manifest(),
        &[
            ("/unmapped_columns/0/index", json!(3), "columns[1].index"),
            ("/column_mappings/0/field", json!("person.shoe_size"), "columns[0].field"),
            ("/column_mappings/0/field", Value::Null, "columns[0].field"),
            ("/column_mappings/0/status", json!("ignored"), "columns[0].field"),
            ("/unmapped_columns/0/status", json!("ignored"), "columns[1].evidence"),
            ("/column_mappings/0/confidence", json!(2.0), "columns[0].confidence"),
        ],
    );
}

#[test]
fn a_proposal_never_lowers_its_guard() {
    check::<NormalizedEntityProposal>(
        &proposal(),
        &[
            ("/action", json!("merge"), "review_required"),
            ("/review_required", json!(true), "review_reason"),
            ("/canonical_payload/0/sources", json!([]), "canonical_payload[0].sources"),
            ("/canonical_payload/0/field", json!("shoe_size"), "canonical_payload[0].field"),
            ("/row_refs", json!([]), "row_refs"),
        ],
    );
}

#[test]
fn a_decision_is_a_persons_on_one_thing_or_one_set_without_merges() {
    check::<ApprovalDecision>(
        &decision(),
        &[
            ("/proposal_ref", Value::Null, "proposal_ref"),
            ("/created_by/kind", json!("agent"), "created_by"),
            ("/reviewer_ref", json!("ravi"), "reviewer_ref"),
            ("/seen_hash", json!("short"), "seen_hash"),
            ("/decision", json!("correct"), "corrections"),
        ],
    );
    let mut set = decision();
    set["proposal_ref"] = Value::Null;
    set["set"] = json!({ "root": "c", "count": 2,
        "filter": { "import_id": OTHER, "actions": ["create", "merge"], "min_confidence": 0.0 } });
    let error = serde_json::from_value::<ApprovalDecision>(set).expect("reads").validate().expect_err("a merge");
    assert_eq!(error.field, "set.filter.actions");
}

#[test]
fn a_delta_removes_only_what_it_takes_back() {
    check::<ClientGraphDelta>(
        &delta(),
        &[
            ("/n", json!(0), "n"),
            ("/op", json!("remove"), "op"),
            ("/op", json!("link"), "changes"),
            ("/changes/0/before", json!("was"), "changes"),
        ],
    );
}

#[test]
fn a_snapshot_describes_one_person() {
    check::<Client360Snapshot>(
        &snapshot(),
        &[("/client_ref/entity", json!("account"), "client_ref"), ("/identity/entity/id", json!(ID), "identity")],
    );
}
