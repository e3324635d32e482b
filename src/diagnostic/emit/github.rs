use std::path::{Path, PathBuf};

use super::{Found, Manner, NO_PATH, short, visible};
use crate::diagnostic::{Diagnostic, Severity, Text};
use crate::source::normal;

/// GitHub shows ten annotations a step: the short line is printed beside each.
pub(super) fn emit(found: &Found<'_>, manner: &Manner) -> String {
    let mut out = String::new();
    for finding in &found.report.findings {
        let mut line = String::new();
        short::line(&mut line, found, finding, manner.language);
        out += &visible::without_commands(line);
        out += &annotation(found, finding, manner);
    }
    out
}

fn annotation(found: &Found<'_>, finding: &Diagnostic, manner: &Manner) -> String {
    let command = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    let words = |text: &Text| visible::line(text.get(manner.language)).into_owned();
    let help = finding.help.as_ref();
    let help = help.map(|help| format!("\n{}", words(help)));
    let message = words(&finding.message) + &help.unwrap_or_default();
    // The command itself stands at the start; what follows it is text.
    let message = visible::without_commands(data(&message));
    let title = format!("{} {}", finding.rule.code, finding.rule.name);
    let title = property(&title);
    let place = place(found, finding, &manner.workspace);
    format!("::{command} {place}title={title}::{message}\n")
}

/// Where a finding stands, as GitHub reads it: from the root of the repository.
fn place(found: &Found<'_>, finding: &Diagnostic, workspace: &Workspace) -> String {
    let file = found.sources.file(finding.primary.span);
    let Some(path) = workspace.path(&file.path) else {
        return String::new();
    };
    let (start, end) = (
        file.position(finding.primary.span.start),
        file.position(finding.primary.span.end),
    );
    let path = visible::without_commands(property(&path.display().to_string()));
    format!(
        "file={path},line={},endLine={},col={},endColumn={},",
        start.line, end.line, start.column, end.column
    )
}

/// From where paths are read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Workspace {
    /// The folder in which the program runs, from which users write paths.
    pub here: PathBuf,
    /// The folder from which the machine that reads findings takes them, if it is known.
    pub root: Option<PathBuf>,
}

impl Workspace {
    /// A path below the root, or from the root of the file system; nothing if it is no path.
    fn path(&self, path: &Path) -> Option<PathBuf> {
        if path == Path::new(NO_PATH) {
            return None;
        }
        if path.to_string_lossy().starts_with("lib:") {
            return Some(path.to_owned());
        }
        let path = normal(&self.here.join(path));
        let below = |root: &PathBuf| path.strip_prefix(root).ok().map(Path::to_owned);
        let below = self.root.as_ref().and_then(below);
        Some(below.unwrap_or(path))
    }
}

fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_read_from_the_workspace() {
        let workspace = Workspace {
            here: "/repository/shops/a".into(),
            root: Some("/repository".into()),
        };
        for (path, read) in [
            ("plan.toml", "shops/a/plan.toml"),
            ("./plan.toml", "shops/a/plan.toml"),
            ("../b/plan.toml", "shops/b/plan.toml"),
            ("/repository/x.plan.toml", "x.plan.toml"),
            ("../../../other/plan.toml", "/other/plan.toml"),
            ("lib:cn/events-2026", "lib:cn/events-2026"),
        ] {
            assert_eq!(workspace.path(Path::new(path)), Some(read.into()), "{path}");
        }
        assert_eq!(workspace.path(Path::new(NO_PATH)), None);
    }

    #[test]
    fn nothing_ends_a_workflow_command_early() {
        assert_eq!(property("a:b,c%\n"), "a%3Ab%2Cc%25%0A");
        assert_eq!(data("50%\r\n: x"), "50%25%0D%0A: x");
    }
}
