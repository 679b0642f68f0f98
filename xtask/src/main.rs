//! `cargo xtask COMMAND`: the repository's own commands.

use std::process::ExitCode;

use xtask::{bench, codegen, fuzz, kill, run, test, tidy};

const HELP: &str = "\
cargo xtask COMMAND

  run [--release] [--exit-after SECONDS] [--screenshot FILE] [-- ARGUMENTS]
                     install what is missing, build, and open the window on the demo workspace
                     (ARGUMENTS go to the window instead of --demo)
  test [--fast]      every check and every test; --fast leaves out the window stories and the licence check
  tidy               the rules that the compiler does not know: who may depend on whom, what pure crates may do, …
  codegen [--check]  write the TypeScript and JSON Schema of crates/contracts; --check only compares
  kill [--kills N] [--seed S] [--only OPERATION]… [--release] [--early]
                     kill the command line at 2000 random points of its writes and see that nothing saved is lost
                     (--early: of a program with a planted defect, which must be found)
  fuzz [TARGET]… [--minutes N] [--minimise]
                     fuzz the import's readers, ten minutes each; --minimise keeps what the corpus needs
  bench laws         the laws at full size: thousands of cases each, kept in docs/benchmarks.md
  bench import [--rows N] [--runs N]
                     a million rows analysed, against one pass of the csv crate and `.import` of sqlite3, one JSON line each
  bench identity [--data DIR] [--rows N]… [--seed S] [--extra NAMES] [--with-splink]
                     how well people are told apart on sets with a known truth, with processor time and memory
  bench review [--people N] [--merges N] [--pace MS] [--release] [--write] [--maker VELOCITY]
                     merges in the real window by keyboard alone: from the key to the next item painted, and the graph's
                     bytes after taking each apart again
  bench understanding [--seed N] [--samples DIR]… [--misses FILE] [--column-misses FILE] [--unseen-misses FILE]
                     columns, dialects, rows and values of samples, of messy files that it is tuned on and of such that
                     nobody tunes on, as JSON lines and side by side; whoever reads the misses of the unseen files
                     must not tune afterwards until there is a new hold-out
  setup              install what `run` and `test` need, and nothing else
  help               this text
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", &[][..]),
    };
    let done = match command {
        "run" => run::Options::parse(rest).and_then(|options| run::run(&options)),
        "test" => test::Options::parse(rest).and_then(|options| test::run(&options)),
        "tidy" => tidy::run(),
        "codegen" => codegen::Mode::parse(rest).and_then(codegen::run),
        "kill" => kill::run(&kill::Options::parse(rest)),
        "fuzz" => fuzz::Options::parse(rest).and_then(|options| fuzz::run(&options)),
        "bench" => bench::run(rest),
        "setup" => xtask::setup::everything(),
        "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(())
        }
        other => Err(anyhow::anyhow!("there is no command `{other}`\n\n{HELP}")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("\nxtask: {problem:#}");
            ExitCode::FAILURE
        }
    }
}
