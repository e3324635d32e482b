use std::io::{IsTerminal, Write};

use super::args::{ColourChoice, Judging, MessageFormat};
use super::{Outcome, Session};
use crate::Compiled;
use crate::diagnostic::emit::{self, Colour, Found, Manner, Style, Summary};
use crate::diagnostic::{Diagnostic, Report, Text, text};
use crate::source::{Shelf, Span};

/// Where findings go: `check` prints them as its result, other commands beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stream {
    Output,
    Error,
}

/// Prints the findings of a run and a summary, and says how it ended.
pub(super) fn report<T>(
    session: &Session<'_>,
    compiled: &[Compiled<T>],
    format: MessageFormat,
    judging: &Judging,
    stream: Stream,
) -> Outcome {
    let found: Vec<Found<'_>> = compiled
        .iter()
        .map(|plan| Found {
            sources: &plan.sources,
            report: &plan.report,
        })
        .collect();
    let outcome = outcome(compiled, judging);
    if stream == Stream::Error && session.common.quiet && outcome == Outcome::Clean {
        return outcome;
    }
    let text = emit::emit(&found, &manner(session, format, stream));
    match stream {
        Stream::Output => session.print(&text),
        // A reader that has gone away is no fault.
        Stream::Error => drop(std::io::stderr().lock().write_all(text.as_bytes())),
    }
    if format == MessageFormat::Human {
        session.say(&summary(Summary::of(&found)));
    }
    outcome
}

fn outcome<T>(compiled: &[Compiled<T>], judging: &Judging) -> Outcome {
    let failed = |plan: &Compiled<T>| plan.report.reaches(judging.fail_on.into());
    if compiled.iter().any(|plan| !plan.readable) {
        Outcome::Unusable
    } else if compiled.iter().any(failed) {
        Outcome::Findings
    } else {
        Outcome::Clean
    }
}

fn manner(session: &Session<'_>, format: MessageFormat, stream: Stream) -> Manner {
    let is_terminal = match stream {
        Stream::Output => std::io::stdout().is_terminal(),
        Stream::Error => std::io::stderr().is_terminal(),
    };
    let wanted = match session.common.color {
        ColourChoice::Always => true,
        ColourChoice::Never => false,
        ColourChoice::Auto => is_terminal && super::disk::no_color_is_unset(),
    };
    let width = if is_terminal {
        super::disk::columns()
    } else {
        100
    };
    Manner {
        format: format.into(),
        language: session.language,
        style: Style {
            colour: if wanted { Colour::On } else { Colour::Off },
            width,
        },
        most_unknowns: most_unknowns(session),
    }
}

fn most_unknowns(session: &Session<'_>) -> usize {
    if session.common.quiet {
        0
    } else if session.common.verbose {
        usize::MAX
    } else {
        20
    }
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

/// Why a run cannot begin, in the chosen format.
pub(super) fn refuse(session: &Session<'_>, why: &Text, format: MessageFormat) -> Outcome {
    if format == MessageFormat::Human {
        return session.refuse(why);
    }
    let report = Report {
        findings: vec![Diagnostic::new(
            &crate::tree::INCLUDE,
            Span::default(),
            why.clone(),
        )],
        ..Report::default()
    };
    let sources = Shelf::new("-", String::new()).into_sources();
    let found = [Found {
        sources: &sources,
        report: &report,
    }];
    session.print(&emit::emit(
        &found,
        &manner(session, format, Stream::Output),
    ));
    Outcome::Unusable
}
