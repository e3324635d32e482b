//! Starts a check or a section: writes its files from the texts beside this one, and its
//! word into the list that declares it.
//!
//! `cargo run --example scaffold -- check campaigns price-above-usual OP199`
//! `cargo run --example scaffold -- section risks risk Risk 风险`

#![expect(
    clippy::disallowed_methods,
    reason = "a tool for the sources, which the program never touches"
)]
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a tool says what it did"
)]

mod change;
mod check;
mod section;
#[cfg(test)]
mod tests;

use std::path::Path;
use std::process::ExitCode;

use change::Change;

const USAGE: &str = "\
usage: scaffold check FAMILY NAME CODE
       scaffold section WORD FILE TYPE LABEL";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(Path::new(env!("CARGO_MANIFEST_DIR")), &arguments) {
        Ok(written) => {
            written.iter().for_each(|path| println!("{path}"));
            println!("\n{}", rest(&arguments));
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("scaffold: {why}");
            ExitCode::from(2)
        }
    }
}

/// What is left to do by hand.
fn rest(arguments: &[&str]) -> &'static str {
    match arguments {
        ["section", ..] => section::REST,
        _ => check::REST,
    }
}

/// Does what the arguments say in the project at `root`; gives the files that it wrote.
fn run(root: &Path, arguments: &[&str]) -> Result<Vec<String>, String> {
    change(root, arguments)?.write(root)
}

fn change(root: &Path, arguments: &[&str]) -> Result<Change, String> {
    match arguments {
        ["check", family, name, code] => check::change(root, family, name, code),
        ["section", word, file, type_name, label] => {
            section::change(root, word, file, type_name, label)
        }
        _ => Err(USAGE.to_owned()),
    }
}
