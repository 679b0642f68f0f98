//! Writes the generated TypeScript and JSON Schema below the folder given as the only argument.
//! Run through `cargo xtask codegen`.

use std::path::PathBuf;

fn main() -> std::io::Result<()> {
    let Some(root) = std::env::args().nth(1).map(PathBuf::from) else {
        eprintln!("usage: codegen FOLDER");
        std::process::exit(2);
    };
    let ts = root.join("ui/src/api/generated");
    std::fs::create_dir_all(&ts)?;
    std::fs::write(ts.join("contracts.ts"), contracts::generate::typescript())?;
    let schemas = root.join("docs/schemas");
    std::fs::create_dir_all(&schemas)?;
    for (name, text) in contracts::generate::schemas() {
        std::fs::write(schemas.join(name), text)?;
    }
    Ok(())
}
