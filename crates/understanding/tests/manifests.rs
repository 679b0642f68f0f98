//! The manifest of every sample, as a snapshot.

mod support;

#[test]
fn every_sample_gives_its_manifest() {
    for sample in support::samples() {
        let found = &sample.found;
        let mut text = support::manifest(found);
        text.push_str(&format!("phones: {}\n", found.phone_region.as_deref().unwrap_or("-")));
        for note in &found.notes {
            text.push_str(&format!("note: {note}\n"));
        }
        insta::assert_snapshot!(sample.name.replace('.', "_"), text);
    }
}
