//! Roles, rights and the workspace's policy, as data that hosts exchange (R78, R81, R82, R85).
//!
//! Nothing is decided here: crate `policy` turns this data into verdicts. Rights are allow-lists; what is not listed is
//! refused.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Actor, EntityType, ProposalAction, Timestamp};

/// A closed list of words: the enum, its names in JSON and the CLI, and what people call each.
macro_rules! words {
    (
        $(#[$meta:meta])*
        $name:ident is $a:literal, $spoken:ident {
            $($(#[$doc:meta])* $variant:ident = $word:literal, $title:literal;)*
        }
    ) => {
        $(#[$meta])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS,
        )]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($(#[$doc])* $variant,)*
        }

        impl $name {
            /// Every one, in the order in which lists show them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The name used in JSON, tables and the CLI.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }

            /// What people call it, for a sentence or a heading.
            #[must_use]
            pub fn $spoken(self) -> &'static str {
                match self {
                    $(Self::$variant => $title,)*
                }
            }
        }

        impl std::str::FromStr for $name {
            type Err = String;
            fn from_str(s: &str) -> Result<Self, String> {
                Self::ALL.iter().copied().find(|w| w.as_str() == s).ok_or_else(|| {
                    let known: Vec<&str> = Self::ALL.iter().map(|w| w.as_str()).collect();
                    format!("{s:?} is no {}; expected one of {}", $a, known.join(", "))
                })
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

words! {
    /// What a user is in a workspace (R80, R85).
    Role is "role", title {
        /// Answers for the workspace: rights, policy, erasure.
        Owner = "owner", "Owner";
        /// Decides merges, overwrites and suggestions of machines.
        Reviewer = "reviewer", "Reviewer";
        /// Works with clients and brings files in.
        Operator = "operator", "Sales operator";
        /// Shows the product; sees no private facts.
        Presenter = "presenter", "Presenter";
        /// A machine: reads and proposes, never decides (R78).
        Agent = "agent", "Agent";
    }
}

words! {
    /// Something that a role may do. Each use case of `app` asks for one of these.
    Permission is "permission", what {
        /// Lists, records, search, Client 360, field history: what is canonical, as far as each group is visible.
        ReadRecords = "read_records", "read records";
        /// Raw files, rows and cells, and explanations down to them. Cells are never masked.
        ReadEvidence = "read_evidence", "read raw evidence";
        /// Imports, proposals, decisions and missions.
        ReadWorkflow = "read_workflow", "read imports and proposals";
        /// The audit chain, the change feed, the doctor's report, and how the policy was used.
        ReadAudit = "read_audit", "read the audit trail";
        /// Stage a file, set its columns, replay a batch. Commits nothing.
        ImportFiles = "import_files", "bring files in";
        /// Decide on an import's manifest and on its set of safe proposals.
        ApproveImports = "approve_imports", "approve an import";
        /// File a proposal for another to decide: a merge, a writeback, a change.
        Propose = "propose", "file a proposal";
        /// Decide single proposals, as far as the requirements name the role.
        Decide = "decide", "decide a proposal";
        /// Make, change and link records by hand, as far as the role writes the field's group.
        EditRecords = "edit_records", "edit records";
        /// Hide a record from lists and bring it back.
        ArchiveRecords = "archive_records", "archive a record";
        /// Take back imports and groups of changes.
        Undo = "undo", "undo an import or a change";
        /// Decide merges, and take a merge apart again.
        MergeRecords = "merge_records", "merge or unmerge records";
        /// Write records, the graph or a backup to a file.
        ExportData = "export_data", "export data";
        /// Cancel and resume long work.
        RunMissions = "run_missions", "cancel or resume long work";
        /// Change this policy.
        ManagePolicy = "manage_policy", "change the policy";
        /// Grant and revoke roles.
        ManageRoles = "manage_roles", "grant or revoke roles";
        /// Erase a person by law.
        Erase = "erase", "erase a person";
        /// Enrol, and exchange changes with the origin.
        Sync = "sync", "sync with the origin";
        /// Make a workspace, or reset the demo.
        CreateWorkspace = "create_workspace", "make a workspace";
    }
}

words! {
    /// Fields that are governed alike. Crate `policy` gives each field of the dictionary its group.
    FieldGroup is "group of fields", title {
        /// Names and what tells a person or a company apart.
        Identity = "identity", "Names and identity";
        /// Phones, e-mails, websites, profiles.
        Contact = "contact", "Phones, e-mails, profiles";
        /// Postal addresses.
        Address = "address", "Addresses";
        /// Personal dates: birth, anniversary.
        Dates = "dates", "Personal dates";
        /// Job, company, industry, size.
        Work = "work", "Work and company";
        /// Stages, owners, scores, due dates: how the work with a client stands.
        Pipeline = "pipeline", "Pipeline and ownership";
        /// What a person agreed to, and what they refused.
        Consent = "consent", "Consent and privacy";
        /// Know-your-customer status, source of funds, registrations.
        Compliance = "compliance", "Compliance";
        /// Amounts, budgets, prices, financing.
        Finance = "finance", "Money";
        /// What a client looks for.
        Preferences = "preferences", "What a client looks for";
        /// Properties a client is interested in.
        Property = "property", "Properties";
        /// Free words: notes, descriptions, titles, tags, reasons.
        Notes = "notes", "Notes and free text";
        /// Ids and times that the system of origin gave.
        Source = "source", "Source ids and times";
        /// Fields that a person or a source profile added.
        Custom = "custom", "Custom fields";
    }
}

words! {
    /// How a role sees a group of fields.
    Visibility is "visibility", title {
        /// As it is.
        Full = "full", "in full";
        /// That there is something, and a harmless part of it.
        Masked = "masked", "masked";
        /// Not at all.
        Hidden = "hidden", "hidden";
    }
}

words! {
    /// What a proposed change does, as requirements tell changes apart.
    ChangeKind is "kind of change", title {
        /// A new record.
        Create = "create", "a new record";
        /// Empty fields are filled, or values replaced that don't matter much.
        Update = "update", "an update";
        /// A value that matters is replaced (R43).
        Overwrite = "overwrite", "an overwrite";
        /// Two records become one (R42).
        Merge = "merge", "a merge";
        /// Two records are connected.
        Link = "link", "a link";
        /// A merge is taken apart.
        Unmerge = "unmerge", "an unmerge";
        /// A machine's suggestion: Oracle, `NemoClaw`, any agent.
        Writeback = "writeback", "a suggestion of a machine";
        /// Data that an outside provider found.
        Enrichment = "enrichment", "data from a provider";
        /// Two laptops changed the same field.
        ResolveConflict = "resolve_conflict", "a sync conflict";
        /// A record is hidden, or brought back.
        Archive = "archive", "an archiving";
        /// The columns of a file are given their meaning.
        Mapping = "mapping", "a column mapping";
    }
}

impl From<ProposalAction> for ChangeKind {
    fn from(action: ProposalAction) -> Self {
        match action {
            ProposalAction::Create => Self::Create,
            ProposalAction::Update => Self::Update,
            ProposalAction::Merge => Self::Merge,
            ProposalAction::Link => Self::Link,
            ProposalAction::ResolveConflict => Self::ResolveConflict,
            ProposalAction::Unmerge => Self::Unmerge,
        }
    }
}

/// What one role may do. An allow-list: what is absent is refused, a group that is absent is hidden.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct RolePolicy {
    /// What it may do.
    pub permissions: BTreeSet<Permission>,
    /// How it sees each group of fields.
    pub read: BTreeMap<FieldGroup, Visibility>,
    /// The groups that it may change by hand.
    pub write: BTreeSet<FieldGroup>,
}

/// When a proposed change has to be looked at, and by whom. The first rule that matches wins.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct RequirementRule {
    /// A stable name: `merge.person`, `overwrite.major`.
    pub id: String,
    /// What it is about, to follow "may decide": `merges of people`.
    pub what: String,
    /// The kinds of change concerned.
    pub kinds: BTreeSet<ChangeKind>,
    /// The kinds of record concerned; empty: any.
    #[serde(default)]
    pub entities: BTreeSet<EntityType>,
    /// The groups of fields concerned, one of which has to change; empty: any.
    #[serde(default)]
    pub groups: BTreeSet<FieldGroup>,
    /// Concerned only below this confidence, 0..=1; null: whatever the confidence.
    #[serde(default)]
    pub below_confidence: Option<f64>,
    /// Whether a person decides each one. Otherwise it may be decided in a set.
    pub review_required: bool,
    /// The roles that may decide.
    pub deciders: BTreeSet<Role>,
    /// Why, as a sentence.
    pub reason: String,
}

/// Which replacements of a value matter (R43). Filling an empty field and adding to a list replace nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct OverwriteRules {
    /// Groups in which replacing a value is a major overwrite.
    pub major_groups: BTreeSet<FieldGroup>,
    /// Fields in which it is a minor one all the same: `updated_at`, `opportunity.name`.
    pub minor_fields: BTreeSet<String>,
}

/// Confidence thresholds (R82), each 0..=1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Thresholds {
    /// A change with less confidence is looked at.
    pub review_below: f64,
    /// Two records that match with at least this are proposed as the same.
    pub suspect: f64,
    /// Confidence given to a link that rests on a name alone.
    pub link_by_name: f64,
}

/// The low-risk rule of R61 and R83. Shipped off.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct AutoApprove {
    /// Whether new records without any doubt commit without a decision.
    pub creates: bool,
    /// The least confidence for that, 0..=1.
    pub min_confidence: f64,
    /// The rule's id and version, as deltas and the audit chain name it.
    pub rule: String,
}

/// A workspace's whole policy. Versioned as one; `policy show` and `policy set` work on it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct PolicyData {
    /// The shape of this document: `velocity-policy/1`.
    pub schema: String,
    /// What each role may do.
    pub roles: BTreeMap<Role, RolePolicy>,
    /// What has to be looked at; the first rule that matches wins.
    pub requirements: Vec<RequirementRule>,
    /// Which replacements matter.
    pub overwrite: OverwriteRules,
    /// Confidence thresholds.
    pub thresholds: Thresholds,
    /// What commits without a decision, if anything.
    pub auto_approve: AutoApprove,
    /// Fields for which the order of arrival settles a sync conflict (`sync.md`, rule 5).
    pub last_write_fields: BTreeSet<String>,
    /// Whether nobody may decide what they proposed themselves.
    pub approver_differs_from_proposer: bool,
}

/// A user's role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct RoleGrant {
    /// The user's login.
    pub user: String,
    /// The role.
    pub role: Role,
    /// Since when.
    pub granted_at: Timestamp,
    /// Who granted it.
    pub granted_by: Actor,
}

/// A role as `role list` and the settings show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct RoleInfo {
    /// The role.
    pub role: Role,
    /// What people call it.
    pub title: String,
    /// What it may do.
    pub permissions: Vec<Permission>,
    /// How it sees each group of fields; every group is listed.
    pub read: BTreeMap<FieldGroup, Visibility>,
    /// The groups it may change by hand.
    pub write: Vec<FieldGroup>,
    /// What it may decide, in words.
    pub decides: Vec<String>,
}

/// One setting of the policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct PolicySetting {
    /// Its dotted key, as `policy set` takes it.
    pub key: String,
    /// Its value, as `policy set` takes it.
    pub value: String,
    /// The value shipped; empty where the shipped policy has no such setting.
    pub default: String,
    /// What it governs, as a sentence.
    pub about: String,
}

/// The answer of `policy show`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct PolicyView {
    /// Rises by one with each change; 0 is the shipped policy.
    pub version: u64,
    /// When it was last changed; null for the shipped one.
    pub set_at: Option<Timestamp>,
    /// Who changed it.
    pub set_by: Option<Actor>,
    /// The policy itself.
    pub policy: PolicyData,
    /// The same as keys and values.
    pub settings: Vec<PolicySetting>,
    /// The same by role.
    pub roles: Vec<RoleInfo>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round_trip<T>(all: &[T], name: fn(T) -> &'static str)
    where
        T: Copy + PartialEq + std::fmt::Debug + Serialize + std::str::FromStr<Err = String>,
    {
        for word in all {
            assert_eq!(serde_json::to_value(word).unwrap(), name(*word), "JSON and as_str agree");
            assert_eq!(name(*word).parse::<T>().as_ref(), Ok(word));
        }
        assert!("nothing".parse::<T>().unwrap_err().contains(name(all[0])), "the message lists what is expected");
    }

    #[test]
    fn words_read_back_as_they_are_written() {
        round_trip(Role::ALL, Role::as_str);
        round_trip(Permission::ALL, Permission::as_str);
        round_trip(FieldGroup::ALL, FieldGroup::as_str);
        round_trip(Visibility::ALL, Visibility::as_str);
        round_trip(ChangeKind::ALL, ChangeKind::as_str);
    }

    #[test]
    fn a_typo_in_a_policy_is_refused_rather_than_ignored() {
        let typo = serde_json::json!({ "permissions": [], "read": {}, "wrote": [] });
        assert!(serde_json::from_value::<RolePolicy>(typo).is_err());
        let unknown = serde_json::json!({ "permissions": ["fly"], "read": {}, "write": [] });
        assert!(serde_json::from_value::<RolePolicy>(unknown).is_err());
    }
}
