//! Only `ui/src/api` talks to the host: everything else in the front end can be shown without a window.

use super::Finding;
use super::sources::Source;

/// One finding for each import of Tauri's JavaScript outside `ui/src/api`.
pub fn check(sources: &[Source]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for source in sources.iter().filter(|source| source.path.starts_with("ui/src/")) {
        if source.path.starts_with("ui/src/api/") || !["ts", "tsx", "js", "mjs"].contains(&source.extension()) {
            continue;
        }
        for (index, line) in source.text.lines().enumerate() {
            let comment = ["//", "*", "/*"].iter().any(|mark| line.trim_start().starts_with(mark));
            if !comment && (line.contains("\"@tauri-apps/") || line.contains("'@tauri-apps/")) {
                findings.push(Finding::at(
                    &source.path,
                    index + 1,
                    "only ui/src/api may import @tauri-apps. Call it through a function of ui/src/api.",
                ));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::sources::source;
    use super::*;

    const IMPORT: &str = "import { useState } from \"react\";\nimport { invoke } from \"@tauri-apps/api/core\";\n";

    #[test]
    fn an_import_of_tauri_outside_the_api_folder_is_named() {
        let found = check(&[source("ui/src/features/contacts/List.tsx", IMPORT)]);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].file.as_str(), found[0].line), ("ui/src/features/contacts/List.tsx", Some(2)));
    }

    #[test]
    fn the_api_folder_may() {
        assert_eq!(check(&[source("ui/src/api/client.ts", IMPORT)]), []);
        assert_eq!(check(&[source("ui/src/app/a.ts", "// not '@tauri-apps/api' here\n")]), []);
    }
}
