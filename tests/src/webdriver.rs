//! As much of WebDriver (W3C Recommendation) as the stories need: one session, elements, keys, scripts, pictures.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use serde_json::{Value, json};

/// The key under which WebDriver names an element (§ 12.1).
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A session with a driver on this machine.
#[derive(Debug)]
pub struct Session {
    agent: ureq::Agent,
    /// `http://127.0.0.1:PORT/session/ID`.
    address: String,
}

/// An element of the page, as the driver names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element(String);

impl Session {
    /// Opens a session with these capabilities (§ 8.1).
    ///
    /// # Errors
    /// When the driver refuses.
    pub fn new(port: u16, capabilities: &Value) -> Result<Self> {
        let settings = ureq::Agent::config_builder().http_status_as_error(false);
        let agent: ureq::Agent = settings.timeout_global(Some(Duration::from_secs(300))).build().into();
        let mut session = Self { agent, address: format!("http://127.0.0.1:{port}/session") };
        let opened = session.post("", &json!({"capabilities": {"alwaysMatch": capabilities}}))?;
        let id = opened["sessionId"].as_str().context("the driver opened a session without an id")?;
        session.address = format!("{}/{id}", session.address);
        Ok(session)
    }

    /// Ends the session, and with it the program that the driver started.
    ///
    /// # Errors
    /// When the driver does not answer.
    pub fn close(&self) -> Result<()> {
        let mut answer = self.agent.delete(&self.address).call()?;
        read(answer.body_mut().read_json()?, "DELETE session").map(drop)
    }

    /// Every element that matches, in the order of the page.
    ///
    /// # Errors
    /// When the selector is wrong or the driver does not answer.
    pub fn find_all(&self, css: &str) -> Result<Vec<Element>> {
        let found = self.post("elements", &json!({"using": "css selector", "value": css}))?;
        let ids = found.as_array().context("the driver lists no elements")?.iter();
        ids.map(|element| Ok(Element(element[ELEMENT].as_str().context("an element has no id")?.to_owned()))).collect()
    }

    /// Clicks in the middle of an element, which must be in view and not covered.
    ///
    /// # Errors
    /// When it is gone or covered.
    pub fn click(&self, element: &Element) -> Result<()> {
        self.post(&format!("element/{}/click", element.0), &json!({})).map(drop)
    }

    /// The text that the element shows.
    ///
    /// Asked of the page: the web view's driver leaves out texts that are cut off with an ellipsis.
    ///
    /// # Errors
    /// When it is gone.
    pub fn text(&self, element: &Element) -> Result<String> {
        let text = self.execute("return arguments[0].innerText", &[json!({ELEMENT: element.0})])?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Types into an element.
    ///
    /// # Errors
    /// When it is gone or takes no text.
    pub fn send_keys(&self, element: &Element, text: &str) -> Result<()> {
        self.post(&format!("element/{}/value", element.0), &json!({ "text": text })).map(drop)
    }

    /// The element that has the keyboard.
    ///
    /// # Errors
    /// When there is none.
    pub fn active(&self) -> Result<Element> {
        let found = self.get("element/active")?;
        Ok(Element(found[ELEMENT].as_str().context("no element is active")?.to_owned()))
    }

    /// Presses keys together and lets them go: `["\u{E009}", "k"]` is Ctrl K (§ 17.4.2).
    ///
    /// # Errors
    /// When the driver does not know a key.
    pub fn chord(&self, keys: &[&str]) -> Result<()> {
        let down = keys.iter().map(|key| json!({"type": "keyDown", "value": key}));
        let up = keys.iter().rev().map(|key| json!({"type": "keyUp", "value": key}));
        let actions: Vec<Value> = down.chain(up).collect();
        self.post("actions", &json!({"actions": [{"type": "key", "id": "keyboard", "actions": actions}]})).map(drop)
    }

    /// Carries what lies at one place to another with the mouse, by way of a third (§ 17.4.3).
    ///
    /// # Errors
    /// When a place lies outside the window.
    pub fn drag(&self, from: (i64, i64), to: (i64, i64)) -> Result<()> {
        let over = |(x, y): (i64, i64)| json!({"type": "pointerMove", "duration": 60, "x": x, "y": y});
        let actions = json!([
            over(from), {"type": "pointerDown", "button": 0}, over((from.0 + 9, from.1 + 3)), over(to), over(to),
            {"type": "pause", "duration": 60}, {"type": "pointerUp", "button": 0},
        ]);
        let mouse =
            json!({"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": actions});
        self.post("actions", &json!({"actions": [mouse]})).map(drop)
    }

    /// Runs a script in the page and returns what it returns.
    ///
    /// # Errors
    /// When it throws.
    pub fn execute(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        self.post("execute/sync", &json!({"script": script, "args": arguments}))
    }

    /// Runs a script in the page that calls its last argument with the result.
    ///
    /// # Errors
    /// When it throws or never calls back.
    pub fn execute_async(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        self.post("execute/async", &json!({"script": script, "args": arguments}))
    }

    /// The page's part of the window as a PNG.
    ///
    /// # Errors
    /// When the driver cannot take it.
    pub fn screenshot(&self) -> Result<Vec<u8>> {
        let picture = self.get("screenshot")?;
        let text = picture.as_str().context("the driver returned no picture")?;
        Ok(base64::engine::general_purpose::STANDARD.decode(text)?)
    }

    /// Makes the window this large, in pixels.
    ///
    /// # Errors
    /// When the window cannot be resized.
    pub fn resize(&self, width: u32, height: u32) -> Result<()> {
        self.post("window/rect", &json!({"width": width, "height": height})).map(drop)
    }

    fn get(&self, command: &str) -> Result<Value> {
        let mut answer = self.agent.get(format!("{}/{command}", self.address)).call()?;
        read(answer.body_mut().with_config().limit(64 << 20).read_json()?, command)
    }

    fn post(&self, command: &str, body: &Value) -> Result<Value> {
        let address = if command.is_empty() { self.address.clone() } else { format!("{}/{command}", self.address) };
        let mut answer = self.agent.post(address).send_json(body)?;
        read(answer.body_mut().with_config().limit(64 << 20).read_json()?, command)
    }
}

/// The value of an answer, or the error in it (§ 6.6).
fn read(mut answer: Value, command: &str) -> Result<Value> {
    let value = answer["value"].take();
    if let Some(error) = value["error"].as_str() {
        bail!("{command}: {error}: {}", value["message"].as_str().unwrap_or_default());
    }
    Ok(value)
}
