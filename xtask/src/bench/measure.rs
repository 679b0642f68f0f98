//! A process that runs a program and tells what it took: wall time, CPU-seconds, most memory at once.

#![cfg_attr(not(unix), allow(dead_code, unused_imports))]

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::shell;

/// Runs a program and prints what it took; with a workspace and a stage also what it had taken when its mission came to
/// that stage.
///
/// # Errors
/// When it fails, or never comes to that stage.
#[cfg(unix)]
pub fn here(until: Option<(&Path, &str)>, command: &[String]) -> Result<()> {
    let (program, arguments) = command.split_first().context("measure what?")?;
    let begun = Instant::now();
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .spawn()
        .with_context(|| format!("{program} could not be started"))?;
    let mut told = Value::Null;
    if let Some((workspace, stage)) = until {
        told = wait_for(&mut child, begun, workspace, stage)?;
        if told.is_null() {
            bail!("{program} was done before it could be seen {stage}: the file has too few rows");
        }
    }
    // Asking cost something too; the program itself has not been waited for yet.
    let (asked, _) = shell::children()?;
    let status = child.wait()?;
    let seconds = begun.elapsed().as_secs_f64();
    if !status.success() {
        bail!("{program} {} failed", arguments.join(" "));
    }
    let (cpu, peak_mb) = shell::children()?;
    println!("{}", json!({ "seconds": seconds, "cpu": cpu - asked, "peak_mb": peak_mb, "until": told }));
    Ok(())
}

#[cfg(not(unix))]
pub fn here(_until: Option<(&Path, &str)>, _command: &[String]) -> Result<()> {
    bail!("peak memory and CPU time of a program are only told by Unix here")
}

/// Waits until a mission of this workspace is at a stage, and tells what the program took so far; nothing if it ends
/// before.
fn wait_for(child: &mut Child, begun: Instant, workspace: &Path, stage: &str) -> Result<Value> {
    while child.try_wait()?.is_none() {
        if is_at(workspace, stage) {
            let (cpu, peak_mb) = so_far(child.id())?;
            return Ok(json!({ "seconds": begun.elapsed().as_secs_f64(), "cpu": cpu, "peak_mb": peak_mb }));
        }
        // Looking costs something: a hundredth of the time is exact enough.
        std::thread::sleep((begun.elapsed() / 100).clamp(Duration::from_millis(10), Duration::from_millis(500)));
    }
    Ok(Value::Null)
}

/// Whether a mission that runs is at this stage.
fn is_at(workspace: &Path, stage: &str) -> bool {
    let sql = format!("SELECT 1 FROM workflow_missions WHERE state = 'running' AND stage = '{stage}'");
    let asked = Command::new("sqlite3").arg("-readonly").arg(workspace.join("velocity.db")).arg(sql).output();
    asked.is_ok_and(|a| a.stdout.starts_with(b"1"))
}

/// CPU-seconds of a program that runs, and the most memory that it had, as Linux tells them.
fn so_far(process: u32) -> Result<(f64, f64)> {
    // What Linux counts time in for programs, whatever its own clock does.
    const TICKS: f64 = 100.0;
    let folder = Path::new("/proc").join(process.to_string());
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).context("only Linux tells of a running program");
    // After the name in brackets, which may hold anything: the 14th and 15th field are user and system time.
    let stat = read("stat")?;
    let fields = stat.rsplit_once(')').map(|(_, rest)| rest).unwrap_or_default();
    let ticks: Vec<f64> = fields.split_whitespace().skip(11).take(2).filter_map(|n| n.parse().ok()).collect();
    let status = read("status")?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix("kB"));
    let peak: f64 = peak.and_then(|kb| kb.trim().parse().ok()).context("no peak memory")?;
    Ok((ticks.iter().sum::<f64>() / TICKS, peak / 1e3))
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn what_a_running_program_took_is_read() {
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_millis(50) {
            std::hint::black_box((0..1000).sum::<u64>());
        }
        let (cpu, peak_mb) = so_far(std::process::id()).expect("this program runs");
        assert!(cpu >= 0.0 && peak_mb > 1.0, "{cpu} {peak_mb}");
    }
}
