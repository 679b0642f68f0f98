//! The command line.

use std::path::PathBuf;

use clap::{Parser, Subcommand};
use contracts::{EntityId, EntityType, Fate, ImportId, ProposalAction};

/// Velocity CRM without a window.
#[derive(Debug, Parser)]
#[command(name = "velocity", version, about, propagate_version = true)]
pub struct Args {
    /// Act as this user (default: the workspace's owner, who is the user of this computer)
    #[arg(long = "as", value_name = "USER", global = true)]
    pub actor: Option<String>,
    /// The workspace's folder (default: in the platform's data folder)
    #[arg(long, value_name = "DIR", env = "VELOCITY_WORKSPACE", global = true)]
    pub workspace: Option<PathBuf>,
    /// Print exactly one JSON document
    #[arg(long, global = true)]
    pub json: bool,
    /// What to do
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a workspace, or find the one that is there
    Init {
        /// Fill it with demo data through the real import
        #[arg(long)]
        demo: bool,
        /// Its name
        #[arg(long, default_value = "Velocity")]
        name: String,
    },
    /// Bring files in, review, approve and undo
    #[command(subcommand)]
    Import(Import),
    /// List people or accounts
    List {
        /// `person` or `account`
        entity: EntityType,
        /// Sort: people by name, company_name, lead_status, owner, last_activity_at, created_at; accounts by name,
        /// industry, owner, people
        #[arg(long)]
        sort: Option<String>,
        /// Largest first
        #[arg(long)]
        desc: bool,
        /// Only records that match these words
        #[arg(long)]
        text: Option<String>,
        /// Rows at once, 1 to 500
        #[arg(long)]
        limit: Option<u32>,
        /// From the page before
        #[arg(long)]
        cursor: Option<String>,
    },
    /// Show one record
    Get {
        /// Its kind
        entity: EntityType,
        /// Its id
        id: EntityId,
    },
    /// Say where a value comes from, down to the cell
    Explain {
        /// The record's kind
        entity: EntityType,
        /// The record's id
        id: EntityId,
        /// The field, such as `phone`
        field: String,
    },
    /// Show every change of a record
    History {
        /// The record's kind
        entity: EntityType,
        /// The record's id
        id: EntityId,
        /// Only this field
        #[arg(long)]
        field: Option<String>,
    },
    /// Show a client's dossier
    Client360 {
        /// The person's id
        id: EntityId,
        /// Also rebuild it from the log and compare
        #[arg(long)]
        rebuild: bool,
    },
    /// Find people, accounts and deals
    Search {
        /// Words, part of a phone or an e-mail
        text: String,
        /// Hits at most, 1 to 100
        #[arg(long)]
        limit: Option<u32>,
    },
    /// The audit chain
    #[command(subcommand)]
    Audit(Audit),
    /// Write data out
    #[command(subcommand)]
    Export(Export),
    /// Look at everything that can go wrong in a workspace
    Doctor,
}

/// `import …`
#[derive(Debug, Subcommand)]
pub enum Import {
    /// Say what a file holds; needs no workspace and writes nothing
    Analyze {
        /// The file
        file: PathBuf,
    },
    /// Stage a file and propose; commits nothing
    Run {
        /// The file
        file: PathBuf,
    },
    /// All imports, newest first
    List,
    /// One import with its manifest and problems
    Show {
        /// The import
        id: ImportId,
    },
    /// The rows of an import with their fates
    Rows {
        /// The import
        id: ImportId,
        /// Only rows of this fate
        #[arg(long)]
        fate: Option<Fate>,
        /// Rows after this number
        #[arg(long)]
        after: Option<u64>,
        /// Rows at once, 1 to 500 (default: all)
        #[arg(long)]
        limit: Option<u32>,
    },
    /// Approve the mapping and the set of safe proposals
    Approve {
        /// The import
        id: ImportId,
        /// Only these actions
        #[arg(long, value_delimiter = ',')]
        actions: Option<Vec<ProposalAction>>,
        /// Only proposals with at least this confidence, 0 to 1
        #[arg(long, default_value_t = 0.0)]
        min_confidence: f64,
    },
    /// Take an import back
    Undo {
        /// The import
        id: ImportId,
    },
}

/// `audit …`
#[derive(Debug, Subcommand)]
pub enum Audit {
    /// Verify the chain, what it covers, and its pin
    Verify,
}

/// `export …`
#[derive(Debug, Subcommand)]
pub enum Export {
    /// Every canonical record and link, sorted; equal graphs give equal bytes
    Graph {
        /// The file to write
        #[arg(long)]
        out: PathBuf,
    },
}
