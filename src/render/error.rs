//! Why a document could not be rendered.

use std::fmt;

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
            (Some(template), Some(line)) => {
                write!(formatter, "{template}:{line}: {}", self.message)
            }
            (Some(template), None) => write!(formatter, "{template}: {}", self.message),
            (None, _) => formatter.write_str(&self.message),
        }
    }
}

impl std::error::Error for RenderError {}
