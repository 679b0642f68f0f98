//! Who is who: scans, what to ask next, what a score is made of.

use app::{App, EvaluateArgs, Outcome};
use contracts::{Actor, ImportId, MergeCandidate, NearArgs, ReviewItem, TypedField};

use crate::args::Identity;
use crate::output::{Output, table};

/// Micro-bits in a bit.
const MICRO: f64 = 1_000_000.0;

/// Runs a command over a workspace's people.
pub fn run(app: &App, actor: &Actor, identity: &Identity, output: &Output) -> Outcome<()> {
    match identity {
        Identity::Evaluate { .. } => evaluate(actor, identity, output)?,
        Identity::Scan { entity } => {
            let found = app.identity_scan_of(actor, *entity, &output.line())?;
            output.answer(&found, |f| {
                format!(
                    "{} people looked at, {} pairs weighed: {} merges, {} links and {} merges of companies proposed; {} groups wait in review",
                    f.people, f.weighed, f.pairs, f.related, f.accounts, f.groups
                )
            });
        }
        Identity::Next { limit } => {
            let items = app.identity_next(actor, *limit)?;
            output.answer(&serde_json::json!({ "items": items }), |_| {
                let rows: Vec<_> = items
                    .iter()
                    .map(|i| {
                        let likely = i.candidates.first().map_or(0.0, |c| c.score);
                        vec![i.proposal_id.to_string(), format!("{likely:.2}"), i.title.clone(), i.reason.clone()]
                    })
                    .collect();
                table(&["Proposal", "Likely", "About", "Why"], &rows)
            });
        }
        Identity::Near { fields, limit } => {
            let fields = fields.iter().map(|(f, t)| TypedField { field: f.clone(), text: t.clone() }).collect();
            let found = app.near_matches(actor, &NearArgs { fields, limit: *limit })?;
            output.answer(&found, |n| {
                let rows: Vec<_> = n
                    .matches
                    .iter()
                    .map(|m| {
                        let how = if m.related {
                            "related"
                        } else if m.sure {
                            "probably"
                        } else {
                            "perhaps"
                        };
                        let likely = format!("{:.2}", m.candidate.score);
                        vec![m.entity.id.to_string(), how.into(), likely, m.title.clone(), m.subtitle.clone()]
                    })
                    .collect();
                table(&["Person", "", "Likely", "Name", ""], &rows)
            });
        }
        Identity::Outlook => {
            let outlook = app.identity_outlook(actor)?;
            output.answer(&outlook, |o| {
                let rows: Vec<_> = o
                    .thresholds
                    .iter()
                    .map(|t| {
                        let wrong = format!("{:.1}", t.expected_wrong);
                        vec![format!("{:.3}", t.probability), t.merges.to_string(), wrong]
                    })
                    .collect();
                let taught = if o.calibrated { "the scores are put right by them" } else { "too few yet to go by" };
                format!(
                    "{} merges open; {} decided, {taught} ({} are needed)\n{}",
                    o.open,
                    o.decisions,
                    o.needed,
                    table(&["From", "Open merges", "Of them wrong, expected"], &rows)
                )
            });
        }
    }
    Ok(())
}

/// `import explain`.
pub fn explained(app: &App, actor: &Actor, id: ImportId, row: u64, output: &Output) -> Outcome<()> {
    let found = app.import_explain(actor, id, row)?;
    output.answer(&found, |f| {
        let weighed: Vec<String> = f.proposals.iter().map(waterfalls).collect();
        format!("row {}: {}\n{}\n{}", f.row_number, f.fate.as_str(), f.reason, weighed.concat())
    });
    Ok(())
}

/// Every candidate of a proposal with what it weighs, line by line.
pub fn waterfalls(item: &ReviewItem) -> String {
    item.candidates.iter().map(waterfall).collect()
}

fn waterfall(c: &MergeCandidate) -> String {
    let Some(sum) = c.weight else {
        let sentences = c.evidence.iter().map(|e| format!("  {:.2}  {}\n", c.score, e.sentence));
        return sentences.collect();
    };
    let bits = |w: i64| format!("{:+.2}", w as f64 / MICRO);
    let mut so_far = 0;
    let mut rows: Vec<Vec<String>> = Vec::new();
    for e in &c.evidence {
        let weight = e.weight.unwrap_or_default();
        so_far += weight;
        let common = e.frequency.map(|f| format!("1 in {:.0}", 1.0 / f.max(1e-12))).unwrap_or_default();
        let level = e.level.replace('_', " ");
        rows.push(vec![e.field.clone(), level, bits(weight), bits(so_far), common, e.sentence.clone()]);
    }
    format!(
        "{} {}: {:.4} ({} bits), found by {}\n{}",
        c.entity.entity,
        c.entity.id,
        c.score,
        bits(sum),
        c.found_by.join(", "),
        table(&["Field", "Level", "Bits", "So far", "Strangers", "Why"], &rows)
    )
}

/// `identity evaluate`, which needs no workspace.
pub fn evaluate(actor: &Actor, identity: &Identity, output: &Output) -> Outcome<()> {
    let Identity::Evaluate { file, truth, with, manifest, pairs_out, newcomers } = identity else { return Ok(()) };
    let args = EvaluateArgs {
        file,
        truth,
        with: with.as_deref(),
        manifest: manifest.as_deref(),
        pairs_out: pairs_out.as_deref(),
        newcomers: *newcomers,
    };
    let found = App::identity_evaluate(actor, &args)?;
    output.answer(&found, |e| {
        let f = &e.figures;
        let rules: Vec<_> = e
            .rules
            .iter()
            .filter(|r| r.keys > 0)
            .map(|r| vec![r.rule.to_owned(), r.blocks.to_string(), r.split.to_string(), r.pairs.to_string()])
            .collect();
        format!(
            "{} records, {} pairs of one person, {} pairs compared ({:.4} of the true ones)\n\
             best: F1 {:.4} at probability {:.3} (precision {:.4}, recall {:.4})\n\
             policy: F1 {:.4} at probability {:.3} (precision {:.4}, recall {:.4})\n\
             groups: B-cubed F1 {:.4}, the largest has {} records, of the truth's {}\n\
             recall at precision 0.999: {:.4}; calibration gap {:.4}; {:.2} s{}\n{}",
            f.records,
            f.true_pairs,
            f.candidate_pairs,
            f.blocking_recall,
            f.best.f1,
            f.best.threshold,
            f.best.precision,
            f.best.recall,
            f.policy.f1,
            f.policy.threshold,
            f.policy.precision,
            f.policy.recall,
            f.b_cubed.f1,
            f.max_cluster,
            f.max_true_cluster,
            f.recall_at_precision_999,
            f.calibration_gap,
            e.seconds,
            e.cpu.as_ref().map_or_else(String::new, |cpu| format!(", {:.2} CPU-s to the groups", cpu.to_groups)),
            table(&["Rule", "Blocks", "Split", "Pairs"], &rules)
        )
    });
    Ok(())
}
