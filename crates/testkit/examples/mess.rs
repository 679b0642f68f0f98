//! Writes messy exports with their truth.
//!
//! `cargo run -p velocity-testkit --example mess -- --out DIR [--seed N] [--rows N] [--shape S]…`

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

fn main() -> Result<()> {
    let mut out = None;
    let mut seed = 1;
    let mut rows = None;
    let mut shapes: Vec<String> = Vec::new();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().with_context(|| format!("{argument} needs a value"));
        match argument.as_str() {
            "--out" => out = Some(PathBuf::from(value()?)),
            "--seed" => seed = value()?.parse().context("--seed takes a number")?,
            "--rows" => rows = Some(value()?.parse().context("--rows takes a number")?),
            "--shape" => shapes.push(value()?),
            other => bail!("{other} is unknown. Shapes: {}", testkit::mess::shapes().join(", ")),
        }
    }
    let out = out.context("--out DIR says where the files go")?;
    std::fs::create_dir_all(&out).with_context(|| out.display().to_string())?;
    if shapes.is_empty() {
        shapes = testkit::mess::shapes().into_iter().map(Into::into).collect();
    }
    for shape in &shapes {
        let mess = testkit::mess::make(shape, seed, rows)
            .with_context(|| format!("there is no shape {shape}; there are {}", testkit::mess::shapes().join(", ")))?;
        let file = out.join(&mess.name);
        std::fs::write(&file, &mess.bytes).with_context(|| file.display().to_string())?;
        let truth = file.with_extension("truth.json");
        std::fs::write(&truth, serde_json::to_vec_pretty(&mess.truth)?).with_context(|| truth.display().to_string())?;
        println!("{}: {} rows, {} bytes", file.display(), mess.truth["rows"], mess.bytes.len());
    }
    Ok(())
}
