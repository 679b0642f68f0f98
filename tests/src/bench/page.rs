//! The keys, and what the page measures of them.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::Value;

use crate::bench::PATIENCE;
use crate::{Desk, Window};

/// Notes for every approving key how long it took until the frame with the next item was drawn. The app hears a key
/// before this does, so a page that has changed by then counts too; the key's own time is when it was pressed.
const MEASURE: &str = "
    const shown = () => document.querySelector('[data-testid=\"review-item\"]')?.dataset.id ?? '';
    window.__painted = [];
    window.__decided = [];
    window.__refused = [];
    let last = shown();
    let open = null;
    const heard = () => {
        const why = document.querySelector('[data-testid=\"review-refused\"]')?.textContent ?? '';
        if (why !== '' && why !== window.__refused.at(-1)) window.__refused.push(why);
    };
    const look = () => {
        heard();
        const id = shown();
        // After the last one it is the empty queue that is drawn.
        if (!open || id === open.id) return;
        const { at } = open;
        open = null;
        last = id;
        requestAnimationFrame(() => {
            const drawn = new MessageChannel();
            drawn.port1.onmessage = () => window.__painted.push(performance.now() - at);
            drawn.port2.postMessage(0);
        });
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-id'] });
    window.addEventListener('keydown', (event) => {
        if (event.key !== 'a') return;
        window.__decided.push(last);
        open = { at: event.timeStamp, id: last };
        look();
    }, true);
";

/// How long one item may take to come before the bench gives up.
const ITEM: Duration = Duration::from_secs(60);

/// What the page saw of a sitting.
pub(crate) struct Sat {
    /// Milliseconds of each verdict.
    pub painted: Vec<f64>,
    /// How many took more than a hundred.
    pub slow: usize,
    /// What was on the screen when each key was pressed.
    pub decided: Vec<String>,
    /// What the window said was refused, each with its reason, and what came back to the queue.
    pub refused: Vec<String>,
}

/// Approves so many merges by the keyboard alone.
pub(crate) fn decide(desk: &Desk, workspace: &Path, merges: usize, pace_ms: u64) -> Result<Sat> {
    let window = desk.open(["--workspace".as_ref(), workspace.as_os_str()]);
    window.size(1280, 800);
    window.see("[data-testid='nav-review']");
    // What the import itself asks about stays out of it: only two records that are there are taken apart again.
    let _ = window.script("location.hash = '#/review?kind=merge&source=identity_scan'", &[]);
    let shown = "[data-testid='review-item'][data-kind='merge']";
    window.see_within(shown, ITEM);
    let _ = window.script(MEASURE, &[]);
    for n in 1..=merges {
        if window.count(shown) == 0 {
            eprintln!("review: {} merges were all that waited", n - 1);
            break;
        }
        window.press(&["a"]);
        wait(ITEM, "the next item", || count(&window) >= n).with_context(|| {
            format!("after verdict {n} the window says: {}", window.text("[data-testid='review-outcome']"))
        })?;
        std::thread::sleep(Duration::from_millis(pace_ms));
    }
    wait(PATIENCE, "the decisions to be written", || window.count("[data-testid='queue'][data-sending]") == 0)?;
    let complaints = window.complaints();
    ensure!(complaints.is_empty(), "the page complains: {complaints:?}");
    let painted = window.script("return window.__painted", &[]);
    let painted: Vec<f64> = painted.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    let slow = painted.iter().filter(|ms| **ms > 100.0).count();
    let texts = |script: &str| -> Vec<String> {
        let found = window.script(script, &[]);
        found.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let decided = texts("return window.__decided");
    let mut refused = texts("return window.__refused");
    let back = "return [...document.querySelectorAll('[data-testid=\"queue-row\"]')].map((one) => one.textContent).filter((text) => text.includes('Came back'))";
    refused.extend(texts(back).into_iter().map(|row| format!("came back: {row}")));
    Ok(Sat { painted, slow, decided, refused })
}

fn count(window: &Window) -> usize {
    let n = window.script("return window.__painted.length", &[]).as_u64().unwrap_or_default();
    usize::try_from(n).unwrap_or(usize::MAX)
}

fn wait(patience: Duration, what: &str, mut done: impl FnMut() -> bool) -> Result<()> {
    let begun = Instant::now();
    while !done() {
        if begun.elapsed() > patience {
            bail!("waited {} s for {what}", patience.as_secs());
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    Ok(())
}
