//! Whatever people do in whatever order: the chain verifies, records equal their history, and newest first all of it can
//! be taken back. A few cases each time; `VELOCITY_CASES` says how many instead.

use app::{Outcome, Quiet};
use contracts::{
    ApiError, BulkArgs, BulkEdit, BulkSelection, EntityId, EntityRef, EntityType, ErrorCode, GroupId, ImportId,
    RecordsQuery, TypedField, Verdict,
};
use proptest::prelude::*;
use testkit::Workspace;

fn cases() -> ProptestConfig {
    let cases = std::env::var("VELOCITY_CASES").map_or(16, |n| n.parse().expect("VELOCITY_CASES is a number of cases"));
    ProptestConfig { cases, max_shrink_iters: 200, ..ProptestConfig::default() }
}

/// What somebody does; numbers choose among what there is at that moment.
#[derive(Clone, Copy, Debug)]
enum Step {
    Create(u8),
    Update(u8, u8),
    Archive(u8, bool),
    Merge(u8, u8, bool),
    Unmerge(u8),
    Undo(u8),
    Import(u8, bool),
    Decide(u8, u8),
    UndoImport(u8),
    Scan,
    /// A deal, a task or a call with somebody, made or linked further.
    Work(u8, u8),
    /// Everybody that a list shows, changed at once.
    Bulk(u8),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => any::<u8>().prop_map(Step::Create),
        4 => (any::<u8>(), any::<u8>()).prop_map(|(a, b)| Step::Update(a, b)),
        2 => (any::<u8>(), any::<bool>()).prop_map(|(a, b)| Step::Archive(a, b)),
        3 => (any::<u8>(), any::<u8>(), prop::bool::weighted(0.8)).prop_map(|(a, b, c)| Step::Merge(a, b, c)),
        2 => any::<u8>().prop_map(Step::Unmerge),
        3 => any::<u8>().prop_map(Step::Undo),
        4 => (any::<u8>(), prop::bool::weighted(0.8)).prop_map(|(a, b)| Step::Import(a, b)),
        4 => (any::<u8>(), any::<u8>()).prop_map(|(a, b)| Step::Decide(a, b)),
        2 => any::<u8>().prop_map(Step::UndoImport),
        1 => Just(Step::Scan),
        4 => (any::<u8>(), any::<u8>()).prop_map(|(a, b)| Step::Work(a, b)),
        3 => any::<u8>().prop_map(Step::Bulk),
    ]
}

const NAMES: [&str; 4] = ["Rina Sen", "Arjun Mehta", "Tara Bose", "Dev Roy"];

/// Small files that overlap: with ids, newer with other values, and without ids but with somebody's e-mail address.
fn file(n: u8) -> (String, String) {
    let mut text = String::new();
    let who = usize::from(n) % 4;
    let (given, family) = NAMES[who].split_once(' ').expect("two names");
    let twin = NAMES[(who + 1) % 4];
    match n % 3 {
        0 => {
            text.push_str("id,First Name,Last Name,Email,Mobile,Company,Lead Status\n");
            text.push_str(&format!(
                "{who},{given},{family},p{who}@example.com,+91 98300 0000{who},Orchid Estates,New\n"
            ));
            text.push_str(&format!("9{who},{given},Basu,x{n}@example.com,,Palm LLP,\n"));
        }
        1 => {
            text.push_str("id,First Name,Last Name,Email,Lead Status,Nickname,Company\n");
            text.push_str(&format!("{who},{given},{family},q{who}@example.com,Qualified,N{n},Palm LLP\n"));
        }
        _ => {
            text.push_str("Name,Email,Phone,Spouse Name,Company\n");
            text.push_str(&format!(
                "{},p{who}@example.com,+91 98300 1000{who},Somebody Else,Quartz & Co\n",
                NAMES[who]
            ));
            text.push_str(&format!("{twin},t{n}@example.com,+91 98300 20{n:03},,Quartz & Co\n"));
        }
    }
    (format!("file{n}.csv"), text)
}

/// All that a list of a kind shows.
fn matching(entity: EntityType, sentence: &str) -> BulkSelection {
    let mut query = RecordsQuery::of(entity);
    if !sentence.is_empty() {
        query.filter = Some(filter::parse(entity, sentence).expect("a sentence"));
    }
    BulkSelection::Matching { query: Box::new(query), except: Vec::new() }
}

/// A workspace with what happened in it.
struct World {
    ws: Workspace,
    groups: Vec<GroupId>,
    imports: Vec<ImportId>,
    absorbed: Vec<EntityId>,
    /// Whether an undo left something standing: then not everything can be taken back any more.
    kept: bool,
}

impl World {
    fn new() -> Self {
        let ws = Workspace::new();
        Self { ws, groups: Vec::new(), imports: Vec::new(), absorbed: Vec::new(), kept: false }
    }

    fn people(&self) -> Vec<EntityId> {
        let graph = String::from_utf8(self.ws.graph()).expect("text");
        let records = graph.lines().map(|l| serde_json::from_str::<serde_json::Value>(l).expect("JSON"));
        let people = records.filter(|r| r["entity"] == "person");
        people.map(|r| r["id"].as_str().expect("an id").parse().expect("an id")).collect()
    }

    /// Nothing but a no of the program itself is an answer to a step that does not fit.
    fn fits<T>(answer: Outcome<T>) -> Option<T> {
        match answer {
            Ok(value) => Some(value),
            Err(ApiError { code: ErrorCode::Refused | ErrorCode::NotFound, message, .. }) => {
                assert!(!message.contains("EntityRef"), "no internals in what people read: {message}");
                None
            }
            Err(other) => panic!("{other:?}"),
        }
    }

    /// Work with somebody: new, or what there is with somebody else as well, or no longer.
    fn worked(&self, client: EntityRef, how: u8) -> Option<GroupId> {
        let (app, me) = (&self.ws.app, &self.ws.me);
        let texts = |of: &[(&str, &str)]| of.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect::<Vec<_>>();
        let (entity, fields) = match how % 3 {
            0 => (EntityType::Opportunity, texts(&[("name", "Villa 12"), ("stage", "Qualified"), ("status", "Open")])),
            1 => (EntityType::Task, texts(&[("title", "Send the plans"), ("due_at", "2026-11-21T10:00:00")])),
            _ => {
                let outcome = ["Reached", "No answer"][usize::from(how / 3) % 2];
                (
                    EntityType::Interaction,
                    texts(&[("channel", "call"), ("at", "2026-11-19T10:00:00"), ("outcome", outcome)]),
                )
            }
        };
        let work = app.client360(me, client.id, false).ok().and_then(|view| {
            view.snapshot.active_opportunities.first().or(view.snapshot.tasks.first()).map(|item| item.entity)
        });
        let done = match (work, how % 4) {
            (Some(work), 0) => Self::fits(app.records_unlink(me, work, client)),
            (Some(work), 1) => {
                let other = self.people().into_iter().find(|id| *id != client.id)?;
                Self::fits(app.records_link(me, work, EntityRef { entity: EntityType::Person, id: other }))
            }
            (Some(work), 2) if work.entity == EntityType::Opportunity => {
                Self::fits(app.record_update(me, work.entity, work.id, &texts(&[("stage", "Negotiation")])))
            }
            _ => Self::fits(app.record_create_about(me, entity, &fields, &[client])),
        };
        done.map(|d| d.group)
    }

    fn go(&mut self, step: Step) {
        let pick = |n: u8, of: &[EntityId]| of.get(usize::from(n) % of.len().max(1)).copied();
        let (app, me) = (&self.ws.app, &self.ws.me);
        let person = EntityType::Person;
        let people = self.people();
        match step {
            Step::Create(n) => {
                let fields = [
                    ("full_name".to_string(), NAMES[usize::from(n) % 4].to_string()),
                    ("email".into(), format!("h{n}@example.com")),
                ];
                self.groups.push(app.record_create(me, person, &fields).expect("made").group);
            }
            Step::Update(n, value) => {
                let Some(id) = pick(n, &people) else { return };
                let (field, text) = match value % 5 {
                    0 => ("nickname", format!("N{value}")),
                    1 => ("job_title", format!("T{}", value % 3)),
                    2 => ("phone", format!("+91 98300 3{value:04}")),
                    3 => ("nickname", String::new()),
                    _ => ("email", format!("p{}@example.com", value % 4)),
                };
                if let Some(done) = Self::fits(app.record_update(me, person, id, &[(field.into(), text)])) {
                    self.groups.push(done.group);
                }
            }
            Step::Archive(n, hide) => {
                let Some(id) = pick(n, &people) else { return };
                if let Some(done) = Self::fits(app.record_archive(me, person, id, hide)) {
                    self.groups.push(done.group);
                }
            }
            Step::Merge(a, b, yes) => {
                let (Some(a), Some(b)) = (pick(a, &people), pick(b, &people)) else { return };
                let Some(asked) = Self::fits(app.merge_ask(me, person, &[a, b])) else { return };
                let item = app.review_show(me, asked.proposal_id).expect("shown");
                let done = Self::fits(self.ws.decide(me, &item, if yes { Verdict::Approve } else { Verdict::Reject }));
                if let Some(group) = done.and_then(|d| d.group) {
                    self.groups.push(group);
                    self.absorbed.extend(asked.absorbed.iter().map(|at| at.id));
                }
            }
            Step::Unmerge(n) => {
                let Some(id) = pick(n, &self.absorbed) else { return };
                if let Some(done) = Self::fits(app.unmerge(me, id)) {
                    self.kept |= !done.kept.is_empty();
                }
            }
            Step::Undo(n) => {
                let Some(group) = self.groups.get(usize::from(n) % self.groups.len().max(1)).copied() else { return };
                if let Some(done) = Self::fits(app.undo_group(me, Some(group))) {
                    self.kept |= !done.kept.is_empty();
                }
            }
            Step::Import(n, approve) => {
                let (name, text) = file(n % 24);
                let s = self.ws.stage(&name, &text);
                self.imports.push(s.import_id);
                if approve {
                    let _ = Self::fits(app.import_approve(me, s.import_id, &app::ApproveChoice::default(), &Quiet));
                }
            }
            Step::Decide(n, verdict) => {
                let waiting = self.ws.waiting();
                let Some(item) = waiting.get(usize::from(n) % waiting.len().max(1)) else { return };
                let verdict =
                    [Verdict::Approve, Verdict::Approve, Verdict::Reject, Verdict::Defer][usize::from(verdict) % 4];
                if let Some(group) = Self::fits(self.ws.decide(me, item, verdict)).and_then(|d| d.group) {
                    self.groups.push(group);
                }
            }
            Step::Work(n, how) => {
                let Some(id) = pick(n, &people) else { return };
                if let Some(group) = self.worked(EntityRef { entity: person, id }, how) {
                    self.groups.push(group);
                }
            }
            Step::Bulk(n) => {
                let selection = match n % 3 {
                    0 => BulkSelection::Ids { entity: person, ids: people.into_iter().take(3).collect() },
                    1 => matching(person, "job title is T1 or lead status is New"),
                    _ => matching(EntityType::Opportunity, ""),
                };
                let typed = |field: &str, text: &str| TypedField { field: field.into(), text: text.into() };
                let edit = match (n % 3, n % 5) {
                    (2, 0) => BulkEdit { archive: Some(n % 2 == 0), ..BulkEdit::default() },
                    (2, _) => BulkEdit {
                        set: vec![typed("stage", ["Negotiation", "Won"][usize::from(n) % 2])],
                        ..BulkEdit::default()
                    },
                    (_, 0) => BulkEdit { archive: Some(n % 2 == 0), ..BulkEdit::default() },
                    (_, 1) => BulkEdit { add_tags: vec!["VIP".into()], ..BulkEdit::default() },
                    (_, 2) => BulkEdit { remove_tags: vec!["vip".into()], ..BulkEdit::default() },
                    _ => BulkEdit { set: vec![typed("owner", "Asha"), typed("nickname", "")], ..BulkEdit::default() },
                };
                let mut args = BulkArgs { selection, edit, seen: None };
                let Some(preview) = Self::fits(app.bulk_preview(me, &args)) else { return };
                args.seen = Some(preview.seen);
                let done = Self::fits(app.bulk_apply(me, &args, &Quiet)).expect("nothing came between");
                assert_eq!(
                    (done.changed, done.unchanged, done.refused),
                    (preview.changing, preview.unchanged, preview.refused)
                );
                self.groups.extend(done.group);
            }
            Step::Scan => drop(app.identity_scan(me, &Quiet).expect("scanned")),
            Step::UndoImport(n) => {
                let Some(id) = self.imports.get(usize::from(n) % self.imports.len().max(1)).copied() else { return };
                if let Some(done) = Self::fits(app.import_undo(me, id, &Quiet)) {
                    self.kept |= !done.kept.is_empty();
                }
            }
        }
    }
}

/// What once failed: an edit that set a field of merged people to what the survivor was alone brought the other's value
/// back when it was undone after the merge had been taken apart.
#[test]
fn an_edit_made_while_merged_leads_nowhere_after_the_merge_is_taken_apart() {
    let mut world = World::new();
    for step in [Step::Import(29, true), Step::Merge(1, 110, true), Step::Update(0, 29), Step::Unmerge(0)] {
        world.go(step);
    }
    let mut last = Vec::new();
    while let Ok(undone) = world.ws.app.undo_group(&world.ws.me, None) {
        assert!(undone.kept.is_empty(), "{:?}", undone.kept);
        last = world.ws.graph();
        if undone.reversed == 0 {
            break;
        }
    }
    world.ws.sound();
    assert_eq!(String::from_utf8(last).expect("text"), "");
}

/// What once failed: a client was unlinked from a deal, the making of the deal taken back beneath that, and then the unlinking
/// could neither be taken back nor passed over.
#[test]
fn what_has_nothing_left_to_take_back_stands_in_nobodys_way() {
    let mut world = World::new();
    for step in [Step::Create(0), Step::Work(0, 0), Step::Work(0, 0)] {
        world.go(step);
    }
    let (app, me) = (&world.ws.app, &world.ws.me);
    let [made, agreed, parted] = world.groups[..] else { panic!("{:?}", world.groups) };
    assert_eq!(app.undo_group(me, Some(agreed)).expect("taken back").kept, []);
    let nothing = app.undo_group(me, Some(parted)).expect_err("the deal is gone");
    assert_eq!(nothing.code, ErrorCode::Refused);
    let undone = app.undo_group(me, None).expect("the next");
    assert_eq!((undone.undone, undone.reversed, undone.kept), (made, 1, Vec::new()));
    world.ws.sound();
    assert_eq!(String::from_utf8(world.ws.graph()).expect("text"), "");
    assert_eq!(app.undo_group(me, None).expect_err("nothing is left").code, ErrorCode::Refused);
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn everything_stays_sound_and_newest_first_everything_can_be_taken_back(steps in prop::collection::vec(step(), 1..16)) {
        let mut world = World::new();
        for step in steps {
            world.go(step);
        }
        // With the keys of people brought up to the log, so that they are compared with a rebuild.
        world.go(Step::Scan);
        let ws = &world.ws;
        ws.sound();
        for id in &world.imports {
            let _ = ws.fates(*id);
        }
        let kept_before = world.kept;
        let mut kept = false;
        loop {
            match ws.app.undo_group(&ws.me, None) {
                Ok(undone) => {
                    kept |= !undone.kept.is_empty();
                    if undone.reversed == 0 {
                        break;
                    }
                }
                Err(e) => {
                    prop_assert_eq!(e.code, ErrorCode::Refused);
                    break;
                }
            }
        }
        let _ = ws.app.identity_scan(&ws.me, &Quiet).expect("scanned");
        ws.sound();
        if !kept_before {
            prop_assert!(!kept, "newest first, nothing stands on top of what is taken back");
            prop_assert_eq!(String::from_utf8(ws.graph()).expect("text"), "");
        }
    }
}
