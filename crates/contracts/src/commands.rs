//! The command list of the window: name, arguments, answer, what it changes. The host registers exactly these, and the
//! front end's typed map is generated from this list, so a wrong name or shape is a compile error on both sides.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    ColumnChoice, EntityId, EntityType, Fate, ImportId, ImportRevision, MissionId, ProposalAction, ProposalId, ReadAs,
};

/// One command as the generator sees it.
pub struct CommandDef {
    /// Its name on the wire.
    pub name: &'static str,
    /// TypeScript name of its arguments, or `null`.
    pub args: &'static str,
    /// TypeScript name of its answer.
    pub answer: &'static str,
    /// What a front end must ask for again afterwards.
    pub invalidates: &'static [&'static str],
    /// What it does.
    pub about: &'static str,
}

macro_rules! commands {
    ($($name:literal ($args:literal) -> $answer:literal, invalidates [$($inv:literal),*], $about:literal;)*) => {
        /// Every command.
        pub const COMMANDS: &[CommandDef] = &[$(CommandDef {
            name: $name, args: $args, answer: $answer, invalidates: &[$($inv),*], about: $about,
        }),*];
    };
}

commands! {
    "app_status" ("null") -> "AppStatus", invalidates [], "Workspace, recent ones, user, counts.";
    "workspace_open" ("PathArgs") -> "AppStatus", invalidates ["workspace", "graph", "imports"], "Opens a workspace folder.";
    "workspace_create" ("WorkspaceCreateArgs") -> "AppStatus", invalidates ["workspace", "graph", "imports"], "Makes a workspace and opens it; a demo one is filled through the real pipeline.";
    "workspace_close" ("null") -> "AppStatus", invalidates ["workspace", "graph", "imports"], "Closes it and shows the welcome.";
    "take_opened_files" ("null") -> "Array<string>", invalidates [], "Files the app was opened with since last asked.";
    "records_list" ("RecordsQuery") -> "RecordsPage", invalidates [], "A window of any list.";
    "records_count" ("RecordsQuery") -> "RecordsCount", invalidates [], "How many records a list has.";
    "records_groups" ("GroupsArgs") -> "RecordGroups", invalidates [], "The groups of a list with their counts and sums.";
    "records_export" ("RecordsExportArgs") -> "RecordsExported", invalidates [], "Writes exactly what a list shows as CSV.";
    "list_fields" ("KindArgs") -> "ListFields", invalidates [], "What a list can show, filter, sort and group by.";
    "field_values" ("ValuesArgs") -> "Array<ValueUse>", invalidates [], "Values that records hold, the most frequent first.";
    "filter_read" ("FilterArgs") -> "FilterRead", invalidates [], "A sentence as a filter, or a filter as a sentence; what is wrong, what may come next.";
    "view_list" ("KindArgs") -> "Array<SavedView>", invalidates [], "The views of a kind of record, in their order.";
    "view_save" ("ViewSaveArgs") -> "SavedView", invalidates ["views"], "Keeps a view, or changes one's own.";
    "view_delete" ("ViewArgs") -> "null", invalidates ["views"], "Removes one's own view, or hides one that came with the program.";
    "view_order" ("ViewOrderArgs") -> "Array<SavedView>", invalidates ["views"], "Puts views in another order.";
    "record_update" ("RecordUpdateArgs") -> "EditResult", invalidates ["graph"], "Changes fields of a record by hand.";
    "record_archive" ("EntityArgs") -> "EditResult", invalidates ["graph"], "Hides a record from lists.";
    "record_restore" ("EntityArgs") -> "EditResult", invalidates ["graph"], "Brings an archived record back.";
    "bulk_preview" ("BulkArgs") -> "BulkPreview", invalidates [], "What changing many records at once would do.";
    "bulk_apply" ("BulkArgs") -> "BulkApplied", invalidates ["graph", "missions"], "Changes many records at once, as previewed; one undo takes all of it back.";
    "search" ("SearchArgs") -> "SearchResult", invalidates [], "Finds records.";
    "entity_get" ("EntityArgs") -> "EntityDetail", invalidates [], "One record with its neighbours.";
    "client360" ("IdArgs") -> "Client360View", invalidates [], "The dossier of a person.";
    "timeline" ("TimelineQuery") -> "TimelinePage", invalidates [], "Everything that happened with a client, the newest first.";
    "client_risks" ("RiskArgs") -> "ClientRisks", invalidates [], "A client's risks by rule, each with its reason.";
    "client_news" ("NewsArgs") -> "ClientNews", invalidates [], "What others changed around a client since a look.";
    "today" ("TodayArgs") -> "TodayView", invalidates [], "Whom to call, what is due, what waits, what changed.";
    "look" ("LookArgs") -> "Look", invalidates [], "Notes that this user looks at Today or at a dossier.";
    "explain" ("ExplainArgs") -> "Explanation", invalidates [], "Where a value comes from, down to the cell.";
    "history" ("HistoryArgs") -> "Array<HistoryEntry>", invalidates [], "Every change of a record, newest first.";
    "field_dictionary" ("null") -> "FieldDictionary", invalidates [], "Targets for columns.";
    "import_start" ("ImportStartArgs") -> "ImportSummary", invalidates ["imports"], "Stages a file and proposes; commits nothing.";
    "import_preview" ("ImportStartArgs") -> "FilePreview", invalidates [], "A first look at a file, from its start and samples; keeps nothing.";
    "import_list" ("null") -> "Array<ImportSummary>", invalidates [], "All imports, newest first.";
    "import_show" ("ImportArgs") -> "ImportDetail", invalidates [], "Everything Import Review shows beside the rows.";
    "import_rows" ("ImportRowsArgs") -> "ImportRows", invalidates [], "A page of rows with cells and fates.";
    "import_set_columns" ("SetColumnsArgs") -> "ImportDetail", invalidates ["imports"], "A person says what columns are; plans again.";
    "import_revise" ("ReviseArgs") -> "ImportDetail", invalidates ["imports"], "Everything a person says about an import: columns, values, cells, the file; plans again.";
    "import_read_again" ("ReadAgainArgs") -> "ImportSummary", invalidates ["imports"], "Puts a staged import aside and reads the kept bytes another way.";
    "import_replay" ("ReplayArgs") -> "ReplayResult", invalidates [], "Reads the kept bytes again under a recorded manifest and compares; writes nothing.";
    "import_rejects" ("ExportArgs") -> "RejectsResult", invalidates [], "Writes the rejected rows with their reasons, in the file's own dialect.";
    "import_manifests" ("ImportArgs") -> "Array<ImportMappingManifest>", invalidates [], "Every version of an import's mapping, oldest first.";
    "profile_list" ("null") -> "Array<ProfileInfo>", invalidates [], "Source profiles: shipped, saved and brought in.";
    "profile_show" ("ProfileArgs") -> "ProfileDetail", invalidates [], "One profile with its text.";
    "profile_save" ("ProfileSaveArgs") -> "ProfileInfo", invalidates ["profiles"], "Saves an import's mapping as a profile.";
    "profile_write" ("ProfileWriteArgs") -> "ProfileInfo", invalidates ["profiles"], "Keeps a profile as edited; the text is checked first.";
    "profile_remove" ("ProfileArgs") -> "null", invalidates ["profiles"], "Removes a saved profile; imports that rested on it keep their manifests.";
    "profile_export" ("ProfileExportArgs") -> "null", invalidates [], "Writes a profile to a file.";
    "profile_import" ("PathArgs") -> "ProfileInfo", invalidates ["profiles"], "Brings a profile in from a file.";
    "import_approve" ("ApproveArgs") -> "ApproveResult", invalidates ["imports", "graph"], "One decision on the manifest, one on the set of safe proposals.";
    "import_undo" ("ImportArgs") -> "UndoResult", invalidates ["imports", "graph"], "Takes the import back.";
    "mission_list" ("null") -> "Array<MissionInfo>", invalidates [], "Long work, newest first.";
    "mission_show" ("MissionArgs") -> "MissionDetail", invalidates [], "One mission with its log.";
    "mission_cancel" ("MissionArgs") -> "MissionInfo", invalidates ["missions"], "Asks it to stop, whichever process is at it.";
    "mission_resume" ("MissionArgs") -> "MissionDetail", invalidates ["missions", "imports", "graph", "review"], "Goes on with one that was cut off, stopped or failed.";
    "identity_scan" ("null") -> "ScanResult", invalidates ["missions", "review"], "Looks for people who are there twice; files proposals, merges nobody.";
    "review_list" ("ReviewQuery") -> "ReviewPage", invalidates [], "What waits for a decision.";
    "review_show" ("ProposalArgs") -> "ReviewItem", invalidates [], "One proposal as it is shown.";
    "review_decide" ("DecideArgs") -> "DecideResult", invalidates ["review", "graph", "imports"], "A verdict on what was seen.";
    "review_read" ("ReadArgs") -> "Correction", invalidates [], "What was typed for a field of a proposal, read as cells are.";
    "review_preview" ("PreviewArgs") -> "ReviewItem", invalidates [], "A merge as somebody would have it: another survivor, some left out, fields chosen.";
    "review_evidence" ("EvidenceArgs") -> "EvidenceView", invalidates [], "A raw cell in its row, with the rows around it.";
    "review_sitting" ("SittingArgs") -> "Sitting", invalidates [], "What was decided since, what is left, what was put off.";
    "review_decisions" ("DecisionQuery") -> "DecisionPage", invalidates [], "Decisions, newest first.";
    "review_metrics" ("MetricsArgs") -> "ReviewMetrics", invalidates [], "How reviewing goes: agreement and time per decision.";
    "review_undo" ("DecisionArgs") -> "DecisionUndone", invalidates ["review", "graph", "imports"], "Takes back all that a decision changed.";
    "review_set_preview" ("SetArgs") -> "SetPreview", invalidates [], "What deciding many alike together would do.";
    "review_set_decide" ("SetDecideArgs") -> "SetDecided", invalidates ["review", "graph", "imports"], "One decision on many alike.";
    "merge_ask" ("MergeArgs") -> "ReviewItem", invalidates ["review"], "Asks for a merge; somebody with the right decides.";
    "restore_ask" ("RestoreArgs") -> "ReviewItem", invalidates ["review"], "Asks for a record to be brought back to what it was.";
    "unmerge_view" ("IdArgs") -> "UnmergeView", invalidates [], "What taking a merge apart does, with the edits made since.";
    "unmerge" ("UnmergeArgs") -> "GroupUndone", invalidates ["review", "graph"], "Takes a merge apart, edits placed as chosen.";
    "near_matches" ("NearArgs") -> "NearMatches", invalidates [], "Who a person may be who is being typed in.";
    "paste_read" ("PasteArgs") -> "PasteReading", invalidates [], "Whom a pasted text names, and who is there already.";
    "paste_keep" ("PasteKeepArgs") -> "EditResult", invalidates ["graph"], "A pasted text kept: as a new client, or on a client's timeline.";
    "hand_off" ("HandOffArgs") -> "HandOff", invalidates [], "Hands a call over to the system: a number of a client's record, to the telephone or to WhatsApp.";
    "record_create" ("RecordCreateArgs") -> "EditResult", invalidates ["graph"], "A new record typed by hand, linked to what it is about.";
    "fact_confirm" ("ConfirmArgs") -> "EditResult", invalidates ["graph"], "Notes that somebody confirmed a field as it reads.";
    "fact_correct" ("CorrectArgs") -> "EditResult", invalidates ["graph"], "One value of a field written anew.";
    "records_link" ("LinkArgs") -> "EditResult", invalidates ["graph"], "Links two records.";
    "records_unlink" ("LinkArgs") -> "EditResult", invalidates ["graph"], "Takes away what links two records.";
    "undo" ("UndoArgs") -> "GroupUndone", invalidates ["graph", "review", "imports"], "Takes a group of changes back.";
    "policy_show" ("null") -> "PolicyView", invalidates [], "The policy in force.";
    "role_list" ("null") -> "Array<RoleGrant>", invalidates [], "Who holds which role.";
    "cancel" ("null") -> "null", invalidates [], "Stops the long work under way.";
}

/// A mission.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct MissionArgs {
    /// Its id.
    pub mission_id: MissionId,
}

/// A proposal.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ProposalArgs {
    /// Its id.
    pub proposal_id: ProposalId,
}

/// What somebody typed for a field of a proposal.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ReadArgs {
    /// The proposal.
    pub proposal_id: ProposalId,
    /// Field name as in the proposal.
    pub field: String,
    /// What was typed; several values one a line; nothing empties the field.
    pub text: String,
}

/// A path chosen in a native dialog, dropped, or given by the operating system.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PathArgs {
    /// Absolute path.
    pub path: String,
}

/// A new workspace.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct WorkspaceCreateArgs {
    /// Its folder; null: a suggested one.
    pub path: Option<String>,
    /// Its name.
    pub name: String,
    /// Fill it with demo data.
    pub demo: bool,
}

/// Words to search for.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SearchArgs {
    /// What was typed, at most 200 characters.
    pub text: String,
    /// 1..=100; null: 20.
    pub limit: Option<u32>,
}

/// One record of any kind.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct EntityArgs {
    /// Its kind.
    pub entity: EntityType,
    /// Its id.
    pub id: EntityId,
}

/// One person.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct IdArgs {
    /// The person's id.
    pub id: EntityId,
}

/// One field of one record.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExplainArgs {
    /// The record's kind.
    pub entity: EntityType,
    /// The record's id.
    pub id: EntityId,
    /// Field name without entity and brackets.
    pub field: String,
}

/// A record's history, or one field's.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct HistoryArgs {
    /// The record's kind.
    pub entity: EntityType,
    /// The record's id.
    pub id: EntityId,
    /// Only this field; null: all.
    pub field: Option<String>,
}

/// One import.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ImportArgs {
    /// The import.
    pub import_id: ImportId,
}

/// A page of an import's rows.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ImportRowsArgs {
    /// The import.
    pub import_id: ImportId,
    /// Only rows of this fate; null: all.
    pub fate: Option<Fate>,
    /// Rows after this number; null: from the start.
    pub after: Option<u64>,
    /// 1..=500; null: 100.
    pub limit: Option<u32>,
}

/// What a person says about columns.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SetColumnsArgs {
    /// The import.
    pub import_id: ImportId,
    /// One or more choices, applied together.
    pub choices: Vec<ColumnChoice>,
}

/// A file to bring in.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ImportStartArgs {
    /// The file.
    pub path: String,
    /// The profile to read it by; null: whichever fits.
    #[serde(default)]
    #[ts(optional)]
    pub profile: Option<String>,
    /// How the bytes are read; null: as found.
    #[serde(default)]
    #[ts(optional)]
    pub read_as: Option<ReadAs>,
}

/// Everything a person says about an import.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ReviseArgs {
    /// The import.
    pub import_id: ImportId,
    /// What is said.
    pub revision: ImportRevision,
}

/// Another way to read the bytes of a staged import.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ReadAgainArgs {
    /// The import.
    pub import_id: ImportId,
    /// The way.
    pub read_as: ReadAs,
    /// The profile to read it by; null: whichever fits.
    #[serde(default)]
    #[ts(optional)]
    pub profile: Option<String>,
}

/// What to replay.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ReplayArgs {
    /// The import.
    pub import_id: ImportId,
    /// The manifest's version; null: the newest.
    #[serde(default)]
    #[ts(optional)]
    pub version: Option<u32>,
}

/// Something of an import written to a file.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExportArgs {
    /// The import.
    pub import_id: ImportId,
    /// The file to write; it must not exist.
    pub path: String,
}

/// One profile.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ProfileArgs {
    /// Its id.
    pub id: String,
}

/// A mapping to keep.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ProfileSaveArgs {
    /// The import whose newest manifest is kept.
    pub import_id: ImportId,
    /// What people call it; 1 to 80 characters.
    pub title: String,
    /// The profile to write over; null: a new one.
    #[serde(default)]
    #[ts(optional)]
    pub id: Option<String>,
}

/// A profile as edited.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ProfileWriteArgs {
    /// Its JSON.
    pub text: String,
}

/// A profile to a file.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ProfileExportArgs {
    /// Its id.
    pub id: String,
    /// The file to write; it must not exist.
    pub path: String,
}

/// What to approve.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ApproveArgs {
    /// The import.
    pub import_id: ImportId,
    /// Only these actions; null: create, update, link. Merges are refused.
    pub actions: Option<Vec<ProposalAction>>,
    /// Only with at least this confidence, 0..=1; null: all.
    pub min_confidence: Option<f64>,
}
