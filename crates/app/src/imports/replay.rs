//! Replay: the kept bytes read again under a recorded mapping, every row planned again, and both plans compared (R36, R186).
//!
//! Nothing is written. Rows are planned against the graph as the first plan saw it: as it is now for an import that waits or
//! was undone. For one whose rows are in the graph, the records that it created are passed over, and what it changed in others
//! is taken back in thought. What other imports and people did since counts, and shows as a difference.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use contracts::{
    ActionCounts, Actor, ApiError, EntityId, ErrorCode, Fate, FateCounts, ImportId, ImportMappingManifest, Issue,
    NormalizedEntityProposal, Permission, ProposalAction, ReplayDifference, ReplayResult,
};
use serde_json::{Value, json};
use store::{ImportRecord, Reader};

use crate::error::{Failure, not_found};
use crate::imports::plan::Planning;
use crate::imports::row::Planned;
use crate::imports::source::workers;
use crate::imports::stage::RunAs;
use crate::imports::{find, show};
use crate::{App, Outcome};

/// Differences that are told one by one.
const TOLD: usize = 100;

/// Which mapping is replayed.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum ReplayOf {
    /// The newest version.
    #[default]
    Newest,
    /// A version by its number.
    Version(u32),
    /// One from elsewhere, for the same columns.
    Given(Box<ImportMappingManifest>),
}

impl App {
    /// Reads an import's kept bytes again under a recorded mapping, plans every row, and compares with the plan in force: the
    /// fate of each row, its fields with values, sources and confidences, its links and its doubts. Ids of records that do not
    /// exist yet are compared by the order in which they first appear.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] for an import or version that is not there; [`ErrorCode::BadInput`] for a mapping that does not
    /// have the file's columns.
    pub fn import_replay(&self, actor: &Actor, id: ImportId, of: &ReplayOf) -> Outcome<ReplayResult> {
        self.permit(actor, Permission::ReadEvidence)?;
        let (import, batch, manifest) = self.reading(|r| {
            let import = find(r, id)?;
            let batch = r.batch_by_key(import.batch)?.ok_or_else(|| not_found("batch", import.batch_id))?;
            let manifest = chosen(r, &import, of)?;
            Ok((import, batch, manifest))
        })?;
        // What the importer itself would find in the bytes today, told what it was told then.
        let told = RunAs { read_as: manifest.handling.read_as.clone(), ..RunAs::default() };
        let profile = Some(import.profile.id.clone()).filter(|p| p != "inferred");
        let options = self.options(&import.file_name, &told).map(|o| understanding::Options { profile, ..o })?;
        let found = understanding::analyze_source(&self.kept(batch.batch)?, &options, &mut Looking)
            .map_or_else(|e| e.to_string(), |u| show_json(&u.dialect));
        let recorded = show_json(&batch.artifact.dialect);
        self.reading(|r| {
            let mut compared = Compared::default();
            if recorded != found {
                compared.tell(None, "dialect", recorded.clone(), found.clone());
            }
            let version = manifest.version;
            compared.plan(self, r, &find(r, id)?, manifest)?;
            let mut summary = show::summary_of(r, id)?;
            summary.planned = compared.fates;
            summary.proposals = compared.actions;
            Ok(ReplayResult {
                summary,
                manifest_version: version,
                identical: compared.differing == 0 && compared.differences.is_empty(),
                differing: compared.differing,
                differences: compared.differences,
            })
        })
    }
}

fn show_json<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_value(value).map(|v| graph::canonical_json(&v)).unwrap_or_default()
}

fn chosen(r: &Reader<'_>, import: &ImportRecord, of: &ReplayOf) -> Result<ImportMappingManifest, Failure> {
    let versions = r.manifests_of(import.import)?;
    let newest = versions.last().ok_or_else(|| not_found("manifest of import", import.import_id))?;
    match of {
        ReplayOf::Newest => Ok(newest.clone()),
        ReplayOf::Version(n) => {
            let found = versions.iter().find(|m| m.version == *n).cloned();
            Ok(found.ok_or_else(|| not_found("version of the mapping", n))?)
        }
        ReplayOf::Given(given) => {
            let headers = |m: &ImportMappingManifest| -> Vec<String> {
                m.columns().into_iter().map(|c| c.header.clone()).collect()
            };
            if headers(given) != headers(newest) {
                return Err(ApiError::new(
                    ErrorCode::BadInput,
                    "The mapping is for a file of other columns.",
                    "Replay it on an import of a file with the same header.",
                )
                .at("manifest")
                .into());
            }
            // Sources point into the bytes that are read.
            let mut given = (**given).clone();
            given.batch_id = import.batch_id;
            Ok(given)
        }
    }
}

/// Lets every core work.
struct Looking;

impl understanding::Watch for Looking {
    fn workers(&self) -> usize {
        workers()
    }
}

#[derive(Default)]
struct Compared {
    differences: Vec<ReplayDifference>,
    differing: u64,
    fates: FateCounts,
    actions: ActionCounts,
    before: Names,
    now: Names,
}

/// Ids of new records by the order in which they first appear.
#[derive(Default)]
struct Names(HashMap<EntityId, usize>);

impl Names {
    fn meet<'a>(&mut self, proposals: impl Iterator<Item = &'a NormalizedEntityProposal>) {
        for p in proposals.filter(|p| p.action == ProposalAction::Create) {
            let next = self.0.len() + 1;
            self.0.entry(p.entity_id).or_insert(next);
        }
    }

    fn of(&self, id: EntityId) -> String {
        self.0.get(&id).map_or_else(|| id.to_string(), |n| format!("new {n}"))
    }
}

impl Compared {
    fn tell(&mut self, row_number: Option<u64>, what: &str, before: String, now: String) {
        if self.differences.len() < TOLD {
            self.differences.push(ReplayDifference { row_number, what: what.into(), before, now });
        }
    }

    fn plan(
        &mut self,
        app: &App,
        r: &Reader<'_>,
        import: &ImportRecord,
        manifest: ImportMappingManifest,
    ) -> Result<(), Failure> {
        let mut planning = Planning::again(r, import.import_id, manifest, app.policy_in(r)?)?;
        planning.pass_over(r)?;
        let mut made: u128 = 0;
        let (mut done, total) = planning.so_far();
        if total != import.rows.total {
            self.tell(None, "rows", import.rows.total.to_string(), total.to_string());
        }
        while done < total {
            let planned = planning.step_aside(r, &mut made)?;
            let from = done + 1;
            (done, _) = planning.so_far();
            let stored = r.proposals_of_rows(import.import, import.plan, from..=done)?;
            let issues = r.issues_of_rows(import.import, import.plan, from..=done)?;
            let fates = r.planned_fates(import.import, import.plan, from..=done)?;
            let mut by_row: BTreeMap<u64, Vec<&NormalizedEntityProposal>> = BTreeMap::new();
            for p in &stored {
                by_row.entry(p.artifact.row_refs.first().copied().unwrap_or(0)).or_default().push(&p.artifact);
            }
            for row in &planned {
                self.fates.add(row.fate, 1);
                for p in &row.proposals {
                    self.actions.add(p.action, 1);
                }
                let was = by_row.get(&row.row_number).map(Vec::as_slice).unwrap_or_default();
                self.before.meet(was.iter().copied());
                self.now.meet(row.proposals.iter());
                self.row(row, was, fates.get(&row.row_number), issues.get(&row.row_number))?;
            }
        }
        Ok(())
    }

    fn row(
        &mut self,
        now: &Planned,
        was: &[&NormalizedEntityProposal],
        fate: Option<&(Fate, String)>,
        issues: Option<&Vec<Issue>>,
    ) -> Result<(), Failure> {
        let n = Some(now.row_number);
        let of: Vec<&NormalizedEntityProposal> = now.proposals.iter().collect();
        let none = Vec::new();
        let pairs = [
            (
                "fate",
                fate.map_or_else(String::new, |(f, why)| format!("{}: {why}", f.as_str())),
                format!("{}: {}", now.fate.as_str(), now.reason),
            ),
            ("fields", fields(was, &self.before), fields(&of, &self.now)),
            ("links", links(was, &self.before), links(&of, &self.now)),
            ("issues", show_json(issues.unwrap_or(&none)), show_json(&now.issues)),
        ];
        let mut differs = false;
        for (what, before, now) in pairs {
            if before != now {
                differs = true;
                self.tell(n, what, before, now);
            }
        }
        self.differing += u64::from(differs);
        Ok(())
    }
}

fn fields(proposals: &[&NormalizedEntityProposal], names: &Names) -> String {
    let all: Vec<Value> = proposals
        .iter()
        .map(|p| {
            json!({
                "action": p.action, "entity": p.entity_type, "id": names.of(p.entity_id), "fields": p.canonical_payload,
                "confidence": p.envelope.confidence,
            })
        })
        .collect();
    show_json(&all)
}

fn links(proposals: &[&NormalizedEntityProposal], names: &Names) -> String {
    let links: BTreeSet<String> = proposals
        .iter()
        .flat_map(|p| &p.links)
        .map(|l| format!("{} {} -> {}", l.kind, names.of(l.from.id), names.of(l.to.id)))
        .collect();
    show_json(&links)
}
