//! The samples brought in one after the other into one graph, every proposal decided by the truth: as many people are
//! there in the end as there are, and nobody is somebody else.

use std::collections::{BTreeMap, BTreeSet};

use app::Quiet;
use contracts::{DecideArgs, EntityId, EntityRef, EntityType, ImportId, ReviewItem, ReviewQuery, Verdict};
use serde_json::Value;
use testkit::Workspace;

const FILES: [&str; 6] = [
    "hubspot_contacts",
    "salesforce_contact_api",
    "google_contacts_new",
    "kvcore",
    "linkedin_connections",
    "legacy_leads",
];

type Row = (&'static str, u64);

/// Who is who, over all files.
#[derive(Default)]
struct Truth {
    up: BTreeMap<Row, Row>,
    nobody: BTreeSet<Row>,
    rows: BTreeMap<&'static str, u64>,
}

impl Truth {
    fn read() -> Self {
        let mut truth = Self::default();
        for file in FILES {
            let path = testkit::samples().join(format!("{file}.truth.json"));
            let t: Value = serde_json::from_slice(&std::fs::read(path).expect("a truth")).expect("JSON");
            truth
                .rows
                .insert(file, t["rows"].as_u64().unwrap_or_else(|| t["rows"].as_array().map_or(0, |r| r.len() as u64)));
            for cluster in t["clusters"].as_array().into_iter().flatten() {
                let rows: Vec<u64> = cluster.as_array().into_iter().flatten().filter_map(Value::as_u64).collect();
                rows.windows(2).for_each(|w| truth.join((file, w[0]), (file, w[1])));
            }
            for same in t["across"].as_array().into_iter().flatten() {
                let name = same["same_as"]["file"].as_str().expect("a file").trim_end_matches(".csv");
                let other = FILES.iter().find(|f| **f == name).expect("one of the files");
                let row = |v: &Value| v["row"].as_u64().expect("a row");
                truth.join((file, row(same)), (other, row(&same["same_as"])));
            }
            for row in t["no_person_rows"].as_array().into_iter().flatten() {
                let row = row.as_u64().or_else(|| row["row"].as_u64());
                truth.nobody.extend(row.map(|row| (file, row)));
            }
        }
        truth
    }

    fn root(&self, mut row: Row) -> Row {
        while let Some(up) = self.up.get(&row) {
            row = *up;
        }
        row
    }

    fn join(&mut self, a: Row, b: Row) {
        let (a, b) = (self.root(a), self.root(b));
        if a != b {
            self.up.insert(a.max(b), a.min(b));
        }
    }

    fn people(&self) -> usize {
        let all = self.rows.iter().flat_map(|(file, n)| (1..=*n).map(move |row| (*file, row)));
        all.filter(|row| !self.nobody.contains(row)).map(|row| self.root(row)).collect::<BTreeSet<_>>().len()
    }
}

struct World {
    ws: Workspace,
    truth: Truth,
    files: BTreeMap<ImportId, &'static str>,
    /// Whom each record is, by the first row that made it.
    who: BTreeMap<EntityId, Row>,
    /// What was refused or could not be decided: not asked again in this round.
    passed: BTreeSet<contracts::ProposalId>,
    asked: usize,
}

impl World {
    fn standing(&self, at: EntityRef) -> Option<EntityId> {
        self.ws.app.entity(&self.ws.me, at.entity, at.id).ok().map(|d| d.record.entity.id)
    }

    /// The person of every row that has one by now.
    fn rows(&self) -> BTreeMap<Row, EntityId> {
        let mut out = BTreeMap::new();
        for (import, file) in &self.files {
            let mut after = None;
            loop {
                let page = self.ws.app.import_rows(&self.ws.me, *import, None, after, Some(500)).expect("rows");
                for row in &page.rows {
                    let person = row.entity_refs.iter().find(|e| e.entity == EntityType::Person);
                    if let Some(id) = person.and_then(|at| self.standing(*at)) {
                        out.insert((*file, row.row_number), id);
                    }
                }
                after = page.next_after;
                if after.is_none() {
                    break;
                }
            }
        }
        out
    }

    fn learn(&mut self) {
        for (row, id) in self.rows() {
            self.who.entry(id).or_insert(row);
        }
    }

    fn is(&self, at: EntityRef, person: Row) -> bool {
        let known = self.standing(at).and_then(|id| self.who.get(&id));
        known.is_some_and(|row| self.truth.root(*row) == self.truth.root(person))
    }

    fn verdict(&self, item: &ReviewItem) -> Option<DecideArgs> {
        let args = |verdict| DecideArgs::new(item.proposal_id, verdict, &item.seen);
        if item.kind != "merge" {
            return Some(args(if item.kind == "link" { Verdict::Reject } else { Verdict::Approve }));
        }
        let mut candidates = vec![item.entity];
        candidates.extend(item.candidates.iter().map(|c| c.entity));
        match (item.import_id.and_then(|id| self.files.get(&id)), item.row_number) {
            (Some(file), Some(row)) => {
                let right = candidates.iter().find(|at| self.is(**at, (*file, row)));
                match right {
                    Some(at) => Some(DecideArgs { survivor: Some(at.id), ..args(Verdict::Approve) }),
                    // Somebody who waits themselves has to be decided first.
                    None if candidates.iter().any(|at| self.standing(*at).is_none()) => None,
                    None => Some(args(Verdict::Reject)),
                }
            }
            _ => {
                let own = self.standing(item.entity).and_then(|id| self.who.get(&id))?;
                let same = item.candidates.iter().all(|c| self.is(c.entity, *own));
                Some(args(if same { Verdict::Approve } else { Verdict::Reject }))
            }
        }
    }

    /// Decides what waits until nothing more can be.
    fn decide(&mut self) {
        loop {
            let query = ReviewQuery { limit: Some(200), no_counts: true, ..ReviewQuery::default() };
            let mut query = query;
            let mut decided = 0;
            loop {
                let page = self.ws.app.review_list(&self.ws.me, &query).expect("the queue");
                for item in &page.items {
                    if self.passed.contains(&item.proposal_id) {
                        continue;
                    }
                    // One before it on the page may have moved what this one was made on.
                    let Ok(item) = self.ws.app.review_show(&self.ws.me, item.proposal_id) else { continue };
                    if item.state != "proposed" {
                        continue;
                    }
                    let Some(args) = self.verdict(&item) else { continue };
                    self.asked += usize::from(item.kind == "merge");
                    match self.ws.app.review_decide(&self.ws.me, &args) {
                        Ok(done) => {
                            decided += 1;
                            if let (Some(file), Some(row)) =
                                (item.import_id.and_then(|id| self.files.get(&id)), item.row_number)
                            {
                                let made = done.entities.iter().filter(|e| e.entity == EntityType::Person);
                                for at in made {
                                    self.who.entry(at.id).or_insert((file, row));
                                }
                            }
                        }
                        Err(_) => drop(self.passed.insert(item.proposal_id)),
                    }
                }
                query.cursor = page.next_cursor;
                if query.cursor.is_none() {
                    break;
                }
            }
            for import in self.files.keys().copied().collect::<Vec<_>>() {
                let _ = self.ws.app.import_approve(&self.ws.me, import, &app::ApproveChoice::default(), &Quiet);
            }
            self.learn();
            if decided == 0 {
                return;
            }
            self.passed.clear();
        }
    }
}

#[test]
fn samples_one_after_the_other_decided_by_the_truth_leave_as_many_people_as_there_are() {
    let mut world = World {
        ws: Workspace::new(),
        truth: Truth::read(),
        files: BTreeMap::new(),
        who: BTreeMap::new(),
        passed: BTreeSet::new(),
        asked: 0,
    };
    for file in FILES {
        let bytes = std::fs::read(testkit::samples().join(format!("{file}.csv"))).expect("a sample");
        let name = format!("{file}.csv");
        let staged = world.ws.app.import_bytes(&world.ws.me, &name, &bytes, &Quiet).expect("staged");
        world.files.insert(staged.import_id, file);
        let _ = world.ws.approve(staged.import_id);
        world.learn();
        world.decide();
    }
    let _ = world.ws.app.identity_scan(&world.ws.me, &Quiet).expect("scanned");
    world.decide();

    let mut of: BTreeMap<EntityId, BTreeMap<Row, usize>> = BTreeMap::new();
    for (row, id) in world.rows() {
        *of.entry(id).or_default().entry(world.truth.root(row)).or_default() += 1;
    }
    let wrong: usize =
        of.values().map(|roots| roots.values().sum::<usize>() - roots.values().max().unwrap_or(&0)).sum();
    let people = of.len();
    let there = world.truth.people();
    println!("{people} people of {there}, {} questions, {wrong} rows wrongly joined", world.asked);
    assert_eq!(wrong, 0, "nobody is somebody else");
    let off = people.abs_diff(there);
    assert!(off * 100 <= there * 3, "{people} people, and there are {there}");
}
