//! `review …`: the queue, verdicts one by one and in sets, what stands behind them, the record of decisions.

use app::{App, Outcome};
use clap::{Args, Subcommand};
use contracts::{
    Actor, ApiError, BatchId, Correction, DecideArgs, DecisionId, DecisionQuery, DeltaId, EntityId, EntityType,
    ErrorCode, EvidenceArgs, ImportId, MetricsArgs, PreviewArgs, ProposalId, RelationKind, RestoreArgs, ReviewAge,
    ReviewItem, ReviewQuery, ReviewSort, ReviewerFigures, Risk, SetArgs, SetDecideArgs, SetPreview, SittingArgs,
    Timestamp, UnmergeView, Verdict,
};

use crate::commands::plain;
use crate::identity;
use crate::output::{Output, table};
use crate::reading::{pair, verdict};

/// A choice by its name in JSON.
fn named<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_json::from_value(serde_json::Value::String(text.into())).map_err(|e| e.to_string())
}

/// What of the queue is meant.
#[derive(Debug, Default, Args)]
pub struct Which {
    /// Only this kind: create, update, overwrite, merge, account_merge, unmerge, link, restore, resolve_conflict, writeback,
    /// enrichment
    #[arg(long)]
    kind: Option<String>,
    /// Only from this source: import, identity_scan, operator, restore, oracle, nemoclaw, enrichment…
    #[arg(long)]
    source: Option<String>,
    /// Only from this import
    #[arg(long)]
    import: Option<ImportId>,
    /// Only of this risk: low, medium, high
    #[arg(long, value_parser = named::<Risk>)]
    risk: Option<Risk>,
    /// Only of this age: day, week, older
    #[arg(long, value_parser = named::<ReviewAge>)]
    age: Option<ReviewAge>,
    /// Only about this kind of record
    #[arg(long)]
    subject: Option<EntityType>,
    /// Only those that concern this record
    #[arg(long)]
    about: Option<EntityId>,
    /// Only those that somebody asked for who may not decide
    #[arg(long)]
    requested: bool,
    /// Without those that you put off since then
    #[arg(long, value_name = "TIME")]
    not_deferred_since: Option<String>,
    /// Also what a set approval may take without a look
    #[arg(long)]
    all: bool,
}

impl Which {
    fn query(&self) -> ReviewQuery {
        ReviewQuery {
            kind: self.kind.clone(),
            source: self.source.clone(),
            import_id: self.import,
            risk: self.risk,
            age: self.age,
            subject: self.subject,
            about: self.about,
            requested: self.requested,
            not_deferred_since: self.not_deferred_since.clone().map(Timestamp),
            all: self.all,
            ..ReviewQuery::default()
        }
    }
}

/// How a merge is to be.
#[derive(Debug, Default, Args)]
pub struct Choice {
    /// For a merge of records: who stays
    #[arg(long, value_name = "ID")]
    survivor: Option<EntityId>,
    /// For a merge of records: who is not joined this time
    #[arg(long, value_name = "ID")]
    leave_out: Vec<EntityId>,
    /// What a field shall be instead
    #[arg(long, value_name = "FIELD=VALUE", value_parser = pair)]
    correction: Vec<(String, String)>,
}

/// `review …`
#[derive(Debug, Subcommand)]
pub enum Review {
    /// What waits, oldest first
    List {
        #[command(flatten)]
        which: Which,
        /// oldest, newest, surest, unsure
        #[arg(long, value_parser = named::<ReviewSort>)]
        sort: Option<ReviewSort>,
        /// From the page before
        #[arg(long)]
        after: Option<i64>,
        /// From the page before, in any order
        #[arg(long)]
        cursor: Option<String>,
        /// How many, 1 to 200
        #[arg(long)]
        limit: Option<u32>,
    },
    /// One proposal with its evidence
    Show {
        /// The proposal
        id: ProposalId,
    },
    /// A merge as you would have it, before you decide
    Preview {
        /// The proposal
        id: ProposalId,
        #[command(flatten)]
        choice: Choice,
    },
    /// Decide on what was seen
    Decide {
        /// The proposal
        id: ProposalId,
        /// approve, correct, reject or defer
        #[arg(long, value_parser = verdict)]
        decision: Verdict,
        /// The `seen` that `review show` printed
        #[arg(long)]
        seen: String,
        /// Free words
        #[arg(long)]
        notes: Option<String>,
        #[command(flatten)]
        choice: Choice,
        /// With the rejection of a merge: what connects the two instead (household, shared_contact, related)
        #[arg(long, value_parser = named::<RelationKind>)]
        relation: Option<RelationKind>,
        /// For a merge that is taken apart: where an edit made since goes, a record's id or `both`
        #[arg(long, value_name = "EDIT=ID", value_parser = pair)]
        place: Vec<(String, String)>,
        /// Where only others may decide, leave it as a request to them
        #[arg(long)]
        ask: bool,
        /// How long you looked at it, in milliseconds
        #[arg(long)]
        took_ms: Option<u64>,
    },
    /// What deciding many of one kind together would do
    SetPreview {
        #[command(flatten)]
        which: Which,
    },
    /// Decide many of one kind together, as previewed
    SetDecide {
        #[command(flatten)]
        which: Which,
        /// approve or reject
        #[arg(long, value_parser = verdict)]
        decision: Verdict,
        /// The `seen` that `review set-preview` printed
        #[arg(long)]
        seen: String,
        /// Free words
        #[arg(long)]
        notes: Option<String>,
    },
    /// Take back all that a decision changed
    Undo {
        /// The decision
        id: DecisionId,
    },
    /// A raw cell in its row, with the rows around it
    Evidence {
        /// The batch
        batch: BatchId,
        /// The 1-based data row
        row: u64,
        /// The 0-based column
        column: u32,
        /// Rows before and after, 0 to 10
        #[arg(long)]
        around: Option<u32>,
    },
    /// What taking a merge apart would do, with what was done since
    Unmerge {
        /// Somebody who was absorbed
        id: EntityId,
    },
    /// Ask for a record to be brought back to what it was after one of its changes
    Restore {
        /// Its kind
        entity: EntityType,
        /// Its id
        id: EntityId,
        /// The change, as `history` lists it
        change: DeltaId,
        /// Only these fields
        #[arg(long)]
        field: Vec<String>,
        /// Free words
        #[arg(long)]
        notes: Option<String>,
    },
    /// What you decided since a moment, what is left, what you put off
    Sitting {
        /// When the sitting began, as `2026-03-02T10:00:00.000Z`
        #[arg(long)]
        since: String,
    },
    /// Decisions, newest first
    Decisions {
        /// Only this reviewer's
        #[arg(long)]
        reviewer: Option<String>,
        /// Only since then
        #[arg(long)]
        since: Option<String>,
        /// Only this verdict
        #[arg(long, value_parser = verdict)]
        verdict: Option<Verdict>,
        /// From the page before
        #[arg(long)]
        cursor: Option<DecisionId>,
        /// How many, 1 to 200
        #[arg(long)]
        limit: Option<u32>,
    },
    /// How reviewing goes: agreement, and time per decision
    Metrics {
        /// Only since then
        #[arg(long)]
        since: Option<String>,
        /// Whose bands and sittings (default: everybody's)
        #[arg(long)]
        reviewer: Option<String>,
    },
}

/// Runs one of them.
pub fn run(app: &App, actor: &Actor, review: &Review, output: &Output) -> Outcome<()> {
    match review {
        Review::List { which, sort, after, cursor, limit } => {
            let query =
                ReviewQuery { sort: *sort, after: *after, cursor: cursor.clone(), limit: *limit, ..which.query() };
            output.answer(&app.review_list(actor, &query)?, |p| {
                let rows: Vec<_> = p
                    .items
                    .iter()
                    .map(|i| vec![i.proposal_id.to_string(), i.kind.clone(), i.title.clone(), i.reason.clone()])
                    .collect();
                let counts: Vec<_> = p.counts.iter().map(|c| format!("{} {}", c.count, c.kind)).collect();
                format!("{}waiting: {}", table(&["Proposal", "Kind", "About", "Why"], &rows), counts.join(", "))
            });
        }
        Review::Show { id } => output.answer(&app.review_show(actor, *id)?, item_text),
        Review::Preview { id, choice } => {
            let args = PreviewArgs {
                proposal_id: *id,
                survivor: choice.survivor,
                leave_out: choice.leave_out.clone(),
                corrections: match &choice.correction[..] {
                    [] => Vec::new(),
                    typed => app.read_corrections(actor, *id, typed)?,
                },
            };
            output.answer(&app.review_preview(actor, &args)?, item_text);
        }
        Review::Decide { .. } => decide(app, actor, review, output)?,
        Review::SetPreview { which } => {
            let args = SetArgs { of: which.query(), only: Vec::new() };
            output.answer(&app.review_set_preview(actor, &args)?, preview_text);
        }
        Review::SetDecide { which, decision, seen, notes } => {
            let args = SetDecideArgs {
                set: SetArgs { of: which.query(), only: Vec::new() },
                decision: *decision,
                seen: seen.clone(),
                notes: notes.clone(),
                took_ms: None,
            };
            output.answer(&app.review_set_decide(actor, &args)?, |d| {
                format!(
                    "{} decided, {} changes. Take back with: velocity review undo {}",
                    d.decided, d.changes, d.decision_id
                )
            });
        }
        Review::Undo { id } => output.answer(&app.review_undo(actor, *id)?, |u| {
            if let Some(request) = u.requested {
                return format!("Nothing was taken back: it is left to whoever may, as the request {request}.");
            }
            let kept: Vec<_> =
                u.kept.iter().map(|k| format!("\n  {} {}: {}", k.entity.entity, k.field, k.why)).collect();
            format!("{} changes taken back, {} kept{}", u.reversed, u.kept.len(), kept.concat())
        }),
        Review::Evidence { batch, row, column, around } => {
            let args = EvidenceArgs { batch_id: *batch, row_number: *row, column: *column, around: *around };
            output.answer(&app.review_evidence(actor, &args)?, |e| {
                format!("{} of row {}: {:?}", e.cell.cell.header, e.cell.row_number, e.cell.cell.text)
            });
        }
        Review::Unmerge { id } => output.answer(&app.unmerge_view(actor, *id)?, unmerge_text),
        Review::Restore { entity, id, change, field, notes } => {
            let args = RestoreArgs {
                entity: *entity,
                id: *id,
                delta_id: *change,
                fields: field.clone(),
                notes: notes.clone(),
            };
            output.answer(&app.restore_ask(actor, &args)?, item_text);
        }
        Review::Sitting { since } => {
            let args = SittingArgs { since: Timestamp(since.clone()), of: None };
            output.answer(&app.review_sitting(actor, &args)?, |s| {
                format!("{} decided, {} left, {} deferred, {} asked for", s.decided, s.left, s.deferred, s.requested)
            });
        }
        Review::Decisions { reviewer, since, verdict, cursor, limit } => {
            let query = DecisionQuery {
                reviewer: reviewer.clone(),
                since: since.clone().map(Timestamp),
                verdict: *verdict,
                cursor: *cursor,
                limit: *limit,
            };
            output.answer(&app.review_decisions(actor, &query)?, |p| {
                let rows: Vec<_> = p
                    .rows
                    .iter()
                    .map(|d| {
                        let verdict = format!("{:?}", d.asks.unwrap_or(d.verdict)).to_lowercase();
                        let verdict = if d.asks.is_some() { format!("asks to {verdict}") } else { verdict };
                        let notes = d.notes.clone().unwrap_or_default();
                        vec![d.decision_id.to_string(), d.at.0.clone(), d.by.clone(), verdict, d.title.clone(), notes]
                    })
                    .collect();
                table(&["Decision", "When", "Who", "Verdict", "About", "Why"], &rows)
            });
        }
        Review::Metrics { since, reviewer } => {
            let args = MetricsArgs { since: since.clone().map(Timestamp), reviewer: reviewer.clone() };
            let found = app.review_metrics(actor, &args)?;
            output.answer(&found, |m| {
                let rows: Vec<_> = m.reviewers.iter().chain([&m.all]).map(figures).collect();
                let heads = [
                    "Who",
                    "Decided",
                    "Rejected",
                    "Taken back",
                    "With engine",
                    "With colleagues",
                    "Median ms",
                    "p95 ms",
                ];
                format!("{}{}{}{} wait", table(&heads, &rows), bands(&m.bands), sittings(&m.sittings), m.waiting)
            });
        }
    }
    Ok(())
}

fn bands(of: &[contracts::BandFigures]) -> String {
    let share = |p: f64| format!("{:.0} %", p * 100.0);
    let rows: Vec<_> = of
        .iter()
        .map(|b| {
            let alike = b.alike.map(|n| n.to_string()).unwrap_or_default();
            vec![share(b.from), share(b.below), b.decided.to_string(), b.approved.to_string(), alike]
        })
        .collect();
    if rows.is_empty() { String::new() } else { table(&["From", "To", "Merges", "Approved", "As suggested"], &rows) }
}

fn sittings(of: &[contracts::SittingFigures]) -> String {
    let rows: Vec<_> = of
        .iter()
        .map(|s| {
            let median = s.median_ms.map(|n| n.to_string()).unwrap_or_default();
            vec![s.reviewer.clone(), s.began.0.clone(), s.ended.0.clone(), s.decided.to_string(), median]
        })
        .collect();
    if rows.is_empty() { String::new() } else { table(&["Who", "From", "Until", "Decided", "Median ms"], &rows) }
}

fn figures(f: &ReviewerFigures) -> Vec<String> {
    let name = if f.reviewer.is_empty() { "all" } else { &f.reviewer };
    let ms = |n: Option<u64>| n.map(|n| n.to_string()).unwrap_or_default();
    let of = |a: contracts::Agreement| format!("{} of {}", a.alike, a.both);
    vec![
        name.into(),
        f.decided.to_string(),
        f.rejected.to_string(),
        f.taken_back.to_string(),
        of(f.with_engine),
        of(f.with_colleagues),
        ms(f.median_ms),
        ms(f.p95_ms),
    ]
}

fn decide(app: &App, actor: &Actor, review: &Review, output: &Output) -> Outcome<()> {
    let Review::Decide { id, decision, seen, notes, choice, relation, place, ask, took_ms } = review else {
        return Ok(());
    };
    let corrections = if *decision == Verdict::Correct {
        app.read_corrections(actor, *id, &choice.correction)?
    } else if choice.correction.is_empty() {
        Vec::<Correction>::new()
    } else {
        return Err(ApiError::new(
            ErrorCode::Usage,
            "Corrections go with the decision `correct`.",
            "Use --decision correct.",
        ));
    };
    let args = DecideArgs {
        notes: notes.clone(),
        corrections,
        survivor: choice.survivor,
        leave_out: choice.leave_out.clone(),
        relation: *relation,
        placements: place.iter().map(crate::work::placement).collect::<Outcome<_>>()?,
        or_ask: *ask,
        took_ms: *took_ms,
        ..DecideArgs::new(*id, *decision, seen)
    };
    output.answer(&app.review_decide(actor, &args)?, |d| {
        if d.requested {
            "Left as a request to whoever may decide it.".into()
        } else {
            format!("{}: {} changes", d.state, d.changes)
        }
    });
    Ok(())
}

fn item_text(item: &ReviewItem) -> String {
    let fields: Vec<_> = item
        .fields
        .iter()
        .map(|f| vec![f.title.clone(), f.effect.clone(), plain(&f.now), plain(&f.proposed)])
        .collect();
    let rules: Vec<String> = item
        .merge
        .iter()
        .flat_map(|m| &m.rules)
        .map(|r| format!("{} {}\n", if r.decided { "→" } else { " " }, r.sentence))
        .collect();
    let does: Vec<String> = item.consequences.iter().map(|c| format!("- {c}\n")).collect();
    format!(
        "{} ({}, {})\n{}\n{}{}{}{}seen: {}",
        item.title,
        item.kind,
        item.state,
        item.reason,
        table(&["Field", "", "Now", "Proposed"], &fields),
        rules.concat(),
        does.concat(),
        identity::waterfalls(item),
        item.seen
    )
}

fn preview_text(p: &SetPreview) -> String {
    let does: Vec<String> = p.effects.iter().map(|e| format!("- {}\n", e.sentence)).collect();
    let left: Vec<String> = p.left_out.iter().map(|l| format!("{} one by one: {}\n", l.count, l.why)).collect();
    let samples: Vec<String> = p.samples.iter().map(|s| format!("  {}: {}\n", s.title, s.reason)).collect();
    format!("{} together\n{}{}{}seen: {}", p.count, samples.concat(), does.concat(), left.concat(), p.seen)
}

fn unmerge_text(v: &UnmergeView) -> String {
    let back: Vec<String> = v.comes_back.iter().map(|c| format!("{} ({})\n", c.title, c.entity.id)).collect();
    let edits: Vec<_> = v
        .edits
        .iter()
        .map(|e| vec![e.edit.clone(), e.title.clone(), plain(&e.before), plain(&e.after), e.proposed.to_string()])
        .collect();
    format!(
        "{} stands for:\n{}{}seen: {}",
        v.survivor_title,
        back.concat(),
        table(&["Edit", "What", "Before", "After", "Goes to"], &edits),
        v.seen
    )
}
