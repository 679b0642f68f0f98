//! Who may depend on whom: the table of `ARCHITECTURE.md`, over `cargo metadata`.

use std::path::Path;

use serde_json::Value;

use super::Finding;

/// Crates without I/O, clock and randomness of their own. `contracts` keeps the same rules.
pub const PURE: &[&str] =
    &["understanding", "identity", "graph", "filter", "policy", "dossier", "search", "synth", "oracle", "sync"];

/// Crate, and the crates of this workspace that it may use.
const TABLE: &[(&str, &[&str])] = &[
    ("contracts", &[]),
    ("understanding", &["contracts"]),
    ("graph", &["contracts"]),
    ("filter", &["contracts", "graph"]),
    ("identity", &["contracts", "understanding"]),
    ("policy", &["contracts"]),
    ("dossier", &["contracts", "graph"]),
    ("search", &[]),
    ("synth", &[]),
    ("oracle", &["contracts", "graph"]),
    ("sync", &["contracts", "graph"]),
    ("store", &["contracts", "filter", "graph", "search"]),
    ("comfy", &["contracts"]),
    ("agents", &["contracts"]),
    (
        "app",
        &[
            "contracts",
            "understanding",
            "identity",
            "graph",
            "filter",
            "policy",
            "dossier",
            "search",
            "synth",
            "oracle",
            "sync",
            "store",
            "comfy",
            "agents",
        ],
    ),
    ("desktop", &["app", "contracts"]),
    ("cli", &["app", "contracts"]),
    ("mcp", &["app", "contracts"]),
    ("origin", &["contracts", "understanding", "identity", "graph", "policy", "dossier", "oracle", "sync"]),
    (
        "testkit",
        &[
            "app",
            "contracts",
            "understanding",
            "identity",
            "graph",
            "filter",
            "policy",
            "dossier",
            "search",
            "synth",
            "oracle",
            "sync",
            "store",
            "comfy",
            "agents",
        ],
    ),
    // The stories start the built programs; what they need of the workspace is words and a screen. `cli` is there for a
    // second program of it, with the defect that the kill harness must find.
    ("tests", &["cli", "contracts", "testkit", "xtask"]),
    ("xtask", &[]),
];

/// Crates from outside that do I/O, read the clock or draw randomness, or pull those in.
const IMPURE: &[&str] = &[
    "async-std",
    "axum",
    "chrono",
    "directories",
    "dirs",
    "fastrand",
    "fs4",
    "getrandom",
    "hyper",
    "memmap2",
    "notify",
    "rand",
    "reqwest",
    "rusqlite",
    "smol",
    "socket2",
    "sqlx",
    "tempfile",
    "time",
    "tokio",
    "tracing-subscriber",
    "ureq",
    "walkdir",
    "zstd",
];

/// Findings over the packages of `cargo metadata --no-deps`, whose checkout lies at `root`.
pub fn check(metadata: &Value, root: &Path) -> Vec<Finding> {
    let packages = metadata["packages"].as_array().map(Vec::as_slice).unwrap_or_default();
    let ours: Vec<&str> = packages.iter().filter_map(|package| package["name"].as_str()).collect();
    let mut findings = Vec::new();
    for package in packages {
        let (Some(name), Some(manifest)) = (package["name"].as_str(), package["manifest_path"].as_str()) else {
            continue;
        };
        let manifest = Path::new(manifest).strip_prefix(root).unwrap_or(Path::new(manifest));
        let manifest = manifest.to_string_lossy().replace('\\', "/");
        let Some((_, may_use)) = TABLE.iter().find(|(row, _)| *row == short(name)) else {
            findings.push(Finding::of(
                &manifest,
                format!("{name} has no row in the dependency table. Add one to xtask/src/tidy/dependencies.rs and say in ARCHITECTURE.md what the crate is for."),
            ));
            continue;
        };
        for dependency in package["dependencies"].as_array().map(Vec::as_slice).unwrap_or_default() {
            let Some(used) = dependency["name"].as_str() else { continue };
            let for_tests = dependency["kind"] == "dev";
            let problem = if ours.contains(&used) {
                inside(short(name), short(used), may_use, for_tests)
            } else {
                outside(short(name), used, for_tests)
            };
            findings.extend(problem.map(|message| Finding::of(&manifest, message)));
        }
    }
    findings
}

/// The name in the table: `velocity-store` is `store`.
fn short(package: &str) -> &str {
    package.strip_prefix("velocity-").unwrap_or(package)
}

fn inside(name: &str, used: &str, may_use: &[&str], for_tests: bool) -> Option<String> {
    if may_use.contains(&used) || (for_tests && (used == "testkit" || name == used)) {
        return None;
    }
    if used == "testkit" {
        return Some(format!("{name} uses testkit in the product. Move it to [dev-dependencies]."));
    }
    if for_tests && TABLE.iter().any(|(row, _)| *row == used) && !is_host(used) {
        // Tests may compare with any crate below the hosts: they add no edge to the product.
        return None;
    }
    let may_use = if may_use.is_empty() { "no crate of this workspace".to_owned() } else { may_use.join(", ") };
    Some(format!(
        "{name} must not depend on {used}; it may use {may_use}. Move the shared part down to a crate that both may use, \
         or let `app` bring the two together."
    ))
}

fn outside(name: &str, used: &str, for_tests: bool) -> Option<String> {
    let is_tauri = used == "tauri" || used.starts_with("tauri-") || used == "wry" || used == "tao";
    if is_tauri && name != "desktop" {
        return Some(format!("{name} must not know that {used} exists: only the desktop package in src-tauri/ does."));
    }
    let pure = PURE.contains(&name) || name == "contracts";
    if pure && !for_tests && IMPURE.contains(&used) {
        return Some(format!(
            "{name} is pure and must not depend on {used}. Let the caller hand in what it would fetch, \
             or put the work into store or app."
        ));
    }
    None
}

fn is_host(name: &str) -> bool {
    ["desktop", "cli", "mcp", "origin"].contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// A workspace of the named crates, with one edge from the first of them: crate, kind.
    fn found(crates: &[&str], used: &str, kind: Value) -> Vec<String> {
        let packages: Vec<Value> = crates
            .iter()
            .enumerate()
            .map(|(index, name)| {
                let edges = if index == 0 { json!([{"name": used, "kind": kind}]) } else { json!([]) };
                json!({"name": name, "manifest_path": format!("/top/crates/{name}/Cargo.toml"), "dependencies": edges})
            })
            .collect();
        check(&json!({ "packages": packages }), Path::new("/top")).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_forbidden_dependency_is_named_with_what_is_allowed() {
        let found = found(&["velocity-understanding", "velocity-identity"], "velocity-identity", Value::Null);
        assert_eq!(found.len(), 1, "{found:?}");
        let expected = "crates/velocity-understanding/Cargo.toml: understanding must not depend on identity; \
                        it may use contracts.";
        assert!(found[0].starts_with(expected), "{found:?}");
    }

    #[test]
    fn the_table_is_kept() {
        let cases = [
            ("velocity-contracts", "velocity-graph", Value::Null, 1),
            ("velocity-dossier", "velocity-graph", Value::Null, 0),
            ("velocity-store", "velocity-understanding", Value::Null, 1),
            ("velocity-app", "velocity-store", Value::Null, 0),
            ("velocity-cli", "velocity-store", Value::Null, 1),
            ("velocity-desktop", "velocity-app", Value::Null, 0),
            ("velocity-store", "velocity-testkit", Value::Null, 1),
            ("velocity-store", "velocity-testkit", json!("dev"), 0),
            ("velocity-graph", "velocity-store", json!("dev"), 0),
            ("velocity-graph", "velocity-cli", json!("dev"), 1),
            ("velocity-app", "velocity-desktop", Value::Null, 1),
        ];
        for (name, used, kind, count) in cases {
            let found = found(&[name, used], used, kind.clone());
            assert_eq!(found.len(), count, "{name} uses {used} ({kind}): {found:?}");
        }
    }

    #[test]
    fn pure_crates_take_nothing_that_does_io() {
        for used in ["tokio", "rusqlite", "rand", "tempfile", "reqwest", "getrandom"] {
            assert_eq!(found(&["velocity-graph"], used, Value::Null).len(), 1, "{used}");
            assert_eq!(found(&["velocity-graph"], used, json!("dev")).len(), 0, "{used} in tests");
        }
        assert_eq!(found(&["velocity-store"], "rusqlite", Value::Null).len(), 0);
    }

    #[test]
    fn only_the_desktop_package_knows_tauri() {
        assert_eq!(found(&["velocity-app"], "tauri", Value::Null).len(), 1);
        assert_eq!(found(&["velocity-cli"], "tauri-plugin-dialog", json!("dev")).len(), 1);
        assert_eq!(found(&["velocity-desktop"], "tauri", Value::Null).len(), 0);
    }

    #[test]
    fn a_crate_without_a_row_is_named() {
        let found = found(&["velocity-magic"], "serde", Value::Null);
        assert!(found[0].contains("velocity-magic has no row"), "{found:?}");
    }
}
