//! Companies that are there twice: found by their names without legal form, by line and by domain; asked about once.

use app::Quiet;
use contracts::{EntityId, EntityType, ReviewItem, UnmergeArgs, Verdict};
use testkit::Workspace;

fn firm(ws: &Workspace, fields: &[(&str, &str)]) -> EntityId {
    let fields: Vec<(String, String)> = fields.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect();
    ws.app.record_create(&ws.me, EntityType::Account, &fields).expect("made").entity.id
}

fn waiting(ws: &Workspace) -> Vec<ReviewItem> {
    ws.waiting().into_iter().filter(|i| i.kind == "account_merge").collect()
}

/// Two firms that are one by name and domain, two that share a building only, and somebody who works at one.
fn firms(ws: &Workspace) -> [EntityId; 2] {
    let one = firm(ws, &[("name", "Zenith Traders Pvt. Ltd."), ("website", "https://www.zenith-traders.example/en")]);
    let same =
        firm(ws, &[("name", "ZENITH TRADERS LLP"), ("email", "sales@zenith-traders.example"), ("industry", "Tea")]);
    let _ = firm(ws, &[("name", "Orbit Foods"), ("website", "https://orbit.example")]);
    let _ = firm(ws, &[("name", "Harbour Jewellers"), ("phone", "+91 22 2987 0199")]);
    [one, same]
}

#[test]
fn a_scan_proposes_a_company_under_another_legal_form_once_and_merges_nobody() {
    let ws = Workspace::new();
    let [one, same] = firms(&ws);
    let before = ws.graph();
    let found = ws.app.identity_scan_of(&ws.me, Some(EntityType::Account), &Quiet).expect("scanned");
    assert_eq!((found.accounts, found.people), (1, 0), "{found:?}");
    let [item] = &waiting(&ws)[..] else { panic!("one merge waits: {:?}", waiting(&ws)) };
    let mut both = vec![item.entity.id, item.candidates[0].entity.id];
    both.sort();
    let mut wanted = vec![one, same];
    wanted.sort();
    assert_eq!(both, wanted);
    let candidate = &item.candidates[0];
    let sum: i64 = candidate.evidence.iter().filter_map(|e| e.weight).sum();
    assert_eq!(Some(sum), candidate.weight, "the reasons add up");
    assert!(candidate.evidence.iter().all(|e| !e.sentence.contains(".example@")), "{candidate:?}");
    assert!(ws.graph() == before, "a scan changes nobody");
    assert_eq!(ws.app.identity_scan(&ws.me, &Quiet).expect("scanned").accounts, 0, "nobody is asked twice");
    let _ = ws.decide(&ws.me, item, Verdict::Approve).expect("merged");
    assert_eq!(ws.app.identity_scan(&ws.me, &Quiet).expect("scanned").accounts, 0);
    ws.sound();
}

#[test]
fn a_no_about_two_companies_is_remembered_by_what_they_say_and_who_they_are() {
    let ws = Workspace::new();
    let [one, same] = firms(&ws);
    let scan = || ws.app.identity_scan(&ws.me, &Quiet).expect("scanned").accounts;
    assert_eq!(scan(), 1);
    let item = waiting(&ws).remove(0);
    let no = ws.decide(&ws.me, &item, Verdict::Reject).expect("decided");
    assert_eq!(scan(), 0);
    for (at, other) in [(one, same), (same, one)] {
        let shown = ws.app.entity(&ws.me, EntityType::Account, at).expect("there").not_the_same;
        assert_eq!(shown.iter().map(|n| n.entity.id).collect::<Vec<_>>(), [other], "either says so");
    }
    // Whatever is added to them later, they are who they were.
    let _ = ws.app.record_update(&ws.me, EntityType::Account, same, &[("phone".into(), "+91 22 2345 0142".into())]);
    assert_eq!((scan(), waiting(&ws).len()), (0, 0));
    // Taken back, the question is open once more.
    let _ = ws.app.review_undo(&ws.me, no.decision_id).expect("taken back");
    assert_eq!(waiting(&ws).len() as u64 + scan(), 1);

    // So it is where a merge of the two is taken apart for good.
    let item = waiting(&ws).remove(0);
    let _ = ws.decide(&ws.me, &item, Verdict::Approve).expect("merged");
    let gone = if item.entity.id == one { same } else { one };
    let args = UnmergeArgs { not_the_same: true, ..UnmergeArgs::of(gone) };
    let _ = ws.app.unmerge_placed(&ws.me, &args).expect("taken apart");
    assert_eq!((scan(), waiting(&ws).len()), (0, 0));
    ws.sound();
}
