use std::io::{IsTerminal, stderr, stdout};
use std::path::Path;

use super::args::{ColourChoice, Judging, MessageFormat};
use super::progress::Progress;
use super::{Outcome, Session, disk};
use crate::Compiled;
use crate::diagnostic::emit::{
    Colour, Found, Manner, NO_PATH, Output, Style, Summary, Workspace, Written,
};
use crate::diagnostic::{Diagnostic, Family, Report, Rule, Severity, Text, run, text};
use crate::source::Span;

/// Where findings go: `check` prints them as its result, other commands beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stream {
    Output,
    Error,
}

/// How findings are printed, and what they mean for the end of the run.
#[derive(Clone)]
pub(super) struct Printing {
    manner: Manner,
    stream: Stream,
    fail_on: Severity,
    is_quiet: bool,
}

/// Prints the findings of a run, plan by plan, and a summary.
pub(super) struct Printer<'s> {
    session: &'s Session<'s>,
    pub(super) printing: Printing,
    output: Output,
    outcome: Outcome,
    progress: Progress,
}

/// A plan whose findings are written out, and how a run of it alone would end.
pub(super) struct Told {
    written: Written,
    outcome: Outcome,
}

impl Printing {
    pub(super) fn new(
        session: &Session<'_>,
        format: MessageFormat,
        fail_on: Severity,
        stream: Stream,
    ) -> Self {
        Self {
            manner: manner(session, format, stream),
            stream,
            fail_on,
            is_quiet: session.common.quiet,
        }
    }

    /// Writes out what was found in a plan.
    pub(super) fn tell<T>(&self, plan: &Compiled<T>) -> Told {
        let found = Found {
            sources: &plan.sources,
            report: &plan.report,
            is_plan: plan.readable,
        };
        Told {
            written: Written::new(&found, &self.manner),
            outcome: self.outcome(&plan.report, plan.readable),
        }
    }

    fn outcome(&self, report: &Report, is_plan: bool) -> Outcome {
        let of_run = report
            .findings
            .iter()
            .filter(|finding| finding.rule.family == Family::Run);
        let of_run = of_run.map(|finding| match finding.rule {
            rule if *rule == run::FAULT => Outcome::Fault,
            _ => Outcome::Unusable,
        });
        let of_plan = match is_plan {
            false => Outcome::Unusable,
            true if report.reaches(self.fail_on) => Outcome::Findings,
            true => Outcome::Clean,
        };
        of_run.max().unwrap_or(of_plan)
    }

    /// Whether people read the findings; else nothing but findings may stand beside them.
    fn is_for_people(&self) -> bool {
        self.manner.format == MessageFormat::Human.into()
    }
}

impl<'s> Printer<'s> {
    pub(super) fn new(
        session: &'s Session<'s>,
        format: MessageFormat,
        judging: &Judging,
        stream: Stream,
        plans: usize,
    ) -> Self {
        let printing = Printing::new(session, format, judging.fail_on.into(), stream);
        let output = Output::new(printing.manner.format);
        let mut printer = Self {
            session,
            output,
            outcome: Outcome::Clean,
            progress: Progress::new(session, plans),
            printing,
        };
        let start = printer.output.start();
        printer.print(&start);
        printer
    }

    /// Prints the findings of the next plan.
    pub(super) fn add(&mut self, told: Told) {
        self.outcome = self.outcome.max(told.outcome);
        let is_beside = self.printing.stream == Stream::Error && self.printing.is_quiet;
        let text = self.output.add(told.written);
        let is_json = self.printing.manner.format == MessageFormat::Json.into();
        if is_json || !is_beside || told.outcome != Outcome::Clean {
            self.print(&text);
        }
    }

    /// Prints what is wrong with the run itself, for people in one line.
    pub(super) fn refuse(&mut self, rule: &'static Rule, why: &Text) {
        if self.printing.is_for_people() {
            self.progress.clear();
            self.outcome = self.outcome.max(self.session.refuse_for(rule, why));
            return;
        }
        let told = self
            .printing
            .tell(&Compiled::<()>::refused(Path::new(NO_PATH), rule, why));
        self.add(told);
    }

    /// Says how many plans of a long run are done.
    pub(super) fn progress(&mut self, done: usize) {
        self.progress.show(done);
    }

    /// Prints what stands after the findings, lets more be said, and says how the run ended.
    pub(super) fn end(mut self, say: impl FnOnce(&Self)) -> Outcome {
        let end = self.output.end();
        self.print(&end);
        self.progress.clear();
        self.say(&summary(self.output.summary()));
        say(&self);
        self.outcome
    }

    /// Prints words about the run, where people read the findings.
    pub(super) fn say(&self, text: &Text) {
        if self.printing.is_for_people() {
            self.session.say(text);
        }
    }

    fn print(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        self.progress.clear();
        let lost = match self.printing.stream {
            Stream::Output => self.session.print(text),
            Stream::Error => super::put(&mut stderr().lock(), text)
                .map_or(Outcome::Unusable, |()| Outcome::Clean),
        };
        self.outcome = self.outcome.max(lost);
    }
}

impl<T> Compiled<T> {
    /// A path or a run of which nothing but a finding can be told.
    pub(super) fn refused(path: &Path, rule: &'static Rule, why: &Text) -> Self {
        let finding = Diagnostic::new(rule, Span::default(), why.clone());
        Self::unread(path, String::new(), finding)
    }
}

/// Columns beside a line of a plan: its number, and the frame.
const MARGIN: usize = 12;

fn manner(session: &Session<'_>, format: MessageFormat, stream: Stream) -> Manner {
    let is_terminal = match stream {
        Stream::Output => stdout().is_terminal(),
        Stream::Error => stderr().is_terminal(),
    };
    let wanted = match session.common.color {
        ColourChoice::Always => true,
        ColourChoice::Never => false,
        ColourChoice::Auto => is_terminal && disk::may_colour(),
    };
    let width = match stream {
        _ if !is_terminal => 100,
        Stream::Output => disk::columns(terminal_size::terminal_size_of(stdout())),
        Stream::Error => disk::columns(terminal_size::terminal_size_of(stderr())),
    };
    let (most_alike, most_unknowns) = match (session.common.quiet, session.common.verbose) {
        (_, true) => (usize::MAX, usize::MAX),
        (true, false) => (50, 0),
        (false, false) => (50, 20),
    };
    let (here, root) = disk::workspace();
    Manner {
        format: format.into(),
        language: session.language,
        style: Style {
            colour: if wanted { Colour::On } else { Colour::Off },
            width,
            line: if is_terminal { width - MARGIN } else { 240 },
        },
        most_alike,
        most_unknowns: if session.common.quiet {
            0
        } else {
            most_unknowns
        },
        workspace: Workspace { here, root },
    }
}

/// Why a run cannot begin, in the chosen format: for people in one line.
pub(super) fn refuse(
    session: &Session<'_>,
    why: &Text,
    help: Option<Text>,
    (format, stream): (MessageFormat, Stream),
) -> Outcome {
    if format == MessageFormat::Human {
        session.refuse(why);
        if let Some(help) = help {
            session.say(&text!("  {zh}", "  {en}", zh = help.zh, en = help.en));
        }
        return Outcome::Unusable;
    }
    let printing = Printing::new(session, format, Severity::Error, stream);
    let mut refused = Compiled::<()>::refused(Path::new(NO_PATH), &run::WRONG_USE, why);
    for finding in &mut refused.report.findings {
        finding.help = help.clone();
    }
    let mut output = Output::new(printing.manner.format);
    let mut text = output.start();
    text += &output.add(printing.tell(&refused).written);
    text += &output.end();
    match stream {
        Stream::Output => drop(session.print(&text)),
        Stream::Error => drop(super::put(&mut stderr().lock(), &text)),
    }
    Outcome::Unusable
}

fn summary(count: Summary) -> Text {
    let Summary {
        plans,
        errors,
        warnings,
        infos,
        unknowns,
    } = count;
    let infos_zh = if infos > 0 {
        format!("，{infos} 条提示")
    } else {
        String::new()
    };
    let infos_en = if infos > 0 {
        format!(", {}", counted(infos, "info"))
    } else {
        String::new()
    };
    let (plans_en, errors_en) = (counted(plans, "plan"), counted(errors, "error"));
    let warnings_en = counted(warnings, "warning");
    text!(
        "已检查 {plans} 份计划：{errors} 个错误，{warnings} 个警告{infos_zh}，{unknowns} 项无法判断",
        "checked {plans_en}: {errors_en}, {warnings_en}{infos_en}, {unknowns} undecided"
    )
}

fn counted(count: usize, what: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {what}{ending}")
}
