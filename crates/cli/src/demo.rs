//! `demo …` and `synth`: workspaces to show and to measure with.

use std::path::Path;
use std::sync::Arc;

use app::{App, Outcome, SynthOrder, SystemHost};
use contracts::Actor;

use crate::args::{Args, Demo};
use crate::output::{Line, Output};

/// Who acts: whoever was named, or the user of this computer, who owns what is made on it.
fn actor(args: &Args) -> Actor {
    args.actor.clone().map_or_else(app::current_user, Actor::human)
}

/// Runs one of `demo …`.
pub fn run(args: &Args, demo: Demo, folder: &Path, output: &Output) -> Outcome<()> {
    match demo {
        Demo::Reset => {
            let app = App::demo_reset(folder, &actor(args), Arc::new(SystemHost), &Line::default())?;
            let info = app.info();
            output.answer(&serde_json::json!({ "workspace": info.path, "demo": info.demo }), |_| {
                format!("The demo in {} is as new", info.path)
            });
        }
    }
    Ok(())
}

/// `synth`.
pub fn synth(args: &Args, order: &SynthOrder, out: &Path, output: &Output) -> Outcome<()> {
    let (_, made) = App::synth(out, order, &actor(args), Arc::new(SystemHost), &Line::default())?;
    output.answer(&made, |m| {
        let records: Vec<_> = m.records.iter().map(|(kind, n)| format!("\n  {n} {kind}")).collect();
        format!("{} clients in {}{}", m.order.clients, m.workspace, records.concat())
    });
    Ok(())
}
