//! SQLite: open, migrate, the one write path, evidence, read models, search, blobs.
//!
//! *Architecture invariant:* canonical rows change only in [`Tx::commit_groups`], in one transaction with their deltas
//! and their audit entry. *Architecture invariant:* one writer connection, several readers, WAL, `synchronous=FULL`.
//!
//! One file per table under `table/`: what can be read is on [`Reader`], what can be written on [`Tx`].

mod blobs;
mod codec;
mod commit;
mod entropy;
mod erase;
mod error;
mod lists;
mod many;
mod migrate;
mod open;
mod pin;
mod table;
mod tx;
mod verify;

pub use blobs::{BlobKey, Blobs, FsBlobs};
pub use codec::SORTS_ACCOUNT;
pub use codec::SORTS_PERSON;
pub use entropy::{Entropy, timestamp, uuid_v7};
pub use erase::{Cleaned, EXPORTS, ErasureRecord, ErasureWrite};
pub use error::{Disk, StoreError};
pub use lists::{Begin, GroupCount, ListOrder, ListedRow, ValueCount, Window, groupable, sortable};
pub use migrate::{MIGRATIONS, Migration};
pub use open::{Acknowledge, Observer, OpenOptions, Pulse, Store, StoreInfo, Synchronous};
pub use table::batches::{Piece, RowSpan, StoredBatch, StoredRow, segment_cuts};
pub use table::decisions::DecisionRequest;
pub use table::deltas::StoredDelta;
pub use table::exports::ExportRecord;
pub use table::fates::{FateRow, IssueRow, NewFate, Phase};
pub use table::filing::Filing;
pub use table::identity::{Behind, BlockAttributes, IdentityStand, PersonKeys, Rejection};
pub use table::identity_models::{PlanBasis, StoredModel};
pub use table::imports::{ImportRecord, NewImport};
pub use table::lists::ListRequest;
pub use table::looks::ChangeNote;
pub use table::missions::MissionRecord;
pub use table::profiles::StoredProfile;
pub use table::proposals::{Filed, ProposalCount, StoredProposal};
pub use table::queue::{QueueCount, QueueOrder, QueueRequest};
pub use table::rights::{GrantRecord, PolicyRecord};
pub use table::said::Said;
pub use table::search::Found;
pub use table::views::{StoredView, ViewOrder};
pub use table::watch::{OpenTaskRow, TouchRow, Watched};
pub use tx::{GroupWrite, NewDelta, Reader, Tx};
