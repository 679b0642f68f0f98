//! The command line.

use std::path::PathBuf;

use clap::{Parser, Subcommand};
use contracts::{EntityId, EntityRef, EntityType, Fate, GroupId, ImportId, MissionId, ProposalAction, Role};

use crate::demo::{Demo, SynthArgs};
use crate::reading::{ReadArgs, pair, record};

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
    /// Say on standard error, one JSON line each, when a write begins and which groups are safe on the disk
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
    /// Take apart the merge that absorbed a record
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

/// `import …`
#[derive(Debug, Subcommand)]
pub enum Import {
    /// Say what a file holds; needs no workspace and writes nothing
    Analyze {
        /// The file
        file: PathBuf,
        /// Only a first look: its start, and samples from its middle and its end
        #[arg(long)]
        preview: bool,
        #[command(flatten)]
        read: ReadArgs,
    },
    /// Stage a file and propose; commits nothing
    Run {
        /// The file
        file: PathBuf,
        /// Read it by this source profile, whether it fits or not
        #[arg(long, value_name = "ID")]
        profile: Option<String>,
        /// Map its columns as a recorded mapping does, which `import manifest` writes: the same export, or a newer one
        #[arg(long, value_name = "FILE", conflicts_with = "profile")]
        manifest: Option<PathBuf>,
        #[command(flatten)]
        read: ReadArgs,
    },
    /// Put a staged import aside and read its kept bytes another way; what was said of the reading before stays
    ReadAgain {
        /// The import
        id: ImportId,
        /// Read it by this source profile, whether it fits or not
        #[arg(long, value_name = "ID")]
        profile: Option<String>,
        #[command(flatten)]
        read: ReadArgs,
    },
    /// Say what columns, values, cells and rows of a staged import are; plans it again
    Revise {
        /// The import
        id: ImportId,
        /// A JSON file with an ImportRevision
        revision: PathBuf,
    },
    /// Write the rejected rows with their reasons, in the file's own dialect
    Rejects {
        /// The import
        id: ImportId,
        /// Also rows that wait for a decision
        #[arg(long)]
        held: bool,
        /// The file to write; it must not exist
        #[arg(long)]
        out: PathBuf,
    },
    /// Write a version of an import's mapping to a file
    Manifest {
        /// The import
        id: ImportId,
        /// The file to write; it must not exist
        #[arg(long)]
        out: PathBuf,
        /// Which version (default: the newest)
        #[arg(long, value_name = "VERSION")]
        number: Option<u32>,
    },
    /// Read an import's kept bytes again under a recorded mapping and compare; writes nothing
    Replay {
        /// The import
        id: ImportId,
        /// A mapping from a file, as `import manifest` writes one
        #[arg(long, conflicts_with = "number")]
        manifest: Option<PathBuf>,
        /// A version of the import's own mapping (default: the newest)
        #[arg(long, value_name = "VERSION")]
        number: Option<u32>,
    },
    /// Source profiles: exports whose columns are known by name
    #[command(subcommand)]
    Profile(ProfileCommand),
    /// All imports, newest first
    List,
    /// One import with its manifest and problems
    Show {
        /// The import
        id: ImportId,
    },
    /// Say why a row became what it is: its proposals, and what its candidates weigh
    Explain {
        /// The import
        id: ImportId,
        /// The data row, from 1
        #[arg(long)]
        row: u64,
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

/// `import profile …`
#[derive(Debug, Subcommand)]
pub enum ProfileCommand {
    /// All of them, those of this workspace first
    List,
    /// One as the JSON that it is
    Show {
        /// Its id
        id: String,
    },
    /// Keep an import's mapping as a profile
    Save {
        /// The import
        import: ImportId,
        /// What people call it
        #[arg(long)]
        title: String,
        /// Write over this one instead of making a new one
        #[arg(long)]
        id: Option<String>,
    },
    /// Write one to a file
    Export {
        /// Its id
        id: String,
        /// The file to write; it must not exist
        #[arg(long)]
        out: PathBuf,
    },
    /// Bring one in from a file
    Import {
        /// The file
        file: PathBuf,
    },
    /// Remove one of this workspace
    Remove {
        /// Its id
        id: String,
    },
}

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
    },
    /// Look through the whole graph for people who are there twice, and propose what is suspected; nothing is merged
    Scan {
        /// What to look through
        #[arg(long, default_value = "person", value_parser = ["person"])]
        entity: String,
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
}
