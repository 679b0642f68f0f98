//! The inputs that the fuzzers have gathered, through the same functions; every find of theirs is among them.
#![allow(clippy::unwrap_used)]

#[path = "../../../fuzz/src/targets.rs"]
mod targets;

use std::path::PathBuf;

#[test]
fn every_input_of_the_corpus_keeps_the_laws() {
    let corpus = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus");
    for (name, target) in targets::TARGETS {
        let mut inputs: Vec<PathBuf> =
            std::fs::read_dir(corpus.join(name)).unwrap().map(|entry| entry.unwrap().path()).collect();
        inputs.sort();
        assert!(!inputs.is_empty(), "{name} has no corpus");
        for input in inputs {
            let bytes = std::fs::read(&input).unwrap();
            if let Err(problem) = std::panic::catch_unwind(|| target(&bytes)) {
                eprintln!("{name}: {}", input.display());
                std::panic::resume_unwind(problem);
            }
        }
    }
}
