//! opsplan compiles and validates operations plans: a plan is TOML text; out come
//! findings, each pointing at both culprits, and the printable document.
//!
//! Data flows one way: `text → tree → plan → resolved → analysis → findings → view → bytes`.
//! Each stage is a module that uses only the modules before it:
//!
//! 1. [`source`]: files, places in them, and the one door to the world outside;
//! 2. [`library`]: the rules that ship with the program;
//! 3. [`diagnostic`]: findings as data, and how they are written out;
//! 4. [`tree`]: TOML with places, all syntax errors, includes;
//! 5. [`plan`]: the plan language as Rust types;
//! 6. [`schema`]: the published schema, and reading a tree;
//! 7. [`resolve`]: links instead of names, the work calendar;
//! 8. [`analysis`]: pure answers;
//! 9. [`check`]: answers in words;
//! 10. [`view`]: what templates may see;
//! 11. [`render`]: bytes of every format;
//! 12. [`cli`]: the shell around it.
//!
//! [`compile`] runs the stages up to the findings and hands over what they left.

pub mod source;
pub mod library;
pub mod diagnostic;
pub mod tree;
pub mod plan;
pub mod schema;
pub mod resolve;
pub mod analysis;
pub mod check;
pub mod view;
pub mod render;
pub mod cli;

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use analysis::Analysis;
use diagnostic::{Diagnostic, Report, Text};
use plan::Plan;
use plan::value::Id;
use resolve::Resolved;
use source::{ReadError, Shelf, Sources, Span, World};

/// A plan to compile.
#[derive(Debug)]
pub struct Input {
    /// Where it is, as the user wrote it; findings show this path.
    pub path: PathBuf,
    /// Its text, where it does not come from the path.
    pub text: Option<String>,
    /// Its id, unless the plan says one.
    pub id: String,
}

/// How to compile.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// The day that decides what has expired; today in the time zone of the plan if unsaid.
    pub as_of: Option<NaiveDate>,
    /// Whether to keep the findings that are hidden until asked for.
    pub completeness: Completeness,
}

/// Whether findings that only say that something is missing are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Completeness {
    /// They are left out.
    #[default]
    Hidden,
    /// They are reported.
    Shown,
}

/// What became of a plan.
#[derive(Debug)]
pub struct Compiled<T> {
    /// Its id.
    pub id: String,
    /// Where the id is said, if it is.
    pub id_span: Option<Span>,
    /// The files it was read from.
    pub sources: Sources,
    /// What was found.
    pub report: Report,
    /// Whether the file could be read at all.
    pub readable: bool,
    /// What was made of the analysed plan; nothing if the file could not be read.
    pub made: Option<T>,
}

/// A plan after all stages, while its parts still stand.
#[derive(Debug)]
pub struct Analysed<'a, 'p> {
    /// Its id.
    pub id: &'a str,
    /// The files it was read from.
    pub sources: &'a Sources,
    /// The plan, its references resolved.
    pub resolved: &'a Resolved<'p>,
    /// The answers of the analyses.
    pub analysis: &'a Analysis<'p>,
    /// What was found.
    pub report: &'a Report,
}

/// Reads, resolves, analyses and checks one plan, and makes something of it.
pub fn compile<T>(
    world: &dyn World,
    input: Input,
    options: Options,
    make: impl FnOnce(&Analysed<'_, '_>) -> T,
) -> Compiled<T> {
    let text = match input.text.map_or_else(|| world.read(&input.path), Ok) {
        Ok(text) => text,
        Err(error) => return unreadable(&input.path, input.id, &error),
    };
    let shelf = Shelf::new(input.path, text);
    let mut report = Report::default();
    let (mut plan, incomplete) = {
        let tree = tree::load(world, &shelf, &schema::key_for_label, &mut report.findings);
        schema::read(&tree, &mut report.findings)
    };
    let unsettled = resolve::settle(&mut plan, &incomplete);
    let sources = shelf.into_sources();
    let said_id = plan.head().item.id.as_ref();
    let id = said_id.map_or(input.id, |id| Id::to_string(&id.value));
    let made = {
        let resolved = resolve::resolve(&plan, &incomplete, &unsettled);
        let analysis = analysis::analyse(&resolved);
        check::run(
            check::Context {
                resolved: &resolved,
                analysis: &analysis,
            },
            &mut report,
        );
        let exceptions = check::exceptions(&plan, &mut report);
        let as_of = options.as_of.unwrap_or_else(|| today(world, &plan));
        report.accept(&exceptions, as_of, incomplete.is_empty());
        if options.completeness == Completeness::Hidden {
            report.hide_completeness();
        }
        report.sort();
        let (id, sources, report) = (&*id, &sources, &report);
        make(&Analysed {
            id,
            sources,
            resolved: &resolved,
            analysis: &analysis,
            report,
        })
    };
    let id_span = said_id.map(|id| id.span);
    Compiled {
        id,
        id_span,
        sources,
        report,
        readable: true,
        made: Some(made),
    }
}

/// What somebody can do about a file that could not be read.
fn advice(error: &ReadError) -> Option<Text> {
    match error {
        ReadError::Missing => Some(Text::fixed(
            "检查路径和文件名；要新建一份计划，运行 `opsplan new 我的店铺`",
            "look at the path and the name; `opsplan new my-shop` starts a plan",
        )),
        ReadError::NotText => Some(Text::fixed(
            "运行 `opsplan new 我的店铺` 新建一份计划，再把内容写进 `plan.toml`",
            "start a plan by `opsplan new my-shop`, and write its contents into `plan.toml`",
        )),
        _ => None,
    }
}

/// Today where the shop is.
fn today(world: &dyn World, plan: &Plan) -> NaiveDate {
    let hours = plan.head().utc_offset.map_or(8, |hours| hours.value);
    world.today(i32::from(hours) * 3600)
}

/// What is said of a plan whose file could not be read.
pub(crate) fn unreadable<T>(path: &Path, id: String, error: &ReadError) -> Compiled<T> {
    let (rule, span, text) = match error {
        ReadError::NotUtf8(fault) => (&tree::SYNTAX, fault.span(), fault.text.clone()),
        ReadError::Utf16 => (&tree::SYNTAX, Span::default(), String::new()),
        _ => (&diagnostic::run::PATH, Span::default(), String::new()),
    };
    let shown = diagnostic::emit::words(&path.display().to_string()).into_owned();
    let mut finding = Diagnostic::new(rule, span, tree::why_unreadable(&shown, error));
    finding.help = advice(error);
    let sources = Shelf::new(path, text).into_sources();
    Compiled {
        sources,
        ..Compiled::unread(path, id, finding)
    }
}

impl<T> Compiled<T> {
    /// A plan of which nothing can be told but why.
    pub(crate) fn unread(path: &Path, id: String, why: Diagnostic) -> Self {
        let report = Report {
            findings: vec![why],
            ..Report::default()
        };
        Self {
            id,
            id_span: None,
            sources: Shelf::new(path, String::new()).into_sources(),
            report,
            readable: false,
            made: None,
        }
    }
}
