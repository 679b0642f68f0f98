//! One process: started, listened to, and killed at the moment aimed at.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead as _, BufReader, Read as _};
use std::os::unix::process::ExitStatusExt as _;
use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use rustix::process::{Flock, FlockOffsetType, FlockType, Pid, Signal, WaitId, WaitIdOptions};
use serde_json::Value;

use super::notary::Pen;
use super::place::Place;

/// A process that says nothing for so long hangs, and that is a failure of its own.
const PATIENCE: Duration = Duration::from_secs(120);
/// SIGKILL.
const KILLED: i32 = 9;
/// The byte of a `-shm` file that the writer of a database in WAL mode holds locked (`WAL_WRITE_LOCK` in wal.c, at
/// `UNIX_SHM_BASE` in os_unix.c).
const WRITE_LOCK: u64 = 120;

/// When a process is to die.
#[derive(Clone, Copy, Debug)]
pub enum Aim {
    /// So long after it said that a write is open, the first so many writes passed over.
    Write {
        /// Writes passed over.
        pass: usize,
        /// How long after.
        after: Duration,
    },
    /// So long after it said that a write is safe, the first so many passed over: between writes, while the log is
    /// folded into the database, while the process ends.
    Saved {
        /// Writes passed over.
        pass: usize,
        /// How long after.
        after: Duration,
    },
    /// So long after its start.
    Start {
        /// How long after.
        after: Duration,
    },
    /// So long after it was first seen to hold the database's write lock: for work that gives no receipts.
    Locked {
        /// How long after.
        after: Duration,
    },
}

/// What became of a process.
#[derive(Debug, Default)]
pub struct Strike {
    /// It was killed by us; otherwise it ended first.
    pub killed: bool,
    /// It died in an open write: by its last receipt, or by the lock it held while it was stopped.
    pub open: bool,
    /// The groups that it acknowledged, with their numbers of changes.
    pub acknowledged: Vec<(String, u64)>,
    /// Write transactions that it acknowledged, those without a group included.
    pub commits: usize,
    /// How far it said it was, by stage.
    pub told: BTreeMap<String, Told>,
    /// How long each acknowledged write was open, in order.
    pub spans: Vec<Duration>,
    /// From the last acknowledgement to its end: files are cleaned, the log is folded into the database.
    pub tail: Duration,
    /// Its exit code, if it ended by itself.
    pub code: Option<i32>,
    /// What it printed, if it ended by itself.
    pub json: Value,
    /// What else it said.
    pub said: String,
}

/// What a process said last of a stage of its work.
#[derive(Clone, Copy, Debug)]
pub struct Told {
    /// How much of it is done.
    pub done: u64,
    /// How much there is.
    pub total: u64,
    /// Writes acknowledged by then.
    pub commits: usize,
}

enum Receipt {
    Writing,
    Committed(Vec<(String, u64)>),
    Fell,
    Progress(String, u64, u64),
    Other(String),
    /// The end of a line never came: nobody was told.
    Torn,
}

/// Starts a command with receipts and kills it as aimed; without an aim it runs to its end.
///
/// # Errors
/// When it can't be started, hangs, panics, or dies of anything but our signal.
pub fn strike(place: &Place, arguments: &[String], aim: Option<Aim>, pen: &Pen) -> Result<Strike> {
    let printed = place.path("answer.json");
    let mut words = vec!["--receipts".to_owned()];
    words.extend_from_slice(arguments);
    let started = Instant::now();
    let mut child = place
        .command(&words)
        .stdout(File::create(&printed).context("a file for the answer")?)
        .stderr(Stdio::piped())
        .spawn()
        .context("velocity could not be started")?;
    let receipts = listen(&mut child)?;
    let mut found = Strike::default();
    let mut hearing = Hearing::default();
    let mut deadline = match aim {
        Some(Aim::Start { after }) => Some(started + after),
        _ => None,
    };
    if let Some(Aim::Locked { after }) = aim {
        found.open = stop_in_a_write(&place.workspace().join("velocity.db-shm"), &mut child, after)?;
        child.kill().context("kill")?;
    }
    loop {
        let wait = deadline.map_or(PATIENCE, |at| at.saturating_duration_since(Instant::now()));
        match receipts.recv_timeout(wait) {
            Ok((at, receipt)) => {
                hearing.hear(at, receipt, &mut found, pen);
                match aim {
                    Some(Aim::Write { pass, after }) if hearing.begun == pass + 1 && hearing.since.is_some() => {
                        deadline.get_or_insert(at + after);
                    }
                    Some(Aim::Saved { pass, after }) if found.commits == pass + 1 => {
                        deadline.get_or_insert(at + after);
                    }
                    _ => {}
                }
            }
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => {
                let hangs = deadline.is_none();
                child.kill().context("kill")?;
                deadline = None;
                if hangs {
                    let _ = child.wait();
                    bail!("{arguments:?} said nothing for {PATIENCE:?}: {}", found.said);
                }
            }
        }
    }
    let status = child.wait().context("wait")?;
    found.tail = hearing.saved.map(|saved| saved.elapsed()).unwrap_or_default();
    found.killed = status.signal() == Some(KILLED);
    if !matches!(aim, Some(Aim::Locked { .. })) {
        found.open = found.killed && hearing.since.is_some();
    }
    found.open &= found.killed;
    found.code = status.code();
    pen.settle()?;
    if found.said.contains("panicked") || (!found.killed && found.code.is_none()) {
        bail!("{arguments:?} ended badly ({status}): {}", found.said);
    }
    if found.code.is_some() {
        let mut text = String::new();
        let _ = File::open(&printed).and_then(|mut file| file.read_to_string(&mut text)).context("the answer")?;
        found.json = serde_json::from_str(&text).with_context(|| format!("{arguments:?} printed no JSON: {text}"))?;
    }
    Ok(found)
}

/// What was heard so far.
#[derive(Default)]
struct Hearing {
    /// Writes begun.
    begun: usize,
    /// Since when one is open.
    since: Option<Instant>,
    /// When the last one was acknowledged.
    saved: Option<Instant>,
}

impl Hearing {
    fn hear(&mut self, at: Instant, receipt: Receipt, found: &mut Strike, pen: &Pen) {
        match receipt {
            Receipt::Writing => {
                self.begun += 1;
                self.since = Some(at);
            }
            Receipt::Committed(groups) => {
                found.commits += 1;
                self.saved = Some(at);
                found.spans.extend(self.since.take().map(|since| at - since));
                for (group, changes) in &groups {
                    pen.note(group, *changes);
                }
                found.acknowledged.extend(groups);
            }
            // It was committed or fell, we can't tell which; either way the write was no longer open.
            Receipt::Fell | Receipt::Torn => self.since = None,
            Receipt::Progress(stage, done, total) => {
                let _ = found.told.insert(stage, Told { done, total, commits: found.commits });
            }
            Receipt::Other(line) => found.said.push_str(&line),
        }
    }
}

/// Reads the receipts in a thread, so that each has the moment at which it came.
fn listen(child: &mut Child) -> Result<Receiver<(Instant, Receipt)>> {
    let stderr = child.stderr.take().context("a pipe")?;
    let (send, received) = channel();
    let _ = std::thread::spawn(move || {
        let mut lines = BufReader::new(stderr);
        let mut line = String::new();
        while matches!(lines.read_line(&mut line), Ok(1..)) {
            let receipt = (Instant::now(), understood(&line));
            if send.send(receipt).is_err() {
                break;
            }
            line.clear();
        }
    });
    Ok(received)
}

fn understood(line: &str) -> Receipt {
    if !line.ends_with('\n') {
        return Receipt::Torn;
    }
    let value: Value = serde_json::from_str(line).unwrap_or_default();
    if value["writing"] == true {
        Receipt::Writing
    } else if value["fell"] == true {
        Receipt::Fell
    } else if let Some(groups) = value["committed"].as_array() {
        let group = |one: &Value| Some((one["group"].as_str()?.replace('-', ""), one["changes"].as_u64()?));
        Receipt::Committed(groups.iter().filter_map(group).collect())
    } else if let Some(stage) = value["progress"]["stage"].as_str() {
        let number = |name: &str| value["progress"][name].as_u64().unwrap_or_default();
        Receipt::Progress(stage.into(), number("done"), number("total"))
    } else {
        Receipt::Other(line.into())
    }
}

/// Waits until the process holds the write lock, lets it go on for a while, stops it and looks: whether it holds it
/// then. A stopped process can't give the lock back between the look and the kill. A process that ended is left alone.
fn stop_in_a_write(shm: &Path, child: &mut Child, after: Duration) -> Result<bool> {
    let begun = Instant::now();
    let file = loop {
        match File::options().read(true).write(true).open(shm) {
            Ok(file) => break file,
            Err(_) if child.try_wait()?.is_some() => return Ok(false),
            Err(_) if begun.elapsed() > PATIENCE => bail!("no database was opened"),
            Err(_) => std::thread::sleep(Duration::from_micros(100)),
        }
    };
    while !is_locked(&file)? {
        if child.try_wait()?.is_some() {
            return Ok(false);
        }
        std::thread::sleep(Duration::from_micros(50));
    }
    std::thread::sleep(after);
    let pid = Pid::from_child(child);
    if child.try_wait()?.is_some() {
        return Ok(false);
    }
    let _ = rustix::process::kill_process(pid, Signal::STOP);
    let until = WaitIdOptions::STOPPED | WaitIdOptions::EXITED | WaitIdOptions::NOWAIT;
    let _ = rustix::process::waitid(WaitId::Pid(pid), until).context("a stopped process")?;
    is_locked(&file)
}

fn is_locked(shm: &File) -> Result<bool> {
    let wanted =
        Flock { start: WRITE_LOCK, length: 1, pid: None, typ: FlockType::WriteLock, offset_type: FlockOffsetType::Set };
    Ok(rustix::process::fcntl_getlk(shm, &wanted).context("a look at a lock")?.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_whose_end_never_came_acknowledges_nothing() {
        let line = "{\"committed\":[{\"group\":\"01a1fb9d-4904-7d5b-aef0-6903b5819195\",\"changes\":3}]}\n";
        let Receipt::Committed(groups) = understood(line) else { panic!("an acknowledgement") };
        assert_eq!(groups, [("01a1fb9d49047d5baef06903b5819195".to_owned(), 3)]);
        assert!(matches!(understood(line.trim_end()), Receipt::Torn));
        assert!(matches!(understood("{\"writing\":true}\n"), Receipt::Writing));
        assert!(matches!(understood("{\"fell\":true}\n"), Receipt::Fell));
        let line = "{\"progress\":{\"stage\":\"proposing\",\"done\":3000,\"total\":5000}}\n";
        assert!(matches!(understood(line), Receipt::Progress(stage, 3000, 5000) if stage == "proposing"));
        assert!(matches!(understood(line.trim_end()), Receipt::Torn));
        assert!(matches!(understood("a warning\n"), Receipt::Other(_)));
    }
}
