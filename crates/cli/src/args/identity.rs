//! `identity …`: who is who.

use std::path::PathBuf;

use clap::Subcommand;
use contracts::EntityType;

use crate::reading::{pair, scanned};

/// `identity …`
#[derive(Debug, Subcommand)]
pub enum Identity {
    /// Say how well the people of a file are told apart; needs no workspace and learns nothing from the truth
    Evaluate {
        /// The file
        file: PathBuf,
        /// The column that says who is who; it is read only for scoring
        #[arg(long, value_name = "COLUMN")]
        truth: String,
        /// Link with this file instead of looking within one
        #[arg(long, value_name = "FILE")]
        with: Option<PathBuf>,
        /// Read the columns as this mapping says, as `import manifest` writes one
        #[arg(long, value_name = "FILE")]
        manifest: Option<PathBuf>,
        /// Write every scored pair as row_a,row_b,probability
        #[arg(long, value_name = "CSV")]
        pairs_out: Option<PathBuf>,
        /// Ask about so many rows as if each came last, and say how long one takes
        #[arg(long, value_name = "N", default_value_t = 0)]
        newcomers: usize,
    },
    /// Look through the whole graph for people and companies that are there twice, and propose what is suspected; nothing
    /// is merged
    Scan {
        /// Only these: person or account
        #[arg(long, value_parser = scanned)]
        entity: Option<EntityType>,
    },
    /// The open merges whose verdict teaches most, the least certain first
    Next {
        /// How many
        #[arg(long, default_value_t = 10)]
        limit: usize,
    },
    /// Who a person may be who is being typed in
    Near {
        /// What is known so far: full_name=…, phone=…, email=…
        #[arg(required = true, value_name = "FIELD=VALUE", value_parser = pair)]
        fields: Vec<(String, String)>,
        /// How many, 1 to 20
        #[arg(long)]
        limit: Option<u32>,
    },
    /// Thresholds with how many open merges lie above each, and how many of these are expected to be wrong
    Outlook,
}
