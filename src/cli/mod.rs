//! SHELL. Takes arguments, gives an exit code; reads and writes files, prints, and knows
//! the clock and the environment, which nothing before it does.

mod args;
mod build;
mod check;
mod checks;
mod disk;
mod explain;
mod findings;
mod inputs;
mod language;
mod library;
mod new;
pub mod output;
mod schema;
mod tasks;

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;

use args::{Arguments, Command};
use disk::Disk;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Nothing at or above the fail level.
    Clean,
    /// Findings in readable plans.
    Findings,
    /// Wrong use, unreadable input, a folder that cannot be written.
    Unusable,
}

/// Runs the program with the arguments of the process.
pub fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let code = if error.use_stderr() { 2 } else { 0 };
            // There is nowhere left to say that the terminal is gone.
            let _ = error.print();
            return ExitCode::from(code);
        }
    };
    match run(&arguments) {
        Outcome::Clean => ExitCode::SUCCESS,
        Outcome::Findings => ExitCode::from(1),
        Outcome::Unusable => ExitCode::from(2),
    }
}

fn run(arguments: &Arguments) -> Outcome {
    let session = Session::new(arguments);
    match &arguments.command {
        Command::New(args) => new::run(args, &session),
        Command::Check(args) => check::run(args, &session),
        Command::Build(args) => build::run(args, &session),
        Command::Tasks(args) => tasks::run(args, &session),
        Command::Explain(args) => explain::run(args, &session),
        Command::Checks(args) => checks::run(args, &session),
        Command::Schema(args) => schema::run(args, &session),
        Command::Library(args) => library::run(args, &session),
    }
}

/// What all commands share: the disk, the language of messages, and where to print.
struct Session<'s> {
    disk: Disk,
    language: crate::diagnostic::Language,
    common: &'s args::Common,
}

impl<'s> Session<'s> {
    fn new(arguments: &'s Arguments) -> Self {
        let common = &arguments.common;
        Self {
            disk: Disk,
            language: language::of_messages(common.lang),
            common,
        }
    }

    /// Prints a result. A reader that has gone away is no fault.
    fn print(&self, text: &str) {
        let _ = std::io::stdout().lock().write_all(text.as_bytes());
    }

    /// Prints words about the run.
    fn say(&self, text: &crate::diagnostic::Text) {
        if !self.common.quiet {
            let _ = writeln!(std::io::stderr().lock(), "{}", text.get(self.language));
        }
    }

    /// Prints why nothing can be done.
    fn refuse(&self, text: &crate::diagnostic::Text) -> Outcome {
        let _ = writeln!(
            std::io::stderr().lock(),
            "opsplan: {}",
            text.get(self.language)
        );
        Outcome::Unusable
    }
}
