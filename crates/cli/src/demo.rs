//! `demo …` and `synth`: workspaces to show and to measure with.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use app::{App, Outcome, SynthOrder, SystemHost};
use clap::Subcommand;
use contracts::Actor;

use crate::args::Args;
use crate::output::Output;

/// `demo …`
#[derive(Clone, Copy, Debug, Subcommand)]
pub enum Demo {
    /// Make the demo workspace anew: what was done in it goes
    Reset,
}

/// `synth`
#[derive(Clone, Debug, clap::Args)]
pub struct SynthArgs {
    /// How many clients
    #[arg(long)]
    clients: u64,
    /// Which ones: the same number gives the same clients
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The folder of the new workspace
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Calls, messages and visits of the average client
    #[arg(long, value_name = "AVERAGE", default_value_t = 10)]
    interactions: u32,
}

/// Who acts: whoever was named, or the user of this computer, who owns what is made on it.
fn actor(args: &Args) -> Actor {
    args.actor.clone().map_or_else(app::current_user, Actor::human)
}

/// Runs one of `demo …`.
pub fn run(args: &Args, demo: Demo, folder: &Path, output: &Output) -> Outcome<()> {
    match demo {
        Demo::Reset => {
            let app = App::demo_reset(folder, &actor(args), Arc::new(SystemHost), &output.line())?;
            let info = app.info();
            output.answer(&serde_json::json!({ "workspace": info.path, "demo": info.demo }), |_| {
                format!("The demo in {} is as new", info.path)
            });
        }
    }
    Ok(())
}

/// `synth`.
pub fn synth(args: &Args, asked: &SynthArgs, output: &Output) -> Outcome<()> {
    let order = SynthOrder { clients: asked.clients, seed: asked.seed, interactions: asked.interactions };
    let (_, made) = App::synth(&asked.out, &order, &actor(args), Arc::new(SystemHost), &output.line())?;
    output.answer(&made, |m| {
        let records: Vec<_> = m.records.iter().map(|(kind, n)| format!("\n  {n} {kind}")).collect();
        format!("{} clients in {}{}", m.order.clients, m.workspace, records.concat())
    });
    Ok(())
}
