//! People named beside deals, tasks and calls: known ones are found again, new ones are made once.

use contracts::ListQuery;
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
