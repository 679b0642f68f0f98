//! `cargo xtask run`: from a fresh checkout to the window on the demo workspace.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::screen::Screen;
use crate::setup::{self, Needs};
use crate::{place, shell};

/// The desktop package and its program.
pub const DESKTOP: &str = "velocity-desktop";

/// The words after `run`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    release: bool,
    exit_after: Option<Duration>,
    screenshot: Option<PathBuf>,
    /// Handed to the window. None: `--demo`.
    arguments: Option<Vec<String>>,
}

impl Options {
    /// Reads the words after `run`.
    ///
    /// # Errors
    /// On a word that `run` does not know, or a value that is missing or no number.
    pub fn parse(words: &[String]) -> Result<Self> {
        let mut options = Self::default();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--release" => options.release = true,
                "--exit-after" => {
                    let seconds = words.next().context("--exit-after needs a number of seconds")?;
                    let seconds = seconds.parse().with_context(|| format!("`{seconds}` is no number of seconds"))?;
                    options.exit_after = Some(Duration::from_secs(seconds));
                }
                "--screenshot" => {
                    options.screenshot = Some(words.next().context("--screenshot needs a file")?.into());
                }
                "--" => options.arguments = Some(words.by_ref().cloned().collect()),
                other => bail!("run does not know `{other}`; arguments for the window come after `--`"),
            }
        }
        Ok(options)
    }
}

/// Installs what is missing, builds, and shows the window until it is closed.
///
/// # Errors
/// When something cannot be installed or built, or the window ends with a failure.
pub fn run(options: &Options) -> Result<()> {
    let virtual_screen = !Screen::is_there() || !Screen::has_bus();
    setup::system(Needs { virtual_screen, screenshot: options.screenshot.is_some(), webdriver: false })?;
    setup::front_end()?;
    println!("Building the front end.");
    shell::run(Command::new("npm").args(["run", "--silent", "build"]).current_dir(place::root().join("ui")))?;
    println!("Building the window (the first time takes some minutes).");
    let mut build = place::cargo();
    build.args(["build", "--package", DESKTOP]);
    if options.release {
        build.arg("--release");
    }
    shell::run(&mut build)?;
    let program = place::target()?.join(if options.release { "release" } else { "debug" }).join(DESKTOP);
    show(&program, options)
}

/// Why the wait for the window is over.
enum Over {
    Closed(std::process::ExitStatus),
    TimeIsUp,
    Stopped,
}

fn show(program: &std::path::Path, options: &Options) -> Result<()> {
    let (stop, stopped) = mpsc::channel();
    ctrlc::set_handler(move || {
        let _ = stop.send(());
    })
    .context("the end of this program cannot be watched for")?;
    let screen = Screen::complete(1280, 800)?;
    if let Some((width, height)) = screen.virtual_size() {
        println!(
            "There is no screen here: the window runs on a virtual one of {width} × {height} until you press Ctrl-C. \
             (--screenshot FILE takes a picture of it.)"
        );
    }
    let mut command = Command::new(program);
    match &options.arguments {
        Some(arguments) => command.args(arguments),
        None => command.arg("--demo"),
    };
    screen.host(&mut command);
    let mut window = command.stdin(Stdio::null()).spawn().context("the window could not be started")?;
    println!("The window is open.");
    let over = wait(&mut window, options.exit_after, &stopped)?;
    // Ctrl-C in a terminal reaches the window before us: that is no failure.
    let over = match over {
        Over::Closed(status) if !status.success() => match stopped.recv_timeout(Duration::from_millis(500)) {
            Ok(()) => Over::Closed(status),
            Err(_) => bail!("the window ended with a failure ({status})"),
        },
        other => other,
    };
    let pictured = match (&options.screenshot, &over) {
        (Some(file), Over::TimeIsUp | Over::Stopped) => picture(&screen, file),
        _ => Ok(()),
    };
    if !matches!(over, Over::Closed(_)) {
        shell::end(&mut window);
    }
    pictured?;
    println!("The window is closed.");
    Ok(())
}

/// Waits until the window closes, the time is up or someone stops us.
fn wait(window: &mut Child, exit_after: Option<Duration>, stopped: &mpsc::Receiver<()>) -> Result<Over> {
    let started = Instant::now();
    loop {
        if let Some(status) = window.try_wait()? {
            return Ok(Over::Closed(status));
        }
        if exit_after.is_some_and(|limit| started.elapsed() >= limit) {
            return Ok(Over::TimeIsUp);
        }
        if stopped.recv_timeout(Duration::from_millis(200)).is_ok() {
            return Ok(Over::Stopped);
        }
    }
}

/// Writes a picture of the whole screen.
fn picture(screen: &Screen, file: &std::path::Path) -> Result<()> {
    let mut import = Command::new("import");
    import.args(["-window", "root"]).arg(OsString::from(file));
    screen.host(&mut import);
    shell::run(&mut import).with_context(|| format!("no picture was written to {}", file.display()))?;
    println!("A picture of the screen is in {}.", file.display());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(words: &[&str]) -> Result<Options> {
        Options::parse(&words.iter().map(ToString::to_string).collect::<Vec<_>>())
    }

    #[test]
    fn the_words_after_run_are_read() {
        let options = parse(&["--release", "--exit-after", "20", "--screenshot", "a.png", "--", "x.csv", "--y"]);
        assert_eq!(
            options.unwrap(),
            Options {
                release: true,
                exit_after: Some(Duration::from_secs(20)),
                screenshot: Some("a.png".into()),
                arguments: Some(vec!["x.csv".into(), "--y".into()]),
            }
        );
    }

    #[test]
    fn a_word_that_run_does_not_know_is_refused() {
        assert!(parse(&["x.csv"]).unwrap_err().to_string().contains("`x.csv`"));
        assert!(parse(&["--exit-after", "soon"]).unwrap_err().to_string().contains("`soon`"));
        assert!(parse(&["--exit-after"]).is_err());
    }
}
