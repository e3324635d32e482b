//! Markdown for git hosts, and its escaping.

use super::error::RenderError;
use super::escape::visible;
use super::{page, task_list, template};
use crate::view::View;

pub(super) fn plan(view: &View<'_>) -> Result<String, RenderError> {
    template::render("md/plan.md", &page::text_page(view), view.language).map(|text| tidy(&text))
}

pub(super) fn tasks(view: &View<'_>) -> Result<String, RenderError> {
    template::render("md/tasks.md", &task_list::task_list(view), view.language)
        .map(|text| tidy(&text))
}

/// One empty line between paragraphs, none at the start, one newline at the end.
fn tidy(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    let mut empty = true;
    for line in text.lines().map(str::trim_end) {
        if !(line.is_empty() && empty) {
            tidied.push_str(line);
            tidied.push('\n');
        }
        empty = line.is_empty();
    }
    tidied.truncate(tidied.trim_end().len());
    tidied.push('\n');
    visible(&tidied).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_have_single_empty_lines() {
        assert_eq!(tidy("\n\na\n\n\n\nb  \n\n"), "a\n\nb\n");
    }
}
