//! SHELL. Takes arguments, gives an exit code; reads and writes files, prints, and knows
//! the clock and the environment, which nothing before it does.

mod args;
mod build;
mod check;
mod checks;
mod disk;
mod explain;
mod fault;
mod findings;
mod inputs;
mod language;
mod library;
mod new;
pub mod output;
mod plans;
mod progress;
mod schema;
mod tasks;
mod usage;

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::Parser;

use crate::diagnostic::{Language, Text, emit, run as rules, text};
use args::{Arguments, Command};
use disk::Disk;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Nothing at or above the fail level.
    Clean,
    /// Findings in readable plans.
    Findings,
    /// Wrong use, unreadable input, a file that could not be written.
    Unusable,
    /// The program itself has failed.
    Fault,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Clean => Self::SUCCESS,
            Outcome::Findings => Self::from(1),
            Outcome::Unusable => Self::from(2),
            Outcome::Fault => Self::from(3),
        }
    }
}

/// Runs the program with the arguments of the process.
pub fn main() -> ExitCode {
    fault::listen();
    let words: Vec<OsString> = std::env::args_os().collect();
    let outcome = fault::caught(|| match Arguments::try_parse_from(&words) {
        Ok(arguments) => run(&arguments),
        Err(error) => misunderstood(&error, &words),
    });
    let outcome = outcome.unwrap_or_else(|why| {
        let why = why.get(language::of_messages(None));
        // There is nowhere left to say that the terminal is gone.
        let _ = put(
            &mut io::stderr().lock(),
            &format!("opsplan: {}\n", emit::words(why)),
        );
        Outcome::Fault
    });
    outcome.into()
}

/// Prints what was asked for instead of a run, or why none can begin.
fn misunderstood(error: &clap::Error, words: &[OsString]) -> Outcome {
    let glimpse = usage::Glimpse::of(words);
    let common = args::Common::of_glimpse(&glimpse);
    let session = Session {
        disk: Disk,
        language: glimpse.language(),
        common: &common,
    };
    match error.kind() {
        clap::error::ErrorKind::DisplayHelp | clap::error::ErrorKind::DisplayVersion => {
            session.print(&error.render().to_string())
        }
        clap::error::ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = error.print();
            Outcome::Unusable
        }
        _ => {
            let (why, help) = (usage::why(error), Some(glimpse.help()));
            findings::refuse(&session, &why, help, (glimpse.format, glimpse.stream))
        }
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
    language: Language,
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

    /// Prints a result, and says so if it is lost.
    fn print(&self, text: &str) -> Outcome {
        match put(&mut io::stdout().lock(), text) {
            Ok(()) => Outcome::Clean,
            Err(error) => self.refuse_for(&rules::NOT_WRITTEN, &lost(&error)),
        }
    }

    /// Prints words about the run.
    fn say(&self, text: &Text) {
        if !self.common.quiet {
            let lines = text.get(self.language).split('\n').map(emit::words);
            let lines: Vec<_> = lines.collect();
            let _ = put(&mut io::stderr().lock(), &format!("{}\n", lines.join("\n")));
        }
    }

    /// Prints why nothing can be done with what stands on the command line.
    fn refuse(&self, why: &Text) -> Outcome {
        self.refuse_for(&rules::WRONG_USE, why)
    }

    /// Prints why nothing can be done, with the code that `explain` knows.
    fn refuse_for(&self, rule: &crate::diagnostic::Rule, why: &Text) -> Outcome {
        let (code, why) = (rule.code, emit::words(why.get(self.language)));
        let line = match self.language {
            Language::Chinese => format!("opsplan: {why}（{code}）\n"),
            Language::English => format!("opsplan: {why} ({code})\n"),
        };
        let _ = put(&mut io::stderr().lock(), &line);
        Outcome::Unusable
    }
}

/// Writes a text, all of it. A reader that has gone away is no fault.
fn put(out: &mut impl Write, text: &str) -> io::Result<()> {
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// Why a result is lost.
fn lost(error: &io::Error) -> Text {
    text!(
        "无法写入标准输出：{error}",
        "cannot write to standard output: {error}"
    )
}

/// A path as messages show it.
fn shown(path: &Path) -> String {
    emit::words(&path.display().to_string()).into_owned()
}
