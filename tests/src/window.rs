//! The real window, driven as a person drives it: WebDriver into the web view that Tauri opened.

use std::ffi::OsStr;
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::Result;
use serde_json::{Value, json};
use xtask::{setup, shell};

use crate::desk::Desk;
use crate::webdriver::{Element, Session};
use crate::{files, programs};

/// How long something may take to appear before a story fails. Two busy cores are slow; a person would wait less.
const PATIENCE: Duration = Duration::from_secs(120);
/// How long a window may take to end by itself after its session did.
const END: Duration = Duration::from_secs(20);
/// How often it is looked for.
const LOOK: Duration = Duration::from_millis(50);

/// Collects what the page complains about from now on.
const HEAR_ERRORS: &str = "
    window.__complaints = [];
    const note = (what) => window.__complaints.push(String(what));
    window.addEventListener('error', (event) => note(event.message));
    window.addEventListener('unhandledrejection', (event) => note(event.reason && (event.reason.message || event.reason)));
    window.addEventListener('securitypolicyviolation', (event) => note(event.violatedDirective + ' ' + event.blockedURI));
    const said = console.error;
    console.error = (...words) => { note(words.join(' ')); said(...words); };
    window.__asked = 0;
    const ask = window.fetch;
    window.fetch = (...what) => {
        window.__asked += 1;
        return ask(...what).finally(() => { window.__asked -= 1; });
    };
";

/// Calls back when the page has every answer it asked its core for and has drawn it, after some time at the latest:
/// long work answers when it ends.
const ANSWERED: &str = "
    const done = arguments[arguments.length - 1];
    const latest = performance.now() + arguments[0];
    let quiet = 0;
    const look = () => {
        quiet = window.__asked ? 0 : quiet + 1;
        if (quiet > 1 || performance.now() > latest) { done(true); return; }
        const next = () => { clearTimeout(hurry); cancelAnimationFrame(frame); look(); };
        const hurry = setTimeout(next, 40);
        const frame = requestAnimationFrame(() => setTimeout(next, 0));
    };
    look();
";
/// How long a person waits for what comes before pressing a key anyway, in milliseconds.
const GLANCE: u32 = 600;

/// Calls back when what moves has come to rest, after half a second at the latest.
const AT_REST: &str = "
    const done = arguments[arguments.length - 1];
    const moving = document.getAnimations().filter((one) => one.effect.getComputedTiming().endTime !== Infinity);
    const rest = Promise.allSettled(moving.map((one) => one.finished));
    const drawn = Promise.all([rest, document.fonts.ready]).then(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))));
    Promise.race([drawn, new Promise((next) => setTimeout(next, 500))]).then(() => done(true));
";

/// An open window. It closes when this is dropped.
#[derive(Debug)]
pub struct Window {
    session: Session,
    driver: Driver,
    home: PathBuf,
}

/// A running tauri-driver.
#[derive(Debug)]
struct Driver(Child);

impl Drop for Driver {
    fn drop(&mut self) {
        // Asked to end, it ends the web view's driver too.
        shell::end(&mut self.0);
    }
}

impl Window {
    pub(crate) fn open<S: AsRef<OsStr>>(desk: &Desk, arguments: impl IntoIterator<Item = S>) -> Self {
        let arguments: Vec<String> =
            arguments.into_iter().map(|argument| argument.as_ref().to_string_lossy().into_owned()).collect();
        let window = Self::begun(desk, &arguments)
            .or_else(|problem| {
                eprintln!("A window did not open ({problem}), and is opened again.");
                programs::end_windows(desk.home(), Duration::ZERO);
                Self::begun(desk, &arguments)
            })
            .unwrap_or_else(|problem| panic!("no window opened: {problem}"));
        window.see("#root *");
        let _ = window.script(HEAR_ERRORS, &[]);
        window
    }

    fn begun(desk: &Desk, arguments: &[String]) -> Result<Self, String> {
        let (port, native_port) = free_ports();
        let mut command = Command::new(setup::tool(setup::TAURI_DRIVER).expect("tauri-driver can be had"));
        command.args(["--port", &port.to_string(), "--native-port", &native_port.to_string()]);
        command.stdin(Stdio::null()).stdout(Stdio::null());
        // The driver hands its own environment on to the window.
        desk.host(&mut command);
        let mut driver = Driver(command.spawn().expect("tauri-driver can be started"));
        // The driver listens before the web view's own driver behind it does.
        wait_until_it_listens(native_port, &mut driver.0);
        wait_until_it_listens(port, &mut driver.0);

        let wanted = json!({"tauri:options": {"application": programs::desktop(), "args": arguments}});
        let session = Session::new(port, &wanted).map_err(|problem| format!("{problem:#}"))?;
        Ok(Self { session, driver, home: desk.home().to_owned() })
    }

    /// Waits until an element is there, and returns the first.
    ///
    /// # Panics
    /// When it does not come.
    #[track_caller]
    pub fn see(&self, css: &str) -> Element {
        self.wait(&format!("`{css}` did not come"), || Ok(self.session.find_all(css)?.into_iter().next()))
    }

    /// Waits longer than a person would for what takes its time: the end of long work.
    ///
    /// # Panics
    /// When it does not come.
    #[track_caller]
    pub fn see_within(&self, css: &str, patience: Duration) {
        self.wait_for(patience, &format!("`{css}` did not come"), || {
            Ok(self.session.find_all(css)?.into_iter().next().map(drop))
        });
    }

    /// Waits until an element shows this text, and returns it.
    ///
    /// # Panics
    /// When it does not come.
    #[track_caller]
    pub fn see_text(&self, css: &str, text: &str) -> Element {
        self.wait(&format!("no `{css}` showed “{text}”"), || {
            for element in self.session.find_all(css)? {
                if self.session.text(&element)?.contains(text) {
                    return Ok(Some(element));
                }
            }
            Ok(None)
        })
    }

    /// Waits until an element shows this number, whatever groups its digits and stands around them.
    ///
    /// # Panics
    /// When it does not come to show it.
    #[track_caller]
    pub fn see_number(&self, css: &str, number: i64) {
        self.wait(&format!("`{css}` did not come to show {number}"), || {
            let Some(element) = self.session.find_all(css)?.into_iter().next() else { return Ok(None) };
            let digits: String = self.session.text(&element)?.chars().filter(char::is_ascii_digit).collect();
            Ok((digits == number.to_string()).then_some(()))
        });
    }

    /// Waits until no such element is left.
    ///
    /// # Panics
    /// When it stays.
    #[track_caller]
    pub fn see_no(&self, css: &str) {
        self.wait(&format!("`{css}` stayed"), || Ok(self.session.find_all(css)?.is_empty().then_some(())));
    }

    /// How many such elements there are now.
    ///
    /// # Panics
    /// When the window does not answer.
    #[must_use]
    #[track_caller]
    pub fn count(&self, css: &str) -> usize {
        self.session.find_all(css).expect("the window answers").len()
    }

    /// The text of an element, once it is there.
    ///
    /// # Panics
    /// When it does not come.
    #[must_use]
    #[track_caller]
    pub fn text(&self, css: &str) -> String {
        self.wait(&format!("`{css}` did not come"), || {
            self.session.find_all(css)?.first().map(|element| self.session.text(element)).transpose()
        })
    }

    /// Clicks an element, once it is there and can be clicked.
    ///
    /// # Panics
    /// When it does not come, or stays covered.
    #[track_caller]
    pub fn click(&self, css: &str) {
        self.wait(&format!("`{css}` could not be clicked"), || {
            let Some(element) = self.session.find_all(css)?.into_iter().next() else { return Ok(None) };
            self.session.click(&element).map(Some)
        });
    }

    /// Clicks the element that shows this text.
    ///
    /// # Panics
    /// When it does not come, or stays covered.
    #[track_caller]
    pub fn click_text(&self, css: &str, text: &str) {
        self.wait(&format!("no `{css}` with “{text}” could be clicked"), || {
            for element in self.session.find_all(css)? {
                if self.session.text(&element)?.contains(text) {
                    return self.session.click(&element).map(Some);
                }
            }
            Ok(None)
        });
    }

    /// Types into an element.
    ///
    /// # Panics
    /// When it does not come or takes no text.
    #[track_caller]
    pub fn type_into(&self, css: &str, text: &str) {
        let element = self.see(css);
        self.session.send_keys(&element, text).unwrap_or_else(|problem| panic!("typing into `{css}`: {problem:#}"));
    }

    /// Presses keys one after the other, wherever the keyboard is: `["g", "c"]`. As a person does, it presses them on
    /// what it sees: each once the page shows what it asked for before.
    ///
    /// # Panics
    /// When the window does not answer.
    #[track_caller]
    pub fn press(&self, keys: &[&str]) {
        for key in keys {
            self.look_up();
            self.session.chord(&[key]).expect("the window takes keys");
        }
    }

    /// Until the page shows what it asked for.
    fn look_up(&self) {
        let _ = self.session.execute_async(ANSWERED, &[GLANCE.into()]).expect("the page answers");
    }

    /// Presses keys together: `[key::CONTROL, "k"]`.
    ///
    /// # Panics
    /// When the window does not answer.
    #[track_caller]
    pub fn chord(&self, keys: &[&str]) {
        self.look_up();
        self.session.chord(keys).expect("the window takes keys");
    }

    /// Carries an element's middle to another element's with the mouse.
    ///
    /// # Panics
    /// When one of them is not there.
    #[track_caller]
    pub fn drag(&self, from: &str, to: &str) {
        let middle = |css: &str| {
            self.see(css);
            let script = "const r = document.querySelector(arguments[0]).getBoundingClientRect();
                return [Math.round(r.left + r.width / 2), Math.round(r.top + r.height / 2)]";
            let at = self.script(script, &[css.into()]);
            (at[0].as_i64().unwrap_or_default(), at[1].as_i64().unwrap_or_default())
        };
        self.session.drag(middle(from), middle(to)).expect("the window takes the mouse");
    }

    /// Runs a script in the page.
    ///
    /// # Panics
    /// When it throws.
    #[track_caller]
    pub fn script(&self, script: &str, arguments: &[Value]) -> Value {
        self.session.execute(script, arguments).unwrap_or_else(|problem| panic!("a script failed: {problem:#}"))
    }

    /// Makes the page this large, in CSS pixels, whatever frame is around it.
    ///
    /// # Panics
    /// When the window does not answer.
    #[track_caller]
    pub fn size(&self, width: u32, height: u32) {
        self.session.resize(width, height).expect("the window can be resized");
        let inner = "return [window.innerWidth, window.innerHeight]";
        self.wait(&format!("the page did not become {width} × {height}"), || {
            Ok((self.session.execute(inner, &[])? == json!([width, height])).then_some(()))
        });
    }

    /// Shows the light or the dark theme, for pictures.
    ///
    /// # Panics
    /// When the page is gone.
    #[track_caller]
    pub fn theme(&self, name: &str) {
        let _ = self.script("document.documentElement.dataset.theme = arguments[0]", &[name.into()]);
    }

    /// Writes a picture of the page to `tests/screenshots/NAME.png`, for people to look at.
    ///
    /// # Panics
    /// When it cannot be taken or written.
    #[track_caller]
    pub fn screenshot(&self, name: &str) {
        let folder = files::root().join("tests/screenshots");
        std::fs::create_dir_all(&folder).expect("tests/screenshots can be made");
        let _ = self.session.execute_async(AT_REST, &[]).expect("the page comes to rest");
        // The first picture of a window may still show what was drawn before it was asked for.
        let _ = self.session.screenshot();
        let picture = self.session.screenshot().expect("the window can be pictured");
        std::fs::write(folder.join(format!("{name}.png")), picture).expect("a picture can be written");
    }

    /// What the page has complained about since it opened: errors, refused promises, console errors, blocked content.
    ///
    /// # Panics
    /// When the page is gone.
    #[must_use]
    #[track_caller]
    pub fn complaints(&self) -> Vec<String> {
        let said = self.script("return window.__complaints || []", &[]);
        said.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// What axe-core finds seriously or critically wrong for people who use the page otherwise: rule, help, where.
    ///
    /// # Panics
    /// When axe-core is not installed, or does not run in the page.
    #[must_use]
    #[track_caller]
    pub fn barriers(&self) -> Vec<String> {
        let file = files::root().join("tests/node_modules/axe-core/axe.min.js");
        let axe = std::fs::read_to_string(&file).unwrap_or_else(|problem| panic!("{}: {problem}", file.display()));
        let _ = self.script(&axe, &[]);
        let run = "
            const done = arguments[arguments.length - 1];
            axe.run(document, { resultTypes: ['violations'] }).then(
                (result) => done(result.violations
                    .filter((violation) => ['serious', 'critical'].includes(violation.impact))
                    .flatMap((violation) => violation.nodes.map((node) =>
                        violation.id + ': ' + node.failureSummary.replace(/\\s+/g, ' ') + ' In ' + node.html.slice(0, 160)))),
                (problem) => done(['axe did not run: ' + problem]));";
        let found = self.session.execute_async(run, &[]).expect("axe-core runs in the page");
        found.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// Looks until there is an answer. A page that changes under the look is looked at again.
    #[track_caller]
    fn wait<T>(&self, failure: &str, look: impl FnMut() -> Result<Option<T>>) -> T {
        self.wait_for(PATIENCE, failure, look)
    }

    #[track_caller]
    fn wait_for<T>(&self, patience: Duration, failure: &str, mut look: impl FnMut() -> Result<Option<T>>) -> T {
        let started = Instant::now();
        loop {
            let answer = look();
            match answer {
                Ok(Some(found)) => return found,
                answer if started.elapsed() > patience => {
                    self.screenshot_of_failure();
                    let problem = answer.err().map(|problem| format!(" ({problem:#})")).unwrap_or_default();
                    let page = self.session.execute("return document.body.innerText", &[]).unwrap_or_default();
                    panic!("{failure}{problem} within {patience:?}. The page shows:\n{}", page.as_str().unwrap_or(""));
                }
                _ => std::thread::sleep(LOOK),
            }
        }
    }

    fn screenshot_of_failure(&self) {
        let story = std::thread::current().name().unwrap_or("story").replace("::", "-");
        if let Ok(picture) = self.session.screenshot() {
            let folder = files::root().join("tests/screenshots");
            let _ = std::fs::create_dir_all(&folder);
            let _ = std::fs::write(folder.join(format!("failed-{story}.png")), picture);
        }
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        let _ = self.session.close();
        let _ = &self.driver;
        // A window that lives on holds its workspace: the next one would hand its files over to it and end at once, and
        // the driver would wait in vain.
        programs::end_windows(&self.home, END);
    }
}

/// The keys that have no character (W3C WebDriver § 17.4.2).
pub mod key {
    /// Enter.
    pub const ENTER: &str = "\u{E007}";
    /// Escape.
    pub const ESCAPE: &str = "\u{E00C}";
    /// Tab.
    pub const TAB: &str = "\u{E004}";
    /// Control.
    pub const CONTROL: &str = "\u{E009}";
    /// Shift.
    pub const SHIFT: &str = "\u{E008}";
    /// Left arrow.
    pub const LEFT: &str = "\u{E012}";
    /// Home.
    pub const HOME: &str = "\u{E011}";
    /// Arrow to the right.
    pub const RIGHT: &str = "\u{E014}";
    /// Up arrow.
    pub const UP: &str = "\u{E013}";
    /// Down arrow.
    pub const DOWN: &str = "\u{E015}";
    /// F2.
    pub const F2: &str = "\u{E032}";
}

/// Two ports that nothing listens on now.
fn free_ports() -> (u16, u16) {
    let listeners = [(); 2].map(|()| TcpListener::bind(("127.0.0.1", 0)).expect("a free port on this machine"));
    let [one, other] = listeners.map(|listener| listener.local_addr().expect("a bound port has a number").port());
    (one, other)
}

fn wait_until_it_listens(port: u16, driver: &mut Child) {
    let started = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        if let Ok(Some(status)) = driver.try_wait() {
            panic!("tauri-driver ended before it listened ({status})");
        }
        assert!(started.elapsed() < PATIENCE, "tauri-driver does not listen on port {port}");
        std::thread::sleep(LOOK);
    }
}
