//! One program for all targets: libFuzzer's engine, and the target that `VELOCITY_FUZZ_TARGET` names.
#![no_main]

mod targets;

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;

static TARGET: OnceLock<targets::Target> = OnceLock::new();

fuzz_target!(init: {
    let name = std::env::var("VELOCITY_FUZZ_TARGET").unwrap_or_default();
    let target = targets::by_name(&name).unwrap_or_else(|| panic!("there is no target `{name}`"));
    let _ = TARGET.set(target);
}, |data: &[u8]| {
    if let Some(target) = TARGET.get() {
        target(data);
    }
});
