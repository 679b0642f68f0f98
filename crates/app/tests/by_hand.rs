//! Work by hand around a client: calls, tasks and notes that are about somebody, links made and taken away.

use contracts::{EntityId, EntityRef, EntityType, ErrorCode, RecordPanel};
use testkit::Workspace;

fn made(ws: &Workspace, entity: EntityType, fields: &[(&str, &str)], about: &[EntityRef]) -> EntityRef {
    let fields: Vec<(String, String)> = fields.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect();
    ws.app.record_create_about(&ws.me, entity, &fields, about).expect("made").entity
}

fn rina(ws: &Workspace) -> EntityRef {
    made(ws, EntityType::Person, &[("full_name", "Rina Sen"), ("phone", "+91 98300 12345")], &[])
}

fn calls(ws: &Workspace, id: EntityId) -> Vec<RecordPanel> {
    let view = ws.app.client360(&ws.me, id, true).expect("a dossier");
    assert_eq!(view.consistent, Some(true), "the tables say what the log says");
    view.snapshot.recent_interactions
}

fn fact(panel: &RecordPanel, field: &str) -> String {
    let found = panel.facts.iter().find(|f| f.field == field);
    found.and_then(|f| f.value.as_str()).unwrap_or_default().into()
}

#[test]
fn calls_stand_in_the_dossier_newest_first_each_with_its_source_and_one_undo_takes_a_call_back() {
    let ws = Workspace::new();
    let rina = rina(&ws);
    let call = |at: &str, subject: &str| {
        let fields = [("channel", "call"), ("direction", "outbound"), ("at", at), ("subject", subject)];
        made(&ws, EntityType::Interaction, &fields, &[rina])
    };
    let first = call("2026-11-02T10:00:00", "Asked for a villa");
    let last = call("2026-11-20T17:30:00", "Viewing on Friday");
    let between = call("2026-11-09T09:00:00", "Sent the brochure");
    let shown = calls(&ws, rina.id);
    assert_eq!(shown.iter().map(|p| p.entity).collect::<Vec<_>>(), [last, between, first]);
    assert_eq!((shown[0].title.as_str(), fact(&shown[0], "at").as_str()), ("Viewing on Friday", "2026-11-20T17:30:00"));
    assert!(shown[0].facts.iter().all(|f| f.source.cause == "edit" && f.source.actor == ws.me));

    let undone = ws.app.undo_group(&ws.me, None).expect("taken back");
    assert!(undone.kept.is_empty());
    assert_eq!(calls(&ws, rina.id).iter().map(|p| p.entity).collect::<Vec<_>>(), [last, first], "with its link");
}

#[test]
fn a_task_for_a_deal_and_its_client_is_linked_to_both_and_to_nothing_that_is_not_there() {
    let ws = Workspace::new();
    let rina = rina(&ws);
    let deal = made(&ws, EntityType::Opportunity, &[("name", "Villa 12")], &[rina]);
    let _ = made(&ws, EntityType::Task, &[("title", "Send the contract")], &[deal, rina]);
    let view = ws.app.client360(&ws.me, rina.id, true).expect("a dossier").snapshot;
    assert_eq!(view.tasks.len(), 1);
    assert_eq!(view.active_opportunities.len(), 1);

    let nobody = EntityRef { entity: EntityType::Person, id: EntityId(uuid::Uuid::from_u128(7)) };
    let fields = [("title".to_owned(), "Call back".to_owned())];
    let refused = ws.app.record_create_about(&ws.me, EntityType::Task, &fields, &[rina, nobody]).expect_err("nobody");
    assert_eq!(refused.code, ErrorCode::NotFound);
    let view = ws.app.client360(&ws.me, rina.id, true).expect("a dossier").snapshot;
    assert_eq!(view.tasks.len(), 1, "nothing half made");
}

#[test]
fn records_are_linked_once_and_what_links_them_is_taken_away_whichever_side_is_named_first() {
    let ws = Workspace::new();
    let rina = rina(&ws);
    let firm = made(&ws, EntityType::Account, &[("name", "Orchid Estates")], &[]);
    let companies = || ws.app.client360(&ws.me, rina.id, true).expect("a dossier").snapshot.account_links;
    // From the company's page: still the person who works there.
    let _ = ws.app.records_link(&ws.me, firm, rina).expect("linked");
    let link = companies().into_iter().map(|p| (p.title, p.link)).collect::<Vec<_>>();
    assert_eq!(link, [("Orchid Estates".to_owned(), Some("works_at".to_owned()))]);
    let again = ws.app.records_link(&ws.me, rina, firm).expect_err("linked already");
    assert_eq!(again.code, ErrorCode::Refused);

    let _ = ws.app.records_unlink(&ws.me, firm, rina).expect("taken away");
    assert!(companies().is_empty());
    let _ = ws.app.undo_group(&ws.me, None).expect("taken back");
    assert_eq!(companies().len(), 1, "the undo links them again");

    let task = made(&ws, EntityType::Task, &[("title", "Call")], &[]);
    let senseless = ws.app.records_link(&ws.me, task, made(&ws, EntityType::Task, &[("title", "Visit")], &[]));
    assert_eq!(senseless.expect_err("tasks are of people").message, "Nothing links a task and a task.");
    let itself = ws.app.records_link(&ws.me, rina, rina).expect_err("itself");
    assert_eq!(itself.code, ErrorCode::Refused);
}

#[test]
fn an_erasure_takes_the_calls_of_a_client_along() {
    let ws = Workspace::new();
    let rina = rina(&ws);
    let other = made(&ws, EntityType::Person, &[("full_name", "Omar Haddad")], &[]);
    let fields = [("channel", "call"), ("subject", "About Rina's villa"), ("body", "She wants a pool.")];
    let own = made(&ws, EntityType::Interaction, &fields, &[rina]);
    let both = made(&ws, EntityType::Interaction, &fields, &[rina, other]);
    let report = ws.app.erase(&ws.me, EntityType::Person, rina.id, "Asked for it in writing").expect("erased");
    assert!(report.records.contains(&own), "{report:?}");
    let left = calls(&ws, other.id);
    assert_eq!(left.iter().map(|p| p.entity).collect::<Vec<_>>(), [both], "the other's call stays");
    assert_eq!((fact(&left[0], "subject"), fact(&left[0], "body")), (String::new(), String::new()), "without words");
}
