use std::path::{Path, PathBuf};

use super::args::{Build, DocumentFormat};
use super::disk::Disk;
use super::findings::{Printer, Stream};
use super::output::{self, File, Foreign};
use super::{Outcome, Session, inputs, plans, shown};
use crate::diagnostic::{Diagnostic, Language, Severity, Text, run as rules, text};
use crate::plan::{DocumentLanguage, Section};
use crate::render::{self, Format, RenderError};
use crate::source::{SourceFile, Span};
use crate::view;
use crate::{Analysed, Compiled, Options};

/// The files of a document, or why they could not be rendered.
type Rendered = Result<Vec<File>, RenderError>;

/// What became of the documents of a plan.
enum Ended {
    Written(Vec<PathBuf>),
    /// The plan has errors; its id.
    NotBuilt(String),
    /// A finding says why.
    Failed,
}

pub(super) fn run(args: &Build, session: &Session<'_>) -> Outcome {
    let asked = inputs::collect(session, &args.paths, Path::new("plan.toml"));
    let options = Options {
        as_of: args.judging.as_of,
        ..Options::default()
    };
    let language = session.common.lang.map(Language::from);
    let mut printer = Printer::new(
        session,
        args.message_format,
        &args.judging,
        Stream::Error,
        asked.len(),
    );
    let make = |plan: &Analysed<'_, '_>| document(plan, args, language);
    let finish = |plan: &mut Compiled<_>| write(plan, args, &session.disk);
    let ended = plans::each(session, &mut printer, asked, options, make, finish);
    let is_left_out = |ended: &Ended| matches!(ended, Ended::NotBuilt(_));
    let left_out = if ended.iter().any(is_left_out) {
        Outcome::Findings
    } else {
        Outcome::Clean
    };
    printer
        .end(|printer| ended.iter().for_each(|ended| say(ended, printer)))
        .max(left_out)
}

/// What became of a plan, where people read it.
fn say(ended: &Ended, printer: &Printer<'_>) {
    match ended {
        Ended::Written(paths) => {
            for path in paths {
                let path = shown(path);
                printer.say(&text!("已生成 {path}", "wrote {path}"));
            }
        }
        Ended::NotBuilt(id) => printer.say(&text!(
            "「{id}」有错误，没有生成文档（`--draft` 可以生成草稿）",
            "{id} has errors and was not built (`--draft` builds a draft)"
        )),
        Ended::Failed => {}
    }
}

/// Renders a plan without errors, or a draft of one with errors if that is wanted.
fn document(plan: &Analysed<'_, '_>, args: &Build, asked: Option<Language>) -> Option<Rendered> {
    let has_errors = plan.report.reaches(Severity::Error);
    if has_errors && !args.draft {
        return None;
    }
    let view = view(plan, asked, args.draft, args.only.clone());
    let formats = args
        .format
        .iter()
        .map(|format| render::render(&view, (*format).into()));
    let artifacts = formats.collect::<Result<Vec<_>, _>>();
    let file = |artifact: render::Artifact| File {
        name: artifact.name,
        bytes: artifact.bytes,
    };
    Some(artifacts.map(|all| all.into_iter().flatten().map(file).collect()))
}

/// The view of a plan in the language asked for, else in the plan's own.
pub(super) fn view<'p>(
    plan: &Analysed<'_, 'p>,
    asked: Option<Language>,
    draft: bool,
    only: Vec<Section>,
) -> view::View<'p> {
    let said = match plan.resolved.head().language.map(|language| language.value) {
        Some(DocumentLanguage::English) => Language::English,
        Some(DocumentLanguage::Chinese) | None => Language::Chinese,
    };
    let options = view::Options {
        language: asked.unwrap_or(said),
        draft,
        id: plan.id.to_owned(),
        only,
    };
    view::build(
        plan.resolved,
        plan.analysis,
        plan.report,
        plan.sources,
        &options,
    )
}

/// Writes the documents of a plan, or finds why it cannot.
fn write(plan: &mut Compiled<Option<Rendered>>, args: &Build, disk: &Disk) -> Ended {
    let files = match plan.made.take() {
        Some(Some(Ok(files))) => files,
        Some(Some(Err(error))) => {
            find_failure(plan, error);
            return Ended::Failed;
        }
        None if !plan.readable => return Ended::Failed,
        Some(None) | None => return Ended::NotBuilt(plan.id.clone()),
    };
    let folder = args.out.join(&plan.id);
    let foreign = if args.force {
        Foreign::Overwrite
    } else {
        Foreign::Keep
    };
    if let Err(why) = output::write(disk, &folder, &files, foreign) {
        let help = Text::fixed(
            "检查输出文件夹，或用 `--out` 换一个",
            "look into the folder, or choose another with `--out`",
        );
        plan.report
            .find(Diagnostic::new(&rules::NOT_WRITTEN, Span::default(), why).help(help));
        return Ended::Failed;
    }
    Ended::Written(files.iter().map(|file| folder.join(&file.name)).collect())
}

/// Finds why a document could not be rendered, with the place in the template.
pub(super) fn find_failure<T>(plan: &mut Compiled<T>, error: RenderError) {
    let span = match (error.place, plan.sources.files.last()) {
        (Some(place), Some(last)) => {
            let path = Path::new("templates").join(place.name);
            let template = SourceFile::new(path, place.text, last.end());
            let line = template.line(place.line - 1);
            let span = Span::new(template.base, line);
            plan.sources.files.push(template);
            span
        }
        _ => Span::default(),
    };
    plan.report
        .find(Diagnostic::new(&rules::TEMPLATE, span, error.message));
}

impl From<DocumentFormat> for Format {
    fn from(format: DocumentFormat) -> Self {
        match format {
            DocumentFormat::Html => Self::Html,
            DocumentFormat::Md => Self::Markdown,
            DocumentFormat::Csv => Self::Csv,
            DocumentFormat::Json => Self::Json,
        }
    }
}
