//! A merge is taken apart at any later time: exactly where nothing was done since, and otherwise nothing that was done is
//! lost and every edit is where the reviewer put it.

use app::{Outcome, Quiet};
use contracts::{EditSince, EntityId, EntityType, ErrorCode, Placement, UnmergeArgs, Verdict};
use proptest::prelude::*;
use serde_json::Value;
use testkit::Workspace;

fn cases() -> ProptestConfig {
    let cases = std::env::var("VELOCITY_CASES").map_or(12, |n| n.parse().expect("VELOCITY_CASES is a number of cases"));
    ProptestConfig { cases, max_shrink_iters: 100, failure_persistence: None, ..ProptestConfig::default() }
}

const PERSON: EntityType = EntityType::Person;

fn make(ws: &Workspace, fields: &[(&str, &str)]) -> EntityId {
    let fields: Vec<(String, String)> = fields.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect();
    ws.app.record_create(&ws.me, PERSON, &fields).expect("made").entity.id
}

fn edit(ws: &Workspace, id: EntityId, field: &str, text: &str) {
    let _ = ws.app.record_update(&ws.me, PERSON, id, &[(field.into(), text.into())]).expect("edited");
}

fn merge(ws: &Workspace, ids: &[EntityId]) -> (EntityId, Vec<EntityId>) {
    let asked = ws.app.merge_ask(&ws.me, PERSON, ids).expect("asked");
    let item = ws.app.review_show(&ws.me, asked.proposal_id).expect("shown");
    let _ = ws.decide(&ws.me, &item, Verdict::Approve).expect("merged");
    (asked.survivor.id, asked.absorbed.iter().map(|at| at.id).collect())
}

/// What a record says of a field: one value, or those of a list.
fn says(ws: &Workspace, id: EntityId, field: &str) -> Vec<String> {
    let graph = String::from_utf8(ws.graph()).expect("text");
    let record = graph
        .lines()
        .map(|l| serde_json::from_str::<Value>(l).expect("JSON"))
        .find(|r| r["id"] == id.to_string().as_str())
        .unwrap_or_default();
    let text = |v: &Value| v.as_str().or_else(|| v["value"].as_str()).unwrap_or_default().to_owned();
    match &record["fields"][field] {
        Value::Null => Vec::new(),
        Value::Array(items) => items.iter().map(text).collect(),
        one => vec![text(one)],
    }
}

fn two(ws: &Workspace) -> (EntityId, EntityId) {
    let rina = make(
        ws,
        &[
            ("full_name", "Rina Sen"),
            ("email", "rina@example.com"),
            ("phone", "+91 98300 10001"),
            ("nickname", "Rinku"),
        ],
    );
    let other = make(ws, &[("full_name", "R. Sen"), ("email", "rs@example.org"), ("job_title", "Architect")]);
    (rina, other)
}

fn find<'e>(edits: &'e [EditSince], field: &str, after: &str) -> &'e EditSince {
    let says = |e: &&EditSince| e.field == field && (e.after["value"] == after || e.after == after);
    edits.iter().find(says).unwrap_or_else(|| panic!("{field} {after}: {edits:?}"))
}

#[test]
fn what_the_merge_brought_goes_and_what_was_added_since_stays_or_goes_where_it_is_put() {
    for (to_other, both) in [(false, false), (true, false), (false, true)] {
        let ws = Workspace::new();
        let (rina, other) = two(&ws);
        let before = ws.graph();
        let (stays, gone) = merge(&ws, &[rina, other]);
        assert_eq!((stays, &gone[..]), (rina, &[other][..]), "more facts survive");
        edit(&ws, stays, "nickname", "Rini");
        let mails = r#"[{"value":"rina@example.com"},{"value":"rs@example.org"},{"value":"new@example.net"}]"#;
        edit(&ws, stays, "email", mails);

        let view = ws.app.unmerge_view(&ws.me, other).expect("shown");
        assert_eq!(view.comes_back.iter().map(|c| c.entity.id).collect::<Vec<_>>(), [other]);
        let (mail, nickname) = (find(&view.edits, "email", "new@example.net"), find(&view.edits, "nickname", "Rini"));
        assert_eq!((mail.proposed, nickname.proposed), (rina, rina));
        let place = |e: &EditSince| Placement { edit: e.edit.clone(), to: if both { None } else { Some(other) } };
        let placements = if to_other || both { vec![place(mail), place(nickname)] } else { Vec::new() };
        let args = UnmergeArgs { seen: Some(view.seen.clone()), placements, ..UnmergeArgs::of(other) };
        let _ = ws.app.unmerge_placed(&ws.me, &args).expect("taken apart");

        let at_rina = !to_other || both;
        let at_other = to_other || both;
        let with = |mut own: Vec<&str>, has: bool| {
            own.extend(has.then_some("new@example.net"));
            own.into_iter().map(String::from).collect::<Vec<_>>()
        };
        assert_eq!(says(&ws, rina, "email"), with(vec!["rina@example.com"], at_rina));
        assert_eq!(says(&ws, other, "email"), with(vec!["rs@example.org"], at_other));
        assert_eq!(says(&ws, rina, "nickname"), [if at_rina { "Rini" } else { "Rinku" }]);
        assert_eq!(says(&ws, other, "nickname"), if at_other { vec!["Rini"] } else { Vec::new() });
        assert!(says(&ws, rina, "job_title").is_empty(), "what the merge filled is empty again");
        assert!(ws.graph() != before, "the edits are kept");
        ws.sound();
    }
}

#[test]
fn a_merge_that_stands_again_is_taken_apart_to_what_it_was_apart() {
    for place in [0, 1, 2] {
        let ws = Workspace::new();
        let (rina, other) = two(&ws);
        let (stays, _) = merge(&ws, &[rina, other]);
        edit(&ws, stays, "nickname", "Tuki");
        let mails = r#"[{"value":"rina@example.com"},{"value":"rs@example.org"},{"value":"new@example.net"}]"#;
        edit(&ws, stays, "email", mails);
        let view = ws.app.unmerge_view(&ws.me, other).expect("shown");
        let to = [Some(rina), Some(other), None][place];
        let placements = view.edits.iter().map(|e| Placement { edit: e.edit.clone(), to }).collect();
        let args = UnmergeArgs { seen: Some(view.seen.clone()), placements, ..UnmergeArgs::of(other) };
        let done = ws.app.unmerge_placed(&ws.me, &args).expect("taken apart");
        let apart = |field: &str| (says(&ws, rina, field), says(&ws, other, field));
        let fields = ["nickname", "email", "job_title", "phone"];
        let first: Vec<_> = fields.iter().map(|field| apart(field)).collect();

        let _ = ws.app.undo_group(&ws.me, done.group).expect("merged again");
        assert_eq!(says(&ws, rina, "nickname"), ["Tuki"]);
        assert!(says(&ws, rina, "email").contains(&"new@example.net".to_owned()));
        let _ = ws.app.unmerge(&ws.me, other).expect("taken apart again");
        let again: Vec<_> = fields.iter().map(|field| apart(field)).collect();
        assert_eq!(again, first, "edits placed at {to:?}");
        ws.sound();
    }
}

#[test]
fn an_edit_of_the_time_of_a_merge_never_leads_back_into_it() {
    let ws = Workspace::new();
    let (rina, other) = two(&ws);
    let (stays, _) = merge(&ws, &[rina, other]);
    // What the survivor was alone, by hand.
    let done =
        ws.app.record_update(&ws.me, PERSON, stays, &[("email".into(), "rina@example.com".into())]).expect("edited");
    let _ = ws.app.unmerge(&ws.me, other).expect("taken apart");
    assert_eq!(
        (says(&ws, rina, "email"), says(&ws, other, "email")),
        (vec!["rina@example.com".into()], vec!["rs@example.org".into()])
    );
    let _ = ws.app.undo_group(&ws.me, Some(done.group));
    assert_eq!(says(&ws, rina, "email"), ["rina@example.com"], "the other's mailbox stays with the other");
    ws.sound();
}

#[test]
fn what_others_who_stay_merged_say_stays_too() {
    let ws = Workspace::new();
    let (rina, other) = two(&ws);
    let third = make(&ws, &[("full_name", "Rina S"), ("email", "rs@example.org"), ("job_title", "Painter")]);
    let (stays, _) = merge(&ws, &[rina, other]);
    let (again, _) = merge(&ws, &[stays, third]);
    assert_eq!(again, rina);
    let _ = ws.app.unmerge(&ws.me, other).expect("taken apart");
    assert_eq!(says(&ws, rina, "email"), ["rina@example.com", "rs@example.org"], "the third has it as well");
    assert_eq!(says(&ws, rina, "job_title"), ["Painter"]);
    let _ = ws.app.unmerge(&ws.me, third).expect("taken apart");
    assert_eq!(says(&ws, rina, "email"), ["rina@example.com"]);
    assert!(says(&ws, rina, "job_title").is_empty());
    assert_eq!(says(&ws, third, "job_title"), ["Painter"]);
    ws.sound();
}

#[test]
fn what_was_taken_away_between_two_merges_stays_away_when_the_later_one_is_taken_apart() {
    let ws = Workspace::new();
    let (rina, other) = two(&ws);
    let third = make(&ws, &[("full_name", "Rina S"), ("email", "third@example.org")]);
    let (stays, _) = merge(&ws, &[rina, other]);
    edit(&ws, stays, "email", "new@example.com");
    let between = ws.graph();
    let (again, _) = merge(&ws, &[stays, third]);
    assert_eq!(says(&ws, again, "email"), ["new@example.com", "third@example.org"]);
    let undone = ws.app.undo_group(&ws.me, None).expect("taken apart");
    assert!(undone.kept.is_empty() && ws.graph() == between, "{:?}", says(&ws, rina, "email"));
    // And the earlier one after it.
    let _ = ws.app.unmerge(&ws.me, other).expect("taken apart");
    assert_eq!(says(&ws, rina, "email"), ["new@example.com"]);
    assert_eq!(says(&ws, other, "email"), ["rs@example.org"]);
    ws.sound();
}

#[test]
fn not_the_same_is_remembered_and_shown_and_a_taken_apart_merge_can_be_made_again_and_taken_apart_again() {
    let ws = Workspace::new();
    let (rina, other) = two(&ws);
    let before = ws.graph();
    let (_, _) = merge(&ws, &[rina, other]);
    let merged = ws.graph();
    let args = UnmergeArgs { not_the_same: true, notes: Some("Two sisters.".into()), ..UnmergeArgs::of(other) };
    let undone = ws.app.unmerge_placed(&ws.me, &args).expect("taken apart");
    assert!(ws.graph() == before && undone.kept.is_empty());
    for (one, two) in [(rina, other), (other, rina)] {
        let view = ws.app.client360(&ws.me, one, true).expect("a dossier");
        let not: Vec<_> = view.not_the_same.iter().map(|n| (n.entity.id, n.notes.as_deref())).collect();
        assert_eq!(not, [(two, Some("Two sisters."))]);
    }
    let _ = ws.app.undo_group(&ws.me, undone.group).expect("undone");
    assert!(ws.graph() == merged, "merged again");
    let _ = ws.app.unmerge(&ws.me, other).expect("and apart again");
    assert!(ws.graph() == before);
    assert_eq!(ws.app.unmerge(&ws.me, other).expect_err("nothing is merged").code, ErrorCode::NotFound);
    ws.sound();
}

/// What somebody does while records are merged.
#[derive(Clone, Copy, Debug)]
enum Step {
    Nickname(u8),
    AddMail(u8),
    DropMail(u8),
    AddPhone(u8),
    Import(u8),
    Archive,
    MergeMore,
    UndoNewest,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        any::<u8>().prop_map(Step::Nickname),
        any::<u8>().prop_map(Step::AddMail),
        any::<u8>().prop_map(Step::DropMail),
        any::<u8>().prop_map(Step::AddPhone),
        any::<u8>().prop_map(Step::Import),
        Just(Step::Archive),
        Just(Step::MergeMore),
        Just(Step::UndoNewest),
    ]
}

fn fits<T>(answer: Outcome<T>) -> Option<T> {
    match answer {
        Ok(value) => Some(value),
        Err(e) if matches!(e.code, ErrorCode::Refused | ErrorCode::NotFound) => None,
        Err(other) => panic!("{other:?}"),
    }
}

fn go(ws: &Workspace, at: EntityId, third: EntityId, step: Step) {
    let (app, me) = (&ws.app, &ws.me);
    let mails = |change: &dyn Fn(&mut Vec<String>)| {
        let mut all = says(ws, at, "email");
        change(&mut all);
        let items: Vec<Value> = all.iter().map(|m| serde_json::json!({ "value": m })).collect();
        let _ = fits(app.record_update(me, PERSON, at, &[("email".into(), Value::Array(items).to_string())]));
    };
    match step {
        Step::Nickname(n) => {
            let _ = fits(app.record_update(me, PERSON, at, &[("nickname".into(), format!("N{}", n % 3))]));
        }
        Step::AddMail(n) => mails(&|all| {
            let new = format!("add{}@example.com", n % 4);
            if !all.contains(&new) {
                all.push(new);
            }
        }),
        Step::DropMail(n) => mails(&|all| {
            if all.len() > 1 {
                let _ = all.remove(usize::from(n) % all.len());
            }
        }),
        Step::AddPhone(n) => {
            let _ = fits(app.record_update(me, PERSON, at, &[("phone".into(), format!("+91 98300 2{:04}", n))]));
        }
        Step::Import(n) => {
            let text = format!(
                "id,First Name,Last Name,Email,Nickname\n7,Rina,Sen,rina@example.com,I{n}\n8,R,Sen,rs@example.org,\n"
            );
            let s = ws.stage(&format!("more{n}.csv"), &text);
            let _ = fits(app.import_approve(me, s.import_id, &app::ApproveChoice::default(), &Quiet));
        }
        Step::Archive => drop(fits(app.record_archive(me, PERSON, at, true))),
        Step::MergeMore => {
            let Some(asked) = fits(app.merge_ask(me, PERSON, &[at, third])) else { return };
            let item = app.review_show(me, asked.proposal_id).expect("shown");
            // The third has least to say, so that `at` survives.
            if asked.survivor.id == at {
                let _ = fits(ws.decide(me, &item, Verdict::Approve));
            }
        }
        Step::UndoNewest => {}
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn whatever_was_done_since_nothing_is_lost_and_it_is_where_it_was_put(
        steps in prop::collection::vec(step(), 0..7),
        places in prop::collection::vec(0u8..4, 24),
    ) {
        let ws = Workspace::new();
        let (rina, other) = two(&ws);
        let third = make(&ws, &[("full_name", "Rina S"), ("email", "third@example.com")]);
        let before = ws.graph();
        let was: Vec<Vec<String>> = ["email", "phone", "nickname", "job_title"].map(|f| says(&ws, other, f)).into();
        let (stays, _) = merge(&ws, &[rina, other]);
        prop_assert_eq!(stays, rina);
        for one in &steps {
            go(&ws, stays, third, *one);
        }
        let view = ws.app.unmerge_view(&ws.me, other).expect("shown");
        let mut placements = Vec::new();
        for (edit, place) in view.edits.iter().zip(&places) {
            let to = match place {
                0 => continue,
                1 => Some(rina),
                2 => Some(other),
                _ if edit.kind == "link" => continue,
                _ => None,
            };
            placements.push((edit.clone(), to));
        }
        let args = UnmergeArgs {
            seen: Some(view.seen.clone()),
            placements: placements.iter().map(|(e, to)| Placement { edit: e.edit.clone(), to: *to }).collect(),
            ..UnmergeArgs::of(other)
        };
        let undone = ws.app.unmerge_placed(&ws.me, &args).expect("taken apart");
        ws.sound();

        for edit in view.edits.iter().filter(|e| e.kind == "field" || e.kind == "item") {
            let chosen = placements.iter().find(|(e, _)| e.edit == edit.edit);
            let to = chosen.map_or(Some(edit.proposed), |(_, to)| *to);
            for at in [rina, other] {
                let here = to.is_none_or(|to| to == at);
                let text = |v: &Value| v.as_str().or_else(|| v["value"].as_str()).map(String::from);
                let values = says(&ws, at, &edit.field);
                match text(&edit.after) {
                    Some(value) if here => prop_assert!(values.contains(&value), "{at} has {value}: {values:?}"),
                    None if here => {
                        let gone = text(&edit.before).expect("something was taken away");
                        prop_assert!(!values.contains(&gone), "{at} has no {gone}: {values:?}");
                    }
                    _ => {}
                }
            }
        }
        if view.edits.is_empty() {
            let now: Vec<Vec<String>> = ["email", "phone", "nickname", "job_title"].map(|f| says(&ws, other, f)).into();
            prop_assert_eq!(now, was, "who comes back is who went");
            prop_assert!(undone.kept.is_empty());
        }
        if steps.is_empty() {
            prop_assert!(ws.graph() == before, "byte for byte");
        }
        // And all of it can be taken back: they are merged again, with everything that was done.
        let _ = fits(ws.app.undo_group(&ws.me, undone.group));
        ws.sound();
    }
}
