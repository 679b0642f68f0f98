//! People named beside deals, tasks and calls: known ones are found again, new ones are made once.

use contracts::{EntityId, ListQuery, TimelineEntry, TimelineKind, TimelinePage, TimelineQuery};
use testkit::Workspace;

/// Three deals of two clients, one of them known from a list of people, in another spelling of her number.
const DEALS: &str = "Deal,Deal Stage,Amount,Close Date,Client Name,Client Phone,Client Email\n\
    Sky Villa 12,Negotiation,12500000,2026-03-04,Rina Sen,+91 98300-12345,\n\
    Palm Loft 3,Won,8200000,2026-04-05,Omar Haddad,+971 50 123 4567,omar@haddad.example\n\
    Palm Loft 9,Lost,8900000,2026-05-16,Omar Haddad,+971 50 123 4567,omar@haddad.example\n";

fn people(ws: &Workspace) -> Vec<String> {
    let all = ws.app.people(&ws.me, &ListQuery::default()).expect("a list").rows;
    let mut names: Vec<String> = all.into_iter().map(|p| p.name).collect();
    names.sort();
    names
}

/// A log of deals or calls must not make its clients anew with each row.
#[test]
fn clients_of_deals_are_found_again_and_made_once() {
    let ws = Workspace::new();
    ws.approve(ws.stage("people.csv", "First Name,Last Name,Mobile\nRina,Sen,+91 98300 12345\n").import_id);
    let run = ws.stage("deals.csv", DEALS);
    assert_eq!(ws.app.import_show(&ws.me, run.import_id).expect("shown").summary.planned.total(), 3);
    ws.approve(run.import_id);
    assert_eq!(people(&ws), ["Omar Haddad", "Rina Sen"]);
    let rina = ws.app.people(&ws.me, &ListQuery { text: Some("Rina".into()), ..ListQuery::default() }).expect("a list");
    let dossier = ws.app.client360(&ws.me, rina.rows[0].id, false).expect("a dossier").snapshot;
    assert_eq!(dossier.active_opportunities.len(), 1, "{:?}", dossier.active_opportunities);

    // The same deals in a newer export, which knows them by no id: the clients stay who they are.
    let again = ws.stage("deals-again.csv", &DEALS.replace("Won", "Closed won"));
    ws.approve(again.import_id);
    assert_eq!(people(&ws), ["Omar Haddad", "Rina Sen"]);
    assert!(ws.app.doctor(&ws.me).expect("looked at").ok);
}

/// One line and two names are two people.
#[test]
fn a_shared_line_under_another_name_is_another_client() {
    let ws = Workspace::new();
    let deals = "Deal,Deal Stage,Amount,Close Date,Client Name,Client Phone\n\
        Sky Villa 12,Negotiation,12500000,2026-03-04,Rina Sen,+91 98300 12345\n\
        Sky Villa 14,Negotiation,12900000,2026-03-09,Farhan Contractor,+91 98300 12345\n";
    ws.approve(ws.stage("deals.csv", deals).import_id);
    assert_eq!(people(&ws), ["Farhan Contractor", "Rina Sen"]);
}

fn timeline(ws: &Workspace, id: EntityId, kinds: Vec<TimelineKind>) -> TimelinePage {
    let query =
        TimelineQuery { id, kinds, text: None, cursor: None, limit: None, now: Some("2026-11-21T12:00:00".into()) };
    ws.app.timeline(&ws.me, &query).expect("a timeline")
}

/// The calls of a client's dossier, the latest first.
fn calls(ws: &Workspace, id: EntityId) -> Vec<TimelineEntry> {
    timeline(ws, id, vec![TimelineKind::Call]).entries
}

/// A telephone system's log: what has been said is in the dossier of whom it was said with, and is no task.
#[test]
fn a_log_of_calls_is_of_calls_with_those_who_are_known() {
    let ws = Workspace::new();
    ws.approve(ws.stage("people.csv", "First Name,Last Name,Mobile\nRina,Sen,+91 98300 12345\n").import_id);
    let log = "Call ID,Call Start Time,Call Type,Customer Name,Customer Number,Call Owner,Call Result,Recording URL,Call Notes\n\
        c-1,2026-03-04 09:15:00,Outbound,Rina Sen,+91 98300-12345,Puja,Answered,https://calls.example/1.mp3,Wants a tour on Sunday\n\
        c-2,2026-03-05 11:40:00,Inbound,Rina Sen,+91 98300 12345,Puja,Answered,https://calls.example/2.mp3,Asked about parking\n\
        c-3,2026-03-06 17:05:00,Outbound,Omar Haddad,+971 50 123 4567,Sourav,No answer,,\n";
    let run = ws.stage("call_logs.csv", log);
    ws.approve(run.import_id);
    assert_eq!(people(&ws), ["Omar Haddad", "Rina Sen"]);
    let rina = ws.app.people(&ws.me, &ListQuery { text: Some("Rina".into()), ..ListQuery::default() }).expect("a list");
    let id = rina.rows[0].id;
    let said = |c: &TimelineEntry| (c.body.clone().unwrap_or_default(), c.direction.clone().unwrap_or_default());
    let found: Vec<_> = calls(&ws, id).iter().map(said).collect();
    let wanted = [("Asked about parking", "inbound"), ("Wants a tour on Sunday", "outbound")];
    assert_eq!(found, wanted.map(|(body, direction)| (body.to_owned(), direction.to_owned())));
    assert!(timeline(&ws, id, Vec::new()).counts.iter().all(|c| c.kind != TimelineKind::Task));

    // The next export of the same system brings the new calls only.
    let longer = format!(
        "{log}c-4,2026-03-09 10:00:00,Inbound,Rina Sen,+91 98300 12345,Puja,Answered,https://calls.example/4.mp3,Comes on Sunday\n"
    );
    ws.approve(ws.stage("call_logs.csv", &longer).import_id);
    assert_eq!(calls(&ws, id).len(), 3);
    assert!(ws.app.doctor(&ws.me).expect("looked at").ok);
}

/// Files of one system hold together by ids alone: deals name their contacts and companies by no other word.
#[test]
fn deals_and_tasks_are_tied_to_whom_they_mean_by_id() {
    let ws = Workspace::new();
    ws.approve(ws.stage("companies.csv", "Account ID,Company Name,Industry\nA1,Vireo Capital Ltd,Finance\n").import_id);
    let contacts = "Contact ID,Full Name,Email,Account ID\n\
        C1,Rina Sen,rina@sen.example,A1\nC2,Omar Haddad,omar@haddad.example,\nC3,Isha Nair,isha@nair.example,A9\n";
    let run = ws.stage("contacts.csv", contacts);
    let problems = ws.app.import_show(&ws.me, run.import_id).expect("shown").problems;
    let unknown = problems.iter().find(|p| p.kind == "reference_unknown").expect("A9 is nobody's");
    assert_eq!((unknown.count, unknown.rows.as_slice()), (1, &[3][..]));
    assert!(unknown.message.contains("A9"), "{}", unknown.message);
    ws.approve(run.import_id);
    let deals = "Deal ID,Title,Stage,Amount,Contact ID,Account ID\n\
        D1,Sky Villa 12,Negotiation,12500000,C1,A1\nD2,Palm Loft 3,Won,8200000,C1; C2,\nD3,Palm Loft 9,Open,8900000,C7,\n";
    ws.approve(ws.stage("deals.csv", deals).import_id);
    let tasks = "Task,Due Date,Status,Contact ID,Deal ID\nCall about the view,2026-12-01,open,C2,D2\n";
    ws.approve(ws.stage("tasks.csv", tasks).import_id);

    assert_eq!(people(&ws), ["Isha Nair", "Omar Haddad", "Rina Sen"], "an id makes nobody");
    let of = |name: &str| {
        let found = ws.app.people(&ws.me, &ListQuery { text: Some(name.into()), ..ListQuery::default() });
        ws.app.client360(&ws.me, found.expect("a list").rows[0].id, false).expect("a dossier").snapshot
    };
    let (rina, omar) = (of("Rina"), of("Omar"));
    assert_eq!(rina.account_links.len(), 1, "{:?}", rina.account_links);
    assert_eq!(rina.active_opportunities.len(), 2, "{:?}", rina.active_opportunities);
    assert_eq!((omar.active_opportunities.len(), omar.tasks.len()), (1, 1));

    // A newer export says nothing new of whom the deals are with; one that does adds to it.
    let again = ws.stage("deals-2.csv", &deals.replace("C7", "C3"));
    assert_eq!(ws.app.import_show(&ws.me, again.import_id).expect("shown").summary.planned.unchanged, 2);
    ws.approve(again.import_id);
    assert_eq!(of("Isha").active_opportunities.len(), 1);
    assert!(ws.app.doctor(&ws.me).expect("looked at").ok);
}

/// Each list of a system that nobody names counts its rows from 1.
#[test]
fn another_list_that_counts_from_one_is_of_other_people() {
    let ws = Workspace::new();
    let first = "ID,Full Name,Email\n1,Meera Rao,meera@rao.example\n2,Farhan Syed,farhan@syed.example\n";
    ws.approve(ws.stage("a.csv", first).import_id);
    let other = "ID,Full Name,Email\n1,Anke Seyfarth,anke@seyfarth.example\n2,Jonas Keller,jonas@keller.example\n";
    let run = ws.stage("b.csv", other);
    assert_eq!(ws.app.import_show(&ws.me, run.import_id).expect("shown").summary.planned.create, 2);
    ws.approve(run.import_id);
    // The same list later: a name put right, a mailbox moved.
    let later = first.replace("Meera Rao,meera@rao", "M. Rao,meera@new").replace("Farhan Syed", "Farhan Sayed Khan");
    let run = ws.stage("a-later.csv", &later);
    let planned = ws.app.import_show(&ws.me, run.import_id).expect("shown").summary.planned;
    assert_eq!((planned.create, planned.total()), (0, 2), "{planned:?}");
    assert_eq!(people(&ws).len(), 4);
}
