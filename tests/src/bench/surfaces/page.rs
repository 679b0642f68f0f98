//! What the page itself measures: when something was painted, how long frames took, how long its core took to answer.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use serde_json::{Map, Value, json};

use crate::Window;

/// Notes the time between two frames, and of each command from the asking until the page has the answer.
const LISTEN: &str = "
    window.__frames = [];
    window.__answers = [];
    let last = performance.now();
    const tick = (now) => {
        window.__frames.push(now - last);
        last = now;
        requestAnimationFrame(tick);
    };
    requestAnimationFrame((now) => { last = now; requestAnimationFrame(tick); });
    const ask = window.fetch;
    window.fetch = (...what) => {
        const address = String(what[0]?.url ?? what[0]);
        const answer = ask(...what);
        if (/^(ipc:|https?:..ipc[.])/.test(address)) {
            const at = performance.now();
            const command = decodeURIComponent(new URL(address).pathname.split('/').pop());
            answer.then(() => window.__answers.push([command, performance.now() - at]), () => undefined);
        }
        return answer;
    };
";

/// Some three rows a frame, as a wheel that is turned quickly; every two seconds a jump to anywhere.
const SCROLL: &str = "
    window.__scrolls = arguments[0];
    const box = document.querySelector('[data-plain]') ?? document.querySelector(\"[role='grid']\");
    let jump = performance.now() + 2000;
    const step = (now) => {
        if (!window.__scrolls) return;
        const end = box.scrollHeight - box.clientHeight;
        if (now >= jump) {
            jump = now + 2000;
            box.scrollTop = Math.random() * end;
        } else {
            box.scrollTop = box.scrollTop + 120 >= end ? 0 : box.scrollTop + 120;
        }
        requestAnimationFrame(step);
    };
    if (window.__scrolls) requestAnimationFrame(step);
";

/// Ten thousand lines of text over everything else.
const PLAIN: &str = "
    const box = document.createElement('div');
    box.dataset.plain = '';
    box.style.cssText = 'position:fixed;inset:0;overflow:auto;background:white;color:black;z-index:99';
    box.innerText = Array.from({ length: 10000 }, (_, i) => `Line ${i} of plain text, as long as a row of a list is wide`).join('\\n');
    document.body.append(box);
";

const TAKE: &str = "
    const taken = { frames: window.__frames, answers: window.__answers };
    window.__frames = [];
    window.__answers = [];
    return taken;
";

/// How long a mark may take to be there.
const MARK: Duration = Duration::from_secs(120);

/// When something was painted for the first time, in milliseconds after `began` (since 1970).
pub(super) fn painted(window: &Window, name: &str, began: f64) -> Result<f64> {
    wait_for(window, name)?;
    let script = "return performance.timeOrigin + performance.getEntriesByName('painted:' + arguments[0])[0].startTime";
    let at = window.script(script, &[name.into()]).as_f64().context("a mark has a time")?;
    Ok(round(at - began))
}

/// Waits for the mark of something that is painted.
pub(super) fn wait_for(window: &Window, name: &str) -> Result<()> {
    let begun = Instant::now();
    let script = "return performance.getEntriesByName('painted:' + arguments[0]).length";
    while window.script(script, &[name.into()]).as_u64().unwrap_or_default() == 0 {
        if begun.elapsed() > MARK {
            bail!("`{name}` was not painted within {} s", MARK.as_secs());
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Ok(())
}

/// Begins to note frames and answers.
pub(super) fn listen(window: &Window) {
    let _ = window.script(LISTEN, &[]);
}

/// Puts a plain page over the one that is there.
pub(super) fn lay_plain_text(window: &Window) {
    let _ = window.script(PLAIN, &[]);
}

/// Begins or ends to scroll.
pub(super) fn scroll(window: &Window, on: bool) {
    let _ = window.script(SCROLL, &[on.into()]);
}

/// What was noted since the last time.
pub(super) fn taken(window: &Window) -> Value {
    let taken = window.script(TAKE, &[]);
    let frames: Vec<f64> = taken["frames"].as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    let mut commands: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    let mut all = Vec::new();
    for answer in taken["answers"].as_array().into_iter().flatten() {
        if let (Some(command), Some(ms)) = (answer[0].as_str(), answer[1].as_f64()) {
            commands.entry(command.to_owned()).or_default().push(ms);
            all.push(ms);
        }
    }
    let commands: Map<String, Value> = commands.iter().map(|(name, times)| (name.clone(), shares(times))).collect();
    json!({
        "frames": frames.len(), "over_50_ms": frames.iter().filter(|ms| **ms > 50.0).count(),
        "frame_ms": {
            "p50": at(&frames, 0.5), "p95": at(&frames, 0.95), "p99": at(&frames, 0.99), "longest": at(&frames, 1.0),
        },
        "ipc": shares(&all), "ipc_of": commands,
    })
}

/// How many, the middle and the slow end of some times in milliseconds.
pub(super) fn shares(times: &[f64]) -> Value {
    json!({ "n": times.len(), "p50": at(times, 0.5), "p95": at(times, 0.95), "max": at(times, 1.0) })
}

/// The time that such a share of them does not exceed; 0 of none.
pub(super) fn at(times: &[f64], share: f64) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    let last = sorted.len().saturating_sub(1);
    // Rounding to the nearest rank: lists are short.
    sorted.get((last as f64 * share).round() as usize).copied().map_or(0.0, round)
}

/// To a hundredth.
pub(super) fn round(ms: f64) -> f64 {
    (ms * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_of_sorted_times() {
        let times = [9.0, 1.0, 5.0, 3.0, 7.0];
        assert_eq!((at(&times, 0.0), at(&times, 0.5), at(&times, 1.0)), (1.0, 5.0, 9.0));
        assert_eq!(at(&[], 0.95).to_bits(), 0.0_f64.to_bits());
    }
}
