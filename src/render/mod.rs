//! VIEW → BYTES. Takes a view, gives the bytes of the documents, one file per format;
//! never looks behind the view, never writes a file.

mod csv;
mod html;
mod json;
mod locale;
mod markdown;
mod template;

use std::fmt;

use crate::view::View;

/// The formats of documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// `plan.html`
    Html,
    /// `plan.md` and `tasks.md`
    Markdown,
    /// `tasks.csv`
    Csv,
    /// `tasks.json`
    Json,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 4] = [Self::Html, Self::Markdown, Self::Csv, Self::Json];

    /// The word on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// The format of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.word() == word)
    }
}

/// A finished file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artifact {
    /// Its name, without a folder.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl Artifact {
    fn new(name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        Self { name: name.to_owned(), bytes: bytes.into() }
    }
}

/// Why a document could not be rendered. It never holds what the plan says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenderError {
    /// The template, where one is at fault.
    pub template: Option<String>,
    /// The line in it, from 1.
    pub line: Option<usize>,
    /// What is wrong.
    pub message: String,
}

impl fmt::Display for RenderError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.template, self.line) {
            (Some(template), Some(line)) => write!(formatter, "{template}:{line}: {}", self.message),
            (Some(template), None) => write!(formatter, "{template}: {}", self.message),
            (None, _) => formatter.write_str(&self.message),
        }
    }
}

impl std::error::Error for RenderError {}

/// All documents of one format.
pub fn render(view: &View, format: Format) -> Result<Vec<Artifact>, RenderError> {
    match format {
        Format::Html => Ok(vec![Artifact::new("plan.html", html::plan(view)?)]),
        Format::Markdown => {
            let plan = Artifact::new("plan.md", markdown::plan(view)?);
            Ok(vec![plan, Artifact::new("tasks.md", markdown::tasks(view)?)])
        }
        Format::Csv | Format::Json => Ok(vec![tasks(view, format)?]),
    }
}

/// The list of tasks alone, as `md`, `csv` or `json`.
pub fn tasks(view: &View, format: Format) -> Result<Artifact, RenderError> {
    match format {
        Format::Html => Err(RenderError {
            template: None,
            line: None,
            message: "there is no task list in html; choose md, csv or json".to_owned(),
        }),
        Format::Markdown => Ok(Artifact::new("tasks.md", markdown::tasks(view)?)),
        Format::Csv => Ok(Artifact::new("tasks.csv", csv::tasks(view)?)),
        Format::Json => Ok(Artifact::new("tasks.json", json::tasks(view)?)),
    }
}
