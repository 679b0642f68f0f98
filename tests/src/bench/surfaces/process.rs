//! What the operating system says of a window: when it began, what it holds.

use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context as _, Result};

use crate::{Desk, programs};

/// Clock ticks a second in `/proc` (`USER_HZ`), the same on every Linux.
const TICKS: f64 = 100.0;

/// What a window holds, in MiB; of what is shared each has its share (proportional set size).
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Memory {
    /// The program itself, without the web view's processes.
    pub host: f64,
    /// Of that, what is not a mapped file.
    pub own: f64,
    /// The program and all processes that it started.
    pub all: f64,
}

/// The load of the machine: an average over a minute.
pub(super) fn load() -> f64 {
    let text = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split(' ').next().and_then(|word| word.parse().ok()).unwrap_or_default()
}

fn window(desk: &Desk) -> Result<u32> {
    programs::windows(desk.home()).first().copied().context("no window is there")
}

/// Fields of `/proc/PID/stat` behind the name, which may hold anything.
fn stat(process: u32) -> Option<Vec<String>> {
    let text = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    Some(text.rsplit_once(')')?.1.split_whitespace().map(str::to_owned).collect())
}

/// When the window's process began, in milliseconds since 1970, to a hundredth of a second.
pub(super) fn of(desk: &Desk) -> Result<f64> {
    let began: f64 = stat(window(desk)?)
        .and_then(|fields| fields.get(19)?.parse().ok())
        .context("the window's process says nothing of its start")?;
    let up = std::fs::read_to_string("/proc/uptime").context("/proc/uptime")?;
    let up: f64 = up.split(' ').next().and_then(|word| word.parse().ok()).context("/proc/uptime")?;
    let now = SystemTime::now().duration_since(UNIX_EPOCH).context("a clock after 1970")?.as_secs_f64();
    Ok((now - up + began / TICKS) * 1000.0)
}

/// The window's program and all processes that it started.
fn family(desk: &Desk) -> Result<Vec<u32>> {
    let mut family = vec![window(desk)?];
    let processes: Vec<(u32, u32)> = std::fs::read_dir("/proc")
        .context("/proc")?
        .flatten()
        .filter_map(|entry| {
            let process = entry.file_name().to_str()?.parse().ok()?;
            Some((process, stat(process)?.get(1)?.parse().ok()?))
        })
        .collect();
    let mut at = 0;
    while let Some(parent) = family.get(at).copied() {
        family.extend(processes.iter().filter(|(_, of)| *of == parent).map(|(child, _)| *child));
        at += 1;
    }
    Ok(family)
}

/// How long processors were at work for the window since it began, all of its processes together: milliseconds, to a
/// hundredth of a second.
pub(super) fn processor(desk: &Desk) -> Result<f64> {
    let of = |process: &u32| -> Option<f64> {
        let fields = stat(*process)?;
        Some(fields.get(11)?.parse::<f64>().ok()? + fields.get(12)?.parse::<f64>().ok()?)
    };
    Ok(family(desk)?.iter().filter_map(of).sum::<f64>() / TICKS * 1000.0)
}

/// What the window holds now.
pub(super) fn memory(desk: &Desk) -> Result<Memory> {
    let family = family(desk)?;
    let program = family.first().copied().context("no window is there")?;
    let (host, own) = held(program).context("the window's process does not say what it holds")?;
    let all = family.iter().filter_map(|process| held(*process)).map(|(all, _)| all).sum();
    Ok(Memory { host, own, all })
}

/// What a process holds in all, and without files, in MiB.
fn held(process: u32) -> Option<(f64, f64)> {
    let text = std::fs::read_to_string(format!("/proc/{process}/smaps_rollup")).ok()?;
    let of = |name: &str| -> Option<f64> {
        let line = text.lines().find(|line| line.starts_with(name))?;
        line.split_whitespace().nth(1)?.parse().ok()
    };
    let mib = |kib: f64| (kib / 102.4).round() / 10.0;
    Some((mib(of("Pss:")?), mib(of("Pss_Anon:").unwrap_or_default())))
}
