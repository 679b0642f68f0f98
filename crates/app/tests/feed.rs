//! What was committed, for other readers; what the origin is to be sent (R141).

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::{Duration, Instant};

use app::{App, SystemHost};
use contracts::{EntityRef, EntityType, ErrorCode, GroupId, Role, Verdict};
use store::{Store, StoreError};
use testkit::{FixedHost, Workspace};

const PEOPLE: &str = "id,First Name,Last Name,Email,Company\n\
    1,Rina,Sen,rina@example.com,Orchid Estates\n\
    2,Arjun,Mehta,arjun@example.com,Orchid Estates\n";

fn busy() -> Workspace {
    let ws = Workspace::new();
    ws.approve(ws.stage("people.csv", PEOPLE).import_id);
    let (rina, arjun) = (ws.person("rina"), ws.person("arjun"));
    let edit = [("nickname".to_string(), "R".to_string())];
    let _ = ws.app.record_update(&ws.me, EntityType::Person, rina, &edit).expect("edited");
    let _ = ws.app.merge_ask(&ws.me, EntityType::Person, &[rina, arjun]).expect("asked");
    let item = ws.waiting().remove(0);
    let _ = ws.decide(&ws.me, &item, Verdict::Approve).expect("decided");
    let _ = ws.app.undo_group(&ws.me, None).expect("undone");
    ws
}

#[test]
fn the_feed_has_no_gap_and_every_group_names_its_records() {
    let ws = busy();
    let head = ws.app.feed_head().expect("head");
    for limit in [1, 3, 1000] {
        let (mut after, mut seqs, mut groups) = (0, Vec::new(), Vec::new());
        loop {
            let page = ws.app.changes(&ws.me, after, Some(limit)).expect("a page");
            if page.events.is_empty() {
                assert_eq!(page.next, after);
                break;
            }
            for e in &page.events {
                seqs.push(e.seq);
                if e.kind == "deltas" {
                    let id: GroupId = e.subject["group"].as_str().expect("a group").parse().expect("an id");
                    groups.push((id, e.entities.iter().copied().collect::<BTreeSet<EntityRef>>()));
                } else {
                    assert!(e.entities.is_empty());
                }
            }
            after = page.next;
        }
        assert_eq!(seqs, (1..=head).collect::<Vec<_>>());
        // The same as the histories of all records tell.
        for (group, entities) in &groups {
            assert!(!entities.is_empty());
            for at in entities {
                let history = ws.app.history(&ws.me, at.entity, at.id, None).expect("history");
                assert!(history.iter().any(|h| h.group == *group), "{at:?} was changed by the group");
            }
        }
        let ids: BTreeSet<GroupId> = groups.iter().map(|(g, _)| *g).collect();
        assert_eq!(ids.len(), groups.len(), "a group is one event");
        for text in ["rina", "arjun"] {
            let id = ws.person(text);
            for entry in ws.app.history(&ws.me, EntityType::Person, id, None).expect("history") {
                let (_, entities) = groups.iter().find(|(g, _)| *g == entry.group).expect("in the feed");
                assert!(entities.contains(&EntityRef { entity: EntityType::Person, id }));
            }
        }
    }
    for limit in [0, 1001] {
        assert_eq!(ws.app.changes(&ws.me, 0, Some(limit)).expect_err("refused").code, ErrorCode::BadInput);
    }
    let presenter = ws.user("priya", Role::Presenter);
    assert_eq!(ws.app.changes(&presenter, 0, None).expect_err("refused").code, ErrorCode::Refused);
    assert_eq!(ws.app.await_changes(&presenter, 0, Duration::ZERO).expect_err("refused").code, ErrorCode::Refused);
}

#[test]
fn the_feed_and_the_audit_trail_hold_no_client_data() {
    let ws = busy();
    let text = serde_json::to_string(&ws.app.changes(&ws.me, 0, Some(1000)).expect("a page")).expect("JSON");
    for secret in ["Rina", "Arjun", "example.com", "Orchid"] {
        assert!(!text.contains(secret), "{secret} in {text}");
    }
}

#[test]
fn whoever_waits_is_woken_by_a_commit_of_this_and_of_another_process() {
    for own in [true, false] {
        let ws = Workspace::new();
        let listener = App::open(ws.folder(), Arc::new(SystemHost)).expect("opens");
        let head = ws.app.feed_head().expect("head");
        let quiet = listener.await_changes(&ws.me, head, Duration::from_millis(50)).expect("waited");
        assert_eq!((quiet.events.len(), quiet.next), (0, head), "nothing new: the time is up");
        let waits = if own { &ws.app } else { &listener };
        let woken = std::thread::scope(|scope| {
            let waiting = scope.spawn(|| {
                let begun = Instant::now();
                let page = waits.await_changes(&ws.me, head, Duration::from_secs(30)).expect("waited");
                (page, begun.elapsed())
            });
            std::thread::sleep(Duration::from_millis(300));
            let fields = [("full_name".to_string(), "Rina Sen".to_string())];
            let _ = ws.app.record_create(&ws.me, EntityType::Person, &fields).expect("made");
            waiting.join().expect("joined")
        });
        assert_eq!((woken.0.events.len(), woken.0.next), (1, head + 1));
        assert!(woken.1 < Duration::from_secs(10), "{:?}", woken.1);
    }
}

#[test]
fn the_send_cursor_moves_forward_only_and_by_whole_groups() {
    let ws = busy();
    let status = ws.app.sync_status(&ws.me).expect("status");
    assert!(status.high_water > 6 && status.pending == status.high_water && status.acked == 0, "{status:?}");
    let host = FixedHost::default();
    let store = Store::open(ws.folder(), &host).expect("opens");
    let (device, epoch) = store.device();
    let unsent = |limit: u32| store.read(|r| r.unsent_groups(device, epoch, limit)).expect("listed");
    let acknowledge = |n: u64| -> Result<(), StoreError> { store.write(&host, |tx| tx.acknowledge(n)) };
    let all = unsent(10_000);
    let ends: BTreeSet<u64> = all.iter().map(|(_, last)| *last).collect();
    assert_eq!(ends.last(), Some(&status.high_water));
    assert_eq!(unsent(1).len(), 1, "a group larger than the limit comes alone, and whole");
    assert!(all.windows(2).all(|w| w[0].1 < w[1].1), "in order");
    for n in 1..=status.high_water + 3 {
        let moved = acknowledge(n);
        assert_eq!(moved.is_ok(), ends.contains(&n), "{n} of {ends:?}");
        if moved.is_ok() {
            assert!(unsent(10_000).iter().all(|(_, last)| *last > n));
            let now = ws.app.sync_status(&ws.me).expect("status");
            assert_eq!((now.acked, now.pending), (n, status.high_water - n));
            assert!(n < 2 || acknowledge(n - 1).is_err(), "never back");
            assert!(acknowledge(n).is_ok(), "the same again is no harm");
        }
    }
    assert!(unsent(10_000).is_empty());
    let edit = [("full_name".to_string(), "Tara Bose".to_string())];
    let made = ws.app.record_create(&ws.me, EntityType::Person, &edit).expect("made");
    assert_eq!(unsent(10_000), [(made.group, status.high_water + 1)]);
}
