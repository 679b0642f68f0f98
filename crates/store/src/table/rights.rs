//! `workflow_policies` and `workflow_roles`: versioned policy, who holds which role (R81, R85).

use contracts::{Actor, Timestamp};
use rusqlite::{OptionalExtension, params};

use crate::error::{from_json, to_json};
use crate::{Reader, StoreError, Tx};

/// A version of the policy as stored.
#[derive(Clone, Debug)]
pub struct PolicyRecord {
    /// 1, 2, 3…
    pub version: u64,
    /// When it was set.
    pub at: Timestamp,
    /// By whom.
    pub actor: Actor,
    /// The policy as JSON.
    pub policy: String,
}

/// A grant as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GrantRecord {
    /// The user's login.
    pub user: String,
    /// The role's name.
    pub role: String,
    /// When it was granted.
    pub at: Timestamp,
    /// By whom.
    pub actor: Actor,
}

impl Reader<'_> {
    /// The policy in force; none while nobody has set one.
    ///
    /// # Errors
    /// The database's.
    pub fn policy(&self) -> Result<Option<PolicyRecord>, StoreError> {
        let found: Option<(u64, String, String, String)> = self
            .conn
            .prepare_cached("SELECT version, at, actor, policy FROM workflow_policies ORDER BY version DESC LIMIT 1")?
            .query_row([], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?)))
            .optional()?;
        found
            .map(|(version, at, actor, policy)| {
                Ok(PolicyRecord { version, at: Timestamp(at), actor: from_json("actor", &actor)?, policy })
            })
            .transpose()
    }

    /// The version in force; 0 while nobody has set one.
    ///
    /// # Errors
    /// The database's.
    pub fn policy_version(&self) -> Result<u64, StoreError> {
        let sql = "SELECT coalesce(max(version), 0) FROM workflow_policies";
        Ok(self.conn.prepare_cached(sql)?.query_row([], |r| r.get(0))?)
    }

    /// What the audit entry of a policy version must commit to.
    pub(crate) fn policy_commitment(&self, version: u64) -> Result<Option<[u8; 32]>, StoreError> {
        let text: Option<String> = self
            .conn
            .prepare_cached("SELECT policy FROM workflow_policies WHERE version = ?")?
            .query_row([version], |r| r.get(0))
            .optional()?;
        Ok(text.map(|t| graph::commitment("velocity/policy/1", &[t.as_bytes()])))
    }

    /// What the audit entry of a grant must commit to.
    pub(crate) fn grant_commitment(&self, grant: i64) -> Result<Option<[u8; 32]>, StoreError> {
        let found: Option<(String, Option<String>)> = self
            .conn
            .prepare_cached("SELECT user, role FROM workflow_roles WHERE grant_no = ?")?
            .query_row([grant], |r| Ok((r.get(0)?, r.get(1)?)))
            .optional()?;
        Ok(found.map(|(user, role)| {
            graph::commitment("velocity/role/1", &[user.as_bytes(), role.unwrap_or_default().as_bytes()])
        }))
    }

    /// The first person who did anything here: the maker of a workspace from before there were roles.
    ///
    /// # Errors
    /// The database's.
    pub fn first_person(&self) -> Result<Option<Actor>, StoreError> {
        let sql = "SELECT actor FROM audit_entries WHERE json_extract(actor, '$.kind') = 'human' ORDER BY seq LIMIT 1";
        let text: Option<String> = self.conn.prepare_cached(sql)?.query_row([], |r| r.get(0)).optional()?;
        text.map(|t| from_json("actor", &t)).transpose()
    }

    /// A user's role; none for a stranger or after a revocation.
    ///
    /// # Errors
    /// The database's.
    pub fn role_of(&self, user: &str) -> Result<Option<String>, StoreError> {
        Ok(self
            .conn
            .prepare_cached("SELECT role FROM workflow_roles WHERE user = ? ORDER BY grant_no DESC LIMIT 1")?
            .query_row([user], |r| r.get(0))
            .optional()?
            .flatten())
    }

    /// Every grant as it stands, by user.
    ///
    /// # Errors
    /// The database's.
    pub fn grants(&self) -> Result<Vec<GrantRecord>, StoreError> {
        let sql = "SELECT g.user, g.role, g.at, g.actor FROM workflow_roles g
            WHERE g.role IS NOT NULL
            AND g.grant_no = (SELECT max(grant_no) FROM workflow_roles n WHERE n.user = g.user) ORDER BY g.user";
        self.conn
            .prepare_cached(sql)?
            .query_map([], |r| Ok((r.get(0)?, r.get(1)?, r.get::<_, String>(2)?, r.get::<_, String>(3)?)))?
            .map(|row| {
                let (user, role, at, actor) = row?;
                Ok(GrantRecord { user, role, at: Timestamp(at), actor: from_json("actor", &actor)? })
            })
            .collect()
    }
}

impl Tx<'_> {
    /// Puts a new version of the policy in force, with its audit entry.
    ///
    /// # Errors
    /// The database's.
    pub fn insert_policy(&mut self, policy: &str, actor: &Actor) -> Result<u64, StoreError> {
        let version = self.policy()?.map_or(1, |p| p.version + 1);
        let now = self.now();
        self.conn.execute(
            "INSERT INTO workflow_policies (version, at, actor, policy) VALUES (?, ?, ?, ?)",
            params![version, now.0, to_json("actor", actor)?, policy],
        )?;
        let commitment = graph::commitment("velocity/policy/1", &[policy.as_bytes()]);
        self.append_audit("policy", &serde_json::json!({ "version": version }), commitment, actor, &now)?;
        Ok(version)
    }

    /// Grants a role, or takes every role away (none), with an audit entry.
    ///
    /// # Errors
    /// The database's.
    pub fn insert_grant(&mut self, user: &str, role: Option<&str>, actor: &Actor) -> Result<(), StoreError> {
        let now = self.now();
        self.conn.execute(
            "INSERT INTO workflow_roles (user, role, at, actor) VALUES (?, ?, ?, ?)",
            params![user, role, now.0, to_json("actor", actor)?],
        )?;
        let subject = serde_json::json!({ "grant": self.conn.last_insert_rowid(), "role": role });
        let parts = [user.as_bytes(), role.unwrap_or_default().as_bytes()];
        self.append_audit("role", &subject, graph::commitment("velocity/role/1", &parts), actor, &now)?;
        Ok(())
    }
}
