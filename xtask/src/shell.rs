//! Running other programs and saying so.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};

/// Runs a program with our own input closed and its output shown, and fails when it fails.
///
/// # Errors
/// When the program is not there or ends with anything but 0.
pub fn run(command: &mut Command) -> Result<()> {
    let shown = shown(command);
    let status = command.stdin(Stdio::null()).status().with_context(|| format!("`{shown}` could not be started"))?;
    if !status.success() {
        bail!("`{shown}` failed ({status})");
    }
    Ok(())
}

/// Runs a program with our own input closed and keeps its output to ourselves unless it fails.
///
/// # Errors
/// When the program is not there or ends with anything but 0: then with the last lines that it printed.
pub fn run_quietly(command: &mut Command) -> Result<()> {
    let shown = shown(command);
    let output = command.stdin(Stdio::null()).output().with_context(|| format!("`{shown}` could not be started"))?;
    if !output.status.success() {
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8_lossy(&said);
        let lines: Vec<&str> = said.lines().collect();
        let last = &lines[lines.len().saturating_sub(20)..];
        bail!("`{shown}` failed ({}):\n{}", output.status, last.join("\n"));
    }
    Ok(())
}

/// What a program prints, trimmed; nothing when it is not there or fails.
#[must_use]
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// What the programs run so far used: CPU-seconds of all that ended, and the most memory that one of them had, in
/// megabytes.
///
/// # Errors
/// When the system does not tell; only Unix does here.
#[cfg(unix)]
pub fn children() -> Result<(f64, f64)> {
    use nix::sys::resource::{UsageWho, getrusage};
    use nix::sys::time::TimeValLike;

    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let cpu = (usage.user_time().num_microseconds() + usage.system_time().num_microseconds()) as f64 / 1e6;
    // Kilobytes everywhere but on macOS.
    let unit = if cfg!(target_os = "macos") { 1e6 } else { 1e3 };
    Ok((cpu, usage.max_rss() as f64 / unit))
}

/// See above.
///
/// # Errors
/// Always: only Unix tells.
#[cfg(not(unix))]
pub fn children() -> Result<(f64, f64)> {
    bail!("what a program used is only told by Unix here")
}

/// Where a program of this name lies on the PATH.
#[must_use]
pub fn which(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| is_program(file))
}

fn is_program(file: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        file.metadata().is_ok_and(|m| m.is_file() && m.permissions().mode() & 0o111 != 0)
    }
    #[cfg(not(unix))]
    {
        file.is_file() || file.with_extension("exe").is_file()
    }
}

/// Asks a program that we started to end, and ends it when it has not done so within five seconds.
pub fn end(child: &mut Child) {
    if cfg!(unix) && matches!(child.try_wait(), Ok(None)) {
        // The shell's own kill: the program of that name is in a package that may be missing.
        let _ = Command::new("sh").args(["-c", &format!("kill -TERM {}", child.id())]).status();
        for _ in 0..50 {
            if !matches!(child.try_wait(), Ok(None)) {
                return;
            }
            thread::sleep(Duration::from_millis(100));
        }
    }
    let _ = child.kill();
    let _ = child.wait();
}

fn shown(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|word| word.to_string_lossy().into_owned()));
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_program_is_named_with_its_arguments() {
        let problem = run(Command::new("cargo").args(["no-such-command-here"]).stderr(Stdio::null()));
        assert!(problem.unwrap_err().to_string().contains("`cargo no-such-command-here` failed"));
    }

    #[test]
    #[cfg(unix)]
    fn a_program_that_ends_when_asked_is_not_killed() {
        use std::os::unix::process::ExitStatusExt;
        let mut child = Command::new("sleep").arg("60").spawn().unwrap();
        end(&mut child);
        assert_eq!(child.wait().unwrap().signal(), Some(15));
    }

    #[test]
    fn a_quiet_program_that_fails_is_heard() {
        let problem = run_quietly(Command::new("cargo").args(["no-such-command-here"])).unwrap_err().to_string();
        assert!(problem.contains("no such command"), "{problem}");
    }

    #[test]
    fn a_program_that_is_not_there_gives_no_answer() {
        assert_eq!(answer(&mut Command::new("no-such-program-here")), None);
        assert_eq!(which("no-such-program-here"), None);
    }
}
