//! Missions: long work that shows how far it is, stops on request and goes on after a crash (invariant 10).
//!
//! The record lies in the database; progress is written in the transactions of the work itself, so that what a crash
//! leaves is exact. Whether somebody is at it says a lock file that the operating system releases with the process;
//! the wish to stop is a file too, so that another process can express it while the database is being written to.

use std::cell::{Cell, RefCell};
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::time::Duration;

use contracts::{
    Actor, ApiError, ErrorCode, ImportId, MissionDetail, MissionId, MissionInfo, MissionState, Permission, Progress,
};
use serde_json::Value;
use store::{MissionRecord, StoreError, Tx};

use crate::error::{Failure, from_store, not_found, refused};
use crate::{App, ApproveChoice, Outcome, Reporter};

/// Missions listed, and looked through for one that runs.
const RECENT: u32 = 200;

/// How a mission begins.
pub(crate) enum Begin<'a> {
    /// Anew.
    New { kind: &'a str, title: String, input: Value },
    /// One that was cut off, stopped or failed.
    Again(MissionId),
}

/// A mission under way.
pub(crate) struct Work<'a> {
    pub id: MissionId,
    reporter: &'a dyn Reporter,
    host: &'a dyn crate::Host,
    pace: RefCell<Pace>,
    cancel: PathBuf,
    ended: Cell<bool>,
    _hold: Hold,
}

impl Work<'_> {
    /// Tells whoever listens how far the work is.
    pub(crate) fn report(&self, stage: &str, file_name: &str, done: u64, total: u64) {
        let (rate, seconds_left) = self.pace.borrow_mut().of(stage, done, total, self.host.monotonic());
        let (stage, file_name) = (stage.into(), file_name.into());
        self.reporter.progress(Progress {
            stage,
            file_name,
            done,
            total,
            rate,
            seconds_left,
            mission_id: Some(self.id),
        });
    }

    /// Fails when a person asked to stop, here or in another process.
    pub(crate) fn go_on(&self) -> Outcome<()> {
        if self.reporter.cancelled() || self.cancel.exists() { Err(crate::imports::stopped()) } else { Ok(()) }
    }

    /// Notes the end in the work's last transaction: done, or as if it never ended.
    pub(crate) fn done(&self, tx: &mut Tx<'_>, output: &Value) -> Result<(), Failure> {
        tx.end_mission(self.id, "done", output, None)?;
        self.ended.set(true);
        Ok(())
    }
}

/// How fast a stage goes: from what was done since it began, so that the estimate calms down as it goes on.
#[derive(Default)]
pub(crate) struct Pace {
    stage: String,
    begun: Duration,
    done: u64,
}

/// Before so long nothing is said of the rate: a first step that happened to be quick promises too much.
const TELLING: Duration = Duration::from_millis(500);

impl Pace {
    /// Rows (or changes) a second, and the seconds left at that rate.
    pub(crate) fn of(&mut self, stage: &str, done: u64, total: u64, now: Duration) -> (Option<u64>, Option<u64>) {
        if self.stage != stage || done < self.done {
            *self = Self { stage: stage.into(), begun: now, done };
        }
        let took = now.saturating_sub(self.begun);
        if took < TELLING || done <= self.done {
            return (None, None);
        }
        let millis = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
        let rate = (done - self.done).saturating_mul(1000) / millis;
        let left = total.checked_sub(done).filter(|_| rate > 0).map(|left| left.div_ceil(rate));
        (Some(rate), left)
    }
}

fn folder(workspace: &Path) -> PathBuf {
    workspace.join("missions")
}

fn io(path: &Path) -> impl Fn(std::io::Error) -> ApiError {
    let path = path.to_path_buf();
    move |e| from_store(&StoreError::io(&path)(e))
}

fn taken() -> ApiError {
    ApiError::new(
        ErrorCode::Busy,
        "Another process is at work on this already.",
        "Wait until it is done, or stop it there.",
    )
}

/// How a mission is known to be alive.
enum Hold {
    /// By this lock, which the operating system releases with the process.
    Lock(#[expect(dead_code, reason = "held, never read")] File),
    /// Not at all: there was no room for one. Work that the disk has room for must not fail for want of it; another
    /// process then takes the mission for interrupted.
    Nothing,
    /// Somebody else is at it.
    Taken,
}

/// Takes a mission's lock.
fn take_lock(workspace: &Path, id: MissionId) -> Outcome<Hold> {
    let folder = folder(workspace);
    let path = folder.join(format!("{id}.lock"));
    let made =
        fs::create_dir_all(&folder).and_then(|()| File::options().create(true).truncate(false).write(true).open(&path));
    let file = match made {
        Ok(file) => file,
        Err(e) if e.kind() == std::io::ErrorKind::StorageFull => {
            tracing::warn!(mission = %id, "no room for the lock of a mission");
            return Ok(Hold::Nothing);
        }
        Err(e) => return Err(io(&path)(e)),
    };
    match file.try_lock() {
        Ok(()) => Ok(Hold::Lock(file)),
        Err(TryLockError::WouldBlock) => Ok(Hold::Taken),
        Err(TryLockError::Error(e)) => Err(io(&path)(e)),
    }
}

/// Whether a process is at work on a mission.
fn is_alive(workspace: &Path, id: MissionId) -> bool {
    let Ok(file) = File::options().write(true).open(folder(workspace).join(format!("{id}.lock"))) else { return false };
    matches!(file.try_lock(), Err(TryLockError::WouldBlock))
}

impl App {
    /// Does long work as a mission. `work` ends it in its last transaction with [`Work::done`]; an error ends it here.
    pub(crate) fn mission<T>(
        &self,
        actor: &Actor,
        begin: Begin<'_>,
        reporter: &dyn Reporter,
        work: impl FnOnce(&Work<'_>) -> Outcome<T>,
    ) -> Outcome<T> {
        let id: Result<MissionId, Failure> = self.store.write(self.host.as_ref(), |tx| match &begin {
            Begin::New { kind, title, input } => Ok(tx.insert_mission(kind, title, input, actor)?),
            Begin::Again(id) => Ok(*id),
        });
        let id = id.map_err(ApiError::from)?;
        let hold = take_lock(self.folder(), id)?;
        if let Hold::Taken = hold {
            return Err(taken());
        }
        let cancel = folder(self.folder()).join(format!("{id}.cancel"));
        let _ = fs::remove_file(&cancel);
        if let Begin::Again(id) = begin {
            let again: Result<(), Failure> = self.store.write(self.host.as_ref(), |tx| {
                // Whoever held the lock until now may have ended it.
                if tx.mission(id)?.is_some_and(|m| m.state == "done") {
                    return Err(refused("This work is done.", "There is nothing to go on with.").into());
                }
                Ok(tx.resume_mission(id)?)
            });
            again.map_err(ApiError::from)?;
        }
        let run = Work {
            id,
            reporter,
            host: self.host.as_ref(),
            pace: RefCell::default(),
            cancel,
            ended: Cell::new(false),
            _hold: hold,
        };
        let result = work(&run);
        if let Err(error) = &result
            && !run.ended.get()
        {
            let state = if error.code == ErrorCode::Cancelled { "cancelled" } else { "failed" };
            let ended: Result<(), Failure> =
                self.store.write(self.host.as_ref(), |tx| Ok(tx.end_mission(id, state, &Value::Null, Some(error))?));
            if ended.is_err() {
                // The work's own error says more; without its end the mission shows as interrupted.
                tracing::warn!(mission = %id, "the end of a mission could not be noted");
            }
        }
        let _ = fs::remove_file(&run.cancel);
        // Removed while the lock is held: nobody can have taken it in between.
        let _ = fs::remove_file(folder(self.folder()).join(format!("{id}.lock")));
        self.store.rest();
        result
    }

    /// Refuses when another mission is at work on an import.
    pub(crate) fn nobody_at(&self, tx: &Tx<'_>, import: ImportId, own: MissionId) -> Result<(), Failure> {
        let id = import.to_string();
        let about = |m: &MissionRecord| m.input.get("import_id").and_then(Value::as_str) == Some(id.as_str());
        let at_work = tx
            .missions(RECENT)?
            .into_iter()
            .find(|m| m.mission_id != own && m.state == "running" && about(m) && is_alive(self.folder(), m.mission_id));
        if at_work.is_some() { Err(taken().into()) } else { Ok(()) }
    }

    /// Whether a mission runs, here or in another process.
    pub(crate) fn somebody_works(&self) -> Outcome<bool> {
        let missions = self.reading(|r| Ok(r.missions(RECENT)?))?;
        Ok(missions.iter().any(|m| m.state == "running" && is_alive(self.folder(), m.mission_id)))
    }

    fn mission_info(&self, m: MissionRecord) -> MissionInfo {
        let state = match m.state.as_str() {
            "done" => MissionState::Done,
            "failed" => MissionState::Failed,
            "cancelled" => MissionState::Cancelled,
            _ if is_alive(self.folder(), m.mission_id) => MissionState::Running,
            _ => MissionState::Interrupted,
        };
        MissionInfo {
            mission_id: m.mission_id,
            kind: m.kind,
            title: m.title,
            state,
            stage: m.stage,
            done: m.done,
            total: m.total,
            attempts: m.attempts,
            created_at: m.created_at,
            created_by: m.created_by,
            updated_at: m.updated_at,
            input: m.input,
            output: m.output,
            error: m.error,
        }
    }

    /// The newest missions first, at most 200.
    ///
    /// # Errors
    /// The store's.
    pub fn missions(&self, actor: &Actor) -> Outcome<Vec<MissionInfo>> {
        self.permit(actor, Permission::ReadWorkflow)?;
        let found = self.reading(|r| Ok(r.missions(RECENT)?))?;
        Ok(found.into_iter().map(|m| self.mission_info(m)).collect())
    }

    /// One mission with its log.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`].
    pub fn mission_show(&self, actor: &Actor, id: MissionId) -> Outcome<MissionDetail> {
        self.permit(actor, Permission::ReadWorkflow)?;
        let (record, log) = self.reading(|r| {
            let record = r.mission(id)?.ok_or_else(|| not_found("mission", id))?;
            let log = r.mission_log(record.mission)?;
            Ok((record, log))
        })?;
        Ok(MissionDetail { mission: self.mission_info(record), log })
    }

    /// Asks a running mission to stop, whichever process is at it. It stops at its next step; what it saved stays.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]; [`ErrorCode::Refused`] for one that is not running.
    pub fn mission_cancel(&self, actor: &Actor, id: MissionId) -> Outcome<MissionInfo> {
        self.permit(actor, Permission::RunMissions)?;
        let mission = self.mission_show(actor, id)?.mission;
        if mission.state != MissionState::Running {
            return Err(refused(
                format!("This work is not running; it is {}.", mission.state.as_str()),
                "There is nothing to stop.",
            ));
        }
        let path = folder(self.folder()).join(format!("{id}.cancel"));
        fs::write(&path, b"").map_err(io(&path))?;
        Ok(mission)
    }

    /// Goes on with a mission that was cut off, stopped or failed.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]; [`ErrorCode::Refused`] for one that runs, is done or can't go on; those of the work.
    pub fn mission_resume(&self, actor: &Actor, id: MissionId, reporter: &dyn Reporter) -> Outcome<MissionDetail> {
        self.permit(actor, Permission::RunMissions)?;
        let mission = self.mission_show(actor, id)?.mission;
        if matches!(mission.state, MissionState::Running | MissionState::Done) {
            return Err(refused(
                format!("This work is {}.", mission.state.as_str()),
                "Only work that was cut off, stopped or failed can go on.",
            ));
        }
        let import = || {
            mission.input.get("import_id").and_then(Value::as_str).and_then(|s| s.parse().ok()).ok_or_else(|| {
                refused(
                    "This work ended before anything of it was kept, so there is nothing to go on with.",
                    "Start it anew.",
                )
            })
        };
        match mission.kind.as_str() {
            "import" => self.import_resume(actor, import()?, Begin::Again(id), reporter).map(drop)?,
            "identity_scan" => self.scan_as(actor, Begin::Again(id), reporter).map(drop)?,
            crate::synthetic::MISSION => self.synth_as(actor, Begin::Again(id), reporter).map(drop)?,
            "approve" => {
                let choice: ApproveChoice = mission
                    .input
                    .get("choice")
                    .and_then(|c| serde_json::from_value(c.clone()).ok())
                    .unwrap_or_default();
                self.approve_as(actor, import()?, &choice, Begin::Again(id), reporter).map(drop)?;
            }
            "undo" => {
                let of = import()?;
                if self.reading(|r| Ok(crate::imports::find(r, of)?.state))? == contracts::ImportState::Undone {
                    // Somebody else did it meanwhile: what this work was for is done.
                    self.mission(actor, Begin::Again(id), reporter, |work| {
                        let done: Result<(), Failure> = self
                            .store
                            .write(self.host.as_ref(), |tx| work.done(tx, &serde_json::json!({ "reversed": 0 })));
                        done.map_err(ApiError::from)
                    })?;
                } else {
                    self.undo_as(actor, of, Begin::Again(id), reporter).map(drop)?;
                }
            }
            "bulk_edit" => {
                return Err(refused(
                    "A bulk edit that was stopped does not go on: what matched then may not match now.",
                    "What it changed is one group, which undo takes back; or start it anew for the rest.",
                ));
            }
            kind => {
                return Err(refused(
                    format!("Work of the kind {kind} can't go on in the middle."),
                    "Start it anew; nothing of it was half saved.",
                ));
            }
        }
        self.mission_show(actor, id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rate_is_measured_and_nothing_is_promised_before() {
        let mut pace = Pace::default();
        let at = |ms| Duration::from_millis(ms);
        assert_eq!(pace.of("proposing", 1000, 10_000, at(0)), (None, None), "the first report only begins");
        assert_eq!(pace.of("proposing", 2000, 10_000, at(100)), (None, None), "too early to tell");
        assert_eq!(pace.of("proposing", 3000, 10_000, at(1000)), (Some(2000), Some(4)));
        assert_eq!(pace.of("proposing", 10_000, 10_000, at(4500)), (Some(2000), Some(0)));
        assert_eq!(pace.of("approving", 500, 10_000, at(5000)), (None, None), "another stage begins anew");
        assert_eq!(pace.of("approving", 501, 0, at(9000)), (Some(0), None), "no total, no promise");
    }
}
