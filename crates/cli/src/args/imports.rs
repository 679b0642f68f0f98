//! `import …`: files brought in, reviewed, approved, undone.

use std::path::PathBuf;

use clap::Subcommand;
use contracts::{Fate, ImportId, ProposalAction};

use crate::reading::ReadArgs;

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
