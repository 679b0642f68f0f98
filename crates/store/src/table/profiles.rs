//! `workflow_profiles`: source profiles that people of this workspace saved or brought in.

use contracts::{Actor, ImportId, ProfileOrigin, Timestamp};
use rusqlite::{OptionalExtension, Row, params};

use crate::error::{from_json, to_json};
use crate::{Reader, StoreError, Tx};

/// A profile as stored.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredProfile {
    /// Its id.
    pub id: String,
    /// Its JSON.
    pub text: String,
    /// Saved here, or brought in from a file.
    pub origin: ProfileOrigin,
    /// The import it was saved from.
    pub import_id: Option<ImportId>,
    /// When it was kept last.
    pub saved_at: Timestamp,
    /// By whom.
    pub saved_by: Actor,
}

const SELECT: &str = "SELECT profile_id, profile, origin, import_id, saved_at, saved_by FROM workflow_profiles";

fn read(r: &Row<'_>) -> Result<StoredProfile, StoreError> {
    let origin: String = r.get(2)?;
    Ok(StoredProfile {
        id: r.get(0)?,
        text: r.get(1)?,
        origin: if origin == "imported" { ProfileOrigin::Imported } else { ProfileOrigin::Saved },
        import_id: r.get::<_, Option<uuid::Uuid>>(3)?.map(ImportId),
        saved_at: Timestamp(r.get(4)?),
        saved_by: from_json("actor", &r.get::<_, String>(5)?)?,
    })
}

impl Reader<'_> {
    /// Every profile of this workspace, by id.
    ///
    /// # Errors
    /// The database's.
    pub fn profiles(&self) -> Result<Vec<StoredProfile>, StoreError> {
        let sql = format!("{SELECT} ORDER BY profile_id");
        self.conn.prepare_cached(&sql)?.query_map([], |r| Ok(read(r)))?.map(|r| r?).collect()
    }

    /// A profile of this workspace by its id.
    ///
    /// # Errors
    /// The database's.
    pub fn profile(&self, id: &str) -> Result<Option<StoredProfile>, StoreError> {
        let sql = format!("{SELECT} WHERE profile_id = ?");
        self.conn.prepare_cached(&sql)?.query_row([id], |r| Ok(read(r))).optional()?.transpose()
    }

    /// How many imports rest on a profile.
    ///
    /// # Errors
    /// The database's.
    pub fn imports_by_profile(&self, id: &str) -> Result<u64, StoreError> {
        let sql = "SELECT count(*) FROM workflow_imports WHERE json_extract(profile, '$.id') = ?";
        Ok(self.conn.prepare_cached(sql)?.query_row([id], |r| r.get(0))?)
    }
}

impl Tx<'_> {
    /// Keeps a profile, in place of one of the same id, with its audit entry.
    ///
    /// # Errors
    /// The database's.
    pub fn put_profile(&mut self, profile: &StoredProfile) -> Result<(), StoreError> {
        let origin = if profile.origin == ProfileOrigin::Imported { "imported" } else { "saved" };
        self.conn.execute(
            "INSERT INTO workflow_profiles (profile_id, profile, origin, import_id, saved_at, saved_by)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (profile_id) DO UPDATE
             SET profile = ?2, origin = ?3, import_id = ?4, saved_at = ?5, saved_by = ?6",
            params![
                profile.id,
                profile.text,
                origin,
                profile.import_id.map(|i| i.0),
                profile.saved_at.0,
                to_json("actor", &profile.saved_by)?
            ],
        )?;
        let commitment = graph::commitment("velocity/profile/1", &[profile.id.as_bytes(), profile.text.as_bytes()]);
        let subject = serde_json::json!({ "profile": profile.id, "done": "kept" });
        self.append_audit("profile", &subject, commitment, &profile.saved_by, &profile.saved_at)?;
        Ok(())
    }

    /// Removes a profile, with its audit entry; whether there was one.
    ///
    /// # Errors
    /// The database's.
    pub fn remove_profile(&mut self, id: &str, actor: &Actor) -> Result<bool, StoreError> {
        if self.conn.execute("DELETE FROM workflow_profiles WHERE profile_id = ?", [id])? == 0 {
            return Ok(false);
        }
        let commitment = graph::commitment("velocity/profile/1", &[id.as_bytes()]);
        let subject = serde_json::json!({ "profile": id, "done": "removed" });
        let now = self.now();
        self.append_audit("profile", &subject, commitment, actor, &now)?;
        Ok(true)
    }
}
