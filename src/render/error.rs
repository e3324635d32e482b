//! Why a document could not be rendered.

use crate::diagnostic::Text;

/// Why a document could not be rendered. It never holds what the plan says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenderError {
    /// The place in a template, where one is at fault.
    pub place: Option<TemplatePlace>,
    /// What is wrong.
    pub message: Text,
}

/// A line of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplatePlace {
    /// Name of the template.
    pub name: String,
    /// Its text; empty if there is no such template.
    pub text: String,
    /// The line, from 1.
    pub line: usize,
}

impl RenderError {
    /// A fault outside the templates.
    pub(super) fn outside(message: Text) -> Self {
        Self {
            place: None,
            message,
        }
    }
}
