//! A screen and a session bus for a window where there is neither: Xvfb and a bus of its own, gone with the value.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};

/// What a window needs around it. Whatever was started for it ends when this is dropped.
#[derive(Debug, Default)]
pub struct Screen {
    started: Vec<Child>,
    environment: Vec<(&'static str, String)>,
    size: Option<(u32, u32)>,
}

impl Screen {
    /// Whether this session has a screen to show a window on.
    #[must_use]
    pub fn is_there() -> bool {
        !cfg!(target_os = "linux") || ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| is_set(name))
    }

    /// Whether this session has a bus over which programs talk to each other.
    #[must_use]
    pub fn has_bus() -> bool {
        !cfg!(target_os = "linux") || is_set("DBUS_SESSION_BUS_ADDRESS")
    }

    /// What is here, completed by a virtual screen of this size (pixels) and a bus of our own where one is missing.
    ///
    /// # Errors
    /// When Xvfb or the bus cannot be started.
    pub fn complete(width: u32, height: u32) -> Result<Self> {
        let mut screen = Self::default();
        if !Self::is_there() {
            screen.start_display(width, height)?;
        }
        if !Self::has_bus() {
            screen.start_bus()?;
        }
        Ok(screen)
    }

    /// A virtual screen of this size (pixels) and a bus that nothing else uses, whatever else is here: for tests, which
    /// neither disturb nor are disturbed.
    ///
    /// # Errors
    /// When Xvfb or the bus cannot be started.
    pub fn apart(width: u32, height: u32) -> Result<Self> {
        let mut screen = Self::default();
        screen.start_display(width, height)?;
        screen.start_bus()?;
        Ok(screen)
    }

    /// Width and height in pixels of the virtual screen; nothing on a real one.
    #[must_use]
    pub fn virtual_size(&self) -> Option<(u32, u32)> {
        self.size
    }

    /// Puts a program onto this screen and bus.
    pub fn host(&self, command: &mut Command) {
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
        if self.size.is_some() {
            // A Wayland session would be preferred to the virtual X screen. There is no graphics card behind it either,
            // and no accessibility service on our own bus to warn about.
            command.env_remove("WAYLAND_DISPLAY").env("GDK_BACKEND", "x11").env("LIBGL_ALWAYS_SOFTWARE", "1");
            command.env("NO_AT_BRIDGE", "1");
        }
    }

    fn start_display(&mut self, width: u32, height: u32) -> Result<()> {
        let mut server = Command::new("Xvfb");
        // -displayfd: the server takes the first free display and prints its number once it listens.
        server.args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", &format!("{width}x{height}x24")]);
        let number = self.start(&mut server).context("the virtual screen (Xvfb) did not start")?;
        self.environment.push(("DISPLAY", format!(":{number}")));
        self.size = Some((width, height));
        Ok(())
    }

    fn start_bus(&mut self) -> Result<()> {
        let mut bus = Command::new("dbus-daemon");
        bus.args(["--session", "--nofork", "--nopidfile", "--print-address=1"]);
        let address = self.start(&mut bus).context("the session bus (dbus-daemon) did not start")?;
        self.environment.push(("DBUS_SESSION_BUS_ADDRESS", address));
        Ok(())
    }

    /// Starts a server and returns the first line it prints, which says that it is ready.
    fn start(&mut self, server: &mut Command) -> Result<String> {
        let mut child = server.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let output = child.stdout.take().context("its output cannot be read")?;
        self.started.push(child);
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line)?;
        let line = line.trim();
        if line.is_empty() {
            bail!("it ended before it was ready");
        }
        Ok(line.to_owned())
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // The bus first, then the display under it.
        for child in self.started.iter_mut().rev() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

fn is_set(name: &str) -> bool {
    std::env::var_os(name).is_some_and(|value| !value.is_empty())
}
