//! Pictures and barriers of screens, in light and dark.

use std::collections::BTreeMap;

use velocity_tests::Window;

/// Pictures of screens in both themes, and what axe-core finds on them.
#[derive(Default)]
pub struct Gallery {
    barriers: BTreeMap<String, Vec<String>>,
}

impl Gallery {
    /// Both themes of the page as it stands.
    pub fn picture(&mut self, window: &Window, name: &str) {
        for theme in ["light", "dark"] {
            window.theme(theme);
            let shown = if theme == "light" { name.to_owned() } else { format!("{name}-{theme}") };
            window.screenshot(&shown);
            for barrier in window.barriers() {
                self.barriers.entry(barrier).or_default().push(shown.clone());
            }
        }
        window.theme("light");
    }

    /// All screens at once, so that one run shows everything that is to be mended.
    pub fn bars_nobody(&self) {
        let found = self.barriers.iter().map(|(what, where_met)| format!("{what}\n    on {}\n", where_met.join(", ")));
        assert!(self.barriers.is_empty(), "{} barriers:\n{}", self.barriers.len(), found.collect::<String>());
    }
}
