//! Source profiles: those that came with the program, those that people saved from an import or brought in.

use std::path::Path;

use contracts::{
    Actor, ApiError, EntityType, ErrorCode, ImportId, Permission, ProfileDetail, ProfileInfo, ProfileOrigin,
};
use store::{Reader, StoredProfile};
use understanding::SourceProfile;

use crate::error::{Failure, not_found, refused};
use crate::imports::find;
use crate::{App, Outcome};

/// Bytes that a profile may have.
const MAX_PROFILE_BYTES: usize = 1 << 20;
/// Characters of a profile's title.
const MAX_TITLE: usize = 80;

fn bad(message: String, hint: &str, field: &str) -> ApiError {
    ApiError::new(ErrorCode::BadInput, message, hint).at(field)
}

fn parse(text: &str) -> Result<SourceProfile, ApiError> {
    if text.len() > MAX_PROFILE_BYTES {
        let message = format!("The profile has {} KB; a profile has at most 1 MB.", text.len() >> 10);
        return Err(bad(message, "Check that it is the right file.", "text"));
    }
    let way_out = "Mend the place named and try again; `velocity import profile show` prints one that works.";
    let profile =
        SourceProfile::from_json(text).map_err(|e| bad(format!("This is no source profile: {e}."), way_out, "text"))?;
    check_title(&profile.title)?;
    Ok(profile)
}

fn check_title(title: &str) -> Result<(), ApiError> {
    if (1..=MAX_TITLE).contains(&title.trim().chars().count()) {
        return Ok(());
    }
    Err(bad("A profile's title has 1 to 80 characters.".into(), "Choose a short name.", "title"))
}

fn written(profile: &SourceProfile) -> Result<String, Failure> {
    let text = serde_json::to_string_pretty(profile);
    Ok(text.map_err(|e| bad(format!("The profile can't be written: {e}."), "Try again.", "text"))?)
}

/// Those of this workspace, ready for reading files: they come before the shipped ones.
pub(crate) fn of_workspace(r: &Reader<'_>) -> Result<Vec<SourceProfile>, Failure> {
    // A profile that a newer version of the program saved may say what this one doesn't know: it is left out, not fatal.
    Ok(r.profiles()?.iter().filter_map(|p| SourceProfile::from_json(&p.text).ok()).collect())
}

fn shipped(id: &str) -> Option<&'static SourceProfile> {
    understanding::shipped_profiles().iter().find(|p| p.id == id)
}

/// Refuses an id that no profile has.
pub(crate) fn must_exist(r: &Reader<'_>, id: &str) -> Result<(), Failure> {
    if r.profile(id)?.is_some() || shipped(id).is_some() {
        return Ok(());
    }
    Err(not_found("profile", id).into())
}

fn info(r: &Reader<'_>, profile: &SourceProfile, stored: Option<&StoredProfile>) -> Result<ProfileInfo, Failure> {
    let entity: EntityType = profile.row_entity.0;
    Ok(ProfileInfo {
        id: profile.id.clone(),
        title: profile.title.clone(),
        source_system: profile.source_system.clone(),
        row_entity: entity,
        columns: u32::try_from(profile.columns.len()).unwrap_or(u32::MAX),
        origin: stored.map_or(ProfileOrigin::Shipped, |s| s.origin),
        import_id: stored.and_then(|s| s.import_id),
        saved_at: stored.map(|s| s.saved_at.clone()),
        saved_by: stored.map(|s| s.saved_by.clone()),
        used: r.imports_by_profile(&profile.id)?,
    })
}

/// A profile and where it is kept; of two of one id, the workspace's.
fn load(r: &Reader<'_>, id: &str) -> Result<(SourceProfile, Option<StoredProfile>), Failure> {
    if let Some(stored) = r.profile(id)? {
        return Ok((parse(&stored.text)?, Some(stored)));
    }
    let profile = shipped(id).ok_or_else(|| not_found("profile", id))?;
    Ok((profile.clone(), None))
}

impl App {
    /// Every source profile, those of this workspace first, each group by title.
    ///
    /// # Errors
    /// The store's.
    pub fn profile_list(&self, actor: &Actor) -> Outcome<Vec<ProfileInfo>> {
        self.permit(actor, Permission::ImportFiles)?;
        self.reading(|r| {
            let stored = r.profiles()?;
            let mut out = Vec::new();
            for s in &stored {
                if let Ok(profile) = SourceProfile::from_json(&s.text) {
                    out.push(info(r, &profile, Some(s))?);
                }
            }
            for profile in understanding::shipped_profiles() {
                if stored.iter().all(|s| s.id != profile.id) {
                    out.push(info(r, profile, None)?);
                }
            }
            let ours = |i: &ProfileInfo| i.origin == ProfileOrigin::Shipped;
            out.sort_by(|a, b| ours(a).cmp(&ours(b)).then_with(|| a.title.cmp(&b.title)).then_with(|| a.id.cmp(&b.id)));
            Ok(out)
        })
    }

    /// One profile with its text.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`].
    pub fn profile_show(&self, actor: &Actor, id: &str) -> Outcome<ProfileDetail> {
        self.permit(actor, Permission::ImportFiles)?;
        self.reading(|r| {
            let (profile, stored) = load(r, id)?;
            Ok(ProfileDetail { info: info(r, &profile, stored.as_ref())?, text: written(&profile)? })
        })
    }

    /// Keeps what an import's newest mapping says as a profile, so that the next file of the source is read alike: its
    /// mapped columns with label, date order and list style, its ignored ones with the reason. `id`: the saved profile to
    /// write over; none: a new one.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]; [`ErrorCode::BadInput`] for a title of no or too many characters and for a mapping without
    /// any column to keep; [`ErrorCode::Refused`] for writing over a shipped profile.
    pub fn profile_save(&self, actor: &Actor, import: ImportId, title: &str, id: Option<&str>) -> Outcome<ProfileInfo> {
        self.permit(actor, Permission::ImportFiles)?;
        let saved: Result<ProfileInfo, Failure> = self.store.write(self.host.as_ref(), |tx| {
            let record = find(tx, import)?;
            let manifest = tx.newest_manifest(record.import)?.ok_or_else(|| not_found("manifest of import", import))?;
            check_title(title)?;
            let id = match id {
                Some(id) if tx.profile(id)?.is_none() && shipped(id).is_some() => {
                    return Err(refused(
                        "A profile that came with the program stays as it is.",
                        "Save it as a new one.",
                    )
                    .into());
                }
                Some(id) => {
                    must_exist(tx, id)?;
                    id.to_owned()
                }
                None => free_id(tx, title)?,
            };
            let columns: Vec<_> = manifest.columns().into_iter().cloned().collect();
            let system = &manifest.envelope.source_system;
            let profile = SourceProfile::from_columns(id, title.trim(), system, manifest.row_entity, &columns);
            profile.check().map_err(|e| {
                let message = format!("This mapping makes no profile: {e}.");
                bad(message, "Map at least one column with a header of its own.", "import_id")
            })?;
            keep(tx, actor, &profile, ProfileOrigin::Saved, Some(import))
        });
        saved.map_err(ApiError::from)
    }

    /// Keeps a profile as edited. One that came with the program is kept beside it and counts in its place.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] naming the place in the text and what is wrong there.
    pub fn profile_write(&self, actor: &Actor, text: &str) -> Outcome<ProfileInfo> {
        self.permit(actor, Permission::ImportFiles)?;
        let profile = parse(text)?;
        let saved: Result<ProfileInfo, Failure> = self.store.write(self.host.as_ref(), |tx| {
            let before = tx.profile(&profile.id)?;
            let origin = before.as_ref().map_or(ProfileOrigin::Saved, |b| b.origin);
            keep(tx, actor, &profile, origin, before.and_then(|b| b.import_id))
        });
        saved.map_err(ApiError::from)
    }

    /// Removes a profile of this workspace; imports that rested on it keep their manifests.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]; [`ErrorCode::Refused`] for one that came with the program.
    pub fn profile_remove(&self, actor: &Actor, id: &str) -> Outcome<()> {
        self.permit(actor, Permission::ImportFiles)?;
        let removed: Result<(), Failure> = self.store.write(self.host.as_ref(), |tx| {
            if tx.remove_profile(id, actor)? {
                return Ok(());
            }
            if shipped(id).is_some() {
                let way_out = "Save one of your own; it comes first.";
                return Err(refused("A profile that came with the program can't be removed.", way_out).into());
            }
            Err(not_found("profile", id).into())
        });
        removed.map_err(ApiError::from)
    }

    /// Writes a profile to a file that doesn't exist yet.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]; [`ErrorCode::BadInput`] where the file exists or can't be written.
    pub fn profile_export(&self, actor: &Actor, id: &str, out: &Path) -> Outcome<()> {
        let detail = self.profile_show(actor, id)?;
        crate::export::write_new(out, format!("{}\n", detail.text).as_bytes())?;
        Ok(())
    }

    /// Brings a profile in from a file.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for a file that is no profile; [`ErrorCode::Refused`] where this workspace has one of its id.
    pub fn profile_import(&self, actor: &Actor, path: &Path) -> Outcome<ProfileInfo> {
        self.permit(actor, Permission::ImportFiles)?;
        let (_, bytes) = crate::imports::stage::read_file(path)?;
        let text = String::from_utf8(bytes)
            .map_err(|_| bad(format!("{} is no text in UTF-8.", path.display()), "Choose a profile's JSON.", "path"))?;
        let profile = parse(&text)?;
        let saved: Result<ProfileInfo, Failure> = self.store.write(self.host.as_ref(), |tx| {
            if tx.profile(&profile.id)?.is_some() {
                let message = format!("This workspace has a profile {} already.", profile.id);
                return Err(refused(message, "Remove it first, or give the new one another id.").into());
            }
            keep(tx, actor, &profile, ProfileOrigin::Imported, None)
        });
        saved.map_err(ApiError::from)
    }
}

fn keep(
    tx: &mut store::Tx<'_>,
    actor: &Actor,
    profile: &SourceProfile,
    origin: ProfileOrigin,
    import_id: Option<ImportId>,
) -> Result<ProfileInfo, Failure> {
    let stored = StoredProfile {
        id: profile.id.clone(),
        text: written(profile)?,
        origin,
        import_id,
        saved_at: tx.now(),
        saved_by: actor.clone(),
    };
    tx.put_profile(&stored)?;
    info(tx, profile, Some(&stored))
}

/// `saved.broker_sheet`, with a number where it is taken.
fn free_id(r: &Reader<'_>, title: &str) -> Result<String, Failure> {
    let words: Vec<String> =
        title.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect();
    let name = if words.is_empty() { "profile".to_owned() } else { words.join("_") };
    let mut id = format!("saved.{name}");
    let mut n = 1;
    while r.profile(&id)?.is_some() || shipped(&id).is_some() {
        n += 1;
        id = format!("saved.{name}_{n}");
    }
    Ok(id)
}
