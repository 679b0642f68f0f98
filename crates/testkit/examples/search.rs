//! How well and how fast the search finds whom people mean, over made-up clients.
//!
//! `cargo run --release -p velocity-testkit --example search -- [--clients N] [--interactions N] [--seed S] [--each N]
//! [--folder DIR]`
//!
//! One JSON line for each half and kind of query, then one for each half and one for all, on standard output. Every query is
//! asked twice; the second time is measured. A folder that holds a store already is asked as it is, of the same numbers.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use serde_json::json;
use store::{Store, StoreError};
use testkit::FixedHost;
use testkit::queries::{self, Half, Labelled, People, Recall};

struct Options {
    clients: u64,
    interactions: u32,
    seed: u64,
    each: usize,
    folder: Option<PathBuf>,
}

fn options() -> Result<Options> {
    let mut options = Options { clients: 100_000, interactions: 0, seed: 20_261_120, each: 40, folder: None };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let value = words.next().with_context(|| format!("{word} takes a value"))?;
        match word.as_str() {
            "--clients" => options.clients = value.parse()?,
            "--interactions" => options.interactions = value.parse()?,
            "--seed" => options.seed = value.parse()?,
            "--each" => options.each = value.parse()?,
            "--folder" => options.folder = Some(value.into()),
            other => bail!("{other} is unknown: --clients, --interactions, --seed, --each, --folder"),
        }
    }
    Ok(options)
}

fn main() -> Result<()> {
    let options = options()?;
    let own = tempfile::tempdir()?;
    let folder = options.folder.clone().unwrap_or_else(|| own.path().to_path_buf());
    let filled = folder.join("velocity.db").is_file();
    let host = FixedHost::default();
    let store = Store::open(&folder, &host)?;
    let people = People::new(options.seed, options.clients, options.interactions);
    if !filled {
        let begun = Instant::now();
        queries::fill(&store, &host, &people, queries::people())?;
        eprintln!("written in {:.1} s", begun.elapsed().as_secs_f64());
    }
    let mut all = queries::by_hand();
    all.extend(queries::made(&people, Half::Unseen, options.each));
    let begun = Instant::now();
    let _ = store.read::<_, StoreError>(|r| r.search("zzyzxq", 8))?;
    let first_ms = begun.elapsed().as_secs_f64() * 1000.0;
    let recall = store.read::<_, StoreError>(|r| queries::recall(r, &all, |_, _| ()))?;
    let mut took: BTreeMap<(Half, &str), Vec<f64>> = BTreeMap::new();
    for Labelled { kind, half, text, .. } in &all {
        let begun = Instant::now();
        let _ = store.read::<_, StoreError>(|r| r.search(text, 8))?;
        took.entry((*half, kind)).or_default().push(begun.elapsed().as_secs_f64() * 1000.0);
    }
    let mut sums: BTreeMap<Half, (Recall, Vec<f64>)> = BTreeMap::new();
    for (of, recall) in &recall {
        let times = took.remove(of).unwrap_or_default();
        println!("{}", line(&options, &format!("{:?}", of.0), of.1, *recall, &times));
        let sum = sums.entry(of.0).or_default();
        sum.0.add(*recall);
        sum.1.extend(times);
    }
    for (half, (recall, times)) in &sums {
        println!("{}", line(&options, &format!("{half:?}"), "all", *recall, times));
    }
    let bytes = std::fs::metadata(folder.join("velocity.db"))?.len();
    let first = json!({ "bench": "search", "first_search_ms": round(first_ms), "database_mb": bytes / 1_000_000 });
    println!("{first}");
    Ok(())
}

fn line(options: &Options, half: &str, kind: &str, recall: Recall, times: &[f64]) -> serde_json::Value {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = |share: f64| sorted.get(((sorted.len().saturating_sub(1)) as f64 * share).round() as usize).copied();
    let share = |n: usize| (n as f64 / recall.asked.max(1) as f64 * 1000.0).round() / 1000.0;
    json!({
        "bench": "search", "clients": options.clients, "interactions": options.interactions, "half": half, "kind": kind,
        "asked": recall.asked, "recall_at_1": share(recall.first), "recall_at_5": share(recall.five),
        "p50_ms": at(0.5).map(round), "p95_ms": at(0.95).map(round), "max_ms": at(1.0).map(round),
        "optimised": !cfg!(debug_assertions),
    })
}

fn round(ms: f64) -> f64 {
    (ms * 100.0).round() / 100.0
}
