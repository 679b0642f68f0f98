//! The command line.

mod identity;
mod imports;
mod upkeep;

use std::path::PathBuf;

use clap::{Parser, Subcommand};
use contracts::{EntityId, EntityRef, EntityType, GroupId};

use crate::demo::{Demo, SynthArgs};
use crate::reading::{pair, record};
use crate::today::Day;

pub use identity::Identity;
pub use imports::{Import, ProfileCommand};
pub use upkeep::{Audit, Export, Mission, Policy, RoleCommand, Sync};

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
    /// Say on standard error, one JSON line each, when a write begins, which groups are safe on the disk, how far work is
    #[arg(long, global = true)]
    pub receipts: bool,
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
    /// The demo workspace
    #[command(subcommand)]
    Demo(Demo),
    /// Make a demo workspace of made-up clients, of any size; goes on with one that was cut off
    Synth(SynthArgs),
    /// Bring files in, review, approve and undo
    #[command(subcommand)]
    Import(Import),
    /// Who is who
    #[command(subcommand)]
    Identity(Identity),
    /// List records of a kind
    List(crate::lists::ListArgs),
    /// Count records of a kind
    Count(crate::lists::CountArgs),
    /// Lists that are kept under a name
    #[command(subcommand)]
    View(crate::lists::View),
    /// Many records at once
    #[command(subcommand)]
    Bulk(crate::lists::Bulk),
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
    /// The day and a client's story
    #[command(flatten)]
    Day(Day),
    /// Find people, accounts and deals
    Search {
        /// Words, part of a phone or an e-mail
        text: String,
        /// Hits at most, 1 to 100
        #[arg(long)]
        limit: Option<u32>,
    },
    /// Say whom a pasted text names, and make a client of it
    Paste(crate::pasted::Paste),
    /// Make a record by hand
    Create {
        /// Its kind
        entity: EntityType,
        /// Its fields
        #[arg(required = true, value_name = "FIELD=VALUE", value_parser = pair)]
        fields: Vec<(String, String)>,
        /// What it is about, to be linked to it; may be given several times
        #[arg(long, value_name = "ENTITY:ID", value_parser = record)]
        about: Vec<EntityRef>,
    },
    /// Link two records
    Link {
        /// The one
        #[arg(value_name = "ENTITY:ID", value_parser = record)]
        from: EntityRef,
        /// The other
        #[arg(value_name = "ENTITY:ID", value_parser = record)]
        to: EntityRef,
    },
    /// Take away what links two records
    Unlink {
        /// The one
        #[arg(value_name = "ENTITY:ID", value_parser = record)]
        from: EntityRef,
        /// The other
        #[arg(value_name = "ENTITY:ID", value_parser = record)]
        to: EntityRef,
    },
    /// Change a record by hand; `FIELD=` empties a field
    Update {
        /// Its kind
        entity: EntityType,
        /// Its id
        id: EntityId,
        /// The fields that change
        #[arg(required = true, value_name = "FIELD=VALUE", value_parser = pair)]
        fields: Vec<(String, String)>,
    },
    /// Hide a record from lists
    Archive {
        /// Its kind
        entity: EntityType,
        /// Its id
        id: EntityId,
    },
    /// Bring an archived record back
    Unarchive {
        /// Its kind
        entity: EntityType,
        /// Its id
        id: EntityId,
    },
    /// Ask for records to become one; somebody with the right decides
    Merge {
        /// Their kind
        entity: EntityType,
        /// Two or more
        #[arg(required = true, num_args = 2..)]
        ids: Vec<EntityId>,
        /// Who stays (default: by the rules that `review show` names)
        #[arg(long, value_name = "ID")]
        survivor: Option<EntityId>,
        /// Free words for whoever decides
        #[arg(long)]
        notes: Option<String>,
    },
    /// Take apart the merge that absorbed a record; who may not do that asks for it
    Unmerge {
        /// The absorbed record's id
        id: EntityId,
        /// The `seen` that `review unmerge` printed
        #[arg(long)]
        seen: Option<String>,
        /// Where an edit made since goes: a record's id, or `both`
        #[arg(long, value_name = "EDIT=ID", value_parser = pair)]
        place: Vec<(String, String)>,
        /// Also remember that they are not the same
        #[arg(long)]
        not_the_same: bool,
        /// Free words
        #[arg(long)]
        notes: Option<String>,
    },
    /// Take a group of changes back
    Undo {
        /// The group (default: the newest)
        group: Option<GroupId>,
    },
    /// What waits for a decision
    #[command(subcommand)]
    Review(crate::review::Review),
    /// File proposals
    Propose {
        /// A JSON file with one proposal, or a list of them
        file: PathBuf,
    },
    /// Long work: what runs, what was cut off
    #[command(subcommand)]
    Mission(Mission),
    /// The policy
    #[command(subcommand)]
    Policy(Policy),
    /// Who may what
    #[command(subcommand)]
    Role(RoleCommand),
    /// What was committed, oldest first
    Changes {
        /// After this position
        #[arg(long, default_value_t = 0)]
        after: u64,
        /// At most so many, 1 to 1000
        #[arg(long)]
        limit: Option<u32>,
        /// Wait so many seconds for something new
        #[arg(long)]
        wait: Option<u64>,
    },
    /// Exchange with the origin
    #[command(subcommand)]
    Sync(Sync),
    /// Erase a person by law: values, history, raw rows, search terms
    Erase {
        /// `person`
        entity: EntityType,
        /// Their id
        id: EntityId,
        /// Why; it must not name the person
        #[arg(long)]
        reason: String,
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
