//! What keeps a workspace: audit, missions, policy, roles, exchange, data written out.

use std::path::PathBuf;

use clap::Subcommand;
use contracts::{MissionId, Role};

use crate::lists::ExportArgs;

/// `audit …`
#[derive(Debug, Subcommand)]
pub enum Audit {
    /// Verify the chain, what it covers, and its pin
    Verify,
    /// The newest entries
    Tail {
        /// How many, 1 to 1000
        #[arg(long, default_value_t = 20)]
        limit: u32,
    },
}

/// `mission …`
#[derive(Debug, Subcommand)]
pub enum Mission {
    /// All of them, newest first
    List,
    /// One with its log
    Show {
        /// The mission
        id: MissionId,
    },
    /// Ask it to stop
    Cancel {
        /// The mission
        id: MissionId,
    },
    /// Go on with one that was cut off, stopped or failed
    Resume {
        /// The mission
        id: MissionId,
    },
}

/// `policy …`
#[derive(Debug, Subcommand)]
pub enum Policy {
    /// The policy in force
    Show,
    /// Set one key
    Set {
        /// As `policy show` lists it
        key: String,
        /// Its value
        value: String,
    },
    /// What rules applied without a person's decision
    Uses,
}

/// `role …`
#[derive(Debug, Subcommand)]
pub enum RoleCommand {
    /// Who holds which role
    List,
    /// Give a user a role, in place of any other
    Grant {
        /// Their login
        user: String,
        /// owner, reviewer, operator, presenter or agent
        role: Role,
    },
    /// Take a user's role away
    Revoke {
        /// Their login
        user: String,
    },
}

/// `sync …`
#[derive(Debug, Subcommand)]
pub enum Sync {
    /// What the origin has, and what it would be sent
    Status,
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
    /// A list of people as CSV: exactly what `list` shows
    Person(ExportArgs),
    /// A list of accounts
    Account(ExportArgs),
    /// A list of households
    Household(ExportArgs),
    /// A list of deals
    Opportunity(ExportArgs),
    /// A list of briefs
    Requirement(ExportArgs),
    /// A list of properties of interest
    Interest(ExportArgs),
    /// A list of tasks
    Task(ExportArgs),
    /// A list of calls, messages, visits and notes
    Interaction(ExportArgs),
}
